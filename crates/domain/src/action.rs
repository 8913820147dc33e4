// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a person does. An action is an intent: on which record, and which verb. `decide` tells whether it is allowed and
//! what follows.
use crate::rooms::Verb;
use serde::{Deserialize, Serialize};
use soglia_kernel::key::{Identity, Key};

/// What a person does. Kind and version stand outside the verb, so that who does not know the verb can still order, seal,
/// keep and remove it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// The record it is about.
    pub on: Key,
    /// The version of its kind.
    pub version: u16,
    /// What is done.
    pub verb: Verb,
}

impl Action {
    /// An action on a record.
    pub fn on(id: impl Identity, verb: impl Into<Verb>) -> Self {
        Self::on_key(id.key(), verb)
    }

    /// An action on a record by its key.
    pub fn on_key(on: Key, verb: impl Into<Verb>) -> Self {
        let verb = verb.into();
        Self {
            on,
            version: verb.version(),
            verb,
        }
    }

    /// The records that it names: the one it is about comes first.
    pub fn touches(&self) -> Vec<Key> {
        let mut keys = vec![self.on];
        for key in self.verb.names() {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// Kind and name of the verb, for logs and lists: "household.open".
    pub fn name(&self) -> String {
        format!("{:?}", self.verb)
    }
}

impl std::fmt::Debug for Action {
    /// Names the verb and the records, never what is said about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.verb)?;
        f.debug_list().entries(self.touches()).finish()
    }
}
