//! What a page is, before any field is read: a posting, the form of one, a list, or neither.

use super::labels::{self, Label};
use super::page::Page;
use super::words::{Words, fold, has_words};
use crate::domain::SafeLink;

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One posting or its form, beyond reasonable doubt.
    Posting,
    /// Perhaps a posting: all that is read of it is uncertain.
    Perhaps,
    /// Several postings.
    List,
    /// Something else.
    Neither,
}

/// Invitations to apply.
const APPLY: Words = Words(
    "apply|apply now|submit application|submit your application|send application|apply for this job|\
     apply for this position|bewerben|bewerbung|jetzt bewerben|bewerbung senden|bewerbung abschicken|postuler|\
     je postule|postulez|envoyer ma candidature|inscribirme|inscribirse|solicitar|postular|candidatar|\
     candidatar se|candidatura|candidati|odpovědět|mám zájem|odpovědět na nabídku|solliciteer|solliciteren|\
     aplikuj|ansök|søg|enviar currículo|quero me candidatar|reagovat|přihlásit se na pozici|ready to apply|\
     easy apply",
);

/// Headings of the parts of a posting.
const SECTIONS: Words = Words(
    "responsibilities|requirements|qualifications|what you ll do|what you will do|what you ll bring|\
     what you bring|what we offer|who you are|about the role|about this role|about the job|about this job|\
     job description|full job description|job details|your role|your profile|your tasks|about you|skills|\
     benefits|seniority level|employment type|minimum qualifications|preferred qualifications|nice to have|\
     overview of this role|position summary|duties|aufgaben|ihre aufgaben|deine aufgaben|dein profil|ihr profil|\
     profil|wir bieten|das bieten wir|anforderungen|qualifikation|missions|vos missions|mission|votre profil|\
     profil recherché|le poste|description du poste|compétences|requisitos|funciones|ofrecemos|se ofrece|\
     descripción|responsabilidades|benefícios|náplň práce|požadujeme|nabízíme|hledáme|co nabízíme|requisiti|\
     offriamo|functie|wat bieden wij|wymagania|oferujemy|obowiązki|pracovní nabídka",
);

/// Words of a title that speak of many jobs.
const MANY: Words = Words(
    "jobs in|jobs near|jobs available|job vacancies|job search|search jobs|search for jobs|vacancies in|\
     open positions|open roles|our openings|current openings|job openings|job opportunities|career opportunities|\
     jobs and careers|jobs und|stellenangebote|stellenanzeigen|offene stellen|stellenmarkt|offres d emploi|\
     ofertas de trabajo|ofertas de empleo|empleos en|vagas de|vagas em|vagas|nabídka práce|nabídky práce|\
     volná místa|volné pozice|offerte di lavoro|vacatures|oferty pracy|job listings|careers|jobs|search results|\
     remote jobs|career|karriere",
);

/// Last parts of paths that are a board's or an employer's list.
const LIST_TAILS: Words = Words(
    "jobs|job|careers|career|positions|openings|open-positions|vacancies|search|join-us|karriere|stellenangebote|\
     stellen|emplois|recrutement|empleo|vagas|kariera|prace|vacatures|work-with-us|jobsearch|results|\
     opportunities|job-search|all",
);

/// Parts of paths below which single postings stand.
const POSTING_PATHS: Words = Words(
    "job|jobs|j|p|o|career|careers|position|positions|opening|openings|vacancy|vacancies|posting|postings|view|\
     viewjob|offre|offres|emploi|stelle|stellen|stellenangebote|jobdetail|job-detail|remote-jobs|nabidka|rpd|fp|\
     pd|oferta|vaga|vagas|opportunity|opportunities|requisition|details|job_detail|apply|applications|\
     job-listings|nabidka-prace",
);

/// Endings of titles that only jobs have.
const JOB_MARKS: Words =
    Words("m w d|w m d|m f d|f m d|m f x|f m x|m w x|w m x|h f|f h|m ž|m ž o|all genders|m f|gn|m k|k m|80 100|60 100");

/// Decides what a page is. `structured` says how many structured postings were found that the page is about.
pub(super) fn kind(page: &Page<'_>, has_posting: bool, is_list: bool) -> Kind {
    let list = list_score(page, is_list);
    if has_posting {
        return if list >= 6 && !has_posting_address(page) {
            Kind::List
        } else {
            Kind::Posting
        };
    }
    let posting = posting_score(page);
    if is_wall(page) {
        return if list >= 3 { Kind::List } else { Kind::Neither };
    }
    match (posting, list) {
        (posting, list) if posting >= 4 && posting > list => Kind::Posting,
        (posting, list) if list >= 4 && list >= posting => Kind::List,
        (posting, list) if posting >= 3 && posting > list => Kind::Perhaps,
        _ => Kind::Neither,
    }
}

fn posting_score(page: &Page<'_>) -> i32 {
    let snapshot = page.snapshot;
    let mut score = 0;
    let known = page
        .board
        .zip(page.address.as_ref())
        .and_then(|(board, address)| board.identity(address));
    if known.is_some() {
        score += 4;
    } else if has_posting_address(page) {
        score += 3;
    }
    if apply_link(page).is_some()
        || snapshot.buttons.iter().any(|text| invites(text))
        || page.lines.iter().take(60).any(|line| invites(line))
    {
        score += 2;
    }
    if snapshot.form.file && snapshot.form.fields >= 3 {
        score += 3;
    }
    let sections = snapshot
        .headings
        .iter()
        .filter(|heading| is_section(&heading.text))
        .count()
        + page
            .lines
            .iter()
            .take(300)
            .filter(|line| line.len() < 60 && is_section(line))
            .count();
    score += match sections {
        0 => 0,
        1 => 1,
        2 | 3 => 2,
        _ => 3,
    };
    let pairs = &page.pairs;
    let has = |wanted: Label| pairs.iter().any(|(label, _)| *label == wanted);
    if pairs
        .iter()
        .any(|(label, value)| *label == Label::Reference && labels::is_reference(value))
    {
        score += 3;
    }
    score += [
        Label::Place,
        Label::Employment,
        Label::Workplace,
        Label::Pay,
        Label::Closes,
        Label::Posted,
    ]
    .iter()
    .filter(|label| has(**label))
    .count()
    .min(2) as i32;
    if page.titles.iter().any(|title| {
        JOB_MARKS.any_in(&fold(title)) || title.contains(" hiring ") || fold(title).starts_with("job application for")
    }) {
        score += 3;
    }
    score
}

fn list_score(page: &Page<'_>, is_list: bool) -> i32 {
    let snapshot = page.snapshot;
    let mut score = 0;
    if is_list {
        score += 4;
    }
    if page.titles.iter().take(2).any(|title| counts_jobs(title)) {
        score += 5;
    } else if page.titles.iter().take(2).any(|title| speaks_of_many(title)) {
        score += 3;
    }
    if snapshot
        .headings
        .iter()
        .take(6)
        .any(|heading| heading.level <= 3 && counts_jobs(&heading.text))
        || page
            .lines
            .iter()
            .take(80)
            .any(|line| line.len() < 60 && counts_jobs(line))
    {
        score += 2;
    }
    let candidates = posting_links(page).len();
    score += match candidates {
        0..=3 => 0,
        4..=7 => 2,
        _ => 3,
    };
    if page.address.as_ref().is_some_and(ends_in_list) {
        score += 3;
    }
    score
}

/// The verification pages that boards show to machines, and pages of errors.
fn is_wall(page: &Page<'_>) -> bool {
    let is_short = page.snapshot.text.len() < 1_500;
    let walls = Words(
        "security check|just a moment|verify you are human|additional verification required|access denied|\
             captcha|page not found|404|not found|stránka neexistuje|seite nicht gefunden|page introuvable|\
             sign in to view more jobs|página no encontrada|are you a robot|attention required",
    );
    let texts = page.titles.iter().copied().chain(
        page.snapshot
            .headings
            .iter()
            .take(3)
            .map(|heading| heading.text.as_str()),
    );
    is_short && texts.map(fold).any(|text| walls.any_in(&text))
}

/// Whether a text is an invitation to apply and nothing else.
fn invites(text: &str) -> bool {
    let text = fold(text);
    text.len() <= 60
        && (APPLY.contains(text.as_str())
            || Words(
                "apply for|apply to|apply now|apply with|apply on|apply online|apply by|apply and|jetzt bewerben|\
             bewerben sie|submit application|postuler à|postuler maintenant|auf diese stelle bewerben",
            )
            .begin(&text))
}

/// Where a page says that one can apply: the link's address.
pub(super) fn apply_link(page: &Page<'_>) -> Option<SafeLink> {
    page.snapshot
        .links
        .iter()
        .filter(|(text, _)| invites(text))
        .find_map(|(_, address)| SafeLink::new(address))
}

fn is_section(text: &str) -> bool {
    if text.len() > 80 {
        return false;
    }
    let text = fold(text);
    SECTIONS.iter().any(|section| {
        text == *section
            || (section.contains(' ') && has_words(&text, section))
            || text
                .strip_prefix(section)
                .is_some_and(|rest| rest.len() < 20 && rest.starts_with(' '))
    })
}

/// "Rust jobs in Bern", "Careers at Northwind", "203 ofertas".
pub(super) fn speaks_of_many(title: &str) -> bool {
    let folded = fold(title);
    let is_one = folded.starts_with("job application for") || has_words(&folded, "hiring");
    // "Baker | Jobs bei Ovens" is about one job: the words count in the first part.
    let first = title.split(['|', '–', '—']).next().map(fold).unwrap_or_default();
    !is_one && (MANY.any_in(&first) || counts_jobs(title))
}

/// "203 ofertas de Bern", "0 JOBS FOUND", "25 results".
fn counts_jobs(text: &str) -> bool {
    let text = fold(text);
    let words: Vec<&str> = text.split(' ').take(8).collect();
    words.iter().enumerate().any(|(index, word)| {
        let is_number = word.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
            && word.bytes().all(|byte| byte.is_ascii_digit());
        let next = words.iter().skip(index + 1).take(4).copied();
        is_number
            && word.len() <= 6
            && next.into_iter().any(|next| {
                matches!(
                    next,
                    "jobs"
                        | "ofertas"
                        | "vagas"
                        | "nabídek"
                        | "stellen"
                        | "stellenangebote"
                        | "offres"
                        | "vacancies"
                        | "results"
                        | "resultados"
                        | "openings"
                        | "vacatures"
                        | "offerte"
                        | "ofert"
                )
            })
    })
}

/// Whether the page's address, or one by which it calls itself, is that of a single posting.
fn has_posting_address(page: &Page<'_>) -> bool {
    page.address
        .iter()
        .cloned()
        .chain(page.other_addresses())
        .any(|address| is_posting_address(&address))
}

/// `…/jobs/4711-baker`, `…/jobs/baker-at-night`, `?jk=…`.
fn is_posting_address(address: &SafeLink) -> bool {
    if has_identity(address) {
        return true;
    }
    let path = address.path().to_ascii_lowercase();
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let Some(position) = segments.iter().position(|segment| POSTING_PATHS.contains(segment)) else {
        let host = address.host();
        return (host.contains("ashbyhq") || host.contains("gem.com")) && segments.len() >= 2;
    };
    let tail = segments.get(position + 1..).unwrap_or_default();
    tail.iter().any(|segment| {
        let digits = segment.bytes().filter(u8::is_ascii_digit).count();
        let words = segment.split('-').count();
        let speaks_of_many = segment.ends_with("-jobs") || segment.starts_with("q-") || segment.contains("-jobs-");
        !speaks_of_many && (digits >= 4 || (words >= 2 && (digits > 0 || segment.len() >= 8) && !is_query(address)))
    }) && !ends_in_list(address)
}

/// Whether the query names one posting.
fn has_identity(address: &SafeLink) -> bool {
    let names = Words("jk|vjk|currentjobid|gh_jid|ashby_jid|jobid|job_id");
    address
        .parameters()
        .any(|(name, value)| names.contains(name.to_ascii_lowercase().as_str()) && !value.is_empty())
}

fn is_query(address: &SafeLink) -> bool {
    address
        .parameters()
        .any(|(name, _)| matches!(name.as_str(), "q" | "query" | "keywords" | "search" | "page" | "l"))
}

fn ends_in_list(address: &SafeLink) -> bool {
    let path = address.path().to_ascii_lowercase();
    let mut segments = path.rsplit('/').filter(|segment| !segment.is_empty());
    let last = segments.next().unwrap_or_default();
    // ".../jobs/13545/job" is one job.
    if segments
        .next()
        .is_some_and(|before| before.len() >= 4 && before.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return false;
    }
    LIST_TAILS.contains(last)
        || last.ends_with("-jobs")
        || last.contains("-jobs-")
        || last.ends_with("-jobs.html")
        || (is_query(address) && !last.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Links that look like links to postings: each has an address of a posting, on this host, that is not this page's.
pub(super) fn posting_links<'a>(page: &Page<'a>) -> Vec<(&'a str, SafeLink)> {
    let mut found: Vec<(&str, SafeLink)> = Vec::new();
    let own = page.address.as_ref().map_or("", SafeLink::as_str);
    for (text, address) in &page.snapshot.links {
        let text = text.trim();
        if text.chars().count() < 4 || found.len() >= 40 || text.len() > 160 || invites(text) || counts_jobs(text) {
            continue;
        }
        let Some(address) = SafeLink::new(address).map(|address| super::address::canonical_address(&address)) else {
            continue;
        };
        let path = |address: &str| address.split(['?', '#']).next().unwrap_or_default().len();
        // The same page with a filter.
        let is_own = address.as_str().get(..path(own)) == own.get(..path(own))
            && path(address.as_str()) == path(own)
            && !has_identity(&address);
        let is_new = !is_own && found.iter().all(|(_, known)| *known != address);
        if is_new && is_posting_link(page, text, &address) {
            found.push((text, address));
        }
    }
    found
}

fn is_posting_link(page: &Page<'_>, text: &str, address: &SafeLink) -> bool {
    if is_posting_address(address) {
        return true;
    }
    // Elsewhere a link that is a heading, too, below the list's own path.
    let own = page.address.as_ref().map_or("", SafeLink::as_str).trim_end_matches('/');
    let below = page.address.as_ref().is_some_and(ends_in_list)
        && address
            .as_str()
            .strip_prefix(own)
            .is_some_and(|rest| !rest.contains(['?', '#']) && rest.len() > 8 && rest.contains(['-', '.']));
    let is_heading = page
        .snapshot
        .headings
        .iter()
        .any(|heading| heading.level >= 2 && heading.text == text);
    below || (is_heading && address.as_str().bytes().filter(u8::is_ascii_digit).count() >= 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::{Heading, PageSnapshot};

    #[track_caller]
    fn check(address: &str, title: &str, text: &str, buttons: &[&str], expected: Kind) {
        let snapshot = PageSnapshot {
            address: address.into(),
            title: title.into(),
            text: text.into(),
            buttons: buttons.iter().map(|text| (*text).into()).collect(),
            headings: vec![Heading {
                level: 1,
                text: title.into(),
            }],
            ..PageSnapshot::default()
        };
        assert_eq!(kind(&Page::new(&snapshot), false, false), expected);
    }

    #[test]
    fn postings_and_others_are_told_apart() {
        check(
            "https://a.example/jobs/4711-baker",
            "Baker",
            "Baker\nRequirements\nBread",
            &["Apply"],
            Kind::Posting,
        );
        check(
            "https://a.example/jobs/",
            "Open positions",
            "Baker\nMiller",
            &[],
            Kind::List,
        );
        check(
            "https://www.linkedin.com/jobs/baker-jobs-bern",
            "195 Baker jobs in Bern",
            "Sign in to view more jobs",
            &["Sign in"],
            Kind::List,
        );
        check(
            "https://shop.example/bread-4711.html",
            "Bread",
            "Bread\n$3\nAdd to cart",
            &["Add to cart"],
            Kind::Neither,
        );
        check(
            "https://a.example/jobs/4711-baker",
            "404 Page not found",
            "Nothing here",
            &[],
            Kind::Neither,
        );
        check(
            "https://blog.example/how-to-apply-for-jobs",
            "How to write a letter",
            "Requirements\nBread",
            &[],
            Kind::Neither,
        );
        check("", "", "", &[], Kind::Neither);
    }

    #[test]
    fn addresses_of_postings() {
        let is = |address: &str| is_posting_address(&SafeLink::new(address).unwrap());
        assert!(is("https://sk.linkedin.com/jobs/view/baker-at-ovens-4051241378"));
        assert!(is("https://www.bs-team.ch/jobs/ingenieur-devops-3/"));
        assert!(is("https://a.example/careers?gh_jid=5"));
        assert!(!is("https://www.linkedin.com/jobs/baker-jobs-bern"));
        assert!(!is("https://stackoverflow.com/jobs"));
        assert!(!is("https://www.naukri.com/flutter-developer-jobs-in-india"));
    }
}
