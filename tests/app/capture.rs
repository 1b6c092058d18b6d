//! From a page to an application.

use expect_test::expect;
use your_move::capture::PageSnapshot;
use your_move::ledger::fold;

use super::desk::{Desk, gardener, page, part, text, value};
use super::sound::applications;
use super::world::Model;

#[test]
fn applying_today_says_what_comes_next() {
    let desk = Desk::applied("2026-11-02");
    expect!["Saved. You applied today. | "].assert_eq(&desk.notice());
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
    assert_eq!(desk.text("kept-card", "company"), "Northwind");
    assert_eq!(desk.moves(), [""; 0]);
    assert_eq!(desk.world.badge().0, "");
}

#[test]
fn applied_twelve_business_days_ago_is_due_at_once() {
    let mut desk = Desk::at(&Model::on("2026-11-18"), gardener());
    desk.press("applied", "capture-card", &[("applied_on", "2026-11-02")]);
    expect!["Ask where things stand — late since Mon: You applied on Mon 2 Nov; 12 business days have passed. It is the only check-in while they are silent."].assert_eq(&desk.moves().join("\n"));
    expect![[r#"
        Your Move: 1 follow-up due
        Ask where things stand: Gardener · Northwind
        You applied on Mon 2 Nov; 12 business days have passed."#]]
    .assert_eq(&desk.world.badge().1);
    assert_eq!(desk.world.badge().0, "1");
}

#[test]
fn every_field_can_be_put_right() {
    let more = r#","jobLocation":{"address":{"addressLocality":"Porto"}},"validThrough":"2026-12-31"
        ,"baseSalary":{"currency":"EUR","value":{"minValue":30000,"maxValue":35000,"unitText":"YEAR"}}"#;
    let posting = page("https://northwind.example/jobs/1", "Gardener", "Northwind", more);
    let mut desk = Desk::at(&Model::on("2026-11-02"), posting);
    desk.press(
        "save",
        "capture-card",
        &[
            ("title", "Head gardener"),
            ("company", "Northwind Labs"),
            ("place", "Lisbon; Porto"),
            ("workplace", "hybrid"),
            ("pay", "36,000–40,000 EUR a year"),
            ("closes", "2026-12-04"),
            ("contact", "Dana Kim"),
            ("language", "Deutsch (CH)"),
        ],
    );
    let kept = &applications(&desk.world)[0];
    let language = fold(kept.application(), kept.events()).facts.language;
    assert_eq!(language.map(String::from).as_deref(), Some("de-CH"));
    let card = desk.first("kept-card");
    expect![[r#"
        Head gardener
        Northwind Labs
        Lisbon · Porto · Hybrid · 36,000–40,000 EUR a year · closes Fri 4 Dec
        Your next move is due on Tue 1 Dec: apply, or let it go."#]]
    .assert_eq(
        &["title", "company", "facts", "next"]
            .map(|slot| text(&card, slot))
            .join("\n"),
    );
    assert_eq!(applications(&desk.world).len(), 1);
}

#[test]
fn person_description_and_form_can_be_put_right() {
    let more = r#","description":"<p>Roses.</p><p>Hedges.</p>","applicationContact":{"name":"Dana Kim","telephone":"555 0100"}"#;
    let posting = || page("https://northwind.example/jobs/1", "Gardener", "Northwind", more);
    let mut desk = Desk::at(&Model::on("2026-11-02"), posting());
    let card = desk.first("capture-card");
    assert_eq!(value(&card, "description"), "Roses.\n\nHedges.");
    let typed = [
        ("contact_email", "dana@northwind.example"),
        ("description", "Roses alone."),
        ("apply", "https://northwind.example/apply/1"),
    ];
    desk.press("save", "capture-card", &typed);
    let kept = applications(&desk.world).remove(0);
    let written = format!("{:?}", kept.events());
    for said in [
        "dana@northwind.example",
        "555 0100",
        "https://northwind.example/apply/1",
    ] {
        assert!(written.contains(said), "{said} in {written}");
    }
    // The description is the one that the user wrote, once.
    let kept = desk.world.kept().into_iter();
    let texts: String = kept
        .filter(|(key, _)| key.starts_with("text/"))
        .map(|(_, text)| text)
        .collect();
    assert!(texts.contains("Roses alone.") && !texts.contains("Hedges"), "{texts}");

    let mut desk = Desk::at(&Model::on("2026-11-02"), posting());
    desk.press("save", "capture-card", &[("apply", "javascript:alert(1)")]);
    assert!(!text(&desk.first("capture-card"), "apply_error").is_empty());
}

#[test]
fn the_language_is_shown_by_its_name_and_kept_as_a_tag() {
    let said = |typed: &str| {
        let posting = PageSnapshot {
            language: "pt-BR".to_owned(),
            ..gardener()
        };
        let mut desk = Desk::at(&Model::on("2026-11-02"), posting);
        assert_eq!(value(&desk.first("capture-card"), "language"), "Português (BR)");
        desk.press("save", "capture-card", &[("language", typed)]);
        match applications(&desk.world).first() {
            Some(kept) => Ok(fold(kept.application(), kept.events()).facts.language.map(String::from)),
            None => Err(text(&desk.first("capture-card"), "language_error")),
        }
    };
    assert_eq!(said("Português (BR)"), Ok(Some("pt-BR".to_owned())));
    assert_eq!(said("english"), Ok(Some("en".to_owned())));
    assert_eq!(said("de-AT"), Ok(Some("de-AT".to_owned())));
    assert_eq!(said(""), Ok(None));
    expect!["Write the language as in “Deutsch” or “de-CH”, or leave it empty."]
        .assert_eq(&said("as they speak there").unwrap_err());
}

#[test]
fn what_is_left_as_it_was_read_is_no_correction() {
    let mut desk = Desk::at(&Model::on("2026-11-02"), gardener());
    desk.press("save", "capture-card", &[]);
    assert_eq!(applications(&desk.world)[0].events().len(), 1);
}

#[test]
fn saved_for_later_and_then_applied() {
    let mut desk = Desk::at(&Model::on("2026-11-02"), gardener());
    desk.press("save", "capture-card", &[]);
    assert!(part(&desk.first("kept-card"), "can_apply"));
    desk.come_back("2026-11-05", gardener());
    desk.press("applied", "kept-card", &[]);
    assert!(!part(&desk.first("kept-card"), "can_apply"));
    expect![[r#"
        Thu 5 Nov You applied
        Mon 2 Nov You saved the posting"#]]
    .assert_eq(&desk.timeline().join("\n"));
    expect!["If you hear nothing, a check-in is due on Tue 17 Nov: seven business days after you applied. It was moved from a Monday to the next business day."].assert_eq(&desk.text("kept-card", "next"));
}

#[test]
fn a_kept_page_is_shown_and_not_kept_twice() {
    let mut other = Desk::at(&Model::on("2026-11-02"), gardener());
    let mut desk = Desk::at(&other.world, gardener());
    desk.press("applied", "capture-card", &[]);
    // The other window still shows the posting as new.
    other.press("save", "capture-card", &[]);
    assert_eq!(applications(&desk.world).len(), 1);
    assert_eq!(other.text("kept-card", "title"), "Gardener");
    expect!["This page is saved already; here it is. | "].assert_eq(&other.notice());
}

#[test]
fn the_same_posting_is_known_by_its_address_without_what_tracks() {
    let mut desk = Desk::applied("2026-11-02");
    let tracked = page(
        "https://northwind.example/jobs/1?utm_source=feed#apply",
        "Gardener",
        "Northwind",
        "",
    );
    desk.come_back("2026-11-03", tracked);
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
}

#[test]
fn a_posting_that_wants_no_calls_offers_to_do_as_it_asks() {
    let more = r#","description":"<p>Apply online. No calls, please.</p>""#;
    let posting = page("https://northwind.example/jobs/1", "Gardener", "Northwind", more);
    let card = |desk: &Desk| part(&desk.first("capture-card"), "do_not_contact");
    let desk = Desk::at(&Model::on("2026-11-02"), posting);
    expect!["The posting asks not to be called or contacted."].assert_eq(&desk.text("capture-card", "caution"));
    assert!(card(&desk));
    assert!(!card(&Desk::at(&Model::on("2026-11-02"), gardener())));

    for (typed, due) in [(&[("consent", "no")][..], 0), (&[], 1)] {
        let mut desk = Desk::at(
            &Model::on("2026-11-18"),
            page("https://northwind.example/jobs/1", "Gardener", "Northwind", more),
        );
        desk.press(
            "applied",
            "capture-card",
            &[typed, &[("applied_on", "2026-11-02")]].concat(),
        );
        assert_eq!(desk.moves().len(), due);
    }
}

#[test]
fn what_is_typed_after_a_button_was_pressed_counts() {
    let mut desk = Desk::at(&Model::on("2026-11-02"), gardener());
    desk.hold("applied", "capture-card");
    desk.press("applied", "capture-card", &[("title", "Head Gardener")]);
    assert_eq!(desk.text("kept-card", "title"), "Head Gardener");
}
