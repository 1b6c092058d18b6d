//! The forms of the words of which events and the agenda are made.

use super::Tree;
use super::form::{Form, choice, record, text};
use crate::domain::{
    Amount, ApplicationId, Channel, Confidence, Contact, Currency, Employment, EventId, FollowUpKey, Interview, Line,
    Pay, PayPeriod, PersonKey, Posting, Promise, PromiseBy, PromiseOf, Prose, Reading, Round, RuleId, SafeLink, Source,
    Workplace,
};

text!(ApplicationId, id => id.to_string(), text => Self::parse(text));
text!(EventId, id => id.to_string(), text => Self::parse(text));
text!(Line, line => line.as_str(), text => Self::new(text));
text!(Prose, prose => prose.as_str(), text => Self::new(text));
text!(SafeLink, link => link.as_str(), text => Self::new(text));
text!(PersonKey, person => format!("{:016x}", person.0), text => u64::from_str_radix(text, 16).ok().map(Self));
text!(Currency, currency => currency.to_string(), text => Self::new(text));

impl Form for Amount {
    fn write(&self, out: &mut String) {
        self.0.write(out);
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        u64::read(tree).map(Self)
    }
}

record!(Contact {
    name,
    role,
    email,
    phone,
    link
});

choice!(Channel {
    "email" = Email,
    "phone" = Phone,
    "message" = Message,
    "portal" = Portal,
});

record!(Posting {
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
});

record!(Reading<T> { value, source, confidence });

choice!(Source {
    "json_ld" = JsonLd,
    "microdata" = Microdata,
    "rdfa" = Rdfa,
    "board" = Board,
    "state" = State,
    "label" = Label,
    "meta" = Meta,
    "title" = Title,
    "heading" = Heading,
    "body" = Body,
    "address" = Address,
    "user" = User,
});

choice!(Confidence {
    "unsure" = Unsure,
    "likely" = Likely,
    "sure" = Sure,
});

choice!(Workplace {
    "on_site" = OnSite,
    "hybrid" = Hybrid,
    "remote" = Remote,
});

choice!(Employment {
    "full_time" = FullTime,
    "part_time" = PartTime,
    "contract" = Contract,
    "temporary" = Temporary,
    "internship" = Internship,
    "volunteer" = Volunteer,
    "per_diem" = PerDiem,
    "apprenticeship" = Apprenticeship,
});

record!(Pay {
    min,
    max,
    currency,
    per
});

choice!(PayPeriod {
    "hour" = Hour,
    "day" = Day,
    "week" = Week,
    "month" = Month,
    "year" = Year,
});

record!(Interview {
    day,
    time,
    zone,
    place,
    link,
    round,
    people,
    minutes,
    invitation,
    said
});

choice!(Round {
    "screen" = Screen,
    "middle" = Middle,
    "final" = Final,
});

record!(Promise { by, of, date });

choice!(PromiseBy {
    "employer" = Employer,
    "user" = User,
});

choice!(PromiseOf {
    "word" = Word,
    "call" = Call,
    "written_offer" = WrittenOffer,
});

record!(FollowUpKey {
    application,
    rule,
    event,
    person,
    nth
});

choice!(RuleId {
    "r0a" = R0a,
    "r0b" = R0b,
    "r1" = R1,
    "r2" = R2,
    "r3" = R3,
    "r4" = R4,
    "r5" = R5,
    "r6" = R6,
    "r7" = R7,
    "r8" = R8,
    "r9" = R9,
    "r10" = R10,
    "r11" = R11,
    "r12" = R12,
    "r13" = R13,
    "r14" = R14,
    "r15" = R15,
    "r16" = R16,
    "r17" = R17,
    "r18" = R18,
});
