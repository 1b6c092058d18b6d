//! Bringing in a backup: what it would change is shown first, and all of it is written or nothing.

use expect_test::{Expect, expect};
use pollster::block_on;
use proptest::prelude::*;
use your_move::app::{Clock as _, Shelf as _, Target, carry_out, change_settings, load};
use your_move::archive::{ApplicationRecord, Backup, Folder, Key, Texts, open_choices, write_backup};
use your_move::domain::{ApplicationId, Correction, Line, Prose, What};
use your_move::ledger::Command;

use super::backup::{Board, backup_of, world};
use super::desk::{Desk, page, part, text, value};
use super::newer::newer;
use super::sound::{applications, check_sound, replace};
use super::world::{Call, Model, Trouble};

/// The dashboard on which a file was chosen.
fn look_into(world: &Model, file: &str) -> Board {
    let mut board = Board::at(world, "settings");
    board.act("restore", "restore", &[("file", file)]);
    board
}

/// Chooses a file and brings it in.
fn restore(world: &Model, file: &str) -> Board {
    let mut board = look_into(world, file);
    board.act("bring_in", "preview", &[]);
    board
}

/// Chooses a file and brings it in, and does no more.
fn take(world: &Model, file: &str) {
    let mut board = Board::unread(world, "settings");
    board.ask("restore", "restore", &[("file", file)]);
    while board.all("preview-form").is_empty() && board.go_on() {}
    board.ask("bring_in", "preview", &[]);
    board.finish_asked();
}

/// What is shown of a backup: what it says, and of each group the first names.
fn preview(board: &Board) -> String {
    let preview = board.all("preview-form").remove(0);
    let groups = board.all("preview-group").into_iter().flat_map(|group| {
        let names = group.lists[0].1.iter().map(|row| format!("  {}", text(row, "name")));
        let names: Vec<String> = names.collect();
        let more = Some(text(&group, "more")).filter(|more| !more.is_empty());
        std::iter::once(text(&group, "said"))
            .chain(names)
            .chain(more)
            .collect::<Vec<_>>()
    });
    let said = ["nothing", "missing", "unknown"].map(|slot| text(&preview, slot));
    let settings = part(&preview, "settings").then(|| format!("settings: {:?}", value(&preview, "settings")));
    let take = part(&preview, "take").then(|| "bring it in".to_owned());
    let lines = std::iter::once(text(&preview, "made")).chain(groups).chain(said);
    let lines = lines.chain(settings).chain(take).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The records of a world with their descriptions, as a backup has them.
pub(crate) fn whole(world: &Model) -> Vec<ApplicationRecord> {
    let kept = world.kept();
    let mut records = applications(world);
    for record in &mut records {
        let id = record.application();
        let texts = kept.get(&Folder::of_texts(id).to_string());
        let folder = texts
            .map(|text| Folder::open(text).expect("a folder"))
            .unwrap_or_default();
        if let Some(sealed) = folder.get(id) {
            record.put_back(&Texts::open(id, sealed).expect("texts"));
        }
    }
    records.sort_by_key(ApplicationRecord::application);
    records
}

fn log(world: &Model, id: ApplicationId, what: What) {
    let command = Command::Log(vec![(world.today().0, what)]);
    block_on(carry_out(world, Target::Kept(id), command)).expect("kept");
}

fn noted(text: &str) -> What {
    What::Noted {
        text: Prose::new(text).expect("a text"),
    }
}

fn titled(text: &str) -> What {
    What::Corrected(Correction::Title(Line::new(text)))
}

#[test]
fn an_empty_browser_becomes_the_one_that_was_backed_up() {
    let from = world();
    block_on(change_settings(
        &from,
        Box::new(|choices| {
            choices.settings.company_spacing = 3;
            Ok(())
        }),
    ))
    .expect("kept");
    let file = backup_of(&from);
    let to = Model::on("2026-11-02");
    let mut board = look_into(&to, &file);
    expect![[r#"
        A backup of Mon 2 Nov
        2 applications that are not here
          Gardener · Northwind
          Pilot · Harbour Mill
        settings: "on"
        bring it in"#]]
    .assert_eq(&preview(&board));
    assert!(to.kept().is_empty(), "nothing is written before it is asked for");
    board.act("bring_in", "preview", &[("settings", "on")]);
    expect!["2 applications came in. Its settings are now in use. | "].assert_eq(&board.notice());
    assert!(board.all("preview-form").is_empty());
    assert_eq!(whole(&to), whole(&from));
    assert_eq!(to.kept()["settings"], from.kept()["settings"]);
    check_sound(&to);
    // The other screens know of it at once.
    assert_eq!(text(&board.card(), "kept"), "2");
}

#[test]
fn a_second_time_changes_nothing() {
    let world = world();
    let file = backup_of(&world);
    let before = world.kept();
    let mut board = look_into(&world, &file);
    expect![[r#"
        A backup of Mon 2 Nov
        2 are the same
          Gardener · Northwind
          Pilot · Harbour Mill
        All of it is here already. There is nothing to bring in."#]]
    .assert_eq(&preview(&board));
    board.act("bring_in", "preview", &[]);
    assert_eq!(world.kept(), before);
    expect!["All of it is here already. There is nothing to bring in. | "].assert_eq(&board.notice());
}

/// What is done in two worlds that were one, what the backup of the second would change in the first, and what is said once it is brought in.
#[track_caller]
fn check(here: impl Fn(&Model), there: impl Fn(&Model), shown: &Expect, said: &Expect) {
    let one = world();
    let other = one.copy();
    // Two machines give no identity twice.
    other.turn_away();
    here(&one);
    other.sleep(1);
    there(&other);
    let mut board = look_into(&one, &backup_of(&other));
    shown.assert_eq(&preview(&board));
    board.act("bring_in", "preview", &[]);
    said.assert_eq(&board.notice());
    check_sound(&one);
    // Brought in the other way, both have the same.
    restore(&other, &backup_of(&one));
    assert_eq!(whole(&one), whole(&other));
}

fn gardener(world: &Model) -> ApplicationId {
    applications(world)[0].application()
}

/// F44.
#[test]
fn what_it_would_change_is_shown_before() {
    check(
        |_| (),
        |there| log(there, gardener(there), noted("They called.")),
        &expect![[r#"
            A backup of Wed 4 Nov
            One is completed by it
              Gardener · Northwind
            One is the same
              Pilot · Harbour Mill
            bring it in"#]],
        &expect!["One was completed. | "],
    );
    check(
        |here| log(here, gardener(here), noted("They called.")),
        |_| (),
        &expect![[r#"
            A backup of Wed 4 Nov
            One is the same
              Pilot · Harbour Mill
            One is more up to date here
              Gardener · Northwind
            All of it is here already. There is nothing to bring in."#]],
        &expect!["All of it is here already. There is nothing to bring in. | "],
    );
}

/// F44.
#[test]
fn what_was_deleted_stays_deleted() {
    let erase = |world: &Model| {
        let id = gardener(world);
        block_on(carry_out(world, Target::Kept(id), Command::Erase)).expect("erased");
    };
    check(
        erase,
        |there| log(there, gardener(there), noted("They called.")),
        &expect![[r#"
            A backup of Wed 4 Nov
            One is the same
              Pilot · Harbour Mill
            One was deleted here, and stays deleted
              Gardener · Northwind
            All of it is here already. There is nothing to bring in."#]],
        &expect!["All of it is here already. There is nothing to bring in. | "],
    );
    check(
        |here| log(here, gardener(here), noted("They called.")),
        erase,
        &expect![[r#"
            A backup of Wed 4 Nov
            One was deleted there, and is deleted here, too
              Gardener · Northwind
            One is the same
              Pilot · Harbour Mill
            bring it in"#]],
        &expect!["One was deleted. | "],
    );
}

#[test]
fn of_two_corrections_the_later_holds_and_that_is_told() {
    check(
        |here| log(here, gardener(here), titled("Head gardener")),
        |there| log(there, gardener(there), titled("Botanist")),
        &expect![[r#"
            A backup of Wed 4 Nov
            One is completed by it
              Botanist · Northwind
            One is the same
              Pilot · Harbour Mill
            One entry is not the same on both sides
              Botanist · Northwind – Job title: what the backup says holds
            bring it in"#]],
        &expect!["One was completed. | "],
    );
    check(
        |here| {
            here.sleep(2);
            log(here, gardener(here), titled("Head gardener"));
        },
        |there| log(there, gardener(there), titled("Botanist")),
        &expect![[r#"
            A backup of Wed 4 Nov
            One is completed by it
              Botanist · Northwind
            One is the same
              Pilot · Harbour Mill
            One entry is not the same on both sides
              Botanist · Northwind – Job title: what the backup says holds
            bring it in"#]],
        &expect!["One was completed. | "],
    );
}

/// So much under one key could never be read again.
#[test]
fn what_would_be_too_long_to_be_read_is_not_written() {
    let here = world();
    let kept = here.kept();
    let long = "a".repeat(3_900_000);
    let application = |number: usize| {
        let happened = r#"[{"on":"2026-11-02","what":{"corrected":{"title":"Baker"}}}]"#;
        // Their identities end alike.
        format!(r#"{{"id":"01a0c450-6c0{number}-7101-8101-010101010101","later":"{long}","events":{happened}}}"#)
    };
    let applications: Vec<String> = (0..9).map(application).collect();
    let file = format!(
        r#"{{"your_move_backup":1,"applications":[{}]}}"#,
        applications.join(",")
    );
    let board = restore(&here, &file);
    expect!["Together with what is here it would be more than can be read again. Nothing was changed. | "]
        .assert_eq(&board.notice());
    assert_eq!(here.kept(), kept);
}

/// One that was put right on both sides and taken back on one of them is in no conflict, nor is one that both put right alike.
#[test]
fn who_agrees_or_took_it_back_is_in_no_conflict() {
    let conflicts = |here: &[&str], undoes: bool| {
        let ours = world();
        let theirs = ours.copy();
        theirs.turn_away();
        for title in here {
            log(&ours, gardener(&ours), titled(title));
        }
        if undoes {
            let events = block_on(load(&ours, gardener(&ours)))
                .expect("read")
                .expect("kept")
                .history;
            let last = events.iter().map(|event| event.id).max().expect("events");
            block_on(carry_out(
                &ours,
                Target::Kept(gardener(&ours)),
                Command::Undo(vec![last]),
            ))
            .expect("undone");
        }
        log(&theirs, gardener(&theirs), titled("Botanist"));
        let shown = preview(&look_into(&ours, &backup_of(&theirs)));
        shown.contains("not the same on both sides")
    };
    assert!(conflicts(&["Head gardener"], false));
    assert!(!conflicts(&["Head gardener"], true));
    assert!(!conflicts(&["Botanist"], false));
    assert!(!conflicts(&["Head gardener", "Botanist"], false));
    assert!(!conflicts(&[], false));
}

/// F44: one event of which two things are said: somebody wrote into the file by hand.
#[test]
fn an_entry_that_was_changed_by_hand_is_told() {
    let here = world();
    log(&here, gardener(&here), noted("They called."));
    let file = backup_of(&here);
    let mut fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&file).expect("a backup");
    fields.remove("checksum");
    let file = serde_json::to_string(&fields).expect("a backup");
    let edited = |by_hand: &str| preview(&look_into(&here, &file.replace("They called.", by_hand)));
    expect![[r#"
        A backup of Mon 2 Nov
        2 are the same
          Gardener · Northwind
          Pilot · Harbour Mill
        All of it is here already. There is nothing to bring in."#]]
    .assert_eq(&edited("They called."));
    expect![[r#"
        A backup of Mon 2 Nov
        One is completed by it
          Gardener · Northwind
        One is the same
          Pilot · Harbour Mill
        One entry is not the same on both sides
          Gardener · Northwind – Entry of Mon 2 Nov: what the backup says holds
        bring it in"#]]
    .assert_eq(&edited("They wrote."));
    expect![[r#"
        A backup of Mon 2 Nov
        One is the same
          Pilot · Harbour Mill
        One is more up to date here
          Gardener · Northwind
        One entry is not the same on both sides
          Gardener · Northwind – Entry of Mon 2 Nov: what you said here holds
        All of it is here already. There is nothing to bring in."#]]
    .assert_eq(&edited("Somebody called."));
}

#[test]
fn other_settings_are_taken_where_the_user_says_so() {
    let spaced = |world: &Model, days| {
        block_on(change_settings(
            world,
            Box::new(move |choices| {
                choices.settings.company_spacing = days;
                Ok(())
            }),
        ))
        .expect("kept");
    };
    let spacing = |world: &Model| {
        open_choices(&world.kept()["settings"])
            .expect("choices")
            .settings
            .company_spacing
    };
    let there = world();
    spaced(&there, 3);
    let file = backup_of(&there);
    for (ticked, expected) in [(false, 8), (true, 3)] {
        let here = world();
        spaced(&here, 8);
        let mut board = look_into(&here, &file);
        let form = board.all("preview-form").remove(0);
        assert!(part(&form, "settings") && part(&form, "take"));
        assert_eq!(value(&form, "settings"), "");
        let fields: &[(&str, &str)] = if ticked { &[("settings", "on")] } else { &[] };
        board.act("bring_in", "preview", fields);
        assert_eq!(spacing(&here), expected);
        check_sound(&here);
    }
}

#[test]
fn a_long_list_is_counted_and_the_first_are_named() {
    let mut desk = Desk::at(
        &Model::on("2026-11-02"),
        page("https://a.example/jobs/0", "Job 0", "Acme", ""),
    );
    desk.press("save", "capture-card", &[]);
    for number in 1..25 {
        let address = format!("https://a.example/jobs/{number}");
        desk.come_back("2026-11-02", page(&address, &format!("Job {number}"), "Acme", ""));
        desk.press("save", "capture-card", &[]);
    }
    let board = look_into(&Model::on("2026-11-02"), &backup_of(&desk.world));
    let group = board.all("preview-group").remove(0);
    assert_eq!(text(&group, "said"), "25 applications that are not here");
    assert_eq!(group.lists[0].1.len(), 20);
    assert_eq!(text(&group, "more"), "and 5 more");
}

/// F43.
#[test]
fn what_is_no_backup_is_said_and_nothing_is_changed() {
    #[track_caller]
    fn check(file: &str, said: &Expect) {
        let world = world();
        let before = world.kept();
        let mut board = look_into(&world, file);
        let form = board.all("restore-form").remove(0);
        said.assert_eq(&text(&form, "error"));
        assert!(form.fields[0].invalid);
        assert!(board.all("preview-form").is_empty());
        board.act("bring_in", "preview", &[]);
        assert_eq!(world.kept(), before);
    }
    let file = backup_of(&world());
    let none = expect!["This is no backup of Your Move. Choose one, such as your-move-2026-12-22.json."];
    check("{}", &none);
    check("[]", &none);
    check("null", &none);
    check(r#"{"__proto__":{"your_move_backup":1},"constructor":1}"#, &none);
    check("", &none);
    check("BEGIN:VCALENDAR", &none);
    check("{", &none);
    check("{notes: of another program}", &none);
    check(
        r#"{"your_move_backup""#,
        &expect![
            "Something in this backup cannot be read, so nothing of it was taken. In the file: this is no JSON: EOF while parsing an object at line 1 column 19: put right what stands there"
        ],
    );
    check(
        &file.replacen("Northwind", "Southwind", 1),
        &expect!["This backup is not as it was made, so nothing of it is read. Choose an undamaged copy."],
    );
    check(
        r#"{"your_move_backup":2,"applications":[]}"#,
        &expect!["A newer version of Your Move made this backup. Update the extension to restore it."],
    );
    let not_utf8 = expect!["This file is not written in UTF-8. Save it so, and choose it again."];
    let wide: String = file.chars().flat_map(|letter| [letter, '\0']).collect();
    check(&format!("\u{fffd}\u{fffd}{wide}"), &not_utf8);
    check(&wide, &not_utf8);
    let wide: String = file.chars().flat_map(|letter| ['\0', letter]).collect();
    check(&wide, &not_utf8);
    check(
        r#"{"your_move_backup":1,"applications":[{"id":"a","events":[]},{"id":"a","events":[]}]}"#,
        &expect![[
            r#"Something in this backup cannot be read, so nothing of it was taken. In the file: application 2 ("a"): the id "a" is taken: give this one another"#
        ]],
    );
    check(
        r#"{"your_move_backup":1,"applications":[{"id":"a","events":[{"on":"yesterday","what":"applied"}]}]}"#,
        &expect![[
            r#"Something in this backup cannot be read, so nothing of it was taken. In the file: application 1 ("a"), event 1: "on" must be a day such as "2026-11-02""#
        ]],
    );
    let rows = vec!["{}"; 1_000_000].join(",");
    check(
        &format!(r#"{{"your_move_backup":1,"applications":[{rows}]}}"#),
        &expect!["This file is larger than any backup. Choose another one."],
    );
    check(
        &" ".repeat(your_move::archive::BACKUP_LIMIT + 1),
        &expect!["This file is larger than any backup. Choose another one."],
    );
}

#[test]
fn odd_files_that_are_backups_are_read() {
    let file = backup_of(&world());
    let to = Model::on("2026-11-02");
    restore(&to, &format!("\u{feff}{file}"));
    assert_eq!(applications(&to).len(), 3);
    check_sound(&to);
    // What stands beside what is known has no way to anything.
    let file = r#"{"your_move_backup":1,"__proto__":{"polluted":true},"applications":[]}"#;
    let board = look_into(&world(), file);
    expect![[r#"
        A backup without a date
        2 are here and not in it, and stay
          Gardener · Northwind
          Pilot · Harbour Mill
        All of it is here already. There is nothing to bring in.
        Some of it is not known to this version. It is kept, and has no effect."#]]
    .assert_eq(&preview(&board));
}

/// The file that is saved where the extension does not start.
fn raw_copy(world: &Model) -> String {
    serde_json::to_string(&world.kept()).expect("JSON")
}

#[test]
fn a_raw_copy_is_read_as_a_backup_is() {
    let there = world();
    let to = Model::on("2026-11-02");
    let mut board = look_into(&to, &raw_copy(&there));
    expect![[r#"
        A backup without a date
        2 applications that are not here
          Gardener · Northwind
          Pilot · Harbour Mill
        bring it in"#]]
    .assert_eq(&preview(&board));
    board.act("bring_in", "preview", &[]);
    assert_eq!(whole(&to), whole(&there));
    check_sound(&to);

    // With whatever damage is in it.
    replace(&there, gardener(&there), |sealed| {
        sealed.replace("Gardener", "Gardeners")
    });
    let to = Model::on("2026-11-02");
    let board = look_into(&to, &raw_copy(&there));
    expect![[r#"
        A backup without a date
        One application that is not here
          Pilot · Harbour Mill
        One part of the file cannot be read, and is left out.
        bring it in"#]]
    .assert_eq(&preview(&board));

    replace(&there, gardener(&there), |_| newer());
    let board = look_into(&to, &raw_copy(&there));
    expect!["A newer version of Your Move made this backup. Update the extension to restore it."]
        .assert_eq(&text(&board.all("restore-form")[0], "error"));
}

/// F43.
#[test]
fn many_applications_are_read_step_by_step_and_can_be_stopped() {
    let rows: Vec<String> = (0..500)
        .map(|number| format!(r#"{{"id":"{number}","events":[{{"on":"2026-11-02","what":"applied"}}]}}"#))
        .collect();
    let file = format!(r#"{{"your_move_backup":1,"applications":[{}]}}"#, rows.join(","));
    let world = world();
    let before = world.kept();
    let mut board = Board::at(&world, "settings");
    board.ask("restore", "restore", &[("file", &file)]);
    expect!["Reading the backup: 0 %"].assert_eq(&text(&board.card(), "reading"));
    board.act("stop_reading", "", &[]);
    expect!["It was stopped. Nothing was changed. | "].assert_eq(&board.notice());
    assert!(board.all("preview-form").is_empty());

    board.act("restore", "restore", &[("file", &file)]);
    board.ask("bring_in", "preview", &[]);
    board.go_on();
    expect!["Bringing it in: 0 %"].assert_eq(&text(&board.card(), "reading"));
    board.act("stop_reading", "", &[]);
    assert_eq!(world.kept(), before);

    board.act("restore", "restore", &[("file", &file)]);
    board.act("bring_in", "preview", &[]);
    expect!["500 applications came in. | "].assert_eq(&board.notice());
    check_sound(&world);
}

#[test]
fn the_way_to_it_leads_to_the_form() {
    let mut board = Board::at(&world(), "today");
    board.act("restore", "", &[]);
    let form = board.all("restore-form").remove(0);
    assert_eq!(text(&form, "error"), "");
}

#[test]
fn who_cancels_changes_nothing() {
    let world = Model::on("2026-11-02");
    let mut board = look_into(&world, &backup_of(&super::backup::world()));
    board.act("cancel", "preview", &[]);
    assert!(board.all("preview-form").is_empty());
    board.act("bring_in", "preview", &[]);
    assert!(world.kept().is_empty());
}

#[test]
fn what_is_written_after_the_preview_makes_it_anew() {
    let there = world();
    log(&there, gardener(&there), noted("They called."));
    let file = backup_of(&there);
    let here = world();
    let mut board = look_into(&here, &file);
    log(&here, gardener(&here), noted("I called."));
    // Where the page has not heard of it, it is seen before anything is written.
    let before = here.kept();
    board.act("bring_in", "preview", &[]);
    expect!["Something was written here meanwhile. Look at what it would change now. | "].assert_eq(&board.notice());
    assert_eq!(here.kept(), before);
    assert_eq!(board.all("preview-form").len(), 1);
    board.act("bring_in", "preview", &[]);
    expect!["One was completed. | "].assert_eq(&board.notice());
    check_sound(&here);

    let mut board = look_into(&here, &file);
    assert!(!part(&board.all("preview-form")[0], "take"));
    block_on(carry_out(&here, Target::Kept(gardener(&here)), Command::Erase)).expect("erased");
    board.hear(&["head"]);
    board.finish();
    assert!(preview(&board).contains("stays deleted"));
}

/// F43.
#[test]
fn all_of_it_is_written_or_nothing() {
    let there = world();
    let file = backup_of(&there);
    let to = Model::on("2026-11-02");
    let whole_way = to.copy();
    restore(&whole_way, &file);
    assert_eq!(whole_way.writes(), 1);
    let write = whole_way.calls().iter().position(|call| *call == Call::Set);
    for nth in 0..=write.expect("a write") {
        let to = to.copy();
        to.give(Trouble::FailsFrom(nth));
        restore(&to, &file);
        assert!(to.kept().is_empty(), "{nth}");
        // Once the world is well again it can be done.
        to.give(Trouble::None);
        restore(&to, &file);
        assert_eq!(whole(&to), whole(&there));
    }
}

#[test]
fn what_is_pressed_meanwhile_does_not_stand_in_its_way() {
    let there = world();
    log(&there, gardener(&there), noted("They called."));
    let here = world();
    here.turn_to("2026-11-12");
    let mut board = look_into(&here, &backup_of(&there));
    board.ask("bring_in", "preview", &[]);
    let row = Board::at(&here, "today").all("move-row").remove(0);
    board.press_on("today", "sent", &row.key);
    assert!(here.is_locked());
    board.finish();
    assert!(!here.is_locked());
    expect!["One was completed. | "].assert_eq(&board.notice());
    check_sound(&here);
}

#[test]
fn what_a_newer_version_wrote_is_read_only() {
    let file = backup_of(&world());
    for part in ["head", "settings", "app/"] {
        let world = world();
        match part {
            "app/" => replace(&world, gardener(&world), |_| newer()),
            _ => world.put(part, &newer()),
        }
        let before = world.kept();
        let board = restore(&world, &file);
        assert_eq!(world.kept(), before, "{part}");
        assert!(board.all("preview-form").is_empty());
    }
}

#[test]
fn what_is_damaged_here_is_put_aside_and_comes_back() {
    let there = world();
    let file = backup_of(&there);
    let id = gardener(&there);
    let texts = Folder::of_texts(id).to_string();
    let harms: [&dyn Fn(&Model); 4] = [
        &|world| world.put(&texts, &world.kept()[&texts].replacen("Trees", "Tress", 1)),
        &|world| replace(world, id, |sealed| sealed.replace("2026-11-02", "2026-11-03")),
        &|world| world.put(&Folder::of_application(id).to_string(), "no folder"),
        &|world| world.put(&Folder::of_texts(id).to_string(), "no folder"),
    ];
    for harm in harms {
        let here = world();
        harm(&here);
        restore(&here, &file);
        assert_eq!(whole(&here), whole(&there));
        check_sound(&here);
        let aside = here.kept().into_iter().filter(|(key, _)| key.starts_with("bad/"));
        assert_eq!(aside.count(), 1);
    }
}

/// F48: there are 64 places for it.
#[test]
fn however_much_is_damaged_here_none_of_it_is_written_over() {
    let there = Model::on("2026-11-02");
    for number in 0..70 {
        there.turn_the_leaf();
        let address = format!("https://northwind.example/jobs/{number}");
        let mut desk = Desk::at(&there, page(&address, &format!("Gardener {number}"), "Northwind", ""));
        desk.press("applied", "capture-card", &[]);
    }
    let file = backup_of(&there);
    let here = there.copy();
    let folders: Vec<String> = here.kept().into_keys().filter(|key| key.starts_with("app/")).collect();
    assert_eq!(folders.len(), 70);
    for key in &folders {
        here.put(key, &format!("spoilt: {key}."));
    }
    take(&here, &file);
    assert_eq!(whole(&here), whole(&there));
    let aside = here.kept().into_iter().filter(|(key, _)| key.starts_with("bad/"));
    let aside: Vec<String> = aside.map(|(_, text)| text).collect();
    assert_eq!(aside.len(), 64);
    for key in folders {
        let spoilt = format!("spoilt: {key}.");
        assert!(aside.iter().any(|text| text.contains(&spoilt)), "{key}");
    }
}

#[test]
fn what_only_a_newer_version_knows_survives_the_way_there_and_back() {
    let text = format!(
        r#"{{"your_move_backup":1,"applications":[{{"id":"{}","later":[1],"events":[
        {{"id":"01a0c450-6c01-7101-8101-010101010102","on":"2026-11-02","logged":"2026-11-02T09:00:00Z","what":{{"juggled":{{"balls":3}}}},"mood":"good"}}]}}]}}"#,
        ApplicationId::new(1, [1; 10])
    );
    let world = Model::on("2026-11-02");
    restore(&world, &text);
    let file = backup_of(&world);
    for part in [r#""later":[1]"#, r#"{"juggled":{"balls":3}}"#, r#""mood":"good""#] {
        assert!(file.contains(part), "{file}");
    }
    let to = Model::on("2026-11-02");
    restore(&to, &file);
    assert_eq!(whole(&to), whole(&world));
}

/// What a person does on one of their machines.
#[derive(Clone, Debug)]
enum Deed {
    Note(usize),
    Retitle(usize, u8),
    Erase(usize),
    Exchange,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..2usize).prop_map(Deed::Note),
        (0..2usize, any::<u8>()).prop_map(|(which, title)| Deed::Retitle(which, title)),
        (0..2usize).prop_map(Deed::Erase),
        Just(Deed::Exchange),
    ]
}

fn carry(world: &Model, other: &Model, deed: &Deed) {
    let nth = |which: usize| applications(world)[which].application();
    let (id, command) = match deed {
        Deed::Note(which) => (nth(*which), Command::Log(vec![(world.today().0, noted("A note."))])),
        Deed::Retitle(which, title) => {
            let what = titled(&format!("Title {title}"));
            (nth(*which), Command::Log(vec![(world.today().0, what)]))
        }
        Deed::Erase(which) => (nth(*which), Command::Erase),
        Deed::Exchange => {
            take(world, &backup_of(other));
            return;
        }
    };
    // What was deleted has no more to be said of it.
    let _ = block_on(carry_out(world, Target::Kept(id), command));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// F44.
    #[test]
    fn two_machines_that_exchange_backups_come_to_the_same(deeds in prop::collection::vec((any::<bool>(), deed()), 0..10)) {
        let one = world();
        let other = one.copy();
        // Two machines give no identity twice.
        other.turn_away();
        for (is_one, deed) in &deeds {
            let (here, there) = if *is_one { (&one, &other) } else { (&other, &one) };
            carry(here, there, deed);
        }
        take(&one, &backup_of(&other));
        take(&other, &backup_of(&one));
        prop_assert_eq!(whole(&one), whole(&other));
        check_sound(&one);
        check_sound(&other);

        // And so does a machine that had nothing.
        let anew = Model::on("2026-11-02");
        take(&anew, &backup_of(&one));
        prop_assert_eq!(whole(&anew), whole(&one));
        check_sound(&anew);
    }
}

#[test]
fn a_backup_of_descriptions_alone_is_no_other_event() {
    // The same events without their descriptions, as where these were damaged when it was made: nothing is lost here.
    let world = world();
    let records = applications(&world);
    let made = world.now();
    let file = write_backup(&Backup::new(made, None, records));
    let before = whole(&world);
    restore(&world, &file);
    assert_eq!(whole(&world), before);
    assert!(block_on(world.get(&[Key::Head])).is_ok());
}

/// Each look at the model's clock takes a second, so that each turn does one step.
#[test]
fn each_step_says_how_far_it_has_come_and_can_be_stopped() {
    let from = world();
    let file = backup_of(&from);
    let mut said = Vec::new();
    for turns in 0.. {
        let to = Model::on("2026-11-02");
        let mut board = Board::at(&to, "settings");
        board.ask("restore", "restore", &[("file", &file)]);
        for _ in 0..turns {
            if board.all("preview-form").is_empty() {
                board.go_on();
            } else {
                board.ask("bring_in", "preview", &[("settings", "on")]);
            }
        }
        if !board.notice().is_empty() {
            assert_eq!(whole(&to), whole(&from));
            break;
        }
        assert!(to.kept().is_empty(), "nothing is written before the end");
        said.push(text(&board.card(), "reading"));
        if part(&board.card(), "can_stop") {
            board.act("stop_reading", "", &[]);
            expect!["It was stopped. Nothing was changed. | "].assert_eq(&board.notice());
            assert!(to.kept().is_empty());
        }
    }
    said.dedup();
    expect![[r#"
        Reading the backup: 16 %
        Reading the backup: 33 %
        Reading the backup: 50 %
        Reading the backup: 66 %
        Reading the backup: 83 %

        Bringing it in: 0 %
        Bringing it in: 11 %
        Bringing it in: 22 %
        Bringing it in: 33 %
        Bringing it in: 44 %
        Bringing it in: 55 %
        Bringing it in: 66 %
        Bringing it in: 72 %
        Bringing it in: 77 %
        Bringing it in: 83 %
        Bringing it in: 88 %
        Bringing it in: 94 %"#]]
    .assert_eq(&said.join("\n"));
}

/// A long file is read while something else is done.
#[test]
fn what_is_written_while_a_file_is_read_is_not_lost_and_neither_is_the_file() {
    let world = world();
    let file = backup_of(&world);
    let mut board = Board::at(&world, "settings");
    board.ask("restore", "restore", &[("file", &file)]);
    expect!["Reading the backup: 16 %"].assert_eq(&text(&board.card(), "reading"));
    log(&world, gardener(&world), noted("They called."));
    board.hear(&["head"]);
    board.finish();
    expect![[r#"
        A backup of Mon 2 Nov
        One is the same
          Pilot · Harbour Mill
        One is more up to date here
          Gardener · Northwind
        All of it is here already. There is nothing to bring in."#]]
    .assert_eq(&preview(&board));
}
