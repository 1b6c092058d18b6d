//! What is not as wished, in words that say what the user can do.

use super::voice::joined;
use super::{Voice, Word};
use crate::domain::{Fault, PLACEHOLDERS, Refusal, Warning};

/// A fault in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What happened.
    pub text: String,
    /// What the user can do.
    pub advice: String,
    /// The browser's own words, for a report; empty where there are none.
    pub detail: String,
}

impl Voice<'_> {
    /// Why the domain said no, and what can be done.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::UnknownApplication => self.text(Word::RefusedUnknownApplication),
            Refusal::Deleted => self.text(Word::RefusedDeleted),
            Refusal::UnknownEvent => self.text(Word::RefusedUnknownEvent),
            Refusal::AlreadyUndone => self.text(Word::RefusedAlreadyUndone),
            Refusal::NothingToKeep => self.text(Word::RefusedNothingToKeep),
            Refusal::AlreadyKept => self.text(Word::RefusedAlreadyKept),
            Refusal::AlreadyApplied { on } => self.say(Word::RefusedAlreadyApplied, &[("on", &self.on_date(*on))]),
            Refusal::AlreadySent => self.text(Word::RefusedAlreadySent),
            Refusal::Ended => self.text(Word::RefusedEnded),
            Refusal::Joined => self.text(Word::RefusedJoined),
            Refusal::NotEnded => self.text(Word::RefusedNotEnded),
            Refusal::InTheFuture => self.text(Word::RefusedInTheFuture),
            Refusal::OddDay => self.text(Word::RefusedOddDay),
            Refusal::PromiseInThePast => self.text(Word::RefusedPromiseInThePast),
            Refusal::SnoozeNotAhead => self.text(Word::RefusedSnoozeNotAhead),
            Refusal::SnoozePastAnswer { answer_by } => {
                self.say(Word::RefusedSnoozePastAnswer, &[("date", &self.date(*answer_by))])
            }
            Refusal::PinBeforePromise { promised } => {
                self.say(Word::RefusedPinBeforePromise, &[("date", &self.date(*promised))])
            }
            Refusal::NoSuchFollowUp => self.text(Word::RefusedNoSuchFollowUp),
            Refusal::Unreadable { field: "pay" } => {
                self.say(Word::RefusedUnreadablePay, &[("pay", &self.pay_example())])
            }
            Refusal::Unreadable { field: "time" } => {
                self.say(Word::RefusedUnreadableTime, &[("time", &self.words.clock(14, 30))])
            }
            Refusal::Unreadable { field: "day_begins" } => {
                self.say(Word::RefusedUnreadableHour, &[("time", &self.words.clock(8, 0))])
            }
            Refusal::Unreadable { field } => self.text(match *field {
                "posted" | "closes" | "on" | "applied_on" | "decide_by" | "to" | "day" | "by" | "answer_by"
                | "written_by" => Word::RefusedUnreadableDay,
                "language" => Word::RefusedUnreadableLanguage,
                "from_day" | "to_day" => Word::RefusedNoSuchDay,
                "value" => Word::RefusedNoNumber,
                "link" | "address" | "apply" => Word::RefusedUnreadableLink,
                "contact_email" | "email" => Word::RefusedUnreadableEmail,
                "zone" => Word::RefusedUnknownZone,
                "answers" => Word::RefusedNoAnswer,
                "what" | "note" | "person" | "days" | "subject" | "body" => Word::RefusedEmpty,
                _ => Word::RefusedUnreadable,
            }),
            Refusal::NotSelected { .. } => self.text(Word::RefusedNotSelected),
            Refusal::UnknownPlaceholder { name } => {
                let known = PLACEHOLDERS.map(|(_, known)| in_braces(known));
                let known = self.list(&known.each_ref().map(String::as_str));
                let name = in_braces(name.as_str());
                self.say(Word::RefusedUnknownPlaceholder, &[("name", &name), ("known", &known)])
            }
            Refusal::UncertainPlaceholder { name } => self.say(
                Word::RefusedUncertainPlaceholder,
                &[("name", &in_braces(name.as_str()))],
            ),
            Refusal::Unpaired => self.text(Word::RefusedUnpaired),
            Refusal::OutOfBounds { least, most } => self.say(
                Word::RefusedOutOfBounds,
                &[("least", &least.to_string()), ("most", &most.to_string())],
            ),
            Refusal::NoDayInLine(line) => self.say(Word::RefusedNoDayInLine, &[("line", &line.to_string())]),
            Refusal::SeveralDaysInLine(line) => {
                self.say(Word::RefusedSeveralDaysInLine, &[("line", &line.to_string())])
            }
            Refusal::FarDayInLine(line) => self.say(Word::RefusedFarDayInLine, &[("line", &line.to_string())]),
            Refusal::TooManyDays => self.text(Word::RefusedTooManyDays),
            Refusal::TooQuiet => self.text(Word::RefusedTooQuiet),
            Refusal::NoCalendar => self.text(Word::RefusedNoCalendar),
            Refusal::TooLarge => self.text(Word::RefusedTooLarge),
            Refusal::NoBackup => self.text(Word::RefusedNoBackup),
            Refusal::LongBackup => self.text(Word::RefusedLongBackup),
            Refusal::LongTogether => self.text(Word::RefusedLongTogether),
            Refusal::NotUtf8 => self.text(Word::RefusedNotUtf8),
            Refusal::NewerBackup => self.text(Word::RefusedNewerBackup),
            Refusal::ChangedBackup => self.text(Word::RefusedChangedBackup),
            Refusal::OddBackup { detail } => self.say(Word::RefusedOddBackup, &[("detail", detail)]),
            Refusal::NoTable => self.text(Word::RefusedNoTable),
            Refusal::EmptyTable => self.text(Word::RefusedEmptyTable),
            Refusal::LongTable => self.text(Word::RefusedLongTable),
            Refusal::WideRow(row) => self.say(Word::RefusedWideRow, &[("row", &self.words.number(*row))]),
            Refusal::LongCell(row) => self.say(Word::RefusedLongCell, &[("row", &self.words.number(*row))]),
            Refusal::OpenQuote(row) => self.say(Word::RefusedOpenQuote, &[("row", &self.words.number(*row))]),
            Refusal::LargeInvitation => self.text(Word::RefusedLargeInvitation),
            Refusal::NoInvitation => self.text(Word::RefusedNoInvitation),
            Refusal::SeveralInvitations => self.text(Word::RefusedSeveralInvitations),
            Refusal::UndatedInvitation => self.text(Word::RefusedUndatedInvitation),
            Refusal::UnknownInterview => self.text(Word::RefusedUnknownInterview),
            Refusal::ReadOnly => self.text(Word::RefusedReadOnly),
        }
    }

    /// What failed, and what can be done.
    pub fn fault(&self, fault: &Fault) -> Trouble {
        let (text, advice, detail) = match fault {
            Fault::CannotRead { detail } => (Word::FaultCannotRead, Word::AdviceCannotRead, detail.clone()),
            Fault::CannotWrite { detail } => (Word::FaultCannotWrite, Word::AdviceCannotWrite, detail.clone()),
            Fault::Full => (Word::FaultFull, Word::AdviceFull, String::new()),
            Fault::Damaged { key } => (Word::FaultDamaged, Word::AdviceDamaged, key.clone()),
            Fault::NoMirror { detail } => (Word::FaultNoMirror, Word::AdviceNoMirror, detail.clone()),
            Fault::Newer => (Word::FaultNewer, Word::AdviceNewer, String::new()),
            Fault::Updated => (Word::FaultUpdated, Word::AdviceUpdated, String::new()),
            Fault::PageClosed => (Word::FaultPageClosed, Word::AdvicePageClosed, String::new()),
            Fault::PageSlow => (Word::FaultPageSlow, Word::AdvicePageSlow, String::new()),
            Fault::PageMoved { from } => {
                let from = from.as_ref().map(ToString::to_string);
                (Word::FaultPageMoved, Word::AdvicePageMoved, from.unwrap_or_default())
            }
            Fault::PageOdd { detail } => {
                let detail = detail.as_ref().map(ToString::to_string);
                (Word::FaultPageOdd, Word::AdvicePageOdd, detail.unwrap_or_default())
            }
        };
        Trouble {
            text: self.text(text),
            advice: self.text(advice),
            detail,
        }
    }

    /// What was odd about a page, each thing once; nothing for no warnings.
    pub fn warnings(&self, warnings: &[Warning]) -> String {
        let mut said: Vec<String> = Vec::new();
        for warning in warnings {
            let sentence = self.warning(warning);
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        joined(said, " ")
    }

    fn warning(&self, warning: &Warning) -> String {
        match warning {
            Warning::Cut { .. } => self.text(Word::WarningCut),
            Warning::BrokenStructuredData | Warning::NestedTooDeeply => self.text(Word::WarningStructuredData),
            Warning::Contradiction { field } => match field_name(field) {
                Some(field) => self.say(Word::WarningContradiction, &[("field", self.words.text(field))]),
                None => self.text(Word::WarningContradictions),
            },
            Warning::UnsafeAddress => self.text(Word::WarningUnsafeAddress),
            Warning::OddDate => self.text(Word::WarningOddDate),
            Warning::ClosesBeforePosted => self.text(Word::WarningClosesBeforePosted),
            Warning::Expired => self.text(Word::WarningExpired),
            Warning::DoNotContact => self.text(Word::WarningDoNotContact),
            Warning::OfAList => self.text(Word::WarningOfAList),
        }
    }
}

/// A value's name as it stands in a template.
fn in_braces(name: &str) -> String {
    format!("{{{name}}}")
}

/// The label of a posting's field.
pub(super) fn field_name(field: &str) -> Option<Word> {
    Some(match field {
        "title" => Word::FieldTitle,
        "company" => Word::FieldCompany,
        "places" => Word::FieldPlace,
        "workplace" => Word::FieldWorkplace,
        "employment" => Word::FieldEmployment,
        "pay" => Word::FieldPay,
        "posted" => Word::FieldPosted,
        "closes" => Word::FieldCloses,
        "reference" => Word::FieldReference,
        "address" => Word::FieldAddress,
        "apply" => Word::FieldApply,
        "contact" => Word::FieldContact,
        "language" => Word::FieldLanguage,
        _ => return None,
    })
}
