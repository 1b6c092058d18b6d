//! The page of all that the user can choose: what is open on it, and the card that shows it.

mod calendar;
mod holidays;
mod language;
mod messages;
mod rules;

pub use calendar::WEEKDAYS;
pub use holidays::FoundDays;
pub use messages::{Editor, OCCASIONS, TypedWords};
pub use rules::ChosenNumber;

use super::work::{notice, trouble};
use super::{Appearance, Card, Notice, Voice, Word};
use crate::domain::{Fault, Line, Messages, Refusal};
use crate::etiquette::Settings;

/// What the page has open.
#[derive(Clone, Debug, Default)]
pub struct SettingsScreen {
    /// What is chosen.
    pub settings: Settings,
    /// How messages are to be.
    pub messages: Messages,
    /// How the pages look.
    pub appearance: Appearance,
    /// The tag of the language that was chosen.
    pub language: Option<Line>,
    /// After how many days without a backup the user is reminded of one.
    pub backup_after: Option<u16>,
    /// What a calendar file says, until it is kept.
    pub found: Option<FoundDays>,
    /// The words of a message that are shown.
    pub editor: Editor,
    /// What was typed and cannot be kept as it is.
    pub unkept: Vec<Unkept>,
    /// Whether a sample is kept.
    pub has_sample: bool,
    /// What came of the last action.
    pub notice: Option<Notice>,
    /// Why nothing can be chosen.
    pub trouble: Option<Fault>,
}

/// What was typed in a form and cannot be kept as it is.
#[derive(Clone, Debug)]
pub struct Unkept {
    /// The key of the form's card.
    pub form: String,
    /// What it says: names and values.
    pub typed: Vec<(String, String)>,
    /// What is wrong with it.
    pub refusal: Refusal,
}

impl SettingsScreen {
    /// The page.
    pub fn card(&self, voice: &Voice<'_>) -> Card {
        let mut card = Card::default()
            .list(
                "trouble",
                self.trouble.iter().map(|fault| trouble(fault, voice)).collect(),
            )
            .list("notice", self.notice.iter().map(|said| notice(said, voice)).collect())
            .part("sections", self.trouble.is_none())
            .part("has_sample", self.has_sample);
        if self.trouble.is_none() {
            let look = Card::new("appearance-form", "appearance").field("appearance", self.appearance.name());
            card = card.list("appearance", vec![look]);
            card = card.list("language", vec![voice.language(self.language.as_ref())]);
            card = voice.with_calendar(card, &self.settings);
            card = voice.with_days_off(card, &self.settings.calendar.holidays, self.found.as_ref());
            card = voice.with_rules(card, &self.settings);
            card = card.list("backup_after", vec![voice.backup_after(self.backup_after)]);
            card = voice.with_messages(card, &self.messages, &self.editor);
        }
        self.with_unkept(card, voice)
    }

    /// With what was typed and is wrong, and why, in its place.
    fn with_unkept(&self, mut card: Card, voice: &Voice<'_>) -> Card {
        if self.unkept.is_empty() {
            return card;
        }
        for (_, cards) in &mut card.lists {
            let inner = std::mem::take(cards).into_iter();
            *cards = inner.map(|card| self.with_unkept(card, voice)).collect();
        }
        let Some(unkept) = self.unkept.iter().find(|unkept| unkept.form == card.key) else {
            return card;
        };
        let is_alone = card.fields.len() == 1;
        for field in &mut card.fields {
            let typed = unkept.typed.iter().filter(|(name, _)| name == field.name);
            field.values = typed.map(|(_, value)| value.clone()).collect();
            field.invalid = is_alone || unkept.refusal.field() == Some(field.name);
        }
        card.text("error", voice.refusal(&unkept.refusal))
    }
}

impl Voice<'_> {
    /// That something is kept.
    pub fn kept_so(&self, what: &str) -> String {
        self.say(Word::KeptSo, &[("what", what)])
    }

    /// That something is not there any more.
    pub fn taken_out(&self, what: &str) -> String {
        self.say(Word::TakenOut, &[("what", what)])
    }
}
