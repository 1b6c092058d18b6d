//! An agenda as lines of JSON.

use std::collections::BTreeMap;

use your_move::app::agenda;
use your_move::archive::Backup;
use your_move::domain::order::sort_by_key;
use your_move::domain::{
    Agenda, Application, ApplicationId, Event, FollowUp, Line, Outlook, Stage, Today, Wait, WaitReason,
};
use your_move::ledger::fold;
use your_move::view::{Voice, Words};

use super::object::Object;

/// Which part of an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// What is the user's move: what the badge counts.
    Due,
    /// What will be.
    Ahead,
    /// The open applications on which nothing is due.
    Waiting,
}

/// A part of the agenda of a backup as it was on a day, a JSON object a line. What happened later is not known on that day.
pub(crate) fn lines(backup: &Backup, today: Today, part: Part) -> String {
    let mut applications = Vec::new();
    let mut names = BTreeMap::new();
    for application in &backup.applications {
        let id = application.record.application();
        applications.extend(as_of(id, application.record.events(), today));
        names.insert(id, application.name.as_str());
    }
    let settings = backup.chosen().settings;
    let page = Page {
        agenda: agenda(&applications, &settings),
        names,
        voice: Voice {
            words: Words::english(),
            today,
            calendar: &settings.calendar,
        },
    };
    match part {
        Part::Due => page.due(),
        Part::Ahead => page.ahead(),
        Part::Waiting => page.waiting(),
    }
}

/// An application as it stood on a day, where there was one.
fn as_of(id: ApplicationId, events: &[Event], today: Today) -> Option<Application> {
    let events: Vec<Event> = events.iter().filter(|event| event.on <= today.0).cloned().collect();
    (!events.is_empty()).then(|| fold(id, &events))
}

/// What is printed from.
struct Page<'a> {
    agenda: Agenda,
    names: BTreeMap<ApplicationId, &'a str>,
    voice: Voice<'a>,
}

impl Page<'_> {
    fn due(&self) -> String {
        let due = self.agenda.due(self.voice.today.0);
        due.into_iter()
            .map(|(outlook, follow_up)| self.follow_up(outlook, follow_up))
            .collect()
    }

    fn ahead(&self) -> String {
        let outlooks = self.agenda.outlooks.iter();
        let all = outlooks.flat_map(|outlook| outlook.follow_ups.iter().map(move |follow_up| (outlook, follow_up)));
        let mut ahead: Vec<_> = all
            .filter(|(_, follow_up)| follow_up.due > self.voice.today.0)
            .collect();
        sort_by_key(&mut ahead, |(_, follow_up)| (follow_up.due, follow_up.key.clone()));
        ahead
            .into_iter()
            .map(|(outlook, follow_up)| self.follow_up(outlook, follow_up))
            .collect()
    }

    fn waiting(&self) -> String {
        let is_due = |follow_up: &FollowUp| follow_up.is_due(self.voice.today.0);
        let outlooks = self.agenda.outlooks.iter();
        let idle = outlooks
            .filter(|outlook| !matches!(outlook.stage, Stage::Ended(_)) && !outlook.follow_ups.iter().any(is_due));
        idle.filter_map(|outlook| Some(self.wait(outlook, outlook.wait.as_ref()?)))
            .collect()
    }

    fn follow_up(&self, outlook: &Outlook, follow_up: &FollowUp) -> String {
        let to = follow_up.to.as_ref().map(|contact| &contact.name);
        Object::begin()
            .field("application", &self.name(outlook).to_owned())
            .field("company", &outlook.company)
            .field("rule", &format!("{:?}", follow_up.rule()))
            .field("due", &follow_up.due)
            .field("overdue", &follow_up.overdue)
            .field("nth", &follow_up.key.nth)
            .field("cap", &follow_up.cap)
            .field("to", &to.or(follow_up.key.person.as_ref()).cloned())
            .field("channel", &follow_up.channel)
            .field("because", &self.voice.because(follow_up))
            .line()
    }

    fn wait(&self, outlook: &Outlook, wait: &Wait) -> String {
        let until = wait.until.filter(|until| *until > self.voice.today.0);
        Object::begin()
            .field("application", &self.name(outlook).to_owned())
            .field("company", &outlook.company)
            .field("title", &outlook.title)
            .field("until", &until)
            .field("waiting", &self.voice.waiting(wait, self.first(wait)))
            .line()
    }

    fn name(&self, outlook: &Outlook) -> &str {
        self.names.get(&outlook.application).copied().unwrap_or_default()
    }

    /// The title of the application that comes first at the same company.
    fn first(&self, wait: &Wait) -> Option<&Line> {
        let WaitReason::BehindAnother { application, .. } = wait.reason else {
            return None;
        };
        let mut outlooks = self.agenda.outlooks.iter();
        outlooks.find(|other| other.application == application)?.title.as_ref()
    }
}
