//! A browser's folder, which outlives the browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

use crate::driver::{attempt_until_deadline, copy_folder};

/// A fresh folder, removed when it is dropped.
pub(crate) struct Profile(PathBuf);

impl Profile {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self::within(&std::env::temp_dir())
    }

    /// An empty one in another folder than that for what goes again.
    pub(crate) fn within(folder: &Path) -> Self {
        static LAST: AtomicU32 = AtomicU32::new(0);
        let number = LAST.fetch_add(1, Ordering::Relaxed);
        let folder = folder.join(format!("your-move-{}-{number}", process::id()));
        fs::create_dir_all(folder.join("profile")).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        Self(folder)
    }

    /// The same once more, as a browser left it that runs no longer.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self::new();
        copy_folder(&self.path(), &copy.path()).unwrap_or_else(|error| panic!("{}: {error}", self.0.display()));
        copy
    }

    /// A copy of an extension, whose files a test may change. It goes when the profile goes.
    pub(crate) fn copy_of(&self, extension: &Path) -> PathBuf {
        let copy = self.0.join("extension");
        copy_folder(extension, &copy).unwrap_or_else(|error| panic!("{}: {error}", extension.display()));
        copy
    }

    /// The folder of another extension, that has a manifest and nothing else.
    pub(crate) fn stranger(&self) -> PathBuf {
        let folder = self.0.join("stranger");
        let manifest = r#"{ "manifest_version": 3, "name": "Stranger", "version": "1" }"#;
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join("manifest.json"), manifest));
        written.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        folder
    }

    /// Where the browser keeps everything.
    pub(crate) fn path(&self) -> PathBuf {
        self.0.join("profile")
    }

    /// Has Chromium remember that the user let an extension into pages.
    pub(crate) fn allow(&self, extension: &str, pages: &str) {
        let file = self.path().join("Default/Preferences");
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut preferences: Value = serde_json::from_str(&text).expect("what the browser wrote");
        let known = &mut preferences["extensions"]["settings"][extension];
        let hosts =
            json!({ "api": [], "explicit_host": [pages], "manifest_permissions": [], "scriptable_host": [pages] });
        known["runtime_granted_permissions"] = hosts;
        for hosts in ["explicit_host", "scriptable_host"] {
            known["granted_permissions"][hosts] = json!([pages]);
        }
        fs::write(&file, preferences.to_string()).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
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
