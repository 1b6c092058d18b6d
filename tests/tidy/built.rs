//! What was built into `dist/extension`, looked at when `YOUR_MOVE_BUILT` says that it has just been built.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

use super::project;

/// The sheets, each of those of `extension/styles/` that are everybody's and those that are its own.
const SHEETS: [(&str, &[&str]); 2] = [
    ("popup.css", &["styles/popup.css"]),
    (
        "dashboard.css",
        &[
            "styles/applications.css",
            "styles/dashboard.css",
            "styles/insights.css",
            "styles/people.css",
            "styles/settings.css",
        ],
    ),
];

/// The parts of pages that have a file of their own, and the pages that they are put into.
const PARTS: [(&str, &[&str]); 2] = [
    ("templates.html", &["popup.html", "dashboard.html"]),
    ("applications.html", &["dashboard.html"]),
];

/// The words that the browser itself is asked for: by the manifest, and by the page that stands in for a core that does not start.
const ASKED: [&str; 9] = [
    "action_title",
    "command_capture",
    "extension_description",
    "extension_name",
    "rescue_advice",
    "rescue_calm",
    "rescue_failed",
    "rescue_title",
    "save_copy",
];

/// Of the words of a language those that the browser is asked for.
fn asked(messages: &str) -> BTreeMap<String, Value> {
    let messages: BTreeMap<String, Value> = serde_json::from_str(messages).expect("words");
    let asked = messages.into_iter().filter(|(key, _)| ASKED.contains(&key.as_str()));
    asked
        .map(|(key, word)| (key, word.get("message").cloned().unwrap_or_default()))
        .collect()
}

/// Only the build script knows whether what lies there was built from what is here.
pub(crate) fn built() -> Option<PathBuf> {
    if env::var_os("YOUR_MOVE_BUILT").is_some() {
        return Some(project::root().join("dist/extension"));
    }
    println!("skipped: `./build.sh test` runs this after a build");
    None
}

/// The files that a page or a script of the package names.
fn named(path: &str, text: &str) -> Vec<String> {
    let ways: &[&str] = match path.rsplit_once('.') {
        Some((_, "html")) => &["src=\"", "href=\""],
        Some((_, "js")) => &["from \"./", "import(\"./", "getURL(\""],
        _ => &[],
    };
    let after = |way: &&str| {
        text.split(*way)
            .skip(1)
            .filter_map(|after| after.split_once('"'))
            // What is asked of a page, and a part of it, are no part of its name.
            .filter_map(|(name, _)| name.split(['#', '?']).next())
            // A part of the same page is no file.
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    ways.iter().flat_map(after).collect()
}

fn machine_paths(wasm: &[u8]) -> Vec<&'static str> {
    let holds = |path: &&str| wasm.windows(path.len()).any(|window| window == path.as_bytes());
    let mut paths = vec![env!("CARGO_MANIFEST_DIR"), ".cargo/registry", ".rustup/toolchains"];
    paths.retain(holds);
    paths
}

/// A program, and what its core may weigh: bytes, and bytes packed.
type Budget<'a> = (&'a str, [usize; 2]);

/// The programs and their budgets, which stand in the build script and nowhere else.
fn budgets(script: &str) -> Vec<Budget<'_>> {
    let begun = script.split_once("readonly BUDGETS=\"\n").map(|(_, begun)| begun);
    let lines = begun.and_then(|begun| begun.split_once('"')).map(|(lines, _)| lines);
    let budgets = lines.unwrap_or_default().lines().map(budget);
    budgets.collect::<Option<_>>().unwrap_or_default()
}

fn budget(line: &str) -> Option<Budget<'_>> {
    let mut words = line.split(' ');
    let name = words.next()?;
    Some((name, [words.next()?.parse().ok()?, words.next()?.parse().ok()?]))
}

/// By the program and the level that the build script weighs with, so that both speak of the same number.
fn packed_size(file: &Path) -> usize {
    let packed = Command::new("gzip").args(["-9", "--stdout"]).arg(file).output();
    let packed = packed.expect("gzip, which the build needs too");
    assert!(packed.status.success(), "{packed:?}");
    packed.stdout.len()
}

fn too_large((program, most): Budget<'_>, sizes: [usize; 2]) -> Vec<String> {
    let pairs = sizes.into_iter().zip(most);
    let over = pairs.filter(|(size, most)| size > most);
    over.map(|(size, most)| format!("the core of the {program} has {size} bytes: its budget is {most}"))
        .collect()
}

#[test]
fn built_is_the_extension_and_the_core() {
    let Some(folder) = built() else { return };
    let list = |folder: PathBuf| {
        project::walk(&folder, &|_| true)
            .iter()
            .map(|file| project::relative(&folder, file))
            .collect::<Vec<_>>()
    };
    let mut expected = list(project::root().join("extension"));
    let script = project::read("build.sh");
    let cores = budgets(&script).into_iter();
    expected.extend(cores.flat_map(|(name, _)| [format!("{name}.js"), format!("{name}_bg.wasm")]));
    // The style sheets are joined into one, and none is forgotten.
    let (sheets, mut expected): (Vec<_>, Vec<_>) = expected.into_iter().partition(|file| file.starts_with("styles/"));
    expected.retain(|file| PARTS.iter().all(|(part, _)| file != part));
    let has_words = |file: &String| !asked(&project::read(&format!("extension/{file}"))).is_empty();
    expected.retain(|file| !file.starts_with("_locales/") || has_words(file));
    expected.extend(SHEETS.map(|(sheet, _)| sheet.to_owned()));
    expected.sort();
    assert_eq!(list(folder.clone()), expected);
    for (part, pages) in PARTS {
        let text = project::read(&format!("extension/{part}"));
        for page in pages {
            let joined = fs::read_to_string(folder.join(page)).expect("a page");
            assert!(joined.contains(&text), "{page} has all of {part}");
        }
    }
    for (sheet, _) in SHEETS {
        let joined = fs::read_to_string(folder.join(sheet)).expect("a joined sheet");
        let others = SHEETS.iter().filter(|(other, _)| *other != sheet);
        let others: Vec<&str> = others.flat_map(|(_, own)| *own).copied().collect();
        let parts = sheets.iter().filter(|part| !others.contains(&part.as_str()));
        let parts = parts.map(|part| project::read(&format!("extension/{part}")));
        assert!(parts.clone().all(|part| joined.contains(&part)));
        assert_eq!(joined.len(), parts.map(|part| part.len()).sum::<usize>());
    }
}

#[test]
fn built_words_are_those_that_the_browser_is_asked_for() {
    let Some(folder) = built() else { return };
    let manifest = fs::read_to_string(folder.join("manifest.json")).expect("a manifest");
    let named = manifest
        .split("__MSG_")
        .skip(1)
        .filter_map(|rest| rest.split_once("__"));
    let named: BTreeSet<&str> = named.map(|(key, _)| key).collect();
    let by_manifest = ASKED
        .iter()
        .filter(|key| !key.starts_with("rescue_") && **key != "save_copy");
    assert_eq!(named, by_manifest.copied().collect());
    for page in ["popup.html", "dashboard.html"] {
        let page = fs::read_to_string(folder.join(page)).expect("a page");
        let rescue = page
            .split_once("id=\"rescue\"")
            .and_then(|(_, rest)| rest.split_once("role=\"alert\" hidden data-words"));
        let (rescue, failed) = rescue.expect("what stands in for a core");
        assert!(failed.starts_with("=\"rescue_failed\""));
        let words = rescue
            .split("data-words=\"")
            .skip(1)
            .filter_map(|rest| rest.split_once('"'));
        assert!(words.map(|(key, _)| key).all(|key| ASKED.contains(&key)));
    }
    for file in project::walk(&folder.join("_locales"), &|_| true) {
        let path = project::relative(&folder, &file);
        let built = fs::read_to_string(&file).expect("words");
        let all: BTreeMap<String, Value> = serde_json::from_str(&built).expect("words");
        let source = asked(&project::read(&format!("extension/{path}")));
        assert_eq!(asked(&built), source);
        assert_eq!(all.len(), source.len(), "{path} has nothing else");
    }
    let english = fs::read_to_string(folder.join("_locales/en/messages.json")).expect("English");
    assert_eq!(asked(&english).len(), ASKED.len());
}

#[test]
fn built_pages_find_what_they_name() {
    let Some(folder) = built() else { return };
    let mut complaints = Vec::new();
    for file in project::walk(&folder, &|_| true) {
        let path = project::relative(&folder, &file);
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let missing = named(&path, &text)
            .into_iter()
            .filter(|name| !folder.join(name).is_file());
        complaints.extend(missing.map(|name| format!("{path} names {name}, which is not there")));
    }
    for name in ["background.js", "popup.html", "dashboard.html"] {
        if !folder.join(name).is_file() {
            complaints.push(format!("manifest.json names {name}, which is not there"));
        }
    }
    project::none(complaints);
}

#[test]
fn built_cores_know_no_machine_and_are_within_their_budgets() {
    let Some(folder) = built() else { return };
    let script = project::read("build.sh");
    for budget in budgets(&script) {
        let core = folder.join(format!("{}_bg.wasm", budget.0));
        let wasm = fs::read(&core).expect("a core");
        assert_eq!(machine_paths(&wasm), [""; 0]);
        project::none(too_large(budget, [wasm.len(), packed_size(&core)]));
    }
}

#[test]
fn a_core_over_its_budget_is_named() {
    let script = "#!/bin/sh\nreadonly BUDGETS=\"\nworker 700 300\npopup 800 400\n\"\n";
    let all = budgets(script);
    assert_eq!(all, [("worker", [700, 300]), ("popup", [800, 400])]);
    project::complains(too_large(all[0], [700, 300]), &[]);
    project::complains(
        too_large(all[0], [701, 301]),
        &[
            "the core of the worker has 701 bytes: its budget is 700",
            "the core of the worker has 301 bytes: its budget is 300",
        ],
    );
    assert_eq!(budgets("readonly BUDGETS=\"\nworker 700 $(size)\n\"\n"), []);
    // The script that there is has one for each program.
    let script = project::read("build.sh");
    let named: Vec<&str> = budgets(&script).iter().map(|(name, _)| *name).collect();
    assert_eq!(named, ["worker", "popup", "pages"]);
}

#[test]
fn a_missing_file_and_a_machines_path_are_found() {
    assert_eq!(
        named(
            "popup.html",
            "<script src=\"probe.js\"></script><a href=\"b.css\"><a href=\"#c\">"
        ),
        ["probe.js", "b.css"]
    );
    assert_eq!(
        named("background.js", "import init from \"./worker.js\";"),
        ["worker.js"]
    );
    assert_eq!(machine_paths(b"\0src/lib.rs\0cargo/registry"), [""; 0]);
    assert_eq!(
        machine_paths(b"\0/somewhere/.cargo/registry/src\0"),
        [".cargo/registry"]
    );
}
