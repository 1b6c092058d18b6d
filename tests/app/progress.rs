//! What is due is made anew on the dashboard: it says how far it has come, answers meanwhile, and can be stopped. In the model's world each look
//! at the clock takes a second, so that everything takes long.

use pollster::block_on;
use your_move::app::{Dashboard, Popup, Visit, change_settings};
use your_move::view::{Card, Words};

use super::desk::{Desk, asked, gardener, page, part, text, within};
use super::sound::check_sound;
use super::world::{Call, Model, Trouble};

/// A world in which check-ins are due on four applications, each in a folder of its own.
fn world() -> Model {
    let world = Model::on("2026-10-05");
    let companies = ["Northwind", "Harbour Mill", "Contoso", "Lumen"];
    for (number, company) in companies.into_iter().enumerate() {
        world.turn_the_leaf();
        let posting = page(&format!("https://jobs.example/{number}"), "Gardener", company, "");
        Desk::at(&world, posting).press("applied", "capture-card", &[]);
    }
    world.turn_to("2026-10-30");
    world.give(Trouble::None);
    world
}

/// The same where what is derived has to be made anew.
fn without_head() -> Model {
    let world = world();
    world.forget("head");
    world
}

fn open(world: &Model, hash: &str) -> Dashboard<Model> {
    block_on(Dashboard::open(world.clone(), Words::english(), hash))
}

fn act(board: &mut Dashboard<Model>, name: &str, card: &str) -> bool {
    block_on(board.act(asked(name, card, "", &[])))
}

/// Goes on until nothing is left.
fn go_on(board: &mut Dashboard<Model>) {
    while block_on(board.read_on()).is_some() {}
}

fn rows(board: &Dashboard<Model>) -> usize {
    within(&board.card(), "move-row").len()
}

fn said(board: &Dashboard<Model>) -> String {
    text(&board.card(), "reading")
}

/// Whether the screen is shown, and which of the buttons: to stop, to read on, to try again.
fn shown(card: &Card) -> (bool, [bool; 3]) {
    let buttons = ["can_stop", "can_read_on", "can_try_again"];
    (part(card, "screen"), buttons.map(|name| part(card, name)))
}

/// Chooses other numbers, so that what is due has to be made anew.
fn choose_otherwise(world: &Model) {
    block_on(change_settings(
        world,
        Box::new(|choices| {
            choices.settings.company_spacing += 1;
            Ok(())
        }),
    ))
    .expect("kept");
}

#[test]
fn it_says_how_far_it_has_come_and_is_written_at_once() {
    let world = without_head();
    let mut board = open(&world, "today");
    assert_eq!(said(&board), "Working out what is due: 12 %");
    assert_eq!(shown(&board.card()), (false, [true, false, false]));
    assert_eq!(text(&board.card(), "count"), "");
    let mut steps = vec![said(&board)];
    while !part(&board.card(), "screen") {
        assert_eq!(world.writes(), 0);
        assert!(!world.is_locked(), "others can write");
        assert_eq!(block_on(board.read_on()), Some(true));
        steps.push(said(&board));
    }
    let percents = steps
        .iter()
        .filter_map(|said| said.strip_prefix("Working out what is due: "));
    let percents: Vec<&str> = percents.collect();
    assert_eq!(percents, ["12 %", "25 %", "37 %", "50 %", "62 %", "75 %", "87 %"]);
    assert_eq!(world.writes(), 1);
    assert_eq!(rows(&board), 4);
    assert_eq!(world.badge().0, "4");
    go_on(&mut board);
    assert_eq!(said(&board), "");
    check_sound(&world);
}

/// What the popup says of it, whether it can be stopped or tried again, and how many rows it shows.
fn told(popup: &Popup<Model>) -> (String, bool, bool, usize) {
    let card = popup.card();
    let rows = within(&card, "move-row").len();
    let (can_stop, can_try_again) = (part(&card, "can_stop"), part(&card, "can_try_again"));
    (text(&card, "reading"), can_stop, can_try_again, rows)
}

/// The popup on the first page, which is kept; the probe was as fast as it is.
fn popup(world: &Model) -> Popup<Model> {
    let mut popup = block_on(Popup::open(world.clone(), Words::english()));
    let posting = page("https://jobs.example/0", "Gardener", "Northwind", "");
    let visit = Visit {
        address: posting.address.clone(),
        snapshot: Ok(posting),
    };
    block_on(popup.see(visit));
    popup
}

#[test]
fn the_popup_says_how_far_it_has_come_and_then_knows_the_page() {
    let world = without_head();
    let mut popup = popup(&world);
    assert_eq!(told(&popup), ("Working out what is due: 12 %".into(), true, false, 0));
    assert!(!popup.is_ready() && !world.is_locked());
    let card = popup.card();
    assert!(!part(&card, "first_run") && text(&card, "calm").is_empty());
    let mut last = told(&popup).0;
    while !popup.is_ready() {
        assert!(block_on(popup.read_on()).is_some());
        let said = told(&popup).0;
        assert!(said.is_empty() || said > last, "{said} after {last}");
        last = said;
    }
    assert_eq!(within(&popup.card(), "kept-card").len(), 1);
    assert_eq!(told(&popup), (String::new(), false, false, 4));
    assert_eq!((world.badge().0.as_str(), world.writes()), ("4", 1));
    check_sound(&world);
}

#[test]
fn stopped_in_the_popup_the_page_is_read_all_the_same() {
    let world = without_head();
    let kept = world.kept();
    let mut popup = popup(&world);
    assert!(block_on(popup.act(asked("stop_reading", "", "", &[]))));
    while block_on(popup.read_on()).is_some() {}
    assert_eq!(
        told(&popup),
        (
            "What is due was not worked out anew. Nothing was changed.".into(),
            false,
            true,
            0
        )
    );
    assert_eq!(within(&popup.card(), "kept-card").len(), 1);
    assert_eq!(world.kept(), kept);
    assert!(block_on(popup.act(asked("retry", "", "", &[]))));
    while block_on(popup.read_on()).is_some() {}
    assert_eq!(told(&popup), (String::new(), false, false, 4));
    check_sound(&world);
}

#[test]
fn a_command_in_the_popup_needs_no_patience() {
    let world = without_head();
    let mut popup = popup(&world);
    assert!(block_on(popup.act(asked("stop_reading", "", "", &[]))));
    while block_on(popup.read_on()).is_some() {}
    let key = within(&popup.card(), "kept-card").remove(0).key;
    assert!(block_on(popup.act(asked("log", &key, "heard", &[]))));
    let form = within(&popup.card(), "entry-form").remove(0).key;
    assert!(block_on(popup.act(asked("keep", &key, &form, &[("on", "2026-10-30")]))));
    assert_eq!(told(&popup), (String::new(), false, false, 3));
    check_sound(&world);
}

#[test]
fn what_needs_no_agenda_is_shown_meanwhile() {
    for hash in ["settings", "welcome", "people", "insights", "new"] {
        assert!(part(&open(&without_head(), hash).card(), "screen"), "{hash}");
    }
    for hash in ["today", "applications"] {
        let mut board = open(&without_head(), hash);
        assert!(!part(&board.card(), "screen"), "{hash}");
        go_on(&mut board);
        assert!(part(&board.card(), "screen"), "{hash}");
    }
}

#[test]
fn stopped_it_leaves_the_ledger_as_it_was_and_can_be_tried_again() {
    for hash in ["today", "settings"] {
        let world = without_head();
        let (kept, badge) = (world.kept(), world.badge());
        let mut board = open(&world, hash);
        assert!(act(&mut board, "stop_reading", ""));
        go_on(&mut board);
        // The page is looked at again, and something else was written elsewhere.
        block_on(board.look_again());
        block_on(board.changed(&["agenda/00".to_owned()]));
        go_on(&mut board);
        assert_eq!(
            said(&board),
            "What is due was not worked out anew. Nothing was changed."
        );
        assert_eq!(shown(&board.card()).1, [false, false, true]);
        assert_eq!(world.kept(), kept);
        assert_eq!(world.badge(), badge);

        assert!(act(&mut board, "retry", ""));
        go_on(&mut board);
        assert_eq!(said(&board), "");
        check_sound(&world);
        block_on(board.go("today"));
        assert_eq!(rows(&board), 4);
    }
}

#[test]
fn what_was_due_is_shown_until_it_is_made_by_other_rules() {
    let world = world();
    let mut board = open(&world, "today");
    go_on(&mut board);
    choose_otherwise(&world);
    block_on(board.changed(&["settings".to_owned()]));
    assert_eq!(shown(&board.card()), (true, [true, false, false]));
    assert_eq!(rows(&board), 4);
    // Where it was stopped, another choice begins it anew.
    assert!(act(&mut board, "stop_reading", ""));
    choose_otherwise(&world);
    block_on(board.changed(&["settings".to_owned()]));
    assert_eq!(shown(&board.card()), (true, [true, false, false]));
    go_on(&mut board);
    assert_eq!(rows(&board), 4);
    check_sound(&world);
}

#[test]
fn what_is_made_elsewhere_meanwhile_is_taken() {
    let world = without_head();
    let mut board = open(&world, "today");
    world.turn_the_leaf();
    Desk::at(&world, gardener()).press("applied", "capture-card", &[]);
    // It has other commands behind it than a head that was made anew.
    world.mirrored().forget("");
    let (kept, writes) = (world.kept(), world.writes());
    go_on(&mut board);
    assert_eq!((world.kept(), world.writes()), (kept, writes));
    assert_eq!(text(&board.card(), "kept"), "5");
}

#[test]
fn where_the_ledger_is_another_one_meanwhile_it_is_begun_again() {
    let world = without_head();
    let mut board = open(&world, "today");
    world.turn_the_leaf();
    Desk::at(&world, gardener()).press("applied", "capture-card", &[]);
    // And that, too, has to be made anew.
    choose_otherwise(&world);
    go_on(&mut board);
    assert_eq!(text(&board.card(), "kept"), "5");
    check_sound(&world);
    assert_eq!(said(&board), "");
}

#[test]
fn where_the_storage_fails_that_is_said_and_nothing_is_changed() {
    let world = without_head();
    let kept = world.kept();
    let mut board = open(&world, "today");
    world.give(Trouble::FailsFrom(0));
    go_on(&mut board);
    assert_eq!(within(&board.card(), "trouble").len(), 1);
    assert_eq!(said(&board), "");
    assert_eq!(world.kept(), kept);
    world.give(Trouble::None);
    assert!(act(&mut board, "retry", "trouble"));
    go_on(&mut board);
    assert_eq!(rows(&board), 4);
    check_sound(&world);
}

#[test]
fn a_button_that_is_held_does_not_stand_in_its_way() {
    let world = world();
    let mut board = open(&world, "today");
    go_on(&mut board);
    choose_otherwise(&world);
    block_on(board.changed(&["settings".to_owned()]));
    let row = within(&board.card(), "move-row").remove(0).key;
    block_on(board.prepare(&asked("sent", &row, "", &[])));
    assert!(world.is_locked());
    go_on(&mut board);
    assert!(!world.is_locked());
    assert!(act(&mut board, "sent", &row));
    assert_eq!(rows(&board), 3);
    check_sound(&world);
}

#[test]
fn what_is_there_is_not_made_anew() {
    let world = world();
    open(&world, "welcome");
    assert!(!world.calls().contains(&Call::GetAll));
}
