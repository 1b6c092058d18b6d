//! The mirror: what the ledger holds, once more in IndexedDB, which has other files on the disk.
//!
//! Bound by hand: of the crates for it, those that can ask for strict durability hide why a database does not open.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::chrome::{field, message, object, text};
use super::lock::Guard;
use crate::app::{Lock, Shelf};
use crate::archive::Key;
use crate::domain::Fault;
use crate::domain::order::map;

const DATABASE: &str = "your-move";
const STORE: &str = "ledger";
const VERSION: u32 = 1;
/// The lock of those who write to it.
const LOCK: &str = "mirror";
/// Whoever has had no answer for so long, in milliseconds, will have none. A disk that is slow is faster.
pub(super) const PATIENCE: i32 = 5_000;
const NO_ANSWER: &str = "the database gives no answer";

#[wasm_bindgen]
extern "C" {
    /// Fails as well where there is no IndexedDB.
    #[wasm_bindgen(catch, js_namespace = indexedDB, js_name = open)]
    fn open_database(name: &str, version: u32) -> Result<IdbOpenDbRequest, JsValue>;

    /// There in a page and in a worker.
    #[wasm_bindgen(js_name = setTimeout)]
    pub(super) fn set_timeout(callback: &JsValue, milliseconds: i32);

    /// A database that is open. What web-sys has for the durability of a transaction is not settled there yet.
    #[wasm_bindgen(extends = IdbDatabase)]
    #[derive(Clone)]
    type Connection;

    #[wasm_bindgen(catch, method)]
    fn transaction(this: &Connection, store: &str, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;
}

/// A second place for the texts of the ledger. Its clones are the same one.
#[derive(Clone)]
pub(super) struct Mirror(Database);

impl Default for Mirror {
    fn default() -> Self {
        Self::named(DATABASE)
    }
}

impl Mirror {
    /// One in a database of that name.
    pub(super) fn named(name: &'static str) -> Self {
        Self(Database {
            name,
            connection: Rc::default(),
            hangs: Rc::default(),
        })
    }
}

impl Shelf for Mirror {
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<String>>, Fault> {
        self.0.get(keys).await.map_err(cannot_read)
    }

    async fn get_all(&self) -> Result<BTreeMap<String, String>, Fault> {
        self.0.get_all().await.map_err(cannot_read)
    }

    async fn set(&self, entries: &[(Key, String)]) -> Result<(), Fault> {
        self.0.set(entries).await.map_err(cannot_write)
    }
}

impl Lock for Mirror {
    type Guard = Guard;

    async fn acquire(&self) -> Result<Guard, Fault> {
        Guard::acquire(LOCK).await
    }

    async fn acquire_if_free(&self) -> Result<Option<Guard>, Fault> {
        Guard::acquire_if_free(LOCK).await
    }
}

fn cannot_read(error: JsValue) -> Fault {
    Fault::CannotRead {
        detail: message(&error),
    }
}

fn cannot_write(error: JsValue) -> Fault {
    if field(&error, "name") == "QuotaExceededError" {
        Fault::Full
    } else {
        Fault::CannotWrite {
            detail: message(&error),
        }
    }
}

/// A database, opened when it is first asked for something.
#[derive(Clone)]
struct Database {
    name: &'static str,
    connection: Rc<RefCell<Option<Connection>>>,
    /// Whether it gave no answer: nothing more is asked of it, so that a page waits for that once.
    hangs: Rc<Cell<bool>>,
}

impl Database {
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<String>>, JsValue> {
        let (transaction, store) = self.begin("readonly").await?;
        let asked = keys.iter().map(|key| store.get(&name(key)));
        let asked: Vec<IdbRequest> = asked.collect::<Result<_, _>>()?;
        self.completed(&transaction).await?;
        asked.iter().map(|asked| Ok(text(&asked.result()?))).collect()
    }

    async fn get_all(&self) -> Result<BTreeMap<String, String>, JsValue> {
        let (transaction, store) = self.begin("readonly").await?;
        let (names, texts) = (store.get_all_keys()?, store.get_all()?);
        self.completed(&transaction).await?;
        let names: Array = names.result()?.unchecked_into();
        let texts: Array = texts.result()?.unchecked_into();
        let entries = names.iter().zip(texts.iter());
        Ok(map(
            entries.filter_map(|(name, value)| Some((name.as_string()?, text(&value)?)))
        ))
    }

    async fn set(&self, entries: &[(Key, String)]) -> Result<(), JsValue> {
        let (transaction, store) = self.begin("readwrite").await?;
        let put = |(key, text): &(Key, String)| store.put_with_key(&JsValue::from_str(text), &name(key)).map(drop);
        if let Err(refused) = entries.iter().try_for_each(put) {
            // Otherwise those before it would be kept.
            transaction.abort()?;
            return Err(refused);
        }
        self.completed(&transaction).await
    }

    /// A transaction over all that is there. One that writes is on the disk when it has completed. A connection that the browser closed
    /// since it was opened refuses to begin one, and another is opened in its place.
    async fn begin(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        if self.hangs.get() {
            return Err(NO_ANSWER.into());
        }
        let options = object(&[("durability", "strict".into())]);
        let begin = |connection: &Connection| connection.transaction(STORE, mode, &options);
        let open = self.connection.borrow().clone();
        let begun = open.and_then(|connection| begin(&connection).ok());
        let transaction = match begun {
            Some(transaction) => transaction,
            None => begin(&self.open().await?)?,
        };
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }

    async fn open(&self) -> Result<Connection, JsValue> {
        let request = open_database(self.name, VERSION)?;
        let made = request.clone();
        let make = Closure::once_into_js(move || {
            let database: IdbDatabase = made.result()?.unchecked_into();
            database.create_object_store(STORE).map(drop)
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        let opened = self.happened(|done, failed| {
            request.set_onsuccess(Some(done));
            request.set_onerror(Some(failed));
        });
        opened.await.map_err(|()| self.why(&request))?;
        let connection: Connection = request.result()?.unchecked_into();
        // Who deletes the database or makes another of it does not wait for this one.
        let closed = connection.clone();
        let close = Closure::<dyn Fn()>::new(move || closed.close()).into_js_value();
        connection.set_onversionchange(Some(close.unchecked_ref()));
        self.connection.replace(Some(connection.clone()));
        Ok(connection)
    }

    /// Waits until all that a transaction was asked for is done, or nothing of it.
    async fn completed(&self, transaction: &IdbTransaction) -> Result<(), JsValue> {
        let completed = self.happened(|done, failed| {
            transaction.set_oncomplete(Some(done));
            transaction.set_onabort(Some(failed));
        });
        completed.await.map_err(|()| self.why(transaction))
    }

    /// Waits for the one or the other of two events, or until it hangs.
    async fn happened(&self, listen: impl Fn(&Function, &Function)) -> Result<(), ()> {
        let is_waited_for = Rc::new(Cell::new(true));
        let either = Promise::new(&mut |done, failed| {
            listen(&done, &failed);
            let (hangs, is_waited_for) = (Rc::clone(&self.hangs), Rc::clone(&is_waited_for));
            let give_up = Closure::once_into_js(move || {
                if is_waited_for.get() {
                    hangs.set(true);
                    let _ = failed.call0(&JsValue::UNDEFINED);
                }
            });
            set_timeout(&give_up, PATIENCE);
        });
        let happened = JsFuture::from(either).await;
        is_waited_for.set(false);
        happened.map(drop).map_err(drop)
    }

    /// Why something did not happen.
    fn why(&self, asked: &JsValue) -> JsValue {
        if self.hangs.get() {
            NO_ANSWER.into()
        } else {
            field(asked, "error")
        }
    }
}

fn name(key: &Key) -> JsValue {
    JsValue::from(key.to_string())
}
