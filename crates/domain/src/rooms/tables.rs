// SPDX-License-Identifier: AGPL-3.0-or-later
//! The declared policy of all rooms as tables, from which `docs/access.md` is written.
use soglia_kernel::{
    access::{Place, Roles},
    content::{Content, Fact as _},
    key::{Identity as _, Kind},
};

/// A fact of a room, with its access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactOfRoom {
    /// The kind of records it is about.
    pub kind: Kind,
    /// The name of its field.
    pub field: &'static str,
    /// Whether it is about a part of a record.
    pub of_part: bool,
    /// To whom it is told, of those who may see the record.
    pub told: Roles,
    /// Who says it.
    pub by: Roles,
}

macro_rules! tables {
    ($($room:ident $content:ident $id:ident,)*) => {
        /// Every fact with to whom it is told and who says it.
        pub fn table_of_facts() -> Vec<FactOfRoom> {
            let mut table = Vec::new();
            $(for (facts, of_part) in [
                (<crate::$room::$content as Content>::Fact::table(), false),
                (<crate::$room::$content as Content>::PartFact::table(), true),
            ] {
                let facts = facts.into_iter();
                table.extend(facts.map(|(field, told, by)| FactOfRoom { kind: crate::id::$id::KIND, field, of_part, told, by }));
            })*
            table
        }

        /// Every verb with who may do it: kind, name, roles, place.
        pub fn table_of_verbs() -> Vec<(Kind, &'static str, Roles, Place)> {
            let mut table = Vec::new();
            $({
                let verbs = crate::$room::Verb::TABLE.iter();
                table.extend(verbs.map(|(name, roles, place)| (crate::id::$id::KIND, *name, *roles, *place)));
            })*
            table
        }
    };
}

all_rooms!(tables);
