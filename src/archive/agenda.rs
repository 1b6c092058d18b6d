//! The agenda's records: one command changes one sheet or two of it, a popup reads all.

use chrono::NaiveDate;
use xxhash_rust::xxh3::xxh3_64;

use super::envelope::unwrap;
use super::form::{Form, Object, choice, read, record, write_text};
use super::parts::first;
use super::{Damage, Kind, Record, Tree};
use crate::domain::order::sort_by_key;
use crate::domain::{
    Application, ApplicationId, Appointment, CheckInTrack, CompanyKey, Ending, FollowUp, Hold, Outlook, Reason, Span,
    Stage, Trigger, Wait, WaitReason, day,
};

/// In how many sheets the agenda is kept: a command that changes one of three hundred outlooks rewrites ten of them.
pub(super) const SHEETS: u8 = 32;

/// What of a sheet is written first, to be read by itself.
const SPANS: &str = "spans";
/// The body of a sheet with nothing on it.
pub(super) const EMPTY: &str = r#"{"spans":[],"outlooks":[]}"#;

/// Some of the agenda: what the applications have on it at some of the companies. All that are open at one company are on one sheet, so
/// that a command finds there what has to be planned together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Ordered by application.
    pub outlooks: Vec<Outlook>,
}

impl Sheet {
    /// The number of the sheet that an application is on.
    pub fn number(application: &Application) -> u8 {
        number(application.id, application.company_key().as_ref())
    }

    /// The number of the sheet that an outlook stands on.
    pub fn of(outlook: &Outlook) -> u8 {
        number(outlook.application, outlook.company_key().as_ref())
    }

    /// The numbers of all.
    pub fn numbers() -> impl Iterator<Item = u8> {
        0..SHEETS
    }

    /// All sheets, in the order of their numbers, with `outlooks` on them, which are ordered by application.
    pub fn all(outlooks: &[Outlook]) -> Vec<(u8, Self)> {
        let mut sheets: Vec<(u8, Self)> = Self::numbers().map(|number| (number, Self::default())).collect();
        for outlook in outlooks {
            if let Some((_, sheet)) = sheets.get_mut(usize::from(Self::of(outlook))) {
                sheet.outlooks.push(outlook.clone());
            }
        }
        sheets
    }

    /// From when until when each thing on it is due. What these are is not read: of hundreds of applications that takes long.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn spans(sealed: &str) -> Result<Vec<Span>, Damage> {
        let body = unwrap(Kind::Agenda, sealed)?;
        let spans = first(&body, SPANS).and_then(read);
        spans.ok_or(Damage::Unreadable)
    }

    /// Puts those of `outlooks` that belong on this sheet in the place of those of `applications`, each of which may have none any more.
    /// What is over by `today` is not kept: a sheet holds what is open, and not what ever was.
    pub fn replace(&mut self, number: u8, applications: &[ApplicationId], outlooks: &[Outlook], today: NaiveDate) {
        let known = &mut self.outlooks;
        known.retain(|outlook| !applications.contains(&outlook.application));
        known.extend(outlooks.iter().filter(|outlook| Self::of(outlook) == number).cloned());
        known.retain(|outlook| !outlook.is_over(today));
        sort_by_key(known, |outlook| outlook.application);
    }
}

/// Where no company is known, each application is by itself.
fn number(application: ApplicationId, company: Option<&CompanyKey>) -> u8 {
    let hash = company.map_or_else(
        || xxh3_64(application.bytes()),
        |company| xxh3_64(company.as_str().as_bytes()),
    );
    let [first, ..] = hash.to_le_bytes();
    first % SHEETS
}

impl Record for Sheet {
    const KIND: Kind = Kind::Agenda;
}

impl Form for Sheet {
    fn write(&self, out: &mut String) {
        let follow_ups = self.outlooks.iter().flat_map(|outlook| &outlook.follow_ups);
        let spans: Vec<Span> = follow_ups.map(FollowUp::span).collect();
        let mut object = Object::begin(out);
        spans.write(object.name(SPANS));
        self.outlooks.write(object.name("outlooks"));
        object.end();
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let outlooks = tree.as_object()?.get("outlooks")?;
        Vec::read(outlooks).map(|outlooks| Self { outlooks })
    }
}

/// `2026-10-27`, and where it fades `2026-10-27/2026-11-03`.
impl Form for Span {
    fn write(&self, out: &mut String) {
        let due = self.due.to_string();
        let text = self.fades.map_or(due.clone(), |fades| format!("{due}/{fades}"));
        write_text(&text, out);
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let text = tree.as_text()?;
        let (due, fades) = match text.split_once('/') {
            Some((due, fades)) => (due, Some(day::date(fades)?)),
            None => (text, None),
        };
        let due = day::date(due)?;
        Some(Self { due, fades })
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

record!(Appointment {
    time,
    zone,
    place,
    link
});

choice!(Trigger {
    "interviewed" = Interviewed { on, round, logged, at },
    "applied" = Applied { on, closes },
    "heard" = Heard { on },
    "promised" = Promised { of, date, said },
    "checked_in" = CheckedIn { on },
    "silent" = Silent { since, asked, skipped, do_not_contact },
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
    "behind_another" = BehindAnother { application, trigger },
    "answer_wanted" = AnswerWanted { since },
    "not_applied" = NotApplied,
    "retired" = Retired,
    "offer_open" = OfferOpen,
    "nothing" = Nothing,
});
