//! A snapshot with what several readers need to know about it.

use chrono::NaiveDate;

use crate::domain::{Currency, SafeLink};

use super::address::canonical_address;
use super::boards::{self, Board, Employers, Place};
use super::company;
use super::date::Order;
use super::days_ago::{Side, counted_back, without_year};
use super::labels::{self, Label};
use super::path;
use super::snapshot::PageSnapshot;
use super::words::{Words, fold, fold_hooks, squash, words};

/// A page, seen by the readers.
pub(super) struct Page<'a> {
    pub(super) snapshot: &'a PageSnapshot,
    /// Its address, canonical.
    pub(super) address: Option<SafeLink>,
    pub(super) board: Option<&'static Board>,
    /// What the board knows of the address as it was.
    pub(super) place: Option<Place>,
    /// Its visible lines.
    pub(super) lines: Vec<&'a str>,
    /// Elements whose names tell what they say: those names' words, and the text.
    pub(super) named: Vec<(String, &'a str)>,
    /// Its labelled values.
    pub(super) pairs: Vec<(Label, &'a str)>,
    /// What it calls itself: document title, OpenGraph title, and headings that invite to apply for something.
    pub(super) titles: Vec<&'a str>,
    /// Texts that name the company somewhere other than in a title, squashed.
    pub(super) company_hints: Vec<String>,
    /// Whose part of a host it is.
    pub(super) site: Site,
    pub(super) order: Order,
    /// The day on which it was read.
    pub(super) today: Option<NaiveDate>,
    /// What a lone "$" means here.
    pub(super) dollar: Option<Currency>,
}

/// Whose pages stand on a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Site {
    /// Those of many employers, under the board's own name.
    Board(String),
    /// Those of one employer, on a host of its own: the name as in the address.
    Employer(String),
    /// Those of one employer, on a host that carries many: the name as in the address.
    Tenant(String),
    /// Nobody can tell.
    Unknown,
}

impl Site {
    /// The employer's name as in the address.
    pub(super) fn employer(&self) -> Option<&str> {
        match self {
            Self::Employer(name) | Self::Tenant(name) => Some(name),
            Self::Board(_) | Self::Unknown => None,
        }
    }
}

/// Boards of many employers of which nothing else is known, as the name in their host reads.
const BOARDS: Words = words!(
    "jobs|startupjobs|stackoverflow|infojobs|catho|pracuj|nofluffjobs|justjoin|\
     welcometothejungle|reed|topjobs|profesia|karriere|hh|builtin|ycombinator|arbeitsagentur|jobindex|finn|\
     himalayas|remotive|jobup|jobscout24|prace|cocuma|simplyhired|careerbuilder|jooble|adzuna|talent|\
     workingnomads|otta|apec|hellowork|cadremploi|tecnoempleo|computrabajo|vagas|gupy|junior|jobteaser|\
     efinancialcareers|hired|lagou|51job|liepin|google|facebook|jora|totaljobs|cv-library|cwjobs|jobsite|jobserve|nhs|service|\
     gov|governmentjobs|higheredjobs|idealist|snagajob|flexjobs|themuse|theladders|jobbank|eluta|workopolis|stellenanzeigen|\
     jobware|kimeta|jobvector|academics|meinestadt|hokify|metajob|jobware|yourfirm|jobagent|topjobs|meteojob|keljob|leboncoin|\
     francetravail|infoempleo|turijobs|jobandtalent|subito|olx|gowork|rocketjobs|theprotocol|bulldogjob|\
     nationalevacaturebank|werkzoeken|intermediair|jobnet|ofir|it-jobbank|jobbsafari|ledigajobb|arbetsformedlingen|blocket|\
     nav|arbeidsplassen|duunitori|oikotie|tyomarkkinatori|net-empregos|empregos|sapo|trabalhabrasil|rikunabi|mynavi|doda|\
     wantedly|en-japan|green-japan|jobgether|jobicy|arbeitnow|relocate|landing|honeypot|joinrs|jobtoday|eurojobs|euraxess|europa|profession|ejobs|bestjobs|kariyer|yenibiris|superjob|rabota|jobs-bg|zaplata",
);

/// Hosts of which nothing is known but that they carry employers' pages, and where those are named.
const TENANTS: &[(&str, Employers)] = &[
    ("comeet", Employers::InPath),
    ("dover", Employers::InPath),
    ("polymer", Employers::InPath),
    ("welcomekit", Employers::InPath),
    ("pinpointhq", Employers::InHost),
    ("workday", Employers::InHost),
    ("softgarden", Employers::InHost),
    ("factorialhr", Employers::InHost),
    ("homerun", Employers::InHost),
    ("zohorecruit", Employers::InHost),
    ("freshteam", Employers::InHost),
];

impl<'a> Page<'a> {
    pub(super) fn new(snapshot: &'a PageSnapshot) -> Self {
        Self::at(
            snapshot,
            SafeLink::new(&snapshot.address).as_ref().and_then(boards::place),
            boards::at,
        )
    }

    /// The same page if nobody knew its board.
    pub(super) fn without_board(snapshot: &'a PageSnapshot) -> Self {
        Self::at(snapshot, None, |_| None)
    }

    fn at(snapshot: &'a PageSnapshot, place: Option<Place>, board_at: fn(&SafeLink) -> Option<&'static Board>) -> Self {
        let address = SafeLink::new(&snapshot.address).map(|address| canonical_address(&address));
        let own = address.as_ref().map_or(Site::Unknown, site_of);
        // A saved or mirrored page still names its board.
        let board = other_addresses(snapshot)
            .map(|address| site_of(&address))
            .find(|site| matches!(site, Site::Board(_)));
        let site = board.unwrap_or(own);
        let dollar = match address.as_ref().map(SafeLink::host) {
            Some(host) if host.ends_with(".au") || host.starts_with("au.") => "AUD",
            Some(host) if host.ends_with(".ca") || host.starts_with("ca.") => "CAD",
            Some(host) if host.ends_with(".nz") || host.starts_with("nz.") => "NZD",
            Some(host) if host.ends_with(".sg") || host.starts_with("sg.") => "SGD",
            _ => "USD",
        };
        let lines: Vec<&str> = snapshot
            .text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        let named = snapshot.named.iter();
        let mut page = Self {
            snapshot,
            board: address.as_ref().and_then(board_at),
            place,
            pairs: labels::pairs(snapshot, &lines),
            named: named.map(|(names, text)| (fold_hooks(names), text.as_str())).collect(),
            lines,
            titles: titles(snapshot),
            company_hints: Vec::new(),
            site,
            today: snapshot.day.parse().ok(),
            order: order(snapshot, address.as_ref()),
            dollar: Currency::new(dollar),
            address,
        };
        if let Site::Employer(name) = &page.site
            && company::is_of_another(&page, name)
        {
            // It is a board that nobody has named.
            page.site = Site::Board(name.clone());
        }
        page.company_hints = company::hints(&page);
        page
    }

    /// The day that a text names without its year, or by how long ago it was: a guess, since the page may be older than its reading.
    pub(super) fn near_day(&self, text: &str, side: Side) -> Option<NaiveDate> {
        let today = self.today?;
        let counted = || counted_back(text, today).filter(|_| side == Side::Behind);
        counted().or_else(|| without_year(text, today, side))
    }

    /// Whether a text is the board's own name rather than an employer's.
    pub(super) fn is_board_name(&self, text: &str) -> bool {
        let Site::Board(name) = &self.site else { return false };
        let text = squash(text);
        text.starts_with(name.as_str())
            || self
                .address
                .iter()
                .cloned()
                .chain(self.other_addresses())
                .any(|address| {
                    let mut labels = address.host().split('.');
                    squash(address.host()).ends_with(&text) || labels.any(|label| squash(label) == text)
                })
    }

    /// Further addresses by which the page calls itself, where its own says nothing.
    pub(super) fn other_addresses(&self) -> impl Iterator<Item = SafeLink> {
        other_addresses(self.snapshot)
    }
}

fn other_addresses(snapshot: &PageSnapshot) -> impl Iterator<Item = SafeLink> {
    [snapshot.canonical.as_str(), snapshot.meta("og:url").unwrap_or_default()]
        .into_iter()
        .filter_map(SafeLink::new)
}

fn titles(snapshot: &PageSnapshot) -> Vec<&str> {
    let invitations = snapshot
        .headings
        .iter()
        .map(|heading| heading.text.as_str())
        .filter(|text| {
            let text = fold(text);
            (text.starts_with("apply for ") && text.contains(" at "))
                || words!("bewerbung als |bewerben als |postuler à l offre |candidature pour |you are applying for ")
                    .begin(&text)
        });
    let mut titles: Vec<&str> = Vec::new();
    let own = [
        snapshot.title.as_str(),
        snapshot.meta("og:title").unwrap_or_default(),
        snapshot.meta("twitter:title").unwrap_or_default(),
    ];
    for title in own.into_iter().chain(invitations).map(str::trim) {
        if !title.is_empty() && !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}

/// How the page's country writes days: by its language, else by its host's.
fn order(snapshot: &PageSnapshot, address: Option<&SafeLink>) -> Order {
    let order = Order::of_language(&snapshot.language);
    let country = address.and_then(|address| address.host().rsplit('.').next());
    match country {
        // Two letters are a country; these are sold to everybody.
        Some(country)
            if order == Order::Unknown
                && country.len() == 2
                && !words!("us|ca|ph|io|ai|co|me|tv|eu").contains(country) =>
        {
            Order::DayFirst
        }
        _ => order,
    }
}

/// Whose pages stand at an address.
pub(super) fn site_of(address: &SafeLink) -> Site {
    let host = address.host();
    let Some(name) = path::domain(host) else {
        return Site::Unknown;
    };
    let employers = boards::at(address).map(|board| board.employers).or_else(|| {
        let tenant = TENANTS.iter().find(|(tenant, _)| *tenant == name);
        tenant.map(|(_, employers)| *employers)
    });
    let rest = || address.as_str().splitn(4, '/').nth(3).unwrap_or_default();
    let tenant = match employers {
        Some(Employers::Many | Employers::Nameless) => return Site::Board(name.to_owned()),
        Some(Employers::InPath) => rest()
            .split(['/', '?', '#'])
            .find(|segment| !segment.is_empty() && !matches!(*segment, "embed" | "p" | "j")),
        Some(Employers::InHost) => host.split('.').next().filter(|first| *first != name),
        None => Some(""),
    };
    // In a frame the query names whose posting it is: "/embed/job_app?for=acme&token=…".
    let is_framed = matches!(employers, Some(Employers::InPath)) && address.path().starts_with("/embed/");
    let framed = address.parameters().find(|(name, _)| is_framed && name == "for");
    if let Some((_, tenant)) = framed {
        return Site::Tenant(tenant.into_owned());
    }
    match tenant {
        Some("") => {}
        Some(tenant) => return Site::Tenant(tenant.to_owned()),
        None => return Site::Unknown,
    }
    // "saved.example" and bare numbers name nobody.
    if BOARDS.contains(name) {
        Site::Board(name.to_owned())
    } else if name.len() < 3 || name.bytes().all(|byte| byte.is_ascii_digit()) {
        Site::Unknown
    } else {
        Site::Employer(name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Site) {
        assert_eq!(site_of(&SafeLink::new(address).unwrap()), expected);
    }

    #[test]
    fn hosts_tell_whose_pages_they_carry() {
        let employer = |name: &str| Site::Employer(name.to_owned());
        let tenant = |name: &str| Site::Tenant(name.to_owned());
        let board = |name: &str| Site::Board(name.to_owned());
        check("https://sk.linkedin.com/jobs/view/1", board("linkedin"));
        check("https://www.jobs.cz/rpd/1", board("jobs"));
        check("https://www.infojobs.com.br/1", board("infojobs"));
        check("https://jobs.lever.co/highspot/1", tenant("highspot"));
        check(
            "https://boards.greenhouse.io/embed/job_app?for=ternworks&token=12",
            tenant("ternworks"),
        );
        check("https://nvidia.wd5.myworkdayjobs.com/x", tenant("nvidia"));
        check("https://comparis-ch.jobs.personio.de/job/1", tenant("comparis-ch"));
        check("https://www.bs-team.ch/jobs/x", employer("bs-team"));
        check("https://au.jora.com/job/1", board("jora"));
        check("https://localhost/", Site::Unknown);
        check("https://127.0.0.1/", Site::Unknown);
    }
}
