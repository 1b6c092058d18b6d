//! What a screen shows, as a tree of plain values: the shell clones a template for each card and fills it, and knows nothing else.

use super::Route;
use super::applications::Pick;
use super::shape::{Extent, Measure};
use crate::domain::{MailLink, SafeLink};

/// One clone of a template, or a screen as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The template's id; empty for the screen itself.
    pub template: &'static str,
    /// Which one it is among its siblings. A card that keeps its key keeps its nodes, with the focus and what was typed in them. One whose key
    /// begins with `#` is a frame: what is asked on the cards within it is not asked on it.
    pub key: String,
    /// Its `data-` attributes: names and values.
    pub marks: Vec<(&'static str, &'static str)>,
    /// Its other attributes that say something of it, such as `aria-sort`: names and values.
    pub attributes: Vec<(&'static str, String)>,
    /// How high it is, in pixels, where its content does not say so.
    pub height: Option<u64>,
    /// Its texts: by the names that the template gives its slots.
    pub slots: Vec<(&'static str, Slot)>,
    /// Its parts that are only sometimes there, and whether they are.
    pub parts: Vec<(&'static str, bool)>,
    /// What its form says to begin with. It is put in once, and again only when it is another value: what was typed stays.
    pub fields: Vec<Field>,
    /// What is drawn in it: by the names that the template gives its shapes, which measure they have.
    pub shapes: Vec<(&'static str, Measure, Extent)>,
    /// The cards within it: by the names that the template gives its lists.
    pub lists: Vec<(&'static str, Vec<Self>)>,
}

/// A text in its place. Empty text hides the place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// The text; from pages or from the user, so never more than text.
    pub text: String,
    /// Where it leads, if the place is a link.
    pub link: Option<Link>,
    /// What its colour says.
    pub tone: Option<&'static str>,
}

/// Where a place leads: nowhere but to these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To a page.
    Web(SafeLink),
    /// To the mail program.
    Mail(MailLink),
    /// To another screen of this page.
    Within(Anchor),
}

/// The address of a screen of the dashboard, from its `#` on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor(String);

impl Link {
    /// The address.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Web(link) => link.as_str(),
            Self::Mail(link) => link.as_str(),
            Self::Within(Anchor(address)) => address,
        }
    }
}

impl From<SafeLink> for Link {
    fn from(link: SafeLink) -> Self {
        Self::Web(link)
    }
}

impl From<MailLink> for Link {
    fn from(link: MailLink) -> Self {
        Self::Mail(link)
    }
}

impl Link {
    /// To all applications, of which those are shown that fit a pick.
    pub fn to_picked(pick: &Pick) -> Self {
        let hash = Route::Applications.hash();
        Self::Within(Anchor(["#", &hash, &pick.query()].concat()))
    }
}

impl From<Route> for Link {
    fn from(route: Route) -> Self {
        Self::Within(Anchor(["#", &route.hash()].concat()))
    }
}

/// A field of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it says; several for boxes that can be ticked together, none for nothing.
    pub values: Vec<String>,
    /// Whether it was guessed, and is to be checked.
    pub uncertain: bool,
    /// Whether it cannot be understood.
    pub invalid: bool,
}

impl Field {
    /// A field that says one thing.
    pub fn of(name: &'static str, value: impl Into<String>) -> Self {
        let values = vec![value.into()];
        Self {
            name,
            values,
            ..Self::default()
        }
    }

    /// A field that says several things, or nothing.
    pub const fn with(name: &'static str, values: Vec<String>) -> Self {
        Self {
            name,
            values,
            invalid: false,
            uncertain: false,
        }
    }

    /// A field that says nothing: a box that is not ticked.
    pub fn none(name: &'static str) -> Self {
        Self {
            name,
            ..Self::default()
        }
    }
}

impl Card {
    /// An empty card.
    pub fn new(template: &'static str, key: impl Into<String>) -> Self {
        Self {
            template,
            key: key.into(),
            ..Self::default()
        }
    }

    /// With a text.
    #[must_use]
    pub fn text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        self.slots.push((
            name,
            Slot {
                text,
                ..Slot::default()
            },
        ));
        self
    }

    /// With a text whose colour says something.
    #[must_use]
    pub fn toned(mut self, name: &'static str, text: impl Into<String>, tone: &'static str) -> Self {
        let (text, tone) = (text.into(), Some(tone));
        self.slots.push((name, Slot { text, link: None, tone }));
        self
    }

    /// With a text that leads somewhere.
    #[must_use]
    pub fn link(mut self, name: &'static str, text: impl Into<String>, link: Option<impl Into<Link>>) -> Self {
        let (text, link) = (text.into(), link.map(Into::into));
        self.slots.push((name, Slot { text, link, tone: None }));
        self
    }

    /// With a `data-` attribute.
    #[must_use]
    pub fn mark(mut self, name: &'static str, value: &'static str) -> Self {
        self.marks.push((name, value));
        self
    }

    /// With whether what its `data-unfolds` button unfolds is open.
    #[must_use]
    pub fn unfolded(self, is_open: bool) -> Self {
        self.mark("open", if is_open { "true" } else { "false" })
    }

    /// With an attribute of that very name.
    #[must_use]
    pub fn attribute(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With a part that is only sometimes there.
    #[must_use]
    pub fn part(mut self, name: &'static str, shown: bool) -> Self {
        self.parts.push((name, shown));
        self
    }

    /// With a field that says one thing.
    #[must_use]
    pub fn field(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push(Field::of(name, value));
        self
    }

    /// With a shape of this measure.
    #[must_use]
    pub fn shape(mut self, name: &'static str, measure: Measure, extent: Extent) -> Self {
        self.shapes.push((name, measure, extent));
        self
    }

    /// With cards within it.
    #[must_use]
    pub fn list(mut self, name: &'static str, cards: Vec<Self>) -> Self {
        self.lists.push((name, cards));
        self
    }
}
