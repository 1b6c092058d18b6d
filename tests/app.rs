//! The use-cases, in a model of the world: what is kept, what is shown, what is rung, and what holds when the world fails.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]

#[path = "app/aliases.rs"]
mod aliases;
#[path = "app/answers.rs"]
mod answers;
#[path = "app/applications.rs"]
mod applications;
#[path = "app/backup.rs"]
mod backup;
#[path = "app/by_hand.rs"]
mod by_hand;
#[path = "app/calendar.rs"]
mod calendar;
#[path = "app/capture.rs"]
mod capture;
#[path = "app/check.rs"]
mod check;
#[path = "app/choose.rs"]
mod choose;
#[path = "app/clocks.rs"]
mod clocks;
#[path = "app/commands.rs"]
mod commands;
#[path = "app/company.rs"]
mod company;
#[path = "app/concurrency.rs"]
mod concurrency;
#[path = "app/damage.rs"]
mod damage;
#[path = "app/dashboard.rs"]
mod dashboard;
#[path = "app/desk.rs"]
mod desk;
#[path = "app/drafts.rs"]
mod drafts;
#[path = "app/duplicates.rs"]
mod duplicates;
#[path = "app/entries.rs"]
mod entries;
#[path = "app/erase.rs"]
mod erase;
#[path = "app/failures.rs"]
mod failures;
#[path = "app/follow_ups.rs"]
mod follow_ups;
#[path = "app/history.rs"]
mod history;
#[path = "app/letters.rs"]
mod letters;
#[path = "app/mirror.rs"]
mod mirror;
#[path = "app/moves.rs"]
mod moves;
#[path = "app/newer.rs"]
mod newer;
#[path = "app/noticing.rs"]
mod noticing;
#[path = "app/pages.rs"]
mod pages;
#[path = "app/pairs.rs"]
mod pairs;
#[path = "app/people.rs"]
mod people;
#[path = "app/progress.rs"]
mod progress;
#[path = "app/put_right.rs"]
mod put_right;
#[path = "app/rebuild.rs"]
mod rebuild;
#[path = "app/recovery.rs"]
mod recovery;
#[path = "app/reminders.rs"]
mod reminders;
#[path = "app/reports.rs"]
mod reports;
#[path = "app/restore.rs"]
mod restore;
#[path = "archive/sample.rs"]
#[expect(dead_code, reason = "the kinds of event alone are asked for")]
mod sample;
#[path = "app/search.rs"]
mod search;
#[path = "searches/mod.rs"]
mod searches;
#[path = "app/selection.rs"]
mod selection;
#[path = "app/settings.rs"]
mod settings;
#[path = "app/settings_page.rs"]
mod settings_page;
#[path = "app/sound.rs"]
mod sound;
#[path = "app/steps.rs"]
mod steps;
#[path = "ledger/story.rs"]
#[expect(dead_code, reason = "what is moved from stage to stage takes a part of it")]
mod story;
#[path = "app/tables.rs"]
mod tables;
#[path = "app/welcome.rs"]
mod welcome;
#[path = "app/world.rs"]
mod world;
