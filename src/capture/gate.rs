//! What a page is, before any field is read: a posting, the form of one, a list, or neither.

use super::address::canonical_address;
use super::boards::{self, Stage};
use super::kinds;
use super::labels::{self, Label};
use super::page::{Page, Site};
use super::panel;
use super::path;
use super::structured::{About, Structured};
use super::words::{Words, fold, has_words, words};
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
const APPLY: Words = words!(
    "立即沟通|申请职位|投递简历|quick apply|i m interested|apply|apply now|submit application|submit your application|send application|apply for this job|\
     apply for this position|bewerben|bewerbung|jetzt bewerben|bewerbung senden|bewerbung abschicken|postuler|\
     je postule|postulez|envoyer ma candidature|inscribirme|inscribirse|solicitar|postular|candidatar|\
     candidatar se|candidatura|candidati|odpovědět|mám zájem|odpovědět na nabídku|solliciteer|solliciteren|\
     aplikuj|ansök|søg|enviar currículo|quero me candidatar|reagovat|přihlásit se na pozici|ready to apply|\
     easy apply|apply for job|apply to this job|apply on company site|bewirb dich|bewirb dich jetzt|online bewerben|\
     ich bin interessiert|zur bewerbung|candidater|je candidate|inscribirme en esta oferta|inscribirme ya|enviar candidatura|\
     enviar solicitud|aplicar|candidate se|candidatura espontânea|invia candidatura|candidati ora|invia la candidatura|\
     aplikuj teraz|aplikuj szybko|wyślij cv|chci se přihlásit|odeslat životopis|solliciteer direct|solliciteer nu|direct solliciteren|\
     ansök nu|ansök här|sök jobbet|sök tjänsten|søk her|søk på stillingen|søk stillingen|ansøg nu|søg jobbet|søg stillingen|\
     se jobbet og ansøg|hae paikkaa|hae työpaikkaa|jelentkezem|jelentkezés|応募する|この求人に応募する|エントリー|エントリーする|\
     откликнуться|başvur|hemen başvur|postularme|postularme ahora|我要应聘|立即申请",
);

/// Headings of the parts of a posting.
const SECTIONS: Words = words!(
    "职位描述|任职要求|岗位职责|responsibilities|requirements|qualifications|what you ll do|what you will do|what you ll bring|\
     what you bring|what we offer|who you are|about the role|about this role|about the job|about this job|\
     job description|full job description|job details|your role|your profile|your tasks|about you|skills|\
     benefits|seniority level|employment type|minimum qualifications|preferred qualifications|nice to have|\
     overview of this role|position summary|duties|aufgaben|ihre aufgaben|deine aufgaben|dein profil|ihr profil|\
     profil|wir bieten|das bieten wir|anforderungen|qualifikation|missions|vos missions|mission|votre profil|\
     profil recherché|le poste|description du poste|compétences|requisitos|funciones|ofrecemos|se ofrece|\
     descripción|responsabilidades|benefícios|náplň práce|požadujeme|nabízíme|hledáme|co nabízíme|requisiti|\
     offriamo|functie|wat bieden wij|wymagania|oferujemy|obowiązki|pracovní nabídka|job summary|about the position|\
     the role|your responsibilities|key responsibilities|your skills|das erwartet sie|das erwartet dich|das bringen sie mit|\
     das bringst du mit|stellenbeschreibung|über den job|über diesen job|descriptif du poste|vos compétences|nous offrons|\
     descripción del puesto|qué ofrecemos|requisitos mínimos|perfil|descrição da vaga|requisitos e qualificações|\
     responsabilidades e atribuições|descrizione|mansioni|profilo|cosa offriamo|wat ga je doen|wat vragen wij|wie ben jij|\
     jouw profiel|functieomschrijving|zakres obowiązków|twój zakres obowiązków|nasze wymagania|to oferujemy|om jobbet|om tjänsten|\
     arbetsuppgifter|kvalifikationer|vi erbjuder|om stillingen|arbeidsoppgaver|kvalifikasjoner|vi tilbyr|arbejdsopgaver|\
     om rollen|din profil|vi tilbyder|tehtävät|feladatok|elvárások|amit kínálunk|genel nitelikler|iş tanımı|обязанности|требования|условия|仕事内容|応募資格|業務内容|必須スキル|待遇",
);

/// Words of a title that speak of many jobs.
const MANY: Words = words!(
    "jobs in|jobs near|jobs available|job vacancies|job search|search jobs|search for jobs|vacancies in|\
     open positions|open roles|our openings|current openings|job openings|job opportunities|career opportunities|\
     jobs and careers|jobs und|stellenangebote|stellenanzeigen|offene stellen|stellenmarkt|offres d emploi|\
     ofertas de trabajo|ofertas de empleo|empleos en|vagas de|vagas em|vagas|nabídka práce|nabídky práce|\
     volná místa|volné pozice|offerte di lavoro|vacatures|oferty pracy|job listings|careers|jobs|search results|\
     remote jobs|career|karriere",
);

/// Headings over the postings of one employer.
const OPENINGS: Words = words!(
    "open positions|open roles|our openings|current openings|job openings|open vacancies|current vacancies|offene stellen|\
     aktuelle stellenangebote|postes ouverts|nos offres|nos offres d emploi|puestos abiertos|vagas abertas|volné pozice|\
     posizioni aperte|openstaande vacatures|aktualne oferty|lediga jobb|ledige stillinger",
);

/// What one hands in with an application.
const PAPERS: Words = words!(
    "resume|résumé|cv|curriculum|curriculum vitae|cover letter|lebenslauf|bewerbungsunterlagen|bewerbungsschreiben|motivationsschreiben|\
     lettre de motivation|currículum|currículo|životopis|motivační dopis|życiorys|简历",
);

/// Labels of numbers that only jobs have.
const JOB_NUMBERS: Words = words!(
    "job id|req id|requisition id|job requisition id|requisition number|job number|job code|job ref no|job ref|\
     job reference|posting id|vacancy id|vacancy number|kennziffer|stellen id|job nr|číslo pozice|job title",
);

/// What stands on the pages of goods.
const GOODS: Words = words!(
    "add to cart|add to basket|add to bag|buy now|in den warenkorb|ajouter au panier|añadir al carrito|aggiungi al carrello|\
     dodaj do koszyka|in winkelwagen|lägg i varukorg|adicionar ao carrinho|カートに入れる",
);

/// Endings of titles that only jobs have.
const JOB_MARKS: Words = words!(
    "m w d|w m d|m f d|f m d|m f x|f m x|m w x|w m x|h f|f h|m ž|m ž o|all genders|m f|gn|m k|k m|80 100|60 100"
);

/// Decides what a page is. Its structured data may have a posting that the page is about, or say that it is a list.
pub(super) fn kind(page: &Page<'_>, structured: &Structured) -> Kind {
    let has_posting = matches!(structured.about, About::One(_));
    if has_arrived(page) {
        return Kind::Neither;
    }
    if is_beside_list(page) {
        return if lacks_panel(page) { Kind::List } else { Kind::Posting };
    }
    // The links, which take the longest to judge, say nothing against such a page.
    if has_posting && has_posting_address(page) {
        return Kind::Posting;
    }
    let list = list_score(page, structured);
    if has_posting {
        return if list >= 6 { Kind::List } else { Kind::Posting };
    }
    let posting = posting_score(page);
    let is_about_many = list >= 6 && !has_posting_address(page);
    if is_wall(page) {
        return Kind::Neither;
    }
    match (posting, list) {
        _ if is_about_many => Kind::List,
        (posting, list) if posting >= 4 && posting > list => Kind::Posting,
        (posting, list) if list >= 4 && list >= posting => Kind::List,
        (posting, list) if posting >= 3 && posting > list => Kind::Perhaps,
        _ => Kind::Neither,
    }
}

/// How much speaks for one posting. Articles have sections and flats have places: without a sign that a job is spoken
/// of, the hints count for nothing.
fn posting_score(page: &Page<'_>) -> i32 {
    match signs(page) {
        0 => 0,
        signs => signs + hints(page),
    }
}

/// What only postings and their forms have. A name in an address says little: articles stand below "careers", too.
fn signs(page: &Page<'_>) -> i32 {
    let snapshot = page.snapshot;
    let mut score = 0;
    let mut is_named_alone = false;
    let is_known = page.place.as_ref().is_some_and(|place| place.identity.is_some());
    if is_known || page.address.as_ref().is_some_and(path::is_single) {
        score += 4;
    } else if has_posting_address(page) {
        score += 3;
        let is_numbered = |address: &SafeLink| path::has_number(address.path()) || path::has_identity(address);
        is_named_alone = !addresses(page).any(|address| is_numbered(&address));
    } else if page.address.as_ref().is_some_and(path::is_editorial) {
        return 0;
    }
    if apply_link(page).is_some()
        || snapshot.buttons.iter().any(|text| invites(text))
        || page.lines.iter().take(60).any(|line| invites(line))
    {
        score += 2;
    }
    let asks_for_papers = |line: &&str| line.len() < 80 && PAPERS.any_in(&fold(line));
    if snapshot.form.file && snapshot.form.fields >= 3 && page.lines.iter().take(400).any(asks_for_papers) {
        score += 3;
    }
    let names = snapshot.pairs.iter().map(|(name, _)| name.as_str());
    let lines = page.lines.iter().filter_map(|line| line.split(':').next());
    if names
        .chain(lines)
        .any(|name| name.len() <= 30 && JOB_NUMBERS.contains(&fold(name)))
    {
        score += 1;
    }
    let is_a_jobs = |title: &str| {
        let folded = fold(title);
        JOB_MARKS.any_in(&folded) || title.contains(" hiring ") || folded.starts_with("job application for")
    };
    if page.titles.iter().any(|title| is_a_jobs(title)) {
        score += 3;
    }
    let is_goods = || snapshot.buttons.iter().any(|text| GOODS.contains(&fold(text)));
    let takes_letters = takes_letters(page);
    if is_named_alone && score == 3 && !has_terms(page) && !takes_letters || is_goods() {
        return 0;
    }
    score + i32::from(takes_letters) * 2
}

/// Whether labels tell the terms of a contract, or who hires.
fn has_terms(page: &Page<'_>) -> bool {
    page.pairs.iter().any(|(label, value)| match label {
        Label::Employment => !kinds::employments(value).is_empty(),
        Label::Company => true,
        _ => false,
    })
}

/// Whether applications are to be sent to a letter box, below what labels tell of the job.
fn takes_letters(page: &Page<'_>) -> bool {
    let asks = |line: &&str| line.len() <= 400 && line.contains('@') && PAPERS.any_in(&fold(line));
    told(page) >= 2 && page.lines.iter().any(asks)
}

/// What postings have, and other pages, too.
pub(super) fn hints(page: &Page<'_>) -> i32 {
    let headings = page.snapshot.headings.iter().map(|heading| heading.text.as_str());
    let lines = page.lines.iter().copied().take(300).filter(|line| line.len() < 60);
    let mut score = match headings.chain(lines).filter(|text| is_section(text)).count() {
        0 => 0,
        1 => 1,
        2 | 3 => 2,
        _ => 3,
    };
    let is_numbered = |(label, value): &(Label, &str)| *label == Label::Reference && labels::is_reference(value);
    if page.pairs.iter().any(is_numbered) {
        score += 3;
    }
    score + told(page).min(2)
}

/// How much labels tell of a job.
fn told(page: &Page<'_>) -> i32 {
    let told = [
        Label::Place,
        Label::Employment,
        Label::Workplace,
        Label::Pay,
        Label::Closes,
        Label::Posted,
    ];
    let has = |wanted: &Label| page.pairs.iter().any(|(label, _)| label == wanted);
    told.iter().filter(|label| has(label)).map(|_| 1).sum()
}

fn list_score(page: &Page<'_>, structured: &Structured) -> i32 {
    let snapshot = page.snapshot;
    let mut score = 0;
    if structured.is_list || lists_its_own(page, &structured.about) {
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
    let candidates = posting_links(page, 8).len();
    score += match candidates {
        // A few postings are many where a heading says so.
        2..=3
            if snapshot
                .headings
                .iter()
                .any(|heading| OPENINGS.any_in(&fold(&heading.text))) =>
        {
            2
        }
        0..=3 => 0,
        4..=7 => 2,
        _ => 3,
    };
    if stands_at_a_list(page) {
        score += 3;
    } else if candidates >= 4 && matches!(page.site, Site::Tenant(_)) && !has_posting_address(page) {
        score += 2;
    }
    score
}

/// Whether the page's structured data has several postings of the page's own host. Those of others are a sidebar's.
fn lists_its_own(page: &Page<'_>, about: &About) -> bool {
    let About::Several(candidates) = about else {
        return false;
    };
    let is_own = |address: &SafeLink| page.address.as_ref().is_some_and(|own| own.host() == address.host());
    let own = candidates.iter().filter_map(|candidate| candidate.address.as_ref());
    own.filter(|address| is_own(address)).count() >= 3
}

/// The verification pages that boards show to machines, pages of errors, and those that thank for an application.
pub(super) fn is_wall(page: &Page<'_>) -> bool {
    let is_short = page.snapshot.text.len() < 1_500;
    let walls = words!(
        "security check|just a moment|verify you are human|additional verification required|access denied|\
             captcha|page not found|404|not found|stránka neexistuje|seite nicht gefunden|page introuvable|\
             no longer available|no longer accepting|has been filled|has expired|has been removed|position filled|job expired|\
             nicht mehr verfügbar|nicht mehr aktiv|n est plus disponible|n est plus en ligne|ya no está disponible|não está mais disponível|\
             non è più disponibile|niet meer beschikbaar|nieaktualna|oferta wygasła|již není aktuální|\
             thank you for applying|thanks for applying|application submitted|application received|\
             vielen dank für ihre bewerbung|merci pour votre candidature|página no encontrada|are you a robot|attention required",
    );
    let headings = page.snapshot.headings.iter().take(3);
    let texts = page
        .titles
        .iter()
        .copied()
        .chain(headings.map(|heading| heading.text.as_str()));
    // "404 jobs in Bern" was found.
    let mut texts = texts.filter(|text| !counts_jobs(text)).map(fold);
    is_short && texts.any(|text| walls.any_in(&text))
}

/// Whether the board says that an application has arrived: by its address, or in so many words where its form was.
pub(super) fn has_arrived(page: &Page<'_>) -> bool {
    let Some(place) = &page.place else { return false };
    let is_said = |line: &&str| {
        page.address
            .as_ref()
            .is_some_and(|address| boards::is_submitted(address, line))
    };
    match place.stage {
        Stage::Submitted => true,
        Stage::Form => page.snapshot.form.fields == 0 && page.lines.iter().any(is_said),
        _ => false,
    }
}

/// Whether a posting should be open beside the list, by the address.
fn is_beside_list(page: &Page<'_>) -> bool {
    page.place.as_ref().is_some_and(|place| place.stage == Stage::Panel)
}

/// Whether a posting should be open beside the list, by the address, and is not to be seen.
fn lacks_panel(page: &Page<'_>) -> bool {
    is_beside_list(page) && !panel::is_open(page.snapshot)
}

/// Whether a text is an invitation to apply and nothing else.
pub(super) fn invites(text: &str) -> bool {
    let text = fold(text);
    text.len() <= 60
        && (APPLY.contains(text.as_str())
            || words!(
                "apply for|apply to|apply now|apply with|apply on|apply online|apply by|apply and|apply at|apply here|apply via|apply directly|\
             jetzt bewerben|jetzt online bewerben|bewerben sie|bewirb dich|submit application|postuler à|postuler maintenant|\
             auf diese stelle bewerben|solliciteer|inscribirme|aplikuj|ansök|candidati|応募",
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
    addresses(page).any(|address| path::is_posting(&address))
}

/// The page's address, and those by which it calls itself.
fn addresses(page: &Page<'_>) -> impl Iterator<Item = SafeLink> {
    page.address.iter().cloned().chain(page.other_addresses())
}

/// Whether the page's address is that of a list.
pub(super) fn stands_at_a_list(page: &Page<'_>) -> bool {
    if let Some(place) = &page.place {
        return place.stage == Stage::List;
    }
    page.address.as_ref().is_some_and(path::is_list)
}

/// The first links, at most `most`, that look like links to postings: each has an address of a posting that is not this page's.
pub(super) fn posting_links<'a>(page: &Page<'a>, most: usize) -> Vec<(&'a str, SafeLink)> {
    let mut found: Vec<(&str, SafeLink)> = Vec::new();
    // Of a list the address is that of the posting which should be open beside it: it is one of those to choose from.
    let own = page.address.as_ref().filter(|_| !lacks_panel(page));
    let own = own.map_or("", SafeLink::as_str);
    let length = |address: &str| address.split(['?', '#']).next().unwrap_or_default().len();
    let own_place = own.get(..length(own));
    let list = stands_at_a_list(page).then(|| own.trim_end_matches('/'));
    for (text, address) in &page.snapshot.links {
        if found.len() >= most {
            break;
        }
        let text = text.trim();
        // The probe cuts longer ones.
        let length_of_text = text.chars().count();
        if !(4..=160).contains(&length_of_text) || leads_on(text) {
            continue;
        }
        // What cannot be one as it is written is not made canonical, which takes longer than all else.
        let may_be = |address: &SafeLink| is_posting_link(page, list, text, address, |_| true);
        let Some(address) = SafeLink::new(address).filter(may_be) else {
            continue;
        };
        let address = canonical_address(&address);
        // The same page with a filter.
        let is_own = length(address.as_str()) == length(own)
            && address.as_str().get(..length(own)) == own_place
            && !path::has_identity(&address);
        // What the link says comes last: few come so far.
        if !is_own
            && is_posting_link(page, list, text, &address, is_named)
            && found.iter().all(|(_, known)| *known != address)
            && !invites(text)
            && !counts_jobs(text)
        {
            found.push((text, address));
        }
    }
    found
}

/// Whether a link's text says no more than that it leads on, or counts what is behind it: "here", "Pisa (12)".
fn leads_on(text: &str) -> bool {
    let counted = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let is_count = |(_, count): (&str, &str)| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
    counted.is_some_and(is_count)
        || words!(
            "here|more|read more|learn more|show more|see more|view|view job|view details|details|see job|see details|open|next|\
             previous|mehr|mehr erfahren|weiter|zur stelle|details ansehen|voir|voir l offre|en savoir plus|ver|ver oferta|ver vaga|\
             ver mais|más información|více|zobrazit|detail|vedi|leggi|bekijk|zobacz|save|share|log in|sign in",
        )
        .contains(&fold(text))
}

/// What stands behind the path of a list where a posting does: a name.
fn is_named(rest: &str) -> bool {
    !rest.contains(['?', '#']) && rest.len() > 8 && rest.contains(['-', '.'])
}

/// Whether a link leads to a posting; `list` is the page's own address where that is a list's, and `is_below` says of what stands behind it
/// whether it is one.
fn is_posting_link(
    page: &Page<'_>,
    list: Option<&str>,
    text: &str,
    address: &SafeLink,
    is_below: fn(&str) -> bool,
) -> bool {
    path::is_posting(address)
        || list
            .and_then(|list| address.as_str().strip_prefix(list))
            .is_some_and(is_below)
        || is_numbered_heading(page, text, address)
}

/// Whether a link is a heading, too, and its address has a number.
fn is_numbered_heading(page: &Page<'_>, text: &str, address: &SafeLink) -> bool {
    let mut headings = page.snapshot.headings.iter();
    address.as_str().bytes().filter(u8::is_ascii_digit).count() >= 4
        && headings.any(|heading| heading.level >= 2 && heading.text == text)
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
        let structured = Structured {
            about: About::Nothing,
            is_list: false,
            items: Vec::new(),
        };
        assert_eq!(kind(&Page::new(&snapshot), &structured), expected);
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
        check(
            "https://a.example/wiki/Baker",
            "Baker",
            "Baker\nDuties\nQualifications\nSalary\n$600",
            &[],
            Kind::Neither,
        );
        check(
            "https://flats.example/offer/4711-flat",
            "Flat in Bern",
            "Flat in Bern\nLocation: Bern\nReference: A-4711\nRent: €900",
            &["Contact"],
            Kind::Neither,
        );
        check(
            "https://a.example/careers/how-to-become-a-baker",
            "How to become a baker",
            "Responsibilities\nBread\nRequirements\nFlour\nSkills\nSalary\n$60,000 a year",
            &["Subscribe"],
            Kind::Neither,
        );
        check(
            "https://a.example/careers/baker-at-night",
            "Baker at night",
            "Place: Bern\nSalary: $60,000\nSend your CV to jobs@a.example",
            &[],
            Kind::Posting,
        );
        check(
            "https://a.example/about/vacancies/baker",
            "Baker",
            "Place: Bern\nSalary: $60,000\nSend your CV to jobs@a.example",
            &[],
            Kind::Posting,
        );
        check(
            "https://a.example/careers/benefits-and-perks",
            "Benefits and perks",
            "What we offer\nBenefits\nSend your CV to jobs@a.example",
            &[],
            Kind::Neither,
        );
        check(
            "https://shop.example/jobs/bread-48213",
            "Bread 48213",
            "Location: in stock\nReference: 48213\nRequirements",
            &["Add to basket"],
            Kind::Neither,
        );
        check(
            "https://a.example/trabaja-con-nosotros/ofertas/jefe-de-almacen",
            "Jefe de almacén",
            "Funciones\nRequisitos",
            &["Enviar candidatura"],
            Kind::Posting,
        );
        check(
            "https://a.example/blog/how-we-hire-bakers",
            "How we hire",
            "Requirements\nBenefits\nWhat we offer",
            &["Apply now"],
            Kind::Neither,
        );
        check(
            "https://a.example/jobs/4711-baker/done",
            "Thank you for applying",
            "Your application has been received.",
            &[],
            Kind::Neither,
        );
        check(
            "https://a.example/careers",
            "Careers - Ovens",
            "Work with us\nBenefits\nWhat we offer\nCover letter",
            &["Submit application"],
            Kind::List,
        );
        check("", "", "", &[], Kind::Neither);
    }
}
