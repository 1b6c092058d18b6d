//! Everybody who is known.

use std::collections::BTreeMap;

use crate::domain::{Application, ApplicationId, Line, MailLink, Query};
use crate::insight::{Encounter, Person, people, took_part};
use crate::view::voice::{capitalised, joined, sentence};
use crate::view::{Card, Known, Route, Voice, Word, name};

/// So many are shown at first, and so many more each time that more are asked for.
const AT_ONCE: usize = 100;

/// The key of what is shown of the person who is open.
const PERSON: &str = "person";

/// What of the people is in sight.
#[derive(Clone, Debug, Default)]
pub struct PeopleSight {
    /// What is looked for among them.
    pub text: String,
    /// How often more of those who were found were asked for.
    pub more: usize,
    /// Who is open: on which application they came up, and by which name.
    pub open: Option<(ApplicationId, Line)>,
    /// The applications of that person.
    pub files: Vec<Application>,
}

impl PeopleSight {
    /// The person who is open.
    pub fn person<'a>(&self, known: &'a BTreeMap<ApplicationId, Known>) -> Option<Person<'a>> {
        let (application, name) = self.open.as_ref()?;
        all(known).into_iter().find(|person| person.is(*application, name))
    }
}

/// All people, those first who were heard of last.
fn all(known: &BTreeMap<ApplicationId, Known>) -> Vec<Person<'_>> {
    people(known.values().flat_map(|known| &known.encounters))
}

/// The key of a person's row; it holds for as long as no application is gone.
fn key(person: &Person<'_>) -> String {
    let key = person.key();
    key.map_or(String::new(), |(application, name)| format!("{application} {name}"))
}

/// Who the row with that key is about.
pub fn person_of(key: &str) -> Option<(ApplicationId, Line)> {
    let (application, name) = key.split_once(' ')?;
    Some((ApplicationId::parse(application)?, Line::new(name)?))
}

impl Voice<'_> {
    /// The screen. That there is nobody is said once all that is `known` is the whole.
    pub fn people_screen(&self, known: &BTreeMap<ApplicationId, Known>, is_whole: bool, sight: &PeopleSight) -> Card {
        let mut people = all(known);
        let nobody = people.is_empty();
        let query = Query::new(&sight.text);
        people.retain(|person| person.has(&query));
        let found = people.len();
        people.truncate((sight.more + 1).saturating_mul(AT_ONCE));
        let rows = people.iter().map(|person| self.person(person, sight, is_whole));
        let beyond = match (found - people.len()).min(AT_ONCE) {
            0 => String::new(),
            next => self.words.count(next, Word::ShowMoreOne, Word::ShowMoreOther),
        };
        let beside = if found == 0 && !nobody {
            self.text(Word::PersonFoundNothing)
        } else {
            String::new()
        };
        // That is heard of a search alone.
        let how_many = match found {
            _ if nobody || query.is_empty() => String::new(),
            0 => self.text(Word::PersonFoundNothing),
            _ => self.words.count(found, Word::PersonCountOne, Word::PersonCountOther),
        };
        Card::new("people-screen", "#people")
            .part("nobody", nobody && is_whole)
            .part("somebody", !nobody)
            .field("people", sight.text.as_str())
            .text("beside", beside)
            .text("beyond", beyond)
            .text("how_many", how_many)
            .list("people", rows.collect())
    }

    fn person(&self, person: &Person<'_>, sight: &PeopleSight, is_whole: bool) -> Card {
        let contact = &person.contact;
        let is_open = sight.open.as_ref().is_some_and(|(id, name)| person.is(*id, name));
        let who = [contact.role.as_ref(), person.company];
        let jobs = person.encounters.len();
        let jobs = self
            .words
            .count(jobs, Word::PersonApplicationsOne, Word::PersonApplicationsOther);
        let last = |word, on: Option<_>| {
            on.map_or(String::new(), |on| {
                self.say(word, &[("date", &self.near_column_date(on))])
            })
        };
        let silence = person.asks_for_silence().map(|_| self.text(Word::PersonSilence));
        let prefers = person.prefers().map(|channel| self.words.text(name::prefer(channel)));
        // Who is deleted is deleted everywhere, which has to be known.
        let file = is_open.then(|| self.file(person, &sight.files).part("forget", is_whole));
        Card::new("person-row", key(person))
            .unfolded(is_open)
            .text("name", contact.name.as_str())
            .text("who", joined(who.into_iter().flatten().map(ToString::to_string), " · "))
            .text("jobs", jobs)
            .text("by_them", last(Word::PersonByThem, person.by_them()))
            .text("by_us", last(Word::PersonByUs, person.by_us()))
            .text("prefers", prefers.map_or(String::new(), capitalised))
            .toned("silence", silence.unwrap_or_default(), "today")
            .list("file", file.into_iter().collect())
    }

    /// What is known of a person, and on which applications they came up.
    fn file(&self, person: &Person<'_>, files: &[Application]) -> Card {
        let contact = &person.contact;
        let text = |line: &Option<Line>| line.as_ref().map(ToString::to_string).unwrap_or_default();
        let mail = contact
            .email
            .as_ref()
            .map(|email| MailLink::new(Some(email.as_str()), "", ""));
        let page = contact.link.clone();
        let host = page.as_ref().map_or(String::new(), |link| link.host().to_owned());
        let correctable = person.correctable().count();
        let on = match correctable {
            0 => self.text(Word::PersonKeptNowhere),
            count => self.words.count(count, Word::PersonKeptOnOne, Word::PersonKeptOnOther),
        };
        let jobs = person.encounters.iter().map(|encounter| {
            let application = files.iter().find(|application| application.id == encounter.application);
            self.persons_job(encounter, application)
        });
        Card::new("person-file", PERSON)
            .link("email", text(&contact.email), mail)
            .text("phone", text(&contact.phone))
            .link("page", host, page)
            .part("correct", correctable > 0)
            .part("name", correctable > 0 && !person.is_named())
            .text("on", on)
            .text("forget", self.forgets(person))
            .field("name", contact.name.as_str())
            .field("role", text(&contact.role))
            .field("email", text(&contact.email))
            .field("phone", text(&contact.phone))
            .list("jobs", jobs.collect())
    }

    /// What goes when a person is deleted, and what does not.
    fn forgets(&self, person: &Person<'_>) -> String {
        let jobs = person.encounters.len();
        let from = self.words.count(jobs, Word::PersonForgetsOne, Word::PersonForgetsOther);
        joined([from, self.text(Word::PersonForgetsNot)], " ")
    }

    fn persons_job(&self, encounter: &Encounter, application: Option<&Application>) -> Card {
        let events = application.into_iter().flat_map(|application| {
            let took_part = |event: &&_| took_part(event, &encounter.contact.name, application);
            application.history.iter().rev().filter(took_part).map(|event| {
                Card::new("person-event", event.id.to_string())
                    .text("day", self.past_date(event.on))
                    .text("text", sentence(&self.event(event, application)))
            })
        });
        let stage = application.map(|application| self.text(name::stage(application.stage)));
        Card::new("person-job", encounter.application.to_string())
            .link("job", job(encounter), Some(Route::Application(encounter.application)))
            .text("stage", stage.unwrap_or_default())
            .list("events", events.collect())
    }
}

/// "Backend Engineer · Northwind Labs", or what is known of it.
fn job(encounter: &Encounter) -> String {
    let parts = [&encounter.title, &encounter.company];
    joined(parts.into_iter().flatten().map(ToString::to_string), " · ")
}
