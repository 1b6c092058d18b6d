//! Interviews: booked, moved, held.

use chrono::{NaiveDate, NaiveTime, Timelike};

use super::voice::joined;
use super::{Voice, Word};
use crate::domain::{Application, Contact, EventId, Interview, Line, Round};

impl Voice<'_> {
    /// An invitation, as it stands after it may have been moved.
    pub(super) fn invited(&self, id: EventId, application: &Application) -> String {
        match application.booking(id) {
            Some(booking) => self.invitation(booking),
            None => self.text(Word::EventInvited),
        }
    }

    /// An invitation as it was made.
    pub(super) fn invitation(&self, booking: &Interview) -> String {
        let meeting = match booking.day {
            Some(day) => self.say(invited(booking.round), &[("when", &self.on_moment(booking, day))]),
            None => self.text(Word::EventInvited),
        };
        self.with_people(self.at_place(meeting, booking), &booking.people)
    }

    fn at_place(&self, meeting: String, booking: &Interview) -> String {
        match &booking.place {
            Some(place) => self.say(Word::AtPlace, &[("meeting", &meeting), ("place", place.as_str())]),
            None => meeting,
        }
    }

    /// A booking that was moved, or whose day was set: as it was before, and as it was then.
    pub(super) fn rescheduled(&self, before: Option<&Interview>, to: &Interview) -> String {
        match to.day {
            Some(day) if before.is_some_and(|before| before.day.is_none()) => {
                self.say(Word::EventDaySet, &[("when", &self.on_moment(to, day))])
            }
            Some(day) => {
                let is_moved = before.is_none_or(|before| before.day != to.day);
                let word = if is_moved {
                    Word::EventRescheduled
                } else {
                    Word::EventRebooked
                };
                self.at_place(self.say(word, &[("when", &self.moment(to, self.date(day)))]), to)
            }
            None => self.text(Word::EventRescheduledOpen),
        }
    }

    /// What is said of an invitation that was read: what it is called, and when it is by its own words.
    pub fn invitation_says(&self, summary: Option<&Line>, when: &Interview, is_zone_known: bool) -> String {
        let day = when.day.map(|day| self.moment(when, self.date(day)));
        let lasts = when.minutes.map(|minutes| {
            self.words
                .count(minutes.into(), Word::InvitationMinutesOne, Word::InvitationMinutesOther)
        });
        let parts = summary.map(ToString::to_string).into_iter().chain(day).chain(lasts);
        let said = self.say(Word::InvitationSays, &[("what", &joined(parts, " · "))]);
        let clock = match (is_zone_known, &when.time, &when.zone) {
            (false, ..) => Some(Word::InvitationZone),
            (true, Some(_), Some(_)) => Some(Word::InvitationClock),
            (true, ..) => None,
        };
        joined(std::iter::once(said).chain(clock.map(|word| self.text(word))), ". ")
    }

    /// "on Thu 17 Dec at 14:30": it stands beside the day on which they said so, whose "tomorrow" is another one.
    fn on_moment(&self, interview: &Interview, day: NaiveDate) -> String {
        self.moment(interview, self.say(Word::OnDate, &[("date", &self.date(day))]))
    }

    /// A day with its time, where one is set.
    fn moment(&self, interview: &Interview, day: String) -> String {
        joined(std::iter::once(day).chain(self.time(interview)), " ")
    }

    /// The time that is set for an interview: "at 14:30 (Europe/Berlin)".
    pub(super) fn time(&self, interview: &Interview) -> Option<String> {
        Some(self.time_in_zone(interview.time?, interview.zone.as_ref()))
    }

    /// A time, with its zone where one is set.
    pub(super) fn time_in_zone(&self, time: NaiveTime, zone: Option<&Line>) -> String {
        let time = self.at(time.hour(), time.minute());
        let zone = zone.map(|zone| self.say(Word::InZone, &[("zone", zone.as_str())]));
        joined(std::iter::once(time).chain(zone), " ")
    }

    /// "at 14:30".
    pub(super) fn at(&self, hour: u32, minute: u32) -> String {
        self.say(Word::AtTime, &[("time", &self.words.clock(hour, minute))])
    }

    /// An interview that took place.
    pub(super) fn held(&self, round: Round, people: &[Contact]) -> String {
        self.with_people(self.text(held(round)), people)
    }

    fn with_people(&self, meeting: String, people: &[Contact]) -> String {
        let names: Vec<&str> = people.iter().map(|contact| contact.name.as_str()).collect();
        if names.is_empty() {
            return meeting;
        }
        self.say(Word::WithPeople, &[("what", &meeting), ("people", &self.list(&names))])
    }
}

const fn held(round: Round) -> Word {
    match round {
        Round::Screen => Word::EventScreen,
        Round::Middle => Word::EventInterview,
        Round::Final => Word::EventFinal,
    }
}

const fn invited(round: Round) -> Word {
    match round {
        Round::Screen => Word::EventInvitedScreen,
        Round::Middle => Word::EventInvitedOn,
        Round::Final => Word::EventInvitedFinal,
    }
}
