//! What is promised of the extension, shown on what was built: what it asks for, that nothing leads out of the browser or in from elsewhere.

use std::fs;

use super::built::built;
use super::project;
use super::{manifest, markup, walls};

/// The hosts that are named, and why: nothing is fetched from any of them.
const HOSTS: [(&str, &str); 10] = [
    ("developer.mozilla.org", "a comment in what wasm-bindgen writes"),
    ("mail.google.com", "a link that the user follows to send a message"),
    ("outlook.office.com", "the same"),
    ("example.org", "an example in the words"),
    ("wellfound.com", "by its number a posting is known wherever it is shown"),
    ("www.dice.com", "the same"),
    ("www.linkedin.com", "the same"),
    ("www.upwork.com", "the same"),
    ("www.usajobs.gov", "the same"),
    ("www.w3.org", "the name of SVG"),
];

/// Lines of wasm-bindgen's own, each once: the core is fetched from the package, what is said where that fails, and how a function is described
/// in an error.
const GLUE: [&str; 3] = [
    "module_or_path = fetch(module_or_path);",
    "throw new Error(`failed to fetch Wasm: ${module.status} ${module.statusText} fetching '${module.url}'`);",
    "? `Function(${val.name})`",
];

/// By these names a program reaches out of the browser or lets others in, and text becomes markup or code.
const WAYS: [&str; 20] = [
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "WebTransport",
    "EventSource",
    "RTCPeerConnection",
    "sendBeacon",
    "importScripts",
    "sendMessage",
    "postMessage",
    "connectNative",
    "onMessage",
    "onConnect",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTML",
    "createContextualFragment",
    "DOMParser",
    "document.write",
];

/// The hosts that a file names as parts of addresses, and that are not known.
fn hosts(path: &str, file: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(file);
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-');
    let named = text
        .split("://")
        .skip(1)
        .map(|after| after.split(|letter| !is_name(letter)).next().unwrap_or_default());
    let strange = named.filter(|host| host.contains('.') && HOSTS.iter().all(|(known, _)| known != host));
    strange.map(|host| format!("{path} names {host}")).collect()
}

/// What a page or a script of the package holds that it must not.
fn text(path: &str, text: &str) -> Vec<String> {
    let path = format!("extension/{path}");
    let mut complaints = Vec::new();
    let mut own = text.to_owned();
    for line in GLUE {
        own = own.replacen(line, "", 1);
    }
    complaints.extend(walls::walls(&path, &own));
    complaints.extend(markup::markup(&path, text));
    complaints
}

/// A number as WebAssembly writes it, and what follows.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 127) << (7 * place);
        if *byte < 128 {
            return Some((number, bytes.get(place + 1..)?));
        }
    }
    None
}

/// So many bytes with their number in front, and what follows.
fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(bytes)?;
    rest.split_at_checked(length)
}

/// What a program takes from its page: functions alone, each by its name. Nothing where it takes anything else, or is no program.
fn imports(wasm: &[u8]) -> Option<Vec<String>> {
    const IMPORTS: u8 = 2;
    let mut rest = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    while let Some((kind, section)) = rest.split_first() {
        let (body, next) = counted(section)?;
        rest = next;
        if *kind != IMPORTS {
            continue;
        }
        let (count, mut entries) = number(body)?;
        let mut names = Vec::with_capacity(count);
        for _ in 0..count {
            let (_, named) = counted(entries)?;
            let (name, described) = counted(named)?;
            let function = described.strip_prefix(&[0])?;
            (_, entries) = number(function)?;
            names.push(String::from_utf8(name.to_vec()).ok()?);
        }
        return Some(names);
    }
    Some(Vec::new())
}

/// What a program takes from its page, or has the name of, that leads out or in.
fn program(path: &str, wasm: &[u8]) -> Vec<String> {
    let Some(imports) = imports(wasm) else {
        return vec![format!("{path} takes more from its page than functions")];
    };
    let plain = |name: &str| name.to_lowercase().replace('_', "");
    let leads = |import: &String| WAYS.iter().any(|way| plain(import).contains(&plain(way)));
    let taken = imports.iter().filter(|import| leads(import));
    let taken = taken.map(|import| format!("{path} takes {import}"));
    // What it has the name of, it could reach from any object.
    let has = |way: &&&str| wasm.windows(way.len()).any(|window| window == way.as_bytes());
    let named = WAYS.iter().filter(has).map(|way| format!("{path} knows of {way}"));
    taken.chain(named).collect()
}

/// The files of the package: each by its path, with its bytes.
fn files() -> Option<Vec<(String, Vec<u8>)>> {
    let folder = built()?;
    let files = project::walk(&folder, &|_| true).into_iter();
    let read = |file: std::path::PathBuf| (project::relative(&folder, &file), fs::read(&file).expect("a file"));
    Some(files.map(read).collect())
}

#[test]
fn built_manifest_is_what_was_decided() {
    let Some(files) = files() else { return };
    let (_, bytes) = files
        .iter()
        .find(|(path, _)| path == "manifest.json")
        .expect("a manifest");
    let text = String::from_utf8_lossy(bytes);
    project::none(manifest::manifest(&text));
    // It is no part of what was decided, and would be named as a stray: once more, since so much hangs on it.
    assert!(!text.contains("web_accessible_resources") && !text.contains("\"host_permissions\""));
    assert!(!text.contains("content_scripts"));
}

#[test]
fn built_files_name_no_address_that_is_not_known() {
    let Some(files) = files() else { return };
    project::none(files.iter().flat_map(|(path, bytes)| hosts(path, bytes)).collect());
}

/// F47: and no program listens for messages.
#[test]
fn built_programs_hold_nothing_that_leads_out_or_in() {
    let Some(files) = files() else { return };
    let mut complaints = Vec::new();
    let mut programs = 0;
    for (path, bytes) in &files {
        if path.ends_with(".wasm") {
            programs += 1;
            complaints.extend(program(path, bytes));
        } else if let Ok(read) = std::str::from_utf8(bytes) {
            complaints.extend(text(path, read));
        }
    }
    project::none(complaints);
    assert_eq!(programs, 3);
}

#[test]
fn an_address_that_is_not_known_is_named() {
    project::complains(
        hosts("a.js", b"open('https://tracker.example/a')"),
        &["a.js names tracker.example"],
    );
    project::complains(
        hosts("a.wasm", b"\0\xffwss://a.tracker.example\xfe"),
        &["a.wasm names a.tracker.example"],
    );
    project::complains(hosts("a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\">"), &[]);
    project::complains(
        hosts("a.wasm", b"://mail.google.com/mail/suhttps://outlook.office.com/mail"),
        &[],
    );
}

#[test]
fn what_leads_out_of_a_page_or_script_is_named() {
    #[track_caller]
    fn check(path: &str, content: &str, expected: &[&str]) {
        let complaints = text(path, content);
        let is_named = |(complaint, expected): (&String, &&str)| complaint.starts_with(expected);
        assert!(
            complaints.len() == expected.len() && complaints.iter().zip(expected).all(is_named),
            "{complaints:?}"
        );
    }
    let glue = GLUE.join("\n");
    check("popup.js", &glue, &[]);
    check(
        "popup.js",
        &format!("{glue}\n{glue}"),
        &[
            "extension/popup.js:6: Function(",
            "extension/popup.js:4: fetch",
            "extension/popup.js:5: fetch",
        ],
    );
    check("popup.js", "fetch(address)", &["extension/popup.js:1: fetch"]);
    check(
        "worker.js",
        "new Function(text)",
        &[
            "extension/worker.js:1: new Function",
            "extension/worker.js:1: Function(",
        ],
    );
    check("worker.js", "eval(text)", &["extension/worker.js:1: eval"]);
    check(
        "pages.js",
        "getObject(arg0).innerHTML = text",
        &["extension/pages.js:1: innerHTML"],
    );
    check(
        "popup.js",
        "chrome.runtime.onMessage.addListener(run)",
        &["extension/popup.js:1: onMessage"],
    );
    check(
        "background.js",
        "chrome.runtime.onConnectExternal.addListener(run)",
        &["extension/background.js:1: onConnectExternal"],
    );
    check(
        "popup.html",
        "<script src=\"https://cdn.example/a.js\"></script>",
        &["extension/popup.html:1: something from elsewhere"],
    );
    check(
        "popup.css",
        "a { background: url(//cdn.example/a.png) }",
        &["extension/popup.css:1: something from elsewhere"],
    );
}

/// A program that takes one thing from its page, and has some bytes.
fn wasm(name: &str, kind: u8, data: &[u8]) -> Vec<u8> {
    let sized = |bytes: &[u8]| [&[u8::try_from(bytes.len()).expect("few bytes")], bytes].concat();
    let import = [&[1][..], &sized(b"./core.js"), &sized(name.as_bytes()), &[kind, 0]].concat();
    [
        b"\0asm\x01\0\0\0",
        &[1, 1, 0, 2][..],
        &sized(&import),
        &[11],
        &sized(data),
    ]
    .concat()
}

#[test]
fn what_leads_out_of_a_program_is_named() {
    project::complains(program("a.wasm", &wasm("__wbg_setBadgeText_0a", 0, b"title")), &[]);
    project::complains(
        program("a.wasm", &wasm("__wbg_fetch_0a", 0, b"")),
        &["a.wasm takes __wbg_fetch_0a", "a.wasm knows of fetch"],
    );
    project::complains(
        program("a.wasm", &wasm("__wbg_set_inner_html_0a", 0, b"")),
        &["a.wasm takes __wbg_set_inner_html_0a"],
    );
    project::complains(
        program("a.wasm", &wasm("__wbg_new_0a", 0, b"\0WebSocket\0")),
        &["a.wasm knows of WebSocket"],
    );
    // A memory of its page's, and no program at all.
    let more = ["a.wasm takes more from its page than functions"];
    project::complains(program("a.wasm", &wasm("memory", 2, b"")), &more);
    project::complains(program("a.wasm", b"<!doctype html>"), &more);
    assert_eq!(
        imports(&wasm("__wbg_new_0a", 0, b"")),
        Some(vec!["__wbg_new_0a".to_owned()])
    );
}
