//! Shows the extension: in a window on a sample posting where there is a screen, else as pictures and a transcript.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program for developers, which talks to them and stops at the first thing that goes wrong"
)]
#![allow(dead_code, reason = "the tests use more of the harness")]

mod days;
mod driver;
mod extension;
mod files;
mod picture;
mod popup;
mod profile;
mod scene;
mod scheme;
mod server;
mod transcript;

use std::env;
use std::path::Path;

use days::business_days_before;
use driver::{Browser, Launch};
use extension::Extension;
use profile::Profile;
use scene::{BROWSER_PAGE, HARBOUR_MILL, NORTHWIND, Scene};
use server::{NOTHING_ELSE, Server};
use transcript::Transcript;

fn main() {
    if env::var_os("DISPLAY").is_some() || env::var_os("WAYLAND_DISPLAY").is_some() {
        show();
    } else {
        record();
    }
}

/// Opens a window, and stays until it is closed.
fn show() {
    let (profile, server) = (Profile::new(), Server::start());
    let folder = Extension::built();
    let launch = Launch {
        extension: Some(&folder),
        headed: true,
        // Whoever looks may go where they like.
        unwatched: true,
        arguments: &[NOTHING_ELSE.to_owned()],
        ..Launch::default()
    };
    let browser = Browser::start(&profile.path(), launch);
    server.stand_in(&browser);
    browser.open(NORTHWIND);
    for blank in browser.targets("page", "about:blank") {
        browser.end(&blank);
    }
    println!("A sample posting is open. Click the icon of Your Move, behind the puzzle piece in the toolbar.");
    println!("Another sample, without a closing date: {HARBOUR_MILL}");
    println!("It is a browser of its own, with a profile that is thrown away. Close its window to end this.");
    browser.wait_until_closed();
}

/// Does the main job, and writes down what is seen.
fn record() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/demo");
    let launch = Launch {
        arguments: &[picture::SCREEN.to_owned()],
        ..Launch::default()
    };
    let scene = Scene::with(launch);
    let mut transcript = Transcript::new(&scene, folder, "Your Move, as it was seen in Chromium");

    let popup = scene.click(&scene.open(NORTHWIND));
    transcript.step(
        &popup,
        "captured",
        "The icon is clicked on a posting: it is read, and nothing is kept yet.",
    );
    popup.apply_today();
    transcript.step(&popup, "applied", "I applied, today.");
    scene.close(popup);

    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.fill_applied_on(business_days_before(12, popup.today()));
    transcript.step(
        &popup,
        "another-day",
        "Another posting; applied on another day, twelve business days ago.",
    );
    popup.press("#page [data-panel=day] [type=submit]");
    popup.wait_for("#page .kept");
    scene.wait_for_badge("1");
    transcript.step(&popup, "due", "It is kept, and a check-in is due at once.");

    let today = popup.today();
    popup.fill_interview(
        business_days_before(4, today),
        business_days_before(3, today),
        "Mara Lindqvist",
    );
    transcript.step(
        &popup,
        "interview",
        "An interview four business days ago; they would decide a day later.",
    );
    popup.keep();
    scene.wait_for_badge("3");
    popup.take_question();
    popup.press(".answers [name=liked][value=email]");
    popup.press(".answers [name=consent][value=yes]");
    transcript.step(
        &popup,
        "answers",
        "What they said at its end is asked in a row: four answers, of which the day is known, and each may be that it was not said.",
    );
    popup.press(".answers [type=submit]");
    scene.wait_for_badge("2");
    transcript.step(
        &popup,
        "two-dues",
        "Thanking and checking in are two things, and both are due.",
    );
    let first = popup.moves()[0].clone();
    popup.press(&first.part("[data-action=write]"));
    popup.wait_for(".letter");
    transcript.step(
        &popup,
        "message",
        "What to write is shown, to be changed and opened where it is sent; nothing is sent or logged by that.",
    );
    popup.press(&first.part("[data-action=sent]"));
    scene.wait_for_badge("1");
    transcript.step(&popup, "sent", "The first was sent; the other stays.");
    popup.press(".dock [data-action=undo]");
    scene.wait_for_badge("2");
    transcript.step(&popup, "undone", "Undo: it is due again.");
    let last = popup.moves()[1].clone();
    popup.press(&last.part("[data-opens=later]"));
    transcript.step(&popup, "later", "Later: which day?");
    popup.press(&last.part("[data-list=days] > :first-child"));
    scene.wait_for_badge("1");
    transcript.step(&popup, "put-off", "Put off to the first of the days offered.");
    popup.press(".kept [data-opens=more]");
    transcript.step(&popup, "more", "All else that can have happened.");
    popup.press(".kept [data-key=invited]");
    popup.fill_date(".entry [name=day]", popup.today());
    popup.fill(".entry [name=place]", "Quay 4, second floor");
    popup.fill(".entry [name=people]", "Jon Okafor");
    transcript.step(&popup, "invited", "Another interview is booked.");
    scene.close(popup);
    let popup = scene.click(&tab);
    transcript.step(
        &popup,
        "draft",
        "The window was closed in mid-word: what was typed is there again.",
    );
    popup.keep();
    popup.begin("thanked");
    transcript.step(&popup, "thanked", "Whom did I thank, and for which interview?");
    popup.press(".entry [data-action=cancel]");
    popup.press(".timeline li:nth-child(2) [data-opens=day]");
    transcript.step(&popup, "day", "A day in the timeline is put right.");
    popup.begin("erased");
    transcript.step(&popup, "erased", "Deleting says what goes.");
    scene.close(popup);

    let popup = scene.click(&scene.open(BROWSER_PAGE));
    transcript.step(&popup, "browser-page", "The icon is clicked on a page of the browser.");
    popup.press("#page [data-action=manual]");
    popup.fill("#page [name=title]", "Lighthouse Keeper");
    popup.fill("#page [name=company]", "Northern Lights Board");
    transcript.step(&popup, "by-hand", "What no page says is written by hand.");
    popup.fill("#page [name=pay]", "a lot");
    popup.press("#page [data-action=save]");
    transcript.step(&popup, "unclear", "What cannot be understood is said beside its field.");
    popup.fill("#page [name=pay]", "48,000 EUR a year");
    popup.press("#page [data-action=save]");
    popup.wait_for(".dock .notice[data-tone=good]");
    transcript.step(&popup, "saved", "It is saved for later.");
    popup.fill(".search input", "keeper north");
    popup.wait_for("#found .found");
    transcript.step(&popup, "found", "Any application is found by its words.");
    popup.press("#found [data-action=find]");
    popup.begin("offered");
    popup.press(".entry [name=written][value=yes]");
    popup.fill_date(".entry [name=answer_by]", popup.today());
    transcript.step(
        &popup,
        "offer",
        "An offer in writing, and the day by which they want an answer.",
    );
    popup.keep();
    transcript.step(
        &popup,
        "offered",
        "It is kept; what is likely to come next is one click away.",
    );
    popup.press("#page [data-key=accepted]");
    popup.keep();
    popup.wait_for(".withdrawals li");
    popup.press(".withdrawals li:first-child [data-action=write]");
    popup.wait_for(".letter");
    transcript.step(
        &popup,
        "still-open",
        "It is accepted; others are waiting, and each is told in a note.",
    );
    popup.press(".dock [data-opens=settings]");
    popup.press(".settings [value=dark]");
    transcript.step(
        &popup,
        "settings",
        "In the corner: how it looks, and when the day begins.",
    );
    popup.press(".settings [value=system]");
    scene.close(popup);

    let popup = scene.click(&scene.open("https://kitchen.example/bread"));
    transcript.step(
        &popup,
        "no-posting",
        "The icon is clicked on a page that is no posting.",
    );

    let page = scene.dashboard("#welcome");
    transcript.page(&page, "welcome", "What is shown once it is installed.");
    let page = scene.dashboard("?sample");
    transcript.page(
        &page,
        "today",
        "The dashboard, with the sample to look around in: today.",
    );
    page.select_two();
    transcript.page(
        &page,
        "selected",
        "Two rows are selected, to do something with both at once.",
    );
    page.press("[data-list=groups] > :first-child [data-list=moves] > li:first-child h3 button");
    transcript.page(&page, "application", "One application.");
    let page = scene.dashboard("#settings");
    transcript.page(&page, "settings", "All that can be chosen.");

    println!("{}", transcript.finish().display());
}
