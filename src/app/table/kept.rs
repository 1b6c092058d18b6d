//! What is kept already, to know a row of it by its posting or by its names.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::app::ports::{Clock, Lock, Shelf};
use crate::app::store::listings;
use crate::archive::{Key, LinkHash, Links, open};
use crate::capture::posting_key;
use crate::domain::order::sort_by_key;
use crate::domain::{Application, ApplicationId, CompanyKey, Fault, Line, SafeLink, plain};

/// Where an application is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It is kept.
    Kept,
    /// In an earlier row of the table, by its number.
    Row(usize),
}

/// All applications that a row could be one of: those that are kept, and those of the rows before.
#[derive(Default)]
pub(super) struct Known {
    ids: BTreeMap<ApplicationId, Place>,
    links: BTreeMap<LinkHash, Place>,
    /// By company and title: when the user applied, and where.
    names: BTreeMap<String, Vec<(Option<NaiveDate>, Place)>>,
}

impl Known {
    /// Those that are kept.
    ///
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`].
    pub(super) async fn read<W: Shelf + Lock + Clock>(world: &W) -> Result<Self, Fault> {
        let mut known = Self::default();
        let mut listings = listings(world).await?;
        sort_by_key(&mut listings, |listing| listing.id);
        for listing in &listings {
            known.ids.insert(listing.id, Place::Kept);
            known.add_name(
                listing.company.as_ref(),
                listing.title.as_ref(),
                listing.applied,
                Place::Kept,
            );
        }
        let keys: Vec<Key> = Links::keys().collect();
        for text in world.get(&keys).await?.into_iter().flatten() {
            // Damaged ones are made anew elsewhere: a posting is not known by them until then.
            let links: Links = open(&text).unwrap_or_default();
            // One of what was deleted may still be there.
            let links = links.links.into_iter().filter(|(_, id)| known.ids.contains_key(id));
            let links: Vec<(LinkHash, ApplicationId)> = links.collect();
            known
                .links
                .extend(links.into_iter().map(|(hash, _)| (hash, Place::Kept)));
        }
        Ok(known)
    }

    /// Takes in that of a row.
    pub(super) fn add(&mut self, application: &Application, row: usize) {
        let (facts, place) = (&application.facts, Place::Row(row));
        self.ids.entry(application.id).or_insert(place);
        if let Some(address) = &facts.address {
            self.links.entry(hash(address)).or_insert(place);
        }
        let applied = application.applied().map(|event| event.on);
        self.add_name(facts.company.as_ref(), facts.title.as_ref(), applied, place);
    }

    fn add_name(&mut self, company: Option<&Line>, title: Option<&Line>, applied: Option<NaiveDate>, place: Place) {
        if let Some(name) = name(company, title) {
            self.names.entry(name).or_default().push((applied, place));
        }
    }

    /// Where that of an identity is.
    pub(super) fn by_id(&self, id: ApplicationId) -> Option<Place> {
        self.ids.get(&id).copied()
    }

    /// Where the same one is: of the same posting, or, where a posting is not known of both, of the same names and not applied to on another
    /// day.
    pub(super) fn find(&self, application: &Application) -> Option<Place> {
        let facts = &application.facts;
        let by_link = facts
            .address
            .as_ref()
            .and_then(|address| self.links.get(&hash(address)));
        if let Some(place) = by_link {
            return Some(*place);
        }
        let applied = application.applied().map(|event| event.on);
        let is_same = |(other, _): &&(Option<NaiveDate>, Place)| match (applied, *other) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let named = self.names.get(&name(facts.company.as_ref(), facts.title.as_ref())?)?;
        named.iter().find(is_same).map(|(_, place)| *place)
    }
}

fn hash(address: &SafeLink) -> LinkHash {
    LinkHash::of(&posting_key(address))
}

/// Company and title as they are compared; `None` where one of them is not known: by the other alone nothing is the same.
fn name(company: Option<&Line>, title: Option<&Line>) -> Option<String> {
    let company = CompanyKey::new(company?.as_str())?;
    Some([company.as_str(), "\n", &plain(title?.as_str())].concat())
}
