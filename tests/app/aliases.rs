//! One posting at several addresses: the board's, its forms, the search that has it open, the employer's own site.

use your_move::capture::PageSnapshot;

use super::desk::{Desk, page};
use super::world::Model;

/// Keeps the posting at one address and opens it at another.
#[track_caller]
fn check(kept_at: &str, opened_at: &str, is_one: bool) {
    let world = Model::on("2026-11-02");
    let mut desk = Desk::at(&world, page(kept_at, "Gardener", "Northwind", ""));
    desk.press("applied", "capture-card", &[]);
    let desk = Desk::at(&world, page(opened_at, "Gardener", "Northwind", ""));
    assert_eq!(desk.all("kept-card").len(), usize::from(is_one), "{opened_at}");
    assert_eq!(desk.all("capture-card").len(), usize::from(!is_one), "{opened_at}");
}

#[test]
fn a_posting_is_known_wherever_it_is_shown() {
    let greenhouse = "https://boards.greenhouse.io/northwind/jobs/4210007";
    check(
        greenhouse,
        "https://job-boards.greenhouse.io/northwind/jobs/4210007?gh_src=x",
        true,
    );
    check(greenhouse, "https://northwind.example/careers?gh_jid=4210007", true);
    check("https://northwind.example/careers?gh_jid=4210007", greenhouse, true);
    check(greenhouse, "https://northwind.example/careers?gh_jid=4210008", false);
    check(greenhouse, "https://boards.greenhouse.io/northwind/jobs/4210008", false);
    check(
        "https://pt.linkedin.com/jobs/view/gardener-at-northwind-4051241378?trk=x",
        "https://www.linkedin.com/jobs/view/4051241378/",
        true,
    );
    check(
        "https://jobs.lever.co/northwind/f222ad5c-b7dd-43c4-9008-ee1a53174afa/apply",
        "https://northwind.example/work/f222ad5c-b7dd-43c4-9008-ee1a53174afa",
        true,
    );
}

#[test]
fn what_is_open_beside_a_list_is_known_though_it_cannot_be_read() {
    let world = Model::on("2026-11-02");
    let kept = page(
        "https://www.linkedin.com/jobs/view/4051241378/",
        "Gardener",
        "Northwind",
        "",
    );
    let mut desk = Desk::at(&world, kept);
    desk.press("applied", "capture-card", &[]);
    let beside = |query: &str| {
        let snapshot = PageSnapshot {
            address: format!("https://www.linkedin.com/jobs/search/?{query}"),
            title: "gardener Jobs | LinkedIn".to_owned(),
            ..PageSnapshot::default()
        };
        Desk::at(&world, snapshot)
    };
    let desk = beside("currentJobId=4051241378&keywords=gardener");
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
    assert!(
        beside("currentJobId=4051241379&keywords=gardener")
            .all("kept-card")
            .is_empty()
    );
    assert!(beside("keywords=gardener").all("kept-card").is_empty());
}

#[test]
fn what_was_sent_is_known_where_the_board_says_so() {
    let world = Model::on("2026-11-02");
    let address = "https://job-boards.greenhouse.io/northwind/jobs/4210007";
    let mut desk = Desk::at(&world, page(address, "Gardener", "Northwind", ""));
    desk.press("applied", "capture-card", &[]);
    let sent = page(&format!("{address}/confirmation"), "Gardener", "Northwind", "");
    let desk = Desk::at(&world, sent);
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
}
