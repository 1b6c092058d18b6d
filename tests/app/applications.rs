//! All applications in the dashboard: as a list and a board, picked, sorted, searched and moved.

use pollster::block_on;
use your_move::app::{Dashboard, Target, carry_out};
use your_move::domain::{ApplicationId, Prose, What};
use your_move::ledger::Command;
use your_move::view::{Card, MANUAL, Words};

use super::desk::{Desk, asked, page, part, text, value, within};
use super::world::{Call, Model};

/// The dashboard on the screen of all applications.
struct Applications {
    world: Model,
    dashboard: Dashboard<Model>,
}

/// Four applications at three companies: one is saved, one is in touch with a note, one has ended; on the first a check-in is due.
fn world() -> Model {
    let world = Model::on("2026-11-02");
    let postings = [
        (
            "https://northwind.example/jobs/1",
            "Head Gardener",
            "Northwind",
            "Leeds",
            "applied",
        ),
        (
            "https://northwind.example/jobs/2",
            "Pilot",
            "Northwind",
            "Ghent",
            "save",
        ),
        (
            "https://harbour.example/3",
            "Gärtner",
            "Harbour Mill",
            "Zürich",
            "applied",
        ),
        ("https://quay.example/4", "Skipper", "Quay", "Malmö", "applied"),
    ];
    for (address, title, company, town, action) in postings {
        let more = format!(
            r#","jobLocation":{{"@type":"Place","address":{{"@type":"PostalAddress","addressLocality":"{town}"}}}},"description":"<p>{}</p>""#,
            match title {
                "Skipper" => "You sail a ketch along the coast, whatever the weather. ".repeat(12),
                _ => "You grow things, and see to it that they thrive. ".repeat(12),
            }
        );
        let mut desk = Desk::at(&world, page(address, title, company, &more));
        desk.press(action, "capture-card", &[]);
        match title {
            "Gärtner" => desk.log("heard", &[("note", "They asked about my orchids.\nNothing else.")]),
            "Skipper" => desk.log("rejected", &[]),
            _ => {}
        }
        world.sleep(1);
    }
    world.turn_to("2026-11-20");
    world
}

impl Applications {
    fn at(hash: &str) -> Self {
        Self::of(&world(), hash)
    }

    fn of(world: &Model, hash: &str) -> Self {
        let world = world.clone();
        let dashboard = block_on(Dashboard::open(world.clone(), Words::english(), hash));
        Self { world, dashboard }
    }

    fn go(&mut self, hash: &str) {
        block_on(self.dashboard.go(hash));
    }

    #[track_caller]
    fn ask(&mut self, name: &str, card: &str, form: &[(&str, &str)]) -> bool {
        self.ask_on(name, card, "", form)
    }

    /// The same for one of the choices of a card.
    fn ask_on(&mut self, name: &str, card: &str, choice: &str, form: &[(&str, &str)]) -> bool {
        block_on(self.dashboard.act(asked(name, card, choice, form)))
    }

    /// Reads all that nobody waits for.
    fn read_on(&mut self) {
        while block_on(self.dashboard.read_on()).is_some() {}
    }

    /// Says what is to be written down of an application that is open.
    fn log(&mut self, card: &str, entry: &str) {
        assert!(self.ask_on("log", card, entry, &[]));
    }

    fn all(&self, template: &str) -> Vec<Card> {
        within(&self.dashboard.card(), template)
    }

    #[track_caller]
    fn first(&self, template: &str) -> Card {
        self.all(template)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no {template}"))
    }

    fn titles(&self) -> Vec<String> {
        self.all("application-row")
            .iter()
            .map(|row| text(row, "title"))
            .collect()
    }

    #[track_caller]
    fn id(&self, title: &str) -> String {
        let rows = self.all("application-row").into_iter().chain(self.all("board-card"));
        let row = rows.into_iter().find(|row| text(row, "title") == title);
        row.unwrap_or_else(|| panic!("no {title}")).key
    }

    /// What is in each lane of the board.
    fn lanes(&self) -> Vec<String> {
        let lane = |lane: &Card| {
            let cards = lane.lists.iter().flat_map(|(_, cards)| cards);
            let titles: Vec<String> = cards.map(|card| text(card, "title")).collect();
            format!("{}: {}", text(lane, "name"), titles.join(", "))
        };
        self.all("lane").iter().map(lane).collect()
    }
}

fn attribute(card: &Card, name: &str) -> String {
    let found = card.attributes.iter().find(|(known, _)| *known == name);
    found.map(|(_, value)| value.clone()).unwrap_or_default()
}

#[test]
fn a_row_says_whose_move_it_is_and_until_when() {
    let turn = |world: &Model, title: &str| {
        let page = Applications::of(world, "applications");
        let mut rows = page.all("application-row").into_iter();
        let row = rows
            .find(|row| text(row, "title") == title)
            .expect("a row of that title");
        (text(&row, "when"), text(&row, "what"))
    };
    let told = |when: &str, what: &str| (when.to_owned(), what.to_owned());
    let world = world();
    world.turn_to("2026-11-10");
    assert_eq!(turn(&world, "Head Gardener"), told("until tomorrow", "their move"));
    let mut desk = Desk::at(
        &world,
        page("https://northwind.example/jobs/1", "Head Gardener", "Northwind", ""),
    );
    desk.log("invited", &[("day", "2026-11-20")]);
    assert_eq!(turn(&world, "Head Gardener"), told("Fri 20 Nov", "Interview"));
    assert_eq!(turn(&world, "Skipper"), told("", ""));
}

#[test]
fn the_user_moves_come_first_and_what_has_ended_last() {
    let page = Applications::at("applications");
    assert_eq!(page.titles(), ["Gärtner", "Head Gardener", "Skipper", "Pilot"]);
    let first = page.all("application-row").remove(1);
    assert_eq!(text(&first, "company"), "Northwind");
    assert_eq!(text(&first, "place"), "Leeds");
    assert_eq!(text(&first, "stage"), "Applied");
    assert_eq!(text(&first, "applied"), "Mon 2 Nov");
    assert_eq!(text(&first, "what"), "Ask where things stand");
    assert_eq!(text(&page.first("applications-screen"), "count"), "4 applications");
    // The head is a row, too.
    assert_eq!(attribute(&page.first("applications-grid"), "aria-rowcount"), "5");
    assert_eq!(attribute(&first, "aria-rowindex"), "3");
}

#[track_caller]
fn check_picked(hash: &str, expected: &[&str]) {
    assert_eq!(Applications::at(hash).titles(), expected, "{hash}");
}

#[test]
fn an_address_says_what_is_picked_and_how_it_is_sorted() {
    check_picked("applications?stage=saved", &["Pilot"]);
    check_picked("applications?turn=mine", &["Gärtner", "Head Gardener"]);
    check_picked("applications?turn=nobodys", &["Skipper", "Pilot"]);
    check_picked("applications?ended=yes", &["Skipper"]);
    check_picked("applications?company=NORTH&ended=no", &["Head Gardener", "Pilot"]);
    check_picked("applications?place=zurich", &["Gärtner"]);
    check_picked(
        "applications?sort=title",
        &["Gärtner", "Head Gardener", "Pilot", "Skipper"],
    );
    check_picked(
        "applications?sort=title&order=down",
        &["Skipper", "Pilot", "Head Gardener", "Gärtner"],
    );
    // What was never applied for comes last either way.
    check_picked(
        "applications?sort=applied",
        &["Head Gardener", "Gärtner", "Skipper", "Pilot"],
    );
    check_picked(
        "applications?sort=applied&order=down",
        &["Skipper", "Gärtner", "Head Gardener", "Pilot"],
    );
    check_picked(
        "applications?sort=stage",
        &["Pilot", "Head Gardener", "Gärtner", "Skipper"],
    );
}

#[test]
fn the_order_can_be_chosen_where_columns_have_no_heads() {
    let mut page = Applications::at("applications?as=board");
    let said = |page: &Applications| {
        let screen = page.first("applications-screen");
        (value(&screen, "sort"), text(&screen, "order"))
    };
    assert_eq!(said(&page), ("next".to_owned(), "ascending".to_owned()));
    // Of days the latest come first, as when their column is asked for.
    assert!(page.ask("pick", "", &[("sort", "applied")]));
    assert_eq!(page.dashboard.hash(), "applications?sort=applied&order=down&as=board");
    assert_eq!(said(&page), ("applied".to_owned(), "descending".to_owned()));
    assert!(page.ask("sort", "", &[]));
    assert_eq!(page.dashboard.hash(), "applications?sort=applied&as=board");
    // Who picks something else keeps the order.
    assert!(page.ask("pick", "", &[("sort", "applied"), ("words", "northwind")]));
    assert_eq!(
        page.dashboard.hash(),
        "applications?words=northwind&sort=applied&as=board"
    );
    assert!(page.ask("pick", "", &[("sort", "no such column")]));
    assert_eq!(said(&page), ("applied".to_owned(), "ascending".to_owned()));
}

#[test]
fn what_is_picked_stands_in_the_address_and_back_brings_back_what_was() {
    let mut page = Applications::at("applications");
    assert!(page.ask("pick", "", &[("words", "northwind"), ("stage", "")]));
    assert_eq!(page.dashboard.hash(), "applications?words=northwind");
    assert!(page.ask("sort", "company", &[]));
    assert_eq!(page.dashboard.hash(), "applications?words=northwind&sort=company");
    assert_eq!(attribute(&page.all("column-head")[1], "aria-sort"), "ascending");
    assert!(page.ask("sort", "company", &[]));
    assert_eq!(attribute(&page.all("column-head")[1], "aria-sort"), "descending");
    page.go("applications?words=northwind");
    assert_eq!(attribute(&page.all("column-head")[1], "aria-sort"), "none");
    assert!(page.ask("clear", "", &[("words", "northwind")]));
    assert_eq!(page.dashboard.hash(), "applications");
    assert_eq!(page.titles().len(), 4);
    // Another screen and back again.
    assert!(page.ask("pick", "", &[("words", "pilot")]));
    page.go("today");
    page.go("applications?words=pilot");
    assert_eq!(page.titles(), ["Pilot"]);
}

#[test]
fn words_are_found_at_once_in_what_a_row_has_and_then_in_everything() {
    let mut page = Applications::at("applications");
    assert!(page.ask("pick", "", &[("words", "GARTNER zürich")]));
    assert_eq!(page.titles(), ["Gärtner"]);
    // In a note, together with a word of the title.
    assert!(page.ask("pick", "", &[("words", "orchids gart")]));
    assert!(page.titles().is_empty());
    assert_eq!(
        text(&page.first("applications-screen"), "searching"),
        "Searching notes and descriptions…"
    );
    page.read_on();
    assert_eq!(page.titles(), ["Gärtner"]);
    let row = page.first("application-row");
    assert_eq!(
        ["before", "found", "behind"].map(|slot| text(&row, slot)),
        ["They asked about my ", "orchids", ". Nothing else."]
    );
    assert_eq!(text(&page.first("applications-screen"), "searching"), "");
    // In a description, which has a record of its own.
    assert!(page.ask("pick", "", &[("words", "weather ketch")]));
    page.read_on();
    assert_eq!(page.titles(), ["Skipper"]);
    assert!(page.ask("pick", "", &[("words", "weather ketch orchids")]));
    page.read_on();
    assert!(page.titles().is_empty());
    assert_eq!(
        text(&page.first("applications-screen"), "nothing"),
        "No application matches."
    );
}

#[test]
fn another_word_gives_up_the_search_before() {
    let mut page = Applications::at("applications");
    page.read_on();
    let calls = |page: &Applications| page.world.calls().iter().filter(|call| **call == Call::Get).count();
    let before = calls(&page);
    page.ask("pick", "", &[("words", "orch")]);
    block_on(page.dashboard.read_on());
    page.ask("pick", "", &[("words", "orchids")]);
    page.read_on();
    // One read for each of 64 parts, and for the one that was given up.
    assert_eq!(calls(&page) - before, 64 + 1);
    assert_eq!(page.titles(), ["Gärtner"]);
}

#[test]
fn a_search_says_how_far_it_has_come_and_can_be_stopped_and_gone_on_with() {
    let mut page = Applications::at("applications?words=orchids");
    let said = |page: &Applications| {
        let screen = page.first("applications-screen");
        let buttons = (part(&screen, "can_stop_search"), part(&screen, "can_search_on"));
        (text(&screen, "searching"), buttons)
    };
    let searched = |page: &mut Applications, moments: usize| {
        for _ in 0..moments {
            block_on(page.dashboard.read_on());
        }
    };
    assert_eq!(
        said(&page),
        ("Searching notes and descriptions…".to_owned(), (false, false))
    );
    // All four are in the first of 64 parts, and the one with the words is the second that is looked at once that is read.
    searched(&mut page, 1 + 2);
    assert_eq!(
        said(&page),
        ("Searching notes and descriptions: 0 %".to_owned(), (true, false))
    );
    assert!(page.ask("stop_search", "", &[]));
    assert_eq!(said(&page), ("Search stopped at 0 %".to_owned(), (false, true)));
    assert_eq!(page.titles(), ["Gärtner"], "what was found is shown");
    let kept = page.world.calls().len();
    page.read_on();
    assert_eq!(
        page.world.calls()[kept..],
        [Call::Get; 4],
        "the applications are read, then checked, and no part is searched"
    );
    assert_eq!(said(&page), ("Search stopped at 0 %".to_owned(), (false, true)));
    assert!(page.ask("search_on", "", &[]));
    searched(&mut page, 2 + 15);
    assert_eq!(
        said(&page),
        ("Searching notes and descriptions: 25 %".to_owned(), (true, false))
    );
    page.read_on();
    assert_eq!(said(&page), (String::new(), (false, false)));
    assert_eq!(page.titles(), ["Gärtner"]);
}

#[test]
fn of_a_search_that_was_stopped_it_is_not_said_that_nothing_fits() {
    let mut page = Applications::at("applications?words=nowhere");
    block_on(page.dashboard.read_on());
    assert!(page.ask("stop_search", "", &[]));
    assert_eq!(text(&page.first("applications-screen"), "nothing"), "");
    // Other words are another search.
    assert!(page.ask("pick", "", &[("words", "orchids")]));
    page.read_on();
    assert_eq!(page.titles(), ["Gärtner"]);
}

#[test]
fn what_was_undone_is_not_found() {
    let mut page = Applications::at("applications?words=orchids");
    page.read_on();
    let id = page.id("Gärtner");
    page.go(&format!("application/{id}"));
    let note = page
        .all("event-row")
        .into_iter()
        .find(|row| text(row, "text").contains("orchids"));
    let event = note.expect("the note in the timeline").key;
    assert!(page.ask_on("undo", &id, &event, &[]));
    page.go("applications?words=orchids");
    page.read_on();
    assert!(page.titles().is_empty());
}

#[test]
fn keys_lead_from_row_to_row_and_back_leads_to_the_row() {
    let mut page = Applications::at("applications");
    let ids: Vec<String> = page.all("application-row").into_iter().map(|row| row.key).collect();
    let tabs = |page: &Applications| -> Vec<String> {
        page.all("application-row")
            .iter()
            .map(|row| attribute(row, "tabindex"))
            .collect()
    };
    assert_eq!(tabs(&page), ["0", "-1", "-1", "-1"]);
    assert!(page.ask("step", &ids[0], &[("key", "End")]));
    assert_eq!(tabs(&page), ["-1", "-1", "-1", "0"]);
    assert!(
        page.all("application-row")[3]
            .attributes
            .contains(&("data-focus", String::new()))
    );
    assert!(page.ask("step", &ids[3], &[("key", "ArrowUp")]));
    assert_eq!(tabs(&page), ["-1", "-1", "0", "-1"]);
    page.go(&format!("application/{}", ids[1]));
    page.go("applications");
    assert_eq!(tabs(&page), ["-1", "0", "-1", "-1"]);
    assert!(
        page.all("application-row")[1]
            .attributes
            .contains(&("data-focus", String::new()))
    );
    // It takes the focus once.
    block_on(page.dashboard.look_again());
    assert!(
        !page.all("application-row")[1]
            .attributes
            .contains(&("data-focus", String::new()))
    );
}

#[test]
fn the_board_has_a_lane_for_each_stage() {
    let page = Applications::at("applications?as=board");
    assert_eq!(
        page.lanes(),
        [
            "Saved: Pilot",
            "Applied: Head Gardener",
            "In touch: Gärtner",
            "Interviewing: ",
            "Offer: ",
            "Ended: Skipper"
        ]
    );
}

#[test]
fn a_card_that_is_moved_asks_what_happened_and_nothing_changes_before_that_is_kept() {
    let mut page = Applications::at("applications?as=board");
    let id = page.id("Pilot");
    assert!(page.ask("ask_where", &id, &[]));
    assert!(
        page.first("move-form")
            .fields
            .iter()
            .any(|field| field.values == ["applied"]),
        "the next stage is offered"
    );
    assert!(page.ask("move_to", &id, &[("lane", "interviewing")]));
    page.log(&id, "invited");
    assert_eq!(page.first("entry-form").key, "invited");
    assert_eq!(page.lanes()[0], "Saved: Pilot");
    let keep = |page: &mut Applications, entry: &str, form: &[(&str, &str)]| {
        let card = page.first("kept-card").key;
        page.ask_on("keep", &card, entry, form)
    };
    // What is wrong in it is said in it.
    assert!(!keep(&mut page, "invited", &[("on", "2026-11-20"), ("day", "?")]));
    assert!(!text(&page.first("entry-form"), "error").is_empty());
    assert_eq!(page.lanes()[0], "Saved: Pilot");
    assert!(keep(
        &mut page,
        "invited",
        &[
            ("on", "2026-11-20"),
            ("day", "2026-11-27"),
            ("time", "14:00"),
            ("people", "Dana Kim")
        ]
    ));
    assert_eq!(page.lanes()[3], "Interviewing: Pilot");
    assert!(page.all("kept-card").is_empty(), "what was open is closed");
    assert_eq!(text(&page.first("notice"), "remedy"), "Undo");
    assert!(page.ask("undo", &page.first("notice").key, &[]));
    assert_eq!(page.lanes()[0], "Saved: Pilot");
}

#[test]
fn where_several_things_could_have_happened_it_is_asked_which() {
    let mut page = Applications::at("applications?as=board");
    let id = page.id("Head Gardener");
    assert!(page.ask("move_to", &id, &[("lane", "ended")]));
    assert!(page.all("entry-form").is_empty());
    let choice = page.first("move-choice");
    assert_eq!(text(&choice, "question"), "To “Ended”: what happened?");
    let entries: Vec<String> = page.all("move-choice")[0].lists[0]
        .1
        .iter()
        .map(|card| card.key.clone())
        .collect();
    assert_eq!(entries, ["rejected", "withdrew", "closed"]);
    page.log(&id, "withdrew");
    assert_eq!(page.first("entry-form").key, "withdrew");
    assert!(page.ask_on("cancel", &id, "withdrew", &[]));
    assert!(page.all("kept-card").is_empty());
    assert_eq!(page.lanes()[1], "Applied: Head Gardener");
}

#[test]
fn what_nothing_can_express_is_refused_with_what_can_be_undone() {
    let mut page = Applications::at("applications?as=board");
    let id = page.id("Gärtner");
    assert!(page.ask("move_to", &id, &[("lane", "applied")]));
    assert_eq!(
        text(&page.first("notice"), "text"),
        "It cannot go from “In touch” back to “Applied”. If something was written down by mistake, undo it in its timeline: \
         “They replied” (on Wed 4 Nov)."
    );
    assert_eq!(page.first("kept-card").key, id, "its timeline is there");
    assert_eq!(page.lanes()[2], "In touch: Gärtner");
    // In that timeline the day of an event is put right, and it stays open: nothing was moved by that.
    let event = page.first("event-row").key;
    assert!(page.ask_on("move", &id, &event, &[("on", "2026-11-05")]));
    assert!(
        text(&page.first("notice"), "text").contains("Thu 5 Nov"),
        "{}",
        text(&page.first("notice"), "text")
    );
    assert_eq!(page.first("kept-card").key, id, "its timeline is there");
}

/// However much happened since, it stays a sentence: the timeline beside it has all of it.
#[test]
fn of_much_that_could_be_undone_the_latest_is_named() {
    let world = world();
    let id = Applications::of(&world, "applications").id("Gärtner");
    let application = ApplicationId::parse(&id).expect("an identity");
    for day in ["2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13"] {
        let heard = What::Heard {
            asks: false,
            answer_by: None,
            note: Prose::new("They wrote at length of the garden."),
        };
        let command = Command::Log(vec![(day.parse().expect("a day"), heard)]);
        block_on(carry_out(&world, Target::Kept(application), command)).expect("kept");
    }
    let mut page = Applications::of(&world, "applications?as=board");
    assert!(page.ask("move_to", &id, &[("lane", "applied")]));
    assert_eq!(
        text(&page.first("notice"), "text"),
        "It cannot go from “In touch” back to “Applied”. If something was written down by mistake, undo it in its timeline: \
         “They replied” (on Fri 13 Nov), “They replied” (on Thu 12 Nov), “They replied” (on Wed 11 Nov) and 2 more."
    );
}

#[test]
fn one_application_is_shown_in_full() {
    let mut page = Applications::at("applications");
    let id = page.id("Gärtner");
    assert!(ApplicationId::parse(&id).is_some());
    page.go(&format!("application/{id}"));
    let screen = page.first("application-screen");
    assert!(text(&screen, "description").contains("see to it that they thrive"));
    assert_eq!(
        text(&screen, "description_source"),
        "",
        "it is said of all fields at once"
    );
    let captured: Vec<String> = page
        .all("captured-row")
        .iter()
        .map(|row| text(row, "label") + ": " + &text(row, "source"))
        .collect();
    // Said once where it holds for most, and on the others' lines.
    assert_eq!(
        text(&screen, "sources"),
        "Source: the page's structured data, unless a line says otherwise. What you correct yourself stands above."
    );
    assert!(captured.contains(&"Place: ".to_owned()), "{captured:?}");
    assert!(
        captured.contains(&"Address: the page's address".to_owned()),
        "{captured:?}"
    );
    let told: Vec<String> = page.all("told-row").iter().map(|row| text(row, "text")).collect();
    assert_eq!(told, ["You applied", "They asked about my orchids.\nNothing else."]);
}

#[test]
fn of_what_was_written_by_hand_it_is_said_that_the_user_wrote_it() {
    let mut page = Applications::at("new");
    let form = [("title", "Pilot"), ("company", "Quay"), ("place", "Kiel")];
    assert!(page.ask("save", MANUAL, &form));
    let screen = page.first("application-screen");
    assert_eq!(
        text(&screen, "sources"),
        "Written down by you, unless a line says otherwise. What you correct later stands above."
    );
    assert!(
        page.all("captured-row")
            .iter()
            .all(|row| text(row, "source").is_empty())
    );
}

#[test]
fn a_description_goes_with_its_application() {
    let mut page = Applications::at("applications");
    let id = page.id("Gärtner");
    page.go(&format!("application/{id}"));
    let shown = |page: &Applications| {
        let screen = page.first("application-screen");
        (part(&screen, "description"), part(&screen, "way_back"))
    };
    assert_eq!(shown(&page), (true, true));
    page.go("new");
    assert_eq!(shown(&page), (false, false));
}

#[test]
fn from_one_application_a_link_leads_back_to_all_as_they_were_shown() {
    let mut page = Applications::at("applications?stage=in_touch&sort=title");
    let id = page.id("Gärtner");
    page.go(&format!("application/{id}"));
    let screen = page.first("application-screen");
    let link = screen.slots.iter().find(|(name, _)| *name == "all");
    let link = link.and_then(|(_, slot)| slot.link.as_ref()).expect("a link");
    assert_eq!(link.as_str(), "#applications?stage=in_touch&sort=title");
}

#[test]
fn what_is_done_elsewhere_is_seen() {
    let mut page = Applications::at("applications?sort=title");
    let mut desk = Desk::at(
        &page.world,
        super::desk::page("https://quay.example/5", "Admiral", "Quay", ""),
    );
    desk.press("applied", "capture-card", &[]);
    let keys: Vec<String> = page.world.kept().into_keys().collect();
    block_on(page.dashboard.changed(&keys));
    assert_eq!(page.titles()[0], "Admiral");
}
