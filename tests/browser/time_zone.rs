//! Today is the day on the user's own wall.

use std::time::SystemTime;

use chrono::{DateTime, Duration, Utc};

use crate::driver::Launch;
use crate::scene::{HARBOUR_MILL, Scene};

/// Applies "today" where the clocks are so many hours ahead of Greenwich.
#[track_caller]
fn check(zone: &str, ahead: i64) {
    let here = || {
        (DateTime::<Utc>::from(SystemTime::now()) + Duration::hours(ahead))
            .date_naive()
            .to_string()
    };
    let before = here();
    let scene = Scene::with(Launch {
        environment: &[("TZ", zone)],
        ..Launch::default()
    });
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    let on = scene.events()[1]["on"].clone();
    // Both, since midnight may have passed meanwhile.
    assert!(on == before || on == here(), "{on} is the day in {zone}");
}

// At every hour, it is another day in one of the two than in Greenwich.
/// F28.
#[test]
fn far_in_the_east() {
    check("Pacific/Kiritimati", 14);
}

/// F28.
#[test]
fn far_in_the_west() {
    check("Pacific/Pago_Pago", -11);
}
