//! Judges what was read of saved pages against what a person reads on them: one row of `INDEX.tsv` a page.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::NaiveDate;
use your_move::capture::Found;
use your_move::domain::{Amount, CompanyKey, Confidence, Line, Pay, Reading};

/// One page and what it says. An empty field asserts nothing, `-` that nothing is to be read; ` || ` stands between answers that
/// are equally right.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) file: String,
    pub(crate) kind: String,
    pub(crate) structured: String,
    pub(crate) page_url: String,
    pub(crate) title: String,
    pub(crate) company: String,
    pub(crate) place: String,
    pub(crate) pay: String,
    pub(crate) posted: String,
    pub(crate) closes: String,
    pub(crate) reference: String,
    pub(crate) remote: String,
}

/// What a row asserts where nothing is to be read.
const NOTHING: &str = "-";

/// What is judged, in the order of the table.
pub(crate) const FIELDS: [&str; 9] = [
    "kind",
    "title",
    "company",
    "place",
    "pay",
    "posted",
    "closes",
    "reference",
    "workplace",
];

/// What a reader says of a page, field by field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers(pub(crate) Vec<(&'static str, Answer)>);

/// What a reader says of a field.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) text: String,
    /// Whether it is more than a guess, which the user is asked to check.
    pub(crate) is_sure: bool,
}

/// How a field was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Right,
    /// It misleads.
    Wrong(String),
    /// It is wrong, and marked as uncertain.
    Doubted(String),
    Missing,
}

/// The rows of an index, its header aside.
pub(crate) fn rows(index: &str) -> Vec<Row> {
    index
        .lines()
        .skip(1)
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let mut cells = line.split('\t').map(|cell| cell.trim().to_owned());
            let mut next = || cells.next().unwrap_or_default();
            let (file, _board, kind, structured, page_url) = (next(), next(), next(), next(), next());
            Row {
                file,
                kind,
                structured,
                page_url,
                title: next(),
                company: next(),
                place: next(),
                pay: next(),
                posted: next(),
                closes: next(),
                reference: next(),
                remote: next(),
            }
        })
        .collect()
}

impl Row {
    /// Whether the page carries a posting as JSON-LD, microdata or RDFa.
    pub(crate) fn is_structured(&self) -> bool {
        self.structured == "yes" || self.structured.contains("microdata") || self.structured.contains("rdfa")
    }

    /// Whether the page is one posting, or the form of one.
    pub(crate) fn is_posting(&self) -> bool {
        matches!(self.kind.as_str(), "posting" | "form")
    }
}

/// Whether a page was taken for a posting with a title that is more than a guess.
pub(crate) fn is_confident(found: &Found) -> bool {
    let Found::Posting(posting) = found else { return false };
    posting
        .title
        .as_ref()
        .is_some_and(|title| title.confidence > Confidence::Unsure)
}

/// What of a page was understood.
pub(crate) fn answers(found: &Found) -> Answers {
    let mut answers = Answers::default();
    let posting = match found {
        Found::Posting(posting) => posting,
        Found::Several(_) => {
            answers.add("kind", Some(("choose".to_owned(), true)));
            return answers;
        }
        Found::Framed(_) | Found::Nothing => {
            answers.add("kind", Some(("none".to_owned(), true)));
            return answers;
        }
    };
    fn answer<T>(reading: Option<&Reading<T>>, show: impl Fn(&T) -> String) -> Option<(String, bool)> {
        reading.map(|reading| (show(&reading.value), reading.confidence > Confidence::Unsure))
    }
    let places = |places: &Vec<Line>| {
        let places: Vec<&str> = places.iter().map(Line::as_str).collect();
        places.join("; ")
    };
    answers.add("kind", Some(("posting".to_owned(), is_confident(found))));
    answers.add("title", answer(posting.title.as_ref(), Line::to_string));
    answers.add("company", answer(posting.company.as_ref(), Line::to_string));
    answers.add("place", answer(posting.places.as_ref(), places));
    answers.add("pay", answer(posting.pay.as_ref(), show_pay));
    answers.add("posted", answer(posting.posted.as_ref(), NaiveDate::to_string));
    answers.add("closes", answer(posting.closes.as_ref(), NaiveDate::to_string));
    answers.add("reference", answer(posting.reference.as_ref(), Line::to_string));
    answers.add(
        "workplace",
        answer(posting.workplace.as_ref(), |workplace| format!("{workplace:?}")),
    );
    answers
}

impl Answers {
    /// Adds a field, and whether it is sure, where something is said of it.
    pub(crate) fn add(&mut self, field: &'static str, said: Option<(String, bool)>) {
        self.0
            .extend(said.map(|(text, is_sure)| (field, Answer { text, is_sure })));
    }

    fn of(&self, field: &str) -> Option<&Answer> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, answer)| answer)
    }
}

/// The fields that the row asserts, each with its verdict.
pub(crate) fn judge(row: &Row, answers: &Answers) -> Vec<(&'static str, Verdict)> {
    let kind = match row.kind.as_str() {
        "posting" | "form" => "posting",
        "list" => "choose",
        "other" => "none",
        _ => "",
    };
    let fields = [
        ("kind", kind, same_text as fn(&str, &str) -> bool),
        ("title", &row.title, same_text),
        ("company", &row.company, same_company),
        ("place", &row.place, contains),
        ("pay", &row.pay, same_pay),
        ("posted", &row.posted, same_text),
        ("closes", &row.closes, same_text),
        ("reference", &row.reference, same_text),
        ("workplace", &row.remote, same_workplace),
    ];
    let asserted = fields.into_iter().filter(|(_, expected, _)| !expected.is_empty());
    asserted
        .map(|(field, expected, is_right)| (field, verdict(field, expected, is_right, answers.of(field))))
        .collect()
}

fn verdict(field: &str, expected: &str, is_right: fn(&str, &str) -> bool, answer: Option<&Answer>) -> Verdict {
    let Some(answer) = answer else {
        return if expected == NOTHING {
            Verdict::Right
        } else {
            Verdict::Missing
        };
    };
    let what = || format!("{:?}, not {expected:?}", answer.text);
    if expected != NOTHING && expected.split(" || ").any(|right| is_right(right, &answer.text)) {
        Verdict::Right
    } else if field == "kind" && answer.text == "none" {
        Verdict::Missing
    } else if answer.is_sure {
        Verdict::Wrong(what())
    } else {
        Verdict::Doubted(what())
    }
}

fn fold(text: &str) -> String {
    let words: Vec<String> = text
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}

fn same_text(expected: &str, read: &str) -> bool {
    fold(expected) == fold(read)
}

/// The same but for the legal form and for a domain's ending.
fn same_company(expected: &str, read: &str) -> bool {
    CompanyKey::new(expected) == CompanyKey::new(read)
        || CompanyKey::new(expected) == CompanyKey::new(read.split('.').next().unwrap_or_default())
}

/// "yes" says remote; anything else names the workplace.
fn same_workplace(expected: &str, read: &str) -> bool {
    same_text(if expected == "yes" { "remote" } else { expected }, read)
}

fn contains(expected: &str, read: &str) -> bool {
    fold(read).contains(&fold(expected))
}

/// "80000-95000 EUR YEAR": what the row leaves out is not asserted.
fn same_pay(expected: &str, read: &str) -> bool {
    let mut read = read.split(' ');
    expected.split(' ').all(|part| {
        let found = read.next().unwrap_or_default();
        let (low, high) = part.split_once('-').unwrap_or((part, part));
        found == part || found == format!("{low}-{high}")
    })
}

fn show_pay(pay: &Pay) -> String {
    let units =
        |amount: Option<Amount>| amount.map_or(String::new(), |Amount(hundredths)| (hundredths / 100).to_string());
    let currency = pay.currency.map_or("-".to_owned(), |currency| currency.to_string());
    let per = pay.per.map_or("-".to_owned(), |per| format!("{per:?}").to_uppercase());
    format!("{}-{} {currency} {per}", units(pay.min), units(pay.max))
}

/// The kinds of pages, in the order of the table.
const KINDS: [&str; 5] = ["posting", "form", "list", "other", "example"];

/// How often a field was right, wrong, wrong but marked as uncertain, and missing.
type Counts = [usize; 4];

/// A table of right, wrong and missing: by the kind of page, field by field, for each of several readers.
#[derive(Debug)]
pub(crate) struct Table {
    readers: Vec<String>,
    /// By the places of kind and field in their orders, for each reader.
    counts: BTreeMap<(usize, usize), Vec<Counts>>,
    /// What the first reader has not right.
    notes: String,
}

impl Table {
    /// One without pages.
    pub(crate) fn of(readers: Vec<String>) -> Self {
        Self {
            readers,
            counts: BTreeMap::new(),
            notes: String::new(),
        }
    }

    /// Counts what a reader said of a page.
    pub(crate) fn add(&mut self, reader: usize, row: &Row, verdicts: &[(&'static str, Verdict)]) {
        let kind = KINDS.iter().position(|kind| *kind == row.kind).expect("a kind of page");
        for (field, verdict) in verdicts {
            let (column, note) = match verdict {
                Verdict::Right => (0, None),
                Verdict::Wrong(what) => (1, Some(format!("wrong: {what}"))),
                Verdict::Doubted(what) => (2, Some(format!("wrong, and marked as uncertain: {what}"))),
                Verdict::Missing => (3, Some("missing".to_owned())),
            };
            if let Some(note) = note.filter(|_| reader == 0) {
                let _ = writeln!(self.notes, "{} {field}: {note}", row.file);
            }
            let field = FIELDS.iter().position(|name| name == field).expect("a field");
            let none = || vec![Counts::default(); self.readers.len()];
            self.counts.entry((kind, field)).or_insert_with(none)[reader][column] += 1;
        }
    }

    /// All fields together.
    fn sums(&self) -> Vec<Counts> {
        let mut sums = vec![Counts::default(); self.readers.len()];
        for (reader, counts) in self.counts.values().flat_map(|counts| counts.iter().enumerate()) {
            for (sum, count) in sums[reader].iter_mut().zip(counts) {
                *sum += count;
            }
        }
        sums
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut line = |kind: &str, field: &str, cells: Vec<[String; 4]>| {
            write!(formatter, "{kind:<8}{field:<11}")?;
            for [right, wrong, doubted, missing] in cells {
                write!(formatter, "  {right:>6}{wrong:>7}{doubted:>8}{missing:>9}")?;
            }
            writeln!(formatter)
        };
        let head = ["right", "wrong", "unsure", "missing"].map(str::to_owned);
        let cells = |counts: &[Counts]| {
            counts
                .iter()
                .map(|counts| counts.map(|count| count.to_string()))
                .collect()
        };
        let readers = self.readers.iter();
        line(
            "",
            "",
            readers.map(|reader| ["", "", "", reader].map(str::to_owned)).collect(),
        )?;
        line("kind", "field", vec![head; self.readers.len()])?;
        for ((kind, field), counts) in &self.counts {
            line(KINDS[*kind], FIELDS[*field], cells(counts))?;
        }
        line("all", "", cells(&self.sums()))?;
        write!(formatter, "{}", self.notes)
    }
}
