//! What is written for calendar programs: its form, its lines, and by what a program knows an entry again.

use chrono::{DateTime, TimeDelta};
use expect_test::expect;
use proptest::prelude::*;
use your_move::archive::{
    CalendarEntry, EntryTime, event_of_uid, read_invitation, uid_of_event, uid_of_follow_up, write_calendar,
};
use your_move::domain::{FollowUpKey, Line, RuleId, same_person};

use super::arbitrary;
use super::sample::{application_id, day, event_id, instant, line, link};

pub(crate) fn interview() -> CalendarEntry {
    CalendarEntry {
        uid: uid_of_event(application_id(1), event_id(2)),
        sequence: 3,
        changed: instant("2026-11-29T09:00:00.120Z"),
        when: EntryTime::From(instant("2026-12-08T13:30:00Z"), 45),
        summary: "Interview with Ana María Núñez · Backend Engineer; Storage, Search · Northwind Labs".to_owned(),
        description: "An interview is booked for tomorrow. Ask how they would like to stay in touch.\nAna María Núñez · ana@northwind.example\nC:\\notes".to_owned(),
        place: Some(line("Harbour 1, Gate B")),
        link: Some(link("https://meet.example/abc?pwd=1,2;3")),
        is_cancelled: false,
    }
}

pub(crate) fn reminder() -> CalendarEntry {
    CalendarEntry {
        uid: uid_of_follow_up(&key(RuleId::R6, None)),
        when: EntryTime::On(day("2026-12-31")),
        summary: "Ask where things stand 🙂".to_owned(),
        description: String::new(),
        place: None,
        link: None,
        ..interview()
    }
}

fn key(rule: RuleId, person: Option<&str>) -> FollowUpKey {
    FollowUpKey {
        application: application_id(1),
        rule,
        event: event_id(2),
        person: person.map(line),
        nth: 1,
    }
}

#[test]
fn entries_are_written_as_calendars_read_them() {
    let off = CalendarEntry {
        is_cancelled: true,
        ..interview()
    };
    let text = write_calendar(&[interview(), reminder(), off], instant("2026-11-29T10:00:00Z"));
    expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Your Move//Your Move//EN
        CALSCALE:GREGORIAN
        BEGIN:VEVENT
        UID:01a0c450-6c02-7202-8202-020202020202.01a0c450-6c01-7101-8101-0101010101
         01@your-move
        DTSTAMP:20261129T100000Z
        LAST-MODIFIED:20261129T090000Z
        SEQUENCE:3
        DTSTART:20261208T133000Z
        DTEND:20261208T141500Z
        SUMMARY:Interview with Ana María Núñez · Backend Engineer\; Storage\, S
         earch · Northwind Labs
        DESCRIPTION:An interview is booked for tomorrow. Ask how they would like to
          stay in touch.\nAna María Núñez · ana@northwind.example\nC:\\notes
        LOCATION:Harbour 1\, Gate B
        URL:https://meet.example/abc?pwd=1,2;3
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        END:VEVENT
        BEGIN:VEVENT
        UID:r6-1.01a0c450-6c02-7202-8202-020202020202.01a0c450-6c01-7101-8101-01010
         1010101@your-move
        DTSTAMP:20261129T100000Z
        LAST-MODIFIED:20261129T090000Z
        SEQUENCE:3
        DTSTART;VALUE=DATE:20261231
        DTEND;VALUE=DATE:20270101
        SUMMARY:Ask where things stand 🙂
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:01a0c450-6c02-7202-8202-020202020202.01a0c450-6c01-7101-8101-0101010101
         01@your-move
        DTSTAMP:20261129T100000Z
        LAST-MODIFIED:20261129T090000Z
        SEQUENCE:3
        DTSTART:20261208T133000Z
        DTEND:20261208T141500Z
        SUMMARY:Interview with Ana María Núñez · Backend Engineer\; Storage\, S
         earch · Northwind Labs
        DESCRIPTION:An interview is booked for tomorrow. Ask how they would like to
          stay in touch.\nAna María Núñez · ana@northwind.example\nC:\\notes
        LOCATION:Harbour 1\, Gate B
        URL:https://meet.example/abc?pwd=1,2;3
        STATUS:CANCELLED
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
    "#]]
    .assert_eq(&text.replace("\r\n", "\n"));
}

#[test]
fn no_entries_are_a_calendar_too() {
    let text = write_calendar(&[], instant("2026-11-29T10:00:00Z"));
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("\r\nEND:VCALENDAR\r\n"));
}

#[test]
fn each_follow_up_has_its_own_uid() {
    let people = [None, Some("Dana Kim"), Some("Ira Voss")];
    let rules = [RuleId::R0a, RuleId::R2, RuleId::R4, RuleId::R9];
    let keys = rules.iter().flat_map(|rule| people.map(|person| key(*rule, person)));
    let mut uids: Vec<String> = keys.map(|key| uid_of_follow_up(&key)).collect();
    uids.push(uid_of_event(application_id(1), event_id(2)));
    uids.push(uid_of_event(application_id(2), event_id(2)));
    let count = uids.len();
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), count);
    // By the posting's last day it is the one rule or the other; what it stands for is the same.
    assert_eq!(
        uid_of_follow_up(&key(RuleId::R3, None)),
        uid_of_follow_up(&key(RuleId::R4, None))
    );
    // A name's case makes nobody somebody else.
    let uid = |person| uid_of_follow_up(&key(RuleId::R2, Some(person)));
    assert_eq!(uid("Dana Kim"), uid("DANA KIM"));
}

#[test]
fn an_event_is_known_again_by_its_uid() {
    let uid = uid_of_event(application_id(1), event_id(2));
    assert_eq!(event_of_uid(&uid), Some((application_id(1), event_id(2))));
    assert_eq!(event_of_uid(&uid_of_follow_up(&key(RuleId::R2, None))), None);
    assert_eq!(event_of_uid("abc@google.com"), None);
    assert_eq!(event_of_uid(""), None);
}

/// The lines, unfolded and without escapes, as the standard says it; written down apart from what reads invitations.
fn values(text: &str) -> Vec<(String, String)> {
    let lines = text.replace("\r\n ", "");
    let lines = lines.split("\r\n").filter_map(|line| line.split_once(':'));
    let value = |value: &str| {
        let mut plain = String::new();
        let mut letters = value.chars();
        while let Some(letter) = letters.next() {
            match (letter, (letter == '\\').then(|| letters.next()).flatten()) {
                (_, Some('n')) => plain.push('\n'),
                (_, Some(escaped)) => plain.push(escaped),
                (letter, None) => plain.push(letter),
            }
        }
        plain
    };
    lines.map(|(name, text)| (name.to_owned(), value(text))).collect()
}

/// A text without what has no place in one.
fn plain(text: &str) -> String {
    text.replace(|letter: char| letter.is_control() && letter != '\n', "")
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~äß🙂\\n]{0,200}", "[\\s\\S]{0,120}", "[,;\\\\\\n]{0,120}"]
}

fn entries() -> impl Strategy<Value = Vec<CalendarEntry>> {
    let when = prop_oneof![
        arbitrary::day().prop_map(EntryTime::On),
        (0_i64..4_000_000_000, any::<u16>()).prop_map(|(seconds, minutes)| EntryTime::From(
            DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds),
            minutes
        )),
    ];
    let place = prop::option::of(arbitrary::line());
    let entry = (when, text(), text(), place, any::<bool>(), any::<usize>());
    let entry = entry.prop_map(
        |(when, summary, description, place, is_cancelled, sequence)| CalendarEntry {
            when,
            summary,
            description,
            place,
            is_cancelled,
            sequence,
            ..interview()
        },
    );
    prop::collection::vec(entry, 1..4)
}

proptest! {
    #[test]
    fn no_line_is_too_long_and_nothing_is_lost(entries in entries()) {
        let text = write_calendar(&entries, instant("2026-11-29T10:00:00Z"));
        for line in text.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
            prop_assert!(!line.contains(|letter: char| letter.is_control()), "{line}");
        }
        let values = values(&text);
        let of = |name: &str| values.iter().filter(|(known, _)| known == name).map(|(_, value)| value.clone()).collect::<Vec<_>>();
        prop_assert_eq!(of("SUMMARY"), entries.iter().map(|entry| plain(&entry.summary)).collect::<Vec<_>>());
        let descriptions = entries.iter().filter(|entry| !entry.description.is_empty());
        prop_assert_eq!(of("DESCRIPTION"), descriptions.map(|entry| plain(&entry.description)).collect::<Vec<_>>());
        prop_assert_eq!(of("UID").len(), entries.len());
    }

    #[test]
    fn what_is_written_is_read_again(entry in entries()) {
        let entry = &entry[0];
        let text = write_calendar(std::slice::from_ref(entry), instant("2026-11-29T10:00:00Z"));
        let read = read_invitation(&text).expect("an event");
        prop_assert_eq!(read.uid.map(String::from), Some(entry.uid.clone()));
        prop_assert_eq!(read.summary, Line::new(&plain(&entry.summary)));
        prop_assert_eq!(read.is_cancelled, entry.is_cancelled);
    }

    #[test]
    fn uids_are_stable_and_tell_apart(one in arbitrary::follow_up(), other in arbitrary::follow_up()) {
        let same_person = match (&one.person, &other.person) {
            (Some(one), Some(other)) => same_person(one, other),
            (one, other) => one == other,
        };
        let is_same = uid_of_follow_up(&one) == uid_of_follow_up(&other);
        prop_assert_eq!(uid_of_follow_up(&one), uid_of_follow_up(&one));
        let [one, other] = [one, other].map(|key| FollowUpKey { person: None, ..key });
        prop_assert_eq!(is_same, one.is_same(&other) && same_person);
    }
}
