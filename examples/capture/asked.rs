//! Which pages are asked for: on the command line, and in a list.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// What was asked.
pub(crate) enum Asked {
    /// How to ask.
    Help,
    /// What is read of these pages; or what is wrong with one, or with a list of them.
    Pages(Vec<Result<Page, String>>),
}

/// A saved page.
pub(crate) struct Page {
    /// As it was named.
    pub(crate) name: String,
    /// Where its file is.
    pub(crate) path: PathBuf,
    /// The address that it had, where that is known.
    pub(crate) address: Option<String>,
}

impl Asked {
    /// Reads a command line, without the program's name; or says what is not understood.
    pub(crate) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let (mut files, mut lists, mut address) = (Vec::new(), Vec::new(), None);
        let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--help" | "-h" => return Ok(Self::Help),
                "--url" if address.is_some() => {
                    return Err("--url is there twice: a list gives each page its own".to_owned());
                }
                "--url" => address = Some(arguments.next().ok_or("--url needs an address")?),
                "--list" => lists.push(arguments.next().ok_or("--list needs the path of a table")?),
                flag if flag.starts_with('-') => return Err(format!("{flag} is no flag of this program")),
                _ => files.push(argument),
            }
        }
        if files.is_empty() && lists.is_empty() {
            return Err("which pages? give the path of a file, or a --list".to_owned());
        }
        if files.is_empty() && address.is_some() {
            return Err("--url is the address of a file that is named; a list gives each page its own".to_owned());
        }
        if let Some(address) = address.as_deref().filter(|address| !is_web(address)) {
            return Err(no_address(address));
        }
        let named = files.into_iter().map(|name| {
            Ok(Page {
                path: PathBuf::from(&name),
                name,
                address: address.clone(),
            })
        });
        let mut pages: Vec<_> = named.collect();
        for list in lists {
            match fs::read(&list) {
                Ok(bytes) => pages.extend(rows(&list, &String::from_utf8_lossy(&bytes))),
                Err(error) => pages.push(Err(format!("{list}: {error}"))),
            }
        }
        Ok(Self::Pages(pages))
    }
}

/// The pages of a list. Its first line may name the columns, in any order and among others; without one they are file and address.
fn rows(list: &str, text: &str) -> Vec<Result<Page, String>> {
    let folder = Path::new(list).parent().unwrap_or(Path::new(""));
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .peekable();
    let head: Vec<&str> = lines.peek().map(|(_, line)| cells(line)).unwrap_or_default();
    let column = |names: &[&str]| head.iter().position(|cell| names.contains(cell));
    let (file, address) = match column(&["file"]) {
        Some(file) => {
            lines.next();
            // As the index of a folder of saved pages has it.
            (file, column(&["url", "page_url"]))
        }
        None => (0, Some(1)),
    };
    let pages: Vec<_> = lines
        .map(|(index, line)| {
            let complain = |what: &str| format!("{list}:{}: {what}", index + 1);
            let cells = cells(line);
            let cell = |column: usize| cells.get(column).copied().filter(|cell| !cell.is_empty());
            let name = cell(file).ok_or_else(|| complain("no file is named here"))?;
            let address = address.and_then(cell);
            if let Some(address) = address.filter(|address| !is_web(address)) {
                return Err(complain(&no_address(address)));
            }
            // Where nothing lies beside the list, where the command was given.
            let beside = folder.join(name);
            Ok(Page {
                name: name.to_owned(),
                path: if beside.exists() { beside } else { name.into() },
                address: address.map(str::to_owned),
            })
        })
        .collect();
    if pages.is_empty() {
        return vec![Err(format!(
            "{list}: no page is listed here: a line needs a file, a tab and its address"
        ))];
    }
    pages
}

fn cells(line: &str) -> Vec<&str> {
    line.split('\t').map(str::trim).collect()
}

/// Whether a text is a web address; what else may be wrong with it the browser says.
fn is_web(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
}

fn no_address(address: &str) -> String {
    format!("{address:?} is no address of a page: it begins with http:// or https://")
}
