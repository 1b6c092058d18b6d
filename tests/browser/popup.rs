//! The popup, as a person reads and uses it.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::driver::{Key, Mouse, Session, until};

/// An open popup.
pub(crate) struct Popup(Session);

/// A row of "Your move".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    /// What tells it from the others.
    pub(crate) key: String,
    /// What to do.
    pub(crate) heading: String,
    /// When.
    pub(crate) when: String,
    /// For whom.
    pub(crate) whom: String,
    /// Why now.
    pub(crate) because: String,
}

impl Move {
    /// The selector of something within the row.
    pub(crate) fn part(&self, selector: &str) -> String {
        format!("#moves [data-key={}] {selector}", json!(self.key))
    }
}

impl Popup {
    /// Waits until it is filled.
    #[track_caller]
    pub(crate) fn new(session: Session) -> Self {
        session.wait_for("the popup to be filled", "document.body?.hasAttribute('data-ready')");
        Self(session)
    }

    /// Waits until it shows what is due, whether the page is read or not.
    #[track_caller]
    pub(crate) fn unread(session: Session) -> Self {
        session.wait_for("what is due", "document.querySelector('#moves .move') !== null");
        Self(session)
    }

    /// The session in its page.
    pub(crate) fn session(&self) -> &Session {
        &self.0
    }

    /// Waits until no command is under way.
    #[track_caller]
    pub(crate) fn settle(&self) {
        self.0
            .wait_for("the command to be done", "!document.body.hasAttribute('data-busy')");
    }

    /// The texts of what is shown and matches.
    #[track_caller]
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let texts = format!("{}.map(element => element.innerText.trim())", shown(selector));
        serde_json::from_value(self.0.evaluate(&texts)).expect("a list of texts")
    }

    /// The text of the one element that is shown and matches.
    #[track_caller]
    pub(crate) fn text(&self, selector: &str) -> String {
        let mut texts = self.texts(selector);
        assert_eq!(texts.len(), 1, "one {selector} in:\n{}", self.everything());
        texts.remove(0)
    }

    /// Waits until something that matches is shown.
    #[track_caller]
    pub(crate) fn wait_for(&self, selector: &str) {
        until(selector, || match self.texts(selector).is_empty() {
            false => Ok(()),
            true => Err(self.everything()),
        });
    }

    /// Waits until nothing that matches is shown any more.
    #[track_caller]
    pub(crate) fn wait_until_gone(&self, selector: &str) {
        until(&format!("no {selector}"), || match self.shows(selector) {
            false => Ok(()),
            true => Err(self.everything()),
        });
    }

    /// Whether something that matches is shown.
    #[track_caller]
    pub(crate) fn shows(&self, selector: &str) -> bool {
        !self.texts(selector).is_empty()
    }

    /// All that can be read in it, with what stands in its fields.
    #[track_caller]
    pub(crate) fn everything(&self) -> String {
        let fields = shown("[name]") + ".map(field => `\\n${field.name}: ${field.value}`)";
        let text = self
            .0
            .evaluate(&format!("[document.body?.innerText, ...{fields}].join('')"));
        text.as_str().unwrap_or_default().trim().to_owned()
    }

    /// The rows of "Your move".
    #[track_caller]
    pub(crate) fn moves(&self) -> Vec<Move> {
        let rows = self.0.evaluate(&format!(
            "{}.map(row => [row.dataset.key, ...['heading', 'when', 'whom', 'because']\
                .map(name => row.querySelector(`[data-slot=${{name}}]`).innerText.trim())])",
            shown("#moves [data-list=moves] > [data-key]"),
        ));
        let rows: Vec<[String; 5]> = serde_json::from_value(rows).expect("rows of five texts");
        rows.into_iter()
            .map(|[key, heading, when, whom, because]| Move {
                key,
                heading,
                when,
                whom,
                because,
            })
            .collect()
    }

    /// Clicks the one element that is shown and matches, where it is seen, and waits until what it asked for is done.
    #[track_caller]
    pub(crate) fn press(&self, selector: &str) {
        self.click(selector);
        self.settle();
    }

    /// Clicks it, and waits for nothing: what it asked for takes long.
    #[track_caller]
    pub(crate) fn click(&self, selector: &str) {
        self.click_times(selector, 1);
    }

    /// Clicks twice as fast as it goes.
    #[track_caller]
    pub(crate) fn double_click(&self, selector: &str) {
        self.click_times(selector, 2);
    }

    /// Clicks a link that leads out of the popup, which closes then.
    #[track_caller]
    pub(crate) fn leave_by(self, link: &str) {
        let place = place(link);
        until(&format!("{link} to be pressed"), || match self.0.click(&place, 1) {
            Ok(Some(hindrance)) => Err(hindrance),
            // Nobody may be left to answer.
            Ok(None) | Err(_) => Ok(()),
        });
    }

    /// Presses the mouse's button on the one element that is shown and matches, and does not let go of it.
    #[track_caller]
    pub(crate) fn hold(&self, selector: &str) -> (f64, f64) {
        let place = self.place(selector);
        self.0.mouse(Mouse::Press(1), place);
        place
    }

    /// Lets go of the mouse's button at a place: where it was pressed, that is a click.
    #[track_caller]
    pub(crate) fn let_go(&self, place: (f64, f64)) {
        self.0.mouse(Mouse::Release(1), place);
    }

    #[track_caller]
    fn click_times(&self, selector: &str, times: u32) {
        let place = place(selector);
        until(&format!("{selector} to be pressed"), || {
            let hindrance = self.0.click(&place, times).unwrap_or_else(|error| panic!("{error}"));
            hindrance.map_or(Ok(()), |hindrance| Err(format!("{hindrance}\n{}", self.everything())))
        });
    }

    /// Where to click: see [`PLACE`].
    #[track_caller]
    fn place(&self, selector: &str) -> (f64, f64) {
        until(&format!("{selector} to be pressed"), || {
            match self.0.evaluate(&place(selector)) {
                Value::String(hindrance) => Err(format!("{hindrance}\n{}", self.everything())),
                place => Ok(serde_json::from_value(place).expect("two numbers")),
            }
        })
    }

    /// Selects the first two rows of the dashboard's agenda, whatever groups the day puts them in.
    #[track_caller]
    pub(crate) fn select_two(&self) {
        let rows = shown("[data-list=moves] > [data-key]");
        let keys = self
            .0
            .evaluate(&format!("{rows}.slice(0, 2).map(row => row.dataset.key)"));
        let keys: [String; 2] = serde_json::from_value(keys).expect("two rows");
        for key in keys {
            self.press(&format!("[data-list=moves] > [data-key={}] [name=select]", json!(key)));
        }
    }

    /// What stands in a field.
    #[track_caller]
    pub(crate) fn value(&self, field: &str) -> String {
        let value = self
            .0
            .evaluate(&format!("{}.map(field => field.value).join('\\n')", shown(field)));
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Types into a field, in place of what stands there.
    #[track_caller]
    pub(crate) fn fill(&self, field: &str, text: &str) {
        self.press(field);
        self.0.press(Key::SelectAll);
        self.0.press(Key::Delete);
        self.0.type_text(text);
        assert_eq!(self.value(field), text, "what stands in {field}");
    }

    /// Chooses a file in the one field that matches.
    #[track_caller]
    pub(crate) fn choose_file(&self, field: &str, file: &Path) {
        self.0.choose_file(field, file);
    }

    /// Types a date into a field for one, as American English has it: month, day, year.
    #[track_caller]
    pub(crate) fn fill_date(&self, field: &str, date: NaiveDate) {
        self.focus(field);
        self.0.type_text(&date.format("%m%d%Y").to_string());
        assert_eq!(self.value(field), date.to_string(), "what stands in {field}");
    }

    /// Puts the focus on the one element that matches.
    #[track_caller]
    pub(crate) fn focus(&self, selector: &str) {
        self.0
            .evaluate(&format!("{}.forEach(element => element.focus())", shown(selector)));
    }

    /// Says "I applied" on the card of a posting.
    #[track_caller]
    pub(crate) fn apply_today(&self) {
        self.press("#page .capture .split [type=submit]");
        self.wait_for("#page .kept");
    }

    /// Says so for another day.
    #[track_caller]
    pub(crate) fn apply_on(&self, day: NaiveDate) {
        self.fill_applied_on(day);
        self.press("#page [data-panel=day] [type=submit]");
        self.wait_for("#page .kept");
    }

    /// Unfolds the other day, and types it.
    #[track_caller]
    pub(crate) fn fill_applied_on(&self, day: NaiveDate) {
        self.press("#page .capture [data-opens=day]");
        self.fill_date("#page [name=applied_on]", day);
    }

    /// Opens the form of an entry, by the button that is in sight or the one under "More".
    #[track_caller]
    pub(crate) fn begin(&self, entry: &str) {
        let button = format!(".kept [data-action=log][data-key={entry}]");
        if !self.shows(&button) {
            self.press(".kept [data-opens=more]");
        }
        self.press(&button);
        self.wait_for(&format!(".entry [data-key={entry}]"));
    }

    /// Keeps what the form of the entry says.
    #[track_caller]
    pub(crate) fn keep(&self) {
        self.press(".entry [type=submit]");
    }

    /// Opens what there is to say of an interview, and says it.
    #[track_caller]
    pub(crate) fn fill_interview(&self, on: NaiveDate, decide_by: NaiveDate, people: &str) {
        self.begin("interviewed");
        self.fill_date(".entry [name=on]", on);
        self.fill_date(".entry [name=decide_by]", decide_by);
        self.fill(".entry [name=people]", people);
    }

    /// The row that asks what they said at the end of an interview, where it is due.
    #[track_caller]
    pub(crate) fn question(&self) -> Option<Move> {
        let mut moves = self.moves().into_iter();
        moves.find(|row| row.heading == "Write down what they said")
    }

    /// Opens the form of that row once it is there.
    #[track_caller]
    pub(crate) fn take_question(&self) {
        let question = until("the question what they said", || {
            self.question().ok_or_else(|| self.everything())
        });
        self.press(&question.part("[data-action=write]"));
        self.wait_for("#moves .answers");
    }

    /// The day that it is for the browser.
    #[track_caller]
    pub(crate) fn today(&self) -> NaiveDate {
        let day = "[new Date().getFullYear(), new Date().getMonth() + 1, new Date().getDate()]";
        let (year, month, day) = serde_json::from_value(self.0.evaluate(day)).expect("a date's parts");
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }
}

/// An expression for a place in the one element that is shown and matches: see [`PLACE`].
fn place(selector: &str) -> String {
    format!("({PLACE})({})", shown(selector))
}

/// An expression for the elements that match and are shown.
fn shown(selector: &str) -> String {
    format!(
        "[...document.querySelectorAll({})].filter(element => element.checkVisibility())",
        json!(selector)
    )
}

/// A place within the one element where nothing covers it. Or a text that says what is in the way.
const PLACE: &str = "(elements) => {
    if (elements.length !== 1) return `${elements.length} elements match`;
    const [element] = elements;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    const place = [box.x + box.width / 2, box.y + box.height / 2];
    const top = document.elementFromPoint(...place);
    return element.contains(top) ? place : `covered by ${top?.outerHTML.slice(0, 200)}`;
}";
