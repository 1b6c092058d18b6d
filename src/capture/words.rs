//! Comparing texts by their words: lower case, no punctuation, one space between.

/// Phrases to look for, folded, with a bar between.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(pub(super) &'static str);

impl Words {
    /// The phrases.
    pub(super) fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|')
    }

    /// Whether `text` is one of them.
    pub(super) fn contains(self, text: &str) -> bool {
        !text.is_empty()
            && self.0.match_indices(text).any(|(start, found)| {
                let bytes = self.0.as_bytes();
                let before = start.checked_sub(1).and_then(|index| bytes.get(index));
                let after = bytes.get(start + found.len());
                before.is_none_or(|byte| *byte == b'|') && after.is_none_or(|byte| *byte == b'|')
            })
    }

    /// Whether one of them stands in `text`, word by word.
    pub(super) fn any_in(self, text: &str) -> bool {
        self.iter().any(|phrase| has_words(text, phrase))
    }

    /// Whether `text` begins with one of them.
    pub(super) fn begin(self, text: &str) -> bool {
        self.iter().any(|phrase| text.starts_with(phrase))
    }
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
    let is_edge = |character: char| character == ' ' || is_unspaced(character);
    let ends_anywhere = part.chars().next_back().is_some_and(is_unspaced);
    let mut before = ' ';
    whole.char_indices().any(|(start, character)| {
        let begins = character == initial && (is_edge(before) || is_unspaced(initial));
        before = character;
        let rest = if begins {
            whole.get(start..).and_then(|rest| rest.strip_prefix(part))
        } else {
            None
        };
        rest.is_some_and(|rest| ends_anywhere || rest.chars().next().is_none_or(is_edge))
    })
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
}
