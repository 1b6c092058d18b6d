//! The main way through each screen: in English and in German, by mouse and by keyboard alone.

mod applications;
mod machine;
mod overviews;
mod popup;
mod today;
mod welcome;

use chrono::NaiveDate;
use serde_json::json;

use crate::driver::{Key, Session};
use crate::fill::meet_recruiter;
use crate::keyboard::tab_to;
use crate::language::reading;
use crate::ledger::{Size, keep_search};
use crate::popup::Popup;
use crate::scene::Scene;

/// What the user reads.
#[derive(Clone, Copy)]
enum Language {
    English,
    German,
}

impl Language {
    /// As a browser is told of it.
    const fn accepted(self) -> &'static str {
        self.of("en-GB,en", "de-DE,de,en")
    }

    /// Which of the two is meant.
    const fn of(self, english: &'static str, german: &'static str) -> &'static str {
        match self {
            Self::English => english,
            Self::German => german,
        }
    }
}

/// With what the user works.
#[derive(Clone, Copy)]
enum Hand {
    Mouse,
    Keys,
}

const HANDS: [Hand; 2] = [Hand::Mouse, Hand::Keys];

/// A browser in a language, in which a dozen applications are kept.
struct Dashboard {
    scene: Scene,
    language: Language,
}

impl Dashboard {
    #[track_caller]
    fn in_language(language: Language) -> Self {
        let scene = reading(language.accepted());
        keep_a_dozen(&scene);
        Self { scene, language }
    }

    /// Opens a screen anew: whoever goes by keyboard begins at its beginning.
    #[track_caller]
    fn open(&self, hand: Hand, place: &str) -> Way {
        Way {
            page: self.scene.dashboard(place),
            hand,
            language: self.language,
        }
    }
}

/// Keeps twelve applications, on three of which a check-in is due, and a recruiter's, of which nothing has come yet.
#[track_caller]
pub(crate) fn keep_a_dozen(scene: &Scene) {
    let size = Size {
        applications: 12,
        open: 8,
        due: 3,
    };
    keep_search(scene, size, meet_recruiter);
}

/// A page, and how somebody goes through it. By keyboard it leads forward only: what is asked for lies behind what has the focus.
struct Way {
    page: Popup,
    hand: Hand,
    language: Language,
}

impl Way {
    fn session(&self) -> &Session {
        self.page.session()
    }

    /// Whether something that matches has the focus.
    #[track_caller]
    fn is_on(&self, control: &str) -> bool {
        let matches = format!("document.activeElement.matches({})", json!(control));
        self.session().evaluate(&matches) == true
    }

    /// Goes on by Tab to what matches, unless the focus was led there already.
    #[track_caller]
    fn reach(&self, control: &str) {
        if !self.is_on(control) {
            tab_to(&self.page, control);
        }
    }

    /// Presses a control, and waits until what it asks for is done.
    #[track_caller]
    fn press(&self, control: &str) {
        match self.hand {
            Hand::Mouse => self.page.press(control),
            Hand::Keys => {
                self.reach(control);
                self.press_key(Key::Enter);
            }
        }
    }

    /// Writes in the place of what stands in a field.
    #[track_caller]
    fn write(&self, field: &str, text: &str) {
        match self.hand {
            Hand::Mouse => self.page.fill(field, text),
            Hand::Keys => {
                self.reach(field);
                self.session().press(Key::SelectAll);
                self.session().type_text(text);
                assert_eq!(self.page.value(field), text, "what stands in {field}");
            }
        }
    }

    /// Writes a day into a field for one.
    #[track_caller]
    fn write_day(&self, field: &str, day: NaiveDate) {
        match self.hand {
            Hand::Mouse => self.page.fill_date(field, day),
            Hand::Keys => {
                self.reach(field);
                self.session().type_text(&day.format("%m%d%Y").to_string());
                assert_eq!(self.page.value(field), day.to_string(), "what stands in {field}");
            }
        }
    }

    /// Types keys that mean something by themselves, and waits until that is done.
    #[track_caller]
    fn keys(&self, keys: &str) {
        self.session().type_text(keys);
        self.page.settle();
    }

    #[track_caller]
    fn press_key(&self, key: Key) {
        self.session().press(key);
        self.page.settle();
    }

    /// Takes back what was done last.
    #[track_caller]
    fn undo(&self) {
        self.press_on_notice("Undo", "Rückgängig");
    }

    /// Does again what was taken back last.
    #[track_caller]
    fn redo(&self) {
        self.press_on_notice("Redo", "Wiederholen");
    }

    #[track_caller]
    fn press_on_notice(&self, english: &'static str, german: &'static str) {
        let remedy = ".notice [data-action=undo]";
        self.page.wait_for(remedy);
        assert_eq!(self.page.text(remedy), self.language.of(english, german));
        self.press(remedy);
    }

    /// That something is called so.
    #[track_caller]
    fn check(&self, selector: &str, english: &'static str, german: &'static str) {
        assert_eq!(self.page.text(selector), self.language.of(english, german));
    }

    /// That what is said begins so.
    #[track_caller]
    fn check_beginning(&self, selector: &str, english: &'static str, german: &'static str) {
        let said = self.page.text(selector);
        assert!(said.starts_with(self.language.of(english, german)), "{said}");
    }
}
