//! Words that are looked for, and texts in which they are found: whatever their case and accents, and in any order.

/// What each letter from À to ſ is without its accent; a full stop where it has none. Unicode's own tables of this would weigh as much as
/// all that is shown.
const FROM_A_GRAVE: &str = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhh\
    iiiiiiiiii..jjkkkllllllllllnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// The same from Ḁ to ỿ, where those of Vietnamese are.
const FROM_A_RING: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssss\
    ttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooo\
    uuuuuuuuuuuuuuyyyyyyyy......";

/// So many characters of a text are shown before a word that was found in it, …
const BEFORE: usize = 24;
/// … and so many behind it.
const BEHIND: usize = 80;

/// A text as it is compared: in small letters and without accents. "Ærø, ZÜRICH" becomes "aero, zurich".
pub fn plain(text: &str) -> String {
    // Nearly all of most texts is ASCII, and in a search they are many: each run of it is taken at once.
    let small = text.to_ascii_lowercase();
    if small.is_ascii() {
        return small;
    }
    let mut plain = String::with_capacity(small.len());
    let mut rest = small.as_str();
    while !rest.is_empty() {
        let length = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (run, others) = rest.split_at(length);
        plain.push_str(run);
        let mut letters = others.chars();
        letters
            .next()
            .into_iter()
            .for_each(|letter| push_plain(letter, &mut plain));
        rest = letters.as_str();
    }
    plain
}

fn push_plain(letter: char, out: &mut String) {
    if letter.is_ascii() {
        out.push(letter.to_ascii_lowercase());
        return;
    }
    let listed = |table: &str, first: char| {
        let place = u32::from(letter).checked_sub(u32::from(first))?;
        let byte = table.as_bytes().get(usize::try_from(place).ok()?)?;
        (*byte != b'.').then_some(char::from(*byte))
    };
    let base = listed(FROM_A_GRAVE, 'À').or_else(|| listed(FROM_A_RING, 'Ḁ'));
    match (letter, base) {
        (_, Some(base)) => out.push(base),
        ('\u{300}'..='\u{36f}', _) => {}
        ('ß' | 'ẞ', _) => out.push_str("ss"),
        ('æ' | 'Æ', _) => out.push_str("ae"),
        ('œ' | 'Œ', _) => out.push_str("oe"),
        ('ơ' | 'Ơ', _) => out.push('o'),
        ('ư' | 'Ư', _) => out.push('u'),
        ('ș' | 'Ș', _) => out.push('s'),
        ('ț' | 'Ț', _) => out.push('t'),
        _ => out.extend(letter.to_lowercase().filter_map(without_tonos)),
    }
}

/// A small letter of Greek without its accent; any other as it is, but for a mark that the small form of a letter brings.
const fn without_tonos(letter: char) -> Option<char> {
    Some(match letter {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        '\u{300}'..='\u{36f}' => return None,
        other => other,
    })
}

/// Words that are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

/// The place of a text in which a word was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before the word, cut where it is long.
    pub before: String,
    /// The word, as it is written there.
    pub found: String,
    /// What stands behind it, cut where it is long.
    pub behind: String,
}

impl Query {
    /// The words of a text, which spaces part.
    pub fn new(text: &str) -> Self {
        let words = text.split_whitespace().map(plain).filter(|word| !word.is_empty());
        Self { words: words.collect() }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word stands in `text`, which is [`plain`].
    pub fn is_in(&self, text: &str) -> bool {
        self.words.iter().all(|word| text.contains(word.as_str()))
    }

    /// The words that do not stand in `text`, which is [`plain`].
    #[must_use]
    pub fn beside(&self, text: &str) -> Self {
        let words = self.words.iter().filter(|word| !text.contains(word.as_str()));
        Self {
            words: words.cloned().collect(),
        }
    }

    /// Whether a word has a mark that stands otherwise where texts are kept.
    pub fn has_marks(&self) -> bool {
        self.words.iter().any(|word| word.contains(['"', '\\']))
    }

    /// Where the first of the words that stands in `text` stands there.
    pub fn excerpt(&self, text: &str) -> Option<Excerpt> {
        let known = plain(text);
        let (start, word) = self.words.iter().find_map(|word| Some((known.find(word)?, word)))?;
        let (first, end) = place_of(text, start, start + word.len())?;
        let (before, rest) = text.split_at_checked(first)?;
        let (found, behind) = rest.split_at_checked(end - first)?;
        Some(Excerpt {
            before: cut_before(before),
            found: found.to_owned(),
            behind: cut_behind(behind),
        })
    }
}

/// Where of `text` stands what stands from `start` to `end` where it is plain. A letter that is one, and two when it is plain, is found as a
/// whole; so are the marks above the last one.
fn place_of(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let mut known = String::new();
    let mut first = None;
    for (place, letter) in text.char_indices() {
        let before = known.len();
        push_plain(letter, &mut known);
        if before >= end && known.len() > end {
            return Some((first?, place));
        }
        if known.len() > start {
            first = first.or(Some(place));
        }
    }
    Some((first?, text.len()))
}

fn cut_before(text: &str) -> String {
    let Some((place, _)) = text.char_indices().nth_back(BEFORE) else {
        return one_line(text);
    };
    let tail = text.get(place..).unwrap_or_default();
    // It begins with a whole word, where one begins.
    let whole = tail.find(char::is_whitespace).and_then(|space| tail.get(space..));
    format!("…{}", one_line(whole.unwrap_or(tail)))
}

fn cut_behind(text: &str) -> String {
    let Some((place, _)) = text.char_indices().nth(BEHIND) else {
        return one_line(text);
    };
    let head = text.get(..place).unwrap_or_default();
    let whole = head.rfind(char::is_whitespace).and_then(|space| head.get(..space));
    format!("{}…", one_line(whole.unwrap_or(head)))
}

/// With every break as one space; those at the ends stay, since another text follows there.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if !letter.is_whitespace() {
            line.push(letter);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_plain(text: &str, expected: &str) {
        assert_eq!(plain(text), expected);
    }

    #[test]
    fn case_and_accents_make_no_difference() {
        check_plain("Ærø, ZÜRICH", "aero, zurich");
        check_plain("Zu\u{308}rich", "zurich");
        check_plain("Łódź Straße İstanbul", "lodz strasse istanbul");
        check_plain("Đà Nẵng · Hồ Chí Minh", "da nang · ho chi minh");
        check_plain("Αθήνα ΟΔΟΣ οδός", "αθηνα οδοσ οδοσ");
        check_plain("Москва 東京 ×÷", "москва 東京 ×÷");
        check_plain("Iași Constanța", "iasi constanta");
        check_plain("", "");
    }

    #[track_caller]
    fn check_found(words: &str, text: &str, expected: bool) {
        assert_eq!(Query::new(words).is_in(&plain(text)), expected, "{words:?} in {text:?}");
    }

    #[test]
    fn words_are_found_in_any_order() {
        check_found("labs ENG", "Backend Engineer, Northwind Labs", true);
        check_found("gartner", "Gärtner", true);
        check_found("gärtner", "Gartner", true);
        check_found("backend pilot", "Backend Engineer", false);
        check_found(" \u{301} ", "anything", true);
    }

    #[test]
    fn what_is_known_already_need_not_be_found_again() {
        let query = Query::new("north rust");
        assert_eq!(query.beside("northwind labs"), Query::new("rust"));
        assert!(query.beside("rust in the north").is_empty());
    }

    #[track_caller]
    fn check_excerpt(words: &str, text: &str, expected: [&str; 3]) {
        let excerpt = Query::new(words).excerpt(text).expect("a word that is there");
        assert_eq!([&excerpt.before, &excerpt.found, &excerpt.behind], expected);
    }

    #[test]
    fn an_excerpt_shows_the_word_as_it_is_written() {
        check_excerpt("strasse", "Neue\nSTRASSE 1", ["Neue ", "STRASSE", " 1"]);
        check_excerpt("ss", "in der Straße 7", ["in der Stra", "ß", "e 7"]);
        check_excerpt("zurich", "Zu\u{308}rich", ["", "Zu\u{308}rich", ""]);
        check_excerpt("e", "cafe\u{301}!", ["caf", "e\u{301}", "!"]);
        assert_eq!(Query::new("pilot").excerpt("no such word"), None);
        assert_eq!(Query::new("").excerpt("no such word"), None);
    }

    #[test]
    fn an_excerpt_is_cut_between_words() {
        let text = format!("{} needle {}", "before ".repeat(20), "behind ".repeat(20));
        let excerpt = Query::new("needle").excerpt(&text).expect("it is there");
        assert_eq!(excerpt.before, "… before before before ");
        assert!(excerpt.behind.ends_with("behind…"), "{excerpt:?}");
        assert!(excerpt.behind.chars().count() <= BEHIND + 1);
    }

    proptest! {
        #[test]
        fn a_text_is_plain_letter_by_letter(text in "[a-cA-C \"]{0,9}\\PC{0,9}[\\u{41}-\\u{24f}]{0,20}") {
            let letters: String = text.chars().map(|letter| plain(&letter.to_string())).collect();
            prop_assert_eq!(plain(&text), letters);
        }

        #[test]
        fn what_is_plain_stays_so(text in "\\PC{0,40}|[\\u{c0}-\\u{24f}\\u{370}-\\u{3ff}\\u{1e00}-\\u{1eff}]{0,20}") {
            prop_assert_eq!(plain(&plain(&text)), plain(&text));
        }

        #[test]
        fn each_word_of_a_text_is_found_in_it_and_shown(text in "(\\w{1,6}[ \\n]){1,12}", at in 0_usize..12) {
            let words: Vec<&str> = text.split_whitespace().collect();
            let word = words[at % words.len()];
            let query = Query::new(word);
            prop_assert!(query.is_in(&plain(&text)));
            if !query.is_empty() {
                let excerpt = query.excerpt(&text).expect("it is there");
                prop_assert!(query.is_in(&plain(&excerpt.found)), "{:?}", excerpt);
            }
        }
    }
}
