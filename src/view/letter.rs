//! A message that is being looked over, in the row of what it is for.

use chrono::NaiveDate;

use super::voice::{joined, sentence};
use super::{Card, Message, Voice, Word, name};
use crate::domain::{Channel, Manner};

/// The key of the card of a message.
pub const LETTER: &str = "letter";

/// What the markup calls the ways in which a message can sound.
pub const MANNERS: [(Manner, &str); 2] = [(Manner::Warm, "warm"), (Manner::Brief, "brief")];

/// A message in each of its manners, as the user has changed it so far. It is logged nowhere.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The key of the row.
    pub row: String,
    /// Whether they refuse e-mail.
    pub no_mail: bool,
    /// How they like to be reached, where they said so.
    pub channel: Option<Channel>,
    /// The manner that is shown.
    pub manner: Manner,
    /// In a few friendly sentences.
    pub warm: Message,
    /// In no more than is needed.
    pub brief: Message,
    /// The manners in which the user changed it.
    pub typed: Vec<Manner>,
    /// Whether that comes from a window that was closed.
    pub restored: bool,
    /// Whether what is shown was copied.
    pub copied: bool,
    /// Whether the user's name is known, which stands below it.
    pub is_signed: bool,
    /// When somebody there was last thanked, where this is a thank-you.
    pub thanked: Option<NaiveDate>,
}

impl Letter {
    /// The message in one of its manners.
    pub const fn message(&self, manner: Manner) -> &Message {
        match manner {
            Manner::Warm => &self.warm,
            Manner::Brief => &self.brief,
        }
    }

    /// Takes over what was typed in one of its manners, if it is anything else than what is there.
    pub fn retype(&mut self, manner: Manner, subject: String, body: String) {
        let message = match manner {
            Manner::Warm => &mut self.warm,
            Manner::Brief => &mut self.brief,
        };
        if (&message.subject, &message.body) == (&subject, &body) {
            return;
        }
        (message.subject, message.body) = (subject, body);
        if !self.typed.contains(&manner) {
            self.typed.push(manner);
        }
    }
}

impl Voice<'_> {
    /// The card of a message, with the links that open it.
    pub(super) fn letter(&self, letter: &Letter) -> Card {
        let message = letter.message(letter.manner);
        let mail = Some(message.mail()).filter(|_| !letter.no_mail);
        let to = message.to.as_deref().filter(|_| !letter.no_mail);
        let to = match to {
            Some(to) => self.say(Word::LetterTo, &[("address", to)]),
            None if letter.no_mail => String::new(),
            None => self.text(Word::LetterToUnknown),
        };
        let (program, gmail, outlook) = match mail {
            Some(mail) => (Some(mail.program), mail.gmail, mail.outlook),
            None => (None, None, None),
        };
        let again = letter
            .thanked
            .map(|on| self.say(Word::LetterAgain, &[("on", &self.on_date(on))]));
        let name = |word, is_there| if is_there { self.words.text(word) } else { "" };
        let manner = MANNERS.iter().find(|(manner, _)| *manner == letter.manner);
        Card::new("letter", LETTER)
            .text("to", to)
            .field("manner", manner.map_or("", |(_, name)| name))
            .field("subject", message.subject.as_str())
            .field("body", message.body.as_str())
            .text("refused", self.refused(letter))
            .text("again", again.unwrap_or_default())
            .link("program", name(Word::OpenInMail, program.is_some()), program)
            .link("gmail", name(Word::OpenInGmail, gmail.is_some()), gmail)
            .link("outlook", name(Word::OpenInOutlook, outlook.is_some()), outlook)
            .text("copied", name(Word::Copied, letter.copied))
            .part("restored", letter.restored)
            .part("unsigned", !letter.is_signed)
    }

    /// Why it is not opened in mail, and how they like to be reached.
    fn refused(&self, letter: &Letter) -> String {
        if !letter.no_mail {
            return String::new();
        }
        let refusal = self.words.text(name::refuse(Channel::Email));
        match letter.channel {
            Some(channel) => {
                let wish = self.words.text(name::prefer(channel));
                sentence(&self.say(Word::LetterRefused, &[("refusal", refusal), ("wish", wish)]))
            }
            None => joined([sentence(refusal), self.text(Word::LetterOtherWay)], " "),
        }
    }
}
