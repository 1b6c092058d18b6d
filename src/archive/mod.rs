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
//! | `company/<nn>` | [`Companies`]: which applications there are at a company, in many small records | `company.rs` |
//! | `index/<nn>` | [`Index`]: a line for each application, in many small records | `index.rs` |
//! | `settings` | what the user chose | `settings.rs`, `messages.rs` |
//! | `backup` | [`LastBackup`]: when a backup was last made, and what there was then | `last_backup.rs` |
//! | `bad/<nn>` | [`Quarantined`]: what was not as it was written, as it was found | `quarantine.rs` |
//! | `repair` | [`Repair`](crate::domain::Repair): what was repaired and not told yet | `repair.rs` |
//! | `proposed` | [`Proposals`]: applications that the user may have sent | `proposal.rs` |
//!
//! A [`Draft`] stands in the page's own storage, under the place that it was typed at.
//!
//! A calendar file from elsewhere becomes [`DaysOff`] or an [`Invitation`], and [`CalendarEntry`]s become one: `calendar/`.
//!
//! A [`Backup`] is one file with all of it, for people to read and write too: `backup/`. A [`Table`] is what spreadsheets have of it, and other
//! programs of theirs: `table/`.
//!
//! Events and settings carry along what a newer version added to them, untouched. Head, agenda, links, companies and index are derived: what does
//! not match or cannot be read is made anew.

mod agenda;
mod application;
mod backup;
mod calendar;
mod checksum;
mod company;
mod damage;
mod draft;
mod envelope;
mod event;
mod folder;
mod form;
mod head;
mod index;
mod key;
mod last_backup;
mod link;
mod messages;
mod migration;
mod parts;
mod plain;
mod proposal;
mod quarantine;
mod repair;
mod rules;
mod settings;
mod table;
mod texts;
mod tree;
mod union;
mod what;
mod words;

pub use agenda::Sheet;
pub use application::ApplicationRecord;
pub use backup::{
    Backup, BackupApplication, BackupProblem, BackupReading, BackupText, LIMIT as BACKUP_LIMIT, Place, Wrong,
    read_backup, write_backup,
};
pub use calendar::{
    Begins, CalendarEntry, CalendarFileError, DaysOff, EntryTime, Invitation, InvitationError, event_of_uid,
    read_calendar_file, read_invitation, uid_of_event, uid_of_follow_up, write_calendar,
};
pub use checksum::{Digest, checksum};
pub use company::Companies;
pub use damage::Damage;
pub use draft::{Draft, DraftField};
pub use envelope::{Record, SIZE_LIMIT, is_newer, open, seal};
pub use folder::{BATCHES, Folder};
pub use form::Form;
pub use head::{Fingerprint, Head};
pub use index::Index;
pub use key::Key;
pub use last_backup::LastBackup;
pub use link::{LinkHash, Links};
pub use migration::{Kind, SCHEMA};
pub use proposal::{Proposals, Trail};
pub use quarantine::Quarantined;
pub use settings::{Choices, open_choices, seal_choices};
pub use table::{
    DayOrder, Guess, LIMIT as TABLE_LIMIT, MOST_ROWS, Standing, Table, TableError, TableText, decode, guess, is_either,
    order_of, read_day, read_record, read_table, standing, write_record,
};
pub use texts::Texts;
pub use tree::Tree;
pub use union::{Union, join_applications, join_settings, join_texts};
