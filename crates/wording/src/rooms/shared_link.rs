// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shared links in words.
use crate::{Language, day, line::line, pick, review::resolved, say};
use soglia_domain::shared_link::{Refusal, SharedView, Verb};

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Link condiviso", "Shared link")
}

/// What a view is for, in a few words.
pub const fn shared_view(view: SharedView, language: Language) -> &'static str {
    match view {
        SharedView::Contractor { .. } => {
            pick(language, "Alloggio per una ditta", "Dwelling for a contractor")
        }
        SharedView::FamilyPlan { .. } => pick(language, "Piano per la famiglia", "Plan for the family"),
        SharedView::CaseSummary { .. } => pick(
            language,
            "Riepilogo del caso per chi assiste",
            "Summary of the case for who assists",
        ),
    }
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => resolved(choosing, field_name, language),
        Verb::Share { view, to, until, .. } => {
            let until = day(*until, language);
            let whom = say!(language, "{to}, fino al {until}", "{to}, until {until}");
            line(shared_view(*view, language), &whom)
        }
        Verb::Revoke {} => pick(language, "Link ritirato", "Link taken back").to_owned(),
    }
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    match path {
        "created" => Some(name(language)),
        "state" => Some(pick(language, "Stato del link", "State of the link")),
        _ => None,
    }
}

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::Unknown => pick(
            language,
            "Questo link non c’è, o non è più visibile con questo accesso.",
            "This link does not exist, or can no longer be seen with this sign-in.",
        )
        .to_owned(),
        Refusal::NoHash => pick(
            language,
            "Il link non è stato preparato bene su questo dispositivo. Farne un altro.",
            "The link was not prepared well on this device. Make another one.",
        )
        .to_owned(),
        Refusal::NoConsent => pick(
            language,
            "Serve il consenso della persona: scrivere chi lo ha dato e quando.",
            "The consent of the person is needed: write down who gave it and when.",
        )
        .to_owned(),
        Refusal::ConsentToCome => pick(
            language,
            "Il consenso non può essere di un giorno che deve ancora venire.",
            "Consent cannot be of a day that is still to come.",
        )
        .to_owned(),
        Refusal::TooLong { last } => {
            let last = day(*last, language);
            say!(
                language,
                "Un link può valere al massimo fino al {last}. Chi ne ha bisogno più a lungo ne riceve poi un altro.",
                "A link may last until {last} at most. Whoever needs it for longer gets another one then."
            )
        }
    }
}
