//! Which applications a list shows, and in which order: as it stands in the page's address.

use crate::domain::{Stage, Turn, parameters, push_query};

/// A column of the board: how far an application has come, whatever it ended in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the stage of its name")]
pub enum Lane {
    Saved,
    Applied,
    InTouch,
    Interviewing,
    Offered,
    Ended,
}

/// All lanes, from left to right, as addresses and the markup call them.
pub const LANES: [(Lane, &str); 6] = [
    (Lane::Saved, "saved"),
    (Lane::Applied, "applied"),
    (Lane::InTouch, "in_touch"),
    (Lane::Interviewing, "interviewing"),
    (Lane::Offered, "offered"),
    (Lane::Ended, "ended"),
];

/// Who is waited for, as addresses and the markup call it.
pub const TURNS: [(Turn, &str); 3] = [
    (Turn::Mine, "mine"),
    (Turn::Theirs, "theirs"),
    (Turn::Nobodys, "nobodys"),
];

/// A column of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what a listing has by its name")]
pub enum Column {
    Title,
    Company,
    Place,
    Stage,
    Applied,
    Heard,
    /// Whose move it is, and when.
    #[default]
    Next,
}

/// All columns, as addresses and the markup call them.
pub const COLUMNS: [(Column, &str); 7] = [
    (Column::Title, "title"),
    (Column::Company, "company"),
    (Column::Place, "place"),
    (Column::Stage, "stage"),
    (Column::Applied, "applied"),
    (Column::Heard, "heard"),
    (Column::Next, "next"),
];

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By which column.
    pub by: Column,
    /// Whether the last comes first.
    pub is_down: bool,
}

/// What is picked of all applications, and how it is shown. Nothing is left out where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pick {
    /// Words that are looked for.
    pub words: String,
    /// Only those of a stage.
    pub lane: Option<Lane>,
    /// Only those at companies with these words.
    pub company: String,
    /// Only those at places with these words.
    pub place: String,
    /// Only those that wait for somebody.
    pub turn: Option<Turn>,
    /// Only those that have ended, or those that have not.
    pub has_ended: Option<bool>,
    /// In which order.
    pub order: Order,
    /// Whether it is shown as a board.
    pub is_board: bool,
}

/// What is chosen among what has names.
pub(super) fn named<T: Copy>(names: &[(T, &str)], name: &str) -> Option<T> {
    names.iter().find(|(_, known)| *known == name).map(|(value, _)| *value)
}

/// The name of what is chosen; empty where nothing is.
pub(super) fn name_of<T: Copy + PartialEq>(names: &[(T, &'static str)], value: Option<T>) -> &'static str {
    let found = names.iter().find(|(known, _)| Some(*known) == value);
    found.map_or("", |(_, name)| name)
}

/// As addresses and the markup call it.
const ENDED: [(bool, &str); 2] = [(false, "no"), (true, "yes")];

impl Lane {
    /// The one that an application is in.
    pub const fn of(stage: Stage) -> Self {
        match stage {
            Stage::Saved => Self::Saved,
            Stage::Applied => Self::Applied,
            Stage::InTouch => Self::InTouch,
            Stage::Interviewing => Self::Interviewing,
            Stage::Offered => Self::Offered,
            Stage::Ended(_) => Self::Ended,
        }
    }

    /// The one that an application most often comes to from there.
    pub const fn next(self) -> Self {
        match self {
            Self::Saved => Self::Applied,
            Self::Applied => Self::InTouch,
            Self::InTouch => Self::Interviewing,
            Self::Interviewing => Self::Offered,
            Self::Offered | Self::Ended => Self::Ended,
        }
    }

    /// As addresses and the markup call it.
    pub fn key(self) -> &'static str {
        name_of(&LANES, Some(self))
    }

    /// The one that is called so.
    pub fn named(key: &str) -> Option<Self> {
        named(&LANES, key)
    }
}

impl Order {
    /// When its column is asked for: turned round where it is this one's already. Of days the latest come first.
    #[must_use]
    pub fn asked(self, by: Column) -> Self {
        let is_down = if self.by == by {
            !self.is_down
        } else {
            matches!(by, Column::Applied | Column::Heard)
        };
        Self { by, is_down }
    }
}

impl Pick {
    /// Reads what [`Pick::query`] wrote, with or without its question mark. What is not known is passed over: another version may have
    /// written it.
    pub fn read(query: &str) -> Self {
        let mut pick = Self::default();
        for (name, value) in parameters(query.trim_start_matches('?')) {
            let value = value.as_ref();
            match name.as_ref() {
                "words" => value.clone_into(&mut pick.words),
                "company" => value.clone_into(&mut pick.company),
                "place" => value.clone_into(&mut pick.place),
                "stage" => pick.lane = named(&LANES, value),
                "turn" => pick.turn = named(&TURNS, value),
                "ended" => pick.has_ended = named(&ENDED, value),
                "sort" => pick.order.by = named(&COLUMNS, value).unwrap_or_default(),
                "order" => pick.order.is_down = value == "down",
                "as" => pick.is_board = value == "board",
                _ => {}
            }
        }
        pick
    }

    /// What is not as by default, as the query of an address; empty where all is.
    pub fn query(&self) -> String {
        let sort = name_of(&COLUMNS, Some(self.order.by).filter(|by| *by != Column::default()));
        let parameters = [
            ("words", self.words.as_str()),
            ("stage", name_of(&LANES, self.lane)),
            ("company", &self.company),
            ("place", &self.place),
            ("turn", name_of(&TURNS, self.turn)),
            ("ended", name_of(&ENDED, self.has_ended)),
            ("sort", sort),
            ("order", if self.order.is_down { "down" } else { "" }),
            ("as", if self.is_board { "board" } else { "" }),
        ];
        let said: Vec<(&str, &str)> = parameters.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let mut query = String::new();
        push_query(&said, &mut query);
        query
    }

    /// The same with everything shown: its order and its form stay.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            order: self.order,
            is_board: self.is_board,
            ..Self::default()
        }
    }

    /// By how many of the fields something may be left out, the words aside.
    pub fn facets(&self) -> usize {
        let are_set = [
            self.lane.is_some(),
            self.turn.is_some(),
            self.has_ended.is_some(),
            !self.company.is_empty(),
            !self.place.is_empty(),
        ];
        are_set.into_iter().filter(|is_set| *is_set).count()
    }

    /// Whether something may be left out.
    pub fn is_narrow(&self) -> bool {
        *self != self.cleared()
    }

    /// Takes in what a form says, of which a field is `said` by its name; what the form does not have stays.
    #[must_use]
    pub fn filled<'a>(&self, said: impl Fn(&str) -> Option<&'a str>) -> Self {
        let text = |name, now: &str| said(name).unwrap_or(now).trim().to_owned();
        let mut filled = Self {
            words: text("words", &self.words),
            company: text("company", &self.company),
            place: text("place", &self.place),
            ..self.clone()
        };
        if let Some(stage) = said("stage") {
            filled.lane = named(&LANES, stage);
        }
        if let Some(turn) = said("turn") {
            filled.turn = named(&TURNS, turn);
        }
        if let Some(ended) = said("ended") {
            filled.has_ended = named(&ENDED, ended);
        }
        // To say the same column again turns nothing round: a form always says one.
        let by = said("sort").and_then(|sort| named(&COLUMNS, sort));
        if let Some(by) = by.filter(|by| *by != self.order.by) {
            filled.order = self.order.asked(by);
        }
        filled
    }

    /// What its forms say: names and values.
    pub fn fields(&self) -> [(&'static str, &str); 7] {
        [
            ("words", &self.words),
            ("company", &self.company),
            ("place", &self.place),
            ("stage", name_of(&LANES, self.lane)),
            ("turn", name_of(&TURNS, self.turn)),
            ("ended", name_of(&ENDED, self.has_ended)),
            ("sort", name_of(&COLUMNS, Some(self.order.by))),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pick() -> impl Strategy<Value = Pick> {
        let one_of = |count: usize| prop::option::of(0..count);
        let text = "\\PC{0,12}";
        (
            text,
            one_of(6),
            text,
            text,
            one_of(3),
            any::<Option<bool>>(),
            (0_usize..7, any::<[bool; 2]>()),
        )
            .prop_map(
                |(words, lane, company, place, turn, has_ended, (by, [is_down, is_board]))| Pick {
                    words,
                    lane: lane.map(|index| LANES[index].0),
                    company,
                    place,
                    turn: turn.map(|index| TURNS[index].0),
                    has_ended,
                    order: Order {
                        by: COLUMNS[by].0,
                        is_down,
                    },
                    is_board,
                },
            )
    }

    proptest! {
        #[test]
        fn an_address_brings_back_what_was_picked(pick in pick()) {
            let query = pick.query();
            prop_assert_eq!(Pick::read(&query), pick);
            prop_assert!(query.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#'), "{}", query);
        }

        #[test]
        fn any_address_is_read(query in "\\PC{0,40}") {
            let pick = Pick::read(&query);
            prop_assert_eq!(Pick::read(&pick.query()), pick);
        }

        #[test]
        fn a_form_says_what_was_picked(pick in pick()) {
            let fields = pick.fields();
            let said = |name: &str| fields.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
            let again = Pick { words: pick.words.trim().to_owned(), company: pick.company.trim().to_owned(), place: pick.place.trim().to_owned(), ..pick.clone() };
            prop_assert_eq!(pick.filled(said), again);
        }
    }

    #[test]
    fn nothing_is_said_of_what_is_as_by_default() {
        assert_eq!(Pick::default().query(), "");
        assert!(!Pick::default().is_narrow());
        assert_eq!(Pick::read("?stage=no-such&sort=next&colour=blue"), Pick::default());
        let pick = Pick::read("stage=interviewing&words=C%2B%2B%20lead&order=down");
        assert_eq!((pick.lane, pick.words.as_str()), (Some(Lane::Interviewing), "C++ lead"));
        assert!(pick.is_narrow());
        assert_eq!(pick.facets(), 1);
        let all = Pick::read("stage=applied&turn=mine&ended=no&company=a&place=b&words=c");
        assert_eq!((all.facets(), Pick::default().facets()), (5, 0));
        assert_eq!(pick.cleared().query(), "?order=down");
    }

    #[test]
    fn a_column_that_is_asked_for_again_turns_round() {
        let order = Order::default().asked(Column::Company);
        assert_eq!((order.by, order.is_down), (Column::Company, false));
        assert!(order.asked(Column::Company).is_down);
        assert!(order.asked(Column::Applied).is_down);
        assert!(!order.asked(Column::Applied).asked(Column::Applied).is_down);
    }
}
