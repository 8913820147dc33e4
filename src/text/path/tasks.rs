// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of what is to be done about a household.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    tasks: "Cose da fare", "To do";
    new: "Nuova attività", "New task";
    none: "Niente da fare, per ora. Con «Nuova attività» si scrive che cosa serve e a chi tocca.", "Nothing to do for now. “New task” says what is needed and for whom.";
    kind: "Di che cosa si tratta", "What it is about";
    words: "Che cosa va fatto", "What is to be done";
    words_missing: "Manca che cosa va fatto: basta una frase.", "What is to be done is missing: one sentence is enough.";
    due: "Entro quando", "By when";
    due_missing: "Manca il giorno entro cui farlo.", "The day by which it is due is missing.";
    for_whom: "A chi tocca", "For whom";
    social_workers: "Assistenti sociali", "Social workers";
    housing_officers: "Funzionari della casa", "Housing officers";
    coordination: "Coordinamento", "Coordination";
    partners: "Partner", "Partners";
    ask: "Aggiungi l’attività", "Add the task";
    done: "Fatto", "Done";
    answer: "Rispondi", "Answer";
    answer_words: "Risposta", "Answer";
    answer_help: "Una frase con l’esito. Chi l’ha chiesta la legge qui.", "One sentence on the outcome. Whoever asked reads it here.";
    answer_missing: "Manca la risposta: basta una frase con l’esito.", "The answer is missing: one sentence on the outcome is enough.";
    save_answer: "Salva la risposta", "Save the answer";
    late: "In ritardo", "Late";
    more: "Altro", "More";
    postpone: "Sposta", "Postpone";
    new_day: "Nuovo giorno", "New day";
    reason: "Motivo", "Reason";
    reason_missing: "Manca il motivo: basta una frase.", "The reason is missing: one sentence is enough.";
    save_day: "Salva il nuovo giorno", "Save the new day";
    hand_on: "Passa ad altri", "Hand on";
    whom_missing: "Manca a chi passarla: va scelto uno di questi.", "Whom to hand it to is missing: please choose one of these.";
    save_hand_on: "Passa l’attività", "Hand the task on";
    drop: "Non serve più", "Not needed any more";
    save_drop: "Chiudi l’attività", "Close the task";
    reopen: "Riapri", "Reopen";
}

/// "Io (Marta Riva)".
pub fn me(name: &str) -> String {
    match language() {
        Language::Italian => format!("Io ({name})"),
        Language::English => format!("Me ({name})"),
    }
}

/// "Entro il 24/03/2026".
pub fn by_day(day: &str) -> String {
    match language() {
        Language::Italian => format!("Entro il {day}"),
        Language::English => format!("By {day}"),
    }
}

/// Who asked, and when.
pub fn asked_by(name: &str, role: &str, moment: &str) -> String {
    match language() {
        Language::Italian => format!("Richiesta di {name}, {role}, {moment}"),
        Language::English => format!("Asked by {name}, {role}, {moment}"),
    }
}

/// "Concluse (3)".
pub fn closed(n: usize) -> String {
    match language() {
        Language::Italian => format!("Concluse ({n})"),
        Language::English => format!("Closed ({n})"),
    }
}
