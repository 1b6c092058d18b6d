//! What is due, made anew while the page answers: after an update or a change of the settings that takes a while where much is kept.
//!
//! Until it is written nothing of it is kept, and no lock is held: a page in the background would keep all others from writing. So it can be
//! stopped at any time, and the ledger is as it was. That stops this page alone: the worker and each command need what is due, and make it anew
//! for themselves without asking.

use chrono::{DateTime, Utc};

use super::Casework;
use crate::app::moment::{MOMENT, PACE, PATIENCE};
use crate::app::ports::World;
use crate::app::rebuild::Rebuild;
use crate::app::settings::in_language;
use crate::app::store::{Chosen, Overview, look_at};
use crate::archive::Digest;
use crate::domain::Fault;
use crate::view::{Effort, Progress};

/// How that stands.
#[derive(Default)]
pub(super) enum Making {
    /// Nothing is to be made.
    #[default]
    Nothing,
    /// It is being made.
    Begun(Box<Begun>),
    /// The user has stopped it; what stands for what they had chosen then.
    Stopped(Digest),
}

/// What is being made.
pub(super) struct Begun {
    rebuild: Rebuild,
    since: DateTime<Utc>,
    /// When it was last shown how far it has come.
    shown: DateTime<Utc>,
}

/// The ledger at a glance, or what the user chose where it has to be made anew.
type Read = Result<Result<Overview, Chosen>, Fault>;

impl<W: World> Casework<W> {
    /// Reads the agenda. Where it has to be made anew that is begun, and [`Casework::make_on`] goes on with it; until then there is what
    /// was known before.
    pub(in crate::app) async fn look(&mut self) {
        let read = match look_at(&self.world).await {
            Ok(found) => found.read(),
            Err(fault) => Err(fault),
        };
        self.follow(read).await;
    }

    async fn follow(&mut self, mut read: Read) {
        while let Ok(Err(chosen)) = read {
            if self.is_made_for(&chosen) {
                return;
            }
            read = match self.begin_making(chosen).await {
                Ok(begun) if begun.rebuild.is_over() => begun.rebuild.finish(&self.world).await,
                Ok(begun) => {
                    self.making = Making::Begun(Box::new(begun));
                    return;
                }
                Err(fault) => Err(fault),
            };
        }
        match read {
            Ok(Ok(overview)) => self.take_in(Ok(overview)),
            Err(fault) => self.take_in(Err(fault)),
            Ok(Err(_)) => {}
        }
        self.look_elsewhere().await;
    }

    /// Whether it is being made for what the user chose so, or was stopped.
    fn is_made_for(&self, chosen: &Chosen) -> bool {
        match &self.making {
            Making::Nothing => false,
            Making::Begun(begun) => begun.rebuild.rules() == chosen.rules,
            Making::Stopped(rules) => *rules == chosen.rules,
        }
    }

    async fn begin_making(&mut self, chosen: Chosen) -> Result<Begun, Fault> {
        self.making = Making::Nothing;
        if self.work.is_unreadable() {
            self.work.trouble = None;
        }
        self.unreadable = None;
        self.listings = None;
        self.words = in_language(self.browser, chosen.language.as_ref());
        self.messages = chosen.messages.clone();
        self.work.settings = chosen.settings.clone();
        let since = self.world.now();
        let mut rebuild = Rebuild::begin(&self.world, chosen).await?;
        // Who has nothing before them yet can do nothing until it is there.
        let long = if self.work.is_unknown { PATIENCE } else { MOMENT };
        rebuild.go_on(&self.world, long)?;
        Ok(Begun {
            rebuild,
            since,
            shown: since,
        })
    }

    /// Goes on with what is being made for a moment, and says whether how far it has come is to be shown. Once it is made, it is kept.
    pub(in crate::app) async fn make_on(&mut self) -> bool {
        let now = self.world.now();
        let Making::Begun(begun) = &mut self.making else {
            return false;
        };
        let shows = now - begun.shown >= PACE;
        if shows {
            begun.shown = now;
        }
        if let Err(fault) = begun.rebuild.go_on(&self.world, MOMENT) {
            self.take_in(Err(fault));
        } else if begun.rebuild.is_over()
            && let Making::Begun(begun) = std::mem::take(&mut self.making)
        {
            // That asks for the lock.
            self.let_go();
            // Where the ledger has become another one meanwhile, it is begun again.
            let read = begun.rebuild.finish(&self.world).await;
            self.follow(read).await;
        }
        shows
    }

    /// Whether it is being made.
    pub(in crate::app) const fn is_making(&self) -> bool {
        matches!(self.making, Making::Begun(_))
    }

    /// Whether the user has stopped it.
    pub(in crate::app) const fn has_stopped_making(&self) -> bool {
        matches!(self.making, Making::Stopped(_))
    }

    /// Gives up what is being made, and says whether anything was.
    pub(in crate::app) fn stop_making(&mut self) -> bool {
        let Making::Begun(begun) = &self.making else {
            return false;
        };
        self.making = Making::Stopped(begun.rebuild.rules());
        true
    }

    /// What was stopped may be begun anew.
    pub(in crate::app) fn forget_stop(&mut self) {
        self.making = Making::Nothing;
    }

    /// How far it has come, once it has taken a while or was stopped.
    pub(in crate::app) fn progress(&self) -> Option<Progress> {
        let (percent, is_stopped) = match &self.making {
            Making::Nothing => return None,
            Making::Begun(begun) if self.world.now() - begun.since < PATIENCE => return None,
            Making::Begun(begun) => (begun.rebuild.percent(), false),
            Making::Stopped(_) => (0, true),
        };
        Some(Progress {
            of: Effort::Planning,
            percent,
            is_stopped,
        })
    }
}
