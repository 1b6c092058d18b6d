//! What is wrong with a backup, where, and what can be done about it.

use std::fmt::{self, Display, Formatter};

use super::LIMIT;
use crate::etiquette::Bounds;

/// Why a backup cannot be read. It is shown in English: `application 1 ("northwind"), event 2: "on" must be a day such as "2026-11-02"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupProblem {
    /// Where; `None` where it is about the file as a whole.
    pub place: Option<Place>,
    /// What.
    pub wrong: Wrong,
}

/// A place in a backup. What stands in a list is counted from 1, as people count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A field of the file.
    Field {
        /// Its name.
        name: String,
    },
    /// An application.
    Application {
        /// Which of them.
        number: usize,
        /// What the file calls it, where that can be read.
        name: Option<String>,
    },
    /// An event of an application.
    Event {
        /// Which of the applications.
        application: usize,
        /// What the file calls that.
        name: String,
        /// Which of its events.
        number: usize,
    },
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is longer than any backup.
    TooLarge,
    /// It is more than an application can have.
    TooMuch,
    /// It is written in another encoding than UTF-8.
    NotUtf8,
    /// It is no JSON.
    NotJson {
        /// What, at which line and column.
        detail: String,
    },
    /// It is JSON, and does not say that it is a backup.
    NotABackup,
    /// A newer version wrote it.
    Newer {
        /// The version of its form.
        version: u32,
    },
    /// It is not as it was written.
    Checksum,
    /// It is no object.
    NotAnObject,
    /// A field is missing, or not of the form that it should have.
    Field {
        /// Which.
        name: String,
        /// What it should be.
        expected: &'static str,
    },
    /// A number is none, or less or more than makes sense.
    Number {
        /// Which.
        name: String,
        /// Between which it may be.
        bounds: Bounds,
    },
    /// Two bear one `id`.
    Twice {
        /// Which.
        id: String,
    },
    /// A field names an `id` that nothing in the file bears.
    Nobody {
        /// Which field.
        field: &'static str,
        /// Which `id`.
        id: String,
    },
    /// What happened is not written as its kind is.
    Content {
        /// The kind of event.
        kind: &'static str,
        /// The fields that it may have.
        fields: &'static str,
    },
}

impl Wrong {
    /// The problem of the file as a whole.
    pub(super) const fn of_all(self) -> BackupProblem {
        BackupProblem {
            place: None,
            wrong: self,
        }
    }

    /// The problem that it is at `place`.
    pub(super) const fn at(self, place: Place) -> BackupProblem {
        BackupProblem {
            place: Some(place),
            wrong: self,
        }
    }

    pub(super) fn field(name: &str, expected: &'static str) -> Self {
        let name = name.to_owned();
        Self::Field { name, expected }
    }
}

impl Display for BackupProblem {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(formatter, "{place}: ")?;
        }
        self.wrong.fmt(formatter)
    }
}

impl std::error::Error for BackupProblem {}

impl Display for Place {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field { name } => write!(formatter, "{name:?}"),
            Self::Application { number, name: None } => write!(formatter, "application {number}"),
            Self::Application {
                number,
                name: Some(name),
            } => write!(formatter, "application {number} ({name:?})"),
            Self::Event {
                application,
                name,
                number,
            } => write!(formatter, "application {application} ({name:?}), event {number}"),
        }
    }
}

impl Display for Wrong {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(
                formatter,
                "this is longer than any backup: at most {LIMIT} bytes are read"
            ),
            Self::TooMuch => {
                formatter.write_str("this is more than one application can have: take out what does not belong to it")
            }
            Self::NotUtf8 => formatter.write_str("this is not written in UTF-8: save it so"),
            Self::NotJson { detail } => write!(formatter, "this is no JSON: {detail}: put right what stands there"),
            Self::NotABackup => {
                formatter.write_str(r#"this is no backup of Your Move: one is an object with "your_move_backup": 1"#)
            }
            Self::Newer { version } => {
                write!(
                    formatter,
                    "this backup has version {version}, of a newer Your Move: update to read it"
                )
            }
            Self::Checksum => formatter.write_str(
                "this backup is not as it was written, so nothing of it was read: take an undamaged copy; \
                 if it was changed on purpose, take out its \"checksum\"",
            ),
            Self::NotAnObject => formatter.write_str("this must be an object in braces"),
            Self::Field { name, expected } => write!(formatter, "{name:?} must be {expected}"),
            Self::Number { name, bounds } => {
                let Bounds { least, most } = bounds;
                write!(formatter, "{name:?} must be a whole number from {least} to {most}")
            }
            Self::Twice { id } => write!(formatter, "the id {id:?} is taken: give this one another"),
            Self::Nobody { field, id } => {
                write!(
                    formatter,
                    "{field:?} names {id:?}, and nothing here has that id: give it to what is meant"
                )
            }
            Self::Content { kind, fields: "" } => {
                write!(formatter, "{kind:?} must be an object without fields: {{}}")
            }
            Self::Content { kind, fields } => write!(
                formatter,
                "{kind:?} is not written as it should be: it is an object with {fields}; docs/backup-format.md says what each is"
            ),
        }
    }
}
