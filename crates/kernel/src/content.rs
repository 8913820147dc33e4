// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a record of one kind is: facts, parts and a state. Each kind says how its own are read and written; what edits do
//! with them is written once, in [`crate::edit`].
use crate::{
    access::{Audience, Roles},
    answer::Answer,
    key::{Key, Kind},
    never::Never,
    stored::FieldKey,
};
use serde::{Serialize, de::DeserializeOwned};
use std::fmt::Debug;

/// The content of a record of one kind.
pub trait Content: Clone + Debug + PartialEq + Serialize + DeserializeOwned {
    /// The kind.
    const KIND: Kind;
    /// Raised when a version writes what an earlier one must not take for the whole.
    const VERSION: u16;

    /// A fact about the record: one question with its answer.
    type Fact: Fact;
    /// A fact about one part.
    type PartFact: Fact;
    /// A part that comes and goes.
    type Part: Part<Id = Self::PartId>;
    /// Which part.
    type PartId: PartId;
    /// What the record is ready for, with what belongs to it.
    type State: Clone + PartialEq + Eq + Serialize + DeserializeOwned;

    /// The key of the record.
    fn key(&self) -> Key;

    /// Writes a fact down.
    fn say(&mut self, fact: &Self::Fact);
    /// The fact as it stands.
    fn said(&self, fact: &Self::Fact) -> Self::Fact;
    /// Writes a fact about a part down, if the part is there.
    fn say_of(&mut self, part: &Self::PartId, fact: &Self::PartFact);
    /// The fact about a part as it stands; none where the part is not there.
    fn said_of(&self, part: &Self::PartId, fact: &Self::PartFact) -> Option<Self::PartFact>;
    /// Adds a part, unless it is there.
    fn put(&mut self, part: &Self::Part);
    /// Takes a part out.
    fn drop_part(&mut self, part: &Self::PartId);
    /// Whether a part is there.
    fn holds(&self, part: &Self::PartId) -> bool;
    /// The state; none for a kind without states.
    fn state(&self) -> Option<&Self::State>;
    /// Goes into another state.
    fn move_to(&mut self, state: &Self::State);

    /// The records whose audience this one shares: none for a record that stands by itself.
    fn roots(&self) -> Vec<Key> {
        Vec::new()
    }
    /// The records that a decision about this one needs besides those that the action names: one hop. Roots are always
    /// among them.
    fn links(&self) -> Vec<Key> {
        self.roots()
    }
    /// The records that a decision about a fact has to gather: all of a kind that share a root.
    fn said_gathers(_: Key) -> Vec<(Key, Kind)> {
        Vec::new()
    }
    /// Who sees it.
    fn audience(&self) -> Audience;
    /// To whom a field is told.
    fn told(&self, field: &FieldKey) -> Roles;
    /// Takes out what is not told to one who may see the record: `reader` is the one role that reads, `whose` the
    /// organisation it reads for.
    fn redact(&mut self, reader: &Reader);
    /// To whom every field is told whatever it is, so that the text need not be read before it is handed over.
    const TOLD_WHOLE: Roles;
    /// Marks it as invented, where its kind has such a mark.
    fn mark_as_demonstration(&mut self) {}
}

/// Who reads a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// In which role.
    pub role: crate::author::Role,
    /// For whom.
    pub organisation: crate::id::OrganisationId,
}

/// One question with its answer.
pub trait Fact: Clone + Debug + PartialEq + Eq + Serialize + DeserializeOwned {
    /// The name of the field on the wire.
    fn field(&self) -> &'static str;
    /// The text it says, where it is of the kind in which two can stand beside each other.
    fn free_text(&self) -> Option<&Answer<String>>;
    /// The same question with another text.
    fn with_text(&self, text: Answer<String>) -> Option<Self>;
    /// Who may say it.
    fn by(&self) -> Roles;
    /// To whom it is told.
    fn told(&self) -> Roles;
    /// Every question: its field, to whom it is told, and who says it. For the table of access.
    fn table() -> Vec<(&'static str, Roles, Roles)>;
}

impl Fact for Never {
    fn field(&self) -> &'static str {
        match *self {}
    }

    fn free_text(&self) -> Option<&Answer<String>> {
        match *self {}
    }

    fn with_text(&self, _: Answer<String>) -> Option<Self> {
        match *self {}
    }

    fn by(&self) -> Roles {
        match *self {}
    }

    fn told(&self) -> Roles {
        match *self {}
    }

    fn table() -> Vec<(&'static str, Roles, Roles)> {
        Vec::new()
    }
}

/// A part of a record.
pub trait Part: Clone + Debug + PartialEq + Eq + Serialize + DeserializeOwned {
    /// Which.
    type Id: PartId;

    /// Which one it is.
    fn id(&self) -> Self::Id;
}

/// Which part of a record.
pub trait PartId: Copy + Debug + PartialEq + Eq + Serialize + DeserializeOwned {
    /// Where it stands: "members/7".
    fn path(&self) -> String;
}

impl Part for Never {
    type Id = Self;

    fn id(&self) -> Self {
        match *self {}
    }
}

impl PartId for Never {
    fn path(&self) -> String {
        match *self {}
    }
}
