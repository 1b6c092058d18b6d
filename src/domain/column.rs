//! What a column of a table of applications says.

/// One kind of column: of the table that is saved, or of one that a person kept elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Who hires.
    Company,
    /// The job's title.
    Title,
    /// Places of work.
    Place,
    /// On site, hybrid or remote.
    Workplace,
    /// Kinds of contract.
    Employment,
    /// Pay, or the least of it.
    Pay,
    /// The most that is paid.
    PayMost,
    /// The posting's address.
    Address,
    /// Where to apply.
    Apply,
    /// How far it has come.
    Stage,
    /// The day on which that was so.
    StageDay,
    /// The day on which it was kept.
    Saved,
    /// The day on which the user applied.
    Applied,
    /// The day on which they said something last.
    Heard,
    /// The day of an interview, held or to come.
    Interview,
    /// The day on which it ended.
    Ended,
    /// Whether the user has put it away.
    Archived,
    /// The last day to apply.
    Closes,
    /// The day it was posted.
    Posted,
    /// The day of the next follow-up.
    FollowUp,
    /// The person to write to.
    Contact,
    /// Their e-mail address.
    ContactEmail,
    /// Their telephone number.
    ContactPhone,
    /// Which version of the CV was sent.
    Cv,
    /// The employer's number for it.
    Reference,
    /// What the user wrote down. Several columns may be of this kind.
    Note,
    /// The description of the posting.
    Description,
    /// Which application it is.
    Id,
    /// All of the application, exactly as it is kept; in several columns where one cell is too small.
    Record,
}

impl Column {
    /// Whether several columns of one table can say such.
    pub const fn is_manifold(self) -> bool {
        matches!(self, Self::Note | Self::Record)
    }

    /// Whether it names a day.
    pub const fn is_day(self) -> bool {
        matches!(
            self,
            Self::StageDay
                | Self::Saved
                | Self::Applied
                | Self::Heard
                | Self::Interview
                | Self::Ended
                | Self::Closes
                | Self::Posted
                | Self::FollowUp
        )
    }
}
