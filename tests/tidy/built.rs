//! What was built into `dist/extension`, looked at when `YOUR_MOVE_BUILT` says that it has just been built. Its size is the build's matter.

use std::path::PathBuf;
use std::{env, fs};

use super::project;

/// What the build adds to `extension/`.
const CORE: [&str; 2] = ["your_move.js", "your_move_bg.wasm"];

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
    expected.sort();
    assert_eq!(list(folder), expected);
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
    for name in ["background.js", "popup.html"] {
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
fn a_missing_file_and_a_machines_path_are_found() {
    assert_eq!(
        named("popup.html", "<script src=\"probe.js\"></script><a href=\"b.css\">"),
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
