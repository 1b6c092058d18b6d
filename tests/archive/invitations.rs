//! Invitations, as calendar programs and mails have them.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use your_move::archive::{Begins, Invitation, InvitationError, read_invitation};
use your_move::domain::{Contact, Line};

use super::sample::line;

/// What Outlook writes of its zone: rules from the beginning of its time, on other days than it began.
const OUTLOOK_BERLIN: &str = "BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
";

/// A zone of which nobody has heard, with a half hour, a change by a list of days, and an end.
const HARBOUR: &str = "BEGIN:VTIMEZONE
TZID:Harbour Time
BEGIN:STANDARD
DTSTART:20200101T000000
TZOFFSETFROM:+0330
TZOFFSETTO:+0330
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20260401T000000
RDATE:20260401T000000,20270401T000000
TZOFFSETFROM:+0330
TZOFFSETTO:+0430
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20261001T000000
TZOFFSETFROM:+0430
TZOFFSETTO:+0330
END:STANDARD
END:VTIMEZONE
";

/// A file of one event with these lines, after what else stands in the calendar.
fn file(head: &str, event: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{head}BEGIN:VEVENT\n{event}\nEND:VEVENT\nEND:VCALENDAR\n")
}

#[track_caller]
fn read(text: &str) -> Invitation {
    let read = read_invitation(text).expect("an invitation");
    // Whatever ends the lines.
    assert_eq!(read_invitation(&text.replace('\n', "\r\n")).as_ref(), Ok(&read));
    read
}

fn event(event: &str) -> Invitation {
    read(&file("", event))
}

/// When it is: a day, a wall clock's time, an instant, or both with the zone.
#[track_caller]
fn check_when(head: &str, lines: &str, expected: &str) {
    let invitation = read(&file(head, lines));
    let said = match invitation.begins.expect("a beginning") {
        Begins::On(day) => day.to_string(),
        Begins::Anywhere(wall) => wall.to_string(),
        Begins::At(at) => instant(at),
        Begins::Within { wall, zone, at } => {
            format!("{wall} {zone} = {}", at.map_or("?".to_owned(), instant))
        }
    };
    let lasts = invitation
        .minutes
        .map_or(String::new(), |minutes| format!(" for {minutes}"));
    assert_eq!(said + &lasts, expected);
}

fn instant(at: DateTime<Utc>) -> String {
    format!("{}Z", at.naive_utc())
}

#[test]
fn days_and_times_are_read_in_each_form() {
    check_when("", "DTSTART;VALUE=DATE:20261208", "2026-12-08");
    check_when(
        "",
        "DTSTART;VALUE=DATE:20261208\nDTEND;VALUE=DATE:20261209",
        "2026-12-08",
    );
    check_when("", "DTSTART:20261208T143000", "2026-12-08 14:30:00");
    check_when(
        "",
        "DTSTART:20261208T143000Z\nDTEND:20261208T151500Z",
        "2026-12-08 14:30:00Z for 45",
    );
    check_when(
        "",
        "DTSTART:20261208T143000Z\nDURATION:PT1H30M",
        "2026-12-08 14:30:00Z for 90",
    );
    check_when(
        "",
        "DTSTART:20261208T143000\nDTEND:20261208T153000",
        "2026-12-08 14:30:00 for 60",
    );
    // An end before the beginning, or days later, says nothing of an interview.
    check_when(
        "",
        "DTSTART:20261208T143000Z\nDTEND:20261208T140000Z",
        "2026-12-08 14:30:00Z",
    );
    check_when("", "DTSTART:20261208T143000Z\nDURATION:P3D", "2026-12-08 14:30:00Z");
    check_when(
        "",
        "DTSTART:20261208T143000Z\nDTEND;VALUE=DATE:20261209",
        "2026-12-08 14:30:00Z",
    );
}

#[test]
fn a_zone_is_what_the_file_says_of_it() {
    let named = "TZID=W. Europe Standard Time";
    check_when(
        OUTLOOK_BERLIN,
        &format!("DTSTART;{named}:20261208T143000\nDTEND;{named}:20261208T153000"),
        "2026-12-08 14:30:00 Europe/Berlin = 2026-12-08 13:30:00Z for 60",
    );
    check_when(
        OUTLOOK_BERLIN,
        &format!("DTSTART;{named}:20260708T143000"),
        "2026-07-08 14:30:00 Europe/Berlin = 2026-07-08 12:30:00Z",
    );
    // Around the change of the clocks: what is left out counts as before it, what comes twice is the first.
    check_when(
        OUTLOOK_BERLIN,
        &format!("DTSTART;{named}:20260329T015959"),
        "2026-03-29 01:59:59 Europe/Berlin = 2026-03-29 00:59:59Z",
    );
    check_when(
        OUTLOOK_BERLIN,
        &format!("DTSTART;{named}:20260329T023000"),
        "2026-03-29 02:30:00 Europe/Berlin = 2026-03-29 01:30:00Z",
    );
    check_when(
        OUTLOOK_BERLIN,
        &format!("DTSTART;{named}:20260329T030000"),
        "2026-03-29 03:00:00 Europe/Berlin = 2026-03-29 01:00:00Z",
    );
    check_when(
        OUTLOOK_BERLIN,
        &format!("DTSTART;{named}:20261025T023000"),
        "2026-10-25 02:30:00 Europe/Berlin = 2026-10-25 00:30:00Z",
    );
    check_when(
        OUTLOOK_BERLIN,
        &format!("DTSTART;{named}:20261025T030000"),
        "2026-10-25 03:00:00 Europe/Berlin = 2026-10-25 02:00:00Z",
    );
    check_when(
        HARBOUR,
        "DTSTART;TZID=\"Harbour Time\":20260708T143000",
        "2026-07-08 14:30:00 Harbour Time = 2026-07-08 10:00:00Z",
    );
    check_when(
        HARBOUR,
        "DTSTART;TZID=Harbour Time:20261208T143000",
        "2026-12-08 14:30:00 Harbour Time = 2026-12-08 11:00:00Z",
    );
    // By a name that must be quoted here, and escaped there.
    let named = OUTLOOK_BERLIN.replace("W. Europe Standard Time", "(UTC+01:00) Bern\\, Rome");
    check_when(
        &named,
        "DTSTART;TZID=\"(UTC+01:00) Bern, Rome\":20261208T143000",
        "2026-12-08 14:30:00 (UTC+01:00) Bern, Rome = 2026-12-08 13:30:00Z",
    );
    // Longer ago than its rules go.
    check_when(
        HARBOUR,
        "DTSTART;TZID=Harbour Time:20190708T143000",
        "2019-07-08 14:30:00 Harbour Time = 2019-07-08 11:00:00Z",
    );
}

#[test]
fn a_zone_that_the_file_does_not_describe_is_left_to_the_browser() {
    check_when(
        "",
        "DTSTART;TZID=Europe/Berlin:20261208T143000\nDTEND;TZID=Europe/Berlin:20261208T150000",
        "2026-12-08 14:30:00 Europe/Berlin = ? for 30",
    );
    check_when(
        "",
        "DTSTART;TZID=Pacific Standard Time:20261208T143000",
        "2026-12-08 14:30:00 America/Los_Angeles = ?",
    );
    check_when(
        "",
        "DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Berlin:20261208T143000",
        "2026-12-08 14:30:00 Europe/Berlin = ?",
    );
    check_when(
        "",
        "DTSTART;TZID=/mozilla.org/20050126_1/America/Argentina/Ushuaia:20261208T143000",
        "2026-12-08 14:30:00 America/Argentina/Ushuaia = ?",
    );
    // One that changes in a way that is not understood would give a wrong time.
    let odd = OUTLOOK_BERLIN.replace("BYDAY=-1SU", "BYDAY=SU;BYMONTHDAY=25,26,27,28,29,30,31");
    check_when(
        &odd,
        "DTSTART;TZID=W. Europe Standard Time:20261208T143000",
        "2026-12-08 14:30:00 Europe/Berlin = ?",
    );
    let odd = OUTLOOK_BERLIN.replace("+0200", "+2");
    check_when(
        &odd,
        "DTSTART;TZID=W. Europe Standard Time:20261208T143000",
        "2026-12-08 14:30:00 Europe/Berlin = ?",
    );
}

#[track_caller]
fn check_place(lines: &str, place: &str, link: &str) {
    let invitation = event(&format!("DTSTART:20261208T143000Z\n{lines}"));
    let said = invitation.place.map(String::from).unwrap_or_default();
    let call = invitation.link.map(String::from).unwrap_or_default();
    assert_eq!((said.as_str(), call.as_str()), (place, link));
}

#[test]
fn place_and_call_are_told_apart() {
    let zoom = "https://us02web.zoom.us/j/123?pwd=abc";
    check_place("LOCATION:Harbour 1\\, Gate B", "Harbour 1, Gate B", "");
    check_place(&format!("LOCATION:{zoom}"), "", zoom);
    check_place(&format!("LOCATION:Room 4\\; {zoom}"), "Room 4", zoom);
    check_place(
        &format!("DESCRIPTION:Join Zoom Meeting\\n{zoom}\\n\\nOne tap"),
        "",
        zoom,
    );
    let teams = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0?context=%7b%22Tid%22%7d";
    check_place(
        &format!(
            "LOCATION:Microsoft Teams Meeting\nDESCRIPTION:About us: https://northwind.example/jobs\\nJoin the meeting now<{teams}>"
        ),
        "Microsoft Teams Meeting",
        teams,
    );
    let meet = "https://meet.google.com/abc-defg-hij";
    check_place(&format!("X-GOOGLE-CONFERENCE:{meet}\nDESCRIPTION:{zoom}"), "", meet);
    check_place(
        "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video.northwind.example/r/1",
        "",
        "https://video.northwind.example/r/1",
    );
    check_place(
        &format!("X-MICROSOFT-SKYPETEAMSMEETINGURL:{teams}\nURL:https://northwind.example/"),
        "",
        teams,
    );
    check_place(
        "DESCRIPTION:<p>Join: <a href=\"https://northwind.webex.com/meet?a=1&amp;b=2\">here</a></p>",
        "",
        "https://northwind.webex.com/meet?a=1&b=2",
    );
    check_place(
        "URL:https://calls.northwind.example/7",
        "",
        "https://calls.northwind.example/7",
    );
    // What is said of the house is no call, and what only looks like one is none.
    check_place(
        "DESCRIPTION:See https://northwind.example/about and https://notzoom.us/j/1.",
        "",
        "",
    );
    check_place(
        "LOCATION:javascript:alert(1)\nURL:data:text/html\\,x",
        "javascript:alert(1)",
        "",
    );
}

#[track_caller]
fn check_people(lines: &str, own: Option<&str>, expected: &[&str]) {
    let invitation = event(&format!("DTSTART:20261208T143000Z\n{lines}"));
    let own = own.map(line);
    let people = invitation.people(own.as_ref());
    let said = people.iter().map(|Contact { name, email, .. }| {
        let email = email.as_ref().map(Line::as_str).unwrap_or_default();
        format!("{name} {email}").trim().to_owned()
    });
    assert_eq!(said.collect::<Vec<_>>(), expected);
}

#[test]
fn people_are_all_but_the_user() {
    let dana = "ORGANIZER;CN=Dana Kim:mailto:dana@northwind.example";
    let ira = "ATTENDEE;CN=\"Voss, Ira\";PARTSTAT=ACCEPTED:MAILTO:ira@northwind.example";
    let user = "ATTENDEE;RSVP=TRUE:mailto:ada@post.example";
    check_people(dana, None, &["Dana Kim dana@northwind.example"]);
    // Whom alone they invite.
    check_people(&format!("{dana}\n{user}"), None, &["Dana Kim dana@northwind.example"]);
    // Who is of another house.
    check_people(
        &format!("{dana}\n{ira}\n{user}"),
        None,
        &["Dana Kim dana@northwind.example", "Ira Voss ira@northwind.example"],
    );
    // Who has the user's name, wherever.
    let named = "ATTENDEE;CN=ADA KING:mailto:ada@northwind.example";
    check_people(
        &format!("{dana}\n{ira}\n{named}\n{user}"),
        Some("Ada King"),
        &[
            "Dana Kim dana@northwind.example",
            "Ira Voss ira@northwind.example",
            "ada@post.example ada@post.example",
        ],
    );
    // Who invites is invited as well, once or more; rooms are nobody.
    check_people(
        &format!(
            "{dana}\nATTENDEE;CN=dana:mailto:Dana@Northwind.example\n{ira}\n{ira}\n{user}\nATTENDEE;CUTYPE=ROOM;CN=Lighthouse:mailto:room@northwind.example\nATTENDEE:mailto:c_1@resource.calendar.google.com"
        ),
        None,
        &["Dana Kim dana@northwind.example", "Ira Voss ira@northwind.example"],
    );
    check_people("ATTENDEE;CN=Somebody:invalid:nomail", None, &["Somebody"]);
    check_people("ATTENDEE:", None, &[]);
}

#[test]
fn what_it_is_called_and_known_by() {
    let invitation = event("UID:040000008200E00074C5B7\nDTSTART:20261208T143000Z\nSUMMARY:Interview\\, second round");
    assert_eq!(invitation.uid, Some(line("040000008200E00074C5B7")));
    assert_eq!(invitation.summary, Some(line("Interview, second round")));
    assert!(!invitation.is_cancelled);
    // Its alarms say nothing of it.
    let invitation =
        event("DTSTART:20261208T143000Z\nBEGIN:VALARM\nSUMMARY:Reminder\nDURATION:PT5M\nEND:VALARM\nSUMMARY:Interview");
    assert_eq!(invitation.summary, Some(line("Interview")));
    assert_eq!(invitation.minutes, None);
}

#[test]
fn what_is_called_off_says_so() {
    assert!(read(&file("METHOD:CANCEL\n", "UID:a\nDTSTART:20261208T143000Z")).is_cancelled);
    assert!(event("UID:a\nSTATUS:CANCELLED").is_cancelled);
    assert!(!read(&file("METHOD:REQUEST\n", "DTSTART:20261208T143000Z\nSTATUS:CONFIRMED")).is_cancelled);
}

#[track_caller]
fn check_error(text: &str, expected: InvitationError) {
    assert_eq!(read_invitation(text), Err(expected));
}

#[test]
fn what_is_no_invitation_is_refused() {
    let one = "BEGIN:VEVENT\nUID:a\nDTSTART:20261208T143000Z\nEND:VEVENT\n";
    let other = one.replace("UID:a", "UID:b");
    let nameless = one.replace("UID:a\n", "");
    let calendar = |inner: &str| format!("BEGIN:VCALENDAR\n{inner}END:VCALENDAR\n");
    check_error("", InvitationError::NotACalendar);
    check_error("Dear Ada,\nsee you on Tuesday", InvitationError::NotACalendar);
    check_error(one, InvitationError::NotACalendar);
    check_error(&calendar(""), InvitationError::NoInvitation);
    check_error(
        &calendar("BEGIN:VTODO\nUID:a\nDTSTART:20261208\nEND:VTODO\n"),
        InvitationError::NoInvitation,
    );
    check_error(
        &calendar(&format!("METHOD:REPLY\n{one}")),
        InvitationError::NoInvitation,
    );
    check_error(
        &calendar(&format!("METHOD:COUNTER\n{one}")),
        InvitationError::NoInvitation,
    );
    check_error(&calendar(&format!("{one}{other}")), InvitationError::Several);
    check_error(&calendar(&nameless.repeat(2)), InvitationError::Several);
    check_error(&file("", "UID:a"), InvitationError::NoDay);
    check_error(&file("", "DTSTART:tomorrow"), InvitationError::NoDay);
    check_error(&file("", "DTSTART:20260230T100000Z"), InvitationError::NoDay);
    check_error(
        &format!("{}{}", calendar(one), "X".repeat(1 << 20)),
        InvitationError::TooLarge,
    );
}

#[test]
fn the_exception_of_a_series_stands_behind_it() {
    let moved = "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261208T143000Z\nDTSTART:20261209T100000Z\nEND:VEVENT\n";
    let first = "BEGIN:VEVENT\nUID:a\nDTSTART:20261208T143000Z\nEND:VEVENT\n";
    for events in [[moved, first], [first, moved]] {
        let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.concat());
        let begins = read(&text).begins;
        assert_eq!(
            begins,
            Some(Begins::At("2026-12-08T14:30:00Z".parse().expect("an instant")))
        );
    }
}

/// Pieces of such files, put together in any way.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(
        &[
            "BEGIN:VCALENDAR\n",
            "END:VCALENDAR\n",
            "BEGIN:VEVENT\n",
            "END:VEVENT\n",
            "BEGIN:VTIMEZONE\n",
            "END:VTIMEZONE\n",
            "BEGIN:STANDARD\n",
            "END:STANDARD\n",
            "TZID:a\n",
            "TZOFFSETFROM:-2359\n",
            "TZOFFSETTO:+235959\n",
            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29\n",
            "RRULE:FREQ=YEARLY;UNTIL=00010101\n",
            "RDATE:99991231T235959,00000101T000000\n",
            "DTSTART;TZID=a:99991231T235960\n",
            "DTSTART;TZID=a:00000101T000000\n",
            "DTSTART:00000101\n",
            "DTEND:99991231T235959Z\n",
            "DURATION:P4294967295W\n",
            "METHOD:CANCEL\n",
            "UID:a\n",
            " folded\n",
            "ATTENDEE;CN=\"a:mailto:\n",
            "ORGANIZER:mailto:@\n",
            "LOCATION:https://\n",
        ][..],
    );
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_at_all_is_read_or_refused(text in "[\\s\\S]{0,200}") {
        let _ = read_invitation(&text);
        let _ = read_invitation(&file("", &text));
    }

    #[test]
    fn any_pieces_are_read_or_refused(inner in pieces()) {
        let _ = read_invitation(&inner);
        if let Ok(invitation) = read_invitation(&format!("BEGIN:VCALENDAR\n{inner}")) {
            let _ = invitation.people(None);
        }
    }
}
