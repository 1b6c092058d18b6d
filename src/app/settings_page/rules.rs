//! The numbers of the rules.

use super::{SettingsPage, Wish};
use crate::app::asked::Action;
use crate::app::ports::Clock;
use crate::domain::Refusal;
use crate::etiquette::{Bounds, Settings, Unfit};
use crate::view::{ChosenNumber, Word};

impl<W: Clock> SettingsPage<W> {
    /// Another number.
    pub(super) fn count(&self, action: &Action) -> Result<Wish, Refusal> {
        let field = Refusal::Unreadable { field: "value" };
        let value: u16 = action.form.text("value").trim().parse().map_err(|_| field)?;
        let number = ChosenNumber::named(&self.screen.settings, action.row()).ok_or(Refusal::UnknownEvent)?;
        let said = self.voice().number_kept(&number, value);
        Ok(Wish::said(said, move |choices| {
            put(&mut choices.settings, &number, value)
        }))
    }

    /// Whether the user keeps in touch with all who turn them down.
    pub(super) fn keep_warm(&self, action: &Action) -> Wish {
        let keep_warm = !action.form.text("keep_warm").is_empty();
        let said = if keep_warm {
            Word::KeepsAllWarm
        } else {
            Word::KeepsNobodyWarm
        };
        Wish::said(self.words.text(said).to_owned(), move |choices| {
            choices.settings.keep_warm = keep_warm;
            Ok(())
        })
    }

    /// The numbers of a rule as they are at first; those of all rules where none is named. What was typed there is done with.
    pub(super) fn as_usual(&mut self, rule: &str) -> Wish {
        let default = Settings::default();
        let usual = ChosenNumber::all(&default).filter(|number| rule.is_empty() || number.is_of(rule));
        let usual: Vec<ChosenNumber> = usual.collect();
        let is_one = |key: &String| usual.iter().any(|number| number.key() == *key);
        self.screen.unkept.retain(|unkept| !is_one(&unkept.form));
        Wish::said(self.words.text(Word::AsUsualAgain).to_owned(), move |choices| {
            let mut usual = usual.iter();
            usual.try_for_each(|number| put(&mut choices.settings, number, number.value))
        })
    }
}

fn put(settings: &mut Settings, number: &ChosenNumber, value: u16) -> Result<(), Refusal> {
    let out = |Bounds { least, most }| Refusal::OutOfBounds { least, most };
    let Some((rule, case, measure)) = number.of else {
        if !Settings::SPACINGS.allow(value) {
            return Err(out(Settings::SPACINGS));
        }
        settings.company_spacing = value;
        return Ok(());
    };
    settings
        .rules
        .set(rule, case, measure, value)
        .map_err(|unfit| match unfit {
            Unfit::Unknown => Refusal::UnknownEvent,
            Unfit::OutOfBounds(bounds) => out(bounds),
        })
}
