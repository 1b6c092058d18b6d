//! Applications: one is written by hand and put right on its page, one is opened from the list, and one is moved on the board.

use serde_json::json;

use super::{Dashboard, Hand, Language, Way};
use crate::days::business_days_before;
use crate::driver::Key;

const ROW: &str = ".application-row";

/// The one that nothing has come of yet.
const SAVED: &str = "Lighthouse Keeper";

#[track_caller]
fn check(language: Language) {
    let dashboard = Dashboard::in_language(language);
    for (hand, title) in [(Hand::Mouse, "Lamp Trimmer"), (Hand::Keys, "Bell Ringer")] {
        let way = dashboard.open(hand, "");
        write_by_hand(&way, title);
        put_right_what_happened(&way);
        dashboard.scene.close(way.page);

        let way = dashboard.open(hand, "#applications");
        open_second(&way);
        dashboard.scene.close(way.page);

        let way = dashboard.open(hand, "#applications?as=board");
        let before = invitations(&dashboard);
        invite(&way);
        assert_eq!(invitations(&dashboard), before + 1);
        way.undo();
        assert_eq!(lane(&way, "saved"), [SAVED]);
        dashboard.scene.close(way.page);
    }
}

/// Writes one down, and says that one applied.
#[track_caller]
fn write_by_hand(way: &Way, title: &str) {
    way.check(".bar .new", "New application", "Neue Bewerbung");
    way.press(".bar [data-action=manual]");
    way.page.wait_for("main .capture");
    way.write("main [name=title]", title);
    way.write("main [name=company]", "Northern Lights Board");
    way.press("main .capture .split [type=submit]");
    way.page.wait_for("main .kept");
    assert_eq!(way.page.text(".kept [data-slot=title]"), title);
    way.check(".kept > .origin [data-slot=stage]", "Applied", "Beworben");
}

/// Another day for what happened, and then it did not happen; and that is taken back.
#[track_caller]
fn put_right_what_happened(way: &Way) {
    // That it was kept has no other day and is not undone.
    way.press(".timeline [data-opens=day]");
    way.write_day(".timeline [name=on]", business_days_before(3, way.page.today()));
    way.press(".timeline [data-panel=day] [type=submit]");
    way.check_beginning(".notice .what", "The day is now ", "Der Tag ist jetzt ");
    way.press(".timeline [data-action=undo]");
    way.check_beginning(".notice .what", "Undone: ", "Rückgängig gemacht: ");
    way.page.wait_for(".kept [data-action=applied]");
    way.redo();
    way.page.wait_until_gone(".kept [data-action=applied]");
    way.page.wait_for(".timeline [data-action=undo]");
}

/// Opens the second of the list.
#[track_caller]
fn open_second(way: &Way) {
    way.page.wait_for(ROW);
    way.check(".screen h1", "Applications", "Bewerbungen");
    let second = format!("{ROW}[aria-rowindex='3']");
    let title = way.page.text(&format!("{second} a"));
    match way.hand {
        Hand::Mouse => way.page.press(&format!("{second} a")),
        Hand::Keys => {
            way.reach(&format!("{ROW}[tabindex='0']"));
            way.session().press(Key::Down);
            let is_there = format!("document.activeElement.matches({})", json!(second));
            way.session().wait_for("the second row", &is_there);
            way.session().press(Key::Enter);
        }
    }
    way.page.wait_for(".application-screen .kept");
    way.page.settle();
    assert_eq!(way.page.text(".kept [data-slot=title]"), title);
}

/// Moves the one that nothing has come of to those with interviews: by an invitation, and with whom.
#[track_caller]
fn invite(way: &Way) {
    way.page.wait_for(".board-card");
    assert_eq!(lane(way, "saved"), [SAVED]);
    let move_it = ".lane[data-key='#saved'] li:first-child [data-action=ask_where]";
    way.check(move_it, "Move…", "Phase ändern\u{a0}…");
    way.press(move_it);
    way.page.wait_for("[data-action=move_to]");
    choose_interviewing(way);
    way.press("[data-action=move_to] [type=submit]");
    way.page.wait_for(".move-choice");
    way.check(
        ".move-choice [data-slot=question]",
        "To “Interviewing”: what happened?",
        "In „Gespräche“: Was ist passiert?",
    );
    way.press(".move-choice [data-key=invited]");
    way.page.wait_for(".moved form[data-key=invited]");
    way.write(".moved .entry [name=people]", "Dana Kim");
    way.press(".moved .entry [type=submit]");
    way.page.wait_until_gone(".moved");
    let interviewing = lane(way, "interviewing");
    assert!(interviewing.iter().any(|title| title == SAVED), "{interviewing:?}");
    assert!(lane(way, "saved").is_empty());
}

#[track_caller]
fn choose_interviewing(way: &Way) {
    let choice = "[data-action=move_to] [name=lane]";
    match way.hand {
        // What the browser itself unfolds is not in the page.
        Hand::Mouse => {
            let choose = "choice => { choice.value = 'interviewing'; }";
            let choice = json!(choice);
            way.session()
                .evaluate(&format!("({choose})(document.querySelector({choice}))"));
        }
        Hand::Keys => {
            way.reach(choice);
            // Applied is offered; in touch, interviewing.
            for _ in 0..2 {
                way.session().press(Key::Down);
            }
        }
    }
    assert_eq!(way.page.value(choice), "interviewing");
}

/// The titles of the cards in a lane.
fn lane(way: &Way, key: &str) -> Vec<String> {
    way.page.texts(&format!(".lane[data-key='#{key}'] h3"))
}

/// How often they were invited with Dana Kim, as it is kept of the one that is moved.
#[track_caller]
fn invitations(dashboard: &Dashboard) -> usize {
    let kept = dashboard.scene.kept("app/").into_values();
    let moved = kept
        .filter(|record| record.to_string().contains(SAVED))
        .flat_map(|record| record["events"].as_array().cloned().unwrap_or_default());
    let is_invitation = |event: &serde_json::Value| event["what"]["invited"].to_string().contains("Dana Kim");
    moved.filter(is_invitation).count()
}

#[test]
fn in_english() {
    check(Language::English);
}

#[test]
fn in_german() {
    check(Language::German);
}
