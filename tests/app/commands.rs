//! A command of each kind, on a ledger in which it can be carried out.

use std::collections::HashSet;
use std::mem::discriminant;

use pollster::block_on;
use your_move::app::{Clock, Target, carry_out, load};
use your_move::capture::{Found, read};
use your_move::domain::{
    Application, ApplicationId, Channel, Closing, Contact, Correction, EventId, FollowUpKey, Interview, Line,
    PersonKey, Posting, Promise, PromiseBy, PromiseOf, Prose, Round, RuleId, What,
};
use your_move::ledger::Command;

use super::desk::page;
use super::sample::{every_kind, forgot, included, later_kinds};
use super::world::Model;

/// A ledger of five applications at one company, so that each command has to do with others: one that goes on, with an interview ahead and a
/// task that is owed, one that is saved for later, one that has ended, and two that turned out to be the one that goes on.
pub(crate) struct Ledger {
    pub(crate) world: Model,
    pub(crate) open: ApplicationId,
    pub(crate) saved: ApplicationId,
    ended: ApplicationId,
    /// What happened to it is still to be written down there as well, …
    joined: ApplicationId,
    /// … and that of this one is.
    included: ApplicationId,
    invited: EventId,
    undertook: EventId,
}

fn line(text: &str) -> Line {
    Line::new(text).expect("a line")
}

fn prose(text: &str) -> Option<Prose> {
    Prose::new(text)
}

fn posting(number: u8, title: &str) -> Box<Posting> {
    let address = format!("https://northwind.example/jobs/{number}");
    let more = r#","description":"<p>Trees and shrubs.</p>""#;
    match read(&page(&address, title, "Northwind", more)) {
        (Found::Posting(posting), _) => posting,
        (found, _) => panic!("no posting: {found:?}"),
    }
}

/// Carries out a command of one thing, which happened today.
#[track_caller]
fn log(world: &Model, target: Target, what: What) -> (ApplicationId, EventId) {
    let command = Command::Log(vec![(world.today().0, what)]);
    let done = block_on(carry_out(world, target, command)).expect("carried out");
    (done.application.id, done.events[0].id)
}

/// An application as it is kept, with its description.
fn application(world: &Model, id: ApplicationId) -> Box<Application> {
    Box::new(block_on(load(world, id)).expect("it can be read").expect("it is kept"))
}

impl Ledger {
    pub(crate) fn new() -> Self {
        let world = Model::on("2026-11-02");
        let keep = |number, title| {
            let what = What::Captured {
                posting: posting(number, title),
            };
            log(&world, Target::New, what).0
        };
        let [open, saved, ended] = [keep(1, "Gardener"), keep(2, "Forester"), keep(3, "Florist")];
        let [joined, included] = [keep(5, "Gardener (Roses)"), keep(6, "Gardener (Trees)")];
        log(&world, Target::Kept(open), What::Applied { cv: None });
        let (_, invited) = log(&world, Target::Kept(open), What::Invited(Interview::default()));
        let what = What::Undertook {
            what: line("A plan of beds"),
            by: "2026-11-20".parse().expect("a day"),
        };
        let (_, undertook) = log(&world, Target::Kept(open), what);
        log(&world, Target::Kept(ended), What::Rejected { note: None });
        for part in [joined, included] {
            log(&world, Target::Kept(part), What::Joined { into: open });
        }
        let include = Command::Include(application(&world, included));
        block_on(carry_out(&world, Target::Kept(open), include)).expect("joined");
        world.turn_to("2026-11-10");
        Self {
            world,
            open,
            saved,
            ended,
            joined,
            included,
            invited,
            undertook,
        }
    }

    /// One of each kind of command and of each kind of event, and the target it is for.
    pub(crate) fn commands(&self) -> Vec<(Target, Command)> {
        let today = self.world.today().0;
        let log = |target, what| (target, Command::Log(vec![(today, what)]));
        let open = |what| log(Target::Kept(self.open), what);
        let mut commands: Vec<_> = self.steps().into_iter().map(open).collect();
        commands.extend([
            log(
                Target::New,
                What::Captured {
                    posting: posting(4, "Ranger"),
                },
            ),
            log(
                Target::Kept(self.saved),
                What::Applied {
                    cv: Some(line("cv.pdf")),
                },
            ),
            log(Target::Kept(self.ended), What::Reopened {}),
            log(Target::Kept(self.saved), What::Joined { into: self.open }),
            log(Target::Kept(self.joined), What::Parted { from: self.open }),
            (
                Target::Kept(self.open),
                Command::Include(application(&self.world, self.joined)),
            ),
            (
                Target::Kept(self.open),
                Command::Exclude(application(&self.world, self.included)),
            ),
            (
                Target::Kept(self.open),
                Command::Undo(vec![self.invited, self.undertook]),
            ),
            (Target::Kept(self.open), Command::Erase),
        ]);
        commands
    }

    /// What can happen to the one that goes on.
    fn steps(&self) -> Vec<What> {
        let ana = || Contact::named(line("Ana"));
        let ahead = "2026-11-25".parse().expect("a day");
        let follow_up = || FollowUpKey {
            application: self.open,
            rule: RuleId::R4,
            event: self.invited,
            person: None,
            nth: 1,
        };
        let (invited, undertaking) = (self.invited, self.undertook);
        vec![
            What::Invited(Interview {
                day: Some(ahead),
                ..Interview::default()
            }),
            What::Rescheduled {
                interview: invited,
                to: Interview {
                    day: Some(ahead),
                    ..Interview::default()
                },
            },
            What::Cancelled { interview: invited },
            What::Missed {
                interview: Some(invited),
            },
            What::Interviewed {
                interview: Some(invited),
                round: Round::Final,
                people: vec![ana()],
                note: prose("They asked about roses."),
            },
            What::Promised(Promise {
                by: PromiseBy::Employer,
                of: PromiseOf::Word,
                date: ahead,
            }),
            What::Preferred {
                person: None,
                channel: Some(Channel::Email),
                refused: vec![Channel::Phone],
                do_not_contact: None,
            },
            What::Heard {
                asks: true,
                answer_by: Some(ahead),
                note: None,
            },
            What::Offered {
                written: true,
                answer_by: Some(ahead),
            },
            What::Rejected { note: None },
            What::Referred { by: ana() },
            What::Networked { with: ana() },
            What::Thanked {
                whom: None,
                interview: None,
            },
            What::CheckedIn {
                whom: None,
                channel: None,
            },
            What::Replied { note: None },
            What::Undertook {
                what: line("References"),
                by: ahead,
            },
            What::Delivered { undertaking },
            What::Accepted {},
            What::Declined {},
            What::Withdrew {},
            What::Closed { why: Closing::NoAnswer },
            What::Snoozed {
                follow_up: follow_up(),
                to: ahead,
            },
            What::Pinned {
                follow_up: follow_up(),
                to: ahead,
            },
            What::Skipped { follow_up: follow_up() },
            What::Retired {},
            What::KeptWarm {},
            What::Noted {
                text: prose("Ask about the greenhouse.").expect("a text"),
            },
            What::Remembered {
                interview: None,
                point: line("how they prune"),
            },
            // Another company: what is planned together there changes on both sides.
            What::Corrected(Correction::Company(Some(line("Southwind")))),
            What::Voided { event: undertaking },
            What::Forgot {
                person: PersonKey::of(&line("Dana Kim")),
            },
        ]
    }
}

/// A kind that is new has to be among the samples of the kept forms first, which do not compile without it.
#[test]
fn every_kind_of_event_is_asked_for() {
    let commands = Ledger::new().commands();
    let asked = commands.iter().filter_map(|(_, command)| match command {
        Command::Log(happened) => Some(happened[0].1.clone()),
        Command::Include(other) => Some(What::Included { other: other.id }),
        Command::Exclude(_) | Command::Undo(_) | Command::Erase => None,
    });
    let asked: HashSet<_> = asked.map(|what| discriminant(&what)).collect();
    let kept = [every_kind(), later_kinds(), vec![forgot(), included()]].concat();
    let kept: HashSet<_> = kept.iter().map(|event| discriminant(&event.what)).collect();
    assert_eq!(asked, kept);
}
