//! All applications in the dashboard: by mouse and by keyboard, with a few and with ten thousand.

use pollster::block_on;
use serde_json::{Value, json};
use your_move::app::listings;
use your_move::domain::Listing;

use crate::accessibility::is_wider_than;
use crate::driver::{Key, Mouse, Session, until};
use crate::ledger::{Size, keep_search};
use crate::popup::Popup;
use crate::scene::Scene;
use crate::world::Model;

const ROW: &str = ".application-row";
const WORDS: &str = ".filters [name=words]";

/// A browser with a ledger in it, the dashboard on all applications, and the same ledger beside it.
struct All {
    scene: Scene,
    world: Model,
    page: Popup,
}

impl All {
    #[track_caller]
    fn open(applications: usize, hash: &str) -> Self {
        let scene = Scene::new();
        let size = Size {
            applications,
            open: applications / 3,
            due: 6,
        };
        let world = keep_search(&scene, size, |world| world);
        let tab = scene.open(&scene.extension.address(&format!("dashboard.html#{hash}")));
        let page = Popup::new(tab.page);
        Self { scene, world, page }
    }

    fn session(&self) -> &Session {
        self.page.session()
    }

    fn listings(&self) -> Vec<Listing> {
        block_on(listings(&self.world)).expect("a model that does not fail")
    }

    /// How many rows are in the document.
    fn rows(&self) -> u64 {
        let count = self
            .session()
            .evaluate("document.querySelectorAll('.application-row').length");
        count.as_u64().unwrap_or_default()
    }

    /// The number, counted from 1, of the row that has the focus.
    fn focused(&self) -> Option<u64> {
        let index = self
            .session()
            .evaluate("document.activeElement.getAttribute('aria-rowindex')");
        index.as_str()?.parse::<u64>().ok().map(|index| index - 1)
    }

    #[track_caller]
    fn step(&self, key: Key, expected: u64) {
        self.session().press(key);
        until(&format!("row {expected} to have the focus"), || match self.focused() {
            Some(row) if row == expected => Ok(()),
            other => Err(format!("{other:?}")),
        });
        let is_seen =
            "(box => box.top >= 0 && box.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())";
        self.session().wait_for("the row to be in sight", is_seen);
    }

    fn address(&self) -> String {
        let hash = self.session().evaluate("location.hash");
        hash.as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    fn wait_for_address(&self, hash: &str) {
        until(&format!("the address to say {hash}"), || match self.address() {
            address if address == hash => Ok(()),
            address => Err(address),
        });
        self.page.settle();
    }

    #[track_caller]
    fn choose(&self, select: &str, value: &str) {
        self.page.focus(select);
        let choose =
            "(select, value) => { select.value = value; select.dispatchEvent(new Event('input', { bubbles: true })); }";
        let select = json!(select);
        self.session().evaluate(&format!(
            "({choose})(document.querySelector({select}), {})",
            json!(value)
        ));
        self.page.settle();
    }

    /// The titles of the cards in a lane.
    fn lane(&self, key: &str) -> Vec<String> {
        self.page.texts(&format!(".lane[data-key='#{key}'] h3"))
    }

    /// Drags the first card of a lane to another.
    #[track_caller]
    fn drag(&self, from: &str, to: &str) {
        let middle = |selector: String| -> (f64, f64) {
            let place = self.session().evaluate(&format!(
                "(box => [box.x + box.width / 2, box.y + 12])(document.querySelector({}).getBoundingClientRect())",
                json!(selector)
            ));
            (place[0].as_f64().expect("a place"), place[1].as_f64().expect("a place"))
        };
        let start = middle(format!(".lane[data-key='#{from}'] .board-card"));
        let end = middle(format!(".lane[data-key='#{to}']"));
        let mouse = |what: Mouse, place: (f64, f64)| self.session().mouse(what, place);
        mouse(Mouse::Move, start);
        mouse(Mouse::Press(1), start);
        for part in 1..=6 {
            let part = f64::from(part) / 6.0;
            let (x, y) = (start.0 + (end.0 - start.0) * part, start.1 + (end.1 - start.1) * part);
            mouse(Mouse::Drag, (x, y));
        }
        mouse(Mouse::Drag, end);
        mouse(Mouse::Release(1), end);
        self.page.settle();
    }
}

#[test]
fn ten_thousand_are_scrolled_sorted_and_searched() {
    let all = All::open(10_000, "applications");
    all.page.wait_for(ROW);
    assert!(all.rows() < 60, "{} rows in the document", all.rows());
    assert_eq!(
        all.session()
            .evaluate("document.querySelector('[role=grid]').getAttribute('aria-rowcount')"),
        "10001"
    );
    // By keyboard: the focus goes through rows that are not there yet.
    all.page.focus(&format!("{ROW}[tabindex='0']"));
    all.step(Key::Down, 2);
    all.step(Key::End, 10_000);
    assert!(all.rows() < 60, "{} rows in the document", all.rows());
    all.step(Key::Up, 9_999);
    all.step(Key::Home, 1);
    let rows = all
        .session()
        .evaluate("Math.floor(innerHeight / document.activeElement.getBoundingClientRect().height)");
    all.step(Key::PageDown, rows.as_u64().expect("a number"));
    // The row with the focus stays while it is scrolled out of sight.
    let focused = all.focused();
    all.session().evaluate("scrollTo(0, 300000)");
    all.session().wait_for(
        "other rows",
        "document.querySelectorAll('.application-row')[5]?.getAttribute('aria-rowindex') > 4000",
    );
    assert_eq!(all.focused(), focused);
    all.step(Key::Down, focused.expect("a row") + 1);

    // A search is answered from what rows have, and goes on in all that is kept.
    let listings = all.listings();
    let rarest = listings.iter().find(|listing| {
        listing
            .company
            .as_ref()
            .is_some_and(|company| company.as_str().len() > 12)
    });
    let company = rarest
        .and_then(|listing| listing.company.as_ref())
        .expect("a company")
        .to_string();
    all.page.fill(WORDS, &company.to_uppercase());
    all.page.wait_for(ROW);
    all.page.settle();
    let companies = all.page.texts(&format!("{ROW} [data-slot=company]"));
    assert!(companies.contains(&company), "{companies:?}");
    all.wait_for_address(&format!(
        "#applications?words={}",
        company
            .to_uppercase()
            .replace(' ', "%20")
            .replace(',', "%2C")
            .replace('&', "%26")
    ));
    all.page.press("[data-action=clear]");
    all.page.press("[data-key=company] button");
    all.wait_for_address("#applications?sort=company");
    let first = all.page.texts(&format!("{ROW} [data-slot=company]"));
    let mut sorted = first.clone();
    sorted.sort_by_key(|company| company.to_lowercase());
    assert_eq!(first, sorted);
    assert_eq!(all.page.texts("[aria-sort=ascending]"), ["Company"]);
}

#[test]
fn escape_clears_a_filter_that_has_room_and_folds_up_one_that_was_unfolded() {
    const PLACE: &str = ".filters [name=place]";
    let all = All::open(60, "applications?place=Leeds");
    all.page.wait_for(".filters [data-action=clear]");
    assert!(!is_wider_than(&all.page, 1280));
    all.page.click(PLACE);
    all.session().press(Key::Escape);
    all.wait_for_address("#applications");
    assert_eq!(all.page.value(PLACE), "");
    assert!(!is_wider_than(&all.page, 320));
    all.page.click(".filters [data-opens]");
    assert!(all.page.shows(".facets .label"));
    all.session().press(Key::Escape);
    assert!(!all.page.shows(".facets .label"));
}

/// What of the filters, and of what the rows say comes next, is out of sight.
const OUT_OF_SIGHT: &str = "(() => {
    const { left, right } = document.querySelector('.applications-screen').getBoundingClientRect();
    return [...document.querySelectorAll('.filters :is(input, select), .application-row .in-next')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width < 60 || box.left < left - 1 || box.right > right + 1;
    }).map((element) => element.outerHTML.slice(0, 90));
})()";

#[test]
fn filters_and_what_comes_next_are_in_sight_at_any_width() {
    let all = All::open(60, "applications?turn=nobodys");
    all.page.wait_for(ROW);
    assert!(all.page.shows(".filters [data-action=clear]"));
    // On a narrow page all but the words are folded away until they are wanted.
    const STAGE: &str = ".filters [name=stage]";
    const OPENER: &str = ".filters [data-opens]";
    assert!(!is_wider_than(&all.page, 1280));
    assert!(all.page.shows(STAGE) && !all.page.shows(OPENER));
    assert!(!is_wider_than(&all.page, 320));
    assert!(all.page.shows(WORDS) && !all.page.shows(STAGE));
    assert_eq!(all.page.text(OPENER), "Filters (1)");
    all.page.click(OPENER);
    assert!(all.page.shows(STAGE));
    for width in [320, 768, 860, 861, 1024, 1101, 1180, 1181, 1280, 1920] {
        assert!(!is_wider_than(&all.page, width), "at {width} pixels");
        assert_eq!(all.session().evaluate(OUT_OF_SIGHT), json!([]), "at {width} pixels");
    }
}

#[test]
fn what_is_picked_survives_reloading_and_back_leads_back() {
    let all = All::open(60, "applications");
    all.page.wait_for(ROW);
    all.choose(".filters [name=stage]", "ended");
    all.wait_for_address("#applications?stage=ended");
    assert_eq!(all.page.text(".head-line [data-slot=count]"), "40 of 60");
    all.choose(".filters [name=turn]", "nobodys");
    all.wait_for_address("#applications?stage=ended&turn=nobodys");
    all.session().evaluate("history.back()");
    all.wait_for_address("#applications?stage=ended");
    assert_eq!(all.page.value(".filters [name=turn]"), "");
    // What is typed is one step, however many letters it has.
    all.page.fill(WORDS, "zzz");
    all.wait_for_address("#applications?words=zzz&stage=ended");
    assert_eq!(all.page.text("[data-slot=nothing]"), "No application matches.");
    // Marks the document that is left, to tell it from the one that comes.
    all.session().evaluate("globalThis.isLeft = true; location.reload()");
    all.session().wait_for(
        "the page again",
        "!globalThis.isLeft && document.body?.hasAttribute('data-ready') && !document.body.hasAttribute('data-busy')",
    );
    assert_eq!(all.page.value(WORDS), "zzz");
    all.page.press("[data-action=clear]");
    all.wait_for_address("#applications");
    assert_eq!(all.page.text(".head-line [data-slot=count]"), "60 applications");
}

#[test]
fn who_goes_on_while_it_is_searched_is_not_led_back() {
    let all = All::open(60, "applications");
    all.page.wait_for(ROW);
    // Typed and clicked before anything is done about either.
    all.session().evaluate(
        "(() => {
            const words = document.querySelector('[name=words]');
            words.focus();
            words.value = 'a';
            words.dispatchEvent(new InputEvent('input', { bubbles: true }));
            document.querySelector('.application-row a').click();
        })()",
    );
    all.page.wait_for(".posting .description");
    all.page.settle();
    assert!(all.address().starts_with("#application/"), "{}", all.address());
    assert!(all.page.shows(".posting .description"));
}

#[test]
fn a_row_is_opened_by_keyboard_and_back_leads_to_it() {
    let all = All::open(60, "applications?sort=title");
    all.page.wait_for(ROW);
    all.page.focus(&format!("{ROW}[tabindex='0']"));
    for row in 2..=4 {
        all.step(Key::Down, row);
    }
    let title = all
        .session()
        .evaluate("document.activeElement.querySelector('a').innerText");
    all.session().press(Key::Enter);
    all.page.wait_for(".kept");
    all.page.settle();
    assert_eq!(Value::from(all.page.text(".kept [data-slot=title]")), title);
    assert!(all.address().starts_with("#application/"), "{}", all.address());
    assert!(all.page.shows(".dossier [data-list=captured] dt"));
    assert!(all.page.shows(".posting .description"));
    all.session().evaluate("history.back()");
    all.wait_for_address("#applications?sort=title");
    assert_eq!(all.focused(), Some(4));
}

#[test]
fn a_card_is_dragged_and_what_happened_is_asked_first() {
    let all = All::open(60, "applications?as=board");
    all.page.wait_for(".board-card");
    let card = all.lane("applied").remove(0);
    let before = all.lane("interviewing").len();
    all.drag("applied", "interviewing");
    all.page.press(".move-choice [data-key=invited]");
    all.page.wait_for(".moved form[data-key=invited]");
    assert_eq!(all.lane("applied")[0], card, "nothing is kept yet");
    all.page.press(".moved .entry [data-action=cancel]");
    all.page.wait_until_gone(".moved");
    assert_eq!(all.lane("interviewing").len(), before);
    all.drag("applied", "interviewing");
    all.page.press(".move-choice [data-key=invited]");
    all.page.wait_for(".moved form[data-key=invited]");
    all.page.fill(".moved .entry [name=people]", "Dana Kim");
    all.page.press(".moved .entry [type=submit]");
    all.page.wait_until_gone(".moved");
    assert_eq!(all.lane("interviewing").len(), before + 1);
    all.page.press(".notice [data-action=undo]");
    all.page.settle();
    assert_eq!(all.lane("applied")[0], card);
}

#[test]
fn a_card_is_moved_by_keyboard() {
    let all = All::open(60, "applications?as=board&ended=no");
    all.page.wait_for(".board-card");
    let session = all.session();
    let ended = all.lane("ended").len();
    all.page
        .focus(".lane[data-key='#applied'] li:first-child [data-action=ask_where]");
    session.press(Key::Enter);
    all.page.wait_for("[data-action=move_to]");
    session.wait_for("the choice to have the focus", "document.activeElement.name === 'lane'");
    session.type_text("E");
    session.press(Key::Tab);
    session.press(Key::Enter);
    all.page.wait_for(".move-choice");
    assert_eq!(
        all.page.text(".move-choice [data-slot=question]"),
        "To “Ended”: what happened?"
    );
    session.wait_for(
        "the question to have the focus",
        "document.activeElement.matches('.move-choice')",
    );
    session.press(Key::Tab);
    session.press(Key::Enter);
    all.page.wait_for(".moved form[data-key=rejected]");
    session.press(Key::Escape);
    all.page.wait_until_gone(".moved");
    assert_eq!(session.evaluate("document.activeElement.matches('.board-card')"), true);
    assert_eq!(all.lane("ended").len(), ended);
}

#[test]
fn keys_lead_from_card_to_card_and_move_one() {
    let all = All::open(60, "applications?as=board&ended=no");
    all.page.wait_for(".board-card");
    let session = all.session();
    session.type_text("jjk");
    let first = "document.activeElement === document.querySelector('.board-card h3 a')";
    session.wait_for("the first card to have the focus", first);
    session.type_text("m");
    all.page.wait_for("[data-action=move_to]");
    session.wait_for("the choice to have the focus", "document.activeElement.name === 'lane'");
    session.press(Key::Escape);
    all.page.wait_until_gone("[data-action=move_to]");
    let outline =
        "document.activeElement.matches('.board-card') && getComputedStyle(document.activeElement).outlineStyle";
    assert_eq!(session.evaluate(outline), "solid", "one sees where the focus is");
}

#[test]
fn back_is_refused_in_words() {
    let all = All::open(60, "applications?as=board");
    all.page.wait_for(".board-card");
    let before = all.scene.kept("app/");
    all.drag("interviewing", "saved");
    all.page.wait_for(".notice[data-tone=refused]");
    let said = all.page.text(".notice .what");
    assert!(
        said.starts_with("It cannot go from “Interviewing” back to “Saved”."),
        "{said}"
    );
    all.page.wait_for(".moved .timeline");
    assert_eq!(all.scene.kept("app/"), before);
}

#[test]
fn a_long_lane_shows_more_of_its_cards_when_it_is_asked_to() {
    let all = All::open(180, "applications?as=board");
    all.page.wait_for(".board-card");
    assert_eq!(all.lane("ended").len(), 50);
    all.page.press(".lane[data-key='#ended'] [data-action=show_more]");
    all.page.settle();
    assert_eq!(all.lane("ended").len(), 100);
    // With the last of them goes the button: the focus is on the first that came.
    all.page.press(".lane[data-key='#ended'] [data-action=show_more]");
    assert_eq!(all.lane("ended").len(), 120);
    let focused = "[...document.querySelectorAll(\".lane[data-key='#ended'] .board-card\")]
        .findIndex((card) => card.contains(document.activeElement))";
    assert_eq!(all.session().evaluate(focused), 100);
}
