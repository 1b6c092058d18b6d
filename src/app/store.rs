//! The ledger in the browser's storage. Reading costs what is open; a command costs its application, its company and the agenda, and is
//! one atomic write under the lock.

use super::agenda::{join, leave, outlooks, replace};
use super::ports::{Clock, Ids, Lock, Shelf};
use super::rebuild::rebuild;
use crate::archive::{
    ApplicationRecord, CompanyRecord, Damage, Digest, Head, Index, Key, Link, LinkHash, Texts, checksum, open,
    open_settings, seal,
};
use crate::domain::{
    Agenda, Application, ApplicationId, CompanyKey, Event, Fault, FollowUpKey, Listing, Outlook, Refusal, SafeLink,
    What,
};
use crate::etiquette::Settings;
use crate::ledger::{Command, Stamp, decide, fold};

/// The ledger at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// How much there is.
    pub head: Head,
    /// What is due and what is waited for.
    pub agenda: Agenda,
    /// What the user chose.
    pub settings: Settings,
    /// Records that cannot be read. They are left as they are, and counted nowhere.
    pub damaged: Vec<Key>,
}

impl Overview {
    /// With nothing damaged but, it may be, what the user chose.
    pub(super) fn new(head: Head, agenda: Agenda, chosen: Chosen) -> Self {
        Self {
            head,
            agenda,
            settings: chosen.settings,
            damaged: chosen.damaged.then_some(Key::Settings).into_iter().collect(),
        }
    }
}

/// Which application a command is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// One that is kept.
    Kept(ApplicationId),
    /// One on whose agenda a follow-up still stands.
    Due(FollowUpKey),
    /// A new one.
    New,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The application as it is now.
    pub application: Application,
    /// The application as it was before.
    pub before: Application,
    /// The events that were written.
    pub events: Vec<Event>,
    /// What the application has on the agenda.
    pub outlook: Option<Outlook>,
}

/// Why a command was not carried out. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The domain says no.
    Refused(Refusal),
    /// The world failed.
    Failed(Fault),
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Newer => Self::Refused(Refusal::ReadOnly),
            fault => Self::Failed(fault),
        }
    }
}

/// Reads the ledger's head and agenda. Where the two do not fit each other, the settings or this version, they are made anew.
///
/// # Errors
/// A fault of the storage, or [`Fault::Newer`] for a ledger that only a newer version can read.
pub async fn overview<W: Shelf + Lock>(world: &W) -> Result<Overview, Fault> {
    let Found { chosen, fresh } = read(world).await?;
    if let Some((head, agenda)) = fresh {
        return Ok(Overview::new(head, agenda, chosen));
    }
    let _guard = world.acquire().await?;
    current(world).await
}

/// The application that keeps the posting at `address`.
///
/// # Errors
/// A fault of the storage, or a damaged record.
pub async fn find<W: Shelf>(world: &W, address: &SafeLink) -> Result<Option<Application>, Fault> {
    let key = Key::Link(LinkHash::of(address));
    let Some(text) = one(world, key).await? else {
        return Ok(None);
    };
    // A link is derived: one that cannot be read leads nowhere.
    let Some(id) = open::<Link>(&text).ok().and_then(|link| link.application) else {
        return Ok(None);
    };
    let Some(record) = record(world, id).await? else {
        return Ok(None);
    };
    let application = fold(id, record.events());
    // Hashes can be hit on purpose.
    let is_it = application.facts.address.as_ref() == Some(address) || kept_address(&application) == Some(address);
    Ok((is_it && !application.is_gone()).then_some(application))
}

/// One application.
///
/// # Errors
/// A fault of the storage, or a damaged record.
pub async fn load<W: Shelf>(world: &W, id: ApplicationId) -> Result<Option<Application>, Fault> {
    Ok(record(world, id).await?.map(|record| fold(id, record.events())))
}

/// A line for each application.
///
/// # Errors
/// A fault of the storage, or [`Fault::Newer`]. What is damaged is made anew.
pub async fn listings<W: Shelf + Lock>(world: &W) -> Result<Vec<Listing>, Fault> {
    match read_index(world).await {
        Err(Fault::Damaged { .. }) => {
            let _guard = world.acquire().await?;
            let Found { chosen, .. } = read(world).await?;
            rebuild(world, chosen).await?;
            read_index(world).await
        }
        listings => listings,
    }
}

async fn read_index<W: Shelf>(world: &W) -> Result<Vec<Listing>, Fault> {
    let keys = Index::keys();
    let mut listings = Vec::new();
    for (key, text) in keys.iter().zip(world.get(&keys).await?) {
        let Some(text) = text else { continue };
        let index: Index = open(&text).map_err(|damage| damage.at(key))?;
        listings.extend(index.listings);
    }
    Ok(listings)
}

/// Carries out a command: all of it is kept when this returns, or nothing is.
///
/// # Errors
/// A refusal of the domain or a fault of the storage; the ledger is as it was then.
pub async fn carry_out<W>(world: &W, target: Target, command: Command) -> Result<Done, Problem>
where
    W: Shelf + Lock + Clock + Ids,
{
    let _guard = world.acquire().await?;
    let Overview {
        mut head,
        mut agenda,
        settings,
        ..
    } = current(world).await?;

    let (id, kept) = identify(world, &agenda, target).await?;
    let known = kept.as_ref().map(ApplicationRecord::fingerprint);
    let mut record = kept.unwrap_or_else(|| ApplicationRecord::new(id, &[]));
    let before = fold(id, record.events());
    let events = decide_now(world, &before, command)?;
    let texts_change = events.iter().any(changes_texts);
    if texts_change && record.lacks_texts() {
        put_back(world, &mut record).await?;
    }
    record.add(&events);
    let after = fold(id, record.events());
    check_pages(world, &before, &after).await?;

    let mut entries = vec![(Key::Application(id), record.seal())];
    if texts_change {
        entries.push((Key::Text(id), record.texts().seal()));
    }
    entries.extend(links(&before, &after));
    let derived = match Derived::of(world, &before, &after).await {
        Err(Fault::Damaged { .. }) => {
            // Of what is made anew, what cannot be read is left out: it does not stand in the way of the others.
            let Found { chosen, .. } = read(world).await?;
            Overview { head, agenda, .. } = rebuild(world, chosen).await?;
            Derived::of(world, &before, &after).await?
        }
        derived => derived?,
    };
    let (ids, outlooks) = derived.plan(&after, &settings);
    replace(&mut agenda, &ids, outlooks);
    entries.extend(derived.entries());

    let sealed = seal(&agenda);
    head.replace(known, Some(record.fingerprint()));
    head.sequence += 1;
    let agenda_digest = checksum(&sealed);
    if head.agenda != agenda_digest {
        head.agenda = agenda_digest;
        entries.push((Key::Agenda, sealed));
    }
    entries.push((Key::Head, seal(&head)));
    world.set(&entries).await?;

    Ok(Done {
        outlook: agenda.outlooks.into_iter().find(|outlook| outlook.application == id),
        application: after,
        before,
        events,
    })
}

/// What a command comes to now. Nothing is written.
///
/// # Errors
/// A refusal of the domain.
pub(super) fn decide_now<W: Clock + Ids>(
    world: &W,
    application: &Application,
    command: Command,
) -> Result<Vec<Event>, Refusal> {
    let mut stamp = Stamp {
        today: world.today(),
        now: world.now(),
        next_id: &mut || world.event(),
    };
    decide(application, command, &mut stamp)
}

/// What the store says of itself.
struct Found {
    chosen: Chosen,
    /// Head and agenda, where they fit.
    fresh: Option<(Head, Agenda)>,
}

/// What the user chose.
pub(super) struct Chosen {
    /// The settings; as by default where the record of them cannot be read.
    pub(super) settings: Settings,
    /// Stands for them and for the version of the rules.
    pub(super) rules: Digest,
    /// Whether the record cannot be read.
    pub(super) damaged: bool,
}

async fn read<W: Shelf>(world: &W) -> Result<Found, Fault> {
    let mut texts = world.get(&[Key::Head, Key::Agenda, Key::Settings]).await?.into_iter();
    let mut next = || texts.next().flatten();
    let (head, agenda, settings_text) = (next(), next(), next());
    let chosen = Chosen::of(settings_text.as_deref())?;
    let fresh = match (head, agenda) {
        (Some(head), Some(agenda)) => fresh(&head, &agenda, chosen.rules)?,
        _ => None,
    };
    Ok(Found { chosen, fresh })
}

impl Chosen {
    fn of(text: Option<&str>) -> Result<Self, Fault> {
        let settings = text.map(open_settings).transpose();
        if let Err(damage @ Damage::Newer { .. }) = settings {
            return Err(damage.at(&Key::Settings));
        }
        let damaged = settings.is_err();
        Ok(Self {
            settings: settings.ok().flatten().unwrap_or_default(),
            rules: rules_digest(text),
            damaged,
        })
    }
}

fn fresh(head: &str, agenda_text: &str, rules: Digest) -> Result<Option<(Head, Agenda)>, Fault> {
    let head: Head = match open(head) {
        Ok(head) => head,
        Err(damage) => return none_unless_newer(damage.at(&Key::Head)),
    };
    if head.rules != rules || head.agenda != checksum(agenda_text) {
        return Ok(None);
    }
    match open(agenda_text) {
        Ok(agenda) => Ok(Some((head, agenda))),
        Err(damage) => none_unless_newer(damage.at(&Key::Agenda)),
    }
}

/// Head and agenda can be made anew, unless a newer version wrote them.
fn none_unless_newer<T>(fault: Fault) -> Result<Option<T>, Fault> {
    if fault == Fault::Newer { Err(fault) } else { Ok(None) }
}

/// Rises when something else is derived than before, so that it is made anew.
const DERIVATION: u32 = 2;

/// Stands for what makes the agenda. An update of the extension may bring better rules, so its version is part of it.
fn rules_digest(settings: Option<&str>) -> Digest {
    let version = env!("CARGO_PKG_VERSION");
    checksum(&format!("{version} {DERIVATION} {}", settings.unwrap_or_default()))
}

/// The ledger at a glance, made anew where it must be. The lock is held.
async fn current<W: Shelf>(world: &W) -> Result<Overview, Fault> {
    let Found { chosen, fresh } = read(world).await?;
    match fresh {
        Some((head, agenda)) => Ok(Overview::new(head, agenda, chosen)),
        None => rebuild(world, chosen).await,
    }
}

/// The application that is meant, and its record, where it has one.
async fn identify<W: Shelf + Ids>(
    world: &W,
    agenda: &Agenda,
    target: Target,
) -> Result<(ApplicationId, Option<ApplicationRecord>), Problem> {
    let id = match target {
        Target::New => return Ok((world.application(), None)),
        Target::Due(key) if !agenda.has(&key) => return Err(Refusal::NoSuchFollowUp.into()),
        Target::Due(key) => key.application,
        Target::Kept(id) => id,
    };
    let record = record(world, id).await?.ok_or(Refusal::UnknownApplication)?;
    Ok((id, Some(record)))
}

/// A page leads to one application: what is new, put right or taken up again must not take another one's page.
async fn check_pages<W: Shelf>(world: &W, before: &Application, after: &Application) -> Result<(), Problem> {
    let old = addresses(before);
    for address in addresses(after).iter().filter(|address| !old.contains(address)) {
        let kept = find(world, address).await?;
        if kept.is_some_and(|kept| kept.id != after.id) {
            return Err(Refusal::AlreadyKept.into());
        }
    }
    Ok(())
}

async fn one<W: Shelf>(world: &W, key: Key) -> Result<Option<String>, Fault> {
    Ok(world.get(&[key]).await?.into_iter().next().flatten())
}

async fn record<W: Shelf>(world: &W, id: ApplicationId) -> Result<Option<ApplicationRecord>, Fault> {
    let key = Key::Application(id);
    match one(world, key.clone()).await? {
        Some(text) => ApplicationRecord::open(id, &text)
            .map(Some)
            .map_err(|damage| damage.at(&key)),
        None => Ok(None),
    }
}

const fn changes_texts(event: &Event) -> bool {
    matches!(event.what, What::Captured { .. } | What::Erased {})
}

async fn put_back<W: Shelf>(world: &W, record: &mut ApplicationRecord) -> Result<(), Fault> {
    let id = record.application();
    let key = Key::Text(id);
    if let Some(text) = one(world, key.clone()).await? {
        let texts = Texts::open(id, &text).map_err(|damage| damage.at(&key))?;
        record.put_back(&texts);
    }
    Ok(())
}

/// One or two or none, each once, the lesser first.
fn in_order<T: Ord>(one: Option<T>, other: Option<T>) -> Vec<T> {
    let (lesser, greater) = if one <= other { (one, other) } else { (other, one) };
    let lesser = lesser.filter(|lesser| greater.as_ref() != Some(lesser));
    lesser.into_iter().chain(greater).collect()
}

/// The address under which an application's posting was kept.
fn kept_address(application: &Application) -> Option<&SafeLink> {
    let address = application.posting.as_ref()?.address.as_ref()?;
    Some(&address.value)
}

/// The addresses at which an application is found: the one it was kept at, and the one it was given since.
fn addresses(application: &Application) -> Vec<SafeLink> {
    let kept = kept_address(application).cloned();
    in_order(kept, application.facts.address.clone())
}

/// The links by which an application is found. Those that it lost lead nowhere.
pub(super) fn links(before: &Application, after: &Application) -> Vec<(Key, String)> {
    let (old, new) = (addresses(before), addresses(after));
    let lost = old
        .iter()
        .filter(|address| !new.contains(address))
        .map(|address| (address, None));
    let gained = new
        .iter()
        .filter(|address| !old.contains(address))
        .map(|address| (address, Some(after.id)));
    lost.chain(gained)
        .map(|(address, application)| (Key::Link(LinkHash::of(address)), seal(&Link { application })))
        .collect()
}

/// What is derived of an application beside the agenda.
struct Derived {
    /// Its line, among others.
    index: (Key, Index),
    /// The companies that a command touches: the one that the application is at, and the one that it was thought to be at.
    companies: Vec<(CompanyKey, CompanyRecord)>,
    /// Their open applications beside the one that changes.
    others: Vec<Application>,
}

impl Derived {
    async fn of<W: Shelf>(world: &W, before: &Application, after: &Application) -> Result<Self, Fault> {
        let key = Index::key(after.id);
        let mut index = match one(world, key.clone()).await? {
            Some(text) => open::<Index>(&text).map_err(|damage| damage.at(&key))?,
            None => Index::default(),
        };
        index.replace(after.id, Listing::of(after));
        let keys = in_order(before.company_key(), after.company_key());
        let mut companies = Vec::new();
        let mut others = Vec::new();
        for company in keys {
            let key = Key::Company(company.clone());
            let mut record = match one(world, key.clone()).await? {
                Some(text) => open::<CompanyRecord>(&text).map_err(|damage| damage.at(&key))?,
                None => CompanyRecord::default(),
            };
            for standing in &record.applications {
                if standing.open
                    && standing.id != after.id
                    && let Some(other) = load(world, standing.id).await?
                {
                    others.push(other);
                }
            }
            leave(&mut record, after.id);
            if after.company_key().as_ref() == Some(&company) {
                join(&mut record, after);
            }
            companies.push((company, record));
        }
        Ok(Self {
            index: (key, index),
            companies,
            others,
        })
    }

    /// The applications whose place on the agenda may have changed, and what they have there now.
    fn plan(&self, after: &Application, settings: &Settings) -> (Vec<ApplicationId>, Vec<Outlook>) {
        let applications: Vec<Application> = self.others.iter().chain([after]).cloned().collect();
        let ids = applications.iter().map(|application| application.id).collect();
        (ids, outlooks(&applications, settings))
    }

    fn entries(self) -> impl Iterator<Item = (Key, String)> {
        let (key, index) = self.index;
        let companies = self.companies.into_iter();
        let companies = companies.map(|(company, record)| (Key::Company(company), seal(&record)));
        companies.chain([(key, seal(&index))])
    }
}
