//! From a company to the applications there, so that "did I apply here before?" is one read. In many small records, as the links are.

use super::form::{Form, Object};
use super::{Digest, Key, Kind, Record, Tree, checksum};
use crate::domain::{ApplicationId, CompanyKey};

/// The applications at some companies: those whose digests end alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Companies {
    /// Ordered by the digest of the company's key, and by identity. Compare an application's company before you trust it: a digest can be hit on
    /// purpose.
    pub applications: Vec<(Digest, Vec<ApplicationId>)>,
}

impl Companies {
    /// The number of the record that has the applications at a company.
    pub fn number(company: &CompanyKey) -> u8 {
        let [last, ..] = digest(company).0.to_le_bytes();
        last
    }

    /// The key of that record.
    pub fn key(company: &CompanyKey) -> Key {
        Key::Companies(Self::number(company))
    }

    /// The keys of all.
    pub fn keys() -> impl Iterator<Item = Key> {
        (0..=u8::MAX).map(Key::Companies)
    }

    /// The applications at a company, the oldest first.
    pub fn get(&self, company: &CompanyKey) -> &[ApplicationId] {
        let digest = digest(company);
        let mut all = self.applications.iter();
        all.find(|(known, _)| *known == digest)
            .map_or(&[], |(_, applications)| applications)
    }

    /// Counts an application among those at a company, or does not any more.
    pub fn replace(&mut self, company: &CompanyKey, application: ApplicationId, is_there: bool) {
        let digest = digest(company);
        let place = self.applications.partition_point(|(known, _)| *known < digest);
        if !matches!(self.applications.get(place), Some((known, _)) if *known == digest) {
            self.applications.insert(place, (digest, Vec::new()));
        }
        if let Some((_, applications)) = self.applications.get_mut(place) {
            applications.retain(|known| *known != application);
            let place = applications.partition_point(|known| *known < application);
            applications.splice(place..place, is_there.then_some(application));
        }
        self.applications.retain(|(_, applications)| !applications.is_empty());
    }
}

fn digest(company: &CompanyKey) -> Digest {
    checksum(company.as_str())
}

impl Form for Companies {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        for (company, applications) in &self.applications {
            object.field(&company.to_string(), applications);
        }
        object.end();
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let companies = tree.as_object()?.iter();
        let applications: Option<Vec<_>> = companies
            .map(|(digest, applications)| Some((Digest::parse(digest)?, Form::read(applications)?)))
            .collect();
        Some(Self {
            applications: applications?,
        })
    }
}

impl Record for Companies {
    const KIND: Kind = Kind::Companies;
}
