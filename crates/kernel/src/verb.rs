// SPDX-License-Identifier: AGPL-3.0-or-later
//! Verbs: what people do with records of one kind. Three are the same for every kind: say a fact, say a fact of a part,
//! and choose between two values. A kind adds its own, each with who may do it and where it is decided.
use crate::{
    access::Who,
    content::Content,
    edit::Edit,
    key::{Key, Kind},
};

/// What people do with records of one kind.
pub trait Verb: Clone + PartialEq + Eq {
    /// The content it is about.
    type About: Content;

    /// The name on the wire.
    fn key(&self) -> &'static str;

    /// Who may do it, and where it is decided.
    fn who(&self) -> Who;

    /// The records it names besides the one it is about.
    fn names(&self) -> Vec<Key>;

    /// The records that a decision has to gather besides: all of a kind that share a root.
    fn gathers(&self, on: Key) -> Vec<(Key, Kind)>;

    /// The one value that it states, where it does nothing else: stating what stands already is a choice while another
    /// value waits beside it.
    fn stated(&self) -> Option<Edit<Self::About>>;

    /// The verb that states the value which an edit writes; none for an edit that is no single value.
    fn stating(edit: &Edit<Self::About>) -> Option<Self>;
}

/// Declares the verbs of a room. Each line: documentation, name on the wire, variant, what it carries, who may do it,
/// where it is decided, the other records it names, and those it gathers.
#[macro_export]
macro_rules! verbs {
    (
        $(#[$enum_doc:meta])*
        $vis:vis enum $verb:ident about $content:ident, said $said_place:ident {
            $(
                $(#[$doc:meta])*
                $key:ident $variant:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? }
                    by $by:expr, $place:ident $(, names $names:expr)? $(, gathers $gathers:expr)?;
            )*
        }
    ) => {
        $(#[$enum_doc])*
        #[derive(Clone, PartialEq, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        $vis enum $verb {
            /// Say a fact.
            Say(<$content as $crate::content::Content>::Fact),
            /// Say a fact of a part.
            SayOf {
                /// Which part.
                part: <$content as $crate::content::Content>::PartId,
                /// What.
                fact: <$content as $crate::content::Content>::PartFact,
            },
            /// Choose between the values that met in one field.
            Resolve($crate::review::Choosing),
            $(
                $(#[$doc])*
                $variant { $($(#[$field_doc])* $field: $type),* },
            )*
        }

        impl Eq for $verb {}

        impl $verb {
            /// Every verb by its name, with who may do it and where it is decided, for the table of access.
            pub const TABLE: &'static [(&'static str, $crate::access::Roles, $crate::access::Place)] = &[
                $((stringify!($key), $by, $crate::access::Place::$place),)*
            ];
        }

        impl $crate::verb::Verb for $verb {
            type About = $content;

            fn key(&self) -> &'static str {
                match self {
                    Self::Say(_) => "say",
                    Self::SayOf { .. } => "say_of",
                    Self::Resolve(_) => "resolve",
                    $(Self::$variant { .. } => stringify!($key),)*
                }
            }

            fn who(&self) -> $crate::access::Who {
                let (roles, place) = match self {
                    Self::Say(fact) => ($crate::content::Fact::by(fact), $crate::access::Place::$said_place),
                    Self::SayOf { fact, .. } => {
                        ($crate::content::Fact::by(fact), $crate::access::Place::$said_place)
                    }
                    Self::Resolve(_) => ($content::RESOLVED_BY, $crate::access::Place::$said_place),
                    $(Self::$variant { .. } => ($by, $crate::access::Place::$place),)*
                };
                $crate::access::Who { roles, place }
            }

            fn names(&self) -> Vec<$crate::key::Key> {
                match self {
                    Self::Say(_) | Self::SayOf { .. } | Self::Resolve(_) => Vec::new(),
                    $(Self::$variant { $($field),* } => {
                        $(let _ = $field;)*
                        let names: Vec<Vec<$crate::key::Key>> = vec![$($names.into_iter().collect())?];
                        names.concat()
                    })*
                }
            }

            fn gathers(&self, on: $crate::key::Key) -> Vec<($crate::key::Key, $crate::key::Kind)> {
                match self {
                    Self::Say(_) | Self::SayOf { .. } | Self::Resolve(_) => {
                        <$content as $crate::content::Content>::said_gathers(on)
                    }
                    $(Self::$variant { $($field),* } => {
                        $(let _ = $field;)*
                        let kinds: Vec<Vec<($crate::key::Key, $crate::key::Kind)>> =
                            vec![$($gathers.into_iter().collect())?];
                        kinds.concat()
                    })*
                }
            }

            fn stated(&self) -> Option<$crate::edit::Edit<$content>> {
                match self {
                    Self::Say(fact) => Some($crate::edit::Edit::Say(fact.clone())),
                    Self::SayOf { part, fact } => Some($crate::edit::Edit::SayOf {
                        part: *part,
                        fact: fact.clone(),
                    }),
                    Self::Resolve(_) => None,
                    $(Self::$variant { .. } => None,)*
                }
            }

            fn stating(edit: &$crate::edit::Edit<$content>) -> Option<Self> {
                match edit {
                    $crate::edit::Edit::Say(fact) => Some(Self::Say(fact.clone())),
                    $crate::edit::Edit::SayOf { part, fact } => Some(Self::SayOf {
                        part: part.clone(),
                        fact: fact.clone(),
                    }),
                    $crate::edit::Edit::Begin(_)
                    | $crate::edit::Edit::Put(_)
                    | $crate::edit::Edit::Drop(_)
                    | $crate::edit::Edit::Move(_)
                    | $crate::edit::Edit::Resolve(_) => None,
                }
            }
        }

        impl ::std::fmt::Debug for $verb {
            /// Names the verb, never what is said about people.
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str($crate::verb::Verb::key(self))
            }
        }
    };
}
