//! The files in which a browser keeps what the extension keeps: two databases, each a folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::driver::Kind;
use crate::extension::Extension;
use crate::profile::Profile;

/// Those in the profile of a browser that does not run.
pub(crate) struct Files {
    /// The folder of `storage.local`.
    pub(crate) ledger: PathBuf,
    /// The folder of IndexedDB.
    pub(crate) mirrors: PathBuf,
}

impl Files {
    pub(crate) fn of(profile: &Profile, extension: &Extension) -> Self {
        match Kind::chosen() {
            Kind::Chromium => {
                let user = profile.path().join("Default");
                Self {
                    ledger: user.join("Local Extension Settings").join(extension.id()),
                    mirrors: user.join("IndexedDB"),
                }
            }
            // There the extension's own storage is that of an origin beside its own.
            Kind::Firefox => {
                let origin = extension.address("").replace("://", "+++").replace('/', "");
                let origins = profile.path().join("storage/default");
                Self {
                    ledger: origins.join(format!("{origin}^userContextId=4294967295")),
                    mirrors: origins.join(origin).join("idb"),
                }
            }
        }
    }

    /// What was written to the ledger last.
    #[track_caller]
    pub(crate) fn log(&self) -> PathBuf {
        let logs = in_folder(&self.ledger, |name| name.ends_with(".log"));
        // Their names are numbers of one length that grow.
        logs.into_iter().max().expect("a log")
    }

    /// The file without which the ledger's database does not open.
    #[track_caller]
    pub(crate) fn manifest(&self) -> PathBuf {
        let manifests = in_folder(&self.ledger, |name| name.starts_with("MANIFEST-"));
        manifests.into_iter().max().expect("a manifest")
    }
}

fn in_folder(folder: &Path, wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry that can be read").path());
    let named = paths.filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(&wanted));
    named.collect()
}

/// Changes the bytes of a file.
#[track_caller]
pub(crate) fn change(file: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    change(&mut bytes);
    fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// Flips so many bytes in the middle.
pub(crate) fn flip_middle(bytes: &mut [u8], count: usize) {
    let middle = bytes.len() / 2;
    for byte in &mut bytes[middle..middle + count] {
        *byte = !*byte;
    }
}

/// Removes a file or a folder.
#[track_caller]
pub(crate) fn remove(path: &Path) {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    removed.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
