//! The extension as a person meets it: in Chromium, with a click on its icon.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]

mod accessibility;
mod answers;
mod applications;
#[path = "../../examples/capture/asked.rs"]
mod asked;
mod backup;
mod calendar;
mod capture;
mod choose;
#[path = "../../examples/capture/command.rs"]
mod command;
mod concurrency;
#[path = "../capture/corpus.rs"]
mod corpus;
mod crowd;
mod dashboard;
mod days;
mod drafts;
mod driver;
mod duplicates;
mod entries;
mod extension;
mod faults;
mod files;
mod fill;
mod follow_ups;
mod frames;
mod hostile;
mod insights;
mod kept;
mod keyboard;
mod kills;
mod language;
mod ledger;
mod letters;
mod life_cycle;
#[path = "../../examples/capture/line.rs"]
mod line;
mod machines;
mod manual;
mod media;
mod messages;
mod noticing;
#[path = "../../examples/agenda/object.rs"]
mod object;
mod pages;
mod peers;
mod people;
mod popup;
mod printed;
mod privacy;
mod probe;
mod profile;
mod progress;
mod put_right;
mod reports;
mod rescue;
mod saved;
mod scene;
mod scheme;
mod search;
#[path = "../searches/mod.rs"]
mod searches;
mod selection;
mod server;
mod settings;
mod settings_page;
mod shifts;
#[path = "../app/sound.rs"]
#[allow(dead_code, reason = "the tests of the use-cases look at more of it")]
mod sound;
mod states;
mod storage;
mod story;
mod tables;
mod thousand;
mod time_zone;
mod ways;
#[path = "../app/world.rs"]
#[allow(dead_code, reason = "the tests of the use-cases need more of the model")]
mod world;
mod writer;
