//! What a backup would change, before any of it is written.

use chrono::NaiveDate;

use crate::domain::{Application, Line, Listing};
use crate::view::failure::field_name;
use crate::view::voice::joined;
use crate::view::{Card, Field, TableRows, Voice, Word};

/// So many of a group are named.
const NAMED: usize = 20;

/// What a backup would change.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The day on which it was made, where the file says so.
    pub made: Option<NaiveDate>,
    /// Applications that are not here.
    pub new: Group,
    /// Applications of which it knows more.
    pub completed: Group,
    /// Applications of which as much is here.
    pub same: Group,
    /// Applications of which more is here.
    pub newer_here: Group,
    /// Applications that were deleted here, and stay deleted.
    pub deleted_here: Group,
    /// Applications that are here and were deleted where it was made.
    pub deleted_by_file: Group,
    /// Applications that are here alone.
    pub only_here: Group,
    /// What is not the same on both sides.
    pub conflicts: Vec<Conflict>,
    /// Whether it has other settings.
    pub settings_differ: bool,
    /// Whether it says nothing of settings, and some were chosen here.
    pub settings_only_here: bool,
    /// Whether these are to be taken.
    pub takes_settings: bool,
    /// In how many places stands what this version does not know.
    pub unknown: usize,
    /// How many parts of it cannot be read.
    pub missing: usize,
    /// Whether there is anything to be written.
    pub has_news: bool,
    /// What came of the rows, where it was made of a table.
    pub rows: Option<TableRows>,
}

impl Preview {
    /// Whether it is a backup that has all that is here once it was brought in.
    pub fn has_all(&self) -> bool {
        let has_settings = !self.settings_only_here && (self.takes_settings || !self.settings_differ);
        // What was completed may have had more here.
        self.lacks() == 0 && self.completed.count == 0 && self.rows.is_none() && self.missing == 0 && has_settings
    }

    /// How many applications stand otherwise here than in it, as far as that is known.
    fn lacks(&self) -> usize {
        let lacking = [&self.only_here, &self.newer_here, &self.deleted_here];
        lacking.into_iter().map(|group| group.count).sum()
    }
}

/// Applications that have something in common, the first of them by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// How many there are.
    pub count: usize,
    names: Vec<String>,
}

/// What one side says otherwise than the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    name: String,
    about: About,
    /// Whether what is said here holds.
    ours: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum About {
    /// A field that was put right on both sides: the later word holds.
    Field(&'static str),
    /// What happened on a day.
    Entry(NaiveDate),
}

impl Group {
    /// One more.
    pub fn add(&mut self, application: &Application) {
        self.add_named(|| name(application));
    }

    /// The same of its line in the index.
    pub fn add_listed(&mut self, listing: &Listing) {
        self.add_named(|| named(listing.title.as_ref(), listing.company.as_ref()));
    }

    fn add_named(&mut self, name: impl Fn() -> String) {
        self.count += 1;
        if self.names.len() < NAMED {
            self.names.push(name());
        }
    }
}

impl Conflict {
    /// Of a field of an application that was put right on both sides.
    pub fn of(application: &Application, field: &'static str, ours: bool) -> Self {
        Self::about(application, About::Field(field), ours)
    }

    /// Of what happened on a day, and was not written down alike.
    pub fn of_entry(application: &Application, on: NaiveDate, ours: bool) -> Self {
        Self::about(application, About::Entry(on), ours)
    }

    fn about(application: &Application, about: About, ours: bool) -> Self {
        Self {
            name: name(application),
            about,
            ours,
        }
    }
}

/// What a person calls it.
fn name(application: &Application) -> String {
    named(application.facts.title.as_ref(), application.facts.company.as_ref())
}

fn named(title: Option<&Line>, company: Option<&Line>) -> String {
    joined([title, company].into_iter().flatten().map(ToString::to_string), " · ")
}

impl Voice<'_> {
    /// The form that brings it in.
    pub(super) fn preview(&self, preview: &Preview) -> Card {
        let groups = [
            ("new", &preview.new, Word::PreviewNewOne, Word::PreviewNewOther),
            (
                "completed",
                &preview.completed,
                Word::PreviewCompletedOne,
                Word::PreviewCompletedOther,
            ),
            (
                "deleted_by_file",
                &preview.deleted_by_file,
                Word::PreviewDeletedByFileOne,
                Word::PreviewDeletedByFileOther,
            ),
            ("same", &preview.same, Word::PreviewSameOne, Word::PreviewSameOther),
            (
                "newer_here",
                &preview.newer_here,
                Word::PreviewNewerHereOne,
                Word::PreviewNewerHereOther,
            ),
            (
                "deleted_here",
                &preview.deleted_here,
                Word::PreviewDeletedHereOne,
                Word::PreviewDeletedHereOther,
            ),
            (
                "only_here",
                &preview.only_here,
                Word::PreviewOnlyHereOne,
                Word::PreviewOnlyHereOther,
            ),
        ];
        let groups = groups.into_iter().map(|group| self.group_line(group));
        let conflicts = preview.conflicts.len();
        let named = preview.conflicts.iter().take(NAMED);
        let said = self
            .words
            .count(conflicts, Word::PreviewConflictsOne, Word::PreviewConflictsOther);
        let conflicts = self.preview_group(
            "conflicts",
            said,
            conflicts,
            named.map(|conflict| self.conflict(conflict)).collect(),
        );
        let made = match (&preview.rows, preview.made) {
            (Some(rows), _) => self
                .words
                .count(rows.count, Word::PreviewOfTableOne, Word::PreviewOfTableOther),
            (None, Some(made)) => self.say(Word::PreviewMade, &[("date", &self.date(made))]),
            (None, None) => self.text(Word::PreviewOf),
        };
        let unknown = match preview.unknown {
            0 => String::new(),
            _ => self.text(Word::PreviewUnknown),
        };
        let missing = match preview.missing {
            0 => String::new(),
            missing => self
                .words
                .count(missing, Word::PreviewLacksOne, Word::PreviewLacksOther),
        };
        let settings = match preview.takes_settings {
            true => Field::of("settings", "on"),
            false => Field::none("settings"),
        };
        let rows = preview.rows.iter().flat_map(|rows| rows.groups(self));
        let (template, nothing) = match preview.rows {
            Some(_) => ("table-preview", Word::PreviewNothingOfTable),
            None => ("preview-form", Word::PreviewNothing),
        };
        let takes = preview.has_news || preview.settings_differ;
        Card {
            fields: vec![settings],
            ..Card::new(template, "preview")
                .text("made", made)
                .text("missing", missing)
                .text("unknown", unknown)
                .text(
                    "nothing",
                    match takes {
                        true => String::new(),
                        false => self.text(nothing),
                    },
                )
                .part("settings", preview.settings_differ)
                .part("take", takes)
                .list("groups", groups.chain([conflicts]).flatten().chain(rows).collect())
        }
    }

    /// What came of it once it was brought in: what it was, by name, and what the machine that made it lacks still.
    pub(super) fn came(&self, preview: &Preview) -> Card {
        let groups = [
            ("new", &preview.new, Word::CameInOne, Word::CameInOther),
            (
                "completed",
                &preview.completed,
                Word::WasCompletedOne,
                Word::WasCompletedOther,
            ),
            (
                "deleted_by_file",
                &preview.deleted_by_file,
                Word::WasDeletedOne,
                Word::WasDeletedOther,
            ),
        ];
        let lacking = preview.lacks();
        // What was completed here may lack over there what was here before.
        let is_sure = preview.completed.count == 0;
        let next = match lacking {
            0 if is_sure => self.text(Word::MachineLacksNothing),
            0 => self.text(Word::MachineMayLack),
            _ => self
                .words
                .count(lacking, Word::MachineLacksOne, Word::MachineLacksOther),
        };
        let groups = groups.into_iter().filter_map(|group| self.group_line(group));
        let groups: Vec<Card> = groups.collect();
        let beside = match (preview.takes_settings, groups.is_empty()) {
            (true, _) => self.text(Word::SettingsCameIn),
            (false, true) => self.text(Word::DeletionsCameIn),
            (false, false) => String::new(),
        };
        Card::new("came-card", "came")
            .text("beside", beside)
            .text("next", next)
            .part("save", lacking > 0 || !is_sure)
            .list("groups", groups)
    }

    /// The line of a group, by its key and in the words for one and for several.
    fn group_line(&self, (key, group, one, other): (&str, &Group, Word, Word)) -> Option<Card> {
        let said = self.words.count(group.count, one, other);
        self.preview_group(key, said, group.count, group.names.clone())
    }

    /// A line that counts, with names on demand; none without any.
    pub(in crate::view) fn preview_group(
        &self,
        key: &str,
        said: String,
        count: usize,
        names: Vec<String>,
    ) -> Option<Card> {
        let more = match count.saturating_sub(names.len()) {
            0 => String::new(),
            more => self.words.count(more, Word::AndMoreOne, Word::AndMoreOther),
        };
        let rows = names.into_iter().zip(0..);
        let rows =
            rows.map(|(name, place): (String, usize)| Card::new("preview-row", place.to_string()).text("name", name));
        let card = Card::new("preview-group", key)
            .text("said", said)
            .text("more", more)
            .list("names", rows.collect());
        (count > 0).then_some(card)
    }

    /// "Backend Engineer · Northwind Labs – Pay: what you said here is later and holds."
    fn conflict(&self, conflict: &Conflict) -> String {
        let about = match conflict.about {
            About::Field(field) => self.text(field_name(field).unwrap_or(Word::Day)),
            About::Entry(on) => self.say(Word::ConflictEntry, &[("date", &self.date(on))]),
        };
        let word = match conflict.ours {
            true => Word::ConflictOurs,
            false => Word::ConflictTheirs,
        };
        self.say(word, &[("name", &conflict.name), ("field", &about)])
    }
}
