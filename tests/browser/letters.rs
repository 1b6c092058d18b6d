//! The message of a row, as it is opened, changed and taken along.

use serde_json::json;

use crate::driver::Key;
use crate::follow_ups::apply_long_ago;
use crate::keyboard::tab_to;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, NORTHWIND, Scene};

const WRITE: &str = "#moves [data-action=write]";
const SUBJECT: &str = ".letter [name=subject]";
const BODY: &str = ".letter [name=body]";

/// The popup with a check-in that is due.
#[track_caller]
fn due(scene: &Scene) -> Popup {
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    apply_long_ago(&popup);
    scene.wait_for_badge("1");
    popup
}

/// The same with its message open.
#[track_caller]
fn written(scene: &Scene) -> Popup {
    let popup = due(scene);
    popup.press(WRITE);
    popup.wait_for(".letter");
    popup
}

/// Where a link of the message leads.
#[track_caller]
fn link(popup: &Popup, name: &str) -> String {
    let link = format!("document.querySelector('.letter [data-slot={name}]').href");
    popup.session().evaluate(&link).as_str().expect("an address").to_owned()
}

#[test]
fn escape_leads_back_to_what_it_folds_up_beside_an_open_message() {
    let scene = Scene::new();
    let popup = written(&scene);
    // What Escape folds up gives the focus back to what unfolded it.
    popup.press("#moves [data-opens=later]");
    popup.session().press(Key::Escape);
    let focused = "document.activeElement.dataset.opens ?? ''";
    assert_eq!(popup.session().evaluate(focused), "later");
    assert!(popup.shows(".letter"));
}

#[test]
fn it_is_changed_and_opened_where_it_is_sent() {
    let scene = Scene::new();
    let popup = due(&scene);
    let events = scene.events().len();
    popup.press(WRITE);
    popup.wait_for(".letter");
    assert!(popup.value(SUBJECT).starts_with("My application for the role of "));
    let warm = popup.value(BODY);
    assert!(warm.starts_with("Hello,\n\nI applied for the role of "), "{warm}");

    popup.fill(SUBJECT, "A & B?");
    popup.fill(BODY, "Hello & welcome");
    popup.settle();
    assert_eq!(
        link(&popup, "program"),
        "mailto:?subject=A%20%26%20B%3F&body=Hello%20%26%20welcome"
    );
    // What was typed stays with its manner.
    popup.press(".letter [value=brief]");
    assert!(popup.value(BODY).ends_with("Best regards"));
    popup.press(".letter [value=warm]");
    assert_eq!(popup.value(BODY), "Hello & welcome");

    let gmail = link(&popup, "gmail");
    assert_eq!(
        gmail,
        "https://mail.google.com/mail/?view=cm&fs=1&su=A%20%26%20B%3F&body=Hello%20%26%20welcome"
    );
    popup.leave_by(".letter [data-slot=gmail]");
    scene.browser.wait_for_target("page", &gmail, &[]);
    assert_eq!(scene.events().len(), events, "opening it logs nothing");
    assert_eq!(scene.badge(), "1");
}

#[test]
fn it_is_copied() {
    let scene = Scene::new();
    let popup = written(&scene);
    popup.fill(BODY, "Hello from the clipboard");
    popup.press(".letter [data-action=copy]");
    popup.wait_for(".letter [data-slot=copied]");
    popup.press(SUBJECT);
    popup.session().press(Key::SelectAll);
    popup.session().press(Key::Paste);
    assert_eq!(popup.value(SUBJECT), "Hello from the clipboard");
    popup.settle();
    assert!(
        !popup.shows(".letter [data-slot=copied]"),
        "what is shown now was not copied"
    );
}

#[test]
fn where_nothing_can_be_copied_the_text_is_selected() {
    let scene = Scene::new();
    let popup = written(&scene);
    let session = popup.session();
    session.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no clipboard'))");
    popup.press(".letter [data-action=copy]");
    let selected =
        "(body => document.activeElement === body && body.selectionEnd === body.value.length && !body.selectionStart)";
    session.wait_for(
        "the text to be selected",
        &format!("{selected}(document.querySelector({}))", json!(BODY)),
    );
    assert!(!popup.shows(".letter [data-slot=copied]"));
}

#[test]
fn all_of_it_is_done_without_a_mouse() {
    let scene = Scene::new();
    let popup = due(&scene);
    let session = popup.session();
    tab_to(&popup, WRITE);
    session.press(Key::Enter);
    popup.wait_for(".letter");
    assert_eq!(session.evaluate("document.activeElement.name"), "subject");
    tab_to(&popup, ".letter [data-slot=outlook]");
    // Escape puts it away before it closes the popup.
    tab_to(&popup, BODY);
    session.press(Key::Escape);
    popup.wait_until_gone(".letter");
}

#[test]
fn who_accepts_tells_the_others_in_a_note() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    scene.close(popup);
    let popup = scene.click(&scene.open(NORTHWIND));
    popup.apply_today();
    popup.begin("offered");
    popup.keep();
    popup.begin("accepted");
    popup.keep();
    popup.press(".withdrawals [data-action=write]");
    popup.wait_for(".withdrawals .letter");
    assert!(popup.value(BODY).contains("I have decided to go another way"));
    popup.fill(SUBJECT, "Thank you");
    popup.fill(BODY, "Goodbye");
    popup.settle();
    assert_eq!(link(&popup, "program"), "mailto:?subject=Thank%20you&body=Goodbye");
    popup.press(".withdrawals [data-action=withdraw]");
    popup.wait_until_gone(".withdrawals li");
    popup.wait_for(".dock .notice[data-tone=good]");
}

#[test]
fn who_withdraws_tells_them_in_a_note() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(NORTHWIND));
    popup.apply_today();
    popup.begin("withdrew");
    popup.keep();
    popup.wait_for(".withdrawals [data-action=write]");
    assert!(!popup.shows(".withdrawals [data-action=withdraw]"));
    popup.press(".withdrawals [data-action=write]");
    popup.wait_for(".withdrawals .letter");
    popup.fill(SUBJECT, "My application");
    popup.fill(BODY, "Goodbye");
    popup.settle();
    assert_eq!(link(&popup, "program"), "mailto:?subject=My%20application&body=Goodbye");
    popup.press(".withdrawals .letter [data-action=cancel]");
    popup.wait_until_gone(".letter");
}

#[test]
fn what_was_typed_is_there_again() {
    let scene = Scene::new();
    let popup = written(&scene);
    popup.fill(BODY, "Hello from yester");
    scene.close(popup);
    let popup = scene.click(&scene.open(NORTHWIND));
    popup.press(WRITE);
    popup.wait_for(".letter [data-part=restored]");
    assert_eq!(popup.value(BODY), "Hello from yester");
    popup.press(".letter [data-action=discard]");
    popup.wait_until_gone(".letter [data-part=restored]");
    assert!(popup.value(BODY).ends_with("Kind regards"));
    assert_eq!(popup.session().evaluate("document.activeElement.name"), "subject");
}
