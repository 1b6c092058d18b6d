//! When the day begins, and on which days nobody is asked anything.

use chrono::Weekday;

use crate::etiquette::{QuietPeriod, Settings};
use crate::view::date::weekday;
use crate::view::settings::full_hour;
use crate::view::{Card, Voice, Word};

/// The weekdays that can be soft, by what the markup calls them.
pub const WEEKDAYS: [(Weekday, &str); 5] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
];

impl Voice<'_> {
    pub(super) fn with_calendar(&self, card: Card, settings: &Settings) -> Card {
        let calendar = &settings.calendar;
        let hour = settings.day_begins;
        let day_begins = Card::new("day-begins-form", "day_begins")
            .field("day_begins", full_hour(hour))
            .text("hint", self.day_begins(hour));
        let soft = WEEKDAYS.iter().find(|(day, _)| Some(*day) == calendar.soft_weekday);
        let soft =
            Card::new("soft-weekday-form", "soft_weekday").field("soft_weekday", soft.map_or("", |(_, name)| name));
        let quiet = calendar.quiet.iter().map(|period| {
            let text = self.quiet(period);
            Card::new("quiet-row", text.clone()).text("period", text)
        });
        // What most people mean stands there to begin with.
        let QuietPeriod { from, to } = QuietPeriod::YEAR_END;
        let fields = [
            ("from_day", from.1),
            ("from_month", from.0),
            ("to_day", to.1),
            ("to_month", to.0),
        ];
        let form = fields
            .iter()
            .fold(Card::new("quiet-form", "quiet"), |form, (name, value)| {
                form.field(name, value.to_string())
            });
        card.list("day_begins", vec![day_begins])
            .list("soft_weekday", vec![soft])
            .list("quiet", quiet.collect())
            .list("quiet_form", vec![form])
    }

    /// A quiet period: "21 Dec to 1 Jan".
    pub fn quiet(&self, period: &QuietPeriod) -> String {
        let (from, to) = (self.day_of_year(period.from), self.day_of_year(period.to));
        self.say(Word::FromTo, &[("from", &from), ("to", &to)])
    }

    /// What a soft weekday does.
    pub fn soft_weekday(&self, soft: Option<Weekday>) -> String {
        match soft {
            Some(day) => self.say(Word::SoftWeekdayIs, &[("weekday", self.words.text(weekday(day)))]),
            None => self.text(Word::SoftWeekdayIsNone),
        }
    }
}
