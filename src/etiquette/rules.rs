//! The table of rules: the numbers of `docs/etiquette.md`, as data. Each is a default that the user may change.

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
    /// The check-in before it followed an application, not a conversation.
    AfterApplication,
    /// Counted from the last check-in.
    AfterCheckIn,
    /// Counted from a promised, snoozed or pinned date.
    AfterDate,
    /// They asked not to be contacted.
    DoNotContact,
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// On the day itself.
    SameDay,
    /// So many business days after.
    BusinessDays(u16),
    /// So many calendar days after, then the next business day.
    CalendarDays(u16),
}

/// When something is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overdue {
    /// Never.
    Never,
    /// So many business days after it was due.
    BusinessDays(u16),
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
}

impl Default for Rules {
    /// Sources of the numbers: see the end of `docs/etiquette.md`.
    #[rustfmt::skip]
    fn default() -> Self {
        use Case::{AfterApplication, AfterCheckIn, AfterDate, Call, DoNotContact, FinalRound, NamedContact, Usual};
        use Due::{BusinessDays as BD, CalendarDays as CD, SameDay};
        use Overdue::{BusinessDays as Late, Never};
        use RuleId::{R2, R3, R4, R6, R7, R8, R9, R10};

        let thank    = |id, case, due, overdue, cap, fades| Rule { id, case, due, overdue, cap: Cap(cap), fades: Some(fades) };
        let check_in = |id, case, due, overdue, cap| Rule { id, case, due, overdue, cap: Cap(cap), fades: None };
        let ask_user = |id, case, due| Rule { id, case, due, overdue: Never, cap: Cap(1), fades: None };
        Self(vec![
            //       rule  case              due      overdue  cap  fades
            thank(   R2,   Usual,            SameDay, Late(2), 1,   5),
            check_in(R3,   Usual,            BD(5),   Late(3), 1),
            check_in(R3,   NamedContact,     BD(5),   Late(3), 2),
            check_in(R4,   Usual,            BD(7),   Late(3), 1),
            check_in(R4,   NamedContact,     BD(7),   Late(3), 2),
            check_in(R6,   Usual,            BD(5),   Late(3), 2),
            check_in(R7,   Usual,            BD(5),   Late(3), 2),
            check_in(R7,   FinalRound,       BD(7),   Late(3), 2),
            check_in(R8,   Usual,            BD(2),   Late(3), 2),
            check_in(R8,   Call,             SameDay, Late(3), 2),
            check_in(R9,   Usual,            BD(5),   Late(3), 2),
            check_in(R9,   AfterApplication, BD(10),  Late(3), 2),
            ask_user(R10,  Usual,            CD(30)),
            ask_user(R10,  AfterCheckIn,     BD(10)),
            ask_user(R10,  AfterDate,        BD(10)),
            ask_user(R10,  DoNotContact,     CD(30)),
        ])
    }
}
