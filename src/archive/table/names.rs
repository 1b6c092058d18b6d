//! What people and programs call their columns, word for word: in lower case, with single spaces and no other signs.
//!
//! What is known of exports: Huntr's full one (`listName`, `htmlDescription`, `creatorUserEmail` …) and that of a board (`Employer`, `List`),
//! Teal's tracker (`Job Position`, `Max. Salary`, `Excitement` …), Simplify's (`Applied Date`, `Status Date`, `Archived` …) and LinkedIn's own
//! (`Application Date`, `Job Url`, `Resume Name` …). To these come the names of sheets that people keep by hand, in English and German, and our
//! own in each language.

use crate::domain::Column;

/// A column by its names; none for what is no matter of an application, although its name sounds like one.
pub(super) const NAMES: &[(Option<Column>, &str)] = &[
    (
        Some(Column::Company),
        "company|company name|companyname|employer|employer name|organization|organisation|organization name|organisation name|org|business|firm|firma|\
         firmenname|name der firma|name des unternehmens|unternehmen|unternehmensname|arbeitgeber|betrieb|name of company|name of employer|hiring company",
    ),
    (
        Some(Column::Title),
        "title|job title|jobtitle|job|position|position title|job position|role|role title|job role|job name|opening|vacancy|posting|\
         position applied for|role applied for|applied for|name of position|designation|stelle|stellentitel|stellenbezeichnung|\
         titel|jobtitel|job titel|jobbezeichnung|berufsbezeichnung|beruf|funktion|rolle|bewerbung als|beworben als|ausgeschriebene stelle",
    ),
    (
        Some(Column::Place),
        "place|places|location|locations|job location|work location|office location|city|city state|where|town|region|country|ort|orte|arbeitsort|standort|stadt|\
         einsatzort|dienstort",
    ),
    (
        Some(Column::Workplace),
        "workplace|workplace type|work type|work mode|work model|work arrangement|work setting|location type|remote|remote type|remote status|remote hybrid onsite|\
         remote or onsite|onsite remote|arbeitsmodell|arbeitsweise|arbeitsplatz|homeoffice|home office",
    ),
    (
        Some(Column::Employment),
        "employment|employment type|job type|type of employment|contract|contract type|type of contract|role type|position type|schedule|hours|\
         anstellung|anstellungsart|beschäftigung|beschäftigungsart|vertragsart|vertrag|arbeitszeit|arbeitszeitmodell",
    ),
    (
        Some(Column::Pay),
        "pay|pay range|salary|salary range|salary min|min salary|minimum salary|salary from|base salary|expected salary|annual salary|compensation|compensation range|comp|comp range|\
         wage|wages|rate|ctc|package|gehalt|gehaltsspanne|jahresgehalt|lohn|vergütung|bezahlung|gehalt min|gehalt von|gehaltsvorstellung",
    ),
    (
        Some(Column::PayMost),
        "pay at most|gehalt höchstens|max salary|maximum salary|salary max|salary to|gehalt max|gehalt bis",
    ),
    (
        Some(Column::Address),
        "url|link|links|job url|job link|job posting|posting url|posting link|job posting url|job posting link|link to job|link to posting|link to job posting|\
         link to job posting url|job description link|job description url|url to job|joburl|job ad|job ad url|application url|listing|listing url|listing link|web link|website link|\
         source url|address|adresse|stellenlink|stellenanzeige|link zur stelle|link zur anzeige|link zur stellenanzeige|anzeige|inserat|webadresse",
    ),
    (
        Some(Column::Apply),
        "apply|apply at|bewerben unter|apply url|apply link|application link|application portal|portal|portal link|portal url|bewerben bei|bewerbungslink|bewerbungsportal",
    ),
    (
        Some(Column::Stage),
        "stage|status|state|application status|application stage|current status|current stage|job status|list|list name|listname|phase|pipeline|progress|outcome|\
         result|final status|stand|stadium|bewerbungsstatus|aktueller stand|aktueller status|ergebnis|ausgang",
    ),
    (
        Some(Column::StageDay),
        "status date|stage date|since|status changed|last moved|last moved at|last updated|last update|last updated at|updated|updated at|date updated|last modified|last edited|\
         last edited time|last status change|last activity|seit|stand vom|statusdatum|letzte änderung|zuletzt geändert|aktualisiert|aktualisiert am",
    ),
    (
        Some(Column::Saved),
        "saved|saved on|saved date|date saved|saved at|bookmarked|date bookmarked|added|added on|date added|added at|created|created on|created at|created time|date created|found on|\
         date found|discovered|gespeichert|gespeichert am|gemerkt am|hinzugefügt|hinzugefügt am|erstellt|erstellt am|gefunden am",
    ),
    (
        Some(Column::Applied),
        "applied|applied on|applied at|applied date|date applied|date of application|application date|application submitted|application sent|submitted|submitted on|\
         submitted at|submission date|date submitted|date sent|sent|sent on|date|when applied|day applied|beworben|beworben am|bewerbung am|bewerbungsdatum|datum|datum der bewerbung|\
         bewerbung gesendet|bewerbung gesendet am|gesendet am|abgeschickt am|versendet am|verschickt am|versanddatum|versandt am|eingereicht am",
    ),
    (
        Some(Column::Heard),
        "heard|last heard|last contact|last contacted|date of last contact|last response|last word|response date|date of response|responded|responded on|reply date|date heard back|\
         heard back|heard back on|gehört|letzter kontakt|letzte nachricht|zuletzt gehört|antwort am|rückmeldung|rückmeldung am|letzte rückmeldung|eingangsbestätigung",
    ),
    (
        Some(Column::Interview),
        "interview|interview date|interview on|date of interview|interview day|interview scheduled|next interview|first interview|phone screen date|screening date|\
         interview time|interview date time|gespräch|gespräch am|vorstellungsgespräch|vorstellungsgespräch am|interview am|gesprächstermin|termin|interviewtermin",
    ),
    (
        Some(Column::Ended),
        "ended|ended on|closed on|date closed|date archived|archived date|archived on|rejected on|rejection date|date rejected|date of rejection|decision date|\
         beendet|beendet am|abgelehnt am|absage am|absagedatum|datum der absage|abgeschlossen am",
    ),
    (Some(Column::Archived), "archived|is archived|archive|archiviert"),
    (
        Some(Column::Closes),
        "closes|closes on|deadline|application deadline|deadline to apply|apply by|closing date|close date|closing|due date|due|expires|expires on|expiry date|valid until|frist|\
         bewerbungsfrist|bewerbungsschluss|einsendeschluss|gültig bis|bewerben bis|schließt|schließt am",
    ),
    (
        Some(Column::Posted),
        "posted|posted on|posted at|posted date|date posted|posting date|job posted|published|published on|veröffentlicht|veröffentlicht am|ausgeschrieben|ausgeschrieben am|online seit",
    ),
    (
        Some(Column::FollowUp),
        "follow up|followup|follow up date|follow up on|next follow up|date of follow up|follow up by|follow up due|followed up on|next step date|next action date|remind me|reminder|reminder date|\
         nachfassen|nachfassen am|nächstes nachfassen|wiedervorlage|erinnerung|erinnerung am|nachfragen am|rückfrage am",
    ),
    (
        Some(Column::Contact),
        "contact|contact name|contact person|contacts|point of contact|poc|recruiter|recruiter name|hr contact|hiring manager|hiring manager name|hiring contact|contact at company|\
         company contact|kontakt|kontaktperson|ansprechpartner|ansprechpartnerin|ansprechperson|name des ansprechpartners|personalverantwortliche|recruiterin",
    ),
    (
        Some(Column::ContactEmail),
        "their e mail|contact email|contact e mail|contact email address|email|e mail|email address|e mail address|recruiter email|recruiter e mail|hiring manager email|mail|contact info|contact information|\
         contact details|ihre e mail|e mail adresse|mailadresse|kontakt e mail|kontakt email|e mail ansprechpartner",
    ),
    (
        Some(Column::ContactPhone),
        "phone|their phone|telephone|phone number|contact phone|contact phone number|contact number|recruiter phone|mobile|telefon|telefonnummer|ihr telefon|tel|kontakt telefon|handy",
    ),
    (
        Some(Column::Cv),
        "cv|resume|résumé|resume version|cv version|resume used|resume sent|cv used|resume name|resume file|cv file|lebenslauf|lebenslauf version|version des lebenslaufs|verwendeter lebenslauf",
    ),
    (
        Some(Column::Reference),
        "reference|reference number|reference no|ref|ref no|job id|jobid|job number|job reference|requisition|requisition id|req id|requisition number|posting id|job code|referenz|\
         referenznummer|kennziffer|stellennummer|jobnummer|chiffre",
    ),
    (
        Some(Column::Note),
        "note|notes|my notes|comment|comments|remark|remarks|thoughts|details|additional notes|notes comments|interview notes|description notes|next step|next steps|next action|action|actions|feedback|\
         source|job source|job board|platform|found via|found through|where found|how found|how i found it|channel|referral|referred by|referrer|application method|how applied|\
         pros|cons|requirements|skills|cover letter|questions|question and answers|rejection reason|reason|reason for rejection|notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|\
         quelle|gefunden über|plattform|jobbörse|stellenbörse|empfohlen von|nächster schritt|nächste schritte|sonstiges",
    ),
    (
        Some(Column::Description),
        "description|job description|jd|html description|htmldescription|posting text|full description|about the job|about the role|beschreibung|stellenbeschreibung|aufgaben|anzeigentext",
    ),
    (Some(Column::Id), "id|application id|bewerbungs id"),
    (Some(Column::Record), "record|datensatz"),
    (
        None,
        "company id|companyid|company domain|companydomain|root domain|rootdomain|domain|company url|company website|company link|company site|website|company size|company industry|\
         industry|sector|branche|webseite|website des unternehmens|unternehmensgröße|board id|boardid|list id|listid|board name|boardname|\
         creator user id|creatoruserid|creator first name|creatorfirstname|creator last name|creatorlastname|creator user email|creatoruseremail|first name|last name|\
         excitement|interest|interest level|priority|rating|score|fit|fit rating|match|match score|stars|color|colour|label|labels|tag|tags|no|nr|number|lfd nr|\
         linkedin|linked in|linkedin url|linked in url|linkedin profile|linked in profile|contact linkedin|contact linked in|logo|company logo|days since applied|days since|age|priorität|bewertung",
    ),
];

/// What a name that is not known says by its words: the first row of which the name has all words of one of the groups, and none of the last.
/// Groups are separated by bars.
pub(super) const WORDS: &[(Option<Column>, &str, &str)] = &[
    (Some(Column::ContactEmail), "email|mail", "date"),
    (
        Some(Column::ContactPhone),
        "phone|telephone|telefon|mobile",
        "screen|interview|date",
    ),
    (
        None,
        "company website|company url|company link|company size|company industry|linkedin|linked in|domain|glassdoor",
        "",
    ),
    (
        Some(Column::Apply),
        "apply link|apply url|application link|application portal|portal",
        "",
    ),
    (
        Some(Column::Address),
        "link|url|anzeige|inserat",
        "resume|cv|cover|letter|portfolio|meeting|zoom|contact|profile|lebenslauf|anschreiben",
    ),
    (
        Some(Column::FollowUp),
        "follow up|followup|wiedervorlage|nachfassen|erinnerung|reminder",
        "note|notes|sent",
    ),
    (
        Some(Column::Interview),
        "interview date|interview day|interview when|interview on|gespräch datum|gespräch am|interview scheduled",
        "",
    ),
    (
        Some(Column::Ended),
        "rejection date|rejected date|date closed|date rejected|absage am|absage datum|abgelehnt am",
        "",
    ),
    (Some(Column::Closes), "deadline|closing|frist|bewerbungsschluss", ""),
    (
        Some(Column::Heard),
        "date response|date reply|last contact|last contacted|heard back|antwort am|rückmeldung am|letzter kontakt",
        "",
    ),
    (
        Some(Column::Applied),
        "date applied|date application|date submitted|date sent|applied on|applied at|beworben am|bewerbung datum|bewerbung am|gesendet am",
        "",
    ),
    (Some(Column::Posted), "date posted|posted|veröffentlicht", ""),
    (
        Some(Column::Saved),
        "date saved|date added|date created|date found|saved|bookmarked|added on",
        "",
    ),
    (
        Some(Column::StageDay),
        "last update|last updated|date updated|date status|date stage|updated|modified",
        "",
    ),
    (
        Some(Column::PayMost),
        "max salary|max pay|maximum salary|gehalt max",
        "min",
    ),
    (
        Some(Column::Pay),
        "salary|pay|compensation|gehalt|wage|vergütung|lohn",
        "date|notes",
    ),
    (Some(Column::Stage), "status|stage|phase|outcome|stand", "date"),
    (
        Some(Column::Note),
        "notes|note|comments|comment|remarks|notizen|bemerkungen|anmerkungen|feedback|source|quelle",
        "",
    ),
    (Some(Column::Description), "description|beschreibung", ""),
    (Some(Column::Workplace), "remote|hybrid|onsite|workplace|homeoffice", ""),
    (
        Some(Column::Employment),
        "employment|contract|vertrag|beschäftigung",
        "",
    ),
    (Some(Column::Place), "location|city|ort|standort|place", ""),
    (
        Some(Column::Contact),
        "contact|recruiter|manager|ansprechpartner|kontakt",
        "title|date",
    ),
    (Some(Column::Cv), "resume|cv|lebenslauf", ""),
    (Some(Column::Reference), "reference|requisition|referenz|kennziffer", ""),
    (
        Some(Column::Company),
        "company|employer|organization|organisation|firma|unternehmen|arbeitgeber",
        "type|size|industry|stage|rating|review|values|research|culture",
    ),
    (
        Some(Column::Title),
        "title|role|position|job|stelle|jobtitel",
        "type|level|id|number|board|fit|match|score|requirements|posting",
    ),
    (Some(Column::Place), "where", "found|applied"),
    (
        Some(Column::Company),
        "name",
        "first|last|contact|user|file|recruiter|manager",
    ),
    (
        Some(Column::Applied),
        "applied|submitted|beworben|bewerbung",
        "via|through|how|method|letter|count",
    ),
];
