//! How messages are to be, and the words of one of them with what becomes of it.

use crate::domain::{Line, Manner, Messages, Occasion, Placeholder, Wording};
use crate::view::letter::MANNERS;
use crate::view::{Card, Voice, Word};

/// The occasions, by what the markup calls them.
pub const OCCASIONS: [(Occasion, &str); 18] = [
    (Occasion::Thank, "thank"),
    (Occasion::AskAfterApplying, "ask_after_applying"),
    (Occasion::AskReferrer, "ask_referrer"),
    (Occasion::AskAfterScreen, "ask_after_screen"),
    (Occasion::AskAfterInterview, "ask_after_interview"),
    (Occasion::AskAfterPromise, "ask_after_promise"),
    (Occasion::AskLast, "ask_last"),
    (Occasion::Answer, "answer"),
    (Occasion::AcceptInvitation, "accept_invitation"),
    (Occasion::OfferAnotherTime, "offer_another_time"),
    (Occasion::HandIn, "hand_in"),
    (Occasion::AskForOffer, "ask_for_offer"),
    (Occasion::AcknowledgeOffer, "acknowledge_offer"),
    (Occasion::AnswerOffer, "answer_offer"),
    (Occasion::ThankAfterNo, "thank_after_no"),
    (Occasion::Withdraw, "withdraw"),
    (Occasion::WriteOnceMore, "write_once_more"),
    (Occasion::KeepWarm, "keep_warm"),
];

/// Which words are shown, and what was typed and is not kept yet.
#[derive(Clone, Debug)]
pub struct Editor {
    /// What the message is for.
    pub occasion: Occasion,
    /// How it sounds.
    pub manner: Manner,
    /// What was typed, once for each occasion and manner at most.
    pub typed: Vec<TypedWords>,
}

/// Words of a message as they are typed.
#[derive(Clone, Debug)]
pub struct TypedWords {
    /// What the message is for.
    pub occasion: Occasion,
    /// How it sounds.
    pub manner: Manner,
    /// The subject.
    pub subject: String,
    /// All else.
    pub body: String,
}

impl Default for Editor {
    fn default() -> Self {
        Self {
            occasion: Occasion::Thank,
            manner: Manner::Warm,
            typed: Vec::new(),
        }
    }
}

impl Editor {
    /// Forgets what was typed of the words that are shown.
    pub fn forget(&mut self) {
        let shown = (self.occasion, self.manner);
        self.typed.retain(|typed| (typed.occasion, typed.manner) != shown);
    }

    fn shown(&self) -> Option<&TypedWords> {
        let shown = (self.occasion, self.manner);
        let mut typed = self.typed.iter();
        typed.find(|typed| (typed.occasion, typed.manner) == shown)
    }
}

impl Voice<'_> {
    pub(super) fn with_messages(&self, card: Card, messages: &Messages, editor: &Editor) -> Card {
        let sender = messages.sender.as_ref().map_or("", |sender| sender.as_str());
        let sender = Card::new("sender-form", "sender").field("sender", sender);
        let manner = Card::new("manner-form", "manner").field("manner", name(&MANNERS, messages.manner));
        let pick = Card::new("pick-form", "pick")
            .field("occasion", name(&OCCASIONS, editor.occasion))
            .field("of_manner", name(&MANNERS, editor.manner));
        card.list("sender", vec![sender])
            .list("manner", vec![manner])
            .list("pick", vec![pick])
            .list("words", vec![self.words_form(messages, editor)])
    }

    /// The words of a message: the user's own or ours, or as they are typed, and what becomes of them.
    fn words_form(&self, messages: &Messages, editor: &Editor) -> Card {
        let (occasion, manner) = (editor.occasion, editor.manner);
        let own = messages.own(occasion, manner);
        let ours = self.template(occasion, manner);
        let kept = own.map_or(ours, |own| {
            (own.subject.as_str().to_owned(), own.body.as_str().to_owned())
        });
        let typed = editor.shown().map(|typed| (typed.subject.clone(), typed.body.clone()));
        let is_changed = typed.as_ref().is_some_and(|typed| *typed != kept);
        let (subject, body) = typed.unwrap_or(kept);
        let key = [name(&OCCASIONS, occasion), " ", name(&MANNERS, manner)].concat();
        let mut form = Card::new("words-form", key)
            .field("subject", subject.as_str())
            .field("body", body.as_str())
            .part("ours", own.is_some() || is_changed)
            .part("unkept", is_changed);
        match Wording::new(&subject, &body) {
            Ok(wording) => {
                let value = |placeholder| self.example(placeholder, messages.sender.as_ref());
                let example = self.filled(wording.subject.as_str(), wording.body.as_str(), &value);
                form.text("preview_subject", example.subject)
                    .text("preview_body", example.body)
                    .part("preview", true)
            }
            Err(refusal) => {
                let is_of_subject = Wording::new(&subject, "-").is_err();
                let wrong = if is_of_subject { "subject" } else { "body" };
                let wrong = refusal.field().unwrap_or(wrong);
                for field in form.fields.iter_mut().filter(|field| field.name == wrong) {
                    field.invalid = true;
                }
                form.part("preview", false).text("error", self.refusal(&refusal))
            }
        }
    }

    /// What could be known of an application.
    fn example(&self, placeholder: Placeholder, sender: Option<&Line>) -> Option<String> {
        let today = self.today.0;
        Some(match placeholder {
            Placeholder::Person => self.text(Word::ExamplePerson),
            Placeholder::Role => self.text(Word::ExampleRole),
            Placeholder::Company => self.text(Word::ExampleCompany),
            Placeholder::Job => return Some(self.job(&|part| self.example(part, sender))),
            Placeholder::Round => self.text(Word::MessageInterview),
            Placeholder::On => self.on_written_date(self.calendar.before(today, 4)),
            Placeholder::Time => self.at(14, 30),
            Placeholder::Date => self.near_written_date(self.calendar.after(today, 6)),
            Placeholder::Point => self.text(Word::ExamplePoint),
            Placeholder::Referrer => self.text(Word::ExampleReferrer),
            Placeholder::Task => self.text(Word::ExampleTask),
            Placeholder::Sender => sender.map_or_else(|| self.text(Word::ExampleSender), ToString::to_string),
        })
    }

    /// With which name messages end.
    pub fn sender(&self, sender: Option<&Line>) -> String {
        match sender {
            Some(name) => self.kept_so(name.as_str()),
            None => self.text(Word::SenderIsNone),
        }
    }

    /// In which manner messages begin.
    pub fn manner(&self, manner: Manner) -> String {
        let word = match manner {
            Manner::Warm => Word::MannerWarm,
            Manner::Brief => Word::MannerBrief,
        };
        self.kept_so(self.words.text(word))
    }
}

fn name<T: PartialEq>(names: &[(T, &'static str)], value: T) -> &'static str {
    let named = names.iter().find(|(known, _)| *known == value);
    named.map_or("", |(_, name)| name)
}
