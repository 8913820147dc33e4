// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: one macro makes everything that follows from a table of questions, and is read against it in one go.
//! One table of questions gives the struct that holds the answers, the enum of single answers, the enum of questions, and
//! for each question its topic, its shape, when it is asked, who says it and to whom it is told.

/// Declares the facts known about one kind of thing. Each topic has a block; each line is one question: its
/// documentation, field, variant, type; its shape; to whom it is told; who says it; and, where it is not asked always,
/// when it is.
#[macro_export]
macro_rules! facts {
    (
        $(#[$facts_doc:meta])* facts $facts:ident;
        $(#[$answer_doc:meta])* answer $answer:ident;
        $(#[$question_doc:meta])* question $question:ident;
        $(#[$topic_doc:meta])* topic $topic:ident;
        $($(#[$block_doc:meta])* $block:ident {
            $($(#[$doc:meta])* $field:ident $variant:ident: $type:ty,
                $shape:expr, told $told:expr, by $by:expr $(, asked $asked:expr)?;)*
        })*
    ) => {
        $(#[$facts_doc])*
        #[derive(Clone, Default, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        pub struct $facts {
            $($(
                $(#[$doc])*
                #[serde(default, skip_serializing_if = "soglia_kernel::answer::Answer::is_not_asked")]
                pub $field: $crate::answer::Answer<$type>,
            )*)*
        }

        impl $facts {
            /// Puts one answer in its place.
            pub fn set(&mut self, answer: $answer) {
                match answer {
                    $($($answer::$variant(value) => self.$field = value,)*)*
                }
            }

            /// The answer to one question as it stands.
            pub fn get(&self, question: $question) -> $answer {
                match question {
                    $($($question::$variant => $answer::$variant(self.$field.clone()),)*)*
                }
            }

            /// Whether the question was never asked.
            pub const fn is_not_asked(&self, question: $question) -> bool {
                match question {
                    $($($question::$variant => self.$field.is_not_asked(),)*)*
                }
            }

            /// Whether the value is known.
            pub const fn is_known(&self, question: $question) -> bool {
                match question {
                    $($($question::$variant => self.$field.is_known(),)*)*
                }
            }

            /// Whether the question arises, given the others.
            pub fn arises(&self, question: $question) -> bool {
                match question {
                    $($($question::$variant => {
                        $(let asked: fn(&Self) -> bool = $asked; if !asked(self) { return false; })?
                        true
                    })*)*
                }
            }

            /// Forgets what is not told to a role.
            pub fn keep_told(&mut self, role: $crate::author::Role) {
                $($(
                    if !$question::$variant.told().has(role) {
                        self.$field = $crate::answer::Answer::NotAsked;
                    }
                )*)*
            }
        }

        impl ::std::fmt::Debug for $facts {
            /// Tells which questions have an answer, never which answer.
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let known = $question::ALL.iter().filter(|question| self.is_known(**question));
                f.write_str(stringify!($facts))?;
                f.debug_list().entries(known).finish()
            }
        }

        $(#[$answer_doc])*
        #[derive(Clone, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $answer {
            $($($(#[$doc])* $variant($crate::answer::Answer<$type>),)*)*
        }

        impl $answer {
            /// The question it answers.
            pub const fn question(&self) -> $question {
                match self {
                    $($(Self::$variant(_) => $question::$variant,)*)*
                }
            }

            /// The value without its type; not asked and not known stay what they are. None where the value has a form of
            /// its own.
            pub fn said(&self) -> Option<$crate::answer::Answer<$crate::said::Said>> {
                match self {
                    $($(Self::$variant(value) => match value {
                        $crate::answer::Answer::NotAsked => Some($crate::answer::Answer::NotAsked),
                        $crate::answer::Answer::NotKnownYet => Some($crate::answer::Answer::NotKnownYet),
                        $crate::answer::Answer::Known(value) => {
                            $crate::said::Sayable::said(value).map($crate::answer::Answer::Known)
                        }
                    },)*)*
                }
            }

            /// Whether the value has the shape of its question; what has a form of its own is checked in its room.
            ///
            /// # Errors
            /// The refusal that says what is wrong.
            pub fn check_shape(&self, today: $crate::calendar::Day) -> Result<(), $crate::refusal::Refusal> {
                match self.said() {
                    Some($crate::answer::Answer::Known(said)) => self.question().shape().check(&said, today),
                    Some($crate::answer::Answer::NotAsked | $crate::answer::Answer::NotKnownYet) | None => Ok(()),
                }
            }
        }

        impl $crate::content::Fact for $answer {
            fn field(&self) -> &'static str {
                self.question().key()
            }

            fn free_text(&self) -> Option<&$crate::answer::Answer<String>> {
                if !self.question().shape().is_free_text() {
                    return None;
                }
                match self {
                    $($(Self::$variant(value) => (value as &dyn ::std::any::Any).downcast_ref(),)*)*
                }
            }

            fn with_text(&self, text: $crate::answer::Answer<String>) -> Option<Self> {
                let said = match text {
                    $crate::answer::Answer::NotAsked => $crate::answer::Answer::NotAsked,
                    $crate::answer::Answer::NotKnownYet => $crate::answer::Answer::NotKnownYet,
                    $crate::answer::Answer::Known(text) => $crate::answer::Answer::Known($crate::said::Said::Text(text)),
                };
                self.question().answer(&said)
            }

            fn by(&self) -> $crate::access::Roles {
                self.question().by()
            }

            fn told(&self) -> $crate::access::Roles {
                self.question().told()
            }

            fn table() -> Vec<(&'static str, $crate::access::Roles, $crate::access::Roles)> {
                let questions = $question::ALL.iter();
                questions.map(|question| (question.key(), question.told(), question.by())).collect()
            }
        }

        impl ::std::fmt::Debug for $answer {
            /// Names the question, never the answer.
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, "{}(…)", self.question().key())
            }
        }

        $(#[$question_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $question {
            $($($(#[$doc])* $variant,)*)*
        }

        impl $question {
            /// Every question, in the order of the form.
            pub const ALL: &'static [Self] = &[$($(Self::$variant),*),*];

            /// The name of the field on the wire.
            pub const fn key(self) -> &'static str {
                match self {
                    $($(Self::$variant => stringify!($field),)*)*
                }
            }

            /// What its value may be.
            pub const fn shape(self) -> $crate::shape::Shape {
                match self {
                    $($(Self::$variant => $shape,)*)*
                }
            }

            /// The topic under which it is asked.
            pub const fn topic(self) -> $topic {
                match self {
                    $($(Self::$variant => $topic::$block,)*)*
                }
            }

            /// To whom the answer is told, of those who may see the record.
            pub const fn told(self) -> $crate::access::Roles {
                match self {
                    $($(Self::$variant => $told,)*)*
                }
            }

            /// Who may answer.
            pub const fn by(self) -> $crate::access::Roles {
                match self {
                    $($(Self::$variant => $by,)*)*
                }
            }

            /// The question whose field has a name.
            pub fn of_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|question| question.key() == key)
            }

            /// An answer to it from a value without a type; none where the value does not fit.
            pub fn answer(self, said: &$crate::answer::Answer<$crate::said::Said>) -> Option<$answer> {
                match self {
                    $($(Self::$variant => Some($answer::$variant(match said {
                        $crate::answer::Answer::NotAsked => $crate::answer::Answer::NotAsked,
                        $crate::answer::Answer::NotKnownYet => $crate::answer::Answer::NotKnownYet,
                        $crate::answer::Answer::Known(said) => {
                            $crate::answer::Answer::Known($crate::said::Sayable::of(said)?)
                        }
                    })),)*)*
                }
            }
        }

        impl $crate::question::Question for $question {
            type Facts = $facts;
            type Answer = $answer;

            fn key(self) -> &'static str {
                Self::key(self)
            }

            fn shape(self) -> $crate::shape::Shape {
                Self::shape(self)
            }

            fn by(self) -> $crate::access::Roles {
                Self::by(self)
            }

            fn answer(self, said: &$crate::answer::Answer<$crate::said::Said>) -> Option<$answer> {
                Self::answer(self, said)
            }

            fn of(answer: &$answer) -> Self {
                answer.question()
            }

            fn said(answer: &$answer) -> Option<$crate::answer::Answer<$crate::said::Said>> {
                answer.said()
            }

            fn arises(self, facts: &$facts) -> bool {
                facts.arises(self)
            }

            fn is_not_asked(self, facts: &$facts) -> bool {
                facts.is_not_asked(self)
            }

            fn is_known(self, facts: &$facts) -> bool {
                facts.is_known(self)
            }
        }

        $(#[$topic_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $topic {
            $($(#[$block_doc])* $block,)*
        }

        impl $topic {
            /// Every topic, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$block),*];

            /// Its questions, in the order of the form.
            pub const fn questions(self) -> &'static [$question] {
                match self {
                    $(Self::$block => &[$($question::$variant),*],)*
                }
            }
        }
    };
}
