//! Days and pay.

use your_move::domain::{Amount, Currency, Pay, PayPeriod};

use super::story::{day, on};

#[track_caller]
fn check_date(today: &str, date: &str, expected: &str) {
    let said = on(today, |voice| {
        [
            voice.date(day(date)),
            voice.near_date(day(date)),
            voice.on_date(day(date)),
        ]
    });
    assert_eq!(said.join(" | "), expected);
}

#[test]
fn days_are_named_as_a_person_names_them() {
    check_date("2026-11-25", "2026-12-17", "Thu 17 Dec | Thu 17 Dec | on Thu 17 Dec");
    check_date("2026-11-25", "2026-11-25", "Wed 25 Nov | today | today");
    check_date("2026-11-25", "2026-11-26", "Thu 26 Nov | tomorrow | tomorrow");
    check_date("2026-11-25", "2026-11-24", "Tue 24 Nov | yesterday | yesterday");
    check_date("2026-11-25", "2026-11-23", "Mon 23 Nov | Mon 23 Nov | on Mon 23 Nov");
    check_date(
        "2026-11-25",
        "2027-01-01",
        "Fri 1 Jan 2027 | Fri 1 Jan 2027 | on Fri 1 Jan 2027",
    );
    check_date("2026-12-31", "2027-01-01", "Fri 1 Jan 2027 | tomorrow | tomorrow");
    check_date(
        "2027-01-05",
        "2026-12-31",
        "Thu 31 Dec 2026 | Thu 31 Dec 2026 | on Thu 31 Dec 2026",
    );
}

#[test]
fn every_month_and_weekday_has_its_name() {
    for (date, expected) in [
        ("2026-01-05", "Mon 5 Jan"),
        ("2026-02-10", "Tue 10 Feb"),
        ("2026-03-11", "Wed 11 Mar"),
        ("2026-04-16", "Thu 16 Apr"),
        ("2026-05-15", "Fri 15 May"),
        ("2026-06-20", "Sat 20 Jun"),
        ("2026-07-19", "Sun 19 Jul"),
        ("2026-08-31", "Mon 31 Aug"),
        ("2026-09-01", "Tue 1 Sep"),
        ("2026-10-07", "Wed 7 Oct"),
        ("2026-11-19", "Thu 19 Nov"),
        ("2026-12-25", "Fri 25 Dec"),
    ] {
        assert_eq!(on("2026-06-01", |voice| voice.date(day(date))), expected);
    }
}

#[track_caller]
fn check_pay(min: Option<u64>, max: Option<u64>, currency: &str, per: Option<PayPeriod>, expected: &str) {
    let pay = Pay {
        min: min.map(Amount),
        max: max.map(Amount),
        currency: Currency::new(currency),
        per,
    };
    assert_eq!(on("2026-11-25", |voice| voice.pay(&pay)), expected);
}

#[test]
fn pay_reads_back() {
    use PayPeriod::{Day, Hour, Month, Week, Year};
    let (low, high) = (Some(8_000_000), Some(9_500_000));
    check_pay(low, high, "EUR", Some(Year), "80,000–95,000 EUR a year");
    check_pay(Some(4_500), None, "USD", Some(Hour), "from 45 USD an hour");
    check_pay(None, high, "GBP", Some(Year), "up to 95,000 GBP a year");
    check_pay(low, low, "EUR", Some(Month), "80,000 EUR a month");
    check_pay(low, high, "", None, "80,000–95,000");
    check_pay(low, None, "", Some(Day), "from 80,000 a day");
    check_pay(None, high, "CHF", None, "up to 95,000 CHF");
    check_pay(Some(1_850), Some(2_000), "EUR", Some(Hour), "18.50–20.00 EUR an hour");
    check_pay(Some(1_805), None, "EUR", Some(Week), "from 18.05 EUR a week");
    check_pay(Some(5), None, "EUR", None, "from 0.05 EUR");
    check_pay(Some(99_900), Some(100_000), "EUR", None, "999–1,000 EUR");
    check_pay(Some(123_456_789_000), None, "", None, "from 1,234,567,890");
    check_pay(None, None, "EUR", Some(Year), "");
}
