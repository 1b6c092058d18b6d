//! What is drawn: where the shapes of a picture begin and end. Only numbers become a measure, so that no text ever does.

/// Which attribute of a shape: those of SVG that are filled in, and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Where it begins, from the start of the line.
    X,
    /// Where it begins, from the top.
    Y,
    /// How wide it is.
    Width,
    /// How high it is.
    Height,
    /// Where a line begins.
    X1,
    /// Where a line ends.
    X2,
    /// How far below the top a line begins.
    Y1,
    /// How far below the top a line ends.
    Y2,
    /// Where a circle has its centre.
    Cx,
    /// An outline.
    Path,
}

impl Measure {
    /// The attribute's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::X => "x",
            Self::Y => "y",
            Self::Width => "width",
            Self::Height => "height",
            Self::X1 => "x1",
            Self::X2 => "x2",
            Self::Y1 => "y1",
            Self::Y2 => "y2",
            Self::Cx => "cx",
            Self::Path => "d",
        }
    }
}

/// How far, or along which way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent(String);

impl Extent {
    /// A part of the picture, from 0 to 1: the picture is as wide as the page allows, and what is written in it keeps its size.
    pub fn part(part: f64) -> Self {
        let tenths = thousandths(part);
        Self(format!("{}.{}%", tenths / 10, tenths % 10))
    }

    /// Steps through points, whose two numbers are parts of the picture from its start and from its foot: level to the next, then up or
    /// down to it. The picture measures 1,000 by 1,000.
    pub fn steps(points: &[(f64, f64)]) -> Self {
        Self(stairs(points))
    }

    /// All between the steps through some points and those through others.
    pub fn between(below: &[(f64, f64)], above: &[(f64, f64)]) -> Self {
        let mut path = stairs(below);
        // Back along the upper edge: up or down first, then level.
        let mut points = above.iter().rev();
        if let Some((x, y)) = points.next() {
            push(&mut path, "L", &[*x, 1.0 - y]);
        }
        for (x, y) in points {
            push(&mut path, "V", &[1.0 - y]);
            push(&mut path, "H", &[*x]);
        }
        path.push('Z');
        Self(path)
    }

    /// As the attribute has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn stairs(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    let mut points = points.iter();
    if let Some((x, y)) = points.next() {
        push(&mut path, "M", &[*x, 1.0 - y]);
    }
    for (x, y) in points {
        push(&mut path, "H", &[*x]);
        push(&mut path, "V", &[1.0 - y]);
    }
    path
}

fn push(path: &mut String, letter: &str, parts: &[f64]) {
    path.push_str(letter);
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            path.push(' ');
        }
        path.push_str(&thousandths(*part).to_string());
    }
}

fn thousandths(part: f64) -> u32 {
    rounded(part.clamp(0.0, 1.0) * 1_000.0)
}

/// The nearest whole number; nought for what is below.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what does not fit becomes the nearest that does"
)]
pub(super) fn rounded(number: f64) -> u32 {
    (number + 0.5) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_part(part: f64, expected: &str) {
        assert_eq!(Extent::part(part).as_str(), expected);
    }

    #[test]
    fn parts_are_percentages() {
        check_part(0.0, "0.0%");
        check_part(0.4, "40.0%");
        check_part(1.0 / 3.0, "33.3%");
        check_part(0.0005, "0.1%");
        check_part(1.0, "100.0%");
        check_part(7.0, "100.0%");
        check_part(-1.0, "0.0%");
        check_part(f64::NAN, "0.0%");
    }

    #[test]
    fn steps_are_level_and_upright() {
        let low = [(0.0, 0.0), (0.5, 0.25), (1.0, 0.25)];
        let high = [(0.0, 0.0), (0.5, 0.75), (1.0, 0.75)];
        assert_eq!(Extent::steps(&low).as_str(), "M0 1000H500V750H1000V750");
        let between = "M0 1000H500V750H1000V750L1000 250V250H500V1000H0Z";
        assert_eq!(Extent::between(&low, &high).as_str(), between);
        assert_eq!(Extent::steps(&[]).as_str(), "");
    }

    proptest! {
        #[test]
        fn whatever_the_numbers_it_is_nothing_but_numbers(points in prop::collection::vec((any::<f64>(), any::<f64>()), 0..9)) {
            for extent in [Extent::steps(&points), Extent::between(&points, &points)] {
                prop_assert!(extent.as_str().chars().all(|letter| letter.is_ascii_digit() || "MHVLZ ".contains(letter)));
            }
        }
    }
}
