// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: one macro makes every enum and every dispatch by kind, and is read against the list of rooms in one go.
//! What the list of rooms comes to: for records, edits, verbs, refusals and rows an enum with one variant for each room,
//! and the dispatch by kind. Nothing here knows what a kind means.
mod tables;

use crate::{photo::PhotoId, pictured::Pictured};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    access::{Audience, Roles, Who},
    content::{Content, Reader},
    edit::Edit as Of,
    id::{ChangeId, DeviceId},
    key::{Identity, Key, Kind},
    merge::{Meeting, MergeRule, meet},
    review,
    stored::{Around, FieldKey, LogPosition},
    verb::Verb as _,
};

pub use soglia_kernel::refusal::Refusal as Common;
pub use tables::{FactOfRoom, table_of_facts, table_of_verbs};

/// A record as the server has it: content, order and open questions.
pub type Stored = soglia_kernel::stored::Stored<Record, EditOp>;

/// A value that met another one in the same field.
pub type Review = soglia_kernel::stored::Review<EditOp>;

/// A room: a content with everything that goes with it.
pub trait Room: Content + Pictured {
    /// What people do with it.
    type Verb;
    /// What it refuses.
    type Refusal;
    /// What lists need of it.
    type Row;

    /// As a record of any kind.
    fn into_record(self) -> Record;
    /// The content of a record of this kind.
    fn of(record: &Record) -> Option<&Self>;
    /// An edit as one of any kind.
    fn op(edit: Of<Self>) -> EditOp;
    /// The edit of this kind.
    fn edit(op: &EditOp) -> Option<&Of<Self>>;
    /// The verb of this kind.
    fn verb(verb: &Verb) -> Option<&Self::Verb>;
    /// The row of this kind.
    fn row(row: &Row) -> Option<&Self::Row>;
}

macro_rules! outer {
    ($($room:ident $content:ident $id:ident,)*) => {
        $(use crate::$room::{self, $content};)*

        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Record {
            $(#[doc = concat!("A record of the room `", stringify!($room), "`.")] $content($content),)*
        }

        impl Eq for Record {}

        /// How a record of any kind changes.
        #[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum EditOp {
            $(#[doc = concat!("Of the room `", stringify!($room), "`.")] $content(Of<$content>),)*
        }

        /// What people do with a record of any kind.
        #[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Verb {
            $(#[doc = concat!("Of the room `", stringify!($room), "`.")] $content($room::Verb),)*
        }

        /// Why something is refused.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Refusal {
            /// For a reason that all kinds share.
            Common(Common),
            $(#[doc = concat!("Of the room `", stringify!($room), "`.")] $content($room::Refusal),)*
        }

        /// What lists need of a record of any kind.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Row {
            $(#[doc = concat!("Of the room `", stringify!($room), "`.")] $content($room::Row),)*
        }

        /// The kinds of this version.
        pub const KINDS: &[Kind] = &[$(crate::id::$id::KIND),*];

        $(
            impl Room for $content {
                type Verb = $room::Verb;
                type Refusal = $room::Refusal;
                type Row = $room::Row;

                fn into_record(self) -> Record {
                    Record::$content(self)
                }

                fn of(record: &Record) -> Option<&Self> {
                    if let Record::$content(content) = record { Some(content) } else { None }
                }

                fn op(edit: Of<Self>) -> EditOp {
                    EditOp::$content(edit)
                }

                fn edit(op: &EditOp) -> Option<&Of<Self>> {
                    if let EditOp::$content(edit) = op { Some(edit) } else { None }
                }

                fn verb(verb: &Verb) -> Option<&$room::Verb> {
                    if let Verb::$content(verb) = verb { Some(verb) } else { None }
                }

                fn row(row: &Row) -> Option<&$room::Row> {
                    if let Row::$content(row) = row { Some(row) } else { None }
                }
            }

            impl From<$room::Verb> for Verb {
                fn from(verb: $room::Verb) -> Self {
                    Self::$content(verb)
                }
            }

            impl From<$room::Refusal> for Refusal {
                fn from(refusal: $room::Refusal) -> Self {
                    Self::$content(refusal)
                }
            }
        )*

        impl Record {
            /// The key of this record.
            pub fn key(&self) -> Key {
                match self {
                    $(Self::$content(content) => content.key(),)*
                }
            }

            /// The records whose audience it shares.
            pub fn roots(&self) -> Vec<Key> {
                match self {
                    $(Self::$content(content) => content.roots(),)*
                }
            }

            /// The records that a decision about it needs besides.
            pub fn links(&self) -> Vec<Key> {
                match self {
                    $(Self::$content(content) => content.links(),)*
                }
            }

            /// Who sees it, by itself.
            pub fn audience(&self) -> Audience {
                match self {
                    $(Self::$content(content) => content.audience(),)*
                }
            }

            /// To whom a field is told.
            pub fn told(&self, field: &FieldKey) -> Roles {
                match self {
                    $(Self::$content(content) => content.told(field),)*
                }
            }

            /// Takes out what is not told to a reader.
            pub fn redact(&mut self, reader: &Reader) {
                match self {
                    $(Self::$content(content) => content.redact(reader),)*
                }
            }

            /// The images that it names.
            pub fn images(&self) -> Vec<PhotoId> {
                match self {
                    $(Self::$content(content) => content.images(),)*
                }
            }

            /// Marks it as invented, where its kind has such a mark.
            pub fn mark_as_demonstration(&mut self) {
                match self {
                    $(Self::$content(content) => content.mark_as_demonstration(),)*
                }
            }

            /// The version of its kind.
            pub const fn version(&self) -> u16 {
                match self {
                    $(Self::$content(_) => <$content as Content>::VERSION,)*
                }
            }
        }

        /// The version of a kind here; none for a kind that this version does not know.
        pub fn version_of(kind: Kind) -> Option<u16> {
            $(if kind == crate::id::$id::KIND {
                return Some(<$content as Content>::VERSION);
            })*
            None
        }

        /// To whom records of a kind are told whole; nobody, where the kind is not known.
        pub fn told_whole(kind: Kind) -> Roles {
            $(if kind == crate::id::$id::KIND {
                return <$content as Content>::TOLD_WHOLE;
            })*
            Roles::NONE
        }

        impl EditOp {
            /// The field it touches; two edits of the same field can meet.
            pub fn field(&self) -> FieldKey {
                match self {
                    $(Self::$content(edit) => edit.field(),)*
                }
            }

            /// How it meets what others wrote.
            pub const fn merge_rule(&self) -> MergeRule {
                match self {
                    $(Self::$content(edit) => edit.merge_rule(),)*
                }
            }

            /// Whether the record begins with it.
            pub const fn begins(&self) -> bool {
                match self {
                    $(Self::$content(edit) => matches!(edit, Of::Begin(_)),)*
                }
            }

            /// Whether it closes an open question of a field, once it stands.
            pub fn closes(&self, field: &FieldKey, change: ChangeId) -> bool {
                match self {
                    $(Self::$content(edit) => edit.closes(field, change),)*
                }
            }

            /// Whether both values can be kept in its field.
            pub fn allows_both(&self) -> bool {
                match self {
                    $(Self::$content(edit) => edit.allows_both(),)*
                }
            }

            /// Whether the record already says what it says. A record of another kind does not.
            pub fn is_present(&self, record: &Record) -> bool {
                match self {
                    $(Self::$content(edit) => {
                        <$content as Room>::of(record).is_some_and(|content| edit.is_present(content))
                    })*
                }
            }

            /// How it meets a record as it stands.
            pub fn meet(&self, stored: &Stored, seen: LogPosition, device: DeviceId) -> Meeting {
                match self {
                    $(Self::$content(edit) => <$content as Room>::of(&stored.record)
                        .map_or(Meeting::Merged, |content| meet(stored, content, edit, seen, device)),)*
                }
            }

            /// The edit that would write the value as it stands into its field.
            pub fn standing(&self, record: &Record) -> Option<Self> {
                match self {
                    $(Self::$content(edit) => {
                        edit.standing(<$content as Room>::of(record)?).map(Self::$content)
                    })*
                }
            }
        }

        /// The edit that keeps the present value and the others; none where the field does not allow it.
        pub fn both<'a>(record: &Record, mut others: impl Iterator<Item = &'a EditOp>) -> Option<EditOp> {
            match record {
                $(Record::$content(content) => {
                    let mut edits = Vec::new();
                    others.try_for_each(|op| <$content as Room>::edit(op).map(|edit| edits.push(edit)))?;
                    review::both(content, edits.into_iter()).map(EditOp::$content)
                })*
            }
        }

        /// The record after one edit; none while it does not exist. Total: an edit of another kind changes nothing.
        pub fn apply(record: Option<Record>, op: &EditOp) -> Option<Record> {
            match op {
                $(EditOp::$content(edit) => match record {
                    None => edit.begun().map(Record::$content),
                    Some(mut record) => {
                        if let Record::$content(content) = &mut record {
                            edit.apply(content);
                        }
                        Some(record)
                    }
                })*
            }
        }

        impl Verb {
            /// The name on the wire, without its kind.
            pub fn key(&self) -> &'static str {
                match self {
                    $(Self::$content(verb) => verb.key(),)*
                }
            }

            /// The kind of records it is about.
            pub const fn kind(&self) -> Kind {
                match self {
                    $(Self::$content(_) => crate::id::$id::KIND,)*
                }
            }

            /// The version of its kind.
            pub const fn version(&self) -> u16 {
                match self {
                    $(Self::$content(_) => <$content as Content>::VERSION,)*
                }
            }

            /// Who may do it, and where it is decided.
            pub fn who(&self) -> Who {
                match self {
                    $(Self::$content(verb) => verb.who(),)*
                }
            }

            /// The records it names besides the one it is about.
            pub fn names(&self) -> Vec<Key> {
                match self {
                    $(Self::$content(verb) => verb.names(),)*
                }
            }

            /// The records that a decision has to gather: all of a kind that share a root.
            pub fn gathers(&self, on: Key) -> Vec<(Key, Kind)> {
                match self {
                    $(Self::$content(verb) => verb.gathers(on),)*
                }
            }

            /// The one value that it states, where it does nothing else.
            pub fn stated(&self) -> Option<EditOp> {
                match self {
                    $(Self::$content(verb) => verb.stated().map(EditOp::$content),)*
                }
            }

            /// The verb that chooses between two values of a record of a kind; none for a kind that is not known.
            pub fn choose(kind: Kind, choosing: review::Choosing) -> Option<Self> {
                $(if kind == crate::id::$id::KIND {
                    return Some(Self::$content($room::Verb::Resolve(choosing)));
                })*
                None
            }

            /// The choice, where it is one.
            pub const fn choosing(&self) -> Option<&review::Choosing> {
                match self {
                    $(Self::$content($room::Verb::Resolve(choosing)) => Some(choosing),)*
                    $(Self::$content(_) => None,)*
                }
            }

            /// Whether it is a choice between two values.
            pub const fn is_choice(&self) -> bool {
                match self {
                    $(Self::$content(verb) => matches!(verb, $room::Verb::Resolve(_)),)*
                }
            }
        }

        impl EditOp {
            /// The verb that writes the same value again; none for an edit that is no single value.
            pub fn stating(&self) -> Option<Verb> {
                match self {
                    $(Self::$content(edit) => $room::Verb::stating(edit).map(Verb::$content),)*
                }
            }
        }

        impl Refusal {
            /// Short stable code for the API.
            pub const fn code(&self) -> &'static str {
                match self {
                    Self::Common(refusal) => refusal.code(),
                    $(Self::$content(refusal) => refusal.code(),)*
                }
            }
        }

        impl Row {
            /// The row of a record, and whether a newer version wrote something into it that cannot be read here.
            pub fn of(stored: &Stored, partly_unread: bool) -> Self {
                let around = Around::of(stored, partly_unread);
                match &stored.record {
                    $(Record::$content(content) => Self::$content($room::Row::of(content, &around)),)*
                }
            }

            /// The record it stands for.
            pub fn key(&self) -> Key {
                match self {
                    $(Self::$content(row) => row.id.key(),)*
                }
            }

            /// The record under which lists look for it.
            pub fn root(&self) -> Option<Key> {
                match self {
                    $(Self::$content(row) => row.root(),)*
                }
            }

            /// Number of values waiting for a choice.
            pub const fn n_reviews(&self) -> u8 {
                match self {
                    $(Self::$content(row) => row.n_reviews(),)*
                }
            }
        }
    };
}

all_rooms!(outer);

impl From<Common> for Refusal {
    fn from(refusal: Common) -> Self {
        Self::Common(refusal)
    }
}

impl Refusal {
    /// The record that it names, to be told only to who may see it.
    pub fn mentions(&self) -> Option<Key> {
        if let Self::Placement(placement::Refusal::DwellingHeld { household }) = self {
            household.map(Identity::key)
        } else {
            None
        }
    }

    /// The same, without naming a record.
    #[must_use]
    pub fn unnamed(self) -> Self {
        if let Self::Placement(placement::Refusal::DwellingHeld { .. }) = self {
            placement::Refusal::DwellingHeld { household: None }.into()
        } else {
            self
        }
    }
}

impl std::fmt::Debug for EditOp {
    /// Names the field, never what is written into it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}(…)", self.field().0)
    }
}

impl std::fmt::Debug for Verb {
    /// Names kind and verb, never what is said about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.kind(), self.key())
    }
}

#[cfg(test)]
mod tests;
