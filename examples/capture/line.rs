//! What was read of a page, as one line of JSON. `docs/capture.md` says what each field means.

use your_move::capture::{Candidate, Found};
use your_move::domain::{Amount, Confidence, Contact, Pay, Posting, Reading, SafeLink, Source, Warning, Workplace};

use super::object::Object;
use super::saved::NOWHERE;

/// The line of a page.
pub(crate) fn line(file: &str, found: &Found, warnings: &[Warning]) -> String {
    let (kind, posting, candidates) = match found {
        Found::Posting(posting) => ("posting", (**posting).clone(), [].as_slice()),
        Found::Several(candidates) => ("choose", Posting::default(), candidates.as_slice()),
        Found::Framed(_) | Found::Nothing => ("none", Posting::default(), [].as_slice()),
    };
    let frame = match found {
        Found::Framed(frame) => Some(format!("in a frame that cannot be read: {}", frame.as_str())),
        _ => None,
    };
    let posting = Posting {
        address: posting.address.filter(|address| is_known(&address.value)),
        apply: posting.apply.filter(|apply| is_known(&apply.value)),
        ..posting
    };
    let places = value(&posting.places).cloned().unwrap_or_default();
    let employment = value(&posting.employment).cloned().unwrap_or_default();
    let (sources, doubts) = sources(&posting);
    Object::begin()
        .field("file", &file.to_owned())
        .field("kind", &kind.to_owned())
        .field("title", &value(&posting.title).cloned())
        .field("company", &value(&posting.company).cloned())
        .field("places", &places)
        .field("remote", &value(&posting.workplace).map(remote))
        .field("employment", &employment)
        .json("pay", &pay(value(&posting.pay)))
        .field("posted", &value(&posting.posted).copied())
        .field("closes", &value(&posting.closes).copied())
        .field("reference", &value(&posting.reference).cloned())
        .field("url", &value(&posting.address).cloned())
        .field("apply", &value(&posting.apply).cloned())
        .json("contact", &contact(value(&posting.contact)))
        .field("language", &posting.language)
        .json("sources", &sources)
        .field(
            "warnings",
            &warnings
                .iter()
                .map(warning)
                .chain(doubts)
                .chain(frame)
                .collect::<Vec<_>>(),
        )
        .json("candidates", &list(candidates))
        .line()
}

fn value<T>(reading: &Option<Reading<T>>) -> Option<&T> {
    reading.as_ref().map(|reading| &reading.value)
}

/// Where each field was read, and a warning for each that is uncertain.
fn sources(posting: &Posting) -> (String, Vec<String>) {
    let mut sources = Object::begin();
    let mut doubts = Vec::new();
    macro_rules! fields {
        ($($name:literal = $field:ident),+ $(,)?) => {
            $(if let Some(Reading { source, confidence, .. }) = &posting.$field {
                let source: &Source = source;
                sources = sources.field($name, source);
                if *confidence == Confidence::Unsure {
                    doubts.push(format!("uncertain: {}", $name));
                }
            })+
        };
    }
    fields!(
        "title" = title,
        "company" = company,
        "places" = places,
        "remote" = workplace,
        "employment" = employment,
        "pay" = pay,
        "posted" = posted,
        "closes" = closes,
        "reference" = reference,
        "url" = address,
        "apply" = apply,
        "contact" = contact,
    );
    (sources.end(), doubts)
}

fn remote(workplace: &Workplace) -> String {
    let word = match workplace {
        Workplace::Remote => "remote",
        Workplace::Hybrid => "hybrid",
        Workplace::OnSite => "onsite",
    };
    word.to_owned()
}

/// Amounts in whole units of the currency. The four are there on every page, so that whoever reads a line needs no question first.
fn pay(pay: Option<&Pay>) -> String {
    let amount = |amount: Option<Amount>| {
        amount.map_or("null".to_owned(), |Amount(hundredths)| match hundredths % 100 {
            0 => (hundredths / 100).to_string(),
            cents => format!("{}.{cents:02}", hundredths / 100),
        })
    };
    Object::begin()
        .json("min", &amount(pay.and_then(|pay| pay.min)))
        .json("max", &amount(pay.and_then(|pay| pay.max)))
        .field("currency", &pay.and_then(|pay| pay.currency))
        .field("per", &pay.and_then(|pay| pay.per))
        .end()
}

/// Whether an address is the page's own, and not below the one that was made up for it.
fn is_known(address: &SafeLink) -> bool {
    SafeLink::new(NOWHERE).is_none_or(|nowhere| address.host() != nowhere.host())
}

fn contact(contact: Option<&Contact>) -> String {
    contact.map_or("null".to_owned(), |contact| {
        Object::begin()
            .field("name", &contact.name)
            .field("title", &contact.role)
            .field("email", &contact.email)
            .field("phone", &contact.phone)
            .field("url", &contact.link.clone().filter(is_known))
            .end()
    })
}

fn list(candidates: &[Candidate]) -> String {
    let objects: Vec<String> = candidates
        .iter()
        .map(|candidate| {
            Object::begin()
                .field("title", &candidate.title)
                .field("url", &candidate.address.clone().filter(is_known))
                .end()
        })
        .collect();
    format!("[{}]", objects.join(","))
}

fn warning(warning: &Warning) -> String {
    match warning {
        Warning::Cut { what } => format!("cut: {what}"),
        Warning::BrokenStructuredData => "broken structured data".to_owned(),
        Warning::NestedTooDeeply => "nested too deeply".to_owned(),
        Warning::Contradiction { field } => format!("contradiction: {}", as_printed(field)),
        Warning::UnsafeAddress => "unsafe address".to_owned(),
        Warning::OddDate => "odd date".to_owned(),
        Warning::ClosesBeforePosted => "closes before it was posted".to_owned(),
        Warning::Expired => "expired".to_owned(),
        Warning::DoNotContact => "asks not to be contacted".to_owned(),
        // It is told of what was chosen from a list, which nobody does here.
        Warning::OfAList => "as a list has it".to_owned(),
    }
}

/// A field of the posting, by its name in the line.
fn as_printed(field: &str) -> &str {
    match field {
        "workplace" => "remote",
        "address" => "url",
        other => other,
    }
}
