//! Pay as people write it: "80-95k EUR a year", "$45/hour", "50 000 – 80 000 Kč".

use crate::domain::{Amount, Currency, Pay, PayPeriod};

use super::words::{Words, is_invisible, is_unspaced, words};

/// Signs and short forms that stand for one currency, the longer ones first. "kr" and "¥" stand for several and are left out.
const SIGNS: &[(&str, &str)] = &[
    ("us$", "USD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("c$", "CAD"),
    ("ca$", "CAD"),
    ("nz$", "NZD"),
    ("hk$", "HKD"),
    ("s$", "SGD"),
    ("r$", "BRL"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("kč", "CZK"),
    ("zł", "PLN"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("円", "JPY"),
    ("元", "CNY"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("eur", "EUR"),
    ("lakh", "INR"),
    ("lacs", "INR"),
    ("lac", "INR"),
    ("lpa", "INR"),
    ("ft", "HUF"),
];

/// Codes that are read where they stand as a word of their own.
const CODES: Words = words!(
    "usd|eur|gbp|chf|czk|pln|sek|nok|dkk|aud|cad|nzd|sgd|hkd|inr|jpy|cny|brl|mxn|zar|ils|huf|ron|bgn|try|aed|sar|\
     lkr|krw|uah|php|idr|myr|thb|isk|rsd|kzt|gel|clp|cop|ars|pkr|bdt|ngn|kes|egp|twd|vnd",
);

const PERIODS: &[(PayPeriod, Words)] = &[
    (
        PayPeriod::Hour,
        words!(
            "hour|hourly|hr|hrs|h|stunde|stundenlohn|std|heure|horaire|hora|hod|hodinu|uur|ora|godz|час|timme|tim|time løn|時給",
        ),
    ),
    (
        PayPeriod::Day,
        words!("day|daily|tag|jour|día|dia|dag|giorno|diem|dzień|天|日給"),
    ),
    (
        PayPeriod::Week,
        words!("week|weekly|wk|woche|semaine|semana|týden|settimana"),
    ),
    (
        PayPeriod::Month,
        words!(
            "month|monthly|mon|mo|pcm|monat|monatlich|monatsgehalt|monatslohn|mois|mensuel|mes|mês|měsíc|měsíčně|mies|maand|mese|miesiąc|\
             miesięcznie|mensile|mensual|mensuales|månad|mån|måned|mnd|kk|месяц|мес|月給|月薪",
        ),
    ),
    (
        PayPeriod::Year,
        words!(
            "year|yearly|yr|annum|annual|annually|ann|pa|p a|jahr|jährlich|jahresgehalt|par an|brut an|annuel|anuel|anual|anuales|\
             año|ano|rok|rocznie|год|ročně|jaar|anno|annuo|annua|annui|ral|år|årlig|lpa|y|年収|年俸|年薪",
        ),
    ),
];

/// Reads what a person types into a field for pay, to whom a lone "$" means `dollar`; `None` where no amount is in it.
///
/// ```
/// use your_move::capture::parse_pay;
/// let pay = parse_pay("80-95k EUR a year", None).unwrap();
/// assert_eq!(pay.min.map(|amount| amount.0), Some(8_000_000));
/// ```
pub fn parse_pay(text: &str, dollar: Option<Currency>) -> Option<Pay> {
    read(text, Certainty::Said, dollar)
}

/// Whether a text is known to be about pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// It stands in a field for pay or behind a label: plain numbers are amounts.
    Said,
    /// It stands anywhere: only numbers with a currency are amounts.
    Open,
}

/// Reads the first amount or range in `text`. A lone "$" means `dollar`.
pub(super) fn read(text: &str, certainty: Certainty, dollar: Option<Currency>) -> Option<Pay> {
    let text: String = text
        .chars()
        .take(400)
        .filter(|character| !is_invisible(*character))
        .flat_map(char::to_lowercase)
        .collect();
    if is_guess(&text) {
        return None;
    }
    let numbers = numbers(&text);
    let money = |number: &Number| number.has_unit;
    let first = match numbers.iter().position(money) {
        // "80 – 95 EUR": the unit stands behind the second number and counts for the first.
        Some(index) if index > 0 && joins(&text, numbers.get(index - 1)?, numbers.get(index)?) => index - 1,
        Some(index) => index,
        None if certainty == Certainty::Said => numbers.iter().position(|number| number.value > 0)?,
        None => return None,
    };
    let low = numbers.get(first)?;
    let high = numbers.get(first + 1).filter(|high| joins(&text, low, high));
    let (min, max) = match high {
        Some(high) => bounds(low, high)?,
        None => (low.amount(), low.amount()),
    };
    if max.0 == 0 || (certainty == Certainty::Open && max.0 < 300) {
        return None;
    }
    let folded = super::words::fold(&text);
    let currency = currency(&text, &folded, dollar);
    if certainty == Certainty::Open && currency.is_none() {
        return None;
    }
    let before = text.get(..low.start).unwrap_or_default().trim_end();
    let after = text.get(high.unwrap_or(low).end..).unwrap_or_default();
    // "from 3,000" has no upper bound and "up to 3,000" no lower one.
    let is_lowest = high.is_none()
        && (ends_in(
            before,
            words!("from|ab|od|от|à partir de|a partir de|desde|min.|minimum|at least|mindestens|starting at|au moins"),
        ) || after.starts_with('+'));
    let is_highest = high.is_none()
        && ends_in(
            before,
            words!("up to|bis|bis zu|do|до|až|jusqu'à|hasta|max.|maximum|at most|maximal"),
        );
    Some(Pay {
        min: (!is_highest).then_some(min),
        max: (!is_lowest).then_some(max),
        currency,
        per: period(&folded).or_else(|| is_a_year(&text).then_some(PayPeriod::Year)),
    })
}

/// Whether a text in lower case says that a board reckoned the pay from others' and nobody offered it. Employers estimate, too:
/// "the estimated salary range for this position".
fn is_guess(text: &str) -> bool {
    let is_short = text.contains("est.)") && !text.contains("employer est.)");
    is_short
        || words!(
            "salary estimate|salary estimates|average|most earn|jobs like this|similar jobs|geschätzt|geschätzte gehalt|\
             gehaltsschätzung|lohnschätzung|gehaltsprognose|durchschnittsgehalt|durchschnittslohn|salaire estimé|salaire moyen|\
             estimation salariale|estimation du salaire|salario estimado|salario medio|stipendio stimato|stipendio medio|\
             szacunkowe wynagrodzenie|geschat salaris|salary insights|market rate",
        )
        .any_in(&super::words::fold(text))
}

/// The time that a unit's text or code names.
pub(super) fn period(folded: &str) -> Option<PayPeriod> {
    let folded = folded.trim();
    PERIODS
        .iter()
        .find(|(_, words)| words.any_in(folded))
        .map(|(period, _)| *period)
}

/// "/ an": a year in French, and without the stroke a small word of English.
fn is_a_year(text: &str) -> bool {
    let mut behind = text.split('/').skip(1).map(str::trim_start);
    behind.any(|rest| {
        rest.strip_prefix("an")
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

fn currency(text: &str, folded: &str, dollar: Option<Currency>) -> Option<Currency> {
    let code = folded
        .split(' ')
        .map(|word| word.trim_matches(|character: char| character.is_ascii_digit()))
        .find(|word| CODES.contains(word))
        .and_then(Currency::new);
    let sign = || {
        SIGNS
            .iter()
            .find(|(sign, _)| stands(text, sign))
            .and_then(|(_, code)| Currency::new(code))
    };
    code.or_else(sign)
        .or_else(|| text.contains('$').then_some(dollar).flatten())
}

/// Whether a sign stands in the text by itself: the "s$" of "us$" is not Singapore's, nor "1 FTE" paid in forints.
fn stands(text: &str, sign: &str) -> bool {
    let is_word = sign.ends_with(|last: char| last.is_ascii_alphabetic());
    text.match_indices(sign).any(|(start, _)| {
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let after = text.get(start + sign.len()..).and_then(|text| text.chars().next());
        before.is_none_or(|character| !character.is_alphabetic() || character == 'k' || is_unspaced(character))
            && (!is_word || after.is_none_or(|character| !character.is_alphabetic() || character == 's'))
    })
}

fn ends_in(before: &str, words: Words) -> bool {
    let before = before.trim_end();
    let mut signs = SIGNS.iter().map(|(sign, _)| *sign).chain(CODES.iter());
    let before = signs.find_map(|sign| before.strip_suffix(sign)).unwrap_or(before);
    let before = before.trim_end_matches(|character: char| !character.is_alphanumeric() && character != '.');
    words.iter().any(|word| {
        before
            .strip_suffix(word)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with(|character: char| !character.is_alphanumeric()))
    })
}

#[derive(Debug)]
struct Number {
    start: usize,
    end: usize,
    /// In hundredths, the multiplier not counted in.
    value: u64,
    times: u64,
    has_unit: bool,
}

impl Number {
    const fn amount(&self) -> Amount {
        Amount(self.value.saturating_mul(self.times))
    }
}

/// Both ends of a range; a multiplier behind the second counts for both, where that keeps them in order.
fn bounds(low: &Number, high: &Number) -> Option<(Amount, Amount)> {
    let max = high.amount();
    let min = if low.times == 1 && high.times > 1 && low.value <= high.value {
        Amount(low.value.saturating_mul(high.times))
    } else {
        low.amount()
    };
    (min <= max).then_some((min, max))
}

/// Whether what stands between two numbers makes them a range.
fn joins(text: &str, low: &Number, high: &Number) -> bool {
    let between = text.get(low.end..high.start).unwrap_or_default();
    if between.len() > 40 {
        return false;
    }
    let signs = SIGNS.iter().map(|(sign, _)| *sign).chain(CODES.iter());
    let mut plain = signs.fold(between.to_owned(), |plain, sign| plain.replace(sign, ""));
    plain.retain(|character| !character.is_whitespace() && !matches!(character, '$' | '.'));
    matches!(
        plain.as_str(),
        "-" | "–"
            | "—"
            | "~"
            | "〜"
            | "～"
            | "to"
            | "bis"
            | "až"
            | "do"
            | "до"
            | "a"
            | "à"
            | "y"
            | "e"
            | "and"
            | "und"
            | "/year-"
            | "/hr-"
            | "/yr-"
            | "peryear-"
    )
}

fn numbers(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some(offset) = text
        .get(from..)
        .and_then(|rest| rest.find(|character: char| character.is_ascii_digit()))
    {
        let start = from + offset;
        let (value, length) = number(text.get(start..).unwrap_or_default());
        let mut end = start + length;
        from = end;
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(end..).unwrap_or_default();
        let (times, suffix) = multiplier(after);
        end += suffix;
        from = from.max(end);
        let after = text.get(end..).unwrap_or_default();
        // "80-100%", "b2b", "401k" and "14薪" are no amounts.
        let is_other = after.starts_with(['%', '薪'])
            || after.trim_start().starts_with('%')
            || before.ends_with(|character: char| {
                // Where words are written without spaces, one may stand right before a number.
                character.is_alphabetic()
                    && !is_unspaced(character)
                    && !before.ends_with("eur")
                    && !before.ends_with("usd")
            })
            || (value == 40_100 && times > 1);
        if is_other {
            // The 80 of "80-100%" is a percentage, too.
            numbers.pop_if(|last: &mut Number| {
                text.get(last.end..start)
                    .is_some_and(|between| matches!(between.trim(), "-" | "–"))
            });
            continue;
        }
        numbers.push(Number {
            start,
            end,
            value,
            times,
            has_unit: times > 1 || has_unit(before, after),
        });
    }
    numbers
}

/// One number at the beginning of `text`, in hundredths, and how long it is. Three digits behind a separator are thousands,
/// one or two are decimals.
fn number(text: &str) -> (u64, usize) {
    let (mut value, mut end, mut decimals) = (0_u64, 0, None::<u32>);
    for (index, character) in text.char_indices() {
        if let Some(digit) = character.to_digit(10) {
            decimals = decimals.map(|count| count + 1);
            if decimals.is_none_or(|count| count <= 2) {
                value = value.saturating_mul(10).saturating_add(u64::from(digit));
            }
            end = index + character.len_utf8();
            continue;
        }
        let is_separator = matches!(
            character,
            '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'
        );
        let rest = text.get(index + character.len_utf8()..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !is_separator || decimals.is_some() {
            break;
        }
        match digits {
            3 => {}
            // Indian grouping: 1,25,000.
            2 if character == ',' && rest.get(2..3) == Some(",") => {}
            1 | 2 if matches!(character, '.' | ',') => decimals = Some(0),
            _ => break,
        }
    }
    let scale = match decimals.unwrap_or(0).min(2) {
        0 => 100,
        1 => 10,
        _ => 1,
    };
    (value.saturating_mul(scale), end)
}

/// A multiplier right behind a number, and its length in bytes.
fn multiplier(after: &str) -> (u64, usize) {
    let space = after.len() - after.trim_start_matches([' ', '\u{a0}']).len();
    let word = after.get(space..).unwrap_or_default();
    for (name, times) in [
        ("thousand", 1_000),
        ("tis.", 1_000),
        ("tis", 1_000),
        ("lakhs", 100_000),
        ("lakh", 100_000),
        ("lacs", 100_000),
        ("lac", 100_000),
        ("lpa", 100_000),
        ("mio", 1_000_000),
        ("万", 10_000),
        ("k", 1_000),
        ("m", 1_000_000),
    ] {
        if word.starts_with(name) {
            let rest = word.get(name.len()..).unwrap_or_default();
            // "2 m" may be metres: the bare letters stand right behind the number.
            let is_bare = name.len() == 1 && !rest.starts_with(['€', '£', '$', '₹']);
            if rest.starts_with(char::is_alphabetic) && times != 10_000 || (is_bare && space > 0) {
                continue;
            }
            return (times, space + name.len());
        }
    }
    (1, 0)
}

/// Whether a currency stands right before or right behind a number.
fn has_unit(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let after = after.trim_start();
    before.ends_with(['$', '€', '£', '₹', '¥'])
        || after.starts_with(['$', '€', '£', '₹', '₽', '円'])
        || CODES.iter().chain(["kč", "zł", "kr", "ft", "euro"]).any(|code| {
            let behind = after.strip_prefix(code);
            before.ends_with(code) || behind.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(pay: Option<Pay>) -> String {
        let Some(pay) = pay else { return String::new() };
        let amount = |amount: Option<Amount>| {
            amount.map_or("?".to_owned(), |Amount(hundredths)| {
                format!("{}", hundredths as f64 / 100.0)
            })
        };
        let currency = pay.currency.map_or("-".to_owned(), |currency| currency.to_string());
        format!("{} {} {currency} {:?}", amount(pay.min), amount(pay.max), pay.per)
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(show(parse_pay(text, Currency::new("USD"))), expected, "{text}");
    }

    #[track_caller]
    fn check_open(text: &str, expected: &str) {
        assert_eq!(
            show(read(text, Certainty::Open, Currency::new("USD"))),
            expected,
            "{text}"
        );
    }

    #[test]
    fn people_write_pay_in_many_ways() {
        check("80-95k EUR a year", "80000 95000 EUR Some(Year)");
        check("$45/hour", "45 45 USD Some(Hour)");
        check("50 000 – 80 000 Kč", "50000 80000 CZK None");
        check("50\u{a0}000 \u{200d}–\u{200d} 80\u{a0}000 CZK", "50000 80000 CZK None");
        check("$26,000 – $30,000 / year", "26000 30000 USD Some(Year)");
        check(
            "SF Target Base Salary $220K – $330K • Offers Equity",
            "220000 330000 USD None",
        );
        check("£85k", "85000 85000 GBP None");
        check("25-50K·14薪", "25000 50000 - None");
        check("300-400元/天", "300 400 CNY Some(Day)");
        check("6-10 Lacs P.A.", "600000 1000000 INR Some(Year)");
        check("€80,000 – €95,000 a year", "80000 95000 EUR Some(Year)");
        check("18,50 € pro Stunde", "18.5 18.5 EUR Some(Hour)");
        check("₹14,182.55 - ₹25,000.00 a month", "14182.55 25000 INR Some(Month)");
        check("₹1,25,000 - ₹1,54,000 a month", "125000 154000 INR Some(Month)");
        check("CHF 120'000", "120000 120000 CHF None");
        check("45.000 bis 55.000 EUR brutto/Jahr", "45000 55000 EUR Some(Year)");
        check("De R$ 2.001,00 a R$ 3.000,00", "2001 3000 BRL None");
        check("From ₹40,000 a month", "40000 ? INR Some(Month)");
        check("up to A$90k p.a.", "? 90000 AUD Some(Year)");
        check("60000", "60000 60000 - None");
        check("1100 € - 1400 € Bruto/mes", "1100 1400 EUR Some(Month)");
        check("80 tis. Kč měsíčně", "80000 80000 CZK Some(Month)");
        check("60–80k €", "60000 80000 EUR None");
        check("£50k pa DOE", "50000 50000 GBP Some(Year)");
        check("$45/hr", "45 45 USD Some(Hour)");
        check("CHF 110'000", "110000 110000 CHF None");
        check("CHF 110’000.–", "110000 110000 CHF None");
        check("1.500–3.500 USD / month", "1500 3500 USD Some(Month)");
        check("₹12 LPA", "1200000 1200000 INR Some(Year)");
        check("₹ 8-12 LPA", "800000 1200000 INR Some(Year)");
        check("12-18 Lacs P.A.", "1200000 1800000 INR Some(Year)");
        check("INR 10,00,000 - 15,00,000", "1000000 1500000 INR None");
        check("80-100% CHF 7'500 – 8'500 pro Monat", "7500 8500 CHF Some(Month)");
        check("€55.000 - €70.000 p.a.", "55000 70000 EUR Some(Year)");
        check("$120K/yr - $150K/yr", "120000 150000 USD Some(Year)");
        check("USD $100,000 to $130,000", "100000 130000 USD None");
        check("40-45K EUR", "40000 45000 EUR None");
        check("12 000 - 15 000 PLN net + VAT / month", "12000 15000 PLN Some(Month)");
        check("35.000,00 € bis 42.500,50 €", "35000 42500.5 EUR None");
        check("25 €/h", "25 25 EUR Some(Hour)");
        check("450 - 500 GBP per day", "450 500 GBP Some(Day)");
        check("3.5k - 4.2k EUR monthly", "3500 4200 EUR Some(Month)");
        check("¥8,000,000 JPY", "8000000 8000000 JPY None");
        check("between £30,000 and £35,000 per annum", "30000 35000 GBP Some(Year)");
        check("1 200 000 – 1 500 000 Ft", "1200000 1500000 HUF None");
        check("45 000 kr/mån", "45000 45000 - Some(Month)");
        check("mindestens 3.200 € brutto pro Monat (14x)", "3200 ? EUR Some(Month)");
        check("R$ 5.000 + benefícios", "5000 5000 BRL None");
        check("$100k+", "100000 ? USD None");
        check("$1.2M - $1.5M", "1200000 1500000 USD None");
        check("60000 for 1 FTE", "60000 60000 - None");
        check("30 000 - 34 000 € / an", "30000 34000 EUR Some(Year)");
        check("Horaire de 12,50 Euros à 15,00 Euros", "12.5 15 EUR Some(Hour)");
        check("от 80 000 до 110 000 ₽ за месяц", "80000 110000 RUB Some(Month)");
        check("40 - 48 k€ brut annuel", "40000 48000 EUR Some(Year)");
        check("月給350,000円〜500,000円", "350000 500000 JPY Some(Month)");
        check("年収 600万円～800万円", "6000000 8000000 JPY Some(Year)");
        check("RAL 35.000 € - 42.000 €", "35000 42000 EUR Some(Year)");
        check("28.000 – 32.000 € brutos anuales", "28000 32000 EUR Some(Year)");
        check("6 500–8 200\u{a0}zł brutto / mies.", "6500 8200 PLN Some(Month)");
        check("450 000 – 520 000 kr per år", "450000 520000 - Some(Year)");
    }

    #[test]
    fn other_numbers_are_no_pay() {
        check("negotiable", "");
        check("£28K - £35K (Glassdoor est.)", "");
        check("Das geschätzte Gehalt liegt zwischen 52.000 € und 68.000 € / Jahr", "");
        check(
            "$17.42 is the average hourly pay, and most earn between $14.66 and $19.23",
            "",
        );
        check("The estimated salary range is $80K - $90K", "80000 90000 USD None");
        check("80-100%", "");
        check("Lohnschätzung: CHF 68 000 - CHF 82 000 / Jahr", "");
        check("80 – 100 %", "");
        check("Pensum 60%", "");
        check_open("5 years of experience in 3 teams", "");
        check_open("401k and 25 days", "");
        check_open("We serve 50 million users", "");
        check_open(
            "The base salary range is USD 120,000 to 150,000 per year.",
            "120000 150000 USD Some(Year)",
        );
        check_open("", "");
    }

    #[test]
    fn enormous_numbers_do_not_overflow() {
        check(
            "999999999999999999999999999999 k EUR",
            "184467440737095520 184467440737095520 EUR None",
        );
    }
}
