//! The page of the settings as a person uses it: what they choose, what is kept of it, and what is said.

use expect_test::{Expect, expect};
use pollster::block_on;
use your_move::app::{Look as _, SettingsPage, change_settings, remind};
use your_move::archive::{Choices, open_choices};
use your_move::domain::{Line, Manner, Occasion, RuleId};
use your_move::etiquette::{Case, Due, Holiday, QuietPeriod};
use your_move::view::{Appearance, Card, Words};

use super::desk::{Desk, asked, part, text, value};
use super::newer::newer;
use super::world::{Model, Trouble};

struct Page {
    world: Model,
    page: SettingsPage<Model>,
}

impl Page {
    fn of(world: &Model) -> Self {
        let world = world.clone();
        let mut page = SettingsPage::new(world.clone(), Words::english());
        block_on(page.look_again());
        Self { world, page }
    }

    /// On a day on which nothing is kept yet.
    fn new() -> Self {
        Self::of(&Model::on("2026-11-02"))
    }

    /// Sends a form, or presses a button, of the card with that key; an empty one is the page itself.
    fn act(&mut self, name: &str, key: &str, fields: &[(&str, &str)]) -> bool {
        block_on(self.page.act(asked(name, key, "", fields)))
    }

    /// The card with that key.
    fn card(&self, key: &str) -> Card {
        fn find(card: &Card, key: &str) -> Option<Card> {
            let mut inner = card.lists.iter().flat_map(|(_, cards)| cards);
            inner.find_map(|card| {
                if card.key == key {
                    Some(card.clone())
                } else {
                    find(card, key)
                }
            })
        }
        find(&self.page.card(), key).unwrap_or_else(|| panic!("no {key} in {:#?}", self.page.card()))
    }

    /// The keys and texts of the cards of a list of the page.
    fn list(&self, name: &str) -> Vec<Card> {
        let card = self.page.card();
        let (_, cards) = card.lists.iter().find(|(known, _)| *known == name).expect("a list");
        cards.clone()
    }

    fn notice(&self) -> String {
        let notices = self.list("notice");
        notices.first().map_or(String::new(), |notice| {
            [text(notice, "text"), text(notice, "next")].concat()
        })
    }

    fn kept(&self) -> Choices {
        let kept = self.world.kept();
        kept.get("settings")
            .map_or_else(Choices::default, |text| open_choices(text).expect("choices"))
    }

    /// The key of the number's card that stands for a number of a rule: the n-th of its card.
    fn number(&self, rule: &str, nth: usize) -> String {
        let cases = &self.card(rule).lists[0].1;
        let numbers: Vec<&Card> = cases.iter().flat_map(|case| &case.lists[0].1).collect();
        numbers[nth].key.clone()
    }
}

/// What is asked, what is said of it, and that it can be taken back.
#[track_caller]
fn check(name: &str, key: &str, fields: &[(&str, &str)], said: &Expect) {
    let mut page = Page::new();
    assert!(page.act(name, key, fields), "{}", page.notice());
    said.assert_eq(&page.notice());
    assert_ne!(page.kept(), Choices::default());
    assert_eq!(text(&page.list("notice")[0], "remedy"), "Undo");
    let undone = format!("Undone: {}", page.notice());
    assert!(page.act("undo", "notice 1", &[]));
    assert_eq!(page.notice(), undone);
    assert_eq!(text(&page.list("notice")[0], "remedy"), "");
    assert_eq!(page.kept(), Choices::default());
}

#[test]
fn each_choice_is_kept_and_said_and_taken_back() {
    check(
        "day_begins",
        "day_begins",
        &[("day_begins", "10:00")],
        &expect!["From 10:00 on the icon counts what is new that day. No date changes."],
    );
    check(
        "soft_weekday",
        "soft_weekday",
        &[("soft_weekday", "fri")],
        &expect!["On a Friday nobody is asked where things stand."],
    );
    check(
        "soft_weekday",
        "soft_weekday",
        &[("soft_weekday", "")],
        &expect!["No weekday is spared any more."],
    );
    check(
        "keep_warm",
        "keep_warm",
        &[("keep_warm", "on")],
        &expect!["You keep in touch with those who turn you down."],
    );
    check("quiet", "quiet", &YEAR_END, &expect!["Saved: 21 Dec to 1 Jan."]);
    check(
        "days_off",
        "days_off",
        &[("days", "2026-12-24 Christmas Eve\r\n2026-12-31")],
        &expect!["Saved: 2 days off."],
    );
    check(
        "days_off",
        "days_off",
        &[("days", "2026-12-31 to 2027-01-03 Away")],
        &expect!["Saved: 4 days off."],
    );
    check(
        "countries",
        "countries",
        &[("country", "CH")],
        &expect!["Public holidays added: Switzerland."],
    );
    check(
        "sender",
        "sender",
        &[("sender", " Ada King ")],
        &expect!["Saved: Ada King."],
    );
    check("manner", "manner", &[("manner", "brief")], &expect!["Saved: Brief."]);
    check(
        "words",
        "thank warm",
        &[("subject", "Thanks"), ("body", "Thank you for {job}.")],
        &expect!["Your own words are saved."],
    );
    let (due, apart) = (Page::new().number("r4", 0), Page::new().number("company", 0));
    check(
        "number",
        &due,
        &[("value", "6")],
        &expect!["You applied, and no closing day is known: 6 in place of 7."],
    );
    check(
        "number",
        &apart,
        &[("value", " 0 ")],
        &expect!["Several applications at one company: 0 in place of 5."],
    );
}

const YEAR_END: [(&str, &str); 4] = [
    ("from_day", "21"),
    ("from_month", "12"),
    ("to_day", "1"),
    ("to_month", "1"),
];

/// What cannot be kept, and what is said beside it. What was typed stays, and nothing is written.
#[track_caller]
fn check_refused(name: &str, key: &str, fields: &[(&'static str, &str)], said: &str) {
    let mut page = Page::new();
    let before = page.world.kept();
    page.act(name, key, fields);
    let card = page.card(key);
    assert_eq!(text(&card, "error"), said);
    for (name, typed) in fields.iter().filter(|(name, _)| *name != "file") {
        assert_eq!(value(&card, name), *typed);
    }
    assert_eq!(page.world.kept(), before);
    assert_eq!(page.notice(), "");
}

#[test]
fn what_cannot_be_lived_by_is_said_beside_it_and_nothing_is_kept() {
    check_refused(
        "day_begins",
        "day_begins",
        &[("day_begins", "?")],
        "Choose a full hour, such as 08:00.",
    );
    let no_day = "The year has no such day.";
    check_refused(
        "quiet",
        "quiet",
        &[
            ("from_day", "31"),
            ("from_month", "2"),
            ("to_day", "1"),
            ("to_month", "3"),
        ],
        no_day,
    );
    check_refused(
        "quiet",
        "quiet",
        &[
            ("from_day", "1"),
            ("from_month", "2"),
            ("to_day", ""),
            ("to_month", "3"),
        ],
        no_day,
    );
    check_refused(
        "quiet",
        "quiet",
        &[
            ("from_day", "1"),
            ("from_month", "1"),
            ("to_day", "2"),
            ("to_month", "7"),
        ],
        "More than half of the year would be quiet. Shorten the period, or take another one out.",
    );
    let line = "Line 2 does not begin with a day. Write it as in “2026-12-24 Christmas Eve”.";
    check_refused("days_off", "days_off", &[("days", "2026-12-24\nBoxing Day")], line);
    check_refused("days_off", "days_off", &[("days", " \n")], "Write something first.");
    let stretch = "Line 1 names more than one day. Write the first and the last as in “2026-12-24 to 2027-01-01 Christmas”, or each day in a line of its own.";
    for two in [
        "2026-12-31 until sometime, maybe 2027-01-03",
        "2026-12-31, 2027-01-03",
        "2027-01-03 to 2026-12-31",
    ] {
        check_refused("days_off", "days_off", &[("days", two)], stretch);
    }
    for far in ["1066-10-14", "9999-12-31", "2026-12-31 to 3026-12-31"] {
        check_refused(
            "days_off",
            "days_off",
            &[("days", &format!("2026-12-24\n{far}"))],
            "Line 2 is more than ten years from now. Look at the year.",
        );
    }
    let no_calendar = "This is no calendar file. Choose one whose name ends in .ics.";
    check_refused("file", "file", &[("file", "<html>")], no_calendar);
    let due = Page::new().number("r4", 0);
    check_refused("number", &due, &[("value", "0")], "Choose a number from 1 to 90.");
    check_refused("number", &due, &[("value", "91")], "Choose a number from 1 to 90.");
    check_refused("number", &due, &[("value", "?")], "Write a whole number.");
    check_refused("number", &due, &[("value", "-3")], "Write a whole number.");
    let apart = Page::new().number("company", 0);
    check_refused("number", &apart, &[("value", "61")], "Choose a number from 0 to 60.");
    let unknown = "There is no {persom}. You can use {person}, {role}, {company}, {job}, {round}, {on}, {time}, {date}, {point}, {referrer}, {task} and {sender}.";
    check_refused(
        "words",
        "thank warm",
        &[("subject", "Hi"), ("body", "[[{persom}]]")],
        unknown,
    );
}

#[test]
fn what_is_wrong_in_one_form_stays_while_another_is_kept_and_is_gone_once_it_is_right() {
    let mut page = Page::new();
    let (due, late) = (page.number("r4", 0), page.number("r4", 1));
    page.act("number", &due, &[("value", "999")]);
    page.act("number", &late, &[("value", "4")]);
    assert_eq!(value(&page.card(&due), "value"), "999");
    assert!(page.card(&due).fields[0].invalid);
    assert_eq!(value(&page.card(&late), "value"), "4");
    page.act("number", &due, &[("value", "9")]);
    assert_eq!(text(&page.card(&due), "error"), "");
    assert_eq!(
        page.kept()
            .settings
            .rules
            .get(RuleId::R4, Case::Usual)
            .map(|rule| rule.due),
        Some(Due::BusinessDays(9))
    );
    assert_eq!(text(&page.card(&due), "usual"), "7 by default");
    // What differs goes back, rule by rule or all at once.
    page.act("number", &due, &[("value", "999")]);
    assert!(part(&page.card("r4"), "usual") && !part(&page.card("r5"), "usual"));
    page.act("usual", "r4", &[]);
    assert_eq!(text(&page.card(&due), "error"), "");
    assert_eq!(page.kept(), Choices::default());
    let apart = page.number("company", 0);
    page.act("number", &apart, &[("value", "9")]);
    page.act("number", &due, &[("value", "9")]);
    assert!(part(&page.page.card(), "usual"));
    page.act("usual", "", &[]);
    assert_eq!(page.kept(), Choices::default());
    assert!(!part(&page.page.card(), "usual"));
    page.act("undo", "", &[]);
    assert_eq!(page.kept().settings.company_spacing, 9);
}

#[test]
fn a_refusal_is_the_last_word() {
    let mut page = Page::new();
    let due = page.number("r4", 0);
    let refused = [
        ("days_off", "days_off", [("days", "soon")]),
        ("number", &due, [("value", "999")]),
        ("file", "file", [("file", "?")]),
    ];
    for (name, key, fields) in refused {
        page.act("sender", "sender", &[("sender", name)]);
        assert_eq!(page.notice(), format!("Saved: {name}."));
        page.act(name, key, &fields);
        assert_ne!(text(&page.card(key), "error"), "");
        assert_eq!(page.notice(), "", "beside what is wrong with {name}");
    }
}

#[test]
fn what_is_taken_back_takes_nothing_else_with_it() {
    let mut page = Page::new();
    let due = page.number("r4", 0);
    page.act(
        "preview",
        "thank warm",
        &[("subject", "Thanks"), ("body", "Thank you for")],
    );
    page.act("number", &due, &[("value", "999")]);
    page.act("sender", "sender", &[("sender", "Ada")]);
    page.act("undo", "notice 1", &[]);
    assert_eq!(value(&page.card("thank warm"), "body"), "Thank you for");
    assert_eq!(value(&page.card(&due), "value"), "999");
}

#[test]
fn what_cannot_be_taken_back_any_more_is_said() {
    let mut page = Page::new();
    let period = |month: &'static str| {
        [
            ("from_day", "1"),
            ("from_month", month),
            ("to_day", "30"),
            ("to_month", "4"),
        ]
    };
    page.act("quiet", "quiet", &period("1"));
    page.act("not_quiet", "1 Jan to 30 Apr", &[]);
    let elsewhere = |choices: &mut Choices| {
        choices.settings.calendar.quiet = vec![QuietPeriod {
            from: (7, 1),
            to: (10, 31),
        }];
        Ok(())
    };
    block_on(change_settings(&page.world, Box::new(elsewhere))).expect("a change");
    assert!(!page.act("undo", "notice 2", &[]));
    assert!(
        page.notice().starts_with("More than half of the year would be quiet."),
        "{}",
        page.notice()
    );
    assert_eq!(text(&page.list("notice")[0], "remedy"), "");
    // What was chosen elsewhere is seen by now.
    assert_eq!(text(&page.list("quiet")[0], "period"), "1 Jul to 31 Oct");
}

#[test]
fn countries_stand_in_the_order_of_their_names() {
    let mut page = Page::new();
    for language in ["en", "de"] {
        page.act("language", "language", &[("language", language)]);
        let form = page.card("countries");
        let names: Vec<String> = form.lists[0].1.iter().map(|choice| text(choice, "name")).collect();
        let mut sorted = names.clone();
        sorted.sort_by_key(|name| name.replace('Ö', "O"));
        assert_eq!(names, sorted);
    }
}

#[test]
fn countries_are_ticked_while_all_their_days_are_there() {
    let mut page = Page::new();
    let ticked = |page: &Page| -> Vec<String> {
        let form = page.card("countries");
        let choices = form.lists[0].1.iter();
        choices
            .filter(|choice| !choice.fields[0].values.is_empty())
            .map(|choice| text(choice, "name"))
            .collect()
    };
    page.act("days_off", "days_off", &[("days", "2026-12-24 Christmas Eve")]);
    page.act("countries", "countries", &[("country", "AT"), ("country", "DE")]);
    assert_eq!(page.notice(), "Public holidays added: Austria and Germany.");
    assert_eq!(ticked(&page), ["Austria", "Germany"]);
    let both = page.kept().settings.calendar.holidays.iter().count();
    page.act("countries", "countries", &[("country", "DE")]);
    assert_eq!(ticked(&page), ["Germany"]);
    assert_eq!(page.notice(), "Public holidays taken out: Austria.");
    page.act("undo", "", &[]);
    assert_eq!(page.kept().settings.calendar.holidays.iter().count(), both);
    page.act("no_day_off", "2026-01-01", &[]);
    assert_eq!(ticked(&page), Vec::<String>::new());
    page.act("no_days_off", "", &[]);
    assert_eq!(page.kept(), Choices::default());
    assert!(!part(&page.page.card(), "days_off"));
}

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261224\r\nSUMMARY:Christmas Eve\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nDTSTART:20261231\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Some day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn a_calendar_file_says_what_it_has_before_anything_is_kept() {
    let mut page = Page::new();
    page.act("days_off", "days_off", &[("days", "2026-12-31")]);
    assert!(page.act("file", "file", &[("file", CALENDAR)]));
    let found = page.card("found");
    expect!["The file has 2 days off, 1 of them new. One entry could not be read and was left out."]
        .assert_eq(&text(&found, "found"));
    assert!(part(&found, "take"));
    assert_eq!(page.kept().settings.calendar.holidays.to_string(), "2026-12-31");
    page.act("take_found", "found", &[]);
    assert_eq!(page.notice(), "Saved: one day off.");
    assert_eq!(
        page.kept().settings.calendar.holidays.to_string(),
        "2026-12-24 Christmas Eve\n2026-12-31"
    );
    assert!(page.list("found").is_empty());
    // Or it is put away.
    page.act("file", "file", &[("file", CALENDAR)]);
    assert_eq!(
        text(&page.card("found"), "found"),
        "The file has 2 days off, and nothing new. One entry could not be read and was left out."
    );
    assert!(!part(&page.card("found"), "take"));
    page.act("cancel", "found", &[]);
    assert!(page.list("found").is_empty());
    page.act("file", "file", &[("file", "BEGIN:VCALENDAR\nEND:VCALENDAR")]);
    expect!["The file has no days off from Monday to Friday that matter now."]
        .assert_eq(&text(&page.card("found"), "found"));
}

/// What is said of a file with a day off and these further lines.
#[track_caller]
fn check_found(more: &str, said: &str) {
    let mut page = Page::new();
    let first = "DTSTART:20261224\nEND:VEVENT";
    page.act(
        "file",
        "file",
        &[(
            "file",
            &format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{first}\n{more}END:VCALENDAR"),
        )],
    );
    assert_eq!(text(&page.card("found"), "found"), said);
}

#[test]
fn what_a_calendar_file_has_is_said_in_whole_sentences() {
    check_found("", "The file has one new day off.");
    let hour = "BEGIN:VEVENT\nDTSTART:20261223T090000\nDURATION:PT1H\nEND:VEVENT\n";
    check_found(
        hour,
        "The file has one new day off. One appointment was left out: it takes no whole day.",
    );
    check_found(
        &hour.repeat(2),
        "The file has one new day off. 2 appointments were left out: they take no whole day.",
    );
}

#[test]
fn words_are_tried_with_an_example_and_stay_while_others_are_looked_at() {
    let mut page = Page::new();
    let typed = [
        ("subject", "Thanks[[ for {point}]]"),
        ("body", "Dear[[ {person}]],\r\n\r\nthank you for {job}."),
    ];
    page.act("preview", "thank warm", &typed);
    let form = page.card("thank warm");
    assert_eq!(
        text(&form, "preview_subject"),
        "Thanks for how you test before a release"
    );
    assert_eq!(
        text(&form, "preview_body"),
        "Dear Dana Kim,\n\nthank you for the role of Backend Engineer at Northwind Labs."
    );
    assert!(part(&form, "unkept") && part(&form, "ours"));
    assert_eq!(page.kept(), Choices::default());
    page.act("pick", "pick", &[("occasion", "hand_in"), ("of_manner", "brief")]);
    assert!(!part(&page.card("hand_in brief"), "ours"));
    page.act("pick", "pick", &[("occasion", "thank"), ("of_manner", "warm")]);
    assert_eq!(
        value(&page.card("thank warm"), "body"),
        "Dear[[ {person}]],\n\nthank you for {job}."
    );
    page.act("words", "thank warm", &typed);
    assert!(!part(&page.card("thank warm"), "unkept"));
    assert!(page.kept().messages.own(Occasion::Thank, Manner::Warm).is_some());
    page.act("our_words", "thank warm", &[]);
    assert_eq!(page.kept(), Choices::default());
    assert!(!part(&page.card("thank warm"), "ours"));
    page.act("undo", "", &[]);
    assert_eq!(value(&page.card("thank warm"), "subject"), "Thanks[[ for {point}]]");
}

#[test]
fn what_is_wrong_in_words_is_said_of_its_field() {
    #[track_caller]
    fn check(subject: &str, body: &str, wrong: &str) {
        let mut page = Page::new();
        page.act("preview", "thank warm", &[("subject", subject), ("body", body)]);
        let form = page.card("thank warm");
        let invalid = form.fields.iter().filter(|field| field.invalid);
        let invalid: Vec<&str> = invalid.map(|field| field.name).collect();
        assert_eq!(invalid, [wrong]);
        assert_ne!(text(&form, "error"), "");
    }
    check("", "Thank you.", "subject");
    check("Thanks, {person}", "Thank you.", "subject");
    check("Thanks, {person}", "", "body");
    check("Thanks", "Thank you for {jop}.", "body");
}

#[test]
fn badge_follows_a_number_that_is_changed_and_taken_back() {
    let desk = Desk::applied("2026-11-02");
    desk.world.turn_to("2026-11-05");
    let mut page = Page::of(&desk.world);
    let badge = || {
        // Which is what the worker does when the settings are written.
        block_on(remind(&desk.world, Words::english())).expect("a reminder");
        desk.world.badge().0
    };
    assert_eq!(badge(), "");
    let due = page.number("r4", 0);
    page.act("number", &due, &[("value", "3")]);
    assert_eq!(badge(), "1");
    page.act("undo", "", &[]);
    assert_eq!(badge(), "");
}

#[test]
fn what_another_page_changes_meanwhile_stays() {
    let mut page = Page::new();
    page.act("days_off", "days_off", &[("days", "2026-12-24")]);
    let elsewhere = |Choices { settings, .. }: &mut Choices| {
        settings.day_begins = 11;
        settings.calendar.holidays = settings
            .calendar
            .holidays
            .with(Holiday::read("2026-12-31"))
            .expect("few");
        Ok(())
    };
    block_on(change_settings(&page.world, Box::new(elsewhere))).expect("a change");
    page.act("quiet", "quiet", &YEAR_END);
    assert_eq!(page.kept().settings.day_begins, 11);
    page.act("undo", "", &[]);
    page.act("no_day_off", "2026-12-24", &[]);
    assert_eq!(page.kept().settings.calendar.holidays.to_string(), "2026-12-31");
    assert_eq!(value(&page.card("day_begins"), "day_begins"), "11:00");
    // Who comes back to the page sees what was chosen meanwhile.
    let elsewhere = |choices: &mut Choices| {
        choices.settings.day_begins = 12;
        Ok(())
    };
    block_on(change_settings(&page.world, Box::new(elsewhere))).expect("a change");
    block_on(page.page.look_again());
    assert_eq!(value(&page.card("day_begins"), "day_begins"), "12:00");
}

#[test]
fn what_is_so_already_is_neither_written_nor_said() {
    let mut page = Page::new();
    page.world.give(Trouble::None);
    page.act("day_begins", "day_begins", &[("day_begins", "08:00")]);
    page.act("usual", "", &[]);
    page.act("no_days_off", "", &[]);
    page.act("our_words", "thank warm", &[]);
    assert_eq!((page.world.writes(), page.notice().as_str()), (0, ""));
    // But for what was typed and stands there no more.
    page.act("days_off", "days_off", &[("days", "2026-12-24")]);
    page.act("days_off", "days_off", &[("days", "2026-12-24")]);
    assert_eq!(page.notice(), "These days are there already.");
    assert_eq!(text(&page.list("notice")[0], "remedy"), "");
    assert!(!page.act("undo", "", &[]));
    assert_eq!(page.world.writes(), 1);
    // Nor what there is no more.
    assert!(!page.act("undo", "", &[]));
    assert!(!page.act("not_quiet", "21 Dec to 1 Jan", &[]));
    assert!(!page.act("no_such_thing", "", &[]));
    assert_eq!(page.world.writes(), 1);
}

/// Nothing is offered where nothing may be overwritten, and why is said.
#[track_caller]
fn check_closed(settings: &str, said: &str) {
    let world = Model::on("2026-11-02");
    world.put("settings", settings);
    let mut page = Page::of(&world);
    assert!(!part(&page.page.card(), "sections"));
    assert_eq!(text(&page.list("trouble")[0], "text"), said);
    page.act("day_begins", "day_begins", &[("day_begins", "10:00")]);
    assert_eq!(world.kept()["settings"], settings);
    assert_ne!(page.notice(), "");
}

#[test]
fn damaged_and_newer_settings_are_said_and_left_as_they_are() {
    check_closed("{", "Something you kept is not as it was written.");
    check_closed(&newer(), "A newer version of Your Move wrote what is kept here.");
}

#[test]
fn a_storage_that_fails_is_said_and_can_be_tried_again() {
    let mut page = Page::new();
    page.world.give(Trouble::FailsFrom(1));
    assert!(!page.act("sender", "sender", &[("sender", "Ada")]));
    assert!(
        page.notice().starts_with("The browser could not save this."),
        "{}",
        page.notice()
    );
    page.world.give(Trouble::None);
    assert!(page.act("retry", "trouble", &[]));
    assert_eq!(page.notice(), "");
    assert!(part(&page.page.card(), "sections"));
    assert!(page.act("sender", "sender", &[("sender", "Ada")]));
    assert_eq!(page.kept().messages.sender, Line::new("Ada"));
}

/// All that is read on the page of rules: a number a line.
#[test]
fn every_number_of_the_rules_is_there_with_its_sentence() {
    let page = Page::new();
    let mut read = String::new();
    for rule in page.list("rules").iter().chain(&page.list("keep_warm")) {
        read += &format!("{}\n", text(rule, "name"));
        for case in &rule.lists[0].1 {
            let of = text(case, "case");
            for number in &case.lists[0].1 {
                let said = [text(number, "label"), value(number, "value"), text(number, "unit")].join(" ");
                read += &format!("    {said}{}{of}\n", if of.is_empty() { "" } else { " | " });
            }
        }
    }
    expect![[r#"
        What they said
            Late after 1 business day more
            Off the list after 10 business days
        They wait for your answer
            Late after 1 business day | Usually
            Late from 0 business days before that day | Where they named a day
        A thank-you
            Late after 2 business days
            Off the list after 5 business days
        You applied, and the posting closes on a day
            Due after 5 business days | Usually
            Late after 3 business days more | Usually
            At most 1 time | Usually
            Due after 5 business days | Where a person is named
            Late after 3 business days more | Where a person is named
            At most 2 times | Where a person is named
        You applied, and no closing day is known
            Due after 7 business days | Usually
            Late after 3 business days more | Usually
            At most 1 time | Usually
            Due after 7 business days | Where a person is named
            Late after 3 business days more | Where a person is named
            At most 2 times | Where a person is named
        Somebody referred you
            Due after 8 business days
        A first call with a recruiter
            Due after 5 business days
            Late after 3 business days more
            At most 2 times
        An interview, or a word from them
            Due after 5 business days | Usually
            Late after 3 business days more | Usually
            At most 2 times | Usually
            Due after 7 business days | After a final round
            Late after 3 business days more | After a final round
            At most 2 times | After a final round
        They named a day
            Due after 2 business days | Usually
            Late after 3 business days more | Usually
            At most 2 times | Usually
            Late after 3 business days more | Where they said “call me on that day”
            At most 2 times | Where they said “call me on that day”
        You asked, and they are silent
            Due after 5 business days | Usually
            Late after 3 business days more | Usually
            Due after 10 business days | After a question that followed an application
            Late after 3 business days more | After a question that followed an application
        Several applications at one company
            At least 5 business days apart
        Is it over?
            Due after 30 days | Counted from applying, or from when the posting closed
            Due after 10 business days | Counted from the last question
            Due after 10 business days | Counted from a day that they named or you chose
            Due after 30 days | Where they want no contact, counted from their last word
        They missed an appointment
            Late after 1 business day
        They said no after an interview
            Due after 1 business day
            Off the list after 5 business days
        An offer by word of mouth
            Due after 5 business days | Usually
            Late after 3 business days more | Usually
            At most 2 times | Usually
            Due after 1 business day | Where they named a day
            Late after 3 business days more | Where they named a day
            At most 2 times | Where they named a day
        A written offer
            Late after 2 business days | To acknowledge it
            Due 2 business days before that day | To answer it
            Late from 0 business days before that day | To answer it
        You wrote to somebody who may know of something
            Due after 7 business days
        Saved, and not applied yet
            Due 3 business days before that day
            Late from 1 business day before that day
        A task for you
            Due 2 business days before that day
            Late from 0 business days before that day
        News now and then
            Due after 4 months
            At most 3 times in 12 months
    "#]]
    .assert_eq(&read);
}

/// The words of a list of choices, and the one that is chosen.
fn languages(page: &Page) -> (Vec<String>, String) {
    let form = page.card("language");
    let names = form.lists[0].1.iter().map(|choice| text(choice, "name")).collect();
    let chosen = form.lists[0].1.iter().flat_map(|choice| &choice.fields[0].values);
    (names, chosen.cloned().collect::<Vec<_>>().join(" and "))
}

#[test]
fn a_language_is_chosen_and_all_speaks_it_at_once() {
    let desk = Desk::applied("2026-11-02");
    desk.world.turn_to("2026-11-11");
    let mut page = Page::of(&desk.world);
    let own_names = ["As the browser", "Deutsch", "English"].map(str::to_owned).to_vec();
    assert_eq!(languages(&page), (own_names, String::new()));
    let tooltip = || {
        block_on(remind(&desk.world, Words::english())).expect("a reminder");
        desk.world.badge().1
    };
    assert!(tooltip().starts_with("Your Move: 1 follow-up due\n"), "{}", tooltip());

    assert!(page.act("language", "language", &[("language", "de")]));
    assert_eq!(page.notice(), "Ab jetzt auf Deutsch.");
    let own_names = ["Wie der Browser", "Deutsch", "English"].map(str::to_owned).to_vec();
    assert_eq!(languages(&page), (own_names, "de".to_owned()));
    assert_eq!(page.page.words(), Words::for_reader(["de"]));
    assert_eq!(text(&page.card("r1"), "name"), "Die Firma wartet auf deine Antwort");
    assert!(tooltip().starts_with("Your Move: 1 Schritt fällig\n"), "{}", tooltip());
    assert_eq!(text(&Desk::unread(&desk.world).card(), "today"), "Mi., 11. Nov.");

    // What is said of it is in the language that it is again.
    assert!(page.act("undo", "notice 1", &[]));
    assert_eq!(page.notice(), "This is English from now on.");
    assert_eq!(page.kept(), Choices::default());
    assert!(tooltip().starts_with("Your Move: 1 follow-up due\n"), "{}", tooltip());
}

#[test]
fn the_browsers_language_can_be_chosen_for_good_and_is_written_as_in_its_region() {
    let mut page = Page::new();
    page.page = SettingsPage::new(page.world.clone(), Words::for_reader(["de-CH"]));
    page.act("language", "language", &[("language", "de")]);
    assert_eq!(page.kept().language, Line::new("de"));
    assert_eq!(page.page.words().tag(), "de-CH");
    page.act("language", "language", &[("language", "en")]);
    assert_eq!(page.page.words().tag(), "en");
    page.act("language", "language", &[("language", "")]);
    assert_eq!((page.kept().language, page.page.words().tag()), (None, "de-CH"));
}

#[test]
fn a_language_of_a_newer_version_is_the_browsers_here_and_stays_chosen() {
    let mut page = Page::new();
    let chosen = |choices: &mut Choices| {
        choices.language = Line::new("tlh");
        Ok(())
    };
    block_on(change_settings(&page.world, Box::new(chosen))).expect("a change");
    block_on(page.page.look_again());
    assert_eq!(
        (page.page.words(), languages(&page).1),
        (Words::english(), String::new())
    );
    page.act("day_begins", "day_begins", &[("day_begins", "09:00")]);
    assert_eq!(page.kept().language, Line::new("tlh"));
}

#[test]
fn the_appearance_is_chosen_and_everything_is_deleted() {
    let mut page = Page::of(&Desk::applied("2026-11-02").world);
    assert!(page.act("appearance", "appearance", &[("appearance", "dark")]));
    assert_eq!(page.world.appearance(), Appearance::Dark);
    assert_eq!(value(&page.card("appearance"), "appearance"), "dark");
    page.act("sender", "sender", &[("sender", "Ada")]);
    assert!(page.act("erase_all", "", &[]));
    assert_eq!(value(&page.card("sender"), "sender"), "");
    assert_eq!(value(&page.card("appearance"), "appearance"), "dark");
    assert!(
        page.world
            .kept()
            .values()
            .all(|text| !text.contains("Gardener") && !text.contains("Ada"))
    );
}
