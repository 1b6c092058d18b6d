//! Deleting an application.

use pollster::block_on;
use your_move::app::{
    Clock, Drafts as _, Problem, Sample as _, Target, carry_out, change_settings, erase_all, find, listings, overview,
};
use your_move::archive::{Folder, Texts};
use your_move::domain::{ApplicationId, Line, Refusal, SafeLink, What};
use your_move::ledger::Command;

use super::desk::{Desk, gardener, page, part, value};
use super::newer::newer;
use super::sound::{applications, check_sound, links};
use super::world::Trouble;

#[test]
fn nothing_but_a_tombstone_is_left() {
    let more = r#","description":"<p>Trees and shrubs.</p>""#;
    let posting = page("https://northwind.example/jobs/1", "Gardener", "Northwind", more);
    let mut desk = Desk::at(&super::world::Model::on("2026-11-02"), posting);
    desk.press("applied", "capture-card", &[]);
    let world = desk.world;
    let id = applications(&world)[0].application();
    let text = || {
        let folder = Folder::open(&world.kept()[&Folder::of_texts(id).to_string()]).expect("a folder");
        Texts::open(id, folder.get(id).expect("a record")).expect("texts")
    };
    assert!(!text().is_empty());

    block_on(carry_out(&world, Target::Kept(id), Command::Erase)).expect("erased");
    let record = &applications(&world)[0];
    assert_eq!(record.events().len(), 1);
    assert_eq!(record.events()[0].what, What::Erased {});
    assert!(text().is_empty());
    assert!(links(&world).is_empty());
    let address = SafeLink::new("https://northwind.example/jobs/1").expect("an address");
    assert_eq!(block_on(find(&world, &address)), Ok(None));
    let kept = format!("{:?}", world.kept()).to_lowercase();
    assert!(!kept.contains("gardener") && !kept.contains("northwind"), "{kept}");
    check_sound(&world);
}

#[test]
fn what_cannot_be_read_of_it_does_not_stand_in_the_way() {
    let more = r#","description":"<p>Trees and shrubs.</p>""#;
    let posting = page("https://northwind.example/jobs/1", "Gardener", "Northwind", more);
    let mut desk = Desk::at(&super::world::Model::on("2026-11-02"), posting);
    desk.press("applied", "capture-card", &[]);
    let world = desk.world;
    let id = applications(&world)[0].application();
    let texts = Folder::of_texts(id).to_string();
    world.put(&texts, "not a folder");
    block_on(carry_out(&world, Target::Kept(id), Command::Erase)).expect("erased");
    assert_eq!(applications(&world)[0].events()[0].what, What::Erased {});
    assert_eq!(world.kept()[&texts], "not a folder", "it stays as it was found");
}

#[test]
fn what_was_deleted_stays_deleted() {
    let world = Desk::applied("2026-11-02").world;
    let id = applications(&world)[0].application();
    block_on(carry_out(&world, Target::Kept(id), Command::Erase)).expect("erased");
    let heard = Command::Log(vec![(world.today().0, What::Rejected { note: None })]);
    for command in [heard, Command::Erase] {
        let done = block_on(carry_out(&world, Target::Kept(id), command));
        assert_eq!(done, Err(Problem::Refused(Refusal::Deleted)));
    }
    // The page can be kept anew, as another application.
    let mut desk = Desk::at(&world, gardener());
    desk.press("save", "capture-card", &[]);
    assert_eq!(applications(&world).len(), 2);
}

/// Deletes the application that is shown.
fn delete(desk: &mut Desk) {
    desk.log("erased", &[]);
    assert!(desk.notice().starts_with("Deleted."), "{}", desk.notice());
}

#[test]
fn what_was_written_by_hand_and_deleted_is_not_written_again() {
    let mut desk = Desk::at(&super::world::Model::on("2026-11-02"), gardener());
    desk.write_by_hand();
    desk.press("applied", "capture-card", &[("title", "Lighthouse keeper")]);
    delete(&mut desk);
    assert_eq!(value(&desk.first("capture-card"), "title"), "Gardener");
    desk.write_by_hand();
    assert_eq!(value(&desk.first("capture-card"), "title"), "");
}

#[test]
fn a_kept_page_stays_kept_when_another_is_deleted() {
    let mut desk = Desk::applied("2026-11-02");
    let other = page("https://harbour.example/jobs/2", "Pilot", "Harbour Mill", "");
    desk.come_back("2026-11-02", other);
    desk.press("applied", "capture-card", &[]);
    desk.come_back("2026-11-02", gardener());
    desk.look_for("Pilot");
    desk.press("find", "found-row", &[]);
    assert_eq!(desk.text("kept-card", "title"), "Pilot");
    delete(&mut desk);
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
    assert!(!part(&desk.first("kept-card"), "back"));
}

#[test]
fn nothing_typed_about_it_outlives_it() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-12", gardener());
    desk.press("write", "move-row", &[]);
    let row = your_move::view::Card {
        fields: desk.first("letter").fields,
        ..desk.first("move-row")
    };
    desk.press_on("letter", &row, "letter", &[("body", "Hello.")]);
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "heard", &[]);
    desk.leave("keep", &card, "heard", &[("note", "Two more we")]);
    assert_eq!(desk.world.places().len(), 2);
    // It is deleted while another page is in front.
    desk.come_back(
        "2026-11-12",
        page("https://harbour.example/jobs/2", "Pilot", "Harbour Mill", ""),
    );
    desk.press("open", "move-row", &[]);
    delete(&mut desk);
    assert_eq!(desk.world.places(), Vec::<String>::new());
}

#[test]
fn everything_goes_at_once_and_stays_gone() {
    let more = r#","description":"<p>Trees and shrubs.</p>""#;
    let posting = page("https://northwind.example/jobs/1", "Gardener", "Northwind", more);
    let mut desk = Desk::at(&super::world::Model::on("2026-11-02"), posting);
    desk.press("applied", "capture-card", &[]);
    let world = desk.world;
    let before = applications(&world);
    block_on(change_settings(
        &world,
        Box::new(|choices| {
            choices.messages.sender = Line::new("Ada Northwind");
            Ok(())
        }),
    ))
    .expect("kept");
    let damaged = Folder::of_application(ApplicationId::new(7, [7; 10])).to_string();
    world.put(&damaged, "not a folder");
    world.put_by("https://northwind.example/jobs/2", "typed");
    world.put_sample();

    block_on(erase_all(&world)).expect("erased");
    let after = applications(&world);
    assert_eq!(after.len(), before.len());
    assert!(
        after
            .iter()
            .all(|record| record.events().len() == 1 && record.events()[0].what == What::Erased {})
    );
    let kept = format!("{:?}", world.kept()).to_lowercase();
    assert!(
        !kept.contains("gardener") && !kept.contains("northwind") && !kept.contains("not a folder"),
        "{kept}"
    );
    assert!(world.places().is_empty());
    assert!(!block_on(world.has_sample()));
    let overview = block_on(overview(&world)).expect("a ledger");
    assert_eq!((overview.head.applications, overview.agenda.outlooks.len()), (0, 0));
    assert_eq!(block_on(listings(&world)), Ok(Vec::new()));
    check_sound(&world);
    // A second time changes nothing but for the day.
    let texts = world.kept();
    block_on(erase_all(&world)).expect("erased");
    assert_eq!(world.kept(), texts);
}

#[test]
fn what_a_newer_version_wrote_is_not_deleted() {
    let folder = Folder::of_application(ApplicationId::new(7, [7; 10])).to_string();
    for part in [folder.as_str(), "head", "settings"] {
        let world = Desk::applied("2026-11-02").world;
        world.put(part, &newer());
        world.put_sample();
        let kept = world.kept();
        assert_eq!(
            block_on(erase_all(&world)),
            Err(Problem::Refused(Refusal::ReadOnly)),
            "{part}"
        );
        assert_eq!(world.kept(), kept);
        assert!(block_on(world.has_sample()));
    }
}

#[test]
fn what_goes_wrong_with_the_sample_leaves_all_as_it_was() {
    let world = Desk::applied("2026-11-02").world;
    world.put_sample();
    let kept = world.kept();
    world.give(Trouble::FailsFrom(1));
    assert!(matches!(block_on(erase_all(&world)), Err(Problem::Failed(_))));
    assert!(block_on(world.has_sample()));
    assert_eq!(world.kept(), kept);
}
