//! The extension's interfaces that are used, as they are called in Chromium and Firefox alike.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use crate::view::Words;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub(super) async fn storage_get(keys: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub(super) async fn storage_set(entries: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = remove)]
    pub(super) async fn storage_remove(keys: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local", "onChanged"], js_name = addListener)]
    pub(super) fn on_storage_changed(heard: &Function);

    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    pub(super) fn set_badge_text(details: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor)]
    pub(super) fn set_badge_background(details: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeTextColor)]
    pub(super) fn set_badge_ink(details: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setTitle)]
    pub(super) async fn set_title(details: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "alarms"], js_name = create)]
    pub(super) async fn create_alarm(name: &str, when: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "alarms"], js_name = clear)]
    pub(super) async fn clear_alarm(name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    pub(super) async fn query_tabs(query: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    pub(super) async fn execute_script(injection: &Object) -> Result<JsValue, JsValue>;

    /// The tags of the languages that the user reads, the dearest first, in a page as in the worker.
    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = languages)]
    static LANGUAGES: Array;

    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    pub(super) fn random_values(bytes: &mut [u8]);

    #[wasm_bindgen(catch, js_namespace = ["navigator", "locks"], js_name = request)]
    pub(super) fn request_lock(name: &str, options: &Object, callback: &Function) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    pub(super) async fn copy(text: &str) -> Result<JsValue, JsValue>;

    /// Gives its turn when what is more pressing is done. A timer would wait for four milliseconds; browsers from 2024 on have both.
    #[wasm_bindgen(catch, js_namespace = scheduler, js_name = postTask)]
    pub(super) async fn take_turn(task: &Function) -> Result<JsValue, JsValue>;

    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsValue) -> Vec<u8>;

    /// The function of `probe.js`, which the popup's document loads.
    #[wasm_bindgen(thread_local_v2, js_name = probe)]
    pub(super) static PROBE: Function;
}

/// A long text. `as_string` takes it over character by character, which of an agenda takes longer than to read it.
pub(super) fn long_text(value: &JsValue) -> Option<String> {
    let bytes = value.is_string().then(|| TextEncoder::new().encode(value))?;
    String::from_utf8(bytes).ok()
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
