//! Under which key of the browser's storage what is kept.

use std::fmt;

use super::agenda::SHEETS;
use super::folder::{APPLICATION_FOLDERS, TEXT_FOLDERS};
use super::quarantine::PLACES;

/// A storage key. Another ledger, such as a sample, can stand under a prefix of its own in front of these: none of them
/// reads as a key with anything in front of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// [`Head`](super::Head).
    Head,
    /// A [`Folder`](super::Folder) of [`ApplicationRecord`](super::ApplicationRecord)s.
    Applications(u16),
    /// A [`Folder`](super::Folder) of applications' [`Texts`](super::Texts).
    Texts(u16),
    /// A [`Sheet`](super::Sheet) of the agenda.
    Agenda(u8),
    /// Some of the [`Links`](super::Links).
    Links(u8),
    /// Some of the [`Companies`](super::Companies).
    Companies(u8),
    /// An [`Index`](super::Index).
    Index(u8),
    /// The settings.
    Settings,
    /// [`LastBackup`](super::LastBackup).
    Backup,
    /// [`Proposals`](super::Proposals).
    Proposals,
    /// A [`Quarantined`](super::Quarantined) value.
    Quarantine(u8),
    /// The [`Repair`](crate::domain::Repair) that the user has not heard of.
    Repair,
}

impl Key {
    /// Whether the mirror has it, too: what follows from the rest it does without.
    pub const fn is_mirrored(&self) -> bool {
        matches!(
            self,
            Self::Head | Self::Applications(_) | Self::Texts(_) | Self::Settings
        )
    }

    /// Reads the exact text of a key; `None` for all that this version would not write.
    pub fn parse(text: &str) -> Option<Self> {
        let key = match text.split_once('/') {
            None => match text {
                "head" => Self::Head,
                "settings" => Self::Settings,
                "repair" => Self::Repair,
                "backup" => Self::Backup,
                "proposed" => Self::Proposals,
                _ => return None,
            },
            Some(("app", number)) => Self::Applications(below(APPLICATION_FOLDERS, number)?),
            Some(("text", number)) => Self::Texts(below(TEXT_FOLDERS, number)?),
            Some(("link", number)) => Self::Links(below(256, number)?.try_into().ok()?),
            Some(("company", number)) => Self::Companies(below(256, number)?.try_into().ok()?),
            Some(("agenda", number)) => Self::Agenda(below(SHEETS.into(), number)?.try_into().ok()?),
            Some(("index", number)) => Self::Index(below(256, number)?.try_into().ok()?),
            Some(("bad", number)) => Self::Quarantine(below(PLACES.into(), number)?.try_into().ok()?),
            Some(_) => return None,
        };
        // Numbers have other spellings too; two keys for one thing must not be.
        (key.to_string() == text).then_some(key)
    }
}

/// A number in hexadecimal digits, of so many that there are.
fn below(count: u16, digits: &str) -> Option<u16> {
    let number = u16::from_str_radix(digits, 16).ok();
    number.filter(|number| *number < count)
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head => formatter.write_str("head"),
            Self::Applications(number) => write!(formatter, "app/{number:03x}"),
            Self::Texts(number) => write!(formatter, "text/{number:03x}"),
            Self::Agenda(number) => write!(formatter, "agenda/{number:02x}"),
            Self::Links(number) => write!(formatter, "link/{number:02x}"),
            Self::Companies(number) => write!(formatter, "company/{number:02x}"),
            Self::Index(number) => write!(formatter, "index/{number:02x}"),
            Self::Settings => formatter.write_str("settings"),
            Self::Backup => formatter.write_str("backup"),
            Self::Proposals => formatter.write_str("proposed"),
            Self::Quarantine(number) => write!(formatter, "bad/{number:02x}"),
            Self::Repair => formatter.write_str("repair"),
        }
    }
}
