//! A page that keeps one application after the other, as fast as its forms let it, and says of each when it is shown as kept.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::driver::Heard;
use crate::popup::Popup;

/// The page's word for what it shows as kept, by its title.
const SHOWN: &str = "shownAsKept";

/// So long nobody waits for one that is kept.
const PATIENCE: Duration = Duration::from_secs(60);

/// A popup or a page of the dashboard that writes.
pub(crate) struct Writer {
    page: Popup,
    kept: Box<dyn Heard>,
}

impl Writer {
    /// Sets a page to work: so many applications, whose titles begin with `name`, which no other has.
    #[track_caller]
    pub(crate) fn start(page: Popup, name: &str, commands: usize) -> Self {
        let session = page.session();
        let kept = session.hear(SHOWN);
        session.evaluate(&format!("void ({WRITE})({}, {commands})", json!(name)));
        Self { page, kept }
    }

    /// The titles of those that are shown as kept until a moment.
    pub(crate) fn kept_until(&self, moment: Instant) -> Vec<String> {
        std::iter::from_fn(|| self.kept.next_until(moment)).collect()
    }

    /// The title of the next one that is shown as kept.
    #[track_caller]
    pub(crate) fn next(&self) -> String {
        let kept = self.kept.next_until(Instant::now() + PATIENCE);
        kept.unwrap_or_else(|| panic!("nothing more is kept:\n{}", self.page.everything()))
    }

    /// The page, once it has written all that it was to write.
    pub(crate) fn page(self) -> Popup {
        self.page
    }

    /// Those that were shown before the browser went.
    pub(crate) fn rest(self) -> Vec<String> {
        self.kept_until(Instant::now())
    }
}

/// Writes by hand: opens the form, fills it, presses "I applied", and waits until it stands there as kept.
const WRITE: &str = "async (name, commands) => {
    const shown = (selector) => [...document.querySelectorAll(selector)].find((element) => element.checkVisibility());
    const until = async (found) => {
        for (;;) {
            const value = !document.body.hasAttribute('data-busy') && found();
            if (value) return value;
            await new Promise((done) => { setTimeout(done); });
        }
    };
    for (let number = 1; number <= commands; number += 1) {
        const title = `${name} ${number}`;
        (await until(() => shown('[data-action=manual]'))).click();
        const form = await until(() => shown('form.capture[data-mode=manual]'));
        form.elements.title.value = title;
        form.elements.company.value = `House of ${title}`;
        form.querySelector('.split [type=submit]').click();
        await until(() => shown('.kept [data-slot=title]')?.innerText === title);
        shownAsKept(title);
    }
}";
