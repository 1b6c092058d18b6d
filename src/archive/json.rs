//! JSON text of our own values.

use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// The text of `value`.
pub(super) fn text(value: &impl Serialize) -> String {
    total(serde_json::to_string(value))
}

/// The text of `value`, to be part of another.
pub(super) fn raw(value: &impl Serialize) -> Box<RawValue> {
    total(serde_json::value::to_raw_value(value))
}

/// `value` as a tree.
pub(super) fn tree(value: &impl Serialize) -> Value {
    total(serde_json::to_value(value))
}

#[expect(
    clippy::expect_used,
    reason = "records are made of text, numbers, lists and maps with text for keys, and each of these has a JSON form; were \
              that ever untrue, anything written in the value's place would overwrite what the user keeps"
)]
fn total<T>(result: serde_json::Result<T>) -> T {
    result.expect("a record has a JSON form")
}
