//! The wall clocks of the world: the browser knows the rules of every zone.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::browser::Browser;
use super::chrome::{field, object};
use crate::app::Zones;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;

    /// Throws where the zone is not known.
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method, catch, js_name = formatToParts)]
    fn parts(this: &DateTimeFormat, milliseconds: f64) -> Result<Array, JsValue>;
}

impl Zones for Browser {
    fn wall_clock(&self, at: DateTime<Utc>, zone: Option<&str>) -> Option<NaiveDateTime> {
        let names = ["year", "month", "day", "hour", "minute", "second"];
        let numeric = names.map(|name| (name, JsValue::from_str("numeric")));
        let plain = [
            ("calendar", "gregory"),
            ("numberingSystem", "latn"),
            ("hourCycle", "h23"),
        ];
        let plain = plain.map(|(name, value)| (name, JsValue::from_str(value)));
        let zone = zone.map(|zone| ("timeZone", JsValue::from_str(zone)));
        let options: Vec<_> = numeric.into_iter().chain(plain).chain(zone).collect();
        let format = DateTimeFormat::new("en", &object(&options)).ok()?;
        let parts = format.parts(at.timestamp_millis() as f64).ok()?;
        let part = |name: &str| {
            let is_it = |part: &JsValue| field(part, "type") == name;
            let found = parts.iter().find(is_it)?;
            field(&found, "value").as_string()?.parse::<u32>().ok()
        };
        let year = i32::try_from(part("year")?).ok()?;
        let day = NaiveDate::from_ymd_opt(year, part("month")?, part("day")?)?;
        day.and_hms_opt(part("hour")?, part("minute")?, part("second")?)
    }
}
