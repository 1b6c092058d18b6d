//! An application as a row of the list and as a card on the board.

use chrono::NaiveDate;

use super::Lane;
use crate::domain::order::sort_by_key;
use crate::domain::{Excerpt, FollowUp, Line, Listing, Outlook, RuleId, Turn};
use crate::view::kept_card::stage_tone;
use crate::view::voice::joined;
use crate::view::{Card, Route, Tone, Voice, Word, name};

/// The key of the form that asks where to move a card.
pub const MOVE: &str = "move";

/// An application that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// What is known of it.
    pub listing: &'a Listing,
    /// What it has on the agenda.
    pub outlook: Option<&'a Outlook>,
    /// Where what was looked for stands in it, if not in its title, company or places.
    pub excerpt: Option<&'a Excerpt>,
}

impl Voice<'_> {
    /// The row of an application; of its texts those that its columns have.
    pub(super) fn application_row(&self, shown: &Shown<'_>) -> Card {
        let listing = shown.listing;
        let day = |day: Option<NaiveDate>| day.map(|day| self.column_date(day)).unwrap_or_default();
        let workplace = listing.workplace.map(|workplace| self.text(name::workplace(workplace)));
        let places = listing.places.iter().map(ToString::to_string).chain(workplace);
        let card = self
            .application(Card::new("application-row", listing.id.to_string()), shown)
            .text("place", joined(places, " · "))
            .text(
                "pay",
                listing.pay.as_ref().map(|pay| self.short_pay(pay)).unwrap_or_default(),
            )
            .text("applied", day(listing.applied))
            .text("heard", day(listing.heard));
        match shown.excerpt {
            Some(excerpt) => card
                .mark("found", "yes")
                .part("excerpt", true)
                .text("before", excerpt.before.as_str())
                .text("found", excerpt.found.as_str())
                .text("behind", excerpt.behind.as_str()),
            None => card.mark("found", "no").part("excerpt", false),
        }
    }

    /// The card of an application on the board. `is_moved` where it is being asked where to.
    pub(super) fn board_card(&self, shown: &Shown<'_>, is_moved: bool) -> Card {
        let listing = shown.listing;
        let since = listing
            .since
            .map(|since| self.say(Word::SinceDate, &[("date", &self.column_date(since))]));
        let move_to = Card::new("move-form", MOVE).field("lane", Lane::of(listing.stage).next().key());
        self.application(Card::new("board-card", listing.id.to_string()), shown)
            .text("since", since.unwrap_or_default())
            .text("move_name", self.say(Word::MoveNamed, &[("title", heading(listing))]))
            .list("move", is_moved.then_some(move_to).into_iter().collect())
    }

    /// What row and card have in common.
    fn application(&self, card: Card, shown: &Shown<'_>) -> Card {
        let listing = shown.listing;
        let company = listing.company.as_ref().filter(|_| listing.title.is_some());
        let (when, what, tone) = self.turn(shown.outlook);
        card.link("title", heading(listing), Some(Route::Application(listing.id)))
            .text("company", company.map_or("", Line::as_str))
            .toned(
                "stage",
                self.words.text(name::stage(listing.stage)),
                stage_tone(listing.stage),
            )
            .toned("when", when, tone.name())
            .text("what", what)
    }

    /// Whose move it is: when, what, and how pressing that is. Nothing where nothing is expected of anybody.
    fn turn(&self, outlook: Option<&Outlook>) -> (String, String, Tone) {
        let today = self.today.0;
        let nothing = (String::new(), String::new(), Tone::Ahead);
        let Some(outlook) = outlook else { return nothing };
        let mut due: Vec<_> = outlook
            .follow_ups
            .iter()
            .filter(|follow_up| follow_up.is_due(today))
            .collect();
        sort_by_key(&mut due, |follow_up| (!follow_up.is_overdue(today), follow_up.due));
        if let Some(first) = due.first() {
            let (when, tone) = self.when(first);
            return (when, self.heading(first), tone);
        }
        let next = outlook.next(today);
        let mut follow_ups = outlook.follow_ups.iter();
        let is_interview = |follow_up: &FollowUp| follow_up.rule() == RuleId::R0a && Some(follow_up.due) == next;
        let met = follow_ups.any(is_interview);
        let next = next.map(|day| self.near_column_date(day));
        match outlook.turn(today) {
            _ if met => (next.unwrap_or_default(), self.text(Word::EventInterview), Tone::Ahead),
            Turn::Mine => (next.unwrap_or_default(), self.text(Word::TurnMine), Tone::Today),
            Turn::Theirs => {
                let until = next.map(|day| self.say(Word::UntilDate, &[("date", &day)]));
                (until.unwrap_or_default(), self.text(Word::TurnTheirs), Tone::Ahead)
            }
            Turn::Nobodys => nothing,
        }
    }
}

/// What an application is called: one of the two is always there.
pub(super) fn heading(listing: &Listing) -> &str {
    let name = listing.title.as_ref().or(listing.company.as_ref());
    name.map_or("", Line::as_str)
}
