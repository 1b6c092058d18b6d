//! Dates for a calendar program, one and all of them, and an invitation that is brought in: where the clocks are five and a half hours ahead of
//! Greenwich, the whole year.

use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::driver::{Key, Launch, until};
use crate::keyboard::tab_to;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

const FILE: &str = "[data-key=invitation] [name=file]";

/// Somebody who applied at Harbour Mill, and the page of that application.
#[track_caller]
fn applied() -> (Scene, Popup) {
    let scene = Scene::with(Launch {
        environment: &[("TZ", "Asia/Kolkata")],
        ..Launch::default()
    });
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    scene.close(popup);
    let page = scene.dashboard("#applications");
    page.wait_for(".application-row a");
    page.press(".application-row a");
    page.wait_for(FILE);
    page.settle();
    (scene, page)
}

/// A day ahead.
#[track_caller]
fn ahead(page: &Popup, days: u64) -> NaiveDate {
    page.today() + Days::new(days)
}

/// An invitation for half past two in Tokyo, of which the file says no more than the name.
fn invitation(on: NaiveDate) -> String {
    let on = on.format("%Y%m%d");
    format!(
        "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:7@calendar.example\r\nSUMMARY:Interview\\, round two\r\n\
         DTSTART;TZID=Tokyo Standard Time:{on}T143000\r\nDURATION:PT45M\r\nLOCATION:Harbour 1\r\n\
         DESCRIPTION:Join: https://us02web.zoom.us/j/1\r\nORGANIZER;CN=\"Kim, Dana\":mailto:dana@northwind.example\r\n\
         ATTENDEE;CN=Ada King:mailto:ada@post.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

/// Drops a file of that text on the page.
fn drop_on(page: &Popup, text: &str) {
    page.session().evaluate(&format!(
        "(() => {{
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([{}], 'invite.ics', {{ type: 'text/calendar' }}));
            const target = document.querySelector('.kept');
            for (const kind of ['dragover', 'drop']) {{
                const event = new DragEvent(kind, {{ bubbles: true, cancelable: true, dataTransfer }});
                if (target.dispatchEvent(event)) throw new Error(`nobody takes the ${{kind}}`);
            }}
        }})()",
        json!(text)
    ));
}

/// The text of the file that the browser saves under that name.
#[track_caller]
fn saved(scene: &Scene, name: &str) -> String {
    let file = scene.downloads().join(name);
    let mut saved = String::new();
    until("the calendar to be saved", || match fs::read_to_string(&file) {
        Ok(text) if text.ends_with("END:VCALENDAR\r\n") => {
            saved = text;
            Ok(())
        }
        Ok(text) => Err(text),
        Err(error) => Err(error.to_string()),
    });
    saved.replace("\r\n ", "")
}

/// What was written down of an interview last.
#[track_caller]
fn last(scene: &Scene) -> Value {
    scene.events().pop().expect("an event")["what"].take()
}

#[test]
fn an_invitation_is_seen_put_right_and_kept() {
    let (scene, page) = applied();
    let on = ahead(&page, 9);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("invitation.ics");
    fs::write(&file, invitation(on)).expect("a file");
    page.choose_file(FILE, &file);
    page.wait_for(".entry [data-slot=invitation]");
    page.settle();
    assert!(
        page.text(".entry [data-slot=invitation]")
            .starts_with("In the file: Interview, round two · ")
    );
    let values = ["day", "time", "place", "link", "people"].map(|name| page.value(&format!(".entry [name={name}]")));
    let people = "Dana Kim <dana@northwind.example>";
    let call = "https://us02web.zoom.us/j/1";
    assert_eq!(values, [on.to_string().as_str(), "11:00:00", "Harbour 1", call, people]);
    assert_eq!(scene.events().len(), 2, "nothing is kept yet");
    page.fill(".entry [name=place]", "Gate B");
    page.keep();
    page.wait_for(".notice");
    page.settle();
    let invited = json!({ "invited": {
        "day": on.to_string(), "time": "11:00:00", "place": "Gate B", "link": call, "round": "middle",
        "people": [{ "name": "Dana Kim", "email": "dana@northwind.example" }],
        "minutes": 45, "invitation": "7@calendar.example",
    } });
    let mut kept = last(&scene);
    // It stands for what the file says, whose day is another one each time.
    let said = kept["invited"]
        .as_object_mut()
        .and_then(|interview| interview.remove("said"));
    assert!(said.is_some_and(|said| said.is_string()));
    assert_eq!(kept, invited);
    // Dropped once more, and moved.
    drop_on(&page, &invitation(on));
    page.session().wait_for(
        "nothing new",
        "document.querySelector('.notice .what')?.innerText.startsWith('That is written down already.')",
    );
    page.settle();
    drop_on(&page, &invitation(on + Days::new(1)));
    page.wait_for(".entry [data-key=rescheduled]");
    page.settle();
    page.keep();
    page.wait_until_gone(".entry [data-key=rescheduled]");
    page.settle();
    assert_eq!(
        last(&scene)["rescheduled"]["to"]["day"],
        (on + Days::new(1)).to_string()
    );
}

#[test]
fn what_is_no_invitation_is_said_beside_its_field() {
    let (scene, page) = applied();
    drop_on(&page, "Dear Ada");
    page.wait_for(".invitation .error");
    page.settle();
    assert!(page.text(".invitation .error").starts_with("This is no calendar file."));
    assert!(!page.shows(".entry form"));
    assert_eq!(scene.events().len(), 2);
}

#[test]
fn one_date_and_all_of_them_go_into_a_calendar() {
    let (scene, page) = applied();
    scene.downloads();
    let on = ahead(&page, 9);
    page.begin("invited");
    page.fill_date(".entry [name=day]", on);
    page.session()
        .evaluate("document.querySelector('.entry [name=time]').value = '14:30'");
    page.keep();
    page.wait_for("[data-template=date-row]");
    page.settle();
    // By keyboard alone.
    tab_to(&page, "[data-action=date_file]");
    page.session().press(Key::Enter);
    let one = saved(&scene, &format!("your-move-{on}.ics"));
    assert!(
        one.contains(&format!("DTSTART:{}T090000Z\r\n", on.format("%Y%m%d"))),
        "{one}"
    );
    page.wait_for(".notice");
    assert!(page.text(".notice .what").starts_with("Saved as your-move-"));

    let settings = scene.dashboard("#settings/data");
    settings.press("[data-action=all_dates]");
    let all = saved(&scene, &format!("your-move-dates-{}.ics", page.today()));
    settings.wait_for(".notice");
    assert!(all.matches("BEGIN:VEVENT").count() > 1, "{all}");
    let uid = one.lines().find(|line| line.starts_with("UID:")).expect("a name");
    assert!(all.contains(uid), "{uid} in {all}");
    assert!(settings.text(".notice .what").starts_with("Saved as your-move-dates-"));
}
