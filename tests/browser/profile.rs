//! A browser's folder, which outlives the browser.

use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

/// A fresh folder, removed when it is dropped.
pub(crate) struct Profile(PathBuf);

impl Profile {
    /// An empty one.
    pub(crate) fn new() -> Self {
        static LAST: AtomicU32 = AtomicU32::new(0);
        let number = LAST.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("your-move-{}-{number}", process::id()));
        fs::create_dir_all(folder.join("profile")).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        Self(folder)
    }

    /// Where the browser keeps everything.
    pub(crate) fn path(&self) -> PathBuf {
        self.0.join("profile")
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // What a dying browser still holds open is left to the system's own sweeping.
        let _ = fs::remove_dir_all(&self.0);
    }
}
