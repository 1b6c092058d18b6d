//! The JSON form of values.
//!
//! A trait and a few macros in serde's place: what serde's derive makes of the words of the domain is, in WebAssembly, larger than the
//! whole package may be. Writing cannot fail, reading says no more than that a form is not the expected one, and whoever adds a
//! field or a variant must name it here before it compiles.

use super::Tree;
use super::tree::Fields;

/// A value that has a form in JSON.
pub trait Form: Sized {
    /// Appends its text to `out`.
    fn write(&self, out: &mut String);

    /// Reads it; `None` if `tree` has not its form. Fields that are not known are passed over.
    fn read(tree: &Tree<'_>) -> Option<Self>;

    /// What it is where an object has no such field; `None` if the field must be there.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether an object needs no such field.
    fn is_absent(&self) -> bool {
        false
    }
}

/// The text of a value.
pub(super) fn write(value: &impl Form) -> String {
    let mut out = String::new();
    value.write(&mut out);
    out
}

/// Reads the text of a value; `None` if it has no tree, or not its form.
pub(super) fn read<T: Form>(text: &str) -> Option<T> {
    T::read(&Tree::of(text)?)
}

/// Reads a field.
pub(super) fn field<T: Form>(fields: &Fields<'_>, name: &str) -> Option<T> {
    fields.get(name).map_or_else(T::absent, T::read)
}

/// Writes text as a string.
pub(super) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    // Few characters are escaped: what stands between them is taken at once.
    while let Some(place) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | ..=0x1f)) {
        let (run, others) = rest.split_at(place);
        out.push_str(run);
        let mut characters = others.chars();
        match characters.next() {
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some('\n') => out.push_str("\\n"),
            other => out.push_str(&format!("\\u{:04x}", other.map_or(0, u32::from))),
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// Writes what `write` makes of each of `parts`, with commas between.
pub(super) fn write_list<T>(parts: &[T], out: &mut String, write: impl Fn(&T, &mut String)) {
    out.push('[');
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(part, out);
    }
    out.push(']');
}

/// An object that is being written.
pub(super) struct Object<'a> {
    out: &'a mut String,
    empty: bool,
}

impl<'a> Object<'a> {
    /// Begins an object.
    pub(super) fn begin(out: &'a mut String) -> Self {
        out.push('{');
        Self { out, empty: true }
    }

    /// Writes a field, unless it can be left out.
    pub(super) fn field<T: Form>(&mut self, name: &str, value: &T) {
        if !value.is_absent() {
            value.write(self.name(name));
        }
    }

    /// Writes a field, unless it is as by default.
    pub(super) fn unlike<T: Form + PartialEq>(&mut self, name: &str, value: &T, default: Option<&T>) {
        if default != Some(value) {
            value.write(self.name(name));
        }
    }

    /// Writes a field's name; its value is to follow.
    pub(super) fn name(&mut self, name: &str) -> &mut String {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        write_text(name, self.out);
        self.out.push(':');
        self.out
    }

    /// Ends the object.
    pub(super) fn end(&mut self) {
        self.out.push('}');
    }
}

/// Gives a struct the form of an object with its fields' names.
macro_rules! record {
    ($type:ident $(<$of:ident>)? { $($field:ident),+ $(,)? }) => {
        impl $(<$of: $crate::archive::form::Form>)? $crate::archive::form::Form for $type $(<$of>)? {
            fn write(&self, out: &mut String) {
                let Self { $($field),+ } = self;
                let mut object = $crate::archive::form::Object::begin(out);
                $(object.field(stringify!($field), $field);)+
                object.end();
            }

            fn read(tree: &$crate::archive::Tree<'_>) -> Option<Self> {
                let fields = tree.as_object()?;
                Some(Self { $($field: $crate::archive::form::field(fields, stringify!($field))?),+ })
            }
        }
    };
}

/// Gives an enum the form of its variants' names, or of objects with one field of that name where there is something in them.
macro_rules! choice {
    ($type:ident { $($name:literal = $variant:ident $(($inner:ident))? $({ $($field:ident),* })?),+ $(,)? }) => {
        impl $crate::archive::form::Form for $type {
            fn write(&self, out: &mut String) {
                match self {
                    $(Self::$variant $(($inner))? $({ $($field),* })? =>
                        choice!(@write out $name $(($inner))? $({ $($field),* })?)),+
                }
            }

            fn read(tree: &$crate::archive::Tree<'_>) -> Option<Self> {
                let (name, _content) = tree.variant()?;
                match name {
                    $($name => choice!(@read _content $variant $(($inner))? $({ $($field),* })?),)+
                    _ => None,
                }
            }
        }
    };
    (@write $out:ident $name:literal) => {
        $crate::archive::form::write_text($name, $out)
    };
    (@write $out:ident $name:literal ($content:ident)) => {{
        let mut object = $crate::archive::form::Object::begin($out);
        $content.write(object.name($name));
        object.end();
    }};
    (@write $out:ident $name:literal { $($field:ident),* }) => {{
        let mut object = $crate::archive::form::Object::begin($out);
        let content = &mut $crate::archive::form::Object::begin(object.name($name));
        $(content.field(stringify!($field), $field);)*
        content.end();
        object.end();
    }};
    (@read $content:ident $variant:ident) => {
        Some(Self::$variant)
    };
    (@read $content:ident $variant:ident ($inner:ident)) => {
        $crate::archive::form::Form::read($content).map(Self::$variant)
    };
    (@read $content:ident $variant:ident { $($field:ident),* }) => {{
        let _fields = $content.as_object()?;
        Some(Self::$variant { $($field: $crate::archive::form::field(_fields, stringify!($field))?),* })
    }};
}

/// Gives a type the form of a string.
macro_rules! text {
    ($type:ty, $value:ident => $write:expr, $text:ident => $read:expr) => {
        impl $crate::archive::form::Form for $type {
            fn write(&self, out: &mut String) {
                let $value = self;
                $crate::archive::form::write_text(&$write, out);
            }

            fn read(tree: &$crate::archive::Tree<'_>) -> Option<Self> {
                let $text = tree.as_text()?;
                $read
            }
        }
    };
}

pub(super) use {choice, record, text};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, PartialEq)]
    struct Point {
        x: Option<u8>,
        y: u32,
        names: Vec<String>,
    }

    record!(Point { x, y, names });

    #[derive(Debug, PartialEq)]
    enum Shape {
        Nothing,
        Dot(Option<Point>),
        Line { from: Point, to: Option<Point> },
        Plane {},
    }

    choice!(Shape {
        "nothing" = Nothing,
        "dot" = Dot(point),
        "line" = Line { from, to },
        "plane" = Plane {},
    });

    const fn point(y: u32) -> Point {
        Point {
            x: None,
            y,
            names: Vec::new(),
        }
    }

    #[track_caller]
    fn check(value: &Shape, text: &str) {
        assert_eq!(write(value), text);
        assert_eq!(read::<Shape>(text).as_ref(), Some(value));
    }

    #[track_caller]
    fn check_not_read(text: &str) {
        assert_eq!(read::<Shape>(text), None, "{text}");
    }

    #[test]
    fn forms_are_written_and_read() {
        check(&Shape::Nothing, r#""nothing""#);
        check(&Shape::Plane {}, r#"{"plane":{}}"#);
        check(&Shape::Dot(None), r#"{"dot":null}"#);
        let full = Point {
            x: Some(1),
            y: 2,
            names: vec!["a".to_owned(), "b".to_owned()],
        };
        check(&Shape::Dot(Some(full)), r#"{"dot":{"x":1,"y":2,"names":["a","b"]}}"#);
        let line = Shape::Line {
            from: point(0),
            to: Some(point(u32::MAX)),
        };
        check(&line, r#"{"line":{"from":{"y":0},"to":{"y":4294967295}}}"#);
    }

    #[test]
    fn other_forms_are_not_read() {
        check_not_read("");
        check_not_read("null");
        check_not_read(r#""line""#);
        check_not_read(r#""circle""#);
        check_not_read(r#"{"line":{}}"#);
        check_not_read(r#"{"line":{"from":{"y":0}},"dot":null}"#);
        check_not_read(r#"{"line":{"from":{"y":0},"to":7}}"#);
        check_not_read(r#"{"dot":{"y":-1}}"#);
        check_not_read(r#"{"dot":{"y":4294967296}}"#);
        check_not_read(r#"{"dot":{"y":1.5}}"#);
        check_not_read(r#"{"dot":{"x":256,"y":1}}"#);
        check_not_read(r#"{"dot":{"y":0,"names":[null]}}"#);
        check_not_read(&format!(r#"{{"dot":{}}}"#, "[".repeat(200_000)));
    }

    proptest! {
        #[test]
        fn any_text_reads_back(text in "[\\s\\S]{0,40}|[\\x00-\\x7f]{0,40}") {
            prop_assert_eq!(read::<String>(&write(&text)), Some(text));
        }
    }
}
