//! A page as it was read, as a file that a test can run: without what is the user's own.
//!
//! What is taken out is put in the place of something of the same form, so that the page is still read in the same way.

use super::address;
use super::person;
use super::snapshot::{Heading, Item, PageSnapshot};
use super::words::{Words, fold, words};
use crate::domain::SafeLink;

/// In the place of an e-mail address.
const EMAIL: &str = "someone@example.com";
/// In the place of the user's name.
const NAME: &str = "Somebody";
/// In the place of what a parameter says that does not name the posting.
const VALUE: &str = "x";
/// In the place of a telephone number's digits.
const DIGIT: char = '5';

/// Parameters that may name a posting with a number.
const NUMBERS: Words = words!("id|nr|no|job|posting|position|offer|vacancy|req|token");

/// Words in the names of meta tags that speak of the visitor and not of the page.
const VISITOR: Words =
    words!("user|login|csrf|token|session|viewer|visitor|auth|nonce|email|member|account|hovercard|actor");

/// What stands in front of the name of who is signed in.
const GREETINGS: [&str; 17] = [
    "signed in as ",
    "logged in as ",
    "angemeldet als ",
    "eingeloggt als ",
    "connecté en tant que ",
    "přihlášen jako ",
    "welcome back, ",
    "welcome, ",
    "willkommen, ",
    "hello, ",
    "hello ",
    "hi, ",
    "hi ",
    "hallo ",
    "bonjour ",
    "hola ",
    "ahoj ",
];

/// Parts of paths that lead to the own account.
const OWN: Words =
    words!("me|my|profile|account|myaccount|my-account|konto|mein-konto|mon-compte|mi-cuenta|dashboard|user");

/// What menus say there, beside a name.
const MENU: Words = words!(
    "my|your|the|profile|account|settings|jobs|saved|sign|log|dashboard|applications|help|messages|alerts|view|edit|job|mein|meine|\
     profil|konto|mon|compte|mi|perfil|cuenta",
);

/// The text of a report on a page: what the probe brought of it, as JSON. `own` are names of the user that are known; `wanted` are names
/// and values of the fields as the user put them right.
///
/// Taken out are e-mail addresses, telephone numbers, the name of who is signed in where the page says it, what parameters of addresses
/// say beyond a posting's number, meta tags on the visitor, and what is selected. What is filled in in forms is in no snapshot.
pub fn report(snapshot: &PageSnapshot, own: &[&str], wanted: &[(String, String)]) -> String {
    let names = names(snapshot, own);
    let text = |text: &str| json(&without_personal_data(text, &names));
    let texts = |list: &[String]| array(list.iter().map(|item| text(item)).collect());
    let pairs = |list: &[(String, String)]| {
        let pair = |(one, other): &(String, String)| format!("[{}, {}]", text(one), text(other));
        array(list.iter().map(pair).collect())
    };
    let items = |list: &[Item]| array(list.iter().map(|item| pairs(&item.0)).collect());
    let heading = |heading: &Heading| format!("{{\"level\": {}, \"text\": {}}}", heading.level, text(&heading.text));
    let form = format!(
        "{{\"fields\": {}, \"file\": {}}}",
        snapshot.form.fields, snapshot.form.file
    );
    let speaks_of_page = |(name, _): &&(String, String)| !VISITOR.any_in(&fold(name));
    let meta: Vec<_> = snapshot.meta.iter().filter(speaks_of_page).cloned().collect();
    let picked = snapshot
        .picked
        .iter()
        .map(|(name, found)| (name.as_str(), texts(found)));
    let wanted = wanted.iter().map(|(name, value)| (name.as_str(), text(value)));
    object(vec![
        ("day", text(&snapshot.day)),
        ("address", text(&snapshot.address)),
        ("kind", text(&snapshot.kind)),
        ("canonical", text(&snapshot.canonical)),
        ("title", text(&snapshot.title)),
        ("language", text(&snapshot.language)),
        ("jsonLd", texts(&snapshot.json_ld)),
        ("microdata", items(&snapshot.microdata)),
        ("rdfa", items(&snapshot.rdfa)),
        ("meta", pairs(&meta)),
        ("headings", array(snapshot.headings.iter().map(heading).collect())),
        ("pairs", pairs(&snapshot.pairs)),
        ("named", pairs(&snapshot.named)),
        ("links", pairs(&snapshot.links)),
        ("buttons", texts(&snapshot.buttons)),
        ("logos", texts(&snapshot.logos)),
        ("times", pairs(&snapshot.times)),
        ("form", form),
        ("text", text(&snapshot.text)),
        ("picked", object(picked.collect())),
        ("cut", texts(&snapshot.cut)),
        ("wanted", object(wanted.collect())),
    ])
}

/// A text as JSON has it.
fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            control if control < ' ' => out.push_str(&format!("\\u{:04x}", control as u32)),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// A list, an item a line.
fn array(items: Vec<String>) -> String {
    within("[", items, "]")
}

/// An object of those fields that say anything, a field a line.
fn object(fields: Vec<(&str, String)>) -> String {
    let says_something = |(_, value): &(&str, String)| !matches!(value.as_str(), "\"\"" | "[]" | "{}");
    let fields = fields.into_iter().filter(says_something);
    within(
        "{",
        fields.map(|(name, value)| format!("{}: {value}", json(name))).collect(),
        "}",
    )
}

fn within(open: &str, parts: Vec<String>, close: &str) -> String {
    if parts.is_empty() {
        return [open, close].concat();
    }
    let parts = parts.join(",\n").replace('\n', "\n  ");
    [open, "\n  ", &parts, "\n", close].concat()
}

fn without_personal_data(text: &str, names: &[String]) -> String {
    let text = without_parameters(text);
    let text = without_emails(&text);
    let text = without_phones(&text);
    names.iter().fold(text, |text, name| without_name(&text, name))
}

/// The names of the user: those that are known and those that the page says.
fn names(snapshot: &PageSnapshot, own: &[&str]) -> Vec<String> {
    let headings = snapshot.headings.iter().map(|heading| heading.text.as_str());
    let lines = snapshot.text.lines().take(80);
    let said = snapshot.buttons.iter().map(String::as_str).chain(headings).chain(lines);
    let said = said
        .chain(snapshot.links.iter().map(|(text, _)| text.as_str()))
        .filter_map(greeted);
    let linked = snapshot
        .links
        .iter()
        .filter(|(_, address)| is_own(address))
        .map(|(text, _)| text.trim());
    let is_name = |name: &&str| person::name(name).is_some() && !fold(name).split(' ').any(|word| MENU.contains(word));
    let all = own.iter().copied().chain(said).chain(linked.filter(is_name));
    let mut names: Vec<String> = Vec::new();
    for name in all.map(str::trim).filter(|name| name.chars().count() >= 3) {
        // As it stands in addresses, too.
        let joined = |joint: &str| fold(name).split(' ').collect::<Vec<_>>().join(joint);
        for form in [
            name.to_owned(),
            joined("-"),
            joined("."),
            joined("_"),
            joined("%20"),
            joined(""),
        ] {
            if !names.contains(&form) {
                names.push(form);
            }
        }
    }
    names
}

/// The name in "Signed in as Jane Doe", "Hi, Jane!".
fn greeted(text: &str) -> Option<&str> {
    let text = text.trim();
    if text.len() > 60 {
        return None;
    }
    let starts = |greeting: &&str| {
        text.get(..greeting.len())
            .is_some_and(|start| start.to_lowercase() == **greeting)
    };
    let greeting = GREETINGS.iter().find(|greeting| starts(greeting))?;
    let name = text.get(greeting.len()..)?.trim_end_matches(['!', '.', ',', ' ', '👋']);
    let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let words = name.split_whitespace();
    ((1..=4).contains(&words.clone().count()) && words.clone().all(is_name)).then_some(name)
}

/// Whether an address leads to the account of who is signed in.
fn is_own(address: &str) -> bool {
    let path = SafeLink::new(address).map(|address| address.path().to_ascii_lowercase());
    path.is_some_and(|path| path.split('/').any(|part| OWN.contains(part)))
}

/// With all addresses in it without what their parameters say, but for the number of a posting.
fn without_parameters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("http") {
        let (before, found) = rest.split_at(start);
        out.push_str(before);
        let is_end = |character: char| character.is_whitespace() || "\"'<>`".contains(character);
        let (raw, after) = found.split_at(found.find(is_end).unwrap_or(found.len()));
        // Within a script slashes may be escaped.
        let plain = raw.replace("\\/", "/");
        if plain.starts_with("http://") || plain.starts_with("https://") {
            let clean = clean(&plain);
            out.push_str(&if plain == raw { clean } else { clean.replace('/', "\\/") });
        } else {
            out.push_str(raw);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// An address whose parameters have their names and no more, but for the number of a posting.
fn clean(raw: &str) -> String {
    let place = raw.split(['?', '#']).next().unwrap_or_default();
    let Some(link) = SafeLink::new(raw) else {
        // User information, for one.
        return place
            .split_once('@')
            .map_or(place.to_owned(), |(_, after)| ["https://", after].concat());
    };
    let mut clean = place.to_owned();
    let written = link
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty());
    for (index, (pair, parameter)) in written.zip(address::parameters(&link)).enumerate() {
        clean.push(if index == 0 { '?' } else { '&' });
        let (name, value) = (parameter.0.as_ref(), parameter.1.as_ref());
        let is_number = NUMBERS.contains(name) && value.len() <= 12 && value.bytes().all(|byte| byte.is_ascii_digit());
        if is_number || address::is_identity(&parameter) {
            clean.push_str(pair);
        } else {
            clean.push_str(pair.split('=').next().unwrap_or_default());
            clean.push('=');
            clean.push_str(VALUE);
        }
    }
    if let Some(route) = link.fragment().filter(|fragment| fragment.starts_with(['/', '!'])) {
        clean.push('#');
        clean.push_str(route.split('?').next().unwrap_or_default());
    }
    clean
}

fn without_emails(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let sign = |text: &str| {
        let found = [text.find('@').map(|at| (at, 1)), text.find("%40").map(|at| (at, 3))];
        found.into_iter().flatten().min()
    };
    while let Some((at, length)) = sign(rest) {
        let (before, after) = (
            rest.get(..at).unwrap_or_default(),
            rest.get(at + length..).unwrap_or_default(),
        );
        let is_of_name = |character: char| character.is_alphanumeric() || "._+-'".contains(character);
        let is_of_host = |character: char| character.is_alphanumeric() || ".-".contains(character);
        let name = before.trim_end_matches(is_of_name).len();
        let end = after.find(|character| !is_of_host(character)).unwrap_or(after.len());
        let host = after.get(..end).unwrap_or_default().trim_end_matches(['.', '-']);
        let is_host = host
            .rsplit_once('.')
            .is_some_and(|(_, top)| top.len() >= 2 && top.chars().all(char::is_alphabetic));
        if name < before.len() && is_host {
            out.push_str(before.get(..name).unwrap_or_default());
            out.push_str(EMAIL);
            rest = after.get(host.len()..).unwrap_or_default();
        } else {
            out.push_str(rest.get(..at + length).unwrap_or_default());
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// With the digits of telephone numbers replaced. Pay, days and numbers of postings stay.
fn without_phones(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let begins = |character: char| character.is_ascii_digit() || character == '+' || character == '(';
    while let Some(start) = rest.find(begins) {
        let (before, found) = rest.split_at(start);
        out.push_str(before);
        let is_of_number =
            |character: char| character.is_ascii_digit() || "+()-./ \u{a0}\u{2011}\u{2013}".contains(character);
        let (number, after) = found.split_at(found.find(|character| !is_of_number(character)).unwrap_or(found.len()));
        let stands_alone = out
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric() && !"/=_&%.,-#".contains(before));
        if stands_alone && is_phone(&out, number) {
            out.extend(
                number
                    .chars()
                    .map(|character| if character.is_ascii_digit() { DIGIT } else { character }),
            );
        } else {
            out.push_str(number);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether digits and what separates them are a telephone number; `before` is the text in front.
fn is_phone(before: &str, number: &str) -> bool {
    let number = number.trim_end_matches(|character: char| !character.is_ascii_digit());
    let groups = number
        .split(|character: char| !character.is_ascii_digit())
        .filter(|group| !group.is_empty());
    let groups: Vec<&str> = groups.collect();
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let is_year = |group: &&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let short = groups.iter().filter(|group| group.len() <= 2).count();
    if groups.iter().any(is_year) && short >= 2 {
        return false;
    }
    // Ten characters in front are enough for any such word.
    let front: String = before
        .chars()
        .rev()
        .take(14)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let front = front.to_lowercase();
    let is_called = [
        "phone", "telefon", "tel.", "tel:", "tel ", "mobil", "fax", "handy", "call",
    ]
    .iter()
    .any(|word| front.contains(word));
    match number.chars().next() {
        _ if is_called => (6..=15).contains(&digits),
        Some('+') => (8..=15).contains(&digits),
        Some('0') if number.starts_with("00") => groups.len() >= 3 && (10..=15).contains(&digits),
        Some('0' | '(') => groups.len() >= 2 && (9..=13).contains(&digits),
        _ => matches!(lengths.as_slice(), [3, 3, 4] | [1, 3, 3, 4]),
    }
}

/// With a name replaced wherever it stands as a word of its own, in any case.
fn without_name(text: &str, name: &str) -> String {
    let (folded, wanted) = (text.to_lowercase(), name.to_lowercase());
    // Where a letter's two cases are of different length, the places do not agree: then it is found in its own case alone.
    let (searched, wanted) = if folded.len() == text.len() {
        (folded.as_str(), wanted.as_str())
    } else {
        (text, name)
    };
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (start, _) in searched.match_indices(wanted) {
        let end = start + wanted.len();
        let is_word = |character: Option<char>| character.is_none_or(|character| !character.is_alphanumeric());
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(end..).and_then(|after| after.chars().next());
        if let Some(between) = text.get(from..start).filter(|_| is_word(before) && is_word(after)) {
            out.push_str(between);
            out.push_str(NAME);
            from = end;
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(without_personal_data(text, &[]), expected);
        // What is clean stays as it is.
        assert_eq!(without_personal_data(expected, &[]), expected);
    }

    #[test]
    fn addresses_keep_the_number_of_the_posting_and_the_names_of_the_rest() {
        check(
            "https://a.example/viewjob?from=mail&jk=54f1&tk=secret",
            "https://a.example/viewjob?from=x&jk=54f1&tk=x",
        );
        check(
            "https://a.example/jobs?q=keeper&l=Kiel#top",
            "https://a.example/jobs?q=x&l=x",
        );
        check(
            "see https://a.example/show?id=17&uid=900&sid=a1.",
            "see https://a.example/show?id=17&uid=x&sid=x",
        );
        check(
            r#"{"url":"https:\/\/a.example\/j\/1?auth=abc","x":1}"#,
            r#"{"url":"https:\/\/a.example\/j\/1?auth=x","x":1}"#,
        );
        check("https://jane:secret@a.example/x?y=1", "https://a.example/x");
        check("https://a.example/#/job/17?token=abc", "https://a.example/#/job/17");
        check("http is a protocol, https too", "http is a protocol, https too");
    }

    #[test]
    fn e_mail_addresses_go() {
        check(
            "Write to Jane.Doe+jobs@mail.ovens.example.",
            "Write to someone@example.com.",
        );
        check(
            "mailto:jane@ovens.example?subject=Hi",
            "mailto:someone@example.com?subject=Hi",
        );
        check(
            "https://a.example/u/jane%40ovens.example/x",
            "https://a.example/u/someone@example.com/x",
        );
        check("@ovens, a@b, 5 @ 3.50", "@ovens, a@b, 5 @ 3.50");
    }

    #[test]
    fn telephone_numbers_go_and_other_numbers_stay() {
        check("Call +49 (30) 1234-5678 now", "Call +55 (55) 5555-5555 now");
        check("(415) 200-1234, 415.200.1234", "(555) 555-5555, 555.555.5555");
        check("030 / 12 34 56 78", "555 / 55 55 55 55");
        check(r#""telephone":"4412345","x":"#, r#""telephone":"5555555","x":"#);
        for other in [
            "60,000 – 80,000 EUR",
            "50 000 – 80 000 Kč",
            "1.500–3.500 USD",
            "2026-11-09",
            "09.11.2026 08:00",
            "05/11/2026 - 06/12/2026",
            "JR2019510-1",
            "https://a.example/jobs/view/4051241378",
            "f222ad5c-b7dd-43c4-9008-ee1a53174afa",
            "80-100%, 42 hours, 25-50K·14",
            r#"{"value":130000,"minValue":0.5}"#,
        ] {
            check(other, other);
        }
    }

    #[test]
    fn the_name_of_who_is_signed_in_goes_where_the_page_says_it() {
        let snapshot = PageSnapshot {
            buttons: vec!["Hi, Jane!".into(), "Apply".into()],
            links: vec![
                ("Jane Doe".into(), "https://a.example/profile/jane-doe?tab=1".into()),
                ("Saved Jobs".into(), "https://a.example/my/jobs".into()),
                ("Head Baker".into(), "https://a.example/jobs/1".into()),
            ],
            title: "Head Baker for Ivan Petrov".into(),
            text: "JANE DOE\nJanet bakes.\nSaved Jobs\nAsk Jane".into(),
            selection: "secret".into(),
            meta: vec![
                ("user-login".into(), "jd".into()),
                ("og:title".into(), "Head Baker".into()),
            ],
            ..PageSnapshot::default()
        };
        let report = report(
            &snapshot,
            &["Ivan Petrov"],
            &[
                ("title".into(), "Baker, asks Jane Doe".into()),
                ("pay".into(), String::new()),
            ],
        );
        for gone in [
            "Jane Doe",
            "JANE",
            "jane-doe",
            "Jane\"",
            "Ivan",
            "secret",
            "user-login",
            "jd",
        ] {
            assert!(!report.contains(gone), "{gone} in {report}");
        }
        for kept in [
            "Janet bakes.",
            "Saved Jobs",
            "Head Baker for Somebody",
            "Baker, asks Somebody",
            "og:title",
        ] {
            assert!(report.contains(kept), "{kept} in {report}");
        }
    }

    #[test]
    fn a_report_is_a_snapshot_that_reads_as_the_page_did() {
        let odd = "\u{0}\t\r\n\"\\\u{2028} é".to_owned();
        let snapshot = PageSnapshot {
            text: odd.clone(),
            buttons: vec![odd.clone(), String::new()],
            picked: [(odd.clone(), vec![odd])].into(),
            ..PageSnapshot::default()
        };
        let again: PageSnapshot = serde_json::from_str(&report(&snapshot, &[], &[])).unwrap();
        assert_eq!(again, snapshot);
        let json = r#"{"address":"https://a.example/jobs/4711-baker?gh_jid=5","jsonLd":["{\"@type\":\"JobPosting\"}"],
            "microdata":[[["title","Baker"]]],"rdfa":[[["title","B"]]],"meta":[["og:title","Baker"]],"headings":[{"level":1,"text":"Baker"}],
            "pairs":[["a","b"]],"named":[["a","b"]],"links":[["a","https://a.example/"]],"buttons":["Apply"],"logos":["L"],
            "times":[["a","b"]],"form":{"fields":3,"file":true},"text":"Baker\nBread","picked":{"title":["Baker"]},"cut":["text"],
            "kind":"text/html","canonical":"https://a.example/jobs/4711-baker","title":"Baker","language":"en"}"#;
        let snapshot: PageSnapshot = serde_json::from_str(json).unwrap();
        let again: PageSnapshot = serde_json::from_str(&report(&snapshot, &[], &[])).unwrap();
        assert_eq!(again, snapshot);
    }
}
