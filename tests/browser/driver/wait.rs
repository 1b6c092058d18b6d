//! Waiting: for a condition, until a deadline, and with a message that shows what was seen last.

use std::thread;
use std::time::{Duration, Instant};

/// Far longer than anything takes, so that only what is broken meets it, also on a busy machine.
pub(super) const DEADLINE: Duration = Duration::from_secs(20);

/// How often the condition is looked at.
pub(super) const PAUSE: Duration = Duration::from_millis(15);

/// Gives what `attempt` finds. An attempt that fails says what it saw in place of `what`.
///
/// # Panics
/// When the deadline has passed.
#[track_caller]
pub(crate) fn until<T>(what: &str, attempt: impl FnMut() -> Result<T, String>) -> T {
    attempt_until_deadline(attempt).unwrap_or_else(|seen| panic!("waited in vain for {what}; seen last: {seen}"))
}

/// The same for one who can go on without.
///
/// # Errors
/// What the last attempt saw.
pub(crate) fn attempt_until_deadline<T>(mut attempt: impl FnMut() -> Result<T, String>) -> Result<T, String> {
    let end = Instant::now() + DEADLINE;
    loop {
        match attempt() {
            Err(_) if Instant::now() < end => thread::sleep(PAUSE),
            last => return last,
        }
    }
}
