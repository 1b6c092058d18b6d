//! Odd pages are not slow pages. (What real ones cost is measured by the benchmark.)

use std::time::{Duration, Instant};

use your_move::capture::{Found, PageSnapshot, read};
use your_move::domain::Warning;

/// Far above what is needed, far below what an explosion takes.
#[track_caller]
fn check(snapshot: &PageSnapshot) -> (Found, Vec<Warning>) {
    let began = Instant::now();
    let before = worked(began);
    let answer = read(snapshot);
    let took = worked(began) - before;
    assert!(took < Duration::from_secs(5), "took {took:?}");
    answer
}

/// How long this thread has worked: what else the machine does meanwhile does not count. Where the system does not tell, how long it has been
/// since then.
fn worked(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// F31.
#[test]
fn deep_nesting_is_refused() {
    for part in ["[", "{\"@graph\":", "{\"a\":[", "/*", "\""] {
        let snapshot = PageSnapshot {
            json_ld: vec![part.repeat(200_000)],
            ..PageSnapshot::default()
        };
        let (found, warnings) = check(&snapshot);
        assert_eq!(found, Found::Nothing);
        assert!(matches!(
            warnings[..],
            [Warning::NestedTooDeeply | Warning::BrokenStructuredData]
        ));
    }
}

#[test]
fn odd_scripts_are_gone_over_once() {
    for part in [
        "=[",
        "={a:",
        "('",
        "=[/*",
        "=['=[\"",
        "function(a){return [a,",
        "JSON.parse(\"",
        "{\"title\":\"A\",\"company\":\"B\",\"salary\":[",
        "={title:'Keeper',company:'B',salary:1};",
        "self.__next_f.push([1,\"2:[\"]);",
        "[[\"a\",1],",
    ] {
        let snapshot = PageSnapshot {
            state: vec![part.repeat(500_000 / part.len())],
            ..keeper()
        };
        assert!(matches!(check(&snapshot), (Found::Posting(_), _)));
    }
}

fn keeper() -> PageSnapshot {
    PageSnapshot {
        address: "https://halyard.example/jobs/4711-keeper".into(),
        title: "Keeper".into(),
        text: "Keeper\nApply\nRequirements\nPatience".into(),
        ..PageSnapshot::default()
    }
}

#[test]
fn large_pages_are_read_in_one_pass() {
    let snapshot = PageSnapshot {
        address: "https://halyard.example/jobs/4711-keeper".into(),
        title: "Keeper - ".repeat(40),
        json_ld: vec![format!(
            r#"{{"@type":"JobPosting","title":"Keeper","description":"{}"}}"#,
            "&lt;p&gt;a &amp; b".repeat(25_000)
        )],
        text: "Location\nSalary: 5\n".repeat(6_000),
        links: vec![
            (
                "Keeper in Kiel".into(),
                "https://halyard.example/jobs/4712-keeper".into()
            );
            500
        ],
        named: vec![("job-title company location".into(), "Keeper: Kiel".into()); 120],
        ..PageSnapshot::default()
    };
    assert!(matches!(check(&snapshot), (Found::Posting(_), _)));
}
