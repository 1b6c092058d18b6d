//! Who is named in a field, as one writes down several people: "Dana Kim, hiring manager and Jon Reed".

use crate::domain::{Contact, Line, is_email};

/// What a person writes between the last two of several names.
const AND: [&str; 3] = [" and ", " und ", " & "];

/// What a name, or what somebody does, stands behind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// Nothing: it is the first of its line, or of its part between semicolons.
    Nothing,
    /// A comma.
    Comma,
    /// An "and".
    And,
}

/// Who is named, each with what they do where that stands behind a comma and begins small.
pub(super) fn people(text: &str) -> Vec<Contact> {
    let mut people: Vec<Contact> = Vec::new();
    for (behind, text) in text.split([';', '\n']).flat_map(parts) {
        let role = people.last().and_then(|former| role_with(former, behind, &text));
        if let (Some(former), Some(role)) = (people.last_mut(), role) {
            former.role = Some(role);
        } else {
            people.extend(person(&text));
        }
    }
    people
}

/// What stands between the commas and the words for "and".
fn parts(group: &str) -> Vec<(Behind, String)> {
    let mut parts = Vec::new();
    for (place, part) in group.split(',').enumerate() {
        let mut behind = if place == 0 { Behind::Nothing } else { Behind::Comma };
        let apart = AND.iter().fold(part.to_owned(), |text, and| text.replace(and, "\n"));
        for text in apart.lines() {
            parts.push((behind, text.to_owned()));
            behind = Behind::And;
        }
    }
    parts
}

/// What a person does by what stands behind them, where it can be that.
fn role_with(person: &Contact, behind: Behind, text: &str) -> Option<Line> {
    if !can_be_role_of(person, text) {
        return None;
    }
    match (&person.role, behind) {
        (None, Behind::Comma) => Line::new(text),
        // What belongs to it: "head of sales and marketing".
        (Some(role), Behind::And) if !text.trim().contains(' ') => Line::new(&format!("{role} & {}", text.trim())),
        _ => None,
    }
}

/// Whether what stands behind a person can be what they do: it begins small, where their name does not, and is no address.
fn can_be_role_of(person: &Contact, text: &str) -> bool {
    let begins_small = |text: &str| text.trim_start().starts_with(char::is_lowercase);
    begins_small(text) && !text.contains('@') && !begins_small(person.name.as_str())
}

/// Somebody by name, as it is typed or as a mail program writes it: "Dana Kim <dana@northwind.example>".
fn person(text: &str) -> Option<Contact> {
    let (name, email) = match text.trim().strip_suffix('>').and_then(|text| text.split_once('<')) {
        Some((name, email)) if is_email(email.trim()) => (name, Line::new(email)),
        _ => (text, None),
    };
    let name = Line::new(name).or_else(|| email.clone())?;
    Some(Contact {
        email,
        ..Contact::named(name)
    })
}
