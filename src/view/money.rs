//! Pay in words that the reader of postings reads back: digits, a dash, a code, a time.

use super::voice::two_digits;
use super::{Voice, Word, Words};
use crate::domain::{Amount, Currency, Pay, PayPeriod};

/// The signs of currencies. Several countries write a dollar sign, each for its own dollar.
const SIGNS: [(&str, &str); 6] = [
    ("AUD", "$"),
    ("CAD", "$"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("INR", "₹"),
    ("USD", "$"),
];

impl Words {
    /// The sign of a currency that one writes by its sign here.
    fn sign(self, code: &str) -> Option<&'static str> {
        let mut signed = self.text(Word::CurrenciesBySign).split(' ');
        let is_signed = signed.any(|signed| signed == code);
        let sign = SIGNS.iter().find(|(known, _)| *known == code && is_signed);
        sign.map(|(_, sign)| *sign)
    }

    /// What somebody means who writes a dollar sign.
    pub fn dollar(self) -> Option<Currency> {
        let dollars = SIGNS.iter().filter(|(_, sign)| *sign == "$");
        let meant = dollars.map(|(code, _)| *code).find(|code| self.sign(code).is_some());
        Currency::new(meant.unwrap_or("USD"))
    }
}

impl Voice<'_> {
    /// "80,000–95,000 EUR a year", "from 45 USD an hour", "up to 60,000"; nothing for pay without an amount.
    pub fn pay(&self, pay: &Pay) -> String {
        let cents = [pay.min, pay.max]
            .into_iter()
            .flatten()
            .any(|amount| amount.0 % 100 != 0);
        let amount = |amount: Amount| self.amount(amount, cents);
        let (bound, amounts) = match (pay.min, pay.max) {
            (Some(min), Some(max)) if min == max => (None, amount(min)),
            (Some(min), Some(max)) => {
                let (min, max) = (amount(min), amount(max));
                (None, self.say(Word::PayRange, &[("min", &min), ("max", &max)]))
            }
            (Some(min), None) => (Some(Word::PayFrom), amount(min)),
            (None, Some(max)) => (Some(Word::PayUpTo), amount(max)),
            (None, None) => return String::new(),
        };
        let mut said = amounts;
        if let Some(currency) = pay.currency {
            let code = String::from(currency);
            said = match self.words.sign(&code) {
                Some(sign) => self.say(Word::PayWithSign, &[("amount", &said), ("sign", sign)]),
                None => self.say(Word::PayWithCurrency, &[("amount", &said), ("currency", &code)]),
            };
        }
        if let Some(period) = pay.per {
            said = self.say(per(period), &[("pay", &said)]);
        }
        match bound {
            Some(bound) => self.say(bound, &[("pay", &said)]),
            None => said,
        }
    }

    /// The same where there is little room: pay is by the year unless something else is said.
    pub(super) fn short_pay(&self, pay: &Pay) -> String {
        let per = pay.per.filter(|per| *per != PayPeriod::Year);
        self.pay(&Pay { per, ..*pay })
    }

    /// How pay can be written, in a currency that is written by its sign here, where one is.
    pub(super) fn pay_example(&self) -> String {
        let mut signed = self.words.text(Word::CurrenciesBySign).split(' ');
        let currency = signed.find_map(Currency::new).or(Currency::new("EUR"));
        self.pay(&Pay {
            min: Some(Amount(8_000_000)),
            max: Some(Amount(9_500_000)),
            currency,
            per: Some(PayPeriod::Year),
        })
    }

    /// Whole units, and two digits of cents if `cents`.
    fn amount(&self, amount: Amount, cents: bool) -> String {
        let mut text = self.words.digits(amount.0 / 100);
        if cents {
            text.push_str(self.words.text(Word::DecimalPoint));
            text.push_str(&two_digits(amount.0 % 100));
        }
        text
    }
}

const fn per(period: PayPeriod) -> Word {
    match period {
        PayPeriod::Hour => Word::PayPerHour,
        PayPeriod::Day => Word::PayPerDay,
        PayPeriod::Week => Word::PayPerWeek,
        PayPeriod::Month => Word::PayPerMonth,
        PayPeriod::Year => Word::PayPerYear,
    }
}
