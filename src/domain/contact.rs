//! People, and how they like to be reached.

use xxhash_rust::xxh3::xxh3_64;

use super::{Line, SafeLink};

/// A way to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// An e-mail.
    Email,
    /// A telephone call.
    Phone,
    /// A message on a professional network or a chat.
    Message,
    /// The employer's own portal.
    Portal,
}

/// A person of the employer's, or one who opens a door.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contact {
    /// What they are called.
    pub name: Line,
    /// What they do there.
    pub role: Option<Line>,
    /// Their e-mail address as it was found; percent-encoded wherever it becomes part of a link.
    pub email: Option<Line>,
    /// Their telephone number as it was found.
    pub phone: Option<Line>,
    /// Their page.
    pub link: Option<SafeLink>,
}

impl Contact {
    /// A contact of whom only the name is known.
    pub const fn named(name: Line) -> Self {
        Self {
            name,
            role: None,
            email: None,
            phone: None,
            link: None,
        }
    }
}

/// Whether a text can be an e-mail address: somebody at a host that has a name of its own.
pub fn is_email(text: &str) -> bool {
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.');
    text.split_once('@').is_some_and(|(name, host)| {
        let labels = host.split('.');
        let is_host = host.contains('.') && labels.into_iter().all(|label| !label.is_empty());
        !name.is_empty() && !name.contains(char::is_whitespace) && is_host && host.chars().all(is_plain)
    })
}

/// Whether two names mean one person: the same but for case.
pub fn same_person(one: &Line, other: &Line) -> bool {
    one.as_str().to_lowercase() == other.as_str().to_lowercase()
}

/// Whether two messages go to the same person. Those that name nobody both go to whoever was there.
pub fn same_recipient(one: Option<&Line>, other: Option<&Line>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same_person(one, other),
        (one, other) => one == other,
    }
}

/// Stands for a person whose name is not kept any more: a digest of the name. It tells whether a name is theirs, and not what it is; who guesses
/// the name can check it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonKey(pub u64);

impl PersonKey {
    /// The one of whoever has that name.
    pub fn of(name: &Line) -> Self {
        Self(xxh3_64(name.as_str().to_lowercase().as_bytes()))
    }
}
