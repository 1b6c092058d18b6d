//! What they said at the end of an interview, told in the row that asks for it.

use serde_json::Value;

use crate::days::business_days_before;
use crate::driver::Key;
use crate::keyboard::tab_to;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

/// An application long ago, and an interview three business days ago.
fn interviewed(scene: &Scene) -> Popup {
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_on(business_days_before(20, popup.today()));
    popup.begin("interviewed");
    popup.fill_date(".entry [name=on]", business_days_before(3, popup.today()));
    popup.fill(".entry [name=people]", "Mara Lindqvist");
    popup.keep();
    popup.take_question();
    popup
}

/// What they promised and how they like to be reached.
#[track_caller]
fn check_answers(scene: &Scene, popup: &Popup) {
    popup.wait_until_gone("#moves .answers");
    let kept = |kind: &str| -> Vec<Value> {
        let events = scene.events().into_iter();
        events
            .map(|mut event| event["what"][kind].take())
            .filter(|what| !what.is_null())
            .collect()
    };
    let held = business_days_before(3, popup.today());
    let week = (held + chrono::Days::new(7)).to_string();
    assert_eq!(kept("promised")[0]["date"], week);
    assert_eq!(kept("preferred")[0]["channel"], "email");
    assert_eq!(kept("preferred")[0]["person"], "Mara Lindqvist");
    assert_eq!(kept("preferred")[0]["do_not_contact"], false);
    // All at once, and all is taken back at once.
    popup.press(".dock [data-action=undo]");
    popup.take_question();
    assert_eq!(kept("voided").len(), 2);
}

#[test]
fn four_taps_tell_it() {
    let scene = Scene::new();
    let popup = interviewed(&scene);
    popup.press(".answers [name=decide][value=week]");
    popup.press(".answers [name=liked][value=email]");
    popup.press(".answers [name=person][value='Mara Lindqvist']");
    popup.press(".answers [name=consent][value=yes]");
    popup.press(".answers [type=submit]");
    check_answers(&scene, &popup);
}

#[test]
fn so_do_the_keys() {
    let scene = Scene::new();
    let popup = interviewed(&scene);
    let session = popup.session();
    for (field, value) in [
        ("decide", "week"),
        ("liked", "email"),
        ("person", "Mara Lindqvist"),
        ("consent", "yes"),
    ] {
        let choice = format!(".answers [name={field}]");
        // The form begins with the first one in focus.
        if field != "decide" {
            tab_to(&popup, &choice);
        }
        session.press(Key::Space);
        let chosen = format!("document.querySelector('.answers [name={field}]:checked').value");
        assert_eq!(session.evaluate(&chosen), value);
    }
    session.press(Key::Enter);
    check_answers(&scene, &popup);
}

#[test]
fn a_day_that_they_named_is_typed_and_a_wrong_one_is_said_beside_it() {
    let scene = Scene::new();
    let popup = interviewed(&scene);
    assert!(!popup.shows(".answers [name=decide_by]"));
    popup.press(".answers [name=decide][value=day]");
    popup.press(".answers [type=submit]");
    popup.wait_for(".answers .error");
    assert_eq!(
        popup.text(".answers .error"),
        "Choose a whole day: day, month and year."
    );
    popup.fill_date(".answers [name=decide_by]", popup.today());
    // What is put right is not called wrong until it is sent.
    popup.wait_until_gone(".answers .error");
    let wrong = "document.querySelectorAll('.answers [aria-invalid]').length";
    assert_eq!(popup.session().evaluate(wrong), 0);
    popup.press(".answers [type=submit]");
    popup.wait_until_gone("#moves .answers");
    assert!(popup.text("#page .kept [data-slot=next]").contains("two business days"));
}

#[test]
fn nothing_is_asked_of_an_interview_that_was_none() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.apply_on(business_days_before(20, popup.today()));
    popup.begin("invited");
    popup.fill_date(".entry [name=on]", business_days_before(10, popup.today()));
    popup.fill_date(".entry [name=day]", business_days_before(3, popup.today()));
    popup.keep();
    popup.take_question();
    // As long as it is not said whether it took place, all can be answered.
    let asks = || popup.shows(".answers [name=decide]");
    assert!(asks());
    for (turn, expected) in [("missed", false), ("held", true), ("cancelled", false)] {
        popup.press(&format!(".answers [name=turn][value={turn}]"));
        assert_eq!(asks(), expected, "{turn}");
        assert!(popup.shows(".answers [name=note]"));
    }
    // What was typed there is there again.
    popup.fill(".answers [name=note]", "They were il");
    scene.close(popup);
    let popup = scene.click(&tab);
    assert_eq!(popup.value(".answers [name=note]"), "They were il");
    assert!(popup.shows(".answers [data-part=restored]"));
    popup.press(".answers [data-action=discard]");
    assert_eq!(popup.value(".answers [name=note]"), "");
    scene.close(popup);
    let popup = scene.click(&tab);
    popup.take_question();
    assert_eq!(popup.value(".answers [name=note]"), "");
}
