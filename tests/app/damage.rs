//! Records that are not as they were written.

use expect_test::expect;
use pollster::block_on;
use your_move::app::{Clock, Problem, Target, carry_out, find, overview};
use your_move::domain::{Fault, SafeLink, What};
use your_move::ledger::Command;

use super::desk::{Desk, gardener, page};
use super::sound::{applications, check_sound};
use super::world::Model;

/// Two applications at one company, of which the first one's record is damaged then.
fn damaged() -> (Model, String) {
    let world = Desk::applied("2026-11-02").world;
    let mut other = Desk::at(
        &world,
        page("https://northwind.example/jobs/2", "Pilot", "Northwind", ""),
    );
    other.press("applied", "capture-card", &[]);
    let key = format!("app/{}", applications(&world)[0].application());
    let text = world.kept()[&key].replace("applied", "applier");
    world.put(&key, &text);
    (world, key)
}

fn check_in(world: &Model) -> Command {
    let what = What::CheckedIn {
        whom: None,
        channel: None,
    };
    Command::Log(vec![(world.today().0, what)])
}

#[test]
fn a_damaged_record_is_left_as_it_is_and_told() {
    let (world, key) = damaged();
    let found = world.kept()[&key].clone();
    // Its own page.
    let desk = Desk::at(&world, gardener());
    expect![[r#"
        Something you kept is not as it was written.
        It was left as it is, and everything else goes on. Save a copy of your data."#]]
    .assert_eq(&["text", "advice"].map(|slot| desk.text("trouble", slot)).join("\n"));
    // A command on it.
    let id = key.trim_start_matches("app/");
    let id = your_move::domain::ApplicationId::parse(id).expect("an identity");
    let done = block_on(carry_out(&world, Target::Kept(id), check_in(&world)));
    assert_eq!(done, Err(Problem::Failed(Fault::Damaged { key: key.clone() })));
    assert_eq!(world.kept()[&key], found);
}

#[test]
fn others_of_its_company_go_on() {
    let (world, key) = damaged();
    let found = world.kept()[&key].clone();
    let sound = applications(&world)[0].application();
    block_on(carry_out(&world, Target::Kept(sound), check_in(&world))).expect("carried out");
    assert_eq!(world.kept()[&key], found);
}

#[test]
fn a_new_one_at_the_company_of_a_damaged_one_goes_on() {
    let world = Desk::applied("2026-11-02").world;
    let key = format!("app/{}", applications(&world)[0].application());
    world.put(&key, "not a record");
    let mut other = Desk::at(
        &world,
        page("https://northwind.example/jobs/2", "Pilot", "Northwind", ""),
    );
    other.press("applied", "capture-card", &[]);
    assert_eq!(other.text("kept-card", "title"), "Pilot");
    assert_eq!(world.kept()[&key], "not a record");
}

#[test]
fn it_is_told_each_time_the_popup_opens() {
    let (world, key) = damaged();
    world.forget("head");
    for _ in 0..2 {
        let overview = block_on(overview(&world)).expect("an overview");
        let damaged: Vec<String> = overview.damaged.iter().map(ToString::to_string).collect();
        assert_eq!(damaged, std::slice::from_ref(&key));
        assert_eq!(overview.head.applications, 1);
    }
    let sound = applications(&world)[0].application();
    block_on(carry_out(&world, Target::Kept(sound), check_in(&world))).expect("carried out");
    let overview = block_on(overview(&world)).expect("an overview");
    assert_eq!(overview.damaged.len(), 1);
}

#[test]
fn settings_that_cannot_be_read_are_as_by_default_and_told() {
    let mut desk = Desk::applied("2026-11-02");
    desk.world.put("settings", "not a record");
    desk.come_back("2026-11-11", gardener());
    assert_eq!(desk.moves().len(), 1);
    expect!["Something you kept is not as it was written."].assert_eq(&desk.text("trouble", "text"));
    desk.press("sent", "move-row", &[]);
    assert!(desk.moves().is_empty());
    assert_eq!(desk.world.kept()["settings"], "not a record");
    expect!["Something you kept is not as it was written."].assert_eq(&desk.text("trouble", "text"));
}

#[test]
fn what_is_derived_is_made_anew() {
    // A record of links or of the index that is gone is noticed when the whole ledger is checked.
    for (derived, gone) in [
        ("head", true),
        ("head", false),
        ("agenda/", true),
        ("agenda/", false),
        ("index/", false),
    ] {
        let world = Desk::applied("2026-11-02").world;
        let keys: Vec<String> = world
            .kept()
            .into_keys()
            .filter(|key| key.starts_with(derived))
            .collect();
        assert_eq!(keys.len(), 1);
        if gone {
            world.forget(derived);
        } else {
            world.put(&keys[0], "not a record");
        }
        let mut other = Desk::at(
            &world,
            page("https://northwind.example/jobs/2", "Pilot", "Northwind", ""),
        );
        other.press("applied", "capture-card", &[]);
        check_sound(&world);
    }
}

#[test]
fn a_page_is_found_though_its_links_are_damaged() {
    let world = Model::on("2026-11-02");
    let mut desks = [(); 2].map(|()| Desk::at(&world, gardener()));
    desks[0].press("applied", "capture-card", &[]);
    let damage = || {
        let kept = world.kept();
        let key = kept.keys().find(|key| key.starts_with("link/")).expect("links");
        world.put(key, "not a record");
    };
    damage();
    let address = SafeLink::new(&gardener().address).expect("an address");
    assert!(block_on(find(&world, &address)).expect("no fault").is_some());
    check_sound(&world);
    // Nor is it kept twice.
    damage();
    desks[1].press("applied", "capture-card", &[]);
    assert_eq!(applications(&world).len(), 1);
    check_sound(&world);
}
