//! Commands: each costs its application, its company and the sheets of the agenda that these are on, and is one atomic write under the lock.

use super::agenda::{join, leave, outlooks};
use super::ports::{Clock, Ids, Lock, Shelf};
use super::rebuild::rebuild;
use super::store::{Chosen, addresses, find, in_order, links, load, one, opened, trusted};
use crate::archive::{ApplicationRecord, CompanyRecord, Head, Index, Key, Record, Sheet, Texts, open, seal};
use crate::domain::{
    Agenda, Application, ApplicationId, CompanyKey, Event, Fault, FollowUpKey, Listing, Outlook, Refusal, What,
};
use crate::etiquette::Settings;
use crate::ledger::{Command, Stamp, decide, fold};

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

impl Target {
    /// The application that it names.
    const fn application(&self) -> Option<ApplicationId> {
        match self {
            Self::Kept(id) => Some(*id),
            Self::Due(key) => Some(key.application),
            Self::New => None,
        }
    }
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
    let id = target.application().unwrap_or_else(|| world.application());
    let (mut ledger, kept) = Ledger::open(world, id).await?;
    ledger.check(&target, kept.is_some())?;
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
    let derived = match Derived::of(world, &before, &after, &mut ledger.sheets).await {
        Err(Fault::Damaged { .. }) => {
            // Of what is made anew, what cannot be read is left out: it does not stand in the way of the others.
            ledger = Ledger::anew(world).await?;
            Derived::of(world, &before, &after, &mut ledger.sheets).await?
        }
        derived => derived?,
    };
    let Ledger { head, settings, sheets } = &mut ledger;
    let (ids, outlooks) = derived.plan(&after, settings);
    entries.extend(derived.entries());
    entries.extend(sheets.replace(head, &ids, &outlooks));
    head.replace(known, Some(record.fingerprint()));
    head.sequence += 1;
    entries.push((Key::Head, seal(head)));
    world.set(&entries).await?;

    Ok(Done {
        outlook: outlooks.into_iter().find(|outlook| outlook.application == id),
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

/// What of the ledger a command has to do with.
struct Ledger {
    head: Head,
    settings: Settings,
    sheets: Sheets,
}

impl Ledger {
    /// What there is before it is known what the command comes to, and the application's record, where it has one. What is derived is
    /// made anew where it must be.
    async fn open<W: Shelf>(world: &W, id: ApplicationId) -> Result<(Self, Option<ApplicationRecord>), Fault> {
        let number = Sheet::number(id);
        let keys = [Key::Head, Key::Settings, Key::Application(id), Key::Agenda(number)];
        let mut texts = world.get(&keys).await?.into_iter();
        let mut next = || texts.next().flatten();
        let (head, settings, record, sheet) = (next(), next(), next(), next());
        let chosen = Chosen::of(settings.as_deref())?;
        let head = trusted(head.as_deref(), chosen.rules)?;
        let mut sheets = Sheets::default();
        let ledger = match (head, sheets.take(number, sheet)) {
            (_, Err(Fault::Newer)) => return Err(Fault::Newer),
            (Some(head), Ok(())) => Self {
                head,
                settings: chosen.settings,
                sheets,
            },
            _ => Self::rebuilt(world, chosen).await?,
        };
        Ok((ledger, opened(id, record.as_deref())?))
    }

    /// All that is derived, made anew.
    async fn anew<W: Shelf>(world: &W) -> Result<Self, Fault> {
        let settings = one(world, Key::Settings).await?;
        Self::rebuilt(world, Chosen::of(settings.as_deref())?).await
    }

    async fn rebuilt<W: Shelf>(world: &W, chosen: Chosen) -> Result<Self, Fault> {
        let overview = rebuild(world, chosen).await?;
        Ok(Self {
            sheets: Sheets::of(&overview.agenda),
            head: overview.head,
            settings: overview.settings,
        })
    }

    /// Whether there is what the command is for.
    fn check(&self, target: &Target, is_kept: bool) -> Result<(), Refusal> {
        match target {
            Target::New => Ok(()),
            Target::Due(key) if !self.sheets.has(key) => Err(Refusal::NoSuchFollowUp),
            _ if is_kept => Ok(()),
            _ => Err(Refusal::UnknownApplication),
        }
    }
}

/// Sheets of the agenda: their numbers, the sealed text of each that is in the store, and what it says.
#[derive(Default)]
struct Sheets(Vec<(u8, Option<String>, Sheet)>);

impl Sheets {
    /// All of them.
    fn of(agenda: &Agenda) -> Self {
        let sealed = |number| {
            let sheet = Sheet::of(number, &agenda.outlooks);
            (number, Some(seal(&sheet)), sheet)
        };
        Self(Sheet::numbers().map(sealed).collect())
    }

    fn take(&mut self, number: u8, text: Option<String>) -> Result<(), Fault> {
        let sheet = read_or_default(&Key::Agenda(number), text.as_deref())?;
        self.0.push((number, text, sheet));
        Ok(())
    }

    /// Reads those of some applications that were not read yet.
    async fn read<W: Shelf>(&mut self, world: &W, applications: &[ApplicationId]) -> Result<(), Fault> {
        for number in applications.iter().copied().map(Sheet::number) {
            if !self.0.iter().any(|(known, ..)| *known == number) {
                self.take(number, one(world, Key::Agenda(number)).await?)?;
            }
        }
        Ok(())
    }

    /// Whether a follow-up stands on one of them, due or not.
    fn has(&self, key: &FollowUpKey) -> bool {
        let mut outlooks = self.0.iter().flat_map(|(.., sheet)| &sheet.outlooks);
        outlooks.any(|outlook| outlook.follow_ups.iter().any(|follow_up| follow_up.key == *key))
    }

    /// Puts `outlooks` in the place of those of `applications`; counts and gives the sheets that differ.
    fn replace(&mut self, head: &mut Head, applications: &[ApplicationId], outlooks: &[Outlook]) -> Vec<(Key, String)> {
        let mut entries = Vec::new();
        for (number, old, sheet) in &mut self.0 {
            sheet.replace(*number, applications, outlooks);
            let new = seal(sheet);
            if old.as_ref() != Some(&new) {
                head.replace_sheet(*number, old.as_deref(), Some(&new));
                entries.push((Key::Agenda(*number), new));
            }
        }
        entries
    }
}

/// A record; as it is before anything is in it where there is none.
fn read_or_default<R: Record + Default>(key: &Key, text: Option<&str>) -> Result<R, Fault> {
    text.map_or_else(|| Ok(R::default()), |text| open(text).map_err(|damage| damage.at(key)))
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
    async fn of<W: Shelf>(
        world: &W,
        before: &Application,
        after: &Application,
        sheets: &mut Sheets,
    ) -> Result<Self, Fault> {
        let companies = in_order(before.company_key(), after.company_key());
        let index_key = Index::key(after.id);
        let keys = companies.iter().cloned().map(Key::Company);
        let keys: Vec<Key> = [index_key.clone()].into_iter().chain(keys).collect();
        let mut texts = world.get(&keys).await?.into_iter();
        let mut index: Index = read_or_default(&index_key, texts.next().flatten().as_deref())?;
        index.replace(after.id, Listing::of(after));
        let mut records = Vec::new();
        let mut others = Vec::new();
        for (company, text) in companies.into_iter().zip(texts) {
            let key = Key::Company(company.clone());
            let mut record: CompanyRecord = read_or_default(&key, text.as_deref())?;
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
            records.push((company, record));
        }
        let ids: Vec<ApplicationId> = others.iter().map(|other| other.id).chain([after.id]).collect();
        sheets.read(world, &ids).await?;
        Ok(Self {
            index: (index_key, index),
            companies: records,
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
