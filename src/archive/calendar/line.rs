//! The lines of a calendar file: unfolded, and each a name, parameters and a value.

/// The lines of a file; one that begins with white space continues the one before it.
pub(super) fn unfold(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(before)) => before.push_str(more),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// A line: a name, what is said of its value, and the value.
pub(super) struct Property<'a> {
    pub(super) name: &'a str,
    parameters: &'a str,
    pub(super) value: &'a str,
}

impl<'a> Property<'a> {
    pub(super) fn read(line: &'a str) -> Option<Self> {
        let (head, value) = cut(line, ':')?;
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        Some(Self {
            name: name.trim(),
            parameters,
            value: value.trim(),
        })
    }

    /// All of it, in one form.
    pub(super) fn whole(&self) -> String {
        [self.name, ";", self.parameters, ":", self.value].concat()
    }

    /// What a parameter says, without its quotes.
    pub(super) fn parameter(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.parameters;
        while !rest.is_empty() {
            let (parameter, others) = cut(rest, ';').unwrap_or((rest, ""));
            rest = others;
            if let Some((known, value)) = parameter.split_once('=')
                && known.trim().eq_ignore_ascii_case(name)
            {
                return Some(value.trim().trim_matches('"'));
            }
        }
        None
    }

    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.name.eq_ignore_ascii_case(name) && self.value.eq_ignore_ascii_case(value)
    }
}

/// What stands before and after a mark, unless it stands in quotes.
fn cut(text: &str, mark: char) -> Option<(&str, &str)> {
    let mut quoted = false;
    let place = text.find(|letter| {
        quoted ^= letter == '"';
        letter == mark && !quoted
    })?;
    let (before, after) = text.split_at_checked(place)?;
    Some((before, after.strip_prefix(mark)?))
}

/// Text without its escapes.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        out.push(match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => '\n',
                Some(escaped) => escaped,
                None => break,
            },
            _ => letter,
        });
    }
    out
}
