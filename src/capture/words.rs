//! Comparing texts by their words: lower case, no punctuation, one space between.

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
            folded.extend(character.to_lowercase());
        } else if !is_invisible(character) {
            gap = true;
        }
    }
    folded
}

/// Like [`fold`], without the spaces, so that "bs-team" and "BS Team" agree.
pub(super) fn squash(text: &str) -> String {
    text.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether the words of `part` stand side by side in `whole`; both folded.
pub(super) fn has_words(whole: &str, part: &str) -> bool {
    if part.is_empty() {
        return false;
    }
    whole.match_indices(part).any(|(start, found)| {
        let before = whole.get(..start).and_then(|text| text.chars().next_back());
        let after = whole.get(start + found.len()..).and_then(|text| text.chars().next());
        before.is_none_or(|character| character == ' ') && after.is_none_or(|character| character == ' ')
    })
}

/// Whether any of `parts` stands in `whole`, word by word; all folded.
pub(super) fn has_any(whole: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| has_words(whole, part))
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
        assert!(!has_words("anything", ""));
    }
}
