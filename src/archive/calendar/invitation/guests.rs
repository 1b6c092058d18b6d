//! Who is at an interview, and who of them is the user.

use crate::archive::calendar::line::Property;
use crate::domain::{Contact, Line, same_person};

/// No interview has more.
const MOST: usize = 30;

/// What stands for nobody: the calendars of rooms and groups, and of those who are not known.
const NOBODY: [&str; 3] = [
    "@resource.calendar.google.com",
    "@group.calendar.google.com",
    "unknownorganizer@calendar.google.com",
];

/// Somebody who is named.
pub(super) struct Guest {
    pub(super) contact: Contact,
    is_room: bool,
}

impl Guest {
    pub(super) fn read(line: &Property<'_>) -> Option<Self> {
        let (scheme, address) = line.value.split_once(':').unwrap_or(("", line.value));
        let is_mail = scheme.eq_ignore_ascii_case("mailto") && address.contains('@');
        let email = Line::new(address).filter(|_| is_mail);
        let name = line.parameter("CN").and_then(called);
        let kind = line.parameter("CUTYPE").unwrap_or_default();
        let is_nobody = |email: &Line| NOBODY.iter().any(|end| email.as_str().ends_with(end));
        let is_room = ["ROOM", "RESOURCE", "GROUP"]
            .iter()
            .any(|room| kind.eq_ignore_ascii_case(room))
            || email.as_ref().is_some_and(is_nobody);
        let contact = Contact {
            email: email.clone(),
            ..Contact::named(name.or(email)?)
        };
        Some(Self { contact, is_room })
    }
}

/// A name, the family's last: some calendars put it first.
fn called(name: &str) -> Option<Line> {
    match name.split_once(',') {
        Some((family, given)) if !given.contains(',') => Line::new(&format!("{given} {family}")),
        _ => Line::new(name),
    }
}

/// People alone.
pub(super) fn without_rooms(guests: impl Iterator<Item = Guest>) -> Vec<Contact> {
    let people = guests.filter(|guest| !guest.is_room).take(MOST);
    people.map(|guest| guest.contact).collect()
}

/// Everybody but the user.
pub(super) fn others(organizer: Option<&Contact>, guests: &[Contact], own: Option<&Line>) -> Vec<Contact> {
    let beside = guests
        .iter()
        .filter(|guest| !organizer.is_some_and(|organizer| is_same(guest, organizer)));
    let beside: Vec<&Contact> = beside.collect();
    let user = user(organizer, &beside, own);
    let mut people: Vec<Contact> = Vec::new();
    for contact in organizer.into_iter().chain(beside) {
        let is_user = Some(contact) == user || own.is_some_and(|own| same_person(own, &contact.name));
        if !is_user && people.iter().all(|known| !is_same(known, contact)) {
            people.push(contact.clone());
        }
    }
    people
}

/// Which of those who were invited the user is: by the name, or as the only one of all, or of another house.
fn user<'a>(organizer: Option<&Contact>, invited: &[&'a Contact], own: Option<&Line>) -> Option<&'a Contact> {
    let named = |contact: &&&Contact| own.is_some_and(|own| same_person(own, &contact.name));
    if let Some(user) = invited.iter().find(named) {
        return Some(user);
    }
    let organizer = organizer?;
    if let [only] = invited {
        return Some(only);
    }
    let home = house(organizer)?;
    let mut strangers = invited
        .iter()
        .filter(|contact| house(contact).is_some_and(|house| house != home));
    let first = strangers.next()?;
    strangers.next().is_none().then_some(first)
}

/// The part of an e-mail address that says whose it is.
fn house(contact: &Contact) -> Option<String> {
    let (_, house) = contact.email.as_ref()?.as_str().rsplit_once('@')?;
    Some(house.to_lowercase())
}

fn is_same(one: &Contact, other: &Contact) -> bool {
    let email = |contact: &Contact| contact.email.as_ref().map(|email| email.as_str().to_lowercase());
    match (email(one), email(other)) {
        (Some(one), Some(other)) => one == other,
        _ => same_person(&one.name, &other.name),
    }
}
