//! When two spellings name one company.

/// Legal forms that people leave out or spell differently, as they read once punctuation is gone.
const LEGAL_FORMS: &[&str] = &[
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "cv",
    "doo",
    "ek",
    "eood",
    "ev",
    "gbr",
    "gmbh",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "kgaa",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "nv",
    "ohg",
    "ood",
    "oy",
    "oyj",
    "plc",
    "private",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sarl",
    "sas",
    "se",
    "sl",
    "slu",
    "spa",
    "spolsro",
    "sro",
    "spzoo",
    "srl",
    "ug",
    "zrt",
];

/// A company's name without case, punctuation, spaces between initials and legal form: "ACME, Inc." and "Acme" agree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyKey(String);

impl CompanyKey {
    /// The key of `name`; `None` if the name has neither letter nor digit.
    pub fn new(name: &str) -> Option<Self> {
        let mut words = Vec::new();
        for word in name.to_lowercase().split(|character: char| {
            character.is_whitespace() || matches!(character, ',' | '/' | '|' | '(' | ')' | '&' | '+')
        }) {
            let word: String = word.chars().filter(|character| character.is_alphanumeric()).collect();
            if !word.is_empty() {
                words.push(word);
            }
        }
        while words.len() > 1 && ends_in_legal_form(&mut words) {}
        (!words.is_empty()).then(|| Self(words.join(" ")))
    }

    /// The key's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Takes a legal form off the end, also one that was written with spaces ("s. r. o."). Says whether there was one.
fn ends_in_legal_form(words: &mut Vec<String>) -> bool {
    for length in (1..=3.min(words.len() - 1)).rev() {
        let start = words.len() - length;
        let tail: String = words.iter().skip(start).map(String::as_str).collect();
        let initials = length == 1 || words.iter().skip(start).all(|word| word.chars().count() <= 4);
        if initials && LEGAL_FORMS.contains(&tail.as_str()) {
            words.truncate(start);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(CompanyKey::new(name).as_ref().map_or("", CompanyKey::as_str), expected);
    }

    #[test]
    fn spellings_of_one_company_agree() {
        check("ACME, Inc.", "acme");
        check("Acme", "acme");
        check("Acme GmbH & Co. KG", "acme");
        check("Alza.cz a.s.", "alzacz");
        check("Bénéficielle, s.r.o.", "bénéficielle");
        check("Bénéficielle s. r. o.", "bénéficielle");
        check("Avenierr Pharma (Pvt) Ltd", "avenierr pharma");
        check("Northwind  Labs", "northwind labs");
        check("SE", "se");
        check("—", "");
    }
}
