//! Kinds of contract and of workplace, in the spellings of the wild.

use crate::domain::{Employment, Workplace};

use super::words::{Words, fold, words};

const EMPLOYMENTS: &[(Employment, Words)] = &[
    (
        Employment::FullTime,
        words!(
            "full time|fulltime|vollzeit|voll|temps plein|temps complet|tiempo completo|jornada completa|plný úvazek|hlavní pracovní poměr|\
             tempo integral|período integral|tempo pieno|voltijd|pełny etat|pełen etat|heltid|fuldtid|fulltid|kokoaikainen|\
             teljes munkaidő|正社員|フルタイム|全职|полная занятость",
        ),
    ),
    (
        Employment::PartTime,
        words!(
            "part time|parttime|teilzeit|temps partiel|tiempo parcial|jornada parcial|media jornada|částečný úvazek|\
             zkrácený úvazek|meio período|tempo parcial|tempo parziale|deeltijd|niepełny etat|część etatu|deltid|\
             osa aikainen|részmunkaidő|パート|パートタイム|アルバイト|兼职|частичная занятость",
        ),
    ),
    (
        Employment::Contract,
        words!("contract|contractor|freelance|freelancer|b2b|freiberuflich|ičo|autónomo|業務委託"),
    ),
    (
        Employment::Temporary,
        words!(
            "temporary|temp|fixed term|befristet|befristete anstellung|cdd|intérim|temporal|tempo determinato|dočasný|seasonal|\
             saisonal|tijdelijk|vikariat|visstid|tidsbegrenset|umowa na czas określony|契約社員|派遣社員",
        ),
    ),
    (
        Employment::Internship,
        words!(
            "intern|internship|praktikum|werkstudent|working student|stage|prácticas|stáž|estágio|tirocinio|\
             trainee student",
        ),
    ),
    (Employment::Volunteer, words!("volunteer|voluntary|ehrenamt|bénévole")),
    (Employment::PerDiem, words!("per diem|casual")),
    (
        Employment::Apprenticeship,
        words!("apprenticeship|apprentice|ausbildung|lehrstelle|apprentissage|alternance"),
    ),
];

/// Contracts without an end. Where nothing is said of the hours they are for the whole day.
const PERMANENT: Words = words!("permanent|festanstellung|feste anstellung|cdi");

/// Every kind of contract that a short text names.
pub fn employments(text: &str) -> Vec<Employment> {
    let text = fold(text);
    let named = EMPLOYMENTS.iter().filter(|(_, words)| words.any_in(&text));
    let mut named: Vec<Employment> = named.map(|(employment, _)| *employment).collect();
    let hours = [Employment::FullTime, Employment::PartTime];
    if PERMANENT.any_in(&text) && !named.iter().any(|employment| hours.contains(employment)) {
        named.insert(0, Employment::FullTime);
    }
    named
}

/// The workplace that a short text names.
pub fn workplace(text: &str) -> Option<Workplace> {
    let text = fold(text);
    if words!("hybrid|hybride|híbrido|híbrida|hybridní|hybrydowa|hybrydowo|ibrido|ibrida|hybridi|partly remote|teilweise homeoffice|\
         teilweise remote|télétravail partiel").any_in(&text) {
        Some(Workplace::Hybrid)
    } else if words!(
        "remote|telecommute|work from home|anywhere|homeoffice|home office|télétravail|teletrabajo|na dálku|\
             práce z domova|da remoto|fully remote|zdalna|zdalnie|praca zdalna|distans|distanse|etätyö|trabalho remoto|\
             à distance|thuiswerk|フルリモート|リモート",
    )
    .any_in(&text)
    {
        Some(Workplace::Remote)
    } else if words!("on site|onsite|in office|in person|vor ort|sur site|presencial|in sede|stacjonarna|na pracovišti").any_in(&text) {
        Some(Workplace::OnSite)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contracts_are_read_in_any_spelling() {
        assert_eq!(employments("FULL_TIME"), [Employment::FullTime]);
        assert_eq!(
            employments("Voll- oder Teilzeit"),
            [Employment::FullTime, Employment::PartTime]
        );
        assert_eq!(
            employments("Full-Time, Contract"),
            [Employment::FullTime, Employment::Contract]
        );
        assert_eq!(employments("PER_DIEM"), [Employment::PerDiem]);
        assert_eq!(employments("Festanstellung, Teilzeit"), [Employment::PartTime]);
        assert_eq!(employments("Festanstellung"), [Employment::FullTime]);
        assert_eq!(employments("Heltid"), [Employment::FullTime]);
        assert_eq!(employments("正社員"), [Employment::FullTime]);
        assert_eq!(employments("OTHER"), []);
    }

    #[test]
    fn workplaces_are_read() {
        assert_eq!(workplace("TELECOMMUTE"), Some(Workplace::Remote));
        assert_eq!(workplace("Hybrid - 2 days remote"), Some(Workplace::Hybrid));
        assert_eq!(workplace("On-site"), Some(Workplace::OnSite));
        assert_eq!(workplace("Berlin"), None);
    }
}
