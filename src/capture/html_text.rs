//! HTML within structured data, made plain text. Descriptions are often escaped twice.

use super::words::{Words, words};

/// Named entities that descriptions really use; numbers are read, too.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("euro", "€"),
    ("pound", "£"),
    ("trade", "™"),
    ("reg", "®"),
    ("copy", "©"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("agrave", "à"),
    ("ccedil", "ç"),
    ("aacute", "á"),
    ("iacute", "í"),
    ("oacute", "ó"),
    ("uacute", "ú"),
    ("ntilde", "ñ"),
];

/// Elements that stand within a line; every other one begins a new line.
const INLINE: Words = words!("a|abbr|b|code|em|font|i|mark|s|small|span|strong|sub|sup|u");

/// Longer descriptions are cut, in bytes: what is kept of one is shorter still.
const LENGTH_LIMIT: usize = 200_000;

/// The text of `html`: tags gone, entities read, a line per block.
pub fn plain(html: &str) -> String {
    let html = html.get(..html.floor_char_boundary(LENGTH_LIMIT)).unwrap_or(html);
    let mut text = without_tags(&with_entities(html, looks_escaped(html)));
    // Once escaped, the tags are still there; at most twice was seen.
    for _ in 0..2 {
        if !(text.contains("</")
            || text.contains("<br")
            || text.contains("&nbsp;")
            || text.contains("&amp;")
            || text.contains("&lt;"))
        {
            break;
        }
        text = without_tags(&with_entities(&text, true));
    }
    text
}

/// A line of structured data with its entities read. Tags stay: in a title they are characters like others.
pub(super) fn line(text: &str) -> String {
    let text = with_entities(text, true);
    if text.contains('&') {
        with_entities(&text, true)
    } else {
        text
    }
}

/// Whether the tags themselves are escaped, so that entities are to be read before tags.
fn looks_escaped(html: &str) -> bool {
    html.contains("&lt;") && !html.contains("</")
}

/// Reads entities; with `all` false, those that make tags wait until the tags are gone.
fn with_entities(html: &str, all: bool) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after
            .char_indices()
            .take(10)
            .find(|(_, character)| *character == ';')
            .and_then(|(end, _)| Some((after.get(..end)?, after.get(end + 1..)?)));
        match entity.and_then(|(name, tail)| Some((decode(name)?, tail))) {
            Some((decoded, tail)) if all || !matches!(decoded.as_str(), "<" | ">" | "&") => {
                out.push_str(&decoded);
                rest = tail;
            }
            _ => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn decode(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).map(String::from);
    }
    let (_, text) = ENTITIES.iter().find(|(known, _)| *known == name)?;
    Some((*text).to_owned())
}

fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let Some((name, closing, tail)) = tag(after) else {
            out.push('<');
            rest = after;
            continue;
        };
        rest = tail;
        if matches!(name.as_str(), "script" | "style") && !closing {
            rest = tail
                .split_once("</")
                .map_or("", |(_, end)| end.split_once('>').map_or("", |(_, end)| end));
        } else if name == "li" && !closing {
            out.push_str("\n• ");
        } else if !INLINE.contains(name.as_str()) {
            out.push('\n');
        }
    }
    out.push_str(rest);
    with_entities(&out, true)
}

/// The name of the tag that `after`, what follows a `<`, begins with, whether it closes, and what follows it.
fn tag(after: &str) -> Option<(String, bool, &str)> {
    if let Some(comment) = after.strip_prefix("!--") {
        return Some((
            String::from("span"),
            false,
            comment.split_once("-->").map_or("", |(_, tail)| tail),
        ));
    }
    let body = after.strip_prefix('/').unwrap_or(after);
    let length = body
        .find(|character: char| !character.is_ascii_alphanumeric())
        .unwrap_or(body.len());
    let name = body.get(..length)?;
    if !name.starts_with(|character: char| character.is_ascii_alphabetic()) || name.len() > 12 {
        return None;
    }
    let (_, tail) = body.split_once('>')?;
    Some((name.to_ascii_lowercase(), body.len() < after.len(), tail))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Prose;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let text = Prose::new(&plain(html)).map(String::from).unwrap_or_default();
        assert_eq!(text, expected);
    }

    #[test]
    fn html_becomes_lines() {
        check("<p>One <b>bold</b> word</p><p>Two</p>", "One bold word\n\nTwo");
        check("<ul><li>One</li><li>Two</li></ul>", "• One\n\n• Two");
        check("A&nbsp;B &amp; C &#8211; D &#x20AC;", "A B & C – D €");
        check("<style>p{}</style><script>alert(1)</script>Text", "Text");
        check("no tags: 3 < 4, Vec<T, 4", "no tags: 3 < 4, Vec<T, 4");
        check("<!-- hidden -->shown", "shown");
    }

    #[test]
    fn escaped_once_or_twice_reads_the_same() {
        check("&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;", "Fish & chips");
        check("&amp;lt;p&amp;gt;Fish&amp;lt;/p&amp;gt;", "Fish");
    }

    #[test]
    fn broken_markup_keeps_the_text() {
        check("a <b", "a <b");
        check("a &unknown; b & c", "a &unknown; b & c");
        check("<script>never closed", "");
    }
}
