//! Keys that a person presses.

/// A key that does something other than to write.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Key {
    /// To the next control.
    Tab,
    /// To the one before.
    TabBack,
    /// Submits, presses.
    Enter,
    /// Presses, ticks, unfolds.
    Space,
    /// Closes what is open.
    Escape,
    /// Removes what is selected.
    Delete,
    /// Selects all the text of a field.
    SelectAll,
    /// Puts what was copied in the place of what is selected.
    Paste,
    /// Chooses the next of several.
    Right,
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the first row.
    Home,
    /// To the last row.
    End,
    /// To a row as far below as is in sight.
    PageDown,
}
