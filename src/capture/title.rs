//! Title and company from what a page calls itself: "X at Y", "Y hiring X in Z", "X | Y", "Y - X".

use super::boards::Board;
use super::company;
use super::gate;
use super::kinds;
use super::page::Page;
use super::place;
use super::words::{Words, fold, has_words, squash, words};
use crate::domain::{Confidence, Line, Posting, Reading, Source};

/// What stands in front of a title without belonging to it.
const LEAD_INS: Words = words!(
    "job application for|application for|apply for the position of|apply for|apply to|you are applying for|applying for|\
     online-bewerbung als|online-bewerbung|onlinebewerbung|bewerbung als|bewerben als|bewerbung für|jetzt bewerben als|\
     candidature pour|postuler à l’offre|postuler à l'offre|postuler à|postuler pour|job opening|job posting|job offer|\
     vacancy|stellenangebot|stellenanzeige|stellenausschreibung|offre d'emploi|oferta de empleo|oferta de trabajo|oferta pracy|\
     vaga de|vaga para|vaga|vacature|sollicitatie|offerta di lavoro|candidatura per|ansök till|ansökan till|søk på|\
     ansøgning til",
);

/// Words between title and company, in the order in which they are tried.
const CONNECTORS: &[&str] = &[" at ", " @ ", " bei ", " chez ", " presso ", " hos "];

/// "Company hiring title in place", as LinkedIn says it in several languages.
const HIRING: &[(&str, &str)] = &[
    (" is hiring a ", " in "),
    (" is hiring an ", " in "),
    (" hiring ", " in "),
    (" sucht nach ", " in "),
    (" sucht ", " in "),
    (" recrute pour des postes de ", " ("),
    (" recrute ", " à "),
    (" hledá pracovníky na pozici ", " v "),
    (" hledá ", " v "),
    (" busca personal para el cargo de ", " en "),
    (" busca ", " en "),
    (" contratando ", " em "),
    (" zoekt ", " in "),
    (" cerca ", " a "),
    (" zatrudnia ", " w "),
];

/// Parts of a title that name neither job nor company.
const GENERIC: Words = words!(
    "jobs|job|careers|career|career opportunities|job opportunities|job openings|open positions|application|\
     apply|apply now|job application|job details|job detail|job description|vacancies|vacancy|karriere|\
     stellenangebote|stellenangebot|stelle|offres d emploi|offre d emploi|emploi|recrutement|carrière|carrières|\
     empleo|kariéra|detail pozice|volná místa|nabídka práce|home|home page|homepage|welcome|linkedin|indeed com|\
     indeed|glassdoor|stack overflow|bewerbung|bewerbungsformular|application form|online application|招聘|join|\
     hiring|remote|lever|greenhouse|workable|ashby|smartrecruiters|workday|job advert|job advertisement|job posting|job offer|\
     job opportunity|job vacancy|vacancy details|position details|posting|stellenanzeige|stellendetails|stellenausschreibung|\
     online bewerbung|onlinebewerbung|bewerbungsportal|jetzt bewerben|karriereportal|offre|offres|détail de l offre|\
     candidature|postuler|candidatar|trabaja con nosotros|empleos|oferta|oferta de trabajo|detalle de oferta|lavora con noi|\
     offerta di lavoro|posizioni aperte|candidatura|oferta pracy|praca|kariera|vacature|vacatures|solliciteren|werken bij|\
     carreiras|vaga|vagas|lediga jobb|jobb|ledige stillinger|stilling|karriär|initiativbewerbung|candidature spontanée|candidatura spontanea|candidatura espontánea|candidatura espontânea|\
     spontaneous application|speculative application|open application|general application|open sollicitatie|spontanansökan|採用情報|求人|求人情報|求人詳細|キャリア採用|职位|职位详情",
);

/// What titles and headings say of job and company. Where the board has said which is the `job`, titles that do not name it are not
/// about it.
pub(super) fn read(page: &Page<'_>, job: Option<&Line>) -> Posting {
    let heading = match job.map(Line::as_str) {
        Some(job) if page.titles.iter().any(|title| find(title, job).is_some()) => Some(Heading {
            text: job,
            rank: (0, 0),
        }),
        Some(_) => return Posting::default(),
        None => page
            .titles
            .iter()
            .filter_map(|title| confirmed(page, title))
            .min_by_key(|found| found.rank),
    };
    let mut posting = Posting::default();
    if let Some(found) = heading {
        // Heading and title agree, so they are two sources.
        posting.title = reading(Line::new(found.text), Source::Heading, Confidence::Sure);
        for title in &page.titles {
            let company = around(page, title, found.text);
            keep_better(&mut posting.company, company);
            if posting.places.is_none() {
                let before = find(title, found.text).and_then(|start| title.get(..start));
                let before = before.unwrap_or_default().trim_end();
                let place = HIRING
                    .iter()
                    .filter(|(verb, _)| before.ends_with(verb.trim_end()))
                    .find_map(|(_, at)| behind(title, found.text)?.strip_prefix(at));
                posting.places = reading(
                    place.and_then(until_separator).map(|place| vec![place]),
                    Source::Title,
                    Confidence::Likely,
                );
            }
            posting.places = posting
                .places
                .or_else(|| place_behind(title, found.text, posting.company.as_ref()?));
        }
        return posting;
    }
    for title in &page.titles {
        let parsed = grammar(page, title);
        keep_better(&mut posting.title, parsed.title);
        keep_better(&mut posting.company, parsed.company);
        posting.places = posting.places.or(parsed.places);
    }
    posting
}

pub(super) fn reading<T>(value: Option<T>, source: Source, confidence: Confidence) -> Option<Reading<T>> {
    value.map(|value| Reading::new(value, source, confidence))
}

fn keep_better(kept: &mut Option<Reading<Line>>, found: Option<Reading<Line>>) {
    if let Some(found) = found
        && kept.as_ref().is_none_or(|kept| kept.confidence < found.confidence)
    {
        *kept = Some(found);
    }
}

struct Heading<'a> {
    text: &'a str,
    /// The lower the better: its level, then its place on the page.
    rank: (u8, usize),
}

/// The heading that a title repeats and that is not the company's name.
fn confirmed<'p>(page: &'p Page<'_>, title: &str) -> Option<Heading<'p>> {
    let folded = fold(title);
    let headings = page
        .snapshot
        .headings
        .iter()
        .take(40)
        .map(|heading| (heading.level, heading.text.as_str()));
    headings
        .chain(titled(page).map(|text| (4, text)))
        .enumerate()
        .filter(|(_, (level, text))| *level <= 4 && text.chars().count() <= 150)
        .filter(|(_, (_, text))| {
            let words = fold(text);
            words.len() >= 3 && has_words(&folded, &words) && !is_generic(&words) && find(title, text).is_some()
        })
        .filter(|(_, (_, text))| !company::is_known(page, text))
        .map(|(index, (level, text))| Heading {
            text: without_invitation(text.trim()),
            rank: (level, index),
        })
        .min_by_key(|heading| heading.rank)
}

/// Texts of elements that are called a job's title.
fn titled<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p str> {
    let titles =
        words!("job title|position title|jobtitle|job detail title|vacancy title|posting title|info header title");
    let titled = page.named.iter().filter(move |(names, _)| titles.any_in(names));
    titled.map(|(_, text)| *text).take(5)
}

/// The first element that is called a job's title.
pub(super) fn titled_element(page: &Page<'_>) -> Option<Line> {
    titled(page).find_map(Line::new)
}

/// The heading of the first level, where there is one alone and it may be a job's title.
pub(super) fn only_heading(page: &Page<'_>) -> Option<Line> {
    let mut headings = page.snapshot.headings.iter().filter(|heading| heading.level == 1);
    let text = headings.next().filter(|_| headings.next().is_none())?.text.as_str();
    let is_company = company::is_known(page, text) || company::resembles(page, text) || page.is_board_name(text);
    let is_title = !is_company && !is_generic(&fold(text)) && !gate::invites(text) && !gate::speaks_of_many(text);
    is_title.then(|| Line::new(text)).flatten()
}

/// The first heading that may be a job's title.
pub(super) fn first_heading(page: &Page<'_>) -> Option<Line> {
    let headings = page.snapshot.headings.iter().filter(|heading| heading.level <= 2);
    let mut texts = headings.map(|heading| heading.text.as_str()).take(1);
    texts
        .find(|text| !is_generic(&fold(text)) && !gate::speaks_of_many(text))
        .and_then(Line::new)
}

/// Where `part` stands in `whole`, whatever its case.
fn find(whole: &str, part: &str) -> Option<usize> {
    let part = part.trim();
    whole.find(part).or_else(|| {
        let (whole, part) = (whole.to_lowercase(), part.to_lowercase());
        whole.find(&part)
    })
}

fn behind<'t>(title: &'t str, job: &str) -> Option<&'t str> {
    title.get(find(title, job)? + job.trim().len()..)
}

/// The place in what a title says behind the job, where the company stands there as well: "X in Y | Z", "X - Z - Y, W".
fn place_behind(title: &str, job: &str, company: &Reading<Line>) -> Option<Reading<Vec<Line>>> {
    let parts = segments(behind(title, job)?);
    let is_company = |part: &&str| squash(part) == squash(company.value.as_str());
    if !parts.iter().any(is_company) {
        return None;
    }
    let is_name = |part: &&str| {
        let is_short = part.split_whitespace().count() <= 4;
        is_short && part.starts_with(char::is_uppercase) && kinds::employments(part).is_empty()
    };
    let mut others = parts
        .iter()
        .copied()
        .filter(|part| company.confidence > Confidence::Unsure && !is_company(part));
    let first = parts.first().and_then(|part| part.strip_prefix("in "));
    let place = first
        .filter(is_name)
        .or_else(|| others.find(|part| place::looks_like_one(part)));
    reading(
        place.and_then(place::one).map(|place| vec![place]),
        Source::Title,
        Confidence::Unsure,
    )
}

/// The company in what a title says before and behind the job.
fn around(page: &Page<'_>, title: &str, job: &str) -> Option<Reading<Line>> {
    let start = find(title, job)?;
    let before = title.get(..start)?;
    let behind = behind(title, job)?;
    let trimmed = before.trim_end();
    for (verb, _) in HIRING {
        if let Some(company) = before
            .strip_suffix(verb)
            .or_else(|| trimmed.strip_suffix(verb.trim_end()))
        {
            return reading(company::name(company), Source::Title, Confidence::Likely);
        }
    }
    for connector in CONNECTORS {
        if let Some(rest) = behind.strip_prefix(connector) {
            let company = segments(rest).into_iter().next().unwrap_or(rest);
            // A company may have a dash in its own name: more of the title counts where the page repeats it.
            let whole =
                segments(rest).len() > 1 && page.lines.iter().take(80).any(|line| *line == without_tail(page, rest));
            return reading(
                company::name(if whole { without_tail(page, rest) } else { company }),
                Source::Title,
                Confidence::Likely,
            );
        }
    }
    // "X job in Y at Z".
    if words!(" job| jobs| in ").begin(&behind.to_lowercase()) {
        for connector in CONNECTORS {
            if let Some((_, rest)) = behind.split_once(connector) {
                let company = segments(rest).into_iter().next().and_then(company::name);
                return reading(company, Source::Title, Confidence::Likely);
            }
        }
    }
    let lead = LEAD_INS.iter().any(|lead| fold(before) == fold(lead));
    let mut candidates: Vec<&str> = segments(behind);
    if !lead {
        candidates.extend(segments(before));
    }
    pick(page, &candidates)
}

/// The title without the board's name at its end.
fn without_tail<'t>(page: &Page<'_>, title: &'t str) -> &'t str {
    let Some(last) = segments(title).pop() else {
        return title;
    };
    if !(is_generic(&fold(last)) || page.is_board_name(last)) {
        return title;
    }
    let rest = title.strip_suffix(last).unwrap_or(title);
    rest.trim_end_matches(|character: char| {
        character.is_whitespace() || matches!(character, '-' | '–' | '—' | '|' | '·')
    })
}

/// The candidate that something else on the page names as the company; failing that, the first that may be one.
fn pick(page: &Page<'_>, candidates: &[&str]) -> Option<Reading<Line>> {
    let candidates = || {
        candidates
            .iter()
            .copied()
            .filter(|candidate| !is_generic(&fold(candidate)) && !page.is_board_name(candidate))
    };
    let has_form = |candidate: &&str| {
        let is_sentence = CONNECTORS.iter().any(|connector| candidate.contains(connector));
        !is_sentence && company::has_legal_form(candidate.trim_start_matches([',', ' ']))
    };
    let best = candidates()
        .find(has_form)
        .or_else(|| candidates().find(|candidate| company::is_known(page, candidate)))
        .or_else(|| candidates().find(|candidate| company::is_said(candidate)))
        .or_else(|| candidates().find(|candidate| company::resembles(page, candidate)));
    if let Some(company) = best {
        return reading(company::name(company), Source::Title, Confidence::Likely);
    }
    let may_be = |candidate: &&str| {
        let words = candidate.split_whitespace().count();
        words <= 6
            && !candidate.bytes().any(|byte| byte.is_ascii_digit())
            // "en Vigo" says where.
            && !words!("in |en |à |em |w |ve |på |te |near ").begin(candidate)
            && !place::looks_like_one(candidate)
            && kinds::employments(candidate).is_empty()
            && !candidate.contains('%')
    };
    reading(
        candidates().find(may_be).and_then(company::name),
        Source::Title,
        Confidence::Unsure,
    )
}

/// A title that no heading repeats, by its grammar alone.
fn grammar(page: &Page<'_>, title: &str) -> Posting {
    let mut posting = Posting::default();
    let title = without_lead_in(without_tail(page, title));
    for (verb, at) in HIRING {
        let Some((company, rest)) = title.split_once(verb) else {
            continue;
        };
        let (job, place) = rest
            .rsplit_once(at)
            .map_or((rest, None), |(job, place)| (job, Some(place)));
        posting.title = reading(Line::new(job), Source::Title, Confidence::Likely);
        posting.company = reading(company::name(company), Source::Title, Confidence::Likely);
        posting.places = reading(
            place.and_then(until_separator).map(|place| vec![place]),
            Source::Title,
            Confidence::Likely,
        );
        return posting;
    }
    for connector in CONNECTORS {
        let Some((job, rest)) = title.rsplit_once(connector) else {
            continue;
        };
        let company = segments(rest).into_iter().next().unwrap_or(rest);
        if !is_generic(&fold(job)) {
            posting.title = reading(Line::new(job), Source::Title, Confidence::Likely);
        }
        posting.company = reading(company::name(company), Source::Title, Confidence::Likely);
        return posting;
    }
    let mut parts = segments(title);
    if let ([one], true) = (parts.as_slice(), title.contains(": ")) {
        parts = one.split(": ").collect();
        parts.retain(|part| company::is_known(page, part) || is_generic(&fold(part)));
        if parts.is_empty() {
            parts.push(title);
        }
    }
    parts.retain(|part| !is_generic(&fold(part)) && !page.is_board_name(part));
    let company_first = page.board.is_some_and(|board: &Board| board.company_first);
    let is_employer = |part: &&str| company::is_known(page, part);
    let known = parts.iter().position(is_employer).or_else(|| {
        // Alone, and named like the host: who, and not what.
        let is_alone = parts.len() == 1 && page.site.employer().is_some();
        (is_alone && parts.iter().any(|part| company::resembles(page, part))).then_some(0)
    });
    let position = if company_first && parts.len() > 1 {
        Some(0)
    } else {
        known
    };
    if let Some(position) = position {
        let company = parts.remove(position);
        posting.company = reading(company::name(company), Source::Title, Confidence::Likely);
        // "Company - Title - more of the title": what is left belongs together.
        let job = if position == 0 {
            title.split_once(company).map(|(_, rest)| rest)
        } else {
            parts.first().copied()
        };
        let job = job
            .map(trim_separators)
            .filter(|job| !is_generic(&fold(job)) && !gate::speaks_of_many(job));
        posting.title = reading(job.and_then(Line::new), Source::Title, Confidence::Likely);
        return posting;
    }
    let is_telling = parts.len() == 1 && parts.iter().all(|part| part.contains(' '));
    let confidence = if is_telling {
        Confidence::Likely
    } else {
        Confidence::Unsure
    };
    let mut parts = parts.into_iter();
    let job = parts.next().filter(|_| !gate::speaks_of_many(title));
    posting.title = reading(job.and_then(Line::new), Source::Title, confidence);
    let rest: Vec<&str> = parts.collect();
    posting.company = pick(page, &rest);
    posting
}

/// A heading without "Apply for" and the like in front.
fn without_invitation(heading: &str) -> &str {
    // "Career Opportunities: Baker".
    if let Some((lead, rest)) = heading.split_once(": ")
        && is_generic(&fold(lead))
    {
        return rest;
    }
    let rest = without_lead_in(heading);
    let lead = heading.strip_suffix(rest).map(fold).unwrap_or_default();
    // "Vacancy Manager" is a title.
    let invites = lead.contains(' ') && !lead.starts_with("job ");
    if invites { rest } else { heading }
}

fn without_lead_in(title: &str) -> &str {
    for lead in LEAD_INS.iter() {
        let Some(start) = title.get(..lead.len()) else { continue };
        if start.to_lowercase() == *lead {
            let rest = title.get(lead.len()..).unwrap_or_default();
            let trimmed = trim_separators(rest);
            if rest.starts_with(|character: char| !character.is_alphanumeric()) && !trimmed.is_empty() {
                return trimmed;
            }
        }
    }
    title
}

pub(super) fn trim_separators(text: &str) -> &str {
    text.trim_matches(|character: char| {
        character.is_whitespace() || matches!(character, '-' | '–' | '—' | '|' | '｜' | ':' | '·' | '•' | '»' | '/')
    })
}

fn until_separator(text: &str) -> Option<Line> {
    place::one(segments(text).first()?.trim_end_matches(')'))
}

/// The parts of a title between dashes and bars.
pub(super) fn segments(title: &str) -> Vec<&str> {
    title
        .split(['|', '｜', '·', '•', '»', '_', '「', '」', '【', '】'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" – "))
        .flat_map(|part| part.split(" — "))
        .flat_map(|part| part.split("招聘-"))
        .map(trim_separators)
        .filter(|part| !part.is_empty())
        .collect()
}

pub(super) fn is_generic(folded: &str) -> bool {
    folded.is_empty() || GENERIC.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::{Heading, PageSnapshot};

    /// Title, heading, address -> job and company.
    #[track_caller]
    fn check(title: &str, heading: &str, address: &str, expected: (&str, &str)) {
        let headings = if heading.is_empty() {
            Vec::new()
        } else {
            vec![Heading {
                level: 1,
                text: heading.into(),
            }]
        };
        let snapshot = PageSnapshot {
            title: title.into(),
            address: address.into(),
            headings,
            ..PageSnapshot::default()
        };
        let posting = read(&Page::new(&snapshot), None);
        let text = |reading: &Option<Reading<Line>>| {
            reading
                .as_ref()
                .map_or(String::new(), |reading| reading.value.to_string())
        };
        assert_eq!(
            (text(&posting.title).as_str(), text(&posting.company).as_str()),
            expected
        );
    }

    #[test]
    fn titles_with_a_heading_that_they_repeat() {
        check(
            "Job Application for Baker (Night) at Ovens",
            "Baker (Night)",
            "",
            ("Baker (Night)", "Ovens"),
        );
        check(
            "Baker – Ovens a.s.",
            "Baker",
            "https://www.jobs.cz/1",
            ("Baker", "Ovens a.s."),
        );
        check(
            "Baker - with courage, junior – Ovens, s.r.o.",
            "Baker - with courage, junior",
            "https://www.jobs.cz/1",
            ("Baker - with courage, junior", "Ovens, s.r.o."),
        );
        check(
            "Baker - Ovens - Application",
            "Baker",
            "https://apply.workable.com/ovens/j/1",
            ("Baker", "Ovens"),
        );
        check(
            "Baker | Jobs bei Ovens",
            "Baker",
            "https://ovens.jobs.personio.de/job/1",
            ("Baker", "Ovens"),
        );
        check(
            "Ovens: Baker, Pastry/Bread",
            "Baker, Pastry/Bread",
            "https://weworkremotely.com/1",
            ("Baker, Pastry/Bread", "Ovens"),
        );
        check(
            "Ovens hiring Baker in Bern, Switzerland | LinkedIn",
            "Baker",
            "https://ch.linkedin.com/1",
            ("Baker", "Ovens"),
        );
        check(
            "Baker job in Bern at Ovens - Jora",
            "Baker",
            "https://ch.jora.com/job/1",
            ("Baker", "Ovens"),
        );
        check(
            "Baker - Bern BE 3000 - Indeed.com",
            "Baker",
            "https://ch.indeed.com/1",
            ("Baker", ""),
        );
    }

    #[test]
    fn titles_alone() {
        check(
            "Baker @ Ovens",
            "",
            "https://jobs.ashbyhq.com/ovens/1",
            ("Baker", "Ovens"),
        );
        check(
            "Ovens - Baker - Night Shift",
            "",
            "https://jobs.lever.co/ovens/f222ad5c-b7dd-43c4-9008-ee1a53174afa",
            ("Baker - Night Shift", "Ovens"),
        );
        check(
            "Baker | StartupJobs.cz",
            "",
            "https://www.startupjobs.cz/1",
            ("Baker", ""),
        );
        check(
            "Bäcker Job in Bern bei Ovens GmbH | Monster.de",
            "Bäcker",
            "https://www.monster.de/1",
            ("Bäcker", "Ovens GmbH"),
        );
        check(
            "Baker - Full-time in Bern - Ovens & Sons | HelloWork",
            "Baker",
            "https://www.hellowork.com/1",
            ("Baker", "Ovens & Sons"),
        );
        check(
            "Career Opportunities: Baker (44112)",
            "Career Opportunities: Baker (44112)",
            "",
            ("Baker (44112)", ""),
        );
        check(
            "Ovens Norge - Application",
            "",
            "https://jobs.ovens.example/8841/apply",
            ("", "Ovens Norge"),
        );
        check(
            "Online-Bewerbung Bäcker (m/w/d) bei Ovens GmbH",
            "",
            "https://jobs.ovens.example/8841/apply",
            ("Bäcker (m/w/d)", "Ovens GmbH"),
        );
        check(
            "パン職人｜採用情報｜株式会社ひのでや",
            "パン職人",
            "https://a.example/8841",
            ("パン職人", "株式会社ひのでや"),
        );
        check(
            "Ovens sucht Bäcker in Bern | LinkedIn",
            "",
            "https://ch.linkedin.com/1",
            ("Bäcker", "Ovens"),
        );
        check("Baker", "", "", ("Baker", ""));
        check("", "", "", ("", ""));
    }
}
