//! The disk on which the browser keeps everything has no room left.

use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::process::{self, Command, Stdio};

use crate::driver::attempt_until_deadline;
use crate::scene::{NORTHWIND, Scene};

/// Large enough for a browser, and soon filled.
const SIZE: &str = "size=300M";

/// A disk of a few hundred megabytes, in memory. It goes when it is dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `None` where nobody may make one.
    fn new() -> Option<Self> {
        let folder = std::env::temp_dir().join(format!("your-move-{}-disk", process::id()));
        fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let disk = Self(folder);
        disk.run("mount", &["-t", "tmpfs", "-o", SIZE, "tmpfs"]).then_some(disk)
    }

    /// Fills it to its last byte, and gives what fills it.
    fn fill(&self) -> PathBuf {
        let path = self.0.join("filler");
        let mut filler = File::create(&path).expect("a file on the disk");
        while filler.write_all(&[7; 4_096]).is_ok() {}
        path
    }

    fn run(&self, command: &str, arguments: &[&str]) -> bool {
        let mut command = Command::new(command);
        let command = command.args(arguments).arg(&self.0).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // The last of a browser's processes may still write for a moment.
        let _ = attempt_until_deadline(|| match self.run("umount", &[]) {
            true => Ok(()),
            false => Err("it is in use".to_owned()),
        });
        let _ = fs::remove_dir(&self.0);
    }
}

/// F8.
#[test]
fn f8_that_it_is_full_is_said_and_what_was_typed_is_kept_once_it_is_not() {
    let Some(disk) = SmallDisk::new() else {
        let _ = writeln!(std::io::stderr(), "skipped: no small disk can be mounted here");
        return;
    };
    let scene = Scene::within(&disk.0);
    let popup = scene.click(&scene.open(NORTHWIND));
    popup.fill("#page [name=place]", "Hamburg, DE");
    let filler = disk.fill();
    popup.press("#page .capture .split [type=submit]");
    assert_eq!(popup.text(".notice .what"), "There is no room left to save this.");
    assert_eq!(popup.value("#page [name=place]"), "Hamburg, DE");
    assert!(scene.kept("").is_empty());
    fs::remove_file(filler).expect("what fills it");
    popup.press("#page .capture .split [type=submit]");
    popup.wait_for("#page .kept");
    assert!(popup.text(".kept .facts").contains("Hamburg"));
    assert_eq!(scene.kept("app/").len(), 1);
}
