// SPDX-License-Identifier: AGPL-3.0-or-later
//! A room for tests: a garden bed with plants. It has every shape of edit, and no noun of housing.
use crate::{
    access::{Audience, Partners, Roles},
    answer::Answer,
    content::{Content, Reader},
    edit::Edit,
    key::{Identity, Key, Kind},
    shape::{Days, Shape},
    stored::FieldKey,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

mod properties;
mod stories;

ids! {
    /// A bed.
    BedId of "bed";
}

/// A plant in a bed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Plant {
    pub(crate) id: u32,
    #[serde(default)]
    pub(crate) facts: PlantFacts,
}

facts! {
    /// What is known of a plant.
    facts PlantFacts;
    /// One fact of a plant.
    answer PlantFact;
    /// Which fact of a plant.
    question PlantQuestion;
    /// What plants are asked about.
    topic PlantTopic;

    /// All of it.
    Growth {
        /// Watered.
        watered Watered: bool, Shape::YesNo, told Roles::ALL, by Roles::TEAM;
    }
}

facts! {
    /// What is known of a bed.
    facts BedFacts;
    /// One fact of a bed.
    answer BedFact;
    /// Which fact of a bed.
    question BedQuestion;
    /// What beds are asked about.
    topic BedTopic;

    /// Where it lies.
    Place {
        /// Sunny.
        sunny Sunny: bool, Shape::YesNo, told Roles::ALL, by Roles::TEAM;
        /// Hours of sun, where it is sunny.
        hours Hours: u8, Shape::Whole { least: 0, most: 24 }, told Roles::ALL, by Roles::TEAM,
            asked |facts| facts.sunny.known() == Some(&true);
    }
    /// What people write about it.
    Words {
        /// Notes.
        note Note: String, Shape::TEXT, told Roles::TEAM, by Roles::TEAM;
        /// First day.
        dug Dug: crate::calendar::Day, Shape::Day(Days::Past), told Roles::TEAM, by Roles::TEAM;
    }
}

parts! {
    /// A part of a bed.
    part BedPart;
    /// Which part of a bed.
    id BedPartId;
    of Bed;
    /// A plant.
    plants Plant: Plant, u32, |plant| plant.id;
    /// A neighbour.
    neighbours Neighbour: BedId, BedId, |id| *id;
}

/// What a bed is ready for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum BedState {
    /// Nothing grows.
    Bare,
    /// Something does.
    Planted { by: String },
}

/// A bed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Bed {
    pub(crate) id: BedId,
    pub(crate) state: BedState,
    #[serde(default)]
    pub(crate) facts: BedFacts,
    #[serde(default)]
    pub(crate) plants: Vec<Plant>,
    #[serde(default)]
    pub(crate) neighbours: Vec<BedId>,
}

impl Bed {
    const RESOLVED_BY: Roles = Roles::TEAM;
}

impl Content for Bed {
    const KIND: Kind = BedId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::TEAM;

    has_facts!(BedFact);
    has_parts!(BedPart, BedPartId);
    has_state!(BedState);
    type PartFact = PlantFact;

    fn say_of(&mut self, part: &BedPartId, fact: &PlantFact) {
        match part {
            BedPartId::Plant(id) => {
                if let Some(plant) = self.plants.iter_mut().find(|plant| plant.id == *id) {
                    plant.facts.set(fact.clone());
                }
            }
            BedPartId::Neighbour(_) => {}
        }
    }

    fn said_of(&self, part: &BedPartId, fact: &PlantFact) -> Option<PlantFact> {
        match part {
            BedPartId::Plant(id) => {
                let plant = self.plants.iter().find(|plant| plant.id == *id)?;
                Some(plant.facts.get(fact.question()))
            }
            BedPartId::Neighbour(_) => None,
        }
    }

    fn key(&self) -> Key {
        self.id.key()
    }

    fn audience(&self) -> Audience {
        Audience {
            roles: Roles::CITY,
            partners: Partners::None,
        }
    }

    fn told(&self, field: &FieldKey) -> Roles {
        BedQuestion::of_key(&field.0).map_or(Roles::ALL, BedQuestion::told)
    }

    fn redact(&mut self, reader: &Reader) {
        self.facts.keep_told(reader.role);
    }
}

verbs! {
    /// What people do with a bed.
    pub(crate) enum Verb about Bed, said Anywhere {
        /// Plant something.
        plant Plant { plant: u32, beside: Option<BedId> } by Roles::TEAM, Anywhere;
        /// Sell the harvest.
        sell Sell { to: BedId } by Roles::NONE, Server, names [to.key()];
    }
}

pub(crate) fn bed() -> Bed {
    Bed {
        id: BedId(Uuid::from_u128(1)),
        state: BedState::Bare,
        facts: BedFacts::default(),
        plants: vec![Plant {
            id: 0,
            facts: PlantFacts::default(),
        }],
        neighbours: Vec::new(),
    }
}

fn note(text: &str) -> Edit<Bed> {
    Edit::Say(BedFact::Note(Answer::Known(text.to_owned())))
}
