//! What an application's history says at first sight: who acted last, which promise is live, which interviews there are.

use chrono::NaiveDate;

use super::order::sort_by_key;
use super::{
    Application, Channel, Contact, Event, EventId, Interview, Line, Promise, PromiseBy, Round, Today, What, same_person,
};

/// An interview that took place, or that was booked and neither called off nor missed nor written down yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting<'a> {
    /// The event that says so: [`What::Interviewed`], or else [`What::Invited`].
    pub event: EventId,
    /// The [`What::Invited`] that it was booked by, where that is known: named, or booked for that day.
    pub booking: Option<EventId>,
    /// The event that its follow-ups hang on: its booking where it has one of its own, so that they stay the same when it is
    /// written down as held.
    pub anchor: EventId,
    /// Its day.
    pub on: NaiveDate,
    /// What kind.
    pub round: Round,
    /// Who asked, or will ask, the questions.
    pub people: &'a [Contact],
    /// Whether it was written down that it took place.
    pub logged: bool,
}

impl Application {
    /// All interviews with a day, in their order in time.
    pub fn meetings(&self) -> Vec<Meeting<'_>> {
        let mut meetings: Vec<Meeting<'_>> = Vec::new();
        for event in &self.history {
            if let What::Interviewed {
                interview,
                round,
                people,
                ..
            } = &event.what
            {
                let is_free = |id: &EventId| !meetings.iter().any(|meeting| meeting.booking == Some(*id));
                let booking = interview.or_else(|| self.booked_for(event.on).filter(is_free));
                let booked = booking
                    .and_then(|id| self.booking(id))
                    .map_or(&[][..], |booking| &booking.people);
                let people = if people.is_empty() { booked } else { people };
                let anchor = booking.filter(is_free).unwrap_or(event.id);
                meetings.push(Meeting {
                    event: event.id,
                    booking,
                    anchor,
                    on: event.on,
                    round: *round,
                    people,
                    logged: true,
                });
            }
        }
        for event in &self.history {
            if let Some(booking) = self.standing(event)
                && let Some(day) = booking.day
            {
                let people = &booking.people;
                meetings.push(Meeting {
                    event: event.id,
                    booking: Some(event.id),
                    anchor: event.id,
                    on: day,
                    round: booking.round,
                    people,
                    logged: false,
                });
            }
        }
        sort_by_key(&mut meetings, |meeting| meeting.on);
        meetings
    }

    /// The point of an interview that the user noted to come back to, the latest where there are several. `anchor` is the event that its
    /// follow-ups hang on.
    pub fn point(&self, anchor: EventId) -> Option<&Line> {
        let meetings = self.meetings();
        self.history.iter().rev().find_map(|event| {
            let What::Remembered { interview, point } = &event.what else {
                return None;
            };
            let is_it = |meeting: &&Meeting<'_>| Some(meeting.event) == *interview || meeting.booking == *interview;
            let meeting = match interview {
                Some(_) => meetings.iter().find(is_it),
                None => meetings.iter().rfind(|meeting| meeting.on <= event.on),
            };
            (meeting?.anchor == anchor).then_some(point)
        })
    }

    /// Whether a channel is refused: by the person of that name, until they say otherwise themselves, or by everybody there.
    pub fn refuses(&self, person: Option<&Line>, channel: Channel) -> bool {
        let (mut of_all, mut of_theirs) = (false, false);
        for event in &self.history {
            let What::Preferred {
                person: whose,
                channel: liked,
                refused,
                ..
            } = &event.what
            else {
                continue;
            };
            let is_theirs = match (whose, person) {
                (None, _) => false,
                (Some(whose), Some(person)) if same_person(whose, person) => true,
                _ => continue,
            };
            if refused.contains(&channel) {
                *(if is_theirs { &mut of_theirs } else { &mut of_all }) = true;
            } else if *liked == Some(channel) {
                of_all = false;
                of_theirs &= !is_theirs;
            }
        }
        of_all || of_theirs
    }

    /// The events by which the user keeps in touch after it has ended.
    pub fn kept_warm(&self) -> Vec<EventId> {
        let history = self.history.iter();
        let chosen = history.filter(|event| event.what == What::KeptWarm {});
        chosen.map(|event| event.id).collect()
    }

    /// The booking for `day`, where there is one.
    fn booked_for(&self, day: NaiveDate) -> Option<EventId> {
        let is_for = |event: &&Event| {
            matches!(event.what, What::Invited(_))
                && self.booking(event.id).is_some_and(|booking| booking.day == Some(day))
        };
        self.history.iter().find(is_for).map(|event| event.id)
    }

    /// The booking that an interview held on `day` fulfils, whatever day it was booked for: the only one that still stands. One whose
    /// day lies ahead is yet to be held, and one with a thank-you from before `day` was held before.
    pub fn booking_held_on(&self, day: NaiveDate, today: Today) -> Option<EventId> {
        let mut meetings = self.meetings();
        meetings.retain(|meeting| !meeting.logged);
        let [meeting] = meetings.as_slice() else { return None };
        let thanked = self.history.iter().any(|event| {
            matches!(event.what, What::Thanked { interview, .. } if interview == meeting.booking) && event.on < day
        });
        meeting.booking.filter(|_| meeting.on <= today.0 && !thanked)
    }

    /// The last day on which somebody was thanked.
    pub fn thanked_last(&self) -> Option<NaiveDate> {
        let thanks = self
            .history
            .iter()
            .filter(|event| matches!(event.what, What::Thanked { .. }));
        thanks.map(|event| event.on).max()
    }

    /// The form that a booking has now, after it may have been moved.
    pub fn booking(&self, invited: EventId) -> Option<&Interview> {
        booked(self.history.iter(), invited)
    }

    /// The form that a booking had before it was moved by the event `moved`.
    pub fn booking_before(&self, moved: EventId, invited: EventId) -> Option<&Interview> {
        booked(self.history.iter().take_while(|event| event.id != moved), invited)
    }

    /// Whether a booking was called off, and neither given another day nor held after that.
    pub fn is_called_off(&self, invited: EventId) -> bool {
        let is_of_it = |event: &&Event| match &event.what {
            What::Rescheduled { interview, .. } | What::Cancelled { interview } => *interview == invited,
            What::Interviewed { interview, .. } => *interview == Some(invited),
            _ => false,
        };
        let last = self.history.iter().rfind(is_of_it);
        last.is_some_and(|event| matches!(event.what, What::Cancelled { .. }))
    }

    /// The bookings that still stand, by their [`What::Invited`], each in the form that it has now; some have no day yet.
    pub fn bookings(&self) -> Vec<(EventId, &Interview)> {
        let history = self.history.iter();
        history
            .filter_map(|event| Some((event.id, self.standing(event)?)))
            .collect()
    }

    /// The latest booking from `day` or before that still stands and has no day yet.
    pub fn undated(&self, day: NaiveDate) -> Option<EventId> {
        let mut history = self.history.iter().rev().filter(|event| event.on <= day);
        let open = history.find(|event| self.standing(event).is_some_and(|booking| booking.day.is_none()));
        open.map(|event| event.id)
    }

    /// The form of a booking that still stands for itself: not called off, not missed, not written down as held.
    fn standing(&self, invited: &Event) -> Option<&Interview> {
        let What::Invited(_) = invited.what else { return None };
        let booking = self.booking(invited.id)?;
        let is_its_day = |on: NaiveDate| booking.day.map_or(on >= invited.on, |day| day == on);
        let is_it = |interview: &Option<EventId>, on| interview.map_or_else(|| is_its_day(on), |id| id == invited.id);
        let held = self.history.iter().any(|event| match &event.what {
            What::Interviewed { interview, .. } => is_it(interview, event.on),
            _ => false,
        });
        // A new day after it was called off or missed makes it stand again.
        let moved =
            |event: &Event| matches!(event.what, What::Rescheduled { interview, .. } if interview == invited.id);
        let since = self.history.iter().rposition(moved).map_or(0, |index| index + 1);
        let off = self.history.iter().skip(since).any(|event| match &event.what {
            What::Cancelled { interview } => *interview == invited.id,
            What::Missed { interview } => is_it(interview, event.on),
            _ => false,
        });
        (!held && !off).then_some(booking)
    }

    /// Whether they offered the job in writing.
    pub fn is_offered_in_writing(&self) -> bool {
        let mut history = self.history.iter();
        history.any(|event| matches!(event.what, What::Offered { written: true, .. }))
    }

    /// Whether the user handed in what they had taken on or promised.
    pub fn is_delivered(&self, undertaking: EventId) -> bool {
        self.history
            .iter()
            .any(|event| event.what == What::Delivered { undertaking })
    }

    /// What happened after an event, in order; nothing for one that is not among it.
    pub fn since(&self, event: EventId) -> impl Iterator<Item = &Event> {
        let history = self.history.iter();
        history.skip_while(move |known| known.id != event).skip(1)
    }

    /// What the user took on and has not handed in, by its [`What::Undertook`].
    pub fn undertakings(&self) -> Vec<(EventId, &Line)> {
        let history = self.history.iter();
        history
            .filter_map(|event| match &event.what {
                What::Undertook { what, .. } if !self.is_delivered(event.id) => Some((event.id, what)),
                _ => None,
            })
            .collect()
    }

    /// What the employer did, in order; silence counts from the last of these.
    pub fn employer_acts(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.history.iter().filter(|event| event.what.is_employer_act())
    }

    /// The employer's promise that still stands. It ends when they act, or when a newer one is made; the conversation
    /// in which it was made does not end it.
    pub fn live_promise(&self) -> Option<(&Event, &Promise)> {
        let (index, event, promise) =
            self.history
                .iter()
                .enumerate()
                .rev()
                .find_map(|(index, event)| match &event.what {
                    What::Promised(promise) if promise.by == PromiseBy::Employer => Some((index, event, promise)),
                    _ => None,
                })?;
        (!self.acted_since(index, event)).then_some((event, promise))
    }

    /// Whether the employer wishes not to be contacted, and since when. Their next act ends it, or the user lifts it.
    pub fn do_not_contact(&self) -> Option<&Event> {
        let (index, event, wish) =
            self.history
                .iter()
                .enumerate()
                .rev()
                .find_map(|(index, event)| match &event.what {
                    What::Preferred {
                        do_not_contact: Some(wish),
                        ..
                    } => Some((index, event, *wish)),
                    _ => None,
                })?;
        (wish && !self.acted_since(index, event)).then_some(event)
    }

    /// Whether the employer acted after `event`. An interview or an offer by word of mouth of the same day is where it was said, in
    /// whatever order the two were written down.
    fn acted_since(&self, index: usize, event: &Event) -> bool {
        let written = self.history.iter().skip(index + 1).any(|later| {
            let conversation = later.on == event.on
                && matches!(
                    later.what,
                    What::Interviewed { .. } | What::Promised(_) | What::Offered { written: false, .. }
                );
            later.what.is_employer_act() && !conversation
        });
        written
            || self
                .meetings()
                .iter()
                .any(|meeting| !meeting.logged && meeting.on > event.on)
    }
}

impl What {
    /// Whether the employer did something by this, so that they are not silent.
    pub const fn is_employer_act(&self) -> bool {
        match self {
            Self::Promised(promise) => matches!(promise.by, PromiseBy::Employer),
            Self::Invited(_)
            | Self::Rescheduled { .. }
            | Self::Cancelled { .. }
            | Self::Interviewed { .. }
            | Self::Heard { .. }
            | Self::Offered { .. }
            | Self::Rejected { .. } => true,
            _ => false,
        }
    }
}

/// The form of a booking after some of the history.
fn booked<'a>(history: impl Iterator<Item = &'a Event>, invited: EventId) -> Option<&'a Interview> {
    let forms = history.filter_map(|event| match &event.what {
        What::Invited(interview) if event.id == invited => Some(interview),
        What::Rescheduled { interview, to } if *interview == invited => Some(to),
        _ => None,
    });
    forms.last()
}
