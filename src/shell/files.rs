//! Files that the browser saves, and the folder that the user chose.
//!
//! A folder is known by a handle that nothing but IndexedDB can keep: it has a database of its own, with that alone in it.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlElement, Url};

use super::browser::Browser;
use super::chrome::{answer, field, message, object};
use super::dom::set;
use super::mirror::{PATIENCE, set_timeout};
use crate::app::{BackupFolder, Downloads};
use crate::domain::Fault;
use crate::view::ChosenFolder;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = showDirectoryPicker)]
    fn show_directory_picker(options: &Object) -> Result<Promise, JsValue>;

    /// A `FileSystemDirectoryHandle`.
    type Directory;

    #[wasm_bindgen(method, getter)]
    fn name(this: &Directory) -> String;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &Directory, options: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &Directory, options: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getFileHandle)]
    fn file(this: &Directory, name: &str, options: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = removeEntry)]
    fn remove_entry(this: &Directory, name: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn keys(this: &Directory) -> Result<Names, JsValue>;

    /// The names of what is in it, one after the other.
    type Names;

    #[wasm_bindgen(method, catch)]
    fn next(this: &Names) -> Result<Promise, JsValue>;

    /// A `FileSystemFileHandle`.
    type File;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    fn create_writable(this: &File) -> Result<Promise, JsValue>;

    /// What is written to it takes the file's place when it is closed.
    type Writable;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Writable, text: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn close(this: &Writable) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = indexedDB, js_name = open)]
    fn open_database(name: &str) -> Result<Request, JsValue>;

    type Request;

    #[wasm_bindgen(method, getter)]
    fn result(this: &Request) -> JsValue;

    #[wasm_bindgen(method, setter, js_name = onsuccess)]
    fn on_success(this: &Request, heard: &Function);

    #[wasm_bindgen(method, setter, js_name = onerror)]
    fn on_error(this: &Request, heard: &Function);

    #[wasm_bindgen(method, setter, js_name = onupgradeneeded)]
    fn on_upgrade(this: &Request, heard: &Function);

    type Database;

    #[wasm_bindgen(method, catch, js_name = createObjectStore)]
    fn create_store(this: &Database, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Database, store: &str, mode: &str) -> Result<Transaction, JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &Database);

    type Transaction;

    #[wasm_bindgen(method, catch, js_name = objectStore)]
    fn store(this: &Transaction, name: &str) -> Result<Store, JsValue>;

    type Store;

    #[wasm_bindgen(method, catch)]
    fn get(this: &Store, key: &str) -> Result<Request, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn put(this: &Store, value: &JsValue, key: &str) -> Result<Request, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn delete(this: &Store, key: &str) -> Result<Request, JsValue>;
}

const DATABASE: &str = "your-move-folder";
/// The name of its store, and of the one value in it.
const FOLDER: &str = "folder";

/// Has the browser save `text` as a file of that name.
pub(super) fn save(name: &str, text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let file = Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()?;
    let link = document.create_element("a").ok()?;
    set(&link, "href", &Url::create_object_url_with_blob(&file).ok()?);
    set(&link, "download", name);
    link.dyn_ref::<HtmlElement>()?.click();
    Some(())
}

impl Downloads for Browser {
    fn save(&self, name: &str, text: &str) -> Result<(), Fault> {
        save(name, text).ok_or_else(|| cannot_write(&JsValue::NULL))
    }
}

impl BackupFolder for Browser {
    async fn folder(&self) -> ChosenFolder {
        if self.is_sample() || !offers_folders() {
            return ChosenFolder::Unavailable;
        }
        let Some(directory) = directory().await else {
            return ChosenFolder::None;
        };
        let name = directory.name();
        let state = answer(directory.query_permission(&to_write())).await;
        if state.is_ok_and(|state| state == "granted") {
            ChosenFolder::Open { name }
        } else {
            ChosenFolder::Closed { name }
        }
    }

    async fn choose_folder(&self) {
        if let Ok(directory) = answer(show_directory_picker(&to_write())).await {
            let _ = change("readwrite", |store| store.put(&directory, FOLDER)).await;
        }
    }

    async fn allow_folder(&self) {
        if let Some(directory) = directory().await {
            let _ = answer(directory.request_permission(&to_write())).await;
        }
    }

    async fn leave_folder(&self) {
        let _ = change("readwrite", |store| store.delete(FOLDER)).await;
    }

    async fn write_file(&self, name: &str, text: &str) -> Result<(), Fault> {
        let directory = directory().await.ok_or_else(|| cannot_write(&JsValue::NULL))?;
        write(&directory, name, text)
            .await
            .map_err(|error| cannot_write(&error))
    }

    async fn file_names(&self) -> Result<Vec<String>, Fault> {
        let Some(directory) = directory().await else {
            return Ok(Vec::new());
        };
        names(&directory).await.map_err(|error| Fault::CannotRead {
            detail: message(&error),
        })
    }

    async fn remove_file(&self, name: &str) -> Result<(), Fault> {
        if let Some(directory) = directory().await {
            let removed = answer(directory.remove_entry(name)).await;
            removed.map_err(|error| cannot_write(&error))?;
        }
        Ok(())
    }
}

/// Whether the browser lets the user choose a folder.
fn offers_folders() -> bool {
    let offers = Reflect::has(&js_sys::global(), &"showDirectoryPicker".into());
    offers.unwrap_or_default()
}

fn to_write() -> Object {
    object(&[("mode", "readwrite".into())])
}

fn cannot_write(error: &JsValue) -> Fault {
    Fault::CannotWrite { detail: message(error) }
}

async fn write(directory: &Directory, name: &str, text: &str) -> Result<(), JsValue> {
    let options = object(&[("create", true.into())]);
    let file: File = answer(directory.file(name, &options)).await?.unchecked_into();
    let writable: Writable = answer(file.create_writable()).await?.unchecked_into();
    answer(writable.write(text)).await?;
    answer(writable.close()).await?;
    Ok(())
}

async fn names(directory: &Directory) -> Result<Vec<String>, JsValue> {
    let all = directory.keys()?;
    let mut names = Vec::new();
    loop {
        let next = answer(all.next()).await?;
        if field(&next, "done").is_truthy() {
            return Ok(names);
        }
        names.extend(field(&next, "value").as_string());
    }
}

/// The folder that was chosen.
async fn directory() -> Option<Directory> {
    let found = change("readonly", |store| store.get(FOLDER)).await.ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// What a request to the store comes to.
async fn change(mode: &str, ask: impl FnOnce(&Store) -> Result<Request, JsValue>) -> Result<JsValue, JsValue> {
    let opening = open_database(DATABASE)?;
    let opened: Request = opening.clone().unchecked_into();
    let upgrade = Closure::once(move || {
        let database: Database = opened.result().unchecked_into();
        let _ = database.create_store(FOLDER);
    });
    opening.on_upgrade(upgrade.as_ref().unchecked_ref());
    let database: Database = done(&opening).await?.unchecked_into();
    let store = database.transaction(FOLDER, mode)?.store(FOLDER)?;
    let result = done(&ask(&store)?).await;
    database.close();
    result
}

async fn done(request: &Request) -> Result<JsValue, JsValue> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.on_success(&resolve);
        request.on_error(&reject);
        // Nobody waits for the folder for ever.
        set_timeout(&reject, PATIENCE);
    });
    JsFuture::from(settled).await?;
    Ok(request.result())
}
