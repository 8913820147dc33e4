// SPDX-License-Identifier: AGPL-3.0-or-later
//! The seven shapes of edits: what a decision gives, and all that can happen to a record of any kind.
//!
//! Field, merge rule, "is it there already", the standing value, applying and joining follow from the shape.
use crate::{
    content::{Content, Fact, Part, PartId},
    id::ChangeId,
    stored::FieldKey,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How a record changes.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(bound = "C: crate::schema::Described", rename = "{C}Edit")
)]
#[serde(rename_all = "snake_case", bound = "")]
pub enum Edit<C: Content> {
    /// The record begins to exist.
    Begin(Box<C>),
    /// A fact.
    Say(C::Fact),
    /// A fact about a part.
    SayOf {
        /// Which part.
        part: C::PartId,
        /// What.
        fact: C::PartFact,
    },
    /// A part is added.
    Put(C::Part),
    /// A part is taken out.
    Drop(C::PartId),
    /// The record goes into another state.
    Move(C::State),
    /// A choice between values that met in one field.
    Resolve(Box<Resolution<C>>),
}

/// The choice as an edit: it closes exactly the questions that its author had in view.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(bound = "C: crate::schema::Described", rename = "{C}Resolution")
)]
#[serde(bound = "")]
pub struct Resolution<C: Content> {
    /// The field.
    pub field: FieldKey,
    /// What is written into it; none when the present value stays.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Edit<C>>,
    /// The changes whose values no longer wait.
    pub closes: Vec<ChangeId>,
}

const fn none<T>() -> Option<T> {
    None
}

/// How two edits of one field meet. It follows from the shape of the edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeRule {
    /// One value: the same value twice is no conflict, two values are to review.
    OneValue,
    /// A set: additions and removals of different elements unite.
    Union,
    /// A state: the state machine has the last word, and has had it in `decide`.
    Transition,
    /// A choice between values that met: it closes what its author saw, which `decide` has found to be open still.
    Resolution,
}

impl<C: Content> Eq for Edit<C> {}

impl<C: Content> Edit<C> {
    /// The field it touches; two edits of the same field can meet.
    pub fn field(&self) -> FieldKey {
        match self {
            Self::Begin(_) => FieldKey("created".to_owned()),
            Self::Say(fact) => FieldKey(fact.field().to_owned()),
            Self::SayOf { part, fact } => FieldKey(format!("{}/{}", part.path(), fact.field())),
            Self::Put(part) => FieldKey(part.id().path()),
            Self::Drop(part) => FieldKey(part.path()),
            Self::Move(_) => FieldKey("state".to_owned()),
            Self::Resolve(resolution) => resolution.field.clone(),
        }
    }

    /// How it meets what others wrote into the same field.
    pub const fn merge_rule(&self) -> MergeRule {
        match self {
            Self::Say(_) | Self::SayOf { .. } => MergeRule::OneValue,
            Self::Begin(_) | Self::Put(_) | Self::Drop(_) => MergeRule::Union,
            Self::Move(_) => MergeRule::Transition,
            Self::Resolve(_) => MergeRule::Resolution,
        }
    }

    /// The content that begins with it, where one does.
    pub fn begun(&self) -> Option<C> {
        match self {
            Self::Begin(content) => Some(content.as_ref().clone()),
            Self::Resolve(resolution) => resolution.chosen.as_ref()?.begun(),
            Self::Say(_) | Self::SayOf { .. } | Self::Put(_) | Self::Drop(_) | Self::Move(_) => None,
        }
    }

    /// Applies it. Total: an edit that no longer fits changes nothing, and never fails.
    pub fn apply(&self, content: &mut C) {
        match self {
            // A record that exists is not begun again.
            Self::Begin(_) => {}
            Self::Say(fact) => content.say(fact),
            Self::SayOf { part, fact } => content.say_of(part, fact),
            Self::Put(part) => content.put(part),
            Self::Drop(part) => content.drop_part(part),
            Self::Move(state) => content.move_to(state),
            // Which questions it closes is kept beside the content.
            Self::Resolve(resolution) => {
                if let Some(chosen) = &resolution.chosen {
                    chosen.apply(content);
                }
            }
        }
    }

    /// Whether the content already says what it says.
    pub fn is_present(&self, content: &C) -> bool {
        match self {
            Self::Begin(begun) => begun.key() == content.key(),
            Self::Say(fact) => content.said(fact) == *fact,
            Self::SayOf { part, fact } => content.said_of(part, fact).as_ref() == Some(fact),
            Self::Put(part) => content.holds(&part.id()),
            Self::Drop(part) => !content.holds(part),
            Self::Move(state) => content.state() == Some(state),
            Self::Resolve(resolution) => match &resolution.chosen {
                Some(chosen) => chosen.is_present(content),
                None => true,
            },
        }
    }

    /// The edit that would write the value as it stands into the field of this one; none where the field holds no single
    /// value, or its part is gone.
    pub fn standing(&self, content: &C) -> Option<Self> {
        match self {
            Self::Say(fact) => Some(Self::Say(content.said(fact))),
            Self::SayOf { part, fact } => Some(Self::SayOf {
                part: *part,
                fact: content.said_of(part, fact)?,
            }),
            Self::Begin(_) | Self::Put(_) | Self::Drop(_) | Self::Move(_) | Self::Resolve(_) => None,
        }
    }

    /// Whether both values can be kept in its field: free texts are joined. Sets unite by themselves and never come to
    /// review.
    pub fn allows_both(&self) -> bool {
        match self {
            Self::Say(fact) => fact.free_text().is_some(),
            Self::SayOf { fact, .. } => fact.free_text().is_some(),
            Self::Begin(_) | Self::Put(_) | Self::Drop(_) | Self::Move(_) | Self::Resolve(_) => false,
        }
    }

    /// The edit that keeps this value and another one of the same field; none where the field does not allow it.
    #[must_use]
    pub fn joined_with(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Say(one), Self::Say(other)) => joined(one, other).map(Self::Say),
            (Self::SayOf { part, fact: one }, Self::SayOf { fact: other, .. }) => Some(Self::SayOf {
                part: *part,
                fact: joined(one, other)?,
            }),
            // Only facts say texts.
            (
                Self::Begin(_)
                | Self::Say(_)
                | Self::SayOf { .. }
                | Self::Put(_)
                | Self::Drop(_)
                | Self::Move(_)
                | Self::Resolve(_),
                Self::Begin(_)
                | Self::Say(_)
                | Self::SayOf { .. }
                | Self::Put(_)
                | Self::Drop(_)
                | Self::Move(_)
                | Self::Resolve(_),
            ) => None,
        }
    }
}

/// Two texts in one answer; one that contains the other says it all.
fn joined<F: Fact>(one: &F, other: &F) -> Option<F> {
    let text = match (one.free_text()?.known(), other.free_text()?.known()) {
        (None, _) => return Some(other.clone()),
        (_, None) => return Some(one.clone()),
        (Some(one), Some(other)) if one.contains(other.as_str()) => one.clone(),
        (Some(one), Some(other)) if other.contains(one.as_str()) => other.clone(),
        (Some(one), Some(other)) => format!("{one}; {other}"),
    };
    one.with_text(crate::answer::Answer::Known(text))
}

impl<C: Content> fmt::Debug for Edit<C> {
    /// Names the field, never what is written into it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}(…)", self.field().0)
    }
}

impl<C: Content> fmt::Debug for Resolution<C> {
    /// Names the field, never a value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Resolution({})", self.field.0)
    }
}
