//! What the probe brings from pages that are too large or made of odd elements. It runs in a world of its own, as the
//! browser would inject it.

use serde_json::{Value, json};

use crate::driver::{Browser, Launch};
use crate::profile::Profile;
use crate::saved::PROBE;
use crate::scene::{NORTHWIND, turn};
use crate::server::{NOTHING_ELSE, Server};

/// Each page is built by a script on an empty one, and `seen` is said of its snapshot `s`.
#[track_caller]
fn check(cases: &[(&str, &str, Value)]) {
    let _turn = turn();
    let server = Server::start();
    let profile = Profile::new();
    let launch = Launch {
        arguments: &[NOTHING_ELSE.to_owned()],
        ..Launch::default()
    };
    let browser = Browser::start(&profile.path(), launch);
    server.stand_in(&browser);
    for (build, seen, expected) in cases {
        let tab = browser.open(NORTHWIND);
        // What is built is taken away at once: it is never laid out.
        let script = format!(
            "{PROBE}
            document.body.replaceChildren();
            {build};
            const s = probe({{}});
            document.body.replaceChildren();
            {seen}"
        );
        assert_eq!(tab.page.evaluate_beside(&script), *expected, "{build}");
        browser.end(tab.page.target());
    }
}

#[test]
fn addresses_come_whole_or_not_at_all() {
    let link = |length: usize| format!("<a href=https://a.example/{}>A</a>", "x".repeat(length));
    let links = format!("document.body.innerHTML = '{}{}'", link(16_000), link(17_000));
    check(&[
        (
            "history.replaceState(null, '', `?${'x'.repeat(16_000)}`)",
            "s.address === location.href && s.address.length > 16_000",
            json!(true),
        ),
        (
            "history.replaceState(null, '', `?${'x'.repeat(17_000)}`)",
            "s.address",
            json!(""),
        ),
        (
            &links,
            "s.links.map(([text, address]) => [text, address.length])",
            json!([["A", 16_018]]),
        ),
    ]);
}

#[test]
fn a_page_without_end_is_left_when_enough_is_read() {
    // Texts that are one text to the browser, and more than it can join.
    let flood = "const flood = (element) => {
        const text = 'ab '.repeat(10_000);
        for (let index = 0; index < 20_000; index += 1) element.append(text);
    };";
    let flooded = |page: &str, element: &str| {
        format!("document.body.innerHTML = '{page}'; {flood} flood(document.querySelector('{element}'))")
    };
    check(&[
        (
            &flooded("<h1>Baker</h1><p></p><h2>Late</h2>", "p"),
            "[s.headings.map(({ text }) => text), s.text.length <= 120_000, s.cut]",
            json!([["Baker"], true, ["text"]]),
        ),
        (
            &flooded("<a href=/1 class=title><b></b></a>", "b"),
            "s.links.map(([text]) => text.length)",
            json!([160]),
        ),
        (
            &flooded("<table><tr><th>Place<td>", "td"),
            "s.pairs.map(([name, value]) => [name, value.length])",
            json!([["Place", 400]]),
        ),
        (
            &flooded(
                "<div itemscope itemtype=JobPosting><p itemprop=title hidden></p></div>",
                "p",
            ),
            "[s.microdata[0][0][1].length, s.cut]",
            json!([29_999, []]),
        ),
        (
            "document.body.innerHTML = '<i></i>'.repeat(200_000) + '<h1>Late</h1>'",
            "[s.headings, s.cut]",
            json!([[], ["text"]]),
        ),
        (
            "document.body.innerHTML = `<p>${'a    '.repeat(30_000)}</p>`",
            "s.cut",
            json!(["text"]),
        ),
    ]);
}

/// F30.
#[test]
fn structured_data_without_end_is_cut_in_the_page() {
    let script = |times: usize| {
        format!(
            "const script = document.createElement('script');
            script.type = 'application/ld+json';
            script.textContent = '{{\"@type\":\"JobPosting\",\"title\":\"Baker\"}},'.repeat({times});
            document.body.append(script)"
        )
    };
    let taken = "[s.jsonLd.reduce((length, text) => length + text.length, 0), s.cut]";
    check(&[
        // Fifty megabytes in one script, …
        (&script(1_300_000), taken, json!([500_000, ["jsonLd"]])),
        // … and in many.
        (
            &format!("for (let index = 0; index < 39; index += 1) {{ {} }}", script(33_000)),
            taken,
            json!([500_000, ["jsonLd"]]),
        ),
    ]);
}

#[test]
fn what_is_read_again_and_again_is_so_within_bounds() {
    // Far above what is needed, far below what an explosion takes.
    check(&[(
        "const start = performance.now();
        document.body.innerHTML = '<div itemscope itemtype=JobPosting><b itemprop=title>Baker</b></div>'
            + '<div itemscope itemtype=JobPosting itemprop=a>'.repeat(20) + '<div itemprop=title>'.repeat(20) + '<i></i>'.repeat(50_000)",
        "[s.microdata[0], performance.now() - start < 10_000]",
        json!([[["title", "Baker"]], true]),
    )]);
}

/// F40: elements that take the names of what is asked of others.
#[test]
fn odd_elements_hide_nothing() {
    let title = "s.headings.map(({ text }) => text)";
    check(&[
        (
            "const row = document.createElementNS('http://jobs.example/', 'tr');
            row.append('Baker');
            document.body.innerHTML = '<h1></h1>';
            document.querySelector('h1').append(row)",
            title,
            json!(["Baker"]),
        ),
        (
            "document.body.innerHTML = '<img name=nodeType><form><input name=nodeType><h1>Baker</h1></form><h2>Ovens</h2>'",
            title,
            json!(["Baker", "Ovens"]),
        ),
        (
            "document.body.innerHTML = '<h1><form><input name=nodeType>Baker</form></h1>'",
            title,
            json!(["Baker"]),
        ),
        (
            "document.body.innerHTML =
                '<div itemscope itemtype=JobPosting><form><input name=children><b itemprop=title>Baker</b></form></div>'",
            "s.microdata",
            json!([[["title", "Baker"]]]),
        ),
        (
            "document.body.innerHTML =
                '<div itemscope itemtype=JobPosting><p itemprop=title><b hidden>Baker</b></p></div>'",
            "s.microdata",
            json!([[["title", "Baker"]]]),
        ),
    ]);
}

/// F30: scripts of fifty megabytes.
#[test]
fn scripts_come_as_far_as_they_may_hold_a_state() {
    let script = |kind: &str, text: &str| {
        format!(
            "(() => {{
                const script = document.createElement('script');
                script.type = '{kind}';
                script.append({text});
                document.body.append(script);
            }})();"
        )
    };
    let lengths = "[s.state.map((text) => text.length), s.cut]";
    let begun = |seen: &str| format!("[{seen}, performance.now() - start < 5_000]");
    check(&[
        (
            &[
                script("application/json", r#"'{"a":1}'"#),
                script("text/javascript", "'a = 1'"),
                script("text/javascript", r#"'a = {jobTitle: "Baker"}'"#),
                script("text/javascript", r#"'a = JSON.parse("{\\"title\\":\\"Baker\\"}")'"#),
                script("text/javascript", r#"'self.__next_f.push([1, "2:"])'"#),
                script("text/template", "'title: 1'"),
                script("application/ld+json", r#"'{"title":1}'"#),
            ]
            .concat(),
            "s.state",
            json!([
                r#"{"a":1}"#,
                r#"a = {jobTitle: "Baker"}"#,
                r#"a = JSON.parse("{\"title\":\"Baker\"}")"#,
                r#"self.__next_f.push([1, "2:"])"#,
            ]),
        ),
        (
            &format!(
                "globalThis.start = performance.now(); {}",
                script("application/json", r#"'{"title":"' + 'x'.repeat(50_000_000)"#)
            ),
            &begun(lengths),
            json!([[[500_000], ["state"]], true]),
        ),
        (
            &format!(
                "globalThis.start = performance.now(); {}",
                script("text/javascript", r#"'title: 1;' + 'x = "itle'.repeat(5_000_000)"#)
            ),
            &begun(lengths),
            json!([[[500_000], ["state"]], true]),
        ),
        (
            &[
                script("application/ld+json", "'[' + '1,'.repeat(25_000_000)"),
                script("application/json", "'[1]'"),
            ]
            .concat(),
            "[s.jsonLd.reduce((sum, text) => sum + text.length, 0), s.state, s.cut]",
            json!([500_000, ["[1]"], ["jsonLd"]]),
        ),
    ]);
}

#[test]
fn frames_are_told_by_their_addresses() {
    check(&[(
        "document.body.innerHTML = '<iframe src=https://a.example/1></iframe><iframe hidden src=https://a.example/2></iframe>'
            + '<div style=display:none><iframe src=https://a.example/3></iframe></div><iframe></iframe>'",
        "s.frames",
        json!(["https://a.example/1", ""]),
    )]);
}

/// F40: a closed one is not opened, and what is beside it is read.
#[test]
fn open_shadow_roots_are_read_like_the_page() {
    check(&[(
        "const [outer, inner] = ['article', 'section'].map((name) => document.createElement(name));
        outer.attachShadow({ mode: 'open' }).append(inner);
        inner.attachShadow({ mode: 'open' }).innerHTML = `<h1 class=t>Baker</h1><table><tr><th>Place<td>Pisa</table>
            <script type=application/ld+json>{}</script><input type=file>`;
        const closed = document.createElement('aside');
        closed.attachShadow({ mode: 'closed' }).innerHTML = '<h1>Miller</h1>';
        document.body.append(closed, outer);
        globalThis.picked = probe({ title: '.t' }).picked",
        "[s.headings.map(({ text }) => text), s.pairs, s.jsonLd.at(-1), s.form.file, picked]",
        json!([["Baker"], [["Place", "Pisa"]], "{}", true, { "title": ["Baker"] }]),
    )]);
}
