//! One posting, one address: what only follows a visitor's way is taken off.

use super::words::Words;

use crate::domain::SafeLink;

/// Parameters that name a posting. Where one is there, the others name the visit.
const IDENTITY: Words = Words(
    "jk|vjk|currentjobid|gh_jid|ashby_jid|jobid|job_id|jid|job|jobadid|vacancyid|reqid|requisitionid|offerid|\
     positionid|posting|token",
);

/// Parameters that name a visit, a campaign or a language. Those that begin with `utm` or `trk` are caught by their beginning.
const TRACKING: Words = Words(
    "gclid|fbclid|msclkid|dclid|yclid|twclid|li_fat_id|igshid|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|mkt_tok|ref|\
     refid|referer|referrer|ref_src|src|source|gh_src|lever-source|lever-origin|lever-via|origin|\
     originalsubdomain|trackingid|searchid|search_id|rps|from|fromage|tk|bb|xkcb|campaignid|campaign|camp|cmp|\
     cid|position|pagenum|eid|ebp|recommendedflavor|sid|session|sessionid|jsessionid|lang|language|locale|hl|\
     source_id|advn|sponsored|adid",
);

/// The address that stands for a posting, whichever way somebody came to it: without tracking, without the fragment
/// unless it is a route of its own, and without the form's own path below a numbered posting.
pub fn canonical_address(address: &SafeLink) -> SafeLink {
    let is_identity = |name: &str| IDENTITY.contains(name.to_ascii_lowercase().as_str());
    let has_identity = address
        .parameters()
        .any(|(name, value)| is_identity(&name) && !value.is_empty());
    let query = address
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty());
    let kept: Vec<&str> = query
        .zip(address.parameters())
        .filter(|(_, (name, _))| {
            if has_identity {
                is_identity(name)
            } else {
                !is_tracking(name)
            }
        })
        .map(|(pair, _)| pair)
        .collect();
    let path = address.path();
    let mut canonical = [address.origin(), without_form(path).unwrap_or(path)].concat();
    if !kept.is_empty() {
        canonical.push('?');
        canonical.push_str(&kept.join("&"));
    }
    if let Some(route) = address.fragment().filter(|fragment| is_route(fragment)) {
        canonical.push('#');
        canonical.push_str(route);
    }
    SafeLink::new(&canonical).unwrap_or_else(|| address.clone())
}

/// `#/job/17` and `#!/job/17` are addresses within a page that is one program; `#apply` is a place on a page.
fn is_route(fragment: &str) -> bool {
    let fragment = fragment.strip_prefix('!').unwrap_or(fragment);
    fragment.len() > 1
        && (fragment.starts_with('/') || (fragment.contains('=') && fragment.to_ascii_lowercase().contains("job")))
}

fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("utm") || name.starts_with("trk") || TRACKING.contains(name.as_str())
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

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let canonical = canonical_address(&SafeLink::new(raw).unwrap());
        assert_eq!(canonical.as_str(), expected);
        assert_eq!(canonical_address(&canonical), canonical);
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
            "https://cz.linkedin.com/jobs/view/x-at-y-17?refId=0a&trackingId=b&trk=c",
            "https://cz.linkedin.com/jobs/view/x-at-y-17",
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
            "https://www.linkedin.com/jobs/search/?currentJobId=17&keywords=rust",
            "https://www.linkedin.com/jobs/search/?currentJobId=17",
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
