//! What the user chose. What a newer version let them choose besides survives that this one saves.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::envelope::{unwrap, wrap};
use super::{Damage, Kind, json};

/// Reads settings.
///
/// # Errors
/// What is wrong with the text.
pub fn open_settings<S: DeserializeOwned>(sealed: &str) -> Result<S, Damage> {
    read(&unwrap(Kind::Settings, sealed)?)
}

/// The text under which `settings` are kept. Fields of the `former` text, where there is one, that `S` does not know are taken
/// over, also those of objects within it; lists are replaced as a whole.
pub fn seal_settings<S: Serialize + DeserializeOwned>(settings: &S, former: Option<&str>) -> String {
    let mut new = json::tree(settings);
    if let Some((found, known)) = former.and_then(read_both::<S>) {
        carry(&mut new, found, &known);
    }
    wrap(&json::text(&new))
}

/// A former text as it is, and as far as `S` knows it.
fn read_both<S: Serialize + DeserializeOwned>(former: &str) -> Option<(Value, Value)> {
    let body = unwrap(Kind::Settings, former).ok()?;
    let known: S = read(&body).ok()?;
    Some((read(&body).ok()?, json::tree(&known)))
}

fn read<T: DeserializeOwned>(body: &str) -> Result<T, Damage> {
    serde_json::from_str(body).map_err(|_| Damage::Unreadable)
}

/// Puts into `new` the fields that `found` has and `known` has not.
fn carry(new: &mut Value, found: Value, known: &Value) {
    let (Value::Object(new), Value::Object(found), Value::Object(known)) = (new, found, known) else {
        return;
    };
    for (field, value) in found {
        match known.get(&field) {
            None => {
                new.entry(field).or_insert(value);
            }
            Some(known) => {
                if let Some(new) = new.get_mut(&field) {
                    carry(new, value, known);
                }
            }
        }
    }
}
