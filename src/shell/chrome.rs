//! The extension's interfaces that are used, as they are called in Chromium and Firefox alike.

use js_sys::{Array, Function, JSON, Object, Promise, Reflect, global};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::view::Words;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub(super) fn storage_get(keys: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub(super) fn storage_set(entries: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = remove)]
    pub(super) fn storage_remove(keys: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local", "onChanged"], js_name = addListener)]
    pub(super) fn on_storage_changed(heard: &Function);

    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    pub(super) fn set_badge_text(details: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor)]
    pub(super) fn set_badge_background(details: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeTextColor)]
    pub(super) fn set_badge_ink(details: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setTitle)]
    pub(super) fn set_title(details: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "alarms"], js_name = create)]
    pub(super) fn create_alarm(name: &str, when: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "alarms"], js_name = clear)]
    pub(super) fn clear_alarm(name: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    pub(super) fn query_tabs(query: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = create)]
    pub(super) fn create_tab(properties: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    pub(super) fn execute_script(injection: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = registerContentScripts)]
    pub(super) fn register_scripts(scripts: &Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = unregisterContentScripts)]
    pub(super) fn unregister_scripts(filter: &Object) -> Result<Promise, JsValue>;

    /// Asks the user, if they have just clicked.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    pub(super) fn request_permissions(permissions: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = contains)]
    pub(super) fn has_permissions(permissions: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = remove)]
    pub(super) fn remove_permissions(permissions: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = getAll)]
    pub(super) fn granted() -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = get)]
    pub(super) fn session_get(keys: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = remove)]
    pub(super) fn session_remove(keys: &Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = setAccessLevel)]
    pub(super) fn set_access_level(options: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = set)]
    pub(super) fn session_set(entries: &Object) -> Result<Promise, JsValue>;

    /// The tags of the languages that the user reads, the dearest first, in a page as in the worker.
    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = languages)]
    static LANGUAGES: Array;

    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    pub(super) fn random_values(bytes: &mut [u8]);

    #[wasm_bindgen(catch, js_namespace = ["navigator", "locks"], js_name = request)]
    pub(super) fn request_lock(name: &str, options: &Object, callback: &Function) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    pub(super) fn copy(text: &str) -> Result<Promise, JsValue>;

    /// Gives its turn when what is more pressing is done. A timer, which waits for four milliseconds, has to do in Firefox before 142.
    #[wasm_bindgen(catch, js_namespace = scheduler, js_name = postTask)]
    pub(super) fn take_turn(task: &Function) -> Result<Promise, JsValue>;

    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsValue) -> Vec<u8>;

    /// The function of `probe.js`, which the popup's document loads.
    #[wasm_bindgen(thread_local_v2, js_name = probe)]
    pub(super) static PROBE: Function;
}

/// What a call comes to. One that throws at once, as all do where the extension is there no more, fails like one that is refused later: a
/// binding that is `async` itself would take what is not there for the promise.
pub(super) async fn answer(call: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(call?).await
}

/// Begins the text that stands for a value that is none: no record of ours begins so.
const NO_TEXT: &str = "\0";

/// A stored value as the text that it should be; none where there is nothing. What is something else is there as its JSON after a sign that makes
/// it no record: so it is put aside as it was found.
pub(super) fn text(value: &JsValue) -> Option<String> {
    (!value.is_undefined()).then(|| long_text(value).unwrap_or_else(|| no_text(value)))
}

fn no_text(value: &JsValue) -> String {
    let json = JSON::stringify(value).ok().and_then(|json| json.as_string());
    [NO_TEXT, &json.unwrap_or_default()].concat()
}

/// A long text. `as_string` takes it over character by character, which of an agenda takes longer than to read it.
fn long_text(value: &JsValue) -> Option<String> {
    let bytes = value.is_string().then(|| TextEncoder::new().encode(value))?;
    String::from_utf8(bytes).ok()
}

/// What the browser calls the extension.
pub(super) fn id() -> JsValue {
    field(&field(&field(&global(), "chrome"), "runtime"), "id")
}

/// Whether the extension that this page belongs to is there no more, since another version has taken its place.
pub(super) fn is_replaced() -> bool {
    id().is_undefined()
}

/// The words of the language that the browser's user reads.
pub(super) fn words() -> Words {
    let tags = LANGUAGES.with(Array::to_vec).into_iter();
    let tags: Vec<String> = tags.filter_map(|tag| tag.as_string()).collect();
    Words::for_reader(tags.iter().map(String::as_str))
}

/// A JavaScript object of these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> Object {
    let pairs: Array = fields
        .iter()
        .map(|(name, value)| Array::of2(&JsValue::from_str(name), value))
        .collect();
    // Pairs of a text and a value always make an object.
    Object::from_entries(&pairs).unwrap_or_default()
}

/// A field of an object; undefined where there is none.
pub(super) fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
}

/// The browser's own words for what went wrong.
pub(super) fn message(error: &JsValue) -> String {
    let message = field(error, "message").as_string();
    message
        .or_else(|| error.as_string())
        .unwrap_or_else(|| format!("{error:?}"))
}
