//! One application, told day by day: each command as a person would have given it on that day.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use your_move::archive::ApplicationRecord;
use your_move::domain::{
    Amount, ApplicationId, Channel, Closing, Confidence, Contact, Correction, Currency, Employment, EventId, Interview,
    Line, Pay, PayPeriod, Posting, Promise, PromiseBy, PromiseOf, Prose, Reading, Round, SafeLink, Source, Today, What,
    Workplace,
};
use your_move::ledger::{Command, Stamp, decide, fold};

use super::plots::{Act, Plot};
use super::random::Random;
use super::words;

/// How long after it is held an interview was agreed to be.
const WEEK: Days = Days::new(7);

/// What an application is about.
pub(super) struct Job {
    /// Tells its address from the others.
    pub(super) number: usize,
    /// Who hires.
    pub(super) company: String,
}

/// The record of an application to which all of `plot` has happened, the last of it on the day `end`.
pub(super) fn tell(job: &Job, plot: Plot, end: NaiveDate, random: &mut Random) -> ApplicationRecord {
    let length: u64 = plot.iter().map(|(days, _)| days).sum();
    let mut on = end - Days::new(length);
    let mut story = Story::begin(job, on, random);
    for (index, (days, act)) in plot.iter().enumerate() {
        on = on + Days::new(*days);
        let next = plot.get(index + 1).map_or(WEEK, |(days, _)| Days::new(*days));
        story.go_on(*act, on, on + next);
    }
    story.record
}

struct Story<'a> {
    job: &'a Job,
    random: &'a mut Random,
    record: ApplicationRecord,
    interviewer: Contact,
    /// The interview that was agreed on.
    invited: Option<EventId>,
    noted: Option<EventId>,
    /// How many commands there were.
    commands: u8,
}

impl<'a> Story<'a> {
    fn begin(job: &'a Job, on: NaiveDate, random: &'a mut Random) -> Self {
        let name = words::person(random);
        let mailbox = name.to_lowercase().replace(' ', ".");
        let interviewer = Contact {
            role: Line::new("Hiring manager"),
            email: Line::new(&format!("{mailbox}@{}.example", words::host(&job.company))),
            ..Contact::named(line(&name))
        };
        let id = ApplicationId::new(milliseconds(morning(on)), random.bytes());
        Self {
            job,
            random,
            record: ApplicationRecord::new(id, &[]),
            interviewer,
            invited: None,
            noted: None,
            commands: 0,
        }
    }

    fn go_on(&mut self, act: Act, on: NaiveDate, next: NaiveDate) {
        let what = match act {
            Act::Capture => self.captured(on),
            Act::Correct => self.corrected(),
            Act::Apply => What::Applied {
                cv: Line::new("CV, spring edition"),
            },
            Act::Hear => What::Heard {
                asks: false,
                answer_by: None,
                note: self.prose(1),
            },
            Act::Invite => What::Invited(Interview {
                day: Some(next),
                time: NaiveTime::from_hms_opt(10, 30, 0),
                place: Line::new(words::place(self.random)),
                people: vec![self.interviewer.clone()],
                ..Interview::default()
            }),
            Act::Interview => What::Interviewed {
                interview: self.invited,
                round: Round::Middle,
                people: vec![self.interviewer.clone()],
                note: self.prose(2),
            },
            Act::Thank => What::Thanked {
                whom: Some(self.interviewer.name.clone()),
                interview: None,
            },
            Act::Promise => What::Promised(Promise {
                by: PromiseBy::Employer,
                of: PromiseOf::Word,
                date: on + WEEK,
            }),
            Act::Prefer => What::Preferred {
                person: Some(self.interviewer.name.clone()),
                channel: Some(Channel::Email),
                refused: Vec::new(),
                do_not_contact: Some(false),
            },
            Act::CheckIn => What::CheckedIn {
                whom: None,
                channel: Some(Channel::Email),
            },
            Act::Note => What::Noted {
                text: self.prose(1).expect("a sentence"),
            },
            Act::TakeBack => {
                let note = self.noted.expect("a note before it is taken back");
                self.ask(Command::Undo(vec![note]), on);
                return;
            }
            Act::Offer => What::Offered {
                written: true,
                answer_by: Some(on + WEEK),
            },
            Act::Decline => What::Declined {},
            Act::Withdraw => What::Withdrew {},
            Act::Reject => What::Rejected { note: self.prose(1) },
            Act::GiveUp => What::Closed { why: Closing::NoAnswer },
        };
        let event = self.ask(Command::Log(vec![(on, what)]), on);
        match act {
            Act::Invite => self.invited = Some(event),
            Act::Note => self.noted = Some(event),
            _ => {}
        }
    }

    /// Gives a command on a day, and the event that came of it.
    fn ask(&mut self, command: Command, on: NaiveDate) -> EventId {
        self.commands += 1;
        let now = morning(on) + TimeDelta::minutes(self.commands.into());
        let random = &mut *self.random;
        let mut stamp = Stamp {
            today: Today(on),
            now,
            next_id: &mut || EventId::new(milliseconds(now), random.bytes()),
        };
        let application = fold(self.record.application(), self.record.events());
        let events = decide(&application, command, &mut stamp).expect("a command that is carried out");
        self.record.add(&events);
        assert_eq!(events.len(), 1, "one event: {events:#?}");
        events[0].id
    }

    fn captured(&mut self, on: NaiveDate) -> What {
        let Job { number, company } = self.job;
        let host = words::host(company);
        let least = 30_000 + 1_000 * self.random.below(50);
        let pay = Pay {
            min: Some(Amount(least * 100)),
            max: Some(Amount((least + 12_000) * 100)),
            currency: Currency::new("EUR"),
            per: Some(PayPeriod::Year),
        };
        let sentences = 20 + self.random.below(30);
        let posting = Posting {
            title: sure(line(&words::title(self.random))),
            company: sure(line(&words::spelling(company, self.random))),
            places: sure(vec![line(words::place(self.random))]),
            workplace: sure(
                self.random
                    .one_of(&[Workplace::OnSite, Workplace::Hybrid, Workplace::Remote]),
            ),
            employment: sure(vec![Employment::FullTime]),
            pay: sure(pay),
            posted: sure(on - Days::new(self.random.below(14))),
            reference: sure(line(&format!("R-{number}"))),
            address: sure(link(&format!("https://careers.{host}.example/jobs/{number}"))),
            apply: sure(link(&format!("https://careers.{host}.example/jobs/{number}/apply"))),
            description: self.prose(sentences).and_then(sure),
            language: Line::new("en"),
            ..Posting::default()
        };
        What::Captured {
            posting: Box::new(posting),
        }
    }

    fn corrected(&mut self) -> What {
        What::Corrected(match self.random.below(3) {
            0 => Correction::Title(Line::new(&words::title(self.random))),
            1 => Correction::Places(vec![line(words::place(self.random))]),
            _ => Correction::Workplace(Some(Workplace::Hybrid)),
        })
    }

    fn prose(&mut self, sentences: u64) -> Option<Prose> {
        Prose::new(&words::prose(sentences, self.random))
    }
}

fn sure<T>(value: T) -> Option<Reading<T>> {
    Some(Reading::new(value, Source::JsonLd, Confidence::Sure))
}

fn line(text: &str) -> Line {
    Line::new(text).expect("a line of text")
}

fn link(address: &str) -> SafeLink {
    SafeLink::new(address).expect("an address")
}

fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(9)
}

fn milliseconds(instant: DateTime<Utc>) -> u64 {
    instant.timestamp_millis().try_into().expect("a day after 1970")
}
