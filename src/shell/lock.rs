//! The locks that all pages and the worker share, by their names.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::chrome::{message, object, request_lock};
use crate::domain::Fault;

/// Holds a lock until it is dropped; the browser takes it back when the page goes.
pub(super) struct Guard(Function);

impl Drop for Guard {
    fn drop(&mut self) {
        // Settling a promise cannot fail.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

impl Guard {
    /// Asks for the lock, and waits for it.
    pub(super) async fn acquire(name: &str) -> Result<Self, Fault> {
        let guard = Self::request(name, false).await?;
        // One that is waited for is given.
        guard.ok_or_else(|| unavailable(JsValue::NULL))
    }

    /// Takes the lock if nobody has it.
    pub(super) async fn acquire_if_free(name: &str) -> Result<Option<Self>, Fault> {
        Self::request(name, true).await
    }

    /// The browser holds the lock for as long as the promise is pending that its callback gave.
    async fn request(name: &str, if_free: bool) -> Result<Option<Self>, Fault> {
        let (held, release) = pending();
        let (granted, grant) = pending();
        let callback = Closure::once_into_js(move |lock: JsValue| {
            let _ = grant.call1(&JsValue::UNDEFINED, &(!lock.is_null()).into());
            held
        });
        // Dropped before it is granted, it is given back as soon as it comes.
        let guard = Self(release);
        let options = object(&[("ifAvailable", if_free.into())]);
        // That one settles when the lock is given back, or fails at once.
        let requested = request_lock(name, &options, callback.unchecked_ref()).map_err(unavailable)?;
        let first = Promise::race(&Array::of2(&granted, &requested));
        let granted = JsFuture::from(first).await.map_err(unavailable)?;
        Ok((granted == JsValue::TRUE).then_some(guard))
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
