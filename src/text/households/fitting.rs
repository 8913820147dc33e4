// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the dwellings that fit, and of an offer being written.
use super::grouped;
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    only_ready: "Solo pronti", "Only ready";
    filters: "Filtri", "Filters";
    municipality: "Comune", "Municipality";
    every_municipality: "Tutti i comuni", "Every municipality";
    municipio: "Municipio", "Municipio";
    every_municipio: "Tutti i municipi", "Every municipio";
    tier: "Canone sostenibile con", "Rent within means at";
    every_tier: "Qualsiasi canone", "Any rent";
    fits_only: "Nascondi quelli non adatti", "Hide those that do not fit";
    none: "Nessun alloggio corrisponde ai filtri", "No dwelling matches the filters";
    none_text: "Togliere un filtro, oppure mostrare anche gli alloggi non ancora pronti.", "Clear a filter, or show dwellings that are not ready yet.";
    show_all: "Mostra tutti gli alloggi", "Show all dwellings";
    no_stock: "Su questo tablet non ci sono ancora alloggi", "There are no dwellings on this device yet";
    no_stock_text: "Arrivano con la prima sincronizzazione.", "They arrive with the first sync.";
    no_members: "Senza componenti non si sa quanto deve essere grande la casa.", "Without members nobody knows how large the home must be.";
    no_income: "Senza il reddito netto non si sa se il canone è sostenibile.", "Without the net income nobody knows whether the rent is within means.";
    write_it: "Scrivi ora", "Write it now";
    reasons: "Perché", "Why";
    propose: "Proponi", "Offer";
    proposed_here: "proposto a questo nucleo", "offered to this household";
    open_dwelling: "Apri la scheda dell’alloggio", "Open the dwelling";
    not_measured: "superficie da misurare", "surface to be measured";
    a_month: "al mese", "a month";
    no_income_short: "reddito da scrivere", "income to be written";
    proposal: "Proposta", "Offer";
    monthly_rent: "Canone al mese", "Rent a month";
    rent_unmeasured: "Il canone si scrive dopo aver misurato la superficie utile.", "The rent follows once the usable surface is measured.";
    service_charges: "Spese accessorie al mese", "Service charges a month";
    service_charges_help: "Facoltative. Stanno a parte: l’importo massimo vale per il solo canone.", "Optional. They stand apart: the ceiling holds for the rent alone.";
    until: "Contratto fino al", "Contract until";
    until_help: "Facoltativo. Non oltre la fine del titolo sull’alloggio.", "Optional. Not beyond the end of the title to the dwelling.";
    note: "Perché questo alloggio", "Why this dwelling";
    note_help: "Facoltativo. Lo legge anche chi gestisce l’alloggio.", "Optional. The partner that runs the dwelling reads it too.";
    send: "Conferma la proposta", "Confirm the offer";
    cancel: "Torna all’elenco", "Back to the list";
    saved: "Proposta salvata su questo tablet", "Offer saved on this device";
    saved_text: "Si consegna da sé appena c’è rete.", "It is delivered by itself as soon as there is a network.";
    see_offers: "Vedi le proposte", "See the offers";
    not_ready: "Questo alloggio non si può proporre adesso.", "This dwelling cannot be offered now.";
    why_fits: "Perché è adatto, o no", "Why it fits, or does not";
    choose_dwelling: "Scegliere un alloggio per leggere i motivi.", "Choose a dwelling to read the reasons.";
}

/// "12 alloggi" or "1 alloggio".
pub fn count(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 1) => "1 alloggio".to_owned(),
        (Language::Italian, n) => format!("{} alloggi", grouped(n)),
        (Language::English, 1) => "1 dwelling".to_owned(),
        (Language::English, n) => format!("{} dwellings", grouped(n)),
    }
}

/// "fino a 4 persone".
pub fn up_to_persons(n: u8) -> String {
    match (language(), n) {
        (Language::Italian, 0) => "per nessuno".to_owned(),
        (Language::Italian, 1) => "per 1 persona".to_owned(),
        (Language::Italian, n) => format!("fino a {n} persone"),
        (Language::English, 0) => "for nobody".to_owned(),
        (Language::English, 1) => "for 1 person".to_owned(),
        (Language::English, n) => format!("for up to {n} people"),
    }
}

/// The highest rent that may be written.
pub fn at_most(amount: &str) -> String {
    match language() {
        Language::Italian => format!("Al massimo {amount} al mese"),
        Language::English => format!("At most {amount} a month"),
    }
}

/// "In tutto 390,00 € al mese".
pub fn in_all(amount: &str) -> String {
    match language() {
        Language::Italian => format!("In tutto {amount} al mese"),
        Language::English => format!("{amount} a month in all"),
    }
}

/// "31,2 % del reddito".
pub fn of_income(share: &str) -> String {
    match language() {
        Language::Italian => format!("{share} del reddito"),
        Language::English => format!("{share} of the income"),
    }
}

/// "32,27%, oltre il 30%".
pub fn above_share(share: &str, limit: &str) -> String {
    match language() {
        Language::Italian => format!("{share}, oltre il {limit}"),
        Language::English => format!("{share}, above {limit}"),
    }
}

/// "Municipio 4".
pub fn municipio_number(n: u8) -> String {
    format!("Municipio {n}")
}
