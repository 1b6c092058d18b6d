//! What a person selected on a page, read as the one field that they take it for.

use chrono::NaiveDate;

use super::date;
use super::days_ago::Side;
use super::labels::{self, Label};
use super::page::Page;
use super::pay::{self, Certainty};
use super::{PageSnapshot, kinds, place};
use crate::domain::{Currency, Employment, Line, Pay, Prose, SafeLink, Workplace};

/// A text that was selected, and how the page around it writes days and money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    text: Prose,
    dollar: Option<Currency>,
    posted: Option<NaiveDate>,
    closes: Option<NaiveDate>,
}

impl Selection {
    /// That of a page; `None` where nothing is selected.
    pub fn of(snapshot: &PageSnapshot) -> Option<Self> {
        let text = Prose::new(&snapshot.selection)?;
        let page = Page::new(snapshot);
        let day = |side| {
            let day = date::read(text.as_str(), page.order).or_else(|| page.near_day(text.as_str(), side));
            day.filter(|day| date::is_plausible(*day))
        };
        let (posted, closes) = (day(Side::Behind), day(Side::Ahead));
        Some(Self {
            text,
            dollar: page.dollar,
            posted,
            closes,
        })
    }

    /// All of it.
    pub const fn text(&self) -> &Prose {
        &self.text
    }

    /// It as one line, without the label of the posting's title, company, contact or reference in front.
    pub fn line(&self) -> Option<Line> {
        let labels = [Label::Title, Label::Company, Label::Contact, Label::Reference];
        let labelled = labels.into_iter().find_map(|label| self.labelled(label));
        Line::new(labelled.unwrap_or(self.text.as_str()))
    }

    /// The places that it names, one a line or between semicolons, bars and dots.
    pub fn places(&self) -> Vec<Line> {
        let text = self.labelled(Label::Place).unwrap_or(self.text.as_str());
        text.split(['\n', ';', '|', '·', '•'])
            .filter_map(place::one)
            .take(10)
            .collect()
    }

    /// The pay that it names.
    pub fn pay(&self) -> Option<Pay> {
        pay::read(self.text.as_str(), Certainty::Said, self.dollar)
    }

    /// The day that it names, in the order in which the page writes days; one that only today tells lies behind.
    pub const fn posted(&self) -> Option<NaiveDate> {
        self.posted
    }

    /// The same, but such a one lies ahead.
    pub const fn closes(&self) -> Option<NaiveDate> {
        self.closes
    }

    /// The workplace that it names.
    pub fn workplace(&self) -> Option<Workplace> {
        kinds::workplace(self.text.as_str())
    }

    /// The kinds of contract that it names.
    pub fn employment(&self) -> Vec<Employment> {
        kinds::employments(self.text.as_str())
    }

    /// The first e-mail address in it.
    pub fn email(&self) -> Option<Line> {
        let words = self
            .text
            .as_str()
            .split(|character: char| character.is_whitespace() || "<>()[],;:\"".contains(character));
        let is_address = |word: &&str| {
            let host = word
                .split_once('@')
                .filter(|(name, _)| !name.is_empty())
                .map(|(_, host)| host);
            host.is_some_and(|host| host.contains('.') && !host.contains('@') && !host.ends_with('.'))
        };
        words
            .map(|word| word.trim_end_matches('.'))
            .find(is_address)
            .and_then(Line::new)
    }

    /// The web address that it is.
    pub fn address(&self) -> Option<SafeLink> {
        SafeLink::new(self.text.as_str()).filter(SafeLink::can_be_kept)
    }

    fn labelled(&self, wanted: Label) -> Option<&str> {
        let lines: Vec<&str> = self.text.as_str().lines().collect();
        let mut found = labels::in_lines(&lines).into_iter();
        found.find(|(label, _)| *label == wanted).map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Amount, PayPeriod};

    fn selection(text: &str) -> Selection {
        let snapshot = PageSnapshot {
            address: "https://jobs.example.ch/1".into(),
            language: "de-CH".into(),
            day: "2026-11-28".into(),
            selection: text.into(),
            ..PageSnapshot::default()
        };
        Selection::of(&snapshot).unwrap()
    }

    #[test]
    fn nothing_selected_is_no_selection() {
        let of = |text: &str| {
            Selection::of(&PageSnapshot {
                selection: text.into(),
                ..PageSnapshot::default()
            })
        };
        assert_eq!(of(""), None);
        assert_eq!(of(" \n\u{200b}\u{202e} "), None);
    }

    #[test]
    fn each_field_reads_it_in_its_own_way() {
        let line = |text: &str| selection(text).line().map(String::from).unwrap_or_default();
        assert_eq!(line("  Head\u{202e} Baker\n (m/w/d) "), "Head Baker (m/w/d)");
        assert_eq!(line("Company: Ovens & Sons"), "Ovens & Sons");
        assert_eq!(line("Baker: nights"), "Baker: nights");

        let places = |text: &str| {
            selection(text)
                .places()
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        assert_eq!(places("Location: Bern"), ["Bern"]);
        assert_eq!(places("Bern, Schweiz\nPisa · remote"), ["Bern, Schweiz", "Pisa"]);

        let pay = selection("Lohn: CHF 110'000 – 120'000 pro Jahr").pay().unwrap();
        assert_eq!((pay.min, pay.max), (Some(Amount(11_000_000)), Some(Amount(12_000_000))));
        assert_eq!((pay.currency, pay.per), (Currency::new("CHF"), Some(PayPeriod::Year)));
        assert_eq!(selection("nach Vereinbarung").pay(), None);

        let day = |text: &str| selection(text).posted().map(|day| day.to_string());
        assert_eq!(day("bis zum 3.11.2026"), Some("2026-11-03".to_owned()));
        assert_eq!(day("1.1.1970"), None);
        assert_eq!(day("bald"), None);
        assert_eq!(day("vor 3 Tagen"), Some("2026-11-25".to_owned()));
        assert_eq!(
            selection("24. Dezember").closes().map(|day| day.to_string()),
            Some("2026-12-24".to_owned())
        );

        assert_eq!(selection("Hybrid, 2 days").workplace(), Some(Workplace::Hybrid));
        assert_eq!(selection("Teilzeit").employment(), [Employment::PartTime]);
        assert_eq!(selection("Bern").employment(), []);

        let email = |text: &str| selection(text).email().map(String::from);
        assert_eq!(
            email("Dana Kim <dana@ovens.example>."),
            Some("dana@ovens.example".to_owned())
        );
        assert_eq!(email("write to @dana or a@b"), None);

        let address = |text: &str| selection(text).address().map(String::from);
        assert_eq!(
            address(" https://ovens.example/apply "),
            Some("https://ovens.example/apply".to_owned())
        );
        assert_eq!(address("javascript:alert(1)"), None);
    }
}
