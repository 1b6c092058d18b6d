//! A browser's folder, which outlives the browser.

use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::driver::attempt_until_deadline;

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

    /// Where it may put what it saves.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.0.join("downloads")
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The last of a browser's processes may still write for a moment. What is left then is the system's to sweep.
        let _ = attempt_until_deadline(|| match fs::remove_dir_all(&self.0) {
            Err(error) if self.0.exists() => Err(error.to_string()),
            _ => Ok(()),
        });
    }
}
