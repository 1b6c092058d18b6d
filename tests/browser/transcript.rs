//! What was done and seen, written down, with pictures.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use crate::picture;
use crate::popup::Popup;
use crate::scene::Scene;
use crate::scheme::Scheme;

/// A folder with pictures and a text that goes with them.
pub(crate) struct Transcript<'a> {
    scene: &'a Scene,
    folder: PathBuf,
    text: String,
    pictures: u32,
    pages: u32,
}

impl<'a> Transcript<'a> {
    /// An empty one, in place of whatever the folder held.
    pub(crate) fn new(scene: &'a Scene, folder: PathBuf, title: &str) -> Self {
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        }
        fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        Self {
            scene,
            folder,
            text: format!("# {title}\n"),
            pictures: 0,
            pages: 0,
        }
    }

    /// Writes down what was done, and what the popup and the badge show then; takes its picture in both looks.
    #[track_caller]
    pub(crate) fn step(&mut self, popup: &Popup, name: &str, done: &str) {
        self.pictures += 1;
        let number = self.pictures;
        let _ = writeln!(self.text, "\n## {number}. {done}\n");
        let _ = writeln!(
            self.text,
            "Badge: {:?}. Tooltip: {:?}.\n",
            self.scene.badge(),
            self.scene.tooltip()
        );
        for scheme in [Scheme::Light, Scheme::Dark] {
            let file = format!("{number:02}-{name}-{}.png", scheme.name());
            picture::take(popup.session(), scheme, &self.folder.join(&file));
            let _ = writeln!(self.text, "![{name}, {}]({file})", scheme.name());
        }
        let _ = writeln!(self.text, "\n```text\n{}\n```", popup.everything());
    }

    /// The same of a page in a tab, wide and narrow.
    #[track_caller]
    pub(crate) fn page(&mut self, page: &Popup, name: &str, done: &str) {
        self.pages += 1;
        let number = self.pages;
        let _ = writeln!(self.text, "\n## Dashboard {number}. {done}\n");
        for width in [1280, 360] {
            for scheme in [Scheme::Light, Scheme::Dark] {
                let file = format!("dashboard-{number:02}-{name}-{}-{width}.png", scheme.name());
                picture::take_page(page.session(), scheme, width, &self.folder.join(&file));
                let _ = writeln!(self.text, "![{name}, {}, {width} pixels wide]({file})", scheme.name());
            }
        }
        let _ = writeln!(self.text, "\n```text\n{}\n```", page.everything());
    }

    /// Writes the text, and says where it is.
    pub(crate) fn finish(self) -> PathBuf {
        let file = self.folder.join("transcript.md");
        fs::write(&file, self.text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        file
    }
}
