//! What a stopwatch tells, several times.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::report::median;

/// Figures by name, each taken several times.
#[derive(Default)]
pub(crate) struct Figures(BTreeMap<String, Vec<f64>>);

impl Figures {
    /// Takes over what a stopwatch tells.
    pub(crate) fn add(&mut self, told: &Value) {
        for (name, figure) in told.as_object().expect("figures by name") {
            let figures = self.0.entry(name.clone()).or_default();
            figures.push(figure.as_f64().expect("a time"));
        }
    }

    /// The middle one; none where there is no such thing.
    pub(crate) fn median(&self, name: &str) -> Option<f64> {
        self.0.get(name).cloned().map(median)
    }
}
