//! The popup as a whole: what there is to say about the page in front of the user, and the card that shows it beside what is open.

use super::{Appearance, Bond, Card, Open, Progress, Report, Site, Trouble, Voice, Word, Work};
use crate::capture::{Candidate, Selection};
use crate::domain::order::sort_by_key;
use crate::domain::{Fault, Outlook, Posting, Proposal, SafeLink, Warning};

/// What the popup has open, beside what is open of the ledger.
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
    /// How it looks.
    pub appearance: Appearance,
    /// Whether an application was opened that is not this page's.
    pub opened: bool,
    /// What may be an application that was sent, by the keys of their cards.
    pub proposals: Vec<(String, Proposal)>,
    /// The site of the page, where it can be watched.
    pub site: Option<Site>,
}

/// What the page in front of the user turned out to be. An application that is open stands in front of it.
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
    /// Several postings.
    Several(Vec<Candidate>),
    /// A posting in a frame that cannot be read: the frame's address.
    Framed(SafeLink),
    /// No posting.
    Nothing,
    /// It cannot be read.
    Closed(Fault),
}

/// The key of the card of a posting that is not kept yet.
pub const POSTING: &str = "posting";
/// The key of the card that is filled in by hand.
pub const MANUAL: &str = "manual";
/// The key of the card of a page without a posting.
const SLIP: &str = "slip";

impl Screen {
    /// The popup, where what is due is being made anew with how far that has come.
    pub fn card(&self, work: &Work, making: Option<Progress>, voice: &Voice<'_>) -> Card {
        let today = voice.today;
        let mut due = work.agenda.due(today.0);
        // What is due on the application that is shown stands next to it.
        sort_by_key(&mut due, |(outlook, _)| {
            work.open.kept().is_none_or(|open| open.id != outlook.application)
        });
        let late = due.iter().any(|(_, follow_up)| follow_up.is_overdue(today.0));
        let rows = due
            .iter()
            .map(|(outlook, follow_up)| work.row(voice, outlook, follow_up));
        let first_run = work.is_new();
        let heading = if first_run { Word::FirstRunTitle } else { Word::YourMove };
        let is_known = !work.is_unreadable() && !work.is_unknown && work.recovery.is_none();
        let calm = if due.is_empty() && !first_run && is_known {
            voice.words.text(Word::NothingDue).to_owned()
        } else {
            String::new()
        };
        let is_searched = work.search.is_some();
        let page: Vec<Card> = self.page_card(work, voice).into_iter().collect();
        let proposals = self
            .proposals
            .iter()
            .map(|(key, proposal)| voice.proposal(key, proposal));
        let tone = if late { "late" } else { "today" };
        // It may lie out of sight, below what stands above it.
        let leads_to_due = !page.is_empty() && !due.is_empty() && !is_searched;
        let how_many = voice.words.count(due.len(), Word::CountDueOne, Word::CountDueOther);
        let screen = work
            .frame(voice)
            .text("today", voice.date(today.0))
            .toned("count", Voice::badge(due.len()), tone)
            .part("due_below", leads_to_due)
            .toned("due_below", how_many, tone)
            .text("moves_heading", voice.words.text(heading))
            .text("calm", calm)
            .text("waiting", voice.footer(&work.agenda))
            .with_progress(making, voice)
            .part("first_run", first_run)
            .part("page", !work.is_unreadable() && !is_searched)
            .part("moves", !is_searched)
            .part("noticed", !self.proposals.is_empty() && !is_searched)
            .list("proposals", proposals.collect())
            .list("site", self.site.iter().map(|site| voice.site(site)).collect())
            .list("page", page)
            .list(
                "report",
                self.report.iter().map(|report| voice.report(report)).collect(),
            )
            .list("moves", rows.collect());
        work.with_complaint(voice.with_settings(screen, &work.settings, self.appearance), voice)
    }

    fn page_card(&self, work: &Work, voice: &Voice<'_>) -> Option<Card> {
        let card = match work.open_card(voice) {
            Some(card) if matches!(work.open, Open::Kept { .. }) => card.part("back", self.opened),
            Some(card) => self.with_selection(card, voice),
            None => self.page_itself(work, voice)?,
        };
        Some(card.part("report", self.reportable))
    }

    fn page_itself(&self, work: &Work, voice: &Voice<'_>) -> Option<Card> {
        Some(match &self.page {
            Page::Unread => return None,
            Page::Posting {
                posting,
                warnings,
                outlook,
            } => {
                let card = voice.posting_card(posting, warnings, outlook.as_ref());
                let card = voice.with_neighbours(card, &work.neighbours, &[Bond::Alike]);
                self.with_selection(work.with_typed(card), voice)
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
        })
    }

    /// A posting's form with what can be put into its fields from the page.
    fn with_selection(&self, card: Card, voice: &Voice<'_>) -> Card {
        let selected = self.selection.as_ref().map(|selection| voice.selected(selection));
        card.mark("takes", if selected.is_some() { "yes" } else { "no" })
            .text("selected", selected.unwrap_or_default())
    }
}

fn slip(why: String, advice: String) -> Card {
    Card::new("unreadable-card", SLIP)
        .text("why", why)
        .text("advice", advice)
}
