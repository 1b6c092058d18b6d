//! What an address alone says: that it is one posting's, a list's, or nothing.

use super::address::{is_identity, lower};
use super::boards;
use super::page::{self, Site};
use super::words::{Words, words};
use crate::domain::SafeLink;

/// Last parts of paths that are a board's or an employer's list.
const LIST_TAILS: Words = words!(
    "jobs|job|careers|career|positions|openings|open-positions|vacancies|search|join-us|karriere|stellenangebote|\
     stellen|emplois|recrutement|empleo|vagas|kariera|prace|vacatures|work-with-us|jobsearch|results|\
     opportunities|job-search|all|stellenanzeigen|jobangebote|offene-stellen|nos-offres|offres-emploi|offres|carrieres|ofertas|\
     empleos|trabaja-con-nosotros|posizioni-aperte|lavora-con-noi|offerte-lavoro|praca|oferty|oferty-pracy|karriar|lediga-jobb|\
     ledige-stillinger|jobb|stillinger|open-roles|current-vacancies|open-vacancies",
);

/// Parts of paths below which single postings stand.
const POSTING_PATHS: Words = words!(
    "job|jobs|j|p|o|career|careers|position|positions|opening|openings|vacancy|vacancies|posting|postings|view|\
     viewjob|offre|offres|emploi|stelle|stellen|stellenangebote|jobdetail|job-detail|remote-jobs|nabidka|rpd|fp|\
     pd|oferta|vaga|vagas|opportunity|opportunities|requisition|details|job_detail|apply|applications|\
     job-listings|nabidka-prace|open-roles|roles|karriere|stellenanzeige|stellenanzeigen|jobangebote|offene-stellen|\
     ausschreibungen|stellenausschreibungen|nos-offres|offres-emploi|offre-emploi|offres-d-emploi|offre-d-emploi|emplois|carrieres|\
     recrutement|detail-offre|ofertas|ofertas-trabajo|oferta-empleo|empleo|empleos|trabaja-con-nosotros|posizioni-aperte|\
     posizioni|lavora-con-noi|offerta|offerta-lavoro|offerte-lavoro|annunci-lavoro|praca|oferty|oferty-pracy|kariera|vacature|\
     vacatures|jobannonce|jobannoncer|ledige-stillinger|stilling|stillinger|jobb|lediga-jobb|annonser|karriar|tyopaikat|\
     avoimet-tyopaikat|trabalhe-conosco|carreiras|recruit|kyujin|is-ilani|ofertas-de-trabajo|oferta-de-trabajo|vakancie|prace|allas|allasok",
);

/// Those of them that stand in front of goods as often: they count on a host that says of itself that it is about jobs.
const VAGUE_PATHS: Words = words!("p|o|j|fp|pd|details|view|roles");

/// What the hosts of job pages begin with.
const JOB_HOSTS: Words = words!(
    "job|jobs|career|careers|karriere|karriar|kariera|recruiting|recruit|recruitment|recrutement|apply|join|work|hiring|talent|\
     bewerbung|stellen|vacatures|werkenbij|empleo|empleos|vagas|trabalhe|lavora|praca|hire",
);

/// Parts of paths that stand in front of one posting and nothing else.
const SINGLE_PATHS: Words =
    words!("view|viewjob|job_detail|jobdetail|job-detail|job-details|rpd|jobad|stellenangebot|nabidka|vaga");

/// `…/jobs/4711-baker`, `…/jobs/baker-at-night`, `?jk=…`.
pub(super) fn is_posting(address: &SafeLink) -> bool {
    if let Some(place) = boards::place(address) {
        return place.identity.is_some();
    }
    if has_identity(address) || is_single(address) {
        return true;
    }
    let path = address.path().to_ascii_lowercase();
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let speaks_of_jobs = || address.host().split('.').any(|label| JOB_HOSTS.contains(label));
    let is_place =
        |segment: &&str| POSTING_PATHS.contains(segment) && (!VAGUE_PATHS.contains(segment) || speaks_of_jobs());
    let Some(position) = segments.iter().position(is_place) else {
        // "…/northwind/4711-baker" on a host that carries many employers.
        let number = segments
            .get(1)
            .filter(|second| second.len() >= 6 && second.bytes().any(|byte| byte.is_ascii_digit()));
        return number.is_some() && matches!(page::site_of(address), Site::Tenant(_));
    };
    let tail = segments.get(position + 1..).unwrap_or_default();
    tail.iter().any(|segment| {
        let digits = segment.bytes().filter(u8::is_ascii_digit).count();
        let words = segment.split('-').count();
        let speaks_of_many = segment.ends_with("-jobs") || segment.starts_with("q-") || segment.contains("-jobs-");
        !speaks_of_many && (digits >= 4 || (words >= 2 && (digits > 0 || segment.len() >= 8) && !is_query(address)))
    }) && !is_list(address)
}

/// Whether the path names one posting by a number: `…/jobs/48213`, `…/view/baker-17`.
pub(super) fn is_numbered(path: &str) -> bool {
    let below = |places: Words, is_number: fn(&str) -> bool| {
        let mut segments = path.split('/');
        segments.any(|segment| places.contains(segment)) && segments.any(is_number)
    };
    let is_slug = |segment: &str| segment.len() >= 5 && segment.bytes().any(|byte| byte.is_ascii_digit());
    below(POSTING_PATHS, has_long_number) || below(SINGLE_PATHS, is_slug)
}

/// Whether a text has a number of at least five digits: no year, and no count of an employer's few postings.
pub(super) fn has_long_number(text: &str) -> bool {
    text.split(|character: char| !character.is_ascii_digit())
        .any(|digits| digits.len() >= 5)
}

/// Whether a text has a number of at least four digits that is no year.
pub(super) fn has_number(text: &str) -> bool {
    let mut numbers = text.split(|character: char| !character.is_ascii_digit());
    numbers
        .any(|digits| digits.len() > 4 || (digits.len() == 4 && !digits.starts_with("19") && !digits.starts_with("20")))
}

/// Whether the path leads to one posting and nothing else: `…/jobs/view/…`.
pub(super) fn is_single(address: &SafeLink) -> bool {
    let mut segments = address.path().split('/').skip(1);
    segments.any(|segment| SINGLE_PATHS.contains(segment)) && segments.any(|segment| segment.len() >= 4)
}

/// Whether the path is that of something to read: a blog, a magazine, an encyclopaedia.
pub(super) fn is_editorial(address: &SafeLink) -> bool {
    let mut segments = address.as_str().split(['/', '?', '#']).skip(3);
    segments.any(|segment| {
        words!("blog|blogs|news|wiki|article|articles|story|stories|magazine|press|posts|questions|forum|docs")
            .contains(segment)
    })
}

/// The name under which somebody has a domain: `indeed` of `au.indeed.com`, `seek` of `www.seek.co.nz`.
pub(super) fn domain(host: &str) -> Option<&str> {
    let mut labels = host.rsplit('.');
    let top = labels.next()?;
    let second = labels.next()?;
    let is_top = top.len() == 2 && matches!(second, "co" | "com" | "org" | "gov" | "ac" | "net");
    if is_top { labels.next() } else { Some(second) }
}

/// Whether the query names one posting.
pub(super) fn has_identity(address: &SafeLink) -> bool {
    let names = words!("jk|vjk|currentjobid|gh_jid|ashby_jid|jobid|job_id");
    address.parameters().any(|(name, value)| {
        let parameter = (lower(name), value);
        (!parameter.1.is_empty() && names.contains(&parameter.0)) || is_identity(&parameter)
    })
}

/// Whether the query asks for something: a search, or a filter of one.
pub(super) fn is_query(address: &SafeLink) -> bool {
    address
        .parameters()
        .any(|(name, _)| matches!(name.as_ref(), "q" | "query" | "keywords" | "search" | "page" | "l"))
}

pub(super) fn is_list(address: &SafeLink) -> bool {
    let path = address.path().to_ascii_lowercase();
    let mut segments = path.rsplit('/').filter(|segment| !segment.is_empty());
    let last = segments.next().unwrap_or_default();
    // ".../jobs/13545/job" is one job, and ".../jobs/13545/pilot/job" is.
    let is_number = |before: &str| before.len() >= 4 && before.bytes().all(|byte| byte.is_ascii_digit());
    if segments.next().is_some_and(is_number) || (last == "job" && segments.next().is_some_and(is_number)) {
        return false;
    }
    LIST_TAILS.contains(last)
        || last.ends_with("-jobs")
        || last.contains("-jobs-")
        || last.ends_with("-jobs.html")
        || (is_query(address) && !last.bytes().any(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_postings() {
        let is = |address: &str| is_posting(&SafeLink::new(address).unwrap());
        assert!(is("https://sk.linkedin.com/jobs/view/baker-at-ovens-4051241378"));
        assert!(is("https://www.bs-team.ch/jobs/ingenieur-devops-3/"));
        assert!(is("https://a.example/careers?gh_jid=5"));
        assert!(is("https://fathom.icims.com/jobs/20413/pilot/job"));
        assert!(is("https://jobs.a.example/o/baker-at-night"));
        assert!(is(
            "https://www.pracuj.pl/praca/mlodszy-ksiegowy-lodz,oferta,1003998877"
        ));
        assert!(is("https://a.example/csr/jobs.cgi?jcode=1987654"));
        assert!(is(
            "https://a.example/lavora-con-noi/posizioni-aperte/progettista-meccanico"
        ));
        assert!(!is("https://shop.example/p/stand-mixer-48213"));
        assert!(!is("https://a.example/careers/2026/pilot/jobs"));
        assert!(!is("https://www.linkedin.com/jobs/baker-jobs-bern"));
        assert!(!is("https://stackoverflow.com/jobs"));
        assert!(!is("https://www.naukri.com/flutter-developer-jobs-in-india"));
    }
}
