//! The popup: how soon its first row is painted, and how soon a command is kept.

use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::ROUNDS;
use crate::driver::until;
use crate::figures::Figures;
use crate::popup::Popup;
use crate::report::{Budget, Report, Row};
use crate::stage::{ENDED, Stage};
use crate::subject::Subject;

/// What the stopwatch tells of a popup: when that was done, since the navigation.
const MARKS: [(&str, &str); 4] = [
    ("asked", "the core asked for"),
    ("started", "the core started"),
    ("read", "the agenda read"),
    ("filled", "the rows in the document"),
];
const PAINTED: &str = "painted";

/// What it tells of a command: how long that took.
const SHARES: [(&str, &str); 2] = [("reading", "reading"), ("writing", "writing")];
const KEPT: &str = "kept";
/// How long the least takes that a command could do.
const LEAST: &str = "least";

/// How long a person holds a button down at least. What a popup does meanwhile, nobody waits for.
const PRESS: Duration = Duration::from_millis(60);

/// Measures it.
pub(crate) fn measure(stage: &Stage, report: &mut Report) {
    let (mut floor, mut dressed, mut due_alone) = (Figures::default(), Figures::default(), Figures::default());
    let mut popups: [Figures; 3] = Default::default();
    let mut commands: [Figures; 3] = Default::default();
    for round in 0..ROUNDS {
        let mut turns = [
            (&stage.floor, &mut floor),
            (&stage.dressed, &mut dressed),
            (&stage.due_alone, &mut due_alone),
        ];
        // What closes takes time from what opens next: that must not always be the same.
        let shift = round % turns.len();
        turns.rotate_left(shift);
        for (subject, figures) in turns {
            let popup = open(stage, subject);
            stage.browser.end(&popup.target);
            figures.add(&popup.marks);
        }
        for (index, subject) in stage.sizes.iter().enumerate() {
            let popup = open(stage, subject);
            popups[index].add(&popup.marks);
            commands[index].add(&command(stage, subject, &popup.target, round));
        }
    }

    let [few, _, many] = ENDED;
    let mut told = |name: &str, figures: &Figures, figure: &str, floor: Option<f64>, budget: Budget| {
        report.add(Row {
            name: name.to_owned(),
            value: figures.median(figure).expect("what ours is measured by"),
            unit: "ms",
            floor,
            budget,
        });
    };
    let name = "Popup, 20 open: first row painted";
    told(name, &due_alone, PAINTED, dressed.median(PAINTED), Budget::Times(1.5));
    let name = "Popup, 20 open: the same, against an empty one";
    told(name, &due_alone, PAINTED, floor.median(PAINTED), Budget::None);
    for (mark, what) in MARKS {
        let name = format!("Popup, 20 open: {what}");
        told(&name, &due_alone, mark, floor.median(mark), Budget::None);
    }
    for index in [1, 2] {
        let name = format!("Popup, 300 open, {} ended, against {few}", ENDED[index]);
        let least = popups[0].median(PAINTED);
        told(&name, &popups[index], PAINTED, least, Budget::Times(1.3));
    }
    for (mark, what) in MARKS {
        let name = format!("Popup, 300 open, {many} ended: {what}");
        told(&name, &popups[2], mark, floor.median(mark), Budget::None);
    }
    for (ended, figures) in ENDED.iter().zip(&commands) {
        let name = format!("Command, 300 open, {ended} ended: kept");
        told(&name, figures, KEPT, figures.median(LEAST), Budget::AtMost(10.0));
        for (share, what) in SHARES {
            let name = format!("Command, 300 open, {ended} ended: {what}");
            told(&name, figures, share, None, Budget::None);
        }
    }
    // Where more is kept the browser's own storage takes longer for the same writes: that much the floor grows, too.
    let least = |index: usize| commands[index].median(LEAST).expect("what it is held against");
    let scaled = commands[0].median(KEPT).map(|kept| kept * least(2) / least(0));
    let name = format!("Command, {many} ended, against {few}");
    told(&name, &commands[2], KEPT, scaled, Budget::Times(1.3));
}

/// From the click on "Sent" in one of the rows until that is kept. It is undone, and the popup closed.
fn command(stage: &Stage, subject: &Subject, popup: &str, round: usize) -> Value {
    let opened = Popup::new(stage.browser.attach(popup));
    let rows = opened.moves();
    // Else what the popup does by itself is measured as well.
    opened.settle();
    let place = opened.hold(&rows[round % rows.len()].part("[data-action=sent]"));
    thread::sleep(PRESS);
    opened.let_go(place);
    opened.settle();
    let figures = opened
        .session()
        .evaluate("globalThis.least().then((least) => ({ ...globalThis.command, least }))");
    opened.press(".dock [data-action=undo]");
    stage.browser.end(popup);
    subject.extension.settle(&stage.browser);
    figures
}

/// A popup whose first row was painted.
struct Opened {
    target: String,
    /// What its stopwatch tells.
    marks: Value,
}

/// Clicks an icon, and waits until the popup tells by its title that the first row was painted: the browser is asked for that, since
/// whoever attaches to the popup holds it up.
fn open(stage: &Stage, subject: &Subject) -> Opened {
    // One that is awake has a process already, in which the popup opens much sooner.
    subject.extension.stop_worker(&stage.browser);
    subject.extension.trigger(&stage.browser, &stage.tab);
    until("the first row to be painted", || {
        let targets = stage.browser.call("Target.getTargets", json!({}));
        let mut pages = targets["targetInfos"].as_array().into_iter().flatten();
        let told = pages.find_map(|page| {
            let marks = page["title"].as_str()?.strip_prefix("painted ")?;
            Some(Opened {
                target: page["targetId"].as_str()?.to_owned(),
                marks: serde_json::from_str(marks).ok()?,
            })
        });
        told.ok_or_else(|| format!("{targets:#}"))
    })
}
