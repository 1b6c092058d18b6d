//! Who is new here.

use super::ports::{Mirrored, Shelf};
use super::store::one;
use crate::archive::Key;

/// Whether nothing was ever kept here. Where that cannot be read, something may have been.
pub async fn is_new<W: Shelf + Mirrored>(world: &W) -> bool {
    let is_empty = is_empty(world).await;
    match world.mirror() {
        Some(mirror) => is_empty && self::is_empty(mirror).await,
        None => is_empty,
    }
}

async fn is_empty<S: Shelf>(shelf: &S) -> bool {
    one(shelf, Key::Head).await == Ok(None)
}
