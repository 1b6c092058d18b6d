//! Today: what is late, what is due, what comes within a week, and what is waited for.

use chrono::NaiveDate;

use crate::domain::order::sort_by_key;
use crate::domain::{FollowUp, Outlook, RuleId, Turn};
use crate::view::follow_up::job;
use crate::view::{Card, DashboardScreen, Field, Route, Tone, Voice, Word, Work, name, row_key};

/// The key of the bar that is there while rows are selected.
pub const SELECTION: &str = "selection";

impl DashboardScreen {
    /// What can be done with all the rows that are selected.
    pub(super) fn selection(&self, work: &Work, voice: &Voice<'_>) -> Option<Card> {
        let count = self.selected(voice)?;
        let all = work.agenda.outlooks.iter().flat_map(|outlook| &outlook.follow_ups);
        let mut selected = all.filter(|follow_up| self.selected.contains(&row_key(&follow_up.key)));
        let asks_whether_over = selected.all(|follow_up| follow_up.rule() == RuleId::R10);
        let bar = Card::new("selection-bar", SELECTION)
            .text("count", count)
            .part("done", !asks_whether_over)
            .part("close", asks_whether_over);
        Some(bar.list("days", voice.days_ahead()))
    }

    /// How many rows are selected, where any are.
    pub(super) fn selected(&self, voice: &Voice<'_>) -> Option<String> {
        let count = self.selected.len();
        let is_any = count > 0 && self.route == Route::Today;
        is_any.then(|| voice.words.count(count, Word::SelectedOne, Word::SelectedOther))
    }
}

/// No more rows are in sight at first, on screens of usual height.
const IN_SIGHT: usize = 8;

/// So many of those that are waited for are shown at first: nothing is to be done about them.
const WAITS: usize = 20;
/// So many more each time that more are asked for.
const MORE_WAITS: usize = 100;

/// A row with a box to select it by.
fn selectable(row: Card, selected: &[String]) -> Card {
    let is_selected = selected.contains(&row.key);
    let mut row = row
        .part("select", true)
        .mark("selected", if is_selected { "yes" } else { "no" });
    row.fields.push(match is_selected {
        true => Field::of("select", "yes"),
        false => Field::none("select"),
    });
    row
}

impl Voice<'_> {
    /// The screen of all that is to be done, and of what is waited for.
    pub fn today_screen(&self, work: &Work, screen: &DashboardScreen) -> Card {
        let today = self.today.0;
        let due = work.agenda.due(today);
        let (late, due_today): (Vec<_>, Vec<_>) =
            (due.iter().copied()).partition(|(_, follow_up)| follow_up.is_overdue(today));
        let rows = |those: Vec<(&Outlook, &FollowUp)>| {
            let rows = those
                .into_iter()
                .map(|(outlook, follow_up)| work.row(self, outlook, follow_up));
            rows.map(|row| selectable(row, &screen.selected)).collect()
        };
        let groups = [
            self.group("#late", Word::AgendaLate, "late", rows(late), Vec::new()),
            self.group("#due", Word::AgendaToday, "today", rows(due_today), Vec::new()),
            self.group("#week", Word::AgendaWeek, "ahead", rows(self.week(work)), Vec::new()),
            self.waiting_group(work, screen.more_waits),
        ];
        let mut groups: Vec<Card> = groups.into_iter().flatten().collect();
        if screen.is_opening {
            groups = in_sight(groups);
        }
        let first_run = work.is_new();
        let calm = if due.is_empty() && !first_run && !work.is_unreadable() {
            self.text(Word::NothingDue)
        } else {
            String::new()
        };
        Card::new("today-screen", "#today")
            .text("calm", calm)
            .part("first_run", first_run)
            .list("groups", groups)
    }

    /// Rows under a heading that counts them; none without rows.
    fn group(&self, key: &str, name: Word, tone: &'static str, moves: Vec<Card>, waiting: Vec<Card>) -> Option<Card> {
        let count = moves.len() + waiting.len();
        let card = Card::new("agenda-group", key)
            .text("name", self.words.text(name))
            .toned("number", self.words.number(count), tone)
            .list("moves", moves)
            .list("waiting", waiting);
        (count > 0).then_some(card)
    }

    /// What is waited for, and how many more there are than are shown.
    fn waiting_group(&self, work: &Work, more: usize) -> Option<Card> {
        let waits = self.waits(work);
        let shown = waits.len().min(WAITS + more * MORE_WAITS);
        let rows = waits.iter().take(shown).map(|outlook| self.waiting_row(work, outlook));
        let group = self.group("#waiting", Word::AgendaWaiting, "ahead", Vec::new(), rows.collect())?;
        let beyond = match (waits.len() - shown).min(MORE_WAITS) {
            0 => String::new(),
            more => self.words.count(more, Word::ShowMoreOne, Word::ShowMoreOther),
        };
        let group = group.toned("number", self.words.number(waits.len()), "ahead");
        Some(group.text("beyond", beyond))
    }

    /// What becomes due within a week: it can be done before.
    fn week<'a>(&self, work: &'a Work) -> Vec<(&'a Outlook, &'a FollowUp)> {
        let outlooks = work.agenda.outlooks.iter();
        let all = outlooks.flat_map(|outlook| outlook.follow_ups.iter().map(move |follow_up| (outlook, follow_up)));
        let mut week: Vec<(&Outlook, &FollowUp)> = all
            .filter(|(_, follow_up)| follow_up.is_within_week(self.today.0))
            .collect();
        sort_by_key(&mut week, |(_, follow_up)| (follow_up.due, follow_up.key.clone()));
        week
    }

    /// What is waited for and needs nothing within a week, the next first.
    fn waits<'a>(&self, work: &'a Work) -> Vec<&'a Outlook> {
        let today = self.today.0;
        let is_quiet = |outlook: &&Outlook| {
            let mut follow_ups = outlook.follow_ups.iter();
            !follow_ups.any(|follow_up| follow_up.is_due(today) || follow_up.is_within_week(today))
        };
        let mut waits: Vec<&Outlook> = work.agenda.outlooks.iter().filter(is_quiet).collect();
        waits.retain(|outlook| outlook.turn(today) == Turn::Theirs);
        sort_by_key(&mut waits, |outlook| {
            (until(outlook).unwrap_or(NaiveDate::MAX), outlook.application)
        });
        waits
    }

    fn waiting_row(&self, work: &Work, outlook: &Outlook) -> Card {
        let wait = outlook.wait.as_ref();
        let text = wait.map(|wait| self.waiting(wait, work.ahead(outlook)));
        let when = until(outlook).filter(|until| *until > self.today.0);
        let when = when.map(|until| self.column_date(until)).unwrap_or_default();
        Card::new("waiting-row", format!("{} waits", outlook.application))
            .toned("when", when, Tone::Ahead.name())
            .link("job", job(outlook), Some(Route::Application(outlook.application)))
            .text("text", text.unwrap_or_default())
            .text("stage", self.words.text(name::stage(outlook.stage)))
    }
}

/// The first of the rows, with the headings that they stand under.
fn in_sight(mut groups: Vec<Card>) -> Vec<Card> {
    let mut room = IN_SIGHT;
    for (_, rows) in groups.iter_mut().flat_map(|group| &mut group.lists) {
        rows.truncate(room);
        room -= rows.len();
    }
    groups.retain(|group| group.lists.iter().any(|(_, rows)| !rows.is_empty()));
    groups
}

/// Until when an application is waited for, where that is known.
fn until(outlook: &Outlook) -> Option<NaiveDate> {
    outlook.wait.as_ref().and_then(|wait| wait.until)
}
