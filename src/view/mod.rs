//! What is shown, ready to show: the words in each language and the sentences made of them.
//!
//! Nothing here is kept: sentences are made when they are read, so that they are true on that day and in the reader's language.

mod answers;
pub mod applications;
mod backup;
mod because;
mod capture_card;
mod card;
mod dashboard;
mod date;
mod dated;
mod entry;
mod failure;
mod follow_up;
mod found;
mod glance;
mod kept_card;
mod language;
mod left;
mod letter;
mod mail;
mod meeting;
mod message;
mod money;
mod move_row;
mod name;
mod neighbour;
mod progress;
mod proposal;
mod recovery;
mod report;
mod role;
mod saved;
mod screen;
mod settings;
mod settings_page;
mod shape;
mod table;
mod timeline;
mod voice;
mod waiting;
mod wish;
mod words;
mod work;

pub use answers::{
    ANSWERS, Answering, CONSENTS, DECISIONS, Decision, KNOWN, TURNS, Turn, asks_what_they_said, known_answers,
};
pub use backup::{BACKUP_AFTER, BackupScreen, ChosenFolder, Conflict, Group, MadeBackup, Preview, Reminder};
pub use capture_card::{EMPLOYMENTS, PLACES_SEPARATOR, TAKEN, WORKPLACES, named};
pub use card::{Anchor, Card, Field, Link, Slot};
pub use dashboard::{DashboardScreen, Known, PeopleSight, Route, SELECTION, person_of};
pub use dated::{DatedText, date_key};
pub use entry::{CHANNELS, CLOSINGS, Entry, PROMISES, ROUNDS};
pub use failure::Trouble;
pub use follow_up::{Tone, recipient};
pub use language::{language_name, language_tag};
pub use left::Left;
pub use letter::{LETTER, Letter, MANNERS};
pub use mail::Mail;
pub use message::Message;
pub use move_row::row_key;
pub use name::{employment, stage, workplace};
pub use neighbour::{Bond, Neighbour};
pub use progress::{Effort, Progress};
pub use proposal::Site;
pub use recovery::{Recovery, Survey};
pub use report::{REPORT, Report};
pub use screen::{MANUAL, POSTING, Page, Screen};
pub use settings::{APPEARANCES, Appearance};
pub use settings_page::{ChosenNumber, Editor, FoundDays, OCCASIONS, SettingsScreen, TypedWords, Unkept, WEEKDAYS};
pub use shape::{Extent, Measure};
pub use table::{COLUMNS, OddRow, RowFault, SAVED_COLUMNS, SheetColumn, TableRows, TableSheet};
pub use timeline::By;
pub use voice::Voice;
pub use words::{Word, Words};
pub use work::{Complaint, Notice, Open, Remedy, Search, Work};
