//! What can be chosen in the popup's corner.

use super::voice::two_digits;
use super::{Card, Voice, Word};
use crate::etiquette::Settings;

/// How the extension's pages look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Appearance {
    /// As the browser and the system have it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What the markup, the styles and the page's storage call them.
pub const APPEARANCES: [(Appearance, &str); 3] = [
    (Appearance::System, "system"),
    (Appearance::Light, "light"),
    (Appearance::Dark, "dark"),
];

impl Appearance {
    /// Its name.
    pub fn name(self) -> &'static str {
        let named = APPEARANCES.iter().find(|(appearance, _)| *appearance == self);
        named.map_or("", |(_, name)| name)
    }

    /// The one of that name; as the system has it for a name that nobody knows.
    pub fn named(name: &str) -> Self {
        let named = APPEARANCES.iter().find(|(_, known)| *known == name);
        named.map(|(appearance, _)| *appearance).unwrap_or_default()
    }
}

impl Voice<'_> {
    /// The screen with what was chosen, in its corner.
    pub(super) fn with_settings(&self, screen: Card, settings: &Settings, appearance: Appearance) -> Card {
        screen
            .mark("appearance", appearance.name())
            .field("appearance", appearance.name())
            .field("day_begins", full_hour(settings.day_begins))
            .text("day_begins_hint", self.day_begins(settings.day_begins))
    }

    /// What the hour at which the day begins does.
    pub fn day_begins(&self, hour: u8) -> String {
        self.say(Word::DayBeginsHint, &[("time", &self.words.clock(hour.into(), 0))])
    }
}

/// An hour as a field for a time has it.
pub(super) fn full_hour(hour: u8) -> String {
    [&two_digits(hour.into()), ":00"].concat()
}
