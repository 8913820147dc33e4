// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a household: the City, the partners whose dwellings are offered to it at present, and those that accepted a
//! referral of it. These see who it is, how to reach it and what a home has to have, and no
//! income, no patrimony, no conditions.
use super::{
    CaseState, Household, HouseholdAnswer, HouseholdPart, HouseholdPartId, HouseholdQuestion, MemberAnswer,
    MemberQuestion,
};
use crate::{id::HouseholdId, photo::PhotoId, pictured::Pictured};
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    author::Role,
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl Household {
    /// Who may choose between two values.
    pub(super) const RESOLVED_BY: Roles = Roles::TEAM;
}

impl Pictured for Household {
    fn images(&self) -> Vec<PhotoId> {
        self.attestation.iter().map(|page| page.id).collect()
    }
}

impl Content for Household {
    const KIND: Kind = HouseholdId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::CITY;

    soglia_kernel::has_facts!(HouseholdAnswer);
    soglia_kernel::has_parts!(HouseholdPart, HouseholdPartId);
    soglia_kernel::has_state!(CaseState);
    type PartFact = MemberAnswer;

    fn say_of(&mut self, part: &HouseholdPartId, fact: &MemberAnswer) {
        match part {
            HouseholdPartId::Member(id) => {
                if let Some(member) = self.members.iter_mut().find(|member| member.id == *id) {
                    member.facts.set(fact.clone());
                }
            }
            HouseholdPartId::Offer(_)
            | HouseholdPartId::Distinct(_)
            | HouseholdPartId::Page(_)
            | HouseholdPartId::Referral(_) => {}
        }
    }

    fn said_of(&self, part: &HouseholdPartId, fact: &MemberAnswer) -> Option<MemberAnswer> {
        match part {
            HouseholdPartId::Member(id) => Some(self.member(*id)?.facts.get(fact.question())),
            HouseholdPartId::Offer(_)
            | HouseholdPartId::Distinct(_)
            | HouseholdPartId::Page(_)
            | HouseholdPartId::Referral(_) => None,
        }
    }

    fn key(&self) -> Key {
        self.id.key()
    }

    fn audience(&self) -> Audience {
        let of_offers = self.open.iter().filter_map(|offer| offer.partner);
        let accepted = self.referrals.iter().filter(|open| open.accepted);
        Audience {
            roles: Roles::CITY,
            partners: Partners::These(of_offers.chain(accepted.map(|open| open.to)).collect()),
        }
    }

    fn told(&self, field: &FieldKey) -> Roles {
        let path = field.0.as_str();
        if let Some(question) = HouseholdQuestion::of_key(path) {
            return question.told();
        }
        match path.split_once('/') {
            // "members/7" is who lives there, "members/7/birth_date" what is known of them.
            Some(("members", rest)) => match rest.split_once('/') {
                None => Roles::ALL,
                Some((_, key)) => MemberQuestion::of_key(key).map_or(Roles::CITY, MemberQuestion::told),
            },
            // An offer or a referral that the record still names after it was redacted is the partner's own.
            Some(("open", id)) if self.open.iter().any(|offer| offer.placement.to_string() == id) => {
                Roles::ALL
            }
            Some(("referrals", id)) if self.referrals.iter().any(|open| open.referral.to_string() == id) => {
                Roles::ALL
            }
            // Offers and referrals of other partners, other households, pages of the attestation, and what only a newer version knows.
            Some(_) => Roles::CITY,
            None if path == "state" || path == "created" => Roles::ALL,
            None => Roles::CITY,
        }
    }

    fn redact(&mut self, reader: &Reader) {
        self.facts.keep_told(reader.role);
        for member in &mut self.members {
            member.facts.keep_told(reader.role);
        }
        if reader.role == Role::ManagingPartner {
            self.open
                .retain(|offer| offer.partner == Some(reader.organisation));
            self.referrals.retain(|open| open.to == reader.organisation);
            self.distinct.clear();
            self.attestation.clear();
        }
    }

    fn mark_as_demonstration(&mut self) {
        self.demonstration = true;
    }
}
