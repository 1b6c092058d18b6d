//! The worker's listeners: a browser that wakes it hands the event to those that are there when its script has run once.

use super::project;

const WORKER: &str = "extension/background.js";

/// What is not there at once: listeners within something else, and anything that the script waits for before it has ended.
fn late(text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let is_inside = line.starts_with(char::is_whitespace);
        let is_first = line.starts_with("chrome.") || line.starts_with("addEventListener(");
        if (line.contains(".addListener(") || line.contains("addEventListener(")) && !is_first {
            complaints.push(format!("{WORKER}:{number}: a listener that is not there at once"));
        }
        if !is_inside && line.contains("await ") && !line.contains("=>") {
            complaints.push(format!("{WORKER}:{number}: the script waits"));
        }
    }
    complaints
}

/// F17.
#[test]
fn each_listener_is_there_at_once() {
    let worker = project::read(WORKER);
    project::none(late(&worker));
    assert_eq!(worker.matches(".addListener(").count(), 7);
    assert_eq!(worker.matches("addEventListener(").count(), 1);
}

#[test]
fn a_listener_that_comes_late_is_named() {
    project::complains(
        late(
            "const wake = async () => { await core(); };\nchrome.alarms.onAlarm.addListener(wake);\naddEventListener(\"activate\", wake);\n",
        ),
        &[],
    );
    project::complains(
        late(
            "await init();\nconst listen = () => {\n  chrome.alarms.onAlarm.addListener(wake);\n};\ninit().then(() => chrome.a.addListener(b));\ninit().then(() => addEventListener(\"activate\", wake));\n",
        ),
        &[
            "extension/background.js:1: the script waits",
            "extension/background.js:3: a listener that is not there at once",
            "extension/background.js:5: a listener that is not there at once",
            "extension/background.js:6: a listener that is not there at once",
        ],
    );
}
