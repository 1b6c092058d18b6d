//! Applications that the user may have sent, and what was seen in a tab before. It is no part of the ledger, nor of its mirror or of a backup: until
//! it is confirmed, it is nothing that happened.

use chrono::NaiveDate;

use super::form::{Form, Object, record};
use super::{Kind, Record, Tree};
use crate::capture::Sent;
use crate::domain::{Posting, Proposal, SafeLink};

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// The latest last.
    pub proposals: Vec<Proposal>,
}

/// What was seen in a tab, for as long as the browser runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    /// The page of the last posting, or of its form.
    pub page: Option<SafeLink>,
    /// What it said.
    pub posting: Option<Posting>,
    /// The form that was sent since.
    pub sent: Option<Sent>,
    /// The day on which all that was.
    pub on: Option<NaiveDate>,
    /// Whether it was proposed: what else such a page shows is of the same application.
    pub done: bool,
}

record!(Sent { files, filled, secret });

record!(Proposal {
    address,
    on,
    title,
    company,
    application,
    posting,
    settled
});

/// An empty one says so: a record of another kind is none.
impl Form for Proposals {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        self.proposals.write(object.name(PROPOSALS));
        object.end();
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let proposals = tree.as_object()?.get(PROPOSALS)?;
        Vec::read(proposals).map(|proposals| Self { proposals })
    }
}

const PROPOSALS: &str = "proposals";

impl Record for Proposals {
    const KIND: Kind = Kind::Proposals;
}

record!(Trail {
    page,
    posting,
    sent,
    on,
    done
});

impl Record for Trail {
    const KIND: Kind = Kind::Trail;
}
