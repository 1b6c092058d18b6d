//! Whether a posting asks that nobody calls or writes about it.

use crate::domain::{Posting, Warning};

/// How postings say so, in the languages of which one was seen; each begins what is said, behind no more than a "please".
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
    "keine telefonischen anfragen",
    "nicht anrufen",
    "pas d'appels",
    "ne pas appeler",
    "no llamar",
    "geen telefoontjes",
];

/// What may stand before: "please".
const PLEASE: [&str; 6] = ["please ", "kindly ", "bitte ", "merci de ", "por favor ", "graag "];

/// What makes it another matter: when the work is done, or whom one calls there.
const OTHERWISE: [&str; 10] = [
    "at ",
    "on ",
    "after ",
    "before ",
    "during ",
    "between ",
    "outside ",
    "with ",
    "to ",
    "candidates ",
];

/// Agencies are asked so too: that is not meant for who applies.
const AGENCIES: [&str; 7] = [
    "agenc",
    "agent",
    "recruit",
    "staffing",
    "headhunt",
    "vermittl",
    "personaldienst",
];

/// The warning that it does. What it is said of is the user's to judge: they are asked.
pub(super) fn do_not_contact(posting: &Posting) -> Option<Warning> {
    let description = posting.description.as_ref()?.value.as_str();
    let description = description.to_ascii_lowercase().replace('’', "'");
    let mut before = "";
    for sentence in description.split(['.', '!', '?', '\n']) {
        // Who was spoken to is spoken to in the next sentence as well.
        if sentence.split([',', ';', ':', '–', '(']).any(is_wish) && ![before, sentence].iter().any(speaks_to_agencies)
        {
            return Some(Warning::DoNotContact);
        }
        before = sentence;
    }
    None
}

fn speaks_to_agencies(sentence: &&str) -> bool {
    AGENCIES.iter().any(|agency| sentence.contains(agency))
}

/// Whether what is said begins so.
fn is_wish(said: &str) -> bool {
    let said = said.trim();
    let said = PLEASE
        .iter()
        .find_map(|please| said.strip_prefix(please))
        .unwrap_or(said);
    let after = SAYINGS.iter().find_map(|saying| said.strip_prefix(saying));
    let after = after.filter(|after| after.is_empty() || after.starts_with(' '));
    after.is_some_and(|after| !OTHERWISE.iter().any(|word| after.trim_start().starts_with(word)))
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
        check("Please do not contact the museum (no calls please)", true);
    }

    #[test]
    fn others_are_not() {
        check("", false);
        check("You will call customers. No cold calls!", false);
        check("There is no on-call duty.", false);
        check("Do not hesitate to contact us.", false);
        check("No agencies: do not contact us.", false);
        check("No agencies. Please do not contact us.", false);
        check("Bitte keine Anrufe von Personaldienstleistern.", false);
        check("Recruiters, please don't call", false);
        check("Casino calls", false);
        check(
            "If we do not contact you within two weeks, we chose somebody else.",
            false,
        );
        check("You make no calls: our customers write.", false);
        check("No calls at weekends, no night shifts.", false);
        check("We do not call candidates.", false);
        check("Wir machen keine telefonischen Verkaufsgespräche.", false);
        // What is asked of one is asked of one alone.
        check("No agencies, please. We mean it. Applicants: no phone calls.", true);
    }
}
