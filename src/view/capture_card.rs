//! A posting that is not kept yet, as a form.

use chrono::NaiveDate;

use super::screen::{MANUAL, POSTING};
use super::{Card, Field, Voice, Word, language_name};
use crate::capture::Selection;
use crate::domain::{
    Confidence, Employment, Facts, Line, Outlook, Posting, Reading, SafeLink, Source, Warning, Workplace,
};

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
        let posting = Posting {
            address: address.map(|address| Reading::new(address.clone(), Source::Address, Confidence::Sure)),
            ..Posting::default()
        };
        Card {
            fields: self.posting_fields(&posting),
            ..Card::new("capture-card", MANUAL)
        }
        .mark("mode", "manual")
        .part("address", true)
        .text("host", address.map_or("", SafeLink::host))
        .toned("kind", self.words.text(Word::ByHand), "good")
        .field("applied_on", self.today.0.to_string())
    }

    /// What the form says of a posting to begin with.
    pub fn posting_fields(&self, posting: &Posting) -> Vec<Field> {
        let doubts = doubts(posting);
        let description = posting.description.iter().map(|text| text.value.to_string());
        let mut fields = self.facts_fields(&Facts::from(posting));
        fields.push(Field::with("description", description.collect()));
        for field in &mut fields {
            field.uncertain = doubts.contains(&field.name);
        }
        fields
    }

    /// What the form says of an application to begin with.
    pub fn facts_fields(&self, facts: &Facts) -> Vec<Field> {
        let line = |line: Option<&Line>| line.map(ToString::to_string).into_iter().collect();
        let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).into_iter().collect();
        let link = |link: Option<&SafeLink>| link.map(ToString::to_string).into_iter().collect();
        let places: Vec<&str> = facts.places.iter().map(Line::as_str).collect();
        let contact = facts.contact.as_ref();
        let language = facts.language.as_ref().map(|tag| language_name(tag.as_str()));
        vec![
            Field::with("title", line(facts.title.as_ref())),
            Field::with("company", line(facts.company.as_ref())),
            Field::of("place", places.join(PLACES_SEPARATOR)),
            Field::with("workplace", named(&WORKPLACES, facts.workplace.as_slice())),
            Field::with("pay", facts.pay.iter().map(|pay| self.pay(pay)).collect()),
            Field::with("posted", date(facts.posted)),
            Field::with("closes", date(facts.closes)),
            Field::with("employment", named(&EMPLOYMENTS, &facts.employment)),
            Field::with("contact", line(contact.map(|contact| &contact.name))),
            Field::with(
                "contact_email",
                line(contact.and_then(|contact| contact.email.as_ref())),
            ),
            Field::with("reference", line(facts.reference.as_ref())),
            Field::with("language", language.into_iter().collect()),
            Field::with("address", link(facts.address.as_ref())),
            Field::with("apply", link(facts.apply.as_ref())),
        ]
    }
}

/// The fields of which it is not sure that they were read right.
fn doubts(posting: &Posting) -> Vec<&'static str> {
    fn doubt<T>(name: &'static str, reading: Option<&Reading<T>>) -> Option<&'static str> {
        reading
            .filter(|reading| reading.confidence == Confidence::Unsure)
            .map(|_| name)
    }
    let doubts = [
        doubt("title", posting.title.as_ref()),
        doubt("company", posting.company.as_ref()),
        doubt("place", posting.places.as_ref()),
        doubt("workplace", posting.workplace.as_ref()),
        doubt("pay", posting.pay.as_ref()),
        doubt("posted", posting.posted.as_ref()),
        doubt("closes", posting.closes.as_ref()),
        doubt("employment", posting.employment.as_ref()),
        doubt("contact", posting.contact.as_ref()),
        doubt("apply", posting.apply.as_ref()),
        doubt("description", posting.description.as_ref()),
        doubt("reference", posting.reference.as_ref()),
    ];
    doubts.into_iter().flatten().collect()
}

/// Those of `values` by their names in the markup.
pub fn named<T: Copy + PartialEq>(names: &[(T, &str)], values: &[T]) -> Vec<String> {
    let known = names.iter().filter(|(value, _)| values.contains(value));
    known.map(|(_, name)| (*name).to_owned()).collect()
}
