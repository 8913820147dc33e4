// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is one of several, by its name on the wire.
use crate::{
    Language, assessment_state, attempt_reason, case_stage, check_item, circle, conclusion, dwelling_state,
    end_reason, entry_topic, follow_up_time, isee_kind, need_domain, origin, outcome, photo_stage, pick,
    plan_state, referral_state, rent_tier, requirement, response, role, runts_section, space_kind, status,
    surface_kind, task_kind, task_state, title_kind, verdict_title, visit_purpose, visit_state,
};
use serde::{
    Deserialize,
    de::{IntoDeserializer as _, value},
};
use soglia_domain::{assessment::AssessmentState, case::CaseStageKind};

/// One of several that carry nothing, by the name on the wire.
fn named<T: for<'de> Deserialize<'de>>(key: &str) -> Option<T> {
    let key: value::StrDeserializer<'_, value::Error> = key.into_deserializer();
    T::deserialize(key).ok()
}

macro_rules! choices {
    ($($name:ident = $words:expr;)*) => {
        $(pub(super) fn $name(key: &str, language: Language) -> Option<&'static str> {
            named(key).map(|value| $words(value, language))
        })*
    };
}

choices! {
    roles = role;
    circles = circle;
    topics = entry_topic;
    tiers = rent_tier;
    surfaces = surface_kind;
    photo_stages = photo_stage;
    models = response;
    isee_kinds = isee_kind;
    domains = need_domain;
    end_reasons = end_reason;
    after = follow_up_time;
    task_kinds = task_kind;
    purposes = visit_purpose;
    attempt_reasons = attempt_reason;
    items = check_item;
    conclusions = conclusion;
    requirements = requirement;
    statuses = status;
    origins = origin;
    spaces = space_kind;
    titles = title_kind;
    sections = runts_section;
    dwelling_states = dwelling_state;
}

/// What a condition or a verdict is called, or what was found.
pub(super) fn found(key: &str, language: Language) -> Option<&'static str> {
    let verdict = || named(key).map(|kind| verdict_title(kind, language));
    let outcome = || named(key).map(|found| outcome(found, language));
    requirements(key, language).or_else(verdict).or_else(outcome)
}

pub(super) fn stages(key: &str, language: Language) -> Option<&'static str> {
    let stage = match key {
        "access" => CaseStageKind::Access,
        "assessment" => CaseStageKind::Assessment,
        "project" => CaseStageKind::Project,
        "delivery" => CaseStageKind::Delivery,
        "refused" => CaseStageKind::Refused,
        "appealed" => CaseStageKind::Appealed,
        "withdrawn" => CaseStageKind::Withdrawn,
        "concluded" => CaseStageKind::Concluded,
        _ => return None,
    };
    Some(case_stage(stage, language))
}

/// Where a record stands, whatever its kind.
pub(super) fn household_states(key: &str, language: Language) -> Option<&'static str> {
    Some(match key {
        "open" => pick(language, "Aperto", "Open"),
        "joined" => pick(language, "Unito a un altro fascicolo", "Joined to another case"),
        _ => return None,
    })
}

pub(super) fn placement_states(key: &str, language: Language) -> Option<&'static str> {
    Some(match key {
        "offered" => pick(
            language,
            "Proposta, in attesa di risposta",
            "Offered, waiting for an answer",
        ),
        "withdrawn" => pick(language, "Ritirata", "Taken back"),
        _ => return None,
    })
}

pub(super) fn assessment_states(key: &str, language: Language) -> Option<&'static str> {
    Some(match key {
        "draft" => assessment_state(AssessmentState::Draft, language),
        "closed" => pick(language, "Chiusa", "Closed"),
        _ => return None,
    })
}

macro_rules! states {
    ($($name:ident = $type:path, $words:ident { $($key:literal $variant:ident)* })*) => {
        $(pub(super) fn $name(key: &str, language: Language) -> Option<&'static str> {
            use $type as Kind;
            let state = match key {
                $($key => Kind::$variant,)*
                _ => return None,
            };
            Some($words(state, language))
        })*
    };
}

states! {
    plan_states = soglia_domain::plan::PlanStateKind, plan_state {
        "draft" Draft "signed" Signed "ended" Ended
    }
    referral_states = soglia_domain::referral::ReferralStateKind, referral_state {
        "sent" Sent "accepted" Accepted "refused" Refused "withdrawn" Withdrawn "ended" Ended
    }
    task_states = soglia_domain::task::TaskStateKind, task_state {
        "open" Open "done" Done "dropped" Dropped
    }
    visit_states = soglia_domain::visit::VisitStateKind, visit_state {
        "planned" Planned "done" Done "not_possible" NotPossible "cancelled" Cancelled
    }
}

pub(super) fn link_states(key: &str, language: Language) -> Option<&'static str> {
    Some(match key {
        "open" => pick(language, "Aperto", "Open"),
        "revoked" => pick(language, "Ritirato", "Taken back"),
        _ => return None,
    })
}

pub(super) fn views(key: &str, language: Language) -> Option<&'static str> {
    Some(match key {
        "contractor" => pick(language, "Alloggio per una ditta", "Dwelling for a contractor"),
        "family_plan" => pick(language, "Piano per la famiglia", "Plan for the family"),
        "case_summary" => pick(
            language,
            "Riepilogo del caso per chi assiste",
            "Summary of the case for who assists",
        ),
        _ => return None,
    })
}

pub(super) fn tongues(key: &str, language: Language) -> Option<&'static str> {
    Some(match key {
        "it" => pick(language, "Italiano", "Italian"),
        "en" => pick(language, "Inglese", "English"),
        "fr" => pick(language, "Francese", "French"),
        "es" => pick(language, "Spagnolo", "Spanish"),
        "bn" => pick(language, "Bengalese", "Bengali"),
        "uk" => pick(language, "Ucraino", "Ukrainian"),
        "ar" => pick(language, "Arabo", "Arabic"),
        "zh" => pick(language, "Cinese", "Chinese"),
        _ => return None,
    })
}
