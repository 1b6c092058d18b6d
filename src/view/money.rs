//! Pay in words that the reader of postings reads back: digits, a dash, a code, a time.

use super::voice::two_digits;
use super::{Voice, Word};
use crate::domain::{Amount, Pay, PayPeriod};

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
            said = self.say(Word::PayWithCurrency, &[("amount", &said), ("currency", &code)]);
        }
        if let Some(period) = pay.per {
            said = self.say(per(period), &[("pay", &said)]);
        }
        match bound {
            Some(bound) => self.say(bound, &[("pay", &said)]),
            None => said,
        }
    }

    /// Whole units in groups of three, and two digits of cents if `cents`.
    fn amount(&self, amount: Amount, cents: bool) -> String {
        let digits = (amount.0 / 100).to_string();
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push_str(self.words.text(Word::ThousandsSeparator));
            }
            text.push(digit);
        }
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
