// SPDX-License-Identifier: AGPL-3.0-or-later
//! Needs assessments in words.
mod descriptor;

pub use descriptor::descriptor;

use crate::{Language, day, line::line, pick, review::resolved, words::words};
use soglia_domain::assessment::{
    AssessmentAnswer, AssessmentQuestion, AssessmentState, NeedDomain, Refusal, Urgency, Verb,
};

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Valutazione del bisogno", "Needs assessment")
}

/// A domain in which a need is looked for.
pub const fn need_domain(domain: NeedDomain, language: Language) -> &'static str {
    match domain {
        NeedDomain::Personal => pick(
            language,
            "Condizioni personali e sociali",
            "Personal and social conditions",
        ),
        NeedDomain::Economic => pick(language, "Situazione economica", "Economic situation"),
        NeedDomain::Work => pick(language, "Lavoro", "Work"),
        NeedDomain::Education => pick(language, "Istruzione e formazione", "Education and training"),
        NeedDomain::Housing => pick(language, "Casa", "Housing"),
        NeedDomain::Network => pick(language, "Legami familiari e sociali", "Family and social ties"),
    }
}

/// How soon something has to happen.
pub const fn urgency(urgency: Urgency, language: Language) -> &'static str {
    match urgency {
        Urgency::None => pick(language, "Nessuna urgenza", "No urgency"),
        Urgency::Within90Days => pick(language, "Entro 90 giorni", "Within 90 days"),
        Urgency::Within30Days => pick(language, "Entro 30 giorni", "Within 30 days"),
        Urgency::Now => pick(language, "Subito", "At once"),
    }
}

/// Whether an assessment can still be written in.
pub const fn assessment_state(state: AssessmentState, language: Language) -> &'static str {
    match state {
        AssessmentState::Draft => pick(language, "In corso", "Under way"),
        AssessmentState::Closed { .. } => pick(language, "Chiusa", "Closed"),
    }
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Say(fact) => line(
            assessment_question(fact.question(), language),
            &assessment_answer(fact, language),
        ),
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => resolved(choosing, field_name, language),
        Verb::Begin { day: about, .. } => line(name(language), &day(*about, language)),
        Verb::Close {} => pick(
            language,
            "Valutazione del bisogno chiusa",
            "Needs assessment closed",
        )
        .to_owned(),
    }
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    if let Some(question) = AssessmentQuestion::of_key(path) {
        return Some(assessment_question(question, language));
    }
    match path {
        "created" => Some(pick(
            language,
            "Inizio della valutazione",
            "Beginning of the assessment",
        )),
        "state" => Some(pick(
            language,
            "Stato della valutazione",
            "State of the assessment",
        )),
        _ => None,
    }
}

words! {
    AssessmentQuestion AssessmentAnswer {
        /// A question of a needs assessment.
        label assessment_question;
        /// How to answer a question of a needs assessment, where its label is not enough.
        help assessment_help;
        /// An answer of a needs assessment.
        answer assessment_answer;
    }
    Personal => "Condizioni personali e sociali", "Personal and social conditions",
        "Salute, cura di sé, vita di ogni giorno. Da 1 a 5", "Health, self-care, daily life. From 1 to 5";
    PersonalEvidence => "Condizioni personali e sociali: da che cosa si vede",
        "Personal and social conditions: how it shows",
        "Fatti e parole del nucleo, non giudizi", "Facts and words of the household, no judgements";
    Economic => "Situazione economica", "Economic situation",
        "Entrate, spese di base, debiti. Da 1 a 5", "Income, basic costs, debts. From 1 to 5";
    EconomicEvidence => "Situazione economica: da che cosa si vede", "Economic situation: how it shows",
        "Fatti e parole del nucleo, non giudizi", "Facts and words of the household, no judgements";
    Work => "Lavoro", "Work",
        "Lavoro di oggi e possibilità di trovarne. Da 1 a 5", "Work today and the chance of finding some. From 1 to 5";
    WorkEvidence => "Lavoro: da che cosa si vede", "Work: how it shows",
        "Fatti e parole del nucleo, non giudizi", "Facts and words of the household, no judgements";
    Education => "Istruzione e formazione", "Education and training",
        "Scuola dei minori, italiano, titoli degli adulti. Da 1 a 5",
        "School of the children, Italian, qualifications of the adults. From 1 to 5";
    EducationEvidence => "Istruzione e formazione: da che cosa si vede", "Education and training: how it shows",
        "Fatti e parole del nucleo, non giudizi", "Facts and words of the household, no judgements";
    Housing => "Casa", "Housing",
        "Dove il nucleo vive, e fino a quando può restarci. Da 1 a 5",
        "Where the household lives, and until when it can stay. From 1 to 5";
    HousingEvidence => "Casa: da che cosa si vede", "Housing: how it shows",
        "Fatti e parole del nucleo, non giudizi", "Facts and words of the household, no judgements";
    Network => "Legami familiari e sociali", "Family and social ties",
        "Famiglia, vicini, associazioni. Da 1 a 5", "Family, neighbours, associations. From 1 to 5";
    NetworkEvidence => "Legami familiari e sociali: da che cosa si vede", "Family and social ties: how it shows",
        "Fatti e parole del nucleo, non giudizi", "Facts and words of the household, no judgements";
    Urgency => "Urgenza", "Urgency",
        reads |how_soon, language| urgency(*how_soon, language).to_owned();
    UrgencyReason => "Motivo dell’urgenza", "Reason for the urgency",
        "Che cosa succede, e quando", "What happens, and when";
}

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questa valutazione del bisogno non c’è, o non è visibile con questo accesso. L’elenco aggiornato è nella scheda del nucleo.",
            "This needs assessment does not exist, or cannot be seen with this sign-in. The up-to-date list stands on the household’s page.",
        ),
        Refusal::Closed => pick(
            language,
            "Questa valutazione è chiusa e resta com’è. Per ciò che è cambiato se ne comincia una nuova.",
            "This assessment is closed and stays as it is. For what has changed, a new one can be begun.",
        ),
        Refusal::NothingAssessed => pick(
            language,
            "Nessun ambito ha ancora un livello. Ne basta uno, poi la valutazione si può chiudere.",
            "No domain has a level yet. One is enough, then the assessment can be closed.",
        ),
        Refusal::UrgencyWithoutReason => pick(
            language,
            "Manca il motivo dell’urgenza. Basta una frase su che cosa succede e quando.",
            "The reason for the urgency is missing. One sentence on what happens and when is enough.",
        ),
    };
    fixed.to_owned()
}
