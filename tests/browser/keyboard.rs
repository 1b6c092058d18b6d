//! All of the main job, without a mouse.

use crate::driver::Key;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

/// More controls than any card has.
const FAR: usize = 60;

/// Presses Tab until the focus is on what matches, and looks at every stop on the way: the focus can be seen there.
#[track_caller]
fn tab_to(popup: &Popup, selector: &str) {
    let mut stops = Vec::new();
    for _ in 0..FAR {
        popup.session().press(Key::Tab);
        let stop = popup.session().evaluate(&format!(
            "(({{ activeElement: element }}) => {{
                const {{ outlineStyle, outlineWidth, boxShadow }} = getComputedStyle(element);
                const box = element.getBoundingClientRect();
                return {{
                    stop: element.outerHTML.slice(0, 120),
                    there: element.matches({selector}),
                    seen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
                        || element.parentElement.matches(':focus-within') && getComputedStyle(element.parentElement).boxShadow !== 'none',
                    within: box.top >= 0 && box.bottom <= innerHeight,
                }};
            }})(document)",
            selector = serde_json::json!(selector)
        ));
        if stop["stop"].as_str().is_some_and(|stop| !stop.starts_with("<body")) {
            assert_eq!(
                (&stop["seen"], &stop["within"]),
                (&true.into(), &true.into()),
                "the focus is seen on {stop}"
            );
        }
        if stop["there"] == true {
            return;
        }
        stops.push(stop["stop"].to_string());
    }
    panic!("Tab never comes to {selector}, only to:\n{}", stops.join("\n"));
}

#[test]
fn a_posting_is_corrected_and_kept_and_what_is_due_is_done() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    let session = popup.session();
    tab_to(&popup, "[name=company]");
    session.press(Key::SelectAll);
    session.type_text("Harbour Mill Works");

    tab_to(&popup, "[data-opens=day]");
    session.press(Key::Space);
    tab_to(&popup, "[name=applied_on]");
    let day = crate::days::business_days_before(12, popup.today());
    session.type_text(&day.format("%m%d%Y").to_string());
    session.press(Key::Enter);
    popup.wait_for("#page .kept");
    assert_eq!(popup.text("#page .kept [data-slot=company]"), "Harbour Mill Works");
    scene.wait_for_badge("1");

    tab_to(&popup, "#moves [data-action=sent]");
    session.press(Key::Enter);
    scene.wait_for_badge("");
    popup.settle();
    // The row is gone, and the focus is not lost with it.
    assert_ne!(session.evaluate("document.activeElement.localName"), "body");

    tab_to(&popup, ".dock [data-action=undo]");
    session.press(Key::Enter);
    scene.wait_for_badge("1");
}

#[test]
fn enter_in_a_field_applies() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    tab_to(&popup, "[name=title]");
    popup.session().press(Key::Enter);
    popup.wait_for("#page .kept");
    assert_eq!(scene.events().len(), 2);
}
