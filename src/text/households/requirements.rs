// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording around the findings: what they are about, and what is still to ask.
use crate::text::{language, texts};
use soglia_domain::{eligibility::VerdictKind, finding::Outcome};
use soglia_wording::Language;

texts! {
    yes: "sì", "yes";
    no: "no", "no";
    open: "da verificare", "open";
    public_housing: "Casa popolare", "Public housing";
    affordable_rent: "Canone calmierato", "Affordable rent";
    supported: "Accompagnamento", "Accompaniment";
    to_ask: "Da chiedere", "To ask";
    to_ask_text: "Queste risposte decidono quello che manca. Si scrivono qui e l’esito si aggiorna subito.", "These answers decide what is open. Write them here; the outcome follows at once.";
    nothing_to_ask: "Non manca nessuna risposta.", "No answer is missing.";
    to_ask_text_reading: "Queste risposte decidono quello che manca. Le raccolgono i due assessorati.", "These answers decide what is open. The two departments collect them.";
    ask_members: "Chi compone il nucleo", "Who is part of the household";
    indigence: "Indigenza", "Indigence";
    indigence_text: "Nessun esito dipende da questo. Chi è indigente ha una quota riservata fra le case popolari.", "No outcome rests on this. Who is indigent has a reserved share of public housing.";
    response_title: "Risposta suggerita", "Suggested response";
    suggested: "Dai dati di oggi", "From today’s facts";
    no_response: "nessuna, per ora", "none so far";
    chosen: "Risposta scelta", "Response chosen";
    suggested_then: "Suggerita in quel momento", "Suggested at that time";
    reason: "Motivo", "Reason";
    suggestion_changed: "Dopo la scelta i dati sono cambiati: oggi il suggerimento è un altro.", "The facts changed after the choice: today’s suggestion is another one.";
    choose_response: "La scelta è di chi segue il nucleo", "Whoever follows the household chooses";
    suggested_mark: "suggerita", "suggested";
    choose_first: "Scegliere prima una delle tre risposte.", "Choose one of the three responses first.";
    response_reason: "Perché questa risposta", "Why this response";
    response_reason_help: "Serve quando la risposta è diversa da quella suggerita.", "Needed where the response is not the suggested one.";
    save_response: "Conferma la risposta", "Confirm the response";
}

/// What a verdict is about, in a word or two.
pub fn short(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::PublicHousing => public_housing(),
        VerdictKind::AffordableRent => affordable_rent(),
        VerdictKind::Supported => supported(),
    }
}

/// The outcome so far, in a word.
pub fn so_far(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => yes(),
        Outcome::NotMet => no(),
        Outcome::Unknown => open(),
    }
}

/// How many outcomes the first answer may decide.
pub fn settles(question: &str, n_settled: usize) -> String {
    match (language(), n_settled) {
        (Language::Italian, 1) => format!("Per prima: {question}. Può bastare a decidere un esito."),
        (Language::Italian, n) => format!("Per prima: {question}. Può bastare a decidere {n} esiti."),
        (Language::English, 1) => format!("First: {question}. It may be enough to decide one outcome."),
        (Language::English, n) => format!("First: {question}. It may be enough to decide {n} outcomes."),
    }
}
