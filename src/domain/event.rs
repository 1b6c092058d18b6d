//! What happened, in the past tense. An application is the set of its events.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::{
    ApplicationId, Channel, Contact, Employment, EventId, FollowUpKey, Line, Pay, PersonKey, Posting, Prose, SafeLink,
    Workplace,
};

/// One thing that happened to one application. Never edited: [`What::Corrected`] replaces a field, [`What::Voided`]
/// undoes an event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// Its identity.
    pub id: EventId,
    /// The application it belongs to.
    pub application: ApplicationId,
    /// The civil date on which it happened, which may lie before the day it was written down.
    pub on: NaiveDate,
    /// The instant at which it was written down.
    pub logged: DateTime<Utc>,
    /// What happened.
    pub what: What,
    /// What a newer version wrote beside it.
    pub carried: Carried,
}

/// Fields that this version does not know, exactly as a newer version wrote them; opaque here, kept by the archive.
/// Empty if there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Carried(pub String);

/// The kinds of event. What they did, what the user did, how the user steers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// They invited to an interview, with or without a day.
    Invited(Interview),
    /// They moved an interview.
    Rescheduled {
        /// The [`What::Invited`] that is moved.
        interview: EventId,
        /// Its new form.
        to: Interview,
    },
    /// They called an interview off.
    Cancelled {
        /// The [`What::Invited`] that is called off.
        interview: EventId,
    },
    /// They did not come to an agreed interview or call.
    Missed {
        /// The [`What::Invited`] that they missed, where there is one.
        interview: Option<EventId>,
    },
    /// An interview took place. Its day is the event's own.
    Interviewed {
        /// The [`What::Invited`] that it fulfils, where there is one.
        interview: Option<EventId>,
        /// What kind of interview it was.
        round: Round,
        /// Who asked the questions.
        people: Vec<Contact>,
        /// How it went, for the user alone.
        note: Option<Prose>,
    },
    /// Somebody said what they would do by when.
    Promised(Promise),
    /// The employer said how they wish to be reached. A wish belongs to the day on which it was said.
    Preferred {
        /// Whose wish; everybody's if unsaid.
        person: Option<Line>,
        /// The channel they like.
        channel: Option<Channel>,
        /// The channels they refuse.
        refused: Vec<Channel>,
        /// `true`: "don't contact me, I'll contact you". `false`: the user lifts that. Unsaid: as before.
        do_not_contact: Option<bool>,
    },
    /// They wrote or called.
    Heard {
        /// Whether they wait for an answer.
        asks: bool,
        /// By when they want it.
        answer_by: Option<NaiveDate>,
        /// What they said.
        note: Option<Prose>,
    },
    /// They offered the job.
    Offered {
        /// In writing, or by word of mouth.
        written: bool,
        /// By when they want an answer.
        answer_by: Option<NaiveDate>,
    },
    /// They said no.
    Rejected {
        /// What they said.
        note: Option<Prose>,
    },

    /// The user kept a posting.
    Captured {
        /// What the page said.
        posting: Box<Posting>,
    },
    /// The user applied.
    Applied {
        /// Which version of the CV went with it.
        cv: Option<Line>,
    },
    /// Somebody referred the user.
    Referred {
        /// Who.
        by: Contact,
    },
    /// The user wrote to somebody who may know of something.
    Networked {
        /// To whom.
        with: Contact,
    },
    /// The user sent a thank-you.
    Thanked {
        /// To whom; to everybody of the interview if unsaid.
        whom: Option<Line>,
        /// For which interview: the [`What::Interviewed`] or [`What::Invited`]; for the latest with that person if unsaid.
        interview: Option<EventId>,
    },
    /// The user asked where things stand.
    CheckedIn {
        /// Whom.
        whom: Option<Line>,
        /// How.
        channel: Option<Channel>,
    },
    /// The user answered them.
    Replied {
        /// What the user said.
        note: Option<Prose>,
    },
    /// The user took something on: a task, references, documents.
    Undertook {
        /// What.
        what: Line,
        /// By when.
        by: NaiveDate,
    },
    /// The user handed in what they had taken on.
    Delivered {
        /// The [`What::Undertook`] that is done.
        undertaking: EventId,
    },
    /// The user accepted the offer.
    Accepted {},
    /// The user declined the offer.
    Declined {},
    /// The user withdrew.
    Withdrew {},

    /// The user put the application away.
    Closed {
        /// Why.
        why: Closing,
    },
    /// The user took it up again.
    Reopened {},
    /// The user moved one follow-up to a later day.
    Snoozed {
        /// Which.
        follow_up: FollowUpKey,
        /// To when.
        to: NaiveDate,
    },
    /// The user set a day of their own for one follow-up.
    Pinned {
        /// Which.
        follow_up: FollowUpKey,
        /// The day.
        to: NaiveDate,
    },
    /// The user let one follow-up go.
    Skipped {
        /// Which.
        follow_up: FollowUpKey,
    },
    /// The user wants no reminders for this application until the employer acts.
    Retired {},
    /// The user keeps in touch after a no.
    KeptWarm {},
    /// The user wrote something down.
    Noted {
        /// What.
        text: Prose,
    },
    /// The user noted a point of an interview to come back to in the thank-you.
    Remembered {
        /// Of which interview: the [`What::Interviewed`] or [`What::Invited`]; of the latest by that day if unsaid.
        interview: Option<EventId>,
        /// The point, as it becomes part of a sentence.
        point: Line,
    },
    /// The user put a field right.
    Corrected(Correction),
    /// The user undid an event.
    Voided {
        /// Which.
        event: EventId,
    },
    /// Two applications turned out to be one: this one now belongs to the other.
    Joined {
        /// The other.
        into: ApplicationId,
    },
    /// They turned out to be two after all.
    Parted {
        /// The other.
        from: ApplicationId,
    },
    /// Another application turned out to be this one: what happened there was written down here as well.
    Included {
        /// The other.
        other: ApplicationId,
    },
    /// The user deleted a person from the application: of what was written down before, nothing tells of them any more.
    Forgot {
        /// Who.
        person: PersonKey,
    },
    /// The user deleted the application. Nothing but this is left of it.
    Erased {},

    /// A kind that only a newer version knows; [`Event::carried`] holds all of it.
    Unknown {
        /// Its name.
        kind: String,
    },
}

/// What is known of an interview that is to come.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interview {
    /// The day; unknown while they look for one.
    pub day: Option<NaiveDate>,
    /// The wall clock's time in `zone`, or in the user's own.
    pub time: Option<NaiveTime>,
    /// An IANA name such as "Europe/Berlin".
    pub zone: Option<Line>,
    /// Where.
    pub place: Option<Line>,
    /// The address of the call.
    pub link: Option<SafeLink>,
    /// What kind of interview.
    pub round: Round,
    /// Who will ask the questions.
    pub people: Vec<Contact>,
    /// How long it is to last, in minutes.
    pub minutes: Option<u16>,
    /// By what the calendar file is known by which they invited, so that a later one moves this interview.
    pub invitation: Option<Line>,
    /// Stands for what that file said, so that it is known when it comes once more, whatever was put right here.
    pub said: Option<Line>,
}

/// What kind of interview it is; manners differ for the first and the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Round {
    /// A recruiter's or HR's first call.
    Screen,
    /// Any round with the people who decide.
    #[default]
    Middle,
    /// The one after which they decide.
    Final,
}

/// A promise of word, of a call, or of something written by a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Promise {
    /// Who promised.
    pub by: PromiseBy,
    /// What.
    pub of: PromiseOf,
    /// By when. Never moved, whatever day it falls on.
    pub date: NaiveDate,
}

/// Who promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PromiseBy {
    /// They did.
    #[default]
    Employer,
    /// The user did.
    User,
}

/// What was promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PromiseOf {
    /// Word of where things stand, or the decision.
    #[default]
    Word,
    /// "Call me on the 14th": the user is to call on that very day.
    Call,
    /// The offer in writing.
    WrittenOffer,
}

/// Why the user closed an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closing {
    /// They never answered.
    NoAnswer,
    /// The posting is gone or filled.
    PostingGone,
    /// The user lost interest.
    NotInterested,
}

/// A field that the user put right. `None` says that the field is not known after all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Correction {
    /// The job's title.
    Title(Option<Line>),
    /// Who hires.
    Company(Option<Line>),
    /// Places of work.
    Places(Vec<Line>),
    /// On site, hybrid or remote.
    Workplace(Option<Workplace>),
    /// Kinds of contract.
    Employment(Vec<Employment>),
    /// Pay.
    Pay(Option<Pay>),
    /// The day it was posted.
    Posted(Option<NaiveDate>),
    /// The last day to apply.
    Closes(Option<NaiveDate>),
    /// The employer's number for it.
    Reference(Option<Line>),
    /// Its address.
    Address(Option<SafeLink>),
    /// Where to apply.
    Apply(Option<SafeLink>),
    /// The person to write to.
    Contact(Option<Contact>),
    /// The language in which it is written, a BCP 47 tag.
    Language(Option<Line>),
    /// The day on which an event happened.
    EventDay {
        /// Which event.
        event: EventId,
        /// The right day.
        on: NaiveDate,
    },
}

impl Correction {
    /// The field that it puts right, by its name in a posting; an event's day by its own.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Title(_) => "title",
            Self::Company(_) => "company",
            Self::Places(_) => "places",
            Self::Workplace(_) => "workplace",
            Self::Employment(_) => "employment",
            Self::Pay(_) => "pay",
            Self::Posted(_) => "posted",
            Self::Closes(_) => "closes",
            Self::Reference(_) => "reference",
            Self::Address(_) => "address",
            Self::Apply(_) => "apply",
            Self::Contact(_) => "contact",
            Self::Language(_) => "language",
            Self::EventDay { .. } => "event_day",
        }
    }
}

/// Who acted, which decides the order of what happened on one day: what the user sent out, what the employer did, how the
/// user responded, how the user steers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SameDayRank {
    /// The user sent something out.
    Sent,
    /// The employer acted.
    Employer,
    /// The user responded.
    Responded,
    /// The user steered.
    Steered,
}

impl What {
    /// What is written down where they said nothing, or nothing more, of how to stay in touch.
    pub const UNSAID: Self = Self::Preferred {
        person: None,
        channel: None,
        refused: Vec::new(),
        do_not_contact: None,
    };

    /// Whether it is [`What::UNSAID`].
    pub fn is_unsaid(&self) -> bool {
        *self == Self::UNSAID
    }

    /// Where an event of this kind stands among those of its day.
    pub const fn same_day_rank(&self) -> SameDayRank {
        match self {
            Self::Captured { .. }
            | Self::Applied { .. }
            | Self::Referred { .. }
            | Self::Networked { .. }
            | Self::CheckedIn { .. } => SameDayRank::Sent,
            Self::Invited(_)
            | Self::Rescheduled { .. }
            | Self::Cancelled { .. }
            | Self::Missed { .. }
            | Self::Interviewed { .. }
            | Self::Promised(_)
            | Self::Preferred { .. }
            | Self::Heard { .. }
            | Self::Offered { .. }
            | Self::Rejected { .. } => SameDayRank::Employer,
            Self::Thanked { .. }
            | Self::Replied { .. }
            | Self::Undertook { .. }
            | Self::Delivered { .. }
            | Self::Accepted {}
            | Self::Declined {}
            | Self::Withdrew {} => SameDayRank::Responded,
            Self::Closed { .. }
            | Self::Reopened {}
            | Self::Snoozed { .. }
            | Self::Pinned { .. }
            | Self::Skipped { .. }
            | Self::Retired {}
            | Self::KeptWarm {}
            | Self::Noted { .. }
            | Self::Remembered { .. }
            | Self::Corrected(_)
            | Self::Voided { .. }
            | Self::Joined { .. }
            | Self::Parted { .. }
            | Self::Included { .. }
            | Self::Forgot { .. }
            | Self::Erased {}
            | Self::Unknown { .. } => SameDayRank::Steered,
        }
    }
}
