//! The popup's document: what is clicked and sent in it becomes an action, one at a time, and what came of it is shown.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, Element, Event, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement,
    KeyboardEvent, UiEvent, Window,
};

use super::browser::Browser;
use super::dom::{Screen, nodes, set};
use super::drafts::DraftBox;
use super::{chrome, tab};
use crate::app::{Action, Drafts as _, Form, Popup, Visit, draft};
use crate::domain::Fault;
use crate::view::{Card, Words};

/// What is filled in in a form.
const FIELDS: &str = "input:not([type='radio']), input:checked, textarea, select";

/// How long a page may take until it is said that it does, in milliseconds.
const PATIENCE: i32 = 3_000;

/// No more rows are in sight above a page that is still being read: a popup is 600 px high.
const IN_SIGHT: usize = 2;

/// The parts that take the focus when what had it is gone, by their ids.
const SECTIONS: [&str; 2] = ["moves", "page"];

/// Opens the popup: first what is kept, which can be worked on at once, then the page, which may take its time.
pub(super) async fn open() -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let words = Words::for_language(&chrome::language());
    let screen = Screen::new(document.clone(), words);
    let drafts = DraftBox::default();
    let popup = Popup::open(Browser::with(drafts.clone()), words).await;
    screen.show(&in_sight(popup.card()));

    let desk = Rc::new(Desk {
        document: document.clone(),
        screen,
        drafts,
        place: RefCell::new(popup.place()),
        popup: RefCell::new(Some(popup)),
        waiting: RefCell::new(VecDeque::new()),
    });
    let clicked = Rc::clone(&desk);
    listen(&document, "click", move |event| clicked.click(event))?;
    let sent = Rc::clone(&desk);
    listen(&document, "submit", move |event| sent.submit(event))?;
    let typed = Rc::clone(&desk);
    listen(&document, "input", move |event| typed.input(event))?;
    listen(&document, "keydown", pressed)?;
    let pressed_on = Rc::clone(&desk);
    listen(&document, "pointerdown", move |event| pressed_on.press(event))?;
    for end in ["pointerup", "pointercancel"] {
        let (desk, window) = (Rc::clone(&desk), window.clone());
        listen(&document, end, move |_| desk.release(&window))?;
    }
    // What is in the document by now is painted before anything else is done.
    pause(&window, 0).await?;
    desk.put(Task::Announce);
    let tab = tab::current().await;
    let slow = Visit {
        address: tab.address.clone(),
        snapshot: Err(Fault::PageSlow),
    };
    let waiting = Rc::clone(&desk);
    spawn_local(async move {
        if pause(&window, PATIENCE).await.is_ok() {
            waiting.put(Task::See(Box::new(slow)));
        }
    });
    desk.put(Task::See(Box::new(tab::visit(tab).await)));
    Ok(())
}

/// What is seen of the popup before anything is scrolled or unfolded. The rest comes with whatever is shown next.
fn in_sight(mut card: Card) -> Card {
    for (_, cards) in &mut card.lists {
        cards.truncate(IN_SIGHT);
        for card in cards {
            card.lists.clear();
        }
    }
    card
}

/// What the popup is to do next.
enum Task {
    /// Set badge and alarm.
    Announce,
    /// Take in the page.
    See(Box<Visit>),
    /// Do what an element asks for.
    Act(Action, Element),
    /// Prepare what it asks for.
    Prepare(Action),
    /// Let go what was prepared.
    LetGo,
}

/// Everything that lives as long as the popup's document.
struct Desk {
    document: Document,
    screen: Screen,
    drafts: DraftBox,
    /// Where what is typed is put by.
    place: RefCell<String>,
    /// Taken out while it works.
    popup: RefCell<Option<Popup<Browser>>>,
    waiting: RefCell<VecDeque<Task>>,
}

impl Desk {
    fn click(self: &Rc<Self>, event: &Event) {
        let Some(target) = element(event) else { return };
        // The second click of a double click means the first.
        if event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 1) {
            return;
        }
        if let Ok(Some(opener)) = target.closest("[data-opens]") {
            unfold(&opener);
        } else if let Ok(Some(button)) = target.closest("button[data-action]") {
            match button.get_attribute("data-action").as_deref() {
                Some("cancel") if has_panel(&button) => fold_up(&button),
                Some("copy") => spawn_local(Rc::clone(self).copy(button)),
                _ => self.ask(&button),
            }
        }
    }

    /// What is pressed will likely be clicked, and most of it asks for a command. Between a click and the next frame Chromium gives no
    /// lock, so that it is asked for now.
    fn press(self: &Rc<Self>, event: &Event) {
        let Some(button) = element(event).and_then(|target| target.closest("button").ok().flatten()) else {
            return;
        };
        let asks = button.closest("[data-action]").ok().flatten();
        if let Some(asks) = asks.filter(|_| !button.has_attribute("data-opens")) {
            self.put(Task::Prepare(action(&asks)));
        }
    }

    /// What the click that follows has not taken by then is not needed.
    fn release(self: &Rc<Self>, window: &Window) {
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
        if let Some(text) = draft(&action(&form)) {
            self.drafts.put_by(&self.place.borrow(), &text);
        }
    }

    /// What is typed, and what comes of it at once.
    fn input(self: &Rc<Self>, event: &Event) {
        self.put_by(event);
        if let Some(control) = element(event)
            && let Ok(Some(form)) = control.closest("form[data-at-once]")
        {
            self.ask(&form);
        }
    }

    fn submit(self: &Rc<Self>, event: &Event) {
        event.prevent_default();
        if let Some(form) = element(event) {
            self.ask(&form);
        }
    }

    /// Copies the text that a button names, and asks for what it asks for once that is done. Where the browser copies nothing, the text is
    /// selected, so that the user can.
    async fn copy(self: Rc<Self>, button: Element) {
        let Some(area) = copied(&button) else { return };
        if chrome::copy(&area.value()).await.is_ok() {
            self.ask(&button);
        } else {
            let _ = area.focus();
            area.select();
        }
    }

    /// Puts the action of a button or a form in line.
    fn ask(self: &Rc<Self>, element: &Element) {
        self.put(Task::Act(action(element), element.clone()));
    }

    fn put(self: &Rc<Self>, task: Task) {
        self.waiting.borrow_mut().push_back(task);
        if let Some(popup) = self.popup.borrow_mut().take() {
            spawn_local(Rc::clone(self).work(popup));
        }
    }

    async fn work(self: Rc<Self>, mut popup: Popup<Browser>) {
        self.mark("data-busy", true);
        loop {
            let next = self.waiting.borrow_mut().pop_front();
            let Some(task) = next else { break };
            let focused = self.focused();
            match task {
                Task::Announce => popup.announce().await,
                Task::See(visit) => {
                    popup.see(*visit).await;
                    self.mark("data-ready", true);
                    if let Some(page) = self.document.get_element_by_id("page") {
                        let _ = page.remove_attribute("aria-busy");
                    }
                }
                // Nothing of that is seen.
                Task::Prepare(action) => {
                    popup.prepare(&action).await;
                    continue;
                }
                Task::LetGo => {
                    popup.let_go();
                    continue;
                }
                // What was asked on a card that is gone by now was asked twice.
                Task::Act(_, element) if !element.is_connected() => {}
                Task::Act(action, element) => {
                    if popup.act(action).await {
                        clear_away(&element);
                    }
                }
            }
            self.place.replace(popup.place());
            self.screen.show(&popup.card());
            self.focus_new();
            if let Some(focused) = focused {
                self.keep_focus(focused.closest("section").ok().flatten());
            }
        }
        self.popup.replace(Some(popup));
        self.mark("data-busy", false);
    }

    fn mark(&self, name: &str, on: bool) {
        if let Some(body) = self.document.body() {
            let _ = body.toggle_attribute_with_force(name, on);
        }
    }

    /// A form that was just opened takes the focus, once.
    fn focus_new(&self) {
        let Ok(Some(form)) = self.document.query_selector("[data-focus]") else {
            return;
        };
        let _ = form.remove_attribute("data-focus");
        // Where there is nothing to fill in, Enter must do no harm.
        let controls = nodes(&form.query_selector_all(FIELDS)).into_iter();
        let controls = controls.chain(nodes(&form.query_selector_all("[data-action='cancel']")));
        let mut controls = controls.filter_map(|control| control.dyn_into::<HtmlElement>().ok());
        if let Some(first) = controls.find(|control| control.offset_parent().is_some()) {
            let _ = first.focus();
        }
    }

    /// What has the focus, if anything has.
    fn focused(&self) -> Option<Element> {
        let body: Option<Element> = self.document.body().map(Into::into);
        self.document
            .active_element()
            .filter(|element| Some(element) != body.as_ref())
    }

    /// Where the focused element went away, the focus goes to the part it was in, or to one that is still shown.
    fn keep_focus(&self, section: Option<Element>) {
        if self.focused().is_some() {
            return;
        }
        let others = SECTIONS.iter().filter_map(|id| self.document.get_element_by_id(id));
        for section in section.into_iter().chain(others) {
            let heading = section.query_selector("[tabindex='-1']").ok().flatten();
            let place: Option<HtmlElement> = heading.unwrap_or(section).dyn_into().ok();
            if let Some(place) = place.filter(|place| place.offset_parent().is_some()) {
                let _ = place.focus();
                return;
            }
        }
    }
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
    let inner = element.closest("[data-key]").ok().flatten();
    let outer = inner
        .as_ref()
        .and_then(|inner| inner.parent_element()?.closest("[data-key]").ok().flatten());
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
    let fields = pairs.iter().map(|pair| {
        let pair: Array = pair.unchecked_into();
        let text = |index| pair.get(index).as_string().unwrap_or_default();
        let name = text(0);
        // The browser gives nothing for a date that is not typed to its end: that is not the same as no date.
        let value = if half_typed.contains(&name) {
            "?".to_owned()
        } else {
            text(1)
        };
        (name, value)
    });
    Some(Form(fields.collect()))
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
        let first = panel.query_selector(FIELDS).ok().flatten();
        focus(first.map_or_else(|| panel.query_selector("button"), |first| Ok(Some(first))));
    }
}

fn has_panel(button: &Element) -> bool {
    button.closest("[data-panel]").is_ok_and(|panel| panel.is_some())
}

fn fold_up(button: &Element) {
    let Ok(Some(card)) = button.closest("[data-panels]") else {
        return;
    };
    let opener = card.query_selector("[aria-expanded='true']");
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

fn focus(found: Result<Option<Element>, JsValue>) {
    if let Ok(Some(element)) = found
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        let _ = element.focus();
    }
}

/// Enter in a field of one line sends its form, as it does in a plain field; Escape closes what is unfolded before it closes the popup.
fn pressed(event: &Event) {
    // A key that chooses a character is no answer, and one that is held down is one answer.
    let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.is_composing()) else {
        return;
    };
    let key = event.key();
    if event.repeat() && key == "Enter" {
        event.prevent_default();
        return;
    }
    let Some(target) = element(event) else { return };
    let one_line = || target.has_attribute("data-line");
    let panel = || target.closest("[data-panel]").ok().flatten();
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

fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Lets the browser do what else it has to do, for some milliseconds or for a moment.
async fn pause(window: &Window, milliseconds: i32) -> Result<(), JsValue> {
    let over = Promise::new(&mut |done, _| {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
    });
    JsFuture::from(over).await.map(drop)
}

/// Listens for as long as the document lives.
fn listen(document: &Document, kind: &str, heard: impl Fn(&Event) + 'static) -> Result<(), JsValue> {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
    let result = document.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    // The document and the closure end together.
    closure.forget();
    result
}
