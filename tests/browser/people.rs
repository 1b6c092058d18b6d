//! Everybody who is known, in the dashboard, by mouse and by keyboard.

use crate::driver::Key;
use crate::fill::meet_recruiter;
use crate::insights::Kept;
use crate::keyboard::tab_to;
use crate::popup::Popup;

const ROW: &str = "[data-template=person-row]";

/// A search in which a recruiter is the one to write to.
#[track_caller]
fn people() -> (Kept, Popup) {
    let kept = Kept::with(meet_recruiter);
    let page = kept.open("people");
    page.wait_for(ROW);
    (kept, page)
}

/// Looks for somebody, and waits until nobody else is shown.
#[track_caller]
fn look_for(page: &Popup, words: &str, name: &str) {
    page.fill("[name=people]", words);
    let only = format!("document.querySelectorAll('{ROW}').length === 1");
    page.session().wait_for("one person", &only);
    assert_eq!(page.text(&format!("{ROW} h2")), name);
}

#[test]
fn who_is_found_is_opened_and_leads_to_their_application() {
    let (_kept, page) = people();
    look_for(&page, "lighthouse zo", "Zoë Quill");
    let open = format!("{ROW} [data-action=person]");
    page.press(&open);
    page.wait_for("[data-template=person-file]");
    let expanded = "document.querySelector('[data-action=person]').ariaExpanded";
    assert_eq!(page.session().evaluate(expanded), "true");
    assert_eq!(page.text(".reach [data-slot=email]"), "zoe@agency.example");
    page.press(".persons-jobs [data-slot=job]");
    page.wait_for(".application-screen .kept");
    assert_eq!(page.text(".kept [data-slot=title]"), "Lighthouse Keeper");
}

#[test]
fn somebody_is_put_right_by_keyboard_alone() {
    let (_kept, page) = people();
    let session = page.session();
    tab_to(&page, "[name=people]");
    session.type_text("quill");
    session.wait_for(
        "one person",
        &format!("document.querySelectorAll('{ROW}').length === 1"),
    );
    tab_to(&page, "[data-action=person]");
    session.press(Key::Enter);
    page.wait_for("[data-template=person-file]");
    tab_to(&page, "[data-opens=correct]");
    session.press(Key::Space);
    tab_to(&page, "[name=role]");
    session.press(Key::SelectAll);
    session.type_text("Talent lead");
    session.press(Key::Enter);
    session.wait_for(
        "the role to be put right",
        "document.querySelector('.person [data-slot=who]')?.textContent.startsWith('Talent lead · ')",
    );
    page.settle();
    assert!(!page.shows("[data-panel=correct]"));
    tab_to(&page, ".notice [data-action=undo]");
    session.press(Key::Enter);
    session.wait_for(
        "the role to be as it was",
        "document.querySelector('.person [data-slot=who]')?.textContent.startsWith('Recruiter · ')",
    );
}

#[test]
fn nobody_is_shown_for_words_that_nobody_has() {
    let (_kept, page) = people();
    page.fill("[name=people]", "zzzz");
    page.wait_for(".people-screen [data-slot=beside]");
    assert_eq!(page.texts(ROW).len(), 0);
    page.fill("[name=people]", "");
    page.wait_for(ROW);
}
