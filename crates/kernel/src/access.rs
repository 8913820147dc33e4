// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees what, and who does what: one policy for each kind, closed by default.
use crate::{
    author::{Author, Role},
    id::OrganisationId,
};

/// Some of the roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u8);

impl Roles {
    /// Nobody.
    pub const NONE: Self = Self(0);
    /// Everybody who works with records.
    pub const ALL: Self = Self::of(&Role::OF_RECORDS);
    /// The two departments: the team of a case.
    pub const TEAM: Self = Self::of(&[Role::SocialWorker, Role::HousingOfficer]);
    /// The departments and who coordinates them.
    pub const CITY: Self = Self::of(&[Role::SocialWorker, Role::HousingOfficer, Role::Coordinator]);
    /// The departments and the partner concerned.
    pub const TEAM_AND_PARTNER: Self =
        Self::of(&[Role::SocialWorker, Role::HousingOfficer, Role::ManagingPartner]);

    /// These.
    pub const fn of(roles: &[Role]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < roles.len() {
            bits |= 1 << roles[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Whether a role is among them.
    pub const fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u8) != 0
    }

    /// Whether all of others are among them.
    pub const fn has_all(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }

    /// Those in both.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// As a number, for a store that filters by it: each role has one bit.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// From a number as [`Self::bits`] gave it.
    pub const fn of_bits(bits: u8) -> Self {
        Self(bits & Self::ALL.0)
    }

    /// One after the other, in the order of [`Role::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }
}

/// Which partners see a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Partners {
    /// None.
    #[default]
    None,
    /// These.
    These(Vec<OrganisationId>),
    /// Those who see a root of the record.
    OfRoots,
    /// All of them.
    All,
}

/// Who sees a record. A role of the City sees it where it sees every root of the record too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// The roles of the City that see it.
    pub roles: Roles,
    /// The partners that see it.
    pub partners: Partners,
}

impl Audience {
    /// Whether somebody sees the record, given the audiences of its roots as they are by themselves.
    pub fn admits(&self, author: &Author, roots: &[Self]) -> bool {
        if author.role == Role::ManagingPartner {
            return self.admits_partner(author.organisation, roots);
        }
        self.roles.has(author.role) && roots.iter().all(|root| root.roles.has(author.role))
    }

    fn admits_partner(&self, organisation: OrganisationId, roots: &[Self]) -> bool {
        match &self.partners {
            Partners::None => false,
            Partners::These(partners) => partners.contains(&organisation),
            Partners::All => true,
            Partners::OfRoots => roots.iter().any(|root| match &root.partners {
                Partners::None | Partners::OfRoots => false,
                Partners::These(partners) => partners.contains(&organisation),
                Partners::All => true,
            }),
        }
    }

    /// The partners that see it by itself.
    pub fn own_partners(&self) -> &[OrganisationId] {
        match &self.partners {
            Partners::These(partners) => partners,
            Partners::None | Partners::OfRoots | Partners::All => &[],
        }
    }
}

/// Where a verb is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Wherever the author is; the server decides again.
    Anywhere,
    /// Only at the server: sent from a device it rests there as asked, and shows as valid nowhere.
    Server,
}

/// Who may do something, and where it is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    /// The roles.
    pub roles: Roles,
    /// Where.
    pub place: Place,
}

impl Who {
    /// Whether somebody may.
    pub const fn allows(self, role: Role) -> bool {
        self.roles.has(role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PersonId;
    use std::slice::from_ref;
    use uuid::Uuid;

    const HERS: OrganisationId = OrganisationId(Uuid::from_u128(1));

    fn author(role: Role) -> Author {
        Author {
            person: PersonId(Uuid::nil()),
            name: String::new(),
            role,
            organisation: HERS,
            organisation_name: String::new(),
        }
    }

    fn audience(roles: Roles, partners: Partners) -> Audience {
        Audience { roles, partners }
    }

    #[test]
    fn a_child_is_seen_by_who_sees_its_root_too() {
        let root = audience(Roles::CITY, Partners::These(vec![HERS]));
        let child = audience(Roles::TEAM, Partners::OfRoots);
        assert!(child.admits(&author(Role::SocialWorker), from_ref(&root)));
        assert!(!child.admits(&author(Role::Coordinator), from_ref(&root)));
        assert!(child.admits(&author(Role::ManagingPartner), &[root]));
        let closed = audience(Roles::of(&[Role::HousingOfficer]), Partners::None);
        assert!(!child.admits(&author(Role::SocialWorker), from_ref(&closed)));
        assert!(!child.admits(&author(Role::ManagingPartner), &[closed]));
    }

    #[test]
    fn nobody_is_admitted_unless_it_is_said() {
        let nobody = audience(Roles::NONE, Partners::None);
        for role in Role::OF_RECORDS {
            assert!(!nobody.admits(&author(role), &[]), "{role:?}");
        }
        let child = audience(Roles::NONE, Partners::OfRoots);
        assert!(
            !child.admits(&author(Role::ManagingPartner), &[]),
            "a child without its root is nobody's"
        );
    }

    #[test]
    fn roles_are_the_same_as_numbers() {
        for roles in [Roles::NONE, Roles::TEAM, Roles::CITY, Roles::ALL] {
            assert_eq!(Roles::of_bits(roles.bits()), roles);
        }
        assert_eq!(Roles::TEAM.iter().count(), 2);
    }
}
