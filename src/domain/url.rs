//! Web addresses, read as browsers read them (the URL Standard), as far as postings need it: what would need tables of Unicode, or is
//! no address that anybody publishes – a host in numbers that is not four of them, user information – is refused.

use std::borrow::Cow;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The one form of an absolute `http` or `https` address; `None` for every other text.
pub(super) fn normal(raw: &str) -> Option<String> {
    let is_break = |c: char| matches!(c, '\t' | '\n' | '\r');
    let raw = if raw.contains(is_break) {
        Cow::Owned(raw.replace(is_break, ""))
    } else {
        Cow::Borrowed(raw)
    };
    let (rest, fragment) = cut(raw.trim_matches(|c: char| c <= ' '), '#');
    let (rest, query) = cut(rest, '?');
    let (scheme, rest) = rest.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let default_port = match scheme.as_str() {
        "http" => 80,
        "https" => 443,
        _ => return None,
    };
    let (authority, path) = rest.split_at(rest.find(['/', '\\']).unwrap_or(rest.len()));
    let (host, port) = host_and_port(authority)?;
    let host = host_in_normal_form(host)?;

    let mut out = format!("{scheme}://{host}");
    if let Some(port) = port.filter(|port| *port != default_port) {
        out.push_str(&format!(":{port}"));
    }
    push_path(path, &mut out);
    if let Some(query) = query {
        out.push('?');
        push_encoded(query, b"\"<>'", &mut out);
    }
    if let Some(fragment) = fragment {
        out.push('#');
        push_encoded(fragment, b"\"<>`", &mut out);
    }
    Some(out)
}

fn cut(text: &str, mark: char) -> (&str, Option<&str>) {
    match text.split_once(mark) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

fn host_and_port(authority: &str) -> Option<(&str, Option<u16>)> {
    match authority.rsplit_once(':') {
        Some((host, "")) => Some((host, None)),
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => Some((host, Some(port.parse().ok()?))),
        _ => Some((authority, None)),
    }
}

fn host_in_normal_form(host: &str) -> Option<String> {
    if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        let address = address.parse::<Ipv6Addr>().ok()?.to_string();
        // An IPv4 address within one is written in another way here than in browsers.
        return (!address.contains('.')).then(|| format!("[{address}]"));
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let host = host.to_ascii_lowercase();
    let last = host.trim_end_matches('.').rsplit('.').next()?;
    if host.is_empty() || last.is_empty() || !host.bytes().all(plain) {
        return None;
    }
    if last.starts_with(|first: char| first.is_ascii_digit()) && host.parse::<Ipv4Addr>().is_err() {
        return None;
    }
    Some(host)
}

fn push_path(path: &str, out: &mut String) {
    let root = out.len();
    let mut segments = path.split(['/', '\\']).skip(1).peekable();
    if segments.peek().is_none() {
        out.push('/');
    }
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        match dots(segment) {
            Some(1) if is_last => out.push('/'),
            Some(1) => {}
            Some(2) => {
                let parent = out.rfind('/').filter(|slash| *slash >= root).unwrap_or(root);
                out.truncate(parent);
                if is_last {
                    out.push('/');
                }
            }
            _ => {
                out.push('/');
                push_encoded(segment, b"\"<>`{}#?", out);
            }
        }
    }
}

/// Of how many dots a segment of a path consists, in their percent form, too; `None` if of anything else.
fn dots(segment: &str) -> Option<usize> {
    let mut rest = segment;
    let mut dots = 0;
    while !rest.is_empty() {
        let encoded = || rest.get(..3).filter(|start| start.eq_ignore_ascii_case("%2e"));
        rest = rest
            .strip_prefix('.')
            .or_else(|| encoded().and_then(|_| rest.get(3..)))?;
        dots += 1;
    }
    Some(dots)
}

/// Writes `text` with spaces, controls, what is not ASCII and the bytes of `set` in their percent form.
fn push_encoded(text: &str, set: &[u8], out: &mut String) {
    let stays = |byte: u8| byte.is_ascii_alphanumeric() || (byte.is_ascii_graphic() && !set.contains(&byte));
    let mut rest = text;
    // Nearly all of it stays, and is copied as it is.
    while let Some(place) = rest.bytes().position(|byte| !stays(byte)) {
        let (plain, behind) = rest.split_at(place);
        out.push_str(plain);
        let mut characters = behind.chars();
        let changed = characters.next().map_or(0, char::len_utf8);
        for byte in behind.bytes().take(changed) {
            push_percent(byte, out);
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

/// Writes `text` so that it is nothing but text wherever it stands in an address: with all but letters, digits and `-._~` in its percent
/// form.
pub(super) fn push_text(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            push_percent(byte, out);
        }
    }
}

/// Writes a query of names, which are taken as they are, and values.
pub fn push_query(parameters: &[(&str, &str)], out: &mut String) {
    let mut mark = '?';
    for (name, value) in parameters {
        out.push(mark);
        out.push_str(name);
        out.push('=');
        push_text(value, out);
        mark = '&';
    }
}

fn push_percent(byte: u8, out: &mut String) {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).map_or('0', |digit| digit.to_ascii_uppercase());
    out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
}

/// Names and values of a query, decoded.
pub fn parameters(query: &str) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    pairs(query).map(|(name, value)| (decoded(name), decoded(value)))
}

/// What the parameters of that name say, in small or capital letters, decoded.
pub(super) fn parameter<'a>(query: &'a str, name: &str) -> impl Iterator<Item = Cow<'a, str>> {
    pairs(query)
        .filter(move |(given, _)| decoded(given).eq_ignore_ascii_case(name))
        .map(|(_, value)| decoded(value))
}

/// Names and values of a query as they are written.
fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    // Looked for letter by letter, which in texts as short as these is faster than what looks for one character alone.
    let pairs = query.split(['&']).filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once(['=']).unwrap_or((pair, "")))
}

/// Nearly all are written as they read: those are not copied.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| matches!(byte, b'%' | b'+')) {
        return Cow::Borrowed(text);
    }
    let digit = |byte: Option<&u8>| {
        char::from(*byte?)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut place = 0;
    while let Some(byte) = bytes.get(place) {
        place += 1;
        match (byte, digit(bytes.get(place)), digit(bytes.get(place + 1))) {
            (b'%', Some(high), Some(low)) => {
                out.push(high * 16 + low);
                place += 2;
            }
            (b'+', ..) => out.push(b' '),
            _ => out.push(*byte),
        }
    }
    Cow::Owned(String::from_utf8_lossy(&out).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use url::Url;

    /// What is read is what the reference reads, letter for letter.
    #[track_caller]
    fn check_agrees(raw: &str) {
        // The reference takes `a|` for a drive's name in web addresses, too; the standard and browsers do so in file addresses alone.
        let shown: String = raw.chars().filter(|character| !character.is_control()).collect();
        let is_drive = |segment: &str| segment.chars().count() == 2 && segment.ends_with([':', '|']);
        if shown.split(['/', '\\', '?', '#']).any(is_drive) {
            return;
        }
        if let Some(ours) = normal(raw) {
            let theirs = Url::parse(raw).map(String::from);
            assert_eq!(theirs.as_deref(), Ok(ours.as_str()), "{raw:?}");
            let theirs = Url::parse(raw).unwrap();
            let pairs: Vec<_> = theirs.query_pairs().collect();
            assert_eq!(
                parameters(theirs.query().unwrap_or_default()).collect::<Vec<_>>(),
                pairs,
                "{raw:?}"
            );
        }
    }

    #[track_caller]
    fn check_read(raw: &str) {
        assert!(normal(raw).is_some(), "{raw:?}");
        check_agrees(raw);
    }

    #[test]
    fn what_pages_write_is_read() {
        check_read("https://jobs.example");
        check_read("HTTPS://Jobs.Example:443?a=b c&d='\"%zz+é#x y`");
        check_read("http://jobs.example:8080/a b/../c/./{d}/%2E%2e/é|^~\\x/..");
        check_read("https://jobs.example/a//b/;c=1,2/(d)/@e:f!*$&'");
        check_read("https://my_jobs.example./x/.");
        check_read("http://127.0.0.1:3000/");
        check_read("https://[2001:DB8:0:0:1::1]/x");
        check_read(" \u{1}https://jobs.ex\nample/\t ");
        check_read("https://jobs.example:/#");
        check_read("https://jobs.example/?#?");
        check_read("https://xn--bcher-kva.example/");
    }

    #[test]
    fn there_are_no_drives_on_the_web() {
        assert_eq!(
            normal("https://jobs.example/a|/..").as_deref(),
            Some("https://jobs.example/")
        );
        assert_eq!(
            normal("https://jobs.example/c:/..").as_deref(),
            Some("https://jobs.example/")
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn whatever_is_read_agrees(raw in "https?://([a-zA-Z0-9._-]{0,8}|[0-9.x]{1,9}|\\[[0-9a-f:.]{2,12}\\]|\\PC{0,6})(:[0-9]{0,6})?([/\\\\](\\.{1,3}|%2[eE]|[!-~]{1,4}|\\PC{0,3}|[\\x00-\\x7f])?){0,6}(\\?[ -~é]{0,12})?(#[ -~é]{0,8})?") {
            check_agrees(&raw);
        }

        #[test]
        fn any_text_agrees(raw in "(https?:)?[\\s\\S]{0,20}") {
            check_agrees(&raw);
        }
    }
}
