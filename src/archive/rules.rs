//! The numbers of the table of rules, by their names.
//!
//! A number is found by its rule, its case and what it says, as in `r7 final_round due`. These names are kept for ever, as those of events
//! are. Numbers that only a newer version knows are passed over, and carried along as any field is.

use super::Tree;
use super::form::{Form, Object, choice, write};
use crate::domain::order::map;
use crate::etiquette::{Bounds, Case, Measure, Number, Rules};

/// Writes the numbers that are not as in `default`; without one, all of them.
pub(super) fn write_rules(rules: &Rules, default: Option<&Rules>, out: &mut String) {
    let usual: Vec<Number> = default.into_iter().flat_map(Rules::numbers).collect();
    let chosen = rules.numbers().filter(|number| !usual.contains(number));
    let mut object = Object::begin(out);
    // In the order of their names, as what is carried along beside them is.
    for (name, value) in map(chosen.map(|number| (name(&number), number.value))) {
        value.write(object.name(&name));
    }
    object.end();
}

impl Form for Rules {
    fn write(&self, out: &mut String) {
        write_rules(self, None, out);
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let fields = tree.as_object()?;
        let mut rules = Self::default();
        for number in Self::default().numbers() {
            if let Some(value) = fields.get(&name(&number)) {
                let value = u16::read(value)?;
                rules.set(number.rule, number.case, number.measure, value).ok()?;
            }
        }
        Some(rules)
    }
}

/// What every number is called, and between which it may be.
pub(super) fn bounds() -> Vec<(String, Bounds)> {
    let rules = Rules::default();
    rules.numbers().map(|number| (name(&number), number.bounds)).collect()
}

fn name(number: &Number) -> String {
    let parts = [write(&number.rule), write(&number.case), write(&number.measure)];
    parts.join(" ").replace('"', "")
}

choice!(Case {
    "usual" = Usual,
    "named_contact" = NamedContact,
    "final_round" = FinalRound,
    "call" = Call,
    "named" = Named,
    "after_application" = AfterApplication,
    "after_check_in" = AfterCheckIn,
    "after_date" = AfterDate,
    "do_not_contact" = DoNotContact,
    "answer" = Answer,
});

choice!(Measure {
    "due" = Due,
    "overdue" = Overdue,
    "cap" = Cap,
    "fades" = Fades,
});
