// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a plan: the City, and the partners that see the household. A partner reads what it helps with: not what the
//! departments wrote about strengths, no signatures, nothing of where the household went.
use super::{GoalAnswer, GoalQuestion, Plan, PlanAnswer, PlanPart, PlanPartId, PlanQuestion, PlanState};
use crate::{id::PlanId, photo::PhotoId, pictured::Pictured};
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    author::Role,
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl Plan {
    /// Who may choose between two values.
    pub(super) const RESOLVED_BY: Roles = Roles::TEAM;
}

impl Pictured for Plan {
    fn images(&self) -> Vec<PhotoId> {
        let images = self.signatures.iter().filter_map(|signature| signature.image);
        images.collect()
    }
}

impl Content for Plan {
    const KIND: Kind = PlanId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::CITY;

    soglia_kernel::has_facts!(PlanAnswer);
    soglia_kernel::has_parts!(PlanPart, PlanPartId);
    soglia_kernel::has_state!(PlanState);
    type PartFact = GoalAnswer;

    fn say_of(&mut self, part: &PlanPartId, fact: &GoalAnswer) {
        match part {
            PlanPartId::Goal(id) => {
                if let Some(goal) = self.goals.iter_mut().find(|goal| goal.id == *id) {
                    goal.facts.set(fact.clone());
                }
            }
            PlanPartId::Review(_) | PlanPartId::Signature(_) | PlanPartId::FollowUp(_) => {}
        }
    }

    fn said_of(&self, part: &PlanPartId, fact: &GoalAnswer) -> Option<GoalAnswer> {
        match part {
            PlanPartId::Goal(id) => Some(self.goal(*id)?.facts.get(fact.question())),
            PlanPartId::Review(_) | PlanPartId::Signature(_) | PlanPartId::FollowUp(_) => None,
        }
    }

    fn key(&self) -> Key {
        self.id.key()
    }

    fn roots(&self) -> Vec<Key> {
        vec![self.household.key()]
    }

    fn audience(&self) -> Audience {
        Audience {
            roles: Roles::CITY,
            partners: Partners::OfRoots,
        }
    }

    fn told(&self, field: &FieldKey) -> Roles {
        let path = field.0.as_str();
        if let Some(question) = PlanQuestion::of_key(path) {
            return question.told();
        }
        match path.split_once('/') {
            // "goals/7" is that there is one, "goals/7/text" what it says.
            Some(("goals", rest)) => match rest.split_once('/') {
                None => Roles::ALL,
                Some((_, key)) => GoalQuestion::of_key(key).map_or(Roles::CITY, GoalQuestion::told),
            },
            Some(("reviews", _)) => Roles::ALL,
            // Signatures, what was heard after the end, and what only a newer version knows.
            Some(_) => Roles::CITY,
            None if path == "created" => Roles::ALL,
            // An end says where the household went.
            None if path == "state" && !matches!(self.state, PlanState::Ended { .. }) => Roles::ALL,
            None => Roles::CITY,
        }
    }

    fn redact(&mut self, reader: &Reader) {
        self.facts.keep_told(reader.role);
        for goal in &mut self.goals {
            goal.facts.keep_told(reader.role);
        }
        if reader.role == Role::ManagingPartner {
            self.signatures.clear();
            self.follow_ups.clear();
            if let PlanState::Ended { destination, .. } = &mut self.state {
                destination.clear();
            }
        }
    }
}
