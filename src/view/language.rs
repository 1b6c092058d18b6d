//! Languages as people call them, for the field that says in which one a posting is written.

use crate::capture::is_language_tag;
use crate::domain::Line;

/// The languages in which postings are written, by their tags, as each calls itself: so no word of it is ours.
const LANGUAGES: [(&str, &str); 38] = [
    ("ar", "العربية"),
    ("bg", "Български"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("no", "Norsk"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// The name of the language of a BCP 47 tag: "Deutsch (CH)" for `de-CH`, and the tag itself where the language is not known.
pub fn language_name(tag: &str) -> String {
    let (primary, rest) = tag.split_once('-').unwrap_or((tag, ""));
    let known = LANGUAGES.iter().find(|(known, _)| known.eq_ignore_ascii_case(primary));
    match known {
        Some((_, name)) if rest.is_empty() => (*name).to_owned(),
        Some((_, name)) => format!("{name} ({rest})"),
        None => tag.to_owned(),
    }
}

/// The tag of a language that is called so, or that is named by its tag; `None` where nothing known is.
pub fn language_tag(text: &str) -> Option<Line> {
    let text = text.trim();
    let (name, rest) = text
        .strip_suffix(')')
        .and_then(|text| text.split_once(" ("))
        .unwrap_or((text, ""));
    let wanted = name.to_lowercase();
    let known = LANGUAGES.iter().find(|(_, known)| known.to_lowercase() == wanted);
    let tag = match known {
        Some((tag, _)) if rest.is_empty() => (*tag).to_owned(),
        Some((tag, _)) => format!("{tag}-{rest}"),
        None => text.to_owned(),
    };
    Line::new(&tag).filter(|tag| is_language_tag(tag.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_found_again_by_its_name() {
        for (tag, name) in LANGUAGES {
            assert_eq!(language_name(tag), name);
            assert_eq!(language_tag(name).as_ref().map(Line::as_str), Some(tag), "{name}");
        }
    }

    #[test]
    fn languages_are_named_with_their_region() {
        let tag = |text: &str| language_tag(text).map(String::from);
        assert_eq!(language_name("de-CH"), "Deutsch (CH)");
        assert_eq!(tag("deutsch (CH)").as_deref(), Some("de-CH"));
        assert_eq!(tag(" PT-br ").as_deref(), Some("PT-br"));
        assert_eq!(language_name("rm"), "rm");
        assert_eq!(tag("rm").as_deref(), Some("rm"));
        assert_eq!(tag("the one of the birds"), None);
        assert_eq!(tag(""), None);
    }
}
