//! The people of all applications, in the dashboard: who is found, who is open, and what is put right of them.

use pollster::block_on;
use your_move::app::{Dashboard, Target, carry_out};
use your_move::domain::{Channel, Contact, Correction, Line, Round, What};
use your_move::ledger::Command;
use your_move::view::{Card, Words};

use super::desk::{asked, text, within};
use super::sound::check_sound;
use super::world::Model;

fn line(text: &str) -> Line {
    Line::new(text).expect("a line of text")
}

fn dana(email: &str) -> Contact {
    Contact {
        role: Some(line("Recruiter")),
        email: Line::new(email),
        ..Contact::named(line("Dana Kim"))
    }
}

/// Keeps an application at a company, to which all of that happened.
fn keep(world: &Model, company: &str, happened: Vec<(&str, What)>) {
    let named = What::Corrected(Correction::Company(Some(line(company))));
    let all = std::iter::once(("2026-11-02", named)).chain(happened);
    let all = all.map(|(on, what)| (on.parse().expect("a date"), what));
    block_on(carry_out(world, Target::New, Command::Log(all.collect()))).expect("a command that is carried out");
}

fn contact(contact: Contact) -> What {
    What::Corrected(Correction::Contact(Some(contact)))
}

fn met(name: &str) -> What {
    What::Interviewed {
        interview: None,
        round: Round::Middle,
        people: vec![Contact::named(line(name))],
        note: None,
    }
}

/// One recruiter of two companies, and somebody else.
fn search() -> Model {
    let world = Model::on("2026-11-25");
    let wish = What::Preferred {
        person: Some(line("Dana Kim")),
        channel: Some(Channel::Phone),
        refused: vec![],
        do_not_contact: Some(true),
    };
    keep(
        &world,
        "Northwind",
        vec![
            ("2026-11-02", contact(dana("dana@agency.example"))),
            ("2026-11-03", What::Applied { cv: None }),
            ("2026-11-10", wish),
        ],
    );
    keep(
        &world,
        "Globex",
        vec![("2026-11-04", contact(dana("dana@agency.example")))],
    );
    keep(&world, "Acme", vec![("2026-11-20", met("Joe Ortiz"))]);
    world
}

struct People {
    world: Model,
    dashboard: Dashboard<Model>,
}

impl People {
    fn of(world: Model) -> Self {
        let dashboard = block_on(Dashboard::open(world.clone(), Words::english(), "people"));
        let mut people = Self { world, dashboard };
        people.read();
        people
    }

    fn read(&mut self) {
        while block_on(self.dashboard.read_on()).is_some() {}
    }

    fn act(&mut self, name: &str, card: &str, choice: &str, fields: &[(&str, &str)]) -> bool {
        block_on(self.dashboard.act(asked(name, card, choice, fields)))
    }

    fn all(&self, template: &str) -> Vec<Card> {
        within(&self.dashboard.card(), template)
    }

    fn row(&self, name: &str) -> Card {
        let mut rows = self.all("person-row").into_iter();
        rows.find(|row| text(row, "name") == name).expect("a row of that name")
    }

    /// Opens or closes somebody.
    fn open(&mut self, name: &str) {
        let key = self.row(name).key;
        assert!(self.act("person", &key, "", &[]));
    }

    fn file(&self) -> Card {
        let mut files = self.all("person-file");
        assert_eq!(files.len(), 1, "one is open");
        files.remove(0)
    }
}

fn names(people: &People) -> Vec<String> {
    people.all("person-row").iter().map(|row| text(row, "name")).collect()
}

#[test]
fn everybody_is_there_once() {
    let people = People::of(search());
    assert_eq!(names(&people), ["Joe Ortiz", "Dana Kim"]);
    let row = people.row("Dana Kim");
    let told = ["who", "jobs", "by_them", "by_us", "prefers", "silence"].map(|slot| text(&row, slot));
    let expected = [
        "Recruiter · Northwind",
        "2 applications",
        "Last from them: Tue 10 Nov",
        "",
        "They prefer the phone",
        "Wishes not to be asked",
    ];
    assert_eq!(told, expected);
}

#[test]
fn words_find_people() {
    let mut people = People::of(search());
    let heard = |people: &People| text(&people.all("people-screen")[0], "how_many");
    assert_eq!(heard(&people), "");
    people.act("people", "", "", &[("people", "globex")]);
    assert_eq!(names(&people), ["Dana Kim"]);
    assert_eq!(heard(&people), "1 person found");
    people.act("people", "", "", &[("people", "nobody at all")]);
    assert_eq!(names(&people), [""; 0]);
    assert_eq!(heard(&people), "Nobody has these words in what is known of them.");
    people.act("people", "", "", &[("people", " ")]);
    assert_eq!(names(&people).len(), 2);
    assert_eq!(heard(&people), "");
}

#[test]
fn who_is_open_shows_what_they_took_part_in() {
    let mut people = People::of(search());
    people.open("Joe Ortiz");
    let file = people.file();
    assert!(file.parts.contains(&("correct", false)));
    let events = people.all("person-event");
    let told: Vec<_> = events
        .iter()
        .map(|event| (text(event, "day"), text(event, "text")))
        .collect();
    assert_eq!(told, [("Fri".to_owned(), "Interview with Joe Ortiz.".to_owned())]);
    people.open("Joe Ortiz");
    assert_eq!(people.all("person-file").len(), 0);
}

#[test]
fn what_is_put_right_is_kept_and_can_be_undone() {
    let mut people = People::of(search());
    people.open("Dana Kim");
    let typed = [
        ("name", "Dana Kim-Lee"),
        ("role", "Talent lead"),
        ("email", "dana@agency.example"),
        ("phone", ""),
    ];
    let key = people.row("Dana Kim").key;
    assert!(people.act("correct", &key, "person", &typed));
    check_sound(&people.world);
    let row = people.row("Dana Kim");
    // The address says that the two are one. Where an event names her, her name stays.
    assert_eq!(text(&row, "who"), "Talent lead · Northwind");
    assert_eq!(text(&row, "jobs"), "2 applications");
    assert!(people.act("undo", "", "", &[]));
    people.read();
    assert_eq!(text(&people.row("Dana Kim"), "who"), "Recruiter · Northwind");
    check_sound(&people.world);
}

#[test]
fn a_name_that_no_event_names_is_put_right_too() {
    let world = Model::on("2026-11-25");
    keep(
        &world,
        "Globex",
        vec![("2026-11-04", contact(dana("dana@agency.example")))],
    );
    let mut people = People::of(world);
    people.open("Dana Kim");
    assert!(people.file().parts.contains(&("name", true)));
    let key = people.row("Dana Kim").key;
    assert!(people.act(
        "correct",
        &key,
        "person",
        &[("name", "Dana Kimm"), ("email", "dana@agency.example")]
    ));
    assert_eq!(names(&people), ["Dana Kimm"]);
    // She stays open under her new name, and her role was taken out.
    assert_eq!(text(&people.row("Dana Kimm"), "who"), "Globex");
    assert_eq!(people.all("person-file").len(), 1);
    check_sound(&people.world);
}

#[test]
fn nobody_is_known_at_first() {
    let people = People::of(Model::on("2026-11-25"));
    let screens = people.all("people-screen");
    assert!(screens[0].parts.contains(&("nobody", true)) && screens[0].parts.contains(&("somebody", false)));
}

#[test]
fn who_is_not_open_is_not_put_right() {
    let mut people = People::of(search());
    let key = people.row("Dana Kim").key;
    let before = people.world.kept();
    assert!(!people.act("correct", &key, "person", &[("role", "Nobody")]));
    people.open("Joe Ortiz");
    let key = people.row("Joe Ortiz").key;
    assert!(!people.act("correct", &key, "person", &[("role", "Nobody")]));
    assert_eq!(people.world.kept(), before);
}
