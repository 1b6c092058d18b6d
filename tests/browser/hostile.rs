//! Pages that mean no good, or do not keep still.

use serde_json::json;

use crate::follow_ups::apply_long_ago;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, HARBOUR_MILL_SECOND, NORTHWIND, Scene, TOWER_AND_TOLL};

/// F35, and F37: what was read can turn nothing beside it.
#[test]
fn markup_is_text_wherever_it_comes_from() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open("https://careers.bracket.example/jobs/1"));
    let title = popup.value("#page [name=title]");
    assert!(title.starts_with("Engineer"), "{}", popup.everything());
    let company = "<img src='https://tracker.example/pixel' onerror='document.title=1'>Bracket & Sons <b>Ltd</b>";
    popup.fill("#page [name=company]", company);
    popup.apply_today();
    assert_eq!(popup.text("#page .kept [data-slot=title]"), title);
    assert_eq!(popup.text("#page .kept [data-slot=company]"), company);
    assert_eq!(
        popup
            .session()
            .evaluate("document.querySelectorAll('img, main b').length"),
        0
    );
    assert_eq!(popup.session().evaluate("document.title"), "Your Move");
    let is_apart = "[...document.querySelectorAll('[data-slot]')].every((slot) => getComputedStyle(slot).unicodeBidi === 'isolate')";
    assert_eq!(
        popup.session().evaluate(is_apart),
        true,
        "what is filled in turns nothing beside it"
    );
    assert_eq!(scene.server.asked(), ["https://careers.bracket.example/jobs/1"]);
}

/// F42: text that nobody sees, and structured data, pose as other postings, as answers and as instructions.
#[test]
fn what_is_hidden_in_a_page_moves_nothing_and_stands_nowhere() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open("https://careers.lantern-quay.example/jobs/keeper"));
    assert_eq!(popup.value("#page [name=title]"), "Lamp Keeper");
    assert_eq!(popup.value("#page [name=company]"), "Lantern Quay");
    let hidden = "document.body.textContent + [...document.querySelectorAll('[name]')].map(field => field.value)";
    let is_clean = || !popup.session().evaluate(hidden).to_string().contains("hisper");
    assert!(is_clean(), "{}", popup.everything());
    assert_eq!(scene.kept("").len(), 0);
    popup.apply_today();
    assert!(is_clean(), "{}", popup.everything());
    let events = scene.events();
    let happened: Vec<&String> = events
        .iter()
        .flat_map(|event| event["what"].as_object())
        .flatten()
        .map(|(what, _)| what)
        .collect();
    assert_eq!(happened, ["captured", "applied"]);
    let all = scene.backstage.evaluate("chrome.storage.local.get()").to_string();
    assert!(all.contains("logbook") && !all.contains("hisper"), "{all}");
}

/// F37: half a character, NUL, what turns or shows nothing, and a pile of marks.
#[test]
fn odd_characters_are_taken_out_and_make_no_row_higher() {
    let scene = Scene::new();
    apply_long_ago(&scene.click(&scene.open(HARBOUR_MILL)));
    let popup = scene.click(&scene.open(TOWER_AND_TOLL));
    // Four marks are more than any written language needs.
    let [title, company] = ["Bell Founder", "Tower & Toll"].map(|text| format!("{text}{}", "\u{301}".repeat(4)));
    assert_eq!(popup.value("#page [name=title]"), title);
    assert_eq!(popup.value("#page [name=company]"), company);
    apply_long_ago(&popup);
    assert_eq!(popup.text("#page .kept [data-slot=title]"), title);
    assert_eq!(popup.text("#page .kept [data-slot=company]"), company);
    check_heights(&popup, "#moves [data-list=moves] > li");
    let page = scene.dashboard("");
    check_heights(&page, "[data-list=groups] [data-list=moves] > li");
    let page = scene.dashboard("#applications");
    page.wait_for(".application-row");
    check_heights(&page, ".application-row");
}

/// Checks that two rows are there, and one as high as the other.
#[track_caller]
fn check_heights(page: &Popup, rows: &str) {
    let heights = format!(
        "[...document.querySelectorAll({})].map(row => row.offsetHeight)",
        json!(rows)
    );
    let heights: Vec<u32> = serde_json::from_value(page.session().evaluate(&heights)).expect("heights");
    assert!(
        matches!(heights[..], [one, other] if one == other && one > 0),
        "{heights:?} in {rows}"
    );
}

/// F39.
#[test]
fn what_a_page_puts_in_the_place_of_the_languages_own_is_not_used() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    tab.page.evaluate(
        "JSON.parse = JSON.stringify = Array.prototype.join = Array.prototype.push = String.prototype.slice = () => 'Tampered';
        Object.defineProperty(Document.prototype, 'title', { get: () => 'Tampered' });
        Object.defineProperty(Node.prototype, 'nodeType', { get: () => 8 });
        Element.prototype.getAttribute = () => 'Tampered';
        undefined",
    );
    let popup = scene.click(&tab);
    assert_eq!(popup.value("#page [name=title]"), "Platform Engineer");
    assert_eq!(popup.value("#page [name=company]"), "Harbour Mill");
    assert!(!popup.everything().contains("Tampered"), "{}", popup.everything());
}

/// F41.
#[test]
fn a_page_that_changes_under_the_click_is_not_taken_for_the_one_before() {
    let scene = Scene::new();
    // Between the click and the reading, the tab goes to another page of the same site.
    let interfere = format!(
        "if (location.pathname === '/popup.html') {{
            const {{ executeScript }} = chrome.scripting;
            chrome.scripting.executeScript = async (injection) => {{
                await new Promise((arrived) => {{
                    chrome.tabs.onUpdated.addListener((_, {{ status }}) => status === 'complete' && arrived());
                    chrome.tabs.update(injection.target.tabId, {{ url: {} }});
                }});
                return executeScript.call(chrome.scripting, injection);
            }};
        }}",
        json!(HARBOUR_MILL_SECOND)
    );
    let tab = scene.open(HARBOUR_MILL);
    scene.browser.begin_with(&interfere);
    let popup = scene.click(&tab);
    assert!(
        scene
            .server
            .asked()
            .iter()
            .any(|address| address == HARBOUR_MILL_SECOND),
        "the page did change"
    );
    let why = popup.text("#page .slip [data-slot=why]");
    assert!(why.contains("changed while it was being read"), "{why}");
    assert_eq!(scene.kept("").len(), 0);
}

/// F40: a page that never comes to rest.
#[test]
fn what_is_due_can_be_done_while_a_page_does_not_come_to_rest() {
    let scene = Scene::new();
    apply_long_ago(&scene.click(&scene.open(HARBOUR_MILL)));
    scene.wait_for_badge("1");
    let tab = scene.open(NORTHWIND);
    // The browser waits for a page that loads for ever.
    let for_ever =
        "if (location.pathname === '/popup.html') chrome.scripting.executeScript = () => new Promise(() => {});";
    scene.browser.begin_with(for_ever);
    let popup = scene.click_unread(&tab);
    popup.press("#moves [data-action=sent]");
    scene.wait_for_badge("");
    popup.press(".dock [data-action=undo]");
    scene.wait_for_badge("1");
    // It is said, and the posting can be written down.
    popup.wait_for("#page .slip");
    let why = popup.text("#page .slip [data-slot=why]");
    assert_eq!(why, "This page is still loading.");
    popup.press("#page [data-action=manual]");
    popup.wait_for("#page .capture");
}
