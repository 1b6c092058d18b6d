//! What the agenda and a company's record become when one application changes.

use crate::archive::{CompanyRecord, Standing};
use crate::domain::order::sort_by_key;
use crate::domain::{Agenda, Application, ApplicationId, Outlook, What};
use crate::etiquette::{Settings, plan};

/// Puts `outlooks` in the place of those of `applications`, each of which may have none any more.
pub(super) fn replace(agenda: &mut Agenda, applications: &[ApplicationId], outlooks: Vec<Outlook>) {
    agenda
        .outlooks
        .retain(|outlook| !applications.contains(&outlook.application));
    agenda.outlooks.extend(outlooks);
    sort_by_key(&mut agenda.outlooks, |outlook| outlook.application);
}

/// The outlooks of applications that have the same company, or none.
pub(super) fn outlooks(applications: &[Application], settings: &Settings) -> Vec<Outlook> {
    let (known, unknown): (Vec<_>, Vec<_>) = applications
        .iter()
        .cloned()
        .partition(|application| application.company_key().is_some());
    let alone = unknown
        .iter()
        .flat_map(|application| plan(std::slice::from_ref(application), settings));
    plan(&known, settings).into_iter().chain(alone).collect()
}

/// What its company's other applications need to know of one.
pub(super) fn standing(application: &Application) -> Standing {
    let checked_in = application
        .history
        .iter()
        .rev()
        .find(|event| matches!(event.what, What::CheckedIn { .. }));
    Standing {
        id: application.id,
        open: application.is_open(),
        checked_in: checked_in.map(|event| event.on),
    }
}

/// Takes an application out of its former company's record.
pub(super) fn leave(record: &mut CompanyRecord, application: ApplicationId) {
    record.applications.retain(|standing| standing.id != application);
}

/// Puts an application into its company's record, as it stands now.
pub(super) fn join(record: &mut CompanyRecord, application: &Application) {
    leave(record, application.id);
    if !application.is_gone() {
        record.applications.push(standing(application));
        sort_by_key(&mut record.applications, |standing| standing.id);
    }
}
