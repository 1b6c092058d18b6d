//! What a page said about a job, field by field, each with its source and how far it can be trusted.

use chrono::NaiveDate;

use super::{Contact, Line, Prose, SafeLink};

/// Where on the page a field was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A `JobPosting` in a JSON-LD script.
    JsonLd,
    /// A `JobPosting` in microdata attributes.
    Microdata,
    /// A `JobPosting` in RDFa attributes.
    Rdfa,
    /// What the board's selectors picked.
    Board,
    /// What the page's own program was handed in a script.
    State,
    /// A labelled pair such as "Location: Berlin".
    Label,
    /// A meta or OpenGraph tag.
    Meta,
    /// The document's title.
    Title,
    /// A heading.
    Heading,
    /// The main visible text.
    Body,
    /// The page's address.
    Address,
    /// The user's own hand.
    User,
}

/// How far a field can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// A guess: shown as uncertain, to be checked by the user.
    Unsure,
    /// One good source says so.
    Likely,
    /// Structured data, or two sources that agree.
    Sure,
}

/// A value as it was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading<T> {
    /// What was read.
    pub value: T,
    /// Where.
    pub source: Source,
    /// How far to trust it.
    pub confidence: Confidence,
}

impl<T> Reading<T> {
    /// A reading.
    pub const fn new(value: T, source: Source, confidence: Confidence) -> Self {
        Self {
            value,
            source,
            confidence,
        }
    }
}

/// Where the work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Workplace {
    /// At the employer's place.
    OnSite,
    /// Some days at the employer's place.
    Hybrid,
    /// From anywhere, or anywhere within what [`Posting::places`] names.
    Remote,
}

/// The kind of contract, after schema.org's `employmentType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Employment {
    /// Full time.
    FullTime,
    /// Part time.
    PartTime,
    /// A contractor's or freelancer's contract.
    Contract,
    /// For a limited time.
    Temporary,
    /// An internship or working student's job.
    Internship,
    /// Unpaid.
    Volunteer,
    /// By the day or shift.
    PerDiem,
    /// An apprenticeship or trainee programme.
    Apprenticeship,
}

/// An amount of money in hundredths of its currency's unit, so that an hourly 18.50 is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(pub u64);

/// An ISO 4217 code, three upper-case letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Reads a code of three letters in any case; `None` for anything else.
    pub fn new(code: &str) -> Option<Self> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        code.iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Self(code.map(|letter| letter.to_ascii_uppercase())))
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.to_string()
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0
            .iter()
            .try_for_each(|letter| write!(formatter, "{}", char::from(*letter)))
    }
}

/// The time that an amount is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PayPeriod {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// Pay as the posting states it: at least one of the bounds is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pay {
    /// The lower bound, or the one amount that was named.
    pub min: Option<Amount>,
    /// The upper bound; equal to `min` where one amount was named.
    pub max: Option<Amount>,
    /// The currency, where it was said beyond doubt.
    pub currency: Option<Currency>,
    /// The time it is paid for, where it was said.
    pub per: Option<PayPeriod>,
}

/// What a page said about one job. Never changed after capture: what the user corrects is a
/// [`Correction`](super::Correction) beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting {
    /// The job's title.
    pub title: Option<Reading<Line>>,
    /// Who hires.
    pub company: Option<Reading<Line>>,
    /// Places of work, most specific first within one place ("Berlin, Germany").
    pub places: Option<Reading<Vec<Line>>>,
    /// On site, hybrid or remote.
    pub workplace: Option<Reading<Workplace>>,
    /// Kinds of contract offered.
    pub employment: Option<Reading<Vec<Employment>>>,
    /// Pay.
    pub pay: Option<Reading<Pay>>,
    /// The day it was posted.
    pub posted: Option<Reading<NaiveDate>>,
    /// The last day to apply.
    pub closes: Option<Reading<NaiveDate>>,
    /// The employer's or the board's number for it.
    pub reference: Option<Reading<Line>>,
    /// Its own address, without tracking parameters.
    pub address: Option<Reading<SafeLink>>,
    /// Where to apply.
    pub apply: Option<Reading<SafeLink>>,
    /// The person named for questions.
    pub contact: Option<Reading<Contact>>,
    /// The description as plain text.
    pub description: Option<Reading<Prose>>,
    /// The page's language, a BCP 47 tag.
    pub language: Option<Line>,
}
