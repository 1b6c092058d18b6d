//! What was repaired, as it is kept until the user has heard of it.

use super::form::record;
use super::{Kind, Record};
use crate::domain::Repair;

record!(Repair {
    on,
    restored,
    names,
    settings,
    lost,
    unsure,
    missing,
    damaged
});

impl Record for Repair {
    const KIND: Kind = Kind::Repair;
}
