//! Noticing that the user applied, on sites that they let the extension watch: what a page shows is told here, and what looks like an application
//! that arrived is proposed. Nothing is written down of it before the user confirms.

use chrono::{Days, NaiveDate};

use super::links::{self, find};
use super::ports::{Alarms, Badge, Clock, Lock, Shelf, Trails};
use super::remind::remind;
use super::store::{load, proposals, texts};
use crate::archive::{Key, LinkHash, Proposals, Trail, is_newer, open, seal};
use crate::capture::{Arrival, Found, PageSnapshot, Sent, arrival, canonical_address, posting_key, read};
use crate::domain::order::sort_by_key;
use crate::domain::{Application, Fault, Line, Posting, Proposal, SafeLink, are_alike};
use crate::view::Words;

/// So long nothing is proposed again for a posting, …
const FOR_DAYS: Days = Days::new(30);
/// … and so long one waits for an answer.
const WAITS: Days = Days::new(14);
/// More are not kept.
const MOST: usize = 20;

/// Takes in that a form was sent in a tab.
pub async fn notice_sent<W: Clock + Trails>(world: &W, tab: &str, sent: Sent) {
    let trail = Trail {
        sent: Some(sent),
        ..trail(world, tab).await
    };
    leave(world, tab, trail).await;
}

/// Takes in what a tab shows. Where that looks like an application that arrived, it is proposed, and counted on the badge; else what is seen is kept
/// in mind for that day. `words` are the browser's.
///
/// # Errors
/// A fault of the storage; the page can be looked at again.
pub async fn notice<W>(world: &W, words: Words, tab: &str, page: &PageSnapshot) -> Result<(), Fault>
where
    W: Shelf + Lock + Clock + Badge + Alarms + Trails,
{
    let Some(address) = SafeLink::new(&page.address).map(|address| canonical_address(&address)) else {
        return Ok(());
    };
    let before = trail(world, tab).await;
    let shows = arrival(page, before.sent);
    let seen = before.posting.clone().filter(|seen| leads_to(seen, &before, &address));
    // A form that was sent may have asked for anything, unless a posting had led to it.
    let is_arrival = match shows {
        Some(Arrival::Said) => true,
        Some(Arrival::Sent) => seen.is_some(),
        None => false,
    };
    if !is_arrival {
        look(world, tab, page, address, before).await;
        return Ok(());
    }
    if before.done {
        return Ok(());
    }
    let posting_address = seen.as_ref().and_then(|posting| posting.address.as_ref());
    let posting_address = posting_address.map(|address| address.value.clone());
    let page_of_posting = before.page.clone().filter(|_| seen.is_some());
    let addresses = [Some(address.clone()), posting_address.clone(), page_of_posting];
    let mut kept = None;
    for address in addresses.into_iter().flatten() {
        if kept.is_none() {
            kept = find(world, &address).await?;
        }
    }
    // It may be written down already.
    if kept.as_ref().is_none_or(|kept| kept.applied().is_none()) {
        let (address, today) = (posting_address.unwrap_or(address), world.today().0);
        let proposal = proposal(address, today, &page.title, kept.as_ref(), seen);
        if propose(world, proposal).await? {
            remind(world, words).await?;
        }
    }
    let done = Trail {
        done: true,
        ..Trail::default()
    };
    leave(world, tab, done).await;
    Ok(())
}

/// Keeps in mind what a page is that shows no arrival.
async fn look<W: Clock + Trails>(world: &W, tab: &str, page: &PageSnapshot, address: SafeLink, before: Trail) {
    let posting = match read(page) {
        (Found::Posting(posting), _) if !is_form_of(page, &posting, &before) => Some(*posting),
        _ => None,
    };
    let trail = match posting {
        // Nothing was sent from it yet.
        Some(posting) => Trail {
            page: Some(address),
            posting: Some(posting),
            ..Trail::default()
        },
        // What was sent led to nothing, once there is another page without a form.
        None if before.sent.is_some() && !has_form(page) => Trail { sent: None, ..before },
        None => return,
    };
    leave(world, tab, trail).await;
}

/// Whether a posting that was seen may have led to a page: on its own site or on the one on which it is applied to, and not where a board's own
/// address says that it is another one.
fn leads_to(seen: &Posting, before: &Trail, address: &SafeLink) -> bool {
    let links = [seen.address.as_ref(), seen.apply.as_ref()].into_iter().flatten();
    let mut hosts = links
        .map(|link| link.value.host())
        .chain(before.page.as_ref().map(SafeLink::host));
    let is_near = hosts.any(|host| host == address.host());
    let key = posting_key(address);
    let own = seen.address.as_ref().map(|address| posting_key(&address.value));
    is_near && (key == *address || own.is_none_or(|own| own == key))
}

fn has_form(page: &PageSnapshot) -> bool {
    page.form.file || page.form.fields > 1
}

/// Whether a page is the form of the posting that was seen before it, which says more of it.
fn is_form_of(page: &PageSnapshot, posting: &Posting, before: &Trail) -> bool {
    let seen = before.posting.as_ref();
    has_form(page) && seen.is_some_and(|seen| are_alike(&seen.into(), &posting.into()))
}

fn proposal(
    address: SafeLink,
    on: NaiveDate,
    title: &str,
    kept: Option<&Application>,
    posting: Option<Posting>,
) -> Proposal {
    let facts = kept.map(|kept| kept.facts.clone());
    let facts = facts.or_else(|| posting.as_ref().map(Into::into)).unwrap_or_default();
    Proposal {
        address,
        on,
        title: facts.title.or_else(|| Line::new(title)),
        company: facts.company,
        application: kept.map(|kept| kept.id),
        posting: posting.filter(|_| kept.is_none()),
        settled: false,
    }
}

/// Keeps a proposal, unless one was made for that posting lately.
async fn propose<W: Shelf + Lock>(world: &W, proposal: Proposal) -> Result<bool, Fault> {
    let _guard = world.acquire().await?;
    let mut all = kept(world).await?;
    let (hash, on) = (key(&proposal), proposal.on);
    all.proposals
        .retain(|known| known.on.checked_add_days(FOR_DAYS).is_some_and(|until| until > on));
    if all.proposals.iter().any(|known| key(known) == hash) {
        return Ok(false);
    }
    if all.proposals.len() >= MOST {
        // A site that proposes without end takes the place of its own alone.
        let is_of_site = |known: &Proposal| known.address.host() == proposal.address.host();
        let place = all.proposals.iter().position(is_of_site).unwrap_or_default();
        all.proposals.remove(place);
    }
    all.proposals.push(proposal);
    world.set(&[(Key::Proposals, seal(&all))]).await?;
    Ok(true)
}

/// What stands for a proposal on a screen.
pub(super) fn key(proposal: &Proposal) -> String {
    LinkHash::of(&posting_key(&proposal.address)).to_string()
}

/// How many wait for an answer on a day.
pub(super) fn count(proposals: &[Proposal], day: NaiveDate) -> usize {
    proposals.iter().filter(|proposal| waits(proposal, day)).count()
}

fn waits(proposal: &Proposal, today: NaiveDate) -> bool {
    let is_late = proposal.on.checked_add_days(WAITS).is_none_or(|until| until < today);
    !proposal.settled && !is_late
}

/// Those that wait for an answer, the latest first. What was written down meanwhile is settled.
///
/// # Errors
/// A fault of the storage.
pub(super) async fn waiting<W: Shelf + Lock + Clock>(world: &W) -> Result<Vec<Proposal>, Fault> {
    let (all, today) = (kept(world).await?, world.today().0);
    let (mut waiting, mut done) = (Vec::new(), Vec::new());
    for mut proposal in all.proposals.into_iter().filter(|proposal| waits(proposal, today)) {
        // What cannot be read stands in the way of no other.
        let Ok(application) = application_of(world, &proposal).await else {
            waiting.push(proposal);
            continue;
        };
        let is_gone = proposal.application.is_some() && application.as_ref().is_none_or(Application::is_gone);
        let is_applied = application
            .as_ref()
            .is_some_and(|application| application.applied().is_some());
        if is_gone || is_applied {
            done.push(key(&proposal));
            continue;
        }
        proposal.application = application.map(|application| application.id);
        waiting.push(proposal);
    }
    settle(world, &done).await?;
    sort_by_key(&mut waiting, |proposal| proposal.on);
    waiting.reverse();
    Ok(waiting)
}

/// The application that keeps what is proposed; what that is part of, where it is.
async fn application_of<W: Shelf + Lock + Clock>(world: &W, proposal: &Proposal) -> Result<Option<Application>, Fault> {
    let application = match proposal.application {
        Some(id) => load(world, id).await?,
        None => find(world, &proposal.address).await?,
    };
    match application.as_ref().and_then(Application::joined_into) {
        Some(whole) => load(world, whole).await,
        None => Ok(application),
    }
}

/// Nothing is left of what is proposed of an application that is deleted, as it was before.
///
/// # Errors
/// A fault of the storage.
pub(super) async fn forget<W: Shelf + Lock>(world: &W, application: &Application) -> Result<(), Fault> {
    let _guard = world.acquire().await?;
    let mut all = kept(world).await?;
    let (before, keys) = (all.proposals.len(), links::keys(application));
    all.proposals.retain(|proposal| {
        proposal.application != Some(application.id) && !keys.contains(&posting_key(&proposal.address))
    });
    if all.proposals.len() == before {
        return Ok(());
    }
    world.set(&[(Key::Proposals, seal(&all))]).await
}

/// Proposals that were confirmed or denied are made no more.
///
/// # Errors
/// A fault of the storage.
pub(super) async fn settle<W: Shelf + Lock>(world: &W, keys: &[String]) -> Result<(), Fault> {
    if keys.is_empty() {
        return Ok(());
    }
    let _guard = world.acquire().await?;
    let mut all = kept(world).await?;
    for proposal in &mut all.proposals {
        if keys.contains(&key(proposal)) {
            proposal.settled = true;
            // What it said is kept with the application, or not at all.
            proposal.posting = None;
        }
    }
    world.set(&[(Key::Proposals, seal(&all))]).await
}

/// What was proposed. A ledger of a newer version is not written to, so that nothing is proposed there.
async fn kept<W: Shelf>(world: &W) -> Result<Proposals, Fault> {
    let texts = texts(world, &[Key::Head, Key::Proposals]).await?;
    if texts.iter().flatten().any(|text| is_newer(text)) {
        return Err(Fault::Newer);
    }
    let proposed = texts.into_iter().next_back().flatten();
    Ok(Proposals {
        proposals: proposals(proposed.as_deref()),
    })
}

/// What was seen in a tab today.
async fn trail<W: Clock + Trails>(world: &W, tab: &str) -> Trail {
    let text = world.trail(tab).await;
    let trail: Trail = text.and_then(|text| open(&text).ok()).unwrap_or_default();
    if trail.on == Some(world.today().0) {
        trail
    } else {
        Trail::default()
    }
}

async fn leave<W: Clock + Trails>(world: &W, tab: &str, trail: Trail) {
    let trail = Trail {
        on: Some(world.today().0),
        ..trail
    };
    world.leave_trail(tab, &seal(&trail)).await;
}
