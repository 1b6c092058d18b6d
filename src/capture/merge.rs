//! One posting of several sources, field by field: the surest reading wins, agreement makes it surer, contradiction less so.

use crate::domain::{CompanyKey, Confidence, Line, Posting, Reading, Warning};

use super::words::{fold, has_words};

/// Merges what the sources say; where two are equally sure, the earlier one wins.
pub(super) fn merge(sources: Vec<Posting>, warnings: &mut Vec<Warning>) -> Posting {
    let mut merged = Posting::default();
    macro_rules! field {
        ($name:ident, $agree:expr) => {
            let readings = sources
                .iter()
                .filter_map(|source| source.$name.as_ref())
                .collect();
            merged.$name = choose(stringify!($name), readings, $agree, warnings);
        };
    }
    field!(title, same_words);
    field!(company, same_company);
    field!(places, |one, other| one
        .iter()
        .any(|place| other.iter().any(|second| same_place(place, second))));
    field!(workplace, |one, other| one == other);
    field!(employment, |one, other| one.iter().any(|kind| other.contains(kind)));
    field!(pay, |one, other| one.min == other.min && one.max == other.max);
    field!(posted, |one, other| one == other);
    field!(closes, |one, other| one == other);
    field!(reference, |_, _| true);
    field!(address, |_, _| true);
    field!(apply, |_, _| true);
    field!(contact, |one, other| same_words(&one.name, &other.name));
    field!(description, |_, _| true);
    merged.language = sources.into_iter().find_map(|source| source.language);
    merged
}

fn choose<T: Clone>(
    field: &str,
    readings: Vec<&Reading<T>>,
    agree: impl Fn(&T, &T) -> bool,
    warnings: &mut Vec<Warning>,
) -> Option<Reading<T>> {
    // `max_by_key` keeps the last of equals; the first one is wanted.
    let best = readings
        .iter()
        .rev()
        .max_by_key(|reading| reading.confidence)
        .copied()?;
    let mut chosen = best.clone();
    let others = readings
        .iter()
        .filter(|reading| reading.source != best.source && reading.confidence >= Confidence::Likely);
    let (mut agreed, mut opposed) = (false, false);
    for other in others {
        if agree(&best.value, &other.value) {
            agreed = true;
        } else {
            opposed = true;
        }
    }
    match (agreed, opposed) {
        (true, _) if best.confidence == Confidence::Likely => chosen.confidence = Confidence::Sure,
        (false, true) => {
            chosen.confidence = lowered(best.confidence);
            warnings.push(Warning::Contradiction {
                field: field.to_owned(),
            });
        }
        _ => {}
    }
    Some(chosen)
}

const fn lowered(confidence: Confidence) -> Confidence {
    match confidence {
        Confidence::Sure => Confidence::Likely,
        Confidence::Likely | Confidence::Unsure => Confidence::Unsure,
    }
}

/// Makes everything that was read uncertain: the page itself is.
pub(super) fn doubt(posting: &mut Posting) {
    macro_rules! fields {
        ($($name:ident)*) => {
            $(if let Some(reading) = &mut posting.$name {
                reading.confidence = Confidence::Unsure;
            })*
        };
    }
    fields!(title company places workplace employment pay posted closes reference apply contact description);
}

fn same_words(one: &Line, other: &Line) -> bool {
    let (one, other) = (fold(one.as_str()), fold(other.as_str()));
    has_words(&one, &other) || has_words(&other, &one)
}

fn same_company(one: &Line, other: &Line) -> bool {
    CompanyKey::new(one.as_str()) == CompanyKey::new(other.as_str()) || same_words(one, other)
}

/// Whether two places share a word: "Bern, CH" and "Bern, Switzerland".
fn same_place(one: &Line, other: &Line) -> bool {
    let other = fold(other.as_str());
    fold(one.as_str())
        .split(' ')
        .any(|word| word.len() >= 3 && has_words(&other, word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Source;

    fn title(text: &str, source: Source, confidence: Confidence) -> Posting {
        let reading = Reading::new(Line::new(text).unwrap(), source, confidence);
        Posting {
            title: Some(reading),
            ..Posting::default()
        }
    }

    #[track_caller]
    fn check(sources: Vec<Posting>, expected: (&str, Confidence), contradicted: bool) {
        let mut warnings = Vec::new();
        let title = merge(sources, &mut warnings).title.unwrap();
        assert_eq!((title.value.as_str(), title.confidence), expected);
        assert_eq!(!warnings.is_empty(), contradicted);
    }

    #[test]
    fn agreement_and_contradiction() {
        use Confidence::{Likely, Sure, Unsure};
        let json = title("Baker", Source::JsonLd, Sure);
        let label = title("Baker", Source::Label, Likely);
        let other = title("Miller", Source::Board, Likely);
        let guess = title("Miller", Source::Body, Unsure);
        check(vec![json.clone(), label.clone()], ("Baker", Sure), false);
        check(vec![json.clone(), other.clone()], ("Baker", Likely), true);
        check(
            vec![label.clone(), title("Baker (m/w/d)", Source::Title, Likely)],
            ("Baker", Sure),
            false,
        );
        check(vec![label.clone(), other], ("Baker", Unsure), true);
        check(vec![label, guess.clone()], ("Baker", Likely), false);
        check(vec![guess, json], ("Baker", Sure), false);
    }
}
