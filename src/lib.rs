//! Your Move: a browser extension that keeps the jobs you apply to and knows when a polite follow-up is due.
//!
//! The rooms of the house. Arrows run one way: `domain <- etiquette, capture, ledger, insight <- archive, view <- app <- shell`.
//!
//! - [`domain`]: the words of the house, as plain values.
//! - [`etiquette`]: when a follow-up is due, and why.
//! - [`capture`]: what a page says, as a posting.
//! - [`ledger`]: commands become events, events fold to an application, sets of events merge by union.
//! - [`insight`]: what all applications together show.
//! - [`archive`]: values as texts and back: records, checksums, what a newer version wrote.
//! - [`view`]: what is shown, ready to show, in words of the reader's language.
//! - [`app`]: the use-cases, on ports.
//! - `shell`: the browser. The only room that knows one.

pub mod app;
pub mod archive;
pub mod capture;
pub mod domain;
pub mod etiquette;
pub mod insight;
pub mod ledger;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod shell;
