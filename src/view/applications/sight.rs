//! Which rows of a long list are in the document: those in sight, some beyond, and the one that has the focus. Between them are gaps as high
//! as the rows that are left out, so that nothing moves.

use std::ops::Range;

/// So many rows are there beyond either end of what is in sight: a turn of the wheel shows no gap.
const BEYOND: usize = 12;

/// Before a list was ever seen it is taken to be so high, in pixels, …
const HEIGHT: u32 = 900;
/// … and a row so high.
const ROW: u32 = 64;

/// What is in sight of a list whose rows are all of one height, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// How far it is scrolled.
    pub top: u32,
    /// How high the part in sight is.
    pub height: u32,
    /// How high a row is; at least 1.
    pub row: u32,
}

impl Default for Sight {
    fn default() -> Self {
        Self {
            top: 0,
            height: HEIGHT,
            row: ROW,
        }
    }
}

/// A part of a long list, as it is in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Rows that are left out: so high are they together, in pixels.
    Gap(u64),
    /// The row of that number.
    Row(usize),
}

/// Where a key leads among rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the key of its name")]
pub enum Step {
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
}

impl Step {
    /// The step that a browser's name of a key stands for.
    pub fn of(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "PageUp" => Self::PageUp,
            "PageDown" => Self::PageDown,
            "Home" => Self::Home,
            "End" => Self::End,
            _ => return None,
        })
    }
}

impl Sight {
    /// The rows in sight and some beyond, of `count`.
    pub fn rows(&self, count: usize) -> Range<usize> {
        let row = self.row.max(1);
        let rows = |pixels: u32| usize::try_from(pixels / row).unwrap_or(usize::MAX);
        // Where there are fewer rows than before, the last of them are seen.
        let last = count.saturating_sub(rows(self.height));
        let first = rows(self.top).min(last);
        // One is cut at either end.
        let end = first.saturating_add(rows(self.height)).saturating_add(2 + BEYOND);
        first.saturating_sub(BEYOND)..end.min(count)
    }

    /// What of `count` rows is in the document, in order; `focused` is there wherever it is.
    pub fn pieces(&self, count: usize, focused: Option<usize>) -> Vec<Piece> {
        let rows = self.rows(count);
        let focused = focused.filter(|focused| *focused < count && !rows.contains(focused));
        let (above, below) = (
            focused.filter(|focused| *focused < rows.start),
            focused.filter(|focused| *focused >= rows.end),
        );
        let mut pieces = Vec::new();
        let mut next = 0;
        for row in above.into_iter().chain(rows).chain(below) {
            self.push_gap(row - next, &mut pieces);
            pieces.push(Piece::Row(row));
            next = row + 1;
        }
        self.push_gap(count - next, &mut pieces);
        pieces
    }

    fn push_gap(&self, rows: usize, pieces: &mut Vec<Piece>) {
        if rows > 0 {
            let rows = u64::try_from(rows).unwrap_or(u64::MAX);
            pieces.push(Piece::Gap(rows.saturating_mul(self.row.into())));
        }
    }

    /// The row that a step leads to from another, of `count`; `None` where there is no row. Without one it begins at the first in sight.
    pub fn step(&self, step: Step, from: Option<usize>, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        let page = usize::try_from(self.height / self.row.max(1)).unwrap_or(1);
        let page = page.saturating_sub(1).max(1);
        let Some(from) = from else {
            return Some(match step {
                Step::End => last,
                Step::Home => 0,
                _ => usize::try_from(self.top.div_ceil(self.row.max(1))).map_or(last, |row| row.min(last)),
            });
        };
        let to = match step {
            Step::Up => from.saturating_sub(1),
            Step::Down => from.saturating_add(1),
            Step::PageUp => from.saturating_sub(page),
            Step::PageDown => from.saturating_add(page),
            Step::Home => 0,
            Step::End => last,
        };
        Some(to.min(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEN_IN_SIGHT: Sight = Sight {
        top: 0,
        height: 500,
        row: 50,
    };

    #[track_caller]
    fn check_rows(top: u32, count: usize, expected: Range<usize>) {
        assert_eq!(Sight { top, ..TEN_IN_SIGHT }.rows(count), expected);
    }

    #[test]
    fn the_rows_in_sight_and_some_beyond_are_there() {
        check_rows(0, 10_000, 0..24);
        check_rows(49, 10_000, 0..24);
        check_rows(5_000, 10_000, 88..124);
        check_rows(499_500, 10_000, 9_978..10_000);
        check_rows(0, 7, 0..7);
        check_rows(0, 0, 0..0);
        // A filter leaves fewer than were scrolled past.
        check_rows(499_500, 30, 8..30);
        check_rows(u32::MAX, 3, 0..3);
    }

    #[track_caller]
    fn check_pieces(focused: Option<usize>, expected: &[&str]) {
        let sight = Sight {
            top: 5_000,
            ..TEN_IN_SIGHT
        };
        let mut said: Vec<String> = Vec::new();
        let mut run: Option<(usize, usize)> = None;
        for piece in sight.pieces(10_000, focused) {
            match (piece, run) {
                (Piece::Row(row), Some((first, last))) if row == last + 1 => run = Some((first, row)),
                (Piece::Row(row), _) => {
                    said.extend(run.map(|(first, last)| format!("{first}-{last}")));
                    run = Some((row, row));
                }
                (Piece::Gap(height), _) => {
                    said.extend(run.take().map(|(first, last)| format!("{first}-{last}")));
                    said.push(format!("{height} px"));
                }
            }
        }
        said.extend(run.map(|(first, last)| format!("{first}-{last}")));
        assert_eq!(said, expected);
    }

    #[test]
    fn the_row_with_the_focus_stays_wherever_it_is() {
        check_pieces(None, &["4400 px", "88-123", "493800 px"]);
        check_pieces(Some(100), &["4400 px", "88-123", "493800 px"]);
        check_pieces(Some(0), &["0-0", "4350 px", "88-123", "493800 px"]);
        check_pieces(Some(87), &["4350 px", "87-123", "493800 px"]);
        check_pieces(Some(9_999), &["4400 px", "88-123", "493750 px", "9999-9999"]);
        check_pieces(Some(10_000), &["4400 px", "88-123", "493800 px"]);
    }

    #[track_caller]
    fn check_step(key: &str, from: Option<usize>, expected: Option<usize>) {
        let step = Step::of(key).expect("a key that leads somewhere");
        let sight = Sight {
            top: 210,
            ..TEN_IN_SIGHT
        };
        assert_eq!(sight.step(step, from, 100), expected, "{key}");
    }

    #[test]
    fn keys_lead_from_row_to_row() {
        check_step("ArrowDown", Some(3), Some(4));
        check_step("ArrowDown", Some(99), Some(99));
        check_step("ArrowUp", Some(0), Some(0));
        check_step("PageDown", Some(3), Some(12));
        check_step("PageUp", Some(3), Some(0));
        check_step("Home", Some(50), Some(0));
        check_step("End", Some(50), Some(99));
        check_step("ArrowDown", None, Some(5));
        check_step("End", None, Some(99));
        assert_eq!(Step::of("Enter"), None);
        assert_eq!(TEN_IN_SIGHT.step(Step::End, None, 0), None);
    }

    proptest! {
        #[test]
        fn the_pieces_are_as_high_as_the_list(
            top in 0_u32..2_000_000, height in 0_u32..3_000, row in 1_u32..200, count in 0_usize..20_000, focused in prop::option::of(0_usize..20_000),
        ) {
            let sight = Sight { top, height, row };
            let pieces = sight.pieces(count, focused);
            let high: u64 = pieces.iter().map(|piece| match piece {
                Piece::Gap(height) => *height,
                Piece::Row(_) => row.into(),
            }).sum();
            prop_assert_eq!(high, count as u64 * u64::from(row));
            let rows: Vec<usize> = pieces.iter().filter_map(|piece| match piece {
                Piece::Row(row) => Some(*row),
                Piece::Gap(_) => None,
            }).collect();
            prop_assert!(rows.is_sorted_by(|one, other| one < other));
            prop_assert!(focused.is_none_or(|focused| focused >= count || rows.contains(&focused)));
            // Whatever is in sight is there.
            for y in (top..top.saturating_add(height)).step_by(37) {
                let row = usize::try_from(y / row).unwrap();
                prop_assert!(row >= count || u64::from(top) + u64::from(height) > high || rows.contains(&row));
            }
        }
    }
}
