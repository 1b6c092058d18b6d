//! A page as large as the probe brings them: a snapshot of one megabyte, and pages as large as they come, and larger.

use std::fmt::Write;

const SENTENCE: &str = "You will keep the lamps of eleven lighthouses burning, and write down what the sea has done. ";
const ADDRESS: &str = "https://careers.harbour-mill.example/jobs";

/// The snapshot, as JSON.
pub(crate) fn snapshot() -> String {
    let description = "<p>Duties &amp; days: </p>".to_owned() + &SENTENCE.repeat(600);
    let posting = format!(
        r#"{{"@context":"https://schema.org","@type":"JobPosting","title":"Lighthouse Keeper","url":"{ADDRESS}/1",
        "datePosted":"2026-11-02","validThrough":"2026-12-31","employmentType":"FULL_TIME",
        "hiringOrganization":{{"@type":"Organization","name":"Harbour Mill"}},
        "jobLocation":{{"@type":"Place","address":{{"@type":"PostalAddress","addressLocality":"Kiel","addressCountry":"DE"}}}},
        "description":"{description}"}}"#
    );
    let crumbs = (0..1_500).map(|number| {
        format!(r#"{{"@type":"ListItem","position":{number},"name":"Jobs by the sea, page {number}","item":"{ADDRESS}?page={number}"}}"#)
    });
    let list = format!(
        r#"{{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{}]}}"#,
        crumbs.collect::<Vec<_>>().join(",")
    );
    let others = (0..24).map(|number| {
        format!(
            r#"{{"@context":"https://schema.org","@type":"WebPage","name":"Page {number}","text":"{}"}}"#,
            SENTENCE.repeat(100)
        )
    });
    let json_ld: Vec<String> = [list].into_iter().chain(others).chain([posting]).collect();
    let text = format!(
        "Lighthouse Keeper\nLocation: Kiel\nSalary: 50,000 EUR a year\n{}",
        lines(1_200)
    );
    let pair = |name: &str, number: usize| [name.repeat(8), format!("{name} {number}: {SENTENCE}")];
    let microdata: Vec<Vec<[String; 2]>> = (0..20)
        .map(|item| (0..30).map(|number| pair("title", item * number)).collect())
        .collect();
    let links: Vec<[String; 2]> = (0..500)
        .map(|number| {
            [
                format!("Keeper in harbour {number}"),
                format!("{ADDRESS}/{number}?{}", "from=list&".repeat(12)),
            ]
        })
        .collect();
    let pairs: Vec<[String; 2]> = (0..150).map(|number| pair("Location", number)).collect();
    let named: Vec<[String; 2]> = (0..120).map(|number| pair("company location ", number)).collect();
    let headings: Vec<_> = (0..150)
        .map(|number| serde_json::json!({ "level": 2, "text": format!("What you do in month {number}") }))
        .collect();
    let snapshot = serde_json::json!({
        "address": format!("{ADDRESS}/1"),
        "title": "Lighthouse Keeper - Harbour Mill",
        "language": "en",
        "jsonLd": json_ld,
        "microdata": microdata,
        "meta": pairs.iter().take(120).collect::<Vec<_>>(),
        "headings": headings,
        "pairs": pairs,
        "named": named,
        "links": links,
        "text": text,
    });
    snapshot.to_string()
}

/// A script of half a megabyte with a state in it: the posting, and lists of others.
pub(crate) fn state() -> String {
    let others = (0..700).map(|number| {
        format!(
            r#"{{"id":"{number}00","title":"Keeper of lamp {number}","company":{{"id":7,"name":"Harbour Mill"}},"location":{{"city":"Kiel","country":"DE"}},
            "salary":{{"min":40000,"max":50000,"currency":"EUR","period":"year"}},"publishedAt":"2026-11-02T08:00:00Z","tags":["sea","night"],"teaser":"{SENTENCE}"}}"#
        )
    });
    let others = others.collect::<Vec<_>>().join(",");
    format!(r#"window.__INITIAL_STATE__ = {{"user":undefined,"jobs":[{others}]}};"#)
}

/// So many sections as make a page as large as real ones are: 4,500 elements, all shown, with 45,000 characters of text. Of 58 real
/// pages that were saved – postings, forms, lists of boards and of employers – the largest has 4,469 elements, most of them hidden, and
/// the longest text that is shown has 15,715 characters.
pub(crate) const SECTIONS: usize = 300;

/// So many make a page five times as large, with more text than the probe takes.
pub(crate) const SECTIONS_BEYOND: usize = 1_500;

/// A page of so many sections, each of 15 elements.
pub(crate) fn page(sections: usize) -> String {
    // With an address, as every page has one: without it, each link would fail to be read, which takes another time.
    let mut page = format!("<base href=\"{ADDRESS}\"><main><h1>Lighthouse Keeper</h1>");
    for number in 0..sections {
        let _ = write!(
            page,
            "<section class=job-title><h3>Keeper {number}</h3><dl><dt>Location</dt><dd>Kiel</dd></dl>\
            <p class=\"company location\"><a href=\"/jobs/{number}\">Harbour <b>Mill</b></a> <span>{SENTENCE}</span></p>\
            <ul><li><em>one</em><li><em>two</em><li>three</ul></section>"
        );
    }
    page + "</main>"
}

fn lines(count: usize) -> String {
    (0..count).map(|number| format!("{number}. {SENTENCE}\n")).collect()
}
