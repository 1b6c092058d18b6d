//! Addresses of boards as they were seen, and what they lead to.

use super::Stage::{self, Form, List, Panel, Posting, Submitted};
use super::place;
use crate::domain::{Line, SafeLink};

const UUID: &str = "f222ad5c-b7dd-43c4-9008-ee1a53174afa";

/// Address, what it leads to, the posting's number.
const KNOWN: &[(&str, Stage, &str)] = &[
    (
        "https://boards.greenhouse.io/acme/jobs/8620720002",
        Posting,
        "8620720002",
    ),
    (
        "https://job-boards.eu.greenhouse.io/acme/jobs/12?gh_src=x",
        Posting,
        "12",
    ),
    (
        "https://boards.greenhouse.io/embed/job_app?for=acme&token=34",
        Form,
        "34",
    ),
    (
        "https://job-boards.greenhouse.io/acme/jobs/12/confirmation",
        Submitted,
        "12",
    ),
    ("https://boards.greenhouse.io/acme", List, ""),
    ("https://acme.example/open?gh_jid=56", Posting, "56"),
    (
        "https://jobs.lever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa/apply",
        Form,
        UUID,
    ),
    (
        "https://jobs.eu.lever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa",
        Posting,
        UUID,
    ),
    (
        "https://jobs.lever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa/thanks",
        Submitted,
        UUID,
    ),
    ("https://jobs.lever.co/acme", List, ""),
    (
        "https://jobs.ashbyhq.com/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa/application",
        Form,
        UUID,
    ),
    (
        "https://acme.example/jobs?ashby_jid=f222ad5c-b7dd-43c4-9008-ee1a53174afa",
        Posting,
        UUID,
    ),
    (
        "https://apply.workable.com/acme/j/927FD30DD5/apply/",
        Form,
        "927FD30DD5",
    ),
    ("https://apply.workable.com/j/927FD30DD5", Posting, "927FD30DD5"),
    ("https://apply.workable.com/acme/", List, ""),
    (
        "https://acme.wd5.myworkdayjobs.com/en-US/Site/job/Germany-Munich/Baker---Night_JR2019510-1",
        Posting,
        "JR2019510-1",
    ),
    (
        "https://acme.wd5.myworkdayjobs.com/Site/details/Baker_R-12/apply/autofillWithResume",
        Form,
        "R-12",
    ),
    (
        "https://acme.wd5.myworkdayjobs.com/en-US/Site/jobTasks/completed/application",
        Submitted,
        "",
    ),
    ("https://acme.wd5.myworkdayjobs.com/en-US/Site", List, ""),
    (
        "https://sk.linkedin.com/jobs/view/baker-at-ovens-4051241378",
        Posting,
        "4051241378",
    ),
    ("https://www.linkedin.com/jobs/view/17/apply/", Form, "17"),
    ("https://www.linkedin.com/jobs/search/?currentJobId=17", Panel, "17"),
    ("https://www.linkedin.com/jobs/baker-jobs-bern", List, ""),
    (
        "https://de.indeed.com/viewjob?jk=54f1f8af68d722d2&from=serp",
        Posting,
        "54f1f8af68d722d2",
    ),
    ("https://www.indeed.co.uk/jobs?q=baker&vjk=54f1", Panel, "54f1"),
    ("https://in.indeed.com/q-baker-jobs.html", List, ""),
    (
        "https://www.infojobs.net/vigo/panadero/of-i1a2b3c4d5e6f?applicationOrigin=search-new",
        Posting,
        "1a2b3c4d5e6f",
    ),
    ("https://www.infojobs.net/ofertas-trabajo/vigo", List, ""),
    ("https://smartapply.indeed.com/beta/indeedapply/form/resume", Form, ""),
    (
        "https://smartapply.indeed.com/beta/indeedapply/form/post-apply",
        Submitted,
        "",
    ),
    ("https://www.seek.co.nz/job/76543210?type=standard", Posting, "76543210"),
    ("https://www.seek.com.au/baker-jobs?jobId=76543210", Panel, "76543210"),
    ("https://www.seek.com.au/baker-jobs", List, ""),
    ("https://id.jobstreet.com/id/job/7654", Posting, "7654"),
    ("https://news.ycombinator.com/item?id=41709301", Posting, "41709301"),
    (
        "https://jobs.gem.com/acme/am9icG9zdDolawehX6LXz_xBS4P-dXGl",
        Posting,
        "am9icG9zdDolawehX6LXz_xBS4P-dXGl",
    ),
    (
        "https://ats.rippling.com/en-GB/acme/jobs/f222ad5c-b7dd-43c4-9008-ee1a53174afa",
        Posting,
        UUID,
    ),
    (
        "https://ats.rippling.com/acme/jobs/f222ad5c-b7dd-43c4-9008-ee1a53174afa/apply",
        Form,
        UUID,
    ),
    ("https://ats.rippling.com/acme/jobs", List, ""),
    ("https://acme.bamboohr.com/careers/127?source=x", Posting, "127"),
    ("https://acme.bamboohr.com/jobs/view.php?id=127", Posting, "127"),
    ("https://acme.bamboohr.com/careers/list", List, ""),
    (
        "https://acme.breezy.hr/p/bdd8a94f4073-baker-2014",
        Posting,
        "bdd8a94f4073",
    ),
    (
        "https://acme.breezy.hr/p/bdd8a94f4073-baker/apply",
        Form,
        "bdd8a94f4073",
    ),
    ("https://acme.breezy.hr/", List, ""),
    (
        "https://www.dice.com/job-detail/f222ad5c-b7dd-43c4-9008-ee1a53174afa",
        Posting,
        UUID,
    ),
    (
        "https://www.dice.com/job-applications/f222ad5c-b7dd-43c4-9008-ee1a53174afa/wizard",
        Form,
        UUID,
    ),
    (
        "https://www.dice.com/job-applications/f222ad5c-b7dd-43c4-9008-ee1a53174afa/wizard/success",
        Submitted,
        UUID,
    ),
    ("https://www.dice.com/jobs?q=baker", List, ""),
    (
        "https://www.glassdoor.de/job-listing/baker-ovens-JV_IC2671300_KO0,5_KE6,11.htm?jl=1009412377",
        Posting,
        "1009412377",
    ),
    (
        "https://www.glassdoor.com/partner/jobListing.htm?pos=101&jobListingId=1009412377",
        Posting,
        "1009412377",
    ),
    (
        "https://www.glassdoor.co.uk/Job/bern-baker-jobs-SRCH_IL.0,4.htm?jl=1009412377",
        Panel,
        "1009412377",
    ),
    ("https://www.glassdoor.co.in/Job/index.htm", List, ""),
    (
        "https://careers-acme.icims.com/jobs/20471/baker/job?in_iframe=1",
        Posting,
        "20471",
    ),
    ("https://careers-acme.icims.com/jobs/20471/job", Posting, "20471"),
    (
        "https://careers-acme.icims.com/jobs/20471/baker/login?loginOnly=1",
        Form,
        "20471",
    ),
    (
        "https://careers-acme.icims.com/jobs/20471/job?mode=apply&apply=yes",
        Form,
        "20471",
    ),
    ("https://careers-acme.icims.com/jobs/search?ss=1", List, ""),
    (
        "https://acme.applytojob.com/apply/Qm7TrB04xk/Baker-Of-Bread",
        Posting,
        "Qm7TrB04xk",
    ),
    (
        "https://acme.applytojob.com/apply/jobs/details/Qm7TrB04xk",
        Posting,
        "Qm7TrB04xk",
    ),
    ("https://acme.applytojob.com/apply", List, ""),
    (
        "https://www.jobs.cz/rpd/2000130345/?searchId=868cde40",
        Posting,
        "2000130345",
    ),
    (
        "https://www.jobs.cz/fp/alza-cz-a-s-7910630/2000134247/",
        Posting,
        "2000134247",
    ),
    ("https://www.jobs.cz/jof/2000130345/", Form, "2000130345"),
    ("https://www.jobs.cz/prace/programator/", List, ""),
    ("https://jobs.jobvite.com/acme/job/oABCfwXy", Posting, "oABCfwXy"),
    (
        "https://jobs.jobvite.com/careers/acme/job/oABCfwXy/apply",
        Form,
        "oABCfwXy",
    ),
    ("https://jobs.jobvite.com/acme/jobs", List, ""),
    (
        "https://www.monster.co.uk/job-openings/baker-bern--f222ad5c-b7dd-43c4-9008-ee1a53174afa",
        Posting,
        UUID,
    ),
    ("https://www.monster.com/jobs/search?q=baker", List, ""),
    (
        "https://www.naukri.com/job-listings-baker-ovens-pune-3-to-5-years-230125000123?src=jobsearchDesk",
        Posting,
        "230125000123",
    ),
    (
        "https://acme.jobs.personio.de/job/2204517?language=de",
        Posting,
        "2204517",
    ),
    (
        "https://acme.jobs.personio.com/job/2204517/apply?language=de",
        Form,
        "2204517",
    ),
    ("https://acme.jobs.personio.com/", List, ""),
    ("https://acme.recruitee.com/o/baker-of-bread", Posting, "baker-of-bread"),
    (
        "https://acme.recruitee.com/l/de/o/baker-of-bread/c/new",
        Form,
        "baker-of-bread",
    ),
    (
        "https://remoteok.io/remote-jobs/99859-remote-baker-ovens",
        Posting,
        "99859",
    ),
    (
        "https://remoteok.com/remote-jobs/remote-baker-ovens-1090417",
        Posting,
        "1090417",
    ),
    (
        "https://jobs.smartrecruiters.com/Acme/744000137613800-baker",
        Posting,
        "744000137613800",
    ),
    ("https://careers.smartrecruiters.com/Acme", List, ""),
    (
        "https://www.stepstone.de/stellenangebote--Baecker-m-w-d-Bern-Ovens-AG--13907711-inline.html?rltr=1",
        Posting,
        "13907711",
    ),
    (
        "https://www.stepstone.be/jobs--Baker-Ovens--7654321-inline.html",
        Posting,
        "7654321",
    ),
    ("https://www.stepstone.de/jobs/baecker/in-bern", List, ""),
    (
        "https://www.totaljobs.com/job/baker/ovens-job104531234",
        Posting,
        "104531234",
    ),
    (
        "https://www.irishjobs.ie/job/baker/ovens-job106098461",
        Posting,
        "106098461",
    ),
    (
        "https://career5.successfactors.eu/career?company=acme&career_job_req_id=170553&career_ns=job_listing",
        Posting,
        "170553",
    ),
    (
        "https://career5.successfactors.eu/career?company=acme&career_ns=job_listing_summary",
        List,
        "",
    ),
    (
        "https://acme.jobs.hr.cloud.sap/job/Bern-Baker-3000/1284530133/",
        Posting,
        "1284530133",
    ),
    (
        "https://jobs.acme.example/talentcommunity/apply/1284530133/?locale=en_GB",
        Posting,
        "1284530133",
    ),
    (
        "https://acme.taleo.net/careersection/2/jobdetail.ftl?job=WH000317&lang=en",
        Posting,
        "WH000317",
    ),
    (
        "https://acme.taleo.net/careersection/2/jobapply.ftl?job=WH000317",
        Form,
        "WH000317",
    ),
    (
        "https://acme.taleo.net/careersection/ex/jobsearch.ftl?lang=en",
        List,
        "",
    ),
    (
        "https://acme.teamtailor.com/jobs/8002146-baker-of-bread",
        Posting,
        "8002146",
    ),
    (
        "https://acme.teamtailor.com/de/jobs/8002146-baker/applications/new",
        Form,
        "8002146",
    ),
    (
        "https://careers.acme.example/jobs/8002146-baker/applications/new",
        Posting,
        "8002146",
    ),
    ("https://acme.teamtailor.com/jobs", List, ""),
    (
        "https://www.upwork.com/jobs/~021850771203340071936",
        Posting,
        "021850771203340071936",
    ),
    (
        "https://www.upwork.com/jobs/Bake-bread_~021850771203340071936/",
        Posting,
        "021850771203340071936",
    ),
    (
        "https://www.upwork.com/freelance-jobs/apply/Bake-bread_~021850771203340071936/",
        Posting,
        "021850771203340071936",
    ),
    (
        "https://www.upwork.com/nx/search/jobs/details/~021850771203340071936?q=bread",
        Panel,
        "021850771203340071936",
    ),
    (
        "https://www.upwork.com/nx/find-work/best-matches/details/~021850771203340071936?pageTitle=Job%20Details",
        Panel,
        "021850771203340071936",
    ),
    (
        "https://www.upwork.com/nx/proposals/job/~021850771203340071936/apply/",
        Form,
        "021850771203340071936",
    ),
    (
        "https://www.upwork.com/nx/proposals/1998877665544332211?success",
        Submitted,
        "",
    ),
    ("https://www.upwork.com/nx/search/jobs/?q=bread", List, ""),
    ("https://www.usajobs.gov/job/811902700", Posting, "811902700"),
    (
        "https://www.usajobs.gov/GetJob/ViewDetails/576145500",
        Posting,
        "576145500",
    ),
    ("https://wellfound.com/jobs/3104412-founding-baker", Posting, "3104412"),
    (
        "https://wellfound.com/company/ovens/jobs/3104412-founding-baker",
        Posting,
        "3104412",
    ),
    ("https://angel.co/jobs/3104412", Posting, "3104412"),
    (
        "https://wellfound.com/jobs/starred?job_listing_slug=3104412-founding-baker",
        Panel,
        "3104412",
    ),
    ("https://wellfound.com/role/r/baker", List, ""),
    (
        "https://weworkremotely.com/remote-jobs/ovens-baker",
        Posting,
        "ovens-baker",
    ),
    ("https://weworkremotely.com/remote-jobs/search?term=baker", List, ""),
    (
        "https://weworkremotely.com/categories/remote-programming-jobs",
        List,
        "",
    ),
    ("https://www.xing.com/jobs/bern-baecker-156225861", Posting, "156225861"),
    ("https://www.xing.com/jobs/search/ki?keywords=baker", List, ""),
    (
        "https://www.zhipin.com/job_detail/7f11aa20b3e2~.html?ka=x",
        Posting,
        "7f11aa20b3e2~",
    ),
    ("https://www.zhipin.com/web/geek/jobs?city=101120200", Panel, ""),
    ("https://www.zhipin.com/zhaopin/c7c3f1/", List, ""),
    (
        "https://www.ziprecruiter.com/c/Ovens/Job/Baker/-in-Bern,BE?jid=4f2a9c",
        Posting,
        "4f2a9c",
    ),
    ("https://www.ziprecruiter.com/jobs-search?search=baker", List, ""),
];

#[test]
fn what_was_seen_is_known() {
    for (address, stage, number) in KNOWN {
        let found = place(&SafeLink::new(address).unwrap());
        let found = found
            .as_ref()
            .map(|place| (place.stage, place.identity.as_ref().map_or("", Line::as_str)));
        assert_eq!(found, Some((*stage, *number)), "{address}");
    }
}

#[test]
fn other_pages_of_a_board_are_not_postings() {
    for address in [
        "https://www.naukri.com/flutter-developer-jobs-in-india-2",
        "https://wellfound.com/company/ovens",
        "https://www.upwork.com/freelancers/~01abc",
        "https://www.glassdoor.com/Overview/Working-at-Ovens-EI_IE311907.htm",
        "https://www.stepstone.de/cmp/de/ovens-ag-311907/jobs",
        "https://www.xing.com/pages/ovens",
        "https://www.zhipin.com/gongsi/d0t7.html",
        "https://www.monster.com/career-advice/article/baker",
        "https://personio.de/job/12",
        "https://notupwork.com/jobs/~021850771203340071936",
    ] {
        let found = place(&SafeLink::new(address).unwrap());
        assert!(found.is_none_or(|place| place.identity.is_none()), "{address}");
    }
}

#[test]
fn every_view_of_a_posting_has_one_address() {
    let canonical = |address: &str| crate::capture::canonical_address(&SafeLink::new(address).unwrap()).to_string();
    for (address, expected) in [
        (
            "https://www.upwork.com/nx/search/jobs/details/~021850771203340071936?q=bread",
            "https://www.upwork.com/jobs/~021850771203340071936",
        ),
        (
            "https://www.glassdoor.co.uk/Job/bern-baker-jobs-SRCH_IL.0,4.htm?jl=1009412377",
            "https://www.glassdoor.co.uk/job-listing/?jl=1009412377",
        ),
        (
            "https://acme.jobs.personio.de/job/2204517/apply?language=de",
            "https://acme.jobs.personio.de/job/2204517",
        ),
        (
            "https://careers-acme.icims.com/jobs/20471/baker/login?loginOnly=1",
            "https://careers-acme.icims.com/jobs/20471/job",
        ),
        (
            "https://wellfound.com/jobs/starred?job_listing_slug=3104412-founding-baker",
            "https://wellfound.com/jobs/3104412",
        ),
    ] {
        assert_eq!(canonical(address), expected);
        assert_eq!(canonical(expected), expected);
    }
}

#[test]
fn other_addresses_are_nobodys() {
    for address in [
        "https://notlever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa",
        "https://www.linkedin.com/company/ovens",
    ] {
        assert!(place(&SafeLink::new(address).unwrap()).is_none(), "{address}");
    }
}
