//! The popup: one applies on a posting, looks at the message that is due, sends it, and writes down an interview.

use super::{HANDS, Hand, Language, Way};
use crate::days::business_days_before;
use crate::driver::Key;
use crate::language::reading;
use crate::scene::{HARBOUR_MILL, Scene};

#[track_caller]
fn check(language: Language) {
    for hand in HANDS {
        let scene = reading(language.accepted());
        let page = scene.click(&scene.open(HARBOUR_MILL));
        let way = Way { page, hand, language };
        apply(&way);
        scene.wait_for_badge("1");
        draft(&way);
        send(&way, &scene);
        meet(&way);
    }
}

/// Says that one applied, twelve business days ago.
#[track_caller]
fn apply(way: &Way) {
    way.check(".capture .split [type=submit]", "I applied", "Beworben");
    way.press(".capture [data-opens=day]");
    way.write_day("[name=applied_on]", business_days_before(12, way.page.today()));
    way.press("[data-panel=day] [type=submit]");
    way.page.wait_for(".kept");
    way.page.wait_for("#moves .move");
    way.check(
        "#moves .move [data-slot=heading]",
        "Ask where things stand",
        "Nach dem Stand fragen",
    );
}

/// Looks at the message that is due, and closes it.
#[track_caller]
fn draft(way: &Way) {
    way.press("#moves [data-action=write]");
    way.page.wait_for(".letter");
    way.check(".letter [data-action=copy]", "Copy", "Kopieren");
    let body = way.page.value(".letter [name=body]");
    assert!(body.contains(way.language.of("I applied", "ich habe mich")), "{body}");
    match way.hand {
        Hand::Mouse => way.page.press(".letter [data-action=cancel]"),
        Hand::Keys => way.press_key(Key::Escape),
    }
    way.page.wait_until_gone(".letter");
}

/// Says that it was sent; that is taken back, and done again.
#[track_caller]
fn send(way: &Way, scene: &Scene) {
    way.check("#moves [data-action=sent]", "I sent it", "Gesendet");
    way.press("#moves [data-action=sent]");
    scene.wait_for_badge("");
    way.undo();
    scene.wait_for_badge("1");
    way.redo();
    scene.wait_for_badge("");
}

/// Writes an interview of today down.
#[track_caller]
fn meet(way: &Way) {
    way.press(".kept [data-opens=more]");
    way.press(".kept [data-panel=more] [data-key=interviewed]");
    way.page.wait_for(".entry [data-key=interviewed]");
    way.write(".entry [name=people]", "Dana Kim");
    way.press(".entry [type=submit]");
    way.page.wait_until_gone(".entry [data-key=interviewed]");
    way.check(".kept > .origin [data-slot=stage]", "Interviewing", "Gespräche");
    way.page.wait_for("#moves .move");
    let thanks = way.language.of(
        "Thank Dana Kim for the interview",
        "Für das Gespräch mit Dana Kim danken",
    );
    let headings = way.page.texts("#moves .move [data-slot=heading]");
    assert!(headings.iter().any(|heading| heading == thanks), "{headings:?}");
}

#[test]
fn in_english() {
    check(Language::English);
}

#[test]
fn in_german() {
    check(Language::German);
}
