//! The three ways in which something is not as wished: foreign input is odd, the domain says no, the world failed.

use chrono::NaiveDate;

use super::{Line, SafeLink};

/// Something odd in foreign input. What could be read was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The page was larger than the probe copies; what is beyond was not looked at.
    Cut {
        /// What was cut: "json-ld", "text", "headings" …
        what: String,
    },
    /// A script of structured data could not be read, even leniently.
    BrokenStructuredData,
    /// Structured data nested deeper than any real posting's; it was skipped.
    NestedTooDeeply,
    /// Two sources disagree on a field.
    Contradiction {
        /// The field's name as in [`Posting`](super::Posting).
        field: String,
    },
    /// An address was no safe web address and was left out.
    UnsafeAddress,
    /// A date was outside what a posting can mean and was left out.
    OddDate,
    /// The posting's last day was before the day it was posted.
    ClosesBeforePosted,
    /// The posting's last day has passed.
    Expired,
    /// The posting asks that nobody calls or writes.
    DoNotContact,
    /// The posting itself was not looked at: a list says all that is known of it.
    OfAList,
}

/// The domain says no. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No application has that identity.
    UnknownApplication,
    /// The application has been deleted.
    Deleted,
    /// No event of the application has that identity.
    UnknownEvent,
    /// The event was undone already.
    AlreadyUndone,
    /// A title or a company is needed.
    NothingToKeep,
    /// That page is kept already.
    AlreadyKept,
    /// The user has applied already, on that day.
    AlreadyApplied {
        /// When.
        on: NaiveDate,
    },
    /// The same message was written down for that day already.
    AlreadySent,
    /// That needs an application that is still open.
    Ended,
    /// It is part of another application: what happens is written down there.
    Joined,
    /// That needs an application that has ended.
    NotEnded,
    /// A day in the future cannot be the day on which something happened.
    InTheFuture,
    /// A day that cannot be meant, such as one before 1990, or more than five years ahead.
    OddDay,
    /// The day to decide lies before the day on which it was said.
    PromiseInThePast,
    /// "Later" needs a day that lies ahead.
    SnoozeNotAhead,
    /// They want the answer to their offer by a day, which it cannot be put off past.
    SnoozePastAnswer {
        /// By when.
        answer_by: NaiveDate,
    },
    /// They named a day; until it has passed, an own date would come too early.
    PinBeforePromise {
        /// The day they named.
        promised: NaiveDate,
    },
    /// That follow-up is not due any more: it was settled in the meantime.
    NoSuchFollowUp,
    /// A field could not be understood.
    Unreadable {
        /// The field's name as in the form.
        field: &'static str,
    },
    /// What is selected on the page says nothing that a field could say.
    NotSelected {
        /// The field's name as in the form.
        field: &'static str,
    },
    /// A template names a value that there is not.
    UnknownPlaceholder {
        /// As it stands in the braces.
        name: Line,
    },
    /// A template takes for granted what is not always known.
    UncertainPlaceholder {
        /// As it stands in the braces.
        name: Line,
    },
    /// A template has a brace or a double bracket without its other.
    Unpaired,
    /// A number is less or more than makes sense.
    OutOfBounds {
        /// The least that it may be.
        least: u16,
        /// The most.
        most: u16,
    },
    /// A line, counted from 1, does not begin with a day.
    NoDayInLine(usize),
    /// A line names more days than one, and not as the first and the last of several.
    SeveralDaysInLine(usize),
    /// A day of a line is years away.
    FarDayInLine(usize),
    /// There are more days off than can be kept.
    TooManyDays,
    /// With that, hardly anything of the year would be left.
    TooQuiet,
    /// A file is no calendar.
    NoCalendar,
    /// A file is larger than any calendar of days off.
    TooLarge,
    /// A file is no backup.
    NoBackup,
    /// A file is larger than any backup.
    LongBackup,
    /// With what a backup has, what is kept would be more than can be read again.
    LongTogether,
    /// A file is written in another encoding.
    NotUtf8,
    /// A newer version made the backup.
    NewerBackup,
    /// The backup is not as it was made.
    ChangedBackup,
    /// Something in the backup is not as it should be.
    OddBackup {
        /// Where, and what, in English.
        detail: String,
    },
    /// A file is no table.
    NoTable,
    /// Nothing stands in a table.
    EmptyTable,
    /// A table is longer than any of applications.
    LongTable,
    /// A row of a table, counted from 1, has more cells than a person keeps.
    WideRow(usize),
    /// In a row of a table stands a cell that is too long.
    LongCell(usize),
    /// In a row of a table a quotation mark is opened and never closed.
    OpenQuote(usize),
    /// A file is larger than any invitation.
    LargeInvitation,
    /// There is no invitation in a calendar file.
    NoInvitation,
    /// There are several events in a calendar file.
    SeveralInvitations,
    /// An invitation does not say when it is.
    UndatedInvitation,
    /// An interview is called off that is not written down.
    UnknownInterview,
    /// The ledger was written by a newer version and is open for reading only.
    ReadOnly,
}

impl Refusal {
    /// The name of the field that it is about, where there is one.
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unreadable { field } | Self::NotSelected { field } => Some(field),
            _ => None,
        }
    }
}

/// The world failed: the browser, its storage, a page. The ledger is as it was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser's storage could not be read.
    CannotRead {
        /// The browser's own words, for a report.
        detail: String,
    },
    /// The browser's storage refused to keep it.
    CannotWrite {
        /// The browser's own words, for a report.
        detail: String,
    },
    /// No room is left.
    Full,
    /// A record is not as it was written.
    Damaged {
        /// Its storage key.
        key: String,
    },
    /// The second copy of what is kept could not be read or written. The ledger itself goes on.
    NoMirror {
        /// The browser's own words, for a report.
        detail: String,
    },
    /// What is kept was written by a newer version.
    Newer,
    /// Another version of the extension has taken the place of the one that this page belongs to.
    Updated,
    /// The page lets no extension read it: the browser's own pages, its store, PDFs, files.
    PageClosed,
    /// The page has not come to rest yet.
    PageSlow,
    /// The page moved on while it was being read.
    PageMoved {
        /// Where it was when the icon was clicked.
        from: Option<SafeLink>,
    },
    /// The page's answer was not a snapshot.
    PageOdd {
        /// What was wrong with it.
        detail: Option<Line>,
    },
}
