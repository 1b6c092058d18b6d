//! From a page to the application that keeps it.

use super::ports::{Clock, Lock, Shelf};
use super::store::{in_order, load, one, renew};
use crate::archive::{LinkHash, Links, open};
use crate::capture::posting_key;
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
    let text = one(world, key.clone()).await?;
    text.map_or_else(
        || Ok(Links::default()),
        |text| open(&text).map_err(|damage| damage.at(&key)),
    )
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

/// The address under which an application's posting was kept.
fn kept_address(application: &Application) -> Option<&SafeLink> {
    let address = application.posting.as_ref()?.address.as_ref()?;
    Some(&address.value)
}

/// The keys of postings by which an application is found: those of the address it was kept at, and of the one it was given since.
pub(super) fn keys(application: &Application) -> Vec<SafeLink> {
    let kept = kept_address(application).map(posting_key);
    in_order(kept, application.facts.address.as_ref().map(posting_key))
}
