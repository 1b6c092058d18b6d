//! What is seen at a glance: the foot of the popup, and the badge's tooltip.

use super::follow_up::job;
use super::voice::{capitalised, joined};
use super::{Voice, Word};
use crate::domain::{Agenda, FollowUp, Outlook, Turn};

/// Longest tooltip, in characters.
const TOOLTIP_LIMIT: usize = 300;

impl Voice<'_> {
    /// "Waiting on 7 · next Fri 27 Nov"; nothing where nothing is waited for.
    pub fn footer(&self, agenda: &Agenda) -> String {
        let today = self.today.0;
        let waiting = agenda.outlooks.iter();
        let waiting = waiting.filter(|outlook| outlook.turn(today) == Turn::Theirs).count();
        let next = agenda
            .outlooks
            .iter()
            .flat_map(|outlook| &outlook.follow_ups)
            .map(|follow_up| follow_up.due)
            .filter(|due| *due > today)
            .min();
        let count = (waiting > 0).then(|| self.say(Word::WaitingOn, &[("count", &self.words.number(waiting))]));
        let next = next.map(|next| self.say(Word::NextDate, &[("date", &self.date(next))]));
        capitalised(&joined([count, next].into_iter().flatten(), " · "))
    }

    /// The badge's text: how much is due; nothing where nothing is.
    pub fn badge(due: usize) -> String {
        match due {
            0 => String::new(),
            count => count.to_string(),
        }
    }

    /// The badge's tooltip: how much waits to be confirmed, how much is due, and what, the first with its reason; at most 300 characters.
    pub fn tooltip(&self, due: &[(&Outlook, &FollowUp)], noticed: usize) -> String {
        let noticed = match noticed {
            0 => String::new(),
            count => self
                .words
                .count(count, Word::TooltipNoticedOne, Word::TooltipNoticedOther),
        };
        let due_now = match due.len() {
            0 if noticed.is_empty() => self.text(Word::TooltipNothing),
            0 => String::new(),
            count => self.words.count(count, Word::TooltipOne, Word::TooltipOther),
        };
        let mut tooltip = joined([noticed, due_now].into_iter().filter(|line| !line.is_empty()), "\n");
        let line = |(outlook, follow_up): &(&Outlook, &FollowUp)| {
            let (heading, job) = (self.heading(follow_up), job(outlook));
            if job.is_empty() {
                heading
            } else {
                self.say(Word::WithNote, &[("what", &heading), ("note", &job)])
            }
        };
        let first = due.iter().take(1).flat_map(|first| [line(first), self.cause(first.1)]);
        // Each is made when it is known that there is room for more.
        for line in first.chain(due.iter().skip(1).map(line)) {
            // Room for the line's own break, and for the mark that says there is more.
            if tooltip.chars().count() + line.chars().count() + 3 > TOOLTIP_LIMIT {
                tooltip.push_str("\n…");
                break;
            }
            tooltip.push('\n');
            tooltip.push_str(&line);
        }
        tooltip
    }
}
