//! Whatever is done besides commands, and whatever command waits: at each step the storage fails, the world stops, or others go first. Nothing is
//! half done, and nothing is lost.

use std::collections::BTreeMap;
use std::pin::Pin;

use pollster::block_on;
use your_move::app::{Clock as _, Dashboard, Target, carry_out, change_settings, erase_all, remind};
use your_move::domain::{ApplicationId, Line, Prose, What};
use your_move::ledger::Command;
use your_move::view::Words;

use super::backup::backup_of;
use super::concurrency::all;
use super::desk::asked;
use super::failures::{commands, for_turns};
use super::mirror::{mirrored, world};
use super::sound::{applications, check_sound};
use super::world::{Model, Trouble};

/// More turns than any of it takes.
const LONG: usize = 5_000;

type Doing = Pin<Box<dyn Future<Output = ()>>>;

/// A button, the card that it is on, and what the form there says.
type Button = (&'static str, &'static str, Vec<(&'static str, String)>);

/// Something that is done, and the world that it is done in.
struct Deed {
    name: &'static str,
    before: Model,
    begin: Box<dyn Fn(Model) -> Doing>,
}

impl Deed {
    fn new<F: Future<Output = ()> + 'static>(
        name: &'static str,
        before: Model,
        begin: impl Fn(Model) -> F + 'static,
    ) -> Self {
        let begin = Box::new(move |world| Box::pin(begin(world)) as Doing);
        Self { name, before, begin }
    }
}

/// Does on the dashboard what these buttons ask for, each once all that the one before asked for is done.
async fn press(world: Model, buttons: Vec<Button>) {
    let mut board = Dashboard::open(world, Words::english(), "settings").await;
    board.look_again().await;
    for (name, card, fields) in buttons {
        while board.read_on().await.is_some() {}
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        board.act(asked(name, card, "", &fields)).await;
    }
    while board.read_on().await.is_some() {}
}

fn deeds() -> Vec<Deed> {
    let later = world();
    note(&later, applications(&later)[0].application());
    let file = backup_of(&later);
    let emptied = world();
    emptied.forget("");
    let damaged = world();
    damaged.put("settings", "garbage");
    vec![
        Deed::new("everything is deleted", world(), |world| async move {
            let _ = erase_all(&world).await;
        }),
        Deed::new("something else is chosen", world(), |world| async move {
            let choose = |choices: &mut your_move::archive::Choices| {
                choices.messages.sender = Line::new("Bea Northwind");
                Ok(())
            };
            let _ = change_settings(&world, Box::new(choose)).await;
        }),
        Deed::new("a backup is brought in", world(), move |world| {
            let file = vec![("file", file.clone())];
            press(
                world,
                vec![("restore", "restore", file), ("bring_in", "preview", Vec::new())],
            )
        }),
        Deed::new("all comes back from the mirror", emptied, |world| {
            press(world, vec![("restore_mirror", "recovery", Vec::new())])
        }),
        Deed::new("a check repairs it", damaged, |world| press(world, Vec::new())),
        Deed::new("a backup is put off", world(), |world| {
            press(world, vec![("put_off_backup", "", Vec::new())])
        }),
    ]
}

fn note(world: &Model, id: ApplicationId) {
    let (target, command) = noted(world, id);
    block_on(carry_out(world, target, command)).expect("carried out");
}

fn noted(world: &Model, id: ApplicationId) -> (Target, Command) {
    let text = Prose::new("Ask about the greenhouse.").expect("a text");
    (
        Target::Kept(id),
        Command::Log(vec![(world.today().0, What::Noted { text })]),
    )
}

/// What a person has there, without what tells how often it was written to.
fn belongings(world: &Model) -> BTreeMap<String, String> {
    let mut kept = mirrored(world);
    kept.remove("head");
    kept
}

/// F9, and F6.
#[test]
fn wherever_it_fails_or_stops_it_is_the_old_or_the_new_state() {
    for Deed { name, before, begin } in deeds() {
        let after = before.copy();
        block_on(begin(after.clone()));
        let (old, new) = (belongings(&before), belongings(&after));
        for nth in 0.. {
            let troubles = Trouble::at(nth);
            let are_over = troubles.map(|trouble| {
                let world = before.copy();
                world.give(trouble);
                let is_over = for_turns(LONG, begin(world.clone())).is_some();
                let found = belongings(&world);
                assert!(found == old || found == new, "{name}: {trouble:?}");
                let calls = world.calls().len();
                world.give(Trouble::None);
                if !found.is_empty() && found.get("settings").is_none_or(|text| text != "garbage") {
                    check_sound(&world);
                }
                is_over && calls <= nth
            });
            if are_over == [true; 3] {
                assert!(nth > 1, "{name}: no call was made");
                break;
            }
        }
    }
}

/// F9, F12: the nth call of a command is answered late, and others go on meanwhile: another window with the same application, and the worker.
#[test]
fn whatever_call_is_late_both_are_there() {
    for (world, target, command) in commands() {
        let alone = world.copy();
        block_on(carry_out(&alone, target.clone(), command.clone())).expect("carried out");
        let own = match &target {
            Target::Kept(id) => Some(*id),
            Target::Due(key) => Some(key.application),
            Target::New => None,
        };
        let ids = applications(&world).into_iter().filter(|record| !record.is_erased());
        let mut ids = ids.map(|record| record.application());
        let id = ids.find(|id| Some(*id) != own).expect("another application");
        for nth in 0..8 {
            let world = world.copy();
            world.give(Trouble::Delays(nth));
            let (to, this) = noted(&world, id);
            let carry = async |target, command| {
                carry_out(&world, target, command).await.expect("carried out");
            };
            block_on(all(vec![
                Box::pin(carry(target.clone(), command.clone())),
                Box::pin(carry(to, this)),
                Box::pin(async { remind(&world, Words::english()).await.expect("a reminder") }),
            ]));
            world.give(Trouble::None);
            check_sound(&world);
            let count =
                |world: &Model| -> usize { applications(world).iter().map(|record| record.events().len()).sum() };
            assert_eq!(count(&world), count(&alone) + 1, "late at {nth}");
        }
    }
}
