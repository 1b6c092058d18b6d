//! From a page to the application that keeps it.

use super::ports::{Clock, Lock, Shelf};
use super::store::{in_order, load, one, renew};
use crate::archive::{LinkHash, Links, open};
use crate::domain::{Application, Fault, SafeLink};

/// The application that keeps the posting at `address`.
///
/// # Errors
/// A fault of the storage, or a damaged record of an application. Damaged links are made anew.
pub async fn find<W: Shelf + Lock + Clock>(world: &W, address: &SafeLink) -> Result<Option<Application>, Fault> {
    let hash = LinkHash::of(address);
    let links = match read(world, hash).await {
        Err(Fault::Damaged { .. }) => {
            renew(world).await?;
            read(world, hash).await?
        }
        links => links?,
    };
    keeper(world, &links, address).await
}

/// The links among which that of an address is.
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

/// The application to which these links lead from `address`.
///
/// # Errors
/// A fault of the storage, or a damaged record of an application.
pub(super) async fn keeper<W: Shelf>(
    world: &W,
    links: &Links,
    address: &SafeLink,
) -> Result<Option<Application>, Fault> {
    let Some(id) = links.get(LinkHash::of(address)) else {
        return Ok(None);
    };
    let application = load(world, id).await?;
    // Hashes can be hit on purpose.
    Ok(application.filter(|application| addresses(application).contains(address) && !application.is_gone()))
}

/// The address under which an application's posting was kept.
fn kept_address(application: &Application) -> Option<&SafeLink> {
    let address = application.posting.as_ref()?.address.as_ref()?;
    Some(&address.value)
}

/// The addresses at which an application is found: the one it was kept at, and the one it was given since.
pub(super) fn addresses(application: &Application) -> Vec<SafeLink> {
    let kept = kept_address(application).cloned();
    in_order(kept, application.facts.address.clone())
}
