//! Everything that happens is written down in its form, by mouse and by keyboard alone.

use chrono::NaiveDate;

use crate::driver::Key;
use crate::keyboard::tab_to;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

/// What happens, in an order in which it can, and what else is said in its form.
fn story(today: NaiveDate) -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let day = today.to_string();
    let text = |text: &str| text.to_owned();
    vec![
        ("heard", vec![("note", text("Two more weeks"))]),
        ("replied", vec![("note", text("Fine"))]),
        ("referred", vec![("person", text("Ana"))]),
        ("networked", vec![("person", text("Ben"))]),
        ("preferred", vec![("person", text("Cleo"))]),
        ("retired", vec![]),
        (
            "invited",
            vec![
                ("day", day.clone()),
                ("time", text("09:30")),
                ("place", text("Quay 4")),
                ("people", text("Mara")),
            ],
        ),
        ("rescheduled", vec![("day", day.clone()), ("time", text("10:30"))]),
        ("missed", vec![]),
        ("invited", vec![("day", day.clone())]),
        ("cancelled", vec![]),
        ("interviewed", vec![("people", text("Mara")), ("note", text("Well"))]),
        ("thanked", vec![]),
        ("checked_in", vec![]),
        ("undertook", vec![("what", text("A plan")), ("by", day)]),
        ("delivered", vec![]),
        ("noted", vec![("note", text("Ask for the size of the team"))]),
        ("offered", vec![]),
        ("declined", vec![]),
        ("kept_warm", vec![]),
        ("reopened", vec![]),
        ("accepted", vec![]),
        ("reopened", vec![]),
        ("withdrew", vec![]),
        ("reopened", vec![]),
        ("rejected", vec![]),
        ("reopened", vec![]),
        ("closed", vec![]),
    ]
}

/// Puts something into a field that has the focus.
fn type_into(popup: &Popup, value: &str) {
    let date = value.parse::<NaiveDate>().map(|date| date.format("%m%d%Y").to_string());
    let session = popup.session();
    match date {
        Ok(digits) => session.type_text(&digits),
        Err(_) if value.contains(':') => session.type_text(&format!("{}AM", value.replace(':', ""))),
        Err(_) => session.type_text(value),
    }
}

/// The kinds of the events that are kept, in the order in which they were written down.
fn kinds(scene: &Scene) -> Vec<String> {
    let kind = |event: serde_json::Value| match &event["what"] {
        serde_json::Value::String(kind) => kind.clone(),
        what => what.as_object().expect("a kind").keys().next().expect("a kind").clone(),
    };
    scene.events().into_iter().map(kind).collect()
}

#[track_caller]
fn check(scene: &Scene, popup: &Popup, write: impl Fn(&str, &[(&str, String)])) {
    let story = story(popup.today());
    for (entry, fields) in &story {
        write(entry, fields);
        popup.wait_until_gone(".entry form");
    }
    let kinds = kinds(scene);
    let expected: Vec<&str> = story.iter().map(|(entry, _)| *entry).collect();
    assert_eq!(kinds[2..], expected);
}

#[test]
fn by_mouse() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    check(&scene, &popup, |entry, fields| {
        popup.begin(entry);
        for (name, value) in fields {
            popup.focus(&format!(".entry [name={name}]"));
            type_into(&popup, value);
        }
        popup.keep();
    });
}

#[test]
fn by_keyboard_alone() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    let session = popup.session();
    check(&scene, &popup, |entry, fields| {
        let button = format!(".kept [data-action=log][data-key={entry}]");
        if !popup.shows(&button) {
            tab_to(&popup, ".kept [data-opens=more]");
            session.press(Key::Enter);
        }
        tab_to(&popup, &button);
        session.press(Key::Enter);
        popup.wait_for(&format!(".entry [data-key={entry}]"));
        popup.settle();
        for (name, value) in fields {
            let field = format!("[name={name}]");
            if session.evaluate("document.activeElement.name") != *name {
                tab_to(&popup, &field);
            }
            type_into(&popup, value);
        }
        tab_to(&popup, ".entry [type=submit]");
        session.press(Key::Enter);
    });
}

#[test]
fn each_can_be_undone_where_it_stands() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    popup.begin("noted");
    popup.fill(".entry [name=note]", "Not so");
    popup.keep();
    popup.press(".timeline li:first-child [data-action=undo]");
    assert!(!popup.text(".timeline").contains("Note: Not so"));
    popup.press(".dock [data-action=undo]");
    assert!(popup.text(".timeline").contains("Note: Not so"));
}

#[test]
fn what_is_deleted_is_gone() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.apply_today();
    popup.begin("erased");
    assert!(popup.text(".entry [data-slot=warning]").contains("for good"));
    popup.keep();
    popup.wait_for("#page .capture");
    scene.close(popup);
    scene.click(&tab).wait_for("#page .capture");
    let kept = format!("{:?}", scene.kept(""));
    assert!(!kept.contains("Platform Engineer"), "{kept}");
}

#[test]
fn escape_closes_the_form_and_not_the_window() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    popup.begin("heard");
    popup.session().press(Key::Escape);
    popup.wait_until_gone(".entry form");
    popup.wait_for("#page .kept");
}

#[test]
fn a_form_takes_the_place_of_the_menu() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    for (button, entry) in [
        (".likely [data-key=heard]", "heard"),
        (".menu [data-key=noted]", "noted"),
    ] {
        popup.press(".kept [data-opens=more]");
        popup.wait_for(".kept .menu");
        popup.press(&format!(".kept {button}"));
        popup.wait_for(&format!(".entry [data-key={entry}]"));
        assert!(!popup.shows(".kept .menu"), "{entry}");
        let is_in_form = popup
            .session()
            .evaluate("document.activeElement.closest('.entry') !== null");
        assert_eq!(is_in_form, true, "{entry}");
        popup.press(".entry [data-action=cancel]");
    }
}
