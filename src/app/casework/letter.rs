//! The message of a row: it is written, changed and copied here, and sent elsewhere. None of that is logged; what was typed is put by until
//! its row's matter is settled.

use super::Casework;
use crate::app::asked::{Action, row};
use crate::app::draft::{letter_draft, letter_place, put_back};
use crate::app::ports::World;
use crate::domain::{ApplicationId, Channel, Manner, RuleId};
use crate::etiquette::correspondent;
use crate::view::{LETTER, Letter, MANNERS, asks_what_they_said, recipient};

impl<W: World> Casework<W> {
    /// Opens what is to be written in a row, its message or what they said there, or closes what is open.
    pub(super) async fn write(&mut self, key: &str) {
        let follow_up = row(&self.work.agenda, key, self.world.today()).map(|(_, follow_up)| follow_up);
        if let Some(asking) = follow_up.filter(|follow_up| asks_what_they_said(follow_up)) {
            let asking = asking.key.clone();
            return self.take_answers(&asking);
        }
        if self.work.letter.take().is_some_and(|letter| letter.row == key) {
            return;
        }
        let id = follow_up.map(|follow_up| follow_up.key.application);
        // Any other row is that of an application that may be withdrawn, or was.
        let withdrawn = || ApplicationId::parse(key.split(' ').next().unwrap_or_default());
        let Some(id) = id.or_else(withdrawn) else {
            return;
        };
        let follow_up = follow_up.cloned();
        let Some(application) = self.load(id).await else { return };
        let (voice, messages) = (self.voice(), &self.messages);
        let message = |manner| match &follow_up {
            Some(follow_up) => voice.message(follow_up, &application, manner, messages),
            None => Some(voice.withdrawal_note(&application, manner, messages)),
        };
        if let (Some(warm), Some(brief)) = (message(Manner::Warm), message(Manner::Brief)) {
            let whom = match &follow_up {
                Some(follow_up) => recipient(follow_up),
                None => correspondent(&application).map(|contact| &contact.name),
            };
            let mut letter = Letter {
                row: key.to_owned(),
                no_mail: application.refuses(whom, Channel::Email),
                channel: follow_up.as_ref().and_then(|follow_up| follow_up.channel),
                manner: messages.manner,
                warm,
                brief,
                typed: Vec::new(),
                restored: false,
                copied: false,
                is_signed: messages.sender.is_some(),
                thanked: follow_up
                    .filter(|follow_up| follow_up.rule() == RuleId::R2)
                    .and_then(|_| application.thanked_last()),
            };
            if let Some(text) = self.world.draft(&letter_place(key)) {
                put_back(&text, &mut letter);
            }
            self.work.letter = Some(letter);
        }
    }

    /// Writes it anew, without what was typed.
    pub(super) async fn write_anew(&mut self, key: &str) {
        self.forget_row(key);
        self.close_row(key);
        self.write(key).await;
    }

    /// Writes an open message anew, in the settings of now. What was typed in it stays.
    pub(in crate::app) async fn renew_letter(&mut self) {
        let Some(before) = self.work.letter.take() else { return };
        self.write(&before.row).await;
        if let Some(letter) = &mut self.work.letter {
            letter.manner = before.manner;
            letter.restored = before.restored;
        }
    }

    /// Takes over what was typed, which stays with the manner in which it was typed, and then the manner.
    pub(super) fn rewrite(&mut self, action: &Action) {
        let Some(letter) = self.open_letter(action) else { return };
        let subject = action.form.text("subject").to_owned();
        letter.retype(letter.manner, subject, action.form.text("body").replace('\r', ""));
        letter.manner = action.form.one("manner", &MANNERS).unwrap_or(letter.manner);
        letter.copied = false;
        if !letter.typed.is_empty() {
            let (place, text) = (letter_place(&letter.row), letter_draft(letter));
            self.world.put_by(&place, &text);
        }
    }

    /// Says that it was copied.
    pub(super) fn copied(&mut self, action: &Action) {
        if let Some(letter) = self.open_letter(action) {
            letter.copied = true;
        }
    }

    fn open_letter(&mut self, action: &Action) -> Option<&mut Letter> {
        let letter = self.work.letter.as_mut();
        letter.filter(|letter| letter.row == action.card && action.choice == LETTER)
    }
}
