//! Calendar files, as calendar programs and public offices write them.

use chrono::NaiveDate;
use proptest::prelude::*;
use your_move::archive::{CalendarFileError, DaysOff, read_calendar_file};
use your_move::etiquette::Holiday;

fn today() -> NaiveDate {
    "2026-11-25".parse().expect("a day")
}

/// A file of one event with these lines.
fn file(event: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n{event}\nEND:VEVENT\nEND:VCALENDAR\n")
}

fn read(text: &str) -> DaysOff {
    read_calendar_file(text, today()).expect("a calendar")
}

#[track_caller]
fn check_file(text: &str, expected: &[&str], passed_over: usize) {
    let read = read(text);
    let days: Vec<String> = read.days.iter().map(Holiday::to_string).collect();
    assert_eq!(days, expected);
    assert_eq!(read.passed_over, passed_over);
}

/// The days of an event, whatever ends the lines.
#[track_caller]
fn check(event: &str, expected: &[&str]) {
    check_file(&file(event), expected, 0);
    check_file(&file(event).replace('\n', "\r\n"), expected, 0);
    // Folded in the middle of each line that is long enough.
    let whole = file(event);
    let folded = whole.lines().map(|line| match line.split_at_checked(line.len() / 2) {
        Some((before, after)) if line.len() > 8 => format!("{before}\r\n {after}\r\n"),
        _ => format!("{line}\r\n"),
    });
    check_file(&folded.collect::<String>(), expected, 0);
}

#[track_caller]
fn check_passed_over(event: &str) {
    check_file(&file(event), &[], 1);
}

#[test]
fn a_day_is_read_however_it_is_written() {
    check(
        "DTSTART;VALUE=DATE:20261224\nSUMMARY:Christmas Eve",
        &["2026-12-24 Christmas Eve"],
    );
    check(
        "SUMMARY:Eve\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225",
        &["2026-12-24 Eve"],
    );
    check("dtstart:20261224", &["2026-12-24"]);
    check(
        "DTSTART;TZID=\"Odd: zone;x\":20261224T000000\nDTEND:20261225T000000",
        &["2026-12-24"],
    );
    check(
        "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261224",
        &["2026-12-24"],
    );
    // Of an end before the beginning nothing is left but the day itself.
    check(
        "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261201",
        &["2026-12-24"],
    );
    check(
        "DTSTART;VALUE=DATE:20261224\nSUMMARY:Eve\\, or\\nnot\\; a \\\\",
        &["2026-12-24 Eve, or not; a \\"],
    );
    check(
        "DTSTART;VALUE=DATE:20261224\nSUMMARY:Heiligabend für Älteste",
        &["2026-12-24 Heiligabend für Älteste"],
    );
    check("DTSTART;VALUE=DATE:20261224\nSTATUS:CANCELLED", &[]);
}

#[test]
fn several_days_are_each_of_them_but_for_weekends() {
    check(
        "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261229\nSUMMARY:Closed",
        &["2026-12-24 Closed", "2026-12-25 Closed", "2026-12-28 Closed"],
    );
    check("DTSTART:20261223T000000\nDTEND:20261224T000000", &["2026-12-23"]);
    check(
        "DTSTART;VALUE=DATE:20261224\nDURATION:P2D",
        &["2026-12-24", "2026-12-25"],
    );
    check("DTSTART;VALUE=DATE:20261226\nDTEND;VALUE=DATE:20261228", &[]);
    let week = ["2026-12-21", "2026-12-22", "2026-12-23", "2026-12-24", "2026-12-25"];
    check("DTSTART;VALUE=DATE:20261221\nDURATION:P1W", &week);
}

/// An event of hours is an appointment: neither a day off nor something that could not be read.
#[track_caller]
fn check_appointment(event: &str) {
    let read = read(&file(event));
    assert_eq!(
        (read.days.to_string(), read.passed_over, read.appointments),
        (String::new(), 0, 1),
        "{event}"
    );
}

#[test]
fn what_lasts_for_hours_is_no_day_off() {
    check_appointment("DTSTART:20261224T093000\nDTEND:20261224T100000\nSUMMARY:Dentist");
    check_appointment("DTSTART;TZID=Europe/Berlin:20261224T090000\nDTEND;TZID=Europe/Berlin:20261224T180000");
    check_appointment("DTSTART:20261224T230000Z\nDURATION:PT3H");
    check_appointment("DTSTART:20261224T000000");
    check_appointment("DTSTART:20261223T120000\nDTEND:20261224T120000");
    // Whatever else it says of itself.
    check_appointment("DTSTART:20261224T093000\nDTEND:20261224T100000\nRRULE:FREQ=WEEKLY;BYDAY=TH");
    // Of what lasts for longer, the whole days.
    check(
        "DTSTART:20261221T180000\nDTEND:20261224T090000",
        &["2026-12-22", "2026-12-23"],
    );
    check("DTSTART:20261223T180000\nDURATION:P1DT12H", &["2026-12-24"]);
    check("DTSTART:20261223T000000\nDURATION:PT24H", &["2026-12-23"]);
    // Some write the last second of a day for its end.
    check(
        "DTSTART:20261223T000000\nDTEND:20261224T235959",
        &["2026-12-23", "2026-12-24"],
    );
}

#[test]
fn whole_days_in_universal_time_are_those_of_the_calendar_that_wrote_them() {
    // Midnight in Berlin, in New York and in Delhi.
    check("DTSTART:20261130T230000Z\nDTEND:20261201T230000Z", &["2026-12-01"]);
    check(
        "DTSTART:20261201T050000Z\nDTEND:20261203T050000Z",
        &["2026-12-01", "2026-12-02"],
    );
    check("DTSTART:20261130T183000Z\nDURATION:P1D", &["2026-12-01"]);
    check("DTSTART:20261201T000000Z\nDTEND:20261202T000000Z", &["2026-12-01"]);
    // The clocks were changed meanwhile: London in spring and in autumn.
    check(
        "DTSTART:20260327T000000Z\nDTEND:20260330T230000Z",
        &["2026-03-27", "2026-03-30"],
    );
    check("DTSTART:20261023T230000Z\nDTEND:20261027T000000Z", &["2026-10-26"]);
    check(
        "DTSTART:20251231T230000Z\nDTEND:20260101T230000Z\nRRULE:FREQ=YEARLY;COUNT=3\nEXDATE:20261231T230000Z",
        &["2026-01-01"],
    );
    // Midnight in Auckland or in Honolulu, and what is midnight nowhere.
    check_passed_over("DTSTART:20261201T100000Z\nDTEND:20261202T100000Z");
    check_passed_over("DTSTART:20261130T150000Z\nDTEND:20261203T090000Z");
}

#[test]
fn days_stand_in_their_order_and_each_once() {
    let three = "DTSTART:20261231\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261224\nEND:VEVENT\nBEGIN:VEVENT\n\
        DTSTART:20261231\nSUMMARY:New Year’s Eve";
    check_file(&file(three), &["2026-12-24", "2026-12-31 New Year’s Eve"], 0);
}

#[test]
fn what_comes_back_each_year_is_there_for_a_year_back_and_five_ahead() {
    check(
        "DTSTART;VALUE=DATE:20001225\nRRULE:FREQ=YEARLY",
        &["2025-12-25", "2026-12-25", "2028-12-25", "2029-12-25", "2030-12-25"],
    );
    check(
        "DTSTART;VALUE=DATE:20240101\nRRULE:FREQ=YEARLY;COUNT=4",
        &["2026-01-01", "2027-01-01"],
    );
    check(
        "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;UNTIL=20280101T000000Z",
        &["2026-01-01", "2027-01-01"],
    );
    check(
        "DTSTART;VALUE=DATE:20240501\nRRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=1;WKST=MO",
        &["2026-05-01", "2028-05-01", "2030-05-01"],
    );
    check("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY", &["2028-02-29"]);
    check("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY;COUNT=1", &[]);
    check(
        "DTSTART;VALUE=DATE:20261126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3",
        &["2026-11-26", "2027-11-25", "2028-11-23"],
    );
    check(
        "DTSTART;VALUE=DATE:20260525\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2",
        &["2026-05-25", "2027-05-31"],
    );
    check(
        "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;COUNT=3\nEXDATE;VALUE=DATE:20270101,20250101",
        &["2026-01-01"],
    );
    // One that began the year before reaches over New Year's Eve.
    check(
        "DTSTART;VALUE=DATE:20201231\nDTEND;VALUE=DATE:20210102\nRRULE:FREQ=YEARLY;UNTIL=20261231",
        &["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"],
    );
}

#[test]
fn what_is_not_understood_is_passed_over_and_counted() {
    for event in [
        "SUMMARY:No day",
        "DTSTART:tomorrow",
        "DTSTART;VALUE=DATE:20261301",
        "DTSTART;VALUE=DATE:２０２６1224",
        "DTSTART;VALUE=DATE:18991231\nRRULE:FREQ=YEARLY",
        "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:soon",
        "DTSTART;VALUE=DATE:20261224\nDURATION:P1Y",
        "DTSTART;VALUE=DATE:20261224\nDURATION:PT3H",
        "DTSTART;VALUE=DATE:20261224\nDTEND:20261225T000000",
        "DTSTART:20261224T000000\nDURATION:P1DT",
        "DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=WEEKLY",
        "DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=YEARLY;BYSETPOS=1",
        "DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=YEARLY;INTERVAL=0",
        "DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=YEARLY;BYDAY=4TH",
        "DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        "DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=TH",
        "DTSTART;VALUE=DATE:20261224\nRDATE;VALUE=DATE:20270405",
    ] {
        check_passed_over(event);
    }
    // The rest of the file is read.
    let two = "DTSTART:soon\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261224";
    check_file(&file(two), &["2026-12-24"], 1);
    check_file(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\nBEGIN:VEVENT\nDTSTART:20261225\nSUMM",
        &[],
        2,
    );
}

#[test]
fn parts_of_an_event_and_what_is_no_event_say_nothing() {
    check(
        "DTSTART:20261224\nBEGIN:VALARM\nSUMMARY:Ring\nDTSTART:20261201\nEND:VALARM\nSUMMARY:Eve",
        &["2026-12-24 Eve"],
    );
    let zone = "BEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:19701025T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE";
    check_file(
        &file("DTSTART:20261224").replacen("BEGIN:VEVENT", &format!("{zone}\nBEGIN:VEVENT"), 1),
        &["2026-12-24"],
        0,
    );
    check_file("\u{feff}begin:vcalendar\nend:vcalendar", &[], 0);
}

#[test]
fn what_is_no_calendar_or_has_no_measure_is_refused() {
    let refused = |text: &str| read_calendar_file(text, today()).expect_err("a refusal");
    for text in [
        "",
        "2026-12-24",
        "BEGIN:VCARD\nEND:VCARD",
        "<!doctype html>",
        "BEGIN:VEVENT\nDTSTART:20261224\nEND:VEVENT",
    ] {
        assert_eq!(refused(text), CalendarFileError::NotACalendar, "{text}");
    }
    assert_eq!(refused(&file(&"X".repeat(1 << 20))), CalendarFileError::TooLarge);
    // For ever and ever, and again.
    let endless = "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:99991231\nRRULE:FREQ=YEARLY";
    assert_eq!(refused(&file(endless)), CalendarFileError::TooMany);
    let many = "DTSTART:20260101\nDURATION:P500W\nEND:VEVENT\nBEGIN:VEVENT\n".repeat(3);
    assert_eq!(refused(&file(&many)), CalendarFileError::TooMany);
    // Not by what is written, but by what it comes to.
    let often = "DTSTART:20261224\nEND:VEVENT\nBEGIN:VEVENT\n".repeat(700);
    assert_eq!(read(&file(&often)).days.to_string(), "2026-12-24");
}

proptest! {
    #[test]
    fn whatever_the_file_says_it_is_read_or_refused(
        lines in prop::collection::vec(
            "(DTSTART|DTEND|EXDATE)(;VALUE=DATE)?:[0-9]{4}[01][0-9][0-3][0-9](T[0-9]{6}Z?)?|RRULE:FREQ=YEARLY(;(COUNT|INTERVAL|BYMONTH|BYMONTHDAY)=-?[0-9]{1,20}){0,3}(;BYDAY=-?[0-9]{1,3}(MO|SU))?|DURATION:P[0-9]{0,9}[DW]|(BEGIN|END):V(EVENT|ALARM)|[ \"a-z:;\\\\é]{0,20}",
            0..12,
        ),
        around in -1_000_000..3_000_000_i32,
    ) {
        let around = NaiveDate::from_num_days_from_ce_opt(around).unwrap_or(NaiveDate::MAX);
        let text = file(&lines.join("\n"));
        for today in [today(), around, NaiveDate::MIN, NaiveDate::MAX] {
            if let Ok(read) = read_calendar_file(&text, today) {
                prop_assert!(read.days.as_slice().len() <= 600);
            }
        }
    }

    #[test]
    fn any_text_at_all_is_read_or_refused(text in "\\PC{0,80}|(BEGIN:VCALENDAR\n)?[A-Z:;=\"\\\\\n\r\t é]{0,80}") {
        if let Ok(read) = read_calendar_file(&text, today()) {
            prop_assert!(read.days.as_slice().len() <= 600);
        }
    }
}
