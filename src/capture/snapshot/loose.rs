//! Reading that cannot fail: what is of the wrong type is read past and counts as empty.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// A value, or its default where something else stood.
#[derive(Default)]
pub(super) struct Loose<T>(pub(super) T);

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Loose<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any(PhantomData)).map(Self)
    }
}

/// Reads a field.
pub(super) fn loose<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(deserializer: D) -> Result<T, D::Error> {
    Loose::deserialize(deserializer).map(|Loose(value)| value)
}

/// Reads a list whose elements may be odd, too.
pub(super) fn loose_list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    let list: Vec<Loose<T>> = loose(deserializer)?;
    Ok(list.into_iter().map(|Loose(value)| value).collect())
}

struct Any<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Default> Visitor<'de> for Any<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("anything")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::deserialize(IntoDeserializer::<E>::into_deserializer(text)).unwrap_or_default())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        Ok(T::deserialize(IntoDeserializer::<E>::into_deserializer(value)).unwrap_or_default())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        Ok(T::deserialize(IntoDeserializer::<E>::into_deserializer(value)).unwrap_or_default())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        Ok(T::deserialize(IntoDeserializer::<E>::into_deserializer(value)).unwrap_or_default())
    }

    fn visit_f64<E: Error>(self, _value: f64) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_none<E: Error>(self) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<T, A::Error> {
        let value = T::deserialize(SeqAccessDeserializer::new(&mut sequence)).unwrap_or_default();
        while sequence.next_element::<IgnoredAny>()?.is_some() {}
        Ok(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let value = T::deserialize(MapAccessDeserializer::new(&mut map)).unwrap_or_default();
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(value)
    }
}
