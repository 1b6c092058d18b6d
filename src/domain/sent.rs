//! Whether a message was written down already.

use chrono::NaiveDate;

use super::{Application, Channel, SameDayRank, What, same_recipient};

impl Application {
    /// Whether that thank-you or check-in was written down for that day already: pressed in its row and written in the form it was one, and would
    /// count as two. By another way, or after a word of theirs, a check-in is another one: they may have asked to be called.
    pub fn has_sent(&self, what: &What, on: NaiveDate) -> bool {
        let mut that_day = self.history.iter().filter(|event| event.on == on);
        match what {
            What::Thanked { whom, interview } => that_day.any(|event| match &event.what {
                What::Thanked {
                    whom: known,
                    interview: of,
                } => of == interview && same_recipient(known.as_ref(), whom.as_ref()),
                _ => false,
            }),
            What::CheckedIn { whom, channel } => {
                let is_answered = that_day
                    .clone()
                    .any(|event| event.what.same_day_rank() == SameDayRank::Employer);
                !is_answered
                    && that_day.any(|event| match &event.what {
                        What::CheckedIn {
                            whom: known,
                            channel: by,
                        } => {
                            // To nobody in particular is to whoever was asked that day.
                            (whom.is_none() || same_recipient(known.as_ref(), whom.as_ref()))
                                && may_be_one(*by, *channel)
                        }
                        _ => false,
                    })
            }
            _ => false,
        }
    }
}

/// Whether two ways can be one: not both are known, or they are the same.
fn may_be_one(one: Option<Channel>, other: Option<Channel>) -> bool {
    one.is_none() || other.is_none() || one == other
}
