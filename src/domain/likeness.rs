//! When two postings are most likely one: an aggregator's and the company's own, or one that was put up again.

use std::collections::BTreeSet;

use super::{CompanyKey, Facts, Line, plain};

/// So many of a hundred words of both titles must be common to both. "Backend Engineer" and "Backend Engineer (Storage)" have 67 in common, with
/// "Frontend Engineer" it is 33.
const LIKE: usize = 60;

/// How far up somebody stands, by the words for it: where these differ, so do the jobs.
const LEVELS: &[(&str, &str)] = &[
    ("jr", "junior"),
    ("junior", "junior"),
    ("mid", "mid"),
    ("sr", "senior"),
    ("snr", "senior"),
    ("senior", "senior"),
    ("lead", "lead"),
    ("leitung", "lead"),
    ("leiter", "lead"),
    ("staff", "staff"),
    ("principal", "principal"),
    ("head", "head"),
    ("chief", "chief"),
    ("director", "director"),
    ("vp", "vp"),
    ("trainee", "trainee"),
    ("intern", "intern"),
    ("internship", "intern"),
    ("praktikum", "intern"),
    ("praktikant", "intern"),
    ("werkstudent", "student"),
    ("student", "student"),
    ("azubi", "apprentice"),
    ("ausbildung", "apprentice"),
    ("apprentice", "apprentice"),
    ("apprenticeship", "apprentice"),
    ("i", "1"),
    ("1", "1"),
    ("ii", "2"),
    ("2", "2"),
    ("iii", "3"),
    ("3", "3"),
    ("iv", "4"),
    ("4", "4"),
    ("v", "5"),
    ("5", "5"),
];

/// What a title says beside the job: whom it may be, and how it is worked.
const ASIDES: &[&str] = &[
    "m",
    "w",
    "d",
    "f",
    "x",
    "h",
    "mwd",
    "mfd",
    "fmd",
    "div",
    "gn",
    "in",
    "innen",
    "all",
    "alle",
    "genders",
    "gender",
    "geschlechter",
    "he",
    "him",
    "she",
    "her",
    "they",
    "them",
    "remote",
    "hybrid",
    "onsite",
    "fulltime",
    "vollzeit",
    "teilzeit",
    "apply",
    "bewerbung",
    "bewerben",
    "a",
    "an",
    "the",
    "and",
    "und",
    "of",
    "for",
    "fur",
];

/// Whether two jobs are most likely the same: at one company, under titles that are alike. Numbers that are not the same settle that they are not.
pub fn are_alike(one: &Facts, other: &Facts) -> bool {
    let company = |facts: &Facts| CompanyKey::new(facts.company.as_ref()?.as_str());
    company(one).is_some_and(|one| company(other) == Some(one))
        && !have_other_numbers(one.reference.as_ref(), other.reference.as_ref())
        && matches!((&one.title, &other.title), (Some(one), Some(other)) if are_like_titles(one, other))
}

/// Whether both have a number and these differ. "REQ-1234" and "1234" are one.
fn have_other_numbers(one: Option<&Line>, other: Option<&Line>) -> bool {
    let number = |line: &Line| -> String {
        plain(line.as_str())
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect()
    };
    let (Some(one), Some(other)) = (one.map(number), other.map(number)) else {
        return false;
    };
    let is_told = !one.is_empty() && !other.is_empty();
    is_told && !ends_in(&one, &other) && !ends_in(&other, &one)
}

/// Whether a number ends in another one, which is not a part of its digits.
fn ends_in(whole: &str, end: &str) -> bool {
    let before = whole.strip_suffix(end);
    before.is_some_and(|before| !before.ends_with(|letter: char| letter.is_ascii_digit()))
}

fn are_like_titles(one: &Line, other: &Line) -> bool {
    let ((words, levels), (other_words, other_levels)) = (parts(one), parts(other));
    let common = words.intersection(&other_words).count();
    let all = words.union(&other_words).count();
    common > 0 && common * 100 >= all * LIKE && levels == other_levels
}

/// The words of a title that say the job, and those that say how far up.
fn parts(title: &Line) -> (BTreeSet<String>, BTreeSet<&'static str>) {
    let (mut words, mut levels) = (BTreeSet::new(), BTreeSet::new());
    let plain = plain(title.as_str());
    // "C++" and "C#" are words of their own.
    let is_inside = |letter: char| letter.is_alphanumeric() || matches!(letter, '+' | '#');
    for word in plain.split(|letter| !is_inside(letter)).filter(|word| !word.is_empty()) {
        if let Some((_, level)) = LEVELS.iter().find(|(name, _)| *name == word) {
            levels.insert(*level);
        } else if !ASIDES.contains(&word) {
            words.insert(word.to_owned());
        }
    }
    (words, levels)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts([title, company, reference]: [&str; 3]) -> Facts {
        Facts {
            title: Line::new(title),
            company: Line::new(company),
            reference: Line::new(reference),
            ..Facts::default()
        }
    }

    #[track_caller]
    fn check(one: [&str; 3], other: [&str; 3], expected: bool) {
        let (one, other) = (facts(one), facts(other));
        assert_eq!(are_alike(&one, &other), expected);
        assert_eq!(are_alike(&other, &one), expected, "the other way round");
    }

    #[track_caller]
    fn check_titles(one: &str, other: &str, expected: bool) {
        check([one, "Northwind", ""], [other, "Northwind", ""], expected);
    }

    #[test]
    fn titles_that_say_the_same_job_are_alike() {
        check_titles("Backend Engineer", "Backend Engineer", true);
        check_titles("Backend Engineer (m/w/d)", "BACKEND ENGINEER – all genders", true);
        check_titles("Sr. Backend Engineer", "Senior Backend Engineer, Remote", true);
        check_titles("Backend Engineer", "Backend Engineer (Storage)", true);
        check_titles("Softwareentwickler*in Rust", "Softwareentwickler (m/w/d) Rust", true);
        check_titles("Engineer II, Payments", "Engineer 2 – Payments", true);
        check_titles("データエンジニア", "データエンジニア", true);
    }

    #[test]
    fn other_jobs_are_not() {
        check_titles("Backend Engineer", "Frontend Engineer", false);
        check_titles("Senior Backend Engineer", "Backend Engineer", false);
        check_titles("Senior Backend Engineer", "Junior Backend Engineer", false);
        check_titles("Engineer I", "Engineer II", false);
        check_titles("Backend Engineer, Storage", "Backend Engineer, Payments", false);
        check_titles("C Developer", "C++ Developer", false);
        check_titles("Werkstudent Marketing", "Marketing", false);
        check_titles("(m/w/d)", "(m/w/d)", false);
        check_titles("", "", false);
    }

    #[test]
    fn the_company_must_be_the_same_and_known() {
        check(["Gardener", "Northwind GmbH", ""], ["Gardener", "northwind", ""], true);
        check(["Gardener", "Northwind", ""], ["Gardener", "Fabrikam", ""], false);
        check(["Gardener", "", ""], ["Gardener", "", ""], false);
    }

    #[test]
    fn another_number_is_another_job() {
        let job = |reference| ["Gardener", "Northwind", reference];
        check(job("R-1"), job("R-2"), false);
        check(job("R-1"), job("r 1"), true);
        check(job("REQ-1234"), job("1234"), true);
        check(job("REQ-1234"), job("234"), false);
        check(job("17"), job("7"), false);
        check(job("REQ-1234"), job(""), true);
        check(job("–"), job("R-2"), true);
    }
}
