//! The mirror: what the ledger holds, once more in IndexedDB, which has other files on the disk.
//!
//! The version of the database is that of the form of the records. Where an update raises it, what is found is copied into a store of its own
//! within the change of version, which the browser makes as a whole or not at all; the records are taken to today's form as they are read.
//!
//! Bound by hand: of the crates for it, those that can ask for strict durability hide why a database does not open.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomStringList, IdbCursorWithValue, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbVersionChangeEvent,
};

use super::chrome::{field, message, object, text};
use super::lock::Guard;
use crate::app::{FORMER, Lock, MirrorShelf, Shelf};
use crate::archive::{Key, SCHEMA};
use crate::domain::Fault;
use crate::domain::order::map;

const DATABASE: &str = "your-move";
const STORE: &str = "ledger";
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
    fn transaction(this: &Connection, stores: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;
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
        Self::of_version(name, SCHEMA)
    }

    /// One of records in a form of that version.
    pub(super) fn of_version(name: &'static str, version: u32) -> Self {
        Self(Database {
            name,
            version,
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

impl MirrorShelf for Mirror {
    async fn forget_former(&self) -> Result<(), Fault> {
        self.0.forget_former().await.map_err(cannot_write)
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
    version: u32,
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
        let (transaction, store) = self.begin_with(all, "readonly").await?;
        let mut asked = vec![(String::new(), store.get_all_keys()?, store.get_all()?)];
        for former in formers(&transaction.object_store_names()) {
            let store = transaction.object_store(&former)?;
            asked.push((former + "/", store.get_all_keys()?, store.get_all()?));
        }
        self.completed(&transaction).await?;
        let mut found = Vec::new();
        for (prefix, names, texts) in asked {
            let names: Array = names.result()?.unchecked_into();
            let texts: Array = texts.result()?.unchecked_into();
            let entries = names.iter().zip(texts.iter());
            found
                .extend(entries.filter_map(|(name, value)| Some((prefix.clone() + &name.as_string()?, text(&value)?))));
        }
        Ok(map(found))
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

    async fn forget_former(&self) -> Result<(), JsValue> {
        let (transaction, _) = self.begin_with(all, "readwrite").await?;
        for former in formers(&transaction.object_store_names()) {
            transaction.object_store(&former)?.clear()?;
        }
        self.completed(&transaction).await
    }

    /// A transaction over the ledger's records, and the store of them.
    async fn begin(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        self.begin_with(|_| Array::of1(&STORE.into()), mode).await
    }

    /// A transaction over some stores, and that of the ledger's records. One that writes is on the disk when it has completed. A connection that
    /// the browser closed since it was opened refuses to begin one, and another is opened in its place.
    async fn begin_with(
        &self,
        stores: fn(&Connection) -> Array,
        mode: &str,
    ) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        if self.hangs.get() {
            return Err(NO_ANSWER.into());
        }
        let options = object(&[("durability", "strict".into())]);
        let begin = |connection: &Connection| connection.transaction(&stores(connection), mode, &options);
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
        let request = open_database(self.name, self.version)?;
        let made = request.clone();
        let make = Closure::once_into_js(move |event: IdbVersionChangeEvent| make(&made, event.old_version()));
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        let opened = self.happened(|done, failed| {
            request.set_onsuccess(Some(done));
            request.set_onerror(Some(failed));
        });
        opened.await.map_err(|()| self.why(&request))?;
        let connection: Connection = request.result()?.unchecked_into();
        close_when_asked(&connection);
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

/// Makes the database, or of one of an older version one of this. What goes wrong in here undoes all of it.
fn make(request: &IdbOpenDbRequest, found: f64) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    // It may be open later than anybody waits for it.
    close_when_asked(&database);
    if found == 0.0 {
        return database.create_object_store(STORE).map(drop);
    }
    let former = database.create_object_store(&format!("{FORMER}{found}"))?;
    let transaction = request.transaction().ok_or("no change of version")?;
    let records = transaction.object_store(STORE)?.open_cursor()?;
    let asked = records.clone();
    let copy = Closure::<dyn Fn() -> Result<(), JsValue>>::new(move || {
        let record = asked.result()?;
        if record.is_null() {
            return Ok(());
        }
        let record: IdbCursorWithValue = record.unchecked_into();
        former.put_with_key(&record.value()?, &record.key()?)?;
        record.continue_()
    });
    records.set_onsuccess(Some(copy.into_js_value().unchecked_ref()));
    Ok(())
}

/// Who deletes the database or makes another of it does not wait for this connection.
fn close_when_asked(database: &IdbDatabase) {
    let closed = database.clone();
    let close = Closure::<dyn Fn()>::new(move || closed.close()).into_js_value();
    database.set_onversionchange(Some(close.unchecked_ref()));
}

/// All stores of a database.
fn all(connection: &Connection) -> Array {
    names(&connection.object_store_names()).map(JsValue::from).collect()
}

/// Those with what was found in a former form.
fn formers(stores: &DomStringList) -> impl Iterator<Item = String> {
    names(stores).filter(|name| name.starts_with(FORMER))
}

fn names(stores: &DomStringList) -> impl Iterator<Item = String> {
    (0..stores.length()).filter_map(|place| stores.item(place))
}

fn name(key: &Key) -> JsValue {
    JsValue::from(key.to_string())
}
