//! The languages, each by its own name.

use crate::domain::Line;
use crate::view::{Card, Field, Voice, Word, Words};

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
        let choice = |(tag, name): (String, String)| Card {
            fields: vec![match tag == chosen {
                true => Field::of("language", tag.as_str()),
                false => Field::none("language"),
            }],
            ..Card::new("language-choice", tag).text("name", name)
        };
        let all = std::iter::once(of_browser).chain(languages);
        Card::new("language-form", "language").list("languages", all.map(choice).collect())
    }
}
