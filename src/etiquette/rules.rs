//! The table of rules: the numbers of `docs/etiquette.md`, as data. Each is a default that the user may change, within the bounds that
//! `number.rs` knows.

use crate::domain::RuleId;

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// In which case the row holds; [`Case::Usual`] unless a row of its own is there.
    pub case: Case,
    /// When it is due, counted from the day that the rule hangs on.
    pub due: Due,
    /// When it is late.
    pub overdue: Overdue,
    /// How many there may be.
    pub cap: Cap,
    /// It is gone from the n-th business day after it was due on.
    pub fades: Option<u16>,
}

/// What makes a rule's numbers differ from its usual ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Nothing.
    Usual,
    /// Somebody is named to whom one can write.
    NamedContact,
    /// It was the final round.
    FinalRound,
    /// They said "call me on that day".
    Call,
    /// They named a day.
    Named,
    /// The check-in before it followed an application, not a conversation.
    AfterApplication,
    /// Counted from the last check-in.
    AfterCheckIn,
    /// Counted from a promised, snoozed or pinned date.
    AfterDate,
    /// They asked not to be contacted.
    DoNotContact,
    /// An offer's answer, beside its acknowledgement.
    Answer,
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// On the day itself.
    SameDay,
    /// So many business days after.
    BusinessDays(u16),
    /// So many business days before the last day for it.
    BusinessDaysBefore(u16),
    /// So many calendar days after, then the next business day.
    CalendarDays(u16),
    /// So many calendar months after, on the month's last day where it has no such day, then the next business day.
    Months(u16),
}

/// When something is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overdue {
    /// Never.
    Never,
    /// So many business days after it was due.
    BusinessDays(u16),
    /// So many business days after what it hangs on; after it was due, once something has moved it.
    BusinessDaysAfterTrigger(u16),
    /// So many business days before the last day for it; on that day for 0.
    BusinessDaysBefore(u16),
}

/// How many there may be before the employer acts again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap(pub u8);

/// The rules in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules(Vec<Rule>);

impl Rules {
    /// The row for `id` in `case`, or its usual row. `None` for a rule that the table does not have.
    pub fn get(&self, id: RuleId, case: Case) -> Option<&Rule> {
        let row = |case| self.0.iter().find(|rule| rule.id == id && rule.case == case);
        row(case).or_else(|| row(Case::Usual))
    }

    /// All rows, in their order.
    pub fn rows(&self) -> &[Rule] {
        &self.0
    }

    /// The rows, for who minds the bounds of their numbers.
    pub(super) fn rows_mut(&mut self) -> &mut [Rule] {
        &mut self.0
    }
}

impl Default for Rules {
    /// Sources of the numbers: see the end of `docs/etiquette.md`.
    #[rustfmt::skip]
    fn default() -> Self {
        use Case::{AfterApplication, AfterCheckIn, AfterDate, Answer, Call, DoNotContact, FinalRound, Named, NamedContact, Usual};
        use Due::{BusinessDays as BD, BusinessDaysBefore as BDBefore, CalendarDays as CD, Months, SameDay};
        use Overdue::{BusinessDays as Late, BusinessDaysAfterTrigger as LateAfter, BusinessDaysBefore as LateBefore, Never};
        use RuleId::{R0a, R0b, R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R13, R14, R15, R16, R17, R18};

        let row   = |id, case, due, overdue, cap| Rule { id, case, due, overdue, cap: Cap(cap), fades: None };
        let fades = |fades, row| Rule { fades: Some(fades), ..row };
        Self(vec![
            //             rule  case              due           overdue        cap
            row(           R0a,  Usual,            SameDay,      Never,         1),
            fades(10, row( R0b,  Usual,            SameDay,      Late(1),       1)),
            row(           R1,   Usual,            SameDay,      LateAfter(1),  1),
            row(           R1,   Named,            SameDay,      LateBefore(0), 1),
            fades(5, row(  R2,   Usual,            SameDay,      LateAfter(2),  1)),
            row(           R3,   Usual,            BD(5),        Late(3),       1),
            row(           R3,   NamedContact,     BD(5),        Late(3),       2),
            row(           R4,   Usual,            BD(7),        Late(3),       1),
            row(           R4,   NamedContact,     BD(7),        Late(3),       2),
            row(           R5,   Usual,            BD(8),        Never,         1),
            row(           R6,   Usual,            BD(5),        Late(3),       2),
            row(           R7,   Usual,            BD(5),        Late(3),       2),
            row(           R7,   FinalRound,       BD(7),        Late(3),       2),
            row(           R8,   Usual,            BD(2),        Late(3),       2),
            row(           R8,   Call,             SameDay,      Late(3),       2),
            row(           R9,   Usual,            BD(5),        Late(3),       2),
            row(           R9,   AfterApplication, BD(10),       Late(3),       2),
            row(           R10,  Usual,            CD(30),       Never,         1),
            row(           R10,  AfterCheckIn,     BD(10),       Never,         1),
            row(           R10,  AfterDate,        BD(10),       Never,         1),
            row(           R10,  DoNotContact,     CD(30),       Never,         1),
            row(           R11,  Usual,            SameDay,      LateAfter(1),  1),
            fades(5, row(  R12,  Usual,            BD(1),        Never,         1)),
            row(           R13,  Usual,            BD(5),        Late(3),       2),
            row(           R13,  Named,            BD(1),        Late(3),       2),
            row(           R14,  Usual,            SameDay,      LateAfter(2),  1),
            row(           R14,  Answer,           BDBefore(2),  LateBefore(0), 1),
            row(           R15,  Usual,            BD(7),        Never,         1),
            row(           R16,  Usual,            Months(4),    Never,         3),
            row(           R17,  Usual,            BDBefore(3),  LateBefore(1), 1),
            row(           R18,  Usual,            BDBefore(2),  LateBefore(0), 1),
        ])
    }
}
