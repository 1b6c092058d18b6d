//! Places of work: from postal addresses with anything in them, and from one line of text.

use serde_json::Value;

use super::days_ago::counts_back;
use super::html_text;
use super::words::{Words, fold, words};
use crate::domain::Line;

/// More places than this are a region or the whole world.
const PLACES_LIMIT: usize = 20;

/// What people put into an address where no place is meant.
const NO_PLACES: Words = words!(
    "anywhere|remote|fully remote|100 remote|worldwide|n a|na|null|none|various|various locations|multiple locations|\
     several locations|mehrere standorte|verschiedene standorte|other|virtual|hybrid|hybrid remote|on site|onsite|in office|\
     home office|work from home|télétravail|teletrabajo",
);

/// What is counted where the places are not told: "2 Locations", "3 more".
const COUNTED: Words =
    words!("locations|location|places|more|offices|standorte|weitere|lieux|autres|ubicaciones|sedi|lokalizacje");

/// What stands before "in" and a place: how one works there.
const WORKPLACES: Words = words!("hybrid|hybrid work|remote|remote work|on site|onsite|in person");

/// The places that a structured `jobLocation` names.
pub(super) fn read(location: &Value) -> Vec<Line> {
    let mut places = Vec::new();
    collect(location, 0, &mut places);
    places
}

fn collect(location: &Value, depth: usize, places: &mut Vec<Line>) {
    if depth > 4 || places.len() >= PLACES_LIMIT {
        return;
    }
    let place = match location {
        Value::Array(locations) => {
            locations
                .iter()
                .for_each(|location| collect(location, depth + 1, places));
            return;
        }
        Value::String(text) => one(text),
        Value::Object(place) => match place.get("address") {
            Some(address @ (Value::Array(_) | Value::Object(_))) => {
                collect(address, depth + 1, places);
                return;
            }
            Some(Value::String(text)) if !text.trim().is_empty() => one(text),
            _ => postal(location).or_else(|| place.get("name").and_then(Value::as_str).and_then(one)),
        },
        _ => None,
    };
    if let Some(place) = place.filter(|place| !places.contains(place)) {
        places.push(place);
    }
}

/// "Locality, region, country", each once, without what is no place: numbers, dashes, "Anywhere".
fn postal(address: &Value) -> Option<Line> {
    let mut parts: Vec<String> = Vec::new();
    for name in ["addressLocality", "addressRegion", "addressCountry"] {
        let value = address.get(name);
        let value = match value {
            Some(Value::Array(values)) => values.first(),
            other => other,
        };
        let text = match value {
            Some(Value::String(text)) => text.as_str(),
            Some(Value::Object(country)) => country.get("name").and_then(Value::as_str).unwrap_or_default(),
            _ => continue,
        };
        let text = html_text::line(text);
        let folded = fold(&text);
        let is_place = folded.chars().any(char::is_alphabetic) && !NO_PLACES.contains(folded.as_str());
        if is_place && !parts.iter().any(|part| fold(part) == folded) {
            parts.push(text.trim().to_owned());
        }
    }
    Line::new(&parts.join(", "))
}

/// The places in one line of text, without a label in front: "Berlin; Hamburg", "Oslo | Remote", "London +2 more". A comma joins a place to
/// its country as often as to the next place, and parts nothing.
pub(super) fn several(text: &str) -> Vec<Line> {
    let text = [" / ", " or ", " oder ", " ou ", "+"]
        .iter()
        .fold(text.to_owned(), |text, sign| text.replace(sign, ";"));
    let mut places: Vec<Line> = Vec::new();
    for place in text
        .split([';', '|', '•', '·', '\n'])
        .filter_map(one)
        .take(PLACES_LIMIT)
    {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// A place in one line of text, without a label in front; `None` if it names none.
pub(super) fn one(text: &str) -> Option<Line> {
    let text = text.trim().trim_end_matches(['-', '–', ',', '/', '·', '•']).trim();
    let text = match text.split_once(" in ") {
        Some((work, place)) if WORKPLACES.contains(&fold(work)) => place.trim(),
        _ => text,
    };
    let folded = fold(text);
    let is_counted = folded
        .split_once(' ')
        .is_some_and(|(number, what)| number.bytes().all(|byte| byte.is_ascii_digit()) && COUNTED.contains(what));
    let is_place = folded.chars().any(char::is_alphabetic) && text.chars().count() <= 120;
    (is_place && !is_counted && !counts_back(text) && !NO_PLACES.contains(folded.as_str()))
        .then(|| Line::new(text))
        .flatten()
}

/// Whether a line looks like a place and nothing else: "Prague, Czechia", "Remote, Canada", "Zürich (Altstadt), Schweiz".
pub(super) fn looks_like_one(line: &str) -> bool {
    let parts: Vec<&str> = line.split(',').map(str::trim).collect();
    let is_name = |part: &&str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        (1..=4).contains(&words.len())
            && part.starts_with(char::is_uppercase)
            && words.iter().all(|word| {
                let first = word.trim_start_matches('(').chars().next();
                first.is_some_and(|first| first.is_uppercase() || first.is_numeric() || word.chars().count() <= 3)
            })
            && !part.contains([':', '!', '?', '€', '$', '@'])
    };
    let is_short = line.chars().count() <= 70;
    is_short && (((2..=4).contains(&parts.len()) && parts.iter().all(is_name)) || has_postal_code(&parts))
}

/// "34117 Kassel, Hessen", "Leeds (LS1)", "Brest - 29".
fn has_postal_code(parts: &[&str]) -> bool {
    let Some(first) = parts.first().filter(|_| parts.len() <= 3) else {
        return false;
    };
    let is_town = |name: &str| {
        let mut words = name.split_whitespace();
        (1..=3).contains(&words.clone().count()) && words.all(|word| word.starts_with(char::is_uppercase))
    };
    let is_number = |code: &str| (4..=5).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
    if first
        .split_once(' ')
        .is_some_and(|(code, town)| is_number(code) && is_town(town))
    {
        // "2026 Roadmap".
        return first.get(..2) != Some("20") || first.get(4..5) != Some(" ");
    }
    let is_department = |(town, code): &(&str, &str)| {
        is_town(town) && code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_digit())
    };
    if first.split_once(" - ").is_some_and(|parts| is_department(&parts)) {
        return true;
    }
    let behind = first.strip_suffix(')').and_then(|text| text.split_once(" ("));
    behind.is_some_and(|(town, code)| {
        let is_code = (2..=5).contains(&code.len())
            && code.bytes().any(|byte| byte.is_ascii_digit())
            && code
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
        is_code && is_town(town)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: &[&str]) {
        let places = read(&serde_json::from_str(json).unwrap());
        assert_eq!(places.iter().map(Line::as_str).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn addresses_become_places() {
        check(
            r#"{"address":{"addressLocality":"Leipzig","addressRegion":"-","addressCountry":"DE"}}"#,
            &["Leipzig, DE"],
        );
        check(
            r#"[{"address":{"addressCountry":"SK"}},{"address":{"addressCountry":{"@type":"Country","name":"Portugal"}}}]"#,
            &["SK", "Portugal"],
        );
        check(
            r#"{"address":{"addressLocality":"Anywhere","addressRegion":"Anywhere","addressCountry":"Anywhere"}}"#,
            &[],
        );
        check(
            r#"{"address":{"addressLocality":"15000","addressCountry":"CZ"}}"#,
            &["CZ"],
        );
        check(
            r#"{"address":{"addressLocality":" Praha ","addressRegion":"Praha","addressCountry":null}}"#,
            &["Praha"],
        );
        check(r#"{"address":"Praha, na dálku"}"#, &["Praha, na dálku"]);
        check(r#"{"name":"Bern"}"#, &["Bern"]);
        check(r#""Bern""#, &["Bern"]);
        check(r#""Hybrid""#, &[]);
        check(r#""2 Locations""#, &[]);
        check(r#""29 Palms""#, &["29 Palms"]);
        check(r#"{"address":null}"#, &[]);
        check("7", &[]);
    }

    #[test]
    fn a_line_names_a_place() {
        let place = |text| one(text).as_ref().map(Line::as_str).unwrap_or_default().to_owned();
        assert_eq!(place("Hybrid work in Tromsø, Norway"), "Tromsø, Norway");
        assert_eq!(place("On-site in Turku -"), "Turku");
        assert_eq!(place("Remote, Germany"), "Remote, Germany");
        assert_eq!(place("Stratford in Warwickshire"), "Stratford in Warwickshire");
        assert_eq!(place("Remote in Remote"), "");
        assert_eq!(place("4 days ago"), "");
        assert_eq!(place("vor 2 Tagen"), "");
        assert_eq!(place("Vordingborg 4760"), "Vordingborg 4760");
    }

    #[test]
    fn a_line_may_look_like_a_place() {
        assert!(looks_like_one("Prague, Czechia"));
        assert!(looks_like_one("Zürich (Birmensdorferstrasse), Remote"));
        assert!(looks_like_one("London, England, United Kingdom"));
        assert!(looks_like_one("34117 Kassel, Hessen"));
        assert!(looks_like_one("Leeds (LS1)"));
        assert!(looks_like_one("Brest - 29"));
        assert!(!looks_like_one("2026 Roadmap"));
        assert!(!looks_like_one("Baker (2)"));
        assert!(!looks_like_one("Save, share and print"));
        assert!(!looks_like_one("Apply"));
        assert!(!looks_like_one("Engineering, which we love: really"));
    }

    #[test]
    fn a_line_may_name_several() {
        #[track_caller]
        fn check(text: &str, expected: &[&str]) {
            let places = several(text);
            assert_eq!(places.iter().map(Line::as_str).collect::<Vec<_>>(), expected, "{text}");
        }

        check("Berlin; Hamburg", &["Berlin", "Hamburg"]);
        check("Oslo, Norway | Remote", &["Oslo, Norway"]);
        check("London +2 more", &["London"]);
        check("Paris / Lyon", &["Paris", "Lyon"]);
        check("Basel or Zürich", &["Basel", "Zürich"]);
        check("Frankfurt/Main", &["Frankfurt/Main"]);
        check("Bern • Bern", &["Bern"]);
        check("3 Standorte", &[]);
        check("Multiple Locations", &[]);
        check("", &[]);
    }
}
