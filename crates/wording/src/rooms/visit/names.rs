// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names of what is chosen about a visit, and its hours.
use crate::{Language, pick, say};
use soglia_domain::visit::{AttemptReason, CheckItem, Purpose, VisitStateKind};

/// What a visit is for.
pub const fn visit_purpose(purpose: Purpose, language: Language) -> &'static str {
    match purpose {
        Purpose::Intake => pick(language, "Primo colloquio", "First meeting"),
        Purpose::Home => pick(language, "Visita a casa", "Home visit"),
        Purpose::Dwelling => pick(language, "Sopralluogo in un alloggio", "Seeing a dwelling"),
        Purpose::Plan => pick(language, "Verifica del progetto", "Review of the plan"),
        Purpose::Other => pick(language, "Altro", "Something else"),
    }
}

/// What became of a visit.
pub const fn visit_state(state: VisitStateKind, language: Language) -> &'static str {
    match state {
        VisitStateKind::Planned => pick(language, "In programma", "Planned"),
        VisitStateKind::Done => pick(language, "Fatta", "Held"),
        VisitStateKind::NotPossible => pick(language, "Non riuscita", "Not possible"),
        VisitStateKind::Cancelled => pick(language, "Annullata", "Called off"),
    }
}

/// Why a visit did not come about.
pub const fn attempt_reason(reason: AttemptReason, language: Language) -> &'static str {
    match reason {
        AttemptReason::NobodyHome => pick(language, "Nessuno in casa", "Nobody at home"),
        AttemptReason::WrongAddress => pick(
            language,
            "All’indirizzo non ci sono",
            "They do not live at the address",
        ),
        AttemptReason::Refused => pick(language, "Non hanno voluto la visita", "They declined the visit"),
        AttemptReason::Postponed => pick(
            language,
            "Hanno chiesto un altro giorno",
            "They asked for another day",
        ),
        AttemptReason::Unsafe => pick(language, "Non era sicuro entrare", "It was not safe to go in"),
        AttemptReason::Other => pick(language, "Altro motivo", "Another reason"),
    }
}

/// A line of the checklist.
pub const fn check_item(item: CheckItem, language: Language) -> &'static str {
    match item {
        CheckItem::IdentityPapers => pick(language, "Documenti d’identità visti", "Identity papers seen"),
        CheckItem::PeoplePresent => pick(
            language,
            "Le persone presenti sono quelle del nucleo",
            "The people present are those of the household",
        ),
        CheckItem::Attestation => pick(
            language,
            "Attestazione ISEE fotografata",
            "ISEE attestation photographed",
        ),
        CheckItem::Condition => pick(
            language,
            "Stato dell’alloggio guardato",
            "Condition of the dwelling looked at",
        ),
        CheckItem::HeatingAndDamp => pick(
            language,
            "Riscaldamento e umidità controllati",
            "Heating and damp checked",
        ),
        CheckItem::ChildSafety => pick(
            language,
            "Sicurezza dei bambini controllata",
            "Safety of children checked",
        ),
        CheckItem::SupportNeeds => pick(
            language,
            "Bisogni di sostegno raccolti",
            "Needs of support talked about",
        ),
        CheckItem::NextAppointment => {
            pick(language, "Prossimo appuntamento fissato", "Next appointment made")
        }
    }
}

/// The hours of a visit: "dalle 09:30 alle 10:30"; none where none are set.
pub fn visit_hours(from: Option<u16>, to: Option<u16>, language: Language) -> Option<String> {
    match (from.map(hour), to.map(hour)) {
        (Some(from), Some(to)) => Some(say!(language, "dalle {from} alle {to}", "from {from} to {to}")),
        (Some(from), None) => Some(say!(language, "dalle {from}", "from {from}")),
        (None, Some(to)) => Some(say!(language, "fino alle {to}", "until {to}")),
        (None, None) => None,
    }
}

/// "09:30", from the minutes since midnight.
fn hour(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
