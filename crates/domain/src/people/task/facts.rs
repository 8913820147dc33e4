// SPDX-License-Identifier: AGPL-3.0-or-later
//! What may change about a task while it is open. Both always have a value, so they are no questions of a form: nobody
//! leaves a task without its day or without somebody it is for.
use crate::assignee::Assignee;
use serde::{Deserialize, Serialize};
use soglia_kernel::{access::Roles, answer::Answer, calendar::Day, content::Fact};

/// What is said about a task.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskFact {
    /// By when.
    Due(Day),
    /// For whom: handing it over is saying this.
    Assignee(Assignee),
}

/// The fields, in the order of the variants.
const FIELDS: [&str; 2] = ["due", "assignee"];

impl Fact for TaskFact {
    fn field(&self) -> &'static str {
        let [due, assignee] = FIELDS;
        match self {
            Self::Due(_) => due,
            Self::Assignee(_) => assignee,
        }
    }

    fn free_text(&self) -> Option<&Answer<String>> {
        None
    }

    fn with_text(&self, _: Answer<String>) -> Option<Self> {
        None
    }

    fn by(&self) -> Roles {
        Roles::CITY
    }

    fn told(&self) -> Roles {
        Roles::ALL
    }

    fn table() -> Vec<(&'static str, Roles, Roles)> {
        FIELDS.map(|field| (field, Roles::ALL, Roles::CITY)).to_vec()
    }
}

impl std::fmt::Debug for TaskFact {
    /// Names the field, never what is said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}(…)", self.field())
    }
}
