//! The person whom a page names for questions: who it is, what they do, and how they are reached. Only whom the page names, as somebody
//! to turn to: a name by itself, and an address without a name, are nobody.

use super::labels::{self, Label};
use super::page::Page;
use super::words::{Words, fold, has_words, squash, words};
use crate::domain::{Confidence, Contact, Line, Reading, SafeLink, Source, is_email};

/// Labels that stand in menus, too: below one on a line of its own is a person only with an address or an office.
const ALSO_IN_MENUS: Words = words!("contact|contacts|kontakt|contacto|contato|contatto|referente");

/// What announces somebody and goes on with something else.
const ANNOUNCE: Words = words!("direct message the job poster|meet the hiring team|meet your recruiter");

/// Words of an office.
const OFFICES: Words = words!(
    "recruiter|recruiterin|recruiting|recruitment|recruteur|recruteuse|reclutador|reclutadora|náborář|náborářka|personalista|\
     personalistka|talent|sourcer|hr|human resources|people|personal|manager|managerin|manažer|manažerka|head|lead|\
     leader|director|direktor|directeur|directrice|vedoucí|leiter|leiterin|leitung|referent|referentin|officer|\
     coordinator|koordinator|specialist|spezialist|specialista|partner|consultant|berater|beraterin|ceo|cto|cfo|coo|\
     founder|gründer|geschäftsführer|geschäftsführerin|chief|president|vp|responsable|chargée|chargé|gerente|jefe|jefa|\
     sachbearbeiter|sachbearbeiterin|kierownik|rekruter|assistant|assistentin|professor|supervisor",
);

/// What people are addressed with.
const HONORIFICS: Words = words!(
    "mr|mrs|ms|miss|mx|dr|prof|frau|herr|herrn|hr|mme|madame|monsieur|sr|sra|señor|señora|dott|dhr|mevr|mevrouw|paní|\
     pan|pana|panem|ing|mgr|bc|phdr",
);

/// Small words within names.
const PARTICLES: Words = words!("de|del|della|der|den|di|da|dos|du|la|le|van|von|vom|zu|ten|ter|bin|al|el|y|e");

/// Words of what is called like a person and is none.
const NOBODY: Words = words!(
    "team|teams|department|departments|division|human|resources|hr|people|talent|recruiting|recruitment|acquisition|\
     support|office|service|services|customer|careers|career|jobs|job|apply|now|privacy|policy|terms|cookies|contact|\
     contacts|us|form|page|company|about|home|our|your|you|the|read|more|learn|equal|opportunity|employment|data|\
     protection|gmbh|ag|inc|ltd|llc|university|school|group|bank|personalabteilung|bewerbung|datenschutz|impressum|\
     email|mail|phone|telephone|telefon|tel|fax|mobile|address|adresse|location|save|share|sign|log|view|see|all|\
     show|send|close|back|next|news|press|media|relations|investor|please|if|for|in|at|by|on|to|we|new|street|road",
);

/// What is asked about when one turns to them, …
const QUESTIONS: Words = words!(
    "questions|question|queries|enquiries|inquiries|fragen|rückfragen|auskünfte|auskunft|informationen|information|\
     renseignements|preguntas|dudas|dúvidas|domande|dotazy|vragen|pytania|spørgsmål|frågor",
);

/// … what leads to them, …
const TURN_TO: Words = words!(
    "contact|write to|reach out to|get in touch with|turn to|talk to|speak to|call|ask|message|email|kontaktiere|kontaktieren sie",
);

/// … and what speaks of others than those who hire.
const OTHERS: Words = words!(
    "privacy|datenschutz|data protection|gdpr|dsgvo|rodo|rgpd|accommodation|accommodations|disability|osobních údajů|\
     press|media|whistleblower",
);

/// How many lines below a name tell more of the person.
const BELOW: usize = 4;
/// How much text is looked through for a sentence, in bytes: several times a posting's.
const TEXT: usize = 24_000;
/// How many sentences may tell of somebody. Those that ask for questions are few.
const SENTENCES: usize = 40;

/// The person whom the page names.
pub(super) fn read(page: &Page<'_>) -> Option<Reading<Contact>> {
    let reading = |contact, source, confidence| Reading::new(contact, source, confidence);
    labelled(page)
        .map(|contact| reading(contact, Source::Label, Confidence::Likely))
        .or_else(|| in_sentence(page).map(|(contact, confidence)| reading(contact, Source::Body, confidence)))
        .map(|mut reading| {
            complete(&mut reading.value, page);
            reading
        })
}

/// After a label, or below one.
fn labelled(page: &Page<'_>) -> Option<Contact> {
    let in_markup = page
        .snapshot
        .pairs
        .iter()
        .filter(|(name, _)| labels::label(name) == Some(Label::Contact))
        .find_map(|(_, value)| person(value, &[], page));
    in_markup.or_else(|| {
        let lines = &page.lines;
        let has_labels = page.pairs.iter().any(|(label, _)| *label == Label::Contact);
        let begins_form = |line: &&str| has_labels && labels::begins_form(line);
        let form = lines.iter().position(begins_form).unwrap_or(lines.len());
        lines.iter().enumerate().find_map(|(index, line)| {
            let (label, value) = line.split_once(':').unwrap_or((line, ""));
            let announces = line.len() <= 120 && line.starts_with(['D', 'M']) && ANNOUNCE.begin(&fold(line));
            // A form asks for a contact.
            let is_label = has_labels && index < form && labels::label(label) == Some(Label::Contact);
            if !(announces || is_label) {
                return None;
            }
            let below = lines.get(index + 1..)?;
            if is_label && !value.trim().is_empty() {
                return person(value, below, page);
            }
            let (value, below) = below.split_first()?;
            let contact = person(value, below, page)?;
            let is_certain = contact.role.is_some() || contact.email.is_some() || contact.phone.is_some();
            (is_certain || !ALSO_IN_MENUS.contains(&fold(label))).then_some(contact)
        })
    })
}

/// "Questions? Write to Mara Lindqvist.", "Ask Mara Lindqvist (mara@northwind.example).", "Frau Lindqvist hilft bei Fragen."
fn in_sentence(page: &Page<'_>) -> Option<(Contact, Confidence)> {
    // Of a page without end, the last part: whom to ask stands below what one may ask about.
    let mut room = TEXT;
    let within = page.lines.iter().rev().take_while(|line| {
        let is_within = line.len() <= room;
        room = room.saturating_sub(line.len());
        is_within
    });
    let first = page.lines.len() - within.count();
    let lines = page.lines.iter().skip(first).copied().filter(|line| line.len() <= 600);
    let telling = lines.filter_map(|line| {
        let folded = fold(line);
        let asks = QUESTIONS.any_in(&folded);
        ((asks || line.contains('@')) && !OTHERS.any_in(&folded)).then_some((line, asks))
    });
    telling.take(SENTENCES).find_map(|(line, asks)| {
        let starts = line
            .char_indices()
            .zip(std::iter::once(' ').chain(line.chars()))
            .filter(|((_, character), before)| before.is_whitespace() && !character.is_whitespace());
        starts
            .map(|((start, _), _)| line.split_at(start))
            .find_map(|(before, rest)| {
                let contact = person(rest, &[], page)?;
                let email = contact.email.as_ref();
                let is_theirs = email.is_some_and(|email| is_named_after(email.as_str(), &contact.name));
                let first = rest.split([' ', '.']).next().unwrap_or_default();
                if is_theirs || (asks && HONORIFICS.contains(&fold(first))) {
                    return Some((contact, Confidence::Likely));
                }
                let before = fold(before);
                let leads = asks && TURN_TO.iter().any(|phrase| before.ends_with(phrase));
                leads.then_some((contact, Confidence::Unsure))
            })
    })
}

/// The person with whose name a text begins, and what the text and the lines below tell of them.
fn person(text: &str, below: &[&str], page: &Page<'_>) -> Option<Contact> {
    let text = text.trim();
    let text = text
        .split_once(':')
        .filter(|(label, _)| words!("name|nom|nombre|nome|jméno|navn|namn|naam").contains(&fold(label)))
        .map_or(text, |(_, name)| name.trim());
    let name = name(text)?;
    let folded = fold(&name);
    let is_title = page.titles.iter().any(|title| has_words(&fold(title), &folded));
    let is_company = page.company_hints.contains(&squash(&name));
    if is_title || is_company || NOBODY.any_in(&folded) {
        return None;
    }
    let mut contact = Contact::named(Line::new(&name)?);
    let rest = text.split_once(name.as_str()).map(|(_, rest)| rest).unwrap_or_default();
    let parts = rest.split([',', '|', '(', ')', '<', '>', ';', '–', '·']).map(str::trim);
    for part in parts.filter(|part| part.chars().any(char::is_alphanumeric)) {
        tell(&mut contact, part);
    }
    for line in below.iter().take(BELOW) {
        // The first line that tells nothing of them ends it.
        if labels::label(line.split(':').next().unwrap_or_default()).is_some() || !tell(&mut contact, line) {
            break;
        }
    }
    Some(contact)
}

/// The name at the beginning of a text: two to four words that begin with a capital, or one that somebody is addressed with.
pub(super) fn name(text: &str) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    let mut honorifics = 0;
    for word in text.split_whitespace().take(7) {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')', '|', '!', '?']);
        let is_honorific = words.len() == honorifics && HONORIFICS.contains(&fold(bare));
        let is_capital = bare.starts_with(char::is_uppercase)
            && bare
                .chars()
                .all(|character| character.is_alphabetic() || matches!(character, '-' | '’' | '\'' | '.'));
        let is_particle = words.len() > honorifics && PARTICLES.contains(bare);
        if !(is_honorific || is_capital || is_particle) {
            break;
        }
        honorifics += usize::from(is_honorific);
        words.push(if is_honorific { word } else { bare });
        // A point ends a sentence, unless it ends an initial.
        if !is_honorific && bare.len() < word.len() && !(word.ends_with('.') && bare.chars().count() == 1) {
            break;
        }
    }
    while words.last().is_some_and(|word| PARTICLES.contains(word)) {
        words.pop();
    }
    let own = words.get(honorifics..).unwrap_or_default();
    let is_word = |word: &&&str| word.chars().count() > 1;
    match own.len() {
        1 if honorifics > 0 => Some(words.join(" ")),
        2..=4 if own.iter().filter(is_word).count() >= 2 => Some(own.join(" ")),
        _ => None,
    }
}

/// Takes over what a text tells of a person. Says whether it tells anything.
fn tell(contact: &mut Contact, text: &str) -> bool {
    let email = text
        .split([' ', ',', '|', '(', ')', '<', '>', ':', ';'])
        .map(|word| word.trim_end_matches('.'))
        .find(|word| is_email(word));
    if let Some(email) = email {
        contact.email = contact.email.take().or_else(|| Line::new(email));
        return true;
    }
    if let Some(phone) = phone(text) {
        contact.phone = contact.phone.take().or_else(|| Line::new(phone));
        return true;
    }
    let office = text.split(" | ").next().unwrap_or_default();
    let is_office = contact.role.is_none()
        && office.chars().count() <= 80
        && !office.ends_with(['.', '!', '?', ':'])
        && !fold(office).ends_with(" team")
        && OFFICES.any_in(&fold(office));
    if is_office {
        contact.role = Line::new(office);
    }
    is_office
}

/// A telephone number, by itself or after what says that it is one.
fn phone(text: &str) -> Option<&str> {
    let start = text.find(|character: char| character == '+' || character == '(' || character.is_ascii_digit())?;
    let (before, number) = text.split_at_checked(start)?;
    let end = number.find(|character: char| !(character.is_ascii_digit() || " +()/.-\u{a0}".contains(character)));
    let number = number
        .get(..end.unwrap_or(number.len()))?
        .trim_end_matches([' ', '.', '(', '-', '/']);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let before = fold(before);
    let is_said =
        words!("tel|telefon|téléphone|teléfono|telefono|phone|mobil|mobile|handy|cell|call|t|p|m|or|at|on|unter")
            .any_in(&before);
    ((7..=15).contains(&digits) && (is_said || before.is_empty())).then_some(number)
}

/// What links tell: their page behind their name, and an e-mail address that is named after them.
fn complete(contact: &mut Contact, page: &Page<'_>) {
    let name = fold(contact.name.as_str());
    for (text, address) in &page.snapshot.links {
        if let Some(email) = address.strip_prefix("mailto:") {
            let email = email.split('?').next().unwrap_or_default();
            if contact.email.is_none()
                && is_email(email)
                && (fold(text) == name || is_named_after(email, &contact.name))
            {
                contact.email = Line::new(email);
            }
        } else if contact.link.is_none() && fold(text) == name {
            contact.link = SafeLink::new(address).filter(is_persons_page);
        }
    }
}

/// Whether an address is that of a person's page, and not of the form that writes to them.
fn is_persons_page(address: &SafeLink) -> bool {
    let mut segments = address.path().split('/');
    segments.any(|segment| {
        words!("in|profile|profiles|people|person|team|user|users|staff|employees|pub").contains(segment)
    })
}

/// Whether an e-mail address has a word of a name in front of its "@".
fn is_named_after(email: &str, name: &Line) -> bool {
    let user = email.split('@').next().unwrap_or_default().to_ascii_lowercase();
    fold(name.as_str())
        .split(' ')
        .any(|word| word.chars().count() >= 3 && !HONORIFICS.contains(word) && user.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::PageSnapshot;

    /// The name, the office, the e-mail address and the telephone number that a page's text tells.
    #[track_caller]
    fn check(text: &str, expected: Option<[&str; 4]>) {
        let snapshot = PageSnapshot {
            title: "Baker at Golden Ovens".into(),
            text: text.into(),
            ..PageSnapshot::default()
        };
        let found = read(&Page::new(&snapshot)).map(|reading| {
            let Contact {
                name,
                role,
                email,
                phone,
                ..
            } = reading.value;
            [Some(name), role, email, phone].map(|line| line.map_or(String::new(), String::from))
        });
        assert_eq!(found, expected.map(|fields| fields.map(str::to_owned)), "{text}");
    }

    #[test]
    fn a_label_announces_a_person() {
        check(
            "Recruiter: Mara Lindqvist, Head of Storage, mara@northwind.example",
            Some(["Mara Lindqvist", "Head of Storage", "mara@northwind.example", ""]),
        );
        check(
            "Ihre Ansprechpartnerin\nFrau Dr. Ana Núñez\nPersonalreferentin HR\nTel. +41 58 255 00 20\nana@ovens.example\nMiller",
            Some([
                "Ana Núñez",
                "Personalreferentin HR",
                "ana@ovens.example",
                "+41 58 255 00 20",
            ]),
        );
        check(
            "Job contact :\nName : Rhys Penrose\nEmail : rhys.penrose@ovens.example\nRecruitment team",
            Some(["Rhys Penrose", "", "rhys.penrose@ovens.example", ""]),
        );
        check(
            "Kontaktní údaje\nSimona Nováková\nZavřít",
            Some(["Simona Nováková", "", "", ""]),
        );
        check(
            "Ansprechpartner: Herr Keller (030 / 123 45 67)",
            Some(["Herr Keller", "", "", "030 / 123 45 67"]),
        );
        check(
            "Direct message the job poster from Golden Ovens\nKateřina Nová\nFinance & Operations manager | Bread for all",
            Some(["Kateřina Nová", "Finance & Operations manager", "", ""]),
        );
    }

    #[test]
    fn a_sentence_names_a_person() {
        check(
            "Any questions? Write to Mara Lindqvist at mara.lindqvist@northwind.example.",
            Some(["Mara Lindqvist", "", "mara.lindqvist@northwind.example", ""]),
        );
        check(
            "Questions? Write to Mara Lindqvist.",
            Some(["Mara Lindqvist", "", "", ""]),
        );
        check(
            "Bei Fragen hilft Ihnen Frau Sabine von der Au gern.",
            Some(["Sabine von der Au", "", "", ""]),
        );
    }

    #[test]
    fn what_is_nobody_is_left_out() {
        check("Kontakt\nImpressum\nDatenschutz", None);
        check("Contact\nOur Bakeries\nOur Bread", None);
        check("Contact\nGolden Ovens\nBern", None);
        check("Contact\nHuman Resources\nhr@ovens.example", None);
        check("Contact: us at any time", None);
        check("Contact: +41 58 255 00 20", None);
        check(
            "If you have questions, contact Golden Ovens at golden@ovens.example",
            None,
        );
        check(
            "Questions about privacy? Write to Mara Lindqvist, mara@northwind.example",
            None,
        );
        check(
            "Mara Lindqvist founded Ovens in 1990. Write to bread@ovens.example",
            None,
        );
        check("First name\nRecruiter\nMara Lindqvist", None);
        check(
            "Email\nSign in\nMeet the hiring team\nMara Lindqvist\nHead of Storage",
            Some(["Mara Lindqvist", "Head of Storage", "", ""]),
        );
    }
}
