//! Your Move: a browser extension that keeps the jobs you apply to and knows when a polite follow-up is due.
//!
//! The rooms of the house. Arrows run one way: `domain <- etiquette, capture, ledger <- archive, view <- app <- shell`.

pub mod archive;
pub mod capture;
pub mod domain;
pub mod etiquette;
pub mod ledger;
pub mod view;
