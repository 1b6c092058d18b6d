//! What the user chose, changed.

use super::command::Problem;
use super::ports::{Lock, Shelf};
use super::store::trusted;
use crate::archive::{Damage, Digest, Key, open_messages, open_settings, seal_messages, seal_settings};
use crate::domain::{Line, Manner, Messages, Occasion, Prose, Refusal, Template, Wording};
use crate::etiquette::Settings;

/// Changes the settings; what a newer version let the user choose besides stays. What they make of the agenda is made when it is next read.
///
/// # Errors
/// A refusal where a newer version wrote the ledger or the settings; a fault of the storage, or [`Fault::Damaged`](crate::domain::Fault)
/// where the settings cannot be read. They are as they were then.
pub(super) async fn change<W: Shelf + Lock>(world: &W, change: impl FnOnce(&mut Settings)) -> Result<(), Problem> {
    rewrite(world, |former| {
        let mut settings = former.map(open_settings).transpose()?.unwrap_or_default();
        change(&mut settings);
        Ok(seal_settings(&settings, former))
    })
    .await
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

/// Changes how messages are to be.
///
/// # Errors
/// As for any change of what the user chose.
pub async fn change_messages<W: Shelf + Lock>(world: &W, change: impl FnOnce(&mut Messages)) -> Result<(), Problem> {
    rewrite(world, |former| {
        let mut messages = former.map(open_messages).transpose()?.unwrap_or_default();
        change(&mut messages);
        Ok(seal_messages(&messages, former))
    })
    .await
}

async fn rewrite<W: Shelf + Lock>(
    world: &W,
    new: impl FnOnce(Option<&str>) -> Result<String, Damage>,
) -> Result<(), Problem> {
    let _guard = world.acquire().await?;
    let mut texts = world.get(&[Key::Head, Key::Settings]).await?.into_iter();
    let (head, former) = (texts.next().flatten(), texts.next().flatten());
    // A ledger of a newer version is read only, and so are its settings.
    trusted(head.as_deref(), Digest::default())?;
    let text = new(former.as_deref()).map_err(|damage| damage.at(&Key::Settings))?;
    Ok(world.set(&[(Key::Settings, text)]).await?)
}
