// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two values in one field: what may be chosen, and what a choice leads to.
use crate::{content::Content, edit::Edit, id::ChangeId, stored::FieldKey};
use serde::{Deserialize, Serialize};

pub use crate::edit::Resolution;

/// What a person chose of two values or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReviewChoice {
    /// The value that stands in the record.
    Present,
    /// The value that this change wanted to write.
    Other(ChangeId),
    /// All of them, where the field allows it.
    Both,
}

/// A choice between the values that met in one field, as a person makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choosing {
    /// Which field.
    pub field: FieldKey,
    /// The choice.
    pub choice: ReviewChoice,
    /// The changes whose values were on show beside the present one; empty where the author saw all that wait.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<ChangeId>,
}

impl<C: Content> Edit<C> {
    /// Whether it closes an open question of a field, once it stands. Whoever writes into a field with two values in view
    /// has chosen; an explicit choice closes what its author saw, and nothing that came later.
    pub fn closes(&self, field: &FieldKey, change: ChangeId) -> bool {
        match self {
            Self::Resolve(resolution) => resolution.field == *field && resolution.closes.contains(&change),
            Self::Begin(_)
            | Self::Say(_)
            | Self::SayOf { .. }
            | Self::Put(_)
            | Self::Drop(_)
            | Self::Move(_) => self.field() == *field,
        }
    }
}

/// The edit that keeps the present value and the others; none where the field does not allow it.
pub fn both<'a, C: Content + 'a>(content: &C, others: impl Iterator<Item = &'a Edit<C>>) -> Option<Edit<C>> {
    let mut all: Option<Edit<C>> = None;
    for other in others {
        let present = match all {
            Some(all) => all,
            None => other.standing(content)?,
        };
        all = Some(present.joined_with(other)?);
    }
    all
}
