//! What every record is wrapped in: `{"your_move":<schema>,"sum":"<checksum>","body":…}`.
//!
//! This form never changes, whatever the schema: it is how an older version tells a newer record from a damaged one.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::migration::{MIGRATIONS, migrate};
use super::{Damage, Kind, SCHEMA, json};

/// Longest value read, in bytes: three times the agenda of ten thousand open applications, and read in a third of a second.
const SIZE_LIMIT: usize = 32 * 1024 * 1024;

#[derive(Deserialize)]
struct Envelope<'a> {
    your_move: u32,
    sum: &'a str,
    #[serde(borrow)]
    body: &'a RawValue,
}

/// A record whose body is nothing but its fields.
pub trait Record: Serialize + DeserializeOwned {
    /// Which kind of record it is.
    const KIND: Kind;
}

/// The text under which `record` is kept.
pub fn seal<R: Record>(record: &R) -> String {
    wrap(&json::text(record))
}

/// Reads what [`seal`] gave.
///
/// # Errors
/// What is wrong with the text.
pub fn open<R: Record>(sealed: &str) -> Result<R, Damage> {
    let body = unwrap(R::KIND, sealed)?;
    serde_json::from_str(&body).map_err(|_| Damage::Unreadable)
}

/// Puts a body, which is JSON text, into its envelope.
pub(super) fn wrap(body: &str) -> String {
    let sum = sum(SCHEMA, body);
    format!(r#"{{"your_move":{SCHEMA},"sum":"{sum}","body":{body}}}"#)
}

/// Takes the body out of its envelope, unharmed and in the form of today's schema.
pub(super) fn unwrap(kind: Kind, sealed: &str) -> Result<Cow<'_, str>, Damage> {
    if sealed.len() > SIZE_LIMIT {
        return Err(Damage::TooLarge);
    }
    let envelope: Envelope<'_> = serde_json::from_str(sealed).map_err(|_| Damage::NotARecord)?;
    let body = envelope.body.get();
    // Before the schema is believed: a flipped digit must not pass for a newer version.
    if envelope.sum != sum(envelope.your_move, body) {
        return Err(Damage::Checksum);
    }
    migrate(kind, envelope.your_move, body, &MIGRATIONS)
}

/// The checksum of a body's exact text, which depends on its schema as well.
fn sum(schema: u32, body: &str) -> String {
    format!("{:016x}", xxh3_64_with_seed(body.as_bytes(), schema.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sealed: &str, expected: Result<&str, Damage>) {
        assert_eq!(unwrap(Kind::Head, sealed).as_deref(), expected.as_deref());
    }

    fn newer(schema: u32, body: &str) -> String {
        let sum = sum(schema, body);
        format!(r#"{{"your_move":{schema},"sum":"{sum}","body":{body}}}"#)
    }

    #[test]
    fn what_was_wrapped_is_unwrapped() {
        check(&wrap(r#"{"a": [1.50, "é"]}"#), Ok(r#"{"a": [1.50, "é"]}"#));
        check(&wrap("null"), Ok("null"));
    }

    #[test]
    fn what_is_no_envelope_is_told() {
        let not_a_record = Err(Damage::NotARecord);
        check("", not_a_record);
        check("null", not_a_record);
        check("[]", not_a_record);
        check("[object Object]", not_a_record);
        check("{}", not_a_record);
        check(r#"{"your_move":"1","sum":"","body":{}}"#, not_a_record);
        check(r#"{"your_move":-1,"sum":"","body":{}}"#, not_a_record);
        check(r#"{"__proto__":{"your_move":1},"constructor":1}"#, not_a_record);
        check(&format!("{} ", &wrap("{}")[1..]), not_a_record);
        check(&format!("\u{feff}{}", wrap("{}")), not_a_record);
        check(&newer(0, "{}"), not_a_record);
    }

    #[test]
    fn damage_is_told_from_a_newer_version() {
        check(
            r#"{"your_move":1,"sum":"0000000000000000","body":{}}"#,
            Err(Damage::Checksum),
        );
        check(&wrap("{}").replace("{}", "{ }"), Err(Damage::Checksum));
        check(&wrap("{}").replacen('1', "2", 1), Err(Damage::Checksum));
        check(&newer(2, "{}"), Err(Damage::Newer { schema: 2 }));
        check(&newer(u32::MAX, "[]"), Err(Damage::Newer { schema: u32::MAX }));
    }

    #[test]
    fn size_and_depth_do_no_harm() {
        check(&wrap(&format!("\"{}\"", "x".repeat(SIZE_LIMIT))), Err(Damage::TooLarge));
        let deep = "[".repeat(200_000);
        check(&deep, Err(Damage::NotARecord));
        check(
            &format!(r#"{{"your_move":1,"sum":"","body":{deep}"#),
            Err(Damage::NotARecord),
        );
        let closed = format!("{deep}{}", "]".repeat(200_000));
        check(&wrap(&closed), Ok(&closed));
    }
}
