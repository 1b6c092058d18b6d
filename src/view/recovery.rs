//! What went wrong with what is kept, and what became of it.

use chrono::NaiveDate;

use super::voice::joined;
use super::{Card, Trouble, Voice, Word};
use crate::domain::{Fault, Repair};

/// What the mirror has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Survey {
    /// How many applications.
    pub applications: usize,
    /// The last day on which something happened.
    pub on: Option<NaiveDate>,
}

/// Where the ledger is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// Where it should be there is nothing, and the mirror has it.
    Emptied(Survey),
    /// There was one, and nothing is left of it in either place.
    Gone,
    /// There was one, nothing is left of it, and the mirror cannot be read.
    Unknown,
    /// It cannot be read, and the mirror can.
    Unreadable(Survey),
}

/// So many applications are named.
const NAMED: usize = 20;

/// The key of the card that says so.
const RECOVERY: &str = "recovery";

impl Voice<'_> {
    /// What was found, and what can be done.
    pub(super) fn recovery(&self, recovery: &Recovery) -> Card {
        let (survey, text, advice) = match recovery {
            Recovery::Emptied(survey) => (Some(survey), Word::RecoveryEmptied, Word::RecoveryEmptiedAdvice),
            Recovery::Gone => (None, Word::RecoveryGone, Word::RecoveryGoneAdvice),
            Recovery::Unknown => (None, Word::RecoveryEmptied, Word::RecoveryUnknownAdvice),
            Recovery::Unreadable(survey) => (Some(survey), Word::RecoveryUnreadable, Word::RecoveryUnreadableAdvice),
        };
        Card::new("recovery", RECOVERY)
            .text("text", self.text(text))
            .text("found", survey.map(|survey| self.survey(survey)).unwrap_or_default())
            .text("advice", self.text(advice))
            .part("restore", matches!(recovery, Recovery::Emptied(_)))
            .part("copies", survey.is_some())
            .part("backup", !matches!(recovery, Recovery::Unreadable(_)))
            .part("anew", matches!(recovery, Recovery::Gone | Recovery::Unknown))
    }

    /// "The second copy has 12 applications, the last entry of Mon 2 Nov."
    fn survey(&self, survey: &Survey) -> String {
        let count = self
            .words
            .count(survey.applications, Word::RecoveryFoundOne, Word::RecoveryFoundOther);
        let on = survey
            .on
            .map(|on| self.say(Word::RecoveryFoundOn, &[("date", &self.date(on))]));
        joined([Some(count), on].into_iter().flatten(), " ")
    }

    /// What was repaired, in a sentence, with the rest of it to be unfolded.
    pub(super) fn repair(&self, repair: &Repair) -> Card {
        let restored = usize::try_from(repair.restored).unwrap_or(usize::MAX);
        let lost = usize::try_from(repair.lost).unwrap_or(usize::MAX);
        let unsure = usize::try_from(repair.unsure.unwrap_or_default()).unwrap_or(usize::MAX);
        let count = |count, one, other| (count > 0).then(|| self.words.count(count, one, other));
        let said = [
            count(restored, Word::RepairedOne, Word::RepairedOther),
            repair.settings.then(|| self.text(Word::RepairedSettings)),
            count(lost, Word::LostOne, Word::LostOther),
            count(unsure, Word::UnsureOne, Word::UnsureOther),
        ];
        let said = joined(said.into_iter().flatten(), " ");
        let said = if said.is_empty() {
            self.text(Word::PutAside)
        } else {
            said
        };
        let damaged = repair.damaged.iter().map(String::as_str);
        let damaged: Vec<&str> = damaged.collect();
        let aside = (!damaged.is_empty()).then(|| self.say(Word::PutAsideKeys, &[("keys", &self.list(&damaged))]));
        let names = self.first_names(Word::RestoredNames, &repair.names);
        let missing = self.first_names(Word::MissingNames, &repair.missing);
        let when = self.say(Word::RepairedOn, &[("date", &self.date(repair.on))]);
        Card::new("repair", "repair").text("text", said).text(
            "detail",
            joined([Some(when), names, missing, aside].into_iter().flatten(), " "),
        )
    }

    /// The first of what is called so, and how many more there are; nothing for none.
    fn first_names(&self, word: Word, names: &[String]) -> Option<String> {
        let first: Vec<&str> = names.iter().map(String::as_str).take(NAMED).collect();
        let said = self.say(word, &[("names", &self.list(&first))]);
        let more = names.len() - first.len();
        let more = (more > 0).then(|| self.words.count(more, Word::AndMoreOne, Word::AndMoreOther));
        (!first.is_empty()).then(|| joined([Some(said), more].into_iter().flatten(), " "))
    }

    /// That the mirror is not as it should be.
    pub(super) fn without_mirror(&self, fault: &Fault) -> Card {
        let Trouble { text, advice, detail } = self.fault(fault);
        Card::new("repair", "mirror")
            .text("text", joined([text, advice], " "))
            .part("details", !detail.is_empty())
            .text("detail", detail)
    }
}
