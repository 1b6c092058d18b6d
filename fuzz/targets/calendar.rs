//! A calendar file from elsewhere: its days off are read, or it is refused.

#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use your_move::archive::read_calendar_file;

fuzz_target!(|text: &str| {
    let _ = read_calendar_file(text, NaiveDate::MIN);
    let _ = read_calendar_file(text, NaiveDate::MAX);
    let _ = read_calendar_file(text, NaiveDate::from_ymd_opt(2028, 2, 29).unwrap_or_default());
});
