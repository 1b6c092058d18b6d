//! Pages that show that an application has arrived, and pages that only look so.

use your_move::capture::{Arrival, Form, Heading, PageSnapshot, Sent, arrival};

const FORM: Form = Form { fields: 5, file: true };
const SENT: Sent = Sent {
    files: 1,
    filled: 4,
    secret: false,
};

/// A page with these headings, and its text a line each.
fn page(address: &str, headings: &[&str], text: &str) -> PageSnapshot {
    PageSnapshot {
        address: address.to_owned(),
        headings: headings
            .iter()
            .map(|text| Heading {
                level: 1,
                text: (*text).to_owned(),
            })
            .collect(),
        text: text.to_owned(),
        ..PageSnapshot::default()
    }
}

const ANY: &str = "https://careers.northwind.example/jobs/7/apply";

/// A page of which this is the heading.
#[track_caller]
fn check_heading(heading: &str, expected: bool) {
    let shows = arrival(&page(ANY, &[heading], ""), None);
    assert_eq!(shows.is_some(), expected, "{heading}");
}

#[test]
fn thanks_in_a_heading_say_it_in_many_languages() {
    for heading in [
        "Thank you for applying!",
        "Thanks for applying, Ada",
        "Thank you for your application to Northwind Labs",
        "Your application has been submitted. We will be in touch.",
        "Your application was sent to Northwind Labs!",
        "Application submitted",
        "We've received your application",
        "You have successfully applied",
        "Vielen Dank für Ihre Bewerbung!",
        "Deine Bewerbung ist eingegangen",
        "Bewerbung erfolgreich verschickt",
        "Merci pour votre candidature",
        "Votre candidature a bien été envoyée",
        "¡Gracias por tu candidatura!",
        "Candidatura inviata",
        "Obrigado pela sua candidatura",
        "Bedankt voor je sollicitatie!",
        "Dziękujemy za przesłanie aplikacji",
        "Tack för din ansökan",
        "Ansøgningen er sendt",
        "Děkujeme za vaši odpověď",
        "ご応募ありがとうございます。",
        "投递成功",
    ] {
        check_heading(heading, true);
    }
}

#[test]
fn advice_conditions_and_denials_do_not() {
    for heading in [
        "Thank you for applying: 12 email templates",
        "How to say thank you for your application",
        "What happens after your application has been submitted?",
        "Once your application has been submitted, we read it",
        "Your application has not been submitted",
        "You have already applied for this job",
        "Application submitted 3 days ago",
        "Application status: application received",
        "Bewerbung noch nicht abgeschickt",
        "Sobald deine Bewerbung eingegangen ist",
        "Wie sage ich vielen Dank für Ihre Bewerbung",
        "Vielen Dank für Ihre Bewerbung – Muster und Vorlagen",
        "Submit your application",
        "Apply now",
        "Jetzt bewerben",
        "Thank you for your interest",
        "Thank you for your order",
        "Application form",
        "",
    ] {
        check_heading(heading, false);
    }
}

#[test]
fn where_the_form_is_still_there_nothing_has_arrived() {
    let mut form = page(ANY, &["Thank you for applying!"], "Thank you for applying!");
    form.form = FORM;
    assert_eq!(arrival(&form, None), None);
    assert_eq!(arrival(&form, Some(SENT)), None);
    // A field for a newsletter is no such form.
    form.form = Form { fields: 1, file: false };
    assert_eq!(arrival(&form, None), Some(Arrival::Said));
}

#[test]
fn a_line_counts_where_the_page_says_hardly_more_or_a_form_was_sent() {
    let line = "Your application has been received.";
    let long = format!("{line}\n{}", "About our company and its long history.\n".repeat(100));
    assert_eq!(arrival(&page(ANY, &[], line), None), Some(Arrival::Said));
    assert_eq!(arrival(&page(ANY, &[], &long), None), None);
    assert_eq!(arrival(&page(ANY, &[], &long), Some(SENT)), Some(Arrival::Said));
    let thanks = "https://careers.northwind.example/apply/thank-you";
    assert_eq!(arrival(&page(thanks, &[], &long), None), Some(Arrival::Said));
}

#[test]
fn a_list_of_what_was_sent_is_no_arrival() {
    let list = ["Application submitted"; 5];
    assert_eq!(
        arrival(&page("https://jobs.example/my-jobs", &list, &list.join("\n")), None),
        None
    );
    assert_eq!(
        arrival(&page("https://jobs.example/my-jobs", &[], &list.join("\n")), None),
        None
    );
}

#[test]
fn boards_have_addresses_for_it() {
    let id = "f222ad5c-b7dd-43c4-9008-ee1a53174afa";
    for address in [
        "https://boards.greenhouse.io/northwind/jobs/4210007/confirmation",
        "https://boards.greenhouse.io/embed/job_app/confirmation?token=4210007",
        &format!("https://jobs.lever.co/northwind/{id}/thanks"),
        "https://smartapply.indeed.com/beta/indeedapply/form/post-apply",
    ] {
        assert_eq!(arrival(&page(address, &[], ""), None), Some(Arrival::Said), "{address}");
    }
    for address in [
        "https://boards.greenhouse.io/northwind/jobs/4210007",
        &format!("https://jobs.lever.co/northwind/{id}/apply"),
        "https://shop.example/order/confirmation",
        "https://shop.example/thank-you",
    ] {
        assert_eq!(arrival(&page(address, &[], ""), None), None, "{address}");
    }
}

/// A page that says nothing, once a form was sent.
#[track_caller]
fn check_sent(files: u16, filled: u16, secret: bool, expected: Option<Arrival>) {
    let sent = Sent { files, filled, secret };
    assert_eq!(
        arrival(&page(ANY, &["Northwind"], "Our jobs"), Some(sent)),
        expected,
        "{sent:?}"
    );
}

#[test]
fn a_form_that_was_sent_and_is_gone_may_be_one() {
    check_sent(1, 0, false, Some(Arrival::Sent));
    check_sent(0, 3, false, Some(Arrival::Sent));
    // A search, a newsletter, a bare click.
    check_sent(0, 2, false, None);
    check_sent(0, 0, false, None);
    // Who signs in, or up.
    check_sent(0, 4, true, None);
}

#[test]
fn where_it_goes_on_it_was_one_step_of_several() {
    for button in ["Next", "Submit application", "Continue", "Weiter", "Bewerbung absenden"] {
        let mut step = page(ANY, &["Review"], "Please look it over");
        step.buttons = vec![button.to_owned()];
        assert_eq!(arrival(&step, Some(SENT)), None, "{button}");
    }
}

#[test]
fn a_page_of_errors_is_no_arrival() {
    for heading in ["Page not found", "Just a moment...", "Access denied"] {
        assert_eq!(arrival(&page(ANY, &[heading], ""), Some(SENT)), None, "{heading}");
    }
}
