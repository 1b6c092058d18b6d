//! What is printed for other programs: JSON, an object a line.

use your_move::archive::Form;

/// A JSON object that is being written. What there is none of is `null`.
pub(crate) struct Object(String);

impl Object {
    /// An object without fields.
    pub(crate) fn begin() -> Self {
        Self(String::new())
    }

    /// Adds a field.
    pub(crate) fn field(self, name: &str, value: &impl Form) -> Self {
        let mut text = String::new();
        value.write(&mut text);
        self.json(name, &text)
    }

    /// Adds a field whose value is JSON already.
    pub(crate) fn json(mut self, name: &str, value: &str) -> Self {
        let before = if self.0.is_empty() { '{' } else { ',' };
        self.0.push_str(&format!("{before}\"{name}\":{value}"));
        self
    }

    /// Its text.
    pub(crate) fn end(self) -> String {
        if self.0.is_empty() {
            return "{}".to_owned();
        }
        self.0 + "}"
    }

    /// Its text on a line of its own.
    pub(crate) fn line(self) -> String {
        self.end() + "\n"
    }
}
