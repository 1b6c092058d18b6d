//! Microdata and RDFa say the same as JSON-LD with other attributes: here they become the same tree.

use serde_json::{Map, Value};

use super::snapshot::Item;

/// Deeper paths than this say nothing about a job.
const DEPTH_LIMIT: usize = 8;

/// The tree of a flattened item. A value that comes again begins a second thing of its kind: two places, two addresses.
pub(super) fn tree(item: &Item) -> Value {
    let mut root = Map::new();
    for (path, value) in &item.0 {
        let mut names: Vec<&str> = path.split('.').collect();
        let Some(leaf) = names.pop() else { continue };
        if names.len() > DEPTH_LIMIT || value.is_empty() {
            continue;
        }
        insert(&mut root, &names, leaf, value);
    }
    Value::Object(root)
}

fn insert(object: &mut Map<String, Value>, path: &[&str], leaf: &str, value: &str) {
    let Some((name, rest)) = path.split_first() else {
        append(object, leaf, Value::from(value));
        return;
    };
    let Value::Array(children) = object.entry(*name).or_insert_with(|| Value::Array(Vec::new())) else {
        return;
    };
    let is_full = match children.last() {
        Some(Value::Object(last)) => has(last, rest, leaf),
        _ => true,
    };
    if is_full {
        children.push(Value::Object(Map::new()));
    }
    if let Some(Value::Object(last)) = children.last_mut() {
        insert(last, rest, leaf, value);
    }
}

/// Whether the last thing on the path has that value already.
fn has(object: &Map<String, Value>, path: &[&str], leaf: &str) -> bool {
    let Some((name, rest)) = path.split_first() else {
        return object.contains_key(leaf);
    };
    match object
        .get(*name)
        .and_then(Value::as_array)
        .and_then(|children| children.last())
    {
        Some(Value::Object(child)) => has(child, rest, leaf),
        _ => false,
    }
}

fn append(object: &mut Map<String, Value>, leaf: &str, value: Value) {
    match object.get_mut(leaf) {
        Some(Value::Array(values)) => values.push(value),
        Some(first) => *first = Value::Array(vec![first.take(), value]),
        None => {
            object.insert(leaf.to_owned(), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pairs: &[(&str, &str)], expected: &str) {
        let item = Item(
            pairs
                .iter()
                .map(|(path, value)| ((*path).into(), (*value).into()))
                .collect(),
        );
        assert_eq!(tree(&item).to_string(), expected);
    }

    #[test]
    fn paths_become_a_tree() {
        check(
            &[
                ("title", "Baker"),
                ("hiringOrganization.name", "Ovens"),
                ("jobLocation.address.addressLocality", "Pisa"),
            ],
            r#"{"hiringOrganization":[{"name":"Ovens"}],"jobLocation":[{"address":[{"addressLocality":"Pisa"}]}],"title":"Baker"}"#,
        );
        check(
            &[
                ("jobLocation.address.addressLocality", "Pisa"),
                ("jobLocation.address.addressCountry", "IT"),
                ("jobLocation.address.addressLocality", "Bern"),
            ],
            r#"{"jobLocation":[{"address":[{"addressCountry":"IT","addressLocality":"Pisa"}]},{"address":[{"addressLocality":"Bern"}]}]}"#,
        );
        check(
            &[("employmentType", "A"), ("employmentType", "B")],
            r#"{"employmentType":["A","B"]}"#,
        );
    }

    #[test]
    fn odd_paths_do_no_harm() {
        check(
            &[("", "x"), ("__proto__.constructor", "y")],
            r#"{"":"x","__proto__":[{"constructor":"y"}]}"#,
        );
        check(&[("a", "x"), ("a.b", "y")], r#"{"a":"x"}"#);
        check(&[(&"a.".repeat(5_000), "deep")], "{}");
    }
}
