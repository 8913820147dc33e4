// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the household pages: the list, a new household, and what every record page shows.
use crate::text::{language, texts};
use soglia_wording::Language;

pub mod alike;
pub mod fitting;
pub mod offers;
pub mod requirements;
pub mod situation;

texts! {
    households: "Nuclei", "Households";
    new_household: "Nuovo nucleo", "New household";
    search_label: "Cerca un nucleo", "Find a household";
    search_help: "Nome del nucleo, nome e cognome di un componente, codice fiscale", "Name of the household, name or tax code of a member";
    filter_label: "Mostra", "Show";
    filter_all: "Tutti", "All";
    filter_with_offer: "Con una proposta aperta", "With an open offer";
    filter_without_offer: "Senza proposte aperte", "Without open offers";
    filter_to_review: "Da rivedere", "To review";
    filter_on_device: "Salvati solo qui", "Only on this device";
    sort_label: "Ordina per", "Sort by";
    sort_last_change: "Ultima modifica", "Last change";
    sort_name: "Nome", "Name";
    none_yet: "Nessun nucleo, per ora", "No household so far";
    none_yet_text: "I nuclei seguiti compaiono qui, anche senza rete.", "The households you follow appear here, even without a network.";
    none_yet_partner: "Qui compaiono i nuclei a cui è stato proposto un alloggio affidato all’ente.", "Households to whom one of your dwellings was offered appear here.";
    none_found: "Nessun nucleo corrisponde", "No household matches";
    none_found_text: "Provare con meno lettere, oppure togliere i filtri.", "Try fewer letters, or clear the filters.";
    clear_search: "Togli ricerca e filtri", "Clear search and filters";
    on_this_device: "salvato qui", "saved here";
    delivered: "consegnato", "delivered";
    to_review: "da rivedere", "to review";
    matched_label: "Trovato nel nome del nucleo", "Found in the household’s name";
    matched_name: "Trovato nei nomi dei componenti", "Found in the members’ names";
    matched_tax_code: "Trovato nel codice fiscale", "Found in a tax code";

    new_intro: "Basta un nome per cominciare. Il resto si scrive dopo, una risposta alla volta, e si salva da sé.", "A name is enough to begin. Everything else follows, one answer at a time, and saves itself.";
    label_question: "Come si chiama questo nucleo?", "What do you call this household?";
    label_help: "Per esempio: Famiglia Ionescu", "For example: Ionescu family";
    open_case: "Prendi in carico", "Take in";
    open_brief: "Percorso breve, 10 minuti", "Short path, 10 minutes";
    same_name: "C’è già un nucleo con questo nome su questo tablet:", "A household of this name is already on this device:";
    same_tax_code: "Questo codice fiscale è già in un altro nucleo:", "This tax code is already in another household:";
    only_departments: "I nuclei li prendono in carico i due assessorati.", "Households are taken in by the two departments.";
    back_to_list: "Torna all’elenco", "Back to the list";

    missing: "Questo nucleo non è su questo tablet", "This household is not on this device";
    missing_text: "Forse non è ancora arrivato, oppure non rientra nei compiti di chi ha fatto l’accesso.", "It may not have arrived yet, or it lies outside the tasks of whoever signed in.";
    loading: "Apertura del nucleo", "Opening the household";

    tab_situation: "Situazione", "Situation";
    tab_requirements: "Requisiti", "Requirements";
    tab_fitting: "Alloggi adatti", "Dwellings that fit";
    tab_offers: "Proposte", "Offers";
    tab_story: "Storia", "History";

    state_open_offer: "Proposta aperta", "Offer open";
    state_followed: "Seguito", "Followed";
    term_members: "Componenti", "Members";
    term_isee: "ISEE", "ISEE";
    term_income: "Reddito netto al mese", "Net income a month";
    term_income_brief: "Reddito", "Income";
    term_verdict: "Esito finora", "Outcome so far";
    term_phone: "Telefono", "Phone";
    not_written: "non ancora scritto", "not written yet";
    not_known_yet: "non si sa ancora", "not known yet";
    rename: "Rinomina", "Rename";
    next_refused: "Una modifica è tornata indietro. Guardare il motivo.", "A change came back. See the reason.";
    next_members: "Scrivere chi compone il nucleo.", "Write down who is part of the household.";
    next_wait: "C’è una proposta aperta. Si aspetta la risposta.", "An offer is open. Wait for the answer.";
    next_respond: "I requisiti sono chiari. Confermare la risposta per il nucleo.", "The conditions are clear. Confirm the response for the household.";
    next_choose: "Scegliere un alloggio adatto e proporlo.", "Choose a dwelling that fits, and offer it.";
    next_none_open: "Con questi dati nessuna delle strade è aperta. Vedere che cosa cambierebbe.", "With these facts no path is open. See what would change that.";
    go_members: "Apri i componenti", "Open the members";
    go_requirements: "Apri i requisiti", "Open the requirements";
    go_response: "Vai alla risposta", "Go to the response";
    go_fitting: "Vedi gli alloggi adatti", "See dwellings that fit";
    go_offers: "Apri le proposte", "Open the offers";

    refused_title: "Tornato indietro", "Came back";
}

/// "12 nuclei" or "1 nucleo".
pub fn count(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 1) => "1 nucleo".to_owned(),
        (Language::Italian, n) => format!("{} nuclei", grouped(n)),
        (Language::English, 1) => "1 household".to_owned(),
        (Language::English, n) => format!("{} households", grouped(n)),
    }
}

/// "4 componenti" or "1 componente".
pub fn members(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 0) => "nessun componente".to_owned(),
        (Language::Italian, 1) => "1 componente".to_owned(),
        (Language::Italian, n) => format!("{n} componenti"),
        (Language::English, 0) => "no members".to_owned(),
        (Language::English, 1) => "1 member".to_owned(),
        (Language::English, n) => format!("{n} members"),
    }
}

/// "2 proposte aperte" or "1 proposta aperta".
pub fn open_offers(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 1) => "1 proposta aperta".to_owned(),
        (Language::Italian, n) => format!("{n} proposte aperte"),
        (Language::English, 1) => "1 open offer".to_owned(),
        (Language::English, n) => format!("{n} open offers"),
    }
}

/// "ultima modifica 22/11/2026".
pub fn changed_on(day: &str) -> String {
    match language() {
        Language::Italian => format!("ultima modifica {day}"),
        Language::English => format!("last change {day}"),
    }
}

/// What is still to ask, by the first question.
pub fn next_ask(question: &str) -> String {
    match language() {
        Language::Italian => format!("Da chiedere: {question}."),
        Language::English => format!("To ask: {question}."),
    }
}

/// A number with its thousands apart: "10.000" or "10,000".
pub fn grouped(n: usize) -> String {
    let mark = match language() {
        Language::Italian => '.',
        Language::English => ',',
    };
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}
