//! What is left to read where neither structure, labels nor titles say it: named elements, times, the lines at the top.

use super::address::{is_uuid, without_tracking};
use super::days_ago::{Side, counted_back};
use super::gate;
use super::page::Page;
use super::pay::{self, Certainty};
use super::words::{Words, fold, has_words, words};
use super::{company, date, kinds, labels, place, title};
use crate::domain::{Confidence, Line, Pay, Posting, Prose, Reading, SafeLink, Source, Warning};

/// How many lines below the title belong to a posting's head.
const HEAD: usize = 14;

/// Headings behind which a page speaks of other postings, or of what others pay.
const OTHERS: Words = words!(
    "similar jobs|similar roles|similar positions|more jobs|other jobs|other openings|related jobs|recommended jobs|jobs like this|\
     jobs you may like|also viewed|how much do|salary estimate|ähnliche jobs|ähnliche stellen|weitere jobs|weitere stellen|\
     gehalts prognose|offres similaires|ofertas similares|vagas semelhantes|offerte simili|podobné nabídky|podobné pozice|\
     podobne oferty|podobne oferty pracy|vergelijkbare vacatures|lignende jobs|lignende stillinger|liknande jobb|salary insights|\
     what can i earn|相似职位|类似职位|似ている求人",
);

/// What announces the last day to apply, …
const CLOSING: Words = words!(
    "apply by|apply before|applications close|applications close on|closing date is|closing date|deadline is|deadline|closes on|\
     bewerbungsfrist|bewerbungsschluss|bewerben bis|date limite|fecha límite|termín přihlášek|termín pro přihlášení|scadenza|sluitingsdatum|solliciteer vóór|\
     solliciteer voor|reageer voor|ważna do|aplikuj do|ansök senast|sista ansökningsdag|søknadsfrist|ansøgningsfrist|\
     inscrições até|candidaturas até|hakuaika päättyy",
);

/// … and the small words that do where applying is spoken of.
const SMALL: Words = words!(
    "bis zum|spätestens|avant le|jusqu au|hasta el|antes del|até|entro il|no later than|uiterlijk|senest|senast"
);

/// Beginnings of words that speak of applying.
const APPLYING: Words = words!("bewerb|candidat|sollicit|aplik|aplicar|inscri|ansök|søk|ansøg|apply|application");

/// What the body says. `job` is the best title so far; title and company are looked for where nobody was sure of them.
pub(super) fn read(
    page: &Page<'_>,
    job: Option<&Reading<Line>>,
    has_company: bool,
    warnings: &mut Vec<Warning>,
) -> Posting {
    let has_title = job.is_some_and(|job| job.confidence > Confidence::Unsure);
    let start = job.and_then(|job| start_of(page, &job.value)).unwrap_or(0);
    let head: Vec<&str> = own_lines(page, start).take(HEAD).collect();
    let above = page.lines.iter().take(start.saturating_sub(1)).rev().take(3).copied();
    let near: Vec<&str> = head.iter().copied().take(5).chain(above).collect();
    let short = || head.iter().copied().filter(|line| line.chars().count() <= 80);
    let employments = named(page, words!("job type|jobtype|employment|type"))
        .map(kinds::employments)
        .chain(short().map(kinds::employments));
    Posting {
        title: match title::titled_element(page) {
            Some(title) => Some(Reading::new(title, Source::Body, Confidence::Likely)).filter(|_| !has_title),
            None if job.is_none() => match title::only_heading(page) {
                // The page has said who, and has one heading to say what.
                Some(heading) if has_company && !heading.as_str().ends_with(['!', '?', '.']) => {
                    Some(Reading::new(heading, Source::Heading, Confidence::Likely))
                }
                heading => unsure(
                    heading
                        .or_else(|| above_labels(page))
                        .or_else(|| title::first_heading(page)),
                    Source::Body,
                ),
            },
            None => None,
        },
        company: if has_company {
            None
        } else {
            company::fallback(page, &near)
        },
        places: places(page, &head, start).or_else(|| unsure(town(page, &head, job), Source::Body)),
        workplace: unsure(
            named(page, words!("workplace"))
                .chain(short().filter(|line| !denies(line) && labels::label(line).is_none()))
                .find_map(kinds::workplace),
            Source::Body,
        ),
        employment: unsure(employments.into_iter().find(|found| !found.is_empty()), Source::Body),
        pay: salary(page, &head, start),
        posted: posted(page, &head, warnings),
        closes: unsure(closes(page), Source::Body),
        reference: reference(page),
        apply: apply(page).map(|link| Reading::new(link, Source::Body, Confidence::Likely)),
        description: unsure(description(page, start), Source::Body),
        ..Posting::default()
    }
}

/// Where a form is that stands elsewhere: a link to a place on this page is none.
fn apply(page: &Page<'_>) -> Option<SafeLink> {
    let place = |address: &SafeLink| address.as_str().split('#').next().unwrap_or_default().to_owned();
    let link = gate::apply_link(page).map(|link| without_tracking(&link))?;
    let own = SafeLink::new(&page.snapshot.address).map(|own| without_tracking(&own));
    let is_here =
        own.is_some_and(|own| place(&own) == place(&link)) && link.fragment().is_some_and(|name| !name.contains('/'));
    (!is_here).then_some(link)
}

/// "Remote: no".
fn denies(line: &str) -> bool {
    let line = fold(line);
    let is_refused = words!(
        "not authorized|not authorised|not possible|not available|not offered|no remote|non autorisé|nicht möglich|\
         kein homeoffice|no home office",
    )
    .any_in(&line);
    is_refused
        || words!("no|non|nein|ne|nie|nee|não")
            .iter()
            .any(|no| line.rsplit(' ').next() == Some(no))
}

fn unsure<T>(value: Option<T>, source: Source) -> Option<Reading<T>> {
    value.map(|value| Reading::new(value, source, Confidence::Unsure))
}

fn start_of(page: &Page<'_>, job: &Line) -> Option<usize> {
    let wanted = fold(job.as_str());
    page.lines
        .iter()
        .position(|line| line.len() <= 400 && fold(line) == wanted)
        .map(|index| index + 1)
}

/// The lines below the title, as far as they speak of this posting.
fn own_lines<'p>(page: &'p Page<'_>, start: usize) -> impl Iterator<Item = &'p str> {
    let is_of_others = |line: &&str| {
        let is_heading = page.snapshot.headings.iter().any(|heading| heading.text == *line);
        is_heading && OTHERS.any_in(&fold(line))
    };
    let lines = page.lines.iter().skip(start).copied();
    lines.take_while(move |line| !is_of_others(line))
}

/// Texts of elements whose names hold one of `words`, unless so many do that they are a list's.
fn named<'p>(page: &'p Page<'_>, words: Words) -> impl Iterator<Item = &'p str> {
    let is_named = move |names: &str| {
        words.any_in(names) && !words!("question|card|label|filter|desired|alert|search|typeahead|list").any_in(names)
    };
    let all: Vec<&str> = page
        .named
        .iter()
        .filter(|(names, _)| is_named(names))
        .map(|(_, text)| {
            text.split_once(':')
                // "Faro 9:41" has no label.
                .filter(|(name, _)| name.len() < 30 && !name.ends_with(|last: char| last.is_ascii_digit()))
                .map_or(*text, |(_, value)| value.trim())
        })
        .collect();
    let is_list = all.len() > 4;
    all.into_iter().filter(move |_| !is_list)
}

fn places(page: &Page<'_>, head: &[&str], start: usize) -> Option<Reading<Vec<Line>>> {
    let on_map = page
        .snapshot
        .links
        .iter()
        .filter(|(_, address)| address.contains("//maps.") || address.contains("mapy.") || address.contains("/maps"))
        .find_map(|(text, _)| place::one(text));
    if let Some(place) = on_map {
        return Some(Reading::new(vec![place], Source::Body, Confidence::Likely));
    }
    // With a clock it is where somebody sits and what time it is there.
    let job_place = |text: &&str| {
        text.chars().count() <= 60 && !text.contains("\u{a0}*") && !text.ends_with('*') && !text.contains(':')
    };
    let named = named(page, words!("location|city|place")).filter(job_place);
    if let Some(places) = named.map(place::several).find(|places| !places.is_empty()) {
        return Some(Reading::new(places, Source::Body, Confidence::Likely));
    }
    // In the head below the title, or in the lines right above it.
    let above = page.lines.iter().take(start.saturating_sub(1)).rev().take(3).copied();
    let headquarters = |line: &&str| line.ends_with("(HQ)") || line.contains(" HQ,") || line.ends_with(" HQ");
    let place = head
        .iter()
        .copied()
        .take(8)
        .flat_map(|line| line.split(['•', '·']))
        .filter(|line| kinds::employments(line).is_empty())
        .find(|line| place::looks_like_one(line))
        .or_else(|| {
            above
                .into_iter()
                .find(|line| headquarters(line) || place::looks_like_one(line))
        });
    unsure(place.and_then(place::one).map(|place| vec![place]), Source::Body)
}

/// A line below the title that is a town's name, because the document's title or its address says so: "X in Paris", "/x-paris".
fn town(page: &Page<'_>, head: &[&str], job: Option<&Reading<Line>>) -> Option<Vec<Line>> {
    let job = job.map(|job| fold(job.value.as_str())).unwrap_or_default();
    let titles: Vec<String> = page.titles.iter().map(|title| fold(title)).collect();
    let path = fold(page.address.as_ref().map_or("", SafeLink::path));
    let is_name = |line: &&str| {
        let mut words = line.split_whitespace();
        (1..=3).contains(&words.clone().count())
            && words.all(|word| word.starts_with(char::is_uppercase) && !word.bytes().any(|byte| byte.is_ascii_digit()))
    };
    let is_told = |whole: &&str| {
        let line = fold(whole);
        let behind = |word: &str| titles.iter().any(|title| has_words(title, &format!("{word} {line}")));
        let is_of_job = has_words(&job, &line) || page.company_hints.contains(&line.replace(' ', ""));
        line.chars().count() >= 4
            && !is_of_job
            && !company::has_legal_form(whole)
            && (words!("in|en|à|em|te|i|på|w|v").iter().any(behind) || has_words(&path, &line))
    };
    let lines = head
        .iter()
        .copied()
        .take(8)
        .flat_map(|line| line.split(['•', '·', '|']));
    let mut lines = lines.map(str::trim).filter(|line| is_name(line) && is_told(line));
    lines
        .find(|line| kinds::employments(line).is_empty())
        .and_then(place::one)
        .map(|place| vec![place])
}

fn salary(page: &Page<'_>, head: &[&str], start: usize) -> Option<Reading<Pay>> {
    let read = |text: &str| pay::read(text, Certainty::Open, page.dollar);
    if let Some(pay) = named(page, words!("salary|compensation|pay|salary range")).find_map(read) {
        return Some(Reading::new(pay, Source::Body, Confidence::Likely));
    }
    // Of many that are called a salary, the one below the title is this job's.
    let called_so = |text: &str| {
        page.named
            .iter()
            .any(|(names, named)| *named == text && words!("salary|pay|compensation").any_in(names))
    };
    let in_place = head
        .iter()
        .copied()
        .filter(|line| called_so(line))
        .find_map(|line| pay::read(line, Certainty::Said, page.dollar));
    if let Some(pay) = in_place {
        return Some(Reading::new(pay, Source::Body, Confidence::Likely));
    }
    // A lone amount in a sentence is a budget, a turnover, a gift.
    let is_pay = |pay: &Pay| pay.per.is_some() || pay.min != pay.max;
    let is_alone = |line: &str| line.split_whitespace().count() <= 6 && !line.ends_with(['.', '!']);
    // "a month", in a line of its own.
    let is_unit =
        |line: &str| line.split_whitespace().count() <= 4 && !line.starts_with(|first: char| first.is_ascii_digit());
    let is_of_business = |line: &str| {
        words!("revenue|turnover|umsatz|funding|raised|seed round|budget|bonus|referral|customers").any_in(&fold(line))
    };
    let in_head = head
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, line)| line.chars().count() <= 80 && !is_of_business(line))
        .find_map(|(index, line)| {
            let pay = read(line).filter(|pay| is_pay(pay) || is_alone(line))?;
            let below = head.get(index + 1).filter(|below| is_unit(below));
            Some(Pay {
                per: pay.per.or_else(|| pay::period(&fold(below?))),
                ..pay
            })
        });
    if let Some(pay) = in_head {
        return Some(Reading::new(pay, Source::Body, Confidence::Likely));
    }
    let speaks_of_pay = |line: &str| {
        words!("salary|base pay|pay range|compensation|gehalt|salaire|salario|mzda|plat").any_in(&fold(line))
    };
    let range = |text: &str| read(text).filter(|pay| pay.min.is_some() && pay.max.is_some() && pay.min != pay.max);
    let sentence =
        own_lines(page, start).filter(|line| line.len() <= 400 && line.bytes().any(|byte| byte.is_ascii_digit()));
    unsure(
        sentence.filter(|line| speaks_of_pay(line)).take(8).find_map(range),
        Source::Body,
    )
}

fn posted(page: &Page<'_>, head: &[&str], warnings: &mut Vec<Warning>) -> Option<Reading<chrono::NaiveDate>> {
    let is_posted = |before: &str| {
        let words = fold(before);
        let last = words
            .rsplit(' ')
            .take(3)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect::<Vec<_>>()
            .join(" ");
        words!(
            "posted|published|publié|publiée|publiée le|veröffentlicht|erschienen|zveřejněno|publicado|publicada|pubblicato|\
             pubblicata|listed|placed on|geplaatst|opublikowana|opublikowano|publicerad|publisert|indrykket|\
             julkaistu|posting date|publication date|veröffentlichungsdatum|online",
        )
            .iter()
            .any(|word| has_words(&last, word))
    };
    let timed = page
        .snapshot
        .times
        .iter()
        .filter(|(before, _)| is_posted(before))
        .find_map(|(_, day)| date::read(day, page.order));
    let lines = || head.iter().copied().chain(page.lines.iter().take(40).copied());
    let written = || {
        lines().filter(|line| {
            let before = line.split(|character: char| character.is_ascii_digit()).next();
            line.len() <= 80 && is_posted(before.unwrap_or_default())
        })
    };
    let Some(day) = timed.or_else(|| written().find_map(|line| date::read(line, page.order))) else {
        let parts = || head.iter().flat_map(|line| line.split(['·', '•', '|']));
        let in_head = || parts().find_map(|part| counted_back(part, page.today?));
        let near = written().find_map(|line| page.near_day(line, Side::Behind));
        let called_so = || {
            let is_posted = |names: &str| {
                words!("date|posted").any_in(names)
                    && !words!("closing|close|deadline|expiry|expires|expiration|end|start|valid|until").any_in(names)
            };
            let dated = page
                .named
                .iter()
                .filter(|(names, text)| head.contains(text) && is_posted(names));
            dated
                .map(|(_, text)| *text)
                .find_map(|text| date::read(text, page.order))
                .filter(|day| date::is_plausible(*day) && page.today.is_none_or(|today| *day <= today))
        };
        return unsure(near.or_else(in_head).or_else(called_so), Source::Body);
    };
    if !date::is_plausible(day) {
        warnings.push(Warning::OddDate);
        return None;
    }
    Some(Reading::new(day, Source::Body, Confidence::Likely))
}

fn closes(page: &Page<'_>) -> Option<chrono::NaiveDate> {
    // The day stands behind what announces it: the number of a line in a list is none.
    let may_have_day = |line: &str| {
        let unnumbered = line.trim_start_matches(|first: char| !first.is_alphabetic());
        line.len() <= 300 && unnumbered.bytes().any(|byte| byte.is_ascii_digit())
    };
    page.lines
        .iter()
        .filter(|line| may_have_day(line))
        .find_map(|line| day_to_apply(&fold(line), page))
        .filter(|day| date::is_plausible(*day))
}

/// The day that a folded line names behind words that announce the last day to apply.
fn day_to_apply(line: &str, page: &Page<'_>) -> Option<chrono::NaiveDate> {
    // "Applications … by 3 May": the small word counts where applying is spoken of.
    let is_about = || line.split(' ').any(|word| APPLYING.begin(word));
    let small = SMALL.all_in(line).filter(|_| is_about());
    CLOSING.all_in(line).chain(small).find_map(|behind| {
        let next: Vec<&str> = behind.split(' ').filter(|word| !word.is_empty()).take(12).collect();
        let next = next.join(" ");
        date::read(&next, page.order).or_else(|| page.near_day(&next, Side::Ahead))
    })
}

/// The number in the page's address.
fn reference(page: &Page<'_>) -> Option<Reading<Line>> {
    let address = page.address.as_ref()?;
    let identity = address
        .parameters()
        .find(|(name, value)| {
            matches!(name.as_ref(), "jk" | "vjk" | "currentJobId" | "gh_jid" | "ashby_jid") && !value.is_empty()
        })
        .map(|(_, value)| value.into_owned());
    let digits = |text: &str| text.len() >= 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    // A UUID, or a short code of capitals and digits.
    let is_code = |text: &str| {
        let is_short = (6..=16).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        is_uuid(text) || (is_short && text.bytes().filter(u8::is_ascii_digit).count() >= 2)
    };
    let in_path = || {
        address.path().split('/').rev().find_map(|segment| {
            if is_code(segment) {
                return Some(segment.to_owned());
            }
            let ends = [segment.rsplit(['-', '_']).next(), segment.split(['-', '_']).next()];
            ends.into_iter().flatten().find(|end| digits(end)).map(str::to_owned)
        })
    };
    unsure(
        identity.or_else(in_path).and_then(|identity| Line::new(&identity)),
        Source::Address,
    )
}

/// Old pages without headings: the line above the first labels, past kinds of contract and dates.
fn above_labels(page: &Page<'_>) -> Option<Line> {
    let is_label = |line: &str| {
        let name = line.split(':').next().unwrap_or_default();
        labels::label(name).is_some() || matches!(fold(line).as_str(), "job category" | "department" | "category")
    };
    let first = page.lines.iter().position(|line| is_label(line))?;
    let above = page.lines.iter().take(first).rev().take(6).copied();
    let is_title = |line: &&str| {
        let length = line.chars().count();
        (5..=120).contains(&length)
            && kinds::employments(line).is_empty()
            && fold(line) != "regular"
            && date::read(line, page.order).is_none()
            && !place::looks_like_one(line)
            && !line.ends_with(['.', '!', '?', ':'])
    };
    above.into_iter().find(|line| is_title(line)).and_then(Line::new)
}

/// The text from the title on; a form's questions are no description.
fn description(page: &Page<'_>, start: usize) -> Option<Prose> {
    let text: Vec<&str> = page.lines.iter().skip(start).copied().collect();
    let text = text.join("\n");
    (text.len() >= 300).then(|| Prose::new(&text)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::PageSnapshot;

    #[track_caller]
    fn check_closes(line: &str, expected: Option<&str>) {
        let snapshot = PageSnapshot {
            text: line.to_owned(),
            language: "en-GB".to_owned(),
            ..PageSnapshot::default()
        };
        let day = closes(&Page::new(&snapshot)).map(|day| day.to_string());
        assert_eq!(day.as_deref(), expected, "{line}");
    }

    #[test]
    fn the_last_day_to_apply_stands_behind_words_that_announce_it() {
        check_closes("Apply no later than 3 May 2026 (deadline)", Some("2026-05-03"));
        check_closes(
            "A tight deadline is normal for us and you will work with 15 people in one of our rooms. Apply by 3 May 2026",
            Some("2026-05-03"),
        );
        check_closes("3. Send your application until 3 May 2026", None);
        check_closes("2. Applications close on 3 May 2026", Some("2026-05-03"));
        check_closes("17. Keep the lamps burning", None);
    }
}
