//! "Take from page": what is selected on the page becomes what a field says.

use super::Popup;
use crate::app::asked::Action;
use crate::app::draft::draft;
use crate::app::form::Form;
use crate::app::ports::World;
use crate::capture::Selection;
use crate::domain::{Line, Refusal};
use crate::view::{Complaint, EMPLOYMENTS, PLACES_SEPARATOR, Page, TAKEN, Voice, WORKPLACES, named};

impl<W: World> Popup<W> {
    /// Fills the field of that name; says so beside it where the selection says nothing of the kind. What else was typed stays.
    pub(super) fn fill(&mut self, field: &str, action: &Action) -> bool {
        let Some(selection) = &self.screen.selection else {
            return false;
        };
        let Some(field) = TAKEN.into_iter().find(|known| *known == field) else {
            return false;
        };
        let values = values(selection, field, &self.case.voice());
        if values.is_empty() {
            let refusal = Refusal::NotSelected { field };
            let slot = action.place(&refusal).unwrap_or("error");
            let card = action.card.clone();
            self.case.work.complaint = Some(Complaint {
                card,
                within: String::new(),
                slot,
                refusal,
            });
            self.case.work.typed.clone_from(&action.form.0);
            return false;
        }
        // Nothing more is said of what comes of it than of what is typed.
        if let Page::Posting { outlook, .. } = &mut self.screen.page {
            *outlook = None;
        }
        let mut form = action.form.0.clone();
        form.retain(|(name, _)| name != field);
        form.extend(values.into_iter().map(|value| (field.to_owned(), value)));
        self.case.work.typed.clone_from(&form);
        // It is as good as typed: a popup that is closed loses neither.
        let typed = Action {
            name: "applied".to_owned(),
            form: Form(form),
            ..action.clone()
        };
        if let Some(text) = draft(&typed) {
            self.case.world.put_by(&self.place(), &text);
        }
        true
    }
}

/// What a field of that name says then, as the form has it; nothing where the selection says nothing of the kind.
fn values(selection: &Selection, field: &str, voice: &Voice<'_>) -> Vec<String> {
    let one = |value: Option<String>| value.into_iter().collect();
    match field {
        "place" => {
            let places = selection.places();
            let places: Vec<&str> = places.iter().map(Line::as_str).collect();
            one(Some(places.join(PLACES_SEPARATOR)).filter(|places| !places.is_empty()))
        }
        "workplace" => named(&WORKPLACES, selection.workplace().as_slice()),
        "employment" => named(&EMPLOYMENTS, &selection.employment()),
        "pay" => one(selection.pay().map(|pay| voice.pay(&pay))),
        "posted" => one(selection.posted().map(|day| day.to_string())),
        "closes" => one(selection.closes().map(|day| day.to_string())),
        "contact_email" => one(selection.email().map(String::from)),
        "apply" => one(selection.address().map(String::from)),
        "description" => vec![selection.text().to_string()],
        _ => one(selection.line().map(String::from)),
    }
}
