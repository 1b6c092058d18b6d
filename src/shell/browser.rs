//! The ports of `app/`, in a browser.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use js_sys::{Array, Date, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::chrome::{
    answer, clear_alarm, create_alarm, field, is_replaced, message, object, random_values, set_badge_background,
    set_badge_ink, set_badge_text, set_title, storage_get, storage_remove, storage_set, text,
};
use super::drafts::DraftBox;
use super::lock::Guard;
use super::mirror::Mirror;
use crate::app::{Alarms, Badge, Clock, Drafts, Ids, Lock, Look, Mirrored, Sample, Shelf, Trace};
use crate::archive::Key;
use crate::domain::order::map;
use crate::domain::{ApplicationId, EventId, Fault, Today};
use crate::view::Appearance;

const ALARM: &str = "follow-up";
/// The accent of `styles/tokens.css`, and the ink on it: a toolbar has no style sheet.
const BADGE_GROUND: &str = "#0d6353";
const BADGE_INK: &str = "#ffffff";

/// The browser that the extension runs in. Its clones are the same one.
#[derive(Clone, Default)]
pub(super) struct Browser {
    /// The millisecond of the last identity.
    last_id: Rc<Cell<u64>>,
    drafts: DraftBox,
    /// How the sample looks, where that was chosen: nothing of it outlives the page.
    look: Rc<Cell<Option<Appearance>>>,
    mirror: Mirror,
    /// Whether it is the sample's: that has keys of its own, and neither badge, alarm nor mirror.
    is_sample: bool,
}

/// The lock of those who write to the ledger.
pub(super) const LOCK: &str = "ledger";

/// In front of the keys of the sample.
const SAMPLE: &str = "sample/";

impl Browser {
    /// One that has its drafts there.
    pub(super) fn with(drafts: DraftBox) -> Self {
        Self {
            drafts,
            ..Self::default()
        }
    }

    /// The one in which the sample is.
    pub(super) fn of_sample() -> Self {
        Self {
            drafts: DraftBox::of_sample(),
            is_sample: true,
            ..Self::default()
        }
    }

    /// Where its drafts are.
    pub(super) fn drafts(&self) -> DraftBox {
        self.drafts.clone()
    }

    /// Whether it is the sample's.
    pub(super) const fn is_sample(&self) -> bool {
        self.is_sample
    }

    const fn prefix(&self) -> &'static str {
        if self.is_sample { SAMPLE } else { "" }
    }

    fn name(&self, key: &Key) -> String {
        [self.prefix(), &key.to_string()].concat()
    }

    /// Which of the keys that something was written under are its own, as it knows them.
    pub(super) fn own_keys(&self, keys: &Array) -> Vec<String> {
        let keys = keys.iter().filter_map(|key| key.as_string());
        keys.filter_map(|key| self.own(&key).map(str::to_owned)).collect()
    }

    /// A name in the storage as the ledger knows it. A sample's are none of the user's.
    fn own<'a>(&self, name: &'a str) -> Option<&'a str> {
        let rest = name.strip_prefix(SAMPLE);
        if self.is_sample {
            rest
        } else {
            rest.is_none().then_some(name)
        }
    }
}

impl Sample for Browser {
    async fn has_sample(&self) -> bool {
        // Each of its commands writes the head.
        let name = [SAMPLE, &Key::Head.to_string()].concat();
        let found = answer(storage_get(&JsValue::from_str(&name))).await;
        found.is_ok_and(|found| !field(&found, &name).is_undefined())
    }

    async fn remove_sample(&self) -> Result<(), Fault> {
        let drafts = DraftBox::of_sample();
        for place in drafts.places() {
            drafts.put_by(&place, "");
        }
        let found = answer(storage_get(&JsValue::NULL))
            .await
            .map_err(|error| cannot_read(&error))?;
        let all = Object::keys(found.unchecked_ref::<Object>());
        let keys: Array = all
            .iter()
            .filter(|key| key.as_string().is_some_and(|key| key.starts_with(SAMPLE)))
            .collect();
        answer(storage_remove(&keys))
            .await
            .map(drop)
            .map_err(|error| cannot_write(&error))
    }
}

impl Drafts for Browser {
    fn draft(&self, place: &str) -> Option<String> {
        self.drafts.draft(place)
    }

    fn put_by(&self, place: &str, text: &str) {
        self.drafts.put_by(place, text);
    }

    fn places(&self) -> Vec<String> {
        self.drafts.places()
    }

    fn outlives(&self) -> bool {
        self.drafts.outlives()
    }
}

impl Look for Browser {
    fn appearance(&self) -> Appearance {
        self.look.get().unwrap_or_else(|| self.drafts.appearance())
    }

    fn set_appearance(&self, appearance: Appearance) {
        if self.is_sample {
            self.look.set(Some(appearance));
        } else {
            self.drafts.set_appearance(appearance);
        }
    }
}

impl Shelf for Browser {
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<String>>, Fault> {
        let names: Array = keys.iter().map(|key| JsValue::from(self.name(key))).collect();
        let found = answer(storage_get(&names)).await.map_err(|error| cannot_read(&error))?;
        Ok(keys.iter().map(|key| text(&field(&found, &self.name(key)))).collect())
    }

    async fn get_all(&self) -> Result<BTreeMap<String, String>, Fault> {
        let found = answer(storage_get(&JsValue::NULL))
            .await
            .map_err(|error| cannot_read(&error))?;
        let found: &Object = found.unchecked_ref();
        let entries = Object::entries(found);
        let entries = entries.iter().map(|entry| {
            let entry: Array = entry.unchecked_into();
            (entry.get(0).as_string().unwrap_or_default(), text(&entry.get(1)))
        });
        let own = entries.filter_map(|(key, text)| Some((self.own(&key)?.to_owned(), text?)));
        Ok(map(own))
    }

    async fn set(&self, entries: &[(Key, String)]) -> Result<(), Fault> {
        let names: Vec<String> = entries.iter().map(|(key, _)| self.name(key)).collect();
        let fields: Vec<(&str, JsValue)> = names
            .iter()
            .zip(entries)
            .map(|(name, (_, text))| (name.as_str(), JsValue::from_str(text)))
            .collect();
        answer(storage_set(&object(&fields)))
            .await
            .map(drop)
            .map_err(|error| cannot_write(&error))
    }
}

impl Mirrored for Browser {
    type Mirror = Mirror;

    fn mirror(&self) -> Option<&Mirror> {
        (!self.is_sample).then_some(&self.mirror)
    }
}

impl Trace for Browser {
    fn had_ledger(&self) -> bool {
        !self.is_sample && self.drafts.had_ledger()
    }

    fn leave_trace(&self, had_ledger: bool) {
        if !self.is_sample {
            self.drafts.leave_trace(had_ledger);
        }
    }
}

fn cannot_read(error: &JsValue) -> Fault {
    if is_replaced() {
        return Fault::Updated;
    }
    Fault::CannotRead { detail: message(error) }
}

fn cannot_write(error: &JsValue) -> Fault {
    let detail = message(error);
    if is_replaced() {
        Fault::Updated
    } else if is_full(&detail) {
        Fault::Full
    } else {
        Fault::CannotWrite { detail }
    }
}

/// What browsers say where no room is left: of the storage, or of the disk.
const FULL: [&str; 4] = ["quota", "no space", "no_space", "disk_full"];

/// Whether no room is left, by what the browser says.
pub(super) fn is_full(detail: &str) -> bool {
    let detail = detail.to_lowercase();
    FULL.iter().any(|words| detail.contains(words))
}

impl Lock for Browser {
    type Guard = Guard;

    async fn acquire(&self) -> Result<Guard, Fault> {
        Guard::acquire(LOCK).await
    }

    async fn acquire_if_free(&self) -> Result<Option<Guard>, Fault> {
        Guard::acquire_if_free(LOCK).await
    }
}

impl Clock for Browser {
    // The browser knows the user's zone; chrono would take it for UTC.
    fn today(&self) -> Today {
        let now = Date::new_0();
        let year = i32::try_from(now.get_full_year()).unwrap_or_default();
        Today(NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default())
    }

    fn now(&self) -> DateTime<Utc> {
        let milliseconds = i64::try_from(milliseconds()).unwrap_or_default();
        DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a browser's clock counts whole milliseconds from 1970, far below 2^53"
)]
fn milliseconds() -> u64 {
    Date::now() as u64
}

impl Browser {
    /// Identities of one millisecond would have no order: the next one takes the next millisecond.
    fn next_id(&self) -> (u64, [u8; 10]) {
        let milliseconds = milliseconds().max(self.last_id.get() + 1);
        self.last_id.set(milliseconds);
        let mut random = [0; 10];
        random_values(&mut random);
        (milliseconds, random)
    }
}

impl Ids for Browser {
    fn application(&self) -> ApplicationId {
        let (milliseconds, random) = self.next_id();
        ApplicationId::new(milliseconds, random)
    }

    fn event(&self) -> EventId {
        let (milliseconds, random) = self.next_id();
        EventId::new(milliseconds, random)
    }
}

// A toolbar that cannot be painted, or an alarm that cannot be set, is put right when something else wakes the extension: there is
// nothing to tell the user.

impl Badge for Browser {
    async fn show(&self, text: &str) {
        if self.is_sample {
            return;
        }
        // Each goes to the browser and back: none waits for another, and the worker may stop when all are there.
        let sent = [
            set_badge_text(&object(&[("text", text.into())])),
            set_badge_background(&object(&[("color", BADGE_GROUND.into())])),
            set_badge_ink(&object(&[("color", BADGE_INK.into())])),
        ];
        let sent: Array = sent.into_iter().flatten().collect();
        let _ = JsFuture::from(Promise::all_settled(&sent)).await;
    }

    async fn explain(&self, title: &str) {
        if self.is_sample {
            return;
        }
        let _ = answer(set_title(&object(&[("title", title.into())]))).await;
    }
}

impl Alarms for Browser {
    async fn ring(&self, day: Option<NaiveDate>, hour: u8) {
        if self.is_sample {
            return;
        }
        let _ = answer(match day {
            Some(day) => {
                let when = wall_clock(day, hour);
                create_alarm(ALARM, &object(&[("when", when.into())]))
            }
            None => clear_alarm(ALARM),
        })
        .await;
    }
}

/// The instant, in milliseconds since 1970, at which the user's wall clock shows `hour` on `day`.
pub(super) fn wall_clock(day: NaiveDate, hour: u8) -> f64 {
    let year = u32::try_from(day.year()).unwrap_or_default();
    let month = i32::try_from(day.month0()).unwrap_or_default();
    let date = i32::try_from(day.day()).unwrap_or_default();
    Date::new_with_year_month_day_hr(year, month, date, hour.into()).get_time()
}
