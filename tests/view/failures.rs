//! Refusals, faults and warnings, each with what the user can do.

use expect_test::expect;
use your_move::domain::{Fault, Refusal, SafeLink, Warning};

use super::story::*;

#[test]
fn refusals_say_what_can_be_done() {
    let all = [
        Refusal::UnknownApplication,
        Refusal::Deleted,
        Refusal::UnknownEvent,
        Refusal::AlreadyUndone,
        Refusal::NothingToKeep,
        Refusal::AlreadyKept,
        Refusal::AlreadyApplied { on: day("2026-11-02") },
        Refusal::AlreadyApplied { on: day("2026-11-25") },
        Refusal::AlreadySent,
        Refusal::Ended,
        Refusal::Joined,
        Refusal::NotEnded,
        Refusal::InTheFuture,
        Refusal::OddDay,
        Refusal::PromiseInThePast,
        Refusal::SnoozeNotAhead,
        Refusal::SnoozePastAnswer {
            answer_by: day("2026-12-04"),
        },
        Refusal::PinBeforePromise {
            promised: day("2026-12-04"),
        },
        Refusal::NoSuchFollowUp,
        Refusal::Unreadable { field: "pay" },
        Refusal::Unreadable { field: "closes" },
        Refusal::Unreadable { field: "title" },
        Refusal::UnknownPlaceholder { name: line("persom") },
        Refusal::UncertainPlaceholder { name: line("person") },
        Refusal::Unpaired,
        Refusal::OutOfBounds { least: 1, most: 90 },
        Refusal::NoDayInLine(2),
        Refusal::SeveralDaysInLine(3),
        Refusal::FarDayInLine(4),
        Refusal::TooManyDays,
        Refusal::TooQuiet,
        Refusal::NoCalendar,
        Refusal::TooLarge,
        Refusal::NoBackup,
        Refusal::LongBackup,
        Refusal::NotUtf8,
        Refusal::NewerBackup,
        Refusal::ChangedBackup,
        Refusal::OddBackup {
            detail: "application 1: this must be an object in braces".to_owned(),
        },
        Refusal::Unreadable { field: "value" },
        Refusal::Unreadable { field: "to_day" },
        Refusal::ReadOnly,
    ];
    let said = on("2026-11-25", |voice| all.map(|refusal| voice.refusal(&refusal)));
    expect![[r#"
        That application is not here any more. Close this window and open it again to see what is.
        That application has been deleted. Save the posting again to start anew.
        That entry is not here any more. Close this window and open it again to see what is.
        That has been undone already.
        Give it a title or a company, so that you can find it again.
        This page is saved already; here it is.
        You applied already, on Mon 2 Nov. If the day is wrong, undo that entry and log it again.
        You applied already, today. If the day is wrong, undo that entry and log it again.
        That is in the timeline on that day already. If there was another one on another day, log it with that day.
        This application has ended. Undo what ended it first.
        This application is joined with another one. Write it down there, or part the two first.
        This application is open already.
        That day has not come yet. Choose today or an earlier day.
        That day is too far away. Check the year.
        The day they named lies before the day on which they said it. Check both days.
        Choose a day that lies ahead.
        They want your answer by Fri 4 Dec. Choose a day up to then.
        The day they named, Fri 4 Dec, comes first. Choose a later day, or correct it.
        That was settled in the meantime; there is nothing left to do.
        Write the pay as in “80,000–95,000 EUR a year”, or leave it empty.
        Choose a whole day: day, month and year.
        This could not be understood. Shorten it or leave it empty.
        There is no {persom}. You can use {person}, {role}, {company}, {job}, {round}, {on}, {time}, {date}, {point}, {referrer}, {task} and {sender}.
        {person} is not always known. Put double brackets around the part that needs it, as in “[[ for {person}]]”: where it is not known, that part is left out.
        A brace or a double bracket lacks its other. Close it, or take it out.
        Choose a number from 1 to 90.
        Line 2 does not begin with a day. Write it as in “2026-12-24 Christmas Eve”.
        Line 3 names more than one day. Write the first and the last as in “2026-12-24 to 2027-01-01 Christmas”, or each day in a line of its own.
        Line 4 is more than ten years from now. Look at the year.
        That is more than 600 days off. Take out some that you do not need.
        More than half of the year would be quiet. Shorten the period, or take another one out.
        This is no calendar file. Choose one whose name ends in .ics.
        This file is larger than any calendar of days off. Choose another one.
        This is no backup of Your Move. Choose one, such as your-move-2026-12-22.json.
        This file is larger than any backup. Choose another one.
        This file is not written in UTF-8. Save it so, and choose it again.
        A newer version of Your Move made this backup. Update the extension to restore it.
        This backup is not as it was made, so nothing of it is read. Choose an undamaged copy.
        Something in this backup cannot be read, so nothing of it was taken. In the file: application 1: this must be an object in braces
        Write a whole number.
        The year has no such day.
        A newer version of Your Move wrote what is kept here. Update the extension to change it."#]]
    .assert_eq(&said.join("\n"));
}

#[test]
fn faults_say_what_holds_and_what_can_be_done() {
    let detail = || "IO error: 7".to_owned();
    let all = [
        Fault::CannotRead { detail: detail() },
        Fault::CannotWrite { detail: detail() },
        Fault::Full,
        Fault::Damaged { key: "app/7".into() },
        Fault::Newer,
        Fault::Updated,
        Fault::PageClosed,
        Fault::PageMoved {
            from: SafeLink::new("https://jobs.example/1"),
        },
        Fault::PageMoved { from: None },
        Fault::PageOdd {
            detail: Some(line("no document")),
        },
        Fault::PageOdd { detail: None },
    ];
    let said = on("2026-11-25", |voice| {
        all.map(|fault| {
            let trouble = voice.fault(&fault);
            format!("{} {} [{}]", trouble.text, trouble.advice, trouble.detail)
        })
    });
    expect![[r#"
        The browser could not open what you kept. Nothing was changed. Try again; if it stays like this, restart the browser. [IO error: 7]
        The browser could not save this. Nothing was changed, and what you typed is still here. Try again. [IO error: 7]
        There is no room left to save this. Nothing was changed, and what you typed is still here. Free some disk space and try again. []
        Something you kept is not as it was written. It was left as it is, and everything else goes on. Save a copy of your data. [app/7]
        A newer version of Your Move wrote what is kept here. Nothing was changed. Update the extension to go on; a copy of your data can be saved now. []
        Your Move was updated while this page was open. Nothing was changed. Load this page anew to go on. []
        The browser lets no extension read this page: its own pages, its store, PDFs and files are closed. You can write the posting down by hand. []
        The page changed while it was being read. Wait until it has loaded and click the icon again. [https://jobs.example/1]
        The page changed while it was being read. Wait until it has loaded and click the icon again. []
        This page could not be read. Reload it and click the icon again, or write the posting down by hand. [no document]
        This page could not be read. Reload it and click the icon again, or write the posting down by hand. []"#]].assert_eq(&said.join("\n"));
}

#[track_caller]
fn check_warnings(warnings: &[Warning], expected: &str) {
    assert_eq!(on("2026-11-25", |voice| voice.warnings(warnings)), expected);
}

#[test]
fn warnings_say_each_thing_once() {
    let contradiction = |field: &str| Warning::Contradiction { field: field.into() };
    check_warnings(&[], "");
    check_warnings(
        &[
            Warning::Cut { what: "text".into() },
            Warning::Cut { what: "json-ld".into() },
        ],
        "The page is very long; only its first part was read.",
    );
    check_warnings(
        &[Warning::BrokenStructuredData, Warning::NestedTooDeeply],
        "Part of the page could not be read. Please check the fields.",
    );
    check_warnings(
        &[
            contradiction("closes"),
            contradiction("title"),
            contradiction("shoe_size"),
        ],
        "The page gives two answers here: Closes. Please check it. The page gives two answers here: Job title. Please check it. The page contradicts itself. Please check the fields.",
    );
    check_warnings(
        &[Warning::UnsafeAddress, Warning::OddDate],
        "An unsafe address on the page was left out. A date on the page made no sense and was left out.",
    );
    check_warnings(
        &[Warning::ClosesBeforePosted, Warning::Expired],
        "The last day lies before the day of posting. Please check both. This posting’s last day has passed.",
    );
}
