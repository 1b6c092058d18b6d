//! The lock that all pages and the worker share.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::chrome::{message, request_lock};
use crate::domain::Fault;

const NAME: &str = "ledger";

/// Holds the lock until it is dropped; the browser takes it back when the page goes.
pub(super) struct Guard(Function);

impl Drop for Guard {
    fn drop(&mut self) {
        // Settling a promise cannot fail.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

impl Guard {
    /// Asks for the lock, and waits for it. The browser holds it for as long as the promise is pending that its callback gave.
    pub(super) async fn acquire() -> Result<Self, Fault> {
        let (held, release) = pending();
        let (granted, grant) = pending();
        let callback = Closure::once_into_js(move |_lock: JsValue| {
            let _ = grant.call0(&JsValue::UNDEFINED);
            held
        });
        // Dropped before it is granted, it is given back as soon as it comes.
        let guard = Self(release);
        // The second settles when it is given back, or fails at once.
        let requested = request_lock(NAME, callback.unchecked_ref()).map_err(unavailable)?;
        let first = Promise::race(&Array::of2(&granted, &requested));
        JsFuture::from(first).await.map_err(unavailable)?;
        Ok(guard)
    }
}

fn unavailable(error: JsValue) -> Fault {
    Fault::CannotWrite {
        detail: message(&error),
    }
}

/// A promise, and the function that settles it.
fn pending() -> (Promise, Function) {
    let mut settle = JsValue::UNDEFINED;
    let promise = Promise::new(&mut |resolve, _| settle = resolve.into());
    // The browser calls back before `new` returns.
    (promise, settle.unchecked_into())
}
