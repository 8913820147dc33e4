// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of questions, as tables: one line for each question, so that a new fact needs one line here.
use crate::Language;
use soglia_domain::shape::Shape;

/// What stands at the field of a question.
pub(crate) struct Words {
    /// The label: Italian, English.
    pub(crate) label: [&'static str; 2],
    /// How to answer, in the same order, where the label alone is not enough.
    pub(crate) help: Option<[&'static str; 2]>,
}

impl Words {
    /// Label and help.
    pub(crate) const fn new(label: [&'static str; 2], help: &[[&'static str; 2]]) -> Self {
        Self {
            label,
            help: if help.is_empty() { None } else { Some(help[0]) },
        }
    }

    /// The label.
    pub(crate) const fn label(&self, language: Language) -> &'static str {
        self.label[language as usize]
    }

    /// How to answer.
    pub(crate) const fn help(&self, language: Language) -> Option<&'static str> {
        match self.help {
            Some(help) => Some(help[language as usize]),
            None => None,
        }
    }
}

/// Whether the shape alone says how a value reads. A choice, a reference and a form of its own read as their line in the
/// table says.
pub(crate) const fn reads_by_shape(shape: Shape) -> bool {
    match shape {
        Shape::YesNo
        | Shape::Line { .. }
        | Shape::Text { .. }
        | Shape::Amount
        | Shape::Whole { .. }
        | Shape::Area
        | Shape::Day(_) => true,
        Shape::Choice(_) | Shape::Reference | Shape::Own => false,
    }
}

/// The words of the questions of one table of facts. Each line: question, label in Italian and English; then, where the
/// label is not enough, help in both; then, where the shape does not say how a value reads, how it does. A question
/// without its line does not compile, and neither does a choice without its words.
macro_rules! words {
    (
        $question:ident $answer:ident {
            $(#[$label_doc:meta])* label $label:ident;
            $(#[$help_doc:meta])* help $help:ident;
            $(#[$in_words_doc:meta])* answer $in_words:ident;
        }
        $($variant:ident => $italian:literal, $english:literal
            $(, $italian_help:literal, $english_help:literal)? $(, reads $reads:expr)?;)*
    ) => {
        $(crate::words::shape_says_how!($question, $variant $(, $reads)?);)*

        $(#[$label_doc])*
        pub const fn $label(question: $question, language: crate::Language) -> &'static str {
            words(question).label(language)
        }

        $(#[$help_doc])*
        pub const fn $help(question: $question, language: crate::Language) -> Option<&'static str> {
            words(question).help(language)
        }

        const fn words(question: $question) -> &'static crate::words::Words {
            match question {
                $($question::$variant => const {
                    &crate::words::Words::new([$italian, $english], &[$([$italian_help, $english_help])?])
                },)*
            }
        }

        $(#[$in_words_doc])*
        pub fn $in_words(answer: &$answer, language: crate::Language) -> String {
            match answer {
                $($answer::$variant(value) => crate::words::in_words!(answer, value, language $(, $reads)?),)*
            }
        }
    };
}

/// Holds a line of the table against the shape of its question, where the line does not say how a value reads.
macro_rules! shape_says_how {
    ($question:ident, $variant:ident) => {
        const _: () = assert!(
            crate::words::reads_by_shape($question::$variant.shape()),
            "the line does not say how a value reads"
        );
    };
    ($question:ident, $variant:ident, $reads:expr) => {};
}

/// One answer in words, by its line or by its shape.
macro_rules! in_words {
    ($answer:ident, $value:ident, $language:ident) => {{
        let _ = $value;
        crate::answer::by_shape($answer.said(), $language)
    }};
    ($answer:ident, $value:ident, $language:ident, $reads:expr) => {
        crate::answer::or_missing($value, $language, $reads)
    };
}

pub(crate) use {in_words, shape_says_how, words};
