//! The agenda's record.

use serde_json::Value;

use super::form::{Form, choice, record};
use super::{Kind, Record};
use crate::domain::{Agenda, CheckInTrack, Ending, FollowUp, Hold, Outlook, Reason, Stage, Trigger, Wait, WaitReason};

impl Record for Agenda {
    const KIND: Kind = Kind::Agenda;
}

impl Form for Agenda {
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
