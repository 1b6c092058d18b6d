//! Whether a posting asks that nobody calls or writes about it.

use crate::domain::{Posting, Warning};

/// What is said, as what may stand at each of its places, one after the other; an empty one may be left out. What begins as another does
/// stands before it.
type Saying = &'static [&'static [&'static str]];

/// How postings say so, in the languages of which one was seen. Each begins what is said.
const SAYINGS: [Saying; 5] = [
    &[PLEASE, DO_NOT],
    &[SORRY, WE_CANNOT, CALLS, AND_SUCH],
    &[SORRY, CALLS, AND_SUCH, ARE_NOT, TAKEN],
    &[VON, CALLS_DATIVE, ABZUSEHEN],
    &[PLEASE, SEHEN_SIE, VON, CALLS_DATIVE, &["ab"]],
];

const PLEASE: &[&str] = &["please", "kindly", "bitte", "merci de", "por favor", "graag", ""];

const DO_NOT: &[&str] = &[
    "no calls",
    "no phone calls",
    "no telephone calls",
    "no telephone enquiries",
    "no telephone inquiries",
    "no phone enquiries",
    "no phone inquiries",
    "do not call",
    "don't call",
    "do not phone",
    "do not telephone",
    "do not contact",
    "don't contact",
    "keine anrufe",
    "keine telefonanrufe",
    "keine telefonischen anfragen",
    "keine telefonischen auskünfte",
    "keine telefonischen nachfragen",
    "keine telefonischen rückfragen",
    "nicht anrufen",
    "rufen sie nicht an",
    "rufen sie uns nicht an",
    "es werden keine telefonischen auskünfte",
    "wir geben keine telefonischen auskünfte",
    "pas d'appels",
    "ne pas appeler",
    "aucun appel",
    "no llamar",
    "no se aceptan llamadas",
    "no se atenderán llamadas",
    "geen telefoontjes",
];

const SORRY: &[&str] = &[
    "we regret that",
    "we regret",
    "we are sorry that",
    "we are sorry but",
    "we are sorry",
    "unfortunately",
    "regrettably",
    "sorry but",
    "sorry",
    "please note that",
    "please note",
    "",
];

/// "We do not take calls" may be what a company says of its work.
const WE_CANNOT: &[&str] = &[
    "we cannot accept",
    "we cannot answer",
    "we cannot respond to",
    "we cannot return",
    "we cannot take",
    "we can not accept",
    "we can not answer",
    "we can not take",
    "we can't accept",
    "we can't answer",
    "we can't take",
    "we are unable to accept",
    "we are unable to answer",
    "we are unable to respond to",
    "we are unable to return",
    "we are unable to take",
    "we are not able to accept",
    "we are not able to answer",
    "we are not able to take",
    "we will not accept",
    "we will not answer",
    "we do not accept",
    "we don't accept",
];

const CALLS: &[&str] = &[
    "any calls",
    "any phone calls",
    "any telephone calls",
    "calls",
    "phone calls",
    "phone enquiries",
    "phone inquiries",
    "telephone calls",
    "telephone enquiries",
    "telephone inquiries",
    "telephone queries",
    "enquiries by phone",
    "enquiries by telephone",
    "inquiries by phone",
    "inquiries by telephone",
    "anrufe",
    "telefonanrufe",
    "telefonische anfragen",
    "telefonische auskünfte",
    "telefonische nachfragen",
    "telefonische rückfragen",
];

const AND_SUCH: &[&str] = &[
    "and e-mails",
    "or e-mails",
    "and emails",
    "or emails",
    "and visits",
    "or visits",
    "",
];

const ARE_NOT: &[&str] = &[
    "will not be",
    "won't be",
    "cannot be",
    "can not be",
    "can't be",
    "are not",
    "aren't",
    "werden nicht",
    "werden leider nicht",
    "können nicht",
    "können leider nicht",
    "können wir nicht",
    "können wir leider nicht",
    "nehmen wir nicht",
    "nehmen wir leider nicht",
];

const TAKEN: &[&str] = &[
    "accepted",
    "answered",
    "considered",
    "entertained",
    "responded to",
    "returned",
    "taken",
    "angenommen",
    "annehmen",
    "beantwortet",
    "beantworten",
    "entgegengenommen",
    "entgegennehmen",
    "entgegen",
    "erteilt",
    "erteilen",
];

const VON: &[&str] = &["von"];

const CALLS_DATIVE: &[&str] = &[
    "anrufen",
    "telefonanrufen",
    "telefonischen anfragen",
    "telefonischen nachfragen",
    "telefonischen rückfragen",
];

const ABZUSEHEN: &[&str] = &[
    "abzusehen",
    "bitten wir abzusehen",
    "bitten wir",
    "ist abzusehen",
    "bitte absehen",
];

const SEHEN_SIE: &[&str] = &["sehen sie bitte", "sehen sie"];

/// What makes it another matter: when the work is done, whom one calls there, or who answers.
const OTHERWISE: &[&str] = &[
    "at",
    "on",
    "after",
    "before",
    "during",
    "between",
    "outside",
    "with",
    "to",
    "by",
    "until",
    "candidates",
    "customers",
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
    let mut after = SAYINGS.iter().filter_map(|saying| {
        let places = saying.iter();
        places.copied().try_fold(said.trim(), after_one)
    });
    after.any(|after| after_one(after, OTHERWISE).is_none())
}

/// What comes after one of these phrases, if the text begins with one.
fn after_one<'a>(text: &'a str, phrases: &[&str]) -> Option<&'a str> {
    let first = text.bytes().next();
    let after = |phrase: &&str| {
        // Most differ in their first letter.
        if !phrase.is_empty() && phrase.bytes().next() != first {
            return None;
        }
        let after = text.strip_prefix(*phrase)?;
        let ends = phrase.is_empty() || after.is_empty() || after.starts_with(char::is_whitespace);
        ends.then(|| after.trim_start())
    };
    phrases.iter().find_map(after)
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
        check("Telephone enquiries will not be accepted.", true);
        check("We regret we cannot take calls.", true);
        check(
            "We regret that we are unable to accept phone calls or emails about this vacancy.",
            true,
        );
        check("Due to the volume of applications, calls will not be answered.", true);
        check("Please note that phone calls cannot be returned", true);
        check("Sorry, we don’t accept any phone calls", true);
        check("Telefonische Anfragen können leider nicht beantwortet werden.", true);
        check("Anrufe werden nicht entgegengenommen!", true);
        check("Bitte sehen Sie von telefonischen Rückfragen ab.", true);
        check("Wir bitten, von Anrufen abzusehen.", true);
        check("Von telefonischen Nachfragen bitten wir abzusehen.", true);
        check("Bitte rufen Sie uns nicht an: schreiben Sie.", true);
        check("Es werden keine telefonischen Auskünfte erteilt.", true);
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
        check("Telephone enquiries will be answered by Dana Kim.", false);
        check("Telephone enquiries from agencies will not be accepted.", false);
        check("We regret that we cannot take calls from recruiters.", false);
        check("Calls will not be answered after 6 pm. You work until then.", false);
        check("Calls are not recorded.", false);
        check("Calls that are not answered go to the hotline.", false);
        check("We do not take calls: our customers write.", false);
        check("We cannot accept applications by e-mail.", false);
        check("Missed calls will not be answered.", false);
        check("Sie beantworten telefonische Anfragen unserer Kunden.", false);
        check(
            "Telefonische Anfragen unserer Kunden werden nicht an andere abgegeben.",
            false,
        );
        check("Von Anrufen bis zu Briefen: alles ist dabei.", false);
        check("Anrufe werden nicht aufgezeichnet.", false);
        // What is asked of one is asked of one alone.
        check("No agencies, please. We mean it. Applicants: no phone calls.", true);
    }
}
