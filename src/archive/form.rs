//! The JSON form of values.
//!
//! A trait and two macros in serde's place: what serde's derive makes of the words of the domain is, in WebAssembly, larger than the
//! whole package may be. Writing cannot fail, reading says no more than that a form is not the expected one, and whoever adds a
//! field or a variant must name it here before it compiles.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// A value that has a form in JSON.
pub trait Form: Sized {
    /// Appends its text to `out`.
    fn write(&self, out: &mut String);

    /// Reads it; `None` if `tree` has not its form. Fields that are not known are passed over.
    fn read(tree: &Value) -> Option<Self>;

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
    T::read(&tree(text)?)
}

/// The tree of a text; `None` if it is no JSON, or nested deeper than 127 levels.
pub(super) fn tree(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

/// The fields of an object, each as it is written; `None` if the text is no object. However deep they are, they are not read.
pub(super) fn fields(text: &str) -> Option<BTreeMap<String, &RawValue>> {
    serde_json::from_str(text).ok()
}

/// The parts of a list, each as it is written; `None` if the text is no list.
pub(super) fn list(text: &str) -> Option<Vec<&RawValue>> {
    serde_json::from_str(text).ok()
}

/// Reads a field.
pub(super) fn field<T: Form>(fields: &Map<String, Value>, name: &str) -> Option<T> {
    fields.get(name).map_or_else(T::absent, T::read)
}

/// The name of a variant, and what is in it: a variant is its name, or an object whose one field has its name.
pub(super) fn variant(tree: &Value) -> Option<(&str, &Value)> {
    match tree {
        Value::String(name) => Some((name, &Value::Null)),
        Value::Object(object) if object.len() == 1 => {
            object.iter().next().map(|(name, content)| (name.as_str(), content))
        }
        _ => None,
    }
}

/// Writes text as a string.
pub(super) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\u{0}'..='\u{1f}' => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => out.push(character),
        }
    }
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
    pub(super) fn end(self) {
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

            fn read(tree: &serde_json::Value) -> Option<Self> {
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

            fn read(tree: &serde_json::Value) -> Option<Self> {
                let (name, _content) = $crate::archive::form::variant(tree)?;
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
        #[allow(unused_mut, reason = "some have no fields")]
        let mut content = $crate::archive::form::Object::begin(object.name($name));
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

            fn read(tree: &serde_json::Value) -> Option<Self> {
                let $text = tree.as_str()?;
                $read
            }
        }
    };
}

pub(super) use {choice, record, text};

text!(String, string => string, text => Some(text.to_owned()));
text!(NaiveDate, date => date.to_string(), text => text.parse().ok());
text!(NaiveTime, time => time.to_string(), text => text.parse().ok());
text!(DateTime<Utc>, instant => instant.to_rfc3339_opts(SecondsFormat::AutoSi, true), text => text.parse().ok());

macro_rules! number {
    ($($type:ty)+) => {$(
        impl Form for $type {
            fn write(&self, out: &mut String) {
                out.push_str(&self.to_string());
            }

            fn read(tree: &Value) -> Option<Self> {
                tree.as_u64()?.try_into().ok()
            }
        }
    )+};
}

number!(u8 u16 u32 u64);

impl Form for bool {
    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn read(tree: &Value) -> Option<Self> {
        tree.as_bool()
    }
}

impl<T: Form> Form for Box<T> {
    fn write(&self, out: &mut String) {
        self.as_ref().write(out);
    }

    fn read(tree: &Value) -> Option<Self> {
        T::read(tree).map(Self::new)
    }
}

impl<T: Form> Form for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }

    fn read(tree: &Value) -> Option<Self> {
        match tree {
            Value::Null => Some(None),
            _ => T::read(tree).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Form> Form for Vec<T> {
    fn write(&self, out: &mut String) {
        write_list(self, out, T::write);
    }

    fn read(tree: &Value) -> Option<Self> {
        tree.as_array()?.iter().map(T::read).collect()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}
