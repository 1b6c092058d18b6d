//! What the user chose, changed.

use super::command::Problem;
use super::ports::{Lock, Shelf};
use super::store::trusted;
use crate::archive::{Choices, Digest, Key, open_choices, seal_choices};
use crate::domain::{Line, Manner, Messages, Occasion, Prose, Refusal, Template, Wording};
use crate::etiquette::Settings;

/// Changes the settings; all else that the user chose stays, also what a newer version let them choose. What they make of the
/// agenda is made when it is next read: their being written wakes the worker, which does so for badge and alarm.
///
/// # Errors
/// A refusal where a newer version wrote the ledger or the settings; a fault of the storage, or [`Fault::Damaged`](crate::domain::Fault)
/// where the settings cannot be read. They are as they were then.
pub async fn change<W: Shelf + Lock>(world: &W, change: impl FnOnce(&mut Settings)) -> Result<(), Problem> {
    rewrite(world, |choices| change(&mut choices.settings)).await
}

/// Changes how messages are to be.
///
/// # Errors
/// As for any change of what the user chose.
pub async fn change_messages<W: Shelf + Lock>(world: &W, change: impl FnOnce(&mut Messages)) -> Result<(), Problem> {
    rewrite(world, |choices| change(&mut choices.messages)).await
}

/// Keeps the user's own words for an occasion.
///
/// # Errors
/// A refusal of words that are no template, which names what is wrong in them; else as for any change of what the user chose.
pub async fn keep_words<W: Shelf + Lock>(
    world: &W,
    occasion: Occasion,
    manner: Manner,
    subject: &str,
    body: &str,
) -> Result<(), Problem> {
    let empty = |field| Refusal::Unreadable { field };
    let subject = Line::new(subject).ok_or(empty("subject"))?;
    let body = Prose::new(body).ok_or(empty("body"))?;
    let wording = Wording {
        subject: Template::new(subject.as_str())?,
        body: Template::new(body.as_str())?,
    };
    change_messages(world, |messages| messages.set(occasion, manner, Some(wording))).await
}

/// Brings our words for an occasion back.
///
/// # Errors
/// As for any change of what the user chose.
pub async fn forget_words<W: Shelf + Lock>(world: &W, occasion: Occasion, manner: Manner) -> Result<(), Problem> {
    change_messages(world, |messages| messages.set(occasion, manner, None)).await
}

async fn rewrite<W: Shelf + Lock>(world: &W, change: impl FnOnce(&mut Choices)) -> Result<(), Problem> {
    let _guard = world.acquire().await?;
    let mut texts = world.get(&[Key::Head, Key::Settings]).await?.into_iter();
    let (head, former) = (texts.next().flatten(), texts.next().flatten());
    // A ledger of a newer version is read only, and so are its settings.
    trusted(head.as_deref(), Digest::default())?;
    let opened = former.as_deref().map(open_choices).transpose();
    let mut choices = opened.map_err(|damage| damage.at(&Key::Settings))?.unwrap_or_default();
    change(&mut choices);
    let entry = (Key::Settings, seal_choices(&choices, former.as_deref()));
    Ok(world.set(&[entry]).await?)
}
