//! Days that only the day of reading tells: "3 days ago", "since yesterday", "12 March".

use chrono::{Days, Months, NaiveDate};

use super::date;
use super::words::{Words, fold, words};

/// What says that a stretch of time lies behind the page.
const AGO: Words = words!("ago|vor|il y a|hace|há|fa|geleden|sedan|siden|před|temu|sitten");
const TODAY: Words =
    words!("today|just posted|just now|heute|aujourd hui|hoy|hoje|oggi|vandaag|dnes|dzisiaj|idag|i dag|今天");
const YESTERDAY: Words = words!("yesterday|gestern|hier|ayer|ontem|ieri|gisteren|včera|wczoraj|igår|i går|昨天");

/// What says that it is the posting's day.
const POSTED: Words = words!(
    "posted|reposted|published|listed|added|publié|publiée|veröffentlicht|erschienen|zveřejněno|publicado|publicada|\
     pubblicato|pubblicata|geplaatst|dodano|opublikowana|publicerad|publisert|indrykket",
);

/// One of a unit, where no digit says how many.
const ONE: Words = words!("a|an|one|einem|einer|un|une|una|um|uma|een|en|ett");

/// Of what "2 days ago" speaks, where it is not of the posting.
const OTHERS: Words = words!(
    "active|applied|viewed|replied|last|member|joined|founded|closes|ends|expires|aktiv|beworben|angesehen|gegründet|\
     actif|activo|reviewed|visited|comment|comments",
);

/// The beginnings of units' names, and what they are.
const UNITS: &[(Unit, Words)] = &[
    (
        Unit::Moment,
        words!("hour|hr|min|sec|stunde|heure|hora|ore|ora|uur|uren|tim|hodin|godzin|tunti"),
    ),
    (Unit::Day, words!("day|tag|jour|día|dia|giorn|dag|dn|den|dzie|päiv")),
    (
        Unit::Week,
        words!("week|woche|semain|seman|settiman|weken|týd|tyg|veck|uge|uke|viikko"),
    ),
    (
        Unit::Month,
        words!("month|monat|mois|mes|mês|maand|měs|mies|månad|måned|kuukau"),
    ),
];

/// Units that stand right behind their number: "5d ago".
const SHORT: [(&str, Unit); 6] = [
    ("m", Unit::Moment),
    ("h", Unit::Moment),
    ("d", Unit::Day),
    ("w", Unit::Week),
    ("mo", Unit::Month),
    ("mth", Unit::Month),
];

#[derive(Clone, Copy)]
enum Unit {
    /// Less than a day.
    Moment,
    Day,
    Week,
    Month,
}

/// The day that `text` counts back to from `today`; `None` where it counts none, or says "more than".
pub(super) fn counted_back(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if text.chars().count() > 60 || is_more_than(text) {
        return None;
    }
    let folded = fold(text);
    if OTHERS.any_in(&folded) {
        return None;
    }
    // "Join us today" says nothing of the posting.
    let says = |words: Words| words.contains(&folded) || (POSTED.any_in(&folded) && words.any_in(&folded));
    if says(TODAY) {
        return Some(today);
    }
    if says(YESTERDAY) {
        return today.checked_sub_days(Days::new(1));
    }
    let (count, unit) = stretch(&folded)?;
    match unit {
        Unit::Moment => Some(today),
        Unit::Day => today.checked_sub_days(Days::new(count.into())),
        Unit::Week => today.checked_sub_days(Days::new(u64::from(count).saturating_mul(7))),
        Unit::Month => today.checked_sub_months(Months::new(count)),
    }
    .filter(|day| date::is_plausible(*day))
}

/// "30+ days ago", "> 30 days". A plus behind another number says nothing of the days.
fn is_more_than(text: &str) -> bool {
    let is_of_days = |rest: &str| {
        let rest = rest.trim_start().to_lowercase();
        UNITS.iter().any(|(_, names)| names.begin(&rest))
            || rest.starts_with(['d', 'h', 'w', 'm'])
            || rest.starts_with("ago")
    };
    text.contains('>') || text.split('+').skip(1).any(is_of_days)
}

/// Whether `text` says how long ago something was, whatever it was.
pub(super) fn counts_back(text: &str) -> bool {
    text.chars().count() <= 60 && stretch(&fold(text)).is_some()
}

/// "3 weeks ago": how many, and of what.
fn stretch(folded: &str) -> Option<(u32, Unit)> {
    if !AGO.any_in(folded) {
        return None;
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let short = words.windows(2).find_map(|pair| {
        let [count, "ago"] = pair else { return None };
        let unit = count.trim_start_matches(|character: char| character.is_ascii_digit());
        let (_, known) = SHORT.iter().find(|(name, _)| *name == unit)?;
        Some((count.strip_suffix(unit)?.parse().ok()?, *known))
    });
    if short.is_some() {
        return short;
    }
    words.windows(2).find_map(|pair| {
        let [count, unit] = pair else { return None };
        let count: u32 = if ONE.contains(count) { 1 } else { count.parse().ok()? };
        let (unit, _) = UNITS
            .iter()
            .find(|(_, names)| names.iter().any(|name| unit.starts_with(name)))?;
        Some((count, *unit))
    })
}

/// On which side of today a day without its year lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It has passed.
    Behind,
    /// It is to come, or has hardly passed.
    Ahead,
}

/// The day that `text` names without its year: the nearest such day on that side of `today`.
pub(super) fn without_year(text: &str, today: NaiveDate, side: Side) -> Option<NaiveDate> {
    let folded = fold(text);
    // What has a year is read as it stands, or not at all.
    let has_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = folded.split(' ').take(12).collect();
    if words.iter().any(|word| has_year(word)) {
        return None;
    }
    let (month, day) = words.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        date::month_and_day(one, other).or_else(|| date::month_and_day(other, one))
    })?;
    let hardly_passed = today.checked_sub_months(Months::new(2))?;
    // A leap day is among any eight years.
    let years = |sign: i32| {
        use chrono::Datelike;
        (0..8).filter_map(move |years| NaiveDate::from_ymd_opt(today.year() + sign * years, month, day))
    };
    match side {
        Side::Behind => years(-1).find(|day| *day <= today),
        Side::Ahead => {
            let last_year = years(-1).find(|day| *day < today && *day >= hardly_passed);
            years(1).find(|day| *day >= today && last_year.is_none()).or(last_year)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-28";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = counted_back(text, day(TODAY)).map_or(String::new(), |day| day.to_string());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn days_are_counted_back_in_many_languages() {
        check("3 days ago", "2026-11-25");
        check("Posted 2 weeks ago", "2026-11-14");
        check("Reposted 1 month ago", "2026-10-28");
        check("a week ago", "2026-11-21");
        check("5 hours ago", "2026-11-28");
        check("Posted Today", "2026-11-28");
        check("Today", "2026-11-28");
        check("Just posted", "2026-11-28");
        check("Posted yesterday", "2026-11-27");
        check("Posted 5d ago", "2026-11-23");
        check("2w ago", "2026-11-14");
        check("3 days ago Openings: 2 Applicants: 100+", "2026-11-25");
        check("vor 3 Tagen", "2026-11-25");
        check("Veröffentlicht vor einer Woche", "2026-11-21");
        check("Erschienen: vor 1 Monat", "2026-10-28");
        check("heute", "2026-11-28");
        check("il y a 4 jours", "2026-11-24");
        check("Publié aujourd’hui", "2026-11-28");
        check("hace 2 días", "2026-11-26");
        check("Publicado há 3 semanas", "2026-11-07");
        check("6 giorni fa", "2026-11-22");
        check("3 dagen geleden", "2026-11-25");
        check("för 2 dagar sedan", "2026-11-26");
        check("před 5 dny", "2026-11-23");
        check("2 dni temu", "2026-11-26");
    }

    #[test]
    fn what_counts_nothing_back_is_no_day() {
        check("Posted 30+ days ago", "");
        check("Posted more than > 30 days ago", "");
        check("Posted 30d+ ago", "");
        check("30+d ago", "");
        check("Active 2 days ago", "");
        check("Join us today", "");
        check("What we did yesterday", "");
        check("Founded 3 years ago", "");
        check("Apply within 3 days", "");
        check("Avoid: 3 days", "");
        check("99999999999 days ago", "");
        check("4000000000 months ago", "");
        check("", "");
        check(
            "You will work 3 days a week from the office we opened not long ago, in the old town",
            "",
        );
    }

    #[track_caller]
    fn check_year(text: &str, side: Side, expected: &str) {
        let found = without_year(text, day(TODAY), side).map_or(String::new(), |day| day.to_string());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_day_without_its_year_is_the_nearest_that_can_be_meant() {
        check_year("Posted on Nov 3", Side::Behind, "2026-11-03");
        check_year("3. Dezember", Side::Behind, "2025-12-03");
        check_year("28 November", Side::Behind, "2026-11-28");
        check_year("15 January", Side::Ahead, "2027-01-15");
        check_year("Apply by 28 November", Side::Ahead, "2026-11-28");
        // It has just closed.
        check_year("Deadline: 1 November", Side::Ahead, "2026-11-01");
        check_year("29 February", Side::Behind, "2024-02-29");
        check_year("29 February", Side::Ahead, "2028-02-29");
        check_year("3 November 2019", Side::Behind, "");
        check_year("Posted 1er août", Side::Behind, "2026-08-01");
        check_year("Decoration 12", Side::Behind, "");
        check_year("Marketing 12", Side::Behind, "");
        check_year("", Side::Ahead, "");
    }
}
