//! What can be chosen in the popup's corner.

use super::Popup;
use crate::app::asked::Action;
use crate::app::command::Problem;
use crate::app::ports::World;
use crate::app::settings::change;
use crate::archive::Choices;
use crate::view::APPEARANCES;

impl<W: World> Popup<W> {
    /// Takes over what the form says.
    pub(super) async fn choose(&mut self, action: &Action) -> Result<(), Problem> {
        if let Some(appearance) = action.form.one("appearance", &APPEARANCES)
            && appearance != self.screen.appearance
        {
            self.case.world.set_appearance(appearance);
            self.screen.appearance = appearance;
        }
        let hour = action.form.hour("day_begins")?;
        if hour != self.case.work.settings.day_begins {
            let begin_at = move |choices: &mut Choices| {
                choices.settings.day_begins = hour;
                Ok(())
            };
            change(&self.case.world, Box::new(begin_at)).await?;
        }
        Ok(())
    }
}
