//! A large page: how long the probe takes in it, and how long the core takes to read what a probe brought.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::ROUNDS;
use crate::large;
use crate::report::{Budget, Report, Row, median};
use crate::stage::Stage;

/// The probe's source.
const PROBE: &str = include_str!("../../extension/probe.js");

/// Stands in for the probe: brings the large snapshot once nothing else is under way, and tells how long it takes from then on
/// until the popup has read the page.
const STAND_IN: &str = "
    addEventListener('DOMContentLoaded', () => {
        const idle = () => new Promise((resolve) => {
            const look = () => document.body.hasAttribute('data-busy') ? setTimeout(look) : resolve();
            setTimeout(look, 50);
        });
        chrome.scripting.executeScript = async () => {
            await idle();
            const result = JSON.parse(snapshot);
            const start = performance.now();
            new MutationObserver(() => {
                if (document.body.hasAttribute('data-ready')) globalThis.readIn ??= performance.now() - start;
            }).observe(document.body, { attributes: true });
            return [{ result }];
        };
    });";

/// A page that says nothing, as the probe brings it.
const EMPTY: &str = "{}";

/// Puts a script of structured data into a page that is a hundred times as long as what the probe takes.
const FLOOD: &str = r#"{
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = `[${'{"@type":"JobPosting","title":"Baker"},'.repeat(1_300_000)}]`;
    document.head.append(script);
}"#;

/// Measures both, in tabs in front: the browser has less time for those behind.
pub(crate) fn measure(stage: &Stage, report: &mut Report) {
    let large = large::snapshot();
    let (mut nothing, mut extraction) = (Vec::new(), Vec::new());
    let (mut probes, mut beyond, mut flooded, mut real) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let saved = largest_saved();
    for _ in 0..ROUNDS {
        nothing.push(extract(stage, EMPTY));
        extraction.push(extract(stage, &large));
        probes.push(probe(stage, &large::page(large::SECTIONS), ""));
        beyond.push(probe(stage, &large::page(large::SECTIONS_BEYOND), ""));
        flooded.push(probe(stage, "<h1>Baker</h1>", FLOOD));
        real.extend(saved.as_ref().map(|page| probe(stage, page, "")));
    }
    let mut add = |name: &str, times, floor, budget| {
        report.add(Row {
            name: name.to_owned(),
            value: median(times),
            unit: "ms",
            floor,
            budget,
        });
    };
    let name = "Page read in the popup, 1 MB, against an empty one";
    add(name, extraction, Some(median(nothing)), Budget::More(12.0));
    add("Probe, 4,500 elements", probes, None, Budget::AtMost(25.0));
    add("Probe, 50 MB of JSON-LD", flooded, None, Budget::AtMost(25.0));
    if !real.is_empty() {
        add("Probe, the largest saved page", real, None, Budget::AtMost(25.0));
    }
    // No page is known that is so large: it is told what one would cost.
    add("Probe, 22,500 elements", beyond, None, Budget::None);
}

fn extract(stage: &Stage, snapshot: &str) -> f64 {
    let page = stage.browser.open("about:blank").page;
    let source = format!("const snapshot = {};{STAND_IN}", json!(snapshot));
    page.call("Page.enable", json!({}));
    page.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
    page.go(&stage.due_alone.extension.address("popup.html"));
    let time = page.wait_for("the snapshot to be read", "globalThis.readIn ?? null");
    stage.browser.end(page.target());
    time.as_f64().expect("a time")
}

/// The probe's time in a page, once a script has done something to it.
fn probe(stage: &Stage, html: &str, script: &str) -> f64 {
    let page = stage.browser.open("about:blank").page;
    let frames = page.call("Page.getFrameTree", json!({}));
    let frame = &frames["frameTree"]["frame"]["id"];
    page.call("Page.setDocumentContent", json!({ "frameId": frame, "html": html }));
    page.wait_for("the page to load", "document.readyState === 'complete'");
    page.evaluate(script);
    // Laid out, as a page is that somebody looks at.
    page.evaluate("document.body.getBoundingClientRect().height");
    let time = page.evaluate_beside(&format!(
        "{PROBE}; const start = performance.now(); probe({{}}); performance.now() - start"
    ));
    stage.browser.end(page.target());
    time.as_f64().expect("a time")
}

/// The largest of the real pages that were saved, where they lie beside the project.
fn largest_saved() -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pages");
    let pages = fs::read_dir(folder).ok()?.filter_map(|page| Some(page.ok()?.path()));
    let is_page = |path: &PathBuf| path.extension().is_some_and(|end| end == "html");
    let size = |path: &PathBuf| fs::metadata(path).map_or(0, |file| file.len());
    let largest = pages.filter(is_page).max_by_key(size)?;
    Some(String::from_utf8_lossy(&fs::read(largest).ok()?).into_owned())
}
