//! Names of jobs, employers, places and people, none of which exist.

use super::random::Random;

const TITLES: [&str; 20] = [
    "Backend Engineer",
    "Data Analyst",
    "Product Designer",
    "Head Gardener",
    "Site Reliability Engineer",
    "Technical Writer",
    "Nurse, Night Shift",
    "Project Manager",
    "Frontend Engineer",
    "Bookkeeper",
    "Research Assistant",
    "Electrician",
    "Customer Success Manager",
    "Platform Engineer",
    "Librarian",
    "Pastry Chef",
    "Machine Learning Engineer",
    "Teacher of Mathematics",
    "Marine Biologist",
    "Support Engineer",
];

const LEVELS: [&str; 5] = ["", "Senior ", "Junior ", "Lead ", "Deputy "];

const FIRST_HALVES: [&str; 40] = [
    "Harbour", "Northern", "Copper", "Silver", "Granite", "Meadow", "Orchard", "Lantern", "Willow", "Falcon", "Amber",
    "Juniper", "Cobalt", "Heron", "Maple", "Thistle", "Beacon", "Marble", "Otter", "Saffron", "Tern", "Bramble",
    "Cedar", "Dune", "Ember", "Fjord", "Gannet", "Hazel", "Indigo", "Kestrel", "Larch", "Moss", "Nettle", "Osprey",
    "Pebble", "Quartz", "Rowan", "Sorrel", "Tidal", "Umber",
];

const SECOND_HALVES: [&str; 40] = [
    "Mill", "Lights", "Bridge", "Field", "Works", "Gate", "Yard", "Stone", "Brook", "Ridge", "Haven", "Forge", "Wharf",
    "Point", "Hollow", "Grove", "Shore", "Tower", "Kiln", "Loom", "Press", "Quay", "Reach", "Spring", "Vale", "Watch",
    "Acre", "Barn", "Cove", "Dale", "Edge", "Fold", "Glen", "Heath", "Isle", "Knoll", "Lane", "March", "Nook", "Oak",
];

const TRADES: [&str; 6] = ["", " Systems", " Health", " Foods", " Energy", " Research"];

const FORMS: [&str; 4] = ["", " GmbH", " Ltd", ", Inc."];

const PLACES: [&str; 12] = [
    "Berlin", "Lisbon", "Utrecht", "Leeds", "Graz", "Tampere", "Brno", "Porto", "Malmö", "Cork", "Ghent", "Gdańsk",
];

const GIVEN_NAMES: [&str; 16] = [
    "Mara", "Jon", "Aiko", "Samir", "Lena", "Tomás", "Ifeoma", "Pavel", "Ruth", "Dmitri", "Noor", "Ewan", "Chiara",
    "Bao", "Sofia", "Henrik",
];

const FAMILY_NAMES: [&str; 16] = [
    "Lindqvist",
    "Okafor",
    "Tanaka",
    "Haddad",
    "Vogel",
    "Ferreira",
    "Novák",
    "Byrne",
    "Rossi",
    "Nguyen",
    "Kowalska",
    "Petersen",
    "Marchetti",
    "Osei",
    "Laurent",
    "Campbell",
];

const SENTENCES: [&str; 12] = [
    "You will work with a small team that cares for what it leaves behind.",
    "We value plain words, finished work and a calm week more than heroics.",
    "In the first months you learn how things are done here, from those who do them.",
    "You bring some years of practice, and the patience to explain it to others.",
    "Two days a week we meet in the office; the others are yours to arrange.",
    "Our customers are schools, clinics and town halls in eleven countries.",
    "There is a budget for books and courses, and time in which to use it.",
    "We read every application, and answer within two weeks.",
    "The work is varied: planning, doing, measuring, and writing down what was found.",
    "Experience with our tools is welcome and not needed.",
    "Pay depends on practice, and its steps are open to everybody who works here.",
    "We look forward to a letter that says why this would suit you.",
];

pub(super) fn title(random: &mut Random) -> String {
    format!("{}{}", random.one_of(&LEVELS), random.one_of(&TITLES))
}

/// The name of the `number`-th company; they differ for a long time.
pub(super) fn company(number: usize) -> String {
    let first = FIRST_HALVES[number % FIRST_HALVES.len()];
    let rest = number / FIRST_HALVES.len();
    let second = SECOND_HALVES[rest % SECOND_HALVES.len()];
    let trade = TRADES[rest / SECOND_HALVES.len() % TRADES.len()];
    format!("{first} {second}{trade}")
}

/// The same company as somebody else may write it.
pub(super) fn spelling(company: &str, random: &mut Random) -> String {
    format!("{company}{}", random.one_of(&FORMS))
}

/// A company's part of an address.
pub(super) fn host(company: &str) -> String {
    company.to_lowercase().replace(' ', "-")
}

pub(super) fn place(random: &mut Random) -> &'static str {
    random.one_of(&PLACES)
}

pub(super) fn person(random: &mut Random) -> String {
    format!("{} {}", random.one_of(&GIVEN_NAMES), random.one_of(&FAMILY_NAMES))
}

/// So many sentences, in paragraphs.
pub(super) fn prose(sentences: u64, random: &mut Random) -> String {
    let sentences: Vec<&str> = (0..sentences).map(|_| random.one_of(&SENTENCES)).collect();
    let paragraphs: Vec<String> = sentences.chunks(4).map(|sentences| sentences.join(" ")).collect();
    paragraphs.join("\n\n")
}
