// SPDX-License-Identifier: AGPL-3.0-or-later
//! The people of the demonstration. They exist only where a demonstration was asked for.
use super::error::DemoError;
use crate::{cli::organisation_id, secret};
use soglia_domain::{
    author::{Author, Role},
    id::{DeviceId, OrganisationId, PersonId},
};
use soglia_ledger::store::{People, Person};
use uuid::Uuid;

/// Stands for the device on which the demonstration was made.
pub(super) const DEVICE: DeviceId = DeviceId(Uuid::from_u128(0x5067_6c69_6100_4000_8000_0000_0000_0003));

/// Name to sign in with, password, name, role, organisation.
pub(crate) type DemoPerson = (&'static str, &'static str, &'static str, Role, &'static str);

/// Everybody who can sign in to the demonstration.
pub(crate) const PEOPLE: [DemoPerson; 8] = [
    (
        "marta.riva",
        "demo-marta",
        "Marta Riva",
        Role::SocialWorker,
        "Assessorato al Welfare e Salute",
    ),
    (
        "luca.ferri",
        "demo-luca",
        "Luca Ferri",
        Role::SocialWorker,
        "Assessorato al Welfare e Salute",
    ),
    (
        "paolo.conti",
        "demo-paolo",
        "Paolo Conti",
        Role::HousingOfficer,
        "Assessorato alla Casa",
    ),
    (
        "sara.galli",
        "demo-sara",
        "Sara Galli",
        Role::ManagingPartner,
        "Cooperativa La Soglia Aperta",
    ),
    (
        "elena.sala",
        "demo-elena",
        "Elena Sala",
        Role::Coordinator,
        "Cabina di regia",
    ),
    (
        "dario.neri",
        "demo-dario",
        "Dario Neri",
        Role::ManagingPartner,
        "Associazione Le Due Chiavi",
    ),
    (
        "anna.bassi",
        "demo-anna",
        "Anna Bassi",
        Role::Administrator,
        "Cabina di regia",
    ),
    (
        "giorgio.villa",
        "demo-giorgio",
        "Giorgio Villa",
        Role::Auditor,
        "Protezione dei dati",
    ),
];

/// One of the two social workers.
pub(super) fn social_worker(index: usize) -> Author {
    author(index % 2)
}

/// The housing officer.
pub(super) fn officer() -> Author {
    author(2)
}

/// Who works at the partner to which dwellings are entrusted.
pub(super) fn partner_worker() -> Author {
    author(3)
}

/// Who coordinates the departments, and keeps the money.
pub(super) fn coordinator() -> Author {
    author(4)
}

/// The partner to which dwellings are entrusted that it refurbishes; none of them is offered yet.
pub(super) fn refurbishing_partner() -> OrganisationId {
    author(5).organisation
}

/// The partner to which dwellings are entrusted that are offered.
pub(super) fn partner() -> OrganisationId {
    partner_worker().organisation
}

fn author(index: usize) -> Author {
    let (_, _, name, role, organisation) = PEOPLE[index];
    Author {
        person: PersonId(Uuid::from_u128(
            0x5067_6c69_6100_4000_8000_0000_0001_0000 + index as u128,
        )),
        name: name.to_owned(),
        role,
        organisation: organisation_id(organisation),
        organisation_name: organisation.to_owned(),
    }
}

/// Adds them to a store.
pub(crate) async fn add_people<S: People>(store: &S) -> Result<(), DemoError> {
    for (index, (sign_in, password, ..)) in PEOPLE.into_iter().enumerate() {
        let password = secret::hash_password(password)?;
        let person = Person {
            author: author(index),
            sign_in: sign_in.to_owned(),
            password,
        };
        store.add_person(&person).await?;
    }
    Ok(())
}
