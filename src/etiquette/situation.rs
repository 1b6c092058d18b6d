//! Where an application stands between the user and the employer.

use chrono::NaiveDate;

use super::calendar::plus_days;
use crate::domain::{
    Application, Channel, Contact, Event, EventId, Interview, Line, Meeting, Promise, Round, RuleId, What, same_person,
};

/// After so many days from the application on, in calendar days, a posting's last day says that there is none.
const OPEN_END: u16 = 365;

/// What the rules look at.
pub(super) struct Situation<'a> {
    pub(super) application: &'a Application,
    /// Interviews, in their order in time.
    pub(super) meetings: Vec<Meeting<'a>>,
    /// The day and event of the user's application.
    pub(super) applied: Option<&'a Event>,
    /// What the employer did last; a booked interview counts on its day, and so does one that they missed.
    pub(super) last_act: Option<Act>,
    /// The appointment that they missed, where they have done nothing since.
    pub(super) missed: Option<&'a Event>,
    /// The promise that stands.
    pub(super) promise: Option<(&'a Event, &'a Promise)>,
    /// Check-ins sent since the last act.
    pub(super) check_ins: Vec<&'a Event>,
    /// The offer that stands.
    pub(super) offer: Option<Offer>,
}

/// An offer: the latest in writing, else the latest by word of mouth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    pub(super) event: EventId,
    pub(super) on: NaiveDate,
    pub(super) written: bool,
    pub(super) answer_by: Option<NaiveDate>,
}

/// Something that the employer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) event: EventId,
    pub(super) on: NaiveDate,
    pub(super) kind: ActKind,
}

impl Act {
    /// The first day on which anything can come of it: for a booked interview that nobody wrote down the one after it.
    pub(super) fn earliest(self) -> NaiveDate {
        match self.kind {
            ActKind::Interview { logged: false, .. } => plus_days(self.on, 1),
            _ => self.on,
        }
    }
}

/// What kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ActKind {
    /// An interview.
    Interview { round: Round, logged: bool },
    /// They wait for the user's answer.
    Asks,
    /// They did not come to what was agreed on: nothing that they did, but the day up to which they were not silent.
    Missed,
    /// Anything else, after which the ball is with them.
    Word,
}

/// The person to write to about an application: the one they named, else one of the latest interview's, else the posting's own contact, else
/// who was to hold one. Who referred the user, or was written to as somebody who may help, is asked about that alone.
pub fn correspondent(application: &Application) -> Option<&Contact> {
    Situation::of(application).correspondent()
}

impl<'a> Situation<'a> {
    pub(super) fn of(application: &'a Application) -> Self {
        let meetings = application.meetings();
        let missed = missed(application);
        // That they did not come resets no count.
        let acted = last_act(application, &meetings, None);
        let check_ins = application
            .history
            .iter()
            .filter(|event| matches!(event.what, What::CheckedIn { .. }))
            // On one day a check-in comes before what the employer does.
            .filter(|event| acted.is_none_or(|act| event.on > act.on))
            .collect();
        Self {
            application,
            last_act: last_act(application, &meetings, missed),
            meetings,
            applied: application.applied(),
            // Whoever was to be met after the day they named, or to be called on it, has not come.
            promise: application
                .live_promise()
                .filter(|(_, promise)| missed.is_none_or(|missed| missed.on < promise.date)),
            missed,
            check_ins,
            offer: offer(application),
        }
    }

    /// The posting's last day; none where it lies so far behind the application that it says: open until filled.
    pub(super) fn closes(&self) -> Option<NaiveDate> {
        let applied = self.applied.map(|event| event.on);
        let open_end = |closes: &NaiveDate| applied.is_some_and(|on| plus_days(on, OPEN_END) < *closes);
        self.application.facts.closes.filter(|closes| !open_end(closes))
    }

    /// Whether the user wants no reminders; the employer's next act ends that. A booked interview was their act when they invited to it,
    /// until they came.
    pub(super) fn is_retired(&self) -> bool {
        let mut history = self.application.history.iter();
        let retired = history.rfind(|event| event.what == What::Retired {});
        retired.is_some_and(|retired| self.application.employer_acts().all(|act| act.on <= retired.on))
    }

    /// Whether the user let go what `rule` proposed for an event.
    pub(super) fn is_let_go(&self, rule: RuleId, event: EventId) -> bool {
        let mut history = self.application.history.iter();
        history.any(|known| matches!(&known.what, What::Skipped { follow_up } if follow_up.rule == rule && follow_up.event == event))
    }

    /// What they asked and nothing has settled yet, in order: questions, and invitations that have no day. See [`settles`].
    pub(super) fn questions(&self) -> impl Iterator<Item = &'a Event> {
        let history = &self.application.history;
        let bookings = self.application.bookings();
        let asks = move |event: &Event| match &event.what {
            What::Heard { asks, .. } => *asks,
            What::Invited(Interview { day: None, .. }) => bookings
                .iter()
                .any(|(id, booking)| *id == event.id && booking.day.is_none()),
            _ => false,
        };
        let is_open = |index: usize, event: &Event| !history.iter().skip(index + 1).any(|later| settles(later, event));
        let all = history.iter().enumerate();
        all.filter(move |(index, event)| asks(event) && is_open(*index, event))
            .map(|(_, event)| event)
    }

    /// The day on which the user answered what the employer asked on `day`.
    pub(super) fn replied_since(&self, day: NaiveDate) -> Option<NaiveDate> {
        let replied = |event: &&Event| matches!(event.what, What::Replied { .. }) && event.on >= day;
        self.application.history.iter().find(replied).map(|event| event.on)
    }

    /// See [`correspondent`].
    pub(super) fn correspondent(&self) -> Option<&'a Contact> {
        let named = self
            .application
            .history
            .iter()
            .rev()
            .find_map(|event| match &event.what {
                What::Preferred { person: Some(name), .. } => self.person(name),
                _ => None,
            });
        let interviewer = || self.meetings.iter().rev().find_map(|meeting| meeting.people.first());
        let contact = || self.person(&self.application.facts.contact.as_ref()?.name);
        let mut history = self.application.history.iter();
        let invited = || {
            history.find_map(|event| match &event.what {
                What::Invited(interview) | What::Rescheduled { to: interview, .. } => {
                    interview.people.iter().find_map(|contact| self.person(&contact.name))
                }
                _ => None,
            })
        };
        named.or_else(interviewer).or_else(contact).or_else(invited)
    }

    /// The person of that name, with all that is known of them.
    pub(super) fn person(&self, name: &Line) -> Option<&'a Contact> {
        self.application
            .people
            .iter()
            .find(|contact| same_person(&contact.name, name))
    }

    /// How `contact` likes to be reached, or everybody there: what was said last of it and is not refused.
    pub(super) fn channel(&self, contact: Option<&Contact>) -> Option<Channel> {
        let name = contact.map(|contact| &contact.name);
        let is_theirs = |person: &Line| name.is_some_and(|name| same_person(name, person));
        let mut liked = self
            .application
            .history
            .iter()
            .rev()
            .filter_map(|event| match &event.what {
                What::Preferred { person, channel, .. } => channel.filter(|_| person.as_ref().is_none_or(is_theirs)),
                _ => None,
            });
        liked.find(|channel| !self.application.refuses(name, *channel))
    }
}

/// Whether what happened `later` settles what they `asked`: the user's answer does, and a word, an interview or an offer after which the ball
/// is with them, unless the day that they named for the answer is still to come. Neither an invitation nor a date that they name is an
/// answer of the user's; but a day for an interview may come with another invitation.
fn settles(later: &Event, asked: &Event) -> bool {
    let answer_by = match asked.what {
        What::Heard { answer_by, .. } => answer_by,
        _ => None,
    };
    match &later.what {
        What::Replied { .. } => true,
        What::Heard { .. } | What::Interviewed { .. } | What::Offered { .. } => {
            answer_by.is_none_or(|by| by <= later.on)
        }
        What::Invited(_) => matches!(asked.what, What::Invited(_)),
        What::Rescheduled { interview, to } => {
            matches!(asked.what, What::Invited(_)) && *interview == asked.id && to.day.is_some()
        }
        _ => false,
    }
}

fn offer(application: &Application) -> Option<Offer> {
    let offers = application.history.iter().filter_map(|event| match event.what {
        What::Offered { written, answer_by } => Some(Offer {
            event: event.id,
            on: event.on,
            written,
            answer_by,
        }),
        _ => None,
    });
    // Of equal ones this gives the last.
    offers.max_by_key(|offer| offer.written)
}

fn missed(application: &Application) -> Option<&Event> {
    let mut history = application.history.iter();
    let missed = history.rfind(|event| matches!(event.what, What::Missed { .. }))?;
    let acted = application.since(missed.id).any(|event| event.what.is_employer_act());
    (!acted).then_some(missed)
}

fn last_act(application: &Application, meetings: &[Meeting<'_>], missed: Option<&Event>) -> Option<Act> {
    let last = application.employer_acts().next_back();
    // A day that they name says neither what came with it nor that an answer to it is not wanted.
    let beside = last.and_then(|last| {
        let mut of_that_day = application
            .employer_acts()
            .rev()
            .take_while(|event| event.on == last.on);
        of_that_day.find(|event| !matches!(event.what, What::Promised(_)))
    });
    let anchor = |event: &Event| {
        let meeting = meetings.iter().find(|meeting| meeting.event == event.id);
        meeting.map_or(event.id, |meeting| meeting.anchor)
    };
    let written = beside.or(last).map(|event| Act {
        event: anchor(event),
        on: event.on,
        kind: match &event.what {
            What::Interviewed { round, .. } => ActKind::Interview {
                round: *round,
                logged: true,
            },
            What::Heard { asks: true, .. } => ActKind::Asks,
            What::Invited(interview) if interview.day.is_none() => ActKind::Asks,
            _ => ActKind::Word,
        },
    });
    let booked = meetings
        .iter()
        .rev()
        .find(|meeting| !meeting.logged)
        .map(|meeting| Act {
            event: meeting.anchor,
            on: meeting.on,
            kind: ActKind::Interview {
                round: meeting.round,
                logged: false,
            },
        });
    let missed = missed.map(|event| Act {
        event: event.id,
        on: event.on,
        kind: ActKind::Missed,
    });
    let later = |first: Act, second: Act| if second.on >= first.on { second } else { first };
    [written, missed, booked].into_iter().flatten().reduce(later)
}
