//! What is known of an application is put right after it was kept, in the form of a posting.

use super::desk::{Desk, gardener, part, text, value, within};
use your_move::view::Card;

/// The gardener's application, with the form in which it is put right open.
fn desk() -> Desk {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-03", gardener());
    open(&mut desk);
    desk
}

fn open(desk: &mut Desk) {
    desk.press_on("log", &desk.first("kept-card"), "put_right", &[]);
}

fn form(desk: &Desk) -> Card {
    let forms = within(&desk.first("kept-card"), "capture-card");
    forms.into_iter().next().expect("a form")
}

/// Sends the form with that typed into it.
fn send(desk: &mut Desk, typed: &[(&str, &str)]) {
    let (card, form) = (desk.first("kept-card"), form(desk));
    let filled = Card {
        fields: form.fields,
        ..card
    };
    desk.press_on("keep", &filled, "put_right", typed);
}

fn is_open(desk: &Desk) -> bool {
    !within(&desk.first("kept-card"), "capture-card").is_empty()
}

#[test]
fn the_form_says_what_is_known() {
    let desk = desk();
    let form = form(&desk);
    assert_eq!(value(&form, "title"), "Gardener");
    assert_eq!(value(&form, "company"), "Northwind");
    assert_eq!(value(&form, "address"), "https://northwind.example/jobs/1");
    assert!(
        part(&form, "put_right") && part(&form, "address"),
        "it is kept, and its address can be another"
    );
    assert!(!part(&form, "new") && !part(&form, "description"), "it was applied for");
}

#[test]
fn what_is_put_right_is_shown_and_can_be_undone() {
    let mut desk = desk();
    let before = desk.timeline();
    send(
        &mut desk,
        &[
            ("title", "Head Gardener"),
            ("company", "Northwind Parks"),
            ("place", "Bern; Basel"),
        ],
    );
    let card = desk.first("kept-card");
    assert_eq!(text(&card, "title"), "Head Gardener");
    assert_eq!(text(&card, "company"), "Northwind Parks");
    assert_eq!(text(&card, "facts"), "Bern · Basel");
    assert_eq!(desk.notice(), "You corrected: Job title, Company, Place. | ");
    assert_eq!(desk.timeline(), before, "it is no event of the search");
    assert!(!is_open(&desk), "the form is closed");

    desk.press("undo", "notice", &[]);
    let card = desk.first("kept-card");
    assert_eq!(text(&card, "title"), "Gardener");
    assert_eq!(text(&card, "facts"), "");
    assert_eq!(desk.notice(), "Undone: You corrected: Job title, Company, Place. | ");
}

#[test]
fn nothing_put_right_is_nothing_written_down() {
    let mut desk = desk();
    let before = desk.world.writes();
    send(&mut desk, &[]);
    assert!(!is_open(&desk), "the form is closed");
    assert!(desk.all("notice").is_empty());
    assert_eq!(desk.world.writes(), before);
}

#[test]
fn what_cannot_be_understood_is_said_beside_its_field() {
    for (field, typed, slot) in [
        ("address", "northwind", "address_error"),
        ("apply", "northwind", "apply_error"),
        ("pay", "a lot", "pay_error"),
        ("posted", "soon", "posted_error"),
    ] {
        let mut desk = desk();
        send(&mut desk, &[(field, typed)]);
        assert!(!text(&form(&desk), slot).is_empty(), "{field}");
        assert_eq!(text(&desk.first("kept-card"), "title"), "Gardener");
    }
    // Something has to be left of it.
    let mut desk = desk();
    send(&mut desk, &[("title", ""), ("company", "")]);
    assert!(!text(&form(&desk), "title_error").is_empty());
}

#[test]
fn it_is_known_at_its_new_address_and_at_the_old_one() {
    let mut desk = desk();
    send(
        &mut desk,
        &[("address", "https://northwind.example/jobs/2?utm_source=x")],
    );
    desk.come_back("2026-11-04", gardener());
    assert_eq!(text(&desk.first("kept-card"), "title"), "Gardener");
    let page = super::desk::page("https://northwind.example/jobs/2", "Gardener", "Northwind", "");
    desk.come_back("2026-11-04", page);
    assert_eq!(text(&desk.first("kept-card"), "title"), "Gardener");
}

#[test]
fn what_is_typed_is_back_after_the_window_was_closed() {
    let mut desk = desk();
    let card = desk.first("kept-card");
    desk.leave(
        "keep",
        &card,
        "put_right",
        &[("title", "Head Gard"), ("company", "Northwind")],
    );
    desk.come_back("2026-11-03", gardener());
    assert_eq!(value(&form(&desk), "title"), "Head Gard");
    assert!(part(&form(&desk), "restored"));
}

#[test]
fn one_that_is_written_by_hand_can_have_an_address() {
    let mut desk = Desk::on(
        &super::world::Model::on("2026-11-02"),
        "chrome://newtab/",
        Err(your_move::domain::Fault::PageClosed),
    );
    desk.write_by_hand();
    let card = desk.first("capture-card");
    assert!(part(&card, "address"));
    desk.press_on(
        "save",
        &card,
        "",
        &[
            ("title", "Gardener"),
            ("address", "https://northwind.example/jobs/1?gclid=1"),
        ],
    );
    desk.come_back("2026-11-03", gardener());
    assert_eq!(text(&desk.first("kept-card"), "title"), "Gardener");
}

#[test]
fn an_application_keeps_a_name_by_which_it_is_found() {
    let mut desk = desk();
    send(&mut desk, &[("title", ""), ("company", " ")]);
    assert!(is_open(&desk));
    assert!(!text(&form(&desk), "title_error").is_empty());
    send(&mut desk, &[("title", ""), ("company", "Northwind Parks")]);
    assert!(!is_open(&desk), "one of the two is enough");
}

#[test]
fn an_e_mail_address_is_one_or_is_refused_at_its_place() {
    for wrong in [
        "sam.reyes",
        "sam@northwind",
        "sam@",
        "@northwind.example",
        "sam @northwind.example",
    ] {
        let mut desk = desk();
        send(&mut desk, &[("contact", "Sam Reyes"), ("contact_email", wrong)]);
        let said = text(&form(&desk), "contact_email_error");
        assert!(said.contains("dana@northwind.example"), "{wrong}: {said}");
    }
    let mut desk = desk();
    send(
        &mut desk,
        &[("contact", "Sam Reyes"), ("contact_email", "sam@northwind.example")],
    );
    assert!(!is_open(&desk));
}

#[test]
fn an_address_may_leave_out_how_it_is_reached() {
    let mut desk = desk();
    send(&mut desk, &[("apply", "northwind.example/jobs/1/apply")]);
    open(&mut desk);
    assert_eq!(value(&form(&desk), "apply"), "https://northwind.example/jobs/1/apply");
    for wrong in [
        "northwind",
        "javascript:alert(1)",
        "dana@northwind.example",
        "see our page",
    ] {
        send(&mut desk, &[("apply", wrong)]);
        assert!(!text(&form(&desk), "apply_error").is_empty(), "{wrong}");
    }
}
