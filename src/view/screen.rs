//! The popup as a whole: what is open in it, and the card that shows it.

use super::answers::{ANSWERS, refilled};
use super::{Appearance, Card, Entry, Left, Letter, Report, Trouble, Voice, Word};
use crate::capture::{Candidate, Selection};
use crate::domain::{
    Agenda, Application, Ending, Fault, FollowUp, Line, Listing, Outlook, Posting, Refusal, SafeLink, Stage,
    WaitReason, Warning,
};
use crate::etiquette::Settings;

/// What the popup has open.
#[derive(Clone, Debug, Default)]
pub struct Screen {
    /// What there is to say about the page.
    pub page: Page,
    /// What is selected on it.
    pub selection: Option<Selection>,
    /// Whether a report can say how the page was read.
    pub reportable: bool,
    /// The report that is looked over.
    pub report: Option<Report>,
    /// What is due and what is waited for.
    pub agenda: Agenda,
    /// How many applications are kept.
    pub kept: u32,
    /// What the user chose.
    pub settings: Settings,
    /// How it looks.
    pub appearance: Appearance,
    /// What is looked for, where something is.
    pub search: Option<Search>,
    /// The message that is open in a row.
    pub letter: Option<Letter>,
    /// What was left unfinished and is not in sight.
    pub left: Vec<Left>,
    /// What the user had typed in rows that ask what they said, by the rows' keys.
    pub answers: Vec<(String, Vec<(String, String)>)>,
    /// What came of the last action.
    pub notice: Option<Notice>,
    /// What is wrong in a form.
    pub complaint: Option<Complaint>,
    /// What is wrong with the storage.
    pub trouble: Option<Fault>,
    /// Whether an application was opened that is not this page's.
    pub opened: bool,
    /// What is being written down of the application that is shown.
    pub entry: Option<Entry>,
    /// Whether the whole of its timeline is shown.
    pub whole: bool,
    /// What the user had typed in the page's form before: names and values.
    pub typed: Vec<(String, String)>,
    /// Whether that comes from a window that was closed before it was kept.
    pub restored: bool,
    /// Whether what is typed is gone with this window.
    pub fleeting: bool,
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

/// What the page in front of the user turned out to be.
#[derive(Clone, Debug, Default)]
pub enum Page {
    /// It is still being read.
    #[default]
    Unread,
    /// A posting that is not kept yet.
    Posting {
        /// What was read.
        posting: Box<Posting>,
        /// What was odd.
        warnings: Vec<Warning>,
        /// What would be on the agenda if the user applied today.
        outlook: Option<Outlook>,
    },
    /// An application that is written down by hand.
    Manual {
        /// The page's address, where the page can be the posting.
        address: Option<SafeLink>,
    },
    /// A page that is kept.
    Kept {
        /// The application.
        application: Box<Application>,
        /// What it has on the agenda.
        outlook: Option<Outlook>,
    },
    /// Several postings.
    Several(Vec<Candidate>),
    /// A posting in a frame that cannot be read: the frame's address.
    Framed(SafeLink),
    /// No posting.
    Nothing,
    /// It cannot be read.
    Closed(Fault),
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
    /// Whether it can be undone.
    pub undo: bool,
}

/// What is wrong in a form, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The key of the card with the form.
    pub card: String,
    /// The slot beside what is wrong.
    pub slot: &'static str,
    /// What is wrong.
    pub refusal: Refusal,
}

/// The key of the card of a posting that is not kept yet.
pub const POSTING: &str = "posting";
/// The key of the card that is filled in by hand.
pub const MANUAL: &str = "manual";
/// The key of the card of a page without a posting.
const SLIP: &str = "slip";

impl Screen {
    /// The popup.
    pub fn card(&self, voice: &Voice<'_>) -> Card {
        let today = voice.today;
        let due = self.agenda.due(today.0);
        let late = due.iter().any(|(_, follow_up)| follow_up.is_overdue(today.0));
        let rows = due
            .iter()
            .map(|(outlook, follow_up)| self.row(voice, outlook, follow_up));
        let first_run = self.kept == 0 && self.trouble.is_none();
        let calm = if due.is_empty() && !first_run && !self.is_unreadable() {
            voice.words.text(Word::NothingDue).to_owned()
        } else {
            String::new()
        };
        let search = self.search.as_ref();
        let found = search.into_iter().flat_map(|search| &search.found);
        let found = found.map(|listing| voice.found(listing));
        let beside = search.map_or(String::new(), |search| {
            voice.found_beside(search.found.len(), search.all)
        });
        let page: Vec<Card> = self.page_card(voice).into_iter().collect();
        let screen = Card::default()
            .text("today", voice.date(today.0))
            .toned("count", Voice::badge(due.len()), if late { "late" } else { "today" })
            .text("calm", calm)
            .text("waiting", voice.footer(&self.agenda))
            .part("first_run", first_run)
            .part("page", !self.is_unreadable() && self.search.is_none())
            .part("moves", self.search.is_none())
            .part("search", self.kept > 0 && !self.is_unreadable())
            .part("by_hand", !self.is_unreadable())
            .part("results", self.search.is_some())
            .list("found", found.collect())
            .text("beside", beside)
            .field("search", search.map_or("", |search| search.text.as_str()))
            .list(
                "trouble",
                self.trouble.iter().map(|fault| trouble(fault, voice)).collect(),
            )
            .list("left", self.left.iter().map(|left| voice.left(left)).collect())
            .list("page", page)
            .list(
                "report",
                self.report.iter().map(|report| voice.report(report)).collect(),
            )
            .list("moves", rows.collect())
            .list("notice", self.notice.iter().map(notice).collect())
            .part("fleeting", self.fleeting);
        self.with_complaint(voice.with_settings(screen, &self.settings, self.appearance), voice)
    }

    /// The row of something to do, with its message where that is open, and with what was typed in it.
    pub fn row(&self, voice: &Voice<'_>, outlook: &Outlook, follow_up: &FollowUp) -> Card {
        let mut row = voice.move_row(outlook, follow_up);
        let typed = self.answers.iter().find(|(key, _)| *key == row.key);
        let forms = row.lists.iter_mut().filter(|(name, _)| *name == ANSWERS);
        for form in forms.flat_map(|(_, forms)| forms) {
            let empty = std::mem::take(form).part("fleeting", self.fleeting);
            *form = match typed {
                Some((_, typed)) => refilled(empty, typed),
                None => empty.part("restored", false),
            };
        }
        self.with_letter(row, voice)
    }

    fn with_letter(&self, row: Card, voice: &Voice<'_>) -> Card {
        let letter = self.letter.iter().filter(|letter| letter.row == row.key);
        let letter = letter.map(|letter| voice.letter(letter).part("fleeting", self.fleeting));
        let letter = letter.collect();
        row.list("letter", letter)
    }

    /// Whether nothing can be kept: a damaged record does not stand in the way of the others.
    const fn is_unreadable(&self) -> bool {
        !matches!(self.trouble, None | Some(Fault::Damaged { .. }))
    }

    fn page_card(&self, voice: &Voice<'_>) -> Option<Card> {
        let card = match &self.page {
            Page::Unread => return None,
            Page::Posting {
                posting,
                warnings,
                outlook,
            } => self.with_selection(voice.posting_card(posting, warnings, outlook.as_ref()), voice),
            Page::Manual { address } => self.with_selection(voice.manual_card(address.as_ref()), voice),
            Page::Kept { application, outlook } => {
                let ahead = outlook.as_ref().and_then(|outlook| self.ahead(outlook));
                let form = |entry| self.with_typed(voice.entry_form(entry, application));
                voice
                    .kept_card(application, outlook.as_ref(), ahead, self.whole)
                    .list("entry", self.entry.map(form).into_iter().collect())
                    .list("others", self.others(application, voice))
                    .part("back", self.opened)
            }
            Page::Several(candidates) if candidates.is_empty() => {
                slip(voice.text(Word::PageList), voice.text(Word::PageListAdvice))
            }
            Page::Several(candidates) => {
                let choices = candidates.iter().enumerate();
                let choices = choices.map(|(index, candidate)| voice.choice(index, candidate));
                slip(voice.text(Word::PageSeveral), voice.text(Word::PageSeveralAdvice))
                    .list("choices", choices.collect())
            }
            Page::Framed(frame) => {
                let why = voice.say(Word::PageFramed, &[("host", frame.host())]);
                slip(why, voice.text(Word::PageFramedAdvice)).link(
                    "open",
                    voice.text(Word::OpenPosting),
                    Some(frame.clone()),
                )
            }
            Page::Nothing => slip(voice.text(Word::PageNothing), voice.text(Word::PageNothingAdvice)),
            Page::Closed(fault) => {
                let Trouble { text, advice, .. } = voice.fault(fault);
                slip(text, advice)
            }
        };
        Some(card.part("report", self.reportable))
    }

    /// What is still open once an offer is accepted: those people are waiting, and are told.
    fn others(&self, accepted: &Application, voice: &Voice<'_>) -> Vec<Card> {
        if accepted.stage != Stage::Ended(Ending::Accepted) {
            return Vec::new();
        }
        let open = self.agenda.outlooks.iter();
        let open = open.filter(|outlook| !matches!(outlook.stage, Stage::Ended(_) | Stage::Saved));
        open.map(|outlook| self.with_letter(voice.withdrawal(outlook), voice))
            .collect()
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

    /// A posting's form with what was typed in it, and with what can be put into its fields from the page.
    fn with_selection(&self, card: Card, voice: &Voice<'_>) -> Card {
        let selected = self.selection.as_ref().map(|selection| voice.selected(selection));
        self.with_typed(card)
            .mark("takes", if selected.is_some() { "yes" } else { "no" })
            .text("selected", selected.unwrap_or_default())
    }

    /// A form with what was typed in it.
    fn with_typed(&self, mut card: Card) -> Card {
        let choices = card.lists.iter_mut().flat_map(|(_, choices)| choices);
        let choices = choices.flat_map(|choice| &mut choice.fields);
        for field in card.fields.iter_mut().chain(choices).filter(|_| !self.typed.is_empty()) {
            let said = self.typed.iter().filter(|(name, _)| name == field.name);
            let values: Vec<String> = said.map(|(_, value)| value.clone()).collect();
            // A closed panel says nothing, boxes that are not ticked say nothing; what an older version put by lacks later fields.
            let may_be_left_out = matches!(field.name, "applied_on" | "contact_email" | "apply" | "description");
            if !may_be_left_out || !values.is_empty() {
                // What a person has typed is no guess any more.
                field.uncertain &= field.values == values;
                field.values = values;
            }
        }
        card.part("restored", self.restored).part("fleeting", self.fleeting)
    }

    /// With what is wrong, beside it: on the screen itself or on a card within it.
    fn with_complaint(&self, mut card: Card, voice: &Voice<'_>) -> Card {
        let Some(complaint) = &self.complaint else { return card };
        if complaint.card == card.key {
            let field = complaint.refusal.field();
            let fields = card.fields.iter_mut();
            for wrong in fields.filter(|known| Some(known.name) == field) {
                wrong.invalid = true;
            }
            return card.text(complaint.slot, voice.refusal(&complaint.refusal));
        }
        for (_, cards) in &mut card.lists {
            let inner = std::mem::take(cards).into_iter();
            *cards = inner.map(|card| self.with_complaint(card, voice)).collect();
        }
        card
    }
}

fn slip(why: String, advice: String) -> Card {
    Card::new("unreadable-card", SLIP)
        .text("why", why)
        .text("advice", advice)
}

pub(super) fn notice(notice: &Notice) -> Card {
    Card::new("notice", format!("notice {}", notice.number))
        .mark("tone", notice.tone)
        .text("text", notice.said.as_str())
        .text("next", notice.next.as_str())
        .part("undo", notice.undo)
}

pub(super) fn trouble(fault: &Fault, voice: &Voice<'_>) -> Card {
    let Trouble { text, advice, detail } = voice.fault(fault);
    Card::new("trouble", "trouble")
        .text("text", text)
        .text("advice", advice)
        .part("retry", true)
        .part("details", !detail.is_empty())
        .text("detail", detail)
}
