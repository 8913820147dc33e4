// SPDX-License-Identifier: AGPL-3.0-or-later
//! One list of questions gives the struct that holds the answers, the enum of single answers, and the enum of questions.

/// Declares the facts known about one kind of thing. Each line is one question: its documentation, field, variant, type.
macro_rules! facts {
    (
        $(#[$facts_doc:meta])* facts $facts:ident;
        $(#[$answer_doc:meta])* answer $answer:ident;
        $(#[$question_doc:meta])* question $question:ident;
        $($(#[$doc:meta])* $field:ident $variant:ident: $type:ty;)*
    ) => {
        $(#[$facts_doc])*
        #[derive(Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $facts {
            $(
                $(#[$doc])*
                #[serde(default, skip_serializing_if = "crate::answer::Answer::is_not_asked")]
                pub $field: crate::answer::Answer<$type>,
            )*
        }

        impl $facts {
            /// Puts one answer in its place.
            pub fn set(&mut self, answer: $answer) {
                match answer {
                    $($answer::$variant(value) => self.$field = value,)*
                }
            }

            /// The answer to one question as it stands.
            pub fn get(&self, question: $question) -> $answer {
                match question {
                    $($question::$variant => $answer::$variant(self.$field.clone()),)*
                }
            }

            /// Whether the question was never asked.
            pub const fn is_not_asked(&self, question: $question) -> bool {
                match question {
                    $($question::$variant => self.$field.is_not_asked(),)*
                }
            }

            /// Whether the value is known.
            pub const fn is_known(&self, question: $question) -> bool {
                match question {
                    $($question::$variant => self.$field.is_known(),)*
                }
            }
        }

        impl std::fmt::Debug for $facts {
            /// Tells which questions have an answer, never which answer.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let known = $question::ALL.iter().filter(|question| self.is_known(**question));
                f.write_str(stringify!($facts))?;
                f.debug_list().entries(known).finish()
            }
        }

        $(#[$answer_doc])*
        #[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $answer {
            $($(#[$doc])* $variant(crate::answer::Answer<$type>),)*
        }

        impl $answer {
            /// The question it answers.
            pub const fn question(&self) -> $question {
                match self {
                    $(Self::$variant(_) => $question::$variant,)*
                }
            }
        }

        impl std::fmt::Debug for $answer {
            /// Names the question, never the answer.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}(…)", self.question().key())
            }
        }

        $(#[$question_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $question {
            $($(#[$doc])* $variant,)*
        }

        impl $question {
            /// Every question, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name of the field on the wire.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($field),)*
                }
            }
        }
    };
}

pub(crate) use facts;
