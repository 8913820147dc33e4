// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sentences for findings, refusals and states, numbers and dates the Italian way, in Italian and English, for the
//! client, the server and what is printed.
//!
//! Italian comes first and is written plainly: short sentences, nobody is addressed or blamed. A refusal says what is
//! wrong and how to mend it.
#![warn(missing_docs)]

pub mod agenda;
mod answer;
mod certificate;
mod error;
mod finding;
mod fit;
mod held;
mod identifier;
mod line;
mod names;
mod number;
mod refusal;
mod review;
mod rooms;
mod rulebook;
mod time;
mod words;
mod written;

#[cfg(test)]
mod tests;

pub use answer::{not_known_yet, said, yes_no};
pub use certificate::certificate_error;
pub use error::{area_error, money_error, tax_code_error};
pub use finding::{finding, finding_change, outcome, requirement, value, verdict_sentence, verdict_title};
pub use fit::{fit_reasons, fit_sentence};
pub use held::{Body, Held, HeldShape, deed, held, held_field, notice};
pub use identifier::{
    cadastral_doubt, cadastral_error, certificate_validity, cig_doubt, cig_error, cup_doubt, cup_error,
    isee_protocol_error, organisation_code_error,
};
pub use names::{rent_tier, role, surface_kind};
pub use number::{
    area, distance, money, money_per_area_year, money_per_month, percent, persons, rooms, whole,
};
pub use refusal::common as common_refusal;
pub use review::review_choice;
pub use rooms::{
    action, asked,
    assessment::{
        assessment_answer, assessment_help, assessment_question, assessment_state, descriptor, need_domain,
        urgency,
    },
    case::{LetterWords, case_stage, conclusion, letter},
    city_rules::refusal as rules_refusal,
    commitment::commitment_state,
    diary_entry::{circle, entry_topic},
    dwelling::{
        dwelling_answer, dwelling_help, dwelling_question, dwelling_state, listed_size, measured_space,
        origin, photo_size, photo_stage, runts_section, space_kind, title, title_kind, title_warning,
    },
    field_name,
    funding_source::{funding_answer, funding_help, funding_question, source_kind, source_state},
    household::{
        citizenship, doubt, household_answer, household_help, household_question, housing_situation,
        isee_kind, member_answer, member_help, member_question, relation, sender,
    },
    kind_name,
    placement::{placement_state, refusal as placement_refusal},
    plan::{
        end_reason, follow_up_time, goal_answer, goal_help, goal_outcome, goal_question, plan_answer,
        plan_help, plan_question, plan_state,
    },
    referral::referral_state,
    refusal,
    shared_link::shared_view,
    task::{assignee, task_kind, task_state},
    visit::{appointment, attempt_reason, check_item, visit_hours, visit_purpose, visit_state},
};
pub use rulebook::{
    new_value, parameter_title, parameter_value, response, source, status, suggestion_reason, unit,
};
pub use time::{day, day_short, moment};
pub use written::written_value;

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
