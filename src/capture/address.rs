//! One posting, one address: what only follows a visitor's way is taken off.

use std::borrow::Cow;

use super::words::{Words, words};
use super::{boards, path};
use crate::domain::SafeLink;

/// Parameters that name a posting of a whole board. Where one is there, the others name the visit.
const IDENTITY: Words = words!("jk|vjk|currentjobid|gh_jid|ashby_jid");

/// Parameters that do so with a long number; a short one counts the postings of an employer whom another parameter names.
const NUMBER: Words =
    words!("jobid|job_id|jid|jcode|jobcode|jobadid|vacancyid|reqid|requisitionid|offerid|offreid|positionid");

/// Parameters that name a visit, a campaign or a language. Those that begin with `utm` or `trk` are caught by their beginning.
const TRACKING: Words = words!(
    "gclid|fbclid|msclkid|dclid|yclid|twclid|li_fat_id|igshid|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|mkt_tok|\
     referer|referrer|ref_src|gh_src|lever-source|lever-origin|lever-via|originalsubdomain|trackingid|searchid|\
     search_id|rps|fromage|xkcb|campaignid|campaign|camp|cmp|pagenum|ebp|recommendedflavor|session|sessionid|\
     jsessionid|lang|language|locale|hl|source_id|advn|sponsored",
);

/// Parameters that say in a word where a visitor came from; with a number they may name the posting.
const SOURCE: Words = words!("ref|source|src|from|origin");

/// Parameters that number a click on large boards, and name the posting on small ones.
const CLICK: Words = words!("position|cid|eid|sid|refid|adid|tk|bb");

/// The address that stands for a posting, whichever way somebody came to it: without tracking, without the fragment
/// unless it is a route of its own, and without the form's own path below a numbered posting. In doubt a parameter stays:
/// one posting kept twice is better than two taken for one.
pub fn canonical_address(address: &SafeLink) -> SafeLink {
    if let Some(canonical) = boards::place(address).and_then(|place| place.canonical(address)) {
        return canonical;
    }
    let path = address.path();
    let path = without_form(path).unwrap_or(path);
    let parameters = parameters(address);
    let has_identity = parameters.iter().any(is_identity);
    let is_named = has_identity || (!parameters.is_empty() && path::is_numbered(path));
    let query = address
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty());
    let kept: Vec<&str> = query
        .zip(&parameters)
        .filter(|(_, parameter)| {
            if has_identity {
                is_identity(parameter)
            } else {
                !is_tracking(parameter, is_named)
            }
        })
        .map(|(pair, _)| pair)
        .collect();
    let mut canonical = [address.origin(), path].concat();
    if !kept.is_empty() {
        canonical.push('?');
        canonical.push_str(&kept.join("&"));
    }
    if let Some(route) = address.fragment().filter(|fragment| is_route(fragment)) {
        canonical.push('#');
        canonical.push_str(route);
    }
    if canonical == address.as_str() {
        return address.clone();
    }
    SafeLink::new(&canonical).unwrap_or_else(|| address.clone())
}

/// The address of something else than a posting, without what only follows a visitor's way.
pub(super) fn without_tracking(address: &SafeLink) -> SafeLink {
    let Some(query) = address.query() else {
        return address.clone();
    };
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let kept: Vec<&str> = pairs
        .zip(&parameters(address))
        .filter(|(_, parameter)| !is_tracking(parameter, false))
        .map(|(pair, _)| pair)
        .collect();
    let mut cleaned = [address.origin(), address.path()].concat();
    for (mark, part) in [
        ('?', kept.join("&").as_str()),
        ('#', address.fragment().unwrap_or_default()),
    ] {
        if !part.is_empty() {
            cleaned.push(mark);
            cleaned.push_str(part);
        }
    }
    SafeLink::new(&cleaned).unwrap_or_else(|| address.clone())
}

/// What two canonical addresses of one posting have in common: the number that its board gives it, in a form that is compared and never
/// opened. An employer's site that names that number has it, too, and a UUID is the same posting's wherever it stands. Without one, the
/// address itself.
pub fn posting_key(canonical: &SafeLink) -> SafeLink {
    let place = boards::place(canonical);
    let named = place.as_ref().and_then(|place| place.identity.as_ref());
    let uuid = named
        .map(|identity| identity.as_str().to_owned())
        .filter(|it| is_uuid(it));
    let key = match uuid.or_else(|| uuid_of(canonical)) {
        Some(uuid) => SafeLink::new(&format!("https://posting/{}", uuid.to_ascii_lowercase())),
        None => place.and_then(|place| place.key()),
    };
    key.unwrap_or_else(|| canonical.clone())
}

/// The UUID with which a path ends, or which a parameter says to be somebody's.
fn uuid_of(canonical: &SafeLink) -> Option<String> {
    let last = canonical.path().trim_end_matches('/').rsplit('/').next();
    if let Some(last) = last.filter(|last| is_uuid(last)) {
        return Some(last.to_owned());
    }
    let mut parameters = parameters(canonical).into_iter();
    let uuid = parameters.find(|(name, value)| name.ends_with("id") && is_uuid(value));
    uuid.map(|(_, value)| value.into_owned())
}

/// Whether a text has the form of a UUID.
pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// A parameter's name in lower case, and its value.
pub(super) type Parameter<'a> = (Cow<'a, str>, Cow<'a, str>);

/// The parameters of an address.
pub(super) fn parameters(address: &SafeLink) -> Vec<Parameter<'_>> {
    let parameters = address.parameters();
    parameters.map(|(name, value)| (lower(name), value)).collect()
}

/// A parameter's name in lower case.
pub(super) fn lower(name: Cow<'_, str>) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        name
    }
}

/// Whether a parameter names a posting of a whole board.
pub(super) fn is_identity((name, value): &Parameter<'_>) -> bool {
    (IDENTITY.contains(name) && !value.is_empty()) || (NUMBER.contains(name) && path::has_long_number(value))
}

/// Whether a parameter tells the visit and not the posting; `is_named` where something else names the posting.
fn is_tracking((name, value): &Parameter<'_>, is_named: bool) -> bool {
    let is_word = || !value.bytes().any(|byte| byte.is_ascii_digit());
    name.starts_with("utm")
        || name.starts_with("trk")
        || (SOURCE.contains(name) && (is_named || is_word()))
        || (is_named && CLICK.contains(name))
        || TRACKING.contains(name)
}

/// `#/job/17` and `#!/job/17` are addresses within a page that is one program; `#apply` is a place on a page.
fn is_route(fragment: &str) -> bool {
    let fragment = fragment.strip_prefix('!').unwrap_or(fragment);
    fragment.len() > 1
        && (fragment.starts_with('/') || (fragment.contains('=') && fragment.to_ascii_lowercase().contains("job")))
}

/// The path of the posting whose form stands at `path`; `None` if it is no form's.
fn without_form(path: &str) -> Option<&str> {
    let path = path.trim_end_matches('/');
    let posting = ["/applications/new", "/application", "/apply"]
        .iter()
        .find_map(|tail| path.strip_suffix(tail))?;
    // Only below something numbered: "/jobs/apply" may be a page of its own.
    let last = posting.rsplit('/').next().unwrap_or_default();
    last.bytes().any(|byte| byte.is_ascii_digit()).then_some(posting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forms_own_address_stays() {
        let cleaned = |address: &str| without_tracking(&SafeLink::new(address).unwrap()).as_str().to_owned();
        assert_eq!(
            cleaned("https://a.example/jobs/4711/apply?utm_source=x&mode=apply&gh_src=y&jk=1#form"),
            "https://a.example/jobs/4711/apply?mode=apply&jk=1#form"
        );
        assert_eq!(
            cleaned("https://a.example/apply?utm_source=x"),
            "https://a.example/apply"
        );
        assert_eq!(cleaned("https://a.example/apply#form"), "https://a.example/apply#form");
    }

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let canonical = canonical_address(&SafeLink::new(raw).unwrap());
        assert_eq!(canonical.as_str(), expected);
        assert_eq!(canonical_address(&canonical), canonical);
    }

    #[test]
    fn each_name_of_a_posting_is_taken_for_one() {
        for name in IDENTITY.iter().chain(NUMBER.iter()) {
            assert!(is_identity(&(name.into(), "4012345678".into())), "{name}");
        }
    }

    #[test]
    fn tracking_goes() {
        check(
            "https://a.example/jobs/1?utm_source=x&UTM_Medium=y&gclid=z",
            "https://a.example/jobs/1",
        );
        check(
            "https://www.jobs.cz/rpd/2000130345/?searchId=868cde40&rps=233",
            "https://www.jobs.cz/rpd/2000130345/",
        );
        check(
            "https://jobs.a.example/jobs/view/x-at-y-17?refId=0a&trackingId=b&trk=c",
            "https://jobs.a.example/jobs/view/x-at-y-17",
        );
        check("https://a.example/?", "https://a.example/");
    }

    #[test]
    fn identity_stays() {
        check(
            "https://au.indeed.com/viewjob?from=social&jk=54f1&tk=1",
            "https://au.indeed.com/viewjob?jk=54f1",
        );
        check(
            "https://jobs.a.example/search/?currentJobId=17&keywords=rust",
            "https://jobs.a.example/search/?currentJobId=17",
        );
        check(
            "https://a.example/careers?gh_jid=5&gh_src=abc",
            "https://a.example/careers?gh_jid=5",
        );
        check(
            "https://a.example/careers?ashby_jid=5-6&utm_campaign=q",
            "https://a.example/careers?ashby_jid=5-6",
        );
        check(
            "https://a.example/show?nr=12&b=%20",
            "https://a.example/show?nr=12&b=%20",
        );
    }

    #[test]
    fn a_boards_posting_has_one_address() {
        let linkedin = "https://www.linkedin.com/jobs/view/4051241378";
        for other in [
            "https://sk.linkedin.com/jobs/view/baker-at-ovens-4051241378?refId=0a&trk=c",
            "https://www.linkedin.com/jobs/view/4051241378/?position=3&pageNum=0",
            "https://www.linkedin.com/jobs/search/?currentJobId=4051241378&keywords=baker&start=25",
            "https://www.linkedin.com/jobs/collections/recommended/?currentJobId=4051241378",
            "https://www.linkedin.com/comm/jobs/view/4051241378/?midToken=a",
        ] {
            check(other, linkedin);
        }
        check(
            "https://de.indeed.com/jobs?q=baker&l=Bern&vjk=54f1f8af68d722d2&advn=1",
            "https://de.indeed.com/viewjob?jk=54f1f8af68d722d2",
        );
        check(
            "https://www.seek.com.au/baker-jobs/in-Perth?jobId=76543210&type=standard#sol=1",
            "https://www.seek.com.au/job/76543210",
        );
        check(
            "https://news.ycombinator.com/item?id=41709301#41709301",
            "https://news.ycombinator.com/item?id=41709301",
        );
        // A list has no posting.
        check(
            "https://www.linkedin.com/jobs/search/?keywords=baker",
            "https://www.linkedin.com/jobs/search/?keywords=baker",
        );
    }

    #[test]
    fn a_posting_has_one_key_wherever_it_is_shown() {
        #[track_caller]
        fn check(addresses: &[&str]) {
            let keys = addresses
                .iter()
                .map(|address| posting_key(&canonical_address(&SafeLink::new(address).unwrap())));
            let mut keys: Vec<SafeLink> = keys.collect();
            keys.dedup();
            assert_eq!(keys.len(), 1, "{keys:?}");
            assert_eq!(
                keys.iter().map(posting_key).collect::<Vec<_>>(),
                keys,
                "a key is its own"
            );
        }
        check(&[
            "https://boards.greenhouse.io/acme/jobs/4210007?gh_src=x",
            "https://job-boards.greenhouse.io/acme/jobs/4210007",
            "https://job-boards.eu.greenhouse.io/acme/jobs/4210007/confirmation",
            "https://boards.greenhouse.io/embed/job_app?for=acme&token=4210007",
            "https://www.acme.example/careers/open?gh_jid=4210007&utm_source=x",
        ]);
        check(&[
            "https://jobs.ashbyhq.com/acme/cc0af88a-2a19-493d-93cf-c5090f986f1f/application",
            "https://acme.example/jobs?ashby_jid=cc0af88a-2a19-493d-93cf-c5090f986f1f",
        ]);
        check(&[
            "https://jobs.lever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa/apply?lever-source=x",
            "https://jobs.lever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa/thanks",
            "https://acme.example/careers/F222AD5C-B7DD-43C4-9008-EE1A53174AFA/",
            "https://acme.example/careers?jobId=f222ad5c-b7dd-43c4-9008-ee1a53174afa&utm_source=x",
        ]);
        check(&[
            "https://au.indeed.com/viewjob?jk=54f1f8af68d722d2",
            "https://www.indeed.com/jobs?q=baker&vjk=54f1f8af68d722d2",
        ]);
        check(&[
            "https://a.example/jobs/17?utm_source=x",
            "https://a.example/jobs/17#apply",
        ]);
    }

    #[test]
    fn what_may_name_the_posting_stays() {
        for query in [
            "position=17",
            "position=senior-baker",
            "cid=9",
            "eid=a1",
            "sid=12&adid=3",
            "ref=A-17",
            "source=4",
            "job=12&dept=3",
            "token=abc&id=17",
            "posting=5&employer=ovens",
            "jobId=12&cid=9",
            "jobId=&id=4",
        ] {
            let address = format!("https://small.example/careers?{query}");
            check(&format!("{address}&utm_source=x&gclid=1&ref=newsletter"), &address);
        }
        // A year is no number of a posting, and that of an employer is not either.
        check(
            "https://small.example/careers/2026?position=17",
            "https://small.example/careers/2026?position=17",
        );
        check(
            "https://small.example/12345/jobs?cid=9",
            "https://small.example/12345/jobs?cid=9",
        );
    }

    #[test]
    fn what_counts_clicks_goes_where_the_posting_is_named() {
        check(
            "https://jobs.a.example/jobs/view/4051241378/?position=3&pageNum=0&refId=a1&eid=5",
            "https://jobs.a.example/jobs/view/4051241378/",
        );
        check(
            "https://a.example/job/baker-48213?ref=77&cid=email_3&q=bread",
            "https://a.example/job/baker-48213?q=bread",
        );
        check(
            "https://a.example/jobs/48213/apply?cid=9&q=bread",
            "https://a.example/jobs/48213?q=bread",
        );
        check(
            "https://a.example/show?jobId=48213&cid=9&dept=3",
            "https://a.example/show?jobId=48213",
        );
    }

    #[test]
    fn tracking_of_any_length_goes() {
        check(
            &format!("https://a.example/jobs/1?utm_content={}", "x".repeat(9_000)),
            "https://a.example/jobs/1",
        );
    }

    #[test]
    fn fragments_go_unless_they_are_routes() {
        check("https://a.example/jobs/1#apply", "https://a.example/jobs/1");
        check("https://a.example/#/job/17", "https://a.example/#/job/17");
        check("https://a.example/#!/job/17", "https://a.example/#!/job/17");
    }

    #[test]
    fn a_form_belongs_to_its_posting() {
        check(
            "https://jobs.lever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa/apply",
            "https://jobs.lever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa",
        );
        check(
            "https://boards.greenhouse.io/acme/jobs/12/apply/",
            "https://boards.greenhouse.io/acme/jobs/12",
        );
        check(
            "https://jobs.a.example/jobs/8-counsel/applications/new",
            "https://jobs.a.example/jobs/8-counsel",
        );
        check("https://a.example/jobs/apply", "https://a.example/jobs/apply");
    }
}
