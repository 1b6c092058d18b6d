//! The page in front of the user. The click on the icon lets the popup read it, and no other.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::chrome::{PROBE, execute_script, field, object, query_tabs};
use crate::app::Visit;
use crate::capture::{PageSnapshot, selectors};
use crate::domain::{Fault, Line, SafeLink};

/// Reads the page through the probe.
pub(super) async fn visit() -> Visit {
    let query = object(&[("active", true.into()), ("currentWindow", true.into())]);
    let tabs = query_tabs(&query).await.unwrap_or_default();
    let tab = tabs.dyn_ref::<Array>().map(|tabs| tabs.get(0)).unwrap_or_default();
    let address = field(&tab, "url").as_string().unwrap_or_default();
    let snapshot = probe(&field(&tab, "id"), &address).await;
    Visit { address, snapshot }
}

async fn probe(tab: &JsValue, address: &str) -> Result<PageSnapshot, Fault> {
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
            ("target", object(&[("tabId", tab.clone())]).into()),
            ("func", probe.into()),
            ("args", Array::of1(&selectors).into()),
        ])
    });
    let results = execute_script(&injection).await.map_err(|_| Fault::PageClosed)?;
    let snapshot = results
        .dyn_ref::<Array>()
        .map(|results| field(&results.get(0), "result"))
        .unwrap_or_default();
    if snapshot.is_null() || snapshot.is_undefined() {
        return Err(Fault::PageOdd { detail: None });
    }
    serde_wasm_bindgen::from_value(snapshot).map_err(|error| Fault::PageOdd {
        detail: Line::new(&error.to_string()),
    })
}
