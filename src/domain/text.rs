//! Text that came from outside, made harmless to store and to show.
//!
//! Controls, bidirectional overrides, invisible characters and floods of combining marks are dropped and white space is folded. Markup
//! needs no care here: it is shown as text.

/// Longest [`Line`], in characters.
const LINE_LIMIT: usize = 300;
/// Longest [`Prose`], in characters: several times the longest real description seen.
const PROSE_LIMIT: usize = 60_000;
/// How many combining marks may follow one character; written languages need at most four.
const MARKS_LIMIT: usize = 4;

/// One line of cleaned text: not empty, no line break, at most 300 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(String);

/// Several lines of cleaned text: not empty, at most 60,000 characters, no more than one empty line in a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prose(String);

impl Line {
    /// Cleans `raw`; `None` if nothing visible is left.
    pub fn new(raw: &str) -> Option<Self> {
        let clean = clean(raw, LINE_LIMIT, false);
        (!clean.is_empty()).then_some(Self(clean))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Prose {
    /// Cleans `raw`, keeping its line breaks; `None` if nothing visible is left.
    pub fn new(raw: &str) -> Option<Self> {
        let clean = clean(raw, PROSE_LIMIT, true);
        (!clean.is_empty()).then_some(Self(clean))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! text_conversions {
    ($name:ident) => {
        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

text_conversions!(Line);
text_conversions!(Prose);

fn clean(raw: &str, limit: usize, keep_breaks: bool) -> String {
    let mut out = String::with_capacity(raw.len().min(limit * 4));
    let mut count = 0;
    let mut marks = 0;
    let mut gap = Gap::None;
    let mut rest = raw;
    loop {
        let plain = plain_prefix(rest);
        if !plain.is_empty() {
            let separator = gap.behind(&out);
            let room = limit.saturating_sub(count + separator.len());
            let fitting = plain.get(..room).unwrap_or(plain).trim_end();
            if fitting.is_empty() {
                break;
            }
            out.push_str(separator);
            out.push_str(fitting);
            if fitting.len() < plain.len() {
                break;
            }
            count += separator.len() + fitting.len();
            (gap, marks) = (Gap::None, 0);
            rest = rest.get(plain.len()..).unwrap_or_default();
        }
        let mut characters = rest.chars();
        let Some(character) = characters.next() else { break };
        rest = characters.as_str();
        if character == '\r' || character == '\n' || character == '\u{2028}' || character == '\u{2029}' {
            if character == '\r' {
                rest = rest.strip_prefix('\n').unwrap_or(rest);
            }
            gap = if keep_breaks {
                gap.with_break()
            } else {
                gap.with_space()
            };
            continue;
        }
        if character.is_whitespace() {
            gap = gap.with_space();
            continue;
        }
        if is_joiner(character) {
            // Persian, Indic scripts and emoji need joiners; between other characters they only hide something.
            let follows_script = out
                .chars()
                .next_back()
                .is_some_and(|before| !before.is_ascii() && !is_joiner(before));
            let leads_on = characters
                .next()
                .is_some_and(|next| !next.is_ascii() && !next.is_whitespace());
            if !(gap == Gap::None && follows_script && leads_on) {
                continue;
            }
        } else if is_invisible(character) {
            continue;
        }
        if is_combining(character) {
            marks += 1;
            if marks > MARKS_LIMIT || out.is_empty() {
                continue;
            }
        } else {
            marks = 0;
        }
        let separator = gap.behind(&out);
        let width = separator.len() + 1;
        if count + width > limit {
            break;
        }
        out.push_str(separator);
        out.push(character);
        count += width;
        gap = Gap::None;
    }
    while out.chars().next_back().is_some_and(is_joiner) {
        out.pop();
    }
    out
}

/// As much of the beginning as needs no cleaning, which of most texts is nearly all: letters, digits and signs of ASCII, with single
/// spaces between them.
fn plain_prefix(text: &str) -> &str {
    let mut before = b' ';
    let length = text.bytes().position(|byte| {
        let fits = byte.is_ascii_graphic() || (byte == b' ' && before != b' ');
        before = byte;
        !fits
    });
    text.get(..length.unwrap_or(text.len())).unwrap_or_default().trim_end()
}

/// White space that waits to be written until something visible follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Space,
    Break,
    Paragraph,
}

impl Gap {
    fn with_space(self) -> Self {
        if self == Self::None { Self::Space } else { self }
    }

    fn with_break(self) -> Self {
        match self {
            Self::None | Self::Space => Self::Break,
            Self::Break | Self::Paragraph => Self::Paragraph,
        }
    }

    /// What stands between `text` and what follows; nothing at the beginning.
    const fn behind(self, text: &str) -> &'static str {
        match self {
            _ if text.is_empty() => "",
            Self::None => "",
            Self::Space => " ",
            Self::Break => "\n",
            Self::Paragraph => "\n\n",
        }
    }
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Characters that show nothing, or turn the direction of what follows (Unicode: Default_Ignorable, Bidi_Control, controls, unassigned planes).
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}'
                | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
                | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}'
        )
}

fn is_combining(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}'
            | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(Line::new(raw).map(String::from).unwrap_or_default(), expected);
    }

    /// F37.
    #[test]
    fn lines_are_folded_and_stripped() {
        check("  Backend \u{a0}\n Engineer\t", "Backend Engineer");
        check("pay\u{202e}drawkcab", "paydrawkcab");
        check("50\u{200d}000 \u{200d}– 80\u{200d}000", "50000 – 80000");
        check("می\u{200c}خواهم", "می\u{200c}خواهم");
        check("👩\u{200d}💻 Developer", "👩\u{200d}💻 Developer");
        check("a\0b\u{7f}", "ab");
        check(
            "Z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
            "Z\u{301}\u{301}\u{301}\u{301}",
        );
        check("\u{200b}\u{feff} \u{2060}", "");
        check("<b>Title</b>", "<b>Title</b>");
    }

    #[test]
    fn prose_keeps_paragraphs() {
        let prose = Prose::new("One\r\n two\n\n\n\nthree \n").map(String::from);
        assert_eq!(prose.as_deref(), Some("One\ntwo\n\nthree"));
    }

    proptest! {
        #[test]
        fn what_is_plain_is_what_cleaning_gives(raw in "[ -~]{0,310}|[a-z]( ?[a-z.]){0,20}") {
            // With something to be dropped it is no longer plain.
            prop_assert_eq!(Line::new(&raw), Line::new(&format!("{raw}\u{200b}")));
        }

        /// F37: any text at all.
        #[test]
        fn cleaning_is_bounded_and_idempotent(raw in "\\PC*|[\\s\\S]{0,400}") {
            if let Some(line) = Line::new(&raw) {
                prop_assert!(line.as_str().chars().count() <= LINE_LIMIT);
                prop_assert_eq!(Line::new(line.as_str()), Some(line));
            }
            if let Some(prose) = Prose::new(&raw) {
                prop_assert_eq!(Prose::new(prose.as_str()), Some(prose));
            }
        }
    }
}
