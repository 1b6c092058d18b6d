//! The parts of a calendar file: events, zones, and what stands within them.

use super::line::Property;

/// Nothing that is looked for stands deeper: a rule of a zone of a calendar.
const DEEPEST: usize = 3;

/// A part: its own lines, and the parts within it.
#[derive(Default)]
pub(super) struct Component<'a> {
    pub(super) name: &'a str,
    pub(super) lines: Vec<Property<'a>>,
    pub(super) parts: Vec<Self>,
}

impl<'a> Component<'a> {
    /// The parts that stand in no other. What is cut off ends with its file; what stands too deep is passed over.
    pub(super) fn read(lines: &'a [String]) -> Vec<Self> {
        let mut whole = Vec::new();
        let mut open: Vec<Self> = Vec::new();
        let mut beyond = 0_usize;
        for line in lines.iter().filter_map(|line| Property::read(line)) {
            if line.name.eq_ignore_ascii_case("BEGIN") {
                if open.len() == DEEPEST {
                    beyond += 1;
                } else {
                    open.push(Self {
                        name: line.value,
                        ..Self::default()
                    });
                }
            } else if line.name.eq_ignore_ascii_case("END") {
                if beyond > 0 {
                    beyond -= 1;
                } else {
                    close(&mut open, &mut whole);
                }
            } else if let Some(part) = open.last_mut().filter(|_| beyond == 0) {
                part.lines.push(line);
            }
        }
        while !open.is_empty() {
            close(&mut open, &mut whole);
        }
        whole
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Its first line of that name.
    pub(super) fn line(&self, name: &str) -> Option<&Property<'a>> {
        self.all(name).next()
    }

    /// All its lines of that name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &Property<'a>> {
        let named = move |line: &&Property<'a>| line.name.eq_ignore_ascii_case(name);
        self.lines.iter().filter(named)
    }

    /// Whether its line of that name says so.
    pub(super) fn says(&self, name: &str, value: &str) -> bool {
        self.line(name)
            .is_some_and(|line| line.value.eq_ignore_ascii_case(value))
    }
}

/// Ends the innermost part.
fn close<'a>(open: &mut Vec<Component<'a>>, whole: &mut Vec<Component<'a>>) {
    let Some(part) = open.pop() else { return };
    match open.last_mut() {
        Some(around) => around.parts.push(part),
        None => whole.push(part),
    }
}
