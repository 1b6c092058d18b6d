//! Folders in which browsers keep everything.

use std::fs;
use std::io;
use std::path::Path;

/// Copies a folder of a browser that runs no longer.
///
/// # Errors
/// Those of the file system.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, to) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_dir() {
            copy_folder(&entry.path(), &to)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), to)?;
        }
        // A link says which process holds the profile; who holds the copy has one of its own.
    }
    Ok(())
}
