//! Another program reads what is written for calendars, and comes to the same times in what others write: ical.js, which Thunderbird reads
//! calendars with.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use chrono::{DateTime, NaiveTime, SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};
use your_move::archive::{Begins, CalendarEntry, EntryTime, read_invitation, write_calendar};

use super::calendar_entries::{interview, reminder};

/// The events of a calendar file; `None` where the build script has not installed the program.
#[track_caller]
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn read(text: &str) -> Option<Vec<Value>> {
    if env::var_os("YOUR_MOVE_CALENDAR").is_none() {
        println!("skipped: `./build.sh test` runs this with ical.js");
        return None;
    }
    let mut program = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/calendar.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node");
    let mut asked = program.stdin.take().expect("piped above");
    asked.write_all(text.as_bytes()).expect("it reads to the end");
    drop(asked);
    let output = program.wait_with_output().expect("it ends");
    assert!(output.status.success(), "tools/calendar.mjs failed");
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

/// As the program writes it.
fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

#[track_caller]
fn check(entry: &CalendarEntry) {
    let now = "2026-11-29T10:00:00Z".parse().expect("an instant");
    let Some(read) = read(&write_calendar(std::slice::from_ref(entry), now)) else {
        return;
    };
    let (start, end) = match entry.when {
        EntryTime::On(day) => (day.to_string(), day.succ_opt().expect("a day").to_string()),
        EntryTime::From(at, minutes) => {
            let end = at + TimeDelta::minutes(minutes.into());
            (instant(at), instant(end))
        }
    };
    let is_busy = matches!(entry.when, EntryTime::From(..)) && !entry.is_cancelled;
    let description = Some(&entry.description).filter(|description| !description.is_empty());
    let expected = json!([{
        "uid": entry.uid,
        "sequence": entry.sequence,
        "summary": entry.summary,
        "description": description,
        "location": entry.place.as_ref().map(ToString::to_string),
        "start": start,
        "end": end,
        "url": entry.link.as_ref().map(ToString::to_string),
        "status": if entry.is_cancelled { "CANCELLED" } else { "CONFIRMED" },
        "transparency": if is_busy { "OPAQUE" } else { "TRANSPARENT" },
        "stamp": instant(now),
        "changed": instant(entry.changed),
    }]);
    assert_eq!(Value::from(read), expected);
}

#[test]
fn what_is_written_means_the_same_to_it() {
    check(&interview());
    check(&reminder());
    check(&CalendarEntry {
        is_cancelled: true,
        ..interview()
    });
    // Each letter where a line is folded, and whatever has a meaning of its own.
    for length in 60..80 {
        check(&CalendarEntry {
            summary: "x".repeat(length) + "🙂é, ; \\n \\ \"quoted\": ü",
            description: format!("{}\n\n,;\\\n – {}", "ü".repeat(length), "🙂".repeat(40)),
            ..interview()
        });
    }
}

#[test]
fn an_invitation_is_at_the_same_time_to_it() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/invitation");
    let mut compared = 0;
    for entry in fs::read_dir(corpus).expect("a folder") {
        let text = fs::read_to_string(entry.expect("a file").path()).expect("a text");
        let Ok(invitation) = read_invitation(&text) else {
            continue;
        };
        let Some(events) = read(&text) else { return };
        let start = match invitation.begins.expect("a beginning") {
            Begins::On(day) => day.to_string(),
            Begins::Anywhere(wall) => format!("{}T{}", wall.date(), wall.time()),
            Begins::At(at) | Begins::Within { at: Some(at), .. } => instant(at),
            Begins::Within { wall, at: None, .. } => panic!("{wall} is at no time"),
        };
        let is_it = |event: &&Value| event["start"] == start;
        let event = events
            .iter()
            .find(is_it)
            .unwrap_or_else(|| panic!("{start} in {events:?}"));
        if let Some(minutes) = invitation.minutes {
            let time = |field: &str| {
                let text = event[field].as_str().expect("a moment").trim_end_matches('Z');
                text.rsplit_once('T')
                    .expect("a time")
                    .1
                    .parse::<NaiveTime>()
                    .expect("a time")
            };
            assert_eq!((time("end") - time("start")).num_minutes(), i64::from(minutes));
        }
        compared += 1;
    }
    assert!(compared >= 7, "{compared}");
}
