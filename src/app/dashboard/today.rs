//! Today: rows are selected, and something is done with all of them at once.

use super::Dashboard;
use crate::app::asked::{Action, row};
use crate::app::ports::World;
use crate::view::SELECTION;

impl<W: World> Dashboard<W> {
    /// Does what is asked of the selection, and says whether it was done; `None` where something else is asked.
    pub(super) async fn select(&mut self, action: &Action) -> Option<bool> {
        let selected = &mut self.screen.selected;
        match action.name.as_str() {
            "select" => {
                selected.retain(|row| *row != action.card);
                if action.form.has("select") {
                    selected.push(action.card.clone());
                }
            }
            "cancel" if action.card == SELECTION => selected.clear(),
            "sent" | "close" | "later" | "skip" | "retire" if action.card == SELECTION => {
                let rows = std::mem::take(selected);
                let done = self.case.carry_out_on(action, &rows).await;
                if done.is_empty() {
                    // It can be asked for again, and otherwise.
                    self.screen.selected = rows;
                }
                self.learn_all(&done).await;
                return Some(!done.is_empty());
            }
            "undo" if action.choice.is_empty() && self.case.has_done_several() => {
                let undone = self.case.undo_several(action).await;
                self.learn_all(&undone).await;
                return Some(!undone.is_empty());
            }
            _ => return None,
        }
        Some(true)
    }

    /// What has no row any more is not selected any more.
    pub(super) fn keep_selected(&mut self) {
        let (agenda, today) = (&self.case.work.agenda, self.case.world.today());
        self.screen.selected.retain(|key| row(agenda, key, today).is_some());
    }
}
