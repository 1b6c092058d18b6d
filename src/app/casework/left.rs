//! What was left unfinished and is not in sight: in a form of another application, or in the one that is filled in by hand.

use super::Casework;
use crate::app::draft::entry_place;
use crate::app::ports::World;
use crate::app::store::load;
use crate::domain::ApplicationId;
use crate::view::{Left, MANUAL};

impl<W: World> Casework<W> {
    /// Looks for what was typed before the window was closed.
    pub(super) async fn find_left(&mut self) {
        let mut found: Vec<Left> = Vec::new();
        for place in self.world.places() {
            let form = place.split('/').next().unwrap_or_default();
            if found.iter().any(|left| left.place == form) {
                continue;
            }
            if form == MANUAL {
                found.push(Left::by_hand(form));
            } else if let Some(id) = ApplicationId::parse(form).filter(|id| id.to_string() == form) {
                match load(&self.world, id).await {
                    Ok(Some(application)) if !application.is_gone() => found.push(Left::of(form, application)),
                    // What it was typed for was deleted elsewhere.
                    Ok(_) => self.forget_all_of(id),
                    // It is there as long as what it is about cannot be read.
                    Err(_) => {}
                }
            }
        }
        self.left = found;
    }

    /// Tells of what is still there, but for what is in sight: that is put by at the place `shown`.
    pub(in crate::app) fn tell_left(&mut self, shown: &str) {
        let places = self.world.places();
        let is_there = |left: &&Left| {
            let aside = entry_place(&left.place, "");
            let mut places = places.iter();
            left.place != shown && places.any(|place| *place == left.place || place.starts_with(&aside))
        };
        self.work.left = self.left.iter().filter(is_there).cloned().collect();
    }
}
