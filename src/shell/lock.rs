//! The lock that all pages and the worker share.

use std::cell::Cell;
use std::rc::Rc;

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

/// The lock, asked for and not given yet. Dropped, it is given back as soon as it comes.
pub(super) struct Request {
    guard: Guard,
    /// Settles when the lock is given.
    granted: Promise,
    /// Settles when it is given back, or fails at once.
    requested: Promise,
}

impl Request {
    /// Asks for the lock. The browser holds it for as long as the promise is pending that its callback gave.
    pub(super) fn new() -> Result<Self, Fault> {
        let (held, release) = pending();
        let (granted, grant) = pending();
        let callback = Closure::once_into_js(move |_lock: JsValue| {
            let _ = grant.call0(&JsValue::UNDEFINED);
            held
        });
        let guard = Guard(release);
        let requested = request_lock(NAME, callback.unchecked_ref()).map_err(unavailable)?;
        Ok(Self {
            guard,
            granted,
            requested,
        })
    }

    /// Waits for the lock.
    pub(super) async fn granted(self) -> Result<Guard, Fault> {
        let first = Promise::race(&Array::of2(&self.granted, &self.requested));
        JsFuture::from(first).await.map_err(unavailable)?;
        Ok(self.guard)
    }
}

/// A request that is made before it is known whether it is needed: between a click and the next frame Chromium answers none, and a click
/// begins with a press. Its clones are the same one.
#[derive(Clone, Default)]
pub(super) struct Ahead(Rc<Cell<Option<Request>>>);

impl Ahead {
    /// Asks for the lock.
    pub(super) fn ask(&self) {
        // Where it cannot be asked for, whoever needs it is told.
        self.0.set(Request::new().ok());
    }

    /// What was asked for; nothing is left.
    pub(super) fn take(&self) -> Option<Request> {
        self.0.take()
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
