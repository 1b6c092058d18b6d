//! How much there is: of the core, of its memory, and of what is kept.

use std::env;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use your_move::archive::Folder;

use crate::extension::Extension;
use crate::report::{Budget, Report, Row};
use crate::stage::Stage;

/// The programs as they were built. What each may weigh, `build.sh` says.
pub(crate) fn of_the_programs(report: &mut Report) {
    let budgets = env::var("BUDGETS").expect("the budgets of `build.sh`");
    for budget in budgets.lines().filter(|line| !line.is_empty()) {
        let [program, raw, packed] = budget.split(' ').collect::<Vec<_>>()[..] else {
            panic!("no budget: {budget}");
        };
        let core = fs::read(Extension::built().join(format!("{program}_bg.wasm"))).expect("a core");
        let mut add = |name: String, bytes: usize, most: &str| {
            let most: f64 = most.parse().expect("bytes");
            report.add(row(&name, bytes as f64 / 1e3, "kB", Budget::AtMost(most / 1e3)));
        };
        add(format!("Core of the {program}"), core.len(), raw);
        add(format!("Core of the {program}, packed"), packed_size(&core), packed);
    }
}

fn packed_size(bytes: &[u8]) -> usize {
    let mut gzip = Command::new("gzip")
        .args(["-9", "--stdout"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("gzip");
    let mut input = gzip.stdin.take().expect("piped above");
    let bytes = bytes.to_owned();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = gzip.wait_with_output().expect("gzip's output");
    writer.join().expect("nothing panics there").expect("gzip reads all");
    output.stdout.len()
}

/// What a ledger of more than 10,000 applications takes.
pub(crate) fn in_the_browser(stage: &Stage, report: &mut Report) {
    let [.., many] = &stage.sizes;
    let size = |(key, value): (&String, &String)| key.len() + value.len();
    let bytes = |counts: fn(&str) -> bool| -> usize { many.kept.iter().filter(|(key, _)| counts(key)).map(size).sum() };
    let folders = many.kept.iter().filter(|(key, _)| key.starts_with("app/"));
    let applications: usize = folders
        .map(|(_, text)| Folder::open(text).expect("a folder").iter().count())
        .sum();
    let mut add = |name: &str, bytes: usize, most: f64| {
        let each = bytes as f64 / applications as f64 / 1e3;
        report.add(row(name, each, "kB", Budget::AtMost(most)));
    };
    let is_listed = |key: &str| key.starts_with("index/");
    add(
        "Kept per application of 8 events",
        bytes(|key| !key.starts_with("text/") && !key.starts_with("index/")),
        3.0,
    );
    add("Its line in the list of all", bytes(is_listed), 0.4);

    let popup = many.open(&stage.browser, "popup.html");
    popup.wait_for("the popup to be filled", "document.body?.hasAttribute('data-ready')");
    // A core that runs is given as it is.
    let memory = "import('./popup.js').then((core) => core.default()).then(({ memory }) => memory.buffer.byteLength)";
    let memory = popup.evaluate(memory).as_f64().expect("a number of bytes");
    stage.browser.end(popup.target());
    report.add(row(
        "Memory of the popup's core",
        memory / 1e6,
        "MB",
        Budget::AtMost(4.0),
    ));
}

fn row(name: &str, value: f64, unit: &'static str, budget: Budget) -> Row {
    Row {
        name: name.to_owned(),
        value,
        unit,
        floor: None,
        budget,
    }
}
