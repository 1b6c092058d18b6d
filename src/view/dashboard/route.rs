//! Which of the dashboard's screens is shown, as the address of the page says it.

use crate::domain::ApplicationId;

/// One of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// What is due, and what comes next.
    #[default]
    Today,
    /// All applications.
    Applications,
    /// One of them.
    Application(ApplicationId),
    /// One that is written down by hand.
    New,
    /// Everybody who is known.
    People,
    /// What all of it comes to.
    Insights,
    /// All that can be chosen.
    Settings,
    /// How another machine is brought up to date.
    Machine,
    /// What the extension does, for who has just installed it.
    Welcome,
}

/// What the address calls the screens that need no more than a name.
const NAMES: [(&str, Route); 8] = [
    ("today", Route::Today),
    ("applications", Route::Applications),
    ("new", Route::New),
    ("people", Route::People),
    ("insights", Route::Insights),
    ("settings", Route::Settings),
    ("machine", Route::Machine),
    ("welcome", Route::Welcome),
];

/// In front of the identity of an application.
const APPLICATION: &str = "application";

impl Route {
    /// The one that the part of an address after its `#` names, whatever part of the screen it names beside it or asks for behind a question
    /// mark; `None` for what is none.
    pub fn parse(hash: &str) -> Option<Self> {
        let hash = hash.split('?').next().unwrap_or_default();
        let (name, rest) = hash.split_once('/').unwrap_or((hash, ""));
        match name {
            "" => Some(Self::Today),
            APPLICATION => ApplicationId::parse(rest).map(Self::Application),
            _ => NAMES.iter().find(|(known, _)| *known == name).map(|(_, route)| *route),
        }
    }

    /// The part of the address after its `#`.
    pub fn hash(self) -> String {
        match self {
            Self::Application(id) => [APPLICATION, "/", &id.to_string()].concat(),
            _ => self.name().to_owned(),
        }
    }

    /// The name of the entry of the navigation that leads there or near.
    pub(super) fn near(self) -> &'static str {
        match self {
            Self::Application(_) | Self::New => Self::Applications.name(),
            Self::Machine => Self::Settings.name(),
            _ => self.name(),
        }
    }

    /// Whether its screen tells what is due, or may be asked for it.
    pub(super) const fn shows_agenda(self) -> bool {
        matches!(self, Self::Today | Self::Applications | Self::Application(_))
    }

    fn name(self) -> &'static str {
        let named = NAMES.iter().find(|(_, route)| *route == self);
        named.map_or(APPLICATION, |(name, _)| name)
    }
}
