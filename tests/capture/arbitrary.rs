//! No page, however odd, stops the reader.

use proptest::collection::vec;
use proptest::prelude::*;
use your_move::capture::{
    Form, Heading, Item, PageSnapshot, Selection, canonical_address, is_submitted, parse_pay, posting_key, read,
    read_without_boards, report, selectors, stage,
};
use your_move::domain::SafeLink;

use super::bounds;

/// Words that lead deep into the readers, between arbitrary ones.
fn text() -> impl Strategy<Value = String> {
    let telling = prop::sample::select(vec![
        "Location",
        "Salary: ",
        "Posted on 3/11/2010",
        "€80k – 95k",
        " at ",
        " | ",
        " - ",
        "hiring",
        "Apply",
        "jobs in",
        "©",
        "100%",
        "2026-99-99",
        "\u{200d}",
        "İstanbul",
        "ß",
        "数据",
        "99999999999999999999",
        "About ",
        "(m/w/d)",
        "Remote, ",
        "\n",
    ]);
    vec(
        prop_oneof![telling.prop_map(str::to_owned), "\\PC{0,12}", ".{0,6}"],
        0..8,
    )
    .prop_map(|parts| parts.concat())
}

fn script() -> impl Strategy<Value = String> {
    let structure = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "\\",
        "//",
        "/*",
        "*/",
        "<![CDATA[",
        "]]>",
        "\"@type\":\"JobPosting\"",
        "\"title\":\"A\"",
        "\"baseSalary\":",
        "1e999",
        "null",
        "\"jobLocation\":[",
        "\"@graph\":[",
        "\n",
    ]);
    prop_oneof![
        vec(structure, 0..30).prop_map(|parts| parts.concat()),
        text(),
        text().prop_map(|text| serde_json::json!({"@type": "JobPosting", "title": text, "baseSalary": text, "datePosted": text, "jobLocation": text, "description": text}).to_string()),
    ]
}

/// What scripts with a state in them are made of, in any order.
fn state() -> impl Strategy<Value = String> {
    let structure = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "'",
        "\"",
        "`",
        ":",
        ",",
        ";",
        "=",
        "|",
        "\\",
        "\\u",
        "\\ud83d",
        "\\x",
        "/*",
        "//",
        "!",
        "-",
        "new Date(",
        "void ",
        "undefined",
        "JSON.parse(\"",
        "function(a,b){return {a:a,",
        "}(",
        "self.__next_f.push([1,\"2:",
        "[[\"Reactive\",1],",
        "{\"_1\":2},",
        "job:{id:4711,title:'Baker',",
        "companyName:",
        "location:",
        "salary:{min:",
        "publishedAt:1e12",
        "\u{feff}",
        "é",
    ]);
    prop_oneof![
        vec(structure, 0..40).prop_map(|parts| parts.concat()),
        (text(), any::<i64>(), any::<f64>()).prop_map(|(text, whole, number)| {
            let odd = serde_json::json!([text, whole, number, null, {"name": text, "label": [text]}, {"min": number, "max": text}]);
            let job = serde_json::json!({"id": 4711, "title": text, "company": odd, "location": odd, "salary": {"min": number, "max": text},
                "publishedAt": whole, "employmentType": odd, "description": text, "remote": true, "url": text});
            serde_json::json!({ "job": job }).to_string()
        }),
        text(),
    ]
}

fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    vec((text(), text()), 0..6)
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        text(),
        "https://[a-z]{1,8}\\.(greenhouse\\.io|lever\\.co|example|de)/[a-z0-9/?&=#%-]{0,40}",
        "https://a\\.example/(jobs|view|careers)/[0-9a-z-]{0,8}(/apply)?\\?(&(ref|cid|jobId|gh_jid|job|utm_id|q)=[a-z0-9]{0,6}){1,4}",
        "https://a\\.example/jobs/[a-z]{3,8}-4711",
        "https://(nl\\.linkedin\\.com|de\\.indeed\\.com|www\\.seek\\.co\\.nz|news\\.ycombinator\\.com)/(jobs|item|job|viewjob)(/view|/17)?(/a-17)?\\?(currentJobId|vjk|jk|jobId|id)=[a-f0-9]{0,6}",
        "https://(a\\.wd5\\.myworkdayjobs\\.com|jobs\\.ashbyhq\\.com|apply\\.workable\\.com)(/[a-zA-Z]{1,3}){0,2}/(job|j|details)(/[a-z_0-9-]{1,9}){1,3}(/apply)?",
        "[a-z]{1,5}:\\PC{0,20}",
    ]
}

prop_compose! {
    fn snapshot()(
        (day, address, canonical, title, language) in ("2026-11-28|-?[0-9]{1,6}-[0-9]{2}-[0-9]{2}|", address(), address(), text(), "\\PC{0,8}"),
        json_ld in vec(script(), 0..3),
        (state, frames) in (vec(state(), 0..3), vec(address(), 0..2)),
        (microdata, rdfa) in (vec(pairs().prop_map(Item), 0..3), vec(pairs().prop_map(Item), 0..2)),
        (meta, pairs, named, times) in (pairs(), pairs(), pairs(), pairs()),
        headings in vec((any::<u8>(), text()).prop_map(|(level, text)| Heading { level, text }), 0..6),
        links in vec((text(), address()), 0..8),
        (buttons, logos, cut) in (vec(text(), 0..4), vec(text(), 0..3), vec(text(), 0..3)),
        (fields, file) in (any::<u16>(), any::<bool>()),
        text in vec(text(), 0..12).prop_map(|lines| lines.join("\n")),
        picked in prop::collection::btree_map("title|panel|place|pay|company|posted|reference|employment|description|\\PC{0,5}", vec(text(), 0..3), 0..4),
    ) -> PageSnapshot {
        PageSnapshot {
            day, address,
            kind: String::from("text/html"), canonical, title, language, json_ld, state, microdata, rdfa, meta, headings, pairs, named, links, buttons, logos, times, frames,
            form: Form { fields, file }, selection: text.clone(), text, picked, inner: Vec::new(), cut,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_page_reads(snapshot in snapshot()) {
        bounds::check(&read(&snapshot).0);
        bounds::check(&read_without_boards(&snapshot).0);
        // Whatever is selected, reading it for any field ends.
        if let Some(selection) = Selection::of(&snapshot) {
            let _ = (selection.line(), selection.places(), selection.pay(), selection.posted(), selection.workplace());
            prop_assert!(selection.email().is_none_or(|email| email.as_str().contains('@')));
        }
    }

    #[test]
    fn every_report_reads_as_a_page_and_keeps_nothing_of_the_user(snapshot in snapshot(), name in "[A-Z][a-zé]{2,8} [A-Z][a-z]{2,8}") {
        let snapshot = PageSnapshot {
            title: format!("{} {name}", snapshot.title),
            text: format!("{}\n{name} jane.doe@mail.example +49 30 1234567 https://a.example/?token=abcdef", snapshot.text),
            ..snapshot
        };
        let report = report(&snapshot, &[&name], &[]);
        for gone in [name.as_str(), "jane.doe", "1234567", "abcdef"] {
            prop_assert!(!report.contains(gone), "{} in {}", gone, report);
        }
        let again: PageSnapshot = serde_json::from_str(&report).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let (_, _) = read(&again);
        prop_assert_eq!(again.links.len(), snapshot.links.len());
        prop_assert_eq!(again.headings.len(), snapshot.headings.len());
    }

    #[test]
    fn every_json_reads_as_a_snapshot(text in "\\PC{0,40}", number in any::<f64>()) {
        let odd = serde_json::json!([text, number, null, {"a": [text]}, [[text, number]]]);
        for name in ["address", "jsonLd", "microdata", "meta", "headings", "links", "form", "picked", "times"] {
            for value in odd.as_array().into_iter().flatten() {
                let snapshot = serde_json::json!({name: value, "title": "kept"}).to_string();
                let read: Result<PageSnapshot, _> = serde_json::from_str(&snapshot);
                prop_assert_eq!(read.map(|snapshot| snapshot.title).ok(), Some("kept".to_owned()));
            }
        }
    }

    #[test]
    fn every_text_may_be_pay(text in text()) {
        if let Some(pay) = parse_pay(&text, None) {
            prop_assert!(pay.min.is_some() || pay.max.is_some());
            prop_assert!(pay.min.zip(pay.max).is_none_or(|(min, max)| min <= max));
        }
    }

    #[test]
    fn a_canonical_address_stays_as_it_is(raw in address()) {
        if let Some(link) = SafeLink::new(&raw) {
            let canonical = canonical_address(&link);
            selectors(&canonical);
            prop_assert_eq!(&canonical_address(&canonical), &canonical);
            let key = posting_key(&canonical);
            prop_assert_eq!(posting_key(&key), key);
            is_submitted(&link, &raw);
            stage(&link);
        }
    }
}
