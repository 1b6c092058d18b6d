//! Labelled values: definition lists, tables, "Label: value", and a label on a line of its own.

use super::days_ago::Side;
use super::page::Page;
use super::pay::{self, Certainty};
use super::snapshot::PageSnapshot;
use super::words::{Words, fold, words};
use super::{company, date, kinds, person, place};
use crate::domain::{Confidence, Line, Pay, Posting, Reading, Source, Warning};

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
        words!(
            "job title|position title|title of position|stellenbezeichnung|stellentitel|intitulé du poste|název pozice|\
             stillingstittel|nazwa stanowiska|stanowisko|functietitel|募集職種|職種|职位名称",
        ),
    ),
    (
        Label::Company,
        words!(
            "company|company name|employer|employer name|hiring company|organisation company|organization|organisation|unternehmen|arbeitgeber|\
             firma|entreprise|société|employeur|empresa|společnost|zaměstnavatel|azienda|bedrijf|werkgever|organisatie|\
             pracodawca|arbeidsgiver|arbetsgivare|arbejdsgiver|virksomhed|företag|työnantaja|yritys|empregador|munkáltató|cég|\
             会社名|企業名|公司名称|公司|работодатель|компания",
        ),
    ),
    (
        Label::Place,
        words!(
            "location|locations|job location|job locations|primary location|location s|place|place of work|work location|\
             workplace location|city|office|office location|duty station|ort|standort|standorte|arbeitsort|einsatzort|\
             dienstort|lieu|lieu de travail|lieux de travail|localisation|lieu du poste|ubicación|lugar de trabajo|\
             localidad|población|místo|místo výkonu práce|místo pracoviště|lokalita|pracoviště|local|local de trabalho|\
             localização|localidade|cidade|sede|sede di lavoro|luogo di lavoro|luogo|località|plaats|standplaats|locatie|werklocatie|\
             lokalizacja|miejsce pracy|miejscowość|sted|arbeidssted|arbejdssted|arbejdsted|plats|platser|arbetsplats|placering|\
             placeringsort|kommun|sijainti|paikkakunta|työpaikan sijainti|munkavégzés helye|勤務地|工作地点|место работы|город",
        ),
    ),
    (
        Label::Workplace,
        words!(
            "location type|workplace|workplace type|remote|remote job|remote status|remote type|work mode|working model|\
             work arrangement|arbeitsmodell|home office|homeoffice|télétravail|modalidad|modalidade|modelo de trabalho|\
             modalità di lavoro|tryb pracy|hjemmekontor|distansarbete|thuiswerken",
        ),
    ),
    (
        Label::Employment,
        words!(
            "employment type|job type|contract|contract type|type of contract|type of employment|time type|\
             position type|schedule|job schedule|work type|anstellungsart|beschäftigungsart|vertragsart|\
             arbeitszeit|arbeitszeitmodell|beschäftigungsverhältnis|beschäftigungsgrad|beschäftigungsumfang|vertragstyp|\
             anstellungsverhältnis|stellenumfang|type de contrat|contrat|type d emploi|temps de travail|tipo de contrato|jornada|\
             jornada laboral|tipo de jornada|tipo de vaga|typ úvazku|pracovní poměr|typ pracovního poměru|úvazek|\
             tipo di contratto|contratto|orario|dienstverband|soort dienstverband|contracttype|rodzaj umowy|wymiar pracy|\
             wymiar etatu|typ umowy|ansettelsesform|heltid deltid|stillingstype|anställningsform|omfattning|ansættelsesform|\
             arbejdstid|working pattern|working hours|hours|työsuhde|雇用形態|工作性质",
        ),
    ),
    (
        Label::Pay,
        words!(
            "salary|pay|compensation|salary range|pay range|base salary|base pay|wage|hourly rate|rate|annual salary|\
             remuneration|gehalt|gehaltsspanne|lohn|vergütung|gehaltsangabe|jahresgehalt|monatsgehalt|stundenlohn|salaire|\
             rémunération|salaire brut|salario|sueldo|retribución|plat|mzda|mzdové rozmezí|salário|remuneração|faixa salarial|\
             stipendio|retribuzione|ral|salaris|loon|wynagrodzenie|zarobki|widełki|lønn|løn|lön|palkka|fizetés|bér|給与|月給|\
             年収|薪资|工资|зарплата",
        ),
    ),
    (
        Label::Posted,
        words!(
            "posted|posted on|posted date|date posted|posting date|publication date|published|published on|date published|\
             listed|listed on|placed on|advertised on|opening date|date opened|open date|date listed|veröffentlicht|\
             veröffentlicht am|veröffentlichungsdatum|veröffentlichung|online seit|erschienen|erschienen am|publié le|\
             publiée le|date de publication|mise en ligne|mise en ligne le|publicado|publicado el|publicado em|publicada el|\
             publicada em|data de publicação|fecha de publicación|zveřejněno|datum zveřejnění|přidáno|publicada|\
             data pubblicazione|data di pubblicazione|pubblicato il|pubblicato|geplaatst|geplaatst op|publicatiedatum|\
             data publikacji|opublikowano|data dodania|dodano|publisert|publicerad|publiceringsdatum|publicerat|indrykket|\
             oprettet|julkaistu|掲載日|公開日|发布时间|发布日期",
        ),
    ),
    (
        Label::Closes,
        words!(
            "closing date|closing date for applications|application deadline|application closing date|applications close|\
             closing on|deadline|deadline for applications|deadline to apply|apply by|apply before|closes|closes on|expires|\
             expires on|expiry date|valid through|last day to apply|last date to apply|bewerbungsfrist|bewerbungsschluss|\
             bewerbungsende|bewerben bis|ende der bewerbungsfrist|date limite|date limite de candidature|candidature avant le|\
             date de clôture|fecha límite|fecha límite de inscripción|fecha de cierre|plazo de presentación|uzávěrka|\
             termín přihlášek|prazo|prazo de candidatura|inscrições até|data limite|scadenza|data di scadenza|sluitingsdatum|\
             reageren voor|solliciteren voor|termin składania aplikacji|aplikuj do|ważna do|oferta ważna do|frist|søknadsfrist|\
             ansøgningsfrist|sista ansökningsdag|ansök senast|hakuaika päättyy|jelentkezési határidő|応募締切|応募締切日|\
             截止日期",
        ),
    ),
    (
        Label::Reference,
        words!(
            "job id|req id|requisition id|job requisition id|requisition|requisition number|req|reference|\
             reference number|job reference|job ref no|job ref|ref|ref no|job number|job code|posting id|\
             vacancy id|vacancy number|vacancy reference|vacancy ref|job reference number|requisition no|job no|position number|\
             announcement number|reference no|reference code|reference id|kennziffer|kennzahl|referenznummer|referenz|referenz nr|\
             stellen id|stellennummer|stellen nr|ausschreibungsnummer|chiffre|job nr|job nummer|référence|référence de l offre|\
             réf|n de référence|numéro de référence|numéro de l offre|referencia|ref no|código|código de la oferta|číslo pozice|\
             referência|código da vaga|referentie|referentienummer|vacaturenummer|codice|codice offerta|riferimento|rif|\
             numer referencyjny|nr ref|nr referencyjny|referansenummer|referensnummer|referens|finn kode|reference nr|求人番号",
        ),
    ),
    (
        Label::Contact,
        words!(
            "contact|contacts|contact person|recruiter|your recruiter|hiring manager|hiring team|job poster|your contact|\
             your contact person|ansprechpartner|ansprechpartnerin|ansprechperson|ihr ansprechpartner|\
             ihre ansprechpartnerin|dein ansprechpartner|deine ansprechpartnerin|ihr kontakt|dein kontakt|kontakt|\
             kontaktperson|kontaktní osoba|kontaktní údaje|personne de contact|votre contact|interlocuteur|contacto|\
             persona de contacto|contato|pessoa de contato|contatto|persona di contatto|referente|contactpersoon|\
             osoba kontaktowa|kontaktperson er|yhteyshenkilö|job contact|contact name|point of contact|担当者",
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
        let (name, same_line) = line.split_once([':', '：']).unwrap_or((line, ""));
        let Some(known) = label(name) else {
            found.extend(number_behind_label(line));
            continue;
        };
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

/// "Kennziffer 2026-114": between a number and what it is called often stands no colon.
fn number_behind_label(line: &str) -> Option<(Label, &str)> {
    let (name, number) = line.rsplit_once(' ').filter(|_| line.len() <= 60)?;
    let is_number = number.len() >= 3 && number.bytes().any(|byte| byte.is_ascii_digit());
    (is_number && label(name) == Some(Label::Reference)).then_some((Label::Reference, number))
}

/// From here on a page asks rather than tells.
pub(super) fn begins_form(line: &str) -> bool {
    // What a field asks for takes no more.
    if line.len() > 64 {
        return false;
    }
    let line = fold(line);
    words!("first name|full name|legal name|your name|email|e mail|vorname|prénom|nombre|jméno|name erforderlich")
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
        pay: likely(values(Label::Pay).find_map(|value| {
            let pay = pay::read(value, Certainty::Said, page.dollar)?;
            // "Hourly rate", "RAL".
            let per = pay.per.or_else(|| pay::period(&fold(name_of(page, value)?)));
            Some(Pay { per, ..pay })
        })),
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

/// How the page calls a value: in its markup, or in front of it in the text.
fn name_of<'a>(page: &Page<'a>, value: &str) -> Option<&'a str> {
    let pairs = page.snapshot.pairs.iter();
    let mut pairs = pairs.filter(|(_, known)| known.trim() == value);
    let in_lines = || {
        let mut above = "";
        page.lines.iter().find_map(|line| {
            let (name, said) = line.split_once([':', '：']).unwrap_or((above, line));
            above = line;
            (said.trim() == value).then_some(name)
        })
    };
    pairs.next().map(|(name, _)| name.as_str()).or_else(in_lines)
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
        check("Kennziffer 2026-114\nWelcome 2026", &[(Label::Reference, "2026-114")]);
        check("Ort: Bern", &[(Label::Place, "Bern")]);
        check(
            "Sted\nBergen\nFrist: 13.12.2026",
            &[(Label::Place, "Bergen"), (Label::Closes, "13.12.2026")],
        );
        check(
            "勤務地：東京都渋谷区\n給与\n月給350,000円",
            &[(Label::Place, "東京都渋谷区"), (Label::Pay, "月給350,000円")],
        );
    }

    #[test]
    fn a_form_asks_and_says_nothing() {
        check(
            "Location\nBern\nFirst name *\nLocation\nChoose…",
            &[(Label::Place, "Bern")],
        );
    }
}
