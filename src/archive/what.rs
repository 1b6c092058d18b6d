//! The forms of the kinds of event.

use super::form::choice;
use crate::domain::{Closing, Correction, What};

choice!(What {
    "invited" = Invited(interview),
    "rescheduled" = Rescheduled { interview, to },
    "cancelled" = Cancelled { interview },
    "missed" = Missed { interview },
    "interviewed" = Interviewed { interview, round, people, note },
    "promised" = Promised(promise),
    "preferred" = Preferred { person, channel, refused, do_not_contact },
    "heard" = Heard { asks, answer_by, note },
    "offered" = Offered { written, answer_by },
    "rejected" = Rejected { note },

    "captured" = Captured { posting },
    "applied" = Applied { cv },
    "referred" = Referred { by },
    "networked" = Networked { with },
    "thanked" = Thanked { whom, interview },
    "checked_in" = CheckedIn { whom, channel },
    "replied" = Replied { note },
    "undertook" = Undertook { what, by },
    "delivered" = Delivered { undertaking },
    "accepted" = Accepted {},
    "declined" = Declined {},
    "withdrew" = Withdrew {},

    "closed" = Closed { why },
    "reopened" = Reopened {},
    "snoozed" = Snoozed { follow_up, to },
    "pinned" = Pinned { follow_up, to },
    "skipped" = Skipped { follow_up },
    "retired" = Retired {},
    "kept_warm" = KeptWarm {},
    "noted" = Noted { text },
    "remembered" = Remembered { interview, point },
    "corrected" = Corrected(correction),
    "voided" = Voided { event },
    "joined" = Joined { into },
    "parted" = Parted { from },
    "included" = Included { other },
    "forgot" = Forgot { person },
    "erased" = Erased {},

    // A kind that has no name here is read as this too, and carries its own text, which is what is written again.
    "unknown" = Unknown { kind },
});

choice!(Closing {
    "no_answer" = NoAnswer,
    "posting_gone" = PostingGone,
    "not_interested" = NotInterested,
});

choice!(Correction {
    "title" = Title(title),
    "company" = Company(company),
    "places" = Places(places),
    "workplace" = Workplace(workplace),
    "employment" = Employment(employment),
    "pay" = Pay(pay),
    "posted" = Posted(day),
    "closes" = Closes(day),
    "reference" = Reference(reference),
    "address" = Address(address),
    "apply" = Apply(address),
    "contact" = Contact(contact),
    "language" = Language(language),
    "event_day" = EventDay { event, on },
});
