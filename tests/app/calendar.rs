//! Dates for a calendar program, and invitations that are brought in, as a person does it on the dashboard. The user is in London.

use expect_test::{Expect, expect};
use pollster::block_on;
use your_move::app::Dashboard;
use your_move::archive::uid_of_event;
use your_move::domain::{ApplicationId, Interview, What};
use your_move::view::{Card, Words};

use super::desk::{Desk, asked, gardener, part, said, text, value, within};
use super::sound::check_sound;
use super::world::Model;

/// The dashboard, on the one application of its world.
struct Board {
    world: Model,
    board: Dashboard<Model>,
    application: ApplicationId,
}

impl Board {
    /// A world of that day in which the user applied that day.
    fn applied(today: &str) -> Self {
        let desk = Desk::applied(today);
        let application = ApplicationId::parse(&desk.first("kept-card").key).expect("an application");
        Self::of(&desk.world, application)
    }

    fn of(world: &Model, application: ApplicationId) -> Self {
        let hash = format!("application/{application}");
        let board = block_on(Dashboard::open(world.clone(), Words::english(), &hash));
        let world = world.clone();
        let mut board = Self {
            world,
            board,
            application,
        };
        block_on(board.board.look_again());
        board.read();
        board
    }

    fn read(&mut self) {
        while block_on(self.board.read_on()).is_some() {}
    }

    /// Another day.
    fn turn_to(&mut self, today: &str) {
        self.world.turn_to(today);
        *self = Self::of(&self.world, self.application);
    }

    fn act(&mut self, name: &str, card: &str, choice: &str, fields: &[(&str, &str)]) -> bool {
        let is_done = block_on(self.board.act(asked(name, card, choice, fields)));
        self.read();
        check_sound(&self.world);
        is_done
    }

    fn all(&self, template: &str) -> Vec<Card> {
        within(&self.board.card(), template)
    }

    #[track_caller]
    fn first(&self, template: &str) -> Card {
        self.all(template).into_iter().next().expect(template)
    }

    fn notice(&self) -> String {
        let notice = self.first("notice");
        [text(&notice, "text"), text(&notice, "next")].join(" | ")
    }

    /// Brings in the file of an invitation with these lines.
    fn bring_in(&mut self, lines: &str) {
        let file = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n");
        self.bring_in_file(&file);
    }

    fn bring_in_file(&mut self, file: &str) {
        self.act("invitation", "invitation", "", &[("file", file)]);
    }

    /// What is wrong with it, said beside its field.
    fn error(&self) -> String {
        text(&self.first("invitation-form"), "error")
    }

    /// The form that is open: which one, and what it says where it says something.
    fn form(&self) -> String {
        let form = self.first("entry-form");
        let choices = form.lists.iter().flat_map(|(_, choices)| choices);
        let fields: Vec<_> = said(&form).into_iter().chain(choices.flat_map(said)).collect();
        let names = [
            "day",
            "time",
            "zone",
            "place",
            "link",
            "people",
            "minutes",
            "invitation",
        ];
        let fields = fields
            .iter()
            .filter(|(name, values)| names.contains(name) && !values.concat().is_empty());
        let fields = fields.map(|(name, values)| format!("{name}: {}\n", values.concat()));
        format!(
            "{}: {}\n{}",
            form.key,
            text(&form, "invitation"),
            fields.collect::<String>()
        )
    }

    /// Sends the form that is open, with its fields as they stand but for `typed`.
    fn keep(&mut self, typed: &[(&str, &str)]) {
        let form = self.first("entry-form");
        let choices: Vec<&Card> = form.lists.iter().flat_map(|(_, choices)| choices).collect();
        let all: Vec<_> = said(&form)
            .into_iter()
            .chain(choices.into_iter().flat_map(said))
            .collect();
        let is_typed = |name: &str| typed.iter().any(|(typed, _)| *typed == name);
        let fields = all.iter().filter(|(name, _)| !is_typed(name));
        let fields = fields.flat_map(|(name, values)| values.iter().map(|value| (*name, value.as_str())));
        let fields: Vec<(&str, &str)> = fields.chain(typed.iter().copied()).collect();
        let card = self.application.to_string();
        assert!(self.act("keep", &card, &form.key, &fields), "{}", self.notice());
    }

    /// Writes something down of the application, with the fields of the form as they stand but for `typed`.
    fn log(&mut self, entry: &str, typed: &[(&str, &str)]) {
        let card = self.application.to_string();
        self.act("log", &card, entry, &[]);
        self.keep(typed);
    }

    /// The interviews that are booked, as they stand.
    fn bookings(&self) -> Vec<Interview> {
        let application = block_on(your_move::app::load(&self.world, self.application));
        let application = application.expect("it can be read").expect("it is there");
        let bookings = application.bookings();
        bookings.into_iter().map(|(_, booking)| booking.clone()).collect()
    }

    /// When the interviews that are booked are.
    fn when(&self) -> Vec<String> {
        let when = |booking: Interview| {
            let time = booking.time.map_or(String::new(), |time| format!(" {time}"));
            booking.day.expect("a day").to_string() + &time
        };
        self.bookings().into_iter().map(when).collect()
    }

    /// What was saved last, without what is another one each time.
    #[track_caller]
    fn saved(&self) -> (String, String) {
        let (name, file) = self.world.saved().pop().expect("a file");
        (name, file.replace("\r\n ", "").replace("\r\n", "\n"))
    }

    /// The values of lines of that name in what was saved last.
    fn values(&self, name: &str) -> Vec<String> {
        let (_, file) = self.saved();
        let lines = file
            .lines()
            .filter_map(|line| line.strip_prefix(name)?.strip_prefix([':', ';']));
        lines.map(str::to_owned).collect()
    }

    /// Saves all dates.
    fn save_all(&mut self) {
        self.act("all_dates", "", "", &[]);
    }
}

const BERLIN: &str = "UID:7@calendar.example
SUMMARY:Interview\\, round two
DTSTART;TZID=Europe/Berlin:20261208T143000
DTEND;TZID=Europe/Berlin:20261208T151500
LOCATION:Harbour 1
DESCRIPTION:Join: https://us02web.zoom.us/j/1
ORGANIZER;CN=Dana Kim:mailto:dana@northwind.example
ATTENDEE;CN=Ada King:mailto:ada@post.example";

#[test]
fn an_invitation_is_shown_before_it_is_written_down() {
    let mut board = Board::applied("2026-11-30");
    board.bring_in(BERLIN);
    expect![[r#"
        invited: In the file: Interview, round two · Tue 8 Dec at 14:30 (Europe/Berlin) · 45 minutes. Day and time below are those of your own clock.
        day: 2026-12-08
        time: 13:30:00
        place: Harbour 1
        link: https://us02web.zoom.us/j/1
        people: Dana Kim <dana@northwind.example>
        minutes: 45
        invitation: 7@calendar.example
    "#]]
    .assert_eq(&board.form());
    assert_eq!(board.bookings(), []);
    // What is put right by hand is what is kept.
    board.keep(&[("round", "final"), ("place", "Harbour 2")]);
    let [booking] = board.bookings().try_into().expect("one");
    assert_eq!(board.when(), ["2026-12-08 13:30:00"]);
    let said = |line: Option<your_move::domain::Line>| line.map(String::from).unwrap_or_default();
    assert_eq!(said(booking.place), "Harbour 2");
    assert_eq!(said(booking.invitation), "7@calendar.example");
    assert_eq!(booking.minutes, Some(45));
    assert_eq!(booking.people.len(), 1);
    assert_eq!(said(booking.people[0].email.clone()), "dana@northwind.example");
    assert_eq!(board.all("entry-form").len(), 0);
}

#[test]
fn the_same_one_twice_is_nothing_new() {
    let mut board = Board::applied("2026-11-30");
    board.bring_in(BERLIN);
    // Whatever was put right here.
    board.keep(&[("place", "Harbour 2"), ("time", "13:45")]);
    let before = board.world.kept();
    board.bring_in(BERLIN);
    assert_eq!(board.notice(), "That is written down already. Nothing was changed. | ");
    assert_eq!(board.all("entry-form").len(), 0);
    assert_eq!(board.world.kept(), before);
}

#[test]
fn one_that_is_moved_moves_the_interview() {
    let mut board = Board::applied("2026-11-30");
    board.bring_in(BERLIN);
    board.keep(&[("round", "final")]);
    board.bring_in(
        &BERLIN
            .replace("20261208T1", "20261209T1")
            .replace("Harbour 1", "Gate B"),
    );
    assert!(board.form().starts_with("rescheduled: "), "{}", board.form());
    board.keep(&[]);
    assert_eq!(board.when(), ["2026-12-09 13:30:00"]);
    let [booking] = board.bookings().try_into().expect("one");
    // It is still the same interview.
    assert_eq!(booking.people.len(), 1);
    assert_eq!(booking.minutes, Some(45));
    board.bring_in(
        &BERLIN
            .replace("20261208T1", "20261209T1")
            .replace("Harbour 1", "Gate B"),
    );
    assert_eq!(board.notice(), "That is written down already. Nothing was changed. | ");
}

#[test]
fn one_that_is_called_off_calls_the_interview_off() {
    let mut board = Board::applied("2026-11-30");
    board.bring_in(BERLIN);
    board.keep(&[]);
    let off = format!("{BERLIN}\nSTATUS:CANCELLED");
    board.bring_in(&off);
    assert!(board.form().starts_with("cancelled: "), "{}", board.form());
    board.keep(&[]);
    assert_eq!(board.bookings(), []);
    board.bring_in(&off);
    assert_eq!(board.error(), "");
    assert_eq!(board.notice(), "That is written down already. Nothing was changed. | ");
    // It may be on again.
    board.bring_in(BERLIN);
    assert!(board.form().starts_with("invited: "), "{}", board.form());
    board.keep(&[]);
    assert_eq!(board.when(), ["2026-12-08 13:30:00"]);
    board.bring_in(&off);
    board.keep(&[]);
    assert_eq!(board.bookings(), []);
}

#[test]
fn an_interview_that_was_written_by_hand_gets_what_the_invitation_says() {
    let mut board = Board::applied("2026-11-30");
    board.log("invited", &[("day", "2026-12-08"), ("place", "Gate B")]);
    board.bring_in("UID:a\nDTSTART:20261208T133000Z");
    assert!(board.form().starts_with("rescheduled: "), "{}", board.form());
    board.keep(&[]);
    assert_eq!(board.when(), ["2026-12-08 13:30:00"]);
    let [booking] = board.bookings().try_into().expect("one");
    assert_eq!(booking.place.map(String::from).as_deref(), Some("Gate B"));
    // Another one on that day is another one.
    board.bring_in("UID:b\nDTSTART:20261208T160000Z");
    assert!(board.form().starts_with("invited: "), "{}", board.form());
    board.keep(&[]);
    assert_eq!(board.when(), ["2026-12-08 13:30:00", "2026-12-08 16:00:00"]);
}

#[test]
fn an_invitation_without_a_day_gets_its_day() {
    let mut board = Board::applied("2026-11-30");
    board.log("invited", &[("day", ""), ("people", "Dana Kim")]);
    board.bring_in("UID:a\nDTSTART:20261208T133000Z");
    board.keep(&[]);
    assert_eq!(board.when(), ["2026-12-08 13:30:00"]);
}

#[test]
fn a_file_of_ours_that_comes_back_is_known() {
    let mut board = Board::applied("2026-11-30");
    board.log("invited", &[("day", "2026-12-08"), ("time", "14:30")]);
    let row = board.first("date-row");
    board.act("date_file", &row.key, "", &[]);
    let (_, file) = board.saved();
    board.bring_in_file(&file);
    assert_eq!(board.notice(), "That is written down already. Nothing was changed. | ");
    board.bring_in_file(&file.replace("T143000Z", "T150000Z"));
    board.keep(&[]);
    assert_eq!(board.when(), ["2026-12-08 15:00:00"]);
}

#[track_caller]
fn check_when(lines: &str, said: &str, day: &str, time: &str, zone: &str) {
    let mut board = Board::applied("2026-06-30");
    board.bring_in(lines);
    let form = board.first("entry-form");
    assert_eq!(text(&form, "invitation"), said);
    assert_eq!(
        (
            value(&form, "day").as_str(),
            value(&form, "time").as_str(),
            value(&form, "zone").as_str()
        ),
        (day, time, zone)
    );
}

#[test]
fn times_are_those_of_the_users_own_clock() {
    let on = "Wed 8 Jul";
    check_when(
        "DTSTART;VALUE=DATE:20260708",
        &format!("In the file: {on}"),
        "2026-07-08",
        "",
        "",
    );
    check_when(
        "DTSTART:20260708T143000",
        &format!("In the file: {on} at 14:30"),
        "2026-07-08",
        "14:30:00",
        "",
    );
    check_when(
        "DTSTART:20260708T133000Z",
        &format!("In the file: {on} at 13:30 (UTC). Day and time below are those of your own clock."),
        "2026-07-08",
        "14:30:00",
        "",
    );
    check_when(
        "SUMMARY:Chat\nDTSTART;TZID=W. Europe Standard Time:20260708T143000\nDURATION:PT1M",
        &format!(
            "In the file: Chat · {on} at 14:30 (Europe/Berlin) · one minute. Day and time below are those of your own clock."
        ),
        "2026-07-08",
        "13:30:00",
        "",
    );
    check_when(
        "DTSTART;TZID=Tokyo Standard Time:20260708T053000\nDURATION:PT1H",
        &format!(
            "In the file: {on} at 05:30 (Asia/Tokyo) · 60 minutes. Day and time below are those of your own clock."
        ),
        "2026-07-07",
        "21:30:00",
        "",
    );
    check_when(
        "DTSTART;TZID=Harbour Time:20260708T143000",
        &format!(
            "In the file: {on} at 14:30 (Harbour Time). This browser does not know that zone: day and time are those of the file."
        ),
        "2026-07-08",
        "14:30:00",
        "Harbour Time",
    );
}

#[test]
fn what_is_no_invitation_is_said_beside_its_field() {
    let mut board = Board::applied("2026-11-30");
    let before = board.world.kept();
    let one = "BEGIN:VEVENT\nUID:a\nDTSTART:20261208\nEND:VEVENT\n";
    for (file, said) in [
        (
            "Dear Ada".to_owned(),
            "This is no calendar file. Choose one whose name ends in .ics.",
        ),
        (
            "BEGIN:VCALENDAR\nEND:VCALENDAR\n".to_owned(),
            "There is no invitation in this file.",
        ),
        (
            format!("BEGIN:VCALENDAR\n{one}{}END:VCALENDAR\n", one.replace("UID:a", "UID:b")),
            "There are several events in this file.",
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n".to_owned(),
            "This invitation does not say when it is",
        ),
        (
            format!("BEGIN:VCALENDAR\nMETHOD:CANCEL\n{one}END:VCALENDAR\n"),
            "This calls off an interview that is not written down here",
        ),
        ("x".repeat(1 << 21), "This file is larger than any invitation."),
    ] {
        board.bring_in_file(&file);
        assert!(board.error().starts_with(said), "{}", board.error());
        assert_eq!(board.all("entry-form").len(), 0);
    }
    assert_eq!(board.world.kept(), before);
    // The next one is not held against it.
    board.bring_in("UID:a\nDTSTART:20261208");
    assert_eq!(board.error(), "");
}

#[track_caller]
fn check_file(board: &Board, expected: &Expect) {
    let (_, file) = board.saved();
    let id = board.application.to_string();
    let file: Vec<String> = file
        .lines()
        .filter(|line| !line.starts_with("DTSTAMP") && !line.starts_with("LAST-MODIFIED"))
        .map(|line| match line.strip_prefix("UID:") {
            // The identity of an event is another one in each world.
            Some(uid) => {
                assert!(uid.ends_with(&format!(".{id}@your-move")), "{uid}");
                format!(
                    "UID:{}",
                    uid.split('.').next().filter(|rule| rule.len() < 30).unwrap_or("event")
                )
            }
            None => line.to_owned(),
        })
        .collect();
    expected.assert_eq(&(file.join("\n") + "\n"));
}

#[test]
fn all_dates_are_one_file() {
    let mut board = Board::applied("2026-11-30");
    board.log(
        "invited",
        &[
            ("day", "2026-12-08"),
            ("time", "14:30"),
            ("zone", "Europe/Berlin"),
            ("place", "Harbour 1, Gate B"),
            ("link", "https://meet.example/abc"),
            ("people", "Dana Kim <dana@northwind.example>"),
        ],
    );
    board.log("undertook", &[("what", "the task; part two"), ("by", "2026-12-04")]);
    board.save_all();
    assert_eq!(board.saved().0, "your-move-dates-2026-11-30.ics");
    assert_eq!(
        board.notice(),
        format!(
            "Saved as your-move-dates-2026-11-30.ics, with {} dates. | ",
            board.values("UID").len()
        )
    );
    check_file(
        &board,
        &expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Your Move//Your Move//EN
        CALSCALE:GREGORIAN
        BEGIN:VEVENT
        UID:r18-1
        SEQUENCE:4
        DTSTART;VALUE=DATE:20261202
        DTEND;VALUE=DATE:20261203
        SUMMARY:Hand in: the task\; part two · Gardener · Northwind
        DESCRIPTION:“the task\; part two” is due by Fri 4 Dec.\nDana Kim · dana@northwind.example\nhttps://northwind.example/jobs/1
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:event
        SEQUENCE:4
        DTSTART;VALUE=DATE:20261204
        DTEND;VALUE=DATE:20261205
        SUMMARY:Task\, due Fri 4 Dec: the task\; part two · Gardener · Northwind
        DESCRIPTION:You said so on Mon 30 Nov.\nhttps://northwind.example/jobs/1
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:event
        SEQUENCE:4
        DTSTART:20261208T133000Z
        DTEND:20261208T143000Z
        SUMMARY:Interview with Dana Kim · Gardener · Northwind
        DESCRIPTION:Your interview is today. At the end\, ask: when will you decide? How would you like me to stay in touch? Whom should I write to? May I check in?\nAt 14:30 (Europe/Berlin)\nhttps://meet.example/abc\nDana Kim · dana@northwind.example\nhttps://northwind.example/jobs/1
        LOCATION:Harbour 1\, Gate B
        URL:https://meet.example/abc
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        END:VEVENT
        BEGIN:VEVENT
        UID:r0b-1
        SEQUENCE:4
        DTSTART;VALUE=DATE:20261209
        DTEND;VALUE=DATE:20261210
        SUMMARY:Write down what they said · Gardener · Northwind
        DESCRIPTION:An interview was booked for yesterday. Note what was said of how it goes on and how to stay in touch\; “not said” is fine\, too.\nDana Kim · dana@northwind.example\nhttps://northwind.example/jobs/1
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:r2-1-971ba765729b71e2
        SEQUENCE:4
        DTSTART;VALUE=DATE:20261209
        DTEND;VALUE=DATE:20261210
        SUMMARY:Thank Dana Kim for the interview · Gardener · Northwind
        DESCRIPTION:An interview was booked for yesterday. A short note is good manners\; it does not count as a check-in.\nDana Kim · dana@northwind.example\nhttps://northwind.example/jobs/1
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:r7-1
        SEQUENCE:4
        DTSTART;VALUE=DATE:20261215
        DTEND;VALUE=DATE:20261216
        SUMMARY:Ask where things stand · Gardener · Northwind
        DESCRIPTION:An interview was booked for Tue 8 Dec\; five business days have passed. Check-in 1 of 2.\nDana Kim · dana@northwind.example\nhttps://northwind.example/jobs/1
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
    "#]],
    );
}

#[test]
fn a_promise_is_a_date_until_it_means_nothing_any_more() {
    let mut board = Board::applied("2026-11-30");
    board.log("heard", &[("decide_by", "2026-12-17")]);
    board.save_all();
    check_file(
        &board,
        &expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Your Move//Your Move//EN
        CALSCALE:GREGORIAN
        BEGIN:VEVENT
        UID:event
        SEQUENCE:4
        DTSTART;VALUE=DATE:20261217
        DTEND;VALUE=DATE:20261218
        SUMMARY:They will decide by Thu 17 Dec · Gardener · Northwind
        DESCRIPTION:They said so on Mon 30 Nov.\nhttps://northwind.example/jobs/1
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:r8-1
        SEQUENCE:4
        DTSTART;VALUE=DATE:20261222
        DTEND;VALUE=DATE:20261223
        SUMMARY:Ask where things stand · Gardener · Northwind
        DESCRIPTION:They wanted to decide by Thu 17 Dec\; three business days have passed. It was moved from a Monday to the next business day. Check-in 1 of 2.\nhttps://northwind.example/jobs/1
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
    "#]],
    );
    let promised = board.values("UID");
    // They name another day: the first one is called off by the same name.
    board.log("heard", &[("decide_by", "2026-12-21")]);
    board.save_all();
    let (uids, states) = (board.values("UID"), board.values("STATUS"));
    let of_first = uids.iter().position(|uid| *uid == promised[0]).expect("the first");
    assert_eq!(states[of_first], "CANCELLED");
    // Once its day has passed there is nothing to be taken out any more.
    board.turn_to("2026-12-18");
    board.save_all();
    assert!(!board.values("UID").contains(&promised[0]));
}

#[test]
fn a_call_that_was_agreed_on_is_one_date() {
    let mut board = Board::applied("2026-11-30");
    board.log("heard", &[("decide_by", "2026-12-14"), ("promised", "call")]);
    board.save_all();
    let days = board.values("DTSTART");
    let those = days.iter().filter(|day| *day == "VALUE=DATE:20261214");
    assert_eq!(those.count(), 1, "{days:?}");
    let because = "You agreed to call them today.";
    assert!(
        board.values("DESCRIPTION")[0].starts_with(because),
        "{:?}",
        board.values("DESCRIPTION")
    );
}

#[test]
fn a_later_file_changes_what_an_earlier_one_brought() {
    let mut board = Board::applied("2026-11-30");
    board.log("invited", &[("day", "2026-12-08"), ("time", "14:30")]);
    let mut before: Option<(String, u32)> = None;
    let mut check = |board: &mut Board, start: &str, status: &str| {
        board.save_all();
        let uids = board.values("UID");
        // That of a follow-up begins with its rule.
        let place = uids
            .iter()
            .position(|uid| uid.split('.').count() == 2)
            .expect("the interview");
        let value = |name: &str| board.values(name)[place].clone();
        assert_eq!((value("DTSTART").as_str(), value("STATUS").as_str()), (start, status));
        let sequence = value("SEQUENCE").parse().expect("a number");
        if let Some((uid, last)) = &before {
            assert_eq!(uids[place], *uid);
            assert!(sequence > *last, "{sequence} after {last}");
        }
        before = Some((uids[place].clone(), sequence));
    };
    check(&mut board, "20261208T143000Z", "CONFIRMED");
    board.log("rescheduled", &[("day", "2026-12-09"), ("time", "10:00")]);
    check(&mut board, "20261209T100000Z", "CONFIRMED");
    // What is undone is no step back.
    board.act("undo", "", "", &[]);
    check(&mut board, "20261208T143000Z", "CONFIRMED");
    board.log("cancelled", &[]);
    check(&mut board, "20261208T143000Z", "CANCELLED");
    board.act("undo", "", "", &[]);
    check(&mut board, "20261208T143000Z", "CONFIRMED");
    // Without a new day it is off on the old one.
    board.log("rescheduled", &[("day", "")]);
    check(&mut board, "20261208T143000Z", "CANCELLED");
}

#[test]
fn who_is_turned_down_meets_nobody() {
    let mut board = Board::applied("2026-11-30");
    board.log("invited", &[("day", "2026-12-08"), ("time", "14:30")]);
    board.log("rejected", &[]);
    board.save_all();
    assert_eq!(board.values("STATUS")[0], "CANCELLED");
    assert_eq!(board.all("date-row").len(), 0);
}

#[test]
fn what_has_passed_goes_into_no_calendar_and_says_since_when_it_is_late() {
    let mut board = Board::applied("2026-11-02");
    let row = |board: &Board| {
        let row = board.first("date-row");
        (text(&row, "day"), text(&row, "when"), part(&row, "ahead"))
    };
    assert_eq!(row(&board), ("Wed 11 Nov".to_owned(), String::new(), true));
    board.turn_to("2026-11-11");
    assert_eq!(row(&board), ("Wed 11 Nov".to_owned(), String::new(), true));
    board.turn_to("2026-11-18");
    let late = "due that day; late since Mon".to_owned();
    assert_eq!(row(&board), ("Wed 11 Nov".to_owned(), late, false));
}

#[test]
fn an_interview_that_took_place_stays() {
    let mut board = Board::applied("2026-11-30");
    board.log("invited", &[("day", "2026-12-08"), ("time", "14:30")]);
    board.turn_to("2026-12-08");
    board.log("interviewed", &[]);
    board.save_all();
    let at = board
        .values("DTSTART")
        .iter()
        .position(|start| start == "20261208T143000Z");
    assert_eq!(board.values("STATUS")[at.expect("the interview")], "CONFIRMED");
}

#[track_caller]
fn check_start(day: &str, time: &str, zone: &str, expected: &str) {
    let mut board = Board::applied("2026-01-30");
    board.log("invited", &[("day", day), ("time", time), ("zone", zone)]);
    let row = board.first("date-row");
    board.act("date_file", &row.key, "", &[]);
    assert_eq!(board.values("DTSTART"), [expected]);
    assert_eq!(board.saved().0, format!("your-move-{day}.ics"));
    assert_eq!(
        board.notice(),
        format!("Saved as your-move-{day}.ics. Open the file, and your calendar program takes it in. | ")
    );
}

#[test]
fn a_time_is_an_instant_in_each_zone_that_is_known() {
    check_start("2026-07-08", "14:30", "", "20260708T133000Z");
    check_start("2026-12-08", "14:30", "", "20261208T143000Z");
    check_start("2026-07-08", "14:30", "Europe/Berlin", "20260708T123000Z");
    check_start("2026-07-08", "05:30", "Asia/Tokyo", "20260707T203000Z");
    // What the clock leaves out is counted as before, what it shows twice is the first of both.
    check_start("2026-03-29", "01:30", "", "20260329T013000Z");
    check_start("2026-10-25", "01:30", "", "20261025T003000Z");
    check_start("2026-03-29", "02:30", "Europe/Berlin", "20260329T013000Z");
    check_start("2026-10-25", "02:30", "Europe/Berlin", "20261025T003000Z");
    // Without a time it is the day.
    check_start("2026-07-08", "", "", "VALUE=DATE:20260708");
}

#[test]
fn a_zone_that_nobody_knows_is_asked_about_where_it_is_typed_and_kept_where_it_is_read() {
    let mut board = Board::applied("2026-06-30");
    let card = board.application.to_string();
    board.act("log", &card, "invited", &[]);
    let typed = [
        ("on", "2026-06-30"),
        ("day", "2026-07-08"),
        ("time", "14:30"),
        ("zone", "Pacific"),
    ];
    assert!(!board.act("keep", &card, "invited", &typed));
    assert!(text(&board.first("entry-form"), "error").contains("Europe/Berlin"));
    assert!(board.bookings().is_empty());

    let mut board = Board::applied("2026-06-30");
    board.bring_in("DTSTART;TZID=Harbour Time:20260708T143000");
    board.keep(&[]);
    let row = board.first("date-row");
    board.act("date_file", &row.key, "", &[]);
    // A wrong time would be worse than none.
    assert_eq!(board.values("DTSTART"), ["VALUE=DATE:20260708"]);
    // What is written down of it later has no field for its zone.
    board.world.turn_to("2026-07-08");
    board.log("interviewed", &[]);
    assert!(board.notice().starts_with("Saved. "), "{}", board.notice());
}

#[test]
fn each_guest_of_an_invitation_is_a_person() {
    let mut board = Board::applied("2026-11-30");
    board.bring_in(
        "DTSTART:20261208T143000Z\nATTENDEE;CN=Dana Kim:mailto:dana@northwind.example\n\
         ATTENDEE:mailto:jo@northwind.example\nATTENDEE;CN=jon reed:mailto:jon@northwind.example",
    );
    board.keep(&[]);
    let people = board.bookings().remove(0).people;
    let names: Vec<String> = people.iter().map(|person| person.name.to_string()).collect();
    assert_eq!(names, ["Dana Kim", "jo@northwind.example", "jon reed"]);
    assert!(people.iter().all(|person| person.role.is_none()), "{people:?}");
}

#[test]
fn what_cannot_be_saved_is_said() {
    let mut board = Board::applied("2026-11-30");
    board.world.fill_disk();
    assert!(!board.act("date_file", &board.first("date-row").key, "", &[]));
    assert_eq!(
        board.notice(),
        "The browser did not save the file. | Nothing is lost here. Try again."
    );
    board.save_all();
    assert!(board.notice().starts_with("The browser did not save the file."));
}

#[test]
fn where_nothing_has_a_day_there_is_no_file() {
    let world = Model::on("2026-11-30");
    let mut desk = Desk::at(&world, gardener());
    desk.press("save", "capture-card", &[]);
    let application = ApplicationId::parse(&desk.first("kept-card").key).expect("an application");
    let mut board = Board::of(&world, application);
    board.save_all();
    assert_eq!(world.saved().len(), 0);
    assert_eq!(
        board.notice(),
        "There is nothing with a day yet that a calendar could have. | "
    );
}

#[test]
fn an_event_has_one_name_wherever_it_is_written() {
    let mut board = Board::applied("2026-11-30");
    board.log("invited", &[("day", "2026-12-08")]);
    let application = block_on(your_move::app::load(&board.world, board.application));
    let application = application.expect("it can be read").expect("it is there");
    let invited = application
        .history
        .iter()
        .find(|event| matches!(event.what, What::Invited(_)));
    let uid = uid_of_event(application.id, invited.expect("an invitation").id);
    board.save_all();
    assert!(board.values("UID").contains(&uid));
    let key = format!("date {}", invited.expect("an invitation").id);
    board.act("date_file", &key, "", &[]);
    assert_eq!(board.values("UID"), [uid]);
}
