//! What has a day, as a calendar program shows it and as the screen of its application lists it.

use super::voice::{capitalised, joined};
use super::{Card, Voice, Word, row_key};
use crate::domain::{Application, Contact, DateOf, Dated, Event, Interview, PromiseBy, SafeLink, Today, What};

/// What is said of something that has a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedText {
    /// What it is called: "Interview with Dana Kim · Backend Engineer · Northwind Labs".
    pub summary: String,
    /// What else there is to say, in lines; why a follow-up is due stands first.
    pub description: String,
}

/// By what the screen knows something that has a day.
pub fn date_key(dated: &Dated<'_>) -> String {
    let of = match dated.of {
        DateOf::Interview { booking, .. } => booking.to_string(),
        DateOf::Promise(event) => event.id.to_string(),
        DateOf::FollowUp(follow_up) => row_key(&follow_up.key),
    };
    ["date ", &of].concat()
}

impl Voice<'_> {
    /// What is said of something that has a day. It is read on that day: what is told of today is told of that one.
    pub fn dated(&self, dated: &Dated<'_>, application: &Application) -> DatedText {
        let then = Voice {
            today: Today(dated.on.max(self.today.0)),
            ..*self
        };
        let named = then.named(Some(application));
        let because = dated.because.iter().map(|follow_up| then.because(follow_up));
        let more = match dated.of {
            DateOf::Interview { interview, .. } => then.where_it_is(interview),
            DateOf::Promise(event) => vec![then.said(event)],
            DateOf::FollowUp(follow_up) => follow_up.to.iter().map(contact).collect(),
        };
        let page = application.facts.address.as_ref().map(SafeLink::to_string);
        DatedText {
            summary: joined([then.called(dated, application), named], " · "),
            description: joined(because.chain(more).chain(page), "\n"),
        }
    }

    /// What it is, without whose.
    fn called(&self, dated: &Dated<'_>, application: &Application) -> String {
        match dated.of {
            DateOf::Interview { interview, .. } => self.held(interview.round, &interview.people),
            DateOf::Promise(event) => self.event(event, application),
            DateOf::FollowUp(follow_up) => self.heading(follow_up),
        }
    }

    /// Who said so, and when.
    fn said(&self, event: &Event) -> String {
        let by_them = matches!(&event.what, What::Promised(promise) if promise.by == PromiseBy::Employer);
        let word = if by_them {
            Word::DateSaidByThem
        } else {
            Word::DateSaidByYou
        };
        self.say(word, &[("on", &self.on_date(event.on))])
    }

    /// The time as they named it, the call, and how to reach who will be there.
    fn where_it_is(&self, interview: &Interview) -> Vec<String> {
        let time = interview.zone.as_ref().and_then(|_| self.time(interview));
        let time = time.map(|time| capitalised(&time));
        let call = interview.link.as_ref().map(SafeLink::to_string);
        let people = interview.people.iter().map(contact);
        time.into_iter().chain(call).chain(people).collect()
    }

    /// The rows of what has a day, each with the button that gives it to a calendar.
    pub(super) fn dates(&self, dates: &[Dated<'_>], application: &Application) -> Vec<Card> {
        let rows = dates.iter().filter(|dated| !dated.is_off).map(|dated| {
            let when = match dated.of {
                DateOf::Interview { interview, .. } => self.time(interview),
                // Its row counts from the day on which it became late, this one shows when it was due.
                DateOf::FollowUp(follow_up) if follow_up.is_overdue(self.today.0) => {
                    Some(self.say(Word::DueThen, &[("when", &self.when(follow_up).0)]))
                }
                // Their day is not the one on which it is best answered.
                DateOf::FollowUp(follow_up) => follow_up
                    .last_day()
                    .filter(|last| *last != dated.on)
                    .map(|last| self.say(Word::AnswerBy, &[("date", &self.date(last))])),
                DateOf::Promise(_) => None,
            };
            Card::new("date-row", date_key(dated))
                .text("day", self.column_date(dated.on))
                .text("text", self.called(dated, application))
                .text("when", when.unwrap_or_default())
                .part("ahead", dated.on >= self.today.0)
        });
        rows.collect()
    }

    /// What is said once a file with one date was saved.
    pub fn date_saved(&self, name: &str) -> String {
        self.say(Word::DateSaved, &[("name", name)])
    }

    /// What is said once a file with all dates was saved: that it is, and what is not in it.
    pub fn dates_saved(&self, name: &str, dates: usize, missing: usize) -> [String; 2] {
        let dates = self.words.count(dates, Word::DatesOne, Word::DatesOther);
        let said = self.say(Word::DatesSaved, &[("name", name), ("dates", &dates)]);
        let lacks = match missing {
            0 => String::new(),
            missing => self.words.count(missing, Word::BackupLacksOne, Word::BackupLacksOther),
        };
        [said, lacks]
    }
}

/// Somebody, and how to reach them.
fn contact(contact: &Contact) -> String {
    let ways = [&contact.email, &contact.phone].into_iter().flatten();
    let parts = std::iter::once(&contact.name).chain(ways);
    joined(parts.map(ToString::to_string), " · ")
}
