//! The text of a message before it is about anybody.
//!
//! `{company}` stands for a value. A part in double brackets is there only if its values are known, and with several wordings it is the
//! first whose values are: of `[[Dear {person}|Hello]]` the second is for somebody whose name is not known. What is not always known can
//! stand nowhere else, so that no template leaves a hole in a message.

use super::{Line, Refusal};

/// What a template can say of an application. Only the job is always known, be it as "the role".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// To whom it goes.
    Person,
    /// The job's title.
    Role,
    /// Who hires.
    Company,
    /// Title and company, or what is known of them.
    Job,
    /// Which interview it was.
    Round,
    /// The day of what the message is about, as in "on Thursday 17 December".
    On,
    /// The time of day that was agreed, as in "at 14:30".
    Time,
    /// The day that one side named, by when something is promised or wanted, for as long as it has not passed.
    Date,
    /// The point that the user noted at the interview.
    Point,
    /// Who referred the user.
    Referrer,
    /// What the user took on.
    Task,
    /// The user's own name.
    Sender,
}

/// The placeholders by the names that stand in braces.
pub const PLACEHOLDERS: [(Placeholder, &str); 12] = [
    (Placeholder::Person, "person"),
    (Placeholder::Role, "role"),
    (Placeholder::Company, "company"),
    (Placeholder::Job, "job"),
    (Placeholder::Round, "round"),
    (Placeholder::On, "on"),
    (Placeholder::Time, "time"),
    (Placeholder::Date, "date"),
    (Placeholder::Point, "point"),
    (Placeholder::Referrer, "referrer"),
    (Placeholder::Task, "task"),
    (Placeholder::Sender, "sender"),
];

/// A template that can be filled without a hole, whatever is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(String);

impl Template {
    /// Takes a text for a template.
    ///
    /// # Errors
    /// [`Refusal::UnknownPlaceholder`] and [`Refusal::UncertainPlaceholder`], which name it, and [`Refusal::Unpaired`] for a brace or bracket
    /// without its other.
    pub fn new(text: &str) -> Result<Self, Refusal> {
        let mut parts = text.split("[[");
        check(parts.next().unwrap_or_default(), false)?;
        for part in parts {
            let (optional, plain) = part.split_once("]]").ok_or(Refusal::Unpaired)?;
            optional.split('|').try_for_each(|wording| check(wording, true))?;
            check(plain, false)?;
        }
        Ok(Self(text.to_owned()))
    }

    /// The text as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn check(text: &str, optional: bool) -> Result<(), Refusal> {
    let mut parts = text.split('{');
    let outside = parts.next().unwrap_or_default();
    let mut outside = vec![outside];
    for part in parts {
        let (name, after) = part.split_once('}').ok_or(Refusal::Unpaired)?;
        outside.push(after);
        let shown = Line::new(name).ok_or(Refusal::Unpaired)?;
        match placeholder(name) {
            None => return Err(Refusal::UnknownPlaceholder { name: shown }),
            Some(Placeholder::Job) => {}
            Some(_) if optional => {}
            Some(_) => return Err(Refusal::UncertainPlaceholder { name: shown }),
        }
    }
    let stray = |text: &&str| text.contains('}') || text.contains("]]");
    if outside.iter().any(stray) {
        Err(Refusal::Unpaired)
    } else {
        Ok(())
    }
}

fn placeholder(name: &str) -> Option<Placeholder> {
    let known = PLACEHOLDERS.iter().find(|(_, known)| *known == name);
    known.map(|(placeholder, _)| *placeholder)
}

/// The text of a template with the values that are known.
pub fn fill(template: &str, value: &dyn Fn(Placeholder) -> Option<String>) -> String {
    let mut filled = String::new();
    let mut parts = template.split("[[");
    put(parts.next().unwrap_or_default(), value, &mut filled);
    for part in parts {
        let (optional, plain) = part.split_once("]]").unwrap_or((part, ""));
        for wording in optional.split('|') {
            let before = filled.len();
            if put(wording, value, &mut filled) {
                break;
            }
            filled.truncate(before);
        }
        put(plain, value, &mut filled);
    }
    filled
}

/// Appends `text` with its values, and says whether all of them are known.
fn put(text: &str, value: &dyn Fn(Placeholder) -> Option<String>, filled: &mut String) -> bool {
    let mut parts = text.split('{');
    put_plain(parts.next().unwrap_or_default(), filled);
    let mut all_known = true;
    for part in parts {
        let (name, after) = part.split_once('}').unwrap_or((part, ""));
        match placeholder(name).and_then(value) {
            Some(value) => filled.push_str(&value),
            None => all_known = false,
        }
        put_plain(after, filled);
    }
    all_known
}

/// What ends in a full stop or another such mark, as in "Acme Inc.", ends a sentence by itself.
fn put_plain(text: &str, filled: &mut String) {
    let is_ended = filled.ends_with(['.', '?', '!', '…']);
    let text = text.strip_prefix('.').filter(|_| is_ended).unwrap_or(text);
    filled.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_refused(text: &str, expected: Refusal) {
        assert_eq!(Template::new(text), Err(expected), "{text}");
    }

    fn name(name: &str) -> Line {
        Line::new(name).unwrap()
    }

    #[test]
    fn what_cannot_be_filled_is_refused_by_name() {
        check_refused(
            "Hello [[{persom}]]",
            Refusal::UnknownPlaceholder { name: name("persom") },
        );
        check_refused("{Job}", Refusal::UnknownPlaceholder { name: name("Job") });
        check_refused("Dear {person},", Refusal::UncertainPlaceholder { name: name("person") });
        check_refused("[[a]] {on}", Refusal::UncertainPlaceholder { name: name("on") });
        for unpaired in [
            "{job",
            "job}",
            "[[{job}",
            "{job}]]",
            "[[{job]]}",
            "{}",
            "{ }",
            "[[a[[b]]c]]",
            "[[a]]]]",
        ] {
            check_refused(unpaired, Refusal::Unpaired);
        }
    }

    #[track_caller]
    fn check_filled(text: &str, known: &[(&str, &str)], expected: &str) {
        assert!(Template::new(text).is_ok(), "{text}");
        let value = |wanted| {
            let found = known.iter().find(|(name, _)| placeholder(name) == Some(wanted));
            found.map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(fill(text, &value), expected);
    }

    #[test]
    fn parts_stand_where_their_values_are_known() {
        let greeting = "[[Dear {person} of {company}|Dear {person}|Hello]],";
        check_filled(greeting, &[("person", "Ana"), ("company", "A")], "Dear Ana of A,");
        check_filled(greeting, &[("person", "Ana")], "Dear Ana,");
        check_filled(greeting, &[("company", "A")], "Hello,");
        check_filled("Thanks[[ {on}]][[ {time}]].", &[("time", "at 9")], "Thanks at 9.");
        check_filled("[plain] | text", &[], "[plain] | text");
    }

    #[test]
    fn values_are_put_in_as_they_are() {
        check_filled("[[{person}]]!", &[("person", "[[{job}]]")], "[[{job}]]!");
        check_filled("At {job}. Ok.", &[("job", "Acme Inc.")], "At Acme Inc. Ok.");
        check_filled("At {job}, ok.", &[("job", "Acme Inc.")], "At Acme Inc., ok.");
        check_filled("As {job}.", &[("job", "Want to join?")], "As Want to join?");
    }

    proptest! {
        /// No template that is taken leaves a hole, whatever is known.
        #[test]
        fn no_template_leaves_a_hole(
            text in "([a-z .,]|\\[\\[|\\]\\]|\\||\\{|\\}|\\{job\\}|\\{on\\}|\\{person\\}|\\[\\[a \\{on\\}\\|b\\]\\]){0,12}",
            on in any::<bool>(),
            person in any::<bool>(),
        ) {
            if Template::new(&text).is_ok() {
                let value = |wanted| match wanted {
                    Placeholder::Job => Some("J".to_owned()),
                    Placeholder::On => on.then(|| "O".to_owned()),
                    _ => person.then(|| "P".to_owned()),
                };
                let filled = fill(&text, &value);
                prop_assert!(!filled.contains(['{', '}']) && !filled.contains("[[") && !filled.contains("]]"), "{}", filled);
                prop_assert!(!filled.contains('O') || on);
                prop_assert!(!filled.contains('P') || person);
                // In a part it may stand behind another wording.
                let is_said = filled.contains('J');
                prop_assert_eq!(is_said, text.contains("{job}") && (is_said || !text.contains("[[")));
            }
        }
    }
}
