//! The worker: how soon an alarm that wakes it has set the badge.

use serde_json::Value;

use crate::ROUNDS;
use crate::driver::Session;
use crate::figures::Figures;
use crate::report::{Budget, Report, Row};
use crate::stage::{ENDED, Stage};
use crate::subject::Subject;

/// Makes the alarm ring now, and tells how long it took from then until the stopwatch told what was done. The browser lets
/// alarms wait for each other: only when one is heard has it rung.
const RING: &str = "new Promise((resolve) => {
    const { alarms, storage } = chrome;
    let rung;
    alarms.onAlarm.addListener(function ring() {
        alarms.onAlarm.removeListener(ring);
        rung = performance.timeOrigin + performance.now();
    });
    storage.session.onChanged.addListener(function set({ marks }) {
        storage.session.onChanged.removeListener(set);
        resolve(Object.fromEntries(Object.entries(marks.newValue).map(([name, time]) => [name, time - rung])));
    });
    alarms.create('follow-up', { when: Date.now() });
})";

/// What the stopwatch tells of a worker: when that was done, since the alarm.
const MARKS: [(&str, &str); 3] = [
    ("awake", "the worker awake"),
    ("started", "the core started"),
    ("read", "the agenda read"),
];
const SET: &str = "set";

/// Measures it.
pub(crate) fn measure(stage: &Stage, report: &mut Report) {
    let subjects = [&stage.floor, &stage.sizes[0], &stage.sizes[2]];
    let backstages = subjects.map(|subject| subject.extension.backstage(&stage.browser));
    let mut figures: [Figures; 3] = Default::default();
    for _ in 0..ROUNDS {
        for index in [0, 1, 2] {
            figures[index].add(&ring(stage, subjects[index], &backstages[index]));
        }
    }
    for backstage in &backstages {
        stage.browser.end(backstage.target());
    }
    let [floor, few, many] = figures;
    for (ended, ours) in [(ENDED[0], few), (ENDED[2], many)] {
        let mut told = |what: &str, mark: &str, budget| {
            report.add(Row {
                name: format!("Alarm, 300 open, {ended} ended: {what}"),
                value: ours.median(mark).expect("what ours is measured by"),
                unit: "ms",
                floor: floor.median(mark),
                budget,
            });
        };
        told("the badge set", SET, Budget::More(25.0));
        for (mark, what) in MARKS {
            told(what, mark, Budget::None);
        }
    }
}

fn ring(stage: &Stage, subject: &Subject, backstage: &Session) -> Value {
    subject.extension.stop_worker(&stage.browser);
    let told = backstage.evaluate(RING);
    // What it goes on with is not to slow down the next.
    subject.extension.stop_worker(&stage.browser);
    told
}
