//! R3, R4, R6 to R9, R13: the one check-in that comes next on an application, or why none does.

use chrono::NaiveDate;

use super::proposal::Proposal;
use super::rules::{Case, Rule};
use super::situation::{Act, ActKind, Situation};
use super::{Settings, answer, errand};
use crate::domain::{EventId, PromiseOf, Round, RuleId, Trigger, WaitReason};

/// What there is to say about the next check-in.
pub(super) enum CheckIn<'a> {
    /// It may come.
    Next(Box<Proposal<'a>>),
    /// None comes while this holds.
    Waiting(WaitReason),
    /// None will come any more: the cap is reached, or the user let it go.
    Exhausted,
}

/// The next check-in of an open application.
pub(super) fn propose<'a>(situation: &Situation<'_>, settings: &'a Settings) -> CheckIn<'a> {
    if let Some(since) = answer::wanted_since(situation) {
        return CheckIn::Waiting(WaitReason::AnswerWanted { since });
    }
    if situation.application.do_not_contact().is_some() {
        return CheckIn::Waiting(WaitReason::DoNotContact);
    }
    if let Some(on) = errand::missed_on(situation) {
        // What is written about that asks where things stand as well.
        return CheckIn::Waiting(WaitReason::NotYet {
            trigger: Trigger::Missed { on },
        });
    }
    let track = match track(situation, settings) {
        Ok(track) => track,
        Err(reason) => return CheckIn::Waiting(reason),
    };
    let used = used(situation);
    if used >= track.first.cap {
        return CheckIn::Exhausted;
    }
    let mut next = match situation.check_ins.last() {
        None => track.first,
        Some(last) => {
            let case = if track.after_application {
                Case::AfterApplication
            } else {
                Case::Usual
            };
            let Some(rule) = settings.rules.get(RuleId::R9, case) else {
                return CheckIn::Exhausted;
            };
            // An appointment since then, to which they did not come.
            let (base, trigger) = match situation.last_act.filter(|act| act.on >= last.on) {
                Some(act) => since(situation, act),
                None => (last.on, Trigger::CheckedIn { on: last.on }),
            };
            let mut again = Proposal::new(settings, rule, situation.application.id, last.id, base, trigger);
            again.cap = track.first.cap;
            again
        }
    };
    next.key.nth = used + 1;
    CheckIn::Next(Box::new(next.to(situation.correspondent())))
}

/// Check-ins sent since they last acted.
pub(super) fn used(situation: &Situation<'_>) -> u8 {
    u8::try_from(situation.check_ins.len()).unwrap_or(u8::MAX)
}

/// The first check-in of where things stand now.
struct Track<'a> {
    first: Proposal<'a>,
    /// They have never said a word.
    after_application: bool,
}

fn track<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Result<Track<'a>, WaitReason> {
    let application = situation.application;
    let propose = |rule: &'a Rule, event: EventId, base, trigger| {
        Proposal::new(settings, rule, application.id, event, base, trigger)
    };
    let row = |id, case| settings.rules.get(id, case).ok_or(WaitReason::Nothing);

    if let Some((said, promise)) = situation.promise {
        let rule = match promise.of {
            PromiseOf::Word => row(RuleId::R8, Case::Usual),
            PromiseOf::Call => row(RuleId::R8, Case::Call),
            PromiseOf::WrittenOffer => row(RuleId::R13, Case::Named),
        }?;
        let trigger = Trigger::Promised {
            of: promise.of,
            date: promise.date,
            said: said.on,
        };
        // A day that had passed when it was named, as a merge can bring, holds nothing back: it counts from when it was said.
        let mut first = propose(rule, said.id, promise.date.max(said.on), trigger);
        first.agreed = promise.of == PromiseOf::Call;
        return Ok(Track {
            first,
            after_application: false,
        });
    }
    if let Some(offer) = situation.offer {
        if offer.written {
            return Err(WaitReason::OfferOpen);
        }
        // What they have said since counts as silence does elsewhere.
        let last = situation.last_act.filter(|act| act.on > offer.on);
        let (base, trigger) = match last {
            Some(act) => since(situation, act),
            None => {
                let (on, answer_by) = (offer.on, offer.answer_by);
                let written = false;
                (on, Trigger::Offered { on, written, answer_by })
            }
        };
        let first = propose(row(RuleId::R13, Case::Usual)?, offer.event, base, trigger);
        return Ok(Track {
            first,
            after_application: false,
        });
    }
    if let Some(act) = situation.last_act {
        return Ok(Track {
            first: after_act(situation, settings, act)?,
            after_application: false,
        });
    }
    let Some(applied) = situation.applied else {
        return Err(WaitReason::NotApplied);
    };
    let case = if application.people.is_empty() {
        Case::Usual
    } else {
        Case::NamedContact
    };
    let closes = situation.closes();
    let trigger = Trigger::Applied { on: applied.on, closes };
    let first = match closes {
        Some(closes) => propose(row(RuleId::R3, case)?, applied.id, closes.max(applied.on), trigger),
        None => propose(row(RuleId::R4, case)?, applied.id, applied.on, trigger),
    };
    Ok(Track {
        first,
        after_application: true,
    })
}

fn after_act<'a>(situation: &Situation<'_>, settings: &'a Settings, act: Act) -> Result<Proposal<'a>, WaitReason> {
    let (id, case) = match act.kind {
        ActKind::Interview {
            round: Round::Screen, ..
        } => (RuleId::R6, Case::Usual),
        ActKind::Interview {
            round: Round::Final, ..
        } => (RuleId::R7, Case::FinalRound),
        ActKind::Interview { .. } | ActKind::Asks | ActKind::Missed | ActKind::Word => (RuleId::R7, Case::Usual),
    };
    let rule = settings.rules.get(id, case).ok_or(WaitReason::Nothing)?;
    let (base, trigger) = since(situation, act);
    Ok(Proposal::new(
        settings,
        rule,
        situation.application.id,
        act.event,
        base,
        trigger,
    ))
}

/// The day from which they are silent after an act, and what is said of it. What they asked or missed passed the ball to the user; it went
/// back with what the user wrote.
fn since(situation: &Situation<'_>, act: Act) -> (NaiveDate, Trigger) {
    let on = act.on;
    let replied = || situation.replied_since(on).unwrap_or(on);
    match act.kind {
        ActKind::Interview { round, logged } => (
            on,
            Trigger::Interviewed {
                on,
                round,
                logged,
                at: None,
            },
        ),
        ActKind::Missed if replied() == on => (on, Trigger::Missed { on }),
        ActKind::Missed | ActKind::Asks => (replied(), Trigger::Heard { on: replied() }),
        ActKind::Word => (on, Trigger::Heard { on }),
    }
}
