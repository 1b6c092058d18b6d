//! What every record is wrapped in: `{"your_move":<schema>,"sum":"<checksum>","body":…}`.
//!
//! This form never changes, to the letter and whatever the schema: it is how an older version tells a newer record from a damaged one.

use std::borrow::Cow;

use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::form::{Form, read, write};
use super::migration::{MIGRATIONS, migrate};
use super::{Damage, Digest, Folder, Kind, SCHEMA};

/// Longest value read, in bytes: three times the agenda of ten thousand open applications, and read in a third of a second.
pub const SIZE_LIMIT: usize = 32 * 1024 * 1024;

/// A record whose body is its form and nothing else.
pub trait Record: Form {
    /// Which kind of record it is.
    const KIND: Kind;
}

/// The text under which `record` is kept.
pub fn seal<R: Record>(record: &R) -> String {
    wrap(&write(record))
}

/// Reads what [`seal`] gave.
///
/// # Errors
/// What is wrong with the text.
pub fn open<R: Record>(sealed: &str) -> Result<R, Damage> {
    let body = unwrap(R::KIND, sealed)?;
    read(&body).ok_or(Damage::Unreadable)
}

/// Puts a body, which is JSON text, into its envelope.
pub(super) fn wrap(body: &str) -> String {
    envelope(SCHEMA, body)
}

/// Takes the body out of its envelope, unharmed and in the form of today's schema.
pub(super) fn unwrap(kind: Kind, sealed: &str) -> Result<Cow<'_, str>, Damage> {
    if sealed.len() > SIZE_LIMIT {
        return Err(Damage::TooLarge);
    }
    let (schema, sum, body) = parts(sealed).ok_or(Damage::NotARecord)?;
    // Before the schema is believed: a flipped digit must not pass for a newer version.
    if sum != checksum(schema, body).to_string() {
        return Err(Damage::Checksum);
    }
    migrate(kind, schema, body, &MIGRATIONS)
}

/// Whether a newer version wrote a value, or a part of a folder. Nothing of this version may be put in its place.
pub fn is_newer(text: &str) -> bool {
    let newer = |text: &str| matches!(unwrap(Kind::Head, text), Err(Damage::Newer { .. }));
    match Folder::open(text) {
        Ok(folder) => folder.iter().any(|(_, sealed)| newer(sealed)),
        Err(damage) => matches!(damage, Damage::Newer { .. }) || newer(text),
    }
}

/// The checksum that a sealed text claims, and its body. What is no envelope stands for itself.
pub(super) fn claimed(sealed: &str) -> (&str, &str) {
    parts(sealed).map_or((sealed, sealed), |(_, sum, body)| (sum, body))
}

fn envelope(schema: u32, body: &str) -> String {
    let sum = checksum(schema, body);
    format!(r#"{{"your_move":{schema},"sum":"{sum}","body":{body}}}"#)
}

fn parts(sealed: &str) -> Option<(u32, &str, &str)> {
    let rest = sealed.strip_prefix(r#"{"your_move":"#)?.strip_suffix('}')?;
    let (digits, rest) = rest.split_once(r#","sum":""#)?;
    let (sum, body) = rest.split_once(r#"","body":"#)?;
    let schema: u32 = digits.parse().ok()?;
    (schema.to_string() == digits).then_some((schema, sum, body))
}

/// The checksum of a body's exact text, which depends on its schema as well.
fn checksum(schema: u32, body: &str) -> Digest {
    Digest(xxh3_64_with_seed(body.as_bytes(), schema.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sealed: &str, expected: Result<&str, Damage>) {
        assert_eq!(unwrap(Kind::Head, sealed).as_deref(), expected.as_deref());
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
        check(&wrap("{}").replacen('1', "01", 1), not_a_record);
        check(&wrap("{}").replacen('1', "+1", 1), not_a_record);
        check(&format!("{} ", wrap("{}")), not_a_record);
        check(r#"{"__proto__":{"your_move":1},"constructor":1}"#, not_a_record);
        check(&format!("{} ", wrap("{}").trim_start_matches('{')), not_a_record);
        check(&format!("\u{feff}{}", wrap("{}")), not_a_record);
        check(&envelope(0, "{}"), not_a_record);
    }

    #[test]
    fn damage_is_told_from_a_newer_version() {
        check(
            r#"{"your_move":1,"sum":"0000000000000000","body":{}}"#,
            Err(Damage::Checksum),
        );
        check(&wrap("{}").replace("{}", "{ }"), Err(Damage::Checksum));
        check(&wrap("{}").replacen('1', "2", 1), Err(Damage::Checksum));
        check(&envelope(2, "{}"), Err(Damage::Newer { schema: 2 }));
        check(&envelope(u32::MAX, "[]"), Err(Damage::Newer { schema: u32::MAX }));
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
