//! What was measured, what it is measured against, and whether that is enough.

use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

/// What a value must not exceed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Budget {
    /// So much.
    AtMost(f64),
    /// So many times its floor.
    Times(f64),
    /// So much more than its floor.
    More(f64),
    /// It is told and not judged.
    None,
}

/// One figure.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// What was measured.
    pub(crate) name: String,
    /// How much.
    pub(crate) value: f64,
    /// Of what.
    pub(crate) unit: &'static str,
    /// The same of what it is measured against, in the same run.
    pub(crate) floor: Option<f64>,
    /// How much it may be.
    pub(crate) budget: Budget,
}

/// All figures, in order.
#[derive(Default)]
pub(crate) struct Report(Vec<Row>);

impl Row {
    fn ratio(&self) -> Option<f64> {
        self.floor.map(|floor| self.value / floor)
    }

    fn is_ok(&self) -> bool {
        match (self.budget, self.floor) {
            (Budget::None, _) => true,
            (Budget::AtMost(most), _) => self.value <= most,
            (Budget::Times(times), Some(floor)) => self.value <= floor * times,
            (Budget::More(more), Some(floor)) => self.value <= floor + more,
            (Budget::Times(_) | Budget::More(_), None) => false,
        }
    }

    fn budget(&self) -> Option<String> {
        let unit = self.unit;
        match self.budget {
            Budget::None => None,
            Budget::AtMost(most) => Some(format!("{} {unit}", short(most))),
            Budget::Times(times) => Some(format!("{} times the floor", short(times))),
            Budget::More(more) => Some(format!("{} {unit} above the floor", short(more))),
        }
    }

    fn json(&self) -> Value {
        json!({
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "floor": self.floor,
            "ratio": self.ratio(),
            "budget": self.budget(),
            "ok": self.is_ok(),
        })
    }
}

impl Report {
    pub(crate) fn add(&mut self, row: Row) {
        self.0.push(row);
    }

    /// Whether nothing exceeds its budget.
    pub(crate) fn is_ok(&self) -> bool {
        self.0.iter().all(Row::is_ok)
    }

    /// Writes it for machines.
    pub(crate) fn write(&self, file: &Path) {
        let rows: Vec<Value> = self.0.iter().map(Row::json).collect();
        let text = serde_json::to_string_pretty(&rows).expect("values of JSON");
        fs::write(file, text + "\n").unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

impl Display for Report {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let head = ["", "value", "floor", "ratio", "budget", ""].map(str::to_owned);
        let rows = self.0.iter().map(|row| {
            [
                row.name.clone(),
                format!("{} {}", short(row.value), row.unit),
                row.floor.map(short).unwrap_or_default(),
                row.ratio().map(|ratio| format!("{ratio:.2}")).unwrap_or_default(),
                row.budget().unwrap_or_default(),
                if row.is_ok() { "" } else { "ABOVE" }.to_owned(),
            ]
        });
        let rows: Vec<[String; 6]> = [head].into_iter().chain(rows).collect();
        let width = |column: usize| {
            rows.iter()
                .map(|row| row[column].chars().count())
                .max()
                .unwrap_or_default()
        };
        let widths: [usize; 6] = std::array::from_fn(width);
        for [name, value, floor, ratio, budget, verdict] in &rows {
            writeln!(
                formatter,
                "{name:0$}  {value:>1$}  {floor:>2$}  {ratio:>3$}  {budget:4$}  {verdict}",
                widths[0], widths[1], widths[2], widths[3], widths[4],
            )?;
        }
        Ok(())
    }
}

/// With one digit after the point where that says anything.
fn short(number: f64) -> String {
    if number >= 1_000.0 || number.fract() == 0.0 {
        format!("{number:.0}")
    } else {
        format!("{number:.1}")
    }
}

/// The middle one.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    assert!(!values.is_empty(), "nothing was measured");
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
