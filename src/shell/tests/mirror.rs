//! The mirror in IndexedDB. Each test has a database of its own.

use std::collections::BTreeMap;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{IdbDatabase, IdbOpenDbRequest};

use crate::app::{MirrorShelf as _, Shelf};
use crate::archive::Key;
use crate::domain::Fault;
use crate::shell::mirror::Mirror;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = indexedDB, js_name = open)]
    fn open_database(name: &str, version: u32) -> IdbOpenDbRequest;

    #[wasm_bindgen(js_namespace = indexedDB, js_name = deleteDatabase)]
    fn delete_database(name: &str) -> IdbOpenDbRequest;
}

async fn done(request: IdbOpenDbRequest) -> JsValue {
    let done = Promise::new(&mut |done: Function, failed: Function| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    JsFuture::from(done).await.unwrap();
    request.result().unwrap()
}

/// A mirror that nothing was kept in.
async fn empty(name: &'static str) -> Mirror {
    done(delete_database(name)).await;
    Mirror::named(name)
}

fn texts(texts: &[&str]) -> Vec<Option<String>> {
    texts.iter().map(|text| Some((*text).to_owned())).collect()
}

#[wasm_bindgen_test]
async fn what_is_kept_is_there() {
    let mirror = empty("there").await;
    assert_eq!(mirror.get(&[Key::Head]).await, Ok(vec![None]));
    assert_eq!(mirror.get_all().await, Ok(BTreeMap::new()));

    let (head, settings) = ("a head".to_owned(), "settings".to_owned());
    mirror
        .set(&[(Key::Head, head), (Key::Settings, settings)])
        .await
        .unwrap();
    mirror.set(&[(Key::Head, "another".to_owned())]).await.unwrap();

    let expected = Ok(texts(&["settings", "another"]));
    assert_eq!(mirror.get(&[Key::Settings, Key::Head]).await, expected);
    let all = mirror.get_all().await.unwrap();
    let all: Vec<_> = all.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    assert_eq!(all, [("head", "another"), ("settings", "settings")]);
}

#[wasm_bindgen_test]
async fn a_long_text_is_kept_whole() {
    let mirror = empty("long").await;
    let long = "Äußerung 🦀 \0 ".repeat(100_000);
    mirror.set(&[(Key::Head, long.clone())]).await.unwrap();
    assert_eq!(mirror.get(&[Key::Head]).await, Ok(vec![Some(long)]));
}

#[wasm_bindgen_test]
async fn two_connections_see_the_same() {
    let (one, other) = (empty("two").await, Mirror::named("two"));
    one.set(&[(Key::Head, "of one".to_owned())]).await.unwrap();
    other.set(&[(Key::Settings, "of the other".to_owned())]).await.unwrap();
    for mirror in [one, other] {
        let expected = Ok(texts(&["of one", "of the other"]));
        assert_eq!(mirror.get(&[Key::Head, Key::Settings]).await, expected);
    }
}

#[wasm_bindgen_test]
async fn what_is_no_text_is_no_record_and_told_as_it_is() {
    let mirror = empty("odd").await;
    mirror.set(&[(Key::Head, "a text".to_owned())]).await.unwrap();
    let database: IdbDatabase = done(open_database("odd", 1)).await.unchecked_into();
    let cut = js_sys::JsString::from_char_code1(0xd83e);
    for (value, expected) in [
        (JsValue::NULL, "\0null"),
        (1.into(), "\x001"),
        (Array::new().into(), "\0[]"),
        // Half of a character is none, and what it stood in fails its checksum.
        (cut.into(), "\u{fffd}"),
    ] {
        put(&database, &Key::Head, &value);
        assert_eq!(mirror.get(&[Key::Head]).await, Ok(texts(&[expected])));
        let all = mirror.get_all().await.unwrap();
        assert_eq!(all.get("head").map(String::as_str), Some(expected));
    }
}

/// Writes past the mirror, and before anything that it is asked next.
fn put(database: &IdbDatabase, key: &Key, value: &JsValue) {
    let call = |on: &JsValue, name: &str, arguments: &[JsValue]| {
        let method: Function = Reflect::get(on, &name.into()).unwrap().unchecked_into();
        method.apply(on, &arguments.iter().collect()).unwrap()
    };
    let transaction = call(database, "transaction", &["ledger".into(), "readwrite".into()]);
    let store = call(&transaction, "objectStore", &["ledger".into()]);
    call(&store, "put", &[value.clone(), key.to_string().into()]);
}

#[wasm_bindgen_test]
async fn nobody_waits_for_it_to_close_and_it_opens_again() {
    let mirror = empty("again").await;
    mirror.set(&[(Key::Head, "gone".to_owned())]).await.unwrap();
    done(delete_database("again")).await;
    assert_eq!(mirror.get(&[Key::Head]).await, Ok(vec![None]));
    mirror.set(&[(Key::Head, "anew".to_owned())]).await.unwrap();
    assert_eq!(mirror.get(&[Key::Head]).await, Ok(texts(&["anew"])));
}

#[wasm_bindgen_test]
async fn one_that_does_not_open_says_why() {
    let mirror = empty("newer").await;
    mirror.set(&[(Key::Head, "a text".to_owned())]).await.unwrap();
    done(open_database("newer", 2)).await;
    let Err(Fault::CannotRead { detail }) = mirror.get(&[Key::Head]).await else {
        panic!("a database of a newer version was read");
    };
    assert!(detail.contains("version"), "{detail}");
    let Err(Fault::CannotWrite { detail: written }) = mirror.set(&[(Key::Head, "another".to_owned())]).await else {
        panic!("a database of a newer version was written to");
    };
    assert_eq!(written, detail);
}

/// F21: an update that changes the form of the records finds all of them, keeps them beside today's as they were, and takes both over together.
#[wasm_bindgen_test]
async fn an_update_keeps_what_it_found() {
    done(delete_database("update")).await;
    let first = Mirror::of_version("update", 1);
    let entries = [(Key::Head, "a head".to_owned()), (Key::Settings, "settings".to_owned())];
    first.set(&entries).await.unwrap();
    let second = Mirror::of_version("update", 2);
    assert_eq!(
        second.get(&[Key::Head, Key::Settings]).await,
        Ok(texts(&["a head", "settings"]))
    );
    second.set(&[(Key::Head, "another".to_owned())]).await.unwrap();
    let all = |mirror: Mirror| async move {
        let all = mirror.get_all().await.unwrap().into_iter();
        all.map(|(name, text)| format!("{name}: {text}")).collect::<Vec<_>>()
    };
    let found = ["former/1/head: a head", "former/1/settings: settings"];
    let present = ["head: another", "settings: settings"];
    // However often it is opened.
    for mirror in [second, Mirror::of_version("update", 2)] {
        assert_eq!(all(mirror).await, [found, present].concat());
    }
    // One of the next form has both.
    let third = Mirror::of_version("update", 3);
    let latest = ["former/2/head: another", "former/2/settings: settings"];
    assert_eq!(all(third.clone()).await, [found, latest, present].concat());
    // The first is too old for it by now.
    assert!(matches!(first.get(&[Key::Head]).await, Err(Fault::CannotRead { .. })));
    third.forget_former().await.unwrap();
    assert_eq!(all(third).await, present);
}

/// F21: where it cannot be made, all is as it was.
#[wasm_bindgen_test]
async fn an_update_that_fails_changes_nothing() {
    done(delete_database("half")).await;
    let request = open_database("half", 1);
    let made = request.clone();
    let make = Closure::once_into_js(move || {
        let database: IdbDatabase = made.result().unwrap().unchecked_into();
        for store in ["ledger", "former/1"] {
            database.create_object_store(store).unwrap();
        }
    });
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    let database: IdbDatabase = done(request).await.unchecked_into();
    put(&database, &Key::Head, &"a head".into());
    database.close();
    // What it would write is there.
    let second = Mirror::of_version("half", 2);
    assert!(matches!(second.get(&[Key::Head]).await, Err(Fault::CannotRead { .. })));
    let first = Mirror::of_version("half", 1);
    assert_eq!(first.get(&[Key::Head]).await, Ok(texts(&["a head"])));
}

#[wasm_bindgen_test]
async fn where_there_is_nothing_former_there_is_nothing_to_forget() {
    let mirror = empty("present").await;
    mirror.set(&[(Key::Head, "a head".to_owned())]).await.unwrap();
    mirror.forget_former().await.unwrap();
    assert_eq!(mirror.get(&[Key::Head]).await, Ok(texts(&["a head"])));
}
