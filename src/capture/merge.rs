//! One posting of several sources, field by field: the surest reading wins, agreement makes it surer, contradiction less so.

use crate::domain::{CompanyKey, Confidence, Contact, Line, Pay, Posting, Reading, Source, Warning};

use super::words::{fold, has_words};

/// Merges what the sources say; where two are equally sure, the earlier one wins, and what is shown over what is not.
pub(super) fn merge(mut sources: Vec<Posting>, warnings: &mut Vec<Warning>) -> Posting {
    let mut merged = Posting::default();
    // The decision is one function for all fields: what is written out per field stays small.
    macro_rules! field {
        ($name:ident, $agree:expr) => {
            let standings: Vec<Option<Standing>> = sources.iter().map(|source| standing(&source.$name)).collect();
            let agree = |one: usize, other: usize| {
                let value = |index: usize| Some(&sources.get(index)?.$name.as_ref()?.value);
                value(one)
                    .zip(value(other))
                    .is_some_and(|(one, other)| $agree(one, other))
            };
            if let Some((index, confidence)) = choose(stringify!($name), &standings, &agree, warnings) {
                merged.$name = sources.get_mut(index).and_then(|source| source.$name.take());
                if let Some(reading) = &mut merged.$name {
                    reading.confidence = confidence;
                }
            }
        };
    }
    field!(title, same_words);
    field!(company, same_company);
    field!(places, |one: &Vec<Line>, other: &Vec<Line>| one
        .iter()
        .any(|place| other.iter().any(|second| same_place(place, second))));
    field!(workplace, |one, other| one == other);
    field!(employment, |one: &Vec<_>, other: &Vec<_>| one
        .iter()
        .any(|kind| other.contains(kind)));
    field!(pay, |one: &Pay, other: &Pay| one.min == other.min
        && one.max == other.max);
    field!(posted, |one, other| one == other);
    field!(closes, |one, other| one == other);
    field!(reference, |_, _| true);
    field!(address, |_, _| true);
    field!(apply, |_, _| true);
    field!(contact, |one: &Contact, other: &Contact| same_words(
        &one.name,
        &other.name
    ));
    field!(description, |_, _| true);
    merged.language = sources.into_iter().find_map(|source| source.language);
    let company = merged.company.as_ref().map(|company| &company.value);
    merged.places = merged.places.and_then(|places| said_once(places, company));
    merged
}

/// The places without what is said of them twice, and without the company that stands where one was looked for; `None` where nothing is left.
fn said_once(mut places: Reading<Vec<Line>>, company: Option<&Line>) -> Option<Reading<Vec<Line>>> {
    let is_guess = places.confidence == Confidence::Unsure;
    let mut once: Vec<Line> = Vec::new();
    for place in &places.value {
        let mut parts: Vec<&str> = place.as_str().split(',').map(str::trim).collect();
        parts.dedup_by_key(|part| fold(part));
        let Some(place) = Line::new(&parts.join(", ")) else {
            continue;
        };
        let same = |other: &Line| fold(other.as_str()) == fold(place.as_str());
        if !once.iter().any(same) && !company.is_some_and(|company| is_guess && same(company)) {
            once.push(place);
        }
    }
    places.value = once;
    (!places.value.is_empty()).then_some(places)
}

/// Where a reading comes from and how far it is trusted.
type Standing = (Source, Confidence);

fn standing<T>(reading: &Option<Reading<T>>) -> Option<Standing> {
    reading.as_ref().map(|reading| (reading.source, reading.confidence))
}

/// Which of the sources has a field right, and how far that is to be trusted.
fn choose(
    field: &str,
    standings: &[Option<Standing>],
    agree: &dyn Fn(usize, usize) -> bool,
    warnings: &mut Vec<Warning>,
) -> Option<(usize, Confidence)> {
    let readings = || {
        standings
            .iter()
            .enumerate()
            .filter_map(|(index, standing)| Some((index, (*standing)?)))
    };
    // `max_by_key` keeps the last of equals; the first one is wanted.
    let (mut best, (mut source, confidence)) = readings().rev().max_by_key(|(_, (_, confidence))| *confidence)?;
    // What nobody sees gives way to what is shown.
    let mut rivals = readings().filter(|(_, standing)| source == Source::State && standing.1 == confidence);
    if let Some((shown, (rival, _))) = rivals.find(|(other, _)| !agree(best, *other)) {
        (best, source) = (shown, rival);
    }
    let (mut agreed, mut opposed) = (false, false);
    for (other, standing) in readings() {
        if standing.0 == source || standing.1 == Confidence::Unsure {
            continue;
        }
        if agree(best, other) {
            agreed = true;
        } else {
            opposed = true;
        }
    }
    let confidence = match (agreed, opposed) {
        (true, _) if confidence == Confidence::Likely => Confidence::Sure,
        (false, true) => {
            warnings.push(Warning::Contradiction {
                field: field.to_owned(),
            });
            lowered(confidence)
        }
        _ => confidence,
    };
    Some((best, confidence))
}

const fn lowered(confidence: Confidence) -> Confidence {
    match confidence {
        Confidence::Sure => Confidence::Likely,
        Confidence::Likely | Confidence::Unsure => Confidence::Unsure,
    }
}

/// Trusts everything that was read no further than `most`.
pub(super) fn trust(posting: &mut Posting, most: Confidence) {
    macro_rules! fields {
        ($($name:ident)*) => {
            $(if let Some(reading) = &mut posting.$name {
                reading.confidence = reading.confidence.min(most);
            })*
        };
    }
    fields!(title company places workplace employment pay posted closes reference apply contact description);
}

/// Whether one of two texts has all the words of the other, side by side.
pub(super) fn same_words(one: &Line, other: &Line) -> bool {
    let (one, other) = (fold(one.as_str()), fold(other.as_str()));
    has_words(&one, &other) || has_words(&other, &one)
}

fn same_company(one: &Line, other: &Line) -> bool {
    CompanyKey::new(one.as_str()) == CompanyKey::new(other.as_str()) || same_words(one, other)
}

/// Whether one of two places has a word of what the other is first of all: "Bern, CH" and "Bern, Switzerland", and not "Ghent, Belgium"
/// and "Bruges, Belgium".
fn same_place(one: &Line, other: &Line) -> bool {
    let leads = |one: &Line, other: &Line| {
        let town = fold(one.as_str().split(',').next().unwrap_or_default());
        let other = fold(other.as_str());
        town.split(' ').any(|word| word.len() >= 3 && has_words(&other, word))
    };
    leads(one, other) || leads(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[track_caller]
    fn check_places(places: &[&str], confidence: Confidence, expected: &[&str]) {
        let read = places.iter().filter_map(|place| Line::new(place)).collect();
        let mut source = title("Baker", Source::Body, confidence);
        source.company = Some(Reading::new(Line::new("Comscore").unwrap(), Source::Body, confidence));
        source.places = Some(Reading::new(read, Source::Body, confidence));
        let merged = merge(vec![source], &mut Vec::new()).places;
        let merged: Vec<String> = merged
            .into_iter()
            .flat_map(|places| places.value)
            .map(String::from)
            .collect();
        assert_eq!(merged, expected);
    }

    #[test]
    fn a_place_is_said_once() {
        use Confidence::{Likely, Unsure};
        check_places(&["Bratislava, Bratislava, Slovakia"], Likely, &["Bratislava, Slovakia"]);
        check_places(
            &["Plzeňský kraj", "plzeňský kraj", "Praha"],
            Likely,
            &["Plzeňský kraj", "Praha"],
        );
        check_places(&["Comscore"], Unsure, &[]);
        check_places(&["Comscore"], Likely, &["Comscore"]);
        check_places(&["Comscore", "Reston, VA"], Unsure, &["Reston, VA"]);
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
        check(vec![guess, json.clone()], ("Baker", Sure), false);
        let state = title("Miller", Source::State, Likely);
        check(vec![state.clone(), json], ("Baker", Likely), true);
        check(
            vec![state.clone(), title("Baker", Source::Label, Likely)],
            ("Baker", Unsure),
            true,
        );
        check(
            vec![state.clone(), title("Baker", Source::Body, Unsure)],
            ("Miller", Likely),
            false,
        );
        check(
            vec![state, title("Miller (m/w/d)", Source::Title, Likely)],
            ("Miller", Sure),
            false,
        );
    }

    #[test]
    fn places_are_the_same_by_their_towns() {
        let same = |one, other| same_place(&Line::new(one).unwrap(), &Line::new(other).unwrap());
        assert!(same("Bern, CH", "Bern, Switzerland"));
        assert!(same("Switzerland", "Bern, Switzerland"));
        assert!(same("Stadt Bern", "Bern"));
        assert!(!same("Ghent, Belgium", "Bruges, Belgium"));
    }
}
