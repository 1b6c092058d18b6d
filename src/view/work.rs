//! What is open of the ledger, on whichever page: what is due, one application, and what is being done about them.

use super::answers::{ANSWERS, Answering};
use super::{Bond, Card, Entry, Left, Letter, Neighbour, Recovery, Trouble, Voice, Word};
use crate::domain::{Agenda, Application, Fault, FollowUp, Line, Listing, Outlook, Refusal, SafeLink, WaitReason};
use crate::etiquette::Settings;

/// What is open of the ledger.
#[derive(Clone, Debug, Default)]
pub struct Work {
    /// What is due and what is waited for.
    pub agenda: Agenda,
    /// Whether that is not known yet: it is being made anew.
    pub is_unknown: bool,
    /// How many applications are kept.
    pub kept: u32,
    /// What the user chose.
    pub settings: Settings,
    /// The application that is open.
    pub open: Open,
    /// What else there is at the company of what is open.
    pub neighbours: Vec<Neighbour>,
    /// With which bonds two can be joined or parted here.
    pub offers: &'static [Bond],
    /// What is looked for, where something is.
    pub search: Option<Search>,
    /// The message that is open in a row.
    pub letter: Option<Letter>,
    /// What was left unfinished and is not in sight.
    pub left: Vec<Left>,
    /// The open forms of rows that ask what they said.
    pub answers: Vec<Answering>,
    /// What came of the last action.
    pub notice: Option<Notice>,
    /// What is wrong in a form.
    pub complaint: Option<Complaint>,
    /// What is wrong with the storage.
    pub trouble: Option<Fault>,
    /// What is wrong with the second copy.
    pub mirror: Option<Fault>,
    /// Where the ledger is not, where it should be.
    pub recovery: Option<Recovery>,
    /// What is being written down of the application that is shown.
    pub entry: Option<Entry>,
    /// Whether the whole of its timeline is shown.
    pub whole: bool,
    /// What is said of the calendar file that the open form was filled in from.
    pub invitation: Option<String>,
    /// What the user had typed in the open form before: names and values.
    pub typed: Vec<(String, String)>,
    /// Whether that comes from a window that was closed before it was kept.
    pub restored: bool,
    /// Whether what is typed is gone with this window.
    pub fleeting: bool,
}

/// The application that is open.
#[derive(Clone, Debug, Default)]
pub enum Open {
    /// None.
    #[default]
    Nothing,
    /// One that is written down by hand.
    Manual {
        /// The address of the page in front of the user, where that can be the posting.
        address: Option<SafeLink>,
    },
    /// One that is kept.
    Kept {
        /// The application.
        application: Box<Application>,
        /// What it has on the agenda.
        outlook: Option<Outlook>,
    },
}

impl Open {
    /// The one that is kept.
    pub const fn kept(&self) -> Option<&Application> {
        match self {
            Self::Kept { application, .. } => Some(application),
            _ => None,
        }
    }

    /// The one that is kept, with what it has on the agenda.
    pub const fn kept_with_outlook(&self) -> Option<(&Application, Option<&Outlook>)> {
        match self {
            Self::Kept { application, outlook } => Some((application, outlook.as_ref())),
            _ => None,
        }
    }

    /// Whether none is open.
    pub const fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

/// What is looked for, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The words.
    pub text: String,
    /// The first of what was found.
    pub found: Vec<Listing>,
    /// How much was found.
    pub all: usize,
}

/// What came of the last action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which one it is.
    pub number: u32,
    /// "good", "refused" or "failed".
    pub tone: &'static str,
    /// What was done, or why it was not.
    pub said: String,
    /// What comes next.
    pub next: String,
    /// What can be done about it.
    pub remedy: Option<Remedy>,
    /// Whether it is still said on the next screen.
    pub stays: bool,
}

/// What can be done about what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// It can be undone.
    Undo,
    /// It was undone, and can be done again.
    Redo,
}

/// What is wrong in a form, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The key of the card with the form.
    pub card: String,
    /// The key of the card that holds it, where each of several has such a form; empty where it is the only one.
    pub within: String,
    /// The slot beside what is wrong.
    pub slot: &'static str,
    /// What is wrong.
    pub refusal: Refusal,
}

/// What stands for all the fields of a form that asks what they said.
const ALL_ANSWERS: &str = "answers";

impl Work {
    /// What every page that shows the ledger has: what is wrong with the storage, what is looked for, what was left, what was done.
    pub(super) fn frame(&self, voice: &Voice<'_>) -> Card {
        let search = self.search.as_ref();
        let found = search.into_iter().flat_map(|search| &search.found);
        let found = found.map(|listing| voice.found(listing));
        let beside = search.map_or(String::new(), |search| {
            voice.found_beside(search.found.len(), search.all)
        });
        let how_many = search.map_or(String::new(), |search| voice.found_count(search.all));
        let recovery = self.recovery.iter();
        let recovery = recovery.map(|recovery| voice.recovery(recovery));
        Card::default()
            .part("search", self.kept > 0 && !self.is_unreadable())
            .part("by_hand", !self.is_unreadable() && self.recovery.is_none())
            .part("results", search.is_some())
            .list("found", found.collect())
            .text("beside", beside)
            .text("how_many", how_many)
            .field("search", search.map_or("", |search| search.text.as_str()))
            .list(
                "trouble",
                self.trouble.iter().map(|fault| trouble(fault, voice)).collect(),
            )
            .list("recovery", recovery.collect())
            .list("left", self.left.iter().map(|left| voice.left(left)).collect())
            .list("notice", self.notice.iter().map(|said| notice(said, voice)).collect())
            .part("fleeting", self.fleeting)
    }

    /// The row of something to do, with what is open in it: its message, or the form that asks what they said.
    pub fn row(&self, voice: &Voice<'_>, outlook: &Outlook, follow_up: &FollowUp) -> Card {
        let row = voice.move_row(outlook, follow_up);
        let is_due = follow_up.is_due(voice.today.0);
        let mut answering = self
            .answers
            .iter()
            .filter(|answering| is_due && answering.row == row.key);
        let answers = answering.find_map(|answering| voice.answers(outlook, follow_up, answering));
        let answers = answers.map(|form| form.part("fleeting", self.fleeting));
        let letter = self.letter(&row.key, voice);
        let is_open = answers.is_some() || letter.is_some();
        // At the end of the message it is said that it was sent.
        let done = voice.done(follow_up);
        let (done, sent) = if letter.is_some() { ("", done) } else { (done, "") };
        let lead = if sent.is_empty() {
            ""
        } else {
            voice.words.text(Word::SentLead)
        };
        let letter = letter.map(|letter| letter.text("sent", sent).text("sent_lead", lead));
        row.unfolded(is_open)
            .text("done", done)
            .list(ANSWERS, answers.into_iter().collect())
            .list("letter", letter.into_iter().collect())
    }

    /// The message of a row, where that is open.
    pub(super) fn letter(&self, row: &str, voice: &Voice<'_>) -> Option<Card> {
        let letter = self.letter.as_ref().filter(|letter| letter.row == row)?;
        Some(voice.letter(letter).part("fleeting", self.fleeting))
    }

    /// Whether nothing was ever kept.
    pub(super) const fn is_new(&self) -> bool {
        self.kept == 0 && !self.is_unknown && self.trouble.is_none() && self.recovery.is_none()
    }

    /// Whether nothing can be kept: a damaged record does not stand in the way of the others.
    pub const fn is_unreadable(&self) -> bool {
        !matches!(self.trouble, None | Some(Fault::Damaged { .. }))
    }

    /// The application that is open, with what is typed about it.
    pub fn open_card(&self, voice: &Voice<'_>) -> Option<Card> {
        match &self.open {
            Open::Nothing => None,
            Open::Manual { address } => Some(self.with_typed(voice.manual_card(address.as_ref()))),
            Open::Kept { application, outlook } => {
                let ahead = outlook.as_ref().and_then(|outlook| self.ahead(outlook));
                let invitation = self.invitation.as_deref().unwrap_or_default();
                let form = |entry| {
                    self.with_typed(voice.entry_form(entry, application))
                        .text("invitation", invitation)
                };
                let card = voice
                    .kept_card(application, outlook.as_ref(), ahead, self.whole)
                    .list("entry", self.entry.map(form).into_iter().collect());
                let card = self.with_withdrawals(card, application, voice);
                Some(voice.with_neighbours(card, &self.neighbours, self.offers))
            }
        }
    }

    /// The title of the application that comes first at the same company.
    pub fn ahead(&self, outlook: &Outlook) -> Option<&Line> {
        let Some(WaitReason::BehindAnother { application: first, .. }) = outlook.wait.as_ref().map(|wait| &wait.reason)
        else {
            return None;
        };
        let other = self.agenda.outlooks.iter().find(|other| other.application == *first)?;
        other.title.as_ref()
    }

    /// A form with what was typed in it.
    pub(super) fn with_typed(&self, mut card: Card) -> Card {
        let choices = card.lists.iter_mut().flat_map(|(_, choices)| choices);
        let choices = choices.flat_map(|choice| &mut choice.fields);
        for field in card.fields.iter_mut().chain(choices).filter(|_| !self.typed.is_empty()) {
            let said = self.typed.iter().filter(|(name, _)| name == field.name);
            let values: Vec<String> = said.map(|(_, value)| value.clone()).collect();
            // A closed panel says nothing, boxes that are not ticked say nothing; what an older version put by lacks later fields.
            let may_be_left_out = matches!(
                field.name,
                "applied_on" | "contact_email" | "address" | "apply" | "description"
            );
            if !may_be_left_out || !values.is_empty() {
                // What a person has typed is no guess any more.
                field.uncertain &= field.values == values;
                field.values = values;
            }
        }
        card.part("restored", self.restored).part("fleeting", self.fleeting)
    }

    /// With what is wrong, beside it: on the screen itself or on a card within it.
    pub(super) fn with_complaint(&self, card: Card, voice: &Voice<'_>) -> Card {
        match &self.complaint {
            Some(complaint) => complaint.beside(card, "", voice),
            None => card,
        }
    }
}

impl Complaint {
    /// Whether it is about that field, or about no single one.
    pub fn is_about(&self, field: &str) -> bool {
        let wrong = self.refusal.field().filter(|wrong| *wrong != ALL_ANSWERS);
        wrong.is_none_or(|wrong| wrong == field)
    }

    /// The card, which stands in the one of that key, with the complaint where it is about that card or one within it.
    fn beside(&self, mut card: Card, holder: &str, voice: &Voice<'_>) -> Card {
        if self.card == card.key && (self.within.is_empty() || self.within == holder) {
            let field = self.refusal.field();
            let fields = card.fields.iter_mut();
            for wrong in fields.filter(|known| Some(known.name) == field) {
                wrong.invalid = true;
            }
            return card.text(self.slot, voice.refusal(&self.refusal));
        }
        for (_, cards) in &mut card.lists {
            let inner = std::mem::take(cards).into_iter();
            *cards = inner.map(|inner| self.beside(inner, &card.key, voice)).collect();
        }
        card
    }
}

pub(super) fn notice(notice: &Notice, voice: &Voice<'_>) -> Card {
    let remedy = notice.remedy.map(|remedy| match remedy {
        Remedy::Undo => Word::Undo,
        Remedy::Redo => Word::Redo,
    });
    Card::new("notice", format!("notice {}", notice.number))
        .mark("tone", notice.tone)
        .text("text", notice.said.as_str())
        .text("next", notice.next.as_str())
        .text("remedy", remedy.map_or("", |word| voice.words.text(word)))
}

pub(super) fn trouble(fault: &Fault, voice: &Voice<'_>) -> Card {
    let Trouble { text, advice, detail } = voice.fault(fault);
    Card::new("trouble", "trouble")
        .text("text", text)
        .text("advice", advice)
        .part("retry", *fault != Fault::Updated)
        .part("save", *fault != Fault::Updated)
        .part("load_anew", *fault == Fault::Updated)
        .part("details", !detail.is_empty())
        .text("detail", detail)
}
