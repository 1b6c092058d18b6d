//! The job's title as it stands in a letter: without the letters by which a posting says that it is for everybody.

use crate::domain::Line;

/// How postings shorten whom they are for: "m/w/d", "f/m/x", "h/f".
const LETTERS: [&str; 13] = ["m", "w", "d", "f", "x", "h", "v", "k", "n", "i", "u", "div", "divers"];
/// How they say it in full.
const PHRASES: [&str; 7] = [
    "all genders",
    "all gender",
    "any gender",
    "alle geschlechter",
    "alle",
    "gn",
    "mwd",
];

/// "Baker" of "Baker (m/w/d)".
pub(super) fn role(title: &Line) -> String {
    let mut role = title.as_str().to_owned();
    while let Some(shorter) = without_brackets(&role) {
        role = shorter;
    }
    let bare = without_last_word(&role).trim();
    if bare.is_empty() {
        title.to_string()
    } else {
        bare.to_owned()
    }
}

fn without_brackets(title: &str) -> Option<String> {
    title.match_indices(['(', '[']).find_map(|(at, bracket)| {
        let (before, from) = title.split_at_checked(at)?;
        let (within, behind) = from.strip_prefix(bracket)?.split_once([')', ']'])?;
        let is_left_out = are_letters(within) || PHRASES.contains(&within.trim().to_lowercase().as_str());
        is_left_out.then(|| [before.trim_end(), behind].concat())
    })
}

/// Without the letters where no brackets stand around them, and without what leads to them.
fn without_last_word(title: &str) -> &str {
    match title.trim_end().rsplit_once(' ') {
        Some((before, last)) if are_letters(last) => before.trim_end_matches([' ', '-', '–', '|', ',', '·']),
        _ => title,
    }
}

/// Whether it is two of the letters or more, with something between them.
fn are_letters(text: &str) -> bool {
    let text = text.to_lowercase();
    let parts = text.split(['/', '|', ',', '*', '.', ';', ':', ' ', '-']);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.len() > 1 && parts.iter().all(|part| LETTERS.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_role(title: &str, expected: &str) {
        let title = Line::new(title).unwrap();
        assert_eq!(role(&title), expected);
    }

    #[test]
    fn what_a_letter_would_not_say_is_left_out() {
        check_role("Eisbrecherkapitän (m/w/d)", "Eisbrecherkapitän");
        check_role("Deichgräfin / Deichgraf (m/w/d)", "Deichgräfin / Deichgraf");
        check_role("Baker (f/m/x) in Bern", "Baker in Bern");
        check_role("(w|m|divers) Baker, nights", "Baker, nights");
        check_role("Baker (M / F / D), nights", "Baker, nights");
        check_role("Baker [all genders]", "Baker");
        check_role("Baker (m/w/d) (gn)", "Baker");
        check_role("Boulanger H/F", "Boulanger");
        check_role("Bäcker – m/w/d", "Bäcker");
        check_role("Bäcker*in (m, w, d)", "Bäcker*in");
    }

    #[test]
    fn what_a_title_says_stays() {
        for title in [
            "Baker",
            "Baker (nights)",
            "A/B Testing Lead",
            "Engineer, I/O",
            "Engineer (R/C++)",
            "Engineer (M)",
            "Baker (f",
            "(m/w/d)",
            "m/w/d",
        ] {
            check_role(title, title);
        }
    }
}
