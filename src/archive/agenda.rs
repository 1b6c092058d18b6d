//! The agenda's records: one command changes one sheet or two of it, a popup reads all.

use serde_json::Value;

use super::form::{Form, choice, record};
use super::{Kind, Record};
use crate::domain::order::sort_by_key;
use crate::domain::{
    ApplicationId, CheckInTrack, Ending, FollowUp, Hold, Outlook, Reason, Stage, Trigger, Wait, WaitReason,
};

/// In how many sheets the agenda is kept: a command that changes one of three hundred outlooks rewrites ten of them.
const SHEETS: u8 = 32;

/// Some of the agenda: what the applications have on it whose identities end alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Ordered by application.
    pub outlooks: Vec<Outlook>,
}

impl Sheet {
    /// The number of the sheet that an application is on.
    pub fn number(application: ApplicationId) -> u8 {
        let [.., last] = application.bytes();
        last % SHEETS
    }

    /// The numbers of all.
    pub fn numbers() -> impl Iterator<Item = u8> {
        0..SHEETS
    }

    /// What of `outlooks`, which are ordered by application, belongs on a sheet.
    pub fn of(number: u8, outlooks: &[Outlook]) -> Self {
        let outlooks = outlooks.iter();
        let own = outlooks.filter(|outlook| Self::number(outlook.application) == number);
        Self {
            outlooks: own.cloned().collect(),
        }
    }

    /// Puts those of `outlooks` that belong on this sheet in the place of those of `applications`, each of which may have none any more.
    pub fn replace(&mut self, number: u8, applications: &[ApplicationId], outlooks: &[Outlook]) {
        let known = &mut self.outlooks;
        known.retain(|outlook| !applications.contains(&outlook.application));
        known.extend(Self::of(number, outlooks).outlooks);
        sort_by_key(known, |outlook| outlook.application);
    }
}

impl Record for Sheet {
    const KIND: Kind = Kind::Agenda;
}

impl Form for Sheet {
    fn write(&self, out: &mut String) {
        self.outlooks.write(out);
    }

    fn read(tree: &Value) -> Option<Self> {
        Vec::read(tree).map(|outlooks| Self { outlooks })
    }
}

record!(Outlook {
    application,
    title,
    company,
    stage,
    follow_ups,
    wait
});

choice!(Stage {
    "saved" = Saved,
    "applied" = Applied,
    "in_touch" = InTouch,
    "interviewing" = Interviewing,
    "offered" = Offered,
    "ended" = Ended(ending),
});

choice!(Ending {
    "rejected" = Rejected,
    "accepted" = Accepted,
    "declined" = Declined,
    "withdrawn" = Withdrawn,
    "closed" = Closed,
    "joined" = Joined,
    "erased" = Erased,
});

record!(FollowUp {
    key,
    due,
    overdue,
    fades,
    cap,
    to,
    channel,
    reason
});

record!(Reason {
    trigger,
    own_date,
    holds,
    check_ins
});

record!(CheckInTrack { used, cap });

choice!(Trigger {
    "interviewed" = Interviewed { on, round, logged },
    "applied" = Applied { on, closes },
    "heard" = Heard { on },
    "promised" = Promised { of, date, said },
    "checked_in" = CheckedIn { on },
    "silent" = Silent { since, do_not_contact },
    "asked" = Asked { on, answer_by, invited },
    "referred" = Referred { on },
    "networked" = Networked { on },
    "missed" = Missed { on },
    "rejected" = Rejected { on },
    "offered" = Offered { on, written, answer_by },
    "kept_warm" = KeptWarm { since },
    "saved" = Saved { on, closes },
    "undertook" = Undertook { what, by },
});

choice!(Hold {
    "snoozed" = Snoozed { to },
    "pinned" = Pinned { to },
    "promise" = Promise { date },
    "same_company" = SameCompany { asked },
    "soft_weekday" = SoftWeekday,
});

record!(Wait { until, reason });

choice!(WaitReason {
    "not_yet" = NotYet { trigger },
    "do_not_contact" = DoNotContact,
    "behind_another" = BehindAnother { application },
    "answer_wanted" = AnswerWanted { since },
    "not_applied" = NotApplied,
    "retired" = Retired,
    "offer_open" = OfferOpen,
    "nothing" = Nothing,
});
