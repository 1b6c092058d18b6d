//! Pages that mean no good, or do not keep still.

use serde_json::json;

use crate::follow_ups::apply_long_ago;
use crate::scene::{HARBOUR_MILL, NORTHWIND, Scene};

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
    assert_eq!(scene.server.asked(), ["https://careers.bracket.example/jobs/1"]);
}

#[test]
fn a_page_that_changes_under_the_click_is_not_taken_for_the_one_before() {
    let scene = Scene::new();
    let second = "https://careers.harbour-mill.example/jobs/mill-hand";
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
        json!(second)
    );
    let tab = scene.open(HARBOUR_MILL);
    scene.browser.follow(vec![
        ("Page.enable", json!({})),
        ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": interfere })),
    ]);
    let popup = scene.click(&tab);
    assert!(
        scene.server.asked().iter().any(|address| address == second),
        "the page did change"
    );
    let why = popup.text("#page .slip [data-slot=why]");
    assert!(why.contains("changed while it was being read"), "{why}");
    assert_eq!(scene.kept("").len(), 0);
}

#[test]
fn what_is_due_can_be_done_while_a_page_does_not_come_to_rest() {
    let scene = Scene::new();
    apply_long_ago(&scene.click(&scene.open(HARBOUR_MILL)));
    scene.wait_for_badge("1");
    let tab = scene.open(NORTHWIND);
    // The browser waits for a page that loads for ever.
    let for_ever =
        "if (location.pathname === '/popup.html') chrome.scripting.executeScript = () => new Promise(() => {});";
    scene.browser.follow(vec![
        ("Page.enable", json!({})),
        ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": for_ever })),
    ]);
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
