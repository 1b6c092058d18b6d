//! The shell's bindings: what the browser throws at once must fail like what it refuses later.

use super::project::{self, File, code};

/// A binding that is `async`, though it catches, takes what is not there for the promise when the call throws.
fn waiting(path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut begun = None;
    for (number, line) in code(text).filter(|_| path.starts_with("src/shell/")) {
        if line.contains("async fn ") {
            begun = Some(number);
        }
        // A function ends its head with a brace, a binding with a semicolon.
        if line.ends_with([';', '{'])
            && let Some(number) = begun.take()
            && line.ends_with(';')
        {
            complaints.push(format!(
                "{path}:{number}: a binding that waits: it gives a promise instead"
            ));
        }
    }
    complaints
}

#[test]
fn no_binding_waits_by_itself() {
    let complaints = project::files()
        .iter()
        .flat_map(|File { path, text }| waiting(path, text))
        .collect();
    project::none(complaints);
}

#[test]
fn a_binding_that_waits_is_named() {
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        project::complains(waiting("src/shell/chrome.rs", text), expected);
    }

    check("    fn copy(text: &str) -> Result<Promise, JsValue>;\n", &[]);
    check(
        "async fn copy(\n    text: &str,\n) -> bool {\n    text.is_empty();\n}\n",
        &[],
    );
    let wrong = ": a binding that waits: it gives a promise instead";
    check(
        "\n    async fn copy(text: &str) -> Result<JsValue, JsValue>;\n    async fn paste(\n        at: u32,\n    ) -> JsValue;\n",
        &[
            &format!("src/shell/chrome.rs:2{wrong}"),
            &format!("src/shell/chrome.rs:3{wrong}"),
        ],
    );
    project::complains(
        waiting("src/app/ports.rs", "    async fn acquire(&self) -> bool;\n"),
        &[],
    );
}
