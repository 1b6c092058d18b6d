//! The page's own storage. What is typed and not kept yet is written there before the next key is pressed, so that a popup which the browser
//! closes loses nothing; and how a page looks is read from there before it is painted.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage as _};
use web_sys::Storage;

use crate::app::{Drafts, Look, Trace};
use crate::view::Appearance;

/// In front of the places, since the storage is not for drafts alone.
const PREFIX: &str = "draft/";
/// The same for those of the sample.
const SAMPLE: &str = "sample/draft/";

/// Whether keys mean nothing by themselves.
const KEYS_OFF: &str = "keys-off";

/// That there was a ledger.
const TRACE: &str = "had-ledger";

/// Also known to `appearance.js`.
const APPEARANCE: &str = "appearance";

/// The page's storage; where there is none, as in a worker or where it is blocked, this window's memory.
#[derive(Clone)]
pub(super) struct DraftBox {
    /// In front of its places.
    prefix: &'static str,
    memory: Rc<RefCell<BTreeMap<String, String>>>,
}

impl Default for DraftBox {
    fn default() -> Self {
        Self {
            prefix: PREFIX,
            memory: Rc::default(),
        }
    }
}

impl DraftBox {
    /// That of the sample.
    pub(super) fn of_sample() -> Self {
        Self {
            prefix: SAMPLE,
            ..Self::default()
        }
    }
}

/// Whether keys mean something by themselves, which gets in the way of who speaks to the browser.
pub(super) fn keys_are_on() -> bool {
    !storage().is_some_and(|storage| storage.get_item(KEYS_OFF).is_ok_and(|kept| kept.is_some()))
}

/// Keeps that, where there is a place to keep it.
pub(super) fn switch_keys(on: bool) {
    if let Some(storage) = storage() {
        let _ = if on {
            storage.remove_item(KEYS_OFF)
        } else {
            storage.set_item(KEYS_OFF, "yes")
        };
    }
}

/// Asked of the window first: gloo panics where there is no storage.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()??;
    Some(LocalStorage::raw())
}

impl Drafts for DraftBox {
    fn draft(&self, place: &str) -> Option<String> {
        let kept = storage().and_then(|storage| storage.get_item(&[self.prefix, place].concat()).ok()?);
        kept.or_else(|| self.memory.borrow().get(place).cloned())
    }

    fn put_by(&self, place: &str, text: &str) {
        let key = [self.prefix, place].concat();
        self.memory.borrow_mut().remove(place);
        let storage = storage();
        if text.is_empty() {
            storage.map(|storage| storage.remove_item(&key));
        } else if storage.is_none_or(|storage| storage.set_item(&key, text).is_err()) {
            self.memory.borrow_mut().insert(place.to_owned(), text.to_owned());
        }
    }

    fn places(&self) -> Vec<String> {
        let keys = storage().into_iter().flat_map(|storage| {
            let length = storage.length().unwrap_or_default();
            (0..length).filter_map(move |index| storage.key(index).ok().flatten())
        });
        let kept = keys.filter_map(|key| key.strip_prefix(self.prefix).map(str::to_owned));
        let memory = self.memory.borrow();
        // Whether there is a storage at all is tried with a place that has no name.
        let places = kept.filter(|place| !place.is_empty()).chain(memory.keys().cloned());
        places.collect()
    }

    fn outlives(&self) -> bool {
        storage().is_some_and(|storage| storage.set_item(PREFIX, "").is_ok())
    }
}

impl Look for DraftBox {
    fn appearance(&self) -> Appearance {
        let kept = storage().and_then(|storage| storage.get_item(APPEARANCE).ok()?);
        kept.map_or_else(Appearance::default, |name| Appearance::named(&name))
    }

    // Where there is no room or no storage, it lasts as long as the window.
    fn set_appearance(&self, appearance: Appearance) {
        if let Some(storage) = storage() {
            let _ = match appearance {
                Appearance::System => storage.remove_item(APPEARANCE),
                chosen => storage.set_item(APPEARANCE, chosen.name()),
            };
        }
    }
}

impl Trace for DraftBox {
    fn had_ledger(&self) -> bool {
        storage().is_some_and(|storage| storage.get_item(TRACE).is_ok_and(|kept| kept.is_some()))
    }

    fn leave_trace(&self, had_ledger: bool) {
        if let Some(storage) = storage() {
            let _ = if had_ledger {
                storage.set_item(TRACE, "yes")
            } else {
                storage.remove_item(TRACE)
            };
        }
    }
}
