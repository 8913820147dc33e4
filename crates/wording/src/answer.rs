// SPDX-License-Identifier: AGPL-3.0-or-later
//! Answers as a person reads them in a timeline or in the list of things to deliver.
use crate::{Language, area, day, money, number, pick};
use soglia_domain::{answer::Answer, said::Said};

/// "Sì" or "No".
pub const fn yes_no(yes: bool, language: Language) -> &'static str {
    if yes { pick(language, "Sì", "Yes") } else { "No" }
}

/// What stands where an answer is missing.
pub const fn not_known_yet(language: Language) -> &'static str {
    pick(language, "Non si sa ancora", "Not known yet")
}

/// A value by its shape. What a choice or another record is called only its room knows: the answer made from the value
/// says it there, as `household_answer` does.
pub fn said(said: &Said, language: Language) -> String {
    match said {
        Said::YesNo(yes) => yes_no(*yes, language).to_owned(),
        Said::Text(text) => text.clone(),
        Said::Amount(amount) => money(*amount, language),
        Said::Whole(number) => number::integer(*number, language),
        Said::Area(size) => area(*size, language),
        Said::Day(named) => day(*named, language),
        Said::Choice(_) => pick(language, "Una delle scelte", "One of the choices").to_owned(),
        Said::Reference(_) => pick(language, "Un’altra scheda", "Another record").to_owned(),
    }
}

/// The value by its shape, or that it is not known yet.
pub(crate) fn by_shape(answer: Option<Answer<Said>>, language: Language) -> String {
    or_missing(&answer.unwrap_or_default(), language, said)
}

/// The value, or that it is not known yet.
pub(crate) fn or_missing<T>(
    answer: &Answer<T>,
    language: Language,
    write: impl FnOnce(&T, Language) -> String,
) -> String {
    answer.known().map_or_else(
        || not_known_yet(language).to_owned(),
        |value| write(value, language),
    )
}
