//! An application that is kept: what is known, what comes next, what happened.

use super::timeline::long_note;
use super::voice::joined;
use super::{Card, Voice, Word, language_name, name};
use crate::domain::{Application, Event, Line, Outlook, Prose, SafeLink, Stage, WaitReason, What};

/// How many events are shown; the older ones are counted.
const EVENTS_SHOWN: usize = 5;

impl Voice<'_> {
    /// The card of an application, with its whole timeline or the latest of it. `ahead` as in [`Voice::waiting`].
    pub fn kept_card(
        &self,
        application: &Application,
        outlook: Option<&Outlook>,
        ahead: Option<&Line>,
        whole: bool,
    ) -> Card {
        let facts = &application.facts;
        let next = outlook.map(|outlook| self.next(outlook, ahead)).unwrap_or_default();
        let told: Vec<&Event> = application.history.iter().filter(|event| is_told(event)).collect();
        let earlier = if whole {
            0
        } else {
            told.len().saturating_sub(EVENTS_SHOWN)
        };
        let rows = told.iter().skip(earlier).rev();
        let earlier = if earlier == 0 {
            String::new()
        } else {
            self.words.count(earlier, Word::EarlierOne, Word::EarlierOther)
        };
        let applied = application
            .history
            .iter()
            .any(|event| matches!(event.what, What::Applied { .. }));
        let known = Some(self.known(application)).filter(|known| !known.is_empty());
        self.entries(Card::new("kept-card", application.id.to_string()), application)
            .toned(
                "stage",
                self.words.text(name::stage(application.stage)),
                stage_tone(application.stage),
            )
            .text("since", self.since(application))
            .text("title", facts.title.as_ref().map_or("", Line::as_str))
            .text("company", facts.company.as_ref().map_or("", Line::as_str))
            .text("facts", self.facts(application))
            .text("next", next)
            .part("more", known.is_some())
            .list("known", known.unwrap_or_default())
            .part("can_reply", wants_answer(outlook))
            .part("can_apply", !applied && can_still_apply(application.stage))
            .list(
                "timeline",
                rows.map(|event| self.event_row(event, application)).collect(),
            )
            .text("earlier", earlier)
    }

    /// "Applied on Tue 3 Mar", or since when it is kept.
    pub(super) fn since(&self, application: &Application) -> String {
        let kept = application
            .history
            .iter()
            .find(|event| matches!(event.what, What::Captured { .. }));
        match (application.applied(), kept) {
            (Some(applied), _) => self.say(Word::AppliedOnDay, &[("on", &self.on_date(applied.on))]),
            (None, Some(kept)) => self.say(Word::KeptOnDay, &[("on", &self.on_date(kept.on))]),
            (None, None) => String::new(),
        }
    }

    /// What is known beside that: a label and a text or a link each.
    fn known(&self, application: &Application) -> Vec<Card> {
        let facts = &application.facts;
        let text = |label: Word, text: String| {
            let row = Card::new("known-row", self.words.text(label)).text("label", self.words.text(label));
            (!text.is_empty()).then(|| row.text("value", text))
        };
        let link = |label: Word, link: Option<&SafeLink>| {
            let row = Card::new("known-row", self.words.text(label)).text("label", self.words.text(label));
            link.map(|link| row.link("link", link.as_str(), Some(link.clone())))
        };
        let line = |line: Option<&Line>| line.map(ToString::to_string).unwrap_or_default();
        let employment = facts.employment.iter().map(|kind| self.text(name::employment(*kind)));
        let posted = facts.posted.map(|posted| self.date(posted)).unwrap_or_default();
        let rows = [
            text(Word::FieldPosted, posted),
            text(
                Word::FieldEmployment,
                joined(employment, self.words.text(Word::ListComma)),
            ),
            text(
                Word::FieldContact,
                line(facts.contact.as_ref().map(|contact| &contact.name)),
            ),
            text(Word::FieldReference, line(facts.reference.as_ref())),
            text(
                Word::FieldLanguage,
                facts
                    .language
                    .as_ref()
                    .map(|tag| language_name(tag.as_str()))
                    .unwrap_or_default(),
            ),
            link(Word::FieldAddress, facts.address.as_ref()),
            link(Word::FieldApply, facts.apply.as_ref()),
        ];
        rows.into_iter().flatten().collect()
    }

    /// "Berlin, Germany · Hybrid · 80,000–95,000 EUR a year · closes Fri 4 Dec".
    fn facts(&self, application: &Application) -> String {
        let facts = &application.facts;
        let workplace = facts.workplace.map(|workplace| self.text(name::workplace(workplace)));
        let pay = facts.pay.as_ref().map(|pay| self.pay(pay));
        let closes = facts
            .closes
            .map(|closes| self.say(Word::ClosesOn, &[("date", &self.date(closes))]));
        let places = facts.places.iter().map(ToString::to_string);
        joined(places.chain(workplace).chain(pay).chain(closes), " · ")
    }

    fn event_row(&self, event: &Event, application: &Application) -> Card {
        // To undo that it was kept is to delete it, which is another thing; what was deleted is gone.
        let undo = match event.what {
            What::Captured { .. } => !application.is_first_kept(event.id),
            // Joined and parted are two at once.
            What::Joined { .. } | What::Parted { .. } | What::Included { .. } => false,
            What::Forgot { .. } | What::Unknown { .. } => false,
            _ => true,
        };
        let call = match &event.what {
            What::Invited(_) => application.booking(event.id).and_then(|booking| booking.link.as_ref()),
            _ => None,
        };
        let note = long_note(&event.what);
        // Written down with a clock that was wrong; by one day it is ahead after a flight, too.
        let is_ahead = (event.on - self.today.0).num_days() > 1;
        Card::new("event-row", event.id.to_string())
            .mark("by", self.by(event, application).name())
            .text("day", self.column_date(event.on))
            .text("text", self.event(event, application))
            .text(
                "odd",
                if is_ahead {
                    self.text(Word::EventAhead)
                } else {
                    String::new()
                },
            )
            .part("long", note.is_some())
            .text("note", note.map_or("", Prose::as_str))
            .link("link", call.map_or("", SafeLink::host), call.cloned())
            .part("undo", undo)
            .part("fixed", !undo)
            .field("on", event.on.to_string())
    }
}

/// Where they have offered the job already, it is not asked whether one applied.
const fn can_still_apply(stage: Stage) -> bool {
    !matches!(stage, Stage::Offered | Stage::Ended(_))
}

fn wants_answer(outlook: Option<&Outlook>) -> bool {
    let wait = outlook.and_then(|outlook| outlook.wait.as_ref());
    wait.is_some_and(|wait| matches!(wait.reason, WaitReason::AnswerWanted { .. }))
}

/// Undoing and putting a field right are told by what they lead to.
const fn is_told(event: &Event) -> bool {
    !matches!(event.what, What::Voided { .. } | What::Corrected(_))
}

pub(super) const fn stage_tone(stage: Stage) -> &'static str {
    match stage {
        Stage::Ended(_) => "ended",
        _ => "good",
    }
}
