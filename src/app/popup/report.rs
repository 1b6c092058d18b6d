//! A wrong capture becomes a report.

use super::Popup;
use crate::app::form::Form;
use crate::app::ports::World;
use crate::capture;
use crate::domain::Line;
use crate::view::Report;

impl<W: World> Popup<W> {
    /// Shows what a report on this page would say; the form is what the user has put right by then.
    pub(super) fn report(&mut self, form: &Form) {
        let Some(snapshot) = &self.snapshot else { return };
        let own: Vec<&str> = self.case.messages.sender.iter().map(Line::as_str).collect();
        let text = capture::report(snapshot, &own, &form.0);
        self.screen.report = Some(Report { text, saved: false });
    }
}
