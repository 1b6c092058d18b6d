//! The language: the browser's, or the one that was chosen, everywhere and at once.

use serde_json::json;

use crate::driver::Launch;
use crate::follow_ups::apply_long_ago;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

/// A browser whose user reads these languages.
#[track_caller]
pub(crate) fn reading(languages: &str) -> Scene {
    Scene::with(Launch {
        languages: Some(languages),
        ..Launch::default()
    })
}

/// The document's language and direction.
#[track_caller]
fn spoken(page: &Popup) -> String {
    let said = "document.documentElement.lang + ' ' + document.documentElement.dir";
    page.session().evaluate(said).as_str().unwrap_or_default().to_owned()
}

#[test]
fn from_a_posting_to_a_message_all_is_german_where_the_browser_is() {
    let scene = reading("de-DE,de,en");
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    assert_eq!(spoken(&popup), "de ltr");
    assert_eq!(popup.text("#moves-heading").to_lowercase(), "so geht es");
    apply_long_ago(&popup);
    scene.wait_for_badge("1");
    assert_eq!(popup.text("#moves-heading").to_lowercase(), "du bist am zug");
    assert!(
        popup
            .text(".dock .notice .what")
            .starts_with("Gespeichert. Du hast dich am ")
    );
    assert_eq!(popup.text("#moves .move [data-slot=heading]"), "Nach dem Stand fragen");
    scene.wait_for_tooltip("Your Move: 1 Schritt fällig\nNach dem Stand fragen: ");
    popup.press("#moves [data-action=write]");
    popup.wait_for(".letter");
    let body = popup.value(".letter [name=body]");
    assert!(body.starts_with("Guten Tag,\n\nich habe mich am "), "{body}");
    assert!(body.ends_with("\n\nViele Grüße"), "{body}");
    popup.press(".letter [data-action=cancel]");
    popup.press(".kept [data-opens=more]");
    popup.press(".dock [data-opens=settings]");
    let english = ["Your move", "Saved", "I sent it", "Later", "Timeline", " on "];
    let shown = popup.everything();
    assert!(!english.iter().any(|word| shown.contains(word)), "{shown}");
}

#[test]
fn numbers_and_days_are_written_as_in_the_readers_region() {
    let scene = reading("en-US,en");
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    assert_eq!(spoken(&popup), "en-US ltr");
    let month_first = "/^[A-Z][a-z]{2}, [A-Z][a-z]{2} \\d{1,2}$/.test(document.querySelector('.today').textContent)";
    assert_eq!(popup.session().evaluate(month_first), true, "{}", popup.text(".today"));
}

#[test]
fn the_language_that_is_chosen_holds_at_once_and_none_other_is_seen_before_it() {
    let scene = reading("en-GB,en");
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    apply_long_ago(&popup);
    scene.wait_for_badge("1");
    popup.press(".dock [data-opens=settings]");
    popup.leave_by(".settings a");
    let address = scene.extension.address("dashboard.html#settings");
    let target = scene.browser.wait_for_target("page", &address, &[]);
    let page = Popup::new(scene.browser.attach(&target));
    assert_eq!(spoken(&page), "en-GB ltr");
    let names = [("", "As the browser"), ("de", "Deutsch"), ("en", "English")];
    for (value, name) in names {
        let choice = format!("[data-template=language-choice][data-key='{value}']");
        assert_eq!(page.text(&choice), name);
    }
    let chosen = "document.querySelector('[name=language]:checked')?.value";
    assert_eq!(page.session().evaluate(chosen), "");
    page.press("[data-template=language-choice] [value=de]");
    assert_eq!(scene.dashboard("#settings").session().evaluate(chosen), "de");
    assert_eq!(page.text(".notice .what"), "Ab jetzt auf Deutsch.");
    assert_eq!(spoken(&page), "de ltr");
    assert_eq!(page.text("h1"), "Einstellungen");
    let spared = "document.querySelector('[name=soft_weekday]').selectedOptions[0].textContent";
    assert_eq!(page.session().evaluate(spared), "Montag");
    assert_eq!(page.session().evaluate("document.title"), "Einstellungen – Your Move");
    let is_german = "chrome.action.getTitle({}).then(title => title.startsWith('Your Move: 1 Schritt fällig'))";
    scene.backstage.wait_for("the icon to say so in German", is_german);

    // Each word that the heading ever has.
    let record = "if (location.pathname === '/popup.html') { window.said = []; new MutationObserver(() => { \
        const text = document.querySelector('#moves-heading')?.textContent; \
        if (text && said.at(-1) !== text) said.push(text); \
        }).observe(document, { childList: true, subtree: true, characterData: true }); }";
    scene.browser.begin_with(record);
    let popup = scene.click(&tab);
    assert_eq!(popup.session().evaluate("said"), json!(["Du bist am Zug"]));
    assert_eq!(spoken(&popup), "de ltr");

    page.press(".notice [data-action=undo]");
    assert_eq!(page.text(".notice .what"), "This is English from now on.");
    assert_eq!(spoken(&page), "en-GB ltr");
    assert_eq!(page.text("h1"), "Settings");
    assert_eq!(page.session().evaluate(chosen), "", "the browser's again");
}
