//! From one stage to another: what is to be written down, or undone.

use chrono::DateTime;
use your_move::app::{Way, way};
use your_move::domain::{Closing, EventId, Interview, Today, What};
use your_move::ledger::Stamp;
use your_move::view::applications::{LANES, Lane};

use super::story::{Story, TODAY, applied, day, heard, interviewed};

/// How the application comes into each lane: "-" where it is, entries to be written, or "undo" and what.
#[track_caller]
fn check(happened: &[(&str, What)], expected: [&str; 6]) {
    let application = Story::of(happened).application();
    let said = LANES.map(|(lane, _)| {
        let mut stamp = Stamp {
            today: Today(day(TODAY)),
            now: DateTime::from_timestamp(1_800_000_000, 0).expect("an instant"),
            next_id: &mut || EventId::new(9_999, [9; 10]),
        };
        match way(&application, lane, &mut stamp) {
            Way::Here => "-".to_owned(),
            Way::Write(entries) => entries.iter().map(|entry| entry.key()).collect::<Vec<_>>().join(" "),
            Way::Undo(events) => {
                let on = events.iter().map(|event| event.on.format("%d").to_string());
                format!("undo {}", on.collect::<Vec<_>>().join(" "))
            }
            Way::Nothing => "nothing".to_owned(),
        }
    });
    assert_eq!(said, expected);
}

fn offered() -> What {
    What::Offered {
        written: true,
        answer_by: None,
    }
}

#[test]
fn what_happens_next_is_written_down() {
    check(
        &[],
        [
            "-",
            "applied",
            "heard",
            "invited interviewed",
            "offered",
            "rejected withdrew closed",
        ],
    );
    check(
        &[("2026-11-02", applied())],
        [
            "undo 02",
            "-",
            "heard",
            "invited interviewed",
            "offered",
            "rejected withdrew closed",
        ],
    );
}

#[test]
fn back_goes_what_is_undone() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-04", heard()),
        (
            "2026-11-05",
            What::Noted {
                text: your_move::domain::Prose::new("Rust").expect("a note"),
            },
        ),
        ("2026-11-10", interviewed()),
        ("2026-11-12", interviewed()),
    ];
    check(
        &happened,
        [
            "undo 12 10 04 02",
            "undo 12 10 04",
            "undo 12 10",
            "-",
            "offered",
            "rejected withdrew closed",
        ],
    );
    check(
        &[("2026-11-02", applied()), ("2026-11-09", offered())],
        [
            "undo 09 02",
            "undo 09",
            "nothing",
            "nothing",
            "-",
            "accepted declined rejected withdrew closed",
        ],
    );
}

#[test]
fn what_has_ended_is_taken_up_again() {
    let closed = What::Closed { why: Closing::NoAnswer };
    check(
        &[("2026-11-02", applied()), ("2026-11-20", closed)],
        ["undo 20 02", "reopened", "heard", "invited interviewed", "offered", "-"],
    );
    let invited = What::Invited(Interview::default());
    let no = What::Rejected { note: None };
    check(
        &[("2026-11-02", invited), ("2026-11-20", no)],
        [
            "undo 20 02",
            "nothing",
            "nothing",
            "invited interviewed reopened",
            "offered",
            "-",
        ],
    );
}

#[test]
fn each_lane_is_known_by_its_name() {
    for (lane, key) in LANES {
        assert_eq!((lane.key(), Lane::named(key)), (key, Some(lane)));
    }
    assert_eq!(Lane::named("hired"), None);
}
