//! The dashboard as a person uses it: its screens, what is due today, several rows at once, and what comes from elsewhere.

use chrono::{Datelike, NaiveDate, Weekday};
use pollster::block_on;
use your_move::app::{Dashboard, Drafts as _, change_settings, draft};
use your_move::archive::Choices;
use your_move::domain::Line;
use your_move::view::{Card, Words};

use super::desk::{Desk, asked, gardener, page, part, text, value, within};
use super::sound::check_sound;
use super::world::{Call, Model, Trouble};

struct Board {
    world: Model,
    board: Dashboard<Model>,
}

impl Board {
    /// The dashboard on a screen, when all is read.
    fn at(world: &Model, hash: &str) -> Self {
        let board = block_on(Dashboard::open(world.clone(), Words::english(), hash));
        let world = world.clone();
        let mut board = Self { world, board };
        block_on(board.board.look_again());
        board.read();
        board
    }

    /// Reads on to the end.
    fn read(&mut self) {
        while block_on(self.board.read_on()).is_some() {}
    }

    fn act(&mut self, name: &str, card: &str, choice: &str, fields: &[(&str, &str)]) -> bool {
        block_on(self.board.act(asked(name, card, choice, fields)))
    }

    /// The cards of a template, in their order.
    fn all(&self, template: &str) -> Vec<Card> {
        within(&self.board.card(), template)
    }

    fn keys(&self, template: &str) -> Vec<String> {
        self.all(template).into_iter().map(|card| card.key).collect()
    }

    /// What the notice says: that it was done, and what comes next.
    fn notice(&self) -> String {
        let notice = self.all("notice").remove(0);
        [text(&notice, "text"), text(&notice, "next")].join(" | ")
    }

    /// Takes back what the notice says was done, or does it again.
    #[track_caller]
    fn undo(&mut self) {
        let notice = self.keys("notice").remove(0);
        assert!(self.act("undo", &notice, "", &[]));
    }

    /// The names of the groups of today, each with how much is in it.
    fn groups(&self) -> Vec<String> {
        let groups = self.all("agenda-group").into_iter();
        groups
            .map(|group| [text(&group, "name"), text(&group, "number")].join(" "))
            .collect()
    }

    fn title(&self) -> String {
        text(&self.board.card(), "document")
    }

    /// The rows of what is due.
    fn due(&self) -> Vec<String> {
        let (due, _) = self.rows();
        due.into_iter().map(|row| row.key).collect()
    }

    /// The rows of what will be due within a week.
    fn ahead(&self) -> Vec<Card> {
        self.rows().1
    }

    fn rows(&self) -> (Vec<Card>, Vec<Card>) {
        let rows = self.all("move-row").into_iter();
        rows.partition(|row| !row.marks.contains(&("ahead", "yes")))
    }

    /// Selects all rows of what is due.
    fn select_all(&mut self) {
        for row in self.due() {
            self.act("select", &row, "", &[("select", "yes")]);
        }
    }

    /// The keys under which something is kept otherwise than in `before`.
    fn changed_since(&mut self, before: &Model) {
        let before = before.kept();
        let kept = self.world.kept();
        let changed = kept.iter().filter(|(key, text)| before.get(*key) != Some(text));
        let changed: Vec<String> = changed.map(|(key, _)| key.clone()).collect();
        block_on(self.board.changed(&changed));
        self.read();
    }
}

/// A world in which the user applied for so many jobs, at companies that have nothing to do with each other, and waits for a month since.
fn month_after(jobs: usize) -> Model {
    let world = Model::on("2026-10-05");
    for number in 0..jobs {
        let company = ["Northwind", "Harbour Mill", "Contoso", "Lumen"].get(number);
        let company = company.map_or_else(|| format!("Company {number}"), |company| (*company).to_owned());
        world.turn_the_leaf();
        let posting = page(&format!("https://jobs.example/{number}"), "Gardener", &company, "");
        Desk::at(&world, posting).press("applied", "capture-card", &[]);
    }
    world.turn_to("2026-10-30");
    world
}

#[test]
fn an_address_names_a_screen_and_its_document_is_called_by_it() {
    #[track_caller]
    fn check(hash: &str, template: &str, title: &str) {
        let board = Board::at(&month_after(1), hash);
        assert_eq!(board.all(template).len(), 1, "{hash}");
        assert_eq!(board.title(), title);
    }

    check("", "today-screen", "Today – Your Move");
    check("today", "today-screen", "Today – Your Move");
    check("applications", "applications-screen", "Applications – Your Move");
    check("people", "people-screen", "People – Your Move");
    check("insights", "insights-screen", "Insights – Your Move");
    check("settings", "settings-screen", "Settings – Your Move");
    check("welcome", "welcome-screen", "Welcome – Your Move");
    check("settings/rules", "settings-screen", "Settings – Your Move");
    check("new", "capture-card", "New application – Your Move");
    check("nowhere", "today-screen", "Today – Your Move");
}

#[test]
fn a_row_leads_to_its_application_which_has_an_address() {
    let world = month_after(1);
    let mut board = Board::at(&world, "today");
    let row = board.keys("move-row").remove(0);
    assert!(board.act("open", &row, "", &[]));
    assert_eq!(board.title(), "Gardener · Northwind – Your Move");
    let hash = board.board.hash();
    assert_eq!(Board::at(&world, &hash).keys("kept-card"), board.keys("kept-card"));
    // A place on the screen that is shown is no screen.
    block_on(board.board.go("content"));
    assert_eq!(board.board.hash(), hash);
    block_on(board.board.go("today"));
    assert_eq!(board.keys("kept-card"), [""; 0]);
}

#[test]
fn what_is_not_there_is_said_to_be_gone() {
    let hash = "application/0193a0b0-0000-7000-8000-000000000000";
    let board = Board::at(&month_after(1), hash);
    let screen = board.all("application-screen").remove(0);
    assert_eq!(text(&screen, "gone"), "This application is not here any more.");
}

#[test]
fn what_is_written_by_hand_is_there_again_after_another_screen() {
    let world = month_after(1);
    let mut board = Board::at(&world, "new");
    let form = asked("applied", "manual", "", &[("title", "Lighthouse keeper")]);
    world.put_by(&board.board.place(), &draft(&form).expect("a form that is typed in"));
    for hash in ["people", "today", "settings"] {
        block_on(board.board.go(hash));
    }
    block_on(board.board.go("new"));
    let form = board.all("capture-card").remove(0);
    assert_eq!(value(&form, "title"), "Lighthouse keeper");
    assert!(part(&form, "restored"));
}

#[test]
fn today_is_grouped_by_how_pressing_it_is() {
    let world = month_after(2);
    assert_eq!(Board::at(&world, "").groups(), ["Late 2"]);
    world.turn_to("2026-10-14");
    assert_eq!(Board::at(&world, "").groups(), ["Today 2"]);
    world.turn_to("2026-10-12");
    let board = Board::at(&world, "");
    assert_eq!(board.groups(), ["Within a week 2"]);
    let row = board.all("move-row").remove(0);
    assert_eq!(text(&row, "heading"), "Ask where things stand");
    assert_eq!(text(&row, "when"), "Wed 14 Oct");
    world.turn_to("2026-10-06");
    let board = Board::at(&world, "");
    assert_eq!(board.groups(), ["Waiting on them 2"]);
    let row = board.all("waiting-row").remove(0);
    assert_eq!(text(&row, "stage"), "Applied");
}

#[test]
fn of_what_is_waited_for_the_next_is_shown_until_all_is_asked_for() {
    let world = month_after(23);
    world.turn_to("2026-10-06");
    let mut board = Board::at(&world, "");
    assert_eq!(board.groups(), ["Waiting on them 23"]);
    assert_eq!(board.keys("waiting-row").len(), 20);
    assert_eq!(text(&board.all("agenda-group").remove(0), "beyond"), "Show 3 more");
    let shown = board.keys("waiting-row");
    board.act("more_waits", "", "", &[]);
    assert_eq!(board.keys("waiting-row").len(), 23);
    assert_eq!(board.keys("waiting-row")[..20], shown);
    assert_eq!(text(&board.all("agenda-group").remove(0), "beyond"), "");
}

#[test]
fn a_few_applications_are_read_at_once() {
    let world = month_after(4);
    let mut board = block_on(Dashboard::open(world.clone(), Words::english(), "insights"));
    let before = world.calls().len();
    while block_on(board.read_on()).is_some() {}
    // Once to be shown; to be checked head and settings, all of them, index and links.
    assert_eq!(world.calls()[before..], [Call::Get; 4]);
}

#[test]
fn what_is_in_sight_is_shown_before_the_rest() {
    let world = month_after(12);
    let mut board = block_on(Dashboard::open(world, Words::english(), "today"));
    let rows = |board: &Dashboard<Model>| within(&board.card(), "move-row").len();
    assert_eq!(rows(&board), 8);
    block_on(board.look_again());
    assert_eq!(rows(&board), 12);
}

#[test]
fn reading_can_be_stopped_and_gone_on_with() {
    let world = month_after(4);
    let mut board = Board::at(&world, "insights");
    let stopped = |board: &Board| {
        let card = board.board.card();
        (
            part(&card, "reads"),
            part(&card, "can_stop"),
            part(&card, "can_read_on"),
        )
    };
    // Something was written elsewhere, and is to be read.
    block_on(board.board.changed(&["app/000".to_owned()]));
    board.act("stop_reading", "", "", &[]);
    assert_eq!(stopped(&board), (true, false, true));
    assert_eq!(text(&board.board.card(), "reading"), "Stopped at 0 %");
    assert_eq!(block_on(board.board.read_on()), None, "nothing is read meanwhile");
    board.act("read_on", "", "", &[]);
    board.read();
    assert_eq!(stopped(&board), (false, false, false));
}

#[test]
fn several_rows_are_put_off_to_days_that_suit_all_of_them() {
    let mut board = Board::at(&month_after(3), "");
    board.select_all();
    let days = within(&board.all("selection-bar").remove(0), "later-day");
    let days = days.iter().map(|card| card.key.parse().expect("a day"));
    let days: Vec<NaiveDate> = days.collect();
    assert!(days.len() > 1, "{days:?}");
    // On a Monday nobody is asked where things stand.
    let is_monday = |day: &NaiveDate| day.weekday() == Weekday::Mon;
    assert!(!days.iter().any(is_monday), "{days:?}");
}

#[test]
fn several_rows_are_done_at_once_and_one_undo_takes_all_back() {
    let world = month_after(3);
    let mut board = Board::at(&world, "");
    let rows = board.due();
    assert_eq!(board.keys("selection-bar"), [""; 0]);
    board.select_all();
    assert_eq!(text(&board.all("selection-bar").remove(0), "count"), "3 selected");
    board.act("select", &rows[0], "", &[]);
    assert_eq!(text(&board.all("selection-bar").remove(0), "count"), "2 selected");

    assert!(board.act("sent", "selection", "", &[]));
    assert_eq!(board.notice(), "2 are done. | ");
    assert_eq!(board.due(), rows[..1]);
    assert_eq!(board.keys("selection-bar"), [""; 0]);

    let remedy = |board: &Board| text(&board.all("notice").remove(0), "remedy");
    assert_eq!(remedy(&board), "Undo");
    let undone = "2 are as they were before. | ";
    for (said, offered, due) in [
        (undone, "Redo", &rows[..]),
        ("2 changes hold again. | ", "Undo", &rows[..1]),
        (undone, "Redo", &rows),
    ] {
        board.undo();
        assert_eq!(board.notice(), said);
        assert_eq!(remedy(&board), offered);
        assert_eq!(board.due(), due);
    }
}

#[test]
fn several_rows_are_put_off_or_left_out() {
    let mut board = Board::at(&month_after(2), "");
    board.select_all();
    assert!(board.act("later", "selection", "", &[("to", "2026-11-04")]));
    assert_eq!(board.notice(), "2 are put off. | ");
    assert_eq!(board.groups(), ["Within a week 2"]);
    let notice = board.keys("notice").remove(0);
    board.act("undo", &notice, "", &[]);
    board.select_all();
    assert!(board.act("skip", "selection", "", &[]));
    assert_eq!(board.notice(), "2 are left out. | ");
    assert_eq!(board.due(), [""; 0]);
}

#[test]
fn of_several_applications_nothing_reminds_any_more() {
    let mut board = Board::at(&month_after(3), "");
    let rows = board.due();
    for row in &rows[1..] {
        board.act("select", row, "", &[("select", "yes")]);
    }
    assert!(board.act("retire", "selection", "", &[]));
    assert_eq!(board.notice(), "No more reminders of 2 applications. | ");
    assert_eq!(board.due(), rows[..1]);
    board.undo();
    assert_eq!(board.notice(), "2 are as they were before. | ");
    assert_eq!(board.due(), rows);
}

#[test]
fn two_rows_of_one_application_are_silent_once_it_is() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-10", gardener());
    desk.log("interviewed", &[("people", "Dana Kim, J. Ortiz")]);
    desk.world.turn_to("2026-11-11");
    let mut board = Board::at(&desk.world, "");
    let rows = board.due();
    assert!(rows.len() > 1, "{rows:?}");
    board.select_all();
    assert!(board.act("retire", "selection", "", &[]));
    assert_eq!(board.notice(), "No more reminders of one application. | ");
    assert_eq!(board.due(), [""; 0]);
    board.undo();
    assert_eq!(board.due(), rows);
}

#[test]
fn a_day_that_cannot_be_is_said_beside_the_field_of_the_selection() {
    let mut board = Board::at(&month_after(2), "");
    board.select_all();
    let later = |board: &mut Board, to| {
        assert!(!board.act("later", "selection", "", &[("to", to)]));
        assert_eq!(board.keys("notice"), [""; 0]);
        let bar = board.all("selection-bar").remove(0);
        assert_eq!(text(&bar, "count"), "2 selected");
        text(&bar, "error")
    };
    assert_eq!(later(&mut board, "2026-10-30"), "Choose a day that lies ahead.");
    assert_eq!(
        later(&mut board, "whenever"),
        "Choose a whole day: day, month and year."
    );
    assert!(board.act("later", "selection", "", &[("to", "2026-11-04")]));
    assert_eq!(board.notice(), "2 are put off. | ");
    assert_eq!(board.keys("selection-bar"), [""; 0]);
}

/// A world in which a check-in is due on Wed 14 Oct, two days from today.
fn two_days_before() -> Board {
    let world = month_after(1);
    world.turn_to("2026-10-12");
    Board::at(&world, "")
}

#[test]
fn what_is_due_within_a_week_is_done_before() {
    #[track_caller]
    fn check(name: &str, fields: &[(&str, &str)], said: &str) {
        let mut board = two_days_before();
        let before = board.ahead();
        let row = before[0].key.clone();
        assert!(board.act(name, &row, "", fields), "{name}");
        assert!(board.notice().starts_with(said), "{}", board.notice());
        assert_ne!(board.ahead(), before);
        board.undo();
        assert_eq!(board.ahead(), before);
    }

    check("sent", &[], "Saved. You asked where things stand.");
    check("later", &[("to", "2026-10-16")], "Check-in moved to Fri 16 Oct.");
    check("later", &[("to", "2026-10-27")], "Check-in moved to Tue 27 Oct.");
    check("skip", &[], "Skipped: Check-in. The application stays as it is.");
    check("retire", &[], "You wanted no more reminders.");
}

#[test]
fn what_is_due_within_a_week_is_put_off_from_its_day_and_drafted() {
    let mut board = two_days_before();
    let row = board.ahead().remove(0);
    let (_, days) = row.lists.iter().find(|(name, _)| *name == "days").expect("days");
    let days: Vec<&str> = days.iter().map(|day| day.key.as_str()).collect();
    assert_eq!(days, ["2026-10-20", "2026-10-27"]);
    assert_eq!(value(&row, "to"), "2026-10-15");
    assert!(board.act("write", &row.key, "", &[]));
    assert_eq!(within(&board.ahead()[0], "letter").len(), 1);
    assert!(board.act("open", &row.key, "", &[]));
    assert_eq!(board.title(), "Gardener · Northwind – Your Move");
    // It has a row on the screen of today alone.
    assert!(!board.act("skip", &row.key, "", &[]));
}

#[test]
fn what_is_not_due_is_not_counted() {
    let board = two_days_before();
    assert_eq!(text(&board.board.card(), "count"), "");
    assert_eq!(
        text(&board.all("today-screen").remove(0), "calm"),
        "Nothing to do today."
    );
}

#[test]
fn what_is_due_within_a_week_is_done_with_several_others() {
    let world = month_after(3);
    let mut board = Board::at(&world, "");
    let rows = board.due();
    assert!(board.act("later", &rows[0], "", &[("to", "2026-11-04")]));
    assert_eq!(board.groups(), ["Late 2", "Within a week 1"]);
    let ahead = board.ahead().remove(0);
    assert!(part(&ahead, "select"));
    board.act("select", &ahead.key, "", &[("select", "yes")]);
    board.act("select", &rows[1], "", &[("select", "yes")]);
    assert_eq!(text(&board.all("selection-bar").remove(0), "count"), "2 selected");
    assert!(board.act("sent", "selection", "", &[]));
    assert_eq!(board.notice(), "2 are done. | ");
    assert_eq!(board.groups(), ["Late 1", "Waiting on them 2"]);
    board.undo();
    assert_eq!(board.groups(), ["Late 2", "Within a week 1"]);
}

/// What comes within a week is neither done before it can be, nor brought forward by a day that suits the others.
#[test]
fn what_does_not_suit_a_row_is_not_done_there() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("invited", &[("day", "2026-11-05"), ("people", "Dana Kim")]);
    let mut board = Board::at(&desk.world, "");
    let ahead = board.ahead().remove(0);
    assert_eq!(
        text(&ahead, "heading"),
        "Ask at the end of your interview how to stay in touch"
    );
    let before = board.world.kept();
    for (name, fields) in [("sent", [("", "")]), ("later", [("to", "2026-11-09")])] {
        board.act("select", &ahead.key, "", &[("select", "yes")]);
        assert!(!board.act(name, "selection", "", &fields), "{name}");
        assert_eq!(board.notice(), " | One wants an answer of its own, and stays.");
        assert_eq!(board.world.kept(), before, "{name}");
    }

    let world = month_after(2);
    let mut board = Board::at(&world, "");
    let rows = board.due();
    assert!(board.act("later", &rows[0], "", &[("to", "2026-11-04")]));
    let kept = board.ahead().remove(0);
    for row in [&rows[0], &rows[1]] {
        board.act("select", row, "", &[("select", "yes")]);
    }
    assert!(board.act("later", "selection", "", &[("to", "2026-11-03")]));
    assert_eq!(
        board.notice(),
        "One is put off. | One wants an answer of its own, and stays."
    );
    assert!(board.ahead().contains(&kept), "it was brought forward");
}

#[test]
fn what_is_done_by_itself_is_not_selected_any_more() {
    let mut board = Board::at(&month_after(2), "");
    board.select_all();
    let row = board.due().remove(0);
    assert!(!board.act("later", &row, "", &[("to", "whenever")]));
    assert_eq!(text(&board.all("selection-bar").remove(0), "count"), "2 selected");
    assert!(board.act("later", &row, "", &[("to", "2026-11-04")]));
    assert_eq!(board.ahead().len(), 1);
    assert_eq!(text(&board.all("selection-bar").remove(0), "count"), "One selected");
}

#[test]
fn nobody_is_thanked_before_the_interview() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("invited", &[("day", "2026-11-05"), ("people", "Dana Kim")]);
    let rows = |today: &str| {
        desk.world.turn_to(today);
        let rows = Board::at(&desk.world, "").ahead().into_iter();
        let row = |row: Card| (text(&row, "heading"), text(&row, "done"), text(&row, "write"));
        rows.map(row).collect::<Vec<_>>()
    };
    let row = |heading: &str, done: &str, write: &str| (heading.to_owned(), done.to_owned(), write.to_owned());
    let (ask, told, thank) = (
        "Ask at the end of your interview how to stay in touch",
        "Write down what they said",
        "Thank Dana Kim for the interview",
    );
    assert_eq!(rows("2026-11-02"), [row(ask, "", "")]);
    // Nor is what belongs to its day put off.
    let mut board = Board::at(&desk.world, "");
    let key = board.ahead().remove(0).key;
    assert!(!board.act("later", &key, "", &[("to", "2026-11-04")]));
    assert!(board.act("skip", &key, "", &[]) && board.act("undo", "", "", &[]));
    // On its day it may be over.
    let of_its_day = rows("2026-11-05");
    assert!(of_its_day.contains(&row(thank, "I sent it", "Draft")), "{of_its_day:?}");
    assert!(of_its_day.contains(&row(told, "", "")), "{of_its_day:?}");
}

#[test]
fn an_interview_that_took_place_is_written_down_by_its_row() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log(
        "invited",
        &[("day", "2026-11-05"), ("people", "Dana Kim"), ("round", "final")],
    );
    desk.world.turn_to("2026-11-05");
    let mut board = Board::at(&desk.world, "");
    let row = board.all("move-row").remove(0);
    assert_eq!(
        (text(&row, "heading").as_str(), text(&row, "done").as_str()),
        ("Ask at the end of your interview how to stay in touch", "It took place")
    );
    assert!(board.act("sent", &row.key, "", &[]));
    assert_eq!(board.groups(), ["Today 2"], "what they said, and a thank-you");
    let desk = Desk::at(&desk.world, gardener());
    assert_eq!(desk.timeline()[0], "Thu 5 Nov Final round");
}

#[test]
fn what_is_due_on_the_page_in_front_of_the_user_comes_first() {
    let world = month_after(3);
    let on = |number: usize| {
        let address = format!("https://jobs.example/{number}");
        Desk::at(&world, page(&address, "Gardener", "", ""))
            .all("move-row")
            .remove(0)
            .key
    };
    let first: Vec<String> = (0..3).map(on).collect();
    assert!(
        first[0] != first[1] && first[1] != first[2] && first[0] != first[2],
        "{first:?}"
    );
}

#[test]
fn what_was_said_goes_with_the_screen_after_its_own() {
    let mut board = Board::at(&month_after(2), "");
    let row = board.due().remove(0);
    assert!(board.act("skip", &row, "", &[]));
    assert_eq!(board.all("notice").len(), 1);
    for (hash, said) in [("today", 1), ("people", 1), ("insights", 0)] {
        block_on(board.board.go(hash));
        assert_eq!(board.all("notice").len(), said, "{hash}");
    }
}

#[test]
fn where_the_world_fails_what_was_done_of_several_is_said() {
    let world = month_after(2);
    let mut board = Board::at(&world, "");
    board.select_all();
    world.give(Trouble::FailsFrom(0));
    board.act("sent", "selection", "", &[]);
    world.give(Trouble::None);
    assert!(board.notice().starts_with(" | "), "{}", board.notice());
    assert_eq!(text(&board.all("notice").remove(0), "remedy"), "");
}

#[test]
fn what_is_written_elsewhere_is_seen() {
    let world = month_after(1);
    let mut board = Board::at(&world, "applications");
    assert_eq!(board.keys("application-row").len(), 1);
    let before = world.copy();
    world.turn_the_leaf();
    Desk::at(&world, gardener()).press("applied", "capture-card", &[]);
    board.changed_since(&before);
    assert_eq!(board.keys("application-row").len(), 2);
    // One that is open is shown as it stands now.
    let id = board.keys("application-row").remove(1);
    board.act("find", &id, "", &[]);
    let before = world.copy();
    let mut desk = Desk::at(&world, gardener());
    desk.log("rejected", &[]);
    board.changed_since(&before);
    assert_eq!(text(&board.all("kept-card").remove(0), "stage"), "Rejected");
}

#[test]
fn one_is_written_by_hand_and_undone() {
    let world = Model::on("2026-11-02");
    let mut board = Board::at(&world, "");
    board.act("manual", "", "", &[]);
    assert_eq!(board.board.hash(), "new");
    assert!(!board.act("save", "manual", "", &[]), "nothing to keep");
    assert!(board.act("save", "manual", "", &[("title", "Gardener")]));
    assert!(board.board.hash().starts_with("application/"));
    assert_eq!(text(&board.all("kept-card").remove(0), "title"), "Gardener");
    let notice = board.keys("notice").remove(0);
    board.act("undo", &notice, "", &[]);
    assert_eq!(board.board.hash(), "applications");
    assert_eq!(board.keys("application-row"), [""; 0]);
}

#[test]
fn what_is_damaged_is_said_and_the_rest_is_shown() {
    let world = month_after(2);
    // Nothing can bring it back.
    world.mirrored().forget("");
    world.mirrored().give(Trouble::FailsFrom(0));
    let folders: Vec<String> = world.kept().into_keys().filter(|key| key.starts_with("app/")).collect();
    assert_eq!(folders.len(), 2);
    world.put(&folders[0], "no folder");
    Board::at(&world, "applications");
    let board = Board::at(&world, "applications");
    assert_eq!(board.keys("trouble"), [""; 0]);
    assert_eq!(board.keys("repair"), ["repair", "mirror"]);
    assert_eq!(board.keys("application-row").len(), 1);
}

#[test]
fn a_choice_among_the_settings_is_kept_and_undone_on_their_screen() {
    let mut board = Board::at(&Model::on("2026-11-02"), "settings");
    assert!(board.act("soft_weekday", "soft_weekday", "", &[("soft_weekday", "fri")]));
    assert!(board.notice().contains("Friday"), "{}", board.notice());
    board.undo();
    // It is said where it was done.
    block_on(board.board.go("today"));
    assert_eq!(board.keys("notice"), [""; 0]);
}

#[test]
fn a_sample_is_plausible_on_any_day_and_is_laid_out_once() {
    for today in ["2026-11-02", "2026-11-07", "2026-12-28", "2027-02-28"] {
        let world = Model::on(today);
        let sample = || block_on(Dashboard::sample(world.clone(), Words::english(), "today"));
        let (mut board, world) = (sample(), world.clone());
        while block_on(board.read_on()).is_some() {}
        let mut board = Board { world, board };
        check_sound(&board.world);
        assert!(board.board.card().parts.contains(&("sample", true)));
        assert_eq!(text(&board.board.card(), "kept"), "10");
        // Something of everything is to be seen.
        assert!(board.due().len() >= 3, "{today}: {:?}", board.groups());
        let ahead = board.ahead().len() + board.keys("waiting-row").len();
        assert!(ahead >= 2, "{today}: {:?}", board.groups());
        let kept = board.world.kept();
        board.board = sample();
        assert_eq!(board.world.kept(), kept);
    }
}

/// Whether the settings say that of the sample.
fn says(board: &Board, what: &'static str) -> bool {
    let screen = board.all("settings-screen").remove(0);
    screen.parts.contains(&(what, true))
}

#[test]
fn the_settings_lead_to_the_sample_and_remove_it() {
    let world = month_after(1);
    let mut board = Board::at(&world, "today");
    block_on(board.board.go("settings"));
    assert!(says(&board, "samples") && !says(&board, "has_sample"));
    world.put_sample();
    block_on(board.board.look_again());
    assert!(says(&board, "has_sample"));
    // What cannot be removed is still there.
    world.give(Trouble::FailsFrom(0));
    assert!(!board.act("remove_sample", "", "", &[]));
    world.give(Trouble::None);
    block_on(board.board.look_again());
    assert!(says(&board, "has_sample"));
    let kept = world.kept();
    assert!(board.act("remove_sample", "", "", &[]));
    assert_eq!(board.notice(), "The sample is removed. | ");
    assert!(!says(&board, "has_sample"));
    assert!(!board.board.is_over(), "the user's own is still shown");
    assert_eq!(world.kept(), kept);
}

#[test]
fn a_sample_is_there_on_whichever_screen_it_is_opened() {
    let world = Model::on("2026-11-02");
    let mut board = block_on(Dashboard::sample(world, Words::english(), "applications"));
    block_on(board.look_again());
    while block_on(board.read_on()).is_some() {}
    assert_eq!(within(&board.card(), "application-row").len(), 10);
}

#[test]
fn the_sample_is_over_once_it_is_removed() {
    let world = Model::on("2026-11-02");
    let board = block_on(Dashboard::sample(world.clone(), Words::english(), "settings"));
    let mut board = Board { world, board };
    assert!(!says(&board, "samples"), "one is there");
    board.world.give(Trouble::FailsFrom(0));
    assert!(!board.act("remove_sample", "", "", &[]));
    assert!(!board.board.is_over());
    assert_eq!(board.keys("trouble").len(), 1);
    board.world.give(Trouble::None);
    assert!(board.act("remove_sample", "", "", &[]));
    assert!(board.board.is_over());
}

#[test]
fn several_that_nobody_answers_are_closed_at_once() {
    let world = month_after(2);
    let mut board = Board::at(&world, "");
    board.select_all();
    let offered = |board: &Board| {
        let bar = board.all("selection-bar").remove(0);
        ["done", "close"].map(|name| part(&bar, name))
    };
    assert_eq!(offered(&board), [true, false], "one is asked where things stand");
    board.act("sent", "selection", "", &[]);
    world.turn_to("2026-11-25");
    let mut board = Board::at(&world, "");
    board.select_all();
    assert_eq!(
        offered(&board),
        [false, true],
        "whether it is over is answered, and not done"
    );
    let rows = board.due();
    assert!(board.act("close", "selection", "", &[]));
    assert_eq!(board.notice(), "2 are closed. | ");
    assert_eq!(board.due(), [""; 0]);
    board.undo();
    assert_eq!(board.due(), rows);
}

#[test]
fn what_is_to_be_asked_is_not_closed_with_others() {
    let mut board = Board::at(&month_after(2), "");
    board.select_all();
    assert!(!board.act("close", "selection", "", &[]));
    assert_eq!(board.due().len(), 2);
}

#[test]
fn who_accepts_today_is_shown_who_else_is_waiting() {
    let accepted = |applications| {
        let world = month_after(applications);
        let mut desk = Desk::at(&world, page("https://jobs.example/0", "Gardener", "Northwind", ""));
        desk.log("offered", &[("written", "yes"), ("answer_by", "2026-10-31")]);
        let mut board = Board::at(&world, "");
        let mut rows = board.all("move-row").into_iter();
        let answer = rows.find(|row| part(row, "offer")).expect("a row");
        assert!(board.act("accepted", &answer.key, "", &[]));
        board
    };
    let board = accepted(2);
    assert!(board.board.hash().starts_with("application/"), "{}", board.board.hash());
    assert_eq!(board.all("withdrawal-row").len(), 1);
    assert_eq!(accepted(1).board.hash(), "today", "nobody else waits");
}

#[test]
fn a_message_that_is_open_hears_of_the_name() {
    let world = month_after(1);
    let mut board = Board::at(&world, "");
    let row = board.due().remove(0);
    board.act("write", &row, "", &[]);
    assert!(part(&board.all("letter")[0], "unsigned"));
    let before = world.copy();
    let sign = |choices: &mut Choices| {
        choices.messages.sender = Line::new("Ada King");
        Ok(())
    };
    block_on(change_settings(&world, Box::new(sign))).expect("kept");
    board.changed_since(&before);
    let letter = board.all("letter").remove(0);
    assert!(!part(&letter, "unsigned") && value(&letter, "body").ends_with("Ada King"));
    assert!(!part(&letter, "restored"));
}

#[test]
fn a_sample_is_in_good_order_whatever_the_day_of_the_week() {
    for day in 16..=22 {
        let world = Model::on(&format!("2026-11-{day}"));
        let board = block_on(Dashboard::sample(world.clone(), Words::english(), ""));
        let mut board = Board { world, board };
        block_on(board.board.look_again());
        board.read();
        let groups = board.groups();
        assert!(groups.contains(&"Late 1".to_owned()), "{day}: {groups:?}");
        assert!(
            groups.iter().any(|group| group.starts_with("Today ")),
            "{day}: {groups:?}"
        );
    }
}
