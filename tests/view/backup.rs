//! What is said of backups, in both languages.

use expect_test::{Expect, expect};
use your_move::domain::Application;
use your_move::view::{BackupScreen, Card, ChosenFolder, Conflict, MadeBackup, Preview, Reminder, Voice, Words};

use super::story::*;

fn texts(card: &Card, lines: &mut Vec<String>) {
    let said = card.slots.iter().map(|(_, slot)| slot.text.clone());
    lines.extend(said.filter(|text| !text.is_empty()));
    for card in card.lists.iter().flat_map(|(_, cards)| cards) {
        texts(card, lines);
    }
}

#[track_caller]
fn check(speak: impl Fn(&Voice<'_>) -> Vec<String>, english: &Expect, german: &Expect) {
    let said = |tag| in_words(Words::for_reader([tag]), "2026-12-22", &speak).join("\n");
    english.assert_eq(&said("en"));
    german.assert_eq(&said("de"));
}

fn baker() -> Application {
    story(
        1,
        &[("2026-11-02", title("Baker")), ("2026-11-02", company("Northwind"))],
    )
}

fn preview(count: usize) -> Preview {
    let mut preview = Preview {
        made: Some(day("2025-12-21")),
        unknown: count,
        missing: count,
        settings_differ: true,
        has_news: true,
        ..Preview::default()
    };
    for group in [
        &mut preview.new,
        &mut preview.completed,
        &mut preview.same,
        &mut preview.newer_here,
        &mut preview.deleted_here,
        &mut preview.deleted_by_file,
    ] {
        (0..count).for_each(|_| group.add(&baker()));
    }
    for (field, ours) in [("pay", true), ("event_day", false)].into_iter().take(count) {
        preview.conflicts.push(Conflict::of(&baker(), field, ours));
    }
    preview
        .conflicts
        .push(Conflict::of_entry(&baker(), day("2025-12-20"), true));
    preview
}

#[test]
fn what_a_backup_would_change() {
    let shown = |count| {
        move |voice: &Voice<'_>| {
            let screen = BackupScreen {
                preview: Some(preview(count)),
                ..BackupScreen::default()
            };
            let mut lines = Vec::new();
            texts(&screen.in_settings(Card::default(), voice), &mut lines);
            lines.retain(|line| line != "Baker · Northwind");
            lines
        }
    };
    check(
        shown(1),
        &expect![[r#"
            A backup of Sun 21 Dec 2025
            One part of the file cannot be read, and is left out.
            Some of it is not known to this version. It is kept, and has no effect.
            One application that is not here
            One is completed by it
            One was deleted there, and is deleted here, too
            One is the same
            One is more up to date here
            One was deleted here, and stays deleted
            2 entries are not the same on both sides
            Baker · Northwind – Pay: what you said here holds
            Baker · Northwind – Entry of Sat 20 Dec 2025: what you said here holds"#]],
        &expect![[r#"
            Eine Sicherung vom So., 21. Dez. 2025
            Ein Teil der Datei ist nicht lesbar und bleibt weg.
            Manches darin kennt diese Version nicht. Es wird aufgehoben und bewirkt nichts.
            Eine Bewerbung, die hier fehlt
            Eine wird ergänzt
            Eine wurde dort gelöscht und wird auch hier gelöscht
            Eine ist gleich
            Eine ist hier auf neuerem Stand
            Eine wurde hier gelöscht und bleibt gelöscht
            2 Angaben sind auf beiden Seiten nicht gleich
            Baker · Northwind – Gehalt: Es gilt, was du hier gesagt hast
            Baker · Northwind – Eintrag vom Sa., 20. Dez. 2025: Es gilt, was du hier gesagt hast"#]],
    );
    check(
        shown(22),
        &expect![[r#"
            A backup of Sun 21 Dec 2025
            22 parts of the file cannot be read, and are left out.
            Some of it is not known to this version. It is kept, and has no effect.
            22 applications that are not here
            and 2 more
            22 are completed by it
            and 2 more
            22 were deleted there, and are deleted here, too
            and 2 more
            22 are the same
            and 2 more
            22 are more up to date here
            and 2 more
            22 were deleted here, and stay deleted
            and 2 more
            3 entries are not the same on both sides
            Baker · Northwind – Pay: what you said here holds
            Baker · Northwind – Day: what the backup says holds
            Baker · Northwind – Entry of Sat 20 Dec 2025: what you said here holds"#]],
        &expect![[r#"
            Eine Sicherung vom So., 21. Dez. 2025
            22 Teile der Datei sind nicht lesbar und bleiben weg.
            Manches darin kennt diese Version nicht. Es wird aufgehoben und bewirkt nichts.
            22 Bewerbungen, die hier fehlen
            und 2 weitere
            22 werden ergänzt
            und 2 weitere
            22 wurden dort gelöscht und werden auch hier gelöscht
            und 2 weitere
            22 sind gleich
            und 2 weitere
            22 sind hier auf neuerem Stand
            und 2 weitere
            22 wurden hier gelöscht und bleiben gelöscht
            und 2 weitere
            3 Angaben sind auf beiden Seiten nicht gleich
            Baker · Northwind – Gehalt: Es gilt, was du hier gesagt hast
            Baker · Northwind – Tag: Es gilt, was in der Sicherung steht
            Baker · Northwind – Eintrag vom Sa., 20. Dez. 2025: Es gilt, was du hier gesagt hast"#]],
    );
}

#[test]
fn what_came_of_it() {
    let said = |voice: &Voice<'_>| {
        let with_settings = Preview {
            takes_settings: true,
            ..preview(2)
        };
        let all = [preview(1), with_settings, Preview::default()];
        let mut said: Vec<String> = all.iter().map(|preview| voice.brought_in(preview)).collect();
        let papers = || Some("Papers".to_owned());
        for (folder, applications, missing, is_too_large) in
            [(None, 1, 0, false), (papers(), 12, 1, false), (None, 2, 2, true)]
        {
            said.extend(voice.made_backup(&MadeBackup {
                name: "your-move-2026-12-22.json".to_owned(),
                folder,
                applications,
                missing,
                is_too_large,
            }));
        }
        said.retain(|text| !text.is_empty());
        said
    };
    check(
        said,
        &expect![[r#"
            One application came in. One was completed. One was deleted.
            2 applications came in. 2 were completed. 2 were deleted. Its settings are now in use.
            What was deleted there is deleted here, too.
            Saved as your-move-2026-12-22.json, with 1 application.
            your-move-2026-12-22.json is in the folder Papers now, with 12 applications.
            One part of what is kept here cannot be read, and is not in it.
            Saved as your-move-2026-12-22.json, with 2 applications.
            2 parts of what is kept here cannot be read, and are not in it. It is larger than what can be brought in again, and does not count as a backup. Delete applications that you need no more, then back up once more."#]],
        &expect![[r#"
            Eine Bewerbung ist dazugekommen. Eine wurde ergänzt. Eine wurde gelöscht.
            2 Bewerbungen sind dazugekommen. 2 wurden ergänzt. 2 wurden gelöscht. Die Einstellungen daraus gelten jetzt.
            Was dort gelöscht wurde, ist auch hier gelöscht.
            Gespeichert als your-move-2026-12-22.json: 1 Bewerbung.
            your-move-2026-12-22.json liegt jetzt im Ordner Papers: 12 Bewerbungen.
            Ein Teil von dem, was hier liegt, ist nicht lesbar und steht nicht darin.
            Gespeichert als your-move-2026-12-22.json: 2 Bewerbungen.
            2 Teile von dem, was hier liegt, sind nicht lesbar und stehen nicht darin. Sie ist größer als alles, was sich wieder übernehmen lässt, und zählt nicht als Sicherung. Lösche Bewerbungen, die du nicht mehr brauchst, und sichere dann noch einmal."#]],
    );
}

#[test]
fn when_the_next_is_due_and_where_it_goes() {
    let name = || "Papers".to_owned();
    let said = move |voice: &Voice<'_>| {
        let mut lines = Vec::new();
        for on in [None, Some(day("2026-11-02")), Some(day("2026-12-21"))] {
            let screen = BackupScreen {
                reminder: Some(Reminder(on)),
                ..BackupScreen::default()
            };
            texts(&screen.on_today(Card::default(), voice), &mut lines);
        }
        let folders = [
            ChosenFolder::Unavailable,
            ChosenFolder::None,
            ChosenFolder::Open { name: name() },
            ChosenFolder::Closed { name: name() },
        ];
        for folder in folders {
            let screen = BackupScreen {
                folder,
                ..BackupScreen::default()
            };
            texts(&screen.in_settings(Card::default(), voice), &mut lines);
        }
        lines.extend([Some(1), Some(30), None].map(|days| voice.reminded_after(days)));
        lines
    };
    check(
        said,
        &expect![[r#"
        There is no backup of your applications yet.
        The last backup was made on Mon 2 Nov.
        The last backup was made yesterday.
        Whenever a backup is due, this page writes it there as it opens. The newest ten are kept.
        Backups that are due are written into the folder Papers.
        The browser asks again whether backups may be written into the folder Papers.
        You are reminded of a backup after a day.
        You are reminded of a backup after 30 days.
        You are not reminded of backups any more."#]],
        &expect![[r#"
        Von deinen Bewerbungen gibt es noch keine Sicherung.
        Die letzte Sicherung war am Mo., 2. Nov.
        Die letzte Sicherung war gestern.
        Sobald eine Sicherung fällig ist, schreibt diese Seite sie beim Öffnen dorthin. Die neuesten zehn bleiben.
        Fällige Sicherungen kommen in den Ordner Papers.
        Der Browser fragt noch einmal, ob Sicherungen in den Ordner Papers dürfen.
        Nach einem Tag wirst du an eine Sicherung erinnert.
        Nach 30 Tagen wirst du an eine Sicherung erinnert.
        Du wirst nicht mehr an Sicherungen erinnert."#]],
    );
}
