//! Backups, as a program writes them and as a person does.

use proptest::prelude::*;
use your_move::archive::{
    ApplicationRecord, Backup, BackupProblem, BackupText, Choices, Place, Wrong, open_choices, read_backup,
    seal_choices, write_backup,
};
use your_move::domain::{ApplicationId, Event, What};

use super::arbitrary;
use super::golden;
use super::sample::{application_id, every_kind, instant, settings, tombstone};

fn read(text: &str) -> Backup {
    read_backup(text).unwrap_or_else(|problem| panic!("{problem}: {text}"))
}

fn written() -> Backup {
    let erased = application_id(2);
    let tombstone = Event {
        application: erased,
        ..tombstone()
    };
    Backup::new(
        instant("2026-12-22T09:30:00Z"),
        Some(seal_choices(&settings().into(), None)),
        vec![
            ApplicationRecord::new(application_id(1), &every_kind()),
            ApplicationRecord::new(erased, &[tombstone]),
        ],
    )
}

#[test]
fn what_was_written_is_read() {
    let text = write_backup(&written());
    assert_eq!(read(&text), written());
    assert_eq!(read(&text).chosen(), settings().into());
    assert!(text.contains("We build tools."));
    golden::check_written("backup.json", text.trim_end());
    let empty = Backup::new(instant("2026-12-22T09:30:00Z"), None, Vec::new());
    assert_eq!(read(&write_backup(&empty)), empty);
    assert_eq!(empty.chosen(), Choices::default());
}

#[test]
fn how_it_is_spelled_says_nothing() {
    let tree: serde_json::Value = serde_json::from_str(&write_backup(&written())).expect("JSON");
    let mut fields = tree.as_object().expect("an object").clone();
    fields.remove("checksum");
    let pretty = format!("\u{feff}{:#}\r\n", serde_json::Value::Object(fields));
    assert_eq!(read(&pretty).applications, written().applications);
    assert_eq!(read(&pretty).unknown, []);
}

#[test]
fn every_turned_bit_is_noticed() {
    let mut backup = written();
    backup.applications.remove(0);
    let text = write_backup(&backup);
    for bit in 0..text.len() * 8 {
        let mut bytes = text.clone().into_bytes();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let Ok(turned) = String::from_utf8(bytes) else { continue };
        // Where the word "checksum" itself was hit, the rest was not, and the odd field is named.
        if let Ok(found) = read_backup(&turned) {
            assert_eq!(found.applications, backup.applications);
            assert_eq!(found.unknown.len(), 1, "{turned}");
        }
    }
    for end in 0..text.trim_end().len() {
        let cut = text.get(..end).expect("a text of ASCII alone");
        assert!(read_backup(cut).is_err(), "{cut}");
    }
}

#[test]
fn damage_is_told_from_a_newer_version() {
    let text = write_backup(&written());
    let problem = |text: &str| read_backup(text).expect_err(text).wrong;
    assert_eq!(problem(&text.replacen("2026-10-05", "2026-10-06", 1)), Wrong::Checksum);
    assert_eq!(problem(&text.replacen(":1", ":2", 1)), Wrong::Checksum);
    assert_eq!(
        problem(r#"{"your_move_backup":2,"applications":{}}"#),
        Wrong::Newer { version: 2 }
    );
    assert_eq!(
        problem(r#"{"your_move_backup":0,"applications":[]}"#),
        Wrong::NotABackup
    );
    assert_eq!(problem(r#"{"applications":[]}"#), Wrong::NotABackup);
    assert_eq!(problem("[]"), Wrong::NotABackup);
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    assert_eq!(problem(&deep), Wrong::NotABackup);
}

/// More is no application of a person's: it is refused before anything is made of it.
#[test]
fn more_than_one_application_can_have_is_refused() {
    let file = |id: &str, events: usize, more: &str| {
        let event = r#"{"on":"2026-11-02","what":"reopened"}"#;
        let events = vec![event; events].join(",");
        format!(r#"{{"your_move_backup":1,"applications":[{{"id":"{id}","more":"{more}","events":[{events}]}}]}}"#)
    };
    let wrong = |text: &str| read_backup(text).map(drop).map_err(|problem| problem.wrong);
    assert_eq!(wrong(&file("a", 2_000, "")), Ok(()));
    assert_eq!(wrong(&file("a", 2_001, "")), Err(Wrong::TooMuch));
    assert_eq!(wrong(&file("a", 1, &"a".repeat(4 << 20))), Err(Wrong::TooMuch));
    let [short, long] = [200, 201].map(|length| "a".repeat(length));
    assert_eq!(wrong(&file(&short, 1, "")), Ok(()));
    assert!(matches!(wrong(&file(&long, 1, "")), Err(Wrong::Field { .. })));
}

#[test]
fn words_that_leave_a_hole_are_passed_over() {
    let text = r#"{"your_move_backup":1,"settings":{"messages":{"own":{"warm":{"thank":{"body":"{person}","subject":"A"}}}}},"applications":[]}"#;
    let backup = read(text);
    assert_eq!(backup.chosen(), Choices::default());
    let settings = Place::Field {
        name: "settings".to_owned(),
    };
    assert_eq!(backup.unknown, [settings]);
    assert!(write_backup(&backup).contains("{person}"));
}

#[test]
fn what_is_not_known_is_carried() {
    let text = r#"{"your_move_backup":1,
        "mood":{"very":1.50},
        "settings":{"theme":1.50,"calendar":{"moons":[3]},"company_spacing":6},
        "applications":[{"id":"a","stars":1.50,"application":"not ours","events":[
            {"id":"01a0c450-6c01-7101-8101-010101010101","on":"2026-10-05","logged":"2026-10-05T09:30:00Z","what":{"relocated":{"to":1.50}}},
            {"on":"2026-10-05","what":{"applied":{"with":"a portfolio"}}}]}]}"#;
    let first = read(text);
    let event = |number| Place::Event {
        application: 1,
        name: "a".to_owned(),
        number,
    };
    let unknown = [
        Place::Field {
            name: "mood".to_owned(),
        },
        Place::Field {
            name: "settings".to_owned(),
        },
        event(1),
        event(2),
        Place::Application {
            number: 1,
            name: Some("a".to_owned()),
        },
    ];
    assert_eq!(first.unknown, unknown);
    assert_eq!(first.chosen().settings.company_spacing, 6);
    let again = write_backup(&first);
    for carried in [
        r#""mood":{"very":1.50}"#,
        r#""theme":1.50"#,
        r#""moons":[3]"#,
        r#""stars":1.50"#,
        r#""what":{"relocated":{"to":1.50}}"#,
        r#""with":"a portfolio""#,
    ] {
        assert!(again.contains(carried), "{carried}: {again}");
    }
    let second = read(&again);
    assert_eq!(second.applications[0].record, first.applications[0].record);
    assert_eq!(write_backup(&second), again);
    // Kept and opened again it is the same record.
    let record = &first.applications[0].record;
    let opened = ApplicationRecord::open(record.application(), &record.seal()).expect("it was just sealed");
    assert_eq!(&opened, record);
    let kept = seal_choices(
        &open_choices(first.settings.as_ref().expect("settings")).expect("settings"),
        first.settings.as_deref(),
    );
    assert!(kept.contains("moons"));
}

/// The events of an application that was written by hand.
fn events(events: &str) -> Vec<Event> {
    let text =
        format!(r#"{{"your_move_backup":1,"applications":[{{"id":"a","events":{events}}},{{"id":"b","events":[]}}]}}"#);
    let backup = read(&text);
    assert_eq!(backup.unknown, [], "{events}");
    backup.applications[0].record.events().to_vec()
}

/// That what happened can be written shortly.
#[track_caller]
fn check_short(short: &str, long: &str) {
    let what = |what: &str| events(&format!(r#"[{{"on":"2026-10-05","what":{what}}}]"#)).remove(0);
    assert!(!matches!(what(long).what, What::Unknown { .. }), "{long}");
    assert_eq!(what(short), what(long));
}

#[test]
fn what_follows_may_be_left_out() {
    check_short(r#""applied""#, r#"{"applied":{}}"#);
    check_short(r#"{"rejected":{"note":null}}"#, r#"{"rejected":{}}"#);
    check_short(r#""heard""#, r#"{"heard":{"asks":false}}"#);
    check_short(
        r#"{"promised":{"date":"2026-10-07"}}"#,
        r#"{"promised":{"by":"employer","of":"word","date":"2026-10-07"}}"#,
    );
    check_short(
        r#"{"invited":{"time":"10:30","people":["Ana","Ben"]}}"#,
        r#"{"invited":{"time":"10:30:00","round":"middle","people":[{"name":"Ana"},{"name":"Ben"}]}}"#,
    );
    check_short(
        r#"{"networked":{"with":"Ana"}}"#,
        r#"{"networked":{"with":{"name":"Ana"}}}"#,
    );
    check_short(
        r#"{"corrected":{"contact":"Ana"}}"#,
        r#"{"corrected":{"contact":{"name":"Ana"}}}"#,
    );
    check_short(
        r#"{"captured":{"posting":{"title":"Baker","contact":"Ana","pay":{"min":100},"language":"en","places":null}}}"#,
        r#"{"captured":{"posting":{
            "title":{"value":"Baker","source":"user","confidence":"sure"},
            "contact":{"value":{"name":"Ana"},"source":"user","confidence":"sure"},
            "pay":{"value":{"min":100},"source":"user","confidence":"sure"},
            "language":"en"}}}"#,
    );
    check_short(
        r#"{"captured":{"posting":{"description":"We bake."}}}"#,
        r#"{"captured":{"posting":{"description":{"value":"We bake.","source":"user","confidence":"sure"}}}}"#,
    );
}

#[test]
fn descriptions_are_kept_apart() {
    let text = r#"{"your_move_backup":1,"applications":[{"id":"a","events":[
        {"on":"2026-10-05","what":{"captured":{"posting":{"title":"Baker","description":"We bake."}}}}]}]}"#;
    let record = &read(text).applications[0].record;
    assert!(!record.lacks_texts());
    assert!(!record.seal().contains("We bake."));
    assert!(record.texts().seal().contains("We bake."));
}

#[test]
fn events_are_named_shortly() {
    let all = events(
        r#"[
        {"id":"talk","on":"2026-10-05","what":"interviewed"},
        {"on":"2026-10-05","what":{"thanked":{"interview":"talk"}}},
        {"on":"2026-10-06","what":{"snoozed":{"follow_up":{"rule":"R7","event":"talk"},"to":"2026-10-20"}}},
        {"on":"2026-10-06","what":{"corrected":{"event_day":{"event":"talk","on":"2026-10-04"}}}},
        {"on":"2026-10-06","what":{"joined":{"into":"b"}}},
        {"on":"2026-10-06","what":{"voided":{"event":"01a0c450-6c01-7101-8101-010101010101"}}}]"#,
    );
    let talk = all[0].id;
    assert!(matches!(all[1].what, What::Thanked { interview, .. } if interview == Some(talk)));
    assert!(
        matches!(&all[2].what, What::Snoozed { follow_up, .. } if follow_up.event == talk
            && follow_up.application == all[0].application && follow_up.nth == 1)
    );
    assert!(!matches!(all[3].what, What::Unknown { .. }));
    assert!(matches!(all[4].what, What::Joined { into } if into > all[0].application));
}

#[test]
fn the_order_in_the_file_is_the_order_of_writing_down() {
    let all = events(
        r#"[
        {"on":"2026-10-05","what":{"corrected":{"title":"One"}}},
        {"on":"2026-10-05","what":{"corrected":{"title":"Two"}}},
        {"on":"2026-10-01","what":{"corrected":{"title":"Three"}}},
        {"on":"2026-10-07","logged":"2026-10-08T09:30:00Z","what":"applied"},
        {"on":"2026-10-07","what":"replied"}]"#,
    );
    let logged: Vec<String> = all.iter().map(|event| event.logged.to_string()).collect();
    assert_eq!(
        logged,
        [
            "2026-10-05 00:00:00 UTC",
            "2026-10-05 00:00:01 UTC",
            "2026-10-05 00:00:02 UTC",
            "2026-10-08 09:30:00 UTC",
            "2026-10-08 09:30:01 UTC",
        ]
    );
    assert!(all.is_sorted_by_key(|event| event.id));
}

#[test]
fn a_short_id_stands_for_one_identity() {
    let ids = |text: &str| -> Vec<(String, ApplicationId)> {
        let applications = read(text).applications.into_iter();
        applications
            .map(|application| (application.name, application.record.application()))
            .collect()
    };
    let text = r#"{"your_move_backup":1,"applications":[{"id":"b","events":[]},{"id":"a","events":[]},
        {"id":"01A0C450-6C01-7101-8101-010101010101","events":[]}]}"#;
    let found = ids(text);
    assert_eq!(found, ids(text));
    assert!(found[0].1 < found[1].1);
    assert_eq!(found[2].1, application_id(1));
    assert_eq!(found[2].0, "01A0C450-6C01-7101-8101-010101010101");
}

#[track_caller]
fn check_problem(text: &str, expected: &str) {
    let problem: BackupProblem = read_backup(text).expect_err(text);
    assert_eq!(problem.to_string(), expected);
}

#[track_caller]
fn check_event(event: &str, expected: &str) {
    let before = r#"{"on":"2026-10-05","what":"applied"}"#;
    check_problem(
        &format!(r#"{{"your_move_backup":1,"applications":[{{"id":"northwind","events":[{before},{event}]}}]}}"#),
        &format!(r#"application 1 ("northwind"), event 2: {expected}"#),
    );
}

#[test]
fn a_slip_in_the_file_is_named() {
    check_problem(
        "{\n\"your_move_backup\": 1\n\"applications\": []}",
        "this is no JSON: expected `,` or `}` at line 3 column 1: put right what stands there",
    );
    check_problem(
        "{}",
        r#"this is no backup of Your Move: one is an object with "your_move_backup": 1"#,
    );
    check_problem(
        r#"{"your_move_backup":1}"#,
        r#""applications" must be a list of applications"#,
    );
    check_problem(
        r#"{"your_move_backup":1,"made":"today","applications":[]}"#,
        r#""made" must be an instant such as "2026-11-02T09:30:00Z""#,
    );
    check_problem(
        r#"{"your_move_backup":1,"settings":{"day_begins":"early"},"applications":[]}"#,
        r#""settings": "day_begins" must be a whole number from 0 to 23"#,
    );
    check_problem(
        r#"{"your_move_backup":1,"settings":{"rules":{"r4 usual cap":1,"r4 usual due":0}},"applications":[]}"#,
        r#""settings": "r4 usual due" must be a whole number from 1 to 90"#,
    );
    check_problem(
        r#"{"your_move_backup":1,"settings":{"rules":{"r16 usual cap":"often"}},"applications":[]}"#,
        r#""settings": "r16 usual cap" must be a whole number from 1 to 10"#,
    );
    check_problem(
        r#"{"your_move_backup":1,"settings":{"company_spacing":61},"applications":[]}"#,
        r#""settings": "company_spacing" must be a whole number from 0 to 60"#,
    );
    check_problem(
        r#"{"your_move_backup":1,"settings":{"rules":[]},"applications":[]}"#,
        r#""settings": "rules" must be as docs/backup-format.md describes it"#,
    );
    check_problem(
        r#"{"your_move_backup":1,"settings":{"messages":{"manner":"loud"}},"applications":[]}"#,
        r#""settings": "messages" must be as docs/backup-format.md describes it"#,
    );
    check_problem(
        r#"{"your_move_backup":1,"applications":[7]}"#,
        "application 1: this must be an object in braces",
    );
    check_problem(
        r#"{"your_move_backup":1,"applications":[{"events":[]}]}"#,
        r#"application 1: "id" must be a text of your own, such as "northwind""#,
    );
    check_problem(
        r#"{"your_move_backup":1,"applications":[{"id":"a","events":[]},{"id":"a","events":[]}]}"#,
        r#"application 2 ("a"): the id "a" is taken: give this one another"#,
    );
    check_problem(
        r#"{"your_move_backup":1,"applications":[{"id":"a"}]}"#,
        r#"application 1 ("a"): "events" must be a list of events"#,
    );
}

#[test]
fn a_slip_in_an_event_is_named() {
    let day = r#""on" must be a day such as "2026-11-02""#;
    check_event("null", "this must be an object in braces");
    check_event(r#"{"what":"applied"}"#, day);
    check_event(r#"{"on":"2026-11-31","what":"applied"}"#, day);
    check_event(r#"{"on":"0206-11-02","what":"applied"}"#, day);
    check_event(
        r#"{"on":"2026-11-02","logged":"noon","what":"applied"}"#,
        r#""logged" must be an instant such as "2026-11-02T09:30:00Z""#,
    );
    check_event(
        r#"{"id":7,"on":"2026-11-02","what":"applied"}"#,
        r#""id" must be a text"#,
    );
    let what = r#""what" must be one kind of event with what belongs to it, such as {"applied": {}}"#;
    check_event(r#"{"on":"2026-11-02"}"#, what);
    check_event(r#"{"on":"2026-11-02","what":7}"#, what);
    check_event(r#"{"on":"2026-11-02","what":{}}"#, what);
    check_event(r#"{"on":"2026-11-02","what":{"applied":{},"heard":{}}}"#, what);
    check_event(
        r#"{"on":"2026-11-02","what":{"promised":{"date":"Friday"}}}"#,
        r#""promised" is not written as it should be: it is an object with date, of, by; docs/backup-format.md says what each is"#,
    );
    check_event(
        r#"{"on":"2026-11-02","what":{"withdrew":true}}"#,
        r#""withdrew" must be an object without fields: {}"#,
    );
    check_event(
        r#"{"on":"2026-11-02","what":{"delivered":{"undertaking":"task"}}}"#,
        r#""undertaking" names "task", and nothing here has that id: give it to what is meant"#,
    );
    check_event(
        r#"{"on":"2026-11-02","what":{"joined":{"into":"another"}}}"#,
        r#""into" names "another", and nothing here has that id: give it to what is meant"#,
    );
    check_event(
        r#"{"on":"2026-11-02","what":{"captured":{"posting":{"description":7}}}}"#,
        r#""description" must be a text"#,
    );
}

#[test]
fn an_id_is_given_once() {
    check_problem(
        r#"{"your_move_backup":1,"applications":[{"id":"a","events":[
            {"id":"x","on":"2026-11-02","what":"applied"},{"id":"x","on":"2026-11-02","what":"heard"}]}]}"#,
        r#"application 1 ("a"), event 2: the id "x" is taken: give this one another"#,
    );
    let id = "01a0c450-6c01-7101-8101-010101010101";
    check_problem(
        &format!(
            r#"{{"your_move_backup":1,"applications":[{{"id":"a","events":[
            {{"id":"{id}","on":"2026-11-02","what":"applied"}},{{"id":"{id}","on":"2026-11-02","what":"heard"}}]}}]}}"#
        ),
        &format!(r#"application 1 ("a"), event 2: the id "{id}" is taken: give this one another"#),
    );
}

/// A kind of event that is new must be known by name to who reads what people write.
#[test]
fn every_kind_that_is_misspelled_is_named() {
    let sealed = ApplicationRecord::new(application_id(1), &every_kind()).seal();
    let tree: serde_json::Value = serde_json::from_str(&sealed).expect("JSON");
    let events = tree["body"]["events"].as_array().expect("events");
    let kinds = events
        .iter()
        .flat_map(|event| event["what"].as_object().expect("a kind").keys());
    for kind in kinds.map(String::as_str).chain(["erased"]) {
        let text = format!(
            r#"{{"your_move_backup":1,"applications":[{{"id":"a","events":[{{"on":"2026-10-05","what":{{"{kind}":7}}}}]}}]}}"#
        );
        let wrong = read_backup(&text).expect_err(kind).wrong;
        assert!(
            matches!(wrong, Wrong::Content { kind: named, .. } if named == kind),
            "{wrong:?}"
        );
    }
}

/// F38.
#[test]
fn names_that_mean_something_to_a_script_mean_nothing() {
    let odd = r#""__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"#;
    let text = |odd: &str| {
        format!(
            r#"{{{odd}"your_move_backup":1,"applications":[{{{odd}"id":"a","events":[
                {{{odd}"id":"b","on":"2026-11-02","what":{{"applied":{{{odd}"cv":"cv.pdf"}}}}}}]}}]}}"#
        )
    };
    let kinds = |backup: &Backup| {
        let events = backup.applications[0].record.events().iter();
        events.map(|event| (event.on, event.what.clone())).collect::<Vec<_>>()
    };
    let (backup, plain) = (read(&text(odd)), read(&text("")));
    assert_eq!(kinds(&backup), kinds(&plain));
    assert!(!backup.unknown.is_empty());
    // Carried as anything that is not known, and no more.
    assert_eq!(write_backup(&backup).matches("polluted").count(), 8);
    let name = r#"{"__proto__":{"your_move_backup":1,"applications":[]}}"#;
    assert!(read_backup(name).is_err());
}

/// A record with something beside its events that only a newer version knows.
fn carrying(events: &[Event], later: u8) -> ApplicationRecord {
    let id = application_id(1);
    let text = format!(
        r#"{{"your_move_backup":1,"applications":[{{"id":"{id}","events":[],"later{}":{later}}}]}}"#,
        later % 2
    );
    let mut record = read(&text).applications.remove(0).record;
    record.add(events);
    record
}

proptest! {
    #[test]
    fn what_records_come_to_together_does_not_depend_on_their_order(
        events in prop::array::uniform3(arbitrary::events()),
        later in prop::array::uniform3(0..4_u8),
    ) {
        let [one, other, third]: [ApplicationRecord; 3] =
            std::array::from_fn(|index| carrying(&events[index], later[index]));
        let united = |records: &[&ApplicationRecord]| {
            let mut all = records[0].clone();
            records.iter().for_each(|record| all.unite(record));
            all.seal()
        };
        let all = united(&[&one, &other, &third]);
        prop_assert_eq!(&united(&[&third, &one, &other]), &all);
        prop_assert_eq!(&united(&[&other, &third, &one, &other]), &all);
    }

    #[test]
    fn what_is_written_part_by_part_is_what_is_written_at_once(events in arbitrary::events()) {
        let record = ApplicationRecord::new(application_id(1), &events);
        let made = instant("2026-12-22T09:30:00Z");
        let mut text = BackupText::default();
        text.add(&record);
        let text = text.close(Some(made), None);
        prop_assert_eq!(&text, &write_backup(&Backup::new(made, None, vec![record])));
        prop_assert_eq!(&write_backup(&read(&text)), &text);
    }
}
