//! A page's document: what is clicked and sent in it becomes an action, one at a time, and what came of it is shown.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::ready;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, Element, Event, EventTarget, FormData, HtmlDialogElement, HtmlElement, HtmlFormElement, HtmlInputElement,
    HtmlTextAreaElement, KeyboardEvent, UiEvent, Window,
};

use super::chrome;
use super::dom::{Screen, forget, nodes, set};
use super::drafts::DraftBox;
use super::steps::Steps;
use super::{files, keys, lists, sites};
use crate::app::{Action, Drafts as _, Form, Visit, draft, own_place};
use crate::view::{Card, Words};

/// What is filled in in a form.
const FIELDS: &str = "input:not([type='radio']), input:checked, textarea, select";

/// A card that something can be asked on: the others are frames around such.
pub(super) const CARD: &str = "[data-key]:not([data-key^='#'])";

/// The parts that take the focus when what had it is gone, by their ids.
const SECTIONS: [&str; 3] = ["moves", "page", "content"];

/// So much of a file is read, in bytes, where its field does not say how much: what is longer is longer than the core looks at, which says so.
const MOST_BYTES: i32 = 1 << 21;

/// What a page is told, beside what is asked in its document.
pub(super) enum News {
    /// It was opened, and what is in its document was painted.
    Opened,
    /// It is seen again.
    Shown,
    /// What is known of the page in front of the user.
    Seen(Box<Visit>),
    /// Its address says that now after its `#`.
    Moved(String),
    /// Something was written in the storage under these keys.
    Changed(Vec<String>),
    /// In a form in which something is said to be wrong, the field of that name is typed anew.
    Retyped(String),
}

/// What comes of something, once it is done.
pub(super) type Answer<'a, T = bool> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// What a document shows: one of the pages of `app/`. Behind a pointer, so that there is one desk for all of them.
pub(super) trait Page {
    /// Takes in what it is told.
    fn hear(&mut self, news: News) -> Answer<'_, ()>;

    /// Whether all that it shows at first is there.
    fn is_ready(&self) -> bool;

    /// Does what is asked, and says whether it was done.
    fn act(&mut self, action: Action) -> Answer<'_>;

    /// Prepares what will most likely be asked next, where that is worth it.
    fn prepare<'a>(&'a mut self, _: &'a Action) -> Answer<'a, ()> {
        Box::pin(ready(()))
    }

    /// Lets go what was prepared.
    fn let_go(&mut self) {}

    /// What to show now.
    fn card(&self) -> Card;

    /// In which words.
    fn words(&self) -> Words;

    /// Where what is typed is put by.
    fn place(&self) -> String;

    /// The text of a file that may be written in another way than UTF-8.
    fn decode(&self, bytes: &[u8]) -> String {
        String::from_utf8_lossy(bytes).into_owned()
    }

    /// What its address is to say after its `#`, where that is its own.
    fn hash(&self) -> Option<String> {
        None
    }

    /// Goes on with what nobody waits for, and says whether what came of it is to be shown; `None` where there is nothing more of it.
    fn read_on(&mut self) -> Answer<'_, Option<bool>> {
        Box::pin(ready(None))
    }
}

/// What a page has at hand from its first moment on.
pub(super) struct Room {
    pub(super) window: Window,
    /// The browser's.
    pub(super) words: Words,
    pub(super) screen: Screen,
    pub(super) drafts: DraftBox,
}

impl Room {
    /// That of this document.
    pub(super) fn new() -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        let document = window.document().ok_or("no document")?;
        Ok(Self {
            window,
            words: chrome::words(),
            screen: Screen::new(document),
            drafts: DraftBox::default(),
        })
    }
}

/// What a page is to do next.
enum Task {
    /// Take in what it is told.
    Hear(News),
    /// Do what an element asks for.
    Act(Action, Element),
    /// Prepare what it asks for.
    Prepare(Action),
    /// Let go what was prepared.
    LetGo,
}

/// Everything that lives as long as a page's document.
pub(super) struct Desk {
    window: Window,
    document: Document,
    screen: Screen,
    drafts: DraftBox,
    /// Where what is typed is put by.
    place: RefCell<String>,
    /// Taken out while it works.
    page: RefCell<Option<Box<dyn Page>>>,
    waiting: RefCell<VecDeque<Task>>,
    /// What was in sight of a long list when it was last looked at.
    seen: RefCell<Form>,
    /// Whether all that the page shows at first was there.
    is_ready: Cell<bool>,
    /// Whether something was pressed and not let go.
    is_pressed: Cell<bool>,
    /// The button that opened the last form, and has the focus again when that is closed: its action, and the key of its card. Itself it
    /// may have been made anew.
    opener: RefCell<Option<(String, String)>>,
    steps: Steps,
}

impl Desk {
    /// Sets a page to work in its document.
    pub(super) fn open(room: Room, page: Box<dyn Page>) -> Result<Rc<Self>, JsValue> {
        let Room {
            window, screen, drafts, ..
        } = room;
        let document = window.document().ok_or("no document")?;
        let desk = Rc::new(Self {
            window: window.clone(),
            document: document.clone(),
            screen,
            drafts,
            place: RefCell::new(page.place()),
            page: RefCell::new(Some(page)),
            waiting: RefCell::new(VecDeque::new()),
            seen: RefCell::default(),
            opener: RefCell::default(),
            is_ready: Cell::default(),
            is_pressed: Cell::default(),
            steps: Steps::new(&window, &document),
        });
        let clicked = Rc::clone(&desk);
        listen(&document, "click", move |event| clicked.click(event))?;
        let sent = Rc::clone(&desk);
        listen(&document, "submit", move |event| sent.submit(event))?;
        let typed = Rc::clone(&desk);
        listen(&document, "input", move |event| typed.input(event))?;
        let chosen = Rc::clone(&desk);
        listen(&document, "change", move |event| chosen.ask_at_once(event, "change"))?;
        listen(&document, "keydown", pressed)?;
        let pressed_on = Rc::clone(&desk);
        listen(&document, "pointerdown", move |event| pressed_on.press(event))?;
        for end in ["pointerup", "pointercancel", "contextmenu"] {
            let (desk, window) = (Rc::clone(&desk), window.clone());
            listen(&document, end, move |_| desk.release(&window))?;
        }
        Ok(desk)
    }

    /// Tells the page something.
    pub(super) fn tell(self: &Rc<Self>, news: News) {
        self.put(Task::Hear(news));
    }

    fn click(self: &Rc<Self>, event: &Event) {
        let Some(target) = element(event) else { return };
        // The second click of a double click means the first.
        if event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 1) {
            return;
        }
        if let Ok(Some(opener)) = target.closest("[data-dialog]") {
            open_dialog(&self.document, &opener);
        } else if let Ok(Some(opener)) = target.closest("[data-opens]") {
            unfold(&opener);
        } else if let Ok(Some(button)) = target.closest("button[data-action]") {
            match button.get_attribute("data-action").as_deref() {
                Some("cancel") if has_panel(&button) => fold_up(&button),
                Some("copy") => spawn_local(Rc::clone(self).copy(button)),
                Some("watch") => self.ask_to_watch(button),
                // Where the browser saves nothing, nothing is said to be saved.
                Some("save_report") if save(&button).is_none() => {}
                _ => self.ask(&button),
            }
        }
    }

    /// What is pressed will likely be clicked, and most of it asks for a command. Between a click and the next frame Chromium gives no
    /// lock, so that it is asked for now.
    fn press(self: &Rc<Self>, event: &Event) {
        // Of the other buttons of a mouse none clicks, and a menu that opens may take their release.
        let clicks = chrome::field(event, "button") == 0.0 && chrome::field(event, "isPrimary").is_truthy();
        let target = element(event).filter(|_| clicks);
        let Some(button) = target.and_then(|target| target.closest("button").ok().flatten()) else {
            return;
        };
        let asks = button.closest("[data-action]").ok().flatten();
        if let Some(asks) = asks.filter(|_| !button.has_attribute("data-opens")) {
            self.is_pressed.set(true);
            self.put(Task::Prepare(action(&asks)));
        }
    }

    /// What the click that follows has not taken by then is not needed.
    fn release(self: &Rc<Self>, window: &Window) {
        if !self.is_pressed.take() {
            return;
        }
        let (desk, window) = (Rc::clone(self), window.clone());
        spawn_local(async move {
            let _ = pause(&window, 0).await;
            desk.put(Task::LetGo);
        });
    }

    /// What a person has typed is no guess any more, and is put by at once, whatever else is being done.
    fn put_by(&self, event: &Event) {
        let Some(control) = element(event) else { return };
        if let Ok(Some(frame)) = control.closest("[data-field]") {
            let _ = frame.remove_attribute("data-uncertain");
            let _ = frame.remove_attribute("data-empty");
        }
        let Ok(Some(form)) = control.closest("form[data-action]") else {
            return;
        };
        set(&form, "data-edited", "");
        let typed = action(&form);
        if let Some(text) = draft(&typed) {
            let place = own_place(&typed).unwrap_or_else(|| self.place.borrow().clone());
            self.drafts.put_by(&place, &text);
        }
    }

    /// What is typed, and what comes of it at once.
    fn input(self: &Rc<Self>, event: &Event) {
        self.put_by(event);
        if let Some(field) = retyped(event) {
            self.tell(News::Retyped(field));
        }
        self.ask_at_once(event, "");
    }

    /// Asks for what a form asks for that does so with such an event.
    fn ask_at_once(self: &Rc<Self>, event: &Event, when: &str) {
        if let Some(control) = element(event)
            && let Ok(Some(form)) = control.closest(&format!("form[data-at-once='{when}']"))
        {
            self.ask(&form);
        }
    }

    fn submit(self: &Rc<Self>, event: &Event) {
        // A dialog closes by itself.
        let Some(form) = element(event).filter(|form| form.has_attribute("data-action")) else {
            return;
        };
        event.prevent_default();
        self.ask(&form);
    }

    /// Has the browser ask whether the pages may be watched that a button's card names, at once: later it would not be the click that asks. What came
    /// of it is looked at then.
    fn ask_to_watch(self: &Rc<Self>, button: Element) {
        let card = button.closest("[data-origins]").ok().flatten();
        let origins = card
            .and_then(|card| card.get_attribute("data-origins"))
            .unwrap_or_default();
        let origins = Array::of1(&origins.into());
        let asked = chrome::request_permissions(&chrome::object(&[("origins", origins.into())]));
        let desk = Rc::clone(self);
        spawn_local(async move {
            // Who says no is not asked again.
            if chrome::answer(asked).await.is_ok_and(|granted| granted == true) {
                sites::begin().await;
            }
            desk.ask(&button);
        });
    }

    /// Copies the text that a button names, and asks for what it asks for once that is done. Where the browser copies nothing, the text is
    /// selected, so that the user can.
    async fn copy(self: Rc<Self>, button: Element) {
        let Some(area) = copied(&button) else { return };
        if chrome::answer(chrome::copy(&area.value())).await.is_ok() {
            self.ask(&button);
        } else {
            let _ = area.focus();
            area.select();
        }
    }

    /// Puts the action of a button or a form in line.
    pub(super) fn ask(self: &Rc<Self>, element: &Element) {
        self.put(Task::Act(action(element), element.clone()));
    }

    /// Puts an action in line that an element stands for.
    pub(super) fn do_for(self: &Rc<Self>, action: Action, element: &Element) {
        self.put(Task::Act(action, element.clone()));
    }

    /// Says what is in sight of a long list, where that is otherwise than it was.
    pub(super) fn look(self: &Rc<Self>) {
        let seen = lists::sight(&self.window, &self.document);
        if let Some((list, action)) = seen
            && *self.seen.borrow() != action.form
        {
            self.seen.replace(action.form.clone());
            // Where it was meanwhile nobody needs to know.
            let is_other = |task: &Task| !matches!(task, Task::Act(other, _) if other.name == action.name);
            self.waiting.borrow_mut().retain(is_other);
            self.do_for(action, &list);
        }
    }

    fn put(self: &Rc<Self>, task: Task) {
        self.waiting.borrow_mut().push_back(task);
        if let Some(page) = self.page.borrow_mut().take() {
            spawn_local(Rc::clone(self).work(page));
        }
    }

    async fn work(self: Rc<Self>, mut page: Box<dyn Page>) {
        self.mark("data-busy", true);
        loop {
            let next = self.waiting.borrow_mut().pop_front();
            let Some(task) = next else {
                let focused = self.focus_place();
                match page.read_on().await {
                    None => break,
                    Some(false) => {}
                    Some(true) => {
                        self.show(&*page);
                        self.focus_new();
                        self.keep_focus(focused);
                        self.look();
                    }
                }
                self.make_way().await;
                continue;
            };
            let is_moved = matches!(task, Task::Hear(News::Moved(_)));
            if let Task::Hear(News::Moved(address)) = &task {
                self.steps.hear(address);
            }
            let (hash, scrolled) = (page.hash(), self.window.scroll_y().unwrap_or_default());
            let focused = self.focus_place();
            let mut pressed = None;
            match task {
                Task::Hear(news) => page.hear(news).await,
                // Nothing of that is seen.
                Task::Prepare(action) => {
                    page.prepare(&action).await;
                    continue;
                }
                Task::LetGo => {
                    page.let_go();
                    continue;
                }
                // What was asked on a card that is gone by now was asked twice.
                Task::Act(_, element) if !element.is_connected() => {}
                Task::Act(mut action, element) => {
                    pressed = named(&element);
                    read_files(&element, &mut action.form, &*page).await;
                    // Most is done before that is seen: how a button looks that has worked for a while, the style says.
                    let is_asked = element.has_attribute("data-action") && !element.has_attribute("data-at-once");
                    if is_asked {
                        set(&element, "aria-busy", "true");
                    }
                    let is_done = page.act(action).await;
                    let _ = element.remove_attribute("aria-busy");
                    if is_done {
                        clear_away(&element);
                    } else if element.has_attribute("data-at-once") {
                        // What is shown there is what is kept, once it was asked for.
                        forget(&element);
                    }
                }
            }
            self.show(&*page);
            if self.focus_new() {
                self.opener.replace(pressed);
            }
            let there = page.hash();
            if there != hash {
                let there = there.unwrap_or_default();
                let screen = |hash: &str| hash.split('?').next().unwrap_or_default().to_owned();
                let is_same = hash.is_some_and(|hash| screen(&hash) == screen(&there));
                let said = Some(there.as_str()).filter(|_| !is_moved);
                if is_same {
                    self.steps.stay(said);
                } else {
                    self.steps.leave(scrolled);
                    self.steps.arrive(said);
                }
            } else {
                self.keep_focus(focused);
            }
            self.look();
        }
        self.page.replace(Some(page));
        self.mark("data-busy", false);
    }

    /// Shows how the page stands now.
    fn show(&self, page: &dyn Page) {
        self.place.replace(page.place());
        self.screen.show(&page.card(), page.words());
        if page.is_ready() && !self.is_ready.replace(true) {
            self.mark("data-ready", true);
            self.steps.begin();
            if let Ok(Some(busy)) = self.document.query_selector("[aria-busy]") {
                let _ = busy.remove_attribute("aria-busy");
            }
        }
    }

    /// Lets the browser do what is more pressing.
    async fn make_way(&self) {
        let nothing = Closure::<dyn Fn()>::new(|| ());
        let turn = chrome::take_turn(nothing.as_ref().unchecked_ref());
        if chrome::answer(turn).await.is_err() {
            let _ = pause(&self.window, 0).await;
        }
    }

    fn mark(&self, name: &str, on: bool) {
        if let Some(body) = self.document.body() {
            let _ = body.toggle_attribute_with_force(name, on);
        }
    }

    /// A form that was just opened takes the focus, once. Whether there is one.
    fn focus_new(&self) -> bool {
        let Ok(Some(form)) = self.document.query_selector("[data-focus]") else {
            return false;
        };
        let _ = form.remove_attribute("data-focus");
        // Where there is nothing to fill in, Enter must do no harm.
        let controls = nodes(&form.query_selector_all("input, textarea, select")).into_iter();
        let controls = controls
            .map(|control| chosen(&form, control))
            .chain(nodes(&form.query_selector_all("[data-action='cancel']")));
        let mut controls = controls.filter_map(|control| control.dyn_into::<HtmlElement>().ok());
        let first = controls.find(|control| control.offset_parent().is_some());
        // A card without any takes it itself.
        let first = first.or_else(|| form.dyn_into::<HtmlElement>().ok());
        if let Some(first) = first {
            // What is there to be read is read from its beginning.
            if let Some(area) = first.dyn_ref::<HtmlTextAreaElement>().filter(|area| area.read_only()) {
                let _ = area.set_selection_range(0, 0);
            }
            let _ = first.focus();
        }
        true
    }

    /// What has the focus, if anything has.
    fn focused(&self) -> Option<Element> {
        let body: Option<Element> = self.document.body().map(Into::into);
        self.document
            .active_element()
            .filter(|element| Some(element) != body.as_ref())
    }

    /// A button that is in sight, by what it is found by.
    fn find(&self, button: &(String, String)) -> Option<HtmlElement> {
        let all = self
            .document
            .query_selector_all(&format!("[data-action='{}']", button.0));
        let mut buttons = nodes(&all)
            .into_iter()
            .filter(|other| named(other).as_ref() == Some(button));
        let button: HtmlElement = buttons.next()?.dyn_into().ok()?;
        button.offset_parent().is_some().then_some(button)
    }

    /// Where the focus is: what goes away is in no part any more.
    fn focus_place(&self) -> Option<Focus> {
        let focused = self.focused()?;
        let more = Some(&focused).filter(|focused| focused.has_attribute("data-more"));
        Some(Focus {
            rows: keys::rows_after(&self.document, &focused),
            last: more.and_then(|more| keys::stop_before(&self.document, more)),
            section: focused.closest("section").ok().flatten(),
        })
    }

    /// Where the focused element went away, the focus goes to what opened the form it was in, to the row it was in or the next one that is left, to
    /// the part it was in, or to one that is still shown.
    fn keep_focus(&self, before: Option<Focus>) {
        // What is hidden loses it with the next frame.
        let is_kept = self.focused().is_some_and(|focused| keys::is_in_sight(&focused));
        let Some(Focus { rows, last, section }) = before.filter(|_| !is_kept) else {
            return;
        };
        if let Some(next) = last.and_then(|last| keys::stop_after(&self.document, &last)) {
            return focus(Ok(Some(next)));
        }
        if let Some(opener) = self.opener.take().and_then(|opener| self.find(&opener)) {
            let _ = opener.focus();
            return;
        }
        let left = rows
            .into_iter()
            .find(|row| row.is_connected() && keys::is_in_sight(row));
        if left.is_some() {
            return focus(Ok(left));
        }
        let others = SECTIONS.iter().filter_map(|id| self.document.get_element_by_id(id));
        for section in section.into_iter().chain(others) {
            let heading = section.query_selector("[tabindex='-1']").ok().flatten();
            // What cannot have it keeps nobody from it.
            let place = heading.or_else(|| section.has_attribute("tabindex").then_some(section));
            let place: Option<HtmlElement> = place.and_then(|place| place.dyn_into().ok());
            if let Some(place) = place.filter(|place| place.offset_parent().is_some()) {
                let _ = place.focus();
                return;
            }
        }
    }
}

/// A place that the focus has.
struct Focus {
    /// The row that it is in, and those after it and before it.
    rows: Vec<Element>,
    /// The last row before it, where it asks for more of them.
    last: Option<Element>,
    /// The part of the page.
    section: Option<Element>,
}

/// What a button is found by again.
fn named(button: &Element) -> Option<(String, String)> {
    let card = button.closest("[data-key]").ok()??;
    Some((button.get_attribute("data-action")?, card.get_attribute("data-key")?))
}

/// A card whose panel was sent is made anew: what was unfolded and typed in it is done with. So is one in which all is to be as it was.
fn clear_away(sent: &Element) {
    if let Ok(Some(panel)) = sent.closest("[data-panel], [data-renew]")
        && let Ok(Some(card)) = panel.closest("[data-key]")
    {
        card.remove();
    }
}

/// What an element asks for: its action, the keys of the cards around it, and what the form around it says.
fn action(element: &Element) -> Action {
    let inner = element.closest(CARD).ok().flatten();
    let outer = inner
        .as_ref()
        .and_then(|inner| inner.parent_element()?.closest(CARD).ok().flatten());
    let key = |card: Option<&Element>| card.and_then(|card| card.get_attribute("data-key")).unwrap_or_default();
    let (card, choice) = match &outer {
        Some(outer) => (key(Some(outer)), key(inner.as_ref())),
        None => (key(inner.as_ref()), String::new()),
    };
    let form = element.closest("form").ok().flatten();
    Action {
        name: element.get_attribute("data-action").unwrap_or_default(),
        card,
        choice,
        form: form.and_then(|form| fields(&form)).unwrap_or_default(),
    }
}

fn fields(form: &Element) -> Option<Form> {
    let data = FormData::new_with_form(form.dyn_ref::<HtmlFormElement>()?).ok()?;
    let pairs = Array::from(&data);
    let half_typed = half_typed(form);
    // A file is no text; it is read when its turn has come.
    let fields = pairs.iter().filter_map(|pair| {
        let pair: Array = pair.unchecked_into();
        let (name, value) = (pair.get(0).as_string()?, pair.get(1).as_string()?);
        // The browser gives nothing for a date that is not typed to its end: that is not the same as no date.
        let value = if half_typed.contains(&name) {
            "?".to_owned()
        } else {
            value
        };
        Some((name, value))
    });
    Some(Form(fields.collect()))
}

/// Adds the text of the files that a form names.
async fn read_files(element: &Element, form: &mut Form, page: &dyn Page) {
    let Ok(Some(frame)) = element.closest("form") else {
        return;
    };
    for input in nodes(&frame.query_selector_all("input[type='file']")) {
        let Ok(input) = input.dyn_into::<HtmlInputElement>() else {
            continue;
        };
        let file = input.files().and_then(|files| files.get(0));
        let most = input.get_attribute("data-most");
        let most = most.and_then(|most| most.parse().ok()).unwrap_or(MOST_BYTES);
        let start = file.and_then(|file| file.slice_with_i32_and_i32(0, most).ok());
        let Some(start) = start else { continue };
        let text = if input.has_attribute("data-decodes") {
            let bytes = JsFuture::from(start.array_buffer()).await.ok();
            bytes.map(|bytes| page.decode(&Uint8Array::new(&bytes).to_vec()))
        } else {
            let text = JsFuture::from(start.text()).await.ok();
            text.and_then(|text| chrome::text(&text))
        };
        form.0.extend(text.map(|text| (input.name(), text)));
    }
}

/// The names of the fields whose text the browser itself cannot understand.
fn half_typed(form: &Element) -> Vec<String> {
    let inputs = nodes(&form.query_selector_all("input[name]"));
    let inputs = inputs.iter().filter_map(|input| input.dyn_ref::<HtmlInputElement>());
    inputs
        .filter(|input| input.validity().bad_input())
        .map(HtmlInputElement::name)
        .collect()
}

/// Has the browser save the text that a button copies, as a file of the name that it gives.
fn save(button: &Element) -> Option<()> {
    files::save(&button.get_attribute("data-file")?, &copied(button)?.value())
}

/// The text area of its form that a button copies.
fn copied(button: &Element) -> Option<HtmlTextAreaElement> {
    let name = button.get_attribute("data-copies")?;
    let form = button.closest("form").ok()??;
    form.query_selector(&format!("[name='{name}']")).ok()??.dyn_into().ok()
}

/// Opens or closes the panel that a button names, and closes the others of its card.
fn unfold(opener: &Element) {
    let Some(name) = opener.get_attribute("data-opens") else {
        return;
    };
    let Ok(Some(card)) = opener.closest("[data-panels]") else {
        return;
    };
    let open = opener.get_attribute("aria-expanded").as_deref() == Some("true");
    close_panels(&card);
    if open {
        return;
    }
    set(opener, "aria-expanded", "true");
    if let Ok(Some(panel)) = card.query_selector(&format!("[data-panel='{name}']")) {
        let _ = panel.remove_attribute("hidden");
        let _ = panel.remove_attribute("disabled");
        // A document's first field for a date takes the browser as long as many rows: none is made before it is wanted.
        for field in nodes(&panel.query_selector_all("[data-type]")) {
            set(&field, "type", &field.get_attribute("data-type").unwrap_or_default());
        }
        // Where there is nothing to fill in, Enter must do no harm.
        let first = [FIELDS, "[data-action='cancel']", "button"].into_iter();
        let first = first
            .filter_map(|selector| panel.query_selector(selector).ok().flatten())
            .next();
        focus(Ok(first));
    }
}

/// Of several that one can choose between, the one that is chosen.
fn chosen(form: &Element, control: Element) -> Element {
    let radio = control
        .dyn_ref::<HtmlInputElement>()
        .filter(|input| input.type_() == "radio");
    let chosen = radio.and_then(|radio| {
        let selector = format!("[name='{}']:checked", radio.name());
        form.query_selector(&selector).ok().flatten()
    });
    chosen.unwrap_or(control)
}

fn has_panel(button: &Element) -> bool {
    button.closest("[data-panel]").is_ok_and(|panel| panel.is_some())
}

fn fold_up(button: &Element) {
    let Ok(Some(card)) = button.closest("[data-panels]") else {
        return;
    };
    let opener = card.query_selector("[data-opens][aria-expanded='true']");
    close_panels(&card);
    focus(opener);
}

fn close_panels(card: &Element) {
    let panels = card.query_selector_all("[data-panel]");
    let openers = card.query_selector_all("[data-opens]");
    for panel in nodes(&panels) {
        set(&panel, "hidden", "");
        // A closed part of a larger form says nothing.
        if panel.tag_name() == "FIELDSET" {
            set(&panel, "disabled", "");
        }
    }
    for opener in nodes(&openers) {
        set(&opener, "aria-expanded", "false");
    }
}

pub(super) fn focus(found: Result<Option<Element>, JsValue>) {
    if let Ok(Some(element)) = found
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        let _ = element.focus();
    }
}

/// Enter in a field of one line sends its form, as it does in a plain field; Escape closes what is unfolded before it closes a popup.
fn pressed(event: &Event) {
    // A key that chooses a character is no answer, and one that is held down is one answer.
    let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.is_composing()) else {
        return;
    };
    let key = event.key();
    let Some(target) = element(event) else { return };
    let one_line = || target.has_attribute("data-line");
    // In a text of several lines it writes empty ones.
    let is_text = || target.has_type::<HtmlTextAreaElement>() && !one_line();
    if event.repeat() && key == "Enter" && !is_text() {
        event.prevent_default();
        return;
    }
    // One that a wide page has room for is in sight without being unfolded.
    let panel = || target.closest("[data-panel]:not([hidden])").ok().flatten();
    match key.as_str() {
        "Enter" if one_line() => {
            event.prevent_default();
            if let Ok(Some(form)) = target.closest("form")
                && let Some(form) = form.dyn_ref::<HtmlFormElement>()
            {
                let _ = form.request_submit();
            }
        }
        "Escape" => {
            if let Some(panel) = panel() {
                event.prevent_default();
                fold_up(&panel);
            } else if let Ok(Some(form)) = target.closest("form")
                && let Ok(Some(cancel)) = form.query_selector("[data-action='cancel']:not([data-panel] *)")
                && let Some(cancel) = cancel.dyn_ref::<HtmlElement>()
            {
                event.prevent_default();
                cancel.click();
            }
        }
        _ => {}
    }
}

fn open_dialog(document: &Document, opener: &Element) {
    let id = opener.get_attribute("data-dialog").unwrap_or_default();
    let dialog = document.get_element_by_id(&id);
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok())
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// The name of the field that is typed in, where something is said to be wrong in its form.
fn retyped(event: &Event) -> Option<String> {
    let control = element(event)?;
    let form = control.closest("form").ok()??;
    form.query_selector(".error:not([hidden])").ok()??;
    control.get_attribute("name")
}

pub(super) fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Lets the browser do what else it has to do, for some milliseconds or for a moment.
pub(super) async fn pause(window: &Window, milliseconds: i32) -> Result<(), JsValue> {
    let over = Promise::new(&mut |done, _| {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
    });
    JsFuture::from(over).await.map(drop)
}

/// Listens for as long as the page lives.
pub(super) fn listen(target: &EventTarget, kind: &str, heard: impl Fn(&Event) + 'static) -> Result<(), JsValue> {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
    let result = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    // The page and the closure end together.
    closure.forget();
    result
}
