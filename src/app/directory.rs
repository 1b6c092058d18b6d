//! Index, links and companies, made from the applications one after the other.

use std::collections::{BTreeMap, BTreeSet};

use super::links::keys;
use super::ports::Shelf;
use crate::archive::{Companies, Index, Key, LinkHash, Links, Record, open, seal};
use crate::domain::{Application, ApplicationId, Fault, Listing};

/// A line for each application, which of them keeps which posting, and which are at which company.
pub(super) struct Directory {
    indices: Vec<Index>,
    links: Vec<Links>,
    companies: Vec<Companies>,
    /// The applications that were learned and are not listed: nothing of them is to be seen any more.
    gone: BTreeSet<ApplicationId>,
}

impl Default for Directory {
    fn default() -> Self {
        Self {
            indices: vec![Index::default(); Index::keys().count()],
            links: vec![Links::default(); Links::keys().count()],
            companies: vec![Companies::default(); Companies::keys().count()],
            gone: BTreeSet::new(),
        }
    }
}

impl Directory {
    /// Puts an application into the index and among those at its company, and links its postings with it. Of two that keep one posting it leads to the older one, whichever is
    /// learned first.
    pub(super) fn learn(&mut self, application: &Application) {
        let listing = Listing::of(application);
        if listing.is_none() {
            self.gone.insert(application.id);
        }
        if let Some(index) = self.indices.get_mut(usize::from(Index::number(application.id))) {
            index.replace(application.id, listing);
        }
        if let Some(company) = application.company_key().filter(|_| !application.is_gone())
            && let Some(companies) = self.companies.get_mut(usize::from(Companies::number(&company)))
        {
            companies.replace(&company, application.id, true);
        }
        for key in keys(application) {
            let hash = LinkHash::of(&key);
            if let Some(links) = self.links.get_mut(usize::from(Links::number(hash)))
                && links.get(hash).is_none_or(|known| known > application.id)
            {
                links.replace(hash, Some(application.id));
            }
        }
    }

    /// All its lines.
    pub(super) fn into_listings(self) -> Vec<Listing> {
        self.indices.into_iter().flat_map(|index| index.listings).collect()
    }

    /// What is to be kept of it. An empty record need not be there; what is there must not stay as it was.
    pub(super) fn entries(&self, is_there: impl Fn(&Key) -> bool) -> Vec<(Key, String)> {
        let mut entries = Vec::new();
        for (key, index) in Index::keys().zip(&self.indices) {
            if !index.listings.is_empty() || is_there(&key) {
                entries.push((key, seal(index)));
            }
        }
        for (key, links) in Links::keys().zip(&self.links) {
            if !links.links.is_empty() || is_there(&key) {
                entries.push((key, seal(links)));
            }
        }
        for (key, companies) in Companies::keys().zip(&self.companies) {
            if !companies.applications.is_empty() || is_there(&key) {
                entries.push((key, seal(companies)));
            }
        }
        entries
    }

    /// What is listed in `all` that is kept and is not among the applications that were learned.
    pub(super) fn missing(&self, all: &BTreeMap<String, String>) -> Vec<Listing> {
        let is_known = |id| self.listing(id).is_some() || self.gone.contains(&id);
        listed(all).filter(|listing| !is_known(listing.id)).collect()
    }

    /// The line of an application that was learned; none for what is gone.
    pub(super) fn listing(&self, application: ApplicationId) -> Option<&Listing> {
        let index = self.indices.get(usize::from(Index::number(application)))?;
        index.listings.iter().find(|known| known.id == application)
    }

    /// Goes on listing what is missing, so that it can be named.
    pub(super) fn keep_missing(&mut self, all: &BTreeMap<String, String>) {
        for listing in self.missing(all) {
            if let Some(index) = self.indices.get_mut(usize::from(Index::number(listing.id))) {
                index.replace(listing.id, Some(listing));
            }
        }
    }

    /// Whether it is what is kept.
    ///
    /// # Errors
    /// A fault of the storage.
    pub(super) async fn is_kept<W: Shelf>(&self, world: &W) -> Result<bool, Fault> {
        let keys = Index::keys().chain(Links::keys()).chain(Companies::keys());
        let keys: Vec<Key> = keys.collect();
        let mut kept = world.get(&keys).await?.into_iter();
        let mut next = || kept.next().flatten();
        let are_indices = self.indices.iter().all(|index| is_same(index, next()));
        let are_links = are_indices && self.links.iter().all(|links| is_same(links, next()));
        Ok(are_links && self.companies.iter().all(|companies| is_same(companies, next())))
    }
}

/// All that the index lists in `all` that is kept.
pub(super) fn listed(all: &BTreeMap<String, String>) -> impl Iterator<Item = Listing> {
    let kept = Index::keys().filter_map(|key| open::<Index>(all.get(&key.to_string())?).ok());
    kept.flat_map(|index| index.listings)
}

/// Whether a record is the one that is kept; where nothing is, it is as before anything was in it.
fn is_same<R: Record + Default + PartialEq>(record: &R, kept: Option<String>) -> bool {
    let kept = kept.map_or_else(|| Ok(R::default()), |text| open(&text));
    kept.is_ok_and(|kept| kept == *record)
}
