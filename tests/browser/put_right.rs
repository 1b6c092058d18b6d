//! What is known of an application is put right after it was kept: in the popup and on its page of the dashboard.

use crate::driver::Key;
use crate::keyboard::tab_to;
use crate::scene::{HARBOUR_MILL, Scene};

#[test]
fn in_the_popup() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    let before = popup.text(".kept .title");
    popup.begin("put_right");
    assert_eq!(popup.value(".entry [name=title]"), before);
    popup.fill(".entry [name=title]", "Head of Lamps");
    popup.fill(".entry [name=address]", "harbour");
    popup.keep();
    popup.wait_for(".entry #address-error");
    assert_eq!(
        popup.text(".kept .title"),
        before,
        "nothing is kept of what cannot be understood"
    );
    popup.fill(".entry [name=address]", "https://harbour-mill.example/jobs/17");
    popup.keep();
    popup.wait_until_gone(".entry form");
    assert_eq!(popup.text(".kept .title"), "Head of Lamps");
    popup.press(".notice [data-action=undo]");
    popup.settle();
    assert_eq!(popup.text(".kept .title"), before);
}

#[test]
fn on_its_page_without_a_mouse() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    let id = popup.session().evaluate("document.querySelector('.kept').dataset.key");
    let page = scene.dashboard(&format!("#application/{}", id.as_str().expect("an identity")));
    let session = page.session();
    tab_to(&page, ".kept [data-opens=more]");
    session.press(Key::Enter);
    tab_to(&page, ".kept [data-key=put_right]");
    session.press(Key::Enter);
    page.wait_for(".entry .capture");
    let is_first = session.evaluate("document.activeElement.name");
    assert_eq!(is_first, "title", "one types at once");
    session.press(Key::SelectAll);
    session.type_text("Head of Lamps");
    session.press(Key::Enter);
    page.wait_until_gone(".entry form");
    assert_eq!(page.text(".kept .title"), "Head of Lamps");
    let title = session.evaluate("document.title");
    assert!(
        title.as_str().is_some_and(|title| title.contains("Head of Lamps")),
        "{title}"
    );
}
