//! A search for work of a thousand applications: the popup shows and does what it does with a few.

use chrono::NaiveDate;
use pollster::block_on;
use your_move::app::{Overview, listings, load, overview};
use your_move::domain::{Application, Listing, Today};
use your_move::view::{Voice, Words, row_key};

use crate::fill::fill;
use crate::popup::{Move, Popup};
use crate::scene::{HARBOUR_MILL, NORTHWIND, Scene};
use crate::searches::Search;
use crate::world::Model;

/// On so many of the applications a check-in is due.
const DUE: usize = 20;

/// What the badge says then.
const BADGE: &str = "20";

/// A browser with a ledger in it, and the same ledger beside it, to ask what is to be seen.
struct Kept {
    scene: Scene,
    world: Model,
    today: NaiveDate,
}

impl Kept {
    /// A thousand applications, of which 300 are open.
    #[track_caller]
    fn thousand() -> Self {
        let scene = Scene::new();
        // It is awake because it has just been installed, and would make anew what it finds half written.
        scene.extension.settle(&scene.browser);
        let today = scene.today();
        let world = search(1_000, 300, today).world();
        fill(&scene.backstage, &world.kept());
        scene.wait_for_badge(BADGE);
        Self { scene, world, today }
    }

    fn overview(&self) -> Overview {
        block_on(overview(&self.world)).expect("a model that does not fail")
    }

    fn listings(&self) -> Vec<Listing> {
        block_on(listings(&self.world)).expect("a model that does not fail")
    }

    fn application(&self, listing: &Listing) -> Application {
        let application = block_on(load(&self.world, listing.id)).expect("a model that does not fail");
        application.expect("an application that is kept")
    }

    /// Looks for words in the popup, and opens the application, which is among those that were found.
    #[track_caller]
    fn open(&self, popup: &Popup, words: &str, listing: &Listing) {
        popup.fill("[name=search]", words);
        let found = format!("#found [data-key='{}'] .found", listing.id);
        popup.wait_for(&found);
        popup.press(&found);
        popup.wait_for("#page .kept");
        assert_eq!(popup.text("#page .kept [data-slot=title]"), title(listing));
        assert_eq!(popup.text("#page .kept [data-slot=company]"), company(listing));
    }

    /// What the timeline says of an application, the latest first.
    fn timeline(&self, application: &Application) -> Vec<String> {
        let overview = self.overview();
        let card = voice(&overview, self.today).kept_card(application, None, None, false);
        let timeline = card.lists.into_iter().find(|(name, _)| *name == "timeline");
        let rows = timeline.expect("a timeline").1.into_iter();
        let texts = rows.flat_map(|row| row.slots).filter(|(name, _)| *name == "text");
        texts.map(|(_, slot)| slot.text).collect()
    }
}

fn search(applications: usize, open: usize, today: NaiveDate) -> Search {
    Search {
        seed: 1,
        applications,
        open,
        due: DUE,
        today,
    }
}

fn voice(overview: &Overview, today: NaiveDate) -> Voice<'_> {
    Voice {
        words: Words::english(),
        today: Today(today),
        calendar: &overview.settings.calendar,
    }
}

/// What is due in a ledger on a day, as the popup has it.
fn due(overview: &Overview, today: NaiveDate) -> Vec<Move> {
    let voice = voice(overview, today);
    let due = overview.agenda.due(today).into_iter();
    due.map(|(outlook, follow_up)| Move {
        key: row_key(&follow_up.key),
        heading: voice.heading(follow_up),
        when: voice.when(follow_up).0,
        whom: voice.whom(outlook, follow_up),
        because: voice.because(follow_up),
    })
    .collect()
}

fn title(listing: &Listing) -> &str {
    listing.title.as_ref().expect("a title").as_str()
}

fn company(listing: &Listing) -> &str {
    listing.company.as_ref().expect("a company").as_str()
}

#[test]
fn what_is_due_is_shown_as_if_nothing_else_were_kept() {
    let kept = Kept::thousand();
    let popup = kept.scene.click(&kept.scene.open(NORTHWIND));
    assert_eq!(popup.text("#moves [data-slot=count]"), BADGE);
    let moves = popup.moves();
    assert_eq!(moves, due(&kept.overview(), kept.today));
    let alone = search(DUE, DUE, kept.today).world();
    let alone = block_on(overview(&alone)).expect("a model that does not fail");
    assert_eq!(moves, due(&alone, kept.today));
    popup.wait_for("#page form.capture[data-mode=read]");
}

#[test]
fn what_is_found_by_its_company_is_answered_and_stays_so() {
    let kept = Kept::thousand();
    let tab = kept.scene.open(NORTHWIND);
    let overview = kept.overview();
    let due = overview.agenda.due(kept.today);
    let (outlook, _) = due[DUE / 2];
    let mut listings = kept.listings().into_iter();
    let listing = listings
        .find(|listing| listing.id == outlook.application)
        .expect("a line");
    let application = kept.application(&listing);

    let popup = kept.scene.click(&tab);
    kept.open(&popup, company(&listing), &listing);
    let timeline = kept.timeline(&application);
    assert_eq!(popup.texts("#page [data-list=timeline] [data-slot=text]"), timeline);
    popup.begin("heard");
    popup.fill(".entry [name=note]", "Two more weeks");
    popup.keep();
    kept.scene.wait_for_badge("19");
    kept.scene.close(popup);

    let popup = kept.scene.click(&tab);
    let others = popup.moves();
    assert_eq!(others.len(), DUE - 1);
    assert!(
        others.iter().all(|row| !row.key.contains(&listing.id.to_string())),
        "{others:#?}"
    );
    kept.open(&popup, company(&listing), &listing);
    let latest = popup.texts("#page [data-list=timeline] [data-slot=text]").remove(0);
    assert!(latest.ends_with("Two more weeks"), "{latest}");
}

#[test]
fn what_ended_long_ago_is_found_by_its_title() {
    let kept = Kept::thousand();
    let listings = kept.listings();
    let oldest = listings
        .iter()
        .min_by_key(|listing| (listing.on, listing.id))
        .expect("a line");
    let popup = kept.scene.click(&kept.scene.open(NORTHWIND));
    // Of one title there may be more than are shown.
    kept.open(&popup, &format!("{} {}", title(oldest), company(oldest)), oldest);
    let timeline = kept.timeline(&kept.application(oldest));
    assert_eq!(popup.texts("#page [data-list=timeline] [data-slot=text]"), timeline);
}

#[test]
fn another_posting_is_kept_and_known_again() {
    let kept = Kept::thousand();
    let tab = kept.scene.open(HARBOUR_MILL);
    let popup = kept.scene.click(&tab);
    popup.apply_today();
    assert_eq!(popup.moves(), due(&kept.overview(), kept.today));
    kept.scene.close(popup);

    let popup = kept.scene.click(&tab);
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Platform Engineer");
    assert_eq!(kept.scene.kept("head")["head"]["applications"], 1_001);
    assert_eq!(kept.scene.badge(), BADGE);
}
