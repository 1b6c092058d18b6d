//! The dashboard: how soon its first row is painted, how soon a key brings its result, and what all of it takes.
//!
//! The floor is a page by hand in the same extension, which reads the same keys and shows its rows without any look: no style, no frame, no
//! core to load. What may come on top of that is a wall against getting slower, and no aim.

use serde_json::Value;

use crate::ROUNDS;
use crate::driver::Session;
use crate::figures::Figures;
use crate::report::{Budget, Report, Row, median};
use crate::stage::{ENDED, Stage};
use crate::subject::Subject;

/// The page that is measured, and its floor.
const PAGES: [&str; 2] = ["dashboard.html", "lists.html"];

/// The screens, by what stands in the address, and what a row for each is called.
const SCREENS: [(&str, &str); 2] = [("#today", "Today"), ("#applications", "All applications")];

/// What the stopwatch tells of a page: when that was done, since the navigation.
const MARKS: [(&str, &str); 4] = [
    ("asked", "the core asked for"),
    ("started", "the core started"),
    ("read", "the agenda read"),
    ("filled", "the rows in the document"),
];
const PAINTED: &str = "painted";

/// A word that every twentieth row has, and one that stands in nearly all descriptions and in no row.
const WORDS: [&str; 2] = ["nurse", "patience"];

/// A search in all that is kept takes so long that fewer must do.
const SEARCHES: usize = 5;

/// So many pixels go by with each frame, in so many frames: a list is scrolled fast so.
const SCROLLING: (u32, usize) = (400, 120);

/// Measures it.
pub(crate) fn measure(stage: &Stage, report: &mut Report) {
    first_rows(stage, report);
    for index in [1, 2] {
        at_work(stage, index, report);
    }
}

fn first_rows(stage: &Stage, report: &mut Report) {
    for (hash, screen) in SCREENS {
        let mut figures: [[Figures; 2]; 3] = Default::default();
        for _ in 0..ROUNDS {
            for (subject, figures) in stage.sizes.iter().zip(&mut figures) {
                for (page, figures) in PAGES.iter().zip(figures) {
                    figures.add(&open(stage, subject, &format!("{page}{hash}")));
                }
            }
        }
        let [few, _, many] = &figures;
        for (ended, [ours, floor]) in ENDED.iter().zip(&figures) {
            let name = format!("{screen}, 300 open, {ended} ended: first row painted");
            tell(report, &name, ours, PAINTED, floor.median(PAINTED), Budget::Times(2.5));
        }
        let name = format!("{screen}, {} ended, against {}", ENDED[2], ENDED[0]);
        let budget = if hash == "#today" {
            Budget::Times(1.3)
        } else {
            Budget::None
        };
        tell(report, &name, &many[0], PAINTED, few[0].median(PAINTED), budget);
        for (mark, what) in MARKS {
            let name = format!("{screen}, 300 open, {} ended: {what}", ENDED[2]);
            tell(report, &name, &many[0], mark, many[1].median(mark), Budget::None);
        }
    }
}

/// Opens a page in a tab in front, and waits until its first row was painted.
fn open(stage: &Stage, subject: &Subject, page: &str) -> Value {
    // One that is awake has a process already, in which the page opens much sooner.
    subject.extension.stop_worker(&stage.browser);
    let session = shown(stage, subject, page);
    let marks = session.evaluate("painted");
    stage.browser.end(session.target());
    marks
}

fn shown(stage: &Stage, subject: &Subject, page: &str) -> Session {
    let session = stage.browser.open_page();
    session.go(&subject.extension.address(page));
    session
}

/// What a list does once all of it was read: keys, searches, scrolling, and what that takes.
fn at_work(stage: &Stage, index: usize, report: &mut Report) {
    let ended = ENDED[index];
    let pages = PAGES.map(|page| shown(stage, &stage.sizes[index], &format!("{page}#applications")));
    let [in_rows, in_texts] = WORDS;
    let mut keys: [Figures; 2] = Default::default();
    let mut searches: [Figures; 2] = Default::default();
    for round in 0..ROUNDS {
        for (page, (keys, searches)) in pages.iter().zip(keys.iter_mut().zip(&mut searches)) {
            page.call("Page.bringToFront", serde_json::json!({}));
            page.wait_for(
                "the page to rest",
                "document.body.hasAttribute('data-ready') && rested().then(() => true)",
            );
            keys.add(&page.evaluate(&format!("typed('{in_rows}')")));
            page.evaluate("typed('').then(rested)");
            if round < SEARCHES {
                searches.add(&page.evaluate(&format!("searched('{in_texts}')")));
                page.evaluate("typed('').then(rested)");
            }
        }
    }
    let [ours, floor] = &keys;
    let name = format!("All applications, {ended} ended: a key and its result");
    tell(
        report,
        &name,
        ours,
        "shown",
        floor.median("shown"),
        Budget::AtMost(50.0),
    );
    let [ours, floor] = &searches;
    let name = format!("All applications, {ended} ended: all texts searched");
    tell(
        report,
        &name,
        ours,
        "searched",
        floor.median("searched"),
        // Two thirds of it is the storage's, whose time varies most from run to run.
        Budget::Times(3.0),
    );

    let [page, floor] = &pages;
    page.call("Page.bringToFront", serde_json::json!({}));
    let (pixels, frames) = SCROLLING;
    let times = page.evaluate(&format!("scrolled({pixels}, {frames})"));
    let times: Vec<f64> = times
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect();
    let name = format!("All applications, {ended} ended: a frame while scrolling");
    add(report, &name, median(times.clone()), "ms", Budget::None);
    let most = times.into_iter().fold(0.0, f64::max);
    let name = format!("All applications, {ended} ended: the longest frame while scrolling");
    add(report, &name, most, "ms", Budget::AtMost(50.0));

    // A core that runs is given as it is.
    let memory = "import('./pages.js').then((core) => core.default()).then(({ memory }) => memory.buffer.byteLength)";
    let memory = page.evaluate(memory).as_f64().expect("a number of bytes");
    let name = format!("Memory of the dashboard's core, {ended} ended");
    add(report, &name, memory / 1e6, "MB", Budget::AtMost(64.0));
    for page in [page, floor] {
        stage.browser.end(page.target());
    }
}

fn tell(report: &mut Report, name: &str, figures: &Figures, figure: &str, floor: Option<f64>, budget: Budget) {
    report.add(Row {
        name: name.to_owned(),
        value: figures.median(figure).expect("what ours is measured by"),
        unit: "ms",
        floor,
        budget,
    });
}

fn add(report: &mut Report, name: &str, value: f64, unit: &'static str, budget: Budget) {
    report.add(Row {
        name: name.to_owned(),
        value,
        unit,
        floor: None,
        budget,
    });
}
