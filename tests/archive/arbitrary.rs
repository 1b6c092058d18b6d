//! Any event at all.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use your_move::domain::{
    Amount, ApplicationId, Carried, Channel, Closing, Confidence, Contact, Correction, Currency, Employment, Event,
    EventId, FollowUpKey, Interview, Line, Pay, PayPeriod, PersonKey, Posting, Promise, PromiseBy, PromiseOf, Prose,
    Reading, Round, RuleId, SafeLink, Source, What, Workplace,
};

use super::sample::application_id;

fn event_id() -> impl Strategy<Value = EventId> {
    (0..1_u64 << 48, any::<[u8; 10]>()).prop_map(|(milliseconds, random)| EventId::new(milliseconds, random))
}

fn another_application() -> impl Strategy<Value = ApplicationId> {
    (0..1_u64 << 48, any::<[u8; 10]>()).prop_map(|(milliseconds, random)| ApplicationId::new(milliseconds, random))
}

pub(crate) fn day() -> impl Strategy<Value = NaiveDate> {
    (-1_000_000..3_000_000_i32).prop_filter_map("a day", NaiveDate::from_num_days_from_ce_opt)
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0..86_400_u32, 0..1_000_000_000_u32).prop_filter_map("a time", |(seconds, nanos)| {
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanos)
    })
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (-60_000_000_000..250_000_000_000_i64, 0..1_000_000_000_u32).prop_filter_map("an instant", |(seconds, nanos)| {
        DateTime::from_timestamp(seconds, nanos)
    })
}

pub(crate) fn line() -> impl Strategy<Value = Line> {
    "[ -~]{1,20}|\\PC{1,20}".prop_filter_map("a visible line", |text| Line::new(&text))
}

fn prose() -> impl Strategy<Value = Prose> {
    "(\\PC{1,20}\n{0,2}){1,3}".prop_filter_map("a visible text", |text| Prose::new(&text))
}

fn link() -> impl Strategy<Value = SafeLink> {
    "https?://[a-z]{1,8}\\.example/[ -~é]{0,20}".prop_filter_map("a safe address", |text| SafeLink::new(&text))
}

fn contact() -> BoxedStrategy<Contact> {
    (line(), of(line()), of(line()), of(line()), of(link()))
        .prop_map(|(name, role, email, phone, link)| Contact {
            name,
            role,
            email,
            phone,
            link,
        })
        .boxed()
}

fn channel() -> impl Strategy<Value = Channel> {
    prop::sample::select(&[Channel::Email, Channel::Phone, Channel::Message, Channel::Portal][..])
}

fn round() -> impl Strategy<Value = Round> {
    prop::sample::select(&[Round::Screen, Round::Middle, Round::Final][..])
}

fn workplace() -> impl Strategy<Value = Workplace> {
    prop::sample::select(&[Workplace::OnSite, Workplace::Hybrid, Workplace::Remote][..])
}

fn employment() -> impl Strategy<Value = Employment> {
    use Employment::{Apprenticeship, Contract, FullTime, Internship, PartTime, PerDiem, Temporary, Volunteer};
    prop::sample::select(
        &[
            FullTime,
            PartTime,
            Contract,
            Temporary,
            Internship,
            Volunteer,
            PerDiem,
            Apprenticeship,
        ][..],
    )
}

fn pay() -> impl Strategy<Value = Pay> {
    use PayPeriod::{Day, Hour, Month, Week, Year};
    let period = prop::sample::select(&[Hour, Day, Week, Month, Year][..]);
    let currency = "[A-Z]{3}".prop_filter_map("a currency", |code| Currency::new(&code));
    let amount = || of(any::<u64>().prop_map(Amount));
    (amount(), amount(), of(currency), of(period)).prop_map(|(min, max, currency, per)| Pay {
        min,
        max,
        currency,
        per,
    })
}

fn reading<T: std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Option<Reading<T>>> {
    use Source::{Address, Board, Body, Heading, JsonLd, Label, Meta, Microdata, Rdfa, State, Title, User};
    let source = prop::sample::select(
        &[
            JsonLd, Microdata, Rdfa, Board, State, Label, Meta, Title, Heading, Body, Address, User,
        ][..],
    );
    let confidence = prop::sample::select(&[Confidence::Unsure, Confidence::Likely, Confidence::Sure][..]);
    of((value, source, confidence).prop_map(|(value, source, confidence)| Reading::new(value, source, confidence)))
}

fn posting() -> BoxedStrategy<Posting> {
    let words = (
        reading(line()),
        reading(line()),
        reading(vec(line(), 0..3)),
        reading(line()),
        of(line()),
    );
    let choices = (reading(workplace()), reading(vec(employment(), 0..3)), reading(pay()));
    let days = (reading(day()), reading(day()));
    let ways = (reading(link()), reading(link()), reading(contact()), reading(prose()));
    (words, choices, days, ways)
        .prop_map(
            |(
                (title, company, places, reference, language),
                (workplace, employment, pay),
                (posted, closes),
                (address, apply, contact, description),
            )| Posting {
                title,
                company,
                places,
                workplace,
                employment,
                pay,
                posted,
                closes,
                reference,
                address,
                apply,
                contact,
                description,
                language,
            },
        )
        .boxed()
}

fn interview() -> BoxedStrategy<Interview> {
    (
        of(day()),
        of(time()),
        of(line()),
        of(line()),
        of(link()),
        round(),
        vec(contact(), 0..3),
        of(any::<u16>()),
        of(line()),
        of(line()),
    )
        .prop_map(
            |(day, time, zone, place, link, round, people, minutes, invitation, said)| Interview {
                day,
                time,
                zone,
                place,
                link,
                round,
                people,
                minutes,
                invitation,
                said,
            },
        )
        .boxed()
}

fn promise() -> impl Strategy<Value = Promise> {
    let by = prop::sample::select(&[PromiseBy::Employer, PromiseBy::User][..]);
    let what = prop::sample::select(&[PromiseOf::Word, PromiseOf::Call, PromiseOf::WrittenOffer][..]);
    (by, what, day()).prop_map(|(by, of, date)| Promise { by, of, date })
}

pub(crate) fn follow_up() -> BoxedStrategy<FollowUpKey> {
    let rule = prop::sample::select(&[RuleId::R0a, RuleId::R2, RuleId::R10, RuleId::R18][..]);
    (another_application(), rule, event_id(), of(line()), any::<u8>())
        .prop_map(|(application, rule, event, person, nth)| FollowUpKey {
            application,
            rule,
            event,
            person,
            nth,
        })
        .boxed()
}

fn correction() -> BoxedStrategy<Correction> {
    prop_oneof![
        of(line()).prop_map(Correction::Title),
        of(line()).prop_map(Correction::Company),
        vec(line(), 0..3).prop_map(Correction::Places),
        of(workplace()).prop_map(Correction::Workplace),
        vec(employment(), 0..3).prop_map(Correction::Employment),
        of(pay()).prop_map(Correction::Pay),
        of(day()).prop_map(Correction::Posted),
        of(day()).prop_map(Correction::Closes),
        of(line()).prop_map(Correction::Reference),
        of(link()).prop_map(Correction::Address),
        of(link()).prop_map(Correction::Apply),
        of(contact()).prop_map(Correction::Contact),
        (event_id(), day()).prop_map(|(event, on)| Correction::EventDay { event, on }),
    ]
    .boxed()
}

fn what_they_did() -> BoxedStrategy<What> {
    prop_oneof![
        interview().prop_map(What::Invited),
        (event_id(), interview()).prop_map(|(interview, to)| What::Rescheduled { interview, to }),
        event_id().prop_map(|interview| What::Cancelled { interview }),
        of(event_id()).prop_map(|interview| What::Missed { interview }),
        (of(event_id()), round(), vec(contact(), 0..3), of(prose())).prop_map(|(interview, round, people, note)| {
            What::Interviewed {
                interview,
                round,
                people,
                note,
            }
        }),
        promise().prop_map(What::Promised),
        (of(line()), of(channel()), vec(channel(), 0..3), any::<Option<bool>>()).prop_map(
            |(person, channel, refused, do_not_contact)| What::Preferred {
                person,
                channel,
                refused,
                do_not_contact
            }
        ),
        (any::<bool>(), of(day()), of(prose())).prop_map(|(asks, answer_by, note)| What::Heard {
            asks,
            answer_by,
            note
        }),
        (any::<bool>(), of(day())).prop_map(|(written, answer_by)| What::Offered { written, answer_by }),
        of(prose()).prop_map(|note| What::Rejected { note }),
    ]
    .boxed()
}

fn what_the_user_did() -> BoxedStrategy<What> {
    prop_oneof![
        posting().prop_map(|posting| What::Captured {
            posting: Box::new(posting)
        }),
        of(line()).prop_map(|cv| What::Applied { cv }),
        contact().prop_map(|by| What::Referred { by }),
        contact().prop_map(|with| What::Networked { with }),
        (of(line()), of(event_id())).prop_map(|(whom, interview)| What::Thanked { whom, interview }),
        (of(line()), of(channel())).prop_map(|(whom, channel)| What::CheckedIn { whom, channel }),
        of(prose()).prop_map(|note| What::Replied { note }),
        (line(), day()).prop_map(|(what, by)| What::Undertook { what, by }),
        event_id().prop_map(|undertaking| What::Delivered { undertaking }),
        prop::sample::select(&[What::Accepted {}, What::Declined {}, What::Withdrew {}][..]),
    ]
    .boxed()
}

fn how_the_user_steers() -> BoxedStrategy<What> {
    let why = prop::sample::select(&[Closing::NoAnswer, Closing::PostingGone, Closing::NotInterested][..]);
    prop_oneof![
        why.prop_map(|why| What::Closed { why }),
        prop::sample::select(&[What::Reopened {}, What::Retired {}, What::KeptWarm {}][..]),
        (follow_up(), day()).prop_map(|(follow_up, to)| What::Snoozed { follow_up, to }),
        (follow_up(), day()).prop_map(|(follow_up, to)| What::Pinned { follow_up, to }),
        follow_up().prop_map(|follow_up| What::Skipped { follow_up }),
        prose().prop_map(|text| What::Noted { text }),
        (of(event_id()), line()).prop_map(|(interview, point)| What::Remembered { interview, point }),
        correction().prop_map(What::Corrected),
        event_id().prop_map(|event| What::Voided { event }),
        another_application().prop_map(|into| What::Joined { into }),
        another_application().prop_map(|from| What::Parted { from }),
        another_application().prop_map(|other| What::Included { other }),
        any::<u64>().prop_map(|key| What::Forgot { person: PersonKey(key) }),
    ]
    .boxed()
}

/// An event of application 1, of any kind but the tombstone, which stands alone.
pub(crate) fn event() -> impl Strategy<Value = Event> {
    let what = prop_oneof![what_they_did(), what_the_user_did(), how_the_user_steers()];
    (event_id(), day(), instant(), what).prop_map(|(id, on, logged, what)| Event {
        id,
        application: application_id(1),
        on,
        logged,
        what,
        carried: Carried::default(),
    })
}

/// A few events of application 1.
pub(crate) fn events() -> impl Strategy<Value = Vec<Event>> {
    vec(event(), 0..6)
}
