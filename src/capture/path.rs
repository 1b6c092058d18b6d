//! What an address alone says: that it is one posting's, a list's, or nothing.

use super::address::lower;
use super::boards;
use super::page::{self, Site};
use super::words::Words;
use crate::domain::SafeLink;

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

/// Parts of paths that stand in front of one posting and nothing else.
const SINGLE_PATHS: Words =
    Words("view|viewjob|job_detail|jobdetail|job-detail|job-details|rpd|jobad|stellenangebot|nabidka|vaga");

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
    let Some(position) = segments.iter().position(|segment| POSTING_PATHS.contains(segment)) else {
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

/// Whether the path leads to one posting and nothing else: `…/jobs/view/…`.
pub(super) fn is_single(address: &SafeLink) -> bool {
    let mut segments = address.path().split('/').skip(1);
    segments.any(|segment| SINGLE_PATHS.contains(segment)) && segments.any(|segment| segment.len() >= 4)
}

/// Whether the path is that of something to read: a blog, a magazine, an encyclopaedia.
pub(super) fn is_editorial(address: &SafeLink) -> bool {
    let mut segments = address.as_str().split(['/', '?', '#']).skip(3);
    segments.any(|segment| {
        Words("blog|blogs|news|wiki|article|articles|story|stories|magazine|press|posts|questions|forum|docs")
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
    let names = Words("jk|vjk|currentjobid|gh_jid|ashby_jid|jobid|job_id");
    let mut parameters = address.parameters();
    parameters.any(|(name, value)| !value.is_empty() && names.contains(&lower(name)))
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
        assert!(!is("https://a.example/careers/2026/pilot/jobs"));
        assert!(!is("https://www.linkedin.com/jobs/baker-jobs-bern"));
        assert!(!is("https://stackoverflow.com/jobs"));
        assert!(!is("https://www.naukri.com/flutter-developer-jobs-in-india"));
    }
}
