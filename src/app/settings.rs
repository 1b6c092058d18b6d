//! What the user chose, changed.

use super::command::Problem;
use super::ports::{Lock, Shelf};
use super::store::trusted;
use crate::archive::{Choices, Digest, Head, Key, open, open_choices, seal, seal_choices};
use crate::domain::{Fault, Line, Refusal};
use crate::etiquette::{Holidays, Settings};
use crate::view::Words;

/// All that the user chose, before and after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Before it.
    pub before: Choices,
    /// After it.
    pub after: Choices,
}

/// What is to be changed of what the user chose, or why not. One type for all: each of its own would make all of the writing anew.
pub type Change<'a> = Box<dyn FnOnce(&mut Choices) -> Result<(), Refusal> + 'a>;

/// Changes what the user chose; all else of it stays, also what a newer version let them choose. What it makes of the
/// agenda is made when that is next read: its being written wakes the worker, which does so for badge and alarm.
///
/// # Errors
/// What `change` refuses, or [`Refusal::TooQuiet`] where too little would be left of the year; a refusal too where a newer version wrote
/// the ledger or the settings; a fault of the storage, or [`Fault::Damaged`] where the settings cannot be read. They are as they were then.
pub async fn change<W: Shelf + Lock>(world: &W, change: Change<'_>) -> Result<Changed, Problem> {
    let _guard = world.acquire().await?;
    let Found {
        choices: before,
        text: former,
        head,
    } = read(world).await?;
    let mut after = before.clone();
    change(&mut after)?;
    // Each number has been held to its bounds where it was taken.
    if !after.settings.is_sound() {
        return Err(Refusal::TooQuiet.into());
    }
    if after != before {
        let mut entries = vec![(Key::Settings, seal_choices(&after, former.as_deref()))];
        // So it shows which of two copies is the later one.
        entries.extend(head.map(|head| {
            (
                Key::Head,
                seal(&Head {
                    sequence: head.sequence + 1,
                    ..head
                }),
            )
        }));
        world.set(&entries).await?;
    }
    Ok(Changed { before, after })
}

/// Takes a change back. Whatever else was chosen since, be it elsewhere, stays.
///
/// # Errors
/// As for any change of what the user chose.
pub async fn take_back<W: Shelf + Lock>(world: &W, changed: &Changed) -> Result<Changed, Problem> {
    change(
        world,
        Box::new(|choices| turn(choices, &changed.after, &changed.before)),
    )
    .await
}

/// The words of the language that the user chose, `browser`'s where none is chosen.
pub(super) fn in_language(browser: Words, chosen: Option<&Line>) -> Words {
    browser.in_language(chosen.map(Line::as_str))
}

/// What the user chose.
///
/// # Errors
/// A fault of the storage, of which [`Fault::Newer`] and [`Fault::Damaged`] say that it is not to be overwritten.
pub(super) async fn chosen<W: Shelf>(world: &W) -> Result<Choices, Fault> {
    Ok(read(world).await?.choices)
}

/// What the user chose, as it was found.
struct Found {
    choices: Choices,
    /// The text that says so.
    text: Option<String>,
    /// The head, where it can be read.
    head: Option<Head>,
}

async fn read<W: Shelf>(world: &W) -> Result<Found, Fault> {
    let mut texts = world.get(&[Key::Head, Key::Settings]).await?.into_iter();
    let (head, text) = (texts.next().flatten(), texts.next().flatten());
    // A ledger of a newer version is read only, and so are its settings.
    trusted(head.as_deref(), Digest::default())?;
    let opened = text.as_deref().map(open_choices).transpose();
    let choices = opened.map_err(|damage| damage.at(&Key::Settings))?;
    Ok(Found {
        choices: choices.unwrap_or_default(),
        head: head.and_then(|head| open(&head).ok()),
        text,
    })
}

/// Changes in `choices` what is otherwise in `to` than in `from`.
fn turn(choices: &mut Choices, from: &Choices, to: &Choices) -> Result<(), Refusal> {
    let (old, new) = (&from.settings, &to.settings);
    let Settings {
        rules,
        calendar,
        company_spacing,
        keep_warm,
        day_begins,
    } = &mut choices.settings;
    for (old, new) in old.rules.numbers().zip(new.rules.numbers()) {
        if old != new {
            // It was within its bounds before.
            let _ = rules.set(new.rule, new.case, new.measure, new.value);
        }
    }
    let mut days = calendar.holidays.as_slice().to_vec();
    turn_list(
        &mut days,
        old.calendar.holidays.as_slice(),
        new.calendar.holidays.as_slice(),
    );
    calendar.holidays = Holidays::new(days).map_err(|_| Refusal::TooManyDays)?;
    turn_list(&mut calendar.quiet, &old.calendar.quiet, &new.calendar.quiet);
    turn_one(
        &mut calendar.soft_weekday,
        &old.calendar.soft_weekday,
        &new.calendar.soft_weekday,
    );
    turn_one(company_spacing, &old.company_spacing, &new.company_spacing);
    turn_one(keep_warm, &old.keep_warm, &new.keep_warm);
    turn_one(day_begins, &old.day_begins, &new.day_begins);
    turn_one(&mut choices.language, &from.language, &to.language);
    turn_one(&mut choices.backup_after, &from.backup_after, &to.backup_after);
    let (old, new) = (&from.messages, &to.messages);
    turn_one(&mut choices.messages.manner, &old.manner, &new.manner);
    turn_one(&mut choices.messages.sender, &old.sender, &new.sender);
    for (occasion, manner, wording) in old.own.iter().chain(&new.own) {
        if old.own(*occasion, *manner) != new.own(*occasion, *manner) {
            let is_new = new.own(*occasion, *manner) == Some(wording);
            let wording = is_new.then(|| wording.clone());
            choices.messages.set(*occasion, *manner, wording);
        }
    }
    Ok(())
}

fn turn_one<T: Clone + PartialEq>(value: &mut T, from: &T, to: &T) {
    if from != to {
        value.clone_from(to);
    }
}

fn turn_list<T: Clone + PartialEq>(list: &mut Vec<T>, from: &[T], to: &[T]) {
    list.retain(|one| !from.contains(one) || to.contains(one));
    for one in to {
        if !from.contains(one) && !list.contains(one) {
            list.push(one.clone());
        }
    }
}
