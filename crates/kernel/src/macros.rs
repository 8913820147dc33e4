// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables that become types: refusals, parts, and what a kind of records does not have.

/// A table of refusals, each with its stable code: the enum, and [`code`](crate::refusal::Refusal::code).
#[macro_export]
macro_rules! refusals {
    (
        $(#[$enum_doc:meta])*
        pub enum $name:ident {
            $(
                $(#[$doc:meta])*
                $code:ident $variant:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? })?
            ),* $(,)?
        }
    ) => {
        $(#[$enum_doc])*
        #[derive(Clone, Debug, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $(
                $(#[$doc])*
                $variant $({ $($(#[$field_doc])* $field: $type),* })?,
            )*
        }

        impl $name {
            /// Short stable code for the API.
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => stringify!($code),)*
                }
            }
        }
    };
}

/// The parts of a record that come and go: an enum of parts, one of their identities, and where each stands.
///
/// Each line: name in paths, variant, list in the record, type of the part, its identity, how the identity is read off.
#[macro_export]
macro_rules! parts {
    (
        $(#[$part_doc:meta])* part $part:ident;
        $(#[$id_doc:meta])* id $part_id:ident;
        of $content:ident;
        $($(#[$doc:meta])* $list:ident $variant:ident: $type:ty, $id_type:ty, $id:expr;)*
    ) => {
        $(#[$part_doc])*
        #[derive(Clone, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $part {
            $($(#[$doc])* $variant(Box<$type>),)*
        }

        $(#[$id_doc])*
        #[derive(Clone, Copy, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $part_id {
            $($(#[$doc])* $variant($id_type),)*
        }

        impl $crate::content::Part for $part {
            type Id = $part_id;

            fn id(&self) -> $part_id {
                match self {
                    $(Self::$variant(part) => {
                        let id: fn(&$type) -> $id_type = $id;
                        $part_id::$variant(id(part))
                    })*
                }
            }
        }

        impl $crate::content::PartId for $part_id {
            fn path(&self) -> String {
                match self {
                    $(Self::$variant(id) => format!(concat!(stringify!($list), "/{}"), id),)*
                }
            }
        }

        impl ::std::fmt::Debug for $part_id {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&$crate::content::PartId::path(self))
            }
        }

        impl ::std::fmt::Debug for $part {
            /// Which part, never what it says.
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, "{}(…)", $crate::content::PartId::path(&$crate::content::Part::id(self)))
            }
        }

        impl $content {
            fn put_part(&mut self, part: &$part) {
                match part {
                    $($part::$variant(part) => {
                        let id: fn(&$type) -> $id_type = $id;
                        if self.$list.iter().all(|known| id(known) != id(part)) {
                            self.$list.push(part.as_ref().clone());
                        }
                    })*
                }
            }

            fn drop_part(&mut self, part: &$part_id) {
                match part {
                    $($part_id::$variant(wanted) => {
                        let id: fn(&$type) -> $id_type = $id;
                        self.$list.retain(|known| id(known) != *wanted);
                    })*
                }
            }

            fn has_part(&self, part: &$part_id) -> bool {
                match part {
                    $($part_id::$variant(wanted) => {
                        let id: fn(&$type) -> $id_type = $id;
                        self.$list.iter().any(|known| id(known) == *wanted)
                    })*
                }
            }
        }
    };
}

/// Inside `impl Content`: the parts that [`parts!`] declared for it.
#[macro_export]
macro_rules! has_parts {
    ($part:ty, $part_id:ty) => {
        type Part = $part;
        type PartId = $part_id;

        fn put(&mut self, part: &$part) {
            self.put_part(part);
        }

        fn drop_part(&mut self, part: &$part_id) {
            Self::drop_part(self, part);
        }

        fn holds(&self, part: &$part_id) -> bool {
            self.has_part(part)
        }
    };
}

/// Inside `impl Content`: a kind without facts.
#[macro_export]
macro_rules! no_facts {
    () => {
        type Fact = $crate::never::Never;

        fn say(&mut self, fact: &$crate::never::Never) {
            match *fact {}
        }

        fn said(&self, fact: &$crate::never::Never) -> $crate::never::Never {
            match *fact {}
        }
    };
}

/// Inside `impl Content`: facts in a field called `facts`.
#[macro_export]
macro_rules! has_facts {
    ($fact:ty) => {
        type Fact = $fact;

        fn say(&mut self, fact: &$fact) {
            self.facts.set(fact.clone());
        }

        fn said(&self, fact: &$fact) -> $fact {
            self.facts.get(fact.question())
        }
    };
}

/// Inside `impl Content`: a kind whose parts, if it has any, have no facts of their own.
#[macro_export]
macro_rules! no_part_facts {
    () => {
        type PartFact = $crate::never::Never;

        fn say_of(&mut self, _: &Self::PartId, fact: &$crate::never::Never) {
            match *fact {}
        }

        fn said_of(&self, _: &Self::PartId, fact: &$crate::never::Never) -> Option<$crate::never::Never> {
            match *fact {}
        }
    };
}

/// Inside `impl Content`: a kind without parts.
#[macro_export]
macro_rules! no_parts {
    () => {
        type Part = $crate::never::Never;
        type PartId = $crate::never::Never;

        fn put(&mut self, part: &$crate::never::Never) {
            match *part {}
        }

        fn drop_part(&mut self, part: &$crate::never::Never) {
            match *part {}
        }

        fn holds(&self, part: &$crate::never::Never) -> bool {
            match *part {}
        }
    };
}

/// Inside `impl Content`: a kind without states.
#[macro_export]
macro_rules! no_state {
    () => {
        type State = $crate::never::Never;

        fn state(&self) -> Option<&$crate::never::Never> {
            None
        }

        fn move_to(&mut self, state: &$crate::never::Never) {
            match *state {}
        }
    };
}

/// Inside `impl Content`: states in a field called `state`.
#[macro_export]
macro_rules! has_state {
    ($state:ty) => {
        type State = $state;

        fn state(&self) -> Option<&$state> {
            Some(&self.state)
        }

        fn move_to(&mut self, state: &$state) {
            self.state = state.clone();
        }
    };
}

/// One value for every variant of an enum: a variant without a value does not compile. Variants that no value can have,
/// because they carry a [`Never`](crate::never::Never), are left out.
///
/// ```
/// enum Door { Open, Closed }
/// let doors = soglia_kernel::every!(Door { Open => Door::Open, Closed => Door::Closed });
/// assert_eq!(doors.len(), 2);
/// ```
///
/// ```compile_fail,E0004
/// enum Door { Open, Closed }
/// let doors = soglia_kernel::every!(Door { Open => Door::Open });
/// ```
#[macro_export]
macro_rules! every {
    ($enum:ident { $($variant:ident => $value:expr),* $(,)? }) => {{
        // Without a line for each variant this match is not whole. It takes the value itself, because behind a reference
        // the compiler also asks for variants that cannot be.
        fn is_whole(value: $enum) {
            match value {
                $($enum::$variant { .. } => {})*
            }
        }
        let _: fn($enum) = is_whole;
        let values: Vec<$enum> = vec![$($value),*];
        values
    }};
}
