//! What exists in some rooms alone, or nowhere: a table of words and of the places where they may stand.

use super::project::{self, File, code, holds};

struct Wall {
    because: &'static str,
    words: &'static [&'static str],
    /// Where the wall stands, by the beginnings of paths, …
    within: &'static [&'static str],
    /// … and where it does not.
    except: &'static [&'static str],
}

const WALLS: &[Wall] = &[
    Wall {
        because: "only the shell knows a browser",
        words: &[
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "js_sys",
            "web_sys",
            "gloo",
            "gloo_storage",
            "serde_wasm_bindgen",
            "JsValue",
        ],
        within: &["src/"],
        except: &["src/shell/"],
    },
    Wall {
        because: "time comes in as a value: only the shell has a clock",
        words: &["Utc::now", "Local", "SystemTime", "Instant", "UNIX_EPOCH", "Date::now"],
        within: &["src/", "build.rs"],
        except: &["src/shell/"],
    },
    Wall {
        because: "identities come in as values: only the shell has chance",
        words: &["rand", "getrandom", "fastrand", "new_v4", "now_v7", "RandomState"],
        within: &["src/", "build.rs"],
        except: &["src/shell/"],
    },
    Wall {
        because: "JSON is what pages say and what is kept: capture and archive",
        words: &["serde_json"],
        within: &["src/"],
        except: &["src/capture/", "src/archive/"],
    },
    Wall {
        because: "what serde derives is large in WebAssembly: only a page's snapshot is read with it, and what is kept becomes a tree by hand",
        words: &["serde"],
        within: &["src/"],
        except: &["src/capture/", "src/archive/tree.rs"],
    },
    Wall {
        because: "only what wasm-bindgen writes in the shell may need it",
        words: &["unsafe"],
        within: &["src/", "build.rs"],
        except: &["src/shell/"],
    },
    Wall {
        because: "text reaches a document as text alone",
        words: &[
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "setHTML",
            "setHTMLUnsafe",
            "parseHTMLUnsafe",
            "createContextualFragment",
            "DOMParser",
            "srcdoc",
            "document.write",
            "document.writeln",
            "inner_html",
            "set_inner_html",
            "outer_html",
            "set_outer_html",
            "set_html_unsafe",
            "parse_html_unsafe",
            "insert_adjacent_html",
            "create_contextual_fragment",
        ],
        within: &["src/", "extension/"],
        except: &[],
    },
    Wall {
        because: "no text is run as code",
        words: &[
            "eval",
            "new Function",
            "Function(",
            "Function::new_with_args",
            "Function::new_no_args",
            "setTimeout(\"",
            "setTimeout('",
            "setTimeout(`",
            "setInterval(\"",
            "setInterval('",
            "setInterval(`",
        ],
        within: &["src/", "extension/"],
        except: &[],
    },
    Wall {
        because: "an address is never code",
        words: &["javascript:"],
        within: &["extension/"],
        except: &[],
    },
    Wall {
        because: "the store is what pages and worker share: nobody sends messages, so nobody can send a false one",
        words: &[
            "onMessageExternal",
            "onConnect",
            "onConnectExternal",
            "postMessage",
            "BroadcastChannel",
        ],
        within: &["src/", "extension/"],
        except: &[],
    },
    Wall {
        because: "the worker alone hears, and it hears the watcher alone",
        words: &["onMessage"],
        within: &["src/", "extension/"],
        except: &["extension/background.js"],
    },
    Wall {
        because: "the watcher alone speaks, on sites that the user lets be watched",
        words: &["sendMessage"],
        within: &["src/", "extension/"],
        except: &["extension/watcher.js"],
    },
    Wall {
        because: "nothing leaves the browser: the one file that is fetched is the core, by wasm-bindgen's own code",
        words: &[
            "fetch",
            "fetch_with_str",
            "fetch_with_request",
            "XMLHttpRequest",
            "XmlHttpRequest",
            "WebSocket",
            "EventSource",
            "WebTransport",
            "RTCPeerConnection",
            "sendBeacon",
            "send_beacon_with_opt_str",
            "importScripts",
        ],
        within: &["src/", "extension/"],
        // They hold no script, and say of the core that it is fetched.
        except: &["extension/popup.html", "extension/dashboard.html"],
    },
    Wall {
        because: "a test that cannot fail tests nothing, and what is not there yet is not written down",
        words: &[
            "#[ignore",
            "#[should_panic]",
            "todo!",
            "unimplemented!",
            "assert!(true)",
            "test.skip",
            ".only(",
        ],
        within: &["src/", "tests/", "extension/", "examples/", "benches/"],
        except: &["tests/tidy/"],
    },
];

const KINDS: [&str; 4] = [".rs", ".js", ".html", ".css"];

/// The scripts that the platform demands, and how many lines each may have. What is not among them belongs into the core.
const SCRIPTS: &[(&str, usize)] = &[
    ("extension/appearance.js", 20),
    ("extension/background.js", 70),
    ("extension/firefox.js", 30),
    ("extension/probe.js", 300),
    ("extension/rescue.js", 80),
    ("extension/watcher.js", 80),
];

pub(crate) fn walls(path: &str, text: &str) -> Vec<String> {
    let starts = |places: &[&str]| places.iter().any(|place| path.starts_with(place));
    let mut complaints = Vec::new();
    if !KINDS.iter().any(|kind| path.ends_with(kind)) {
        return complaints;
    }
    for wall in WALLS.iter().filter(|wall| starts(wall.within) && !starts(wall.except)) {
        for (number, line) in code(text) {
            let found = wall.words.iter().filter(|word| holds(line, word));
            complaints.extend(found.map(|word| format!("{path}:{number}: {word}: {}", wall.because)));
        }
    }
    complaints
}

fn scripts(path: &str, text: &str) -> Vec<String> {
    let is_script = [".js", ".mjs", ".cjs", ".ts"].iter().any(|kind| path.ends_with(kind));
    if !is_script || !path.starts_with("extension/") {
        return Vec::new();
    }
    let Some((_, most)) = SCRIPTS.iter().find(|(known, _)| *known == path) else {
        return vec![format!(
            "{path}:1: not one of the known scripts: behaviour belongs into the core"
        )];
    };
    let lines = text.lines().count();
    if lines <= *most {
        Vec::new()
    } else {
        vec![format!("{path}:{lines}: more than {most} lines")]
    }
}

/// F47: no page and no worker listens for messages.
#[test]
fn every_wall_stands() {
    let complaints = project::files()
        .iter()
        .flat_map(|File { path, text }| walls(path, text))
        .collect();
    project::none(complaints);
}

#[test]
fn scripts_are_few_and_small() {
    let complaints = project::files()
        .iter()
        .flat_map(|File { path, text }| scripts(path, text))
        .collect();
    project::none(complaints);
}

#[test]
fn a_broken_wall_is_named() {
    #[track_caller]
    fn check(path: &str, text: &str, expected: &[&str]) {
        let complaints = walls(path, text);
        let is_named = |(complaint, place): (&String, &&str)| complaint.starts_with(&format!("{place}: "));
        assert!(
            complaints.len() == expected.len() && complaints.iter().zip(expected).all(is_named),
            "{complaints:?}"
        );
    }

    check(
        "src/view/card.rs",
        "use web_sys::Window;",
        &["src/view/card.rs:1: web_sys"],
    );
    check("src/shell/dom.rs", "use web_sys::Window;", &[]);
    check(
        "src/etiquette/plan.rs",
        "\nlet today = Local::now();",
        &["src/etiquette/plan.rs:2: Local"],
    );
    check("src/domain/id.rs", "Uuid::now_v7()", &["src/domain/id.rs:1: now_v7"]);
    check(
        "src/view/words.rs",
        "serde_json::from_str(text)",
        &["src/view/words.rs:1: serde_json"],
    );
    check(
        "src/archive/head.rs",
        "use serde::Serialize;",
        &["src/archive/head.rs:1: serde"],
    );
    check("src/archive/head.rs", "use serde_json::Value;", &[]);
    check(
        "src/ledger/fold.rs",
        "unsafe { run() }",
        &["src/ledger/fold.rs:1: unsafe"],
    );
    check(
        "src/shell/dom.rs",
        "row.set_inner_html(title);",
        &["src/shell/dom.rs:1: set_inner_html"],
    );
    check(
        "extension/rescue.js",
        "box.innerHTML = title;",
        &["extension/rescue.js:1: innerHTML"],
    );
    check(
        "extension/popup.html",
        "<iframe srcdoc=\"\">",
        &["extension/popup.html:1: srcdoc"],
    );
    check(
        "extension/rescue.js",
        "setTimeout(\"run()\", 1);",
        &["extension/rescue.js:1: setTimeout(\""],
    );
    check("extension/rescue.js", "setTimeout(run, 1);", &[]);
    check(
        "extension/rescue.js",
        "Function(\"run()\")();",
        &["extension/rescue.js:1: Function("],
    );
    check("extension/rescue.js", "isFunction(run);", &[]);
    check(
        "extension/rescue.js",
        "box.setHTML(title);\nDocument.parseHTMLUnsafe(title);",
        &[
            "extension/rescue.js:1: setHTML",
            "extension/rescue.js:2: parseHTMLUnsafe",
        ],
    );
    check(
        "src/shell/dom.rs",
        "row.set_html_unsafe(title);\nDocument::parse_html_unsafe(title);",
        &[
            "src/shell/dom.rs:1: set_html_unsafe",
            "src/shell/dom.rs:2: parse_html_unsafe",
        ],
    );
    check(
        "extension/background.js",
        "await fetch(address);",
        &["extension/background.js:1: fetch"],
    );
    check("extension/background.js", "// fetch nothing", &[]);
    check(
        "extension/popup.html",
        "<a href=\"javascript:run()\">",
        &["extension/popup.html:1: javascript:"],
    );
    check(
        "extension/background.js",
        "chrome.runtime.onMessageExternal.addListener(run);",
        &["extension/background.js:1: onMessageExternal"],
    );
    check(
        "extension/probe.js",
        "chrome.runtime.onMessage.addListener(run);",
        &["extension/probe.js:1: onMessage"],
    );
    check(
        "extension/rescue.js",
        "chrome.runtime.sendMessage(all);",
        &["extension/rescue.js:1: sendMessage"],
    );
    check(
        "tests/ledger.rs",
        "#[ignore = \"later\"]",
        &["tests/ledger.rs:1: #[ignore"],
    );
}

#[test]
fn a_stray_or_a_long_script_is_named() {
    let long = "\n".repeat(71);
    project::complains(
        scripts("extension/background.js", &long),
        &["extension/background.js:71: more than 70 lines"],
    );
    project::complains(
        scripts("extension/popup.js", ""),
        &["extension/popup.js:1: not one of the known scripts: behaviour belongs into the core"],
    );
    project::complains(scripts("extension/background.js", "run();\n"), &[]);
}
