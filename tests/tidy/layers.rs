//! Which room may know which. Arrows run one way: `domain <- etiquette, capture, ledger, insight <- archive, view <- app <- shell`.

use super::project::{self, File, code, holds};

/// Each room, and the rooms that it may name.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("etiquette", &["domain"]),
    ("capture", &["domain"]),
    ("ledger", &["domain"]),
    ("insight", &["domain"]),
    ("archive", &["domain", "etiquette", "capture", "ledger"]),
    ("view", &["domain", "etiquette", "capture", "ledger", "insight"]),
    (
        "app",
        &["domain", "etiquette", "capture", "ledger", "insight", "archive", "view"],
    ),
    (
        "shell",
        &[
            "domain",
            "etiquette",
            "capture",
            "ledger",
            "insight",
            "archive",
            "view",
            "app",
        ],
    ),
];

fn layers(path: &str, text: &str) -> Vec<String> {
    let Some(place) = path.strip_prefix("src/").filter(|place| *place != "lib.rs") else {
        return Vec::new();
    };
    let Some((room, file)) = place.split_once('/') else {
        return vec![format!("{path}:1: only lib.rs stands outside of the rooms")];
    };
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{path}:1: {room} is none of the rooms")];
    };
    let mut complaints = Vec::new();
    for (number, line) in code(text) {
        if holds(line, "super::super") {
            complaints.push(format!("{path}:{number}: say `crate::…`, so that the room is named"));
        }
        // Above a room's `mod.rs` is the crate.
        let ways = if file == "mod.rs" {
            &["crate::", "your_move::", "super::"][..]
        } else {
            &["crate::", "your_move::"]
        };
        for way in ways {
            for named in named_after(line, way) {
                let is_room = ROOMS.iter().any(|(name, _)| *name == named);
                if named.is_empty() {
                    complaints.push(format!("{path}:{number}: name the room: `use crate::room::…`"));
                } else if is_room && named != room && !allowed.contains(&named) {
                    complaints.push(format!("{path}:{number}: {room} may not know {named}"));
                } else if !is_room && *way != "super::" {
                    // The crate itself has nothing but rooms; `super` may also be the room, seen from its tests.
                    complaints.push(format!("{path}:{number}: {named} is none of the rooms"));
                }
            }
        }
    }
    complaints
}

/// The names that follow `way` in a line; an empty one where a brace or a star follows.
fn named_after<'a>(line: &'a str, way: &'a str) -> impl Iterator<Item = &'a str> {
    line.match_indices(way)
        .filter(|(start, _)| !line[..*start].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'))
        .map(|(start, _)| {
            let after = &line[start + way.len()..];
            let end = after
                .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .unwrap_or(after.len());
            &after[..end]
        })
        // `use super::*` in a module of tests stays within its file.
        .filter(move |named| way != "super::" || !named.is_empty())
}

#[test]
fn arrows_run_one_way() {
    let complaints = project::files()
        .iter()
        .flat_map(|File { path, text }| layers(path, text))
        .collect();
    project::none(complaints);
}

#[test]
fn an_arrow_that_runs_back_is_named() {
    #[track_caller]
    fn check(path: &str, text: &str, expected: &[&str]) {
        project::complains(layers(path, text), expected);
    }

    check(
        "src/domain/event.rs",
        "use crate::ledger::fold;",
        &["src/domain/event.rs:1: domain may not know ledger"],
    );
    check(
        "src/view/card.rs",
        "x\nlet head = crate::archive::Head;",
        &["src/view/card.rs:2: view may not know archive"],
    );
    check(
        "src/insight/track.rs",
        "use crate::ledger::fold;",
        &["src/insight/track.rs:1: insight may not know ledger"],
    );
    check(
        "src/capture/mod.rs",
        "use super::etiquette::plan;",
        &["src/capture/mod.rs:1: capture may not know etiquette"],
    );
    check(
        "src/archive/form.rs",
        "$crate::app::run()",
        &["src/archive/form.rs:1: archive may not know app"],
    );
    check(
        "src/app/popup.rs",
        "use crate::{shell, view};",
        &["src/app/popup.rs:1: name the room: `use crate::room::…`"],
    );
    check(
        "src/app/popup.rs",
        "use super::super::shell::run;",
        &["src/app/popup.rs:1: say `crate::…`, so that the room is named"],
    );
    check(
        "src/model/event.rs",
        "",
        &["src/model/event.rs:1: model is none of the rooms"],
    );
    check(
        "src/util.rs",
        "",
        &["src/util.rs:1: only lib.rs stands outside of the rooms"],
    );
    check(
        "src/app/popup.rs",
        "use crate::util::join;",
        &["src/app/popup.rs:1: util is none of the rooms"],
    );
    check("src/capture/mod.rs", "mod tests {\n    use super::page;\n}", &[]);
    check("src/app/popup.rs", "use crate::view::Card;\nuse super::Popup;", &[]);
    check("src/capture/mod.rs", "mod tests {\n    use super::*;\n}", &[]);
    check("src/lib.rs", "pub mod shell;", &[]);
}
