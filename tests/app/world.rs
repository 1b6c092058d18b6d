//! A model of the world: a browser's storage, clock, badge and alarm in memory, which can fail, stop or yield at every call.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{pending, poll_fn};
use std::rc::Rc;
use std::task::Poll;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};
use your_move::app::{
    Alarms, BackupFolder, Badge, Clock, Downloads, Drafts, FORMER, Ids, Lock, Look, MirrorShelf, Mirrored, Sample,
    Shelf, Sites, Trace, Trails, Zones,
};
use your_move::archive::Key;
use your_move::domain::{ApplicationId, EventId, Fault, SafeLink, Today};
use your_move::view::{Appearance, ChosenFolder};

/// What the storage was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Get,
    GetAll,
    Set,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Trouble {
    #[default]
    None,
    /// The n-th call to the storage fails, and every one after it.
    FailsFrom(usize),
    /// The world stops before the n-th call.
    StopsBefore(usize),
    /// The world stops when the n-th call has been carried out, before anybody hears of it.
    StopsAfter(usize),
    /// The n-th call is carried out late: others have fifty turns first.
    Delays(usize),
}

impl Trouble {
    /// That the n-th call fails, or is the last one, carried out or not.
    pub(crate) const fn at(nth: usize) -> [Self; 3] {
        [Self::FailsFrom(nth), Self::StopsBefore(nth), Self::StopsAfter(nth)]
    }
}

/// A store in memory. Its clones are the same one.
#[derive(Clone, Default)]
pub(crate) struct Store(Rc<Kept>);

#[derive(Default)]
struct Kept {
    kept: RefCell<BTreeMap<String, String>>,
    calls: RefCell<Vec<Call>>,
    trouble: Cell<Trouble>,
    /// A key that fails each read that has it.
    refused: RefCell<Option<String>>,
    locked: Cell<bool>,
}

/// The world. Its clones are the same one.
#[derive(Clone, Default)]
pub(crate) struct Model(Rc<State>);

#[derive(Default)]
struct State {
    store: Store,
    mirror: Store,
    had_ledger: Cell<bool>,
    drafts: RefCell<BTreeMap<String, String>>,
    has_sample: Cell<bool>,
    appearance: Cell<Appearance>,
    today: Cell<NaiveDate>,
    ticks: Cell<u32>,
    chance: Cell<u8>,
    badge: RefCell<(String, String)>,
    alarm: Cell<Option<(NaiveDate, u8)>>,
    disk: Disk,
    /// The origins of sites that are watched.
    watched: RefCell<Vec<String>>,
    /// What was seen in tabs.
    trails: RefCell<BTreeMap<String, String>>,
}

impl Model {
    /// An empty world on a day.
    pub(crate) fn on(today: &str) -> Self {
        let world = Self::default();
        world.turn_to(today);
        world
    }

    pub(crate) fn turn_to(&self, today: &str) {
        let today = today.parse().unwrap_or_else(|_| panic!("not a date: {today}"));
        self.0.today.set(today);
    }

    pub(crate) fn sleep(&self, days: u64) {
        self.0.today.set(self.0.today.get() + Days::new(days));
    }

    /// Another world in which the same is kept.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self::default();
        copy.0.today.set(self.0.today.get());
        copy.0.ticks.set(self.0.ticks.get());
        copy.0.chance.set(self.0.chance.get());
        copy.put_all(&self.kept());
        copy.mirrored().put_all(&self.mirrored().kept());
        copy.0.had_ledger.set(self.0.had_ledger.get());
        copy
    }

    /// From now on it gives none of the identities that the one gives of which it is a copy.
    pub(crate) fn turn_away(&self) {
        self.0.ticks.set(self.0.ticks.get() + 100_000);
    }

    /// New applications come into another folder than those before, which have one in common.
    pub(crate) fn turn_the_leaf(&self) {
        self.0.chance.set(self.0.chance.get() + 1);
    }

    /// The store of the mirror.
    pub(crate) fn mirrored(&self) -> &Store {
        &self.0.mirror
    }

    /// The user lets the site of an address be watched.
    pub(crate) fn watch(&self, address: &str) {
        let page = SafeLink::new(address).expect("an address");
        self.0.watched.borrow_mut().push(page.origin().to_owned());
    }

    /// From now on a sample is kept beside the ledger.
    pub(crate) fn put_sample(&self) {
        self.0.has_sample.set(true);
    }

    /// The badge and its tooltip.
    pub(crate) fn badge(&self) -> (String, String) {
        self.0.badge.borrow().clone()
    }

    pub(crate) fn alarm(&self) -> Option<(NaiveDate, u8)> {
        self.0.alarm.get()
    }
}

impl std::ops::Deref for Model {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.0.store
    }
}

impl Store {
    pub(crate) fn kept(&self) -> BTreeMap<String, String> {
        self.0.kept.borrow().clone()
    }

    /// Writes behind the program's back.
    pub(crate) fn put(&self, key: &str, text: &str) {
        self.0.kept.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    /// The same with all that is kept.
    pub(crate) fn put_all(&self, kept: &BTreeMap<String, String>) {
        self.0.kept.replace(kept.clone());
    }

    /// An update changes the form of the records: what it found it keeps beside them.
    pub(crate) fn update(&self) {
        let found = self.kept().into_iter();
        let former = found.map(|(key, text)| (format!("{FORMER}1/{key}"), text));
        self.0.kept.borrow_mut().extend(former);
    }

    /// Forgets behind the program's back all keys that begin so.
    pub(crate) fn forget(&self, prefix: &str) {
        self.0.kept.borrow_mut().retain(|key, _| !key.starts_with(prefix));
    }

    /// From now on this goes wrong; calls are counted from 0 again.
    pub(crate) fn give(&self, trouble: Trouble) {
        self.0.trouble.set(trouble);
        self.0.calls.borrow_mut().clear();
    }

    /// From now on each read fails that has this key.
    pub(crate) fn refuse(&self, key: &str) {
        self.0.refused.replace(Some(key.to_owned()));
    }

    pub(crate) fn calls(&self) -> Vec<Call> {
        self.0.calls.borrow().clone()
    }

    /// Whether somebody holds its lock.
    pub(crate) fn is_locked(&self) -> bool {
        self.0.locked.get()
    }

    /// How often something was written since trouble was given.
    pub(crate) fn writes(&self) -> usize {
        self.calls().iter().filter(|call| **call == Call::Set).count()
    }

    fn is_refused(&self, keys: impl IntoIterator<Item = String>) -> bool {
        let refused = self.0.refused.borrow();
        keys.into_iter().any(|key| Some(&key) == refused.as_ref())
    }

    async fn call<T>(&self, call: Call, fault: Fault, carry_out: impl FnOnce() -> T) -> Result<T, Fault> {
        yield_once().await;
        let nth = self.0.calls.borrow().len();
        self.0.calls.borrow_mut().push(call);
        match self.0.trouble.get() {
            Trouble::FailsFrom(first) if nth >= first => Err(fault),
            Trouble::StopsBefore(stop) if nth == stop => pending().await,
            Trouble::StopsAfter(stop) if nth == stop => {
                carry_out();
                pending().await
            }
            Trouble::Delays(late) if nth == late => {
                for _ in 0..50 {
                    yield_once().await;
                }
                Ok(carry_out())
            }
            _ => Ok(carry_out()),
        }
    }
}

/// Lets others go first, as every call to a browser does.
async fn yield_once() {
    let mut yielded = false;
    poll_fn(|context| {
        if yielded {
            return Poll::Ready(());
        }
        yielded = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

fn detail() -> String {
    "the disk is on fire".to_owned()
}

impl Shelf for Store {
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<String>>, Fault> {
        let fault = Fault::CannotRead { detail: detail() };
        let read = || {
            let kept = self.0.kept.borrow();
            keys.iter().map(|key| kept.get(&key.to_string()).cloned()).collect()
        };
        let found = self.call(Call::Get, fault.clone(), read).await?;
        let is_refused = self.is_refused(keys.iter().map(ToString::to_string));
        if is_refused { Err(fault) } else { Ok(found) }
    }

    async fn get_all(&self) -> Result<BTreeMap<String, String>, Fault> {
        let fault = Fault::CannotRead { detail: detail() };
        let found = self.call(Call::GetAll, fault.clone(), || self.kept()).await?;
        let is_refused = self.is_refused(found.keys().cloned());
        if is_refused { Err(fault) } else { Ok(found) }
    }

    async fn set(&self, entries: &[(Key, String)]) -> Result<(), Fault> {
        assert!(!entries.is_empty(), "nothing was to be written");
        let fault = Fault::CannotWrite { detail: detail() };
        let write = || {
            let mut kept = self.0.kept.borrow_mut();
            kept.extend(entries.iter().map(|(key, text)| (key.to_string(), text.clone())));
        };
        self.call(Call::Set, fault, write).await
    }
}

impl MirrorShelf for Store {
    async fn forget_former(&self) -> Result<(), Fault> {
        let fault = Fault::CannotWrite { detail: detail() };
        self.call(Call::Set, fault, || self.forget(FORMER)).await
    }
}

impl Shelf for Model {
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<String>>, Fault> {
        self.0.store.get(keys).await
    }

    async fn get_all(&self) -> Result<BTreeMap<String, String>, Fault> {
        self.0.store.get_all().await
    }

    async fn set(&self, entries: &[(Key, String)]) -> Result<(), Fault> {
        self.0.store.set(entries).await
    }
}

impl Mirrored for Model {
    type Mirror = Store;

    fn mirror(&self) -> Option<&Store> {
        Some(&self.0.mirror)
    }
}

impl Trace for Model {
    fn had_ledger(&self) -> bool {
        self.0.had_ledger.get()
    }

    fn leave_trace(&self, had_ledger: bool) {
        self.0.had_ledger.set(had_ledger);
    }
}

/// Held until it is dropped.
pub(crate) struct Guard(Store);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.0.locked.set(false);
    }
}

impl Drafts for Model {
    fn draft(&self, place: &str) -> Option<String> {
        self.0.drafts.borrow().get(place).cloned()
    }

    fn put_by(&self, place: &str, text: &str) {
        let mut drafts = self.0.drafts.borrow_mut();
        if text.is_empty() {
            drafts.remove(place);
        } else {
            drafts.insert(place.to_owned(), text.to_owned());
        }
    }

    fn places(&self) -> Vec<String> {
        self.0.drafts.borrow().keys().cloned().collect()
    }

    fn outlives(&self) -> bool {
        true
    }
}

impl Sample for Model {
    async fn has_sample(&self) -> bool {
        self.0.has_sample.get()
    }

    async fn remove_sample(&self) -> Result<(), Fault> {
        let fault = Fault::CannotWrite { detail: detail() };
        self.call(Call::Set, fault, || self.0.has_sample.set(false)).await
    }
}

impl Look for Model {
    fn appearance(&self) -> Appearance {
        self.0.appearance.get()
    }

    fn set_appearance(&self, appearance: Appearance) {
        self.0.appearance.set(appearance);
    }
}

impl Sites for Model {
    async fn is_watched(&self, page: &SafeLink) -> bool {
        self.0.watched.borrow().iter().any(|origin| origin == page.origin())
    }

    async fn unwatch(&self, page: &SafeLink) {
        self.0.watched.borrow_mut().retain(|origin| origin != page.origin());
    }
}

impl Trails for Model {
    async fn trail(&self, tab: &str) -> Option<String> {
        self.0.trails.borrow().get(tab).cloned()
    }

    async fn leave_trail(&self, tab: &str, text: &str) {
        self.0.trails.borrow_mut().insert(tab.to_owned(), text.to_owned());
    }

    async fn forget_trails(&self) {
        self.0.trails.borrow_mut().clear();
    }
}

/// So many turns nobody waits for a lock, unless it is for ever.
const PATIENCE: usize = 10_000;

impl Lock for Store {
    type Guard = Guard;

    async fn acquire(&self) -> Result<Guard, Fault> {
        for _ in 0..PATIENCE {
            if let Some(guard) = self.acquire_if_free().await? {
                return Ok(guard);
            }
            yield_once().await;
        }
        panic!("the lock is never given back");
    }

    async fn acquire_if_free(&self) -> Result<Option<Guard>, Fault> {
        Ok((!self.0.locked.replace(true)).then(|| Guard(self.clone())))
    }
}

impl Lock for Model {
    type Guard = Guard;

    async fn acquire(&self) -> Result<Guard, Fault> {
        self.0.store.acquire().await
    }

    async fn acquire_if_free(&self) -> Result<Option<Guard>, Fault> {
        self.0.store.acquire_if_free().await
    }
}

impl Clock for Model {
    fn today(&self) -> Today {
        Today(self.0.today.get())
    }

    fn now(&self) -> DateTime<Utc> {
        let midnight = self.0.today.get().and_time(NaiveTime::MIN).and_utc();
        midnight + TimeDelta::seconds(self.tick().into())
    }
}

/// The user is in London; Berlin is an hour ahead, and Tokyo has no summer time. No other zone is known.
impl Zones for Model {
    fn wall_clock(&self, at: DateTime<Utc>, zone: Option<&str>) -> Option<NaiveDateTime> {
        let change = |month| {
            let sundays = (1..=5).rev();
            let mut sundays =
                sundays.filter_map(|nth| NaiveDate::from_weekday_of_month_opt(at.year(), month, Weekday::Sun, nth));
            sundays.next().map(|day| {
                day.and_time(NaiveTime::from_hms_opt(1, 0, 0).unwrap_or_default())
                    .and_utc()
            })
        };
        let summer = i64::from(change(3)? <= at && at < change(10)?);
        let hours = match zone {
            None | Some("Europe/London") => summer,
            Some("Europe/Berlin") => 1 + summer,
            Some("Asia/Tokyo") => 9,
            _ => return None,
        };
        Some(at.naive_utc() + TimeDelta::hours(hours))
    }
}

impl Model {
    fn tick(&self) -> u32 {
        let tick = self.0.ticks.get() + 1;
        self.0.ticks.set(tick);
        tick
    }
}

impl Ids for Model {
    fn application(&self) -> ApplicationId {
        ApplicationId::new(self.tick().into(), [self.0.chance.get(); 10])
    }

    fn event(&self) -> EventId {
        EventId::new(self.tick().into(), [2; 10])
    }
}

impl Badge for Model {
    async fn show(&self, text: &str) {
        yield_once().await;
        self.0.badge.borrow_mut().0 = text.to_owned();
    }

    async fn explain(&self, title: &str) {
        yield_once().await;
        self.0.badge.borrow_mut().1 = title.to_owned();
    }
}

impl Alarms for Model {
    async fn ring(&self, day: Option<NaiveDate>, hour: u8) {
        yield_once().await;
        self.0.alarm.set(day.map(|day| (day, hour)));
    }
}

/// The user's disk, where files are saved and backups written.
#[derive(Default)]
struct Disk {
    saved: RefCell<Vec<(String, String)>>,
    /// The folder that the user chose, and the one that they choose when they are asked.
    folder: RefCell<ChosenFolder>,
    choice: RefCell<ChosenFolder>,
    files: RefCell<BTreeMap<String, String>>,
    is_full: Cell<bool>,
}

impl Disk {
    fn write(&self) -> Result<(), Fault> {
        let fault = Fault::CannotWrite { detail: detail() };
        if self.is_full.get() { Err(fault) } else { Ok(()) }
    }
}

impl Model {
    /// The files that the browser saved: names and texts.
    pub(crate) fn saved(&self) -> Vec<(String, String)> {
        self.0.disk.saved.borrow().clone()
    }

    /// The browser lets the user choose a folder, and they choose that one.
    pub(crate) fn offer_folder(&self, folder: ChosenFolder) {
        self.0.disk.folder.replace(ChosenFolder::None);
        self.0.disk.choice.replace(folder);
    }

    /// From now on the folder stands so.
    pub(crate) fn put_folder(&self, folder: ChosenFolder) {
        self.0.disk.folder.replace(folder);
    }

    /// What is in the folder.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        self.0.disk.files.borrow().clone()
    }

    /// From now on no file is saved, wherever.
    pub(crate) fn fill_disk(&self) {
        self.0.disk.is_full.set(true);
    }
}

impl Downloads for Model {
    fn save(&self, name: &str, text: &str) -> Result<(), Fault> {
        self.0.disk.write()?;
        self.0.disk.saved.borrow_mut().push((name.to_owned(), text.to_owned()));
        Ok(())
    }
}

impl BackupFolder for Model {
    async fn folder(&self) -> ChosenFolder {
        self.0.disk.folder.borrow().clone()
    }

    async fn choose_folder(&self) {
        self.0.disk.folder.replace(self.0.disk.choice.borrow().clone());
    }

    async fn allow_folder(&self) {
        if let ChosenFolder::Closed { name } = self.folder().await {
            self.put_folder(ChosenFolder::Open { name });
        }
    }

    async fn leave_folder(&self) {
        self.put_folder(ChosenFolder::None);
    }

    async fn write_file(&self, name: &str, text: &str) -> Result<(), Fault> {
        self.0.disk.write()?;
        self.0.disk.files.borrow_mut().insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    async fn file_names(&self) -> Result<Vec<String>, Fault> {
        Ok(self.files().into_keys().collect())
    }

    async fn remove_file(&self, name: &str) -> Result<(), Fault> {
        self.0.disk.files.borrow_mut().remove(name);
        Ok(())
    }
}
