//! Every screen of the popup and the dashboard, in every state that looks different: the one table that the checks of accessibility and the
//! pictures go through.

use chrono::Days;
use serde_json::json;
use xxhash_rust::xxh3::xxh3_64_with_seed;
use your_move::archive::{Proposals, seal};
use your_move::domain::{Line, Proposal, SafeLink};

use crate::days::business_days_before;
use crate::driver::Launch;
use crate::fill::{apply_with_hard_names, meet_recruiter};
use crate::ledger::{Size, keep_search};
use crate::popup::Popup;
use crate::scene::{BROWSER_PAGE, HARBOUR_MILL, HARBOUR_MILL_SECOND, NORTHWIND, Scene, TOWER_AND_TOLL};
use crate::storage::{MIRROR, SLOW};

/// One state of a screen.
pub(crate) struct State {
    /// What it is called.
    pub(crate) name: &'static str,
    /// Whether it stands for its screen, where not all of its states are wanted.
    pub(crate) is_chief: bool,
    ledger: Ledger,
    place: Place,
    reach: fn(&Popup),
}

impl State {
    /// Whether it is one of the popup, and not of the dashboard.
    pub(crate) fn is_in_popup(&self) -> bool {
        matches!(self.place, Above(_))
    }

    /// Whether so much is kept in it that it takes long to be made.
    pub(crate) fn is_of_many(&self) -> bool {
        self.ledger == Many
    }
}

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ledger {
    /// Nothing yet.
    Empty,
    /// One application, after an interview: a thank-you and a check-in are due.
    One,
    /// Forty applications, and two whose names are hard to show.
    Few,
    /// Ten thousand.
    Many,
    /// What a newer version has written.
    Newer,
}

/// Where a state begins.
enum Place {
    /// The popup above a page.
    Above(&'static str),
    /// A screen of the dashboard.
    Dashboard(&'static str),
}

use Ledger::{Empty, Few, Many, Newer, One};
use Place::{Above, Dashboard};

const LIST: &str = "https://jobs.northwind.example/openings";
const NO_POSTING: &str = "https://kitchen.example/bread";

/// A panic of the core, as the page hears of it.
const PANIC: &str = "dispatchEvent(new ErrorEvent('error', { error: new Error('the core has stopped') }))";

/// A head as a later version may write it.
fn newer() -> String {
    let (schema, body) = (2, "{}");
    let sum = xxh3_64_with_seed(body.as_bytes(), schema);
    format!(r#"{{"your_move":{schema},"sum":"{sum:016x}","body":{body}}}"#)
}

const fn state(name: &'static str, ledger: Ledger, place: Place, reach: fn(&Popup)) -> State {
    State {
        name,
        is_chief: false,
        ledger,
        place,
        reach,
    }
}

/// One that stands for its screen.
const fn chief(name: &'static str, ledger: Ledger, place: Place, reach: fn(&Popup)) -> State {
    State {
        is_chief: true,
        ..state(name, ledger, place, reach)
    }
}

/// All of them. Those of one ledger stand together: they share a browser.
const STATES: &[State] = &[
    chief("popup-posting", Empty, Above(NORTHWIND), |_| {}),
    state("popup-more-fields", Empty, Above(NORTHWIND), |popup| {
        popup.press("#page .capture summary");
    }),
    state("popup-another-day", Empty, Above(NORTHWIND), |popup| {
        popup.press("#page .capture [data-opens=day]");
    }),
    chief("popup-first-run", Empty, Above(NO_POSTING), |_| {}),
    chief("popup-list", Empty, Above(LIST), |_| {}),
    state("popup-uncertain", Empty, Above(LIST), |popup| {
        popup.press("#page [data-list=choices] > :first-child [data-action=take]");
    }),
    state("popup-odd-characters", Empty, Above(TOWER_AND_TOLL), |_| {}),
    state("popup-browser-page", Empty, Above(BROWSER_PAGE), |_| {}),
    state("popup-by-hand", Empty, Above(BROWSER_PAGE), by_hand),
    state("popup-unclear", Empty, Above(BROWSER_PAGE), |popup| {
        by_hand(popup);
        popup.fill("#page [name=pay]", "a lot");
        popup.press("#page [data-action=save]");
        popup.wait_for("#page .error");
    }),
    state("popup-report", Empty, Above(NORTHWIND), |popup| {
        popup.press("#page [data-action=report]");
        popup.wait_for("#page .report");
    }),
    state("popup-rescue", Empty, Above(NORTHWIND), panic),
    chief("dashboard-welcome", Empty, Dashboard("#welcome"), |_| {}),
    chief("dashboard-today-empty", Empty, Dashboard(""), |_| {}),
    state(
        "dashboard-applications-empty",
        Empty,
        Dashboard("#applications"),
        |_| {},
    ),
    state(
        "dashboard-board-empty",
        Empty,
        Dashboard("#applications?as=board"),
        |_| {},
    ),
    state("dashboard-new", Empty, Dashboard("#new"), |_| {}),
    chief("dashboard-people-empty", Empty, Dashboard("#people"), |_| {}),
    state("dashboard-insights-empty", Empty, Dashboard("#insights"), |_| {}),
    state("dashboard-rescue", Empty, Dashboard(""), panic),
    state("dashboard-sample", Empty, Dashboard("?sample"), |page| {
        page.wait_for(".sample");
    }),
    chief("popup-kept", One, Above(HARBOUR_MILL), |_| {}),
    state("popup-nothing", One, Above(NO_POSTING), |_| {}),
    state("popup-all-that-happens", One, Above(HARBOUR_MILL), |popup| {
        popup.press(".kept [data-opens=more]");
    }),
    chief("popup-form", One, Above(HARBOUR_MILL), |popup| {
        popup.begin("interviewed");
    }),
    state("popup-put-right", One, Above(HARBOUR_MILL), |popup| {
        popup.begin("put_right");
    }),
    state("popup-form-offer", One, Above(HARBOUR_MILL), |popup| {
        popup.begin("offered");
    }),
    state("popup-form-thanks", One, Above(HARBOUR_MILL), |popup| {
        popup.begin("thanked");
    }),
    state("popup-form-delete", One, Above(HARBOUR_MILL), |popup| {
        popup.begin("erased");
    }),
    state("popup-day", One, Above(HARBOUR_MILL), |popup| {
        popup.press(".timeline li:nth-child(2) [data-opens=day]");
    }),
    state("popup-answers", One, Above(HARBOUR_MILL), |popup| {
        popup.take_question();
    }),
    state("popup-later", One, Above(HARBOUR_MILL), |popup| {
        popup.press("#moves [data-list=moves] > :last-child [data-opens=later]");
    }),
    chief("popup-draft", One, Above(HARBOUR_MILL), |popup| {
        popup.press("#moves [data-list=moves] > :last-child [data-action=write]");
        popup.wait_for(".letter");
    }),
    state("popup-found", One, Above(NO_POSTING), |popup| {
        popup.fill(".search input", "platform");
        popup.wait_for("#found .found");
    }),
    state("popup-notice", One, Above(HARBOUR_MILL), |popup| {
        popup.press("#moves [data-list=moves] > :last-child [data-opens=later]");
        popup.press("#moves [data-list=moves] > :last-child [data-list=days] > :first-child");
        popup.wait_for(".dock .notice");
    }),
    chief("popup-settings", One, Above(HARBOUR_MILL), |popup| {
        popup.press(".dock [data-opens=settings]");
    }),
    // The last of these: what is proposed behind the one is seen in the other.
    chief("popup-neighbours", One, Above(HARBOUR_MILL_SECOND), |popup| {
        popup.wait_for(".neighbours");
        propose(popup);
    }),
    chief("popup-proposal", One, Above(NO_POSTING), |popup| {
        popup.wait_for(".noticed");
    }),
    state("popup-interview", One, Above(NORTHWIND), |popup| {
        popup.apply_today();
        popup.begin("invited");
        popup.fill_date(".entry [name=day]", popup.today());
        for (field, text) in [
            ("time", "14:30"),
            ("zone", "America/New_York"),
            ("place", "Harbour 1, fourth floor"),
            ("link", "meet.example.org/abc"),
        ] {
            popup.fill(&format!(".entry [name={field}]"), text);
        }
        popup.keep();
        popup.wait_for("#moves [data-slot=call]");
    }),
    state("popup-withdrawn", One, Above(HARBOUR_MILL), |popup| {
        popup.begin("withdrew");
        popup.keep();
        popup.wait_for(".withdrawals [data-action=write]");
    }),
    chief("dashboard-today", Few, Dashboard(""), |_| {}),
    state("dashboard-selected", Few, Dashboard(""), Popup::select_two),
    state("dashboard-selected-later", Few, Dashboard(""), |page| {
        Popup::select_two(page);
        page.press(".selection [data-opens=later]");
    }),
    state("dashboard-later", Few, Dashboard(""), |page| {
        page.press("[data-list=groups] > :first-child [data-list=moves] > li:first-child [data-opens=later]");
    }),
    state("dashboard-draft", Few, Dashboard(""), |page| {
        page.press("[data-list=groups] > :first-child [data-list=moves] > li:first-child [data-action=write]");
        page.wait_for(".letter");
    }),
    state("dashboard-found", Few, Dashboard(""), |page| {
        page.fill("[name=search]", "a");
        page.wait_for("#found .found");
    }),
    state("dashboard-shortcuts", Few, Dashboard(""), |page| {
        page.press("[data-dialog=shortcuts]");
        page.wait_for("dialog[open]");
    }),
    chief("dashboard-application", Few, Dashboard(""), open_first),
    state("dashboard-progress", Few, Dashboard("#settings"), |page| {
        page.session().evaluate(SLOW);
        page.click("[data-action=back_up]");
        page.wait_for(".reading");
    }),
    state("dashboard-progress-stopped", Few, Dashboard("#applications"), |page| {
        page.session().evaluate(SLOW);
        page.fill("[name=words]", "lighthouse");
        page.wait_for("[data-action=stop_search]");
        page.press("[data-action=stop_search]");
        page.wait_for("[data-action=search_on]");
    }),
    state("dashboard-application-form", Few, Dashboard(""), |page| {
        open_first(page);
        page.begin("invited");
    }),
    state("dashboard-invitation", Few, Dashboard(""), |page| {
        open_first(page);
        choose(page, "invitation", "Dear Ada");
        page.wait_for(".invitation .error");
        choose(page, "invitation", INVITATION);
        page.wait_for(".entry [data-slot=invitation]");
    }),
    state("dashboard-no-invitation", Few, Dashboard(""), |page| {
        open_first(page);
        choose(page, "invitation", "Dear Ada");
        page.wait_for(".invitation .error");
        page.session().evaluate("scrollTo(0, 0)");
    }),
    state("dashboard-application-menu", Few, Dashboard(""), |page| {
        open_first(page);
        page.press(".kept [data-opens=more]");
    }),
    state(
        "dashboard-application-hard-names",
        Few,
        Dashboard("#applications?words=curator"),
        |page| {
            page.wait_for(".application-row");
            page.press(".application-row a");
            page.wait_for(".kept");
        },
    ),
    state("dashboard-applications-few", Few, Dashboard("#applications"), |page| {
        page.wait_for(".application-row");
    }),
    state(
        "dashboard-nothing-found",
        Few,
        Dashboard("#applications?words=zzz"),
        |page| page.wait_for(".applications-main .calm"),
    ),
    state("dashboard-board-few", Few, Dashboard(BOARD), |page| {
        page.wait_for(".board-card");
    }),
    state("dashboard-move", Few, Dashboard(BOARD), |page| {
        begin_move(page, "applied");
    }),
    state("dashboard-move-refused", Few, Dashboard(BOARD), |page| {
        move_to(page, "interviewing", "saved");
        page.wait_for(".notice[data-tone=refused]");
        // A board that is scrolled has links out of sight, which axe takes for those that skip to a place.
        page.session()
            .evaluate("document.querySelector('.board').scrollTo(0, 0)");
    }),
    state("dashboard-move-choice", Few, Dashboard(BOARD), |page| {
        move_to(page, "applied", "ended");
        page.wait_for(".move-choice");
    }),
    chief("dashboard-move-form", Few, Dashboard(BOARD), |page| {
        move_to(page, "applied", "ended");
        page.press(".move-choice [data-list=entries] > :first-child");
        page.wait_for(".moved form[data-key]");
    }),
    chief("dashboard-people", Few, Dashboard("#people"), |page| {
        page.wait_for(PERSON);
    }),
    chief("dashboard-person", Few, Dashboard("#people"), open_person),
    state("dashboard-person-corrected", Few, Dashboard("#people"), |page| {
        open_person(page);
        page.press("[data-opens=correct]");
    }),
    state("dashboard-person-unknown", Few, Dashboard("#people"), |page| {
        page.wait_for(PERSON);
        page.fill("[name=people]", "zzz");
        page.wait_until_gone(PERSON);
    }),
    chief("dashboard-insights-few", Few, Dashboard("#insights"), |page| {
        page.wait_for(".insight");
    }),
    chief("dashboard-settings", Few, Dashboard("#settings"), |_| {}),
    state("dashboard-settings-days", Few, Dashboard("#settings"), |page| {
        page.press(".parts a[href='#settings/days']");
    }),
    state("dashboard-settings-days-off", Few, Dashboard("#settings"), |page| {
        page.press(".parts a[href='#settings/days-off']");
    }),
    state("dashboard-settings-rules", Few, Dashboard("#settings"), |page| {
        page.press(".parts a[href='#settings/rules']");
    }),
    state("dashboard-settings-in-touch", Few, Dashboard("#settings"), |page| {
        page.press(".parts a[href='#settings/keep-in-touch']");
    }),
    state("dashboard-settings-messages", Few, Dashboard("#settings"), |page| {
        page.press(".parts a[href='#settings/messages']");
    }),
    state(
        "dashboard-settings-words",
        Few,
        Dashboard("#settings/messages"),
        |page| {
            page.press(".words summary");
            page.fill(".words [name=body]", "Good day {person}");
            page.settle();
        },
    ),
    state("dashboard-settings-data", Few, Dashboard("#settings"), |page| {
        page.press(".parts a[href='#settings/data']");
    }),
    state("dashboard-settings-preview", Few, Dashboard("#settings"), |page| {
        choose(page, "restore", BY_HAND);
        page.wait_for("[data-key=preview]");
        page.session().evaluate(
            "document.querySelectorAll('[data-key=preview] details').forEach((details) => { details.open = true; })",
        );
    }),
    state("dashboard-settings-no-backup", Few, Dashboard("#settings"), |page| {
        choose(page, "restore", "Dear Northwind");
        page.wait_for("[data-key=restore] .error");
    }),
    state("dashboard-settings-table", Few, Dashboard("#settings"), |page| {
        choose(page, "table", SHEET);
        page.wait_for("[data-key=preview]");
        page.session().evaluate(
            "document.querySelectorAll('[data-key=preview] details').forEach((details) => { details.open = true; })",
        );
    }),
    state("dashboard-settings-no-table", Few, Dashboard("#settings"), |page| {
        choose(page, "table", "Company,Title\nNorthwind,\"Bak");
        page.wait_for("[data-key=table] .error");
    }),
    chief("dashboard-machine", Few, Dashboard("#machine"), |_| {}),
    state("dashboard-machine-preview", Few, Dashboard("#machine"), |page| {
        choose(page, "restore", BY_HAND);
        page.wait_for("[data-key=preview]");
    }),
    state("dashboard-settings-erase", Few, Dashboard("#settings"), |page| {
        page.press("[data-opens=erase]");
    }),
    state("dashboard-notice", Few, Dashboard(""), |page| {
        page.press("[data-list=groups] > :first-child [data-list=moves] > li:first-child [data-action=skip]");
        page.wait_for(".notice");
    }),
    // The last of these: what they bring and take away would be seen in the others.
    state("dashboard-machine-came", Few, Dashboard("#machine"), |page| {
        choose(page, "restore", BY_HAND);
        page.press("[data-key=preview] [type=submit]");
        page.wait_for(".came");
    }),
    state("dashboard-neighbours", Few, Dashboard(""), |page| {
        page.session().evaluate("location.hash = '#applications?words=harbour'");
        page.wait_for(".application-row");
        page.press(".application-row:first-child a");
        page.wait_for(".kept");
    }),
    state("dashboard-backup-due", Few, Dashboard(""), |page| {
        page.session().evaluate("chrome.storage.local.remove('backup')");
        page.wait_for("[data-action=put_off_backup]");
    }),
    state("dashboard-repaired", Few, Dashboard(""), |page| {
        wait_for_mirror(page);
        reload_after(page, LOSE_ONE);
        page.press("[data-key=repair] summary");
    }),
    chief("dashboard-recovery", Few, Dashboard(""), |page| {
        wait_for_mirror(page);
        reload_after(page, "chrome.storage.local.clear()");
        page.wait_for("[data-key=recovery]");
    }),
    chief("dashboard-today-many", Many, Dashboard(""), |_| {}),
    chief("dashboard-applications", Many, Dashboard("#applications"), |page| {
        page.wait_for(".application-row");
    }),
    chief("dashboard-board", Many, Dashboard(BOARD), |page| {
        page.wait_for(".board-card");
    }),
    chief("dashboard-insights", Many, Dashboard("#insights"), |page| {
        let is_counted = "document.querySelector('[data-slot=counted]')?.innerText.includes('000')";
        page.session().wait_for("all of it to be counted", is_counted);
    }),
    state("dashboard-insights-tables", Many, Dashboard("#insights"), |page| {
        page.wait_for(".insight");
        page.session()
            .evaluate("document.querySelectorAll('.insight details').forEach((details) => { details.open = true; })");
    }),
    chief("popup-error", Newer, Above(NORTHWIND), |popup| {
        popup.wait_for(".trouble");
    }),
    chief("dashboard-error", Newer, Dashboard(""), |page| {
        page.wait_for(".trouble");
    }),
];

/// Has the next popup ask about something.
fn propose(popup: &Popup) {
    let address = SafeLink::new(HARBOUR_MILL_SECOND).expect("an address");
    let proposals = Proposals {
        proposals: vec![Proposal {
            address,
            on: popup.today() - Days::new(1),
            title: Line::new("Mill Hand"),
            company: Line::new("Harbour Mill"),
            application: None,
            posting: None,
            settled: false,
        }],
    };
    let proposed = json!({ "proposed": seal(&proposals) });
    popup
        .session()
        .evaluate(&format!("chrome.storage.local.set({proposed})"));
}

const BOARD: &str = "#applications?as=board";
const PERSON: &str = "[data-template=person-row]";

/// A backup written by hand, of one application that is not there and has settings of its own.
const BY_HAND: &str = r#"{"your_move_backup":1,"settings":{"company_spacing":7},"applications":[{"id":"baker","events":[
    {"on":"2026-11-02","what":{"corrected":{"title":"Baker"}}},{"on":"2026-11-02","what":"applied"}]}]}"#;

/// A table of somebody who kept one by hand: of its rows one says a day that can be two, one none, and two the same.
const SHEET: &str = "Company,Position,Date Applied,Status,Link to job,Mood\n\
    Harbour Mill,Baker,3/4/2025,Applied,https://jobs.example/1,fine\nTern,Sailor,soon,Rejected,,\n\
    Fathom,Diver,2025-10-05,Interview,,good\nFathom,Diver,2025-10-05,Interview,,\n";

/// An invitation, years ahead.
const INVITATION: &str = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Second interview\nDTSTART;TZID=Europe/Berlin:20300709T143000\n\
    DURATION:PT45M\nLOCATION:Harbour 1\nORGANIZER;CN=Dana Kim:mailto:dana@northwind.example\nEND:VEVENT\nEND:VCALENDAR\n";

/// Chooses a file of that text in the form of that key, and shows what is said of it.
fn choose(page: &Popup, form: &str, text: &str) {
    page.session().evaluate(&format!(
        "(() => {{
            const field = document.querySelector('[data-key={form}] [name=file]');
            const chosen = new DataTransfer();
            chosen.items.add(new File([{}], 'chosen'));
            field.files = chosen.files;
            field.dispatchEvent(new Event('input', {{ bubbles: true }}));
            field.scrollIntoView();
        }})()",
        json!(text)
    ));
}

fn by_hand(popup: &Popup) {
    popup.press("#page [data-action=manual]");
    popup.wait_for("#page .capture[data-mode=manual]");
}

fn panic(page: &Popup) {
    page.session().evaluate(PANIC);
    page.wait_for("#rescue");
}

fn open_first(page: &Popup) {
    page.press("[data-list=groups] > :first-child [data-list=moves] > li:first-child h3 button");
    page.wait_for(".kept");
}

/// Asks where the first card of a lane is to go.
fn begin_move(page: &Popup, from: &str) {
    page.wait_for(".board-card");
    page.press(&format!(
        ".lane[data-key='#{from}'] li:first-child [data-action=ask_where]"
    ));
    page.wait_for("[data-action=move_to]");
    page.focus("[data-action=move_to] [name=lane]");
}

/// The same, and says where: whatever the language calls it.
fn move_to(page: &Popup, from: &str, lane: &str) {
    begin_move(page, from);
    page.session().evaluate(&format!(
        "document.querySelector('[data-action=move_to] [name=lane]').value = '{lane}'"
    ));
    page.press("[data-action=move_to] [type=submit]");
}

fn open_person(page: &Popup) {
    page.wait_for(PERSON);
    page.fill("[name=people]", "zoë");
    let only = format!("document.querySelectorAll('{PERSON}').length === 1");
    page.session().wait_for("one person", &only);
    page.press(&format!("{PERSON} [data-action=person]"));
    page.wait_for("[data-template=person-file]");
}

/// Shows those of the states that are wanted, one after the other, to somebody who reads these languages.
#[track_caller]
pub(crate) fn tour(
    languages: &str,
    arguments: &[String],
    is_wanted: impl Fn(&State) -> bool,
    mut look: impl FnMut(&State, &Popup),
) {
    let wanted: Vec<&State> = STATES.iter().filter(|state| is_wanted(state)).collect();
    for states in wanted.chunk_by(|one, next| one.ledger == next.ledger) {
        let scene = Scene::with(Launch {
            languages: Some(languages),
            arguments,
            ..Launch::default()
        });
        for (number, state) in states.iter().enumerate() {
            if number == 0 {
                keep(&scene, state.ledger);
            }
            let page = match state.place {
                Above(address) => scene.click(&scene.open(address)),
                Dashboard(place) => scene.dashboard(place),
            };
            (state.reach)(&page);
            look(state, &page);
            // What was typed is not to be there again in the next one.
            page.session().evaluate("localStorage.clear()");
            scene.close(page);
        }
    }
}

/// Loses one of the applications, and what is told of it.
const LOSE_ONE: &str = "chrome.storage.local.get().then(Object.keys).then((keys) =>
    chrome.storage.local.remove(keys.find((key) => key.startsWith('app/'))))";

/// Waits until the mirror has all applications.
#[track_caller]
fn wait_for_mirror(page: &Popup) {
    let is_whole = "Object.keys(kept).filter((key) => key.startsWith('app/')).every((key) => key in mirrored)";
    let both = format!("Promise.all([chrome.storage.local.get(), {MIRROR}])");
    page.session().wait_for(
        "the mirror to have all",
        &format!("{both}.then(([kept, mirrored]) => {is_whole})"),
    );
}

/// Loads the page anew, once that was done behind its back.
#[track_caller]
fn reload_after(page: &Popup, what: &str) {
    let session = page.session();
    session.evaluate(&format!(
        "{what}.then(() => {{ globalThis.isLeft = true; location.reload(); }})"
    ));
    session.wait_for(
        "the page again",
        "!globalThis.isLeft && document.body?.hasAttribute('data-ready')",
    );
    page.settle();
}

/// Makes the ledger such a one.
#[track_caller]
fn keep(scene: &Scene, ledger: Ledger) {
    match ledger {
        Empty => {}
        One => {
            let popup = scene.click(&scene.open(HARBOUR_MILL));
            let today = popup.today();
            popup.apply_on(business_days_before(12, today));
            let (on, decide_by) = (business_days_before(4, today), business_days_before(3, today));
            popup.fill_interview(on, decide_by, "Mara Lindqvist");
            popup.keep();
            popup.wait_for("#moves .move");
            scene.close(popup);
        }
        Few | Many => {
            let (applications, open, due) = if ledger == Few { (40, 26, 3) } else { (10_000, 300, 24) };
            let size = Size {
                applications,
                open,
                due,
            };
            keep_search(scene, size, |world| match meet_recruiter(world) {
                world if ledger == Few => apply_with_hard_names(world, scene.today()),
                world => world,
            });
        }
        Newer => {
            scene.extension.settle(&scene.browser);
            scene
                .backstage
                .evaluate(&format!("chrome.storage.local.set({{ head: {} }})", json!(newer())));
        }
    }
}
