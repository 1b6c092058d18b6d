//! One posting at two addresses, and two applications that turn out to be one, as a person meets them.

use crate::driver::Key;
use crate::keyboard::tab_to;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, HARBOUR_MILL_SECOND, Scene};

/// The second posting of Harbour Mill, as an aggregator has it.
const ELSEWHERE: &str = "https://jobs.compass.example/view/77";

const ROW: &str = ".neighbours [data-template=neighbour-row]";

/// Clicks the icon on a posting and saves it for later.
#[track_caller]
fn save(scene: &Scene, address: &str) {
    let popup = scene.click(&scene.open(address));
    popup.press("#page .capture [data-action=save]");
    popup.wait_for("#page .kept");
    scene.close(popup);
}

/// The same, and says that one applied.
#[track_caller]
fn apply(scene: &Scene, address: &str) {
    let popup = scene.click(&scene.open(address));
    popup.apply_today();
    scene.close(popup);
}

#[test]
fn what_is_kept_from_elsewhere_is_told_and_taken_for_the_same() {
    let scene = Scene::new();
    save(&scene, HARBOUR_MILL_SECOND);
    let popup = scene.click(&scene.open(ELSEWHERE));
    assert_eq!(popup.text(".neighbours h3"), "Also at Harbour Mill");
    assert_eq!(popup.text(&format!("{ROW} [data-slot=bond]")), "The same posting?");
    popup.press(&format!("{ROW} [data-action=same]"));
    popup.wait_for("#page .kept");
    assert_eq!(scene.kept("app/").len(), 1);
    // From either page it is known from now on.
    for address in [ELSEWHERE, HARBOUR_MILL_SECOND] {
        scene.close(scene.click(&scene.open(address)));
        let popup = scene.click(&scene.open(address));
        assert_eq!(popup.text(".kept [data-slot=title]"), "Mill Hand");
        scene.close(popup);
    }
}

#[test]
fn that_one_applied_there_before_stands_on_the_card() {
    let scene = Scene::new();
    apply(&scene, HARBOUR_MILL);
    let popup = scene.click(&scene.open(HARBOUR_MILL_SECOND));
    assert_eq!(popup.text(".neighbours h3"), "You applied here before");
    assert!(!popup.shows(&format!("{ROW} [data-action=same]")), "it is another job");
    popup.press(&format!("{ROW} [data-action=visit]"));
    popup.wait_for("#page .kept");
    assert_eq!(popup.text(".kept [data-slot=title]"), "Platform Engineer");
}

/// Both postings kept, and the page of the first.
#[track_caller]
fn both() -> (Scene, Popup) {
    let scene = Scene::new();
    save(&scene, HARBOUR_MILL_SECOND);
    apply(&scene, ELSEWHERE);
    let page = scene.dashboard("#applications");
    page.wait_for(".application-row");
    (scene, page)
}

/// Opens the application that is saved.
#[track_caller]
fn open_saved(page: &Popup) {
    page.fill("[name=words]", "hand");
    page.session().evaluate(
        "[...document.querySelectorAll('.application-row')].find((row) => row.innerText.includes('Saved')).querySelector('a').click()",
    );
    page.wait_for(".application-screen .kept");
    page.settle();
}

#[test]
fn two_are_joined_and_parted_by_mouse() {
    let (scene, page) = both();
    open_saved(&page);
    page.press(&format!("{ROW} [data-action=same]"));
    page.wait_for(".notice");
    assert_eq!(
        page.text(".notice .what"),
        "Joined. What happened there stands here as well."
    );
    assert_eq!(page.text(".kept [data-slot=stage]"), "Applied");
    assert_eq!(page.text(&format!("{ROW} [data-slot=bond]")), "Joined with this one");
    for address in [ELSEWHERE, HARBOUR_MILL_SECOND] {
        let popup = scene.click(&scene.open(address));
        assert_eq!(popup.text(".kept [data-slot=title]"), "Mill Hand");
        scene.close(popup);
    }
    let page = scene.dashboard("#applications");
    page.wait_for(".application-row");
    open_joint(&page);
    page.press(&format!("{ROW} [data-action=part]"));
    page.wait_for(".notice");
    assert_eq!(page.text(".kept [data-slot=stage]"), "Saved");
    assert_eq!(scene.kept("app/").len(), 2);
}

/// Opens the application that has all that happened.
#[track_caller]
fn open_joint(page: &Popup) {
    page.session().evaluate(
        "[...document.querySelectorAll('.application-row')].find((row) => row.innerText.includes('Applied')).querySelector('a').click()",
    );
    page.wait_for(".application-screen .kept");
    page.settle();
}

#[test]
fn two_are_joined_by_keyboard_alone_and_that_is_undone() {
    let (scene, page) = both();
    open_saved(&page);
    let session = page.session();
    tab_to(&page, &format!("{ROW} [data-action=same]"));
    session.press(Key::Enter);
    page.wait_for(".notice");
    page.settle();
    tab_to(&page, ".notice [data-action=undo]");
    session.press(Key::Enter);
    page.settle();
    session.wait_for(
        "both to be two",
        "document.querySelector('.kept [data-slot=stage]').innerText === 'Saved'",
    );
    assert_eq!(scene.kept("app/").len(), 2);
}
