//! The languages, each by its own name.

use crate::domain::Line;
use crate::view::entry::choices;
use crate::view::{Card, Voice, Word, Words};

impl Voice<'_> {
    /// The choice of a language. The browser's stands first, and is chosen where no other is.
    pub(super) fn language(&self, chosen: Option<&Line>) -> Card {
        let of_browser = (String::new(), self.text(Word::LanguageOfBrowser));
        let languages =
            Words::all().map(|words| (words.language().to_owned(), words.text(Word::LanguageName).to_owned()));
        let mut languages: Vec<(String, String)> = languages.collect();
        languages.sort_unstable_by(|(_, one), (_, other)| one.cmp(other));
        let known = languages
            .iter()
            .any(|(tag, _)| Some(tag.as_str()) == chosen.map(Line::as_str));
        let chosen = chosen.filter(|_| known).map_or("", Line::as_str);
        let all = std::iter::once(of_browser).chain(languages);
        Card::new("language-form", "language")
            .field("language", chosen)
            .list("languages", choices("language-choice", "language", false, all))
    }
}
