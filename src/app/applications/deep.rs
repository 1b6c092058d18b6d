//! The search through all that is kept: part by part, so that never more than a part is at hand, and given up for another as soon as other
//! words are looked for.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::rows::Rows;
use crate::app::moment::{MOMENT, PATIENCE};
use crate::app::ports::{Clock, Shelf};
use crate::app::store::readable;
use crate::archive::{ApplicationRecord, BATCHES, Folder, Key, Texts};
use crate::domain::order::map;
use crate::domain::{ApplicationId, Excerpt, Fault, Query, plain};
use crate::ledger::fold;
use crate::view::{Effort, Progress};

/// One search.
pub(super) struct Deep {
    query: Query,
    /// How many parts were read.
    read: u16,
    /// What of the last of them is still to be looked at: records and, where there are any, descriptions, as they are sealed.
    at_hand: Vec<(ApplicationId, String, Option<String>)>,
    /// How many there were in it.
    in_part: usize,
    /// When it began.
    since: Option<DateTime<Utc>>,
    /// Whether the user has stopped it.
    pub(super) is_stopped: bool,
    /// What was found beyond title, company and places, each with the place where one of the other words stands.
    pub(super) found: BTreeMap<ApplicationId, Excerpt>,
    /// Whether something was found that was not taken in yet.
    pub(super) has_news: bool,
}

impl Deep {
    /// The search for words, before anything is read; over at once where there are none.
    pub(super) fn new(words: &str) -> Self {
        let query = Query::new(words);
        Self {
            read: if query.is_empty() { BATCHES } else { 0 },
            at_hand: Vec::new(),
            in_part: 0,
            since: None,
            is_stopped: false,
            query,
            found: BTreeMap::new(),
            has_news: false,
        }
    }

    /// Whether all was looked at.
    pub(super) const fn is_over(&self) -> bool {
        self.read >= BATCHES && self.at_hand.is_empty()
    }

    /// Searches on for a moment. What cannot be read is found nowhere: the rows tell of damage.
    ///
    /// # Errors
    /// A fault of the storage; the search goes on with the next part.
    pub(super) async fn go_on<W: Shelf + Clock>(&mut self, world: &W, rows: &Rows) -> Result<(), Fault> {
        self.since.get_or_insert_with(|| world.now());
        let began = world.now();
        while !self.is_over() {
            match self.at_hand.pop() {
                Some((id, sealed, texts)) => self.look_at(id, &sealed, texts.as_deref(), rows),
                None => self.read_part(world).await?,
            }
            if world.now() - began >= MOMENT {
                break;
            }
        }
        Ok(())
    }

    /// How far it has come, once it has taken a while or was stopped.
    pub(super) fn progress(&self, now: DateTime<Utc>) -> Option<Progress> {
        let is_slow = self.is_stopped || self.since.is_some_and(|since| now - since >= PATIENCE);
        // Of the part that was read last the rest is still to be looked at.
        let rest = (self.at_hand.len() * 100).checked_div(self.in_part);
        let done = (usize::from(self.read) * 100).saturating_sub(rest.unwrap_or_default());
        (is_slow && !self.is_over()).then(|| Progress {
            of: Effort::Searching,
            percent: done / usize::from(BATCHES),
            is_stopped: self.is_stopped,
        })
    }

    async fn read_part<W: Shelf>(&mut self, world: &W) -> Result<(), Fault> {
        let (texts, applications) = Folder::batch(self.read);
        self.read += 1;
        // At once: each way to the storage takes longer than to look through what comes from there.
        let found = readable(world, &[texts.as_slice(), &applications].concat())
            .await?
            .found;
        let (texts, applications): (Vec<_>, Vec<_>) = found.into_iter().partition(|(key, _)| texts.contains(key));
        let texts = folders(texts);
        let texts = map(texts.iter().flat_map(Folder::iter));
        for folder in folders(applications) {
            for (id, sealed) in folder.iter() {
                let texts = texts.get(&id).map(|texts| (*texts).to_owned());
                self.at_hand.push((id, sealed.to_owned(), texts));
            }
        }
        self.in_part = self.at_hand.len();
        Ok(())
    }

    /// Looks at one application, where there are words that its row does not have.
    fn look_at(&mut self, id: ApplicationId, sealed: &str, texts: Option<&str>, rows: &Rows) {
        let Some(row) = rows.of_application(id) else { return };
        let missing = self.query.beside(&row.plain);
        if missing.is_empty() {
            return;
        }
        // Most are passed over as they are written: a word that is in no part of that is in no text. Marks are written otherwise there.
        let rest = missing.beside(&plain(sealed));
        let rest = texts.map_or_else(|| rest.clone(), |texts| rest.beside(&plain(texts)));
        if !rest.is_empty() && !rest.has_marks() {
            return;
        }
        let texts = texts.and_then(|texts| Texts::open(id, texts).ok());
        let Ok(events) = ApplicationRecord::look_into(id, sealed, texts.as_ref()) else {
            return;
        };
        let application = fold(id, &events);
        let mut excerpt = None;
        let mut open = missing.clone();
        for text in application.texts() {
            let rest = open.beside(&plain(text));
            if excerpt.is_none() && rest != open {
                excerpt = missing.excerpt(text);
            }
            open = rest;
            // What comes last is the longest.
            if open.is_empty() {
                break;
            }
        }
        if let (Some(excerpt), true) = (excerpt, open.is_empty()) {
            self.found.insert(id, excerpt);
            self.has_news = true;
        }
    }
}

fn folders(found: Vec<(Key, Option<String>)>) -> Vec<Folder> {
    let texts = found.into_iter().filter_map(|(_, text)| text);
    texts.filter_map(|text| Folder::open(&text).ok()).collect()
}
