//! The digest of one application: when it came how far.

use chrono::NaiveDate;

use crate::domain::{Application, Closing, Ending, Event, Stage, What};

/// How far an application can come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// The user applied.
    Applied,
    /// They answered, be it with a no.
    Answered,
    /// They invited to an interview, or it took place.
    Interview,
    /// They offered the job.
    Offer,
    /// The user accepted.
    Accepted,
}

/// How an application stands, or how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It has not ended.
    Open,
    /// They said no.
    Rejected,
    /// No word came, or the posting went away, and the user closed it.
    Silent,
    /// The user withdrew, declined, or lost interest.
    Left,
    /// The user accepted.
    Accepted,
}

/// What is looked at of an application: when the user applied, when they answered, in which stages it stood from when on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Track {
    /// The day on which the user applied, the first if they applied again.
    pub applied: NaiveDate,
    /// The day of their first word after that, a no included.
    pub answered: Option<NaiveDate>,
    /// The day of the first check-in after that.
    pub asked: Option<NaiveDate>,
    /// From when on it stood in each stage in which it stood, up to the offer: in some it may never have.
    pub since: [Option<NaiveDate>; 4],
    /// How far it came. Who comes to an offer is taken to have come as far as an interview.
    pub reached: Milestone,
    /// How it stands.
    pub outcome: Outcome,
    /// The day on which it ended.
    pub over: Option<NaiveDate>,
}

impl Milestone {
    /// In order.
    pub const ALL: [Self; 5] = [
        Self::Applied,
        Self::Answered,
        Self::Interview,
        Self::Offer,
        Self::Accepted,
    ];

    /// Those in which an application can stand, waiting for what comes next.
    pub const STAGES: [Self; 4] = [Self::Applied, Self::Answered, Self::Interview, Self::Offer];

    /// The stage in which an application stands by an event after the user applied. A no is an end, and no stage.
    fn stage(event: &Event, application: &Application) -> Option<Self> {
        match &event.what {
            // An interview that was called off for good is a word from them.
            What::Invited(_) if application.is_called_off(event.id) => Some(Self::Answered),
            What::Rescheduled { interview, .. } if application.is_called_off(*interview) => Some(Self::Answered),
            What::Invited(_) | What::Rescheduled { .. } | What::Missed { .. } | What::Interviewed { .. } => {
                Some(Self::Interview)
            }
            What::Offered { .. } => Some(Self::Offer),
            What::Rejected { .. } => None,
            what if what.is_employer_act() => Some(Self::Answered),
            _ => None,
        }
    }
}

impl Track {
    /// The digest of an application; `None` if the user never applied, if it is gone, or if it is a part of another.
    ///
    /// What was before the user applied is no answer to that.
    pub fn of(application: &Application) -> Option<Self> {
        if matches!(application.stage, Stage::Ended(Ending::Erased | Ending::Joined)) {
            return None;
        }
        let applies = |event: &Event| matches!(event.what, What::Applied { .. });
        let first = application.history.iter().find(|event| applies(event))?;
        let (outcome, over) = outcome(application);
        let over = over.map(|over| over.max(first.on));
        let mut track = Self {
            applied: first.on,
            answered: None,
            asked: None,
            since: [Some(first.on), None, None, None],
            reached: Milestone::Applied,
            outcome,
            over,
        };
        for event in application.since(first.id) {
            track.go_on(event, application);
        }
        // What can be accepted or declined was offered, also where nobody wrote that down.
        track.reached = match application.stage {
            Stage::Ended(Ending::Accepted) => Milestone::Accepted,
            Stage::Ended(Ending::Declined) => Milestone::Offer,
            _ => track.reached,
        };
        if track.reached > Milestone::Answered {
            track.answered = track.answered.or(over);
        }
        Some(track)
    }

    fn go_on(&mut self, event: &Event, application: &Application) {
        if event.what.is_employer_act() {
            self.answered = self.answered.or(Some(event.on));
            self.reached = self.reached.max(Milestone::Answered);
        }
        if matches!(event.what, What::CheckedIn { .. }) {
            self.asked = self.asked.or(Some(event.on));
        }
        let Some(stage) = Milestone::stage(event, application) else {
            return;
        };
        // Where they missed an interview, they had agreed on one.
        self.answered = self.answered.or(Some(event.on));
        self.reached = self.reached.max(stage);
        let stages = Milestone::STAGES.into_iter().zip(&mut self.since);
        let mut from_it_on = stages.filter(|(known, _)| *known >= stage);
        // It never goes back to an earlier one.
        if let Some((_, since)) = from_it_on.next()
            && since.is_none()
            && from_it_on.all(|(_, since)| since.is_none())
        {
            *since = Some(event.on);
        }
    }

    /// The day on which nothing was waited for any more by the user's own will.
    pub fn left(&self) -> Option<NaiveDate> {
        self.over.filter(|_| self.outcome == Outcome::Left)
    }
}

/// How it stands, and since when it is over.
fn outcome(application: &Application) -> (Outcome, Option<NaiveDate>) {
    let Stage::Ended(ending) = application.stage else {
        return (Outcome::Open, None);
    };
    let mut history = application.history.iter();
    let ends = |event: &&Event| match ending {
        Ending::Rejected => matches!(event.what, What::Rejected { .. }),
        Ending::Accepted => event.what == What::Accepted {},
        Ending::Declined => event.what == What::Declined {},
        Ending::Withdrawn => event.what == What::Withdrew {},
        _ => matches!(event.what, What::Closed { .. }),
    };
    let end = history.rfind(ends);
    let outcome = match (ending, end.map(|event| &event.what)) {
        (Ending::Rejected, _) => Outcome::Rejected,
        (Ending::Accepted, _) => Outcome::Accepted,
        (Ending::Closed, Some(What::Closed { why })) if *why != Closing::NotInterested => Outcome::Silent,
        _ => Outcome::Left,
    };
    (outcome, end.map(|event| event.on))
}

/// How many days there are from one day to another; none if that is not later.
pub(super) fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    let days = to.signed_duration_since(from).num_days();
    u32::try_from(days.max(0)).unwrap_or(u32::MAX)
}
