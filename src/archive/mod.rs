//! Bytes and domain: what is kept under the keys of the browser's storage, each value one JSON text in an envelope that
//! shows damage and says which version wrote it, or a folder of such.
//!
//! | key | value | module |
//! |---|---|---|
//! | `head` | [`Head`]: how much there is, in constant size | `head.rs` |
//! | `app/<nnn>` | [`Folder`] of [`ApplicationRecord`]s: the events of an application or a few | `folder.rs`, `application.rs`, `event.rs` |
//! | `text/<nnn>` | [`Folder`] of [`Texts`]: the long descriptions of an application or a few | `folder.rs`, `texts.rs` |
//! | `agenda/<nn>` | [`Sheet`]: what the open applications have on the agenda, by company, in a few records | `agenda.rs` |
//! | `link/<nn>` | [`Links`]: which application keeps a posting's address, in many small records | `link.rs` |
//! | `index/<nn>` | [`Index`]: a line for each application, in many small records | `index.rs` |
//! | `settings` | what the user chose | `settings.rs`, `messages.rs` |
//! | `bad/<id>/<when>` | kept free for damaged values as they were found, in no envelope | – |
//!
//! A [`Draft`] stands in the page's own storage, under the place that it was typed at.
//!
//! A calendar file from elsewhere becomes [`DaysOff`].
//!
//! A [`Backup`] is one file with all of it, for people to read and write too: `backup/`.
//!
//! Events and settings carry along what a newer version added to them, untouched. Head, agenda, links and index are derived: what does
//! not match or cannot be read is made anew.

mod agenda;
mod application;
mod backup;
mod calendar_file;
mod checksum;
mod damage;
mod draft;
mod envelope;
mod event;
mod folder;
mod form;
mod head;
mod index;
mod key;
mod link;
mod messages;
mod migration;
mod parts;
mod plain;
mod rules;
mod settings;
mod texts;
mod tree;
mod what;
mod words;

pub use agenda::Sheet;
pub use application::ApplicationRecord;
pub use backup::{Backup, BackupApplication, BackupProblem, Place, Wrong, read_backup, write_backup};
pub use calendar_file::{CalendarFileError, DaysOff, read_calendar_file};
pub use checksum::{Digest, checksum};
pub use damage::Damage;
pub use draft::{Draft, DraftField};
pub use envelope::{Record, open, seal};
pub use folder::{BATCHES, Folder};
pub use form::Form;
pub use head::{Fingerprint, Head};
pub use index::Index;
pub use key::Key;
pub use link::{LinkHash, Links};
pub use migration::{Kind, SCHEMA};
pub use settings::{Choices, open_choices, seal_choices};
pub use texts::Texts;
pub use tree::Tree;
