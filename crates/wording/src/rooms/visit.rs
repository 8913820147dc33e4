// SPDX-License-Identifier: AGPL-3.0-or-later
//! Visits in words.
mod names;
mod refusal;
#[cfg(test)]
mod tests;

pub use names::{attempt_reason, check_item, visit_hours, visit_purpose, visit_state};
pub(crate) use refusal::refusal;

use crate::{
    Language, day,
    line::{beginning, line},
    not_known_yet, pick,
    review::resolved,
    say,
};
use soglia_domain::visit::{Appointment, CheckItem, Verb, VisitFact};
use soglia_kernel::content::Fact as _;

/// How many characters of the notes of a visit stand in a line.
const IN_A_LINE: usize = 80;

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Visita", "Visit")
}

/// When and where a visit is to be: "24 marzo 2026, dalle 09:30 alle 10:30, via Padova 80".
pub fn appointment(appointment: &Appointment, language: Language) -> String {
    let Appointment {
        day: on,
        from,
        to,
        place,
    } = appointment;
    let mut parts = vec![day(*on, language)];
    parts.extend(visit_hours(*from, *to, language));
    if !place.is_empty() {
        parts.push(place.clone());
    }
    parts.join(", ")
}

/// What is said about a visit.
pub(crate) fn visit_fact(fact: &VisitFact, language: Language) -> String {
    match fact {
        VisitFact::Appointment(when) => appointment(when, language),
        VisitFact::Who(who) => who.name.clone(),
        VisitFact::Safety(safety) => match safety.known() {
            Some(text) => text.clone(),
            None => not_known_yet(language).to_owned(),
        },
    }
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Say(fact) => {
            let what = field_name(fact.field(), language).unwrap_or(name(language));
            line(what, &beginning(&visit_fact(fact, language), IN_A_LINE))
        }
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => resolved(choosing, field_name, language),
        Verb::Plan {
            purpose,
            appointment: when,
            ..
        } => {
            let purpose = visit_purpose(*purpose, language);
            let what = say!(
                language,
                "Visita in programma. {purpose}",
                "Visit planned. {purpose}"
            );
            line(&what, &appointment(when, language))
        }
        Verb::Attempt {
            day: on,
            reason,
            note,
            ..
        } => {
            let (on, reason) = (day(*on, language), attempt_reason(*reason, language));
            let what = say!(
                language,
                "Tentativo di visita, {on}. {reason}",
                "Attempt at a visit, {on}. {reason}"
            );
            line(&what, note)
        }
        Verb::Check { item, done } => line(
            if *done {
                pick(language, "Nella visita", "At the visit")
            } else {
                pick(
                    language,
                    "Tolto dalla lista della visita",
                    "Taken off the list of the visit",
                )
            },
            check_item(*item, language),
        ),
        Verb::AddPhoto { photo } => line(
            pick(language, "Foto della visita", "Photo of the visit"),
            photo.caption.trim(),
        ),
        Verb::RemovePhoto { .. } => pick(
            language,
            "Tolta una foto della visita",
            "Photo of the visit taken out",
        )
        .to_owned(),
        Verb::Close { day: on, notes, .. } => {
            let on = day(*on, language);
            let what = say!(language, "Visita fatta il {on}", "Visit held on {on}");
            line(&what, &beginning(notes, IN_A_LINE))
        }
        Verb::GiveUp { reason, note } => {
            let reason = attempt_reason(*reason, language);
            let what = say!(
                language,
                "Visita non riuscita. {reason}",
                "Visit not possible. {reason}"
            );
            line(&what, note)
        }
        Verb::Cancel { reason } => line(pick(language, "Visita annullata", "Visit called off"), reason),
    }
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    match path.split_once('/') {
        Some(("attempts", _)) => Some(pick(language, "Tentativo di visita", "Attempt at a visit")),
        Some(("photos", _)) => Some(pick(language, "Foto della visita", "Photo of the visit")),
        Some(("checks", key)) => {
            let item = CheckItem::ALL.into_iter().find(|item| item.key() == key)?;
            Some(check_item(item, language))
        }
        Some(_) => None,
        None => match path {
            "created" => Some(pick(language, "Visita in programma", "Visit planned")),
            "state" => Some(pick(language, "Esito della visita", "Outcome of the visit")),
            "appointment" => Some(pick(language, "Giorno, ora e luogo", "Day, time and place")),
            "who" => Some(pick(language, "Chi va", "Who goes")),
            "safety" => Some(pick(language, "Nota di sicurezza", "Safety note")),
            _ => None,
        },
    }
}
