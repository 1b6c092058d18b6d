//! JSON-LD scripts as the web writes them: repaired where need be, and the `JobPosting`s in them.

use serde_json::Value;

use super::literal;
use crate::domain::Warning;

/// Deeper than this no real posting nests, and nothing is looked for; serde_json itself stops at 128.
const DEPTH_LIMIT: usize = 100;
/// More postings than this on one page are a list, however long.
const POSTINGS_LIMIT: usize = 60;

/// What the scripts of a page hold.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// The postings, in document order.
    pub(super) postings: Vec<Value>,
    /// Whether something says of itself that it is a list of items or of search results.
    pub(super) is_list: bool,
    /// What such lists name without saying more of it: names, which may be empty, and addresses.
    pub(super) items: Vec<(String, String)>,
}

/// Reads the scripts. One that is broken does not stop those after it.
pub(super) fn read(scripts: &[String], warnings: &mut Vec<Warning>) -> Graph {
    let mut graph = Graph::default();
    for script in scripts {
        match parse(script) {
            Ok(value) => visit(value, 0, &mut graph),
            Err(warning) if !warnings.contains(&warning) => warnings.push(warning),
            Err(_) => {}
        }
    }
    graph
}

fn parse(script: &str) -> Result<Value, Warning> {
    serde_json::from_str(script).or_else(|_| {
        if depth(script) > DEPTH_LIMIT {
            return Err(Warning::NestedTooDeeply);
        }
        let literal = literal::read(unwrap(script));
        let ends = literal.rest.trim_matches([';', ',']).trim().is_empty();
        (literal.is_whole && ends)
            .then_some(literal.value)
            .ok_or(Warning::BrokenStructuredData)
    })
}

/// What is within `<![CDATA[ … ]]>` or `<!-- … -->`, commented out for JavaScript or not.
fn unwrap(script: &str) -> &str {
    let mut script = script.trim().trim_start_matches('\u{feff}');
    for (opening, closing) in [("<![CDATA[", "]]>"), ("<!--", "-->")] {
        let Some((before, inside)) = script.split_once(opening) else {
            continue;
        };
        if before.trim_matches(['/', '*', ' ', '\n', '\r', '\t']).is_empty() {
            let end = inside.rsplit_once(closing).map_or(inside, |(inside, _)| inside);
            script = end
                .trim_start_matches(['*', '/'])
                .trim_end_matches(['/', '*', ' ', '\n', '\r', '\t']);
        }
    }
    script
}

/// How deep brackets nest at most; those within strings are no brackets.
fn depth(script: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in script.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Collects postings from wherever they stand: alone, in arrays, in `@graph`, as what a page is about.
fn visit(value: Value, depth: usize, graph: &mut Graph) {
    if depth > DEPTH_LIMIT || graph.postings.len() >= POSTINGS_LIMIT {
        return;
    }
    match value {
        Value::Array(values) => values.into_iter().for_each(|value| visit(value, depth + 1, graph)),
        Value::Object(ref object) if is_a(object.get("@type"), "JobPosting") => graph.postings.push(value),
        Value::Object(object) => {
            let is_list = is_a(object.get("@type"), "ItemList");
            if let Some(Value::Array(elements)) = object.get("itemListElement").filter(|_| is_list) {
                let room = POSTINGS_LIMIT.saturating_sub(graph.items.len());
                graph.items.extend(elements.iter().filter_map(item).take(room));
            }
            graph.is_list |= is_list || is_a(object.get("@type"), "SearchResultsPage");
            for (name, child) in object {
                if matches!(
                    name.as_str(),
                    "@graph" | "mainEntity" | "itemListElement" | "item" | "about"
                ) {
                    visit(child, depth + 1, graph);
                }
            }
        }
        _ => {}
    }
}

/// The name and the address of an element of a list; `None` where it has no address, or is a posting, which is read as one.
fn item(element: &Value) -> Option<(String, String)> {
    let inner = Some(&element["item"])
        .filter(|inner| inner.is_object())
        .unwrap_or(element);
    let text = |name: &str| inner[name].as_str().map(str::to_owned);
    let address = text("url").or_else(|| text("item")).or_else(|| text("@id"))?;
    let is_posting = is_a(inner.get("@type"), "JobPosting");
    (!is_posting).then(|| (text("name").unwrap_or_default(), address))
}

/// Whether a `@type` names `wanted`, be it alone, one of several, or a whole address.
fn is_a(kind: Option<&Value>, wanted: &str) -> bool {
    match kind {
        Some(Value::String(kind)) => kind.trim().rsplit(['/', '#', ':']).next() == Some(wanted),
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind.is_string() && is_a(Some(kind), wanted)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scripts: &[&str], titles: &[&str], expected: &[Warning]) {
        let mut warnings = Vec::new();
        let scripts: Vec<String> = scripts.iter().map(|script| (*script).to_owned()).collect();
        let graph = read(&scripts, &mut warnings);
        let found: Vec<&str> = graph
            .postings
            .iter()
            .filter_map(|posting| posting["title"].as_str())
            .collect();
        assert_eq!(found, titles);
        assert_eq!(warnings, expected);
    }

    #[test]
    fn postings_are_found_wherever_they_stand() {
        check(&[r#"{"@type":"JobPosting","title":"A"}"#], &["A"], &[]);
        check(
            &[r#"[{"@type":"Thing"},{"@type":["Thing","JobPosting"],"title":"A"}]"#],
            &["A"],
            &[],
        );
        check(
            &[
                r#"{"@graph":[{"@type":"http://schema.org/JobPosting","title":"A"},{"@type":"schema:JobPosting","title":"B"}]}"#,
            ],
            &["A", "B"],
            &[],
        );
        check(
            &[r#"{"@type":"WebPage","mainEntity":{"@type":"JobPosting","title":"A"}}"#],
            &["A"],
            &[],
        );
        check(
            &[r#"{"@type":["JobPostings",7,null,["JobPosting"]],"title":"A"}"#],
            &[],
            &[],
        );
        check(&["7", "null", "\"JobPosting\"", "[]"], &[], &[]);
    }

    #[test]
    fn what_stands_around_the_value_is_taken_off() {
        for script in [
            r#"{"@type":"JobPosting","title":"A"};"#,
            r#"[{"@type":"JobPosting","title":"A"},];,"#,
            "//<![CDATA[\n{\"@type\":\"JobPosting\",\"title\":\"A\"}\n//]]>",
            r#"/*<![CDATA[*/{"@type":"JobPosting","title":"A",}/*]]>*/"#,
            r#"<!-- {"@type":"JobPosting","title":"A"} -->"#,
            "\u{feff}{\"@type\":\"JobPosting\",\"title\":\"A\",}",
        ] {
            check(&[script], &["A"], &[]);
        }
        check(
            &[r#"{"@type":"JobPosting","title":"A"} or so"#],
            &[],
            &[Warning::BrokenStructuredData],
        );
    }

    #[test]
    fn a_broken_script_does_not_stop_the_next() {
        check(
            &["{", r#"{"@type":"JobPosting","title":"A"}"#],
            &["A"],
            &[Warning::BrokenStructuredData],
        );
        check(&["{", "}", "{{"], &[], &[Warning::BrokenStructuredData]);
    }

    #[test]
    fn depth_is_bounded() {
        check(&[&"[".repeat(200_000)], &[], &[Warning::NestedTooDeeply]);
        check(
            &[&format!("{}{}", "{\"@graph\":".repeat(200_000), "}".repeat(200_000))],
            &[],
            &[Warning::NestedTooDeeply],
        );
        check(
            &[&format!(r#"{{"@type":"JobPosting","title":"{}"}}"#, "[".repeat(300))],
            &[&"[".repeat(300)],
            &[],
        );
    }

    #[test]
    fn lists_say_so() {
        let scripts = [
            r#"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","url":"https://a.example/1"}]}"#.to_owned(),
        ];
        assert!(read(&scripts, &mut Vec::new()).is_list);
    }
}
