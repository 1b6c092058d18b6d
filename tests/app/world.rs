//! A model of the world: a browser's storage, clock, badge and alarm in memory, which can fail, stop or yield at every call.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{pending, poll_fn};
use std::rc::Rc;
use std::task::Poll;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use your_move::app::{Alarms, Badge, Clock, Drafts, Ids, Lock, Look, Sample, Shelf};
use your_move::archive::Key;
use your_move::domain::{ApplicationId, EventId, Fault, Today};
use your_move::view::Appearance;

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
}

/// The world. Its clones are the same one.
#[derive(Clone, Default)]
pub(crate) struct Model(Rc<State>);

#[derive(Default)]
struct State {
    kept: RefCell<BTreeMap<String, String>>,
    drafts: RefCell<BTreeMap<String, String>>,
    has_sample: Cell<bool>,
    appearance: Cell<Appearance>,
    calls: RefCell<Vec<Call>>,
    trouble: Cell<Trouble>,
    today: Cell<NaiveDate>,
    ticks: Cell<u32>,
    chance: Cell<u8>,
    locked: Cell<bool>,
    badge: RefCell<(String, String)>,
    alarm: Cell<Option<(NaiveDate, u8)>>,
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
        copy.0.kept.replace(self.kept());
        copy
    }

    /// New applications come into another folder than those before, which have one in common.
    pub(crate) fn turn_the_leaf(&self) {
        self.0.chance.set(self.0.chance.get() + 1);
    }

    pub(crate) fn kept(&self) -> BTreeMap<String, String> {
        self.0.kept.borrow().clone()
    }

    /// Writes behind the program's back.
    pub(crate) fn put(&self, key: &str, text: &str) {
        self.0.kept.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    /// From now on a sample is kept beside the ledger.
    pub(crate) fn put_sample(&self) {
        self.0.has_sample.set(true);
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

    pub(crate) fn calls(&self) -> Vec<Call> {
        self.0.calls.borrow().clone()
    }

    /// Whether somebody holds the ledger's lock.
    pub(crate) fn is_locked(&self) -> bool {
        self.0.locked.get()
    }

    /// How often something was written since trouble was given.
    pub(crate) fn writes(&self) -> usize {
        self.calls().iter().filter(|call| **call == Call::Set).count()
    }

    /// The badge and its tooltip.
    pub(crate) fn badge(&self) -> (String, String) {
        self.0.badge.borrow().clone()
    }

    pub(crate) fn alarm(&self) -> Option<(NaiveDate, u8)> {
        self.0.alarm.get()
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

impl Shelf for Model {
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<String>>, Fault> {
        let fault = Fault::CannotRead { detail: detail() };
        let read = || {
            let kept = self.0.kept.borrow();
            keys.iter().map(|key| kept.get(&key.to_string()).cloned()).collect()
        };
        self.call(Call::Get, fault, read).await
    }

    async fn get_all(&self) -> Result<BTreeMap<String, String>, Fault> {
        let fault = Fault::CannotRead { detail: detail() };
        self.call(Call::GetAll, fault, || self.kept()).await
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

/// Held until it is dropped.
pub(crate) struct Guard(Model);

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

/// So many turns nobody waits for a lock, unless it is for ever.
const PATIENCE: usize = 10_000;

impl Lock for Model {
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

impl Clock for Model {
    fn today(&self) -> Today {
        Today(self.0.today.get())
    }

    fn now(&self) -> DateTime<Utc> {
        let midnight = self.0.today.get().and_time(NaiveTime::MIN).and_utc();
        midnight + TimeDelta::seconds(self.tick().into())
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
        self.0.badge.borrow_mut().0 = text.to_owned();
    }

    async fn explain(&self, title: &str) {
        self.0.badge.borrow_mut().1 = title.to_owned();
    }
}

impl Alarms for Model {
    async fn ring(&self, day: Option<NaiveDate>, hour: u8) {
        self.0.alarm.set(day.map(|day| (day, hour)));
    }
}
