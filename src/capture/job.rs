//! One `JobPosting`, from whichever syntax it came, read field by field.

use serde_json::Value;

use super::words::fold;
use super::{date, html_text, kinds, pay, place};
use crate::domain::{
    Amount, Confidence, Contact, Currency, Line, Pay, Posting, Prose, Reading, Source, Warning, Workplace,
};

/// What a structured posting says. Its `url` is often the employer's site and is not taken for the posting's address.
pub(super) fn read(job: &Value, source: Source, warnings: &mut Vec<Warning>) -> Posting {
    let company = organization(&job["hiringOrganization"]);
    let mut places = place::read(&job["jobLocation"]);
    // Some sites put the company's name where the town belongs.
    places.retain(|place| {
        company
            .as_ref()
            .is_none_or(|company| fold(company.as_str()) != fold(place.as_str()))
    });
    let workplace = kinds::workplace(&text(&job["jobLocationType"]).unwrap_or_default());
    let is_remote = workplace == Some(Workplace::Remote);
    if places.is_empty() && is_remote {
        places = place::read(&job["applicantLocationRequirements"]);
    }
    let employments = kinds::employments(&texts(&job["employmentType"]).join(", "));
    Posting {
        title: sure(title(job), source),
        company: sure(company, source),
        places: (!places.is_empty()).then(|| {
            // A country alone is where the company is registered as often as where the work is.
            let is_vague = places.iter().all(|place| place.as_str().chars().count() <= 3);
            Reading::new(
                places,
                source,
                if is_vague { Confidence::Unsure } else { Confidence::Sure },
            )
        }),
        workplace: sure(workplace, source),
        employment: sure((!employments.is_empty()).then_some(employments), source),
        pay: sure(salary(job), source),
        posted: sure(day(&job["datePosted"], warnings), source),
        closes: sure(day(&job["validThrough"], warnings), source),
        reference: sure(reference(&job["identifier"]), source),
        contact: sure(contact(&job["applicationContact"]), source),
        description: sure(
            text(&job["description"]).and_then(|html| Prose::new(&html_text::plain(&html))),
            source,
        ),
        ..Posting::default()
    }
}

/// The title of a structured posting; some call it its name.
pub(super) fn title(job: &Value) -> Option<Line> {
    line(&job["title"]).or_else(|| line(&job["name"]))
}

/// Where a structured posting says that it stands.
pub(super) fn url(job: &Value) -> Option<String> {
    text(&job["url"])
}

fn sure<T>(value: Option<T>, source: Source) -> Option<Reading<T>> {
    value.map(|value| Reading::new(value, source, Confidence::Sure))
}

/// The first text in a value that may be a text, a number, or a list of them.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => values.iter().filter(|value| !value.is_array()).find_map(text),
        _ => None,
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().take(10).filter_map(text).collect(),
        other => text(other).into_iter().collect(),
    }
}

fn line(value: &Value) -> Option<Line> {
    Line::new(&html_text::line(&text(value)?))
}

/// A value, or the first one where it is a list.
fn first(value: &Value) -> &Value {
    match value {
        Value::Array(values) => values.first().unwrap_or(&Value::Null),
        other => other,
    }
}

fn organization(value: &Value) -> Option<Line> {
    match first(value) {
        Value::Object(organization) => line(organization.get("name")?),
        other => line(other).filter(|name| !name.as_str().starts_with("http")),
    }
}

fn day(value: &Value, warnings: &mut Vec<Warning>) -> Option<chrono::NaiveDate> {
    let day = date::read(&text(value)?, date::Order::Unknown);
    if day.is_none_or(|day| !date::is_plausible(day)) {
        if !warnings.contains(&Warning::OddDate) {
            warnings.push(Warning::OddDate);
        }
        return None;
    }
    day
}

fn reference(value: &Value) -> Option<Line> {
    let value = first(value);
    let reference = line(value).or_else(|| line(&value["value"]));
    reference.filter(|reference| reference.as_str().len() <= 100 && !reference.as_str().starts_with("http"))
}

fn contact(value: &Value) -> Option<Contact> {
    let value = first(value);
    let mut contact = Contact::named(line(&value["name"])?);
    contact.role = line(&value["jobTitle"]);
    contact.email = line(&value["email"]);
    contact.phone = line(&value["telephone"]);
    Some(contact)
}

/// `baseSalary` as an amount with its parts, a number, or a sentence; `estimatedSalary` is the board's guess and not read.
fn salary(job: &Value) -> Option<Pay> {
    let base = first(&job["baseSalary"]);
    let currency = line(&base["currency"]).or_else(|| line(&job["salaryCurrency"]));
    let currency = currency.and_then(|code| Currency::new(code.as_str()));
    if !base.is_object() {
        let mut pay = pay::read(&text(base)?, pay::Certainty::Said, None)?;
        pay.currency = pay.currency.or(currency);
        return is_real(&pay).then_some(pay);
    }
    let value = first(&base["value"]);
    let amounts = if value.is_object() { value } else { base };
    let single = amount(if value.is_object() { &value["value"] } else { value });
    let (low, high) = (amount(&amounts["minValue"]), amount(&amounts["maxValue"]));
    let (min, max) = match (low, high) {
        (None, None) => (single, single),
        (Some(low), Some(high)) if high < low => (Some(low), Some(low)),
        bounds => bounds,
    };
    if min.is_none() && max.is_none() {
        // A sentence where the number belongs.
        let mut pay = pay::read(
            &text(value).or_else(|| text(&value["value"]))?,
            pay::Certainty::Said,
            None,
        )?;
        pay.currency = pay.currency.or(currency);
        return is_real(&pay).then_some(pay);
    }
    let unit = ["unitText", "unitCode", "duration"]
        .iter()
        .find_map(|name| text(&value[*name]).or_else(|| text(&base[*name])));
    let pay = Pay {
        min,
        max,
        currency,
        per: unit.and_then(|unit| pay::period(&fold(&unit))),
    };
    is_real(&pay).then_some(pay)
}

/// A salary of nothing is a field that was left empty.
fn is_real(pay: &Pay) -> bool {
    pay.max.or(pay.min).is_some_and(|amount| amount > Amount(0))
}

/// A number, or a text that is nothing but one.
fn amount(value: &Value) -> Option<Amount> {
    let text = text(value)?;
    // The reader of the JSON reads this number, too: the standard library's weighs fifteen kilobytes more.
    let number: f64 = match serde_json::from_str(&text) {
        Ok(number) => number,
        Err(_) => {
            let pay = pay::read(&text, pay::Certainty::Said, None)?;
            return (pay.min == pay.max).then_some(pay.min).flatten();
        }
    };
    let hundredths = (number * 100.0).round();
    let is_sane = (0.0..1e15).contains(&hundredths);
    is_sane
        .then(|| format!("{hundredths:.0}").parse().ok())
        .flatten()
        .map(Amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_json(json: &str) -> (Posting, Vec<Warning>) {
        let mut warnings = Vec::new();
        let posting = read(&serde_json::from_str(json).unwrap(), Source::JsonLd, &mut warnings);
        (posting, warnings)
    }

    #[track_caller]
    fn check_pay(json: &str, expected: Option<(u64, u64, &str)>) {
        let (posting, _) = read_json(json);
        let found = posting.pay.map(|reading| {
            let pay = reading.value;
            (
                pay.min.unwrap().0 / 100,
                pay.max.unwrap().0 / 100,
                format!("{:?} {:?}", pay.currency.map(|c| c.to_string()), pay.per),
            )
        });
        assert_eq!(
            found,
            expected.map(|(min, max, rest)| (min, max, rest.to_owned())),
            "{json}"
        );
    }

    #[test]
    fn salaries_of_the_wild() {
        check_pay(
            r#"{"baseSalary":{"currency":"AUD","value":{"minValue":130000,"maxValue":160000,"unitText":"YEAR"}}}"#,
            Some((130_000, 160_000, r#"Some("AUD") Some(Year)"#)),
        );
        check_pay(
            r#"{"baseSalary":{"currency":"USD","value":"55000","unitCode":"ANN"}}"#,
            Some((55_000, 55_000, r#"Some("USD") Some(Year)"#)),
        );
        check_pay(
            r#"{"baseSalary":"100000","salaryCurrency":"USD"}"#,
            Some((100_000, 100_000, r#"Some("USD") None"#)),
        );
        check_pay(
            r#"{"baseSalary":45.5,"salaryCurrency":"eur"}"#,
            Some((45, 45, r#"Some("EUR") None"#)),
        );
        check_pay(
            r#"{"baseSalary":"£30,000 - £40,000 per annum"}"#,
            Some((30_000, 40_000, r#"Some("GBP") Some(Year)"#)),
        );
        check_pay(
            r#"{"baseSalary":{"value":{"value":"1.500,00"},"currency":7}}"#,
            Some((1_500, 1_500, "None None")),
        );
        check_pay(r#"{"baseSalary":{"value":{"minValue":0,"maxValue":0}}}"#, None);
        check_pay(r#"{"baseSalary":{"value":{"minValue":-1e300}}}"#, None);
        check_pay(r#"{"baseSalary":[[[]]]}"#, None);
        check_pay(r#"{"baseSalary":"competitive"}"#, None);
    }

    #[test]
    fn markup_in_a_line_is_text() {
        let (posting, _) = read_json(
            r#"{"title":" <b>Fish</b> &amp; Chips ","hiringOrganization":[{"name":"Cod<script>x</script> Ltd "}]}"#,
        );
        assert_eq!(posting.title.unwrap().value.as_str(), "<b>Fish</b> & Chips");
        assert_eq!(posting.company.unwrap().value.as_str(), "Cod<script>x</script> Ltd");
    }

    #[test]
    fn a_contact_has_an_office_and_addresses() {
        let (posting, _) = read_json(
            r#"{"applicationContact":{"name":"Mara Lindqvist","jobTitle":"Recruiter","email":"mara@a.example","telephone":"030 1234567"}}"#,
        );
        let contact = posting.contact.unwrap().value;
        let lines = [Some(contact.name), contact.role, contact.email, contact.phone].map(|line| line.map(String::from));
        assert_eq!(
            lines,
            ["Mara Lindqvist", "Recruiter", "mara@a.example", "030 1234567"].map(|line| Some(line.to_owned()))
        );
    }

    #[test]
    fn odd_days_are_left_out_with_a_warning() {
        let (posting, warnings) = read_json(r#"{"datePosted":"2026-01-02","validThrough":"1970-01-01T00:00:00.000Z"}"#);
        assert_eq!(posting.posted.unwrap().value.to_string(), "2026-01-02");
        assert_eq!(posting.closes, None);
        assert_eq!(warnings, [Warning::OddDate]);
    }

    #[test]
    fn a_town_named_like_the_company_is_no_town() {
        let (posting, _) =
            read_json(r#"{"hiringOrganization":"Ovens","jobLocation":{"address":{"addressLocality":"Ovens"}}}"#);
        assert_eq!(posting.places, None);
    }
}
