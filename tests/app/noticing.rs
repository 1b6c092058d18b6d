//! What looks, on a site that the user lets be watched, as if they had applied: it is proposed, and nothing is written down before they confirm.

use pollster::block_on;
use your_move::app::{notice, notice_sent};
use your_move::capture::{Form, Heading, PageSnapshot, Sent};
use your_move::domain::Stage;
use your_move::ledger::fold;
use your_move::view::Words;

use super::desk::{Desk, gardener, page, part, text};
use super::sound::{applications, check_sound};
use super::world::{Model, Trouble};

const SENT: Sent = Sent {
    files: 1,
    filled: 4,
    secret: false,
};
const FORM: Form = Form { fields: 5, file: true };

/// A page that thanks, at an address that no board has.
fn thanks() -> PageSnapshot {
    PageSnapshot {
        address: "https://northwind.example/apply/thanks?id=1".to_owned(),
        title: "Northwind".to_owned(),
        headings: vec![Heading {
            level: 1,
            text: "Thank you for applying!".to_owned(),
        }],
        ..PageSnapshot::default()
    }
}

/// A page without anything to see.
fn elsewhere(address: &str) -> PageSnapshot {
    PageSnapshot {
        address: address.to_owned(),
        ..PageSnapshot::default()
    }
}

fn see(world: &Model, tab: &str, page: &PageSnapshot) {
    block_on(notice(world, Words::english(), tab, page)).expect("no fault");
    check_sound(world);
}

/// The proposals that the popup shows, above a page of its own.
fn asked(world: &Model) -> Vec<String> {
    let mut desk = Desk::on(
        world,
        "https://elsewhere.example/",
        Ok(elsewhere("https://elsewhere.example/")),
    );
    desk.go_on();
    let proposals = desk.all("proposal").into_iter();
    proposals
        .map(|card| [text(&card, "job"), text(&card, "seen")].join(" | "))
        .collect()
}

fn stages(world: &Model) -> Vec<Stage> {
    let folded = applications(world).into_iter();
    folded
        .map(|record| fold(record.application(), record.events()).stage)
        .collect()
}

/// A desk with one proposal on it.
fn with_proposal(world: &Model) -> Desk {
    Desk::on(
        world,
        "https://elsewhere.example/",
        Ok(elsewhere("https://elsewhere.example/")),
    )
}

#[test]
fn what_was_sent_from_a_posting_is_proposed_and_kept_once_it_is_confirmed() {
    let world = Model::on("2026-11-02");
    see(&world, "1", &gardener());
    // Its form says less of it.
    let mut form = page(
        "https://northwind.example/jobs/1/apply",
        "Apply: Gardener",
        "Northwind",
        "",
    );
    form.form = FORM;
    see(&world, "1", &form);
    block_on(notice_sent(&world, "1", SENT));
    see(&world, "1", &thanks());
    // Nothing is written down by itself.
    assert_eq!(applications(&world).len(), 0);
    assert_eq!(world.badge(), ("1".to_owned(), "One application to confirm".to_owned()));
    world.turn_to("2026-11-04");
    assert_eq!(
        asked(&world),
        ["Gardener · Northwind | It looked so on Mon 2 Nov at northwind.example."]
    );
    let mut desk = with_proposal(&world);
    assert!(part(&desk.card(), "noticed"));
    desk.press("confirm", "proposal", &[]);
    assert_eq!(stages(&world), [Stage::Applied]);
    // On the day on which it was sent.
    assert!(
        desk.timeline().iter().any(|line| line == "Mon 2 Nov You applied"),
        "{:?}",
        desk.timeline()
    );
    assert!(desk.all("proposal").is_empty() && asked(&world).is_empty());
    assert_eq!(world.badge().0, "");
}

#[test]
fn of_a_posting_that_is_kept_it_is_written_down_there() {
    let world = Model::on("2026-11-02");
    Desk::at(&world, gardener()).press("save", "capture-card", &[]);
    see(&world, "1", &gardener());
    see(&world, "1", &thanks());
    with_proposal(&world).press("confirm", "proposal", &[]);
    assert_eq!(stages(&world), [Stage::Applied]);
}

#[test]
fn a_board_that_names_the_posting_needs_no_page_before() {
    let world = Model::on("2026-11-02");
    let address = "https://job-boards.greenhouse.io/northwind/jobs/4210007";
    Desk::at(&world, page(address, "Gardener", "Northwind", "")).press("save", "capture-card", &[]);
    see(&world, "1", &elsewhere(&format!("{address}/confirmation")));
    with_proposal(&world).press("confirm", "proposal", &[]);
    assert_eq!(stages(&world), [Stage::Applied]);
}

#[test]
fn what_is_denied_is_not_asked_again() {
    let world = Model::on("2026-11-02");
    see(&world, "1", &gardener());
    see(&world, "1", &thanks());
    let mut desk = with_proposal(&world);
    desk.press("deny", "proposal", &[]);
    assert!(desk.all("proposal").is_empty());
    assert_eq!(world.badge().0, "");
    see(&world, "1", &gardener());
    see(&world, "1", &thanks());
    assert_eq!(asked(&world), [""; 0]);
    // It is another matter a month later.
    world.turn_to("2026-12-03");
    see(&world, "1", &gardener());
    see(&world, "1", &thanks());
    assert_eq!(asked(&world).len(), 1);
}

#[test]
fn what_is_written_down_already_is_not_asked() {
    let world = Model::on("2026-11-02");
    see(&world, "1", &gardener());
    see(&world, "1", &thanks());
    // The user was quicker.
    Desk::at(&world, gardener()).press("applied", "capture-card", &[]);
    assert_eq!(asked(&world), [""; 0]);
    assert_eq!(world.badge().0, "");
    // And before it looks so.
    world.turn_to("2027-01-20");
    see(&world, "1", &gardener());
    see(&world, "1", &thanks());
    assert_eq!(asked(&world), [""; 0]);
}

#[test]
fn without_a_posting_only_thanks_are_proposed_and_the_user_writes_the_rest() {
    let world = Model::on("2026-11-02");
    block_on(notice_sent(&world, "1", SENT));
    see(&world, "1", &elsewhere("https://northwind.example/contact/done"));
    assert_eq!(asked(&world), [""; 0]);
    see(&world, "1", &thanks());
    assert_eq!(asked(&world), ["Northwind | It looked so today at northwind.example."]);
    let mut desk = with_proposal(&world);
    desk.press("confirm", "proposal", &[]);
    assert_eq!(super::desk::value(&desk.first("capture-card"), "title"), "Northwind");
    assert_eq!(applications(&world).len(), 0);
    desk.press(
        "applied",
        "capture-card",
        &[("title", "Gardener"), ("company", "Northwind")],
    );
    assert_eq!(stages(&world), [Stage::Applied]);
    assert_eq!(asked(&world), [""; 0]);
}

#[test]
fn what_was_seen_in_one_tab_is_nothing_in_another() {
    let world = Model::on("2026-11-02");
    see(&world, "1", &gardener());
    block_on(notice_sent(&world, "1", SENT));
    see(&world, "2", &elsewhere("https://northwind.example/somewhere"));
    assert_eq!(asked(&world), [""; 0]);
    see(&world, "1", &elsewhere("https://northwind.example/somewhere"));
    assert_eq!(asked(&world).len(), 1);
}

#[test]
fn the_same_thanks_are_no_second_application() {
    let world = Model::on("2026-11-02");
    see(&world, "1", &gardener());
    for _ in 0..3 {
        see(&world, "1", &thanks());
    }
    assert_eq!(
        asked(&world),
        ["Gardener · Northwind | It looked so today at northwind.example."]
    );
}

#[test]
fn a_form_that_led_nowhere_is_not_of_the_next_posting() {
    let world = Model::on("2026-11-02");
    block_on(notice_sent(&world, "1", SENT));
    see(&world, "1", &gardener());
    see(&world, "1", &elsewhere("https://northwind.example/jobs"));
    assert_eq!(asked(&world), [""; 0]);
    // Nor is what was looked at yesterday, or on another site.
    see(&world, "1", &gardener());
    block_on(notice_sent(&world, "1", SENT));
    see(&world, "1", &elsewhere("https://shop.example/done"));
    assert_eq!(asked(&world), [""; 0]);
    see(&world, "2", &gardener());
    world.turn_to("2026-11-03");
    block_on(notice_sent(&world, "2", SENT));
    see(&world, "2", &elsewhere("https://northwind.example/done"));
    assert_eq!(asked(&world), [""; 0]);
}

#[test]
fn what_is_being_written_is_asked_until_it_is_kept() {
    let world = Model::on("2026-11-02");
    see(&world, "1", &thanks());
    with_proposal(&world).press("confirm", "proposal", &[]);
    // The popup closed before anything was kept.
    assert_eq!(asked(&world).len(), 1);
}

#[test]
fn of_what_is_deleted_nothing_is_proposed_nor_kept() {
    let world = Model::on("2026-11-02");
    Desk::at(&world, gardener()).press("save", "capture-card", &[]);
    see(&world, "1", &gardener());
    see(&world, "1", &thanks());
    Desk::at(&world, gardener()).log("erased", &[]);
    assert_eq!(asked(&world), [""; 0]);
    assert!(!world.kept()["proposed"].contains("Gardener"));
}

#[test]
fn a_click_or_a_search_on_a_posting_is_nothing() {
    let world = Model::on("2026-11-02");
    see(&world, "1", &gardener());
    see(&world, "1", &elsewhere("https://northwind.example/apply"));
    block_on(notice_sent(
        &world,
        "1",
        Sent {
            files: 0,
            filled: 1,
            secret: false,
        },
    ));
    see(&world, "1", &elsewhere("https://northwind.example/search"));
    assert_eq!(asked(&world), [""; 0]);
    assert_eq!(world.badge().0, "");
}

#[test]
fn nobody_is_asked_for_ever_nor_about_more_than_a_person_sends() {
    let world = Model::on("2026-11-02");
    for number in 0..30 {
        see(
            &world,
            "1",
            &page(
                &format!("https://jobs.example/{number}"),
                &format!("Job {number}"),
                "Northwind",
                "",
            ),
        );
        let thanks = PageSnapshot {
            address: "https://jobs.example/thanks".to_owned(),
            ..thanks()
        };
        see(&world, "1", &thanks);
    }
    assert_eq!(asked(&world).len(), 20);
    world.turn_to("2026-11-17");
    assert_eq!(asked(&world), [""; 0]);
}

/// F6: where it cannot be kept, nothing is proposed, and what is kept is unharmed.
#[test]
fn where_the_storage_fails_nothing_is_proposed() {
    let world = Desk::applied("2026-11-02").world;
    let other = page("https://jobs.example/2", "Pilot", "Harbour Mill", "");
    see(&world, "1", &other);
    let before = world.kept();
    for nth in 0..3 {
        world.give(Trouble::FailsFrom(nth));
        assert!(block_on(notice(&world, Words::english(), "1", &thanks())).is_err());
        world.give(Trouble::None);
        assert_eq!(world.kept(), before);
        see(&world, "1", &other);
    }
}

/// F18: what is damaged was a guess, and is given up.
#[test]
fn what_cannot_be_read_is_no_proposal() {
    let world = Model::on("2026-11-02");
    see(&world, "1", &gardener());
    see(&world, "1", &thanks());
    world.put("proposed", "{");
    assert_eq!(asked(&world), [""; 0]);
    see(&world, "1", &gardener());
    see(&world, "1", &thanks());
    assert_eq!(asked(&world).len(), 1);
}

#[test]
fn the_popup_says_whether_a_site_is_watched_and_lets_it_be() {
    let world = Model::on("2026-11-02");
    let desk = Desk::at(&world, gardener());
    let site = desk.first("site");
    assert_eq!(text(&site, "watch"), "Notice applications on northwind.example");
    assert_eq!(
        site.attributes,
        [("data-origins", "https://northwind.example/*".to_owned())]
    );
    world.watch(&gardener().address);
    let mut desk = Desk::at(&world, gardener());
    let site = desk.first("site");
    assert_eq!(
        text(&site, "watched"),
        "On northwind.example it is noticed when you apply, and you are asked."
    );
    assert!(part(&site, "leave"));
    desk.press("unwatch", "site", &[]);
    assert_eq!(text(&desk.first("site"), "watched"), "");
    // Only what is safe can be watched, and nothing of the browser's own.
    for address in [
        "http://northwind.example/jobs/1",
        "chrome://settings/",
        "file:///jobs.html",
    ] {
        let desk = Desk::on(&world, address, Ok(elsewhere(address)));
        assert!(desk.all("site").is_empty(), "{address}");
    }
}
