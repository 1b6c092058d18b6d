//! The use-cases: what a person or the browser asks for, carried out on the ledger. Generic over its ports (`ports.rs`), so all of it runs and is
//! tested without a browser.
//!
//! | file | use-case |
//! |---|---|
//! | `store.rs` | open the ledger and its applications |
//! | `links.rs` | find the application that keeps a page |
//! | `command.rs`, `together.rs` | carry out a command in one atomic write, or several in one |
//! | `duplicates.rs` | what else there is at a company, and two applications that turn out to be one |
//! | `agenda.rs` | what applications have on the agenda |
//! | `settings.rs` | change what the user chose, and take that back |
//! | `settings_page/` | the page of the settings: calendar, days off, rules, messages |
//! | `search.rs` | find an application by its words |
//! | `sample.rs` | a search for work that nobody made, to look around in |
//! | `directory.rs` | index, links and companies, made from the applications |
//! | `rebuild.rs` | make anew what is derived, from the applications' records |
//! | `erase_all.rs` | delete everything |
//! | `mirror.rs` | keep the mirror up to date |
//! | `recovery.rs` | what the mirror has of a ledger that is empty or cannot be read |
//! | `quarantine.rs` | what was not as it was written, put aside |
//! | `check.rs` | compare all that is kept with the mirror, and repair it |
//! | `backup/` | make a backup, say what one would change, and bring it in |
//! | `table/` | applications as rows of a table, and rows as applications |
//! | `calendar/` | dates as a calendar file, and an invitation from one |
//! | `remind.rs` | badge and alarm |
//! | `noticing.rs` | what looks, on a site that the user lets it watch, as if they had applied |
//! | `wake.rs` | what the worker does |
//! | `welcome.rs` | who is new here |
//! | `draft.rs` | what was typed and is not kept yet |
//! | `casework/` | what a page does with the ledger: rows, one application, messages, search, drafts, commands and what undoes them |
//! | `applications/` | all applications on the dashboard: their rows, which are picked, the search through all texts, what moves one |
//! | `dashboard/` | the dashboard: its casework, all applications, and the screens that show them |
//! | `popup/` | the popup: its casework beside the page in front of the user, which it reads, keeps and reports |
//! | `asked.rs`, `form.rs`, `entry.rs`, `answers.rs` | what was asked, what a form says |
//! | `moment.rs` | how long a page may be busy with what nobody waits for, and when that is said |

#![expect(
    async_fn_in_trait,
    reason = "a browser has one thread: no future here needs to be Send"
)]

mod agenda;
mod answers;
mod applications;
mod asked;
mod backup;
mod calendar;
mod casework;
mod check;
mod command;
mod dashboard;
mod directory;
mod draft;
mod duplicates;
mod entry;
mod erase_all;
mod form;
mod links;
mod mirror;
mod moment;
mod named;
mod noticing;
mod popup;
mod ports;
mod quarantine;
mod rebuild;
mod recovery;
mod remind;
mod sample;
mod search;
mod settings;
mod settings_page;
mod store;
mod table;
mod together;
mod wake;
mod welcome;

pub use agenda::agenda;
pub use applications::{Way, way};
pub use asked::Action;
pub use check::{Checked, check};
pub use command::{Done, Problem, Target, Written, carry_out};
pub use dashboard::Dashboard;
pub use draft::{draft, own_place};
pub use erase_all::erase_all;
pub use form::Form;
pub use links::find;
pub use mirror::{catch_up, follow};
pub use noticing::{notice, notice_sent};
pub use popup::{Popup, Visit};
pub use ports::{
    Alarms, BackupFolder, Badge, Clock, Downloads, Drafts, FORMER, Ids, Lock, Look, MirrorShelf, Mirrored, Sample,
    Shelf, Sites, Trace, Trails, World, Zones,
};
pub use remind::remind;
pub use settings::{Change, Changed, change as change_settings, take_back};
pub use settings_page::SettingsPage;
pub use store::{Overview, listings, load, overview};
pub use wake::wake;
pub use welcome::is_new;
