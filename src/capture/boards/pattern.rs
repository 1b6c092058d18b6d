//! Patterns of addresses, so that a board says in one line how its addresses name a posting.
//!
//! `/*/jobs/{number}` is a path: literal segments in any case, `*` for any one or a part of one, `**` for any number of them, `$`
//! where the path must end; without it more may follow. `?for=*&token={number}` are parameters that must all be there, behind a path or on any.
//! One place holds the posting's number: `{number}` digits, `{uuid}`, `{code}` letters and digits with at least one digit, `{name}`
//! whatever stands there. It may be a part of its segment: `*-{number}`, `job-*-{number}`, `{number}-*`, `{code}.html`.

use std::borrow::Cow;

use crate::capture::address::is_uuid;
use crate::domain::SafeLink;

/// What `pattern` finds at `address`: the posting's number, empty where the pattern has none; `None` where it does not match.
pub(super) fn find<'a>(pattern: &str, address: &'a SafeLink) -> Option<Cow<'a, str>> {
    let (path, query) = pattern.split_once('?').unwrap_or((pattern, ""));
    // Most addresses are held against patterns that ask for a parameter and have none.
    if !query.is_empty() && address.query().is_none() {
        return None;
    }
    let is_given = |text: &&str| !text.is_empty();
    let mut found = Cow::Borrowed("");
    if !path.is_empty() {
        let wanted: Vec<&str> = path.split('/').filter(is_given).collect();
        let given: Vec<&str> = address.path().split('/').filter(is_given).collect();
        found = Cow::Borrowed(segments(&wanted, &given)?);
    }
    for parameter in query.split('&').filter(is_given) {
        let (name, hole) = parameter.split_once('=')?;
        let value = address.parameter(name).find(|value| segment(hole, value).is_some())?;
        if hole.contains('{') {
            found = Cow::Owned(segment(hole, &value)?.to_owned());
        }
    }
    Some(found)
}

fn segments<'a>(wanted: &[&str], given: &[&'a str]) -> Option<&'a str> {
    let Some((first, rest)) = wanted.split_first() else {
        return Some("");
    };
    match *first {
        "$" => given.is_empty().then_some(""),
        "**" => (0..=given.len()).find_map(|skipped| segments(rest, given.get(skipped..)?)),
        first => {
            let (next, behind) = given.split_first()?;
            let found = segment(first, next)?;
            let deeper = segments(rest, behind)?;
            Some(if found.is_empty() { deeper } else { found })
        }
    }
}

fn segment<'a>(wanted: &str, given: &'a str) -> Option<&'a str> {
    let Some((before, rest)) = wanted.split_once('{') else {
        let is_alike = match wanted.split_once('*') {
            Some((start, end)) => given.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
            None => wanted.eq_ignore_ascii_case(given),
        };
        return is_alike.then_some("");
    };
    let (kind, after) = rest.split_once('}')?;
    let (given, after) = match after.split_once('*') {
        Some(_) => (given, after),
        None => (given.strip_suffix(after)?, ""),
    };
    let found = match before.split_once('*') {
        Some((start, mark)) => given.strip_prefix(start)?.rsplit_once(mark)?.1,
        None => given.strip_prefix(before)?,
    };
    let found = match after.strip_suffix('*') {
        Some(mark) => found.split_once(mark)?.0,
        None => found,
    };
    is_a(kind, found).then_some(found)
}

fn is_a(kind: &str, text: &str) -> bool {
    let has_digit = || text.bytes().any(|byte| byte.is_ascii_digit());
    let all = |is: fn(&u8) -> bool| text.bytes().all(|byte| is(&byte));
    match kind {
        "number" => has_digit() && all(u8::is_ascii_digit),
        "uuid" => is_uuid(text),
        "code" => has_digit() && all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~' | b'.')),
        _ => !text.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, place: &str, expected: Option<&str>) {
        let address = SafeLink::new(&format!("https://jobs.example{place}")).unwrap();
        assert_eq!(find(pattern, &address).as_deref(), expected, "{pattern} {place}");
    }

    #[test]
    fn paths_are_matched_from_their_beginning() {
        check("/*/jobs/{number}", "/acme/jobs/12", Some("12"));
        check("/*/jobs/{number}", "/acme/Jobs/12/apply", Some("12"));
        check("/*/jobs/{number}", "/jobs/12", None);
        check("/*/jobs/{number}", "/acme/jobs/baker", None);
        check("/*/jobs/{number}", "/acme/jobs/", None);
        check("/*/$", "/acme/", Some(""));
        check("/*/$", "/acme/12", None);
        check("/q-*", "/q-rust-jobs.html", Some(""));
        check("/*-jobs", "/rust-jobs", Some(""));
        check("/*-jobs", "/jobs", None);
        check("/**/job/**/*_{code}", "/en/Site/job/Bern/Baker_R-12", Some("R-12"));
        check("/**/job/**/*_{code}", "/Site/job/Baker_R12/apply", Some("R12"));
        check("/**/job/**/*_{code}", "/Site/jobs/Baker_R12", None);
        check("", "/", Some(""));
    }

    #[test]
    fn the_number_may_be_a_part_of_its_segment() {
        check("/view/*-{number}", "/view/baker-at-ovens-17", Some("17"));
        check("/view/*-{number}", "/view/17", None);
        check("/job-*-{number}", "/job-baker-at-ovens-17", Some("17"));
        check("/job-*-{number}", "/jobs-in-bern-17", None);
        check(
            "/offer--*--{number}-inline.html",
            "/offer--baker--bern--17-inline.html",
            Some("17"),
        );
        check("/offer--*--{number}-inline.html", "/offer--baker--17.html", None);
        check("/jobs/{number}-*", "/jobs/17-baker-2", Some("17"));
        check("/jobs/{number}-*", "/jobs/baker-17", None);
        check("/d/{code}.html", "/d/a1~.html", Some("a1~"));
        check("/d/{code}.html", "/d/index.html", None);
        check(
            "/{uuid}",
            "/f222ad5c-b7dd-43c4-9008-ee1a53174afa",
            Some("f222ad5c-b7dd-43c4-9008-ee1a53174afa"),
        );
        check("/{uuid}", "/f222ad5c", None);
        check("/{name}", "/baker", Some("baker"));
    }

    #[test]
    fn parameters_must_all_be_there() {
        check("?for=*&token={number}", "/embed/job_app?token=34&for=acme", Some("34"));
        check("?for=*&token={number}", "/embed/job_app?token=34", None);
        check("/jobs?Id={number}", "/jobs/all?id=%37", Some("7"));
        check("?id={number}", "/?id=x&id=8", Some("8"));
        check("?slug={number}-*", "/?slug=8-baker", Some("8"));
        check("?id={number}", "/?id=", None);
    }
}
