//! Judges what was read of saved pages against what a person reads on them: one row of `INDEX.tsv` a page.

use std::fmt::Write;

use your_move::capture::Found;
use your_move::domain::{Amount, CompanyKey, Confidence, Pay, Posting};

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

/// How a field was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Right,
    Wrong(String),
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

/// The fields that the row asserts, each with its verdict.
pub(crate) fn judge(row: &Row, found: &Found) -> Vec<(&'static str, Verdict)> {
    let nothing = Posting::default();
    let posting = match found {
        Found::Posting(posting) => posting,
        _ => &nothing,
    };
    let text = |value: Option<&str>| value.map(str::to_owned);
    let title = posting.title.as_ref().map(|title| title.value.as_str());
    let company = posting.company.as_ref().map(|company| company.value.as_str());
    let places = posting.places.as_ref().map(|places| {
        let places: Vec<&str> = places.value.iter().map(|place| place.as_str()).collect();
        places.join("; ")
    });
    let reference = posting.reference.as_ref().map(|reference| reference.value.as_str());
    let workplace = posting
        .workplace
        .as_ref()
        .map(|workplace| format!("{:?}", workplace.value));
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let fields = [
        ("title", &row.title, text(title), same_text as fn(&str, &str) -> bool),
        ("company", &row.company, text(company), same_company),
        ("place", &row.place, places, contains),
        (
            "pay",
            &row.pay,
            posting.pay.as_ref().map(|pay| show_pay(&pay.value)),
            same_pay,
        ),
        (
            "posted",
            &row.posted,
            day(posting.posted.as_ref().map(|posted| posted.value)),
            same_text,
        ),
        (
            "closes",
            &row.closes,
            day(posting.closes.as_ref().map(|closes| closes.value)),
            same_text,
        ),
        ("reference", &row.reference, text(reference), same_text),
        ("workplace", &row.remote, workplace, same_workplace),
    ];
    fields
        .into_iter()
        .filter(|(_, expected, _, _)| !expected.is_empty())
        .map(|(name, expected, read, is_right)| {
            let verdict = match read {
                None if expected == "-" => Verdict::Right,
                None => Verdict::Missing,
                Some(read) if expected != "-" && expected.split(" || ").any(|answer| is_right(answer, &read)) => {
                    Verdict::Right
                }
                Some(read) => Verdict::Wrong(format!("{read:?}, not {expected:?}")),
            };
            (name, verdict)
        })
        .collect()
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

/// A table of right, wrong and missing, page by page and field by field.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pages: String,
    counts: Vec<(&'static str, [usize; 3])>,
    notes: String,
}

impl Table {
    /// Counts a page's verdicts.
    pub(crate) fn add(&mut self, row: &Row, verdicts: &[(&'static str, Verdict)]) {
        let fields = |is: fn(&Verdict) -> bool| {
            let names = verdicts
                .iter()
                .filter(|(_, verdict)| is(verdict))
                .map(|(field, _)| *field);
            names.collect::<Vec<_>>().join(" ")
        };
        let right = fields(|verdict| matches!(verdict, Verdict::Right));
        let wrong = fields(|verdict| matches!(verdict, Verdict::Wrong(_)));
        let missing = fields(|verdict| matches!(verdict, Verdict::Missing));
        let _ = writeln!(
            self.pages,
            "{:<22}{:<8} right: {right}; wrong: {wrong}; missing: {missing}",
            row.file, row.kind
        );
        for (field, verdict) in verdicts {
            let column = match verdict {
                Verdict::Right => 0,
                Verdict::Wrong(what) => {
                    let _ = writeln!(self.notes, "{} {field}: {what}", row.file);
                    1
                }
                Verdict::Missing => {
                    let _ = writeln!(self.notes, "{} {field}: missing", row.file);
                    2
                }
            };
            let position = self
                .counts
                .iter()
                .position(|(name, _)| name == field)
                .unwrap_or_else(|| {
                    self.counts.push((field, [0; 3]));
                    self.counts.len() - 1
                });
            self.counts[position].1[column] += 1;
        }
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.pages)?;
        writeln!(formatter, "{:<10}{:>6}{:>7}{:>9}", "field", "right", "wrong", "missing")?;
        for (field, [right, wrong, missing]) in &self.counts {
            writeln!(formatter, "{field:<10}{right:>6}{wrong:>7}{missing:>9}")?;
        }
        formatter.write_str(&self.notes)
    }
}
