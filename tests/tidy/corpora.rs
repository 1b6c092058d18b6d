//! What each search for faults begins with: small files of ours, for each of its targets.

use std::fs;

use super::project;

/// The targets, by the names of their programs.
fn targets(manifest: &str) -> Vec<&str> {
    let programs = manifest.split("[[bin]]\nname = \"").skip(1);
    programs.filter_map(|program| program.split('"').next()).collect()
}

/// What is wrong with the files that a target begins with: their sizes in bytes.
fn odd(target: &str, sizes: &[usize]) -> Vec<String> {
    let mut complaints = Vec::new();
    if !(10..=40).contains(&sizes.len()) {
        complaints.push(format!("fuzz/corpus/{target} has {} files", sizes.len()));
    }
    if sizes.iter().any(|size| *size > 10_000) {
        complaints.push(format!("fuzz/corpus/{target} has a file that is no small one"));
    }
    complaints
}

#[test]
fn each_target_begins_with_some_small_files() {
    let manifest = project::read("fuzz/Cargo.toml");
    let script = project::read("build.sh");
    let targets = targets(&manifest);
    assert_eq!(
        targets,
        ["snapshot", "record", "backup", "calendar", "table", "invitation"]
    );
    for target in targets {
        let files = project::walk(&project::root().join("fuzz/corpus").join(target), &|_| true);
        let sizes = files.iter().map(|file| fs::read(file).expect("a file").len());
        project::none(odd(target, &sizes.collect::<Vec<_>>()));
        assert!(
            script.contains(&format!("{target} fuzz/corpus/{target}")),
            "{target} is searched"
        );
    }
}

#[test]
fn a_target_without_files_is_named() {
    project::complains(odd("page", &[20; 10]), &[]);
    project::complains(odd("page", &[]), &["fuzz/corpus/page has 0 files"]);
    project::complains(
        odd("page", &[20_000; 10]),
        &["fuzz/corpus/page has a file that is no small one"],
    );
}
