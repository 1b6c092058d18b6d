//! Whether a posting asks that nobody calls or writes about it.

use crate::domain::{Posting, Warning};

/// How postings say so, in the languages of which one was seen. Each stands between spaces.
const SAYINGS: [&str; 17] = [
    "no calls",
    "no phone calls",
    "no telephone calls",
    "no telephone enquiries",
    "no telephone inquiries",
    "do not call",
    "don't call",
    "do not phone",
    "do not contact",
    "don't contact",
    "keine anrufe",
    "keine telefonischen",
    "nicht anrufen",
    "pas d'appels",
    "ne pas appeler",
    "no llamar",
    "geen telefoontjes",
];

/// Agencies are asked so in every third posting: that is not meant for who applies.
const AGENCIES: [&str; 6] = ["agenc", "agent", "recruit", "staffing", "headhunt", "personalvermittl"];

/// The warning that it does. What it is said of is the user's to judge: they are asked.
pub(super) fn do_not_contact(posting: &Posting) -> Option<Warning> {
    let description = posting.description.as_ref()?.value.as_str().to_lowercase();
    let asks = description.split(['.', '!', '?', ';', '\n']).any(is_wish);
    asks.then_some(Warning::DoNotContact)
}

fn is_wish(sentence: &str) -> bool {
    let words: Vec<&str> = sentence
        .split(|character: char| !character.is_alphanumeric() && !matches!(character, '\'' | '’'))
        .filter(|word| !word.is_empty())
        .collect();
    let sentence = format!(" {} ", words.join(" ").replace('’', "'"));
    let says = |saying: &&str| sentence.contains(&format!(" {saying} "));
    SAYINGS.iter().any(says) && !AGENCIES.iter().any(|agency| sentence.contains(agency))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Confidence, Prose, Reading, Source};

    #[track_caller]
    fn check(description: &str, asks: bool) {
        let prose = Prose::new(description).map(|text| Reading::new(text, Source::JsonLd, Confidence::Sure));
        let posting = Posting {
            description: prose,
            ..Posting::default()
        };
        let expected = asks.then_some(Warning::DoNotContact);
        assert_eq!(do_not_contact(&posting), expected, "{description}");
    }

    #[test]
    fn a_posting_that_wants_no_calls_is_told() {
        check("Apply online. No calls, please!", true);
        check("Please, NO PHONE CALLS", true);
        check("We read all of them: don’t contact us before the 4th.", true);
        check("Bitte keine Anrufe.", true);
        check("Merci de ne pas appeler ; écrivez-nous.", true);
    }

    #[test]
    fn others_are_not() {
        check("", false);
        check("You will call customers. No cold calls!", false);
        check("There is no on-call duty.", false);
        check("Do not hesitate to contact us.", false);
        check("No agencies: do not contact us.", false);
        check("Recruiters, please don't call", false);
        check("Casino calls", false);
        // What is asked of one is asked of one alone.
        check("No agencies, please. Applicants: no phone calls.", true);
    }
}
