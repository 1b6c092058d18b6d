//! Turns `extension/_locales/<language>/messages.json`, which the browser reads for the manifest, into tables that compile into the
//! crate: the words are the same natively and in the browser, and a word that is missing does not compile.
//!
//! A folder such as `de_CH` has what a region writes otherwise than its language does, and nothing else: so do the browsers read them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::{self, Write as _};
use std::path::Path;
use std::{env, fs};

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};

const LOCALES: &str = "extension/_locales";
/// Whose markup names words by their keys, and the programs that show it.
const PAGES: [(&str, &[&str]); 4] = [
    ("extension/applications.html", &["pages"]),
    ("extension/popup.html", &["popup"]),
    ("extension/dashboard.html", &["pages"]),
    ("extension/templates.html", &["popup", "pages"]),
];
/// The language that decides which words there are.
const SOURCE: &str = "en";

/// From keys to texts, in the order of the keys.
pub(crate) type Texts = BTreeMap<String, String>;

/// Texts by the languages or regions that have them, in the order of those.
pub(crate) type Locales = BTreeMap<String, Texts>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={LOCALES}");
    for (page, _) in PAGES {
        println!("cargo::rerun-if-changed={page}");
    }
    let mut languages = Locales::new();
    for folder in fs::read_dir(LOCALES)? {
        let folder = folder?;
        let name = folder.file_name().to_string_lossy().into_owned();
        let json = fs::read(folder.path().join("messages.json"))?;
        languages.insert(name.clone(), read(&json).map_err(|wrong| format!("{name}: {wrong}"))?);
    }
    agree(&languages)?;
    let (regions, languages): (Locales, Locales) = languages.into_iter().partition(|(name, _)| name.contains('_'));
    let out = env::var("OUT_DIR")?;
    let mut pages = Vec::new();
    for (page, programs) in PAGES {
        pages.push((fs::read_to_string(page)?, programs));
    }
    fs::write(Path::new(&out).join("words.rs"), code(&languages, &regions, &pages)?)?;
    Ok(())
}

/// The words of a file.
pub(crate) fn read(json: &[u8]) -> Result<Texts, String> {
    let Once(json) = serde_json::from_slice(json).map_err(|wrong| wrong.to_string())?;
    let mut texts = Texts::new();
    for (key, mut entry) in json {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if !key.starts_with(|first: char| first.is_ascii_lowercase()) || !key.bytes().all(plain) {
            return Err(format!("{key}: not a key in snake_case"));
        }
        let text = entry.remove("message").ok_or_else(|| format!("{key}: no message"))?;
        placeholders(&text).ok_or_else(|| format!("{key}: a brace without its other"))?;
        texts.insert(key, text);
    }
    Ok(texts)
}

/// The entries of an object in which each key is there once. JSON leaves open which of two would count, and Mozilla takes no such file.
struct Once(BTreeMap<String, BTreeMap<String, String>>);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self(BTreeMap::new()))
    }
}

impl<'de> Visitor<'de> for Once {
    type Value = Self;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object of messages by their keys")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<Self, A::Error> {
        while let Some((key, entry)) = entries.next_entry::<String, _>()? {
            if self.0.contains_key(&key) {
                return Err(A::Error::custom(format!("{key}: there twice")));
            }
            self.0.insert(key, entry);
        }
        Ok(self)
    }
}

/// The names in braces; `None` if a brace lacks its other.
fn placeholders(text: &str) -> Option<BTreeSet<&str>> {
    let mut names = BTreeSet::new();
    let mut parts = text.split('{');
    let mut outside = parts.next()?;
    for part in parts {
        let (name, after) = part.split_once('}')?;
        names.insert(name);
        outside = after;
        if outside.contains('}') {
            return None;
        }
    }
    (!outside.contains('}')).then_some(names)
}

/// A language has each key, no other, and the same names in braces; a region has some of them, and says them otherwise than its language.
/// A form for other numbers goes with a form for one.
pub(crate) fn agree(locales: &Locales) -> Result<(), String> {
    let source = locales.get(SOURCE).ok_or("there is no English")?;
    let mut stems = source.keys().filter_map(|key| key.strip_suffix("_other"));
    if let Some(alone) = stems.find(|stem| !source.contains_key(&format!("{stem}_one"))) {
        return Err(format!("{alone}_other: without a form for one"));
    }
    for (name, texts) in locales {
        let language = name.split_once('_').map(|(language, _)| language);
        for (key, text) in texts {
            let Some(english) = source.get(key) else {
                return Err(format!("{name}: {key}: not a key of the English words"));
            };
            if placeholders(english) != placeholders(text) {
                return Err(format!("{name}: {key}: other names in braces than in English"));
            }
            if let Some(language) = language {
                let usual = locales.get(language).and_then(|texts| texts.get(key));
                if usual.is_none_or(|usual| usual == text) {
                    return Err(format!("{name}: {key}: not otherwise than in its language"));
                }
            }
        }
        if let Some(missing) = source
            .keys()
            .find(|key| language.is_none() && !texts.contains_key(*key))
        {
            return Err(format!("{name}: {missing}: missing"));
        }
    }
    Ok(())
}

/// A word holds its own texts, so that a program has those of the words that it says and no others.
fn code(languages: &Locales, regions: &Locales, pages: &[(String, &[&str])]) -> Result<String, Box<dyn Error>> {
    let source = languages.get(SOURCE).ok_or("there is no English")?;
    let mut code = String::from(
        "#[allow(non_upper_case_globals, reason = \"each is a word, named as if it were one of an enumeration\")]\nimpl Word {\n",
    );
    for (key, text) in source {
        let texts: Vec<&String> = languages.values().filter_map(|texts| texts.get(key)).collect();
        let regional = regions.iter().enumerate();
        let regional = regional.filter_map(|(index, (_, texts))| Some((index, texts.get(key)?)));
        let regional: Vec<(usize, &String)> = regional.collect();
        writeln!(
            code,
            "    #[doc = {text:?}]\n    pub const {}: Self = Self(&Texts {{ in_languages: {texts:?}, in_regions: &{regional:?} }});",
            variant(key)
        )?;
    }
    code.push_str("}\n\n/// The words that the pages may name, by their keys and in the order of both. To the code all others are known without.\n");
    code.push_str("static KEYS: &[(&str, Word)] = &[\n");
    for key in source.keys() {
        let named = format!("\"{key}\"");
        let naming = pages.iter().filter(|(markup, _)| markup.contains(&named));
        let programs: BTreeSet<&str> = naming.flat_map(|(_, programs)| *programs).copied().collect();
        if !programs.is_empty() {
            let programs: Vec<String> = programs
                .iter()
                .map(|program| format!("feature = {program:?}"))
                .collect();
            writeln!(code, "    #[cfg(any({}))]", programs.join(", "))?;
            writeln!(code, "    ({key:?}, Word::{}),", variant(key))?;
        }
    }
    let tags = |locales: &Locales| -> Vec<String> { locales.keys().map(|name| name.replace('_', "-")).collect() };
    let (languages, regions) = (tags(languages), tags(regions));
    let english = languages.iter().position(|language| language == SOURCE);
    writeln!(
        code,
        "];\n\nconst LANGUAGES: [&str; {}] = {languages:?};\n\nconst REGIONS: [&str; {}] = {regions:?};\n\nconst ENGLISH: usize = {};",
        languages.len(),
        regions.len(),
        english.unwrap_or_default()
    )?;
    Ok(code)
}

/// `first_run_title` as `FirstRunTitle`.
fn variant(key: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    key.split('_').map(capital).collect()
}
