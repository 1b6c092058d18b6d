//! What a system asks of every page: to keep still, and to have its colours. And a screen that is wider than any hand made.

use crate::accessibility::is_wider_than;
use crate::driver::Session;
use crate::keyboard::tab_to;
use crate::states::{State, tour};

/// The width, in pixels, of a screen with four times as many of them as most.
const VERY_WIDE: u32 = 3_840;

/// What moves for longer than a millisecond, now or once it is asked to.
const MOVING: &str = "[
    ...document.getAnimations().filter(({ effect }) => effect.getTiming().duration > 1)
        .map(({ effect }) => effect.target.outerHTML.slice(0, 120)),
    ...[...document.querySelectorAll('body, body *')].filter((element) =>
        [null, '::before', '::after'].some((part) => {
            const { animationDuration, transitionDuration } = getComputedStyle(element, part);
            return `${animationDuration}, ${transitionDuration}`.split(', ').some((time) => parseFloat(time) > 0.001);
        })).map((element) => element.outerHTML.slice(0, 120)),
]";

/// Shows a page as to somebody whose system asks for stillness and for colours of its own.
#[track_caller]
fn ask_for_calm(page: &Session) {
    page.prefer(&[("prefers-reduced-motion", "reduce"), ("forced-colors", "active")]);
    let is_asked = "matchMedia('(prefers-reduced-motion: reduce) and (forced-colors: active)').matches";
    page.wait_for("what is asked", is_asked);
    // What had begun before is over.
    page.wait_for("the page to be still", "document.getAnimations().length === 0");
}

/// Those that stand for their screen, of a ledger that is soon made.
fn is_wanted(state: &State) -> bool {
    !state.is_of_many() && (state.is_chief || state.name.ends_with("-few"))
}

#[test]
fn every_screen_is_still_where_that_is_asked_shows_the_focus_and_fits_a_very_wide_one() {
    let mut found = Vec::new();
    let mut seen = 0;
    tour("en", &[], is_wanted, |state, page| {
        ask_for_calm(page.session());
        let moving: Vec<String> = serde_json::from_value(page.session().evaluate(MOVING)).expect("a list of texts");
        found.extend(moving.into_iter().map(|what| format!("{} moves: {what}", state.name)));
        // That the focus is marked is looked at on the way.
        tab_to(page, "button");
        if !state.is_in_popup() && is_wider_than(page, VERY_WIDE) {
            found.push(format!("{}: wider than {VERY_WIDE} pixels", state.name));
        }
        seen += 1;
    });
    assert!(seen > 0);
    assert!(found.is_empty(), "{found:#?}");
}
