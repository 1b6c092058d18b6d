//! Waiting: for a condition, until a deadline, and with a message that shows what was seen last.

use std::thread;
use std::time::{Duration, Instant};

/// Far longer than anything takes, so that only what is broken meets it, also on a busy machine.
pub(super) const DEADLINE: Duration = Duration::from_secs(10);

/// How often the condition is looked at.
const PAUSE: Duration = Duration::from_millis(15);

/// Gives what `attempt` finds. An attempt that fails says what it saw in place of `what`.
///
/// # Panics
/// When the deadline has passed.
#[track_caller]
pub(crate) fn until<T>(what: &str, mut attempt: impl FnMut() -> Result<T, String>) -> T {
    let end = Instant::now() + DEADLINE;
    loop {
        match attempt() {
            Ok(found) => return found,
            Err(seen) if Instant::now() > end => panic!("waited in vain for {what}; seen last: {seen}"),
            Err(_) => thread::sleep(PAUSE),
        }
    }
}
