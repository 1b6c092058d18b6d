//! What the program prints that reads saved pages, as people use it: `./build.sh capture`.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::command;
use crate::profile::Profile;
use crate::scene::{NORTHWIND, turn};

/// What came of a command line.
struct Printed {
    code: u8,
    lines: Vec<Value>,
    complaints: String,
}

/// Answers a command line. A path that begins with `pages/` is one of our own pages.
#[track_caller]
fn run(arguments: &[&str]) -> Printed {
    let _turn = turn();
    let arguments = arguments.iter().map(|argument| match argument.strip_prefix("pages/") {
        Some(page) => Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/pages")
            .join(page)
            .into(),
        None => argument.into(),
    });
    let (mut out, mut complaints) = (Vec::new(), Vec::new());
    let code = command::run(arguments, &mut out, &mut complaints).expect("memory can be written to");
    let out = String::from_utf8(out).expect("JSON");
    Printed {
        code,
        lines: out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")))
            .collect(),
        complaints: String::from_utf8(complaints).expect("text"),
    }
}

/// A file in a folder of its own, as somebody has saved it.
fn save(folder: &Profile, name: &str, bytes: &[u8]) -> String {
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a folder that is there");
    path.display().to_string()
}

#[test]
fn a_posting_is_printed_with_all_that_was_read() {
    let mut printed = run(&["pages/northwind.html", "--url", NORTHWIND]);
    assert_eq!((printed.code, printed.complaints.as_str()), (0, ""));
    let line = &mut printed.lines[0];
    let file = line["file"].take();
    assert!(file.as_str().unwrap().ends_with("tests/pages/northwind.html"), "{file}");
    assert_eq!(
        *line,
        json!({
            "file": null,
            "kind": "posting",
            "title": "Backend Engineer, Storage",
            "company": "Northwind Labs",
            "places": ["Berlin, DE"],
            "remote": "hybrid",
            "employment": ["full_time"],
            "pay": { "min": 80_000, "max": 95_000, "currency": "EUR", "per": "year" },
            "posted": "2026-11-09",
            "closes": "2026-12-04",
            "reference": "NW-2026-117",
            "url": NORTHWIND,
            "apply": format!("{NORTHWIND}/apply"),
            "contact": { "name": "Mara Lindqvist", "title": null, "email": null, "phone": null, "url": null },
            "language": "en",
            "sources": {
                "title": "json_ld",
                "company": "json_ld",
                "places": "json_ld",
                "remote": "label",
                "employment": "json_ld",
                "pay": "json_ld",
                "posted": "json_ld",
                "closes": "json_ld",
                "reference": "json_ld",
                "url": "address",
                "apply": "body",
                "contact": "label",
            },
            "warnings": [],
            "candidates": [],
        })
    );
    assert_eq!(printed.lines.len(), 1);
}

#[test]
fn a_list_of_pages_is_read_page_by_page() {
    let printed = run(&["--list", "pages/INDEX.tsv"]);
    assert_eq!((printed.code, printed.complaints.as_str()), (0, ""));
    let index = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/INDEX.tsv")).unwrap();
    let expected: Vec<Value> = index
        .lines()
        .skip(1)
        .map(|row| {
            let cells: Vec<&str> = row.split('\t').collect();
            let kind = match cells[2] {
                "list" => "choose",
                "other" => "none",
                _ => "posting",
            };
            json!([cells[0], kind])
        })
        .collect();
    let read: Vec<Value> = printed
        .lines
        .iter()
        .map(|line| json!([line["file"], line["kind"]]))
        .collect();
    assert_eq!(read, expected);
    let list = printed.lines.iter().find(|line| line["kind"] == "choose").unwrap();
    assert!(list["candidates"][0]["title"].is_string(), "{list}");
    assert_eq!(list["title"], Value::Null);
}

#[test]
fn what_cannot_be_read_is_said_and_the_others_are_printed() {
    let folder = Profile::new();
    save(
        &folder,
        "baker.html",
        b"<title>Baker (m/w/d)</title><h1>Baker (m/w/d)</h1><a href=/apply>Apply now</a>",
    );
    let list = "\u{feff}url\tnote\tfile\r\n\
        https://ovens.example/jobs/4711-baker\t\tbaker.html\r\n\
        \r\n\
        \t\tbaker.html\r\n\
        file:///etc/passwd\t\tbaker.html\r\n\
        https://ovens.example/\t\r\n\
        \t\tgone.html\r\n";
    let list = save(&folder, "list.tsv", list.as_bytes());
    let printed = run(&["gone-too.html", "--list", &list, "--list", "no-list.tsv"]);
    assert_eq!(printed.code, 1);
    let addresses: Vec<Value> = printed
        .lines
        .iter()
        .map(|line| json!([line["title"], line["url"], line["apply"], line["sources"]["url"]]))
        .collect();
    assert_eq!(
        addresses,
        [
            json!([
                "Baker (m/w/d)",
                "https://ovens.example/jobs/4711-baker",
                "https://ovens.example/apply",
                "address"
            ]),
            json!(["Baker (m/w/d)", null, null, null]),
        ]
    );
    let complaints: Vec<&str> = printed.complaints.lines().collect();
    assert_eq!(
        complaints,
        [
            "gone-too.html: No such file or directory (os error 2)".to_owned(),
            format!("{list}:5: \"file:///etc/passwd\" is no address of a page: it begins with http:// or https://"),
            format!("{list}:6: no file is named here"),
            "gone.html: No such file or directory (os error 2)".to_owned(),
            "no-list.tsv: No such file or directory (os error 2)".to_owned(),
        ]
    );
}

#[test]
fn a_list_without_a_head_has_files_and_addresses() {
    let folder = Profile::new();
    let page = save(
        &folder,
        "baker.html",
        b"<title>Baker (m/w/d)</title><h1>Baker (m/w/d)</h1>",
    );
    let list = save(
        &folder,
        "list.tsv",
        format!("{page}\thttps://ovens.example/jobs/4711-baker").as_bytes(),
    );
    let printed = run(&["--list", &list]);
    assert_eq!(
        printed.lines[0]["url"], "https://ovens.example/jobs/4711-baker",
        "{}",
        printed.complaints
    );
    let empty = save(&folder, "empty.tsv", b"file\turl\n");
    let printed = run(&["--list", &empty]);
    assert_eq!(printed.code, 1);
    assert_eq!(
        printed.complaints,
        format!("{empty}: no page is listed here: a line needs a file, a tab and its address\n")
    );
}

#[test]
fn a_command_line_that_is_not_understood_is_refused() {
    #[track_caller]
    fn check(arguments: &[&str], complaint: &str) {
        let printed = run(arguments);
        assert_eq!(printed.complaints.lines().next(), Some(complaint));
        assert_eq!((printed.code, printed.lines.len()), (2, 0));
    }

    check(&[], "which pages? give the path of a file, or a --list");
    check(&["a.html", "--url"], "--url needs an address");
    check(
        &["a.html", "--url", "a.example"],
        "\"a.example\" is no address of a page: it begins with http:// or https://",
    );
    check(
        &["a.html", "--url", "https://a.example/", "--url", "https://b.example/"],
        "--url is there twice: a list gives each page its own",
    );
    check(
        &["--list", "a.tsv", "--url", "https://a.example/"],
        "--url is the address of a file that is named; a list gives each page its own",
    );
    check(&["--list"], "--list needs the path of a table");
    check(&["--fast", "a.html"], "--fast is no flag of this program");
}

#[test]
fn a_page_is_read_where_it_stands_whatever_it_does() {
    let folder = Profile::new();
    let head = "<title>Baker (m/w/d)</title><h1>Baker (m/w/d)</h1>";
    let titles = |pages: &[(&str, &[u8])]| {
        let files: Vec<String> = pages.iter().map(|(name, bytes)| save(&folder, name, bytes)).collect();
        let mut arguments: Vec<&str> = files.iter().map(String::as_str).collect();
        arguments.extend(["--url", "https://ovens.example/jobs/4711-baker"]);
        let printed = run(&arguments);
        assert_eq!((printed.code, printed.complaints.as_str()), (0, ""));
        let titles = printed.lines.into_iter().map(|mut line| line["title"].take());
        titles.collect::<Vec<Value>>()
    };
    let leaves = format!("{head}<script>location.href = 'https://elsewhere.example/'</script>");
    let asks = format!("{head}<script>if (confirm('Leave?')) document.body.remove(); alert('Stay')</script>");
    let loads = format!(
        "{head}<iframe src=/frame></iframe><script src=https://elsewhere.example/a.js></script><img src=/a.png \
         onload=\"document.querySelector('h1').remove()\"><script src=/b.js></script>"
    );
    let remembers = format!(
        "{head}<script>
            document.title = document.querySelector('h1').textContent = localStorage.title ?? 'Baker (m/w/d)';
            localStorage.title = 'Miller (m/w/d)';
        </script>"
    );
    let latin = b"<meta charset=windows-1252><title>Caf\xe9 (m/w/d)</title><h1>Caf\xe9 (m/w/d)</h1>";
    assert_eq!(
        titles(&[
            ("leaves.html", leaves.as_bytes()),
            ("asks.html", asks.as_bytes()),
            ("loads.html", loads.as_bytes()),
            ("remembers.html", remembers.as_bytes()),
            ("remembers-again.html", remembers.as_bytes()),
            ("latin.html", latin),
        ]),
        [
            "Baker (m/w/d)",
            "Baker (m/w/d)",
            "Baker (m/w/d)",
            "Baker (m/w/d)",
            "Baker (m/w/d)",
            "Café (m/w/d)"
        ]
    );
}
