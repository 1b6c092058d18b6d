//! A key that means something is named where the keys are shown.

use super::project;

const DIALOG: &str = "extension/dashboard.html";
/// What the dashboard is put together from.
const PAGES: [&str; 3] = [DIALOG, "extension/applications.html", "extension/templates.html"];

/// The keys on which something is clicked, as `page` has them, that `dialog` does not name.
fn unnamed(page: &str, dialog: &str) -> Vec<String> {
    let named: Vec<String> = dialog.split("<dt>").skip(1).map(keys).collect();
    let meant = page
        .split("data-keys=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let missing = meant.filter(|meant| !named.iter().any(|named| named == meant));
    missing.map(str::to_owned).collect()
}

/// The keys at the beginning of an entry: "g t" of `<kbd>g</kbd> <kbd>t</kbd></dt>`.
fn keys(entry: &str) -> String {
    let names = entry.split("</dt>").next().unwrap_or_default();
    let parts = names.split('<').filter_map(|part| part.split_once('>'));
    let parts = parts.map(|(_, text)| text.trim()).filter(|text| !text.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

#[test]
fn each_key_is_named_where_they_are_shown() {
    let dashboard = project::read(DIALOG);
    let (_, dialog) = dashboard.split_once("<dialog id=\"shortcuts\"").expect("the dialog");
    let (dialog, _) = dialog.split_once("</dialog>").expect("its end");
    let complaints = PAGES.iter().flat_map(|page| {
        let unnamed = unnamed(&project::read(page), dialog).into_iter();
        unnamed.map(move |key| format!("{page}:1: nothing says what {key} does"))
    });
    project::none(complaints.collect());
    // Those of the manifest, which its own test knows.
    let ours = "<kbd>Alt</kbd> <kbd data-words=\"key_shift\"></kbd> <kbd>Y</kbd>";
    assert!(dialog.contains(ours), "the keys that open the popup");
}

#[test]
fn a_key_that_is_not_named_is_told() {
    #[track_caller]
    fn check(page: &str, expected: &[&str]) {
        let dialog = "<div><dt><kbd>g</kbd> <kbd>t</kbd></dt><dd>Today</dd></div><div><dt><kbd>x</kbd></dt></div>";
        assert_eq!(unnamed(page, dialog), expected);
    }
    check("<a data-keys=\"g t\"></a><input data-keys=\"x\">", &[]);
    check("<a data-keys=\"g s\"></a><input data-keys=\"x\">", &["g s"]);
    check("<a data-keys=\"t\"></a>", &["t"]);
}
