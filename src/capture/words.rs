//! Comparing texts by their words: lower case, no punctuation, one space between.

/// Phrases to look for, folded, with a bar between; made by [`words!`]. They are many, in many languages, and what they are held
/// against is nearly always none of them: with which three bytes they begin is worked out when this is compiled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    phrases: &'static str,
    beginnings: &'static Beginnings,
}

/// A bit for each beginning, as [`beginning`] numbers them.
pub(super) type Beginnings = [u64; 4];

/// [`Words`], made when this is compiled.
macro_rules! words {
    ($phrases:expr $(,)?) => {
        const {
            const BEGINNINGS: $crate::capture::words::Beginnings = $crate::capture::words::beginnings($phrases);
            $crate::capture::words::Words::new($phrases, &BEGINNINGS)
        }
    };
}
pub(super) use words;

impl Words {
    pub(super) const fn new(phrases: &'static str, beginnings: &'static Beginnings) -> Self {
        Self { phrases, beginnings }
    }

    /// The phrases.
    pub(super) fn iter(self) -> impl Iterator<Item = &'static str> {
        self.phrases.split('|')
    }

    /// Whether `text` is one of them.
    pub(super) fn contains(self, text: &str) -> bool {
        self.behind(text).any(|rest| rest.is_empty())
    }

    /// Whether one of them stands in `text`, word by word.
    pub(super) fn any_in(self, text: &str) -> bool {
        self.all_in(text).next().is_some()
    }

    /// What stands in `text` behind each of them, in the order of the text. The text is folded; where words are written without spaces, any
    /// place is the beginning of one.
    pub(super) fn all_in(self, text: &str) -> impl Iterator<Item = &str> {
        let mut is_behind_edge = true;
        text.char_indices().filter_map(move |(start, character)| {
            let begins = is_behind_edge || is_unspaced(character);
            is_behind_edge = is_edge(character);
            let rest = if begins { text.get(start..)? } else { return None };
            self.behind(rest).find(|behind| ends_word(rest, behind))
        })
    }

    /// Whether `text` begins with one of them, be it within a word.
    pub(super) fn begin(self, text: &str) -> bool {
        self.iter().any(|phrase| text.starts_with(phrase))
    }

    /// What stands behind each of them with which `text` begins.
    fn behind(self, text: &str) -> impl Iterator<Item = &str> {
        let place = beginning(text.as_bytes());
        let may_begin = self
            .beginnings
            .get(place / 64)
            .is_some_and(|bits| bits >> (place % 64) & 1 == 1);
        let phrases = if may_begin { self.phrases.as_bytes() } else { &[] };
        // Byte by byte: phrases are short, and most differ in their first letter.
        phrases.split(|byte| *byte == BAR).filter_map(|phrase| {
            let is_alike =
                !phrase.is_empty() && phrase.first() == text.as_bytes().first() && text.as_bytes().starts_with(phrase);
            if is_alike { text.get(phrase.len()..) } else { None }
        })
    }
}

/// With what phrases begin.
#[expect(clippy::indexing_slicing, reason = "what would panic here would not be compiled")]
pub(super) const fn beginnings(phrases: &str) -> Beginnings {
    let mut beginnings = [0; 4];
    let mut rest = phrases.as_bytes();
    let mut is_first = true;
    while let Some((byte, behind)) = rest.split_first() {
        if is_first {
            let place = beginning(rest);
            beginnings[place / 64] |= 1 << (place % 64);
        }
        is_first = *byte == BAR;
        rest = behind;
    }
    beginnings
}

/// What stands between two phrases.
const BAR: u8 = b'|';

/// A number below 256 for the first three bytes of a text, of those that stand in its first word; alike for a phrase and for what goes on
/// behind it with another word.
const fn beginning(text: &[u8]) -> usize {
    const fn letter(byte: u8) -> u8 {
        // No letter, or the first byte of one that is written without spaces.
        if byte.is_ascii_alphanumeric() || (byte >= 0x80 && byte < 0xe2) {
            byte
        } else {
            b' '
        }
    }
    let (first, second, third) = match *text {
        [] => (b' ', b' ', b' '),
        [first] => (first, b' ', b' '),
        [first, second] => (first, letter(second), b' '),
        [first, second, third, ..] if letter(second) != b' ' => (first, letter(second), letter(third)),
        [first, ..] => (first, b' ', b' '),
    };
    let whole = u32::from_be_bytes([0, first, second, third]);
    (whole.wrapping_mul(0x9e37_79b1) >> 24) as usize
}

/// The words of `text`.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        if character.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            if character.is_ascii() {
                folded.push(character.to_ascii_lowercase());
            } else {
                folded.extend(character.to_lowercase());
            }
        } else if !is_invisible(character) {
            gap = true;
        }
    }
    folded
}

/// The words of class names and the like: those of camel case, too.
pub(super) fn fold_hooks(hooks: &str) -> String {
    let mut spaced = String::with_capacity(hooks.len() + 8);
    let mut after_small = false;
    for character in hooks.chars() {
        if after_small && character.is_uppercase() {
            spaced.push(' ');
        }
        after_small = character.is_lowercase();
        spaced.push(character);
    }
    fold(&spaced)
}

/// Like [`fold`], without the spaces, so that "bs-team" and "BS Team" agree.
pub(super) fn squash(text: &str) -> String {
    text.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether the words of `part` stand side by side in `whole`; both folded. Where words are written without spaces, any
/// place is the beginning of one.
pub(super) fn has_words(whole: &str, part: &str) -> bool {
    let Some(initial) = part.chars().next() else {
        return false;
    };
    // Nearly always it stands nowhere, which is found faster so.
    if !whole.contains(part) {
        return false;
    }
    let mut is_behind_edge = true;
    whole.char_indices().any(|(start, character)| {
        let begins = character == initial && (is_behind_edge || is_unspaced(initial));
        is_behind_edge = is_edge(character);
        let rest = whole.get(start..).filter(|_| begins).unwrap_or_default();
        rest.strip_prefix(part).is_some_and(|behind| ends_word(rest, behind))
    })
}

/// Whether a word ends in `text` where `behind` begins.
fn ends_word(text: &str, behind: &str) -> bool {
    let last = text.strip_suffix(behind).and_then(|phrase| phrase.chars().next_back());
    last.is_some_and(is_unspaced) || behind.chars().next().is_none_or(is_edge)
}

/// Whether a word begins behind `character`.
const fn is_edge(character: char) -> bool {
    character == ' ' || is_unspaced(character)
}

/// Whether a character belongs to a script that puts no spaces between words.
pub(super) const fn is_unspaced(character: char) -> bool {
    character >= '\u{2e80}'
}

/// Joiners and the like, which people's tools leave within numbers and words.
pub(super) const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_compared_without_case_and_punctuation() {
        assert_eq!(fold("  Job-Title:\u{a0}(m/w/d) "), "job title m w d");
        assert_eq!(squash("BS-Team SA"), "bsteamsa");
        assert!(has_words("apply for this job", "apply"));
        assert!(!has_words("simply apply", "ply"));
        assert!(has_words("数据分析师招聘 2024", "数据分析师"));
        assert!(has_words("月給350 000円", "月給"));
        assert_eq!(fold_hooks("inlineHeader-companyName"), "inline header company name");
        assert!(!has_words("anything", ""));
    }

    const SOME: Words = words!("p|cv|m f|apply|apply by|élan|é|求人|応募する|80 100");

    #[test]
    fn what_stands_behind_a_phrase_is_found() {
        let check = |text: &str, expected: &[&str]| assert_eq!(SOME.all_in(text).collect::<Vec<_>>(), expected);
        check("please apply by friday or apply", &[" by friday or apply", ""]);
        check("ここに応募する人", &["人"]);
        check("simply", &[]);
        check("", &[]);
        assert!(SOME.contains("m f") && !SOME.contains("m") && !SOME.contains(""));
    }

    proptest! {
        /// The short way to what the long one says.
        #[test]
        fn any_phrase_is_found_where_it_stands(text in "((p|cv|m|f|apply|by|é|élan|求人|応募|する|80|100|x)( |求)?){0,6}") {
            let folded = fold(&text);
            prop_assert_eq!(SOME.any_in(&folded), SOME.iter().any(|phrase| has_words(&folded, phrase)));
            prop_assert_eq!(SOME.contains(&folded), SOME.iter().any(|phrase| phrase == folded));
        }
    }
}
