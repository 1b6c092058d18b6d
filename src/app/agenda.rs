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
    let mut by_company = applications.to_vec();
    sort_by_key(&mut by_company, Application::company_key);
    let companies = by_company.chunk_by(|one, other| {
        let company = one.company_key();
        company.is_some() && company == other.company_key()
    });
    companies.flat_map(|company| plan(company, settings)).collect()
}
