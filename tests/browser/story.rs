//! The story that the product grew from, as the popup and the badge tell it on each of its days: three talks, each thanked for on its day,
//! nothing promised. The thanks settle nothing.
//!
//! It is the third example of `docs/etiquette.md`, of 1 September to 16 October. Today stays what it is: the story is told as far as it
//! had come, so many days ago that its day is today.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use your_move::etiquette::Calendar;

use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

/// The days between the talks: 1 September, 22 September, 7 October. What was applied for is taken to be two weeks older.
const TO_THE_SCREEN: u64 = 14;
const TO_THE_MANAGER: u64 = 21;
const TO_THE_SECOND: u64 = 15;

/// A talk: what the form calls its kind, and with whom.
#[derive(Clone, Copy)]
struct Talk {
    round: &'static str,
    with: &'static str,
}

const SCREEN: Talk = Talk {
    round: "screen",
    with: "Ira Voss",
};
const MANAGER: Talk = Talk {
    round: "middle",
    with: "Jonas Weber",
};
const SECOND: Talk = Talk {
    round: "middle",
    with: "Mara Lindqvist",
};

impl Talk {
    /// Writes down that it took place.
    #[track_caller]
    fn log(self, popup: &Popup, on: NaiveDate) {
        popup.begin("interviewed");
        popup.press(&format!(".entry [name=round][value={}]", self.round));
        popup.fill_date(".entry [name=on]", on);
        popup.fill(".entry [name=people]", self.with);
        popup.keep();
        popup.wait_until_gone("#page .entry form");
    }

    /// Writes down that it was thanked for on its day.
    #[track_caller]
    fn thank(popup: &Popup, on: NaiveDate) {
        popup.begin("thanked");
        popup.fill_date("#page .entry [name=on]", on);
        popup.keep();
        popup.wait_until_gone("#page .entry form");
    }
}

/// Says that nothing was said of how to stay in touch, where that is asked: long after a talk it is not any more.
#[track_caller]
fn answer(popup: &Popup) {
    if popup.question().is_some() {
        popup.take_question();
        popup.press("#moves .answers [name=liked][value='']");
        popup.press("#moves .answers [type=submit]");
        popup.wait_until_gone("#moves .answers");
    }
}

/// Tells the story up to a day: the application, and the talks before with the days from each to the next.
#[track_caller]
fn tell(popup: &Popup, before: &[(Talk, u64)], until: NaiveDate) {
    let mut days: u64 = before.iter().map(|(_, days)| days).sum();
    popup.apply_on(until - Days::new(days + TO_THE_SCREEN));
    for (talk, to_the_next) in before {
        tell_of(popup, *talk, until - Days::new(days));
        days -= to_the_next;
    }
}

/// Writes down a talk with all that was done on its day.
#[track_caller]
fn tell_of(popup: &Popup, talk: Talk, on: NaiveDate) {
    talk.log(popup, on);
    answer(popup);
    Talk::thank(popup, on);
}

/// The day on which a check-in is due, so many business days after a talk.
fn due(talk: NaiveDate, business_days: u16) -> NaiveDate {
    let calendar = Calendar::default();
    calendar.past_soft_weekday(calendar.after(talk, business_days))
}

/// The day on which a talk takes place: what stood until then, and what is due by and by.
#[track_caller]
fn check_day_of(talk: Talk, before: &[(Talk, u64)], until_then: &str) {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    let today = popup.today();
    tell(&popup, before, today);
    scene.wait_for_badge("1");
    assert!(popup.moves()[0].because.starts_with(until_then), "{:#?}", popup.moves());

    // To thank, and to say what they said; where things stand is not asked any more.
    talk.log(&popup, today);
    scene.wait_for_badge("2");
    answer(&popup);
    scene.wait_for_badge("1");
    let [thank_you] = &popup.moves()[..] else {
        panic!("one row: {:#?}", popup.moves());
    };
    assert_eq!(thank_you.heading, format!("Thank {} for the interview", talk.with));
    popup.press(&thank_you.part("[data-action=sent]"));
    scene.wait_for_badge("");
    check_next(&popup, due(today, 5), "five");
}

#[test]
fn the_day_of_the_first_call() {
    check_day_of(SCREEN, &[], "You applied on");
}

#[test]
fn the_day_of_the_hiring_manager() {
    check_day_of(MANAGER, &[(SCREEN, TO_THE_MANAGER)], "You had a first call on");
}

#[test]
fn the_day_of_the_second_interview() {
    let before = [(SCREEN, TO_THE_MANAGER), (MANAGER, TO_THE_SECOND)];
    check_day_of(SECOND, &before, "You had an interview on");
}

/// What the application says of the check-in to come.
#[track_caller]
fn check_next(popup: &Popup, due: NaiveDate, business_days: &str) {
    let today = popup.today();
    let on = if due == today + Days::new(1) {
        "tomorrow".to_owned()
    } else {
        format!("on {}", written(due, today))
    };
    let next = popup.text("#page .kept [data-slot=next]");
    let expected =
        format!("If you hear nothing, a check-in is due {on}: {business_days} business days after the interview.");
    // Where the day was a Monday, that is said as well.
    let monday = next.strip_prefix(&expected).expect(&next).trim();
    assert!(
        ["", "It was moved from a Monday to the next business day."].contains(&monday),
        "{next}"
    );
    assert!(monday.is_empty() || due.weekday() == Weekday::Tue, "{next}");
}

/// After the last talk, and the thanks for it: on the eve nothing is due, and on its day, so many business days after, it is the user's
/// move.
#[track_caller]
fn check_silence(last: Talk, business_days: u16, clause: &str) {
    let in_words = ["five", "six", "seven", "eight"];
    let before = [(SCREEN, TO_THE_MANAGER), (MANAGER, TO_THE_SECOND)];
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    let today = popup.today();
    // Not on every weekday does something fall due: this is the latest talk for which it has, and on the day after is the first for which
    // it has not.
    let mut days = today.iter_days().rev();
    let talk = days.find(|talk| due(*talk, business_days) <= today);
    let talk = talk.expect("the calendar is long");
    let later = talk + Days::new(1);

    tell(&popup, &before, later);
    tell_of(&popup, last, later);
    scene.wait_for_badge("");
    assert_eq!(popup.moves(), []);
    check_next(
        &popup,
        due(later, business_days),
        in_words[usize::from(business_days) - 5],
    );
    popup.begin("erased");
    popup.keep();
    popup.wait_for("#page .capture");

    tell(&popup, &before, talk);
    tell_of(&popup, last, talk);
    scene.wait_for_badge("1");
    let [check_in] = &popup.moves()[..] else {
        panic!("one row: {:#?}", popup.moves());
    };
    assert_eq!(check_in.heading, "Ask where things stand");
    let since = talk.iter_days().skip(1).take_while(|day| *day <= today);
    let passed = since.filter(|day| Calendar::default().is_business_day(*day)).count();
    let because = format!(
        "{clause} on {}; {} business days have passed.",
        written(talk, today),
        in_words[passed - 5],
    );
    assert!(
        check_in.because.starts_with(&because) && check_in.because.ends_with("Check-in 1 of 2."),
        "{because:?} begins {:?}",
        check_in.because,
    );
}

/// "Wed 7 Oct", with the year where it is not this one.
fn written(day: NaiveDate, today: NaiveDate) -> String {
    let format = if day.year() == today.year() {
        "%a %-d %b"
    } else {
        "%a %-d %b %Y"
    };
    day.format(format).to_string()
}

#[test]
fn five_business_days_after_the_second_interview() {
    check_silence(SECOND, 5, "You had an interview");
}

#[test]
fn seven_after_a_final_round() {
    let last = Talk {
        round: "final",
        ..SECOND
    };
    check_silence(last, 7, "You had the final round");
}
