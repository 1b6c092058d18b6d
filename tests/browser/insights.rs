//! The pictures of all applications, in the dashboard: what is drawn is what was counted, and all of it is there as a table.

use chrono::NaiveDate;
use pollster::block_on;
use serde_json::{Value, json};
use your_move::app::{listings, load, overview};
use your_move::domain::Today;
use your_move::insight::{Flow, Track};
use your_move::view::{Card, Voice, Words};

use crate::driver::Key;
use crate::keyboard::tab_to;
use crate::ledger::{Size, keep_search};
use crate::popup::Popup;
use crate::scene::Scene;
use crate::world::Model;

/// A browser with a ledger in it, and the same ledger beside it, to ask what is to be seen.
pub(crate) struct Kept {
    pub(crate) scene: Scene,
    world: Model,
    pub(crate) today: NaiveDate,
}

impl Kept {
    /// Three hundred applications, of which ninety are open.
    #[track_caller]
    pub(crate) fn three_hundred() -> Self {
        Self::with(|world| world)
    }

    /// The same, and something more.
    #[track_caller]
    pub(crate) fn with(more: impl FnOnce(Model) -> Model) -> Self {
        let scene = Scene::new();
        let size = Size {
            applications: 300,
            open: 90,
            due: 4,
        };
        let world = keep_search(&scene, size, more);
        let today = scene.today();
        Self { scene, world, today }
    }

    /// A screen of the dashboard, once all applications are read.
    #[track_caller]
    pub(crate) fn open(&self, screen: &str) -> Popup {
        let page = self.scene.browser.open_page();
        page.go(&self.scene.extension.address(&format!("dashboard.html#{screen}")));
        Popup::new(page)
    }

    fn tracks(&self) -> Vec<Track> {
        let listings = block_on(listings(&self.world)).expect("a model that does not fail");
        let load = |id| block_on(load(&self.world, id)).expect("a model that does not fail");
        let applications = listings.into_iter().filter_map(|listing| load(listing.id));
        applications.filter_map(|application| Track::of(&application)).collect()
    }

    /// The screen as the core makes it of the same ledger.
    fn card(&self) -> Card {
        let overview = block_on(overview(&self.world)).expect("a model that does not fail");
        let voice = Voice {
            words: Words::english(),
            today: Today(self.today),
            calendar: &overview.settings.calendar,
        };
        voice.insights_screen(Some(&self.tracks()))
    }
}

/// The screen with all that was counted.
#[track_caller]
fn insights(kept: &Kept) -> Popup {
    let page = kept.open("insights");
    let all = format!("From the {} applications that you made.", kept.tracks().len());
    let counted = "document.querySelector('[data-slot=counted]')?.innerText";
    page.session().wait_for(
        "all of it to be counted",
        &format!("{counted}?.startsWith({})", json!(all)),
    );
    page
}

fn list<'a>(card: &'a Card, name: &str) -> &'a [Card] {
    let found = card.lists.iter().find(|(known, _)| *known == name);
    found.map_or(&[], |(_, cards)| cards)
}

#[test]
fn what_is_drawn_is_what_was_counted() {
    let kept = Kept::three_hundred();
    let page = insights(&kept);
    // The bars of a milestone, together, against the first.
    let drawn = page.session().evaluate(
        "[...document.querySelectorAll('[data-template=insight-bar] svg')].map((bar) => {
            const widths = [...bar.querySelectorAll('rect')].map((part) => part.getBoundingClientRect().width);
            return widths.reduce((all, width) => all + width, 0) / bar.getBoundingClientRect().width;
        })",
    );
    let drawn: Vec<f64> = serde_json::from_value(drawn).expect("a list of numbers");
    let shares = Flow::of(&kept.tracks()).shares();
    assert_eq!(drawn.len(), shares.len());
    for (drawn, share) in drawn.iter().zip(shares) {
        let ratio = share.ratio().expect("of some");
        assert!((drawn - ratio).abs() < 0.01, "{drawn} is not {ratio}");
    }
    assert_eq!(page.texts(".insight h2").len(), 5);
    // Every picture has a name, and says all that it shows.
    let told = page.session().evaluate(
        "[...document.querySelectorAll('.insight [role=img]')].map((image) =>
            [image.ariaLabel, document.getElementById(image.getAttribute('aria-describedby')).textContent])",
    );
    let told: Vec<(String, String)> = serde_json::from_value(told).expect("names and descriptions");
    assert_eq!(told.len(), 5);
    assert!(
        told.iter()
            .all(|(name, all)| !name.is_empty() && all.len() > name.len()),
        "{told:#?}"
    );
}

#[test]
fn every_picture_is_a_table_too_by_keyboard_alone() {
    let kept = Kept::three_hundred();
    let page = insights(&kept);
    for picture in list(&kept.card(), "pictures") {
        let place = format!("[data-key={}]", json!(picture.key));
        assert!(!page.shows(&format!("{place} table")));
        tab_to(&page, &format!("{place} summary"));
        page.session().press(Key::Enter);
        page.wait_for(&format!("{place} table"));
        let cells: Vec<String> = list(picture, "rows")
            .iter()
            .flat_map(|row| row.slots.iter().map(|(_, slot)| slot.text.clone()))
            .collect();
        assert_eq!(page.texts(&format!("{place} tbody :is(th, td)")), cells);
    }
}

#[test]
fn pictures_fit_whatever_the_width_and_keep_the_size_of_their_letters() {
    let kept = Kept::three_hundred();
    let page = insights(&kept);
    let sizes = |width: u32| {
        page.session().resize(width, 800);
        let is_wide = "document.documentElement.scrollWidth > innerWidth";
        assert_eq!(page.session().evaluate(is_wide), false, "at {width} px");
        page.session().evaluate(
            "[...document.querySelectorAll('.drawn text')].filter((text) => text.textContent)
                .map((text) => Math.round(text.getBoundingClientRect().height))",
        )
    };
    let wide = sizes(1_280);
    assert!(wide.as_array().is_some_and(|sizes| sizes.len() > 20), "{wide}");
    assert_eq!(sizes(320), wide);
    // What is written stays within its picture, or a hair's breadth beside it.
    let beyond = page.session().evaluate(
        "[...document.querySelectorAll('.drawn text')].filter((text) => text.textContent).filter((text) => {
            const [inner, outer] = [text, text.closest('.insight')].map((element) => element.getBoundingClientRect());
            return inner.left < outer.left || inner.right > outer.right;
        }).map((text) => text.textContent)",
    );
    assert_eq!(beyond, json!([]));
}

#[test]
fn nothing_is_drawn_before_anything_is_kept() {
    let scene = Scene::new();
    let page = scene.browser.open_page();
    page.go(&scene.extension.address("dashboard.html#insights"));
    let page = Popup::new(page);
    page.wait_for(".insights-screen .calm");
    assert_eq!(
        page.session().evaluate("document.querySelectorAll('.insight').length"),
        Value::from(0)
    );
}
