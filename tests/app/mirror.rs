//! The mirror has what the ledger has, whatever happens in between, and stands in nobody's way.

use std::collections::BTreeMap;

use pollster::block_on;
use your_move::app::{
    Clock as _, Drafts as _, FORMER, Lock as _, Target, Written, carry_out, catch_up, change_settings, check,
    erase_all, follow, overview, wake,
};
use your_move::archive::{ApplicationRecord, Folder, Head, Key, Texts, open};
use your_move::domain::{ApplicationId, Confidence, Fault, Line, Posting, Reading, Source, What};
use your_move::ledger::Command;
use your_move::view::Words;

use super::desk::{Desk, gardener, page};
use super::failures::{commands, until_it_stops};
use super::sound::applications;
use super::world::{Call, Model, Store, Trouble};

/// What of a store both copies have.
pub(crate) fn mirrored(store: &Store) -> BTreeMap<String, String> {
    let mut kept = store.kept();
    kept.retain(|key, _| Key::parse(key).is_some_and(|key| key.is_mirrored()));
    without_nothing(kept)
}

/// What is kept without records that say that there is no description: whether they are there makes no difference.
pub(crate) fn without_nothing(mut kept: BTreeMap<String, String>) -> BTreeMap<String, String> {
    for (key, text) in &mut kept {
        let Ok(folder) = Folder::open(text) else { continue };
        if key.starts_with("text/") {
            let mut full = Folder::default();
            for (id, sealed) in folder.iter() {
                if !Texts::open(id, sealed).is_ok_and(|texts| texts.is_empty()) {
                    full.replace(id, sealed.to_owned());
                }
            }
            *text = full.seal();
        }
    }
    kept.retain(|key, text| !key.starts_with("text/") || text != "{}");
    kept
}

/// That the same is kept; else what is not.
#[track_caller]
pub(crate) fn check_same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) {
    let keys = one.keys().chain(other.keys());
    let unlike = keys.filter(|key| one.get(*key) != other.get(*key));
    let unlike: Vec<_> = unlike.map(|key| (key, one.get(key), other.get(key))).collect();
    assert!(unlike.is_empty(), "{unlike:#?}");
}

/// That the mirror has all that the ledger has, and speaks of the same records.
#[track_caller]
pub(crate) fn check_mirrored(world: &Model) {
    let (mut ledger, mut mirror) = (mirrored(world), mirrored(world.mirrored()));
    let heads = [ledger.remove("head"), mirror.remove("head")];
    check_same(&ledger, &mirror);
    let [head, copy] = heads.map(|text| text.map(|text| open::<Head>(&text).expect("a head")));
    let (head, copy) = (head.unwrap_or_default(), copy.unwrap_or_default());
    assert!(head.is_of_same(&copy), "{head:?} {copy:?}");
}

/// A world with descriptions, of which one application has been deleted.
pub(crate) fn world() -> Model {
    let world = Model::on("2026-11-02");
    for (number, title) in ["Gardener", "Pilot", "Lighthouse keeper"].into_iter().enumerate() {
        world.turn_the_leaf();
        let more = r#","description":"<p>Trees and shrubs.</p>""#;
        let address = format!("https://northwind.example/jobs/{number}");
        Desk::at(&world, page(&address, title, "Northwind", more)).press("applied", "capture-card", &[]);
    }
    let id = applications(&world)[2].application();
    let written = keep(&world, Target::Kept(id), Command::Erase);
    assert_eq!(block_on(follow(&world, &[written])), Ok(true));
    block_on(change_settings(
        &world,
        Box::new(|choices| {
            choices.messages.sender = Line::new("Ada Northwind");
            Ok(())
        }),
    ))
    .expect("chosen");
    assert_eq!(block_on(follow(&world, &[])), Ok(true));
    world
}

fn keep(world: &Model, target: Target, command: Command) -> Written {
    block_on(carry_out(world, target, command))
        .expect("carried out")
        .written
}

/// Logs a reply to the first application.
pub(crate) fn heard(world: &Model) -> (Target, Command) {
    let id = applications(world)[0].application();
    let what = What::Heard {
        asks: true,
        answer_by: None,
        note: None,
    };
    (Target::Kept(id), Command::Log(vec![(world.today().0, what)]))
}

#[test]
fn it_follows_each_command_and_each_choice() {
    check_mirrored(&world());
    let mut desk = Desk::at(
        &world(),
        page("https://northwind.example/jobs/0", "Gardener", "Northwind", ""),
    );
    desk.log("heard", &[]);
    check_mirrored(&desk.world);
    desk.act(super::desk::asked("choose", "", "", &[("day_begins", "10:00")]));
    check_mirrored(&desk.world);
}

#[test]
fn it_is_one_write_and_a_command_waits_for_none_of_it() {
    let world = world();
    let (target, command) = heard(&world);
    world.mirrored().give(Trouble::None);
    let guard = block_on(world.mirrored().acquire()).expect("the mirror's lock");
    let written = keep(&world, target, command);
    assert_eq!(world.mirrored().calls(), []);
    drop(guard);
    assert_eq!(block_on(follow(&world, &[written])), Ok(true));
    assert_eq!(world.mirrored().writes(), 1);
    check_mirrored(&world);
}

/// F11.
#[test]
fn a_mirror_that_fails_fails_no_command() {
    let world = world();
    world.mirrored().give(Trouble::FailsFrom(0));
    let mut desk = Desk::at(
        &world,
        page("https://northwind.example/jobs/0", "Gardener", "Northwind", ""),
    );
    desk.log("heard", &[]);
    assert!(desk.notice().starts_with("Saved."), "{}", desk.notice());
    assert!(desk.all("trouble").is_empty());
    world.mirrored().give(Trouble::None);
    block_on(catch_up(&world)).expect("caught up");
    check_mirrored(&world);
}

/// Has the mirror fail and stop at each of its calls while it follows a command; each time it is caught up with, and looked at. How many calls there
/// are.
#[track_caller]
fn at_every_call(world: &Model, target: &Target, command: &Command, look: impl Fn(&Model)) -> usize {
    (0..)
        .find(|nth| {
            let whole = Trouble::at(*nth).map(|trouble| {
                let world = world.copy();
                let written = keep(&world, target.clone(), command.clone());
                let kept = world.kept();
                world.mirrored().give(trouble);
                let followed = until_it_stops(follow(&world, &[written]));
                world.mirrored().give(Trouble::None);
                block_on(catch_up(&world)).expect("caught up");
                assert_eq!(world.kept(), kept, "{trouble:?}");
                check_mirrored(&world);
                look(&world);
                followed == Some(Ok(true))
            });
            whole == [true; 3]
        })
        .expect("an end of them")
}

/// F9, F11: at every call of the mirror.
#[test]
fn wherever_it_fails_or_stops_it_is_caught_up_with() {
    for (world, target, command) in commands() {
        block_on(catch_up(&world)).expect("a mirror of it");
        let calls = at_every_call(&world, &target, &command, |_| ());
        assert!(calls > 1, "no call was made");
    }
}

#[test]
fn what_the_ledger_lost_it_still_has() {
    let world = world();
    let before = mirrored(world.mirrored());
    let id = applications(&world)[0].application();
    let key = Folder::of_application(id).to_string();
    world.forget("app/");
    world.forget("head");
    world.turn_the_leaf();
    // A command writes a folder of the same key anew.
    world.put(&key, &Folder::default().seal());
    let mut desk = Desk::at(&world, gardener());
    desk.press("applied", "capture-card", &[]);
    let after = mirrored(world.mirrored());
    for (key, text) in before.iter().filter(|(key, _)| key.starts_with("app/")) {
        assert_eq!(after.get(key), Some(text), "{key}");
    }
}

#[test]
fn a_command_that_it_missed_is_noticed() {
    let world = world();
    let (target, command) = heard(&world);
    keep(&world, target.clone(), command.clone());
    let head = mirrored(world.mirrored()).remove("head");
    let written = keep(&world, target, command);
    assert_eq!(block_on(follow(&world, &[written])), Ok(false));
    assert_eq!(mirrored(world.mirrored()).remove("head"), head);
    block_on(catch_up(&world)).expect("caught up");
    check_mirrored(&world);
}

#[test]
fn it_does_not_matter_who_is_first() {
    let world = world();
    let (target, command) = heard(&world);
    let written = keep(&world, target, command);
    block_on(catch_up(&world)).expect("caught up");
    world.mirrored().give(Trouble::None);
    assert_eq!(block_on(follow(&world, &[written])), Ok(true));
    assert_eq!(world.mirrored().writes(), 0);
    check_mirrored(&world);
}

#[test]
fn where_nothing_is_missing_catching_up_is_one_look() {
    let world = world();
    world.give(Trouble::None);
    world.mirrored().give(Trouble::None);
    block_on(catch_up(&world)).expect("caught up");
    assert_eq!((world.calls(), world.mirrored().writes()), (vec![Call::Get], 0));
}

#[test]
fn the_worker_has_it_catch_up_once_the_badge_is_set() {
    let world = world();
    let (target, command) = heard(&world);
    keep(&world, target, command);
    world.mirrored().give(Trouble::FailsFrom(0));
    assert_eq!(block_on(wake(&world, Words::english(), false)), Ok(()));
    assert!(world.alarm().is_some());
    world.mirrored().give(Trouble::None);
    assert_eq!(block_on(wake(&world, Words::english(), false)), Ok(()));
    check_mirrored(&world);
    // What it cannot see in the heads it finds when the browser starts.
    let key = Folder::of_application(applications(&world)[0].application()).to_string();
    world.mirrored().forget(&key);
    assert_eq!(block_on(wake(&world, Words::english(), false)), Ok(()));
    assert!(!world.mirrored().kept().contains_key(&key));
    assert_eq!(block_on(wake(&world, Words::english(), true)), Ok(()));
    check_mirrored(&world);
}

#[test]
fn what_is_deleted_is_deleted_there() {
    let world = world();
    let id = applications(&world)[0].application();
    // The ledger's own descriptions cannot be read.
    world.put(&Folder::of_texts(id).to_string(), "not a folder");
    let written = keep(&world, Target::Kept(id), Command::Erase);
    block_on(follow(&world, &[written])).expect("followed");
    let kept = format!("{:?}", world.mirrored().kept());
    assert!(!kept.contains("Gardener"), "{kept}");
    let texts = Folder::open(&world.mirrored().kept()[&Folder::of_texts(id).to_string()]).expect("a folder");
    assert_eq!(texts.get(id), None);
}

#[test]
fn everything_is_deleted_there_and_stays_so() {
    let world = world();
    // One that the ledger has lost.
    let id = applications(&world)[0].application();
    world.forget(&Folder::of_application(id).to_string());
    world.put("bad/00", "what was put aside");
    world.leave("typed");
    block_on(erase_all(&world)).expect("erased");
    check_mirrored(&world);
    block_on(check(&world)).expect("checked");
    for kept in [world.kept(), world.mirrored().kept()] {
        let kept = format!("{kept:?}").to_lowercase();
        let words = ["gardener", "pilot", "northwind", "shrubs", "put aside"];
        assert!(words.iter().all(|word| !kept.contains(word)), "{kept}");
    }
    assert!(applications(&world).iter().all(|record| record.is_erased()));
    assert!(applications(&world).iter().any(|record| record.application() == id));
}

#[test]
fn where_it_cannot_be_reached_everything_is_deleted_later() {
    let world = world();
    world.mirrored().give(Trouble::FailsFrom(0));
    block_on(erase_all(&world)).expect("erased");
    world.mirrored().give(Trouble::None);
    block_on(catch_up(&world)).expect("caught up");
    check_mirrored(&world);
    let kept = format!("{:?}", world.mirrored().kept());
    assert!(!kept.contains("Gardener") && !kept.contains("shrubs"), "{kept}");
}

#[test]
fn where_it_cannot_be_reached_what_cannot_be_read_is_deleted_as_well() {
    let sound = world();
    let key = Folder::of_application(applications(&sound)[0].application()).to_string();
    for damage in [None, Some("garbage")] {
        let world = sound.copy();
        match damage {
            None => world.forget(&key),
            Some(damage) => world.put(&key, damage),
        }
        block_on(overview(&world)).expect("a ledger");
        let sequence = |world: &Model| open::<Head>(&world.kept()["head"]).expect("a head").sequence;
        let before = sequence(&world);
        world.mirrored().give(Trouble::FailsFrom(0));
        block_on(erase_all(&world)).expect("erased");
        assert!(sequence(&world) > before);
        world.mirrored().give(Trouble::None);
        block_on(check(&world)).expect("checked");
        block_on(catch_up(&world)).expect("caught up");
        check_mirrored(&world);
        for kept in [world.kept(), world.mirrored().kept()] {
            let kept = format!("{kept:?}");
            assert!(!kept.contains("Gardener") && !kept.contains("shrubs"), "{kept}");
        }
        assert!(applications(&world).iter().all(|record| record.is_erased()));
    }
}

#[test]
fn what_a_newer_version_wrote_is_left_alone_there() {
    let world = world();
    for part in ["head", "settings", "app/101"] {
        let world = world.copy();
        let (target, command) = heard(&world);
        let written = keep(&world, target, command);
        world.mirrored().put(part, &super::newer::newer());
        let kept = world.mirrored().kept();
        assert_eq!(block_on(follow(&world, &[written])), Err(Fault::Newer), "{part}");
        assert!(matches!(block_on(catch_up(&world)), Err(Fault::Newer)), "{part}");
        assert_eq!(world.mirrored().kept(), kept);
    }
}

impl Model {
    /// Something typed and not kept.
    fn leave(&self, text: &str) {
        self.put_by(&ApplicationId::new(1, [1; 10]).to_string(), text);
    }
}

/// Keeps another application.
fn keep_new(world: &Model) -> ApplicationId {
    let what = What::Captured {
        posting: Box::new(Posting {
            title: Some(Reading::new(
                Line::new("Neighbour").expect("a line"),
                Source::User,
                Confidence::Sure,
            )),
            ..Posting::default()
        }),
    };
    let command = Command::Log(vec![(world.today().0, what)]);
    let done = block_on(carry_out(world, Target::New, command)).expect("kept");
    done.application.id
}

/// What the mirror has in a former form.
fn former(world: &Model) -> BTreeMap<String, String> {
    let mut kept = world.mirrored().kept();
    kept.retain(|key, _| key.starts_with(FORMER));
    kept
}

/// F21: what an update found stays as it was, whatever is written down; what is deleted is deleted there, too.
#[test]
fn what_was_found_in_a_former_form_stays_until_something_is_deleted() {
    for (world, target, command) in commands() {
        // An old deletion is none.
        let neighbour = keep_new(&world);
        keep(&world, Target::Kept(neighbour), Command::Erase);
        block_on(catch_up(&world)).expect("a mirror of it");
        world.mirrored().update();
        let before = former(&world);
        let deletions = |world: &Model| {
            applications(world)
                .iter()
                .map(ApplicationRecord::deletions)
                .sum::<usize>()
        };
        let deleted = deletions(&world);
        assert!(deleted > 0);
        let written = keep(&world, target, command.clone());
        let _ = block_on(follow(&world, &[written]));
        block_on(catch_up(&world)).expect("caught up");
        let expected = match deletions(&world) > deleted {
            true => BTreeMap::new(),
            false => before,
        };
        assert_eq!(former(&world), expected, "{command:?}");
    }
}

/// F21: of what cannot be read no tombstone tells.
#[test]
fn deleting_everything_leaves_nothing_in_a_former_form() {
    let check = |world: Model| {
        world.mirrored().update();
        assert!(!former(&world).is_empty());
        block_on(erase_all(&world)).expect("deleted");
        assert_eq!(former(&world), BTreeMap::new());
    };
    check(world());
    // What was chosen, and no application.
    let chosen = Model::on("2026-11-02");
    let name = Line::new("Ada Northwind");
    block_on(change_settings(
        &chosen,
        Box::new(move |choices| {
            choices.messages.sender = name;
            Ok(())
        }),
    ))
    .expect("chosen");
    assert_eq!(block_on(follow(&chosen, &[])), Ok(true));
    check(chosen);
    // A ledger that is lost, and a mirror that cannot be read any more.
    let lost = world();
    lost.mirrored().update();
    for key in lost.mirrored().kept().into_keys().filter(|key| key.starts_with("app/")) {
        lost.mirrored().put(&key, "spoilt");
    }
    lost.put_all(&BTreeMap::new());
    block_on(erase_all(&lost)).expect("deleted");
    assert_eq!(former(&lost), BTreeMap::new());
}

/// F21: wherever the mirror fails or stops, what was deleted is in no former form once it is caught up with.
#[test]
fn what_is_deleted_is_in_no_former_form_wherever_it_stops() {
    let world = world();
    world.mirrored().update();
    let target = Target::Kept(applications(&world)[0].application());
    let calls = at_every_call(&world, &target, &Command::Erase, |world| {
        assert_eq!(former(world), BTreeMap::new());
    });
    assert!(calls > 2, "no call was made");
}
