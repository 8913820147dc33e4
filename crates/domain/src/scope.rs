// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who may see what. The scope decides what is synced to a device, not only what is shown.
use crate::{
    author::{Author, Role},
    household::{HouseholdFacts, MemberFacts},
    id::OrganisationId,
    record::{Record, Stored},
};

/// The record as this person may see it; none when not at all.
pub fn visible(author: &Author, stored: &Stored) -> Option<Stored> {
    match author.role {
        Role::SocialWorker | Role::HousingOfficer | Role::Coordinator => Some(stored.clone()),
        Role::ManagingPartner => partner_view(author, stored),
    }
}

/// Whether this person may see the record at all; agrees with [`visible`] without copying anything.
pub fn is_visible(author: &Author, record: &Record) -> bool {
    match (author.role, record) {
        (Role::SocialWorker | Role::HousingOfficer | Role::Coordinator, _) => true,
        // The rules are the same for everybody.
        (Role::ManagingPartner, Record::CityRules(_)) => true,
        (Role::ManagingPartner, record) => partners(record).contains(&author.organisation),
    }
}

/// The partners that may see a record: the one that runs the dwelling, and those whose dwellings are proposed to the
/// household at present. The rules of the City are not listed: every partner sees them.
pub fn partners(record: &Record) -> Vec<OrganisationId> {
    match record {
        Record::Dwelling(dwelling) => dwelling.facts.entrusted_to.known().copied().into_iter().collect(),
        Record::Household(household) => household
            .open_offers()
            .filter_map(|offer| offer.partner)
            .collect(),
        Record::CityRules(_) => Vec::new(),
    }
}

/// A partner sees its own dwellings, and of the households proposed for them who they are and how to reach them: no
/// income, no patrimony, no conditions, no proposals of other partners.
fn partner_view(author: &Author, stored: &Stored) -> Option<Stored> {
    if !is_visible(author, &stored.record) {
        return None;
    }
    let mut seen = stored.clone();
    if let Record::CityRules(rules) = &mut seen.record {
        // What the departments only suppose is theirs.
        rules.scenarios.clear();
    }
    if let Record::Household(household) = &mut seen.record {
        household
            .offers
            .retain(|offer| offer.partner == Some(author.organisation));
        let facts = std::mem::take(&mut household.facts);
        household.facts = HouseholdFacts {
            phone: facts.phone,
            needs_accompaniment: facts.needs_accompaniment,
            ..Default::default()
        };
        for member in &mut household.members {
            let facts = std::mem::take(&mut member.facts);
            member.facts = MemberFacts {
                given_name: facts.given_name,
                family_name: facts.family_name,
                birth_date: facts.birth_date,
                relation: facts.relation,
                disability: facts.disability,
                ..Default::default()
            };
        }
        // Revisions and open reviews tell which reserved fields exist and what was written into them.
        seen.revisions.clear();
        seen.reviews.clear();
    }
    Some(seen)
}
