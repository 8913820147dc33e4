// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people read of any kind of record: each room has its words in a file of its own, and the list of rooms sends
//! there.
pub(crate) mod assessment;
pub(crate) mod case;
pub(crate) mod city_rules;
pub(crate) mod commitment;
pub(crate) mod diary_entry;
pub(crate) mod dwelling;
pub(crate) mod funding_source;
pub(crate) mod household;
pub(crate) mod placement;
pub(crate) mod plan;
pub(crate) mod referral;
pub(crate) mod shared_link;
pub(crate) mod task;
pub(crate) mod visit;

use crate::{Language, pick, refusal::common, review::some_field};
use soglia_domain::{
    access::Place,
    action::Action,
    id,
    record::{FieldKey, Identity as _, Kind},
    rooms::{Refusal, Verb},
};

macro_rules! dispatch {
    ($($room:ident $content:ident $id:ident,)*) => {
        /// What a person did, in one line.
        pub fn action(action: &Action, language: Language) -> String {
            match &action.verb {
                $(Verb::$content(verb) => $room::verb(verb, language),)*
            }
        }

        /// The sentences a person reads when an action is refused.
        pub fn refusal(refusal: &Refusal, language: Language) -> String {
            match refusal {
                Refusal::Common(refusal) => common(refusal, language),
                $(Refusal::$content(refusal) => $room::refusal(refusal, language),)*
            }
        }

        /// What people call a field of a record: the question behind it, or what it holds.
        pub fn field_name(kind: Kind, field: &FieldKey, language: Language) -> &'static str {
            $(if kind == id::$id::KIND {
                return $room::field_name(&field.0, language).unwrap_or(some_field(language));
            })*
            some_field(language)
        }

        /// What people call a record of a kind.
        pub fn kind_name(kind: Kind, language: Language) -> &'static str {
            $(if kind == id::$id::KIND {
                return $room::name(language);
            })*
            pick(language, "Scheda di una versione più nuova", "Record of a newer version")
        }
    };
}

soglia_domain::all_rooms!(dispatch);

/// What to know about an action that is only asked so far: a device cannot decide it. None for what is decided anywhere.
pub fn asked(action: &Action, language: Language) -> Option<&'static str> {
    match action.verb.who().place {
        Place::Anywhere => None,
        Place::Server => Some(pick(
            language,
            "Chiesto: lo decide il server alla prossima consegna.",
            "Asked: the server decides with the next delivery.",
        )),
    }
}

#[cfg(test)]
mod tests;
