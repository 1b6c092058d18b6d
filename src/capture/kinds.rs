//! Kinds of contract and of workplace, in the spellings of the wild.

use crate::domain::{Employment, Workplace};

use super::words::{Words, fold};

const EMPLOYMENTS: &[(Employment, Words)] = &[
    (
        Employment::FullTime,
        Words(
            "full time|fulltime|vollzeit|voll|temps plein|tiempo completo|jornada completa|plný úvazek|\
             tempo integral|tempo pieno|voltijd|pełny etat|permanent|festanstellung|cdi",
        ),
    ),
    (
        Employment::PartTime,
        Words(
            "part time|parttime|teilzeit|temps partiel|tiempo parcial|media jornada|částečný úvazek|\
             zkrácený úvazek|meio período|tempo parziale|deeltijd",
        ),
    ),
    (
        Employment::Contract,
        Words("contract|contractor|freelance|freelancer|b2b|freiberuflich|ičo|autónomo"),
    ),
    (
        Employment::Temporary,
        Words("temporary|temp|fixed term|befristet|cdd|temporal|dočasný|seasonal"),
    ),
    (
        Employment::Internship,
        Words(
            "intern|internship|praktikum|werkstudent|working student|stage|prácticas|stáž|estágio|tirocinio|\
             trainee student",
        ),
    ),
    (Employment::Volunteer, Words("volunteer|voluntary|ehrenamt|bénévole")),
    (Employment::PerDiem, Words("per diem|casual")),
    (
        Employment::Apprenticeship,
        Words("apprenticeship|apprentice|ausbildung|lehrstelle|apprentissage|alternance"),
    ),
];

/// Every kind of contract that a short text names.
pub(super) fn employments(text: &str) -> Vec<Employment> {
    let text = fold(text);
    EMPLOYMENTS
        .iter()
        .filter(|(_, words)| words.any_in(&text))
        .map(|(employment, _)| *employment)
        .collect()
}

/// The workplace that a short text names.
pub(super) fn workplace(text: &str) -> Option<Workplace> {
    let text = fold(text);
    if Words("hybrid|hybride|híbrido|hybridní|partly remote|teilweise homeoffice|teilweise remote").any_in(&text) {
        Some(Workplace::Hybrid)
    } else if Words(
        "remote|telecommute|work from home|anywhere|homeoffice|home office|télétravail|teletrabajo|na dálku|\
             práce z domova|da remoto|fully remote",
    )
    .any_in(&text)
    {
        Some(Workplace::Remote)
    } else if Words("on site|onsite|in office|in person|vor ort|sur site|presencial|na pracovišti").any_in(&text) {
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
