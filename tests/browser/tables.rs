//! Tables in a browser: the file that it saves, and one from elsewhere that is looked through, put right and brought in.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use your_move::archive::read_table;

use crate::driver::{Key, until};
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

const FILE: &str = "[data-key=table] [name=file]";
const SHEET: &str = "[data-key=sheet]";
const PREVIEW: &str = "[data-key=preview]";
const DATA: &str = "#settings/data";

/// Puts a file of these bytes where a program of a test may write.
fn file(name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

/// Chooses a table, and waits until what would come of it is shown.
#[track_caller]
fn look_into(page: &Popup, path: &Path) {
    page.choose_file(FILE, path);
    page.wait_for(PREVIEW);
    page.settle();
}

/// Chooses what a column says.
fn map(page: &Popup, place: usize, says: &str) {
    page.session().evaluate(&format!(
        "(() => {{
            const field = document.querySelector('{SHEET} [data-key=\"{place}\"] select');
            field.value = {};
            field.dispatchEvent(new Event('input', {{ bubbles: true }}));
        }})()",
        json!(says)
    ));
    page.settle();
}

#[test]
fn what_is_saved_is_brought_in_by_another_browser() {
    let (events, text) = {
        let from = Scene::new();
        let popup = from.click(&from.open(HARBOUR_MILL));
        popup.apply_today();
        popup.wait_for("#page .kept");
        from.close(popup);
        let page = from.dashboard(DATA);
        let saved = from.downloads().join(format!("your-move-{}.csv", page.today()));
        page.press("#settings\\/data [data-action=save_table]");
        page.wait_for(".notice");
        page.settle();
        let mut text = String::new();
        until("the table to be saved", || match fs::read_to_string(&saved) {
            Ok(saved) if saved.ends_with("\r\n") => {
                text = saved;
                Ok(())
            }
            Ok(text) => Err(text),
            Err(error) => Err(error.to_string()),
        });
        (from.events(), text)
    };
    assert_eq!(read_table(&text).expect("a table").rows.len(), 2);
    let path = file("of-another-browser.csv", text);
    let to = Scene::new();
    let page = to.dashboard(DATA);
    look_into(&page, &path);
    page.press(&format!("{PREVIEW} [type=submit]"));
    page.wait_for(".notice");
    page.settle();
    assert_eq!(page.text(".notice .what"), "One application came in.");
    assert_eq!(to.events(), events);
    assert!(!page.shows(SHEET) && !page.shows(PREVIEW));
    assert_eq!(page.text("nav .number"), "1");
}

/// As Excel writes it on Windows where semicolons stand between cells.
#[test]
fn a_sheet_from_elsewhere_is_put_right_and_brought_in() {
    let scene = Scene::new();
    let page = scene.dashboard(DATA);
    let text = "Wo;Was;Beworben am;Stand\r\nHafenm\u{fc}hle;B\u{e4}ckerin;03.10.2024;Beworben\r\nTern;Seemann;bald;Beworben\r\n";
    let western: Vec<u8> = text.chars().filter_map(|letter| u8::try_from(letter).ok()).collect();
    look_into(&page, &file("western.csv", western));
    assert_eq!(
        page.texts(&format!("{SHEET} .table-columns label span"))[..2],
        ["Wo", "Was"]
    );
    let focused = "document.activeElement.closest('[data-key=sheet]') !== null";
    assert_eq!(
        page.session().evaluate(focused),
        json!(true),
        "what is to be looked through has the focus"
    );
    map(&page, 0, "company");
    map(&page, 1, "title");
    // What was put right by keyboard keeps the focus.
    page.focus(&format!("{SHEET} [data-key=\"3\"] select"));
    page.session().press(Key::Tab);
    let said = page.texts(&format!("{PREVIEW} summary"));
    assert_eq!(
        said,
        [
            "One application that is not here",
            "One row cannot be taken, and is left out"
        ]
    );
    page.session().evaluate(&format!(
        "document.querySelectorAll('{PREVIEW} details').forEach((details) => {{ details.open = true; }})"
    ));
    let rows = page.texts(&format!("{PREVIEW} li"));
    assert_eq!(rows[0], "B\u{e4}ckerin · Hafenm\u{fc}hle");
    assert!(rows[1].starts_with("Row 3: Seemann · Tern – “bald”"), "{rows:?}");
    assert!(scene.kept("app/").is_empty(), "nothing is kept yet");
    page.press(&format!("{PREVIEW} [type=submit]"));
    page.wait_for(".notice");
    page.settle();
    assert_eq!(page.text(".notice .what"), "One application came in.");
    assert_eq!(scene.kept("app/").len(), 1);
}

/// F43.
#[test]
fn what_is_written_in_two_bytes_a_letter_is_read_and_what_is_no_table_is_said() {
    let scene = Scene::new();
    let page = scene.dashboard(DATA);
    let text = "\u{feff}Company\tTitle\r\nHafenmühle\tBäckerin\r\n";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    look_into(&page, &file("wide.txt", wide));
    assert_eq!(
        page.texts(&format!("{PREVIEW} summary")),
        ["One application that is not here"]
    );
    page.press(&format!("{PREVIEW} [data-action=cancel]"));
    page.wait_until_gone(PREVIEW);
    assert!(!page.shows(SHEET));
    page.choose_file(FILE, &file("workbook.xlsx", "PK\u{3}\u{4}\u{14}\0\u{6}\0"));
    page.wait_for("[data-key=table] .error");
    page.settle();
    assert!(
        page.text("[data-key=table] .error")
            .starts_with("This is no table in CSV.")
    );
    assert!(!page.shows(PREVIEW) && scene.kept("app/").is_empty());
}
