// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of Today.
use super::{language, texts};
use soglia_wording::{Language, whole};

texts! {
    title: "Oggi", "Today";
    new_household: "Nuovo nucleo", "New household";
    arriving_title: "Primo arrivo dei dati", "First arrival of the records";
    arriving_help: "Intanto si può già lavorare con quello che è arrivato. Se la rete manca, riprende da solo.", "What has arrived can already be used. If the network goes, it continues by itself.";
    todo_title: "Che cosa aspetta", "What is waiting";
    nothing_waits: "Niente in sospeso: tutto è al sicuro sul server.", "Nothing is waiting: everything is safe at the server.";
    nothing_waits_here: "Niente in sospeso su questo tablet.", "Nothing is waiting on this tablet.";
    open_it: "Apri", "Open";
    not_persisted: "Il browser non promette di conservare i dati di questo tablet. Con Soglia installata sulla schermata iniziale la promessa di solito arriva.", "The browser does not promise to keep what is on this tablet. With Soglia installed on the home screen it usually does.";
    recent_title: "Ultimi nuclei", "Latest households";
    no_households_text: "Ancora nessuno. Qui compaiono i nuclei su cui si è lavorato per ultimi.", "None yet. The households that were worked on last appear here.";
    all_households: "Tutti i nuclei", "All households";
    stock_title: "Patrimonio", "Stock";
    stock_caption: "Quanti alloggi in ogni stato", "How many dwellings in each state";
    no_dwellings_text: "Ancora nessun alloggio. Arrivano dal server, oppure dall’importazione di un elenco nella pagina Alloggi.", "No dwelling yet. They come from the server, or from the import of a list on the page Dwellings.";
}

/// Records that arrived so far.
pub fn arriving(n: usize) -> String {
    if n == 0 {
        return super::pick(
            "Stiamo portando qui alloggi e nuclei…",
            "Dwellings and households are on their way…",
        )
        .to_owned();
    }
    let n = whole(n as u64, language());
    match language() {
        Language::Italian => format!("Stiamo portando qui alloggi e nuclei: {n} arrivati."),
        Language::English => format!("Dwellings and households are on their way: {n} have arrived."),
    }
}

/// Changes that came back.
pub fn refused(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 1) => "Una modifica è tornata indietro: c’è il motivo e la bozza".to_owned(),
        (Language::Italian, n) => format!("{n} modifiche sono tornate indietro: ci sono i motivi e le bozze"),
        (Language::English, 1) => "One change came back, with the reason and the draft".to_owned(),
        (Language::English, n) => format!("{n} changes came back, with reasons and drafts"),
    }
}

/// Values to choose between.
pub fn to_review(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 1) => "Due persone hanno scritto valori diversi: uno è da scegliere".to_owned(),
        (Language::Italian, n) => format!("{n} risposte hanno due valori diversi: uno è da scegliere"),
        (Language::English, 1) => "Two people wrote different values: one is to be chosen".to_owned(),
        (Language::English, n) => format!("{n} answers have two different values: one is to be chosen"),
    }
}

/// Changes that wait for the server.
pub fn pending(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 1) => "Una modifica è salvata qui e parte appena c’è rete".to_owned(),
        (Language::Italian, n) => format!("{n} modifiche sono salvate qui e partono appena c’è rete"),
        (Language::English, 1) => "One change is saved here and leaves once there is a network".to_owned(),
        (Language::English, n) => format!("{n} changes are saved here and leave once there is a network"),
    }
}

/// "4 persone, 1 proposta aperta".
pub fn household_facts(n_members: u8, n_open_offers: u8) -> String {
    let persons = soglia_wording::persons(n_members, language());
    match (language(), n_open_offers) {
        (_, 0) => persons,
        (Language::Italian, 1) => format!("{persons}, 1 proposta aperta"),
        (Language::Italian, n) => format!("{persons}, {n} proposte aperte"),
        (Language::English, 1) => format!("{persons}, 1 open offer"),
        (Language::English, n) => format!("{persons}, {n} open offers"),
    }
}

/// The way to the whole stock.
pub fn all_dwellings(n: usize) -> String {
    let n = whole(n as u64, language());
    match language() {
        Language::Italian => format!("Tutti gli alloggi ({n})"),
        Language::English => format!("All dwellings ({n})"),
    }
}
