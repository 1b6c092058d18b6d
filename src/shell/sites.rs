//! Sites that the user lets the extension watch: the browser knows which, and runs the watcher there and nowhere else.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::browser::Browser;
use super::chrome::{
    self, answer, execute_script, field, granted, has_permissions, object, register_scripts, remove_permissions,
    session_get, session_remove, session_set, set_access_level, text, unregister_scripts,
};
use super::tab::{Tab, current, visit};
use crate::app::{Sites, Trails, notice, notice_sent};
use crate::capture::Sent;
use crate::domain::SafeLink;

/// What the browser calls the watcher.
const WATCHER: &str = "watcher";
/// It runs beside the probe.
const SCRIPTS: [&str; 2] = ["probe.js", "watcher.js"];

/// Has the watcher run on the sites that the user lets be watched, and on no other.
pub(super) async fn register() -> Result<(), JsValue> {
    // Scripts in pages may else read what is kept; not every browser can forbid it.
    let _ = answer(set_access_level(&object(&[("accessLevel", "TRUSTED_CONTEXTS".into())]))).await;
    let all = answer(granted()).await?;
    let origins: Array = field(&all, "origins").dyn_into().unwrap_or_default();
    // What was registered for others is not there at first.
    let _ = answer(unregister_scripts(&object(&[(
        "ids",
        Array::of1(&WATCHER.into()).into(),
    )])))
    .await;
    if origins.length() == 0 {
        return Ok(());
    }
    let scripts: Array = SCRIPTS.into_iter().map(JsValue::from).collect();
    let watcher = object(&[
        ("id", WATCHER.into()),
        ("matches", origins.into()),
        ("js", scripts.into()),
        ("runAt", "document_idle".into()),
    ]);
    answer(register_scripts(&Array::of1(&watcher))).await.map(drop)
}

/// Has the watcher begin in the tab in front of the user, which was loaded before it was let in.
pub(super) async fn begin() {
    let Tab { id, .. } = current().await;
    let files: Array = SCRIPTS.into_iter().map(JsValue::from).collect();
    let target = object(&[("tabId", id)]);
    // Where it cannot, it does with the next page.
    let _ = answer(execute_script(&object(&[
        ("target", target.into()),
        ("files", files.into()),
    ])))
    .await;
}

/// Takes in what the watcher says in a tab. Nobody else is heard, and no page of another site.
pub(super) async fn hear(sender: JsValue, message: JsValue) -> Result<(), JsError> {
    let tab = field(&sender, "tab");
    let address = field(&sender, "url").as_string().unwrap_or_default();
    let is_ours = field(&sender, "id") == chrome::id() && field(&sender, "frameId") == 0.0 && tab.is_object();
    let page = SafeLink::new(&address).filter(|_| is_ours);
    let browser = Browser::default();
    let Some(page) = page else { return Ok(()) };
    if !browser.is_watched(&page).await {
        return Ok(());
    }
    let id = field(&tab, "id");
    let name = id.as_f64().unwrap_or_default().to_string();
    let sent = field(&message, "sent");
    if sent.is_object() {
        notice_sent(&browser, &name, read_sent(&sent)).await;
        return Ok(());
    }
    let opener = field(&tab, "openerTabId").as_f64();
    if let (None, Some(opener)) = (browser.trail(&name).await, opener)
        && let Some(before) = browser.trail(&opener.to_string()).await
    {
        // What is applied to opens a tab of its own on many boards.
        browser.leave_trail(&name, &before).await;
    }
    let Ok(snapshot) = visit(Tab { id, address }).await.snapshot else {
        return Ok(());
    };
    // It may have moved on meanwhile, to where nobody let it be watched.
    if SafeLink::new(&snapshot.address).is_none_or(|shown| shown.origin() != page.origin()) {
        return Ok(());
    }
    notice(&browser, chrome::words(), &name, &snapshot)
        .await
        .map_err(|fault| JsError::new(&format!("{fault:?}")))
}

fn read_sent(sent: &JsValue) -> Sent {
    // What is odd counts as nothing.
    let count = |name| serde_wasm_bindgen::from_value(field(sent, name)).unwrap_or_default();
    Sent {
        files: count("files"),
        filled: count("filled"),
        secret: field(sent, "secret") == true,
    }
}

/// The pages of a site, as the browser names them.
fn pages(page: &SafeLink) -> Object {
    let origins = JsValue::from([page.origin(), "/*"].concat());
    object(&[("origins", Array::of1(&origins).into())])
}

impl Sites for Browser {
    async fn is_watched(&self, page: &SafeLink) -> bool {
        answer(has_permissions(&pages(page))).await.is_ok_and(|has| has == true)
    }

    async fn unwatch(&self, page: &SafeLink) {
        // Where it cannot be, it is shown as it stands.
        let _ = answer(remove_permissions(&pages(page))).await;
    }
}

impl Trails for Browser {
    async fn trail(&self, tab: &str) -> Option<String> {
        let name = trail(tab);
        let found = answer(session_get(&name.as_str().into())).await.ok()?;
        text(&field(&found, &name))
    }

    async fn leave_trail(&self, tab: &str, text: &str) {
        // What is not kept there is not proposed, and nothing is lost.
        let _ = answer(session_set(&object(&[(trail(tab).as_str(), text.into())]))).await;
    }

    async fn forget_trails(&self) {
        let all = answer(session_get(&JsValue::NULL)).await.unwrap_or_default();
        let names = all.dyn_ref::<Object>().map(Object::keys).unwrap_or_default();
        let is_trail = |name: &JsValue| name.as_string().is_some_and(|name| name.starts_with(TRAIL));
        // What stays is gone with the day.
        let _ = answer(session_remove(&names.iter().filter(is_trail).collect::<Array>())).await;
    }
}

/// In front of the number of a tab.
const TRAIL: &str = "trail/";

fn trail(tab: &str) -> String {
    [TRAIL, tab].concat()
}
