//! What a page says, kept with one click.

use chrono::Days;
use serde_json::json;

use crate::days::business_days_before;
use crate::driver::Key;
use crate::scene::{HARBOUR_MILL, NORTHWIND, Scene};

/// The value that an application's posting has for a field.
fn posted<'a>(events: &'a [serde_json::Value], field: &str) -> &'a serde_json::Value {
    &events[0]["what"]["captured"]["posting"][field]["value"]
}

#[test]
fn a_posting_is_read_field_by_field() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(NORTHWIND));
    popup.wait_for("#page form.capture[data-mode=read]");
    let check = |field: &str, expected: &str| {
        assert_eq!(
            popup.value(&format!("#page [name={field}]")),
            expected,
            "the field {field}"
        );
    };
    check("title", "Backend Engineer, Storage");
    check("company", "Northwind Labs");
    check("workplace", "hybrid");
    check("posted", "2026-11-09");
    check("closes", "2026-12-04");
    assert!(
        popup.value("#page [name=place]").starts_with("Berlin"),
        "{}",
        popup.everything()
    );
    let pay = popup.value("#page [name=pay]");
    assert!(["80", "95", "EUR"].iter().all(|part| pay.contains(part)), "{pay}");
    assert_eq!(popup.text("#page [data-slot=host]"), "jobs.northwind.example");
    assert_eq!(scene.kept("app/").len(), 0, "nothing is kept before it is asked for");
}

#[test]
fn a_boards_posting_is_read_under_the_boards_own_name() {
    let scene = Scene::new();
    let check = |address: &str, host: &str, title: &str, company: &str| {
        let popup = scene.click(&scene.open(address));
        assert_eq!(popup.text("#page [data-slot=host]"), host);
        assert_eq!(popup.value("#page [name=title]"), title);
        assert_eq!(popup.value("#page [name=company]"), company);
        scene.close(popup);
    };
    check(
        "https://job-boards.greenhouse.io/ternworks/jobs/4210007",
        "job-boards.greenhouse.io",
        "Tide Analyst, Sensors",
        "Ternworks",
    );
    check(
        "https://jobs.lever.co/gannetry/0b6f3a52-7d1e-4c55-9a80-51c8f7e2d904",
        "jobs.lever.co",
        "Dive Supervisor",
        "Gannetry",
    );
}

#[test]
fn a_list_offers_its_postings_to_choose_from() {
    let scene = Scene::new();
    let tab = scene.open("https://jobs.northwind.example/openings");
    let popup = scene.click(&tab);
    let posting = format!("#page [data-list=choices] a[href='{NORTHWIND}']");
    popup.wait_for(&posting);
    assert!(!popup.shows("#page form.capture"), "a list is no posting");
    popup.leave_by(&posting);
    scene.browser.wait_for_target("page", NORTHWIND, &[]);
}

#[test]
fn a_posting_is_kept_as_it_was_read() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(NORTHWIND));
    popup.apply_today();
    let events = scene.events();
    assert_eq!(posted(&events, "title"), "Backend Engineer, Storage");
    assert_eq!(posted(&events, "company"), "Northwind Labs");
    assert_eq!(posted(&events, "address"), NORTHWIND);
    assert_eq!(events.len(), 2, "{events:#?}");
    assert_eq!(events[1]["on"], popup.today().to_string());
    assert_eq!(events[1]["what"], json!({ "applied": {} }));
    for prefix in ["head", "agenda/", "text/", "link/", "company/", "index/"] {
        assert!(!scene.kept(prefix).is_empty(), "nothing under {prefix}");
    }
    assert_eq!(scene.kept("head")["head"]["applications"], 1);
}

#[test]
fn a_second_click_shows_what_is_kept() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.apply_today();
    scene.close(popup);

    let popup = scene.click(&tab);
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Platform Engineer");
    assert_eq!(popup.text("#page .kept [data-slot=company]"), "Harbour Mill");
    assert_eq!(popup.texts("#page [data-list=timeline] > li").len(), 2);
    assert!(!popup.shows("#page form.capture"));
    scene.close(popup);

    // The same page by another way in.
    let tab = scene.open(&format!("{HARBOUR_MILL}?utm_source=newsletter#top"));
    let popup = scene.click(&tab);
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Platform Engineer");
}

#[test]
fn a_correction_typed_in_the_card_is_kept() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.fill("#page [name=title]", "Platform Engineer, Nights");
    popup.apply_today();
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Platform Engineer, Nights");
    let events = scene.events();
    assert_eq!(
        posted(&events, "title"),
        "Platform Engineer",
        "what the page said stays"
    );
    let corrections: Vec<_> = events
        .iter()
        .map(|event| &event["what"]["corrected"])
        .filter(|what| !what.is_null())
        .collect();
    assert_eq!(corrections, [&json!({ "title": "Platform Engineer, Nights" })]);
    scene.close(popup);

    let popup = scene.click(&tab);
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Platform Engineer, Nights");
}

#[test]
fn what_is_saved_for_later_can_be_applied_to() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.press("#page [data-action=save]");
    popup.wait_for("#page .kept");
    assert_eq!(scene.events().len(), 1);
    scene.close(popup);

    let popup = scene.click(&tab);
    popup.press("#page .kept button[data-action=applied]");
    popup.wait_for(".dock .notice[data-tone=good]");
    let events = scene.events();
    assert_eq!(events.len(), 2, "{events:#?}");
    assert_eq!(events[1]["what"], json!({ "applied": {} }));
    assert!(!popup.shows("#page .kept [data-action=applied]"), "one applies once");
}

#[test]
fn a_day_that_is_yet_to_come_is_refused_at_its_place() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    let tomorrow = popup.today().checked_add_days(Days::new(1)).unwrap();
    popup.fill_applied_on(tomorrow);
    popup.press("#page [data-panel=day] [type=submit]");
    popup.wait_for("#page form.capture [data-slot=error]");
    assert_eq!(
        popup.value("#page [name=applied_on]"),
        tomorrow.to_string(),
        "what was typed stays"
    );
    assert_eq!(scene.kept("").len(), 0, "nothing is kept");

    popup.fill_date("#page [name=applied_on]", business_days_before(1, popup.today()));
    popup.press("#page [data-panel=day] [type=submit]");
    popup.wait_for("#page .kept");
    assert_eq!(scene.events().len(), 2);
}

#[test]
fn a_date_that_is_not_typed_to_its_end_is_no_date() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.press("#page [data-opens=day]");
    popup.focus("#page [name=applied_on]");
    // The month goes, day and year stay.
    popup.session().press(Key::Delete);
    assert_eq!(popup.value("#page [name=applied_on]"), "");
    popup.press("#page [data-panel=day] [type=submit]");
    popup.wait_for("#page form.capture [data-slot=error]");
    assert_eq!(scene.kept("").len(), 0, "nothing is kept");
}
