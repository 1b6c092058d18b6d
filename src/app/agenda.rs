//! What applications have on the agenda.

use crate::domain::order::sort_by_key;
use crate::domain::{Agenda, Application, Outlook};
use crate::etiquette::{Settings, plan};

/// The agenda of all applications.
pub fn agenda(applications: &[Application], settings: &Settings) -> Agenda {
    let mut outlooks = outlooks(applications, settings);
    sort_by_key(&mut outlooks, |outlook| outlook.application);
    Agenda { outlooks }
}

/// The outlooks of applications, those of one company planned together, and each alone where no company is known.
pub(super) fn outlooks(applications: &[Application], settings: &Settings) -> Vec<Outlook> {
    let mut left = applications.to_vec();
    by_company(&mut left);
    let mut outlooks = Vec::new();
    while !left.is_empty() {
        outlooks.extend(plan(&next_company(&mut left), settings));
    }
    outlooks
}

/// Orders applications so that those of one company stand beside each other.
pub(super) fn by_company(applications: &mut Vec<Application>) {
    sort_by_key(applications, Application::company_key);
}

/// Takes out those that are planned together: of applications in that order the last one, with all others of its company, where that is
/// known.
pub(super) fn next_company(applications: &mut Vec<Application>) -> Vec<Application> {
    let company = applications.last().and_then(Application::company_key);
    let is_of_it = |application: &&Application| company.is_some() && application.company_key() == company;
    let others = applications.iter().rev().skip(1).take_while(is_of_it).count();
    applications.split_off(applications.len().saturating_sub(1 + others))
}
