//! Days and pay.

use expect_test::{Expect, expect};
use your_move::capture::parse_pay;
use your_move::domain::{Amount, Currency, Pay, PayPeriod};
use your_move::view::Words;

use super::story::{day, in_words, on};

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

#[track_caller]
fn check_region(tag: &str, expected: Expect) {
    let pay = |min, max, code, per| Pay {
        min,
        max,
        currency: Currency::new(code),
        per: Some(per),
    };
    let low = Some(Amount(8_000_000));
    let pays = [
        pay(low, Some(Amount(12_050_000)), "EUR", PayPeriod::Year),
        pay(Some(Amount(4_550)), None, "USD", PayPeriod::Hour),
        pay(None, low, "CHF", PayPeriod::Month),
    ];
    let words = Words::for_reader([tag]);
    let mut said = in_words(words, "2026-11-25", |voice| {
        vec![voice.on_date(day("2026-12-17")), voice.date(day("2027-01-01"))]
    });
    for pay in pays {
        let shown = in_words(words, "2026-11-25", |voice| voice.pay(&pay));
        // What is shown can be typed.
        assert_eq!(parse_pay(&shown, words.dollar()), Some(pay), "{shown}");
        said.push(shown);
    }
    expected.assert_eq(&said.join(" | ").replace('\u{a0}', "_"));
}

#[test]
fn days_and_pay_are_written_as_in_the_region() {
    check_region(
        "en",
        expect![
            "on Thu 17 Dec | Fri 1 Jan 2027 | 80,000–120,500 EUR a year | from 45.50 USD an hour | up to 80,000 CHF a month"
        ],
    );
    check_region(
        "en-US",
        expect![
            "on Thu, Dec 17 | Fri, Jan 1, 2027 | €80,000–120,500 a year | from $45.50 an hour | up to CHF_80,000 a month"
        ],
    );
    check_region(
        "en-GB",
        expect![
            "on Thu 17 Dec | Fri 1 Jan 2027 | €80,000–120,500 a year | from USD_45.50 an hour | up to CHF_80,000 a month"
        ],
    );
    check_region(
        "en-IE",
        expect![
            "on Thu 17 Dec | Fri 1 Jan 2027 | €80,000–120,500 a year | from USD_45.50 an hour | up to CHF_80,000 a month"
        ],
    );
    check_region(
        "en-CA",
        expect![
            "on Thu, Dec 17 | Fri, Jan 1, 2027 | €80,000–120,500 a year | from USD_45.50 an hour | up to CHF_80,000 a month"
        ],
    );
    check_region(
        "en-AU",
        expect![
            "on Thu 17 Dec | Fri 1 Jan 2027 | €80,000–120,500 a year | from USD_45.50 an hour | up to CHF_80,000 a month"
        ],
    );
    check_region(
        "en-IN",
        expect![
            "on Thu 17 Dec | Fri 1 Jan 2027 | €80,000–1,20,500 a year | from USD_45.50 an hour | up to CHF_80,000 a month"
        ],
    );
    check_region(
        "de",
        expect![
            "am Do., 17. Dez. | Fr., 1. Jan. 2027 | 80.000–120.500_€ im Jahr | ab 45,50_$ pro Stunde | bis zu 80.000 CHF im Monat"
        ],
    );
    check_region(
        "de-AT",
        expect![
            "am Do., 17. Dez. | Fr., 1. Jän. 2027 | €_80.000–120.500 im Jahr | ab $_45,50 pro Stunde | bis zu CHF_80.000 im Monat"
        ],
    );
    check_region(
        "de-CH",
        expect![
            "am Do., 17. Dez. | Fr., 1. Jan. 2027 | EUR_80’000–120’500 im Jahr | ab USD_45.50 pro Stunde | bis zu CHF_80’000 im Monat"
        ],
    );
}

#[test]
fn a_dollar_is_the_one_of_the_region() {
    for (tag, expected) in [
        ("en", "USD"),
        ("en-US", "USD"),
        ("en-CA", "CAD"),
        ("en-AU", "AUD"),
        ("de", "USD"),
        ("de-CH", "USD"),
    ] {
        let dollar = Words::for_reader([tag]).dollar();
        assert_eq!(dollar, Currency::new(expected), "{tag}");
        let typed = parse_pay("$90,000 a year", dollar).expect("pay");
        assert_eq!(typed.currency, dollar, "{tag}");
    }
}

#[test]
fn a_day_in_a_column_is_short_and_names_one_day() {
    #[track_caller]
    fn check(words: Words, date: &str, expected: &str) {
        let card = in_words(words, "2027-01-05", |voice| voice.near_column_date(day(date)));
        assert_eq!(card, expected);
    }
    let english = Words::english();
    check(english, "2027-01-06", "tomorrow");
    check(english, "2026-12-15", "Tue 15 Dec");
    check(english, "2026-07-07", "Tue 7 Jul");
    check(english, "2026-07-06", "6 Jul 2026");
    check(english, "2027-07-06", "Tue 6 Jul");
    check(english, "2027-07-07", "7 Jul 2027");
    check(Words::for_reader(["en-US"]), "2026-07-06", "Jul 6, 2026");
    check(Words::for_reader(["de"]), "2026-07-06", "6. Juli 2026");
}
