//! The shell in a browser. `./build.sh test` runs this in a zone that is far from UTC.

mod mirror;

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Date, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlInputElement, HtmlTemplateElement};

use super::browser::{Browser, LOCK, is_full, wall_clock};
use super::dom::{Screen, forget};
use super::lock::Guard;
use crate::app::{Clock, Ids, Shelf, Zones as _};
use crate::archive::Key;
use crate::domain::{Fault, SafeLink};
use crate::view::{Card, Words};

wasm_bindgen_test_configure!(run_in_browser);

const HOUR: f64 = 3_600_000.0;

/// Hours by which the wall clock is ahead of UTC on the day of `instant`.
fn ahead(instant: f64) -> f64 {
    Date::new(&instant.into()).get_timezone_offset() / -60.0
}

/// F28.
#[wasm_bindgen_test]
fn today_is_the_wall_clocks() {
    let now = Date::now();
    assert!(
        ahead(now).abs() >= 10.0,
        "to be run far from UTC, not {} h from it",
        ahead(now)
    );
    let shifted = String::from(Date::new(&(now + ahead(now) * HOUR).into()).to_iso_string());
    assert_eq!(
        Some(Browser::default().today().0.to_string().as_str()),
        shifted.get(..10)
    );
}

#[track_caller]
fn check_wall_clock(at: &str, zone: Option<&str>, expected: Option<&str>) {
    let shown = Browser::default().wall_clock(at.parse().unwrap(), zone);
    assert_eq!(
        shown.map(|shown| shown.to_string()).as_deref(),
        expected,
        "{at} {zone:?}"
    );
}

#[wasm_bindgen_test]
fn wall_clocks_show_what_they_show_in_their_zones() {
    let berlin = Some("Europe/Berlin");
    check_wall_clock("2026-12-08T13:30:00Z", berlin, Some("2026-12-08 14:30:00"));
    check_wall_clock("2026-07-08T12:30:09Z", berlin, Some("2026-07-08 14:30:09"));
    check_wall_clock("2026-07-07T22:00:00Z", berlin, Some("2026-07-08 00:00:00"));
    check_wall_clock(
        "2026-07-08T06:45:00Z",
        Some("Asia/Kathmandu"),
        Some("2026-07-08 12:30:00"),
    );
    for unknown in ["Harbour Time", "W. Europe Standard Time", ""] {
        check_wall_clock("2026-07-08T12:30:00Z", Some(unknown), None);
    }
    let at = "2026-07-08T12:00:00Z";
    let shifted = Date::parse(at) + ahead(Date::parse(at)) * HOUR;
    let own = String::from(Date::new(&shifted.into()).to_iso_string()).replace('T', " ");
    check_wall_clock(at, None, own.get(..19));
}

/// F8: as Chromium and Firefox say it, of the storage and of the disk.
#[wasm_bindgen_test]
fn that_no_room_is_left_is_known_by_what_browsers_say() {
    for said in [
        "Resource::kQuotaBytes quota exceeded",
        "QuotaExceededError: storage.local API call exceeded its quota limitations.",
        "IO error: .../000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)",
        "IO error: .../000003.log: No space left on device",
        "NS_ERROR_FILE_DISK_FULL",
    ] {
        assert!(is_full(said), "{said}");
    }
    assert!(!is_full(
        "IO error: .../000003.log: FILE_ERROR_IO (ChromeMethodBFE: 3::WritableFileAppend::5)"
    ));
}

#[wasm_bindgen_test]
fn the_alarm_rings_by_the_wall_clock() {
    let midnight = Date::parse("2026-10-25T00:00:00Z");
    let day = "2026-10-25".parse().unwrap();
    assert_eq!(wall_clock(day, 8), midnight + (8.0 - ahead(midnight)) * HOUR);
}

/// F26: on days of 23, 24 and 25 hours, where there are such.
#[wasm_bindgen_test]
fn the_alarm_rings_at_its_hour_on_nights_on_which_clocks_change() {
    for day in [
        "2026-03-08",
        "2026-03-29",
        "2026-04-05",
        "2026-10-04",
        "2026-10-25",
        "2026-11-01",
    ] {
        for hour in 4..=23 {
            let rings = Date::new(&wall_clock(day.parse().unwrap(), hour).into());
            assert_eq!((rings.get_hours(), rings.get_minutes()), (u32::from(hour), 0), "{day}");
            assert_eq!(day.get(8..).unwrap().parse(), Ok(rings.get_date()), "{day}");
        }
    }
}

/// F19: where the extension is there no more, as on the tests' own page, nothing is read or written, and it is said why.
#[wasm_bindgen_test]
async fn a_page_whose_extension_was_replaced_says_so() {
    let browser = Browser::default();
    assert_eq!(browser.get(&[Key::Head]).await, Err(Fault::Updated));
    assert_eq!(browser.get_all().await, Err(Fault::Updated));
    assert_eq!(browser.set(&[(Key::Head, String::new())]).await, Err(Fault::Updated));
}

#[wasm_bindgen_test]
fn identities_grow() {
    let browser = Browser::default();
    let ids: Vec<_> = (0..1_000).map(|_| browser.event()).collect();
    assert!(ids.is_sorted_by(|one, next| one < next));
}

/// F12: reads, lets others run, and writes: without a lock updates are lost.
#[wasm_bindgen_test]
async fn one_at_a_time_holds_the_lock() {
    let count = Rc::new(Cell::new(0));
    let tasks: Array = (0..20)
        .map(|_| {
            let count = Rc::clone(&count);
            future_to_promise(async move {
                let _guard = Guard::acquire(LOCK).await.ok();
                let before = count.get();
                JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await?;
                count.set(before + 1);
                Ok(JsValue::UNDEFINED)
            })
        })
        .collect();
    JsFuture::from(Promise::all(&tasks)).await.unwrap();
    assert_eq!(count.get(), 20);
}

/// A list of rows: a text, a link and something to type into.
struct Page {
    list: Element,
    screen: Screen,
}

impl Page {
    fn new() -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let create = |name: &str, attributes: &[(&str, &str)]| element(&document, name, attributes);
        let row = create("p", &[]);
        for part in [
            create("b", &[("data-slot", "text")]),
            create("a", &[("data-slot", "to")]),
            create("input", &[("name", "note")]),
            create("i", &[("data-slot", "error")]),
        ] {
            row.append_child(&part).unwrap();
        }
        let template: HtmlTemplateElement = create("template", &[("id", "row")]).unchecked_into();
        template.content().append_child(&row).unwrap();
        let list = create("div", &[("data-list", "rows")]);
        let body = document.body().unwrap();
        body.append_child(&template).unwrap();
        body.append_child(&list).unwrap();
        let screen = Screen::new(document);
        Self { list, screen }
    }

    fn show(&self, rows: Vec<Card>) {
        self.show_in(Words::english(), rows);
    }

    fn show_in(&self, words: Words, rows: Vec<Card>) {
        let card = Card::default().list("rows", rows);
        self.screen.show(&card, words);
    }

    fn row(&self, key: &str) -> Element {
        self.list.query_selector(&format!("[data-key={key}]")).unwrap().unwrap()
    }

    fn keys(&self) -> Vec<String> {
        let rows = self.list.children();
        let keys = (0..rows.length()).filter_map(|at| rows.item(at)?.get_attribute("data-key"));
        keys.collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.list.previous_element_sibling().unwrap().remove();
        self.list.remove();
    }
}

fn element(document: &Document, name: &str, attributes: &[(&str, &str)]) -> Element {
    let element = document.create_element(name).unwrap();
    for (name, value) in attributes {
        element.set_attribute(name, value).unwrap();
    }
    element
}

fn input(row: &Element) -> HtmlInputElement {
    row.query_selector("input").unwrap().unwrap().unchecked_into()
}

/// F35.
#[wasm_bindgen_test]
fn text_is_only_text() {
    let page = Page::new();
    let markup = "<img src=x onerror=alert(1)> & <b>";
    page.show(vec![Card::new("row", "a").text("text", markup)]);
    let slot = page.row("a").query_selector("[data-slot=text]").unwrap().unwrap();
    assert_eq!(slot.text_content().as_deref(), Some(markup));
    assert_eq!(slot.children().length(), 0);
}

/// F36.
#[wasm_bindgen_test]
fn a_link_leads_where_it_may_or_nowhere() {
    let page = Page::new();
    let address = SafeLink::new("https://jobs.example/7");
    assert!(address.is_some());
    let href = |address| {
        page.show(vec![Card::new("row", "a").link("to", "There", address)]);
        page.row("a")
            .query_selector("a")
            .unwrap()
            .unwrap()
            .get_attribute("href")
    };
    assert_eq!(href(address).as_deref(), Some("https://jobs.example/7"));
    assert_eq!(href(None), None);
}

#[wasm_bindgen_test]
fn what_is_wrong_describes_its_field() {
    let page = Page::new();
    let described = || {
        let by = input(&page.row("a")).get_attribute("aria-describedby")?;
        page.row("a").query_selector(&format!("#{by}")).unwrap()?.text_content()
    };
    let row = |key: &str, error: &str| Card::new("row", key).text("error", error).field("note", "said");
    page.show(vec![row("a", ""), row("b", "")]);
    assert_eq!(described(), None);
    page.show(vec![row("a", "Too late."), row("b", "Too early.")]);
    assert_eq!(described().as_deref(), Some("Too late."));
    assert_eq!(
        input(&page.row("a")).get_attribute("aria-invalid").as_deref(),
        Some("true")
    );
    let by = |key| input(&page.row(key)).get_attribute("aria-describedby");
    assert_ne!(by("a"), by("b"));
    page.show(vec![row("a", ""), row("b", "Too early.")]);
    assert_eq!(described(), None);
    assert!(!input(&page.row("a")).has_attribute("aria-invalid"));
}

#[wasm_bindgen_test]
fn what_is_there_and_what_comes_speaks_the_language_that_is_shown() {
    let page = Page::new();
    let document = page.list.owner_document().unwrap();
    let template: HtmlTemplateElement = page.list.previous_element_sibling().unwrap().unchecked_into();
    let row = template.content().first_element_child().unwrap();
    row.append_child(&element(&document, "u", &[("data-words", "undo")]))
        .unwrap();
    let said = |key: &str| page.row(key).query_selector("u").unwrap().unwrap().text_content();
    let root = document.document_element().unwrap();
    let german = Words::for_reader(["de-CH"]);
    let rows = |keys: &[&str]| keys.iter().map(|key| Card::new("row", *key)).collect();

    page.show(rows(&["a"]));
    assert_eq!(said("a").as_deref(), Some("Undo"));
    assert_eq!(root.get_attribute("lang").as_deref(), Some("en"));
    page.show_in(german, rows(&["a", "b"]));
    assert_eq!([said("a"), said("b")], [(); 2].map(|()| Some("Rückgängig".to_owned())));
    assert_eq!(root.get_attribute("lang").as_deref(), Some("de-CH"));
    assert_eq!(root.get_attribute("dir").as_deref(), Some("ltr"));
}

#[wasm_bindgen_test]
fn what_is_forgotten_is_put_in_anew() {
    let page = Page::new();
    let show = || page.show(vec![Card::new("row", "a").field("note", "said")]);
    show();
    input(&page.row("a")).set_value("typed");
    input(&page.row("a")).focus().unwrap();
    show();
    assert_eq!(input(&page.row("a")).value(), "typed");
    forget(&page.row("a"));
    show();
    assert_eq!(input(&page.row("a")).value(), "said");
}

#[wasm_bindgen_test]
fn rows_keep_their_nodes_and_what_was_typed() {
    let page = Page::new();
    let row = |key: &str| Card::new("row", key).text("text", key).field("note", "said");
    page.show(vec![row("a"), row("b")]);
    let typed_in = page.row("a");
    assert_eq!(input(&typed_in).value(), "said");
    input(&typed_in).set_value("typed");

    page.show(vec![row("c"), row("b"), row("a")]);
    assert_eq!(page.keys(), ["c", "b", "a"]);
    assert_eq!(page.row("a"), typed_in);
    assert_eq!(input(&typed_in).value(), "typed");

    page.show(vec![row("b")]);
    assert_eq!(page.keys(), ["b"]);
}
