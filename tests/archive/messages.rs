//! How the user wants messages to be: in one record with the settings, and no more of it than what was chosen.

use your_move::archive::{Choices, Damage, open_choices, seal_choices};
use your_move::domain::{Line, Manner, Messages, Occasion};

use super::carried::sealed;
use super::sample::wording;

#[track_caller]
fn check_change(former: &str, change: impl FnOnce(&mut Messages), expected: &str) {
    let former = sealed(former);
    let mut choices = open_choices(&former).expect("they can be read");
    change(&mut choices.messages);
    let new = seal_choices(&choices, Some(&former));
    assert_eq!(new, sealed(expected));
    assert_eq!(open_choices(&new), Ok(choices));
}

#[test]
fn they_stand_beside_the_settings() {
    check_change(
        r#"{"rules":{"r4 usual due":8},"day_begins":7,"beta":true}"#,
        |messages| {
            messages.sender = Line::new("Ada King");
            messages.manner = Manner::Brief;
            messages.set(Occasion::Thank, Manner::Warm, Some(wording("A", "B\n{job}")));
        },
        r#"{"beta":true,"day_begins":7,"messages":{"manner":"brief","own":{"warm":{"thank":{"body":"B\n{job}","subject":"A"}}},"sender":"Ada King"},"rules":{"r4 usual due":8}}"#,
    );
    // And are not touched where those change.
    let former = sealed(r#"{"messages":{"manner":"brief"}}"#);
    let mut choices = open_choices(&former).expect("they can be read");
    choices.settings.day_begins = 9;
    assert_eq!(
        seal_choices(&choices, Some(&former)),
        sealed(r#"{"day_begins":9,"messages":{"manner":"brief"}}"#)
    );
}

#[test]
fn ours_are_brought_back_and_what_is_not_understood_stays() {
    check_change(
        r#"{"messages":{"manner":"warm","own":{"warm":{"thank":{"subject":"A","body":"B"},"answer":{"subject":"{moon}","body":"B"},"sing":{}},"terse":{}},"sender":null}}"#,
        |messages| {
            assert_eq!(messages.own.len(), 1);
            messages.set(Occasion::Thank, Manner::Warm, None);
        },
        r#"{"messages":{"own":{"terse":{},"warm":{"answer":{"subject":"{moon}","body":"B"},"sing":{}}}}}"#,
    );
    check_change(
        r#"{"messages":{"manner":"brief","own":{"brief":{"withdraw":{"body":"B","subject":"A"}}},"sender":"Ada"}}"#,
        |messages| *messages = Messages::default(),
        "{}",
    );
}

#[track_caller]
fn check_unreadable(body: &str) {
    assert_eq!(open_choices(&sealed(body)), Err(Damage::Unreadable), "{body}");
}

#[test]
fn what_is_no_message_is_not_taken_for_one() {
    assert_eq!(open_choices(&sealed("{}")), Ok(Choices::default()));
    check_unreadable(r#"{"messages":7}"#);
    check_unreadable(r#"{"messages":{"manner":"loud"}}"#);
    check_unreadable(r#"{"messages":{"sender":7}}"#);
}
