//! Tables: all applications as one, and the rows of another one that become applications.

use expect_test::{Expect, expect};
use pollster::block_on;
use proptest::prelude::*;
use your_move::app::{Clock as _, Dashboard, Target, carry_out};
use your_move::archive::{ApplicationRecord, read_table};
use your_move::domain::{Column, Contact, Correction, Line, Prose, What};
use your_move::ledger::{Command, fold};
use your_move::view::{SAVED_COLUMNS, Voice, Words};

use super::backup::{Board, world};
use super::desk::{asked, part, text, value, within};
use super::restore::whole;
use super::searches::Search;
use super::sound::{applications, check_sound};
use super::world::{Call, Model, Trouble};

/// The table that is saved of all that is kept in a world, and its name.
fn table_of(world: &Model) -> (String, String) {
    let mut board = Board::unread(world, "settings");
    board.ask("save_table", "", &[]);
    board.finish_asked();
    world.saved().pop().expect("a file")
}

/// The dashboard on which a table was chosen.
fn look_into(world: &Model, file: &str) -> Board {
    let mut board = Board::at(world, "settings");
    board.act("look_into_table", "table", &[("file", file)]);
    board
}

/// What would come of a table: what it says, and of each group the lines.
fn preview(board: &Board) -> String {
    let preview = board.all("table-preview").remove(0);
    let groups = board.all("preview-group").into_iter().flat_map(|group| {
        let names = group.lists[0].1.iter().map(|row| format!("  {}", text(row, "name")));
        std::iter::once(text(&group, "said")).chain(names.collect::<Vec<_>>())
    });
    let nothing = Some(text(&preview, "nothing")).filter(|nothing| !nothing.is_empty());
    let take = part(&preview, "take").then(|| "bring it in".to_owned());
    let lines = std::iter::once(text(&preview, "made")).chain(groups);
    lines.chain(nothing).chain(take).collect::<Vec<_>>().join("\n")
}

/// What happened, day by day, and how it stands then.
fn story(record: &ApplicationRecord) -> String {
    let application = fold(record.application(), record.events());
    let facts = &application.facts;
    let name = [&facts.title, &facts.company].map(|line| line.as_ref().map_or("?", Line::as_str));
    let head = format!("{} – {:?}", name.join(" · "), application.stage);
    let events = application.history.iter().map(|event| {
        let what = match &event.what {
            What::Captured { .. } => "captured".to_owned(),
            What::Noted { text } => format!("noted {text:?}"),
            What::Pinned { follow_up, to } => format!("pinned {:?} to {to}", follow_up.rule),
            other => format!("{other:?}")
                .split(['{', '('])
                .next()
                .unwrap_or_default()
                .trim()
                .to_lowercase(),
        };
        let day = match &event.what {
            What::Invited(interview) => interview.day.map_or(String::new(), |day| format!(" for {day}")),
            _ => String::new(),
        };
        format!("  {} {what}{day}", event.on)
    });
    std::iter::once(head).chain(events).collect::<Vec<_>>().join("\n")
}

/// What is kept once a table was brought into an empty browser.
fn stories(file: &str) -> String {
    let world = Model::on("2026-11-02");
    let mut board = look_into(&world, file);
    board.act("bring_in", "preview", &[]);
    check_sound(&world);
    let mut records = applications(&world);
    records.sort_by_key(ApplicationRecord::application);
    records.iter().map(story).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check_stories(file: &str, expected: &Expect) {
    expected.assert_eq(&stories(file));
}

#[track_caller]
fn check_preview(file: &str, expected: &Expect) {
    expected.assert_eq(&preview(&look_into(&Model::on("2026-11-02"), file)));
}

/// The visible part of the ledger: deletions are in no table.
fn visible(world: &Model) -> Vec<ApplicationRecord> {
    let mut records = whole(world);
    records.retain(|record| !record.is_erased());
    records
}

#[test]
fn a_table_is_saved_for_a_spreadsheet() {
    let world = world();
    let id = applications(&world)[0].application();
    let dana = Contact {
        email: Line::new("dana@northwind.example"),
        phone: Line::new("+49 30 1"),
        ..Contact::named(Line::new("Dana \"D\" Kim").expect("a name"))
    };
    let log = |what| {
        let command = Command::Log(vec![(world.today().0, what)]);
        block_on(carry_out(&world, Target::Kept(id), command)).expect("kept");
    };
    log(What::Corrected(Correction::Contact(Some(dana))));
    log(What::Noted {
        text: Prose::new("=1+1\nsecond line; with, signs").expect("a text"),
    });
    let (name, file) = table_of(&world);
    assert_eq!(name, "your-move-2026-11-02.csv");
    let rows = file.split("\r\n").map(|row| {
        // What carries the record is told in the next test.
        let end = row.find(",\"{").or_else(|| row.rfind(',')).unwrap_or(row.len());
        row.split_at(end).0
    });
    expect![[r#"
        ﻿Company,Job title,Stage,Since,Applied on,Last heard,Next follow-up,Interview,Closes,Place,Workplace,Employment,Pay,Address,Contact,Their e-mail,Their phone,Notes,CV,Reference,Saved on,Posted,Description,Id
        Northwind,Gardener,Applied,2026-11-02,2026-11-02,,2026-11-11,,,,,,,https://northwind.example/jobs/1,"Dana ""D"" Kim",dana@northwind.example,'+49 30 1,"2026-11-02 =1+1
        second line; with, signs",,,2026-11-02,,Trees and shrubs.,00000000-0008-7000-8000-000000000000
        Harbour Mill,Pilot,Applied,2026-11-02,2026-11-02,,2026-11-11,,,,,,,https://harbour.example/jobs/2,,,,,,,2026-11-02,,Trees and shrubs.,00000000-0011-7101-8101-010101010101
    "#]].assert_eq(&rows.collect::<Vec<_>>().join("\n"));
}

/// F45: a file of tomorrow has the same bytes, and this one is read for ever.
#[test]
fn the_golden_table_is_what_is_saved() {
    let (_, file) = table_of(&world());
    let golden = include_str!("../archive/tables/saved.csv");
    assert_eq!(file, golden);
    let to = Model::on("2026-11-02");
    look_into(&to, golden).act("bring_in", "preview", &[]);
    assert_eq!(visible(&to), visible(&world()));
}

#[test]
fn what_is_saved_comes_back_the_same() {
    let from = world();
    let (_, file) = table_of(&from);
    let to = Model::on("2026-11-02");
    let mut board = look_into(&to, &file);
    expect![[r#"
        A table with 2 rows
        2 applications that are not here
          Gardener · Northwind
          Pilot · Harbour Mill
        bring it in"#]]
    .assert_eq(&preview(&board));
    assert!(to.kept().is_empty(), "nothing is written before it is asked for");
    board.act("bring_in", "preview", &[]);
    assert_eq!(visible(&to), visible(&from));
    check_sound(&to);
    assert!(board.all("table-sheet").is_empty() && board.all("table-preview").is_empty());
    // A second time changes nothing.
    let before = to.kept();
    let mut board = look_into(&to, &file);
    expect![[r#"
        A table with 2 rows
        2 are the same
          Gardener · Northwind
          Pilot · Harbour Mill
        There is nothing to bring in."#]]
    .assert_eq(&preview(&board));
    board.act("bring_in", "preview", &[]);
    assert_eq!(to.kept(), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn any_search_comes_back_the_same(seed in any::<u64>(), applications in 2_usize..40) {
        let today = "2026-11-25".parse().expect("a day");
        let open = applications / 2;
        let search = Search { seed, applications, open, due: open / 3, today };
        let from = search.world();
        let (_, file) = table_of(&from);
        let to = Model::on("2026-11-25");
        if applications > 0 {
            let mut board = look_into(&to, &file);
            prop_assert!(!preview(&board).contains("changed"), "{}", preview(&board));
            board.act("bring_in", "preview", &[]);
        }
        prop_assert!(visible(&to) == visible(&from), "another ledger");
        check_sound(&to);
    }
}

/// In another language, as another language writes its days, through a program that writes it otherwise.
#[test]
fn a_table_comes_back_from_a_spreadsheet_in_any_language() {
    let from = world();
    for words in Words::all() {
        let mut board = block_on(Dashboard::open(from.clone(), words, "settings"));
        block_on(board.look_again());
        block_on(board.act(asked("save_table", "", "", &[])));
        while block_on(board.read_on()).is_some() {}
        let (_, file) = from.saved().pop().expect("a file");
        let rows = read_table(&file).expect("a table").rows;
        let day = |cell: &String| match cell.parse::<chrono::NaiveDate>() {
            Ok(day) => day.format("%d.%m.%Y").to_string(),
            Err(_) => cell.clone(),
        };
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        for row in rows {
            writer.write_record(row.iter().map(day)).expect("written");
        }
        let file = String::from_utf8(writer.into_inner().expect("written")).expect("a text");
        let to = Model::on("2026-11-02");
        let mut board = look_into(&to, &file);
        let shown = preview(&board);
        assert!(!shown.contains("changed") && !shown.contains("left out"), "{shown}");
        board.act("bring_in", "preview", &[]);
        assert_eq!(visible(&to), visible(&from), "{}", words.language());
    }
}

#[test]
fn what_our_columns_are_called_is_recognised_in_any_language() {
    let calendar = your_move::etiquette::Calendar::default();
    for words in Words::all() {
        let voice = Voice {
            words,
            today: Model::on("2026-11-02").today(),
            calendar: &calendar,
        };
        let columns = your_move::view::COLUMNS.map(|(column, ..)| column);
        let names: Vec<String> = columns.iter().map(|column| voice.column_name(*column)).collect();
        let table = read_table(&names.join(";")).expect("a table");
        let guess = your_move::archive::guess(&table);
        let expected: Vec<Option<Column>> = columns.iter().copied().map(Some).collect();
        assert_eq!(guess.columns, expected, "{names:?}");
    }
    assert!(SAVED_COLUMNS.len() < your_move::view::COLUMNS.len());
}

#[test]
fn what_was_changed_in_a_cell_is_taken_as_a_correction_or_told() {
    let from = world();
    let (_, file) = table_of(&from);
    let changed = file
        .replacen("Northwind,Gardener,Applied", "Northwind Labs,Head gardener,Rejected", 1)
        .replacen(
            "Harbour Mill,Pilot,Applied,2026-11-02",
            "Harbour Mill,Co-pilot,Saved,2026-11-01",
            1,
        );
    let mut board = look_into(&from, &changed);
    expect![[r#"
        A table with 2 rows
        2 are completed by it
          Head gardener · Northwind Labs
          Co-pilot · Harbour Mill
        Of one row a cell was changed that only tells what happened: what the record says holds
          Row 3: Co-pilot · Harbour Mill
        bring it in"#]]
    .assert_eq(&preview(&board));
    board.act("bring_in", "preview", &[]);
    let titles = applications(&from)
        .iter()
        .map(|record| story(record).lines().next().expect("a line").to_owned())
        .collect::<Vec<_>>();
    expect![[r#"
        Head gardener · Northwind Labs – Ended(Rejected)
        Co-pilot · Harbour Mill – Applied
        ? · ? – Ended(Erased)"#]]
    .assert_eq(&titles.join("\n"));
    check_sound(&from);
}

#[test]
fn a_record_that_was_cut_is_told_and_can_be_left_out() {
    let (_, file) = table_of(&world());
    let file = file.replacen("\"\"captured\"\"", "\"\"capture\"\"", 1);
    let world = Model::on("2026-11-02");
    let mut board = look_into(&world, &file);
    expect![[r#"
        A table with 2 rows
        One application that is not here
          Pilot · Harbour Mill
        One row cannot be taken, and is left out
          Row 2: Gardener · Northwind – Its record is not as it was written. Leave out the columns of the record to take what the other cells say.
        bring it in"#]].assert_eq(&preview(&board));
    let place = board.all("table-column").len() - 1;
    block_on(
        board
            .board_mut()
            .act(asked("map_column", "sheet", &place.to_string(), &[("column", "")])),
    );
    board.finish();
    expect![[r#"
        A table with 2 rows
        2 applications that are not here
          Gardener · Northwind
          Pilot · Harbour Mill
        One column is left out
          Record
        bring it in"#]]
    .assert_eq(&preview(&board));
}

#[test]
fn a_row_becomes_what_must_have_happened() {
    check_stories(
        "Company,Title,Status,Date Saved,Date Applied,Follow up,Interview Date,Notes,Last updated\n\
         Northwind,Gardener,Wishlist,2026-10-01,,,,,\n\
         Harbour Mill,Baker,Applied,2026-10-01,2026-10-03,,,Good bread,2026-10-20\n\
         Acme,Pilot,Applied,2026-10-29,2026-10-30,2026-11-20,,,\n\
         Tern,Sailor,Phone Screen,,2026-10-05,,,,2026-10-12\n\
         Fathom,Diver,Interview,,2026-10-05,,2026-10-20,,\n\
         Fathom,Captain,Interview,,2026-10-05,,2026-11-09,,2026-10-28\n\
         Alpha,Clerk,Offer,,2026-10-05,,2026-10-20,,2026-10-28\n\
         Beta,Clerk,Rejected,,2026-10-05,,,,2026-10-28\n\
         Gamma,Clerk,Accepted,,2026-10-05,,,,2026-10-28\n\
         Delta,Clerk,I withdrew,,2026-10-05,,,,2026-10-28\n\
         Epsilon,Clerk,Ghosted,,2026-10-05,,,,\n\
         Zeta,Clerk,On Jupiter,2026-10-01,,2026-10-20,,,\n",
        &expect![[r#"
            Gardener · Northwind – Saved
              2026-10-01 captured
            Baker · Harbour Mill – Applied
              2026-10-01 captured
              2026-10-01 noted Prose("Good bread")
              2026-10-03 applied
            Pilot · Acme – Applied
              2026-10-29 captured
              2026-10-30 applied
              2026-11-02 pinned R4 to 2026-11-20
            Sailor · Tern – Interviewing
              2026-10-05 captured
              2026-10-05 applied
              2026-10-12 invited
            Diver · Fathom – Interviewing
              2026-10-05 captured
              2026-10-05 applied
              2026-10-20 interviewed
            Captain · Fathom – Interviewing
              2026-10-05 captured
              2026-10-05 applied
              2026-10-28 invited for 2026-11-09
            Clerk · Alpha – Offered
              2026-10-05 captured
              2026-10-05 applied
              2026-10-20 interviewed
              2026-10-28 offered
            Clerk · Beta – Ended(Rejected)
              2026-10-05 captured
              2026-10-05 applied
              2026-10-28 rejected
            Clerk · Gamma – Ended(Accepted)
              2026-10-05 captured
              2026-10-05 applied
              2026-10-28 offered
              2026-10-28 accepted
            Clerk · Delta – Ended(Withdrawn)
              2026-10-05 captured
              2026-10-05 applied
              2026-10-28 withdrew
            Clerk · Epsilon – Ended(Closed)
              2026-10-05 captured
              2026-10-05 applied
              2026-11-02 closed
            Clerk · Zeta – Saved
              2026-10-01 captured
              2026-10-01 noted Prose("Status: On Jupiter")
              2026-10-01 noted Prose("Next follow-up: 2026-10-20")"#]],
    );
}

#[test]
fn what_no_field_can_say_becomes_a_note() {
    check_stories(
        "Company,Role,Salary,URL,Contact Email,Source,Comments,Stage\n\
         Northwind,Gardener,competitive,see the mail,call them,LinkedIn,nice people,thinking\n",
        &expect![[r#"
            Gardener · Northwind – Saved
              2026-11-02 captured
              2026-11-02 noted Prose("Source: LinkedIn")
              2026-11-02 noted Prose("Comments: nice people")
              2026-11-02 noted Prose("Salary: competitive")
              2026-11-02 noted Prose("Stage: thinking")"#]],
    );
}

#[test]
fn rows_that_cannot_be_taken_are_listed_with_the_reason() {
    check_preview(
        "Company,Title,Date Applied,Status\n\
         ,,2026-10-01,Applied\n\
         Northwind,Gardener,soon,Applied\n\
         Harbour Mill,Baker,2027-10-01,Applied\n\
         Acme,Pilot,1899-10-01,Applied\n\
         Tern,Sailor,2026-10-01,Applied\n\
         Tern,Sailor,2026-10-01,Rejected\n\
         Tern,Sailor,2026-09-01,Rejected\n\
         Fathom,Diver,,Applied\n",
        &expect![[r#"
            A table with 8 rows
            3 applications that are not here
              Sailor · Tern
              Sailor · Tern
              Diver · Fathom
            4 rows cannot be taken, and are left out
              Row 2: without a name – Give it a title or a company, so that you can find it again.
              Row 3: Gardener · Northwind – “soon” in the column “Date Applied” is no day.
              Row 4: Baker · Harbour Mill – That day has not come yet. Choose today or an earlier day.
              Row 5: Pilot · Acme – “1899-10-01” in the column “Date Applied” is no day.
            One row is here already, and is left out
              Row 7: Sailor · Tern – the same as row 6
            2 rows name no day: they count as of today
              Row 8: Sailor · Tern
              Row 9: Diver · Fathom
            bring it in"#]],
    );
}

#[test]
fn days_that_can_be_two_are_asked() {
    let world = Model::on("2026-11-02");
    let file = "Company,Title,Date Applied\nNorthwind,Gardener,3/4/2026\nHarbour Mill,Baker,5/5/2026\n";
    let mut board = look_into(&world, file);
    assert_eq!(value(&board.all("table-order").remove(0), "order"), "");
    expect![[r#"
        A table with 2 rows
        One application that is not here
          Baker · Harbour Mill
        One row cannot be taken, and is left out
          Row 2: Gardener · Northwind – “3/4/2026” in the column “Date Applied” can be one of two days: say above which comes first.
        bring it in"#]].assert_eq(&preview(&board));
    block_on(
        board
            .board_mut()
            .act(asked("table_order", "sheet", "order", &[("order", "month_first")])),
    );
    board.finish();
    expect![[r#"
        A table with 2 rows
        2 applications that are not here
          Gardener · Northwind
          Baker · Harbour Mill
        bring it in"#]]
    .assert_eq(&preview(&board));
    assert_eq!(value(&board.all("table-order").remove(0), "order"), "month_first");
    board.act("bring_in", "preview", &[]);
    assert!(story(&applications(&world)[0]).contains("2026-03-04 applied"));
    // Where another row tells, nobody is asked.
    let board = look_into(&Model::on("2026-11-02"), &format!("{file}Acme,Pilot,25/4/2026\n"));
    assert!(board.all("table-order").is_empty());
}

#[test]
fn what_is_kept_already_is_left_out() {
    let world = world();
    let mut board = look_into(
        &world,
        "Employer,Position,Job link\n\
         northwind GmbH,Gardener!,https://northwind.example/jobs/1?utm_source=x\n\
         Harbour Mill,Pilot,\n\
         Harbour Mill,Stoker,\n",
    );
    expect![[r#"
        A table with 3 rows
        One application that is not here
          Stoker · Harbour Mill
        2 rows are here already, and are left out
          Row 2: Gardener! · northwind GmbH – kept here already
          Row 3: Pilot · Harbour Mill – kept here already
        bring it in"#]]
    .assert_eq(&preview(&board));
    board.act("bring_in", "preview", &[]);
    expect!["One application came in. | "].assert_eq(&board.notice());
    check_sound(&world);
}

#[test]
fn columns_that_were_guessed_wrongly_are_put_right() {
    let world = Model::on("2026-11-02");
    let mut board = look_into(&world, "Who,What,Why\nNorthwind,Gardener,plants\n");
    let says = |board: &Board| {
        let columns = board.all("table-column");
        let said = columns
            .iter()
            .map(|column| [text(column, "name"), text(column, "samples"), value(column, "column")].join("|"));
        said.collect::<Vec<_>>().join("\n")
    };
    expect![[r#"
        Column 1|Who · Northwind|company
        Column 2|What · Gardener|title
        Column 3|Why · plants|"#]]
    .assert_eq(&says(&board));
    for (place, column) in [("0", "company"), ("1", "title"), ("2", "note")] {
        block_on(
            board
                .board_mut()
                .act(asked("map_column", "sheet", place, &[("column", column)])),
        );
        board.finish();
    }
    block_on(
        board
            .board_mut()
            .act(asked("table_names", "sheet", "names", &[("names", "on")])),
    );
    board.finish();
    expect![[r#"
        Who|Northwind|company
        What|Gardener|title
        Why|plants|note"#]]
    .assert_eq(&says(&board));
    board.act("bring_in", "preview", &[]);
    expect![[r#"
        Gardener · Northwind – Saved
          2026-11-02 captured
          2026-11-02 noted Prose("plants")"#]]
    .assert_eq(&story(&applications(&world)[0]));
}

/// F43.
#[test]
fn what_is_no_table_is_said_and_nothing_is_changed() {
    #[track_caller]
    fn check(file: &str, said: &Expect) {
        let world = world();
        let before = world.kept();
        let board = look_into(&world, file);
        let form = board.all("table-form").remove(0);
        said.assert_eq(&text(&form, "error"));
        assert!(form.fields[0].invalid);
        assert!(board.all("table-preview").is_empty() && board.all("table-sheet").is_empty());
        assert_eq!(world.kept(), before);
    }
    check("", &expect!["Nothing stands in this table."]);
    check(
        "PK\u{3}\u{4}\0\0",
        &expect!["This is no table in CSV. Save it from your spreadsheet as CSV, best in UTF-8."],
    );
    check(
        "a,b\n\"c",
        &expect![
            "In row 2 a quotation mark is opened and never closed: the file may be cut off. Nothing of it was taken."
        ],
    );
    check(
        &"a,b\n".repeat(1_000_000),
        &expect![
            "This table is larger than any of applications: at most 100,000 rows and 64 MB are read. Nothing of it was taken."
        ],
    );
    check(
        &",".repeat(300),
        &expect!["Row 1 has more than 200 cells. Nothing of the table was taken."],
    );
    check(
        &"x".repeat(2_000_000),
        &expect!["A cell of row 1 is longer than any of a spreadsheet. Nothing of the table was taken."],
    );
}

/// F43.
#[test]
fn a_table_is_brought_in_as_one_write_or_not_at_all() {
    let (_, file) = table_of(&world());
    let file = format!("{file}\r\nAcme,Clerk,Applied\r\n");
    let counted = Model::on("2026-11-02");
    let mut board = look_into(&counted, &file);
    let writes = counted.writes();
    board.ask("bring_in", "preview", &[]);
    board.finish_asked();
    assert_eq!(counted.writes(), writes + 1);
    let calls = counted.calls().iter().filter(|call| **call == Call::Set).count();
    assert!(calls > 0);
    let world = Model::on("2026-11-02");
    let mut board = look_into(&world, &file);
    world.give(Trouble::FailsFrom(0));
    board.ask("bring_in", "preview", &[]);
    board.finish_asked();
    assert!(world.kept().is_empty());
}

#[test]
fn many_rows_are_read_step_by_step_and_can_be_stopped() {
    let rows: String = (0..3_000)
        .map(|number| format!("Company {number},Clerk,2026-10-01,Applied\n"))
        .collect();
    let world = Model::on("2026-11-02");
    let mut board = Board::at(&world, "settings");
    world.turn_the_leaf();
    board.ask(
        "look_into_table",
        "table",
        &[("file", &format!("Company,Title,Date Applied,Status\n{rows}"))],
    );
    let card = board.card();
    if board.all("table-preview").is_empty() {
        assert!(!within(&card, "table-sheet").is_empty());
        board.ask("stop_reading", "", &[]);
        assert!(board.all("table-sheet").is_empty());
    }
    assert!(world.kept().is_empty());
}

#[test]
fn tables_of_known_trackers_become_applications() {
    check_stories(
        "id,createdAt,title,salary,location,url,rootDomain,htmlDescription,deadline,lastMovedAt,boardID,listID,listName,companyId,companyName,companyDomain,creatorUserId,creatorFirstName,creatorLastName,creatorUserEmail\n\
         1,2026-03-04T18:47:14.022Z,Baker,40000,Bergen,https://jobs.example/1,jobs.example,<p>Bread &amp; cake.</p>,,2026-03-15T10:00:00.000Z,5,6,Interview,7,Harbour Mill,harbour.example,8,Ana,Silva,ana@mail.example\n",
        &expect![[r#"
            Baker · Harbour Mill – Interviewing
              2026-03-04 captured
              2026-03-04 applied
              2026-03-15 invited"#]],
    );
    check_stories(
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow up,Excitement\n\
         Baker,Harbour Mill,\"$60,000\",\"Bergen, Norway\",Bookmarked,03/14/2026,11/30/2026,,03/20/2026,4\n\
         Miller,Harbour Mill,,Remote,Negotiating,03/14/2026,,03/16/2026,,\n",
        &expect![[r#"
            Baker · Harbour Mill – Saved
              2026-03-14 captured
              2026-03-14 noted Prose("Next follow-up: 2026-03-20")
            Miller · Harbour Mill – Offered
              2026-03-14 captured
              2026-03-16 applied
              2026-11-02 offered"#]],
    );
    check_stories(
        "Job Title,Company Name,Job URL,Applied Date,Status,Status Date,Archived,Date Archived,Notes\n\
         Baker,Harbour Mill,https://jobs.example/1,2026-03-04,APPLIED,2026-03-04,false,,\n\
         Miller,Harbour Mill,https://jobs.example/2,2026-03-04,REJECTED,2026-03-20,false,,\n\
         Clerk,Harbour Mill,https://jobs.example/3,2026-03-04,APPLIED,2026-03-04,true,2026-05-01,\n",
        &expect![[r#"
            Baker · Harbour Mill – Applied
              2026-03-04 captured
              2026-03-04 applied
            Miller · Harbour Mill – Ended(Rejected)
              2026-03-04 captured
              2026-03-04 applied
              2026-03-20 rejected
            Clerk · Harbour Mill – Ended(Closed)
              2026-03-04 captured
              2026-03-04 applied
              2026-05-01 closed"#]],
    );
    check_stories(
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n\
         \"3/14/26, 9:12 AM\",ana@mail.example,+49 30 1,Harbour Mill,Baker,https://jobs.example/1,cv.pdf,\n",
        &expect![[r#"
            Baker · Harbour Mill – Applied
              2026-03-14 captured
              2026-03-14 applied"#]],
    );
}

#[test]
fn what_a_row_says_of_the_job_is_read_as_a_form_is() {
    let world = Model::on("2026-11-02");
    let file = "Company;Title;Place;Work mode;Job type;Salary;Max salary;URL;Contact;Deadline;Description;Phone\n\
        Harbour Mill;Baker;Bergen, Norway;Hybrid;Full-time;$50k;$60k;jobs.example/1;Dana Kim <dana@mill.example>;30.11.2026;\"<p>Bread &amp; cake.</p>\";+49 30 1\n\
        Tern;Sailor;Remote;;;;;https://jobs.example/2?utm_source=x;;;;\n";
    let mut board = look_into(&world, file);
    board.act("bring_in", "preview", &[]);
    let mut records = whole(&world);
    records.sort_by_key(ApplicationRecord::application);
    let calendar = your_move::etiquette::Calendar::default();
    let voice = Voice {
        words: Words::english(),
        today: world.today(),
        calendar: &calendar,
    };
    let said = records.iter().flat_map(|record| {
        let application = record.fold();
        let posting = application.posting.expect("a posting");
        let phone = posting.contact.as_ref().and_then(|contact| contact.value.phone.clone());
        let fields = voice.posting_fields(&posting).into_iter();
        let fields = fields.filter(|field| !field.values.concat().is_empty());
        let fields = fields.map(|field| format!("{}: {}", field.name, field.values.join(", ")));
        fields
            .chain(phone.map(|phone| format!("phone: {phone}")))
            .collect::<Vec<_>>()
    });
    expect![[r#"
        title: Baker
        company: Harbour Mill
        place: Bergen, Norway
        workplace: hybrid
        pay: 50,000–60,000 USD
        closes: 2026-11-30
        employment: full_time
        contact: Dana Kim
        contact_email: dana@mill.example
        address: https://jobs.example/1
        description: Bread & cake.
        phone: +49 30 1
        title: Sailor
        company: Tern
        workplace: remote
        address: https://jobs.example/2"#]]
    .assert_eq(&said.collect::<Vec<_>>().join("\n"));
}
