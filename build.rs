//! Turns `extension/_locales/<language>/messages.json`, which the browser reads for the manifest, into tables that compile into the
//! crate: the words are the same natively and in the browser, and a word that is missing does not compile.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const LOCALES: &str = "extension/_locales";
/// Whose markup names words by their keys.
const PAGES: [&str; 4] = [
    "extension/applications.html",
    "extension/popup.html",
    "extension/dashboard.html",
    "extension/templates.html",
];
/// The language that decides which words there are.
const SOURCE: &str = "en";

/// From keys to texts, in the order of the keys.
type Texts = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={LOCALES}");
    for page in PAGES {
        println!("cargo::rerun-if-changed={page}");
    }
    let mut languages = BTreeMap::new();
    for folder in fs::read_dir(LOCALES)? {
        let folder = folder?;
        let name = folder.file_name().to_string_lossy().into_owned();
        languages.insert(name, read(&folder.path().join("messages.json"))?);
    }
    let source = languages.remove(SOURCE).ok_or("there is no English")?;
    for (language, texts) in &languages {
        agree(&source, texts).map_err(|wrong| format!("{language}: {wrong}"))?;
    }
    let out = env::var("OUT_DIR")?;
    let pages = PAGES.map(fs::read_to_string);
    let pages: String = pages.into_iter().collect::<Result<_, _>>()?;
    fs::write(Path::new(&out).join("words.rs"), code(&source, &languages, &pages)?)?;
    Ok(())
}

fn read(file: &Path) -> Result<Texts, Box<dyn Error>> {
    let json: BTreeMap<String, BTreeMap<String, String>> = serde_json::from_slice(&fs::read(file)?)?;
    let mut texts = Texts::new();
    for (key, mut entry) in json {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if !key.starts_with(|first: char| first.is_ascii_lowercase()) || !key.bytes().all(plain) {
            return Err(format!("{key}: not a key in snake_case").into());
        }
        let text = entry.remove("message").ok_or_else(|| format!("{key}: no message"))?;
        placeholders(&text).ok_or_else(|| format!("{key}: a brace without its other"))?;
        texts.insert(key, text);
    }
    Ok(texts)
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

/// A translation has each key, no other, and the same names in braces.
fn agree(source: &Texts, translation: &Texts) -> Result<(), String> {
    if let Some(stray) = translation.keys().find(|key| !source.contains_key(*key)) {
        return Err(format!("{stray}: not a key of the English words"));
    }
    for (key, text) in source {
        let translated = translation.get(key).ok_or_else(|| format!("{key}: missing"))?;
        if placeholders(text) != placeholders(translated) {
            return Err(format!("{key}: other names in braces than in English"));
        }
    }
    Ok(())
}

fn code(source: &Texts, others: &BTreeMap<String, Texts>, pages: &str) -> Result<String, std::fmt::Error> {
    let mut code = String::from("/// A word or a sentence, by its key in `messages.json`.\n");
    code.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Word {\n");
    for (key, text) in source {
        writeln!(code, "    #[doc = {text:?}]\n    {},", variant(key))?;
    }
    code.push_str("}\n\n/// The words that the pages may name, by their keys and in the order of both. To the code all others are known without.\n");
    code.push_str("static KEYS: &[(&str, Word)] = &[\n");
    for key in source.keys().filter(|key| pages.contains(&format!("\"{key}\""))) {
        writeln!(code, "    ({key:?}, Word::{}),", variant(key))?;
    }
    writeln!(code, "];\n\nstatic ENGLISH: Language = {};", table(SOURCE, source)?)?;
    code.push_str("\n/// The other languages.\nstatic TRANSLATIONS: &[Language] = &[\n");
    for (language, texts) in others {
        writeln!(code, "{},", table(&language.replace('_', "-"), texts)?)?;
    }
    code.push_str("];\n");
    Ok(code)
}

fn table(tag: &str, texts: &Texts) -> Result<String, std::fmt::Error> {
    let mut code = format!("Language {{ tag: {tag:?}, texts: &[\n");
    for text in texts.values() {
        writeln!(code, "    {text:?},")?;
    }
    code.push_str("] }");
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
