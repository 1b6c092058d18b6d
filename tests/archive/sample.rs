//! One of each: the values behind the golden files.

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use your_move::archive::{
    Companies, Digest, Draft, DraftField, Head, Index, LastBackup, LinkHash, Links, Proposals, Quarantined, Sheet,
    Trail,
};
use your_move::capture::Sent;
use your_move::domain::{
    Amount, ApplicationId, Carried, Channel, CheckInTrack, Closing, CompanyKey, Confidence, Contact, Correction,
    Currency, Employment, Event, EventId, FollowUp, FollowUpKey, Hold, Interview, Line, Listing, Manner, Messages,
    Occasion, Outlook, Pay, PayPeriod, PersonKey, Posting, Promise, PromiseBy, PromiseOf, Proposal, Prose, Reading,
    Reason, Repair, Round, RuleId, SafeLink, Source, Stage, Template, Trigger, Wait, WaitReason, What, Wording,
    Workplace,
};
use your_move::etiquette::{Calendar, Holiday, Holidays, QuietPeriod, Settings};

pub(crate) fn application_id(number: u8) -> ApplicationId {
    ApplicationId::new(1_790_000_000_000 + u64::from(number), [number; 10])
}

pub(crate) fn event_id(number: u8) -> EventId {
    EventId::new(1_790_000_000_000 + u64::from(number), [number; 10])
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("not a date: {text}"))
}

pub(crate) fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_else(|_| panic!("not an instant: {text}"))
}

pub(crate) fn line(text: &str) -> Line {
    Line::new(text).unwrap_or_else(|| panic!("not a line: {text}"))
}

pub(crate) fn prose(text: &str) -> Prose {
    Prose::new(text).unwrap_or_else(|| panic!("not a text: {text}"))
}

pub(crate) fn link(text: &str) -> SafeLink {
    SafeLink::new(text).unwrap_or_else(|| panic!("not a safe address: {text}"))
}

pub(crate) fn event(number: u8, what: What) -> Event {
    Event {
        id: event_id(number),
        application: application_id(1),
        on: day("2026-10-05"),
        logged: instant("2026-10-05T09:30:00.250Z"),
        what,
        carried: Carried::default(),
    }
}

pub(crate) fn contact() -> Contact {
    Contact {
        name: line("Ana María Núñez"),
        role: Some(line("Hiring manager")),
        email: Some(line("ana@northwind.example")),
        phone: Some(line("+34 600 000 000")),
        link: Some(link("https://people.example/ana")),
    }
}

pub(crate) fn posting() -> Posting {
    fn sure<T>(value: T) -> Option<Reading<T>> {
        Some(Reading::new(value, Source::JsonLd, Confidence::Sure))
    }
    Posting {
        title: sure(line("Backend Engineer \"Rust\" <b>")),
        company: sure(line("Northwind Labs, S.L.")),
        places: sure(vec![line("Madrid, Spain"), line("Porto, Portugal")]),
        workplace: sure(Workplace::Hybrid),
        employment: sure(vec![Employment::FullTime, Employment::Contract]),
        pay: sure(Pay {
            min: Some(Amount(4_500_000)),
            max: Some(Amount(5_500_050)),
            currency: Currency::new("EUR"),
            per: Some(PayPeriod::Year),
        }),
        posted: sure(day("2026-09-28")),
        closes: sure(day("2026-10-31")),
        reference: sure(line("NW-0042")),
        address: sure(link("https://jobs.northwind.example/42")),
        apply: sure(link("https://jobs.northwind.example/42/apply")),
        contact: sure(contact()),
        description: Some(Reading::new(
            prose("We build tools.\n\nYou write Rust — with care."),
            Source::Body,
            Confidence::Likely,
        )),
        language: Some(line("en-GB")),
    }
}

fn interview() -> Interview {
    Interview {
        day: Some(day("2026-10-14")),
        time: Some("10:30:00".parse().expect("a time")),
        zone: Some(line("Europe/Madrid")),
        place: Some(line("Calle Mayor 1")),
        link: Some(link("https://meet.example/abc")),
        round: Round::Screen,
        people: vec![contact()],
        minutes: None,
        invitation: None,
        said: None,
    }
}

fn follow_up_key() -> FollowUpKey {
    FollowUpKey {
        application: application_id(1),
        rule: RuleId::R7,
        event: event_id(6),
        person: Some(line("Ana María Núñez")),
        nth: 1,
    }
}

/// Every kind of event but the tombstone, which stands alone.
pub(crate) fn every_kind() -> Vec<Event> {
    let corrections = [
        Correction::Title(Some(line("Senior Backend Engineer"))),
        Correction::Company(None),
        Correction::Places(vec![line("Madrid")]),
        Correction::Workplace(Some(Workplace::Remote)),
        Correction::Employment(vec![]),
        Correction::Pay(None),
        Correction::Posted(Some(day("2026-09-27"))),
        Correction::Closes(None),
        Correction::Reference(Some(line("NW-42"))),
        Correction::Address(Some(link("https://jobs.northwind.example/42?lang=en"))),
        Correction::Apply(None),
        Correction::Contact(Some(Contact::named(line("Ana")))),
        Correction::EventDay {
            event: event_id(12),
            on: day("2026-10-04"),
        },
    ];
    let kinds = vec![
        What::Captured {
            posting: Box::new(posting()),
        },
        What::Invited(interview()),
        What::Rescheduled {
            interview: event_id(2),
            to: Interview::default(),
        },
        What::Cancelled { interview: event_id(2) },
        What::Missed {
            interview: Some(event_id(2)),
        },
        What::Interviewed {
            interview: Some(event_id(2)),
            round: Round::Final,
            people: vec![contact(), Contact::named(line("王小明"))],
            note: Some(prose("They asked about ports and adapters.")),
        },
        What::Promised(Promise {
            by: PromiseBy::Employer,
            of: PromiseOf::WrittenOffer,
            date: day("2026-10-21"),
        }),
        What::Preferred {
            person: Some(line("Ana María Núñez")),
            channel: Some(Channel::Email),
            refused: vec![Channel::Phone],
            do_not_contact: Some(false),
        },
        What::Heard {
            asks: true,
            answer_by: Some(day("2026-10-20")),
            note: Some(prose("Are you still interested?")),
        },
        What::Offered {
            written: true,
            answer_by: Some(day("2026-10-30")),
        },
        What::Rejected {
            note: Some(prose("Another candidate.")),
        },
        What::Applied {
            cv: Some(line("cv-2026-09.pdf")),
        },
        What::Referred { by: contact() },
        What::Networked { with: contact() },
        What::Thanked {
            whom: Some(line("Ana María Núñez")),
            interview: None,
        },
        What::CheckedIn {
            whom: None,
            channel: Some(Channel::Message),
        },
        What::Replied {
            note: Some(prose("Yes, I am.")),
        },
        What::Undertook {
            what: line("Take-home task"),
            by: day("2026-10-19"),
        },
        What::Delivered {
            undertaking: event_id(18),
        },
        What::Accepted {},
        What::Declined {},
        What::Withdrew {},
        What::Closed { why: Closing::NoAnswer },
        What::Reopened {},
        What::Snoozed {
            follow_up: follow_up_key(),
            to: day("2026-10-26"),
        },
        What::Pinned {
            follow_up: follow_up_key(),
            to: day("2026-10-27"),
        },
        What::Skipped {
            follow_up: follow_up_key(),
        },
        What::Retired {},
        What::KeptWarm {},
        What::Noted {
            text: prose("Ask about the team's size."),
        },
        What::Voided { event: event_id(20) },
        What::Joined {
            into: application_id(2),
        },
        What::Parted {
            from: application_id(2),
        },
    ];
    let corrections = corrections.into_iter().map(What::Corrected);
    (1..)
        .zip(kinds.into_iter().chain(corrections))
        .map(|(number, what)| event(number, what))
        .collect()
}

/// The kinds of event that came when those above were kept already.
pub(crate) fn later_kinds() -> Vec<Event> {
    let point = line("How they test before a release");
    let kinds = [Some(event_id(6)), None].map(|interview| What::Remembered {
        interview,
        point: point.clone(),
    });
    let kinds = (1..).zip(kinds);
    kinds.map(|(number, what)| event(number, what)).collect()
}

/// That a person was deleted, which came later still.
pub(crate) fn forgot() -> Event {
    let person = PersonKey::of(&line("Dana Kim"));
    event(1, What::Forgot { person })
}

/// That another application turned out to be this one, which came last.
pub(crate) fn included() -> Event {
    let other = application_id(2);
    event(1, What::Included { other })
}

pub(crate) fn companies() -> Companies {
    let mut companies = Companies::default();
    for (number, company) in [(3, "Northwind"), (2, "Harbour Mill"), (1, "Northwind GmbH")] {
        let company = CompanyKey::new(company).expect("a company");
        companies.replace(&company, application_id(number), true);
    }
    companies
}

pub(crate) fn proposals() -> Proposals {
    let posting = every_kind().into_iter().find_map(|event| match event.what {
        What::Captured { posting } => Some(*posting),
        _ => None,
    });
    let proposal = |number: u8| Proposal {
        address: link(&format!("https://jobs.northwind.example/{number}")),
        on: day("2026-11-02"),
        title: Some(line("Gardener")),
        company: Some(line("Northwind")),
        application: Some(application_id(number)),
        posting: None,
        settled: true,
    };
    let seen = Proposal {
        application: None,
        posting,
        settled: false,
        ..proposal(2)
    };
    Proposals {
        proposals: vec![proposal(1), seen],
    }
}

pub(crate) fn trail() -> Trail {
    Trail {
        page: Some(link("https://jobs.northwind.example/2/apply")),
        posting: proposals().proposals.remove(1).posting,
        sent: Some(Sent {
            files: 1,
            filled: 4,
            secret: false,
        }),
        on: Some(day("2026-11-02")),
        done: false,
    }
}

/// An application as it is after a few weeks, with a page that said nearly all that one can say.
pub(crate) fn eight_events() -> Vec<Event> {
    let keep = |event: &Event| {
        matches!(
            event.what,
            What::Captured { .. }
                | What::Applied { .. }
                | What::Heard { .. }
                | What::Invited(_)
                | What::Interviewed { .. }
                | What::Thanked { .. }
                | What::Promised(_)
                | What::CheckedIn { .. }
        )
    };
    let mut events: Vec<Event> = every_kind().into_iter().filter(keep).collect();
    for event in &mut events {
        if let What::Captured { posting } = &mut event.what {
            // Hardly a page names anybody.
            posting.contact = None;
        }
    }
    events
}

pub(crate) fn tombstone() -> Event {
    event(200, What::Erased {})
}

pub(crate) fn sheet() -> Sheet {
    let triggers = [
        Trigger::Interviewed {
            on: day("2026-10-14"),
            round: Round::Final,
            logged: true,
            at: None,
        },
        Trigger::Applied {
            on: day("2026-10-05"),
            closes: Some(day("2026-10-31")),
        },
        Trigger::Heard { on: day("2026-10-06") },
        Trigger::Promised {
            of: PromiseOf::Word,
            date: day("2026-10-21"),
            said: day("2026-10-14"),
        },
        Trigger::CheckedIn { on: day("2026-10-22") },
        Trigger::Silent {
            since: day("2026-10-01"),
            asked: None,
            skipped: None,
            do_not_contact: false,
        },
    ];
    let follow_ups = triggers.iter().map(|trigger| FollowUp {
        key: follow_up_key(),
        due: day("2026-10-27"),
        overdue: Some(day("2026-10-30")),
        fades: Some(day("2026-11-03")),
        cap: 2,
        to: Some(contact()),
        channel: Some(Channel::Email),
        reason: Reason {
            trigger: trigger.clone(),
            own_date: day("2026-10-21"),
            holds: vec![
                Hold::Snoozed { to: day("2026-10-22") },
                Hold::Pinned { to: day("2026-10-22") },
                Hold::Promise {
                    date: day("2026-10-22"),
                },
                Hold::SameCompany {
                    asked: day("2026-10-20"),
                },
                Hold::SoftWeekday,
            ],
            check_ins: Some(CheckInTrack { used: 1, cap: 2 }),
        },
    });
    let open = Outlook {
        application: application_id(1),
        title: Some(line("Backend Engineer")),
        company: Some(line("Northwind Labs, S.L.")),
        stage: Stage::Interviewing,
        follow_ups: follow_ups.collect(),
        wait: None,
    };
    let waits = [
        WaitReason::NotYet {
            trigger: Trigger::Heard { on: day("2026-10-06") },
        },
        WaitReason::DoNotContact,
        WaitReason::BehindAnother {
            application: application_id(1),
            trigger: None,
        },
        WaitReason::AnswerWanted {
            since: day("2026-10-06"),
        },
        WaitReason::NotApplied,
        WaitReason::Retired,
        WaitReason::OfferOpen,
        WaitReason::Nothing,
    ];
    let waiting = (2..).zip(waits).map(|(number, reason)| Outlook {
        application: application_id(number),
        title: None,
        company: None,
        stage: Stage::Applied,
        follow_ups: vec![],
        wait: Some(Wait {
            until: Some(day("2026-11-01")),
            reason,
        }),
    });
    Sheet {
        outlooks: std::iter::once(open).chain(waiting).collect(),
    }
}

pub(crate) fn head() -> Head {
    Head {
        sequence: 1_234,
        applications: 56,
        digest: Digest(u64::MAX),
        agenda: Digest(0x0123_4567_89ab_cdef),
        rules: Digest(0),
    }
}

pub(crate) fn last_backup() -> LastBackup {
    LastBackup {
        on: Some(day("2026-12-22")),
        sequence: 1_234,
        later: Some(day("2027-01-28")),
        file: None,
    }
}

pub(crate) fn index() -> Index {
    let mut index = Index::default();
    for (number, title) in [(2, None), (1, Some(line("Backend Engineer")))] {
        let id = application_id(number);
        let listing = Listing {
            id,
            title,
            company: Some(line("Northwind Labs, S.L.")),
            places: Vec::new(),
            workplace: None,
            pay: None,
            stage: Stage::Applied,
            since: None,
            applied: None,
            heard: None,
            on: day("2026-10-05"),
        };
        index.replace(id, Some(listing));
    }
    index
}

/// Of an application of which all is known that a line can say.
pub(crate) fn full_index() -> Index {
    let id = application_id(3);
    let listing = Listing {
        id,
        title: Some(line("Backend Engineer")),
        company: Some(line("Northwind Labs, S.L.")),
        places: vec![line("Bilbao, Spain"), line("Remote")],
        workplace: Some(Workplace::Hybrid),
        pay: Some(Pay {
            min: Some(Amount(5_000_000)),
            max: None,
            currency: Currency::new("EUR"),
            per: Some(PayPeriod::Year),
        }),
        stage: Stage::Interviewing,
        since: Some(day("2026-10-14")),
        applied: Some(day("2026-10-05")),
        heard: Some(day("2026-10-20")),
        on: day("2026-10-21"),
    };
    let mut index = Index::default();
    index.replace(id, Some(listing));
    index
}

pub(crate) fn links() -> Links {
    let mut links = Links::default();
    for (number, address) in [
        (2, "https://jobs.northwind.example/42"),
        (1, "https://jobs.northwind.example/7"),
    ] {
        links.replace(LinkHash::of(&link(address)), Some(application_id(number)));
    }
    links
}

pub(crate) fn draft() -> Draft {
    let field = |name: &str, value: &str| DraftField {
        name: name.to_owned(),
        value: value.to_owned(),
    };
    Draft {
        form: "capture".to_owned(),
        fields: vec![field("company", "Harbour \"Mill\""), field("note", "Ask\nabout it.")],
    }
}

pub(crate) fn quarantined() -> Quarantined {
    Quarantined {
        key: "app/101".to_owned(),
        when: instant("2026-10-05T09:30:00.250Z"),
        text: "{\"not\": a record\u{0}".to_owned(),
    }
}

pub(crate) fn repair() -> Repair {
    Repair {
        on: day("2026-10-05"),
        restored: 2,
        settings: true,
        lost: 1,
        missing: vec!["Gardener · Northwind".to_owned()],
        damaged: vec!["app/101".to_owned(), "settings".to_owned()],
        ..Repair::default()
    }
}

/// What is told of it since names of what came back are, and a mirror that could not be read.
pub(crate) fn later_repair() -> Repair {
    Repair {
        names: vec!["Pilot · Northwind".to_owned()],
        unsure: Some(3),
        ..repair()
    }
}

pub(crate) fn settings() -> Settings {
    Settings {
        calendar: Calendar {
            holidays: Holidays::new(["2026-12-24", "2027-01-06"].into_iter().filter_map(Holiday::read))
                .expect("holidays"),
            quiet: vec![QuietPeriod::YEAR_END],
            soft_weekday: Some(Weekday::Fri),
        },
        company_spacing: 4,
        day_begins: 7,
        ..Settings::default()
    }
}

pub(crate) fn messages() -> Messages {
    let mut messages = Messages {
        manner: Manner::Brief,
        sender: Line::new("Zoë Quill"),
        ..Messages::default()
    };
    let own = wording("Thanks[[, {person}]]", "Hi[[ {person}]],\n\n\"thanks\" for {job}.");
    messages.set(Occasion::Thank, Manner::Warm, Some(own));
    messages
}

pub(crate) fn wording(subject: &str, body: &str) -> Wording {
    let template = |text| Template::new(text).expect("a template");
    Wording {
        subject: template(subject),
        body: template(body),
    }
}
