//! The words: what an application, a posting, a person, an event, a follow-up and a message are. Plain values, no rules.

mod address;
mod agenda;
mod application;
mod column;
mod company;
mod contact;
mod date;
pub mod day;
mod event;
mod failure;
mod history;
mod id;
mod likeness;
mod listing;
mod message;
pub mod order;
mod posting;
mod proposal;
mod query;
mod repair;
mod sent;
mod template;
mod text;
mod texts;
mod url;

pub use address::{MailLink, SafeLink};
pub use agenda::{
    ANSWER, Agenda, Appointment, CheckInTrack, FollowUp, FollowUpKey, Hold, Outlook, Reason, RuleId, Span, Trigger,
    Turn, Wait, WaitReason,
};
pub use application::{Application, Ending, Facts, Stage};
pub use column::Column;
pub use company::CompanyKey;
pub use contact::{Channel, Contact, PersonKey, is_email, same_person, same_recipient};
pub use date::{DateOf, Dated};
pub use day::Today;
pub use event::{
    Carried, Closing, Correction, Event, Interview, Promise, PromiseBy, PromiseOf, Round, SameDayRank, What,
};
pub use failure::{Fault, Refusal, Warning};
pub use history::Meeting;
pub use id::{ApplicationId, EventId};
pub use likeness::are_alike;
pub use listing::Listing;
pub use message::{Manner, Messages, Occasion, Wording};
pub use posting::{Amount, Confidence, Currency, Employment, Pay, PayPeriod, Posting, Reading, Source, Workplace};
pub use proposal::Proposal;
pub use query::{Excerpt, Query, plain};
pub use repair::Repair;
pub use template::{PLACEHOLDERS, Placeholder, Template, fill};
pub use text::{Line, Prose};
pub use url::{parameters, push_query};
