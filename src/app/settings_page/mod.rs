//! The page of all that the user can choose: each choice is kept by itself, at once, and can be taken back.

mod calendar;
mod holidays;
mod messages;
mod rules;

use super::asked::Action;
use super::command::Problem;
use super::erase_all::erase_all;
use super::ports::{Clock, World};
use super::settings::{Change, Changed, change, chosen, in_language, take_back};
use crate::archive::Choices;
use crate::domain::Refusal;
use crate::etiquette::Holidays;
use crate::view::{APPEARANCES, Appearance, Card, Notice, Remedy, SettingsScreen, Trouble, Unkept, Voice, Word, Words};

/// What is to be changed, and what is said of it; what became of the days off is said where nothing is.
struct Wish {
    change: Change<'static>,
    said: Option<String>,
}

impl Wish {
    fn said(said: String, change: impl FnOnce(&mut Choices) -> Result<(), Refusal> + 'static) -> Self {
        Self {
            change: Box::new(change),
            said: Some(said),
        }
    }
}

/// What a button asks for that stands in no form: nothing can be said beside it.
const BUTTONS: [&str; 5] = ["undo", "usual", "not_quiet", "no_day_off", "erase_all"];

/// The page's state.
pub struct SettingsPage<W> {
    world: W,
    /// The browser's words, and those of the language that the user chose, where they did.
    browser: Words,
    words: Words,
    screen: SettingsScreen,
    /// How many notices there were: each is another one.
    notices: u32,
    /// What the notice's "undo" takes back, and what it is called.
    undo: Option<(Changed, String)>,
}

impl<W: World> SettingsPage<W> {
    /// The page, which has not looked at what is chosen yet. It speaks in the browser's `words` unless the user chose a language.
    pub fn new(world: W, words: Words) -> Self {
        let appearance = world.appearance();
        Self {
            world,
            browser: words,
            words,
            screen: SettingsScreen {
                appearance,
                ..SettingsScreen::default()
            },
            notices: 0,
            undo: None,
        }
    }

    /// Looks at what is chosen: it may have been changed elsewhere. Where it cannot be read nothing is offered, so that nothing is
    /// overwritten.
    pub async fn look_again(&mut self) {
        let chosen = chosen(&self.world).await;
        self.screen.trouble = chosen.as_ref().err().cloned();
        if let Ok(choices) = chosen {
            self.show(choices);
        }
    }

    /// Looks whether a sample is kept.
    pub async fn look_for_sample(&mut self) {
        self.screen.has_sample = self.world.has_sample().await;
    }

    /// Does what is asked, and says whether it was done. What came of it is on the [card](SettingsPage::card).
    pub async fn act(&mut self, action: Action) -> bool {
        match action.name.as_str() {
            "dismiss" => self.screen.notice = None,
            "retry" => {
                self.screen.notice = None;
                self.look_again().await;
            }
            "cancel" => self.screen.found = None,
            "pick" => self.pick(&action),
            "preview" => self.retype(&action),
            "appearance" => self.look_otherwise(&action),
            "erase_all" => return self.erase_all(&action).await,
            "remove_sample" => return self.remove_sample(&action).await,
            _ => return self.keep(&action).await,
        }
        true
    }

    /// The words that it speaks in.
    pub const fn words(&self) -> Words {
        self.words
    }

    /// Whether what is chosen cannot be read.
    pub const fn is_troubled(&self) -> bool {
        self.screen.trouble.is_some()
    }

    /// How all pages look.
    pub const fn appearance(&self) -> Appearance {
        self.screen.appearance
    }

    /// What to show now.
    pub fn card(&self) -> Card {
        self.screen.card(&self.voice())
    }

    fn show(&mut self, chosen: Choices) {
        let Choices {
            settings,
            messages,
            language,
            backup_after,
        } = chosen;
        self.words = in_language(self.browser, language.as_ref());
        self.screen.settings = settings;
        self.screen.messages = messages;
        self.screen.language = language;
        self.screen.backup_after = backup_after;
    }

    /// Keeps what a form says, and says so; or says beside it why not. What was typed stays then.
    async fn keep(&mut self, action: &Action) -> bool {
        self.screen.unkept.retain(|unkept| unkept.form != action.row());
        let wish = match action.name.as_str() {
            "undo" => return self.undo(action).await,
            "file" => return self.look_into(action),
            _ => self.wish(action),
        };
        match wish {
            Ok(wish) => match change(&self.world, wish.change).await {
                Ok(changed) => self.tell(action, changed, wish.said),
                Err(problem) => return self.complain(action, problem).await,
            },
            Err(refusal) => return self.complain(action, refusal.into()).await,
        }
        true
    }

    /// What an action comes to.
    fn wish(&mut self, action: &Action) -> Result<Wish, Refusal> {
        let key = action.row();
        Ok(match action.name.as_str() {
            "language" => self.speak(action),
            "day_begins" => self.begin_at(action)?,
            "soft_weekday" => self.soften(action),
            "backup_after" => self.remind_of_backups(action),
            "keep_warm" => self.keep_warm(action),
            "quiet" => self.add_quiet(action)?,
            "not_quiet" => self.remove_quiet(key)?,
            "countries" => self.observe(action),
            "days_off" => self.add_days_off(action)?,
            "no_day_off" => Self::remove_day_off(key)?,
            "no_days_off" => Wish::days_off(|_| Ok(Holidays::default())),
            "take_found" => self.take_found(),
            "number" => self.count(action)?,
            "usual" => self.as_usual(key),
            "sender" => self.sign(action),
            "manner" => self.sound(action)?,
            "words" => self.keep_words(action)?,
            "our_words" => self.forget_words(),
            _ => return Err(Refusal::UnknownEvent),
        })
    }

    /// Shows what is chosen now, and says what is otherwise than before.
    fn tell(&mut self, action: &Action, changed: Changed, said: Option<String>) {
        self.show(changed.after.clone());
        match action.name.as_str() {
            "take_found" => self.screen.found = None,
            "words" | "our_words" => self.screen.editor.forget(),
            _ => {}
        }
        // What is so already needs no word, but for what was typed: it is gone from its form.
        if changed.before == changed.after {
            if action.name == "days_off" {
                self.undo = None;
                self.notify("good", self.words.text(Word::DaysOffThere).to_owned(), String::new());
            }
            return;
        }
        let days_off = |choices: &Choices| choices.settings.calendar.holidays.clone();
        let (before, after) = (days_off(&changed.before), days_off(&changed.after));
        let said = said.unwrap_or_else(|| self.voice().days_off_changed(&before, &after));
        self.undo = Some((changed, said.clone()));
        self.notify("good", said, String::new());
    }

    async fn undo(&mut self, action: &Action) -> bool {
        let Some((changed, said)) = self.undo.take() else {
            return false;
        };
        match take_back(&self.world, &changed).await {
            Ok(changed) => {
                let is_spoken_anew = changed.before.language != changed.after.language;
                self.show(changed.after);
                let undone = if is_spoken_anew {
                    // What was done was said in the other language.
                    self.words.text(Word::LanguageKept).to_owned()
                } else {
                    self.words.fill(Word::Undone, &[("what", &said)])
                };
                self.notify("good", undone, String::new());
                true
            }
            Err(problem) => self.complain(action, problem).await,
        }
    }

    /// How all pages look. It is kept in this browser alone, and needs no word: it is seen.
    fn look_otherwise(&mut self, action: &Action) {
        if let Some(appearance) = action.form.one("appearance", &APPEARANCES) {
            self.world.set_appearance(appearance);
            self.screen.appearance = appearance;
        }
    }

    /// Deletes everything, and begins anew.
    async fn erase_all(&mut self, action: &Action) -> bool {
        self.undo = None;
        match erase_all(&self.world).await {
            Ok(()) => {
                self.screen = SettingsScreen {
                    appearance: self.screen.appearance,
                    ..SettingsScreen::default()
                };
                self.look_again().await;
                let erased = self.words.text(Word::ErasedAll).to_owned();
                self.notify("good", erased, String::new());
                true
            }
            Err(problem) => self.complain(action, problem).await,
        }
    }

    /// Removes the sample, which stands apart from all that can be chosen.
    async fn remove_sample(&mut self, action: &Action) -> bool {
        self.undo = None;
        match self.world.remove_sample().await {
            Ok(()) => {
                self.screen.has_sample = false;
                self.notify("good", self.words.text(Word::SampleRemoved).to_owned(), String::new());
                true
            }
            Err(fault) => self.complain(action, fault.into()).await,
        }
    }

    /// Says what came of something else than a choice.
    pub(super) fn say(&mut self, tone: &'static str, said: String, next: String) {
        self.undo = None;
        self.notify(tone, said, next);
    }

    fn notify(&mut self, tone: &'static str, said: String, next: String) {
        self.notices += 1;
        self.screen.notice = Some(Notice {
            number: self.notices,
            tone,
            said,
            next,
            remedy: self.undo.as_ref().map(|_| Remedy::Undo),
            stays: false,
        });
    }

    /// Says why nothing was kept: beside the form where the form is why, else in the notice.
    async fn complain(&mut self, action: &Action, problem: Problem) -> bool {
        let (tone, said, next) = match problem {
            Problem::Refused(refusal) if refusal == Refusal::ReadOnly || BUTTONS.contains(&action.name.as_str()) => {
                ("refused", self.voice().refusal(&refusal), String::new())
            }
            Problem::Refused(refusal) => {
                self.refuse(action, refusal);
                return false;
            }
            Problem::Failed(fault) => {
                let Trouble { text, advice, .. } = self.voice().fault(&fault);
                ("failed", text, advice)
            }
        };
        self.look_again().await;
        self.undo = None;
        self.notify(tone, said, next);
        false
    }
}

impl<W: Clock> SettingsPage<W> {
    fn voice(&self) -> Voice<'_> {
        Voice {
            words: self.words,
            today: self.world.today(),
            calendar: &self.screen.settings.calendar,
        }
    }

    /// Says beside a form why it is not kept. What was said before is not the last word any more.
    fn refuse(&mut self, action: &Action, refusal: Refusal) {
        self.screen.notice = None;
        // The words of a message say by themselves what is wrong in them, while they are typed.
        if action.name == "words" {
            return;
        }
        self.screen.unkept.push(Unkept {
            form: action.row().to_owned(),
            typed: action.form.0.clone(),
            refusal,
        });
    }
}
