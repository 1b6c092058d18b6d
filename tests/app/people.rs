//! The people of all applications, in the dashboard: who is found, who is open, and what is put right of them.

use pollster::block_on;
use your_move::app::{Dashboard, Drafts as _, Target, carry_out};
use your_move::domain::{Channel, Contact, Correction, Line, Round, What};
use your_move::ledger::Command;
use your_move::view::{Card, Words};

use super::desk::{asked, text, value, within};
use super::sound::{applications, check_sound};
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

/// Dana alone, as the one to write to on one application.
fn contact_alone() -> Model {
    let world = Model::on("2026-11-25");
    keep(
        &world,
        "Globex",
        vec![("2026-11-04", contact(dana("dana@agency.example")))],
    );
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
    assert_eq!(heard(&people), "Nobody found.");
    people.act("people", "", "", &[("people", " ")]);
    assert_eq!(names(&people).len(), 2);
    assert_eq!(heard(&people), "");
}

#[test]
fn of_many_people_more_are_shown_when_they_are_asked_for() {
    let world = Model::on("2026-11-25");
    let met_all = (0..230).map(|number| ("2026-11-20", met(&format!("Person {number:03}"))));
    keep(&world, "Acme", met_all.collect());
    let mut people = People::of(world);
    let shown = |people: &People| (names(people).len(), text(&people.all("people-screen")[0], "beyond"));
    assert_eq!(shown(&people), (100, "Show 100 more".to_owned()));
    people.act("more_people", "", "", &[]);
    assert_eq!(shown(&people), (200, "Show 30 more".to_owned()));
    people.act("more_people", "", "", &[]);
    assert_eq!(shown(&people), (230, String::new()));
    // Another search begins at its beginning.
    people.act("people", "", "", &[("people", "person")]);
    assert_eq!(shown(&people).0, 100);
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
fn what_is_taken_out_on_one_application_is_not_known_from_another() {
    let mut people = People::of(search());
    people.open("Dana Kim");
    let key = people.row("Dana Kim").key;
    assert!(people.act("correct", &key, "person", &[("role", "Recruiter"), ("email", "")]));
    let notice = people.all("notice");
    assert_eq!(text(&notice[0], "text"), "Put right on 2 applications.");
    assert_eq!(text(&people.file(), "email"), "");
    // With the address went what told that the two are one.
    assert_eq!(names(&people), ["Joe Ortiz", "Dana Kim", "Dana Kim"]);
    people.act("people", "", "", &[("people", "dana@")]);
    assert_eq!(names(&people), [""; 0]);
    people.act("people", "", "", &[("people", "")]);
    assert!(people.act("undo", "", "", &[]));
    people.read();
    assert_eq!(text(&people.file(), "email"), "dana@agency.example");
    check_sound(&people.world);
}

#[test]
fn of_a_person_what_is_put_right_changes_and_nothing_else() {
    let world = search();
    keep(
        &world,
        "Initech",
        vec![(
            "2026-11-05",
            contact(Contact {
                role: Some(line("Sourcer")),
                ..dana("dana@agency.example")
            }),
        )],
    );
    let mut people = People::of(world);
    people.open("Dana Kim");
    let (key, shown) = (people.row("Dana Kim").key, people.file());
    let fields = |phone: &str| {
        let shown = ["role", "email"].map(|name| (name, value(&shown, name)));
        shown
            .into_iter()
            .chain([("phone", phone.to_owned())])
            .collect::<Vec<_>>()
    };
    let mut put_right = |typed: &[(&str, String)]| {
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let done = people.act("correct", &key, "person", &typed);
        (done, people.all("notice").first().map(|notice| text(notice, "text")))
    };
    // Nothing is otherwise, and nothing is written.
    assert_eq!(put_right(&fields("")), (true, None));
    assert_eq!(
        put_right(&fields("+49 30 1")),
        (true, Some("Put right on 3 applications.".into()))
    );
    let kept = format!("{:?}", applications(&people.world));
    assert_eq!(kept.matches("+49 30 1").count(), 3);
    let last = |role: &str| kept.matches(&format!("role: Some(Line(\"{role}\"))")).count();
    assert_eq!((last("Sourcer"), last("Recruiter")), (2, 4));
}

#[test]
fn nobody_is_left_without_a_name() {
    let mut people = People::of(contact_alone());
    people.open("Dana Kim");
    let key = people.row("Dana Kim").key;
    let before = people.world.kept();
    assert!(!people.act("correct", &key, "person", &[("name", " "), ("role", "Nobody")]));
    assert!(!text(&people.file(), "error").is_empty());
    assert_eq!(people.world.kept(), before);
}

#[test]
fn who_is_deleted_is_nowhere_any_more() {
    let mut people = People::of(search());
    people.open("Dana Kim");
    let key = people.row("Dana Kim").key;
    let place = format!("letter/{key}");
    people.world.put_by(&place, "Dear Dana");
    let warning = text(&people.file(), "forget");
    assert!(warning.starts_with("Their name goes from 2 applications"), "{warning}");
    let before = applications(&people.world);
    assert!(people.act("forget", &key, "", &[]));
    people.read();
    assert_eq!(names(&people), ["Joe Ortiz"]);
    let notice = people.all("notice").remove(0);
    assert_eq!(text(&notice, "text"), "Deleted from 2 applications.");
    assert_eq!(text(&notice, "remedy"), "");
    let told = format!("{:?}", people.world.kept());
    assert!(!told.contains("Dana") && !told.contains("dana@"), "{told}");
    assert_eq!(people.world.places(), [""; 0]);
    check_sound(&people.world);
    // What another machine still has of them does not come back.
    for mut application in applications(&people.world) {
        let kept = application.clone();
        let other = before.iter().find(|other| other.application() == kept.application());
        application.add(other.expect("it was kept before").events());
        assert_eq!(application, kept);
    }
}

#[test]
fn a_name_that_no_event_names_is_put_right_too() {
    let mut people = People::of(contact_alone());
    people.open("Dana Kim");
    assert!(people.file().parts.contains(&("name", true)));
    let key = people.row("Dana Kim").key;
    assert!(people.act(
        "correct",
        &key,
        "person",
        &[("name", "Dana Kimm"), ("role", ""), ("email", "dana@agency.example")]
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
