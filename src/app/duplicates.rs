//! Several applications at one company: what may be one, what the user applied to there before, and two that are joined or parted.

use super::command::{Done, Problem, Target};
use super::ports::{Clock, Ids, Lock, Shelf};
use super::store::{load, load_whole, one, read_or_default, records};
use super::together::Together;
use crate::archive::Companies;
use crate::domain::order::sort_by_key;
use crate::domain::{Application, ApplicationId, CompanyKey, Facts, Fault, Refusal, What, are_alike};
use crate::ledger::{Command, fold, others_of};
use crate::view::{Bond, Neighbour};

/// So many are read at most, the latest: at an agency there can be hundreds.
const MOST: usize = 30;

/// The companies among which one is.
///
/// # Errors
/// A fault of the storage, or that they are damaged.
pub(super) async fn read<W: Shelf>(world: &W, company: &CompanyKey) -> Result<Companies, Fault> {
    let key = Companies::key(company);
    read_or_default(&key, one(world, key.clone()).await?.as_deref())
}

/// What else there is at the company of a job, with what it has to do with it: what is joined with it first, then what is most likely the same, the
/// latest first. `own` is the job's own application, where it has one.
///
/// # Errors
/// A fault of the storage, or a damaged record.
pub(super) async fn neighbours<W: Shelf>(
    world: &W,
    facts: &Facts,
    own: Option<&Application>,
) -> Result<Vec<Neighbour>, Fault> {
    let company = facts.company.as_ref();
    let company = company.and_then(|company| CompanyKey::new(company.as_str()));
    let whole = own.and_then(Application::joined_into);
    let mut ids: Vec<ApplicationId> = own.map(others_of).unwrap_or_default();
    ids.extend(whole);
    if let Some(company) = &company {
        let all = read(world, company).await?;
        let latest = all.get(company).iter().rev().take(MOST);
        let latest: Vec<ApplicationId> = latest.filter(|id| !ids.contains(id)).copied().collect();
        ids.extend(latest);
    }
    ids.retain(|id| own.is_none_or(|own| own.id != *id));
    let mut neighbours = Vec::new();
    for record in records(world, &ids).await? {
        let application = fold(record.application(), record.events());
        let is_part = own.is_some_and(|own| application.joined_into() == Some(own.id));
        let bond = match () {
            () if application.is_gone() => continue,
            () if is_part || whole == Some(application.id) => Bond::Joined,
            // What is part of another one is told by that, and tells of that alone.
            () if application.is_joined() || whole.is_some() => continue,
            () if application.company_key() != company => continue,
            () if are_alike(facts, &application.facts) => Bond::Alike,
            () => Bond::Other,
        };
        neighbours.push(Neighbour { application, bond });
    }
    sort_by_key(&mut neighbours, |neighbour| neighbour.bond);
    Ok(neighbours)
}

/// Joins two applications: the younger becomes part of the older, which has all that happened to either then. On every machine it is the same one, in
/// whatever order and however often.
///
/// # Errors
/// As for any command; nothing has changed then.
pub(super) async fn join<W>(world: &W, one: ApplicationId, other: ApplicationId) -> Result<Vec<Done>, Problem>
where
    W: Shelf + Lock + Clock + Ids,
{
    let together = Together::begin(world).await?;
    let (one, other) = (root(&together, one).await?, root(&together, other).await?);
    let (into, younger) = (one.min(other), one.max(other));
    let taken = whole(&together, younger).await?;
    let join = Command::Log(vec![(world.today().0, What::Joined { into })]);
    let done = vec![
        // The postings' addresses lead to one application: they are let go before they are taken.
        together.carry_out(Target::Kept(younger), join).await?,
        together
            .carry_out(Target::Kept(into), Command::Include(Box::new(taken)))
            .await?,
    ];
    together.keep().await?;
    Ok(done)
}

/// Parts two applications that were joined: each has its own again, and what was written down since stays where that was done.
///
/// # Errors
/// As for any command; nothing has changed then.
pub(super) async fn part<W>(world: &W, one: ApplicationId, other: ApplicationId) -> Result<Vec<Done>, Problem>
where
    W: Shelf + Lock + Clock + Ids,
{
    let (from, younger) = (one.min(other), one.max(other));
    let together = Together::begin(world).await?;
    let taken = whole(&together, younger).await?;
    let part = Command::Log(vec![(world.today().0, What::Parted { from })]);
    let done = vec![
        together
            .carry_out(Target::Kept(from), Command::Exclude(Box::new(taken)))
            .await?,
        together.carry_out(Target::Kept(younger), part).await?,
    ];
    together.keep().await?;
    Ok(done)
}

/// The application that one is part of, through however many; itself where it is of none.
async fn root<W: Shelf>(world: &W, id: ApplicationId) -> Result<ApplicationId, Fault> {
    let mut root = id;
    // Each is younger than what it is part of: there is an end.
    while let Some(into) = load(world, root)
        .await?
        .and_then(|application| application.joined_into())
    {
        root = into;
    }
    Ok(root)
}

/// All that is part of an application, through however many.
///
/// # Errors
/// A fault of the storage, or a damaged record.
pub(super) async fn parts<W: Shelf>(world: &W, application: &Application) -> Result<Vec<Application>, Fault> {
    let mut parts: Vec<Application> = Vec::new();
    let mut wholes = vec![(application.id, others_of(application))];
    while let Some((whole, others)) = wholes.pop() {
        for other in others {
            let part = load(world, other).await?;
            if let Some(part) = part.filter(|part| part.joined_into() == Some(whole)) {
                wholes.push((part.id, others_of(&part)));
                parts.push(part);
            }
        }
    }
    Ok(parts)
}

async fn whole<W: Shelf>(world: &W, id: ApplicationId) -> Result<Application, Problem> {
    let application = load_whole(world, id).await?;
    Ok(application.ok_or(Refusal::UnknownApplication)?)
}
