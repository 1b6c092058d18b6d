//! The words of each language. `build.rs` makes the tables from `extension/_locales`.

use super::voice::two_digits;

/// A word or a sentence, by its key in `messages.json`. It holds its texts itself: what a program never says is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(&'static Texts);

/// What a word is in each language, in the order of [`LANGUAGES`], and where a region says it otherwise, by its place in [`REGIONS`].
#[derive(Debug, PartialEq, Eq)]
struct Texts {
    in_languages: [&'static str; LANGUAGES.len()],
    in_regions: &'static [(usize, &'static str)],
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Word {
    /// The word with that key, for those that the markup names.
    pub fn named(key: &str) -> Option<Self> {
        let index = KEYS.binary_search_by_key(&key, |(key, _)| key).ok()?;
        KEYS.get(index).map(|(_, word)| *word)
    }
}

/// A language to speak in, as it is written in a region.
///
/// ```
/// use your_move::view::{Word, Words};
///
/// let words = Words::for_reader(["en-GB", "de"]);
/// assert_eq!(words.text(Word::Undo), "Undo");
/// assert_eq!(words.fill(Word::OnDate, &[("date", "Thu 17 Dec")]), "on Thu 17 Dec");
/// assert_eq!(words.in_language(Some("de")).text(Word::Undo), "Rückgängig");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: usize,
    region: Option<usize>,
}

impl Words {
    /// English, as it is understood everywhere.
    pub const fn english() -> Self {
        Self {
            language: ENGLISH,
            region: None,
        }
    }

    /// Each language that there is, as no region in particular has it.
    pub fn all() -> impl Iterator<Item = Self> {
        let languages = 0..LANGUAGES.len();
        languages.map(|language| Self { language, region: None })
    }

    /// The first language of which there are words, of those that somebody reads, as BCP 47 tags; English where there is none. It is
    /// written as in the first region that they name for it.
    pub fn for_reader<'a>(preferred: impl IntoIterator<Item = &'a str>) -> Self {
        let mut found: Option<Self> = None;
        for tag in preferred {
            let mut parts = tag.split(['-', '_']);
            let primary = parts.next().unwrap_or_default();
            let language = LANGUAGES
                .iter()
                .position(|language| language.eq_ignore_ascii_case(primary));
            let Some(language) = language.filter(|language| found.is_none_or(|found| found.language == *language))
            else {
                continue;
            };
            let of = |region: &str| {
                let tag = [primary, "-", region].concat();
                REGIONS.iter().position(|region| region.eq_ignore_ascii_case(&tag))
            };
            let region = parts.find(|part| part.len() == 2);
            found = Some(Self {
                language,
                region: region.and_then(of),
            });
            if region.is_some() {
                break;
            }
        }
        found.unwrap_or(Self::english())
    }

    /// The language that was chosen, where one was; its region is the reader's where that is their language, too. A language that only
    /// a newer version has is none.
    #[must_use]
    pub fn in_language(self, chosen: Option<&str>) -> Self {
        let language = chosen.and_then(|chosen| LANGUAGES.iter().position(|language| *language == chosen));
        match language {
            Some(language) if language != self.language => Self { language, region: None },
            _ => self,
        }
    }

    /// The language's own tag, such as `de`.
    pub fn language(self) -> &'static str {
        LANGUAGES.get(self.language).copied().unwrap_or_default()
    }

    /// The tag of the language as it is written here, such as `de-CH`: for the document's `lang`.
    pub fn tag(self) -> &'static str {
        let region = self.region.and_then(|region| REGIONS.get(region)).copied();
        region.unwrap_or(self.language())
    }

    /// A word as it stands.
    pub fn text(self, word: Word) -> &'static str {
        let Texts {
            in_languages,
            in_regions,
        } = word.0;
        let regional = in_regions.iter().find(|(region, _)| Some(*region) == self.region);
        let text = regional.map(|(_, text)| text).or(in_languages.get(self.language));
        text.copied().unwrap_or_default()
    }

    /// A sentence with each `{name}` replaced by its value. The values are taken as they are, braces and all; one that ends in a full
    /// stop, as "17. Dez." does, ends a sentence by itself.
    pub fn fill(self, word: Word, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.text(word);
        while let Some((before, (name, after))) = rest
            .split_once('{')
            .and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
            debug_assert!(value.is_some(), "{word:?} needs a value for {name}");
            let value = value.unwrap_or_default();
            filled.push_str(before);
            filled.push_str(value);
            let is_ended = value.ends_with(['.', '?', '!', '…']);
            rest = after.strip_prefix('.').filter(|_| is_ended).unwrap_or(after);
        }
        filled.push_str(rest);
        filled
    }

    /// A whole number, in groups of digits.
    pub fn digits(self, number: u64) -> String {
        let digits = number.to_string();
        // In India, the groups above the thousands have two digits each.
        let group = self.text(Word::DigitsInAGroup).parse().unwrap_or(3);
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            let left = digits.len() - index;
            if index > 0 && left >= 3 && (left - 3).is_multiple_of(group) {
                text.push_str(self.text(Word::ThousandsSeparator));
            }
            text.push(digit);
        }
        text
    }

    /// A time of day: "14:30", or "2:30 PM" where both halves of the day are counted by themselves.
    pub fn clock(self, hour: u32, minute: u32) -> String {
        let (before_noon, after_noon) = (Word::TimeBeforeNoon, Word::TimeAfterNoon);
        let is_halved = self.text(before_noon) != self.text(after_noon);
        let hour_said = if is_halved {
            ((hour + 11) % 12 + 1).to_string()
        } else {
            two_digits(hour.into())
        };
        let word = if hour < 12 { before_noon } else { after_noon };
        self.fill(word, &[("hour", &hour_said), ("minute", &two_digits(minute.into()))])
    }

    /// The word for so many. A language with more forms than these two, as the Slavic ones have, gets further keys beside `_one` and
    /// `_other`, and says here which numbers take them.
    pub const fn form(self, count: usize, one: Word, other: Word) -> Word {
        if count == 1 { one } else { other }
    }

    /// `one` or `other` as the number wants it, with `{count}` in digits.
    pub fn count(self, count: usize, one: Word, other: Word) -> String {
        self.fill(self.form(count, one, other), &[("count", &self.number(count))])
    }

    /// The same as prose has it, with `{count}` in words up to ten.
    pub fn count_in_words(self, count: usize, one: Word, other: Word) -> String {
        self.fill(self.form(count, one, other), &[("count", &self.number_in_words(count))])
    }

    /// A number in digits.
    pub fn number(self, number: usize) -> String {
        self.digits(u64::try_from(number).unwrap_or(u64::MAX))
    }

    /// A number from two to ten in words, any other in digits: the forms for one say it themselves.
    fn number_in_words(self, number: usize) -> String {
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
            _ => return self.number(number),
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
        check_named("first_run_open", Some(Word::FirstRunOpen));
        check_named("Undo", None);
        check_named("", None);
        for (key, word) in KEYS {
            check_named(key, Some(*word));
        }
    }

    #[track_caller]
    fn check_reader(preferred: &[&str], chosen: Option<&str>, expected: &str) {
        let words = Words::for_reader(preferred.iter().copied());
        assert_eq!(words.in_language(chosen).tag(), expected);
    }

    #[test]
    fn a_reader_gets_the_first_language_that_has_words() {
        check_reader(&["en"], None, "en");
        check_reader(&["en-NZ"], None, "en");
        check_reader(&["en-gb"], None, "en-GB");
        check_reader(&["de"], None, "de");
        check_reader(&["de-DE", "de-AT", "en"], None, "de");
        check_reader(&["de-AT", "de", "en-US"], None, "de-AT");
        check_reader(&["de_CH"], None, "de-CH");
        check_reader(&["de-Latn-CH-1996"], None, "de-CH");
        check_reader(&["tlh", "de", "en-US"], None, "de");
        check_reader(&["de", "en-US", "de-CH"], None, "de-CH");
        check_reader(&["tlh", ""], None, "en");
        check_reader(&[], None, "en");
    }

    #[test]
    fn a_chosen_language_goes_before_the_readers() {
        check_reader(&["en-GB", "de-CH"], Some("de"), "de");
        check_reader(&["de-CH", "en-GB"], Some("de"), "de-CH");
        check_reader(&["de-CH"], Some("en"), "en");
        check_reader(&["en-US"], Some("en"), "en-US");
        check_reader(&["de-AT"], Some("tlh"), "de-AT");
        check_reader(&["de-AT"], Some(""), "de-AT");
    }

    #[test]
    fn values_are_put_in_as_they_are() {
        let words = Words::english();
        assert_eq!(words.fill(Word::OnDate, &[("date", "{date}")]), "on {date}");
    }

    #[test]
    fn a_full_stop_is_enough() {
        let words = Words::english();
        let kept = |what| words.fill(Word::KeptSo, &[("what", what)]);
        assert_eq!(kept("Acme"), "Saved: Acme.");
        assert_eq!(kept("Acme Inc."), "Saved: Acme Inc.");
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
        check_count(1_100, "Your Move: 1,100 follow-ups due, 1,100 business days");
    }

    #[track_caller]
    fn check_region(tag: &str, expected: &str) {
        let words = Words::for_reader([tag]);
        let times = [(0, 5), (9, 30), (12, 0), (14, 30)].map(|(hour, minute)| words.clock(hour, minute));
        assert_eq!(format!("{}; {}", words.digits(1_234_567), times.join(", ")), expected);
    }

    #[test]
    fn numbers_and_times_are_written_as_in_the_region() {
        check_region("en", "1,234,567; 00:05, 09:30, 12:00, 14:30");
        check_region("en-GB", "1,234,567; 00:05, 09:30, 12:00, 14:30");
        check_region("en-IE", "1,234,567; 00:05, 09:30, 12:00, 14:30");
        check_region("en-US", "1,234,567; 12:05 AM, 9:30 AM, 12:00 PM, 2:30 PM");
        check_region("en-CA", "1,234,567; 12:05 a.m., 9:30 a.m., 12:00 p.m., 2:30 p.m.");
        check_region("en-AU", "1,234,567; 12:05 am, 9:30 am, 12:00 pm, 2:30 pm");
        check_region("en-IN", "12,34,567; 12:05 am, 9:30 am, 12:00 pm, 2:30 pm");
        check_region("de", "1.234.567; 00:05, 09:30, 12:00, 14:30");
        check_region("de-AT", "1.234.567; 00:05, 09:30, 12:00, 14:30");
        check_region("de-CH", "1’234’567; 00:05, 09:30, 12:00, 14:30");
    }
}
