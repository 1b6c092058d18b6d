//! Who is to be told that the user withdraws: of what is still open once an offer is accepted, or of an application that was withdrawn.

use chrono::Days;

use super::follow_up::job;
use super::{Card, Voice, Word, Work, name};
use crate::domain::{Application, Ending, Outlook, Stage};

/// So many days after a withdrawal a note still spares them the wait.
const STILL_TIME: Days = Days::new(7);

/// The key of the row of an application that was withdrawn, beside the card of the application itself.
fn own_key(application: &Application) -> String {
    format!("{} withdrawn", application.id)
}

impl Work {
    /// What is open and was applied for: who accepts an offer tells those people.
    pub fn waiting_to_be_told(&self) -> impl Iterator<Item = &Outlook> {
        let open = self.agenda.outlooks.iter();
        open.filter(|outlook| !matches!(outlook.stage, Stage::Ended(_) | Stage::Saved))
    }

    /// With the rows of those who are to be told.
    pub(super) fn with_withdrawals(&self, card: Card, application: &Application, voice: &Voice<'_>) -> Card {
        let (heading, advice, rows): (_, _, Vec<Card>) = match application.stage {
            Stage::Ended(Ending::Accepted) => {
                let rows = self.waiting_to_be_told().map(|outlook| voice.withdrawal(outlook));
                (Word::StillOpen, Word::StillOpenAdvice, rows.collect())
            }
            Stage::Ended(Ending::Withdrawn) if voice.may_wait(application) => {
                let row = voice.own_withdrawal(application);
                (Word::TellThem, Word::TellThemAdvice, vec![row])
            }
            _ => return card.list("withdrawals", Vec::new()),
        };
        let rows = rows.into_iter().map(|row| {
            let letter = self.letter(&row.key, voice);
            row.unfolded(letter.is_some())
                .list("letter", letter.into_iter().collect())
        });
        card.text("withdrawals_heading", voice.words.text(heading))
            .text("withdrawals_advice", voice.words.text(advice))
            .list("withdrawals", rows.collect())
    }
}

impl Voice<'_> {
    /// Whether somebody may still wait for the user, who withdrew a short while ago.
    fn may_wait(&self, application: &Application) -> bool {
        let since = self.today.0.checked_sub_days(STILL_TIME);
        let withdrew = application.withdrew().filter(|_| application.is_known_to_them());
        withdrew.is_some_and(|withdrew| since.is_none_or(|since| withdrew.on >= since))
    }

    /// The line of an application that one may withdraw.
    fn withdrawal(&self, outlook: &Outlook) -> Card {
        let stage = self.words.text(name::stage(outlook.stage));
        Card::new("withdrawal-row", outlook.application.to_string())
            .text("job", job(outlook))
            .text("stage", stage)
            .part("withdraw", true)
    }

    /// The line of the one that was withdrawn.
    fn own_withdrawal(&self, application: &Application) -> Card {
        Card::new("withdrawal-row", own_key(application))
            .text("job", self.named(Some(application)))
            .part("withdraw", false)
    }
}
