//! Where the ledger is empty or cannot be read: what is shown, and how it comes back.

use expect_test::expect;
use pollster::block_on;
use your_move::app::{Dashboard, Popup, Trace as _, check};
use your_move::archive::{Folder, read_backup};
use your_move::view::{Card, Words};

use super::desk::{Desk, asked, gardener, page, part, text, within};
use super::mirror::{check_mirrored, world};
use super::sound::{applications, check_sound};
use super::world::{Model, Trouble};

struct Board {
    world: Model,
    board: Dashboard<Model>,
}

impl Board {
    fn at(world: &Model, hash: &str) -> Self {
        let mut board = block_on(Dashboard::open(world.clone(), Words::english(), hash));
        block_on(board.look_again());
        let mut board = Self {
            world: world.clone(),
            board,
        };
        board.read();
        board
    }

    fn read(&mut self) {
        while block_on(self.board.read_on()).is_some() {}
    }

    fn press(&mut self, name: &str, card: &str) -> bool {
        let is_done = block_on(self.board.act(asked(name, card, "", &[])));
        self.read();
        is_done
    }

    fn all(&self, template: &str) -> Vec<Card> {
        within(&self.board.card(), template)
    }

    /// What the card says that tells of a ledger that is not there.
    fn recovery(&self) -> String {
        let card = self.all("recovery").remove(0);
        let parts = ["restore", "copies", "backup", "anew"];
        let parts: Vec<&str> = parts.into_iter().filter(|name| part(&card, name)).collect();
        let said = ["text", "found", "advice"].map(|slot| text(&card, slot));
        [said.join("\n"), parts.join(" ")].join("\n")
    }

    /// What is told quietly: the sentence, and what stands behind it.
    fn told(&self) -> Vec<[String; 2]> {
        let cards = self.all("repair").into_iter();
        cards
            .map(|card| ["text", "detail"].map(|slot| text(&card, slot)))
            .collect()
    }
}

/// F10: the browser's storage was emptied, and the mirror is there.
#[test]
fn an_emptied_ledger_comes_back_from_the_mirror() {
    let world = world();
    let records = applications(&world);
    world.forget("");
    // It is the first run for nobody.
    for hash in ["", "welcome", "applications"] {
        let board = Board::at(&world, hash);
        assert!(!part(&board.board.card(), "screen"), "{hash}");
        assert!(world.kept().is_empty(), "nothing is written before it is asked for");
        expect![[r#"
            What you kept is not where it should be.
            The second copy has 2 applications. The last entry is of Mon 2 Nov.
            The browser's storage is empty. A second copy is still here, and nothing of it was changed.
            restore copies backup"#]]
        .assert_eq(&board.recovery());
    }
    let popup = block_on(Popup::open(world.clone(), Words::english()));
    assert!(!part(&popup.card(), "first_run"));
    assert_eq!(within(&popup.card(), "recovery").len(), 1);

    let mut board = Board::at(&world, "");
    assert!(board.press("restore_mirror", "recovery"));
    assert!(board.all("recovery").is_empty());
    assert!(part(&board.board.card(), "screen"));
    assert_eq!(applications(&world), records);
    expect!["2 applications were damaged or missing and are back, from the second copy. Your settings are back, from the second copy."]
        .assert_eq(&board.told()[0][0]);
    check_sound(&world);
    check_mirrored(&world);
}

/// F10: the mirror lacked something, so that it has no head.
#[test]
fn a_mirror_without_a_head_is_one_all_the_same() {
    let world = world();
    let records = applications(&world);
    world.forget("");
    world.mirrored().forget("head");
    let mut board = Board::at(&world, "");
    assert!(board.press("restore_mirror", "recovery"));
    assert_eq!(applications(&world), records);
    check_sound(&world);
}

/// F10: both are gone.
#[test]
fn what_is_gone_in_both_is_said_plainly() {
    let world = world();
    Desk::at(&world, gardener());
    world.forget("");
    world.mirrored().forget("");
    let mut board = Board::at(&world, "");
    expect![[r#"
        What you kept is not here any more.

        The browser's storage was emptied, and so was the second copy. If you have a backup, restore it; otherwise you can begin anew.
        backup anew"#]]
    .assert_eq(&board.recovery());
    // A backup is restored among the settings.
    assert!(part(&Board::at(&world, "settings").board.card(), "screen"));
    assert!(board.press("begin_anew", "recovery"));
    assert!(board.all("recovery").is_empty());
    assert!(!world.had_ledger());
    assert!(part(&board.all("today-screen")[0], "first_run"));
}

/// F10: no page was opened since the first application was kept.
#[test]
fn the_first_application_leaves_a_trace() {
    assert!(Desk::applied("2026-11-02").world.had_ledger());
}

#[test]
fn who_is_new_or_has_deleted_everything_is_not_asked() {
    let board = Board::at(&Model::on("2026-11-02"), "");
    assert!(board.all("recovery").is_empty());
    assert!(part(&board.all("today-screen")[0], "first_run"));
    let world = world();
    Desk::at(&world, gardener());
    assert!(world.had_ledger());
    block_on(your_move::app::erase_all(&world)).expect("erased");
    world.forget("");
    assert!(Board::at(&world, "").all("recovery").is_empty());
}

/// F5, F6: the browser does not open its storage.
#[test]
fn a_ledger_that_cannot_be_read_can_be_saved_from_the_mirror() {
    let world = world();
    world.give(Trouble::FailsFrom(0));
    let mut board = Board::at(&world, "");
    assert_eq!(board.all("trouble").len(), 1);
    expect![[r#"
        A second copy of what you kept can be read.
        The second copy has 2 applications. The last entry is of Mon 2 Nov.
        Save it as a file if trying again does not help. Then remove the extension, add it again, and choose that file under “Your data”.
        copies"#]]
    .assert_eq(&board.recovery());
    assert!(board.press("copy_mirror", "recovery"));
    let (name, copy) = world.saved().remove(0);
    assert_eq!(name, "your-move-2026-11-02.json");
    let backup = read_backup(&copy).expect("a backup");
    assert_eq!(backup.applications.len(), 3, "with the tombstone");
    assert!(copy.contains("Trees and shrubs."));
    assert_eq!(world.writes(), 0);
    // Once it can be read again, all is as before.
    world.give(Trouble::None);
    assert!(board.press("retry", "recovery"));
    assert!(board.all("recovery").is_empty() && board.all("trouble").is_empty());
    assert_eq!(world.writes(), 0);
}

/// F21: what an update found stands in for what cannot be read in the form that it gave it, and for nothing else.
#[test]
fn what_was_found_in_a_former_form_is_saved_where_todays_cannot_be_read() {
    let saved = |is_updated: bool, is_spoilt: fn(&str) -> bool| {
        let world = world();
        if is_updated {
            world.mirrored().update();
        }
        let diver = page("https://quay.example/jobs/9", "Diver", "Quay Works", "");
        let mut desk = Desk::at(&world, diver);
        desk.press("applied", "capture-card", &[]);
        for key in world.mirrored().kept().into_keys().filter(|key| is_spoilt(key)) {
            world.mirrored().put(&key, "spoilt");
        }
        world.give(Trouble::FailsFrom(0));
        let mut board = Board::at(&world, "");
        let is_saved = board.press("copy_mirror", "recovery");
        is_saved.then(|| world.saved().remove(0).1)
    };
    let is_record = |key: &str| key.starts_with("app/") || key.starts_with("text/");
    assert_eq!(saved(false, is_record), None, "there is nothing to save");
    let copy = saved(true, is_record).expect("a copy");
    assert_eq!(read_backup(&copy).expect("a backup").applications.len(), 3);
    assert!(copy.contains("Trees and shrubs."));
    // What was written since is saved as it is now.
    let copy = saved(true, |_| false).expect("a copy");
    assert_eq!(read_backup(&copy).expect("a backup").applications.len(), 4);
}

/// F11: that is told quietly.
#[test]
fn a_mirror_that_fails_is_told_and_nothing_else_is_otherwise() {
    let world = world();
    world.mirrored().give(Trouble::FailsFrom(0));
    let mut board = Board::at(&world, "");
    assert!(part(&board.board.card(), "screen"));
    assert!(board.all("trouble").is_empty());
    expect![[r#"
        The second copy of what you keep could not be brought up to date. What you kept is where it was, and nothing is in your way. Restart the browser if it stays like this.
        the disk is on fire"#]]
    .assert_eq(&board.told()[0].join("\n"));
    assert!(board.press("dismiss_repair", "mirror"));
    assert!(board.told().is_empty());
}

/// F4: it is told in a sentence until the user has heard of it, whoever has repaired it.
#[test]
fn what_was_repaired_is_told_until_it_is_heard_of() {
    let world = world();
    let id = applications(&world)[0].application();
    let key = Folder::of_application(id).to_string();
    world.put(&key, "garbage");
    let board = Board::at(&world, "");
    assert_eq!(board.all("trouble").len(), 0);
    expect![[r#"
        One application was damaged or missing and is back, from the second copy.
        Found and repaired on Mon 2 Nov. Back: Gardener · Northwind. What was damaged was put aside as it was found: app/101."#]]
    .assert_eq(&board.told()[0].join("\n"));
    let mut board = Board::at(&world, "");
    assert_eq!(board.told().len(), 1);
    // The worker has repaired something else meanwhile.
    world.put("app/fff", "garbage");
    block_on(check(&world)).expect("checked");
    block_on(board.board.changed(&["repair".to_owned()]));
    assert!(
        board.told()[0][1].ends_with("app/101 and app/fff."),
        "{:?}",
        board.told()
    );
    assert!(board.press("dismiss_repair", "repair"));
    assert!(board.told().is_empty());
    assert!(Board::at(&world, "").told().is_empty());
    check_sound(&board.world);
}

/// F10 with F11: what the mirror has is not known.
#[test]
fn an_emptied_ledger_whose_mirror_cannot_be_read_is_neither_gone_nor_new() {
    let world = world();
    Desk::at(&world, gardener());
    let kept = (world.kept(), world.mirrored().kept());
    world.forget("");
    world.mirrored().give(Trouble::FailsFrom(0));
    let mut board = Board::at(&world, "");
    expect![[r#"
        What you kept is not where it should be.

        The browser's storage is empty, and the second copy cannot be read now. Restart the browser and look again, or restore a backup. If you begin anew and the second copy can be read later, what it has comes back.
        backup anew"#]].assert_eq(&board.recovery());
    assert!(!part(&board.board.card(), "screen"));
    // Who begins anew all the same loses nothing by it.
    assert!(board.press("begin_anew", "recovery"));
    Desk::at(
        &world,
        page("https://harbour.example/jobs/2", "Cook", "Harbour Mill", ""),
    )
    .press("applied", "capture-card", &[]);
    world.mirrored().give(Trouble::None);
    let board = Board::at(&world, "");
    assert_eq!(applications(&world).len(), 4);
    expect![[r#"
        2 applications were damaged or missing and are back, from the second copy. Your settings are back, from the second copy.
        Found and repaired on Mon 2 Nov. Back: Gardener · Northwind and Pilot · Northwind."#]].assert_eq(&board.told()[0].join("\n"));
    check_sound(&world);
    check_mirrored(&world);
    // Nor is it a first run where a newer version wrote there.
    let newer = Model::on("2026-11-02");
    newer.mirrored().put_all(&kept.1);
    newer.mirrored().put("head", &super::newer::newer());
    assert_eq!(Board::at(&newer, "").all("recovery").len(), 1);
}

/// F7: whatever key it is, what is kept is shown and nothing is written.
#[test]
fn no_key_that_cannot_be_read_hides_what_is_kept() {
    let sound = world();
    for key in sound.kept().into_keys() {
        let world = sound.copy();
        let kept = world.kept();
        world.refuse(&key);
        let board = Board::at(&world, "applications");
        assert!(part(&board.board.card(), "screen"), "{key}");
        assert_eq!(board.all("application-row").len(), 2, "{key}");
        let told = board.all("trouble").len() + board.all("repair").len();
        assert!(told > 0 || key.starts_with("link/"), "{key} is not named");
        assert_eq!(world.kept(), kept, "{key}");
    }
}

/// F7: the others are shown, and commands on them go on.
#[test]
fn one_key_that_cannot_be_read_hides_no_other() {
    let world = world();
    let [one, other] = [0, 1].map(|nth| applications(&world)[nth].application());
    world.refuse(&Folder::of_application(one).to_string());
    let board = Board::at(&world, "applications");
    assert_eq!(board.all("trouble").len(), 1);
    assert!(part(&board.board.card(), "screen"));
    assert_eq!(board.all("application-row").len(), 2);
    let shown = Board::at(&world, &format!("application/{other}"));
    assert_eq!(shown.all("kept-card").len(), 1);
    // Its descriptions alone cannot be read.
    let world = super::mirror::world();
    world.refuse(&Folder::of_texts(other).to_string());
    let shown = Board::at(&world, &format!("application/{other}"));
    assert_eq!(shown.all("kept-card").len(), 1);
}
