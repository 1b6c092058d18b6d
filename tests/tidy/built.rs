//! What was built into `dist/extension`, looked at when `YOUR_MOVE_BUILT` says that it has just been built.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use super::project;

/// What the build adds to `extension/`.
const CORE: [&str; 2] = ["your_move.js", "your_move_bg.wasm"];
/// The sheets, each of those of `extension/styles/` that are everybody's and the one that has its name.
const SHEETS: [&str; 2] = ["popup.css", "settings.css"];

/// Only the build script knows whether what lies there was built from what is here.
fn built() -> Option<PathBuf> {
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
            // A part of the same page is no file.
            .filter(|(name, _)| !name.starts_with('#'))
            .map(|(name, _)| name.to_owned())
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

/// A number that the build script names: the budget stands there and nowhere else.
fn budget(script: &str, name: &str) -> Option<usize> {
    let start = format!("readonly {name}=");
    script.lines().find_map(|line| line.strip_prefix(&start))?.parse().ok()
}

/// By the program and the level that the build script weighs with, so that both speak of the same number.
fn packed_size(file: &Path) -> usize {
    let packed = Command::new("gzip").args(["-9", "--stdout"]).arg(file).output();
    let packed = packed.expect("gzip, which the build needs too");
    assert!(packed.status.success(), "{packed:?}");
    packed.stdout.len()
}

fn too_large(script: &str, sizes: [(&str, usize); 2]) -> Vec<String> {
    let complain = |(name, size)| match budget(script, name) {
        Some(most) if size <= most => None,
        Some(most) => Some(format!("the core has {size} bytes: {name} is {most}")),
        None => Some(format!("build.sh: no {name}")),
    };
    sizes.into_iter().filter_map(complain).collect()
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
    expected.extend(CORE.map(str::to_owned));
    // The style sheets are joined into one, and none is forgotten.
    let (sheets, mut expected): (Vec<_>, Vec<_>) = expected.into_iter().partition(|file| file.starts_with("styles/"));
    expected.extend(SHEETS.map(str::to_owned));
    expected.sort();
    assert_eq!(list(folder.clone()), expected);
    for sheet in SHEETS {
        let joined = fs::read_to_string(folder.join(sheet)).expect("a joined sheet");
        let others = SHEETS.iter().filter(|other| **other != sheet);
        let others: Vec<String> = others.map(|other| format!("styles/{other}")).collect();
        let parts = sheets.iter().filter(|part| !others.contains(part));
        let parts = parts.map(|part| project::read(&format!("extension/{part}")));
        assert!(parts.clone().all(|part| joined.contains(&part)));
        assert_eq!(joined.len(), parts.map(|part| part.len()).sum::<usize>());
    }
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
    for name in ["background.js", "popup.html", "settings.html"] {
        if !folder.join(name).is_file() {
            complaints.push(format!("manifest.json names {name}, which is not there"));
        }
    }
    project::none(complaints);
}

#[test]
fn built_core_knows_no_machine() {
    let Some(folder) = built() else { return };
    let wasm = fs::read(folder.join("your_move_bg.wasm")).expect("the core");
    assert_eq!(machine_paths(&wasm), [""; 0]);
}

#[test]
fn built_core_is_within_the_budget() {
    let Some(folder) = built() else { return };
    let core = folder.join("your_move_bg.wasm");
    let raw = fs::read(&core).expect("the core").len();
    let sizes = [("BUDGET_RAW", raw), ("BUDGET_GZIP", packed_size(&core))];
    project::none(too_large(&project::read("build.sh"), sizes));
}

#[test]
fn a_core_over_the_budget_or_without_one_is_named() {
    #[track_caller]
    fn check(script: &str, raw: usize, packed: usize, expected: &[&str]) {
        let sizes = [("BUDGET_RAW", raw), ("BUDGET_GZIP", packed)];
        project::complains(too_large(script, sizes), expected);
    }

    let script = "#!/bin/sh\nreadonly BUDGET_RAW=700\nreadonly BUDGET_GZIP=300\n";
    check(script, 700, 300, &[]);
    check(script, 701, 300, &["the core has 701 bytes: BUDGET_RAW is 700"]);
    check(script, 700, 301, &["the core has 301 bytes: BUDGET_GZIP is 300"]);
    check(
        "readonly BUDGET_RAW=700\nreadonly BUDGET_GZIP=$(size)\n",
        700,
        300,
        &["build.sh: no BUDGET_GZIP"],
    );
    // The script that there is names both.
    check(&project::read("build.sh"), 0, 0, &[]);
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
        named("background.js", "import init from \"./your_move.js\";"),
        ["your_move.js"]
    );
    assert_eq!(machine_paths(b"\0src/lib.rs\0cargo/registry"), [""; 0]);
    assert_eq!(
        machine_paths(b"\0/somewhere/.cargo/registry/src\0"),
        [".cargo/registry"]
    );
}
