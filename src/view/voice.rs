//! Who speaks, and when: the words, today, and the calendar by which days are counted.

use super::{Word, Words};
use crate::domain::Today;
use crate::etiquette::Calendar;

/// What makes sentences. Each is true on `today` and not longer.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The language.
    pub words: Words,
    /// The day of the reader.
    pub today: Today,
    /// What counts as a business day.
    pub calendar: &'a Calendar,
}

impl Voice<'_> {
    pub(super) fn text(&self, word: Word) -> String {
        self.words.text(word).to_owned()
    }

    pub(super) fn say(&self, word: Word, values: &[(&str, &str)]) -> String {
        self.words.fill(word, values)
    }

    /// Names one after the other: "Ana, Ben and Cleo".
    pub(super) fn list(&self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [name] => (*name).to_owned(),
            [first @ .., last] => {
                let first = first.join(self.words.text(Word::ListComma));
                self.say(Word::ListAnd, &[("first", &first), ("last", last)])
            }
        }
    }
}

/// What there is of `parts`, with `separator` between them and nothing where there is nothing.
pub(super) fn joined(parts: impl IntoIterator<Item = String>, separator: &str) -> String {
    let mut joined = String::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !joined.is_empty() {
            joined.push_str(separator);
        }
        joined.push_str(&part);
    }
    joined
}

/// A clause as a sentence: with a capital, and a full stop unless it ends in a mark of its own.
pub(super) fn sentence(clause: &str) -> String {
    let mut sentence = capitalised(clause);
    if !sentence.is_empty() && !sentence.ends_with(['.', '?', '!', '…']) {
        sentence.push('.');
    }
    sentence
}

/// A number below 100, with a nought before a single digit.
pub(super) fn two_digits(number: u64) -> String {
    let nought = if number < 10 { "0" } else { "" };
    [nought, &number.to_string()].concat()
}

/// With a capital at the beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(capital);
    first.into_iter().chain(letters).collect()
}

/// The capital of a letter of Western Europe. Unicode's own table of capitals would add 13 kB to the package; it is to be weighed
/// again when a language needs it, since clauses alone are capitalised and they begin with our own words.
fn capital(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => u8::try_from(letter).map_or(letter, |byte| char::from(byte - 0x20)),
        _ => letter,
    }
}

/// A sentence or heading to go on with after a colon.
pub(super) fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_sentence(clause: &str, expected: &str) {
        assert_eq!(sentence(clause), expected);
    }

    #[test]
    fn clauses_become_sentences() {
        check_sentence("you applied", "You applied.");
        check_sentence("is it over?", "Is it over?");
        check_sentence("à bientôt…", "À bientôt…");
        check_sentence("über", "Über.");
        check_sentence("ÿ ß ÷", "ÿ ß ÷.");
        check_sentence("", "");
    }

    #[test]
    fn nothing_leaves_no_gap() {
        let parts = ["a", "", "b", ""].map(str::to_owned);
        assert_eq!(joined(parts, " · "), "a · b");
    }
}
