// SPDX-License-Identifier: AGPL-3.0-or-later
//! Cases in words.
mod letter;

pub use letter::{LetterWords, letter};

use crate::{Language, day, line::line, pick, requirement, review::resolved, say};
use soglia_domain::case::{CaseStageKind, Conclusion, Refusal, Verb};

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Presa in carico", "Case")
}

/// Where a case stands.
pub const fn case_stage(stage: CaseStageKind, language: Language) -> &'static str {
    match stage {
        CaseStageKind::Access => pick(language, "Accesso", "Access"),
        CaseStageKind::Assessment => pick(language, "Valutazione", "Assessment"),
        CaseStageKind::Project => pick(language, "Progetto", "Project"),
        CaseStageKind::Delivery => pick(language, "Percorso in corso", "Under way"),
        CaseStageKind::Refused => pick(language, "Non accolta", "Refused"),
        CaseStageKind::Appealed => pick(language, "In riesame", "Under appeal"),
        CaseStageKind::Withdrawn => pick(language, "Ritirata", "Withdrawn"),
        CaseStageKind::Concluded => pick(language, "Conclusa", "Concluded"),
    }
}

/// Why a case came to its end, as it goes on in a sentence.
pub const fn conclusion(conclusion: Conclusion, language: Language) -> &'static str {
    match conclusion {
        Conclusion::Autonomy => pick(language, "il nucleo va avanti da solo", "it goes on by itself"),
        Conclusion::OtherService => pick(
            language,
            "lo segue un altro servizio",
            "another service follows it",
        ),
        Conclusion::MovedAway => pick(language, "il nucleo si è trasferito", "it moved away"),
        Conclusion::Other => pick(language, "altro motivo", "another reason"),
    }
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    let (what, reason) = match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => return resolved(choosing, field_name, language),
        Verb::Open { .. } => return pick(language, "Presa in carico aperta", "Case opened").to_owned(),
        Verb::Advance { to, reason, .. } => {
            let to = case_stage(*to, language);
            let what = say!(
                language,
                "Presa in carico, si passa a «{to}»",
                "Case, on to “{to}”"
            );
            return line(&what, reason);
        }
        Verb::Refuse { reason, .. } => (pick(language, "Domanda non accolta", "Refused"), reason),
        Verb::Withdraw { reason } => (pick(language, "Domanda ritirata", "Case withdrawn"), reason),
        Verb::Appeal { received, reason, .. } => {
            let received = day(*received, language);
            let what = say!(
                language,
                "Riesame chiesto il {received}",
                "Appeal received on {received}"
            );
            return line(&what, reason);
        }
        Verb::AnswerAppeal { accepted, reason } => {
            let what = if *accepted {
                pick(
                    language,
                    "Riesame accolto, si valuta di nuovo",
                    "Appeal accepted, to be assessed again",
                )
            } else {
                pick(language, "Riesame non accolto", "Appeal rejected")
            };
            (what, reason)
        }
        Verb::Reassess { reason, due } => {
            let due = day(*due, language);
            let what = say!(
                language,
                "Nuova valutazione entro il {due}",
                "To be assessed again by {due}"
            );
            return line(&what, reason);
        }
        Verb::Conclude {
            conclusion: why,
            destination,
            reason,
        } => {
            let why = conclusion(*why, language);
            let what = say!(
                language,
                "Presa in carico conclusa, {why}",
                "Case concluded, {why}"
            );
            let what = line(&what, destination);
            return if reason.trim().is_empty() {
                what
            } else {
                format!("{what} ({})", reason.trim())
            };
        }
    };
    line(what, reason)
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    match path.split_once('/') {
        Some(("steps", _)) => Some(pick(language, "Un passo", "A step")),
        None if path == "created" => Some(pick(language, "Presa in carico", "Case")),
        Some(_) | None => None,
    }
}

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questa presa in carico non c’è, o non è visibile con questo accesso. Quella aggiornata è nella scheda del nucleo.",
            "This case does not exist, or cannot be seen with this sign-in. The up-to-date one stands on the household’s page.",
        ),
        Refusal::OpenAlready => pick(
            language,
            "Questo nucleo ha già una presa in carico aperta: si continua su quella.",
            "This household has an open case already: work goes on there.",
        ),
        Refusal::StageNotReachable { from } => return not_reachable(*from, language),
        Refusal::AppealOpen => pick(
            language,
            "Il nucleo ha chiesto un riesame: prima va data la risposta.",
            "The household has appealed: the answer to that comes first.",
        ),
        Refusal::AppealTooLate { last } => {
            let last = day(*last, language);
            return say!(
                language,
                "Il riesame si poteva chiedere fino al {last}. Se qualcosa è cambiato, si può aprire una nuova presa in carico.",
                "An appeal was possible until {last}. If something has changed, a new case can be opened."
            );
        }
        Refusal::AppealAnswered => pick(
            language,
            "A un riesame di questa decisione è già stata data risposta. Se qualcosa è cambiato, si può aprire una nuova presa in carico.",
            "An appeal against this decision was answered before. If something has changed, a new case can be opened.",
        ),
        Refusal::OfAnotherHousehold => pick(
            language,
            "La presa in carico è di un altro nucleo: la richiesta va scritta nella scheda giusta.",
            "The case is that of another household: the request belongs on the right page.",
        ),
        Refusal::GroundNotFound { requirement: missing } => {
            let missing = requirement(*missing, language);
            return say!(
                language,
                "Dai dati di adesso non risulta che manchi «{missing}». Si può togliere dai motivi, o prima correggere i dati.",
                "What is known now does not show “{missing}” as unmet. It can be left out, or the facts be corrected first."
            );
        }
    };
    fixed.to_owned()
}

/// From where a case stands one goes to this or that; from its end nowhere.
fn not_reachable(from: CaseStageKind, language: Language) -> String {
    let ways: Vec<String> = from
        .leads_to()
        .iter()
        .map(|to| {
            let to = case_stage(*to, language);
            say!(language, "«{to}»", "“{to}”")
        })
        .collect();
    let from = case_stage(from, language);
    let Some((last, others)) = ways.split_last() else {
        return say!(
            language,
            "La presa in carico ora è in «{from}» e non cambia più. Se serve, se ne può aprire una nuova.",
            "The case stands at “{from}” now and changes no more. A new one can be opened if needed."
        );
    };
    if others.is_empty() {
        return say!(
            language,
            "La presa in carico ora è in «{from}». Da lì si passa solo a {last}.",
            "The case stands at “{from}” now. From there it only goes to {last}."
        );
    }
    let others = others.join(", ");
    say!(
        language,
        "La presa in carico ora è in «{from}». Da lì si passa a {others} o {last}.",
        "The case stands at “{from}” now. From there it goes to {others} or {last}."
    )
}
