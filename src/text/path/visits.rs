// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of visits to a household.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    visits: "Visite", "Visits";
    plan: "Pianifica una visita", "Plan a visit";
    none: "Nessuna visita in programma. Con «Pianifica una visita» si fissano giorno e luogo.", "No visit is planned. “Plan a visit” sets day and place.";
    none_to_read: "Nessuna visita in programma.", "No visit is planned.";
    purpose: "Scopo", "Purpose";
    purpose_missing: "Manca lo scopo: va scelto uno di questi.", "The purpose is missing: please choose one of these.";
    day_missing: "Manca il giorno.", "The day is missing.";
    from: "Dalle", "From";
    to: "Alle", "To";
    hour_help: "Ore e minuti, per esempio 09:30. Può restare vuoto.", "Hours and minutes, such as 09:30. May stay empty.";
    no_such_hour: "Un’ora non si legge. Si scrive con ore e minuti, per esempio 09:30.", "An hour cannot be read. It is written as hours and minutes, such as 09:30.";
    place: "Luogo", "Place";
    safety: "Nota di sicurezza", "Safety note";
    safety_help: "Che cosa sapere prima di andare. Lo legge solo chi può andare.", "What to know before going. Only those who may go read it.";
    save_plan: "Metti in programma", "Plan it";
    to_close: "Da chiudere", "To be closed";
    to_know: "Da sapere prima", "To know before";
    of_others: "Visita di un altro partner", "Visit of another partner";
    close: "Chiudi la visita", "Close the visit";
    present: "Chi era presente", "Who was there";
    present_help: "Una persona per riga, con il nome o il ruolo.", "One person a line, by name or by role.";
    notes: "Note", "Notes";
    notes_help: "Che cosa si è visto e detto.", "What was seen and said.";
    save_close: "Salva la visita", "Save the visit";
    more: "Altro", "More";
    checklist: "Lista della visita", "Checklist of the visit";
    move_it: "Sposta", "Move";
    save_move: "Sposta la visita", "Move the visit";
    save_safety: "Salva la nota", "Save the note";
    attempts: "Tentativi", "Attempts";
    attempt: "Non riuscita", "Did not come about";
    reason: "Motivo", "Reason";
    choice_missing: "Manca il motivo: va scelto uno di questi.", "The reason is missing: please choose one of these.";
    reason_missing: "Manca il motivo: basta una frase.", "The reason is missing: one sentence is enough.";
    note: "Nota", "Note";
    save_attempt: "Salva il tentativo", "Save the attempt";
    give_up: "Rinuncia", "Give up";
    save_give_up: "Rinuncia alla visita", "Give the visit up";
    cancel: "Annulla", "Call off";
    save_cancel: "Annulla la visita", "Call the visit off";
}

/// "3 tentativi".
pub fn n_attempts(n: u8) -> String {
    match (language(), n) {
        (Language::Italian, 1) => "1 tentativo".to_owned(),
        (Language::Italian, n) => format!("{n} tentativi"),
        (Language::English, 1) => "1 attempt".to_owned(),
        (Language::English, n) => format!("{n} attempts"),
    }
}

/// "Foto (3)".
pub fn photos(n: usize) -> String {
    match language() {
        Language::Italian => format!("Foto ({n})"),
        Language::English => format!("Photos ({n})"),
    }
}

/// "Passate (3)".
pub fn over(n: usize) -> String {
    match language() {
        Language::Italian => format!("Passate ({n})"),
        Language::English => format!("Over ({n})"),
    }
}
