//! From the applications of one company to their outlooks: one company, one check-in at a time.

use chrono::NaiveDate;

use super::check_in::{self, CheckIn};
use super::proposal::Proposal;
use super::schedule::{is_skipped, schedule};
use super::situation::Situation;
use super::{Settings, after_no, answer, close_out, contact, errand, question, thank_you};
use crate::domain::order::sort_by_key;
use crate::domain::{Application, ApplicationId, FollowUp, Outlook, RuleId, Wait, WaitReason};

/// The outlooks of all applications at one company, in the order given; applications without a known company are planned one by
/// one. An ended application has one only while something is still to be done.
pub fn plan(company: &[Application], settings: &Settings) -> Vec<Outlook> {
    let drafts: Vec<Draft<'_>> = company
        .iter()
        .filter_map(|application| Draft::of(application, settings))
        .collect();
    let asked = drafts.iter().filter_map(Draft::unanswered_check_in).max();
    let first = drafts.iter().filter_map(Draft::place_in_line).min();
    drafts
        .into_iter()
        .map(|draft| draft.finish(settings, asked, first.map(|(_, application)| application)))
        .collect()
}

/// An application's follow-ups before its company is looked at.
struct Draft<'a> {
    situation: Situation<'a>,
    check_in: CheckIn<'a>,
    others: Vec<Proposal<'a>>,
}

impl<'a> Draft<'a> {
    /// `None` for an application that has ended and leaves nothing to be done.
    fn of(application: &'a Application, settings: &'a Settings) -> Option<Self> {
        let situation = Situation::of(application);
        let retired = situation.is_retired();
        let (check_in, mut others) = match application.is_open() {
            _ if retired => (CheckIn::Waiting(WaitReason::Retired), Vec::new()),
            true => propose(&situation, settings),
            false => (CheckIn::Exhausted, afterwards(&situation, settings)),
        };
        others.retain(|proposal| !is_skipped(&situation, &proposal.key));
        let draft = Self {
            situation,
            check_in,
            others,
        };
        (application.is_open() || !draft.others.is_empty()).then_some(draft)
    }

    /// What is over keeps nothing at a distance.
    fn unanswered_check_in(&self) -> Option<NaiveDate> {
        let last = self.situation.check_ins.last();
        last.filter(|_| self.situation.application.is_open())
            .map(|event| event.on)
    }

    /// Who is asked first: the earliest by the rule's own date, then the lower identity.
    fn place_in_line(&self) -> Option<(NaiveDate, ApplicationId)> {
        match &self.check_in {
            CheckIn::Next(proposal) => Some((proposal.own_date, self.situation.application.id)),
            _ => None,
        }
    }

    fn finish(self, settings: &Settings, asked: Option<NaiveDate>, first: Option<ApplicationId>) -> Outlook {
        let Self {
            situation,
            check_in,
            others,
        } = self;
        let application = situation.application;
        let used = check_in::used(&situation);
        let mut follow_ups: Vec<FollowUp> = others
            .into_iter()
            .map(|proposal| schedule(&situation, settings, proposal, None, None))
            .collect();
        let mut reason = None;
        match check_in {
            // Whoever was told to call on a day calls on that day.
            CheckIn::Next(proposal) => match first.filter(|first| *first != application.id && !proposal.agreed) {
                Some(application) => {
                    let trigger = Some(proposal.trigger).filter(|trigger| trigger.day_ahead().is_some());
                    reason = Some(WaitReason::BehindAnother { application, trigger });
                }
                None => follow_ups.push(schedule(&situation, settings, *proposal, Some(used), asked)),
            },
            CheckIn::Waiting(waits_for) => reason = Some(waits_for),
            CheckIn::Exhausted => {}
        }
        sort_by_key(&mut follow_ups, |follow_up| (follow_up.due, follow_up.key.clone()));
        let wait = application.is_open().then(|| wait(&follow_ups, reason));
        Outlook {
            application: application.id,
            title: application.facts.title.clone(),
            company: application.facts.company.clone(),
            stage: application.stage,
            follow_ups,
            wait,
        }
    }
}

/// What the rules propose for an open application.
fn propose<'a>(situation: &Situation<'_>, settings: &'a Settings) -> (CheckIn<'a>, Vec<Proposal<'a>>) {
    let mut check_in = check_in::propose(situation, settings);
    if let CheckIn::Next(proposal) = &check_in
        && is_skipped(situation, &proposal.key)
    {
        check_in = CheckIn::Exhausted;
    }
    let is_silent = matches!(
        check_in,
        CheckIn::Exhausted | CheckIn::Waiting(WaitReason::DoNotContact)
    );
    let close_out = close_out::propose(situation, settings).filter(|_| is_silent);
    let others = question::propose(situation, settings)
        .into_iter()
        .chain(answer::questions(situation, settings))
        .chain(answer::offer(situation, settings))
        .chain(thank_you::propose(situation, settings))
        .chain(errand::missed(situation, settings))
        .chain(errand::closing(situation, settings))
        .chain(errand::owed(situation, settings))
        .chain(contact::propose(situation, settings))
        .chain(close_out);
    (check_in, others.collect())
}

/// What is still to be done when an application has ended.
fn afterwards<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Vec<Proposal<'a>> {
    let others = errand::owed(situation, settings).into_iter();
    others
        .chain(after_no::propose(situation, settings))
        .chain(contact::keep_warm(situation, settings))
        .collect()
}

/// What the application waits for while nothing is due. A thank-you is no answer to where the matter stands, and neither is what they said
/// of how to stay in touch.
fn wait(follow_ups: &[FollowUp], reason: Option<WaitReason>) -> Wait {
    let asks = |follow_up: &&FollowUp| follow_up.rule().is_check_in() || follow_up.rule() == RuleId::R10;
    let aside = |follow_up: &&FollowUp| matches!(follow_up.rule(), RuleId::R0a | RuleId::R0b | RuleId::R2);
    let other = || follow_ups.iter().find(|follow_up| !aside(follow_up));
    let question = follow_ups.iter().find(asks);
    let next = question.or_else(other);
    let until = next.map(|follow_up| follow_up.due);
    // What is said of check-ins alone would hide what else has a day.
    let of_check_ins = |reason: &WaitReason| {
        matches!(
            reason,
            WaitReason::NotApplied | WaitReason::DoNotContact | WaitReason::OfferOpen
        )
    };
    let reason = reason
        .filter(|reason| !of_check_ins(reason) || question.is_some() || next.is_none())
        .or_else(|| {
            next.map(|follow_up| WaitReason::NotYet {
                trigger: follow_up.reason.trigger.clone(),
            })
        })
        .unwrap_or(WaitReason::Nothing);
    Wait { until, reason }
}
