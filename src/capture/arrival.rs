//! Whether a page shows that an application has arrived: by an address that a board has for that, by words in plain sight, or by a form that was
//! sent and is no more. It is a guess, to be asked about and never written down by itself.
//!
//! Visible text alone counts, and words alone never do where the form is still there: boards have their thanks on the page from the beginning.

use super::gate;
use super::page::Page;
use super::snapshot::PageSnapshot;
use super::words::{Words, fold, words};

/// A form that was sent from a page: what was in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Files that were chosen.
    pub files: u16,
    /// Fields of text that were filled in.
    pub filled: u16,
    /// Whether one of them is secret: so does one sign in.
    pub secret: bool,
}

/// How it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// The page says so.
    Said,
    /// A form of an application's kind was sent, and is no more. That it was one's application, only the page before can tell.
    Sent,
}

/// So many filled fields are several.
const SEVERAL: u16 = 3;
/// A sentence of thanks has no more words.
const MOST_WORDS: usize = 16;
/// More headings that say it are a list of what was sent before.
const MOST_HEADINGS: usize = 2;
/// A page that says little more has no more bytes: there a line counts as a heading does.
const SHORT: usize = 1_500;

/// What sites say when an application has arrived.
const ARRIVED: Words = words!(
    "thank you for applying|thanks for applying|thank you for your application|thanks for your application|thank you for submitting your application|\
     application submitted|application sent|application received|application complete|application successful|\
     application has been submitted|application has been successfully submitted|application has been received|application has been sent|\
     application was submitted|application was successfully submitted|application was sent|application was received|application is complete|\
     successfully applied|successfully submitted your application|submitted your application|received your application|you have applied|you ve applied|\
     danke für deine bewerbung|danke für ihre bewerbung|vielen dank für deine bewerbung|vielen dank für ihre bewerbung|bewerbung erfolgreich|\
     bewerbung ist eingegangen|bewerbung ist bei uns eingegangen|bewerbung wurde gesendet|bewerbung wurde versendet|bewerbung wurde verschickt|\
     bewerbung wurde abgeschickt|bewerbung wurde übermittelt|bewerbung wurde erfolgreich|bewerbung gesendet|bewerbung abgeschickt|bewerbung versendet|\
     bewerbung erhalten|bewerbung eingegangen|erfolgreich beworben|du hast dich beworben|\
     merci pour votre candidature|merci pour ta candidature|merci d avoir postulé|candidature envoyée|candidature transmise|candidature enregistrée|\
     candidature a été envoyée|candidature a bien été envoyée|candidature a été transmise|candidature a bien été transmise|candidature a bien été reçue|\
     gracias por tu solicitud|gracias por su solicitud|gracias por tu candidatura|gracias por postular|gracias por postularte|candidatura enviada|\
     solicitud enviada|solicitud ha sido enviada|candidatura ha sido enviada|te has inscrito|inscripción realizada|postulación enviada|\
     obrigado pela sua candidatura|obrigado por se candidatar|obrigada por se candidatar|candidatura foi enviada|candidatura realizada|\
     grazie per la tua candidatura|grazie per esserti candidato|candidatura inviata|candidatura è stata inviata|candidatura ricevuta|\
     bedankt voor je sollicitatie|bedankt voor uw sollicitatie|sollicitatie verzonden|sollicitatie is verzonden|sollicitatie is ontvangen|\
     dziękujemy za aplikację|dziękujemy za przesłanie aplikacji|aplikacja została wysłana|aplikacja wysłana|\
     děkujeme za vaši odpověď|děkujeme za odpověď|odpověď byla odeslána|odpověď odeslána|děkujeme za váš zájem|\
     tack för din ansökan|ansökan skickad|ansökan är skickad|din ansökan har skickats|takk for søknaden|søknaden er sendt|søknad sendt|\
     tak for din ansøgning|ansøgningen er sendt|ansøgning sendt|hakemus lähetetty|hakemuksesi on lähetetty|kiitos hakemuksestasi|\
     köszönjük jelentkezését|jelentkezését megkaptuk|başvurunuz alındı|başvurunuz alınmıştır|başvurunuz gönderildi|\
     отклик отправлен|спасибо за отклик|ご応募ありがとうございます|応募が完了しました|応募完了|申请已提交|投递成功|简历投递成功",
);

/// What stands beside such words where they are not about what was just sent: advice, conditions, denials, what was sent long ago.
const OTHERWISE: Words = words!(
    "email|emails|e mail|letter|letters|template|templates|example|examples|sample|how|why|faq|tips|guide|\
     if|once|when|until|before|after|unless|will|not|no|yet|draft|incomplete|almost|already|ago|day|days|week|weeks|month|months|yesterday|status|\
     vorlage|vorlagen|muster|beispiel|beispiele|anschreiben|tipps|wie|warum|wenn|falls|sobald|nachdem|bevor|bis|nicht|noch|keine|entwurf|bereits|schon|\
     vor|tagen|wochen|monaten|gestern|\
     modèle|exemple|lettre|comment|si|une fois|quand|avant|après|pas|déjà|il y a|jours|semaines|\
     plantilla|ejemplo|carta|cómo|cuando|antes|después|hace|días|semanas|todavía|\
     modelo|exemplo|como|quando|depois|há|dias|ainda|esempio|lettera|come|prima|dopo|non|giorni|\
     voorbeeld|brief|hoe|als|zodra|niet|al|dagen|geleden",
);

/// What the last part of an address is called that thanks.
const THANKS: Words = words!(
    "thanks|thank you|thankyou|confirmation|confirm|confirmed|success|submitted|complete|completed|application submitted|application complete|\
     post apply|apply success|danke|vielen dank|bestätigung|bestaetigung|merci|gracias|obrigado|grazie|bedankt|dziekujemy|dekujeme|tack|takk|tak|kiitos",
);

/// What buttons say while there are more pages to fill in.
const GO_ON: Words = words!(
    "submit|submit application|send application|next|continue|save and continue|review|apply|apply now|weiter|absenden|bewerbung absenden|\
     bewerbung abschicken|jetzt bewerben|suivant|continuer|envoyer|postuler|siguiente|continuar|enviar|seguinte|próximo|avanti|continua|invia|volgende|\
     verder|verzenden|dalej|wyślij|další|odeslat|nästa|skicka|neste|send|næste|seuraava|lähetä",
);

impl Sent {
    /// Whether an application could have been sent so: with a file, or with several fields. Who searches fills in fewer, and who signs in has a
    /// secret.
    pub const fn is_several(self) -> bool {
        !self.secret && (self.files > 0 || self.filled >= SEVERAL)
    }
}

/// How a page shows that an application has arrived; `None` where it does not. `sent` is the form that was sent before it was shown.
pub fn arrival(snapshot: &PageSnapshot, sent: Option<Sent>) -> Option<Arrival> {
    let page = Page::new(snapshot);
    if gate::has_arrived(&page) {
        return Some(Arrival::Said);
    }
    if snapshot.form.file || snapshot.form.fields >= SEVERAL {
        return None;
    }
    let was_sent = sent.is_some_and(Sent::is_several);
    if is_headed(&page) {
        return Some(Arrival::Said);
    }
    // A form has a name and an address at least. A field alone searches, or takes an address for a newsletter.
    if snapshot.form.fields > 1 || has_many(&page) {
        return None;
    }
    if is_said(&page, was_sent) {
        return Some(Arrival::Said);
    }
    let goes_on = || snapshot.buttons.iter().any(|button| GO_ON.contains(&fold(button)));
    (was_sent && !goes_on() && !gate::is_wall(&page)).then_some(Arrival::Sent)
}

/// Headings that say so.
fn headings(page: &Page<'_>) -> usize {
    let headings = page.snapshot.headings.iter();
    headings.filter(|heading| is_thanks(&heading.text)).count()
}

/// Whether it is a list of what was sent before.
fn has_many(page: &Page<'_>) -> bool {
    headings(page) > MOST_HEADINGS
}

/// Whether a heading says so, or the title.
fn is_headed(page: &Page<'_>) -> bool {
    !has_many(page) && (headings(page) > 0 || is_thanks(&page.snapshot.title))
}

/// Whether a line says so, where the page says hardly anything else, where its address thanks, or where a form was sent.
fn is_said(page: &Page<'_>, was_sent: bool) -> bool {
    let is_brief = was_sent || page.snapshot.text.len() < SHORT || thanks_in_address(page);
    is_brief && lines_thank(page)
}

/// Whether lines say so, and not as many as a list of what was sent before has.
fn lines_thank(page: &Page<'_>) -> bool {
    let said = page.lines.iter().filter(|line| is_thanks(line)).count();
    (1..=MOST_HEADINGS + 1).contains(&said)
}

/// Whether a sentence of a text says so, and nothing that it is not about what was just sent.
fn is_thanks(text: &str) -> bool {
    let mut sentences = text.split(['.', '!', '?', '。', '！']).map(fold);
    sentences.any(|sentence| {
        sentence.split(' ').count() <= MOST_WORDS && ARRIVED.any_in(&sentence) && !OTHERWISE.any_in(&sentence)
    })
}

fn thanks_in_address(page: &Page<'_>) -> bool {
    let path = page.address.as_ref().map_or("", |address| address.path());
    let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
    THANKS.contains(&fold(last))
}
