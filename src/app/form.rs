//! What a form says, as events. A field that cannot be understood is a refusal that names it.

use chrono::NaiveDate;

use crate::capture::{canonical_address, parse_pay};
use crate::domain::{
    Confidence, Contact, Correction, Currency, Line, Pay, Posting, Prose, Reading, Refusal, SafeLink, Source, What,
    day, is_email, same_person,
};
use crate::view::{EMPLOYMENTS, Field, PLACES_SEPARATOR, WORKPLACES, language_tag};

/// The names and values of a form's fields, as the browser gives them: a box that is not ticked is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(pub Vec<(String, String)>);

impl Form {
    /// What a field says; empty if there is none.
    pub fn text(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// Whether there is such a field.
    pub fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// A field's text as one line, if it says anything.
    pub fn line(&self, name: &str) -> Option<Line> {
        Line::new(self.text(name))
    }

    /// A date, if the field says anything.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] if it is no date.
    pub fn date(&self, name: &'static str) -> Result<Option<NaiveDate>, Refusal> {
        let text = self.text(name).trim();
        if text.is_empty() {
            return Ok(None);
        }
        day::date(text).map(Some).ok_or(Refusal::Unreadable { field: name })
    }

    /// A date that must be there.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] if it is none.
    pub fn day(&self, name: &'static str) -> Result<NaiveDate, Refusal> {
        self.date(name)?.ok_or(Refusal::Unreadable { field: name })
    }

    /// All that the fields of a name say.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    fn says_otherwise(&self, shown: &[Field], name: &str) -> bool {
        let values = shown.iter().find(|field| field.name == name).map(|field| &field.values);
        let shown = values.into_iter().flatten().map(|value| value.trim());
        let said = self.all(name).map(str::trim).filter(|value| !value.is_empty());
        !shown.filter(|value| !value.is_empty()).eq(said)
    }

    fn pay(&self, dollar: Option<Currency>) -> Result<Option<Pay>, Refusal> {
        let text = self.text("pay").trim();
        if text.is_empty() {
            return Ok(None);
        }
        parse_pay(text, dollar)
            .map(Some)
            .ok_or(Refusal::Unreadable { field: "pay" })
    }

    fn places(&self) -> Vec<Line> {
        self.text("place")
            .split(PLACES_SEPARATOR.trim())
            .filter_map(Line::new)
            .collect()
    }

    /// The person to write to: who was read there keeps what else was read of them.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] for an e-mail address that is none.
    fn contact(&self, read: Option<&Contact>) -> Result<Option<Contact>, Refusal> {
        let email = self.line("contact_email");
        // What was read on the page stays as it was found.
        let is_read = email.is_some() && read.is_some_and(|read| read.email == email);
        if !is_read && email.as_ref().is_some_and(|email| !is_email(email.as_str())) {
            return Err(Refusal::Unreadable { field: "contact_email" });
        }
        Ok(self.line("contact").or_else(|| email.clone()).map(|name| {
            let known = read.filter(|read| same_person(&read.name, &name)).cloned();
            let contact = known.unwrap_or_else(|| Contact::named(name.clone()));
            Contact { name, email, ..contact }
        }))
    }

    fn language(&self) -> Result<Option<Line>, Refusal> {
        let text = self.text("language").trim();
        match language_tag(text) {
            None if !text.is_empty() => Err(Refusal::Unreadable { field: "language" }),
            tag => Ok(tag),
        }
    }

    /// A web address, if the field says anything.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] if it is none that can be kept.
    pub(super) fn link(&self, name: &'static str) -> Result<Option<SafeLink>, Refusal> {
        let text = self.text(name).trim();
        match SafeLink::typed(text).filter(SafeLink::can_be_kept) {
            None if !text.is_empty() => Err(Refusal::Unreadable { field: name }),
            link => Ok(link),
        }
    }

    /// The posting's address, whichever way the user came to it.
    fn address(&self) -> Result<Option<SafeLink>, Refusal> {
        Ok(self.link("address")?.map(|address| canonical_address(&address)))
    }

    /// Puts the description in the place of the one that was read, where the user wrote another. It is too long to stand in the history
    /// a second time.
    pub(super) fn describe(&self, shown: &[Field], posting: &mut Posting) {
        if self.says_otherwise(shown, "description") {
            posting.description = by_hand(Prose::new(self.text("description")));
        }
    }

    /// The value whose name in the markup is what a field says.
    pub(super) fn one<T: Copy>(&self, field: &str, names: &[(T, &str)]) -> Option<T> {
        self.named(field, names).first().copied()
    }

    /// The values whose names in the markup are among what a field says.
    pub(super) fn named<T: Copy>(&self, field: &str, names: &[(T, &str)]) -> Vec<T> {
        let ticked = |name: &str| self.all(field).any(|value| value == name);
        names
            .iter()
            .filter(|(_, name)| ticked(name))
            .map(|(value, _)| *value)
            .collect()
    }

    /// What the user put right in the form of a posting, of which `shown` is what the form said and `contact` the person who was read. A lone
    /// "$" means `dollar`.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] for a field that cannot be understood.
    pub fn corrections(
        &self,
        shown: &[Field],
        contact: Option<&Contact>,
        dollar: Option<Currency>,
    ) -> Result<Vec<What>, Refusal> {
        let mut corrections = Vec::new();
        let mut put_right = |name: &str, correction: Correction| {
            if self.says_otherwise(shown, name) {
                corrections.push(What::Corrected(correction));
            }
        };
        let is_other = self.says_otherwise(shown, "contact") || self.says_otherwise(shown, "contact_email");
        put_right("title", Correction::Title(self.line("title")));
        put_right("company", Correction::Company(self.line("company")));
        put_right("place", Correction::Places(self.places()));
        put_right("workplace", Correction::Workplace(self.one("workplace", &WORKPLACES)));
        put_right("posted", Correction::Posted(self.date("posted")?));
        put_right("closes", Correction::Closes(self.date("closes")?));
        put_right(
            "employment",
            Correction::Employment(self.named("employment", &EMPLOYMENTS)),
        );
        put_right("reference", Correction::Reference(self.line("reference")));
        if self.says_otherwise(shown, "language") {
            corrections.push(What::Corrected(Correction::Language(self.language()?)));
        }
        if is_other {
            corrections.push(What::Corrected(Correction::Contact(self.contact(contact)?)));
        }
        if self.says_otherwise(shown, "address") {
            let address = self.address()?;
            let known = shown.iter().find(|field| field.name == "address");
            let known = known.and_then(|field| field.values.first());
            // The same one, whichever way the user came to it.
            if address.as_ref().map(SafeLink::as_str) != known.map(String::as_str) {
                corrections.push(What::Corrected(Correction::Address(address)));
            }
        }
        if self.says_otherwise(shown, "apply") {
            corrections.push(What::Corrected(Correction::Apply(self.link("apply")?)));
        }
        // What was shown need not be read again: only what was typed must be understood.
        if self.says_otherwise(shown, "pay") {
            corrections.push(What::Corrected(Correction::Pay(self.pay(dollar)?)));
        }
        Ok(corrections)
    }

    /// A posting written down by hand, on the page at `address` unless the form says another. A lone "$" means `dollar`.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] for a field that cannot be understood.
    pub fn posting(&self, address: Option<&SafeLink>, dollar: Option<Currency>) -> Result<Posting, Refusal> {
        let given = if self.has("address") {
            self.address()?
        } else {
            address.cloned()
        };
        let source = if given.as_ref() == address {
            Source::Address
        } else {
            Source::User
        };
        Ok(Posting {
            title: by_hand(self.line("title")),
            company: by_hand(self.line("company")),
            places: by_hand(Some(self.places()).filter(|places| !places.is_empty())),
            workplace: by_hand(self.one("workplace", &WORKPLACES)),
            employment: by_hand(Some(self.named("employment", &EMPLOYMENTS)).filter(|kinds| !kinds.is_empty())),
            pay: by_hand(self.pay(dollar)?),
            posted: by_hand(self.date("posted")?),
            closes: by_hand(self.date("closes")?),
            reference: by_hand(self.line("reference")),
            address: given.map(|given| Reading::new(given, source, Confidence::Sure)),
            apply: by_hand(self.link("apply")?),
            contact: by_hand(self.contact(None)?),
            description: by_hand(Prose::new(self.text("description"))),
            language: self.language()?,
        })
    }
}

fn by_hand<T>(value: Option<T>) -> Option<Reading<T>> {
    value.map(|value| Reading::new(value, Source::User, Confidence::Sure))
}
