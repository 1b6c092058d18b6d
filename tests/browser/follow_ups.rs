//! Whose move it is: what is due, what settles it, and what the badge says of it.

use crate::days::business_days_before;
use crate::popup::{Move, Popup};
use crate::scene::{BROWSER_PAGE, HARBOUR_MILL, Scene};

/// Keeps the posting that is shown as applied to so long ago that a check-in is due.
#[track_caller]
pub(crate) fn apply_long_ago(popup: &Popup) {
    popup.apply_on(business_days_before(12, popup.today()));
}

/// Notes an interview of four business days ago, whose answer was promised for the day after: since then the thank-you
/// is due, and by today the check-in as well.
#[track_caller]
pub(crate) fn log_interview(popup: &Popup, people: &str) {
    let today = popup.today();
    popup.fill_interview(business_days_before(4, today), business_days_before(3, today), people);
    popup.keep();
    // Nothing was said of how to stay in touch.
    popup.take_question();
    popup.press("#moves .answers [name=liked][value='']");
    popup.press("#moves .answers [type=submit]");
}

#[test]
fn an_application_of_twelve_business_days_ago_is_due_at_once() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    assert_eq!(scene.badge(), "");
    apply_long_ago(&popup);
    scene.wait_for_badge("1");
    let moves = popup.moves();
    assert_eq!(moves.len(), 1, "{moves:#?}");
    assert!(!moves[0].because.is_empty(), "it says why");
    scene.wait_for_tooltip(&moves[0].heading);
    assert_eq!(popup.text("#moves [data-slot=count]"), "1");
}

#[test]
fn all_that_is_due_is_there_when_the_popup_opens() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    apply_long_ago(&popup);
    log_interview(&popup, "Mara Lindqvist, Jonas Weber");
    scene.wait_for_badge("3");
    let before = popup.moves();
    assert_eq!(before.len(), 3, "{before:#?}");
    assert_eq!(scene.click(&tab).moves(), before, "also what is below the fold");
}

#[test]
fn what_is_due_below_a_card_is_told_at_the_foot_and_a_click_leads_there() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    const BELOW: &str = "footer .below";
    assert!(!popup.shows(BELOW));
    apply_long_ago(&popup);
    log_interview(&popup, "Mara Lindqvist");
    assert_eq!(popup.text(BELOW), "2 due");
    popup.session().evaluate("scrollTo(0, 0)");
    popup.click(BELOW);
    let top = "document.querySelector('#moves-heading').getBoundingClientRect().top";
    assert_eq!(popup.session().evaluate("document.activeElement.id"), "moves-heading");
    popup.session().wait_for(
        "what is due in sight",
        &format!("{top} >= 0 && {top} < innerHeight / 2"),
    );
}

#[test]
fn thanking_and_checking_in_are_two_things() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    apply_long_ago(&popup);
    log_interview(&popup, "Mara Lindqvist");
    scene.wait_for_badge("2");
    let moves = popup.moves();
    assert_eq!(moves.len(), 2, "{moves:#?}");
    let (thank_you, check_in) = (&moves[0], &moves[1]);
    assert_ne!(thank_you.heading, check_in.heading);

    popup.press(&thank_you.part("[data-action=sent]"));
    scene.wait_for_badge("1");
    let left = popup.moves();
    let key = |row: &Move| row.key.clone();
    assert_eq!(
        left.iter().map(key).collect::<Vec<_>>(),
        [key(check_in)],
        "doing the one does not settle the other"
    );
    // As long as both were due, it was said that one note does for both.
    assert!(
        check_in.because.starts_with(&left[0].because)
            && check_in
                .because
                .ends_with("one note can do both, and you tick off each.")
    );

    popup.press(&check_in.part("[data-action=sent]"));
    scene.wait_for_badge("");
    assert_eq!(popup.moves(), []);
}

#[test]
fn each_person_is_thanked() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    apply_long_ago(&popup);
    log_interview(&popup, "Mara Lindqvist, Jon Okafor");
    scene.wait_for_badge("3");
    let thanked = |name: &str| {
        popup
            .moves()
            .iter()
            .any(|row| format!("{} {}", row.heading, row.whom).contains(name))
    };
    assert!(
        thanked("Mara Lindqvist") && thanked("Jon Okafor"),
        "{:#?}",
        popup.moves()
    );
}

#[test]
fn what_was_sent_is_due_no_more_and_can_be_undone() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    apply_long_ago(&popup);
    scene.wait_for_badge("1");
    let before = popup.moves();
    popup.press("#moves [data-action=sent]");
    scene.wait_for_badge("");
    assert_eq!(popup.moves(), []);
    popup.press(".dock [data-action=undo]");
    scene.wait_for_badge("1");
    assert_eq!(popup.moves(), before);
    scene.close(popup);
    assert_eq!(scene.click(&tab).moves(), before);
}

#[test]
fn what_is_put_off_is_due_no_more_and_can_be_undone() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    apply_long_ago(&popup);
    for way in [
        "#moves [data-list=days] [data-action=later]:first-child",
        "#moves [data-action=skip]",
    ] {
        scene.wait_for_badge("1");
        if !popup.shows(way) {
            popup.press("#moves [data-opens=later]");
        }
        popup.press(way);
        scene.wait_for_badge("");
        popup.press(".dock [data-action=undo]");
    }
    scene.wait_for_badge("1");
}

#[test]
fn what_is_wrong_in_a_form_describes_its_field() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    apply_long_ago(&popup);
    let described = |field: &str| {
        let by = format!("document.querySelector('{field}').getAttribute('aria-describedby')");
        popup
            .session()
            .evaluate(&format!("document.getElementById({by})?.innerText ?? ''"))
    };
    popup.press("#moves [data-opens=later]");
    popup
        .session()
        .evaluate("document.querySelector('#moves [name=to]').value = '2020-01-01'");
    popup.press("#moves [data-panel=later] [type=submit]");
    assert_eq!(described("#moves [name=to]"), popup.text("#moves .error"));
    // The same in a form that has several fields.
    popup.begin("heard");
    popup
        .session()
        .evaluate("document.querySelector('.entry [name=on]').value = ''");
    popup.press(".entry [type=submit]");
    assert_eq!(described(".entry [name=on]"), popup.text(".entry .error"));
    assert_eq!(described(".entry [name=note]"), "");
}

#[test]
fn a_rejection_ends_what_was_due() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    apply_long_ago(&popup);
    scene.wait_for_badge("1");
    popup.begin("rejected");
    popup.keep();
    scene.wait_for_badge("");
}

#[test]
fn a_reply_settles_the_check_in() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    apply_long_ago(&popup);
    scene.wait_for_badge("1");
    popup.begin("heard");
    popup.keep();
    scene.wait_for_badge("");
    assert!(
        popup.shows("#page .kept [data-slot=next]"),
        "it says what comes next: {}",
        popup.everything()
    );
}

#[test]
fn when_no_check_in_is_left_one_is_asked_whether_to_close() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_on(business_days_before(45, popup.today()));
    scene.wait_for_badge("1");
    popup.press("#moves [data-action=skip]");
    // The question comes in the check-in's place: the badge stays.
    popup.wait_for("#moves [data-action=close]");
    assert_eq!(scene.badge(), "1");
    assert!(!popup.shows("#moves [data-action=sent]"), "there is nothing to send");
    popup.press("#moves [data-action=close]");
    scene.wait_for_badge("");
    popup.press(".dock [data-action=undo]");
    scene.wait_for_badge("1");
    popup.wait_for("#moves [data-action=close]");
}

#[test]
fn a_row_opens_its_application() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    apply_long_ago(&popup);
    scene.close(popup);
    let popup = scene.click(&scene.open(BROWSER_PAGE));
    popup.press("#moves [data-action=open]");
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Platform Engineer");
    popup.begin("heard");
    popup.keep();
    scene.wait_for_badge("");
    assert!(!popup.shows(".entry form"), "what was sent is folded up");
    popup.press("#page .kept [data-action=back]");
    popup.wait_for("#page .slip");
}
