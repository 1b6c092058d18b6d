//! The popup as a person uses it: what they see and what they press.

use pollster::block_on;
use your_move::app::{Action, Drafts as _, Form, Popup, Visit, draft, own_place};
use your_move::capture::PageSnapshot;
use your_move::domain::Fault;
use your_move::view::{Card, Words};

use super::sound::check_sound;
use super::world::Model;

/// A popup that is open in a world.
pub(crate) struct Desk {
    pub(crate) world: Model,
    popup: Popup<Model>,
}

/// The page of a posting, with what structured data says beside title and company.
pub(crate) fn page(address: &str, title: &str, company: &str, more: &str) -> PageSnapshot {
    let json = format!(
        r#"{{"@context":"https://schema.org","@type":"JobPosting","title":"{title}","url":"{address}",
        "hiringOrganization":{{"@type":"Organization","name":"{company}"}}{more}}}"#
    );
    PageSnapshot {
        address: address.to_owned(),
        title: format!("{title} - {company}"),
        json_ld: vec![json],
        ..PageSnapshot::default()
    }
}

/// The one posting that most stories need.
pub(crate) fn gardener() -> PageSnapshot {
    page("https://northwind.example/jobs/1", "Gardener", "Northwind", "")
}

impl Desk {
    /// The popup on a page.
    pub(crate) fn at(world: &Model, snapshot: PageSnapshot) -> Self {
        let address = snapshot.address.clone();
        Self::on(world, &address, Ok(snapshot))
    }

    /// The popup in a tab of which the probe brought that.
    pub(crate) fn on(world: &Model, address: &str, snapshot: Result<PageSnapshot, Fault>) -> Self {
        let mut desk = Self::unread(world);
        block_on(desk.popup.settle_in());
        desk.see(address, snapshot);
        desk
    }

    /// The popup of which the page is not read yet.
    pub(crate) fn unread(world: &Model) -> Self {
        let world = world.clone();
        let popup = block_on(Popup::open(world.clone(), Words::english()));
        let mut desk = Self { world, popup };
        desk.go_on();
        desk
    }

    /// The page is read, or something is known of it.
    pub(crate) fn see(&mut self, address: &str, snapshot: Result<PageSnapshot, Fault>) {
        let address = address.to_owned();
        block_on(self.popup.see(Visit { address, snapshot }));
        self.go_on();
    }

    /// Goes on until nothing is left.
    pub(crate) fn go_on(&mut self) {
        while block_on(self.popup.read_on()).is_some() {}
    }

    /// A world of that day in which the gardener's posting is kept, and the user applied that day.
    pub(crate) fn applied(today: &str) -> Self {
        let mut desk = Self::at(&Model::on(today), gardener());
        desk.press("applied", "capture-card", &[]);
        desk
    }

    pub(crate) fn card(&self) -> Card {
        self.popup.card()
    }

    /// The cards of a template, in their order on the screen, but for the rows that ask what they said: those have tests of their own.
    pub(crate) fn all(&self, template: &str) -> Vec<Card> {
        let mut found = within(&self.card(), template);
        found.retain(|card| !is_question(card));
        found
    }

    /// The rows that ask what they said at the end of an interview.
    pub(crate) fn questions(&self) -> Vec<Card> {
        let card = self.card();
        let (_, rows) = card.lists.iter().find(|(name, _)| *name == "moves").expect("rows");
        rows.iter().filter(|row| is_question(row)).cloned().collect()
    }

    pub(crate) fn first(&self, template: &str) -> Card {
        let mut all = self.all(template);
        assert!(!all.is_empty(), "no {template} in {:#?}", self.card());
        all.remove(0)
    }

    /// What stands in a slot of the first card of a template.
    pub(crate) fn text(&self, template: &str, slot: &str) -> String {
        text(&self.first(template), slot)
    }

    /// What the notice says: that it was done, and what comes next.
    pub(crate) fn notice(&self) -> String {
        let notice = self.first("notice");
        [text(&notice, "text"), text(&notice, "next")].join(" | ")
    }

    /// The rows of what is due: heading and reason.
    pub(crate) fn moves(&self) -> Vec<String> {
        let rows = self.all("move-row");
        rows.iter()
            .map(|row| {
                format!(
                    "{} — {}: {}",
                    text(row, "heading"),
                    text(row, "when"),
                    text(row, "because")
                )
            })
            .collect()
    }

    /// The timeline, the latest first.
    pub(crate) fn timeline(&self) -> Vec<String> {
        let rows = self.all("event-row");
        rows.iter()
            .map(|row| format!("{} {}", text(row, "day"), text(row, "text")))
            .collect()
    }

    /// Presses a button of the first card of a template, with the card's fields as they stand but for `typed`.
    pub(crate) fn press(&mut self, name: &str, template: &str, typed: &[(&str, &str)]) {
        let card = self.first(template);
        self.press_on(name, &card, "", typed);
    }

    /// Writes something down of the application that is shown: opens the form of an entry, with its fields as they stand but for `typed`,
    /// and sends it.
    pub(crate) fn log(&mut self, entry: &str, typed: &[(&str, &str)]) {
        let card = self.first("kept-card");
        self.press_on("log", &card, entry, &[]);
        self.keep(typed);
    }

    /// Sends the form of the entry that is open.
    pub(crate) fn keep(&mut self, typed: &[(&str, &str)]) {
        let (card, form) = (self.first("kept-card"), self.first("entry-form"));
        let choices = form.lists.iter().flat_map(|(_, choices)| choices);
        let fields = form.fields.iter().chain(choices.flat_map(|choice| &choice.fields));
        let filled = Card {
            fields: fields.cloned().collect(),
            ..card
        };
        self.press_on("keep", &filled, &form.key, typed);
    }

    /// Presses a button of a card, for one of its choices.
    pub(crate) fn press_on(&mut self, name: &str, card: &Card, choice: &str, typed: &[(&str, &str)]) {
        self.act(action(name, card, choice, typed));
    }

    /// Types into a card's form, or that of one of its choices, and closes the window before it is sent.
    pub(crate) fn leave(&self, name: &str, card: &Card, choice: &str, typed: &[(&str, &str)]) {
        let typed = action(name, card, choice, typed);
        let text = draft(&typed).expect("a form that is typed in");
        let place = own_place(&typed).unwrap_or_else(|| self.popup.place());
        self.world.put_by(&place, &text);
    }

    /// The same in the form of a posting, or in the one that is filled in by hand.
    pub(crate) fn leave_capture(&self, typed: &[(&str, &str)]) {
        self.leave("applied", &self.first("capture-card"), "", typed);
    }

    /// Types into the field at the top.
    pub(crate) fn look_for(&mut self, words: &str) {
        self.act(Action {
            name: "search".to_owned(),
            form: Form(vec![("search".to_owned(), words.to_owned())]),
            ..Action::default()
        });
    }

    /// Presses the plus at the top.
    pub(crate) fn write_by_hand(&mut self) {
        self.act(Action {
            name: "manual".to_owned(),
            ..Action::default()
        });
    }

    /// Presses a button of the first card from a template without letting it go.
    pub(crate) fn hold(&mut self, name: &str, template: &str) {
        let action = action(name, &self.first(template), "", &[]);
        block_on(self.popup.prepare(&action));
    }

    /// A field is typed anew in a form that says what is wrong in it.
    pub(crate) fn retype(&mut self, field: &str) {
        self.popup.withdraw_complaint(field);
    }

    /// Lets it go elsewhere.
    pub(crate) fn let_go(&mut self) {
        self.popup.let_go();
    }

    /// Does what a button or a form asks for.
    pub(crate) fn act(&mut self, action: Action) {
        block_on(self.popup.act(action));
        self.go_on();
        check_sound(&self.world);
    }

    /// Another day, another look at the same page.
    pub(crate) fn come_back(&mut self, today: &str, snapshot: PageSnapshot) {
        self.world.turn_to(today);
        *self = Self::at(&self.world, snapshot);
    }
}

/// What a button asks for, with the card's fields as they stand but for `typed`.
fn action(name: &str, card: &Card, choice: &str, typed: &[(&str, &str)]) -> Action {
    let is_typed = |name: &str| typed.iter().any(|(typed, _)| *typed == name);
    let shown = card.fields.iter().filter(|field| !is_typed(field.name));
    let shown = shown.flat_map(|field| field.values.iter().map(|value| (field.name.to_owned(), value.clone())));
    let typed = typed
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let form = Form(shown.chain(typed).collect());
    Action {
        name: name.to_owned(),
        card: card.key.clone(),
        choice: choice.to_owned(),
        form,
    }
}

fn is_question(card: &Card) -> bool {
    card.template == "move-row" && text(card, "write") == "Note it"
}

/// The cards of a template that are within a card or it itself, in their order on the screen.
pub(crate) fn within(card: &Card, template: &str) -> Vec<Card> {
    let own = (card.template == template).then(|| card.clone());
    let inner = card.lists.iter().flat_map(|(_, cards)| cards);
    own.into_iter()
        .chain(inner.flat_map(|card| within(card, template)))
        .collect()
}

/// What is asked on the card of that key, for one of its choices, with what a form says.
pub(crate) fn asked(name: &str, card: &str, choice: &str, form: &[(&str, &str)]) -> Action {
    let form = form
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Action {
        name: name.to_owned(),
        card: card.to_owned(),
        choice: choice.to_owned(),
        form: Form(form.collect()),
    }
}

/// What stands in a slot of a card; the last word on it counts.
pub(crate) fn text(card: &Card, slot: &str) -> String {
    let named = card.slots.iter().rfind(|(name, _)| *name == slot);
    named.map_or(String::new(), |(_, slot)| slot.text.clone())
}

/// Whether a part of a card is shown.
pub(crate) fn part(card: &Card, name: &str) -> bool {
    card.parts.iter().any(|(part, shown)| *part == name && *shown)
}

/// What a field of a card says; the last word on it counts.
pub(crate) fn value(card: &Card, field: &str) -> String {
    let mut fields = card.fields.iter().rev();
    let field = fields.find(|known| known.name == field).expect("a field");
    field.values.concat()
}

/// What a card's form says.
pub(crate) fn said(card: &Card) -> Vec<(&'static str, Vec<String>)> {
    card.fields
        .iter()
        .map(|field| (field.name, field.values.clone()))
        .collect()
}
