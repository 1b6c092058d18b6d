//! Where the core does not run, or the browser keeps nothing more, nothing of what there is gets lost.

use std::fs;
use std::path::Path;

use serde_json::Value;
use your_move::archive::read_backup;

use crate::driver::{Session, until};
use crate::files::{change, flip_middle, remove};
use crate::follow_ups::apply_long_ago;
use crate::scene::{HARBOUR_MILL, Scene};

/// What the core reads next is longer than its memory can be: it stops there, and the page hears why.
const TRAP: &str = "{
    const hear = ({ error, reason }) => { globalThis.isTrapped = (error ?? reason) instanceof WebAssembly.RuntimeError; };
    addEventListener('error', hear);
    addEventListener('unhandledrejection', hear);
    TextEncoder.prototype.encode = () => ({ length: 2 ** 31 });
}";

/// The browser has no room left.
const FULL: &str = "globalThis.keep = chrome.storage.local.set;
    chrome.storage.local.set = () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded')); undefined";

/// Waits until a page says that its core does not work, and checks that what is kept can be saved from it into a folder.
#[track_caller]
fn check_rescue(scene: &Scene, page: &Session, folder: &Path) {
    page.wait_for(
        "what stands in for the core",
        "document.querySelector('#rescue')?.checkVisibility()",
    );
    let said = page.evaluate("document.querySelector('#rescue').innerText");
    let said = said.as_str().unwrap_or_default();
    assert!(said.starts_with("Your Move does not work as it should"), "{said}");
    let kept = scene.backstage.evaluate("chrome.storage.local.get()");
    let file = folder.join("your-move-raw.json");
    page.evaluate("document.querySelector('#rescue [data-export]').click()");
    until("the copy to be saved", || {
        let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
        match serde_json::from_str::<Value>(&text) {
            Ok(saved) if saved == kept => Ok(()),
            _ => Err(text),
        }
    });
    remove(&file);
}

/// F18: the core traps in the middle of a command.
#[test]
fn a_core_that_has_stopped_leaves_a_copy_to_be_saved() {
    let scene = Scene::new();
    let folder = scene.downloads();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    apply_long_ago(&popup);
    let kept = scene.kept("");
    let check = |page: &Session| {
        page.evaluate(TRAP);
        page.evaluate("document.querySelector('[data-action=sent]').click()");
        page.wait_for("the core to trap", "globalThis.isTrapped === true");
        check_rescue(&scene, page, &folder);
        assert_eq!(scene.kept(""), kept);
    };
    check(popup.session());
    check(scene.dashboard("").session());
}

/// F18: its file is broken.
#[test]
fn a_core_that_does_not_start_leaves_a_copy_to_be_saved() {
    let scene = Scene::of_copy();
    scene.click(&scene.open(HARBOUR_MILL)).apply_today();
    let interval = scene.closed();
    for program in ["popup", "pages"] {
        let core = interval.extension.folder().join(format!("{program}_bg.wasm"));
        change(&core, |bytes| flip_middle(bytes, 4_096));
    }
    let scene = interval.started();
    let folder = scene.downloads();
    let popup = scene.extension.click(&scene.browser, &scene.open(HARBOUR_MILL));
    check_rescue(&scene, &popup, &folder);
    let page = scene.open(&scene.extension.address("dashboard.html")).page;
    check_rescue(&scene, &page, &folder);
}

/// F8: what is kept can be saved all the same.
#[test]
fn where_no_room_is_left_a_backup_can_be_made() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    scene.close(popup);
    let folder = scene.downloads();
    let page = scene.dashboard("#settings/data");
    page.session().evaluate(FULL);
    page.press("#settings\\/data [data-action=back_up]");
    let file = folder.join(format!("your-move-{}.json", page.today()));
    let text = until("the backup to be saved", || match fs::read_to_string(&file) {
        Ok(text) if text.ends_with("\n}\n") => Ok(text),
        Ok(text) => Err(text),
        Err(error) => Err(error.to_string()),
    });
    let backup = read_backup(&text).expect("a backup");
    assert_eq!(backup.applications.len(), 1);
    assert!(page.text(".notice .what").starts_with("Saved as your-move-"));
}

/// F8.
#[test]
fn where_no_room_is_left_what_was_typed_stays_until_there_is() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.fill("#page [name=company]", "Harbour Mill Works");
    popup.session().evaluate(FULL);
    popup.press("#page form.capture .split [type=submit]");
    let is_said = "document.body.innerText.includes('no room left')";
    popup
        .session()
        .wait_for("the popup to say that there is no room", is_said);
    assert_eq!(popup.value("#page [name=company]"), "Harbour Mill Works");
    assert!(scene.kept("").is_empty());
    popup
        .session()
        .evaluate("chrome.storage.local.set = globalThis.keep; undefined");
    popup.apply_today();
    assert_eq!(popup.text("#page .kept [data-slot=company]"), "Harbour Mill Works");
}
