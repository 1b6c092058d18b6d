//! All texts of an application that somebody could look for.

use super::{Application, Contact, Interview, Line, Posting, Prose, What};

impl Application {
    /// What was written down of it by hand first, then people and facts, the description of the posting last: in this order it tells most
    /// of why it was found.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        self.history
            .iter()
            .for_each(|event| push_event(&event.what, &mut texts));
        for person in &self.people {
            push_contact(person, &mut texts);
        }
        let facts = &self.facts;
        let lines = [&facts.title, &facts.company, &facts.reference].into_iter().flatten();
        texts.extend(lines.chain(&facts.places).map(Line::as_str));
        let links = [&facts.address, &facts.apply].into_iter().flatten();
        texts.extend(links.map(|link| link.as_str()));
        let posting = self.posting.as_ref();
        // What was put right is found by what the page had said as well.
        posting
            .into_iter()
            .for_each(|posting| push_posting(posting, &mut texts));
        let description = posting.and_then(|posting| posting.description.as_ref());
        texts.extend(description.map(|reading| reading.value.as_str()));
        texts
    }
}

fn push_posting<'a>(posting: &'a Posting, texts: &mut Vec<&'a str>) {
    let lines = [&posting.title, &posting.company, &posting.reference]
        .into_iter()
        .flatten();
    texts.extend(lines.map(|line| line.value.as_str()));
    let places = posting.places.iter().flat_map(|places| &places.value);
    texts.extend(places.map(Line::as_str));
    if let Some(contact) = &posting.contact {
        push_contact(&contact.value, texts);
    }
}

fn push_event<'a>(what: &'a What, texts: &mut Vec<&'a str>) {
    let mut note = |note: &'a Option<Prose>| texts.extend(note.iter().map(Prose::as_str));
    match what {
        What::Heard { note: text, .. }
        | What::Rejected { note: text }
        | What::Replied { note: text }
        | What::Interviewed { note: text, .. } => note(text),
        What::Noted { text } => texts.push(text.as_str()),
        What::Remembered { point, .. } => texts.push(point.as_str()),
        What::Undertook { what, .. } => texts.push(what.as_str()),
        What::Applied { cv } => texts.extend(cv.iter().map(Line::as_str)),
        What::Invited(interview) | What::Rescheduled { to: interview, .. } => push_interview(interview, texts),
        _ => {}
    }
}

fn push_interview<'a>(interview: &'a Interview, texts: &mut Vec<&'a str>) {
    texts.extend(interview.place.iter().map(Line::as_str));
    texts.extend(interview.link.iter().map(|link| link.as_str()));
}

fn push_contact<'a>(contact: &'a Contact, texts: &mut Vec<&'a str>) {
    texts.push(contact.name.as_str());
    let others = [&contact.role, &contact.email, &contact.phone];
    texts.extend(others.into_iter().flatten().map(Line::as_str));
    texts.extend(contact.link.iter().map(|link| link.as_str()));
}
