//! The numbers of the rules, rule by rule, each with what it says and what it is at first.

use crate::domain::RuleId;
use crate::etiquette::{Case, Due, Measure, Overdue, Settings};
use crate::view::{Card, Voice, Word};

/// A number that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChosenNumber {
    /// The how-manieth of all.
    index: usize,
    /// Which number of the table it is; `None` for the distance between check-ins to one company.
    pub of: Option<(RuleId, Case, Measure)>,
    /// How much it is.
    pub value: u16,
}

/// What is said of a rule: its key, its name, and when it holds. In the order of the page; the last stands in a section of its own.
const RULES: [(Option<RuleId>, &str, Word, Word); 20] = [
    (Some(RuleId::R0b), "r0b", Word::RuleR0bName, Word::RuleR0b),
    (Some(RuleId::R1), "r1", Word::RuleR1Name, Word::RuleR1),
    (Some(RuleId::R2), "r2", Word::RuleR2Name, Word::RuleR2),
    (Some(RuleId::R3), "r3", Word::RuleR3Name, Word::RuleR3),
    (Some(RuleId::R4), "r4", Word::RuleR4Name, Word::RuleR4),
    (Some(RuleId::R5), "r5", Word::RuleR5Name, Word::RuleR5),
    (Some(RuleId::R6), "r6", Word::RuleR6Name, Word::RuleR6),
    (Some(RuleId::R7), "r7", Word::RuleR7Name, Word::RuleR7),
    (Some(RuleId::R8), "r8", Word::RuleR8Name, Word::RuleR8),
    (Some(RuleId::R9), "r9", Word::RuleR9Name, Word::RuleR9),
    (None, "company", Word::RuleCompanyName, Word::RuleCompany),
    (Some(RuleId::R10), "r10", Word::RuleR10Name, Word::RuleR10),
    (Some(RuleId::R11), "r11", Word::RuleR11Name, Word::RuleR11),
    (Some(RuleId::R12), "r12", Word::RuleR12Name, Word::RuleR12),
    (Some(RuleId::R13), "r13", Word::RuleR13Name, Word::RuleR13),
    (Some(RuleId::R14), "r14", Word::RuleR14Name, Word::RuleR14),
    (Some(RuleId::R15), "r15", Word::RuleR15Name, Word::RuleR15),
    (Some(RuleId::R17), "r17", Word::RuleR17Name, Word::RuleR17),
    (Some(RuleId::R18), "r18", Word::RuleR18Name, Word::RuleR18),
    (Some(RuleId::R16), KEEP_WARM, Word::RuleR16Name, Word::RuleR16),
];

/// The key of the rule that holds only where the user chooses it.
const KEEP_WARM: &str = "r16";

impl ChosenNumber {
    /// All of them.
    pub fn all(settings: &Settings) -> impl Iterator<Item = Self> {
        let numbers = settings.rules.numbers();
        let numbers = numbers.map(|number| (Some((number.rule, number.case, number.measure)), number.value));
        let all = numbers.chain(std::iter::once((None, settings.company_spacing)));
        all.enumerate().map(|(index, (of, value))| Self { index, of, value })
    }

    /// The one whose card has that key.
    pub fn named(settings: &Settings, key: &str) -> Option<Self> {
        Self::all(settings).find(|number| number.key() == key)
    }

    /// The key of its card.
    pub fn key(&self) -> String {
        ["number ", &self.index.to_string()].concat()
    }

    /// Whether it is one of the rule whose card has that key.
    pub fn is_of(&self, rule: &str) -> bool {
        RULES.iter().any(|(id, key, ..)| *key == rule && *id == self.rule())
    }

    fn rule(&self) -> Option<RuleId> {
        self.of.map(|(rule, ..)| rule)
    }

    fn case(&self) -> Option<Case> {
        self.of.map(|(_, case, _)| case)
    }
}

impl Voice<'_> {
    pub(super) fn with_rules(&self, card: Card, settings: &Settings) -> Card {
        let usual: Vec<ChosenNumber> = ChosenNumber::all(&Settings::default()).collect();
        let chosen: Vec<ChosenNumber> = ChosenNumber::all(settings).collect();
        let mut rules: Vec<Card> = RULES
            .iter()
            .map(|(rule, key, name, when)| {
                let numbers = chosen.iter().zip(&usual).filter(|(number, _)| number.rule() == *rule);
                let numbers: Vec<(&ChosenNumber, &ChosenNumber)> = numbers.collect();
                Card::new("rule-card", *key)
                    .text("name", self.text(*name))
                    .text("when", self.text(*when))
                    .part("usual", numbers.iter().any(|(number, usual)| number != usual))
                    .list("cases", self.cases(key, &numbers, settings))
            })
            .collect();
        let all = if settings.keep_warm { "on" } else { "" };
        let all = Card::new("keep-warm-form", "keep_warm").field("keep_warm", all);
        let keep_warm = rules.pop().into_iter().collect();
        card.part("usual", chosen != usual)
            .list("rules", rules)
            .list("keep_all_warm", vec![all])
            .list("keep_warm", keep_warm)
    }

    /// The numbers of a rule, by the cases in which they hold.
    fn cases(&self, rule: &str, numbers: &[(&ChosenNumber, &ChosenNumber)], settings: &Settings) -> Vec<Card> {
        let of_case = |(one, _): &(&ChosenNumber, _), (other, _): &(&ChosenNumber, _)| one.case() == other.case();
        let cases: Vec<&[(&ChosenNumber, &ChosenNumber)]> = numbers.chunk_by(of_case).collect();
        let many = cases.len() > 1;
        let case = |numbers: &&[(&ChosenNumber, &ChosenNumber)]| {
            let first = numbers.first().map(|(number, _)| number)?;
            let case = first.case().filter(|_| many);
            let numbers = numbers
                .iter()
                .map(|(number, usual)| self.number(number, usual, settings));
            let card = Card::new("rule-case", [rule, " ", &first.key()].concat())
                .text(
                    "case",
                    case.map_or(String::new(), |case| self.text(case_name(rule, case))),
                )
                .list("numbers", numbers.collect());
            Some(card)
        };
        cases.iter().filter_map(case).collect()
    }

    fn number(&self, number: &ChosenNumber, usual: &ChosenNumber, settings: &Settings) -> Card {
        let (label, [one, other]) = number_words(number, settings);
        let usual = (number != usual).then(|| self.say(Word::ByDefault, &[("count", &usual.value.to_string())]));
        Card::new("number-form", number.key())
            .field("value", number.value.to_string())
            .text("label", self.text(label))
            .text("unit", self.text(self.words.form(number.value.into(), one, other)))
            .text("usual", usual.unwrap_or_default())
    }

    /// That a number is another one now.
    pub fn number_kept(&self, number: &ChosenNumber, value: u16) -> String {
        let rule = RULES.iter().find(|(rule, ..)| *rule == number.rule());
        let rule = rule.map_or("", |(_, _, name, _)| self.words.text(*name));
        let said = [
            ("rule", rule),
            ("new", &value.to_string()),
            ("old", &number.value.to_string()),
        ];
        self.say(Word::NumberKept, &said)
    }
}

/// What stands before a number, and behind it where it is one and where it is any other.
fn number_words(number: &ChosenNumber, settings: &Settings) -> (Word, [Word; 2]) {
    let days = [Word::UnitBusinessDaysOne, Word::UnitBusinessDaysOther];
    let before = [Word::UnitBusinessDaysBeforeOne, Word::UnitBusinessDaysBeforeOther];
    let Some((rule, case, measure)) = number.of else {
        return (Word::NumberAtLeast, [Word::UnitDaysApartOne, Word::UnitDaysApartOther]);
    };
    let row = settings.rules.get(rule, case);
    let (due, overdue) = (row.map(|row| row.due), row.map(|row| row.overdue));
    match (measure, due, overdue) {
        (Measure::Due, Some(Due::BusinessDaysBefore(_)), _) => (Word::NumberDue, before),
        (Measure::Due, Some(Due::CalendarDays(_)), _) => {
            (Word::NumberDueAfter, [Word::UnitDaysOne, Word::UnitDaysOther])
        }
        (Measure::Due, Some(Due::Months(_)), _) => (Word::NumberDueAfter, [Word::UnitMonthsOne, Word::UnitMonthsOther]),
        (Measure::Due, ..) => (Word::NumberDueAfter, days),
        (Measure::Overdue, _, Some(Overdue::BusinessDaysBefore(_))) => (Word::NumberLate, before),
        (Measure::Overdue, _, Some(Overdue::BusinessDays(_))) => (
            Word::NumberLateAfter,
            [Word::UnitBusinessDaysMoreOne, Word::UnitBusinessDaysMoreOther],
        ),
        (Measure::Overdue, ..) => (Word::NumberLateAfter, days),
        (Measure::Cap, ..) if rule == RuleId::R16 => {
            (Word::NumberAtMost, [Word::UnitTimesAYearOne, Word::UnitTimesAYearOther])
        }
        (Measure::Cap, ..) => (Word::NumberAtMost, [Word::UnitTimesOne, Word::UnitTimesOther]),
        (Measure::Fades, ..) => (Word::NumberGoneAfter, days),
    }
}

/// In which case a row of a rule that has several holds.
fn case_name(rule: &str, case: Case) -> Word {
    match case {
        Case::Usual if rule == "r10" => Word::CaseAfterApplying,
        Case::Usual if rule == "r14" => Word::CaseAcknowledge,
        Case::Usual => Word::CaseUsual,
        Case::NamedContact => Word::CaseNamedContact,
        Case::FinalRound => Word::CaseFinalRound,
        Case::Call => Word::CaseCall,
        Case::Named => Word::CaseNamed,
        Case::AfterApplication => Word::CaseAfterApplication,
        Case::AfterCheckIn => Word::CaseAfterCheckIn,
        Case::AfterDate => Word::CaseAfterDate,
        Case::DoNotContact => Word::CaseDoNotContact,
        Case::Answer => Word::CaseAnswer,
    }
}
