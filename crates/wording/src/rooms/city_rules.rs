// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules of the City in words; parameters and their values have theirs in `rulebook`.
use crate::{Language, line::line, parameter_title, pick, review::resolved, say};
use soglia_domain::city_rules::{Refusal, Verb};

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Regole del Comune", "Rules of the City")
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => resolved(choosing, field_name, language),
        Verb::Amend {
            parameter, reason, ..
        } => {
            let title = parameter_title(*parameter, language);
            let amended = say!(
                language,
                "Regola modificata, «{title}»",
                "Rule amended, “{title}”"
            );
            line(&amended, reason)
        }
        Verb::SaveScenario { name, .. } => line(pick(language, "Ipotesi salvata", "Scenario saved"), name),
        Verb::RemoveScenario { .. } => pick(language, "Ipotesi tolta", "Scenario taken out").to_owned(),
    }
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    match path.split_once('/') {
        Some(("amendments", _)) => Some(pick(language, "Una regola modificata", "An amended rule")),
        Some(("scenarios", _)) => Some(pick(language, "Un’ipotesi", "A scenario")),
        None if path == "created" => Some(pick(language, "Le prime regole", "The first rules")),
        Some(_) | None => None,
    }
}

/// The sentences a person reads.
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Il Comune non ha ancora modificato nessuna regola: valgono i valori pubblicati.",
            "The City has not amended any rule yet: the published values hold.",
        ),
        Refusal::NotAmendable => pick(
            language,
            "Questo valore viene da un testo pubblicato: non si modifica qui.",
            "This value comes from a published text: it is not set here.",
        ),
        Refusal::ValueDoesNotFit => pick(
            language,
            "Il valore non va bene per questo parametro: va ricontrollato.",
            "The value does not go with this parameter: please check it.",
        ),
        Refusal::DayOutOfRange => pick(
            language,
            "Il primo giorno va ricontrollato. Non può venire prima del valore in vigore, né oltre dieci anni da oggi.",
            "Please check the first day. It cannot come before the value in force, nor more than ten years from today.",
        ),
        Refusal::ScenarioOutOfRange => pick(
            language,
            "Un’ipotesi cambia da 1 a 200 valori, e se ne salvano al massimo 200. Se ne può togliere una che non serve più.",
            "A scenario changes 1 to 200 values, and at most 200 of them are saved. One that is no longer needed can be taken out.",
        ),
    };
    fixed.to_owned()
}
