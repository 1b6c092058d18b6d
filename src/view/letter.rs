//! A message that is being looked over, in the row of what it is for.

use super::{Card, Message, Voice, Word};
use crate::domain::Manner;

/// The key of the card of a message.
pub const LETTER: &str = "letter";

/// What the markup calls the ways in which a message can sound.
pub const MANNERS: [(Manner, &str); 2] = [(Manner::Warm, "warm"), (Manner::Brief, "brief")];

/// A message in each of its manners, as the user has changed it so far. It is logged nowhere.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The key of the row.
    pub row: String,
    /// The manner that is shown.
    pub manner: Manner,
    /// In a few friendly sentences.
    pub warm: Message,
    /// In no more than is needed.
    pub brief: Message,
    /// Whether what is shown was copied.
    pub copied: bool,
}

impl Letter {
    /// The message that is shown.
    pub const fn message(&self) -> &Message {
        match self.manner {
            Manner::Warm => &self.warm,
            Manner::Brief => &self.brief,
        }
    }

    /// The message that is shown, to be changed.
    pub const fn message_mut(&mut self) -> &mut Message {
        match self.manner {
            Manner::Warm => &mut self.warm,
            Manner::Brief => &mut self.brief,
        }
    }
}

impl Voice<'_> {
    /// The card of a message, with the links that open it.
    pub(super) fn letter(&self, letter: &Letter) -> Card {
        let message = letter.message();
        let mail = message.mail();
        let to = message.to.as_deref();
        let to = to.map(|to| self.say(Word::LetterTo, &[("address", to)]));
        let name = |word, is_there| if is_there { self.words.text(word) } else { "" };
        let manner = MANNERS.iter().find(|(manner, _)| *manner == letter.manner);
        Card::new("letter", LETTER)
            .text("to", to.unwrap_or_default())
            .field("manner", manner.map_or("", |(_, name)| name))
            .field("subject", message.subject.as_str())
            .field("body", message.body.as_str())
            .link("program", self.words.text(Word::OpenInMail), Some(mail.program))
            .link("gmail", name(Word::OpenInGmail, mail.gmail.is_some()), mail.gmail)
            .link(
                "outlook",
                name(Word::OpenInOutlook, mail.outlook.is_some()),
                mail.outlook,
            )
            .text("copied", name(Word::Copied, letter.copied))
    }
}
