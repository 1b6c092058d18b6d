//! The page in front of the user. The click on the icon lets the popup read it, and no other.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::chrome::{PROBE, answer, execute_script, field, object, query_tabs};
use crate::app::Visit;
use crate::capture::{PageSnapshot, selectors};
use crate::domain::{Fault, Line, SafeLink};

/// The tab in front of the user.
pub(super) struct Tab {
    pub(super) id: JsValue,
    /// Empty where the browser does not tell.
    pub(super) address: String,
}

/// The tab above which the icon was clicked.
pub(super) async fn current() -> Tab {
    let query = object(&[("active", true.into()), ("currentWindow", true.into())]);
    let tabs = answer(query_tabs(&query)).await.unwrap_or_default();
    let tab = tabs.dyn_ref::<Array>().map(|tabs| tabs.get(0)).unwrap_or_default();
    Tab {
        id: field(&tab, "id"),
        address: field(&tab, "url").as_string().unwrap_or_default(),
    }
}

/// Reads the page through the probe, which the browser lets in when the page has come to rest; and its frames, as far as there are
/// any that it may read.
pub(super) async fn visit(tab: Tab) -> Visit {
    let Tab { id, address } = tab;
    let page = probe(&id, &address, false).await;
    let mut snapshot = page.and_then(|found| snapshot(&found.get(0)));
    if let Ok(page) = &mut snapshot
        && page.has_own_frames()
    {
        let found = probe(&id, &address, true).await.unwrap_or_default();
        let frames = found.iter().filter(|found| field(found, "frameId") != 0);
        page.inner = frames.filter_map(|found| self::snapshot(&found).ok()).collect();
    }
    Visit { address, snapshot }
}

/// What the probe brings from the page, and with `all` from every frame that the browser lets it into.
async fn probe(tab: &JsValue, address: &str, all: bool) -> Result<Array, Fault> {
    let selectors = SafeLink::new(address).map_or_else(Object::new, |address| {
        let picks = selectors(&address);
        let fields: Vec<(&str, JsValue)> = picks
            .iter()
            .map(|(name, selector)| (*name, (*selector).into()))
            .collect();
        object(&fields)
    });
    let injection = PROBE.with(|probe| {
        object(&[
            (
                "target",
                object(&[("tabId", tab.clone()), ("allFrames", all.into())]).into(),
            ),
            ("func", probe.into()),
            ("args", Array::of1(&selectors).into()),
        ])
    });
    let results = answer(execute_script(&injection))
        .await
        .map_err(|_| Fault::PageClosed)?;
    Ok(results.dyn_into().unwrap_or_default())
}

fn snapshot(found: &JsValue) -> Result<PageSnapshot, Fault> {
    // Into some pages of its own Firefox lets nothing, and does not say that it refuses.
    if !found.is_object() {
        return Err(Fault::PageClosed);
    }
    let result = field(found, "result");
    if result.is_null() || result.is_undefined() {
        return Err(Fault::PageOdd { detail: None });
    }
    serde_wasm_bindgen::from_value(result).map_err(|error| Fault::PageOdd {
        detail: Line::new(&error.to_string()),
    })
}
