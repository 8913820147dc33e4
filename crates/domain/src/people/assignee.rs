// SPDX-License-Identifier: AGPL-3.0-or-later
//! For whom something is: whoever has a role, or one person. Tasks and visits share it.
use crate::id::PersonId;
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::{Author, Role},
    refusal::Refusal,
    shape::check_name,
};

/// Somebody who works on a case, with the name, so that a record reads well without a list of people.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Colleague {
    /// Who.
    pub id: PersonId,
    /// The name as colleagues know it.
    pub name: String,
    /// In which role: it says whether partners are concerned.
    pub role: Role,
}

impl Colleague {
    /// Whoever acts.
    pub fn of(author: &Author) -> Self {
        Self {
            id: author.person,
            name: author.name.clone(),
            role: author.role,
        }
    }

    /// The same with its name as it is kept.
    ///
    /// # Errors
    /// [`Refusal::LabelNotUsable`].
    pub fn checked(&self) -> Result<Self, Refusal> {
        check_name(&self.name)?;
        Ok(Self {
            name: self.name.trim().to_owned(),
            ..self.clone()
        })
    }
}

/// For whom something is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Assignee {
    /// For whoever has this role: a request from one department to the other is for the role of the other.
    Role(Role),
    /// For one person.
    Person(Colleague),
}

impl Default for Assignee {
    /// What only a newer version knows is for the coordination to sort out, and for no partner.
    fn default() -> Self {
        Self::Role(Role::Coordinator)
    }
}

impl Assignee {
    /// The role, of whoever it is for.
    pub const fn role(&self) -> Role {
        match self {
            Self::Role(role) => *role,
            Self::Person(person) => person.role,
        }
    }

    /// Whether it is for a partner, or for a person of one.
    pub fn is_partner(&self) -> bool {
        self.role() == Role::ManagingPartner
    }

    /// Whether it is for this person, by role or by name.
    pub fn is_for(&self, author: &Author) -> bool {
        match self {
            Self::Role(role) => *role == author.role,
            Self::Person(person) => person.id == author.person,
        }
    }

    /// The same with a name as it is kept.
    ///
    /// # Errors
    /// [`Refusal::LabelNotUsable`].
    pub fn checked(&self) -> Result<Self, Refusal> {
        match self {
            Self::Role(role) => Ok(Self::Role(*role)),
            Self::Person(person) => person.checked().map(Self::Person),
        }
    }
}

impl std::fmt::Debug for Colleague {
    /// Who, without the name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Colleague({}, {:?})", self.id, self.role)
    }
}

impl std::fmt::Debug for Assignee {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Role(role) => role.fmt(f),
            Self::Person(person) => person.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{samples, world::author};

    fn person(role: Role, name: &str) -> Assignee {
        let name = name.to_owned();
        Assignee::Person(Colleague {
            name,
            ..Colleague::of(&samples::author(role))
        })
    }

    #[test]
    fn a_role_is_everybody_who_has_it_and_a_person_only_that_one() {
        let hers = samples::author(Role::SocialWorker);
        assert!(Assignee::Role(Role::SocialWorker).is_for(&hers));
        assert!(!Assignee::Role(Role::HousingOfficer).is_for(&hers));
        assert!(person(Role::SocialWorker, "Marta").is_for(&hers));
        let somebody_else = author(Role::SocialWorker);
        assert!(!person(Role::SocialWorker, "Marta").is_for(&somebody_else));
    }

    #[test]
    fn partners_are_concerned_by_role_or_by_name() {
        for role in Role::OF_RECORDS {
            let is_partner = role == Role::ManagingPartner;
            assert_eq!(Assignee::Role(role).is_partner(), is_partner, "{role:?}");
            assert_eq!(person(role, "Sara").is_partner(), is_partner, "{role:?}");
        }
        assert!(!Assignee::default().is_partner());
    }

    #[test]
    fn a_person_has_a_name() {
        let kept = person(Role::SocialWorker, " Marta Riva ").checked();
        assert_eq!(kept, Ok(person(Role::SocialWorker, "Marta Riva")));
        let without = person(Role::SocialWorker, " ").checked();
        assert_eq!(without, Err(Refusal::LabelNotUsable));
    }

    #[test]
    fn a_name_never_reaches_a_log() {
        let shown = format!("{:?}", person(Role::SocialWorker, "Marta Riva"));
        assert!(!shown.contains("Riva"), "{shown}");
    }
}
