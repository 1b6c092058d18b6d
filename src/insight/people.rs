//! The people of all applications, each once.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::encounter::{Encounter, address};
use crate::domain::order::sort_by_key;
use crate::domain::{ApplicationId, Channel, CompanyKey, Contact, Line, Query, plain, same_person};

/// Mailboxes that belong to nobody in particular: whoever writes from one is known by their name alone.
const NOBODYS: &[&str] = &[
    "apply",
    "applications",
    "bewerbung",
    "career",
    "careers",
    "contact",
    "hello",
    "hiring",
    "hr",
    "info",
    "job",
    "jobs",
    "karriere",
    "mail",
    "no-reply",
    "noreply",
    "office",
    "people",
    "recruiting",
    "recruitment",
    "talent",
    "team",
    "work",
];

/// A person, over all applications: whoever has the same address, or the same name at the same company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person<'a> {
    /// What is known of them, as it was written down last.
    pub contact: Contact,
    /// The company, the latest where there are several.
    pub company: Option<&'a Line>,
    /// Where they came up, the latest first.
    pub encounters: Vec<&'a Encounter>,
}

impl Person<'_> {
    /// The application on which they came up first and their name there: what they are found by again when another comes.
    pub fn key(&self) -> Option<(ApplicationId, &Line)> {
        let keys = self.encounters.iter();
        keys.map(|encounter| (encounter.application, &encounter.contact.name))
            .min()
    }

    /// Whether they came up on that application under that name.
    pub fn is(&self, application: ApplicationId, name: &Line) -> bool {
        let mut encounters = self.encounters.iter();
        encounters.any(|encounter| encounter.application == application && same_person(&encounter.contact.name, name))
    }

    /// Where what is known of them is put right: on each application on which they are the one to write to. On one of them alone, what was taken
    /// out there would still be known from the others.
    pub fn correctable(&self) -> impl Iterator<Item = &Encounter> {
        self.encounters.iter().filter(|encounter| encounter.is_contact).copied()
    }

    /// Whether an event names them, so that their name cannot be put right.
    pub fn is_named(&self) -> bool {
        self.encounters.iter().any(|encounter| encounter.is_named)
    }

    /// The day of the last that they did.
    pub fn by_them(&self) -> Option<NaiveDate> {
        self.encounters.iter().filter_map(|encounter| encounter.by_them).max()
    }

    /// The day of the last that the user did with them.
    pub fn by_us(&self) -> Option<NaiveDate> {
        self.encounters.iter().filter_map(|encounter| encounter.by_us).max()
    }

    /// The way in which they like to be reached, as they said last.
    pub fn prefers(&self) -> Option<Channel> {
        let said = self.encounters.iter().filter_map(|encounter| encounter.prefers);
        said.max().map(|(_, channel)| channel)
    }

    /// Since when they wish not to be asked about an application that is open.
    pub fn asks_for_silence(&self) -> Option<NaiveDate> {
        let open = self.encounters.iter().filter(|encounter| encounter.is_open);
        open.filter_map(|encounter| encounter.asks_for_silence).max()
    }

    /// The day on which they were heard of last.
    pub fn last(&self) -> Option<NaiveDate> {
        self.encounters.iter().map(|encounter| encounter.last).max()
    }

    /// Whether each of the words that are looked for stands in what is known of them.
    pub fn has(&self, query: &Query) -> bool {
        let contact = &self.contact;
        let others = [&contact.role, &contact.email, &contact.phone].map(Option::as_ref);
        let own = [Some(&contact.name)].into_iter().chain(others);
        let jobs = self.encounters.iter();
        let jobs = jobs.flat_map(|encounter| [encounter.company.as_ref(), encounter.title.as_ref()]);
        let mut text = String::new();
        for line in own.chain(jobs).flatten() {
            text.push_str(line.as_str());
            text.push('\n');
        }
        query.is_in(&plain(&text))
    }
}

/// By what one person is known to be another.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Address(String),
    Name(String, CompanyKey),
}

/// All people, those first who were heard of last; the order in which the encounters are given does not matter.
pub fn people<'a>(encounters: impl IntoIterator<Item = &'a Encounter>) -> Vec<Person<'a>> {
    let encounters: Vec<&Encounter> = encounters.into_iter().collect();
    let mut groups = Groups::new(encounters.len());
    let mut known: BTreeMap<Sign, usize> = BTreeMap::new();
    for (index, encounter) in encounters.iter().enumerate() {
        for sign in signs(encounter) {
            let first = *known.entry(sign).or_insert(index);
            groups.join(first, index);
        }
    }
    let mut members: BTreeMap<usize, Vec<&Encounter>> = BTreeMap::new();
    for (index, encounter) in encounters.iter().enumerate() {
        members.entry(groups.root(index)).or_default().push(encounter);
    }
    let mut people: Vec<Person<'_>> = members.into_values().filter_map(person).collect();
    sort_by_key(&mut people, |person| {
        let key = person.key().map(|(application, name)| (application, name.clone()));
        (Reverse(person.last()), key)
    });
    people
}

fn signs(encounter: &Encounter) -> impl Iterator<Item = Sign> {
    let email = encounter.contact.email.as_ref().map(address);
    let is_own = |email: &String| {
        let mailbox = email.split('@').next().unwrap_or_default();
        !encounter.shares_address && !NOBODYS.contains(&mailbox)
    };
    let name = encounter.contact.name.as_str().to_lowercase();
    let company = encounter.company_key.clone();
    let address = email.filter(is_own).map(Sign::Address);
    address
        .into_iter()
        .chain(company.map(|company| Sign::Name(name, company)))
}

fn person(mut encounters: Vec<&Encounter>) -> Option<Person<'_>> {
    // What was put right last counts.
    sort_by_key(&mut encounters, |encounter| {
        let name = encounter.contact.name.clone();
        (
            Reverse((encounter.told, encounter.is_contact, encounter.application)),
            name,
        )
    });
    let latest = |field: fn(&Contact) -> Option<&Line>| {
        let mut all = encounters.iter();
        all.find_map(|encounter| field(&encounter.contact)).cloned()
    };
    let mut all = encounters.iter();
    let contact = Contact {
        name: encounters.first()?.contact.name.clone(),
        role: latest(|contact| contact.role.as_ref()),
        email: latest(|contact| contact.email.as_ref()),
        phone: latest(|contact| contact.phone.as_ref()),
        link: all.find_map(|encounter| encounter.contact.link.clone()),
    };
    sort_by_key(&mut encounters, |encounter| {
        let name = encounter.contact.name.clone();
        (Reverse((encounter.last, encounter.application)), name)
    });
    Some(Person {
        contact,
        company: encounters.iter().find_map(|encounter| encounter.company.as_ref()),
        encounters,
    })
}

/// Who is one with whom.
struct Groups(Vec<usize>);

impl Groups {
    fn new(size: usize) -> Self {
        Self((0..size).collect())
    }

    /// The first of those that are one.
    fn root(&self, mut index: usize) -> usize {
        while let Some(&before) = self.0.get(index).filter(|before| **before != index) {
            index = before;
        }
        index
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(place) = self.0.get_mut(one.max(other)) {
            *place = one.min(other);
        }
    }
}
