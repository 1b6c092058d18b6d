//! Tables in other programs, where those are installed: what is saved is opened by them as it was meant, and comes back from them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use your_move::archive::{DayOrder, TableText, read_day, read_table};

/// What nobody means by a cell.
const CELLS: [&str; 12] = [
    "=1+1",
    "+49 30 1",
    "-5",
    "@sum",
    "\tx",
    " =cmd|' /C calc'!A0",
    "say \"=1\"",
    "two\nlines",
    "a;=1",
    "Müller & Söhne, Zürich 😀",
    "2026-11-02",
    "",
];

/// A file of these cells, as it is saved, in a folder of its own.
fn saved(name: &str) -> PathBuf {
    let mut table = TableText::default();
    table.add(["Company", "Notes"]);
    for cell in CELLS {
        table.add([cell, "x"]);
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("table.csv");
    fs::write(&file, table.close()).expect("a file");
    file
}

/// What a program prints; `None` where it is not installed.
fn run(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("a text"))
}

/// A cell as another program shows it: one that would be a formula has an apostrophe in front.
fn shown(cell: &str) -> String {
    let is_formula = cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t']);
    [if is_formula { "'" } else { "" }, cell].concat()
}

#[test]
fn python_reads_what_is_saved() {
    const PROGRAM: &str = "import csv, json, sys\n\
        print(json.dumps(list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8-sig'), strict=True))))";
    let file = saved("python");
    let Some(text) = run("python3", &["-c", PROGRAM, file.to_str().expect("a path")]) else {
        println!("skipped: Python is not installed");
        return;
    };
    let rows: Vec<Vec<String>> = serde_json::from_str::<Value>(&text)
        .expect("JSON")
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let cells = row.as_array().expect("cells").iter();
            cells.map(|cell| cell.as_str().expect("a text").to_owned()).collect()
        })
        .collect();
    let firsts: Vec<&String> = rows.iter().skip(1).map(|row| &row[0]).collect();
    assert_eq!(firsts, CELLS.map(shown).iter().collect::<Vec<_>>());
    assert!(rows.iter().all(|row| row.len() == 2));
}

/// F45: no cell is a formula, and from the spreadsheet the same table comes back.
#[test]
fn a_spreadsheet_opens_what_is_saved() {
    let file = saved("office");
    let folder = file.parent().expect("a folder").to_str().expect("a path").to_owned();
    let profile = format!("-env:UserInstallation=file://{folder}/profile");
    let convert = |into: &str| {
        let path = file.to_str().expect("a path");
        let out = [&folder, "/out"].concat();
        // Who opens it by hand is asked what it is: commas, quotation marks, UTF-8.
        let how = "--infilter=CSV:44,34,76,1";
        let arguments = [
            &profile,
            "--headless",
            how,
            "--convert-to",
            into,
            "--outdir",
            &out,
            path,
        ];
        run("soffice", &arguments).map(|_| out)
    };
    let Some(out) = convert("fods") else {
        println!("skipped: LibreOffice is not installed");
        return;
    };
    let document = fs::read_to_string(format!("{out}/table.fods")).expect("a document");
    assert!(document.contains("Müller &amp; Söhne"), "it is read as UTF-8");
    assert!(!document.contains("table:formula"), "nothing is a formula");
    // Saved again as a German Excel would: semicolons, and whatever it makes of a day.
    convert("csv:Text - txt - csv (StarCalc):59,34,76,1").expect("a table");
    let text = fs::read_to_string(format!("{out}/table.csv")).expect("a table");
    let rows = read_table(&text).expect("a table").rows;
    let firsts: Vec<&str> = rows.iter().skip(1).map(|row| row[0].as_str()).collect();
    for (came, cell) in firsts.iter().zip(CELLS) {
        let day = |text: &str| read_day(text, DayOrder::MonthFirst);
        assert!(
            *came == cell || (day(cell).is_some() && day(came) == day(cell)),
            "{came:?}, {cell:?}"
        );
    }
    assert_eq!(rows.len(), CELLS.len() + 1);
}
