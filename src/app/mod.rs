//! The use-cases: what a person or the browser asks for, carried out on the ledger. Generic over its ports (`ports.rs`), so all of it runs and is
//! tested without a browser.
//!
//! | file | use-case |
//! |---|---|
//! | `store.rs` | open the ledger and its applications |
//! | `links.rs` | find the application that keeps a page |
//! | `command.rs` | carry out a command in one atomic write |
//! | `agenda.rs` | what applications have on the agenda |
//! | `settings.rs` | change what the user chose, and take that back |
//! | `settings_page/` | the page of the settings: calendar, days off, rules, messages |
//! | `search.rs` | find an application by its words |
//! | `sample.rs` | a search for work that nobody made, to look around in |
//! | `rebuild.rs` | make anew what is derived, from the applications' records |
//! | `erase_all.rs` | delete everything |
//! | `remind.rs` | badge and alarm |
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
mod casework;
mod command;
mod dashboard;
mod draft;
mod entry;
mod erase_all;
mod form;
mod links;
mod moment;
mod popup;
mod ports;
mod rebuild;
mod remind;
mod sample;
mod search;
mod settings;
mod settings_page;
mod store;

pub use agenda::agenda;
pub use applications::{Way, way};
pub use asked::Action;
pub use command::{Done, Problem, Target, carry_out};
pub use dashboard::Dashboard;
pub use draft::{draft, own_place};
pub use erase_all::erase_all;
pub use form::Form;
pub use links::find;
pub use popup::{Popup, Visit};
pub use ports::{Alarms, Badge, Clock, Drafts, Ids, Lock, Look, Sample, Shelf, World};
pub use remind::remind;
pub use settings::{Change, Changed, change as change_settings, take_back};
pub use settings_page::SettingsPage;
pub use store::{Overview, listings, load, overview};
