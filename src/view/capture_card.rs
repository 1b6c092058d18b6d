//! A posting that is not kept yet, as a form.

use super::screen::{MANUAL, POSTING};
use super::{Card, Field, Voice, Word, language_name};
use crate::capture::Selection;
use crate::domain::{Confidence, Employment, Outlook, Posting, Reading, SafeLink, Warning, Workplace};

/// Between several places in one field.
pub const PLACES_SEPARATOR: &str = "; ";

/// What the form calls the workplaces.
pub const WORKPLACES: [(Workplace, &str); 3] = [
    (Workplace::OnSite, "on_site"),
    (Workplace::Hybrid, "hybrid"),
    (Workplace::Remote, "remote"),
];

/// What the form calls the kinds of contract.
pub const EMPLOYMENTS: [(Employment, &str); 8] = [
    (Employment::FullTime, "full_time"),
    (Employment::PartTime, "part_time"),
    (Employment::Contract, "contract"),
    (Employment::Temporary, "temporary"),
    (Employment::Internship, "internship"),
    (Employment::Apprenticeship, "apprenticeship"),
    (Employment::PerDiem, "per_diem"),
    (Employment::Volunteer, "volunteer"),
];

/// The fields that can be taken from what is selected on the page.
pub const TAKEN: [&str; 13] = [
    "title",
    "company",
    "place",
    "workplace",
    "pay",
    "posted",
    "closes",
    "employment",
    "contact",
    "contact_email",
    "reference",
    "apply",
    "description",
];

/// So much of what is selected is shown, in characters: who selected it knows how it goes on.
const SELECTED: usize = 80;

impl Voice<'_> {
    /// What is selected on the page, for the top of a form that can take it.
    pub(super) fn selected(&self, selection: &Selection) -> String {
        let text = selection.text().as_str().replace('\n', " ");
        let mut shown: String = text.chars().take(SELECTED).collect();
        if shown.len() < text.len() {
            shown.push('…');
        }
        self.say(Word::Selected, &[("text", &shown)])
    }

    /// The card of a posting that was read. `outlook` is what would come of applying today.
    pub fn posting_card(&self, posting: &Posting, warnings: &[Warning], outlook: Option<&Outlook>) -> Card {
        let host = posting.address.as_ref().map_or("", |address| address.value.host());
        let apply = posting.apply.as_ref().map(|apply| apply.value.clone());
        let open_form = apply.as_ref().map_or(String::new(), |_| self.text(Word::OpenIt));
        let next = outlook.map(|outlook| self.next(outlook, None)).unwrap_or_default();
        let asks = warnings.contains(&Warning::DoNotContact);
        let address = posting.address.as_ref().map(|address| address.value.clone());
        let listed = address.filter(|_| warnings.contains(&Warning::OfAList));
        let open = listed.as_ref().map_or(String::new(), |_| self.text(Word::OpenPosting));
        let mut fields = self.posting_fields(posting);
        // An empty box, which a draft may tick.
        fields.extend(asks.then(|| Field::none("consent")));
        Card {
            fields,
            ..Card::new("capture-card", POSTING)
        }
        .mark(
            "mode",
            if warnings.contains(&Warning::OfAList) {
                "listed"
            } else {
                "read"
            },
        )
        .toned("kind", self.words.text(Word::NewPosting), "good")
        .text("host", host)
        .text("caution", self.warnings(warnings))
        .link("open", open, listed)
        .part("do_not_contact", asks)
        .link("apply", open_form, apply)
        .text("next", next)
        .field("applied_on", self.today.0.to_string())
    }

    /// The card of an application that is written down by hand.
    pub fn manual_card(&self, address: Option<&SafeLink>) -> Card {
        Card {
            fields: self.posting_fields(&Posting::default()),
            ..Card::new("capture-card", MANUAL)
        }
        .mark("mode", "manual")
        .text("host", address.map_or("", SafeLink::host))
        .toned("kind", self.words.text(Word::ByHand), "good")
        .field("applied_on", self.today.0.to_string())
    }

    /// What the form says of a posting to begin with.
    pub fn posting_fields(&self, posting: &Posting) -> Vec<Field> {
        vec![
            field("title", posting.title.as_ref(), |title| vec![title.to_string()]),
            field("company", posting.company.as_ref(), |company| vec![company.to_string()]),
            field("place", posting.places.as_ref(), |places| {
                let places: Vec<&str> = places.iter().map(crate::domain::Line::as_str).collect();
                vec![places.join(PLACES_SEPARATOR)]
            }),
            field("workplace", posting.workplace.as_ref(), |workplace| {
                named(&WORKPLACES, &[*workplace])
            }),
            field("pay", posting.pay.as_ref(), |pay| vec![self.pay(pay)]),
            field("posted", posting.posted.as_ref(), |date| vec![date.to_string()]),
            field("closes", posting.closes.as_ref(), |date| vec![date.to_string()]),
            field("employment", posting.employment.as_ref(), |employment| {
                named(&EMPLOYMENTS, employment)
            }),
            field("contact", posting.contact.as_ref(), |contact| {
                vec![contact.name.to_string()]
            }),
            Field {
                uncertain: false,
                ..field("contact_email", posting.contact.as_ref(), |contact| {
                    contact.email.iter().map(ToString::to_string).collect()
                })
            },
            field("apply", posting.apply.as_ref(), |apply| vec![apply.to_string()]),
            field("description", posting.description.as_ref(), |text| {
                vec![text.to_string()]
            }),
            field("reference", posting.reference.as_ref(), |reference| {
                vec![reference.to_string()]
            }),
            Field {
                values: posting.language.iter().map(|tag| language_name(tag.as_str())).collect(),
                ..Field::none("language")
            },
        ]
    }
}

fn field<T>(name: &'static str, reading: Option<&Reading<T>>, values: impl Fn(&T) -> Vec<String>) -> Field {
    Field {
        name,
        values: reading.map(|reading| values(&reading.value)).unwrap_or_default(),
        invalid: false,
        uncertain: reading.is_some_and(|reading| reading.confidence == Confidence::Unsure),
    }
}

/// Those of `values` by their names in the markup.
pub fn named<T: Copy + PartialEq>(names: &[(T, &str)], values: &[T]) -> Vec<String> {
    let known = names.iter().filter(|(value, _)| values.contains(value));
    known.map(|(_, name)| (*name).to_owned()).collect()
}
