// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording around the findings: what they are about, and what is still to ask.
use crate::text::texts;
use soglia_domain::{eligibility::VerdictKind, finding::Outcome};

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
    ask_members: "Chi compone il nucleo", "Who is part of the household";
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
