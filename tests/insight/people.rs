//! Who is one person, and what is known of them.

use your_move::domain::{Application, Channel, Contact, Correction, Interview, Line, PersonKey, Query, Round, What};
use your_move::insight::{Encounter, Person, people, took_part};
use your_move::ledger::{fold, merge};

use super::story::*;

fn with_email(name: &str, email: &str) -> Contact {
    Contact {
        email: Line::new(email),
        ..Contact::named(line(name))
    }
}

fn met(contact: Contact) -> What {
    What::Interviewed {
        interview: None,
        round: Round::Middle,
        people: vec![contact],
        note: None,
    }
}

/// They are looked at until the tests end.
fn known(applications: &[Application]) -> Vec<Person<'static>> {
    let encounters: Vec<Encounter> = applications.iter().flat_map(Encounter::of).collect();
    people(&*encounters.leak())
}

/// Two applications, each at a company and with a person; `expected` says who is known then.
#[track_caller]
fn check(one: (&str, Contact), other: (&str, Contact), expected: &[&str]) {
    let told =
        |number, (at, whom): (&str, Contact)| story(number, &[("2026-03-02", company(at)), ("2026-03-03", met(whom))]);
    let people = known(&[told(1, one), told(2, other)]);
    let names: Vec<String> = people
        .iter()
        .map(|person| format!("{} {}", person.contact.name, person.encounters.len()))
        .collect();
    assert_eq!(names, expected);
}

#[test]
fn the_same_address_or_the_same_name_at_the_same_company_is_one_person() {
    let dana = |email: &str| with_email("Dana Kim", email);
    let named = |name: &str| Contact::named(line(name));
    check(
        ("Acme", named("Dana Kim")),
        ("ACME, Inc.", named("dana kim")),
        &["dana kim 2"],
    );
    check(
        ("Acme", named("Dana Kim")),
        ("Globex", named("Dana Kim")),
        &["Dana Kim 1", "Dana Kim 1"],
    );
    check(
        ("Acme", dana("dana@agency.example")),
        ("Globex", with_email("D. Kim", "Dana@Agency.example")),
        &["D. Kim 2"],
    );
    check(
        ("Acme", dana("dana@acme.example")),
        ("Globex", dana("dana@globex.example")),
        &["Dana Kim 1", "Dana Kim 1"],
    );
    // Nobody's own.
    check(
        ("Acme", dana("jobs@agency.example")),
        ("Globex", with_email("Joe Ortiz", "jobs@agency.example")),
        &["Dana Kim 1", "Joe Ortiz 1"],
    );
}

#[test]
fn an_address_of_two_on_one_application_is_no_ones_own() {
    let both = vec![
        with_email("Dana Kim", "kim@acme.example"),
        with_email("Joe Kim", "kim@acme.example"),
    ];
    let talk = What::Interviewed {
        interview: None,
        round: Round::Middle,
        people: both,
        note: None,
    };
    let people = known(&[story(1, &[("2026-03-02", company("Acme")), ("2026-03-03", talk)])]);
    assert_eq!(people.len(), 2);
}

#[test]
fn what_is_known_is_the_latest_of_each() {
    let one = Contact {
        role: Some(line("Recruiter")),
        phone: Some(line("1 23")),
        ..with_email("Dana Kim", "dana@acme.example")
    };
    let other = Contact {
        role: Some(line("Head of talent")),
        ..Contact::named(line("Dana Kim"))
    };
    let people = known(&[
        story(1, &[("2026-03-02", company("Acme")), ("2026-03-03", met(one))]),
        story(2, &[("2026-03-02", company("Acme")), ("2026-04-03", met(other))]),
    ]);
    let [person] = people.as_slice() else {
        panic!("{people:#?}")
    };
    let Contact { role, email, phone, .. } = &person.contact;
    assert_eq!((role, phone), (&Some(line("Head of talent")), &Some(line("1 23"))));
    assert_eq!(email, &Some(line("dana@acme.example")));
    assert_eq!(person.company, Some(&line("Acme")));
    assert_eq!(person.last(), Some(day("2026-04-03")));
}

#[test]
fn what_was_put_right_last_counts() {
    let contact = |email: &str| What::Corrected(Correction::Contact(Some(with_email("Dana Kim", email))));
    let people = known(&[
        story(
            1,
            &[
                ("2026-03-02", company("Acme")),
                ("2026-03-03", contact("dana@old.example")),
                ("2026-05-03", contact("dana@acme.example")),
            ],
        ),
        story(
            2,
            &[
                ("2026-03-02", company("Acme")),
                ("2026-04-03", met(with_email("Dana Kim", "kim@old.example"))),
            ],
        ),
    ]);
    let [person] = people.as_slice() else {
        panic!("{people:#?}")
    };
    assert_eq!(person.contact.email, Some(line("dana@acme.example")));
    // It is put right where they are the one to write to, but for the name: an interview names them.
    let places: Vec<_> = person.correctable().map(|place| place.application).collect();
    assert_eq!((places, person.is_named()), (vec![application_id(1)], true));
    assert!(person.is(application_id(2), &line("dana kim")) && !person.is(application_id(3), &line("Dana Kim")));
}

#[test]
fn what_was_done_with_somebody_who_is_deleted_was_done_with_nobody_else() {
    let asked = |whom: &str| What::CheckedIn {
        whom: Some(line(whom)),
        channel: None,
    };
    let heard = What::Heard {
        asks: false,
        answer_by: None,
        note: None,
    };
    let person = PersonKey::of(&line("Ana Roe"));
    let happened = [
        (
            "2026-03-02",
            What::Corrected(Correction::Contact(Some(Contact::named(line("Ana Roe"))))),
        ),
        ("2026-03-03", met(Contact::named(line("Ben Ito")))),
        ("2026-03-10", asked("Ana Roe")),
        ("2026-03-11", heard),
        ("2026-03-12", What::Forgot { person }),
    ];
    let events = happened.into_iter().enumerate();
    let events: Vec<_> = events.map(|(nth, (on, what))| event(1, nth, on, what)).collect();
    let people = known(&[fold(application_id(1), &merge(&events, &[]))]);
    let ben = people
        .iter()
        .find(|person| person.contact.name == line("Ben Ito"))
        .expect("Ben");
    assert_eq!((ben.by_us(), ben.by_them()), (None, "2026-03-03".parse().ok()));
}

#[test]
fn who_was_only_met_is_put_right_nowhere() {
    let people = known(&[story(1, &[("2026-03-03", met(Contact::named(line("Dana Kim"))))])]);
    assert_eq!(people[0].correctable().count(), 0);
}

#[test]
fn the_last_that_they_did_and_that_we_did() {
    let prefers = |channel, refused| What::Preferred {
        person: Some(line("Dana Kim")),
        channel,
        refused,
        do_not_contact: None,
    };
    let story = story(
        1,
        &[
            ("2026-03-02", company("Acme")),
            ("2026-03-03", invited("2026-03-10", &["Dana Kim"])),
            ("2026-03-10", interviewed(Round::Middle, &["Dana Kim", "Joe Ortiz"])),
            ("2026-03-11", thanked()),
            ("2026-03-12", prefers(Some(Channel::Phone), vec![])),
            (
                "2026-03-20",
                What::CheckedIn {
                    whom: Some(line("dana kim")),
                    channel: None,
                },
            ),
            ("2026-03-25", heard(false)),
        ],
    );
    let people = known(&[story]);
    let [dana, joe] = people.as_slice() else {
        panic!("{people:#?}")
    };
    assert_eq!(
        (dana.by_them(), dana.by_us()),
        (Some(day("2026-03-12")), Some(day("2026-03-20")))
    );
    assert_eq!(
        (joe.by_them(), joe.by_us()),
        (Some(day("2026-03-10")), Some(day("2026-03-11")))
    );
    assert_eq!((dana.prefers(), joe.prefers()), (Some(Channel::Phone), None));
}

#[test]
fn a_channel_that_is_refused_later_is_not_liked_any_more() {
    let wish = |channel, refused| What::Preferred {
        person: None,
        channel,
        refused,
        do_not_contact: None,
    };
    let told = |refused| {
        let happened = [
            ("2026-03-03", met(Contact::named(line("Dana Kim")))),
            ("2026-03-04", wish(Some(Channel::Phone), vec![])),
            ("2026-03-05", wish(None, vec![refused])),
        ];
        known(&[story(1, &happened)])[0].prefers()
    };
    assert_eq!(told(Channel::Phone), None);
    assert_eq!(told(Channel::Email), Some(Channel::Phone));
}

#[test]
fn who_wishes_silence_is_known_for_as_long_as_it_counts() {
    let told = |further: &[(&str, What)]| {
        let mut happened = vec![
            ("2026-03-03", met(Contact::named(line("Dana Kim")))),
            ("2026-03-04", do_not_contact()),
        ];
        happened.extend_from_slice(further);
        known(&[story(1, &happened)])[0].asks_for_silence()
    };
    assert_eq!(told(&[]), Some(day("2026-03-04")));
    assert_eq!(told(&[("2026-03-10", heard(false))]), None);
    assert_eq!(told(&[("2026-03-10", What::Withdrew {})]), None);
    let another = What::Preferred {
        person: Some(line("Joe Ortiz")),
        channel: None,
        refused: vec![],
        do_not_contact: Some(true),
    };
    let story = story(
        1,
        &[
            ("2026-03-03", met(Contact::named(line("Dana Kim")))),
            ("2026-03-04", another),
        ],
    );
    let people = known(&[story]);
    let silent = people.iter().filter(|person| person.asks_for_silence().is_some());
    assert_eq!(
        silent.map(|person| person.contact.name.as_str()).collect::<Vec<_>>(),
        ["Joe Ortiz"]
    );
}

#[test]
fn events_name_who_took_part() {
    let booking = Interview {
        day: Some(day("2026-03-10")),
        people: vec![Contact::named(line("Dana Kim"))],
        ..Interview::default()
    };
    let held = What::Interviewed {
        interview: Some(event_id(1, 0)),
        round: Round::Middle,
        people: vec![],
        note: None,
    };
    let application = story(
        1,
        &[
            ("2026-03-03", What::Invited(booking)),
            ("2026-03-10", held),
            ("2026-03-11", thanked()),
            ("2026-03-12", heard(false)),
            (
                "2026-03-13",
                What::Missed {
                    interview: Some(event_id(1, 0)),
                },
            ),
        ],
    );
    let part = |name: &str| {
        let events = application
            .history
            .iter()
            .map(|event| took_part(event, &line(name), &application));
        events.collect::<Vec<_>>()
    };
    // Nobody else is known who could have replied.
    assert_eq!(part("Dana Kim"), [true; 5]);
    assert_eq!(part("Joe Ortiz"), [false; 5]);
}

#[test]
fn nobody_is_known_of_what_is_gone_or_part_of_another() {
    let told = |end| {
        known(&[story(
            1,
            &[
                ("2026-03-03", met(Contact::named(line("Dana Kim")))),
                ("2026-03-04", end),
            ],
        )])
    };
    assert_eq!(told(What::Erased {}).len(), 0);
    assert_eq!(
        told(What::Joined {
            into: application_id(2)
        })
        .len(),
        0
    );
    assert_eq!(told(What::Withdrew {}).len(), 1);
}

#[test]
fn words_find_people_by_what_is_known_of_them() {
    let contact = Contact {
        role: Some(line("Recruiter")),
        ..with_email("Dana Kim", "dana@agency.example")
    };
    let what = Correction::Title(Some(line("Data Engineer")));
    let people = known(&[story(
        1,
        &[
            ("2026-03-02", company("Acme")),
            ("2026-03-02", What::Corrected(what)),
            ("2026-03-03", met(contact)),
        ],
    )]);
    let finds = |text: &str| people[0].has(&Query::new(text));
    assert!(finds("kim") && finds("dana acme") && finds("recruit agency") && finds("data"));
    assert!(!finds("kim globex"));
}
