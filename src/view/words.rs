//! The words of each language. `build.rs` makes the tables from `extension/_locales`.

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// One language's texts, in the order of [`Word`].
struct Language {
    tag: &'static str,
    texts: &'static [&'static str],
}

impl Word {
    /// The word with that key, for those that the markup names.
    pub fn named(key: &str) -> Option<Self> {
        let index = KEYS.binary_search_by_key(&key, |(key, _)| key).ok()?;
        KEYS.get(index).map(|(_, word)| *word)
    }
}

/// A language to speak in.
///
/// ```
/// use your_move::view::{Word, Words};
///
/// let words = Words::for_language("en-GB");
/// assert_eq!(words.text(Word::Undo), "Undo");
/// assert_eq!(words.fill(Word::OnDate, &[("date", "Thu 17 Dec")]), "on Thu 17 Dec");
/// ```
#[derive(Clone, Copy)]
pub struct Words(&'static Language);

impl Words {
    /// English.
    pub const fn english() -> Self {
        Self(&ENGLISH)
    }

    /// The language of a BCP 47 tag, or the one nearest to it; English where there is none.
    pub fn for_language(tag: &str) -> Self {
        let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let exact = TRANSLATIONS
            .iter()
            .find(|language| language.tag.eq_ignore_ascii_case(tag));
        let near = || {
            TRANSLATIONS
                .iter()
                .find(|language| primary(language.tag) == primary(tag))
        };
        Self(exact.or_else(near).unwrap_or(&ENGLISH))
    }

    /// The language's own tag, for the document's `lang`.
    pub const fn tag(self) -> &'static str {
        self.0.tag
    }

    /// A word as it stands.
    pub fn text(self, word: Word) -> &'static str {
        self.0.texts.get(word as usize).copied().unwrap_or_default()
    }

    /// A sentence with each `{name}` replaced by its value. The values are taken as they are, braces and all.
    pub fn fill(self, word: Word, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.text(word);
        while let Some((before, (name, after))) = rest
            .split_once('{')
            .and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
            debug_assert!(value.is_some(), "{word:?} needs a value for {name}");
            filled.push_str(before);
            filled.push_str(value.unwrap_or_default());
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// `one` where `count` is 1, else `other`, with `{count}` in digits.
    ///
    /// Two forms are what Germanic and Romance languages need; one with more forms needs more here.
    pub fn count(self, count: usize, one: Word, other: Word) -> String {
        self.fill(if count == 1 { one } else { other }, &[("count", &count.to_string())])
    }

    /// The same as prose has it, with `{count}` in words up to ten.
    pub fn count_in_words(self, count: usize, one: Word, other: Word) -> String {
        self.fill(if count == 1 { one } else { other }, &[("count", &self.number(count))])
    }

    /// A number from two to ten in words, any other in digits: the forms for one say it themselves.
    fn number(self, number: usize) -> String {
        let word = match number {
            2 => Word::Number2,
            3 => Word::Number3,
            4 => Word::Number4,
            5 => Word::Number5,
            6 => Word::Number6,
            7 => Word::Number7,
            8 => Word::Number8,
            9 => Word::Number9,
            10 => Word::Number10,
            _ => return number.to_string(),
        };
        self.text(word).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_named(key: &str, expected: Option<Word>) {
        assert_eq!(Word::named(key), expected);
    }

    #[test]
    fn markup_finds_words_by_key() {
        check_named("undo", Some(Word::Undo));
        check_named("first_run_title", Some(Word::FirstRunTitle));
        check_named("Undo", None);
        check_named("", None);
        for (key, word) in KEYS {
            check_named(key, Some(*word));
        }
    }

    #[track_caller]
    fn check_language(tag: &str, expected: &str) {
        assert_eq!(Words::for_language(tag).tag(), expected);
    }

    #[test]
    fn a_language_without_words_reads_english() {
        check_language("en", "en");
        check_language("en-GB", "en");
        check_language("tlh", "en");
        check_language("", "en");
    }

    #[test]
    fn values_are_put_in_as_they_are() {
        let words = Words::english();
        assert_eq!(words.fill(Word::OnDate, &[("date", "{date}")]), "on {date}");
    }

    #[track_caller]
    fn check_count(count: usize, expected: &str) {
        let words = Words::english();
        let digits = words.count(count, Word::TooltipOne, Word::TooltipOther);
        let prose = words.count_in_words(count, Word::BusinessDaysOne, Word::BusinessDaysOther);
        assert_eq!(format!("{digits}, {prose}"), expected);
    }

    #[test]
    fn counts_have_two_forms() {
        check_count(0, "Your Move: 0 follow-ups due, 0 business days");
        check_count(1, "Your Move: 1 follow-up due, one business day");
        check_count(2, "Your Move: 2 follow-ups due, two business days");
        check_count(10, "Your Move: 10 follow-ups due, ten business days");
        check_count(11, "Your Move: 11 follow-ups due, 11 business days");
    }
}
