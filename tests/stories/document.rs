//! `docs/backup-format.md` says what is so: its example is a file that is read, its lines are those that are printed.

use std::fs;

use your_move::archive::{Choices, Form as _, read_backup};
use your_move::domain::What;

use super::{path, run};

fn document() -> String {
    fs::read_to_string(path("docs/backup-format.md")).expect("the document")
}

/// What stands between the fences of a language.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let parts = text.split("\n```").skip(1).step_by(2);
    parts
        .filter_map(|part| part.strip_prefix(language)?.strip_prefix('\n'))
        .collect()
}

#[test]
fn the_example_prints_what_the_document_says() {
    let document = document();
    let folder = path("tests/stories/of-the-document");
    let backup = folder.join("backup.json");
    assert_eq!(
        fs::read_to_string(&backup).expect("the example"),
        format!("{}\n", blocks(&document, "json")[0])
    );
    let backup = backup.to_str().expect("a path in Unicode");
    let mut asked = 0;
    for block in blocks(&document, "console") {
        let mut found = String::new();
        for line in block.lines().filter(|line| line.starts_with("$ ")) {
            let words = line.split(' ').skip(2);
            let arguments: Vec<&str> = words
                .map(|word| if word == "story.json" { backup } else { word })
                .collect();
            let printed = run(&arguments).expect("an answer");
            found += &format!("{line}\n{}", printed.lines);
            asked += 1;
        }
        assert_eq!(found, format!("{block}\n"));
    }
    assert_eq!(asked, 4);
}

/// An application in which everything is that the examples of the kinds name.
fn with(what: &str) -> String {
    format!(
        r#"{{"your_move_backup":1,"applications":[
            {{"id":"harbour","events":[]}},
            {{"id":"northwind","events":[
                {{"id":"booking","on":"2026-11-02","what":{{"invited":{{"day":"2026-12-10"}}}}}},
                {{"id":"talk","on":"2026-11-02","what":"interviewed"}},
                {{"id":"task","on":"2026-11-02","what":{{"undertook":{{"what":"A task","by":"2026-12-18"}}}}}},
                {{"id":"this","on":"2026-12-01","what":{what}}}]}}]}}"#
    )
}

/// The kinds of event with their examples, from the tables.
fn kinds() -> Vec<(String, String)> {
    let document = document();
    let rows = document.lines().filter_map(|line| {
        let (before, example) = line.strip_suffix("` |")?.rsplit_once("| `")?;
        let kind = before.strip_prefix("| `")?.split('`').next()?;
        example
            .starts_with("{ \"")
            .then(|| (kind.to_owned(), example.to_owned()))
    });
    rows.collect()
}

/// An example of each kind of event.
pub(crate) fn examples() -> Vec<String> {
    kinds().into_iter().map(|(_, example)| example).collect()
}

#[test]
fn every_example_of_a_kind_is_read() {
    let kinds = kinds();
    for (kind, example) in &kinds {
        assert!(example.starts_with(&format!("{{ \"{kind}\": ")), "{kind}: {example}");
        let backup = read_backup(&with(example)).unwrap_or_else(|problem| panic!("{example}: {problem}"));
        assert_eq!(backup.unknown, [], "{example}");
        let events = backup.applications[1].record.events();
        let last = events.last().expect("an event");
        assert!(!matches!(last.what, What::Unknown { .. }), "{example}");
    }
    // As many as there are kinds.
    assert_eq!(kinds.len(), 38);
}

#[track_caller]
fn chosen(settings: &str) -> Choices {
    let backup = format!(r#"{{"your_move_backup":1,"settings":{settings},"applications":[]}}"#);
    let backup = read_backup(&backup).unwrap_or_else(|problem| panic!("{problem}"));
    assert_eq!(backup.unknown, [], "{settings}");
    backup.chosen()
}

#[test]
fn the_settings_are_those_at_first() {
    let document = document();
    let settings = blocks(&document, "json")[1];
    assert_eq!(chosen(settings), Choices::default());
    let written: String = settings.split_whitespace().collect();
    // All of them but for the numbers of the rules, which are another page's.
    let mut all = String::new();
    Choices::default().write(&mut all);
    let (shown, _) = all.split_once(r#""rules":{"#).expect("rules");
    assert_eq!(written, format!(r#"{shown}"rules":{{}}}}"#));
}

#[test]
fn every_name_of_words_is_known() {
    let document = document();
    let own = chosen(blocks(&document, "json")[2]).messages.own;
    assert_eq!(own.len(), 1);
    let (_, names) = document.split_once("| words are called |").expect("a table");
    let (names, _) = names.split_once("\n\n").expect("its end");
    let names: Vec<&str> = names.split('`').skip(1).step_by(2).collect();
    for name in &names {
        let settings = format!(r#"{{"messages":{{"own":{{"warm":{{"{name}":{{"body":"B","subject":"A"}}}}}}}}}}"#);
        assert_eq!(chosen(&settings).messages.own.len(), 1, "{name}");
    }
    // As many as there are occasions.
    assert_eq!(names.len(), 18);
}
