//! What people and programs call how far an application has come.

use super::guess::plain_name;

/// How far an application has come, as a table says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Kept, not applied.
    Saved,
    /// Applied.
    Applied,
    /// They answered.
    InTouch,
    /// Invited to an interview, or interviewed.
    Interviewing,
    /// They offered the job.
    Offered,
    /// The user accepted.
    Accepted,
    /// The user declined the offer.
    Declined,
    /// They said no.
    Rejected,
    /// The user withdrew.
    Withdrawn,
    /// They never answered, or the user has put it away.
    Closed,
    /// The posting is gone or filled.
    PostingGone,
    /// The user lost interest.
    NotInterested,
}

/// Words for each, in lower case; in the order in which they are looked for within longer ones.
const WORDS: &[(Standing, &str)] = &[
    (
        Standing::Saved,
        "not applied|not yet applied|not applied yet|saved|save|wishlist|wish list|bookmarked|bookmark|interested|to apply|todo|to do|applying|draft|drafting|preparing|in preparation|ready to apply|\
         planning to apply|want to apply|researching|research|backlog|new|found|considering|lead|gespeichert|gemerkt|vorgemerkt|merkliste|offen|geplant|noch nicht beworben|in vorbereitung|interessant|entwurf",
    ),
    (
        Standing::Declined,
        "offer declined|declined offer|declined the offer|i declined|declined by me|rejected offer|offer rejected by me|turned down|turned down offer|abgesagt von mir|angebot abgelehnt|von dir abgelehnt|\
         selbst abgesagt|von mir abgelehnt",
    ),
    (
        Standing::Accepted,
        "accepted|offer accepted|accepted offer|hired|signed|signed offer|got the job|zugesagt|angenommen|angebot angenommen|zusage angenommen|eingestellt|unterschrieben",
    ),
    (
        Standing::NotInterested,
        "not interested|no longer interested|lost interest|skipped|skip|passed|pass|nicht interessiert|kein interesse|kein interesse mehr",
    ),
    (
        Standing::PostingGone,
        "posting gone|position closed|job closed|closed by employer|position filled|role filled|filled|expired|job expired|listing expired|cancelled by employer|job cancelled|on ice|hiring freeze|\
         stelle besetzt|besetzt|stelle gestrichen|anzeige weg|abgelaufen",
    ),
    (
        Standing::Withdrawn,
        "withdrawn|withdrew|i withdrew|withdraw|withdrawn by me|i withdrawn|cancelled by me|zurückgezogen|bewerbung zurückgezogen|von mir zurückgezogen",
    ),
    (
        Standing::Closed,
        "closed|archived|archive|ghosted|no response|no answer|no reply|never heard back|no response ghosted|inactive|dead|done|geschlossen|archiviert|keine antwort|keine rückmeldung|ohne antwort|nie gehört|erledigt|beendet",
    ),
    (
        Standing::Rejected,
        "rejected|reject|rejection|not selected|not chosen|unsuccessful|declined|declined by employer|no|denied|turned away|not a fit|not moving forward|they said no|said no|failed|absage|abgelehnt|abgesagt|\
         absage erhalten|nicht ausgewählt|leider nein",
    ),
    (
        Standing::Offered,
        "offer|offered|offer received|offer extended|received offer|negotiating|negotiation|offer stage|verbal offer|angebot|angebot erhalten|zusage|verhandlung|vertrag erhalten",
    ),
    (
        Standing::Interviewing,
        "interviewing|interview|interviews|interviewed|interview scheduled|interview process|interview stage|interview completed|first interview|second interview|final interview|1st interview|2nd interview|3rd interview|\
         phone interview|phone screen|phone screening|phone call|screen|onsite|on site|onsite interview|final round|final rounds|technical|technical interview|technical screen|\
         technical test|take home|assessment|assignment|test task|case study|superday|invited|hr interview|hr screen|panel|round 1|round 2|round 3|gespräch|gespräche|vorstellungsgespräch|eingeladen|einladung|\
         im gespräch|interview geplant|telefoninterview|erstgespräch|zweitgespräch|probearbeiten|probetag",
    ),
    (
        Standing::InTouch,
        "in touch|heard back|responded|response received|replied|contacted|in contact|screening|under review|in review|reviewing|recruiter contact|recruiter outreach|recruiter screen|application viewed|viewed|\
         acknowledged|confirmation received|shortlisted|in kontakt|antwort erhalten|rückmeldung erhalten|in prüfung|in bearbeitung|eingangsbestätigung|vorauswahl",
    ),
    (
        Standing::Applied,
        "applied|application submitted|application sent|submitted|sent|sent app|applied waiting|waiting|awaiting response|waiting for response|pending|in progress|active|open application|no response yet|\
         follow up|followed up|beworben|bewerbung gesendet|bewerbung verschickt|bewerbung abgeschickt|gesendet|abgeschickt|verschickt|versendet|eingereicht|wartend|warte auf antwort|ausstehend|laufend|läuft",
    ),
];

/// How far it has come, in a word or a few; `None` where that is not understood.
pub fn standing(text: &str) -> Option<Standing> {
    let text = plain_name(text);
    let phrases = |words: &'static str| words.split('|').map(str::trim);
    let exact = WORDS
        .iter()
        .find(|(_, words)| phrases(words).any(|phrase| phrase == text));
    if let Some((standing, _)) = exact {
        return Some(*standing);
    }
    // "Rejected after the 2nd round", "1. Applied": of what stands within, the longest tells most.
    let padded = format!(" {text} ");
    let within = |phrase: &str| padded.contains(&format!(" {phrase} "));
    let found = WORDS.iter().filter_map(|(standing, words)| {
        let longest = phrases(words)
            .filter(|phrase| phrase.len() > 3 && within(phrase))
            .map(str::len)
            .max();
        longest.map(|length| (length, *standing))
    });
    let is_short = text.split(' ').count() <= 6;
    // Of two that are as long, the one that comes first in the table.
    let best = found.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|_| is_short).map(|(_, standing)| standing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Standing>) {
        assert_eq!(standing(text), expected, "{text}");
    }

    #[test]
    fn words_of_trackers_and_sheets_are_understood() {
        for (text, expected) in [
            ("Wishlist", Standing::Saved),
            ("Bookmarked", Standing::Saved),
            ("Applying", Standing::Saved),
            ("Not Applied", Standing::Saved),
            ("APPLIED", Standing::Applied),
            ("Applied ✅", Standing::Applied),
            ("1. Applied", Standing::Applied),
            ("Screening", Standing::InTouch),
            ("Phone Screen", Standing::Interviewing),
            ("INTERVIEWING", Standing::Interviewing),
            ("Interview (2nd round)", Standing::Interviewing),
            ("Negotiating", Standing::Offered),
            ("Offer Received!!", Standing::Offered),
            ("Accepted", Standing::Accepted),
            ("Offer accepted", Standing::Accepted),
            ("Declined", Standing::Rejected),
            ("Offer declined", Standing::Declined),
            ("Rejected (after onsite)", Standing::Rejected),
            ("Not Selected", Standing::Rejected),
            ("I Withdrew", Standing::Withdrawn),
            ("WITHDRAWN", Standing::Withdrawn),
            ("No Response", Standing::Closed),
            ("Ghosted 👻", Standing::Closed),
            ("Position filled", Standing::PostingGone),
            ("Not interested", Standing::NotInterested),
            ("Absage", Standing::Rejected),
            ("Beworben", Standing::Applied),
            ("Vorstellungsgespräch", Standing::Interviewing),
            ("Zusage", Standing::Offered),
        ] {
            check(text, Some(expected));
        }
        check("", None);
        check("Berlin", None);
        check("A long remark on how the interview went and what they said then", None);
    }
}
