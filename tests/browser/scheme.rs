//! The looks that a system can have.

use crate::driver::Session;

/// Which of the two looks a page is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// As CSS names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Shows a page as to somebody whose system has this look.
#[track_caller]
pub(crate) fn prefer(page: &Session, scheme: Scheme) {
    page.prefer(&[("prefers-color-scheme", scheme.name())]);
}
