//! All that is kept is checked, and what is damaged or lacking in the ledger comes back from the mirror.

use std::collections::BTreeMap;

use pollster::block_on;
use proptest::prelude::*;
use your_move::app::{
    Checked, Clock as _, Problem, Target, carry_out, catch_up, change_settings, check, erase_all, follow, overview,
};
use your_move::archive::{Choices, Digest, Folder, Head, Quarantined, open, seal};
use your_move::domain::{ApplicationId, Fault, Line, Repair, What};
use your_move::ledger::Command;

use super::desk::{Desk, page};
use super::failures::{commands, until_it_stops};
use super::mirror::{check_mirrored, check_same, heard, mirrored, world};
use super::newer::newer;
use super::rebuild::{command, step};
use super::sound::{applications, check_sound};
use super::world::{Model, Store, Trouble};

/// What was put aside: key and text.
fn aside(world: &Model) -> Vec<(String, String)> {
    let kept = world.kept();
    let named = kept.iter().filter(|(key, _)| key.starts_with("bad/"));
    let values = named.filter_map(|(_, text)| open::<Quarantined>(text).ok());
    values.map(|value| (value.key, value.text)).collect()
}

/// What a look at the ledger and a check come to.
fn look(world: &Model) -> Checked {
    block_on(overview(world)).expect("a ledger");
    let checked = block_on(check(world)).expect("checked");
    block_on(overview(world)).expect("a ledger");
    checked
}

#[track_caller]
fn check_whole(world: &Model, before: &BTreeMap<String, String>) {
    let without_sequence = |mut kept: BTreeMap<String, String>| {
        // Whoever lost the head knows no more how many commands there were.
        let head = open::<Head>(&kept["head"]).expect("a head");
        kept.insert("head".to_owned(), seal(&Head { sequence: 0, ..head }));
        kept
    };
    check_same(&without_sequence(mirrored(world)), &without_sequence(before.clone()));
    check_sound(world);
    check_mirrored(world);
}

/// Every key that the mirror has.
fn keys(world: &Model) -> Vec<String> {
    mirrored(world).into_keys().collect()
}

#[test]
fn where_nothing_is_wrong_nothing_is_written() {
    let world = world();
    world.give(Trouble::None);
    world.mirrored().give(Trouble::None);
    assert_eq!(look(&world), Checked::default());
    assert_eq!((world.writes(), world.mirrored().writes()), (0, 0));
    // A first mirror is made of the ledger, which is not written to.
    world.mirrored().forget("");
    assert_eq!(look(&world), Checked::default());
    assert_eq!(world.writes(), 0);
    check_mirrored(&world);
}

/// F4: a key is lost in silence.
#[test]
fn a_key_that_is_lost_comes_back() {
    let sound = world();
    let before = mirrored(&sound);
    for key in sound.kept().into_keys() {
        let world = sound.copy();
        world.forget(&key);
        let checked = look(&world);
        check_whole(&world, &before);
        // Of the third its tombstone is all there is: nobody misses it.
        let name = match key.split_once('/') {
            Some(("app" | "text", "101")) => Some("Gardener · Northwind"),
            Some(("app" | "text", "202")) => Some("Pilot · Northwind"),
            _ => None,
        };
        let told = Repair {
            on: checked.repair.on,
            restored: u32::from(name.is_some()),
            names: name.into_iter().map(str::to_owned).collect(),
            settings: key == "settings",
            ..Repair::default()
        };
        assert_eq!(checked.repair, told, "{key}");
    }
}

/// F4, F48, F49: a value is not as it was written, or somebody else's, or no text.
#[test]
fn what_is_damaged_is_put_aside_and_comes_back() {
    let sound = world();
    let before = mirrored(&sound);
    for key in keys(&sound) {
        let text = sound.kept()[&key].clone();
        let flipped = text.replace(['e', '1'], "f");
        for damage in [&flipped, "", "garbage", "[object Object]", text.split_at(1).1, "{}"] {
            let world = sound.copy();
            world.put(&key, damage);
            let checked = look(&world);
            check_whole(&world, &before);
            let is_lacking = damage == "{}" && key.contains('/');
            // The head is made anew by whoever looks at it.
            let is_aside = key != "head" && !is_lacking && !(key == "settings" && damage == "{}");
            if is_aside {
                assert_eq!(aside(&world), [(key.clone(), damage.to_owned())], "{key} {damage}");
                assert_eq!(checked.repair.damaged, std::slice::from_ref(&key));
            }
        }
    }
}

/// F4: whoever has lost only the head, and went on, is nobody's elder.
#[test]
fn what_is_chosen_after_the_head_was_lost_holds() {
    let world = world();
    world.forget("head");
    block_on(overview(&world)).expect("a ledger");
    let choose = |choices: &mut Choices| {
        choices.settings.company_spacing += 3;
        Ok(())
    };
    block_on(change_settings(&world, Box::new(choose))).expect("kept");
    let chosen = world.kept()["settings"].clone();
    assert!(!look(&world).repair.settings);
    assert_eq!(world.kept()["settings"], chosen);
    check_mirrored(&world);
}

/// What was deleted is not kept among what was put aside.
#[test]
fn a_damaged_description_of_what_was_deleted_is_not_put_aside() {
    let world = world();
    let id = applications(&world)[0].application();
    let key = Folder::of_texts(id).to_string();
    let text = world.kept()[&key].clone();
    assert!(text.contains("Trees"), "{text}");
    world.put(&key, &text.replacen(':', ";", 1));
    block_on(carry_out(&world, Target::Kept(id), Command::Erase)).expect("deleted");
    look(&world);
    let both = world.kept().into_iter().chain(mirrored(world.mirrored()));
    let told: Vec<(String, String)> = both
        .filter(|(_, text)| text.contains("Trees") && text.contains(&id.to_string()))
        .collect();
    assert_eq!(told, []);
}

/// F3: the last commands are gone from the ledger.
#[test]
fn commands_that_the_ledger_lost_come_back() {
    let world = world();
    let lost = world.kept();
    for _ in 0..2 {
        let (target, command) = heard(&world);
        let written = block_on(carry_out(&world, target, command))
            .expect("carried out")
            .written;
        block_on(follow(&world, &[written])).expect("followed");
    }
    let before = mirrored(&world);
    let after = world.copy();
    after.put_all(&lost);
    assert_eq!(look(&after).repair.restored, 1);
    check_whole(&after, &before);
    // Also where others were carried out since.
    let after = world.copy();
    after.put_all(&lost);
    let (target, command) = heard(&after);
    let written = block_on(carry_out(&after, target, command))
        .expect("carried out")
        .written;
    assert_eq!(block_on(follow(&after, &[written])), Ok(false));
    assert_eq!(look(&after).repair.restored, 1);
    assert_eq!(applications(&after)[0].events().len(), 5);
    check_sound(&after);
    check_mirrored(&after);
}

/// F3: so is what was chosen last.
#[test]
fn a_choice_that_the_ledger_lost_comes_back() {
    let world = world();
    let lost = world.kept();
    choose(&world, "Ada Lovelace");
    assert_eq!(block_on(follow(&world, &[])), Ok(true));
    check_mirrored(&world);
    let before = mirrored(&world);
    world.put_all(&lost);
    block_on(catch_up(&world)).expect("caught up");
    assert!(look(&world).repair.settings);
    check_whole(&world, &before);
    // What the mirror has missed counts nevertheless.
    choose(&world, "Ada Northwind");
    let before = mirrored(&world);
    assert_eq!(look(&world), Checked::default());
    check_whole(&world, &before);
}

fn choose(world: &Model, sender: &str) {
    let choose = |choices: &mut Choices| {
        choices.messages.sender = Line::new(sender);
        Ok(())
    };
    block_on(change_settings(world, Box::new(choose))).expect("chosen");
}

/// F44: nothing shrinks in silence.
#[test]
fn what_neither_copy_has_is_named() {
    let sound = world();
    let key = Folder::of_application(applications(&sound)[0].application()).to_string();
    let world = sound.copy();
    world.forget(&key);
    world.mirrored().forget(&key);
    let repair = look(&world).repair;
    assert_eq!((repair.restored, repair.lost), (0, 1));
    assert_eq!(repair.missing, ["Gardener · Northwind"]);
    check_sound(&world);
    // It is told once.
    assert_eq!(look(&world), Checked::default());
    // So are descriptions.
    let world = sound.copy();
    let texts = Folder::of_texts(applications(&sound)[0].application()).to_string();
    world.put(&texts, "garbage");
    world.mirrored().forget(&texts);
    assert_eq!(look(&world).repair.lost, 1);
    // What is damaged and nowhere else is put aside.
    let world = sound.copy();
    world.put(&key, "garbage");
    world.mirrored().forget(&key);
    let repair = look(&world).repair;
    assert_eq!((repair.lost, repair.damaged), (1, vec![key.clone()]));
    assert_eq!(aside(&world), [(key, "garbage".to_owned())]);
    check_sound(&world);
}

/// F7: the browser refuses whatever is read together with one key.
#[test]
fn a_key_that_the_browser_does_not_give_out_is_named_and_never_written() {
    let sound = world();
    for key in keys(&sound).into_iter().filter(|key| key.contains('/')) {
        let world = sound.copy();
        world.refuse(&key);
        world.give(Trouble::None);
        let kept = world.kept();
        let checked = block_on(check(&world)).expect("checked");
        let named: Vec<String> = checked.unreadable.iter().map(ToString::to_string).collect();
        assert_eq!(named, std::slice::from_ref(&key));
        assert_eq!((world.kept(), world.writes()), (kept, 0));
        // The mirror loses nothing of it.
        assert_eq!(mirrored(world.mirrored()), mirrored(sound.mirrored()));
    }
}

/// F7: commands on all others go on.
#[test]
fn a_folder_that_the_browser_does_not_give_out_is_in_nobodys_way() {
    let world = world();
    let [one, other] = [0, 1].map(|nth| applications(&world)[nth].application());
    let key = Folder::of_application(one).to_string();
    world.refuse(&key);
    let kept = world.kept()[&key].clone();
    let rejected = || Command::Log(vec![(world.today().0, What::Rejected { note: None })]);
    let done = block_on(carry_out(&world, Target::Kept(one), rejected()));
    assert_eq!(done, Err(Problem::Failed(Fault::Damaged { key: key.clone() })));
    // It is at the same company: what is due there is made anew without it.
    block_on(carry_out(&world, Target::Kept(other), rejected())).expect("carried out");
    assert_eq!(world.kept()[&key], kept);
}

#[test]
fn what_a_newer_version_wrote_in_either_is_left_alone() {
    let sound = world();
    for key in keys(&sound) {
        for mirror in [false, true] {
            let world = sound.copy();
            let store = if mirror { world.mirrored() } else { &world };
            store.put(&key, &newer());
            let kept = (world.kept(), world.mirrored().kept());
            assert_eq!(block_on(check(&world)), Err(Fault::Newer), "{key}");
            assert_eq!((world.kept(), world.mirrored().kept()), kept);
        }
    }
}

/// F44: whatever is made anew before anybody checks it, what was lost in silence stays counted.
#[test]
fn what_neither_copy_has_is_named_after_an_update_as_well() {
    let world = world();
    let ids: Vec<ApplicationId> = applications(&world).iter().map(|record| record.application()).collect();
    let key = Folder::of_application(ids[0]).to_string();
    world.forget(&key);
    world.mirrored().forget(&key);
    update(&world);
    // What others do meanwhile counts as ever.
    let heard = What::Heard {
        asks: true,
        answer_by: None,
        note: None,
    };
    let heard = Command::Log(vec![(world.today().0, heard)]);
    block_on(carry_out(&world, Target::Kept(ids[1]), heard)).expect("carried out");
    let repair = look(&world).repair;
    assert_eq!((repair.restored, repair.lost), (0, 1));
    assert_eq!(repair.missing, ["Gardener · Northwind"]);
    check_sound(&world);
    assert_eq!(look(&world), Checked::default());
}

/// Another version has taken its place: all that is derived is made anew.
fn update(world: &Model) {
    let head = open::<Head>(&world.kept()["head"]).expect("a head");
    let rules = Digest(head.rules.0 ^ 1);
    world.put("head", &seal(&Head { rules, ..head }));
    block_on(overview(world)).expect("a ledger made anew");
}

#[test]
fn after_whatever_was_done_an_update_is_no_loss() {
    let erased = world();
    block_on(erase_all(&erased)).expect("erased");
    let done = commands().map(|(world, target, command)| {
        block_on(carry_out(&world, target, command)).expect("carried out");
        world
    });
    for world in done.chain([erased, Model::on("2026-11-02")]) {
        if !world.kept().is_empty() {
            update(&world);
        }
        assert_eq!(block_on(check(&world)).expect("checked").repair, Repair::default());
        check_sound(&world);
    }
}

/// F4 and F11 at once: what is lost is named, and comes back once there is a mirror again.
#[test]
fn without_a_mirror_what_is_lost_is_named_and_comes_back_with_it() {
    let sound = world();
    let before = mirrored(&sound);
    let id = applications(&sound)[0].application();
    let keys = [Folder::of_application(id), Folder::of_texts(id)].map(|key| key.to_string());
    for (key, damage) in [
        (&keys[0], None),
        (&keys[0], Some("garbage")),
        (&keys[1], Some("garbage")),
    ] {
        // It may fail while it is read as well.
        for nth in 0..2 {
            let world = sound.copy();
            match damage {
                None => world.forget(key),
                Some(damage) => world.put(key, damage),
            }
            world.mirrored().give(Trouble::FailsFrom(nth));
            let checked = look(&world);
            assert!(matches!(checked.without_mirror, Some(Fault::NoMirror { .. })));
            let missing = ["Gardener · Northwind"];
            let missing = missing
                .iter()
                .filter(|_| *key == keys[0])
                .map(|name| (*name).to_owned());
            let told = Repair {
                on: world.today().0,
                unsure: Some(1),
                missing: missing.collect(),
                damaged: damage.iter().map(|_| key.clone()).collect(),
                ..Repair::default()
            };
            assert_eq!(checked.repair, told);
            check_sound(&world);
            // It is told once.
            assert_eq!(look(&world).repair, Repair::default());
            world.mirrored().give(Trouble::None);
            let repair = look(&world).repair;
            assert_eq!((repair.restored, repair.lost, repair.unsure), (1, 0, None));
            check_whole(&world, &before);
        }
    }
}

/// F4 and F11 at once: what holds by default takes the place of what was chosen in neither copy.
#[test]
fn without_a_mirror_what_was_chosen_waits_for_it() {
    let world = world();
    let chosen = world.kept()["settings"].clone();
    world.put("settings", "garbage");
    world.mirrored().give(Trouble::FailsFrom(0));
    assert!(look(&world).without_mirror.is_some());
    assert_eq!(world.kept()["settings"], "garbage");
    world.mirrored().give(Trouble::None);
    block_on(catch_up(&world)).expect("caught up");
    assert_eq!(world.mirrored().kept()["settings"], chosen);
    assert!(look(&world).repair.settings);
    assert_eq!(world.kept()["settings"], chosen);
    assert_eq!(aside(&world), [("settings".to_owned(), "garbage".to_owned())]);
}

/// F11.
#[test]
fn without_a_mirror_nothing_that_is_sound_is_written() {
    let world = world();
    world.give(Trouble::None);
    world.mirrored().give(Trouble::FailsFrom(0));
    let checked = look(&world);
    assert!(matches!(checked.without_mirror, Some(Fault::NoMirror { .. })));
    assert_eq!((checked.repair, checked.is_written), (Repair::default(), false));
    assert_eq!(world.writes(), 0);
}

/// F4: before there is any record.
#[test]
fn what_was_chosen_before_the_first_application_is_repaired() {
    let world = Model::on("2026-11-02");
    choose(&world, "Ada Northwind");
    block_on(follow(&world, &[])).expect("followed");
    let chosen = world.kept()["settings"].clone();
    world.put("settings", "garbage");
    assert!(look(&world).repair.settings);
    assert_eq!(world.kept()["settings"], chosen);
    assert_eq!(aside(&world), [("settings".to_owned(), "garbage".to_owned())]);
    // An emptied ledger is the user's to decide on, whatever became of the settings.
    for head in [true, false] {
        let world = self::world();
        world.forget("");
        world.put("settings", "garbage");
        if !head {
            world.mirrored().forget("head");
        }
        assert_eq!(look(&world), Checked::default());
        assert_eq!(world.kept()["settings"], "garbage");
        assert!(applications(&world).is_empty());
    }
}

/// F9: at every call of both.
#[test]
fn wherever_a_repair_fails_or_stops_another_one_restores_all() {
    let sound = world();
    let before = mirrored(&sound);
    let damaged = sound.copy();
    let id = applications(&sound)[0].application();
    damaged.put(&Folder::of_application(id).to_string(), "garbage");
    damaged.forget("settings");
    damaged.mirrored().forget(&Folder::of_texts(id).to_string());
    for is_mirror in [false, true] {
        for nth in 0.. {
            let troubles = Trouble::at(nth);
            let done = troubles.map(|trouble| {
                let world = damaged.copy();
                if is_mirror {
                    world.mirrored().give(trouble);
                } else {
                    world.give(trouble);
                }
                let done = until_it_stops(check(&world));
                let wrote = mirrored(&world);
                // Without a mirror what is damaged was put aside meanwhile.
                let is_alone = is_mirror && !wrote.contains_key("settings");
                assert!(
                    is_alone || wrote == before || wrote == mirrored(&damaged),
                    "{trouble:?}"
                );
                world.give(Trouble::None);
                world.mirrored().give(Trouble::None);
                look(&world);
                check_whole(&world, &before);
                done.is_some_and(|done| done.is_ok_and(|done| done.without_mirror.is_none()))
            });
            if done == [true; 3] {
                assert!(nth > 2, "no call was made");
                break;
            }
        }
    }
}

/// Somebody else writes while it is being checked.
#[test]
fn a_ledger_that_changes_meanwhile_is_checked_again() {
    let world = world();
    let id = applications(&world)[1].application();
    world.put(&Folder::of_application(id).to_string(), "garbage");
    let (target, command) = heard(&world);
    let mut done = None;
    let repaired = block_on(async {
        let mut checking = std::pin::pin!(check(&world));
        let mut turns = 0;
        std::future::poll_fn(|context| {
            turns += 1;
            if turns == 3 {
                done = Some(block_on(carry_out(&world, target.clone(), command.clone())).expect("carried out"));
            }
            checking.as_mut().poll(context)
        })
        .await
    });
    assert_eq!(repaired.expect("checked").repair.restored, 1);
    assert!(done.is_some());
    assert_eq!(applications(&world).len(), 3);
    assert_eq!(applications(&world)[0].events().len(), 3);
    check_sound(&world);
    check_mirrored(&world);
}

#[test]
fn what_is_deleted_is_not_left_among_what_was_put_aside() {
    let world = world();
    let id = applications(&world)[0].application();
    let key = Folder::of_application(id).to_string();
    world.put(&key, &format!("{} ", world.kept()[&key]));
    world.put("app/fff", "garbage");
    look(&world);
    assert!(format!("{:?}", aside(&world)).contains("Gardener"));
    assert!(world.kept()["repair"].contains("Gardener"));
    block_on(carry_out(&world, Target::Kept(id), Command::Erase)).expect("erased");
    assert_eq!(aside(&world), [("app/fff".to_owned(), "garbage".to_owned())]);
    assert!(!format!("{:?}", world.kept()).contains("Gardener"));
}

#[test]
fn what_is_put_aside_is_bounded() {
    let world = world();
    for number in 0..80 {
        world.put(&format!("app/{:03x}", 0x800 + number), &format!("garbage {number}"));
    }
    look(&world);
    // What has no place is not written over.
    let kept: Vec<String> = world.kept().into_values().collect();
    for number in 0..80 {
        let found = format!("garbage {number}");
        let is_aside = aside(&world).iter().any(|(_, text)| *text == found);
        assert!(is_aside || kept.contains(&found), "{number}");
    }
    for number in 0..3 {
        look(&world);
        world.sleep(1);
        world.put("app/fff", &format!("more garbage {number}"));
    }
    look(&world);
    let aside = aside(&world);
    assert_eq!(aside.len(), 64);
    for number in 0..3 {
        let latest = ("app/fff".to_owned(), format!("more garbage {number}"));
        assert!(aside.contains(&latest), "{number}");
    }
    check_sound(&world);
}

/// Two machines have kept one posting: whichever of the two is read first, it is found at the same one.
#[test]
fn two_that_keep_one_posting_are_no_damage() {
    for leaf in [1, 0x40] {
        let world = world();
        let other = Model::on("2026-11-03");
        (0..leaf).for_each(|_| other.turn_the_leaf());
        let posting = page("https://northwind.example/jobs/1", "Pilot", "Northwind", "");
        Desk::at(&other, posting).press("applied", "capture-card", &[]);
        let mut theirs = other.kept();
        theirs.retain(|key, _| key.starts_with("app/") && !world.kept().contains_key(key));
        for (key, text) in theirs {
            world.put(&key, &text);
        }
        look(&world);
        world.give(Trouble::None);
        assert_eq!(look(&world), Checked::default());
        assert_eq!(world.writes(), 0);
        check_sound(&world);
    }
}

/// Somebody else's keys are none of ours.
#[test]
fn other_peoples_keys_are_left_alone() {
    let world = world();
    world.put("app/x", "garbage");
    world.put("sample/app/101", "garbage");
    world.put("theirs", "garbage");
    assert_eq!(look(&world), Checked::default());
    assert_eq!(world.kept()["app/x"], "garbage");
}

/// What goes wrong behind the program's back.
#[derive(Clone, Debug)]
enum Harm {
    Lose { key: usize },
    Flip { key: usize, at: usize },
    Garble { key: usize },
    Back,
}

fn harm() -> impl Strategy<Value = Harm> {
    prop_oneof![
        any::<usize>().prop_map(|key| Harm::Lose { key }),
        (any::<usize>(), any::<usize>()).prop_map(|(key, at)| Harm::Flip { key, at }),
        any::<usize>().prop_map(|key| Harm::Garble { key }),
        Just(Harm::Back),
    ]
}

fn do_harm(store: &Store, harm: &Harm, earlier: &BTreeMap<String, String>) {
    let kept = mirrored(store);
    let nth = |nth: usize| kept.iter().nth(nth % kept.len().max(1));
    match harm {
        Harm::Lose { key } => {
            if let Some((key, _)) = nth(*key) {
                store.forget(key);
            }
        }
        Harm::Flip { key, at } => {
            if let Some((key, text)) = nth(*key) {
                let mut bytes = text.clone().into_bytes();
                let at = at % bytes.len().max(1);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = if *byte == b'x' { b'y' } else { b'x' };
                }
                store.put(key, &String::from_utf8_lossy(&bytes));
            }
        }
        Harm::Garble { key } => {
            if let Some((key, _)) = nth(*key) {
                store.put(key, "");
            }
        }
        Harm::Back => store.put_all(earlier),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_one_copy_loses_comes_back_from_the_other(
        steps in prop::collection::vec((step(), any::<bool>()), 1..12),
        harms in prop::collection::vec(harm(), 1..4),
        is_mirror in any::<bool>(),
        back in any::<prop::sample::Index>(),
    ) {
        let world = Model::on("2026-11-02");
        let mut earlier = Vec::new();
        for (step, _) in &steps {
            earlier.push((world.kept(), world.mirrored().kept()));
            let Some((target, command)) = command(&world, step) else { continue };
            let Ok(done) = block_on(carry_out(&world, target, command)) else { continue };
            block_on(follow(&world, &[done.written])).expect("followed");
        }
        check_mirrored(&world);
        let records = applications(&world);
        let (ledger, copy) = back.get(&earlier);
        let store = if is_mirror { world.mirrored() } else { &world };
        for harm in &harms {
            do_harm(store, harm, if is_mirror { copy } else { ledger });
        }
        let overview = block_on(overview(&world)).expect("a ledger");
        // An empty one waits for the user to say what is to become of it.
        prop_assume!(!overview.head.is_bare() || records.is_empty());
        let checked = block_on(check(&world)).expect("checked");
        prop_assert_eq!(checked.repair.lost, 0);
        prop_assert_eq!(applications(&world), records);
        check_sound(&world);
        check_mirrored(&world);
    }
}
