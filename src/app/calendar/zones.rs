//! At which instant a wall clock shows what. The browser tells what a wall clock shows at an instant, and nothing more is needed.

use chrono::{DateTime, Days, NaiveDateTime, TimeDelta, Utc};

use crate::app::ports::Zones;

/// The instant at which the wall clock shows that in a zone, or in the user's own. What it shows twice is the first of both; what it leaves out is
/// counted as it was before. `None` where the browser does not know the zone.
pub(in crate::app) fn instant<W: Zones>(world: &W, wall: NaiveDateTime, zone: Option<&str>) -> Option<DateTime<Utc>> {
    let universal = wall.and_utc();
    let ahead = |at: DateTime<Utc>| Some(world.wall_clock(at, zone)?.signed_duration_since(at.naive_utc()));
    let instant = |ahead: TimeDelta| universal.checked_sub_signed(ahead);
    // Between two days no clock is changed twice.
    let before = ahead(universal.checked_sub_days(Days::new(1))?)?;
    let after = ahead(universal.checked_add_days(Days::new(1))?)?;
    let shows = |at: &DateTime<Utc>| world.wall_clock(*at, zone) == Some(wall);
    let found = [before, after].into_iter().filter_map(instant).find(shows);
    found.or_else(|| instant(before))
}
