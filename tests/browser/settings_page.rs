//! The page of the settings: what is chosen on it holds at once, without anything else being opened.

use std::path::Path;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::{Value, json};

use crate::days::business_days_before;
use crate::driver::{Key, Session, Tab};
use crate::follow_ups::apply_long_ago;
use crate::keyboard::tab_to;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

const GEAR: &str = ".dock [data-opens=settings]";
/// After how many business days without a closing date it is asked where things stand: seven, unless it is changed.
const DUE: &str = "[data-key=r4] [data-list=cases] > :first-child form:first-child";

/// A check-in is due since five business days, and the settings were opened from the popup.
struct Chosen {
    scene: Scene,
    tab: Tab,
    page: Popup,
    today: NaiveDate,
}

impl Chosen {
    #[track_caller]
    fn new() -> Self {
        let scene = Scene::new();
        let tab = scene.open(HARBOUR_MILL);
        let popup = scene.click(&tab);
        let today = popup.today();
        apply_long_ago(&popup);
        scene.wait_for_badge("1");
        popup.press(GEAR);
        popup.leave_by(".settings a");
        let address = scene.extension.address("dashboard.html#settings");
        let target = scene.browser.wait_for_target("page", &address, &[]);
        let page = Popup::new(scene.browser.attach(&target));
        Self {
            scene,
            tab,
            page,
            today,
        }
    }

    fn session(&self) -> &Session {
        self.page.session()
    }

    /// What the notice says once something was done, and the badge then.
    #[track_caller]
    fn check(&self, notice: &str, badge: &str) {
        self.page.wait_for(".notice");
        self.page.settle();
        assert_eq!(self.page.text(".notice .what"), notice);
        self.scene.wait_for_badge(badge);
    }

    #[track_caller]
    fn undo(&self) {
        self.page.press(".notice [data-action=undo]");
        self.scene.wait_for_badge("1");
    }

    /// Writes a number in the place of another, and leaves the field.
    #[track_caller]
    fn set(&self, form: &str, value: &str) {
        self.page.fill(&format!("{form} input"), value);
        self.session().press(Key::Tab);
        self.page.settle();
    }

    #[track_caller]
    fn choose(&self, select: &str, value: &str) {
        let select = json!(select);
        self.session().evaluate(&format!(
            "(select => {{ select.value = {}; select.dispatchEvent(new Event('input', {{ bubbles: true }})); }})\
             (document.querySelector({select}))",
            json!(value)
        ));
        self.page.settle();
    }

    /// What is kept of the settings.
    #[track_caller]
    fn kept(&self) -> Value {
        self.scene.kept("settings").remove("settings").unwrap_or_default()
    }
}

#[test]
fn a_number_is_changed_and_the_badge_follows() {
    let chosen = Chosen::new();
    chosen.set(DUE, "40");
    chosen.check("You applied, and no closing day is known: 40 in place of 7.", "");
    assert_eq!(chosen.page.text(&format!("{DUE} [data-slot=usual]")), "7 by default");
    chosen.undo();
    assert_eq!(chosen.page.value(&format!("{DUE} input")), "7");
    chosen.set(DUE, "30");
    chosen.scene.wait_for_badge("");
    chosen.page.press("[data-key=r4] [data-action=usual]");
    chosen.check("It is as at first again.", "1");
    assert!(!chosen.page.shows("[data-action=usual]"));
}

#[test]
fn an_impossible_number_is_told_beside_its_field_and_nothing_is_kept() {
    let chosen = Chosen::new();
    chosen.set(DUE, "999");
    assert_eq!(
        chosen.page.text(&format!("{DUE} .error")),
        "Choose a number from 1 to 90."
    );
    assert_eq!(chosen.page.value(&format!("{DUE} input")), "999");
    let said = chosen.session().evaluate(&format!(
        "document.getElementById(document.querySelector('{DUE} input').getAttribute('aria-describedby')).innerText"
    ));
    assert_eq!(said, "Choose a number from 1 to 90.");
    chosen.set(DUE, "");
    assert_eq!(chosen.page.text(&format!("{DUE} .error")), "Write a whole number.");
    assert_eq!(chosen.kept(), Value::Null);
    assert!(!chosen.page.shows(".notice"));
    chosen.set(DUE, "90");
    assert!(!chosen.page.shows(".error"));
    chosen.scene.wait_for_badge("");
}

#[test]
fn typed_days_off_are_not_counted() {
    let chosen = Chosen::new();
    let days = (1..=12).map(|count| business_days_before(count, chosen.today).to_string());
    let days = days.collect::<Vec<_>>().join("\n");
    chosen.page.press("[name=days]");
    chosen.session().insert(&days);
    chosen.page.press("[data-key=days_off] [type=submit]");
    chosen.check("Saved: 12 days off.", "");
    assert_eq!(chosen.page.value("[name=days]"), "");
    chosen.undo();
    chosen.page.press("[name=days]");
    chosen.session().type_text("Boxing Day");
    chosen.page.press("[data-key=days_off] [type=submit]");
    let error = "Line 1 does not begin with a day. Write it as in “2026-12-24 Christmas Eve”.";
    assert_eq!(chosen.page.text("[data-key=days_off] .error"), error);
    assert_eq!(chosen.page.value("[name=days]"), "Boxing Day");
}

#[test]
fn public_holidays_of_several_countries_are_chosen() {
    let chosen = Chosen::new();
    let ticked = || chosen.page.texts("[data-key=countries] label:has(:checked)");
    chosen.page.press("[data-key=countries] [data-key=DE]");
    chosen.page.press("[data-key=countries] [data-key=AT]");
    assert_eq!(ticked(), ["Austria", "Germany"]);
    let holidays = chosen.kept()["calendar"]["holidays"].to_string();
    assert!(holidays.contains("2028-10-03 Tag der Deutschen Einheit"), "{holidays}");
    chosen.page.press("[data-key=countries] [data-key=AT]");
    assert_eq!(ticked(), ["Germany"]);
    chosen.page.press("summary[data-slot=days_off_count]");
    chosen.page.press("[data-key='2028-10-03'] [data-action=no_day_off]");
    assert_eq!(ticked(), [""; 0]);
    chosen.page.press(".notice [data-action=undo]");
    assert_eq!(ticked(), ["Germany"]);
    chosen.page.press("[data-action=no_days_off]");
    assert_eq!(chosen.kept().get("calendar"), None);
}

#[test]
fn what_the_browser_does_not_keep_is_not_shown_as_chosen() {
    let chosen = Chosen::new();
    let Chosen { page, .. } = &chosen;
    chosen
        .session()
        .evaluate("chrome.storage.local.set = () => Promise.reject(new Error('full'))");
    page.press("[data-key=countries] [data-key=DE]");
    assert!(page.shows(".notice[data-tone=failed]"));
    assert!(!page.shows("[data-key=countries] label:has(:checked)"));
    chosen.choose("[name=soft_weekday]", "fri");
    assert_eq!(page.value("[name=soft_weekday]"), "mon");
    chosen.set(DUE, "9");
    assert_eq!(page.value(&format!("{DUE} input")), "7");
    // What was typed at length is not thrown away.
    page.fill("[name=days]", "2026-12-24");
    page.press("[data-key=days_off] [type=submit]");
    assert_eq!(page.value("[name=days]"), "2026-12-24");
}

#[test]
fn days_off_come_from_a_calendar_file_once_it_was_seen_what_it_has() {
    let chosen = Chosen::new();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("a file");
        chosen.page.choose_file("[data-key=file] [name=file]", &path);
    };
    file("no.ics", "<html>");
    chosen.page.wait_for("[data-key=file] .error");
    let (first, end) = (business_days_before(12, chosen.today), chosen.today + Days::new(1));
    let calendar = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{}\r\nDTEND;VALUE=DATE:{}\r\n\
         SUMMARY:Works closed\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Some day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        first.format("%Y%m%d"),
        end.format("%Y%m%d")
    );
    file("closed.ics", &calendar);
    chosen.page.wait_for("[data-key=found]");
    chosen.page.settle();
    let found = chosen.page.text("[data-slot=found]");
    assert!(
        found.ends_with("One entry could not be read and was left out."),
        "{found}"
    );
    assert!(!chosen.page.shows("[data-key=file] .error"));
    assert_eq!(chosen.kept(), Value::Null);
    assert_eq!(
        chosen.session().evaluate("document.activeElement.dataset.action"),
        "cancel"
    );
    chosen.page.press("[data-key=found] [type=submit]");
    chosen.scene.wait_for_badge("");
    assert!(
        chosen.kept()["calendar"]["holidays"]
            .to_string()
            .contains(" Works closed")
    );
}

#[test]
fn a_quiet_period_is_not_counted() {
    let chosen = Chosen::new();
    let first = business_days_before(12, chosen.today);
    for (end, day) in [("from", first), ("to", chosen.today)] {
        chosen.page.fill(&format!("[name={end}_day]"), &day.day().to_string());
        chosen.choose(&format!("[name={end}_month]"), &day.month().to_string());
    }
    chosen.page.press("[data-key=quiet] [type=submit]");
    chosen.page.wait_for("[data-list=quiet] li");
    chosen.scene.wait_for_badge("");
    chosen.page.press("[data-list=quiet] [data-action=not_quiet]");
    chosen.scene.wait_for_badge("1");
    assert!(!chosen.page.shows("[data-list=quiet] li"));
}

#[test]
fn a_soft_weekday_moves_what_falls_on_it_until_there_is_none() {
    let chosen = Chosen::new();
    let is_weekend = matches!(chosen.today.weekday(), Weekday::Sat | Weekday::Sun);
    // Due on the latest business day that there is.
    let (count, due) = if is_weekend {
        ("11", business_days_before(1, chosen.today))
    } else {
        ("12", chosen.today)
    };
    chosen.choose("[name=soft_weekday]", "");
    chosen.set(DUE, count);
    chosen.scene.wait_for_badge("1");
    chosen.choose("[name=soft_weekday]", &due.format("%a").to_string().to_lowercase());
    chosen.check(
        &format!("On a {} nobody is asked where things stand.", due.format("%A")),
        "",
    );
    chosen.choose("[name=soft_weekday]", "");
    chosen.check("No weekday is spared any more.", "1");
}

#[test]
fn who_keeps_in_touch_with_all_says_so_once() {
    let chosen = Chosen::new();
    chosen.page.press("[name=keep_warm]");
    chosen.check("You keep in touch with those who turn you down.", "1");
    chosen.undo();
    assert!(!chosen.page.shows("[name=keep_warm]:checked"));
}

#[test]
fn words_of_ones_own_are_in_the_draft() {
    let chosen = Chosen::new();
    let Chosen { page, scene, tab, .. } = &chosen;
    page.fill("[name=sender]", "Ada King");
    chosen.session().press(Key::Tab);
    chosen.choose("[name=occasion]", "ask_after_applying");
    assert!(
        !page.shows(".words [name=body]"),
        "what it becomes is shown, and not how it is made"
    );
    page.press(".words summary");
    page.fill("[name=subject]", "About {job}");
    page.fill(".words [name=body]", "Good day {person}");
    page.settle();
    assert!(page.text(".words .error").starts_with("{person} is not always known."));
    assert!(!page.shows(".preview"));
    page.fill(
        ".words [name=body]",
        "Good day[[ {person}]], any news? {job}[[. {sender}]]",
    );
    page.settle();
    assert_eq!(
        page.text(".preview .body"),
        "Good day Dana Kim, any news? the role of Backend Engineer at Northwind Labs. Ada King"
    );
    page.press("[data-action=words]");
    page.wait_for(".notice");
    let popup = scene.click(tab);
    popup.press("#moves [data-action=write]");
    popup.wait_for(".letter");
    assert!(popup.value(".letter [name=subject]").starts_with("About the role of "));
    let body = popup.value(".letter [name=body]");
    assert!(
        body.starts_with("Good day, any news?") && body.ends_with(". Ada King"),
        "{body}"
    );
    scene.close(popup);
    page.press("[data-action=our_words]");
    assert!(
        page.value(".words [name=body]").starts_with("[["),
        "{}",
        page.everything()
    );
}

#[test]
fn a_key_that_is_held_down_writes_empty_lines_and_asks_once() {
    let chosen = Chosen::new();
    let is_let_through = |field: &str| {
        chosen.session().evaluate(&format!(
            "document.querySelector('.words [name={field}]').dispatchEvent(\
                new KeyboardEvent('keydown', {{ key: 'Enter', repeat: true, bubbles: true, cancelable: true }}))"
        ))
    };
    assert_eq!(is_let_through("body"), true);
    assert_eq!(is_let_through("subject"), false);
}

#[test]
fn what_is_chosen_in_the_popup_is_seen_by_who_comes_back() {
    let chosen = Chosen::new();
    let Chosen { page, scene, tab, .. } = &chosen;
    let popup = scene.click(tab);
    popup.press(GEAR);
    popup.focus(".settings [name=day_begins]");
    popup.session().type_text("11");
    popup.settle();
    scene.close(popup);
    chosen
        .session()
        .evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    let value = "document.querySelector('[name=day_begins]').value === '11:00'";
    chosen.session().wait_for("the hour", value);
    page.settle();
}

#[test]
fn it_is_worked_by_keyboard_alone() {
    let chosen = Chosen::new();
    let Chosen { page, scene, .. } = &chosen;
    let session = chosen.session();
    tab_to(page, "nav a[href='#settings/rules']");
    session.press(Key::Enter);
    tab_to(page, &format!("{DUE} input"));
    session.press(Key::SelectAll);
    session.type_text("40");
    session.press(Key::Enter);
    scene.wait_for_badge("");
    page.settle();
    tab_to(page, ".notice [data-action=undo]");
    session.press(Key::Space);
    scene.wait_for_badge("1");
    page.settle();
    // The button is gone, and the focus did not go with it.
    assert_ne!(session.evaluate("document.activeElement.localName"), "body");
}

#[test]
fn nothing_is_cut_off_on_a_narrow_screen_or_enlarged() {
    let chosen = Chosen::new();
    for width in [320, 700] {
        chosen.session().resize(width, 800);
        let wide = "document.documentElement.scrollWidth > innerWidth";
        assert_eq!(chosen.session().evaluate(wide), false, "at {width} px");
    }
}

#[test]
fn the_look_holds_everywhere_and_everything_can_be_deleted() {
    let chosen = Chosen::new();
    chosen.page.press("[data-template=appearance-form] [value=dark]");
    let look = "document.documentElement.dataset.appearance";
    assert_eq!(chosen.session().evaluate(look), "dark");
    let popup = chosen.scene.click(&chosen.tab);
    assert_eq!(popup.session().evaluate(look), "dark");
    chosen.scene.close(popup);

    chosen.page.press("[data-opens=erase]");
    chosen.page.press("[data-action=erase_all]");
    chosen.check("Everything is deleted.", "");
    assert!(!chosen.page.shows("nav .number"));
    chosen.page.press("nav a[href='#today']");
    chosen.page.wait_for(".first-run");
    let kept = json!(chosen.scene.kept("")).to_string();
    assert!(!kept.contains("Lighthouse"), "{kept}");
    // The page that was kept can be kept anew.
    let popup = chosen.scene.click(&chosen.scene.open(HARBOUR_MILL));
    popup.apply_today();
}

#[test]
fn a_link_to_a_part_leads_there() {
    let scene = Scene::new();
    let page = scene.dashboard("#settings/messages");
    page.wait_for(".settings-screen");
    let top = "document.getElementById('settings/messages').getBoundingClientRect().top";
    let is_in_sight = format!("{top} >= 0 && {top} < innerHeight / 2");
    assert_eq!(
        page.session().evaluate(&is_in_sight),
        true,
        "{}",
        page.session().evaluate(top)
    );
}
