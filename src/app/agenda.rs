//! What applications have on the agenda.

use crate::domain::order::sort_by_key;
use crate::domain::{Agenda, Application, CompanyKey, Outlook};
use crate::etiquette::{Settings, plan};

/// The agenda of all applications.
pub fn agenda(applications: &[Application], settings: &Settings) -> Agenda {
    let mut by_company = applications.to_vec();
    sort_by_key(&mut by_company, Application::company_key);
    let companies = by_company.chunk_by(|one, other| one.company_key() == other.company_key());
    let mut outlooks: Vec<Outlook> = companies.flat_map(|company| outlooks(company, settings)).collect();
    sort_by_key(&mut outlooks, |outlook| outlook.application);
    Agenda { outlooks }
}

/// The outlooks of applications, those of one company planned together, and each alone where no company is known.
pub(super) fn outlooks(applications: &[Application], settings: &Settings) -> Vec<Outlook> {
    let mut companies: Vec<(Option<CompanyKey>, Vec<Application>)> = Vec::new();
    for application in applications {
        let key = application.company_key();
        let known = key.as_ref().and_then(|key| {
            let mut known = companies.iter_mut();
            known.find(|(other, _)| other.as_ref() == Some(key))
        });
        match known {
            Some((_, company)) => company.push(application.clone()),
            None => companies.push((key, vec![application.clone()])),
        }
    }
    companies
        .iter()
        .flat_map(|(_, company)| plan(company, settings))
        .collect()
}
