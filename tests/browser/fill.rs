//! A ledger that was made elsewhere, written into a browser's storage.

use std::collections::BTreeMap;

use serde_json::json;

use crate::driver::Session;

/// How many entries are written at once, so that no message is too long for the browser.
const BATCH: usize = 500;

/// Writes all of it, from a page of the extension.
#[track_caller]
pub(crate) fn fill(backstage: &Session, kept: &BTreeMap<String, String>) {
    // Head and agenda come last and at once: what does not fit them would be made anew meanwhile.
    let (ends, records): (Vec<_>, Vec<_>) = kept
        .iter()
        .partition(|(key, _)| !key.contains('/') || key.starts_with("agenda/"));
    for batch in records.chunks(BATCH).chain([ends.as_slice()]) {
        let batch: BTreeMap<_, _> = batch.iter().copied().collect();
        backstage.evaluate(&format!("chrome.storage.local.set({})", json!(batch)));
    }
}
