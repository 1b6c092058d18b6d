//! Tables: what spreadsheets write is read, and what is written no spreadsheet takes for a formula.

use expect_test::{Expect, expect};
use proptest::prelude::*;
use your_move::archive::{ApplicationRecord, DayOrder, Table, TableError, TableText, guess, read_table};
use your_move::domain::Column;

use super::sample::{application_id, eight_events};

fn rows(text: &str) -> Vec<Vec<String>> {
    read_table(text).expect("a table").rows
}

fn written(rows: &[Vec<String>]) -> String {
    let mut text = TableText::default();
    for row in rows {
        text.add(row.iter().map(String::as_str));
    }
    text.close()
}

#[track_caller]
fn check(text: &str, expected: &[&[&str]]) {
    assert_eq!(rows(text), expected, "{text:?}");
}

#[test]
fn tables_are_read_as_programs_write_them() {
    let plain: &[&[&str]] = &[&["Company", "Title"], &["Northwind", "Baker"]];
    check("Company,Title\r\nNorthwind,Baker\r\n", plain);
    check("Company,Title\nNorthwind,Baker", plain);
    check("Company,Title\rNorthwind,Baker\r", plain);
    check("\u{feff}Company;Title\r\nNorthwind;Baker\r\n\r\n", plain);
    check("Company\tTitle\nNorthwind\tBaker\n", plain);
    check("Company|Title\nNorthwind|Baker\n", plain);
    check("sep=;\r\nCompany;Title\r\nNorthwind;Baker\r\n", plain);
    check("\"Company\",\"Title\"\n\"Northwind\",\"Baker\"\n", plain);
    // A decimal comma, or one between place and country, separates nothing where semicolons do.
    check(
        "Firma;Ort;Gehalt\nNorthwind;Berlin, Germany;60.000,00\nHarbour;Bern, Schweiz;\n",
        &[
            &["Firma", "Ort", "Gehalt"],
            &["Northwind", "Berlin, Germany", "60.000,00"],
            &["Harbour", "Bern, Schweiz", ""],
        ],
    );
    // Quotation marks, line breaks within cells, and rows that nothing stands in.
    check(
        "a,b\n\"x, \"\"y\"\"\nz\",5\" tube\n\n,\nlast\n,,\n",
        &[&["a", "b"], &["x, \"y\"\nz", "5\" tube"], &[""], &["", ""], &["last"]],
    );
    check("a,\"b\"c,d\n", &[&["a", "bc", "d"]]);
    check("'=1+1,'x,''=y\n", &[&["=1+1", "'x", "'=y"]]);
}

#[track_caller]
fn check_error(text: &str, error: TableError) {
    assert_eq!(read_table(text), Err(error));
}

/// F43.
#[test]
fn what_is_no_table_is_refused() {
    check_error("", TableError::Empty);
    check_error("\u{feff}\r\n , \r\n", TableError::Empty);
    check_error("PK\u{3}\u{4}\u{14}\0\u{6}\0", TableError::NotText);
    check_error(&"\0\u{1}x\0".repeat(100), TableError::NotText);
    check_error("a,b\nc,\"d\n", TableError::OpenQuote { row: 2 });
    check_error(&format!("a,b\n{}\n", ",".repeat(200)), TableError::TooWide { row: 2 });
    check_error(
        &format!("a,b\n1,{}\n", "x".repeat(2_000_000)),
        TableError::LongCell { row: 2 },
    );
    check_error(&"a,b\n".repeat(1_000_000), TableError::TooLarge);
    check_error(&"x".repeat(64 * 1024 * 1024 + 1), TableError::TooLarge);
    assert_eq!(rows(&"a,b\n".repeat(100_001)).len(), 100_001);
}

/// F45.
#[test]
fn nothing_that_is_written_is_a_formula() {
    let cells = [
        "=1+1",
        "+49 30 1",
        "-5",
        "@sum",
        "\tx",
        "\rx",
        "\n=x",
        " =cmd|' /C calc'!A0",
        "＝1",
        "'=1",
        "'",
        "' =1",
        "a;=1",
        "nul\0=1",
        "\0=1",
        "say \"=1\"",
        "two\r\nlines",
        " space ",
        "plain",
        "",
    ];
    expect![[r#"
        "'=1+1"
        "'+49 30 1"
        "'-5"
        "'@sum"
        "\"'\tx\""
        "\"'\rx\""
        "\"'\n=x\""
        "\"' =cmd|' /C calc'!A0\""
        "'＝1"
        "''=1"
        "'"
        "'' =1"
        "\"a;=1\""
        "nul=1"
        "'=1"
        "\"say \"\"=1\"\"\""
        "\"two\r\nlines\""
        "\" space \""
        "plain"
        """#]]
    .assert_eq(
        &cells
            .map(|cell| {
                let text = written(&[vec![cell.to_owned()]]);
                format!("{:?}", text.trim_start_matches('\u{feff}').trim_end_matches("\r\n"))
            })
            .join("\n"),
    );
}

/// The cells of the golden table, in rows of two.
const GOLDEN: [[&str; 2]; 6] = [
    ["Company", "Notes"],
    ["=1+1", "+49 30 1"],
    ["-5", "@sum"],
    ["\tx\ry", "say \"=1\", then; or | not"],
    ["two\r\nlines\n", "nul\0l"],
    ["'=1", "Müller & Söhne"],
];

/// F45. A file of tomorrow has the same bytes.
#[test]
fn the_golden_table_is_what_is_written() {
    let rows = GOLDEN.map(|row| row.map(str::to_owned).to_vec());
    let golden = include_bytes!("tables/formulas.csv");
    assert_eq!(written(&rows).as_bytes(), golden);
    let read = read_table(std::str::from_utf8(golden).expect("UTF-8")).expect("a table");
    let expected = rows.map(|row| row.into_iter().map(|cell| cell.replace('\0', "")).collect::<Vec<_>>());
    assert_eq!(read.rows, expected);
}

/// F38.
#[test]
fn names_that_mean_something_to_a_script_mean_nothing() {
    check_guess(
        "__proto__,constructor,Company,Title,toString\n__proto__,{},constructor,hasOwnProperty,x\n",
        &expect![[r#"
            names in row 1
            __proto__: -
            constructor: -
            Company: Company
            Title: Title
            toString: -"#]],
    );
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "[\\s\\S]{0,200}|[a\",;\t\r\n'= ]{0,60}") {
        if let Ok(table) = read_table(&text) {
            guess(&table);
        }
    }

    #[test]
    fn what_is_written_is_read(rows in cells()) {
        let text = written(&rows);
        let is_empty = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
        prop_assume!(rows.last().is_some_and(|row| !is_empty(row)));
        // With one column nothing tells a separator.
        prop_assert_eq!(read_table(&text), Ok(Table { rows }));
    }

    #[test]
    fn another_reader_reads_the_same(rows in cells()) {
        let text = written(&rows);
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let theirs: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        prop_assert_eq!(theirs.len(), rows.len());
        for (theirs, ours) in theirs.iter().zip(&rows) {
            prop_assert_eq!(theirs.len(), ours.len());
            for (theirs, ours) in theirs.iter().zip(ours) {
                let signs = ['=', '+', '-', '@', '\t', '\r'];
                prop_assert!(!theirs.trim_start_matches(' ').starts_with(signs), "{:?}", theirs);
                prop_assert!(theirs == ours || theirs.strip_prefix('\'') == Some(ours));
            }
        }
    }

    #[test]
    fn what_another_writer_writes_is_read(rows in cells_of(PLAIN), separator in prop_oneof![Just(b','), Just(b';'), Just(b'\t')]) {
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).expect("written");
        }
        let text = String::from_utf8(writer.into_inner().expect("written")).expect("a text");
        prop_assume!(rows.last().is_some_and(|row| row.iter().any(|cell| !cell.trim().is_empty())));
        prop_assert_eq!(read_table(&text), Ok(Table { rows }));
    }
}

/// Rows of the same width, of at least two cells. The first has names, so that their separators are told.
fn cells() -> impl Strategy<Value = Vec<Vec<String>>> {
    cells_of("[a-z]{1,5}|[=+@'\" \\-]{0,3}[a-z,;\t\r\n\"]{0,5}|[^\0\u{feff}]{0,6}")
}

/// Nothing that another program does not guard against, and nothing that separates.
const PLAIN: &str = "[a-z]{1,5}|[a-zäé=\" ][a-z=\"\r\n ]{0,5}";

fn cells_of(cell: &'static str) -> impl Strategy<Value = Vec<Vec<String>>> {
    (2_usize..5)
        .prop_flat_map(move |width| {
            let row = prop::collection::vec(cell, width);
            (prop::collection::vec(row, 1..6), Just(width))
        })
        .prop_map(|(rows, width)| {
            let names = (0..width).map(|number| format!("name{number}")).collect();
            let mut all = vec![names; 6];
            all.extend(rows);
            all
        })
}

/// What the columns of a table are taken for.
fn guessed(text: &str) -> String {
    let table = read_table(text).expect("a table");
    let guess = guess(&table);
    let header = guess
        .header
        .map_or("no names".to_owned(), |row| format!("names in row {}", row + 1));
    let names = guess.header.map(|row| table.rows[row].clone()).unwrap_or_default();
    let columns = guess.columns.iter().enumerate().map(|(place, column)| {
        let name = names.get(place).cloned().unwrap_or_default();
        let column = column.map_or("-".to_owned(), |column| format!("{column:?}"));
        format!("{name}: {column}")
    });
    let order = (guess.order != DayOrder::Unknown).then(|| format!("{:?}", guess.order));
    std::iter::once(header)
        .chain(order)
        .chain(columns)
        .collect::<Vec<_>>()
        .join("\n")
}

#[track_caller]
fn check_guess(text: &str, expected: &Expect) {
    expected.assert_eq(&guessed(text));
}

#[test]
fn a_table_of_huntr_is_recognised() {
    check_guess(
        "id,createdAt,title,salary,location,url,rootDomain,htmlDescription,deadline,lastMovedAt,boardID,listID,listName,companyId,companyName,companyDomain,creatorUserId,creatorFirstName,creatorLastName,creatorUserEmail\n\
         1,2026-03-04T18:47:14.022Z,Baker,,Bergen,https://jobs.example/1,jobs.example,<p>Bread.</p>,,2026-03-05T10:00:00.000Z,5,6,Applied,7,Harbour Mill,harbour.example,8,Ana,Silva,ana@mail.example\n",
        &expect![[r#"
            names in row 1
            id: Id
            createdAt: Saved
            title: Title
            salary: Pay
            location: Place
            url: Address
            rootDomain: -
            htmlDescription: Description
            deadline: Closes
            lastMovedAt: StageDay
            boardID: -
            listID: -
            listName: Stage
            companyId: -
            companyName: Company
            companyDomain: -
            creatorUserId: -
            creatorFirstName: -
            creatorLastName: -
            creatorUserEmail: -"#]],
    );
    check_guess(
        "Employer,Job Title,List,URL,Location,Salary,Date Saved,Notes\n\
         Harbour Mill,Baker,Wishlist,https://jobs.example/1,Bergen,€ 40k,2026-01-15,Good bread\n",
        &expect![[r#"
            names in row 1
            Employer: Company
            Job Title: Title
            List: Stage
            URL: Address
            Location: Place
            Salary: Pay
            Date Saved: Saved
            Notes: Note"#]],
    );
}

#[test]
fn a_table_of_teal_is_recognised() {
    check_guess(
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow up,Excitement\n\
         Baker,Harbour Mill,\"$60,000\",Bergen,Bookmarked,03/14/2026,,,03/20/2026,4\n",
        &expect![[r#"
            names in row 1
            MonthFirst
            Job Position: Title
            Company: Company
            Max. Salary: PayMost
            Location: Place
            Status: Stage
            Date Saved: Saved
            Deadline: Closes
            Date Applied: Applied
            Follow up: FollowUp
            Excitement: -"#]],
    );
    check_guess(
        "Company Name,Job Title,Status,Job URL,Location,Salary\nHarbour Mill,Baker,Applied,https://jobs.example/1,Bergen,$130k\n",
        &expect![[r#"
            names in row 1
            Company Name: Company
            Job Title: Title
            Status: Stage
            Job URL: Address
            Location: Place
            Salary: Pay"#]],
    );
}

#[test]
fn a_table_of_simplify_is_recognised() {
    check_guess(
        "Job Title,Company Name,Job URL,Applied Date,Status,Status Date,Archived,Date Archived,Notes\n\
         Baker,Harbour Mill,https://jobs.example/1,2026-03-04,APPLIED,2026-03-04,false,,\n",
        &expect![[r#"
            names in row 1
            Job Title: Title
            Company Name: Company
            Job URL: Address
            Applied Date: Applied
            Status: Stage
            Status Date: StageDay
            Archived: Archived
            Date Archived: Ended
            Notes: Note"#]],
    );
}

#[test]
fn a_table_of_linkedin_is_recognised() {
    check_guess(
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n\
         \"3/14/26, 9:12 AM\",ana@mail.example,+49 30 1,Harbour Mill,Baker,https://jobs.example/1,cv.pdf,\n",
        &expect![[r#"
            names in row 1
            MonthFirst
            Application Date: Applied
            Contact Email: ContactEmail
            Contact Phone Number: ContactPhone
            Company Name: Company
            Job Title: Title
            Job Url: Address
            Resume Name: Cv
            Question And Answers: Note"#]],
    );
}

#[test]
fn sheets_that_people_keep_are_recognised() {
    check_guess(
        "My job search 2026,,,,\n,,,,\nCompany,Position,Date Applied,Status,Link to Job Posting,Contact Person,Follow-up Date,Interview Date,Notes\n\
         Harbour Mill,Baker,14/3/2026,Waiting,https://jobs.example/1,Dana,,,\n",
        &expect![[r#"
            names in row 3
            DayFirst
            Company: Company
            Position: Title
            Date Applied: Applied
            Status: Stage
            Link to Job Posting: Address
            Contact Person: Contact
            Follow-up Date: FollowUp
            Interview Date: Interview
            Notes: Note"#]],
    );
    check_guess(
        "Firma;Stelle;Ort;Beworben am;Status;Ansprechpartner;E-Mail;Telefon;Gehaltsvorstellung;Link zur Stellenanzeige;Bemerkungen\n\
         Hafenmühle;Bäckerin;Bergen;14.03.2026;Absage;Dana Kim;dana@hafen.example;+49 30 1;40.000 €;https://jobs.example/1;\n",
        &expect![[r#"
            names in row 1
            DayFirst
            Firma: Company
            Stelle: Title
            Ort: Place
            Beworben am: Applied
            Status: Stage
            Ansprechpartner: Contact
            E-Mail: ContactEmail
            Telefon: ContactPhone
            Gehaltsvorstellung: Pay
            Link zur Stellenanzeige: Address
            Bemerkungen: Note"#]],
    );
    check_guess(
        "#,Employer name,Role I applied for,Date of application,Current status of application,Application link (URL),Salary range (USD),Recruiter contact,Where is it?\n\
         1,Harbour Mill,Baker,2026-03-14,Rejected,https://jobs.example/1,50-60k,Dana,Bergen\n",
        &expect![[r#"
            names in row 1
            #: -
            Employer name: Company
            Role I applied for: Title
            Date of application: Applied
            Current status of application: Stage
            Application link (URL): Address
            Salary range (USD): Pay
            Recruiter contact: Contact
            Where is it?: Place"#]],
    );
    check_guess(
        "Name,Position,Stage,Applied?,When,URL\nHarbour Mill,Baker,Applied,Yes,2026-03-14,https://jobs.example/1\n",
        &expect![[r#"
            names in row 1
            Name: Company
            Position: Title
            Stage: Stage
            Applied?: -
            When: Applied
            URL: Address"#]],
    );
}

/// What a column of that name is taken for, as far as that is wrong.
fn wrong_name(name: &str, expected: Option<Column>) -> Option<String> {
    let table = read_table(&format!("{name};zzz;yyy\n;;\n")).expect("a table");
    let found = guess(&table).columns[0];
    (found != expected).then(|| format!("{name}: {found:?}"))
}

#[test]
fn columns_are_known_by_many_names() {
    let mut wrong = Vec::new();
    for (column, names) in [
        (
            Column::Company,
            "Company|company_name|CompanyName|EMPLOYER|Organisation:|Name of company|Unternehmen|Firma / Arbeitgeber",
        ),
        (
            Column::Title,
            "Position|Job Title|jobTitle|Role|Role applied for|Job Role|Stelle|Stellenbezeichnung|Position / Role",
        ),
        (Column::Place, "Location|City|City, State|Ort|Arbeitsort|Job location"),
        (
            Column::Workplace,
            "Remote?|Work mode|Remote / Hybrid / On-site|Homeoffice",
        ),
        (Column::Employment, "Job type|Employment Type|Vertragsart|Contract"),
        (
            Column::Pay,
            "Salary|Salary range|Pay Range|Compensation|Salary (EUR)|Gehalt|Expected Salary",
        ),
        (
            Column::Address,
            "URL|Link|Job link|Link to Job Req|Job posting URL|Stellenanzeige|Job Description URL",
        ),
        (
            Column::Stage,
            "Status|Stage|Application Status|Current status|Outcome|Stand",
        ),
        (Column::StageDay, "Last updated|Status date|lastMovedAt|Last Update"),
        (Column::Saved, "Date saved|createdAt|Date Added|Saved"),
        (
            Column::Applied,
            "Date Applied|Applied on|Application Date|Date of application|Date Submitted|Date|Applied Date|Beworben am|Bewerbungsdatum|Datum der Bewerbung",
        ),
        (
            Column::Heard,
            "Response date|Last contact|Date Heard Back|Rückmeldung am",
        ),
        (
            Column::Interview,
            "Interview date|Interview Date & Time|1st Interview Date|Vorstellungsgespräch am",
        ),
        (Column::Ended, "Rejection date|Date rejected|Absage am"),
        (
            Column::Closes,
            "Deadline|Application Deadline|Closing date|Bewerbungsfrist|Apply by",
        ),
        (Column::Posted, "Date posted|Posted on|Posted Date"),
        (
            Column::FollowUp,
            "Follow up|Follow-up date|Next follow-up|Follow Up On|Wiedervorlage",
        ),
        (
            Column::Contact,
            "Contact|Contact person|Recruiter|Hiring Manager|Contact Name|Ansprechpartner|Ansprechpartner/in",
        ),
        (
            Column::ContactEmail,
            "Email|E-Mail|Contact Email|Recruiter's email|E-Mail-Adresse",
        ),
        (Column::ContactPhone, "Phone|Phone number|Contact Phone Number|Telefon"),
        (Column::Cv, "Resume|Resume version|CV used|Lebenslauf"),
        (Column::Reference, "Job ID|Req ID|Reference number|Kennziffer"),
        (
            Column::Note,
            "Notes|Comments|Notes / Comments|Bemerkungen|Source|Referral|Rejection Reason|Next Steps",
        ),
        (Column::Description, "Job description|Description|Stellenbeschreibung"),
    ] {
        for name in names.split('|') {
            wrong.extend(wrong_name(name, Some(column)));
        }
    }
    for name in [
        "Company size",
        "Company website",
        "Industry",
        "Excitement",
        "creatorUserEmail",
        "#",
        "Priority",
        "LinkedIn",
    ] {
        wrong.extend(wrong_name(name, None));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn without_names_what_is_in_the_cells_tells() {
    check_guess(
        "Harbour Mill,Senior Baker Manager,https://jobs.example/1,2026-03-14,Applied,dana@hafen.example,$60k,lovely bread\n\
         Northwind,Data Engineer,https://jobs.example/2,2026-03-15,Rejected,,€40k,\n",
        &expect![[r#"
            no names
            : Company
            : Title
            : Address
            : Applied
            : Stage
            : ContactEmail
            : Pay
            : -"#]],
    );
}

#[test]
fn what_a_column_says_is_found_from_left_to_right() {
    let table = read_table("Company,Notes,Comments\nNorthwind,one,two\n\nHarbour,three\n").expect("a table");
    let guess = guess(&table);
    let rows: Vec<usize> = guess.rows(&table).map(|(number, _)| number).collect();
    assert_eq!(rows, [2, 4]);
    let (_, row) = guess.rows(&table).next().expect("a row");
    let notes: Vec<_> = guess.cells(row, Column::Note).collect();
    assert_eq!(notes, [(1, "one"), (2, "two")]);
}

#[test]
fn an_application_goes_through_cells() {
    let record = ApplicationRecord::new(application_id(1), &eight_events());
    let cells = your_move::archive::write_record(&record);

    assert_eq!(
        your_move::archive::read_record(cells.iter().map(String::as_str)),
        Some(record)
    );
}
