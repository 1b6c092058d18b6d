//! From a page to the application that keeps it.

use super::ports::{Clock, Lock, Shelf};
use super::store::{load, one, read_or_default, renew};
use crate::archive::{LinkHash, Links};
use crate::capture::posting_key;
use crate::domain::order::set;
use crate::domain::{Application, Fault, SafeLink};

/// The application that keeps the posting at `address`, a canonical one, wherever it was kept: a board's page, the search that has it open and an
/// employer's site that names the board's number are one.
///
/// # Errors
/// A fault of the storage, or a damaged record of an application. Damaged links are made anew.
pub async fn find<W: Shelf + Lock + Clock>(world: &W, address: &SafeLink) -> Result<Option<Application>, Fault> {
    let key = posting_key(address);
    let hash = LinkHash::of(&key);
    let links = match read(world, hash).await {
        Err(Fault::Damaged { .. }) => {
            renew(world).await?;
            read(world, hash).await?
        }
        links => links?,
    };
    keeper(world, &links, &key).await
}

/// The links among which that of a posting is.
///
/// # Errors
/// A fault of the storage, or that they are damaged.
pub(super) async fn read<W: Shelf>(world: &W, hash: LinkHash) -> Result<Links, Fault> {
    let key = Links::key(hash);
    read_or_default(&key, one(world, key.clone()).await?.as_deref())
}

/// The application to which these links lead from a posting's key.
///
/// # Errors
/// A fault of the storage, or a damaged record of an application.
pub(super) async fn keeper<W: Shelf>(
    world: &W,
    links: &Links,
    posting: &SafeLink,
) -> Result<Option<Application>, Fault> {
    let Some(id) = links.get(LinkHash::of(posting)) else {
        return Ok(None);
    };
    let application = load(world, id).await?;
    // Hashes can be hit on purpose.
    Ok(application.filter(|application| keys(application).contains(posting) && !application.is_gone()))
}

/// The keys of postings by which an application is found: those of the addresses it was kept at, and of the one it was given since; none for one
/// that is part of another, which has them now.
pub(super) fn keys(application: &Application) -> Vec<SafeLink> {
    let own = application.addresses().filter(|_| !application.is_joined());
    set(own.map(posting_key)).into_iter().collect()
}
