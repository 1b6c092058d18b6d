//! Labelled values: definition lists, tables, "Label: value", and a label on a line of its own.

use super::days_ago::Side;
use super::page::Page;
use super::pay::{self, Certainty};
use super::snapshot::PageSnapshot;
use super::words::{Words, fold};
use super::{company, date, kinds, person, place};
use crate::domain::{Confidence, Line, Posting, Reading, Source, Warning};

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Title,
    Company,
    Place,
    Workplace,
    Employment,
    Pay,
    Posted,
    Closes,
    Reference,
    Contact,
}

/// Labels as they read folded, in the languages of large boards.
const LABELS: &[(Label, Words)] = &[
    (
        Label::Title,
        Words("job title|position title|stellenbezeichnung|intitulé du poste|název pozice"),
    ),
    (
        Label::Company,
        Words(
            "company|company name|employer|organization|organisation|unternehmen|arbeitgeber|firma|entreprise|\
             société|employeur|empresa|společnost|zaměstnavatel|azienda|bedrijf|pracodawca",
        ),
    ),
    (
        Label::Place,
        Words(
            "location|locations|job location|job locations|primary location|place|place of work|work location|city|\
             office|office location|ort|standort|standorte|arbeitsort|einsatzort|lieu|lieu de travail|localisation|ubicación|\
             lugar de trabajo|localidad|místo|místo výkonu práce|místo pracoviště|lokalita|pracoviště|local|\
             localização|sede|sede di lavoro|luogo di lavoro|plaats|standplaats|lokalizacja|miejsce pracy",
        ),
    ),
    (
        Label::Workplace,
        Words(
            "location type|workplace|workplace type|remote|remote job|remote status|work mode|working model|arbeitsmodell|\
             télétravail|modalidad|modalidade",
        ),
    ),
    (
        Label::Employment,
        Words(
            "employment type|job type|contract|contract type|type of contract|type of employment|time type|\
             position type|schedule|job schedule|work type|anstellungsart|beschäftigungsart|vertragsart|\
             arbeitszeit|type de contrat|contrat|tipo de contrato|jornada|typ úvazku|pracovní poměr|\
             typ pracovního poměru|úvazek|tipo di contratto|dienstverband|rodzaj umowy",
        ),
    ),
    (
        Label::Pay,
        Words(
            "salary|pay|compensation|salary range|pay range|base salary|base pay|wage|hourly rate|rate|gehalt|\
             gehaltsspanne|lohn|vergütung|salaire|rémunération|salario|sueldo|plat|mzda|mzdové rozmezí|salário|\
             stipendio|retribuzione|salaris|wynagrodzenie",
        ),
    ),
    (
        Label::Posted,
        Words(
            "posted|posted on|posted date|date posted|publication date|published|published on|listed|listed on|\
             veröffentlicht|veröffentlicht am|online seit|publié le|date de publication|publicado|\
             fecha de publicación|zveřejněno|datum zveřejnění|přidáno|publicada|data pubblicazione|geplaatst|\
             geplaatst op",
        ),
    ),
    (
        Label::Closes,
        Words(
            "closing date|application deadline|deadline|deadline for applications|apply by|apply before|closes|\
             closes on|expires|expiry date|valid through|bewerbungsfrist|bewerbungsschluss|date limite|\
             date limite de candidature|fecha límite|uzávěrka|termín přihlášek|prazo|scadenza|sluitingsdatum",
        ),
    ),
    (
        Label::Reference,
        Words(
            "job id|req id|requisition id|job requisition id|requisition|requisition number|req|reference|\
             reference number|job reference|job ref no|job ref|ref|ref no|job number|job code|posting id|\
             vacancy id|vacancy number|kennziffer|referenznummer|referenz|stellen id|job nr|référence|referencia|\
             číslo pozice|referência|referentie|codice",
        ),
    ),
    (
        Label::Contact,
        Words(
            "contact|contacts|contact person|recruiter|your recruiter|hiring manager|hiring team|job poster|your contact|\
             your contact person|ansprechpartner|ansprechpartnerin|ansprechperson|ihr ansprechpartner|\
             ihre ansprechpartnerin|dein ansprechpartner|deine ansprechpartnerin|ihr kontakt|dein kontakt|kontakt|\
             kontaktperson|kontaktní osoba|kontaktní údaje|personne de contact|votre contact|interlocuteur|contacto|\
             persona de contacto|contato|pessoa de contato|contatto|persona di contatto|referente|contactpersoon|\
             osoba kontaktowa",
        ),
    ),
];

/// What a label's text announces; `None` for one that is not known.
pub(super) fn label(text: &str) -> Option<Label> {
    if text.len() > 45 {
        return None;
    }
    let text = fold(text);
    LABELS
        .iter()
        .find(|(_, words)| words.contains(text.as_str()))
        .map(|(label, _)| *label)
}

/// The labelled values of a page, in document order: first those that the markup pairs, then those in the text.
pub(super) fn pairs<'a>(snapshot: &'a PageSnapshot, lines: &[&'a str]) -> Vec<(Label, &'a str)> {
    let mut found: Vec<(Label, &str)> = Vec::new();
    for (name, value) in &snapshot.pairs {
        // A header row pairs one label with the next.
        if let Some(known) = label(name).filter(|_| is_value(value)) {
            found.push((known, value.trim()));
        }
    }
    for (_, text) in &snapshot.named {
        if let Some((name, value)) = text.split_once(':').filter(|(_, value)| is_value(value)) {
            found.extend(label(name).map(|known| (known, value.trim())));
        }
    }
    found.extend(in_lines(lines));
    found
}

/// Those that stand in lines of text, before it begins to ask.
pub(super) fn in_lines<'a>(lines: &[&'a str]) -> Vec<(Label, &'a str)> {
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if begins_form(line) {
            break;
        }
        let (name, same_line) = line.split_once(':').unwrap_or((line, ""));
        let Some(known) = label(name) else { continue };
        let next_line = lines.get(index + 1).copied().unwrap_or_default();
        let value = if same_line.trim().is_empty() {
            next_line
        } else {
            same_line
        };
        if is_value(value) {
            found.push((known, value.trim()));
        }
    }
    found
}

/// From here on a page asks rather than tells.
pub(super) fn begins_form(line: &str) -> bool {
    // What a field asks for takes no more.
    if line.len() > 64 {
        return false;
    }
    let line = fold(line);
    Words("first name|full name|legal name|your name|email|e mail|vorname|prénom|nombre|jméno|name erforderlich")
        .iter()
        .any(|start| line.starts_with(start) && line.len() < start.len() + 15)
}

fn is_value(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && !text.ends_with(':')
        && text.chars().count() <= 160
        && label(text).is_none()
        && text.chars().any(char::is_alphanumeric)
}

/// The posting that the labelled values make.
pub(super) fn read(page: &Page<'_>, warnings: &mut Vec<Warning>) -> Posting {
    let pairs = &page.pairs;
    let values = |wanted: Label| {
        pairs
            .iter()
            .filter(move |(label, _)| *label == wanted)
            .map(|(_, value)| *value)
    };
    let mut day = |wanted: Label| {
        let day = values(wanted).find_map(|value| date::read(value, page.order))?;
        if date::is_plausible(day) {
            return Some(day);
        }
        warnings.push(Warning::OddDate);
        None
    };
    let near = |wanted: Label, side: Side| {
        let day = values(wanted).find_map(|value| page.near_day(value, side));
        day.map(|day| Reading::new(day, Source::Label, Confidence::Unsure))
    };
    let employments = values(Label::Employment)
        .map(kinds::employments)
        .find(|found| !found.is_empty());
    let places = || {
        values(Label::Place)
            .map(place::several)
            .find(|places| !places.is_empty())
    };
    Posting {
        title: likely(values(Label::Title).find_map(Line::new)),
        company: likely(values(Label::Company).find_map(company::name)),
        places: likely(places()),
        workplace: likely(
            values(Label::Workplace)
                .chain(values(Label::Place))
                .chain(values(Label::Employment))
                .find_map(kinds::workplace),
        ),
        employment: likely(employments),
        pay: likely(values(Label::Pay).find_map(|value| pay::read(value, Certainty::Said, page.dollar))),
        posted: likely(day(Label::Posted)).or_else(|| near(Label::Posted, Side::Behind)),
        closes: likely(day(Label::Closes)).or_else(|| near(Label::Closes, Side::Ahead)),
        reference: likely(
            values(Label::Reference)
                .filter(|value| is_reference(value))
                .find_map(Line::new),
        ),
        contact: person::read(page),
        ..Posting::default()
    }
}

fn likely<T>(value: Option<T>) -> Option<Reading<T>> {
    value.map(|value| Reading::new(value, Source::Label, Confidence::Likely))
}

/// A number of a posting has a digit and no sentence around it.
pub(super) fn is_reference(value: &str) -> bool {
    value.len() <= 60 && value.bytes().any(|byte| byte.is_ascii_digit()) && value.split_whitespace().count() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::PageSnapshot;

    #[track_caller]
    fn check(text: &str, expected: &[(Label, &str)]) {
        let snapshot = PageSnapshot {
            text: text.into(),
            ..PageSnapshot::default()
        };
        assert_eq!(Page::new(&snapshot).pairs, expected);
    }

    #[test]
    fn labels_are_read_on_one_line_or_two() {
        check(
            "Location: Bern\nSalary\n\n€50,000",
            &[(Label::Place, "Bern"), (Label::Pay, "€50,000")],
        );
        check(
            "Společnost\nAlza.cz a.s.\nPlat\n50 000 CZK",
            &[(Label::Company, "Alza.cz a.s."), (Label::Pay, "50 000 CZK")],
        );
        check("Location\nSalary\nDeadline", &[]);
        check("Our salary is: great", &[]);
    }

    #[test]
    fn a_form_asks_and_says_nothing() {
        check(
            "Location\nBern\nFirst name *\nLocation\nChoose…",
            &[(Label::Place, "Bern")],
        );
    }
}
