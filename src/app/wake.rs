//! What the worker does, whatever woke it: first what is due, on the badge, then what nobody waits for.

use super::check::check;
use super::mirror::catch_up;
use super::ports::{Alarms, Badge, Clock, Lock, Mirrored, Shelf};
use super::remind::remind;
use crate::domain::Fault;
use crate::view::Words;

/// Shows what is due and sets the alarm; then has the mirror catch up, or, where the browser or the extension `starts`, checks all that is kept.
///
/// # Errors
/// As for reminding. What is wrong with the mirror the dashboard tells.
pub async fn wake<W>(world: &W, words: Words, starts: bool) -> Result<(), Fault>
where
    W: Shelf + Lock + Clock + Badge + Alarms + Mirrored,
{
    remind(world, words).await?;
    if !starts {
        let _ = catch_up(world).await;
    } else if check(world).await.is_ok_and(|checked| checked.is_written) {
        remind(world, words).await?;
    }
    Ok(())
}
