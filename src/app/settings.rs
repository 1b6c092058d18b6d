//! What the user chose, changed.

use super::command::Problem;
use super::ports::{Lock, Shelf};
use super::store::trusted;
use crate::archive::{Digest, Key, open_settings, seal_settings};
use crate::etiquette::Settings;

/// Changes the settings; what a newer version let the user choose besides stays. What they make of the
/// agenda is made when it is next read: their being written wakes the worker, which does so for badge and alarm.
///
/// # Errors
/// A refusal where a newer version wrote the ledger or the settings; a fault of the storage, or [`Fault::Damaged`](crate::domain::Fault)
/// where the settings cannot be read. They are as they were then.
pub async fn change<W: Shelf + Lock>(world: &W, change: impl FnOnce(&mut Settings)) -> Result<(), Problem> {
    let _guard = world.acquire().await?;
    let mut texts = world.get(&[Key::Head, Key::Settings]).await?.into_iter();
    let (head, former) = (texts.next().flatten(), texts.next().flatten());
    // A ledger of a newer version is read only, and so are its settings.
    trusted(head.as_deref(), Digest::default())?;
    let opened = former.as_deref().map(open_settings).transpose();
    let mut settings = opened.map_err(|damage| damage.at(&Key::Settings))?.unwrap_or_default();
    change(&mut settings);
    let entry = (Key::Settings, seal_settings(&settings, former.as_deref()));
    Ok(world.set(&[entry]).await?)
}
