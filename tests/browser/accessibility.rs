//! What is in the way of people who listen, enlarge, or go by keyboard, as far as axe and the width tell: nothing, on any screen, in either look
//! and either language.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::popup::Popup;
use crate::scheme::{Scheme, prefer};
use crate::states::{State, tour};

/// Where the build puts what `tools/package.json` names.
const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/.tools/npm/node_modules/axe-core/axe.min.js"
);

/// The width, in pixels, that everything fits into: 1280 at four times the size.
const NARROW: u32 = 320;

/// Every violation as one text for each element: the rule, where, and what to do about it.
const VIOLATIONS: &str = "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(
    ({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
        `${id} (${help}) at ${target.join(' ')}: ${failureSummary.replace(/\\s+/g, ' ')}`)))";

/// What axe finds on a page as somebody sees it who prefers this look.
#[track_caller]
fn violations(page: &Popup, scheme: Scheme) -> Vec<String> {
    let session = page.session();
    prefer(session, scheme);
    // What is still to change is known once the page has taken the look over and was laid out in it. It is not waited for: where nothing is
    // painted it does not end.
    let is_taken = format!("matchMedia('(prefers-color-scheme: {})').matches", scheme.name());
    let is_laid_out = format!("{is_taken} && document.body.offsetWidth > 0");
    session.wait_for("the page to have taken the look over", &is_laid_out);
    session.evaluate("document.getAnimations().forEach((animation) => animation.finish())");
    serde_json::from_value(session.evaluate(VIOLATIONS)).expect("a list of texts")
}

/// What reaches beyond the right edge of a page, the outermost first.
const BEYOND: &str = "[...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 3).map(({ localName, className }) => `${localName}.${className}`).join(', ')";

/// Whether a page has to be scrolled sideways on a screen of that width.
#[track_caller]
pub(crate) fn is_wider_than(page: &Popup, width: u32) -> bool {
    let session = page.session();
    session.resize(width, 700);
    session.wait_for("the page to have its width", &format!("innerWidth === {width}"));
    session.evaluate("document.documentElement.scrollWidth > innerWidth") == true
}

#[track_caller]
fn check(languages: &str, is_wanted: impl Fn(&State) -> bool) {
    let axe = fs::read_to_string(Path::new(AXE)).expect("axe-core, which `./build.sh test` installs");
    let mut found = Vec::new();
    let mut seen = 0;
    tour(languages, &[], is_wanted, |state, page| {
        // Its last expression is no value that can be handed out.
        assert_eq!(page.session().evaluate(&format!("{axe};0")), Value::from(0));
        for scheme in [Scheme::Light, Scheme::Dark] {
            let said = violations(page, scheme).into_iter();
            found.extend(said.map(|violation| format!("{}, {}: {violation}", state.name, scheme.name())));
        }
        if !state.is_in_popup() && is_wider_than(page, NARROW) {
            let beyond = page.session().evaluate(BEYOND);
            found.push(format!("{}: wider than {NARROW} pixels, by {beyond}", state.name));
        }
        seen += 1;
    });
    assert!(seen > 0);
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

#[test]
fn nothing_is_in_anybodys_way_in_any_state() {
    check("en", |_| true);
}

#[test]
fn nothing_is_in_anybodys_way_on_any_screen_in_german() {
    check("de-DE,de,en", |state| state.is_chief);
}
