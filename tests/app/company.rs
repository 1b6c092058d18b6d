//! Several applications at one company.

use expect_test::expect;
use pollster::block_on;
use your_move::app::{Clock, Target, carry_out};
use your_move::archive::ApplicationRecord;
use your_move::domain::{ApplicationId, Correction, Line, WaitReason, What};
use your_move::ledger::Command;

use super::desk::{Desk, page};
use super::sound::{applications, check_sound};
use super::world::Model;

fn apply(world: &Model, number: u8, company: &str) {
    let address = format!("https://jobs.example/{number}");
    let mut desk = Desk::at(world, page(&address, &format!("Job {number}"), company, ""));
    desk.press("applied", "capture-card", &[]);
}

#[test]
fn one_check_in_at_a_time() {
    let world = Model::on("2026-11-02");
    apply(&world, 1, "Northwind");
    apply(&world, 2, "Northwind, Inc.");
    let mut desk = Desk::at(&world, page("https://jobs.example/2", "Job 2", "Northwind", ""));
    expect!["Waiting: they are asked about “Job 1” first, one question at a time. When that one is answered, let go or closed, it is this one’s turn."].assert_eq(&desk.text("kept-card", "next"));
    desk.come_back("2026-11-11", page("https://jobs.example/2", "Job 2", "Northwind", ""));
    assert_eq!(desk.moves().len(), 1);
    desk.press("sent", "move-row", &[]);
    expect!["Saved. You asked where things stand. | Job 1 · Northwind: If you hear nothing, you decide on Wed 2 Dec whether it is over."]
        .assert_eq(&desk.notice());
    assert_eq!(desk.moves(), [""; 0]);
}

#[test]
fn a_company_that_is_put_right_leaves_one_line_and_joins_another() {
    let world = Model::on("2026-11-02");
    apply(&world, 1, "Northwind");
    apply(&world, 2, "Fabrikam");
    apply(&world, 3, "Northwind");
    let ids: Vec<ApplicationId> = applications(&world)
        .iter()
        .map(ApplicationRecord::application)
        .collect();
    for (company, first) in [
        (Some("Fabrikam"), Some(ids[1])),
        (None, None),
        (Some("Northwind"), Some(ids[0])),
    ] {
        let what = What::Corrected(Correction::Company(company.and_then(Line::new)));
        let command = Command::Log(vec![(world.today().0, what)]);
        let done = block_on(carry_out(&world, Target::Kept(ids[2]), command)).expect("put right");
        check_sound(&world);
        let wait = done.outlook.and_then(|outlook| outlook.wait).map(|wait| wait.reason);
        let ahead = match wait {
            Some(WaitReason::BehindAnother { application, .. }) => Some(application),
            _ => None,
        };
        assert_eq!(ahead, first, "{company:?}");
    }
}
