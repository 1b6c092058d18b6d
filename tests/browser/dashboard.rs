//! The dashboard: its frame, and what is due today, by mouse and by keyboard.

use serde_json::{Value, json};

use crate::days::business_days_before;
use crate::driver::{Key, Launch, until};
use crate::ledger::{Size, keep_search};
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene, WELCOME};

/// A browser in which a search for work is kept, and its dashboard.
struct Board {
    scene: Scene,
    page: Popup,
}

impl Board {
    /// On a screen, of so many applications, of which so many are open, and something is due on so many of them.
    #[track_caller]
    fn at(hash: &str, applications: usize, open: usize, due: usize) -> Self {
        let scene = Scene::new();
        let size = Size {
            applications,
            open,
            due,
        };
        keep_search(&scene, size, |world| world);
        let page = scene.dashboard(hash);
        Self { scene, page }
    }

    #[track_caller]
    fn evaluate(&self, expression: &str) -> Value {
        self.page.session().evaluate(expression)
    }

    /// Types, and waits until what that asked for is done.
    #[track_caller]
    fn keys(&self, keys: &str) {
        self.page.session().type_text(keys);
        self.page.settle();
    }

    /// Waits until a screen is shown, and the address, the title and the navigation say so.
    #[track_caller]
    fn wait_for_screen(&self, hash: &str, title: &str, entry: &str) {
        self.page.session().wait_for(
            &format!("the screen {hash}"),
            &format!(
                "location.hash === {} && document.title === {} && \
                 document.querySelector('nav [aria-current=page]')?.hash === {}",
                json!(format!("#{hash}")),
                json!(title),
                json!(format!("#{entry}")),
            ),
        );
        self.page.settle();
    }

    /// What is due, as it can be read.
    #[track_caller]
    fn due(&self) -> Vec<String> {
        self.page.texts(":not([data-ahead]) > .move h3")
    }
}

#[test]
fn the_frame_is_there_and_each_screen_has_an_address() {
    let board = Board::at("", 12, 8, 3);
    assert_eq!(board.page.text(".screen h1"), "Today");
    assert_eq!(board.page.text("nav a[aria-current] .count"), "3");
    for (screen, title) in [
        ("applications", "Applications – Your Move"),
        ("people", "People – Your Move"),
        ("insights", "Insights – Your Move"),
        ("settings", "Settings – Your Move"),
        ("today", "Today – Your Move"),
    ] {
        board.page.press(&format!("nav a[href='#{screen}']"));
        board.wait_for_screen(screen, title, screen);
        // Who listens hears where they are.
        assert_eq!(board.evaluate("document.activeElement.tagName"), "H1", "{screen}");
    }
    board.evaluate("history.back()");
    board.wait_for_screen("settings", "Settings – Your Move", "settings");
    board.evaluate("history.forward()");
    board.wait_for_screen("today", "Today – Your Move", "today");
    for landmark in ["header nav[aria-label]", "main", "form[role=search]"] {
        assert!(board.page.shows(landmark), "{landmark}");
    }
    board
        .page
        .press("[data-list=groups] > :first-child [data-list=moves] > li:first-child h3 button");
    board.page.wait_for("main .kept");
    let hash = board.evaluate("location.hash");
    let reopened = board.scene.dashboard(hash.as_str().unwrap_or_default());
    assert_eq!(
        reopened.text(".kept [data-slot=title]"),
        board.page.text(".kept [data-slot=title]")
    );
}

#[test]
fn who_has_just_installed_it_is_welcomed_once() {
    let scene = Scene::welcomed(Launch {
        lasting: true,
        ..Launch::default()
    });
    let welcome = scene.extension.address(WELCOME);
    let target = scene.browser.wait_for_target("page", &welcome, &[]);
    let page = Popup::new(scene.browser.attach(&target));
    assert_eq!(page.texts(".pictures h2").len(), 3);
    page.press("a[href='#today'].button");
    page.wait_for(".first-run");
    scene.click(&scene.open(HARBOUR_MILL)).apply_today();
    let scene = scene.restarted();
    scene.extension.settle(&scene.browser);
    assert_eq!(scene.browser.targets("page", &welcome), [""; 0]);
}

#[test]
fn a_sample_is_looked_at_and_leaves_no_trace() {
    let board = Board::at("", 12, 8, 3);
    let kept = board.scene.kept("");
    let page = board.scene.dashboard("?sample");
    assert_eq!(page.text("nav .number"), "10");
    page.press("[data-list=groups] > :first-child [data-list=moves] > li:first-child [data-action=skip]");
    assert!(page.shows(".notice"));
    board.scene.wait_for_badge("3");
    let samples = |keys: &Value| {
        let keys: Vec<&str> = keys
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        keys.iter().filter(|key| key.starts_with("sample/")).count()
    };
    let keys = "chrome.storage.local.get().then(Object.keys)";
    assert!(samples(&board.scene.backstage.evaluate(keys)) > 0);
    page.press(".sample [data-action=remove_sample]");
    page.session().wait_for(
        "the user's own",
        "location.search === '' && document.body.hasAttribute('data-ready')",
    );
    assert_eq!(page.text("nav .number"), "12");
    assert_eq!(samples(&board.scene.backstage.evaluate(keys)), 0);
    assert_eq!(board.scene.kept(""), kept);
}

#[test]
fn what_is_not_found_at_the_top_is_looked_for_in_all_that_is_kept() {
    let scene = Scene::new();
    let page = scene.dashboard("?sample");
    page.fill(".bar [name=search]", "mara lindqvist");
    page.wait_for("#found [data-slot=everywhere]");
    page.press("#found [data-slot=everywhere]");
    page.wait_for(".application-row[data-found=yes]");
    assert_eq!(page.texts(".application-row [data-slot=company]"), ["Lumen Works"]);
    assert_eq!(page.value(".filters [name=words]"), "mara lindqvist");
}

#[test]
fn a_sample_is_removed_from_the_settings() {
    let scene = Scene::new();
    let page = scene.dashboard("#settings");
    assert!(!page.shows(".settings-screen [data-action=remove_sample]"));
    page.press(".settings-screen a[href$='?sample']");
    page.wait_for(".sample");
    page.settle();
    let page = scene.dashboard("#settings");
    page.wait_for(".settings-screen [data-action=remove_sample]");
    page.press(".settings-screen [data-action=remove_sample]");
    page.wait_for(".notice");
    assert!(!page.shows(".settings-screen [data-action=remove_sample]"));
    let keys = scene.backstage.evaluate("chrome.storage.local.get().then(Object.keys)");
    assert!(!keys.to_string().contains("sample/"), "{keys}");
}

#[test]
fn a_sample_beside_an_empty_ledger_leaves_it_empty() {
    let scene = Scene::new();
    let page = scene.dashboard("?sample");
    assert_eq!(page.text("nav .number"), "10");
    // The popup looks at the user's own ledger.
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    scene.close(popup);
    let page = scene.dashboard("?sample");
    page.press(".sample [data-action=remove_sample]");
    page.session().wait_for(
        "the user's own",
        "location.search === '' && document.body.hasAttribute('data-ready')",
    );
    assert_eq!(
        scene.backstage.evaluate("chrome.storage.local.get().then(Object.keys)"),
        json!([])
    );
}

#[test]
fn the_popup_leads_to_it() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.leave_by("footer a.everything");
    let address = scene.extension.address("dashboard.html");
    let target = scene.browser.wait_for_target("page", &address, &[]);
    let page = Popup::new(scene.browser.attach(&target));
    assert_eq!(page.text(".screen h1"), "Today");
    assert!(page.shows(".first-run"));
    // It does not stay open above what it led to.
    let left = scene.extension.address("popup.html");
    until("the popup to close", || match scene.browser.targets("page", &left) {
        open if open.is_empty() => Ok(()),
        open => Err(format!("{open:?}")),
    });
}

#[test]
fn several_are_put_off_at_once_and_one_undo_takes_that_back() {
    let board = Board::at("", 12, 8, 3);
    let due = board.due();
    assert_eq!(due.len(), 3);
    board.page.select_two();
    assert_eq!(board.page.text(".selection .what"), "2 selected");
    board.page.press(".selection [data-opens=later]");
    board.page.press(".selection [data-list=days] > :first-child");
    assert_eq!(board.page.text(".notice .what"), "2 are put off.");
    board.scene.wait_for_badge("1");
    assert_eq!(board.due().len(), 1);
    assert!(!board.page.shows(".selection"));
    board.page.press(".notice [data-action=undo]");
    board.scene.wait_for_badge("3");
    assert_eq!(board.due(), due);
    board.page.press(".notice [data-action=dismiss]");
    assert!(!board.page.shows(".notice"));
}

#[test]
fn a_row_is_drafted_and_done_where_it_stands() {
    let board = Board::at("", 12, 8, 3);
    let first = "[data-list=groups] > :first-child [data-list=moves] > li:first-child";
    board.page.press(&format!("{first} [data-action=write]"));
    board.page.wait_for(".letter");
    board.page.press(&format!("{first} [data-action=sent]"));
    board.scene.wait_for_badge("2");
    assert_eq!(board.due().len(), 2);
    assert!(!board.page.shows(".letter"));
}

#[test]
fn all_of_it_goes_without_a_mouse() {
    let board = Board::at("", 12, 8, 3);
    let focused = |expression: &str| board.evaluate(&format!("document.activeElement.{expression}"));
    board.page.session().press(Key::Tab);
    assert_eq!(focused("className"), "skip");
    board.page.session().press(Key::Enter);
    board.page.settle();
    assert_eq!(focused("id"), "content");

    board.keys("j");
    board.keys("x");
    board.keys("jx");
    assert_eq!(board.page.text(".selection .what"), "2 selected");
    board.keys("kd");
    board.scene.wait_for_badge("2");
    assert_ne!(focused("localName"), "body", "the row is gone, and the focus is near");
    assert_eq!(board.page.text(".selection .what"), "One selected");
    for closed in [".selection", ".notice"] {
        assert!(board.page.shows(closed));
        board.page.session().press(Key::Escape);
        board.page.settle();
        assert!(!board.page.shows(closed));
    }

    board.keys("?");
    board.page.wait_for("dialog[open]");
    board.keys("ga");
    assert_eq!(
        board.evaluate("location.hash"),
        "#content",
        "nothing else means anything then"
    );
    board.page.press("[data-single-keys]");
    board.page.session().press(Key::Escape);
    board.page.wait_until_gone("dialog");
    board.keys("ga");
    assert_eq!(board.evaluate("location.hash"), "#content", "they are switched off");
    board.page.press("[data-dialog=shortcuts]");
    board.page.press("[data-single-keys]");
    board.page.session().press(Key::Escape);
    board.page.wait_until_gone("dialog");

    board.keys("ga");
    board.wait_for_screen("applications", "Applications – Your Move", "applications");
    // The keys lead into the list and on in it, and what leads nowhere is forgotten.
    board.page.wait_for(".application-row");
    board.keys("j");
    assert_eq!(focused("ariaRowIndex"), "2");
    board.keys("jjk");
    board.page.settle();
    assert_eq!(focused("ariaRowIndex"), "3");
    board.keys("z");
    board.keys("gi");
    board.wait_for_screen("insights", "Insights – Your Move", "insights");
    board.keys("/");
    board.keys("gt");
    assert_eq!(board.page.value("[name=search]"), "gt", "what is typed is text");
    board.page.session().press(Key::SelectAll);
    board.page.session().press(Key::Delete);
    board.page.settle();
    board.evaluate("document.activeElement.blur()");
    board.keys("n");
    board.wait_for_screen("new", "New application – Your Move", "applications");
    board.keys("Lighthouse Keeper");
    board.page.session().press(Key::Enter);
    board.page.wait_for("main .kept");
    assert_eq!(board.page.text(".kept [data-slot=title]"), "Lighthouse Keeper");
}

#[test]
fn what_a_key_left_out_another_brings_back() {
    let board = Board::at("", 12, 8, 3);
    let due = board.due();
    board.keys("js");
    board.page.wait_for(".notice [data-action=undo]");
    assert_ne!(board.due(), due, "another thing is to be done in its place");
    board.keys("z");
    until("what was left out to be back", || match board.due() {
        back if back == due => Ok(()),
        other => Err(format!("{other:?}")),
    });
}

#[test]
fn what_the_popup_keeps_is_seen_at_once() {
    let board = Board::at("#applications", 3, 2, 0);
    let rows = board.page.texts(".application-row").len();
    let popup = board.scene.click(&board.scene.open(HARBOUR_MILL));
    popup.apply_on(business_days_before(12, popup.today()));
    board.scene.wait_for_badge("1");
    let session = board.page.session();
    session.wait_for(
        "the new application",
        &format!("document.querySelectorAll('.application-row').length === {}", rows + 1),
    );
    session.wait_for("what is due", "document.querySelector('nav .count').innerText === '1'");
}
