//! Backups as a person makes them: the file, what is in it, and when the next one is due.

use expect_test::{Expect, expect};
use pollster::block_on;
use your_move::app::{Clock as _, Dashboard, Target, carry_out, change_settings, erase_all};
use your_move::archive::{Choices, Folder, LastBackup, Wrong, open, read_backup};
use your_move::domain::{Event, EventId, What};
use your_move::ledger::Command;
use your_move::view::{Card, ChosenFolder, Words};

use super::desk::{Desk, asked, page, part, text, within};
use super::newer::newer;
use super::sound::{applications, replace};
use super::world::{Model, Trouble};

/// The dashboard of a person who makes backups.
pub(crate) struct Board {
    board: Dashboard<Model>,
}

impl Board {
    /// The dashboard on a screen, when all is read.
    pub(crate) fn at(world: &Model, hash: &str) -> Self {
        let mut board = Self::unread(world, hash);
        board.finish();
        board
    }

    /// The same before anything but what is in sight at first was read.
    pub(crate) fn unread(world: &Model, hash: &str) -> Self {
        let mut board = block_on(Dashboard::open(world.clone(), Words::english(), hash));
        block_on(board.look_again());
        Self { board }
    }

    /// Does what is to be done, to its end.
    pub(crate) fn finish(&mut self) {
        while self.go_on() {}
    }

    /// Does the next of it.
    pub(crate) fn go_on(&mut self) -> bool {
        block_on(self.board.read_on()).is_some()
    }

    pub(crate) fn ask(&mut self, name: &str, card: &str, fields: &[(&str, &str)]) {
        block_on(self.board.act(asked(name, card, "", fields)));
    }

    /// Does what is to be done until something is said, and nothing that nobody waits for.
    pub(crate) fn finish_asked(&mut self) {
        while self.notice().is_empty() && self.go_on() {}
    }

    /// Asks for it, and does it to its end.
    pub(crate) fn act(&mut self, name: &str, card: &str, fields: &[(&str, &str)]) {
        self.ask(name, card, fields);
        self.finish();
    }

    /// Goes to another screen, and presses a button there that is not clicked yet.
    pub(crate) fn press_on(&mut self, hash: &str, name: &str, card: &str) {
        block_on(self.board.go(hash));
        block_on(self.board.prepare(&asked(name, card, "", &[])));
    }

    /// Something was written under these keys, here or elsewhere.
    pub(crate) fn hear(&mut self, keys: &[&str]) {
        let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        block_on(self.board.changed(&keys));
    }

    /// The dashboard itself.
    pub(crate) const fn board_mut(&mut self) -> &mut Dashboard<Model> {
        &mut self.board
    }

    pub(crate) fn card(&self) -> Card {
        self.board.card()
    }

    pub(crate) fn all(&self, template: &str) -> Vec<Card> {
        within(&self.card(), template)
    }

    /// What the notice says: that it was done, and what is to be known of it.
    pub(crate) fn notice(&self) -> String {
        let notice = self.all("notice").into_iter().next();
        notice.map_or(String::new(), |notice| {
            [text(&notice, "text"), text(&notice, "next")].join(" | ")
        })
    }

    /// The line that reminds of a backup.
    fn reminder(&self) -> String {
        let lines = self.all("backup-reminder");
        lines.first().map_or(String::new(), |line| text(line, "text"))
    }
}

/// A world in which somebody applied twice, with descriptions of both, and deleted a third.
pub(crate) fn world() -> Model {
    let more = r#","description":"<p>Trees and shrubs.</p>""#;
    let posting = page("https://northwind.example/jobs/1", "Gardener", "Northwind", more);
    let mut desk = Desk::at(&Model::on("2026-11-02"), posting);
    desk.press("applied", "capture-card", &[]);
    for (number, title) in [("2", "Pilot"), ("3", "Baker")] {
        desk.world.turn_the_leaf();
        let address = ["https://harbour.example/jobs/", number].concat();
        desk.come_back("2026-11-02", page(&address, title, "Harbour Mill", more));
        desk.press("applied", "capture-card", &[]);
    }
    let world = desk.world;
    let baker = applications(&world)[2].application();
    block_on(carry_out(&world, Target::Kept(baker), Command::Erase)).expect("erased");
    world
}

/// A backup of all that is kept in a world.
pub(crate) fn backup_of(world: &Model) -> String {
    let mut board = Board::unread(world, "settings");
    board.ask("back_up", "", &[]);
    board.finish_asked();
    let (_, text) = world.saved().pop().expect("a file");
    text
}

#[test]
fn it_is_one_file_with_all_that_is_kept() {
    let world = world();
    let mut board = Board::at(&world, "settings");
    board.act("back_up", "", &[]);
    expect!["Saved as your-move-2026-11-02.json, with 2 applications. | "].assert_eq(&board.notice());
    let (name, text) = world.saved().pop().expect("a file");
    assert_eq!(name, "your-move-2026-11-02.json");
    let backup = read_backup(&text).expect("a backup");
    let records: Vec<_> = backup
        .applications
        .iter()
        .map(|application| &application.record)
        .collect();
    assert_eq!(records.len(), 3);
    let kept = applications(&world);
    assert!(
        kept.iter()
            .all(|kept| records.iter().any(|record| record.seal() == kept.seal()))
    );
    assert_eq!(text.matches("Trees and shrubs.").count(), 2);
    assert!(!text.contains("Baker"));
    assert_eq!(backup.unknown, []);
}

#[test]
fn what_is_damaged_is_told_and_the_rest_is_in_it() {
    #[track_caller]
    fn check(harm: impl Fn(&Model), said: &Expect) {
        let world = world();
        harm(&world);
        let mut board = Board::unread(&world, "settings");
        board.act("back_up", "", &[]);
        said.assert_eq(&board.notice());
        read_backup(&world.saved().pop().expect("a file").1).expect("a backup");
    }
    let first = |world: &Model| applications(world)[0].application();
    check(
        |world| replace(world, first(world), |sealed| sealed.replace("2026-11-02", "2026-11-03")),
        &expect![
            "Saved as your-move-2026-11-02-incomplete.json, with 1 application. | One part of what is kept here cannot be read, and is not in it."
        ],
    );
    check(
        |world| world.put(&Folder::of_texts(first(world)).to_string(), "no folder"),
        &expect![
            "Saved as your-move-2026-11-02-incomplete.json, with 2 applications. | One part of what is kept here cannot be read, and is not in it."
        ],
    );
    check(
        |world| world.put("settings", "no settings"),
        &expect![
            "Saved as your-move-2026-11-02-incomplete.json, with 2 applications. | One part of what is kept here cannot be read, and is not in it."
        ],
    );
}

/// More than what is read of a file was never written by a person.
#[test]
fn one_that_could_not_be_brought_in_again_does_not_count() {
    let world = world();
    let record = applications(&world).remove(0);
    let last = record.events().last().expect("an event");
    let more = (1..=2_000).map(|number| Event {
        id: EventId::new(number, [1; 10]),
        ..last.clone()
    });
    let more: Vec<Event> = more.collect();
    let mut longer = record.clone();
    longer.add(&more);
    replace(&world, record.application(), |_| longer.seal());
    let mut board = Board::unread(&world, "settings");
    board.act("back_up", "", &[]);
    let [said, advice] = [
        "Saved as your-move-2026-11-02.json",
        "It is larger than what can be brought in",
    ];
    assert!(board.notice().starts_with(said), "{}", board.notice());
    assert!(board.notice().contains(advice), "{}", board.notice());
    let text = world.saved().pop().expect("a file").1;
    let wrong = read_backup(&text).map_err(|problem| problem.wrong);
    assert_eq!(wrong, Err(Wrong::TooMuch));
    assert!(!world.kept().contains_key("backup"), "it is remembered as a backup");
}

#[test]
fn what_is_written_meanwhile_is_in_it() {
    // Also where somebody writes again and again: then nobody can before it is made.
    for often in [1, 2, 9] {
        let world = world();
        let pilot = applications(&world)[1].application();
        let mut board = Board::at(&world, "settings");
        board.ask("back_up", "", &[]);
        let mut written = 0;
        while board.go_on() {
            if written < often && !world.is_locked() {
                written += 1;
                let note = format!("The {written}. note.");
                let noted = What::Noted {
                    text: your_move::domain::Prose::new(&note).expect("a text"),
                };
                let command = Command::Log(vec![(world.today().0, noted)]);
                block_on(carry_out(&world, Target::Kept(pilot), command)).expect("kept");
                board.hear(&["head"]);
            }
        }
        let (_, text) = world.saved().pop().expect("a file");
        let backup = read_backup(&text).expect("a backup");
        let kept = applications(&world);
        for application in &backup.applications {
            assert!(kept.iter().any(|kept| kept.seal() == application.record.seal()));
        }
        assert!(!world.is_locked());
        assert_eq!(world.saved().len(), 1);
    }
}

#[test]
fn it_says_how_far_it_has_come_and_can_be_stopped() {
    let world = world();
    let mut board = Board::at(&world, "settings");
    board.ask("back_up", "", &[]);
    // Each look at the model's clock takes a second.
    board.go_on();
    expect!["Making the backup: 1 %"].assert_eq(&text(&board.card(), "reading"));
    assert!(part(&board.card(), "can_stop"));
    board.act("stop_reading", "", &[]);
    expect!["The backup was stopped. No file was made. | "].assert_eq(&board.notice());
    assert!(world.saved().is_empty());
    assert!(!part(&board.card(), "reads"));
}

#[test]
fn what_goes_wrong_is_said() {
    let world = world();
    let mut board = Board::at(&world, "settings");
    world.give(Trouble::FailsFrom(3));
    board.act("back_up", "", &[]);
    expect!["The browser could not open what you kept. | Nothing was changed. Try again; if it stays like this, restart the browser."]
        .assert_eq(&board.notice());
    world.give(Trouble::None);
    world.fill_disk();
    board.act("back_up", "", &[]);
    expect!["The browser did not save the file. | Nothing is lost here. Try again."].assert_eq(&board.notice());
    replace(&world, applications(&world)[0].application(), |_| newer());
    board.act("back_up", "", &[]);
    expect!["A newer version of Your Move wrote what is kept here. Update the extension to change it. | "]
        .assert_eq(&board.notice());
    assert!(world.saved().is_empty());
}

fn last(world: &Model) -> LastBackup {
    open(&world.kept()["backup"]).expect("a record")
}

fn note(world: &Model) {
    let id = applications(world)[0].application();
    let noted = What::Noted {
        text: your_move::domain::Prose::new("Something new.").expect("a text"),
    };
    block_on(carry_out(
        world,
        Target::Kept(id),
        Command::Log(vec![(world.today().0, noted)]),
    ))
    .expect("kept");
}

#[test]
fn it_reminds_of_a_backup_that_is_due() {
    let world = world();
    let reminder = |world: &Model| Board::at(world, "today").reminder();
    world.turn_to("2026-12-01");
    assert_eq!(reminder(&world), "");
    world.turn_to("2026-12-02");
    expect!["There is no backup of your applications yet."].assert_eq(&reminder(&world));
    assert_ne!(world.badge().0, "4");

    let mut board = Board::at(&world, "today");
    board.act("put_off_backup", "", &[]);
    assert_eq!(board.reminder(), "");
    assert_eq!(last(&world).later, Some("2026-12-09".parse().expect("a day")));
    world.turn_to("2026-12-08");
    assert_eq!(reminder(&world), "");
    world.turn_to("2026-12-09");
    assert_ne!(reminder(&world), "");

    let mut board = Board::at(&world, "today");
    board.act("back_up", "", &[]);
    assert_eq!(board.reminder(), "");
    expect!["Saved as your-move-2026-12-09.json, with 2 applications. | "].assert_eq(&board.notice());
    // Nothing has changed: there is nothing to lose.
    world.turn_to("2027-02-01");
    assert_eq!(reminder(&world), "");
    note(&world);
    expect!["The last backup was made on Wed 9 Dec 2026."].assert_eq(&reminder(&world));
}

#[test]
fn the_user_says_when_to_be_reminded() {
    #[track_caller]
    fn check(chosen: &str, said: &str, day: &str, is_reminded: bool) {
        let world = world();
        let mut board = Board::at(&world, "settings");
        board.act("backup_after", "backup_after", &[("backup_after", chosen)]);
        assert_eq!(board.notice(), [said, " | "].concat());
        world.turn_to(day);
        assert_eq!(!Board::at(&world, "today").reminder().is_empty(), is_reminded, "{day}");
    }
    let after = |days| format!("You are reminded of a backup after {days} days.");
    check("7", &after(7), "2026-11-08", false);
    check("7", &after(7), "2026-11-09", true);
    check("90", &after(90), "2027-01-30", false);
    check("90", &after(90), "2027-01-31", true);
    check("", "You are not reminded of backups any more.", "2028-01-31", false);
}

#[test]
fn deleting_everything_forgets_it() {
    let world = world();
    world.put_folder(open_folder());
    let mut board = Board::at(&world, "settings");
    board.act("erase_all", "", &[]);
    assert!(part(&board.all("backup-folder")[0], "choose"), "the folder, too");

    let world = self::world();
    backup_of(&world);
    assert_ne!(last(&world), LastBackup::default());
    block_on(erase_all(&world)).expect("erased");
    assert_eq!(last(&world), LastBackup::default());
    world.turn_to("2027-11-02");
    assert_eq!(Board::at(&world, "today").reminder(), "");
}

#[test]
fn a_newer_record_of_it_is_left_alone() {
    let world = world();
    world.put("backup", &newer());
    world.turn_to("2026-12-02");
    let mut board = Board::at(&world, "today");
    board.act("put_off_backup", "", &[]);
    assert_eq!(board.reminder(), "");
    assert_eq!(world.kept()["backup"], newer());
}

#[test]
fn there_is_none_of_a_sample() {
    let world = Model::on("2026-11-02");
    let mut board = block_on(Dashboard::sample(world.clone(), Words::english(), "settings"));
    assert!(
        !within(&board.card(), "settings-screen")
            .iter()
            .any(|card| part(card, "backups"))
    );
    block_on(board.act(asked("back_up", "", "", &[])));
    while block_on(board.read_on()).is_some() {}
    assert!(world.saved().is_empty());
}

fn open_folder() -> ChosenFolder {
    ChosenFolder::Open {
        name: "Papers".to_owned(),
    }
}

/// Puts a backup into the folder.
fn lay(world: &Model, name: &str) {
    block_on(your_move::app::BackupFolder::write_file(world, name, "the last one")).expect("written");
}

/// What lies there may be the last that there is.
#[test]
fn an_empty_ledger_and_half_of_one_take_no_backups_place() {
    let name = "your-move-2026-11-02.json";
    let empty = Model::on("2026-11-02");
    empty.offer_folder(open_folder());
    lay(&empty, name);
    Board::at(&empty, "settings").act("choose_folder", "folder", &[]);
    assert_eq!(empty.files().get(name).map(String::as_str), Some("the last one"));

    let world = world();
    world.offer_folder(open_folder());
    let lost = Folder::of_application(applications(&world)[0].application()).to_string();
    world.forget(&lost);
    world.mirrored().forget("");
    lay(&world, name);
    Board::unread(&world, "settings").act("choose_folder", "folder", &[]);
    assert_eq!(world.files().get(name).map(String::as_str), Some("the last one"));
    assert!(world.files().contains_key("your-move-2026-11-02-incomplete.json"));
}

/// Another machine's, or one from before all was begun anew.
#[test]
fn a_backup_that_another_ledger_wrote_is_not_written_over() {
    let (theirs, ours) = ("your-move-2026-11-02.json", "your-move-2026-11-02-2.json");
    let world = world();
    world.offer_folder(open_folder());
    lay(&world, theirs);
    let mut board = Board::at(&world, "settings");
    board.act("choose_folder", "folder", &[]);
    expect!["your-move-2026-11-02-2.json is in the folder Papers now, with 2 applications. | "]
        .assert_eq(&board.notice());
    let first = world.files()[ours].clone();
    note(&world);
    // Its own is made up to date.
    Board::at(&world, "settings").act("choose_folder", "folder", &[]);
    let files = world.files();
    assert_eq!(files.keys().collect::<Vec<_>>(), [ours, theirs]);
    assert_eq!(files[theirs], "the last one");
    assert_ne!(files[ours], first);
}

#[test]
fn where_no_folder_can_be_chosen_none_is_spoken_of() {
    assert!(Board::at(&world(), "settings").all("backup-folder").is_empty());
}

#[test]
fn a_folder_gets_the_backups_that_are_due() {
    let world = world();
    world.offer_folder(open_folder());
    let mut board = Board::at(&world, "settings");
    assert!(part(&board.all("backup-folder")[0], "choose"));
    board.act("choose_folder", "folder", &[]);
    expect!["your-move-2026-11-02.json is in the folder Papers now, with 2 applications. | "]
        .assert_eq(&board.notice());
    expect!["Backups that are due are written into the folder Papers."]
        .assert_eq(&text(&board.all("backup-folder")[0], "folder"));
    let files = || world.files().into_keys().collect::<Vec<_>>();
    assert_eq!(files(), ["your-move-2026-11-02.json"]);

    // Not before it is due, and not where nothing has changed.
    world.turn_to("2026-12-02");
    Board::at(&world, "today");
    assert_eq!(files().len(), 1);
    note(&world);
    let board = Board::at(&world, "today");
    assert_eq!(files(), ["your-move-2026-11-02.json", "your-move-2026-12-02.json"]);
    expect!["your-move-2026-12-02.json is in the folder Papers now, with 2 applications. | "]
        .assert_eq(&board.notice());
    assert_eq!(board.reminder(), "");
    assert!(world.saved().is_empty());

    let mut board = Board::at(&world, "settings");
    board.act("leave_folder", "folder", &[]);
    assert!(part(&board.all("backup-folder")[0], "choose"));
    assert_eq!(files().len(), 2);
}

#[test]
fn the_newest_ten_of_ours_stay_there() {
    let world = world();
    world.put_folder(open_folder());
    for day in 1..=12 {
        block_on(your_move::app::BackupFolder::write_file(
            &world,
            &format!("your-move-2026-10-{day:02}.json"),
            "old",
        ))
        .expect("written");
    }
    for other in ["taxes.json", "your-move-2026-10-99.json", "your-move-notes.json"] {
        block_on(your_move::app::BackupFolder::write_file(&world, other, "theirs")).expect("written");
    }
    world.turn_to("2026-12-02");
    Board::at(&world, "today");
    let files = world.files();
    let ours: Vec<&String> = files
        .keys()
        .filter(|name| name.starts_with("your-move-2026-1") && files[*name] != "theirs")
        .collect();
    assert_eq!(ours.len(), 10);
    assert_eq!(ours[0], "your-move-2026-10-04.json");
    assert_eq!(ours[9], "your-move-2026-12-02.json");
    assert_eq!(files.values().filter(|text| *text == "theirs").count(), 3);
}

#[test]
fn where_the_browser_asks_again_the_user_is_reminded_and_allows_it() {
    let world = world();
    world.put_folder(ChosenFolder::Closed {
        name: "Papers".to_owned(),
    });
    world.turn_to("2026-12-02");
    assert_ne!(Board::at(&world, "today").reminder(), "");
    let mut board = Board::at(&world, "settings");
    expect!["The browser asks again whether backups may be written into the folder Papers."]
        .assert_eq(&text(&board.all("backup-folder")[0], "folder"));
    board.act("allow_folder", "folder", &[]);
    assert_eq!(world.files().len(), 1);
    assert!(!part(&board.all("backup-folder")[0], "allow"));
}

#[test]
fn what_cannot_be_written_there_is_said_once() {
    let world = world();
    world.put_folder(open_folder());
    world.turn_to("2026-12-02");
    world.fill_disk();
    let mut board = Board::at(&world, "today");
    expect!["The backup could not be written into the folder Papers. | Choose the folder again, or save the file with “Back up”."]
        .assert_eq(&board.notice());
    expect!["There is no backup of your applications yet."].assert_eq(&board.reminder());
    board.ask("dismiss", "notice 1", &[]);
    board.finish();
    assert_eq!(board.notice(), "");
}

#[test]
fn what_was_chosen_of_it_is_changed_and_taken_back() {
    let world = world();
    let changed = block_on(change_settings(
        &world,
        Box::new(|choices| {
            choices.backup_after = None;
            Ok(())
        }),
    ))
    .expect("kept");
    assert_eq!(changed.before.backup_after, Some(30));
    let back = block_on(your_move::app::take_back(&world, &changed)).expect("taken back");
    assert_eq!(back.after.backup_after, Some(30));
}

/// What is brought in where nothing was is in a backup already: the one that it came from.
#[test]
fn what_came_from_a_backup_is_in_one() {
    let there = world();
    let file = backup_of(&there);
    let here = Model::on("2026-11-02");
    let mut board = Board::at(&here, "settings");
    board.act("restore", "restore", &[("file", &file)]);
    board.act("bring_in", "preview", &[]);
    here.turn_to("2027-03-01");
    assert_eq!(Board::at(&here, "today").reminder(), "");
    // Where there was more before, it is not.
    let here = world();
    here.sleep(1);
    Desk::at(&here, page("https://quay.example/4", "Skipper", "Quay", "")).press("applied", "capture-card", &[]);
    let mut board = Board::at(&here, "settings");
    board.act("restore", "restore", &[("file", &file)]);
    board.act("bring_in", "preview", &[]);
    here.turn_to("2027-03-01");
    assert_ne!(Board::at(&here, "today").reminder(), "");
    // Nor where the settings of here are in no file.
    let here = Model::on("2026-11-02");
    let warm = |choices: &mut Choices| {
        choices.settings.keep_warm = true;
        Ok(())
    };
    block_on(change_settings(&here, Box::new(warm))).expect("kept");
    let mut board = Board::at(&here, "settings");
    board.act("restore", "restore", &[("file", &file)]);
    board.act("bring_in", "preview", &[]);
    here.turn_to("2027-03-01");
    assert_ne!(Board::at(&here, "today").reminder(), "");
}
