//! What is due, and what is waited for. Dates and structured reasons: nothing here depends on today, and no sentence is made here.

use chrono::{Days, NaiveDate, NaiveTime};

use super::order::sort_by_key;
use super::{ApplicationId, Channel, CompanyKey, Contact, EventId, Interview, Line, PromiseOf, Round, SafeLink, Stage};

/// The rules of follow-up, by the names that `docs/etiquette.md` gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each is described in the table of etiquette/rules.rs, in one place"
)]
pub enum RuleId {
    R0a,
    R0b,
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    R10,
    R11,
    R12,
    R13,
    R14,
    R15,
    R16,
    R17,
    R18,
}

impl RuleId {
    /// Whether the rule asks where things stand. Only check-ins are capped, spaced and gated.
    pub const fn is_check_in(self) -> bool {
        matches!(
            self,
            Self::R3 | Self::R4 | Self::R6 | Self::R7 | Self::R8 | Self::R9 | Self::R13
        )
    }

    /// Whether somebody waits for the user: it comes before what does not press, and knows no quiet periods.
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::R1 | Self::R14 | Self::R18)
    }
}

/// The how-manieth of R14 the answer to an offer is; the first is its acknowledgement.
pub const ANSWER: u8 = 2;

/// Which follow-up: the same one before and after any other event, so that a snooze or a skip sticks to the right one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FollowUpKey {
    /// Whose.
    pub application: ApplicationId,
    /// By which rule.
    pub rule: RuleId,
    /// The event that it hangs on.
    pub event: EventId,
    /// To whom, where a rule asks for one each.
    pub person: Option<Line>,
    /// The how-manieth.
    pub nth: u8,
}

impl FollowUpKey {
    /// Whether both stand for one follow-up. The posting's last day decides by which of two rules the first check-in after an application
    /// comes, and that day can be put right.
    pub fn is_same(&self, other: &Self) -> bool {
        let first = |key: &Self| Self {
            rule: if key.rule == RuleId::R3 { RuleId::R4 } else { key.rule },
            ..key.clone()
        };
        first(self) == first(other)
    }
}

/// "Within a week" ends so many days from today.
const WEEK: Days = Days::new(7);

/// Something that the user is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Which.
    pub key: FollowUpKey,
    /// From this day on it is the user's move.
    pub due: NaiveDate,
    /// From this day on it is late.
    pub overdue: Option<NaiveDate>,
    /// From this day on it is not shown any more.
    pub fades: Option<NaiveDate>,
    /// How many of its kind there may be.
    pub cap: u8,
    /// To whom.
    pub to: Option<Contact>,
    /// How, where they said how.
    pub channel: Option<Channel>,
    /// Why.
    pub reason: Reason,
}

impl FollowUp {
    /// By which rule.
    pub const fn rule(&self) -> RuleId {
        self.key.rule
    }

    /// When it is the user's move.
    pub const fn span(&self) -> Span {
        Span {
            due: self.due,
            fades: self.fades,
        }
    }

    /// Whether it is the user's move on `day`.
    pub fn is_due(&self, day: NaiveDate) -> bool {
        self.span().has(day)
    }

    /// Whether it is not the user's move on `day`, and will be within a week. What comes after an interview is no move before its day:
    /// until then the interview is.
    pub fn is_within_week(&self, day: NaiveDate) -> bool {
        let last = day.checked_add_days(WEEK).unwrap_or(NaiveDate::MAX);
        self.due > day && self.due <= last && !self.follows_what_is_ahead(day)
    }

    /// Whether it is about an interview that has not begun on `day`; on its day it may be over. Until then there is nothing to thank or to ask
    /// for, and it did not take place.
    pub fn is_before_its_interview(&self, day: NaiveDate) -> bool {
        matches!(self.reason.trigger, Trigger::Interviewed { on, .. } if on > day)
    }

    /// The day past which it cannot be put off: the one on which they want the answer to their offer.
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self.reason.trigger {
            Trigger::Offered { answer_by, .. } if self.rule() == RuleId::R14 => answer_by,
            _ => None,
        }
    }

    /// Whether it can be put off on `day`: past an interview nothing of it is left to be done.
    pub fn can_wait(&self, day: NaiveDate) -> bool {
        self.rule() != RuleId::R0a && self.last_day().is_none_or(|last| last > self.due.max(day))
    }

    /// Whether it can be put off on `day` to another one, on which it would not come anyway.
    pub fn can_wait_until(&self, to: NaiveDate, day: NaiveDate) -> bool {
        self.can_wait(day) && to > self.due.max(day) && self.last_day().is_none_or(|last| to <= last)
    }

    fn follows_what_is_ahead(&self, day: NaiveDate) -> bool {
        let is_ahead = matches!(self.reason.trigger, Trigger::Interviewed { on, logged: false, .. } if on > day);
        is_ahead && self.rule() != RuleId::R0a
    }

    /// Whether it is late on `day`.
    pub fn is_overdue(&self, day: NaiveDate) -> bool {
        self.is_due(day) && self.overdue.is_some_and(|overdue| overdue <= day)
    }
}

/// From when until when something is the user's move: all that the badge's number needs of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub due: NaiveDate,
    /// The first day on which it is not shown any more.
    pub fades: Option<NaiveDate>,
}

impl Span {
    /// Whether `day` is in it.
    pub fn has(&self, day: NaiveDate) -> bool {
        self.due <= day && self.fades.is_none_or(|fades| day < fades)
    }
}

/// Why a follow-up is due: what set it off, and what moved it from its rule's own date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What set it off.
    pub trigger: Trigger,
    /// The date by the rule alone, before anything moved it.
    pub own_date: NaiveDate,
    /// What moved it, in the order in which it did.
    pub holds: Vec<Hold>,
    /// Check-ins sent since they last acted, of how many; for check-ins alone.
    pub check_ins: Option<CheckInTrack>,
}

/// How far the check-ins have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckInTrack {
    /// Sent since they last acted.
    pub used: u8,
    /// At most.
    pub cap: u8,
}

/// What sets a follow-up off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// An interview took place.
    Interviewed {
        /// When.
        on: NaiveDate,
        /// What kind.
        round: Round,
        /// `false` if it was booked for that day and nobody wrote down that it took place.
        logged: bool,
        /// When and where it begins, for one that is yet to come.
        at: Option<Box<Appointment>>,
    },
    /// The user applied.
    Applied {
        /// When.
        on: NaiveDate,
        /// The posting's last day.
        closes: Option<NaiveDate>,
    },
    /// They wrote, or did something else, and the ball is with them.
    Heard {
        /// When.
        on: NaiveDate,
    },
    /// They promised something.
    Promised {
        /// What.
        of: PromiseOf,
        /// By when.
        date: NaiveDate,
        /// When they said so.
        said: NaiveDate,
    },
    /// The user asked, and they are silent.
    CheckedIn {
        /// When.
        on: NaiveDate,
    },
    /// They asked something, or invited, and wait for the user.
    Asked {
        /// When.
        on: NaiveDate,
        /// By when they want the answer.
        answer_by: Option<NaiveDate>,
        /// Whether it was an invitation that has no day yet.
        invited: bool,
    },
    /// Somebody referred the user.
    Referred {
        /// When.
        on: NaiveDate,
    },
    /// The user wrote to somebody who may know of something.
    Networked {
        /// When.
        on: NaiveDate,
    },
    /// They did not come to an agreed interview or call.
    Missed {
        /// When.
        on: NaiveDate,
    },
    /// They said no.
    Rejected {
        /// When.
        on: NaiveDate,
    },
    /// They offered the job.
    Offered {
        /// When.
        on: NaiveDate,
        /// In writing, or by word of mouth.
        written: bool,
        /// By when they want an answer.
        answer_by: Option<NaiveDate>,
    },
    /// The user keeps in touch after it has ended.
    KeptWarm {
        /// The day of the end, or of the last message since.
        since: NaiveDate,
    },
    /// The user kept a posting and has not applied.
    Saved {
        /// When.
        on: NaiveDate,
        /// The posting's last day.
        closes: NaiveDate,
    },
    /// The user owes them something.
    Undertook {
        /// What; unsaid where the user named no more than a day.
        what: Option<Line>,
        /// By when.
        by: NaiveDate,
    },
    /// Nothing more is to be sent, and they are silent.
    Silent {
        /// Since when.
        since: NaiveDate,
        /// When the user asked last since then.
        asked: Option<NaiveDate>,
        /// When the user let a check-in go, where that came after they asked.
        skipped: Option<NaiveDate>,
        /// Whether they asked not to be contacted.
        do_not_contact: bool,
    },
}

/// When on its day and where an interview begins, as far as that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appointment {
    /// The wall clock's time in `zone`, or in the user's own.
    pub time: Option<NaiveTime>,
    /// An IANA name such as "Europe/Berlin".
    pub zone: Option<Line>,
    /// Where.
    pub place: Option<Line>,
    /// The address of the call.
    pub link: Option<SafeLink>,
}

impl From<&Interview> for Appointment {
    fn from(booking: &Interview) -> Self {
        Self {
            time: booking.time,
            zone: booking.zone.clone(),
            place: booking.place.clone(),
            link: booking.link.clone(),
        }
    }
}

impl Trigger {
    /// The day that is waited for whatever comes of it: one that they named, that of a booked interview, a posting's last.
    pub const fn day_ahead(&self) -> Option<NaiveDate> {
        match self {
            Self::Promised { date, .. } => Some(*date),
            Self::Interviewed { on, logged: false, .. } => Some(*on),
            Self::Applied { closes, .. } => *closes,
            _ => None,
        }
    }

    /// Whether what comes of it rests with the user alone: nobody is waited for.
    pub const fn rests_with_user(&self) -> bool {
        matches!(
            self,
            Self::Saved { .. } | Self::Undertook { .. } | Self::Offered { written: true, .. }
        )
    }
}

/// What moves a follow-up from its rule's own date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hold {
    /// The user moved it.
    Snoozed {
        /// To when.
        to: NaiveDate,
    },
    /// The user set a day of their own.
    Pinned {
        /// Which.
        to: NaiveDate,
    },
    /// They named a day, and that has to pass first.
    Promise {
        /// Which.
        date: NaiveDate,
    },
    /// Somebody at the same company was asked a short while ago.
    SameCompany {
        /// When.
        asked: NaiveDate,
    },
    /// Nobody likes to be asked on that day of the week.
    SoftWeekday,
}

/// Why nothing is due on an open application, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// Until when; unknown where it hangs on somebody else.
    pub until: Option<NaiveDate>,
    /// What for.
    pub reason: WaitReason,
}

/// What an open application waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaitReason {
    /// The day of its next follow-up has not come.
    NotYet {
        /// What set that follow-up off.
        trigger: Trigger,
    },
    /// They asked not to be contacted.
    DoNotContact,
    /// Another application at the same company comes first.
    BehindAnother {
        /// Which.
        application: ApplicationId,
        /// What it waits for first, where that is a day of its own: see [`Trigger::day_ahead`].
        trigger: Option<Trigger>,
    },
    /// They wait for the user's answer.
    AnswerWanted {
        /// Since when.
        since: NaiveDate,
    },
    /// The user has not applied yet.
    NotApplied,
    /// The user wanted no more reminders.
    Retired,
    /// The offer is on the table.
    OfferOpen,
    /// No rule has anything to say.
    Nothing,
}

/// One open application on the agenda, with what a row shows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Which.
    pub application: ApplicationId,
    /// The job's title.
    pub title: Option<Line>,
    /// Who hires.
    pub company: Option<Line>,
    /// How far it has come.
    pub stage: Stage,
    /// What is or will be due, ordered by date.
    pub follow_ups: Vec<FollowUp>,
    /// What it waits for while nothing is due.
    pub wait: Option<Wait>,
}

/// Whose move it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// The user's: something is due, or somebody waits for the user.
    Mine,
    /// The employer's: they are waited for.
    Theirs,
    /// Nobody's: it has ended, or nothing is expected of anybody.
    Nobodys,
}

impl Outlook {
    /// Whose move it is on `day`.
    pub fn turn(&self, day: NaiveDate) -> Turn {
        if self.follow_ups.iter().any(|follow_up| follow_up.is_due(day)) {
            return Turn::Mine;
        }
        match self.wait.as_ref().map(|wait| &wait.reason) {
            Some(WaitReason::AnswerWanted { .. } | WaitReason::OfferOpen) => Turn::Mine,
            Some(WaitReason::NotYet { trigger }) if trigger.rests_with_user() => Turn::Mine,
            Some(WaitReason::NotYet { .. } | WaitReason::DoNotContact | WaitReason::BehindAnother { .. }) => {
                Turn::Theirs
            }
            _ => Turn::Nobodys,
        }
    }

    /// The next day on which something is or was the user's move: what is due by `day` first, the earliest of it.
    pub fn next(&self, day: NaiveDate) -> Option<NaiveDate> {
        let stands = |follow_up: &&FollowUp| follow_up.fades.is_none_or(|fades| day < fades);
        let days = self.follow_ups.iter().filter(stands).map(|follow_up| follow_up.due);
        days.min().or_else(|| self.wait.as_ref()?.until)
    }

    /// On which day they said by when they decide, and by when, where the next check-in waits for that: since the interview that a follow-up
    /// hangs on.
    pub fn decision_named(&self, follow_up: &FollowUp) -> Option<(NaiveDate, NaiveDate)> {
        let Trigger::Interviewed { on, .. } = follow_up.reason.trigger else {
            return None;
        };
        let waits_for = match self.wait.as_ref().map(|wait| &wait.reason) {
            Some(WaitReason::NotYet { trigger }) => Some(trigger),
            Some(WaitReason::BehindAnother { trigger, .. }) => trigger.as_ref(),
            _ => None,
        };
        let triggers = self.follow_ups.iter().map(|other| &other.reason.trigger);
        triggers.chain(waits_for).find_map(|trigger| match trigger {
            Trigger::Promised {
                of: PromiseOf::Word,
                date,
                said,
            } if *said >= on => Some((*said, *date)),
            _ => None,
        })
    }

    /// At which company.
    pub fn company_key(&self) -> Option<CompanyKey> {
        CompanyKey::new(self.company.as_ref()?.as_str())
    }

    /// Whether the application has ended and all that was still to be done about it has faded by `day`.
    pub fn is_over(&self, day: NaiveDate) -> bool {
        let mut follow_ups = self.follow_ups.iter();
        matches!(self.stage, Stage::Ended(_))
            && follow_ups.all(|follow_up| follow_up.fades.is_some_and(|fades| fades <= day))
    }
}

/// All follow-ups and all waits of all open applications, ordered by application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// One for each open application, and for each ended one on which something is still due.
    pub outlooks: Vec<Outlook>,
}

impl Agenda {
    /// What is the user's move on `day`, the most pressing first: questions of theirs, then whatever else somebody waits for; late before due,
    /// then by date, then by rule.
    pub fn due(&self, day: NaiveDate) -> Vec<(&Outlook, &FollowUp)> {
        let mut due: Vec<_> = self
            .outlooks
            .iter()
            .flat_map(|outlook| outlook.follow_ups.iter().map(move |follow_up| (outlook, follow_up)))
            .filter(|(_, follow_up)| follow_up.is_due(day))
            .collect();
        sort_by_key(&mut due, |(_, follow_up)| {
            (
                follow_up.rule() != RuleId::R1,
                !follow_up.rule().is_urgent(),
                !follow_up.is_overdue(day),
                follow_up.due,
                follow_up.key.clone(),
            )
        });
        due
    }

    /// The next day after `day` on which something becomes due, late or fades: the badge may change then.
    pub fn next_change(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.outlooks
            .iter()
            .flat_map(|outlook| &outlook.follow_ups)
            .flat_map(|follow_up| [Some(follow_up.due), follow_up.overdue, follow_up.fades])
            .flatten()
            .filter(|date| *date > day)
            .min()
    }
}
