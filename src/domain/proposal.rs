//! An application that the user may have sent, as a page of a site looked which they let the extension watch.

use chrono::NaiveDate;

use super::{ApplicationId, Line, Posting, SafeLink};

/// A guess for the user to confirm: nothing is written down of it before they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Where the posting is, or the page that looked so where no posting was seen before.
    pub address: SafeLink,
    /// The day on which it looked so.
    pub on: NaiveDate,
    /// The job's title, or the page's.
    pub title: Option<Line>,
    /// Who hires.
    pub company: Option<Line>,
    /// The application that keeps the posting, where one does.
    pub application: Option<ApplicationId>,
    /// The posting as its page said it, where none does.
    pub posting: Option<Posting>,
    /// Whether the user has confirmed or denied it. It is kept a while, so that it is not made again.
    pub settled: bool,
}
