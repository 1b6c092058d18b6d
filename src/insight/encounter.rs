//! The people of one application, and what they had to do with it.

use chrono::NaiveDate;

use crate::domain::{
    Application, ApplicationId, Channel, CompanyKey, Contact, Correction, Ending, Event, EventId, Line, Meeting,
    SameDayRank, Stage, What, same_person,
};

/// One person on one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encounter {
    /// Who, with all that is known of them there.
    pub contact: Contact,
    /// On which application.
    pub application: ApplicationId,
    /// The job's title, …
    pub title: Option<Line>,
    /// … who hires, …
    pub company: Option<Line>,
    /// … and by which name that company is known.
    pub company_key: Option<CompanyKey>,
    /// Whether the application is open.
    pub is_open: bool,
    /// Whether they are the one to write to there: what is known of them can be put right then.
    pub is_contact: bool,
    /// Whether an event names them, too, so that their name cannot be put right there.
    pub is_named: bool,
    /// Whether somebody of another name has the same address there: it is no one's own then.
    pub shares_address: bool,
    /// The day of the last that they did, …
    pub by_them: Option<NaiveDate>,
    /// … and of the last that the user did with them.
    pub by_us: Option<NaiveDate>,
    /// The way in which they like to be reached, and since when.
    pub prefers: Option<(NaiveDate, Channel)>,
    /// Since when they, or all there, wish not to be asked.
    pub asks_for_silence: Option<NaiveDate>,
    /// The day on which they were heard of last.
    pub last: NaiveDate,
    /// The day on which what is known of them was written down last.
    pub told: NaiveDate,
}

impl Encounter {
    /// All people of an application; nobody where it is gone or a part of another.
    pub fn of(application: &Application) -> Vec<Self> {
        let Some(last) = application.history.last().filter(|_| is_of_its_own(application)) else {
            return Vec::new();
        };
        let people = application.people.iter();
        let encounters = people.map(|contact| {
            let named = |name: &Line| same_person(name, &contact.name);
            let email = |contact: &Contact| contact.email.as_ref().map(address);
            let mut others = application.people.iter().filter(|other| !named(&other.name));
            let first = application.history.first().map_or(last.on, |first| first.on);
            let mut encounter = Self {
                contact: contact.clone(),
                application: application.id,
                title: application.facts.title.clone(),
                company: application.facts.company.clone(),
                company_key: application.company_key(),
                is_open: application.is_open(),
                is_contact: application
                    .facts
                    .contact
                    .as_ref()
                    .is_some_and(|known| named(&known.name)),
                shares_address: contact.email.is_some() && others.any(|other| email(other) == email(contact)),
                by_them: None,
                by_us: None,
                prefers: None,
                asks_for_silence: None,
                is_named: false,
                last: first,
                told: first,
            };
            for event in &application.history {
                encounter.go_on(event, application);
            }
            let silence = application.do_not_contact();
            let is_theirs = |event: &&Event| match &event.what {
                What::Preferred { person, .. } => person.as_ref().is_none_or(named),
                _ => false,
            };
            encounter.asks_for_silence = silence.filter(is_theirs).map(|event| event.on);
            encounter
        });
        encounters.collect()
    }

    fn go_on(&mut self, event: &Event, application: &Application) {
        if let What::Preferred {
            person,
            channel,
            refused,
            ..
        } = &event.what
            && person.as_ref().is_none_or(|name| same_person(name, &self.contact.name))
        {
            let is_off = |(_, channel): &(NaiveDate, Channel)| refused.contains(channel);
            self.prefers = channel
                .map(|channel| (event.on, channel))
                .or(self.prefers.filter(|prefers| !is_off(prefers)));
        }
        if matches!(event.what, What::Corrected(Correction::Contact(_))) && self.is_contact {
            self.told = self.told.max(event.on);
        }
        self.is_named |= names(&event.what, &self.contact.name);
        if !took_part(event, &self.contact.name, application) {
            return;
        }
        self.last = self.last.max(event.on);
        self.told = self.told.max(event.on);
        match event.what {
            What::Missed { .. } => {}
            What::Referred { .. } => self.by_them = Some(event.on),
            _ if event.what.same_day_rank() == SameDayRank::Employer => self.by_them = Some(event.on),
            _ => self.by_us = Some(event.on),
        }
    }
}

/// Whether an event names a person.
fn names(what: &What, name: &Line) -> bool {
    let is = |other: &Line| same_person(other, name);
    match what {
        What::Invited(interview) | What::Rescheduled { to: interview, .. } => {
            interview.people.iter().any(|person| is(&person.name))
        }
        What::Interviewed { people, .. } => people.iter().any(|person| is(&person.name)),
        What::Thanked { whom: Some(whom), .. }
        | What::CheckedIn { whom: Some(whom), .. }
        | What::Preferred { person: Some(whom), .. } => is(whom),
        What::Referred { by: person } | What::Networked { with: person } => is(&person.name),
        _ => false,
    }
}

/// Whether a person of that name took part in an event: it names them, it is about an interview with them, or nobody else is known who
/// could have.
pub fn took_part(event: &Event, name: &Line, application: &Application) -> bool {
    let is = |other: &Line| same_person(other, name);
    let among = |people: &[Contact]| people.iter().any(|person| is(&person.name));
    let of_interview = |interview: Option<EventId>| {
        let meetings = application.meetings();
        let meeting = match interview {
            Some(id) => meetings.iter().find(|meeting| is_of(meeting, id)),
            None => meetings.iter().rfind(|meeting| meeting.on <= event.on),
        };
        meeting.is_some_and(|meeting| among(meeting.people))
    };
    match &event.what {
        what if names(what, name) => true,
        What::Interviewed { people, .. } if people.is_empty() => of_interview(Some(event.id)),
        What::Cancelled { interview }
        | What::Missed {
            interview: Some(interview),
        } => application
            .booking(*interview)
            .is_some_and(|booking| among(&booking.people)),
        What::Thanked { whom: None, interview } => of_interview(*interview),
        // Where nobody else is known or was, it was they who wrote and who were written to.
        What::Heard { .. }
        | What::Offered { .. }
        | What::Rejected { .. }
        | What::Replied { .. }
        | What::CheckedIn { whom: None, .. } => {
            let forgot = |event: &Event| matches!(event.what, What::Forgot { .. });
            let is_only = application.people.len() == 1 && !application.history.iter().any(forgot);
            is_only && application.people.iter().any(|person| is(&person.name))
        }
        _ => false,
    }
}

fn is_of(meeting: &Meeting<'_>, interview: EventId) -> bool {
    meeting.event == interview || meeting.booking == Some(interview)
}

fn is_of_its_own(application: &Application) -> bool {
    !matches!(application.stage, Stage::Ended(Ending::Erased | Ending::Joined))
}

/// An address as it is compared.
pub(super) fn address(email: &Line) -> String {
    email.as_str().to_lowercase()
}
