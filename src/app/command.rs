//! Commands: each costs its application, its company and the sheets of the agenda that these are on, and is one atomic write under the lock.

use super::agenda::outlooks;
use super::duplicates;
use super::links::{self, keeper, keys};
use super::ports::{Clock, Ids, Lock, Shelf};
use super::quarantine::{cleared, untold};
use super::rebuild::rebuild;
use super::store::{Chosen, folder, in_order, one, read_or_default, record, records, texts, trusted};
use crate::archive::{
    ApplicationRecord, Companies, Fingerprint, Folder, Head, Index, Key, LinkHash, Links, Sheet, Texts, seal,
};
use crate::domain::{
    Agenda, Application, ApplicationId, CompanyKey, Event, Fault, FollowUpKey, Listing, Outlook, Refusal, Today, What,
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
    /// What the mirror is to have of it.
    pub written: Written,
}

/// What was written, for the mirror to follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The head as it stood before.
    pub before: Head,
    /// All that was written of what is mirrored; the head as it stands since, among it.
    pub entries: Vec<(Key, String)>,
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
    pub(super) const fn application(&self) -> Option<ApplicationId> {
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
    let guard = world.acquire().await?;
    let prepared = prepare(world, guard, target, command, None).await?;
    prepared.keep(world).await
}

/// A command that is worked out and not written yet. Nobody else writes to the ledger before it is kept or let go.
pub(super) struct Prepared<W: Lock> {
    _guard: W::Guard,
    /// What it is for.
    pub(super) target: Target,
    /// What was asked, …
    pub(super) command: Command,
    /// … and on which day.
    pub(super) today: Today,
    entries: Vec<(Key, String)>,
    done: Done,
}

/// Works out a command, and keeps `guard` until it is kept or let go. What is derived is made anew where it must be. `sheet` is where the
/// application was seen on the agenda: where it is still there, one read brings all.
///
/// # Errors
/// As for a command.
pub(super) async fn prepare<W>(
    world: &W,
    guard: W::Guard,
    target: Target,
    command: Command,
    sheet: Option<u8>,
) -> Result<Prepared<W>, Problem>
where
    W: Shelf + Lock + Clock + Ids,
{
    let id = target.application().unwrap_or_else(|| world.application());
    let (mut ledger, kept) = Ledger::open(world, id, sheet).await?;
    let before = kept.as_ref().map(|record| fold(id, record.events()));
    if let Some(before) = &before {
        ledger.read(world, before).await?;
    }
    ledger.check(&target, kept.is_some())?;
    let known = kept.as_ref().map(ApplicationRecord::fingerprint);
    let before = before.unwrap_or_else(|| fold(id, &[]));
    let mut record = kept.unwrap_or_else(|| ApplicationRecord::new(id, &[]));

    let events = decide_now(world, &before, command.clone())?;
    let mut entries = if events.iter().any(changes_texts) {
        add_with_texts(world, &mut record, &events).await?
    } else {
        record.add(&events);
        Vec::new()
    };
    let after = fold(id, record.events());
    if events
        .iter()
        .any(|event| matches!(event.what, What::Erased {} | What::Forgot { .. }))
    {
        entries.extend(cleared(world, id).await?);
    }
    if after.is_gone() {
        entries.extend(untold(world, &before).await?);
    }
    entries.extend(ledger.relink(world, &before, &after).await?);
    entries.extend(ledger.move_company(world, &before, &after).await?);
    entries.push(ledger.file(&record));
    let others = ledger.others(world, &before, &after).await?;
    let (derived, outlook) = ledger.derive(others, &after, world.today());
    entries.extend(derived);
    let former = ledger.head.clone();
    entries.push(ledger.count(known, record.fingerprint()));
    let mirrored = entries.iter().filter(|(key, _)| key.is_mirrored());
    let written = Written {
        before: former,
        entries: mirrored.cloned().collect(),
    };
    Ok(Prepared {
        _guard: guard,
        target,
        command,
        today: world.today(),
        entries,
        done: Done {
            application: after,
            before,
            events,
            outlook,
            written,
        },
    })
}

impl<W: Shelf + Lock> Prepared<W> {
    /// Writes it down.
    ///
    /// # Errors
    /// A fault of the storage; the ledger is as it was then.
    pub(super) async fn keep(self, world: &W) -> Result<Done, Problem> {
        world.set(&self.entries).await?;
        Ok(self.done)
    }
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
    /// Which application the command is for.
    id: ApplicationId,
    head: Head,
    settings: Settings,
    sheets: Sheets,
    /// The application's record, among others.
    folder: Folder,
    /// Its line, among others.
    index: Index,
}

impl Ledger {
    /// What there is before it is known what the command comes to, and the application's record, where it has one. What is derived is
    /// made anew where it must be.
    async fn open<W: Shelf + Clock>(
        world: &W,
        id: ApplicationId,
        sheet: Option<u8>,
    ) -> Result<(Self, Option<ApplicationRecord>), Fault> {
        let mut keys = vec![Key::Head, Key::Settings, Folder::of_application(id), Index::key(id)];
        keys.extend(sheet.map(Key::Agenda));
        let mut texts = texts(world, &keys).await?.into_iter();
        let mut next = || texts.next().flatten();
        let (head, settings, records, index) = (next(), next(), next(), next());
        let chosen = Chosen::of(settings.as_deref())?;
        let head = trusted(head.as_deref(), chosen.rules)?;
        let folder = folder(&Folder::of_application(id), records.as_deref())?;
        let kept = record(&folder, id)?;
        let ledger = match (head, read_or_default(&Index::key(id), index.as_deref())) {
            (_, Err(Fault::Newer)) => return Err(Fault::Newer),
            (Some(head), Ok(index)) => Self {
                id,
                head,
                settings: chosen.settings,
                sheets: sheet.map_or_else(Sheets::default, |number| Sheets::read_along(number, next())),
                folder,
                index,
            },
            _ => Self::rebuilt(world, id, chosen, folder).await?,
        };
        Ok((ledger, kept))
    }

    async fn rebuilt<W: Shelf + Clock>(
        world: &W,
        id: ApplicationId,
        chosen: Chosen,
        folder: Folder,
    ) -> Result<Self, Fault> {
        let overview = rebuild(world, chosen).await?;
        let index = one(world, Index::key(id)).await?;
        Ok(Self {
            id,
            sheets: Sheets::of(&overview.agenda),
            head: overview.head,
            settings: overview.settings,
            folder,
            index: read_or_default(&Index::key(id), index.as_deref())?,
        })
    }

    /// All that is derived, made anew.
    async fn renew<W: Shelf + Clock>(&mut self, world: &W) -> Result<(), Fault> {
        let settings = one(world, Key::Settings).await?;
        let folder = std::mem::take(&mut self.folder);
        *self = Self::rebuilt(world, self.id, Chosen::of(settings.as_deref())?, folder).await?;
        Ok(())
    }

    /// Reads the sheet that an application is on.
    async fn read<W: Shelf + Clock>(&mut self, world: &W, application: &Application) -> Result<(), Fault> {
        match self.sheets.read(world, application).await {
            Err(Fault::Damaged { .. }) => self.renew(world).await,
            read => read,
        }
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

    /// The open applications that are planned together with the one that changes: those at its company, and at the one that it was thought
    /// to be at.
    async fn others<W: Shelf + Clock>(
        &mut self,
        world: &W,
        before: &Application,
        after: &Application,
    ) -> Result<Vec<Application>, Fault> {
        self.read(world, after).await?;
        let companies = in_order(before.company_key(), after.company_key());
        match self.sheets.others(world, self.id, &companies).await {
            Err(Fault::Damaged { .. }) => {
                // Of what is made anew, what cannot be read is left out: it does not stand in the way of the others.
                self.renew(world).await?;
                self.sheets.others(world, self.id, &companies).await
            }
            others => others,
        }
    }

    /// The links that change. A page leads to one application: what is new, put right or taken up again must not take another one's page.
    async fn relink<W: Shelf + Clock>(
        &mut self,
        world: &W,
        before: &Application,
        after: &Application,
    ) -> Result<Vec<(Key, String)>, Problem> {
        let (old, new) = (keys(before), keys(after));
        let mut changed: Vec<(Key, Links)> = Vec::new();
        for posting in old.iter().chain(&new) {
            let leads = new.contains(posting);
            if leads == old.contains(posting) {
                continue;
            }
            let hash = LinkHash::of(posting);
            let key = Links::key(hash);
            let mut links = match changed.iter().position(|(known, _)| *known == key) {
                Some(place) => changed.remove(place).1,
                None => self.links(world, hash).await?,
            };
            let other = keeper(world, &links, posting).await?;
            if other.is_some_and(|kept| kept.id != self.id) {
                // Two machines may have kept it each: then it leads to the older one, whatever becomes of the other.
                if leads && !before.is_joined() {
                    return Err(Refusal::AlreadyKept.into());
                }
                continue;
            }
            links.replace(hash, leads.then_some(self.id));
            changed.push((key, links));
        }
        Ok(changed.into_iter().map(|(key, links)| (key, seal(&links))).collect())
    }

    /// The links among which that of a posting is.
    async fn links<W: Shelf + Clock>(&mut self, world: &W, hash: LinkHash) -> Result<Links, Fault> {
        match links::read(world, hash).await {
            Err(Fault::Damaged { .. }) => {
                self.renew(world).await?;
                links::read(world, hash).await
            }
            links => links,
        }
    }

    /// The companies that change: the application is at another one now, or is new, or gone.
    async fn move_company<W: Shelf + Clock>(
        &mut self,
        world: &W,
        before: &Application,
        after: &Application,
    ) -> Result<Vec<(Key, String)>, Fault> {
        let company = |application: &Application| application.company_key().filter(|_| !application.is_gone());
        let (old, new) = (company(before), company(after));
        if old == new {
            return Ok(Vec::new());
        }
        let mut changed: Vec<(Key, Companies)> = Vec::new();
        for (company, is_there) in old
            .iter()
            .map(|old| (old, false))
            .chain(new.iter().map(|new| (new, true)))
        {
            let key = Companies::key(company);
            let mut companies = match changed.iter().position(|(known, _)| *known == key) {
                Some(place) => changed.remove(place).1,
                None => self.companies(world, company).await?,
            };
            companies.replace(company, self.id, is_there);
            changed.push((key, companies));
        }
        Ok(changed
            .into_iter()
            .map(|(key, companies)| (key, seal(&companies)))
            .collect())
    }

    /// The companies among which one is.
    async fn companies<W: Shelf + Clock>(&mut self, world: &W, company: &CompanyKey) -> Result<Companies, Fault> {
        match duplicates::read(world, company).await {
            Err(Fault::Damaged { .. }) => {
                self.renew(world).await?;
                duplicates::read(world, company).await
            }
            companies => companies,
        }
    }

    /// The folder, with the application's record as it is now.
    fn file(&mut self, record: &ApplicationRecord) -> (Key, String) {
        self.folder.replace(self.id, record.seal());
        (Folder::of_application(self.id), self.folder.seal())
    }

    /// What is derived of the application as it is now, and what it has on the agenda.
    fn derive(
        &mut self,
        mut others: Vec<Application>,
        after: &Application,
        today: Today,
    ) -> (Vec<(Key, String)>, Option<Outlook>) {
        others.push(after.clone());
        let ids: Vec<ApplicationId> = others.iter().map(|application| application.id).collect();
        let outlooks = outlooks(&others, &self.settings);
        let mut entries = self.sheets.replace(&mut self.head, &ids, &outlooks, today);
        self.index.replace(self.id, Listing::of(after));
        entries.push((Index::key(self.id), seal(&self.index)));
        let own = outlooks.into_iter().find(|outlook| outlook.application == self.id);
        (entries, own)
    }

    /// The head, when the application's record is counted in place of what it was.
    fn count(&mut self, known: Option<Fingerprint>, new: Fingerprint) -> (Key, String) {
        self.head.replace(known, Some(new));
        self.head.sequence += 1;
        (Key::Head, seal(&self.head))
    }
}

/// Sheets of the agenda: their numbers, the sealed text of each that is in the store, and what it says.
#[derive(Default)]
struct Sheets(Vec<(u8, Option<String>, Sheet)>);

impl Sheets {
    /// All of them.
    fn of(agenda: &Agenda) -> Self {
        let sheets = Sheet::all(&agenda.outlooks).into_iter();
        Self(
            sheets
                .map(|(number, sheet)| (number, Some(seal(&sheet)), sheet))
                .collect(),
        )
    }

    /// One that was read already. Of one that cannot be read more is said when it is needed.
    fn read_along(number: u8, text: Option<String>) -> Self {
        let sheet = read_or_default(&Key::Agenda(number), text.as_deref());
        Self(sheet.into_iter().map(|sheet| (number, text.clone(), sheet)).collect())
    }

    /// Reads the one that an application is on, if it was not read yet.
    async fn read<W: Shelf>(&mut self, world: &W, application: &Application) -> Result<(), Fault> {
        let number = Sheet::number(application);
        if !self.0.iter().any(|(known, ..)| *known == number) {
            let key = Key::Agenda(number);
            let text = one(world, key.clone()).await?;
            let sheet = read_or_default(&key, text.as_deref())?;
            self.0.push((number, text, sheet));
        }
        Ok(())
    }

    fn outlooks(&self) -> impl Iterator<Item = &Outlook> {
        self.0.iter().flat_map(|(.., sheet)| &sheet.outlooks)
    }

    /// Whether a follow-up stands on one of them, due or not.
    fn has(&self, key: &FollowUpKey) -> bool {
        let mut follow_ups = self.outlooks().flat_map(|outlook| &outlook.follow_ups);
        follow_ups.any(|follow_up| follow_up.key == *key)
    }

    /// The open applications at some companies, without one of them.
    async fn others<W: Shelf>(
        &self,
        world: &W,
        without: ApplicationId,
        companies: &[CompanyKey],
    ) -> Result<Vec<Application>, Fault> {
        let is_one = |outlook: &&Outlook| {
            let company = outlook.company_key();
            outlook.application != without && company.is_some_and(|company| companies.contains(&company))
        };
        let ids: Vec<ApplicationId> = self
            .outlooks()
            .filter(is_one)
            .map(|outlook| outlook.application)
            .collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let records = records(world, &ids).await?.into_iter();
        Ok(records
            .map(|record| fold(record.application(), record.events()))
            .collect())
    }

    /// Puts `outlooks` in the place of those of `applications`; counts and gives the sheets that differ.
    fn replace(
        &mut self,
        head: &mut Head,
        applications: &[ApplicationId],
        outlooks: &[Outlook],
        today: Today,
    ) -> Vec<(Key, String)> {
        let mut entries = Vec::new();
        for (number, old, sheet) in &mut self.0 {
            sheet.replace(*number, applications, outlooks, today.0);
            let new = seal(sheet);
            if old.as_ref() != Some(&new) {
                head.replace_sheet(*number, old.as_deref(), Some(&new));
                entries.push((Key::Agenda(*number), new));
            }
        }
        entries
    }
}

const fn changes_texts(event: &Event) -> bool {
    matches!(event.what, What::Captured { .. } | What::Erased {})
}

/// Adds events to a record whose descriptions they change; gives those as they are to be kept.
async fn add_with_texts<W: Shelf>(
    world: &W,
    record: &mut ApplicationRecord,
    events: &[Event],
) -> Result<Vec<(Key, String)>, Fault> {
    let id = record.application();
    let key = Folder::of_texts(id);
    let found = folder(&key, one(world, key.clone()).await?.as_deref());
    if events.iter().any(|event| event.what == What::Erased {}) {
        record.add(events);
        // What cannot be read must not stand in the way of its end. It stays as it is.
        if let Err(Fault::Damaged { .. }) = found {
            return Ok(Vec::new());
        }
    }
    let mut folder = found?;
    if let Some(sealed) = folder.get(id).filter(|_| record.lacks_texts()) {
        let texts = Texts::open(id, sealed).map_err(|damage| damage.at(&key))?;
        record.put_back(&texts);
    }
    record.add(events);
    folder.replace(id, record.texts().seal());
    Ok(vec![(key, folder.seal())])
}
