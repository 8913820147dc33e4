// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the money: sources and commitments.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    funding: "Fondi", "Funding";
    intro: "Da dove viene il denaro, e per che cosa è impegnato.", "Where the money comes from, and what it is committed for.";
    none: "Nessuna fonte, per ora", "No source so far";
    none_text: "Le fonti di finanziamento compaiono qui quando il coordinamento le apre.", "Funding sources appear here once the coordination opens them.";
    open_source: "Apri una fonte", "Open a source";
    name: "Nome della fonte", "Name of the source";
    name_help: "Come la chiamano gli uffici, per esempio «Contributo iniziale».", "What the offices call it, such as “Initial grant”.";
    kind: "Tipo", "Kind";
    amount: "Importo", "Amount";
    amount_help: "Il totale disponibile, in euro.", "The total there is, in euro.";
    committed_by: "Ultimo giorno per impegnare", "Last day for commitments";
    committed_by_help: "Vale la mezzanotte di Roma. Se non c’è una scadenza si lascia vuoto.", "Midnight in Rome counts. Leave it empty where there is no deadline.";
    ask_open: "Chiedi di aprire la fonte", "Ask to open the source";
    cancel: "Annulla", "Cancel";
    total: "Totale", "Total";
    committed: "Impegnato", "Committed";
    left: "Resta", "Left";
    until: "Si impegna entro il", "To be committed by";
    no_deadline: "Senza scadenza", "No deadline";
    closed: "Chiusa", "Closed";
    open: "Aperta", "Open";
    commitments: "Impegni", "Commitments";
    no_commitments: "Nessun impegno su questa fonte.", "No commitment of this source.";
    commit: "Nuovo impegno", "New commitment";
    purpose: "Per che cosa", "What for";
    purpose_help: "Per esempio lavori, arredi, accompagnamento.", "Works, furniture, support, for example.";
    dwelling: "Codice dell’alloggio, se è per uno", "Code of the dwelling, if it is for one";
    dwelling_unknown: "Nessun alloggio su questo dispositivo ha questo codice.", "No dwelling on this device has this code.";
    ask_commit: "Chiedi l’impegno", "Ask for the commitment";
    server_decides: "Decide il server alla prossima consegna: così la somma non si supera, da quanti dispositivi arrivi la richiesta.", "The server decides at the next delivery: so the sum is never passed, however many devices ask.";
    asked: "Chiesto, in attesa del server", "Asked, waiting for the server";
    released: "Liberato", "Released";
    release: "Libera", "Release";
    release_reason: "Motivo", "Reason";
    ask_release: "Chiedi di liberare", "Ask to release";
    refused: "Non accettato", "Not accepted";
    give_up: "Togli la richiesta", "Take the request back";
    back: "Tutte le fonti", "All sources";
    missing: "Questa fonte non è su questo dispositivo.", "This source is not on this device.";
    missing_text: "Forse non è ancora arrivata: con la rete arriva da sola.", "Perhaps it has not arrived yet: it comes by itself with a network.";
    loading: "Si apre la fonte", "Opening the source";
    demonstration: "dimostrazione", "demonstration";
}

/// "Impegnato 1.200,00 € su 5.000,00 €".
pub fn bar(committed: &str, total: &str) -> String {
    match language() {
        Language::Italian => format!("Impegnato {committed} su {total}"),
        Language::English => format!("{committed} of {total} committed"),
    }
}
