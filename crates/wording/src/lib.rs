// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sentences for findings, refusals and states, numbers and dates the Italian way, in Italian and English, for the
//! client, the server and what is printed.
//!
//! Italian comes first and is written plainly: short sentences, nobody is addressed or blamed. A refusal says what is
//! wrong and how to mend it.
#![warn(missing_docs)]

mod action;
mod answer;
mod certificate;
mod dwelling;
mod error;
mod finding;
mod fit;
mod identifier;
mod names;
mod number;
mod photo;
mod question;
mod refusal;
mod review;
mod rulebook;
mod time;

#[cfg(test)]
mod tests;

pub use action::action;
pub use answer::{dwelling_answer, household_answer, member_answer, not_known_yet, yes_no};
pub use certificate::certificate_error;
pub use dwelling::{measured_space, runts_section, space_kind, title, title_kind, title_warning};
pub use error::{area_error, money_error, tax_code_error};
pub use finding::{finding, finding_change, outcome, requirement, value, verdict_sentence, verdict_title};
pub use fit::{fit_reasons, fit_sentence};
pub use identifier::{
    cadastral_doubt, cadastral_error, certificate_validity, cig_doubt, cig_error, cup_doubt, cup_error,
    isee_protocol_error, organisation_code_error,
};
pub use names::{
    citizenship, dwelling_state, isee_kind, listed_size, offer_state, origin, relation, rent_tier, role,
    surface_kind,
};
pub use number::{area, money, money_per_area_year, money_per_month, percent, persons, rooms, whole};
pub use photo::{photo_size, photo_stage};
pub use question::{dwelling_question, household_question, member_question};
pub use refusal::refusal;
pub use review::{field_name, review_choice};
pub use rulebook::{
    new_value, parameter_title, parameter_value, response, source, status, suggestion_reason, unit,
};
pub use time::{day, day_short, moment};

/// The languages Soglia speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Italian, first.
    #[default]
    Italian,
    /// English.
    English,
}

/// The Italian or the English text.
const fn pick(language: Language, italian: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Italian => italian,
        Language::English => english,
    }
}

/// Chooses between two formatted sentences without building the other one.
macro_rules! say {
    ($language:expr, $italian:literal, $english:literal) => {
        match $language {
            crate::Language::Italian => format!($italian),
            crate::Language::English => format!($english),
        }
    };
}
use say;
