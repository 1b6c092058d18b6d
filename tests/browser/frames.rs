//! Postings that stand in a frame of the page.

use crate::scene::Scene;

/// A company's own page around its board's: another origin, into which a click on the icon gives no way.
const AROUND_ANOTHER: &str = "https://www.ternworks.example/careers/opening?gh_jid=4210031";

/// The frame in it.
const ANOTHER: &str = "https://boards.greenhouse.io/embed/job_app?for=ternworks&token=4210031\
                       &b=https%3A%2F%2Fwww.ternworks.example%2Fcareers%2Fopening";

/// A board's page around its own.
const AROUND_ITS_OWN: &str = "https://fathom.icims.com/jobs/20413/pilot/job";

/// F40.
#[test]
fn a_frame_that_cannot_be_read_is_offered_to_be_opened() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(AROUND_ANOTHER));
    let open = format!("#page .slip [href='{ANOTHER}']");
    popup.wait_for(&open);
    let why = popup.text("#page [data-slot=why]");
    assert!(why.contains("boards.greenhouse.io"), "{why}");
    assert!(
        !popup.shows("#page form.capture"),
        "nothing is made of the page around it"
    );
    popup.leave_by(&open);
    scene.browser.wait_for_target("page", ANOTHER, &[]);
}

#[test]
fn what_was_in_the_frame_is_read_in_a_tab_of_its_own() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(ANOTHER));
    popup.wait_for("#page form.capture[data-mode=read]");
    assert_eq!(popup.value("#page [name=title]"), "Tide Forecaster");
    assert_eq!(popup.value("#page [name=company]"), "Ternworks");
    assert_eq!(popup.value("#page [name=place]"), "Porto, Portugal");
}

#[test]
fn a_frame_of_the_pages_own_is_read_with_it() {
    let scene = Scene::new();
    let tab = scene.open(AROUND_ITS_OWN);
    let popup = scene.click(&tab);
    popup.wait_for("#page form.capture[data-mode=read]");
    assert_eq!(popup.value("#page [name=title]"), "Pilot");
    assert_eq!(popup.value("#page [name=company]"), "Fathom Pilots");
    assert_eq!(popup.value("#page [name=place]"), "Gdynia, Poland");
    assert_eq!(popup.value("#page [name=closes]"), "2027-01-31");
    popup.apply_today();
    assert_eq!(
        scene.events()[0]["what"]["captured"]["posting"]["address"]["value"],
        "https://fathom.icims.com/jobs/20413/job",
        "it is kept under the address to which the user comes back"
    );
    scene.close(popup);

    let popup = scene.click(&tab);
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Pilot");
}
