//! The forms of plain values.

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};

use super::Tree;
use super::form::{Form, text, write_list};
use crate::domain::day;

text!(String, string => string, text => Some(text.to_owned()));
text!(NaiveDate, date => date.to_string(), text => day::date(text));
text!(NaiveTime, time => time.to_string(), text => day::time(text));
text!(DateTime<Utc>, instant => instant.to_rfc3339_opts(SecondsFormat::AutoSi, true), text => day::instant(text));

macro_rules! number {
    ($($type:ty)+) => {$(
        impl Form for $type {
            fn write(&self, out: &mut String) {
                out.push_str(&self.to_string());
            }

            fn read(tree: &Tree<'_>) -> Option<Self> {
                match tree {
                    Tree::Number(number) => (*number).try_into().ok(),
                    _ => None,
                }
            }
        }
    )+};
}

number!(u8 u16 u32 u64);

impl Form for bool {
    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        match tree {
            Tree::Bool(value) => Some(*value),
            _ => None,
        }
    }
}

impl<T: Form> Form for Box<T> {
    fn write(&self, out: &mut String) {
        self.as_ref().write(out);
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
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

    fn read(tree: &Tree<'_>) -> Option<Self> {
        match tree {
            Tree::Null => Some(None),
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

    fn read(tree: &Tree<'_>) -> Option<Self> {
        tree.as_list()?.iter().map(T::read).collect()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}
