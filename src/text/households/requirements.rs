// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording around the findings: what they are about, and what is still to ask.
use crate::text::texts;

texts! {
    public_housing: "Casa popolare", "Public housing";
    affordable_rent: "Canone calmierato", "Affordable rent";
    supported: "Accompagnamento", "Accompaniment";
    to_ask: "Da chiedere", "To ask";
    to_ask_text: "Queste risposte decidono quello che manca. Si scrivono qui e l’esito si aggiorna subito.", "These answers decide what is open. Write them here; the outcome follows at once.";
    nothing_to_ask: "Non manca nessuna risposta.", "No answer is missing.";
    ask_members: "Chi compone il nucleo", "Who is part of the household";
}
