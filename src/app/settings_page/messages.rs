//! How messages are to be.

use super::{SettingsPage, Wish};
use crate::app::asked::Action;
use crate::app::ports::Clock;
use crate::domain::{Refusal, Wording};
use crate::view::{MANNERS, OCCASIONS, TypedWords, Word};

impl<W: Clock> SettingsPage<W> {
    /// The name below a message.
    pub(super) fn sign(&self, action: &Action) -> Wish {
        let sender = action.form.line("sender");
        Wish::said(self.voice().sender(sender.as_ref()), |choices| {
            choices.messages.sender = sender;
            Ok(())
        })
    }

    /// The manner that one begins with.
    pub(super) fn sound(&self, action: &Action) -> Result<Wish, Refusal> {
        let manner = action.form.one("manner", &MANNERS);
        let manner = manner.ok_or(Refusal::Unreadable { field: "manner" })?;
        Ok(Wish::said(self.voice().manner(manner), move |choices| {
            choices.messages.manner = manner;
            Ok(())
        }))
    }

    /// Shows the words for another occasion or in another manner. What was typed stays with those before.
    pub(super) fn pick(&mut self, action: &Action) {
        let editor = &mut self.screen.editor;
        editor.occasion = action.form.one("occasion", &OCCASIONS).unwrap_or(editor.occasion);
        editor.manner = action.form.one("of_manner", &MANNERS).unwrap_or(editor.manner);
    }

    /// Takes in what is typed, to show what comes of it.
    pub(super) fn retype(&mut self, action: &Action) {
        let editor = &mut self.screen.editor;
        let (occasion, manner) = (editor.occasion, editor.manner);
        editor.forget();
        editor.typed.push(TypedWords {
            occasion,
            manner,
            subject: action.form.text("subject").to_owned(),
            body: action.form.text("body").replace('\r', ""),
        });
    }

    /// The user's own words.
    pub(super) fn keep_words(&mut self, action: &Action) -> Result<Wish, Refusal> {
        self.retype(action);
        let wording = Wording::new(action.form.text("subject"), action.form.text("body"))?;
        Ok(self.reword(Some(wording), Word::OwnWordsKept))
    }

    /// Ours again.
    pub(super) fn forget_words(&self) -> Wish {
        self.reword(None, Word::AsUsualAgain)
    }

    fn reword(&self, wording: Option<Wording>, said: Word) -> Wish {
        let (occasion, manner) = (self.screen.editor.occasion, self.screen.editor.manner);
        Wish::said(self.words.text(said).to_owned(), move |choices| {
            choices.messages.set(occasion, manner, wording);
            Ok(())
        })
    }
}
