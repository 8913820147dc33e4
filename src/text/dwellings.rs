// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the pages about dwellings: the stock, one dwelling, its rent, and the import of a list.
pub mod import;
pub mod measures;

use super::{language, texts};
use soglia_wording::Language;

texts! {
    stock_title: "Quanti alloggi in ogni stato", "How many dwellings in each state";
    stock_caption: "Alloggi in ogni stato", "Dwellings in each state";
    title: "Alloggi", "Dwellings";
    import_a_list: "Importa un elenco", "Import a list";
    download_csv: "Scarica l’elenco (CSV)", "Download the list (CSV)";
    search_label: "Cerca un alloggio", "Find a dwelling";
    search_help: "Codice, indirizzo o comune", "Code, address or municipality";
    by_code: "codice", "code";
    by_address: "indirizzo", "address";
    by_municipality: "comune", "municipality";
    filters: "Filtri", "Filters";
    filter_state: "Stato", "State";
    filter_origin: "Provenienza", "Origin";
    filter_place: "Dove", "Where";
    filter_measured: "Solo con superficie misurata", "Only with a measured surface";
    filter_step_free: "Solo senza gradini", "Only without steps";
    any_state: "Tutti gli stati", "Every state";
    any_origin: "Tutte le provenienze", "Every origin";
    any_place: "Ovunque", "Anywhere";
    sort_label: "Ordine", "Order";
    sort_code: "Per codice", "By code";
    sort_place: "Per comune e indirizzo", "By municipality and address";
    sort_largest: "Dal più grande", "Largest first";
    sort_smallest: "Dal più piccolo", "Smallest first";
    chip_measured: "Superficie misurata", "Measured surface";
    chip_step_free: "Senza gradini", "Without steps";
    list_label: "Elenco degli alloggi", "List of dwellings";
    none_yet: "Qui non c’è ancora nessun alloggio", "No dwelling here yet";
    none_yet_officer: "Il patrimonio arriva importando un elenco pubblicato.", "The stock arrives by importing a published list.";
    none_yet_other: "Gli alloggi arrivano con la prossima consegna, appena c’è rete.", "Dwellings arrive with the next exchange, as soon as there is a network.";
    none_match: "Nessun alloggio corrisponde", "No dwelling matches";
    none_match_help: "Si può togliere un filtro o cercare una parola in meno.", "A filter can be taken off, or one word less searched for.";
    clear_filters: "Togli tutti i filtri", "Take all filters off";
    surface_unknown: "Superficie da misurare", "Surface to be measured";
    address_unknown: "Indirizzo non ancora noto", "Address not known yet";
    invented_help: "Alloggio inventato: non esiste.", "An invented dwelling: it does not exist.";
    to_review: "Da rivedere", "To review";

    parts: "Parti della scheda", "Parts of the record";
    size: "Superficie o misura", "Surface or size";
    tab_sheet: "Scheda", "Facts";
    tab_rent: "Canone", "Rent";
    tab_history: "Storia", "History";
    loading: "L’alloggio si sta aprendo dalla memoria di questo dispositivo.", "The dwelling is opening from the memory of this device.";
    missing_title: "Questo alloggio non è su questo dispositivo", "This dwelling is not on this device";
    missing_help: "Può essere stato tolto, oppure non è ancora arrivato: arriva con la prossima consegna.", "It may have been removed, or has not arrived yet: it comes with the next exchange.";
    back_to_list: "Torna all’elenco", "Back to the list";
    address: "Indirizzo", "Address";
    origin: "Provenienza", "Origin";
    monthly_ceilings_brief: "Canone al massimo", "Rent at most";
    monthly_ceilings: "Canone massimo al mese", "Highest rent in a month";
    not_known_yet: "Non lo so ancora", "Not known yet";
    to_ask: "Da rilevare", "To be recorded";
    on_site: "Rilevato sul posto", "Recorded on site";
    from_list: "Dall’elenco", "From the list";
    change: "Modifica", "Change";
    done: "Fatto", "Done";

    next_measure: "Misurare la superficie utile: serve per il canone.", "Measure the usable surface: the rent follows from it.";
    next_measure_action: "Scrivi la superficie", "Write down the surface";
    next_assess: "Fare il sopralluogo e scrivere che cosa serve all’alloggio.", "Visit the dwelling and write down what it needs.";
    next_ready: "Proporre l’alloggio a un nucleo: è pronto.", "Offer the dwelling to a household: it is ready.";
    next_ready_action: "Vai ai nuclei", "Go to the households";
    next_reserved: "Aspettare la risposta del nucleo a cui è proposto.", "Wait for the answer of the household to whom it is offered.";
    next_reserved_action: "Apri il nucleo", "Open the household";
    next_works: "Seguire i lavori e, a lavori finiti, segnarlo come pronto.", "Follow the works and mark it as ready when they are over.";
    next_occupied: "Niente da fare. L’alloggio è abitato.", "Nothing to do. The dwelling is lived in.";
    next_out: "Niente da fare. Non fa più parte del patrimonio.", "Nothing to do. It is no longer part of the stock.";

    state_heading: "Cambia lo stato", "Change the state";
    state_reserved_help: "Si libera ritirando la proposta, dalla pagina del nucleo.", "It becomes free by withdrawing the offer, on the household’s page.";
    stay: "Lascia nel patrimonio", "Leave it in the stock";
    state_reason: "Perché esce dal patrimonio", "Why it leaves the stock";
    state_reason_needed: "Serve il motivo: resta nella storia dell’alloggio.", "The reason is needed: it stays in the dwelling’s history.";
    holder_heading: "Chi lo tiene", "Who holds it";
    holder_nobody: "Nessun nucleo lo tiene.", "No household holds it.";
    holder_unnamed: "Secondo l’elenco è abitato; non sappiamo da chi.", "The list says that somebody lives there; by whom is not known.";
    holder_not_here: "Un nucleo che questo dispositivo non ha.", "A household that this device does not have.";

    suited_heading: "Per quante persone", "For how many people";
    suited_table: "Tabella dell’edilizia pubblica", "Table of public housing";
    suited_hygienic: "Minimo igienico", "Hygienic minimum";
    suited_apart: "Sono due regole diverse: la prima dice chi ci sta bene, la seconda quante persone al massimo.", "Two different rules: the first says whom it suits, the second how many people at most.";
    suited_unknown: "Serve la superficie utile.", "The usable surface is needed.";
    suited_nobody: "Non è adeguato per nessun numero di persone.", "It suits no number of people.";
    hygienic_nobody: "Sotto il minimo anche per una persona.", "Below the minimum even for one person.";

    rent_unknown_heading: "Che cosa misurare prima", "What to measure first";
    rent_unknown: "I massimali sono in euro per metro quadrato di superficie utile. Di questo alloggio non è ancora misurata. Si può anche misurare stanza per stanza, nella scheda.", "The ceilings are in euro per square metre of usable surface. It is not measured yet for this dwelling. It can also be measured room by room, among the facts.";
    rooms_are_no_surface: "L’elenco dà la misura in vani. Un vano non è una superficie: dai vani non si ricava un canone.", "The list gives the size in rooms. A room is not a surface: no rent follows from rooms.";
    yearly: "All’anno, al massimo", "In a year, at most";
    monthly: "Al mese, al massimo", "In a month, at most";
    how_computed: "Come si calcola", "How it is computed";
    step_cap: "Massimale", "Cap";
    step_yearly: "Superficie per massimale", "Surface times cap";
    step_monthly: "Un dodicesimo, per difetto al centesimo", "A twelfth, rounded down to the cent";
    parameter_source: "Da dove viene", "Where it comes from";
    parameter_status: "Quanto è sicuro", "How sure it is";
    parameter_from: "In vigore dal", "In force from";
    surface_assumed: "Il testo pubblicato non dice quale superficie: quella usata qui è un’ipotesi.", "The published text does not say which surface: the one used here is an assumption.";
    indicative: "Solo indicativo", "Indicative only";
    indicative_help: "L’elenco dà metri quadrati senza dire quali. Con quella misura il canone sarebbe questo; non vale per una proposta.", "The list gives square metres without saying which. With that size the rent would be this; it does not count for an offer.";
    income_label: "Reddito netto mensile di un nucleo (facoltativo)", "Net monthly income of a household (optional)";
    income_help: "Resta in questa pagina e non viene salvato.", "It stays on this page and is not saved.";
    income_negative: "Il reddito non può essere sotto zero.", "The income cannot be below zero.";
    burden: "Parte del reddito", "Share of the income";
    burden_over_all: "Più dell’intero reddito", "More than the whole income";

    via_import: "da un elenco", "from a list";
}

/// "entro il 30%, sostenibile".
pub fn burden_fine(sustainable: &str) -> String {
    match language() {
        Language::Italian => format!("entro il {sustainable}: sostenibile"),
        Language::English => format!("within {sustainable}: can be borne"),
    }
}

/// "oltre il 30%: serve attenzione".
pub fn burden_above(sustainable: &str) -> String {
    match language() {
        Language::Italian => format!("oltre il {sustainable}: serve attenzione"),
        Language::English => format!("above {sustainable}: care is needed"),
    }
}

/// "oltre il 40%: un peso eccessivo".
pub fn burden_over(overburden: &str) -> String {
    match language() {
        Language::Italian => format!("oltre il {overburden}: un peso eccessivo"),
        Language::English => format!("above {overburden}: an overburden"),
    }
}

/// Where the marks of the bar stand.
pub fn burden_marks(sustainable: &str, overburden: &str) -> String {
    match language() {
        Language::Italian => format!("Segni al {sustainable} e al {overburden}"),
        Language::English => format!("Marks at {sustainable} and {overburden}"),
    }
}

/// "488 alloggi", or "12 di 488 alloggi" while a search or filter is on.
pub fn count(shown: usize, all: usize) -> String {
    let (shown_text, all_text) = (whole(shown), whole(all));
    match (language(), shown == all, all) {
        (Language::Italian, true, 1) => "1 alloggio".to_owned(),
        (Language::Italian, true, _) => format!("{all_text} alloggi"),
        (Language::Italian, false, _) => format!("{shown_text} di {all_text} alloggi"),
        (Language::English, true, 1) => "1 dwelling".to_owned(),
        (Language::English, true, _) => format!("{all_text} dwellings"),
        (Language::English, false, _) => format!("{shown_text} of {all_text} dwellings"),
    }
}

/// A whole number with its thousands apart: "20.000" in Italian, "20,000" in English.
pub fn whole(number: usize) -> String {
    let digits = number.to_string();
    let separator = match language() {
        Language::Italian => '.',
        Language::English => ',',
    };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// "Municipio 3".
pub fn municipio(number: u8) -> String {
    match language() {
        Language::Italian => format!("Municipio {number}"),
        Language::English => format!("Municipio {number}"),
    }
}

/// "42,00 m² nell’elenco": square metres of a kind that the list does not name.
pub fn area_listed(area: &str) -> String {
    match language() {
        Language::Italian => format!("{area} nell’elenco"),
        Language::English => format!("{area} in the list"),
    }
}

/// "Canone massimo 387,50 € o 284,16 € al mese".
pub fn ceilings_line(capped: &str, reduced: &str) -> String {
    match language() {
        Language::Italian => format!("Al massimo {capped} · ridotto {reduced} al mese"),
        Language::English => format!("At most {capped} · reduced {reduced} a month"),
    }
}

/// "387,50 € · ridotto 284,16 €".
pub fn two_ceilings(capped: &str, reduced: &str) -> String {
    match language() {
        Language::Italian => format!("{capped} · ridotto {reduced}"),
        Language::English => format!("{capped} · reduced {reduced}"),
    }
}

/// "Trovato per indirizzo".
pub fn matched(by: &str) -> String {
    match language() {
        Language::Italian => format!("Trovato per {by}"),
        Language::English => format!("Found by {by}"),
    }
}

/// "Segna come pronto": the button for one state.
pub fn move_to(state: &str) -> String {
    match language() {
        Language::Italian => format!("Passa a «{state}»"),
        Language::English => format!("Move to “{state}”"),
    }
}

/// "Da 2 a 4 persone".
pub fn persons_between(least: u8, most: u8) -> String {
    match (language(), least == most, least) {
        (Language::Italian, true, 1) => "1 persona".to_owned(),
        (Language::Italian, true, _) => format!("{least} persone"),
        (Language::Italian, false, _) => format!("Da {least} a {most} persone"),
        (Language::English, true, 1) => "1 person".to_owned(),
        (Language::English, true, _) => format!("{least} people"),
        (Language::English, false, _) => format!("{least} to {most} people"),
    }
}

/// "6 persone o più".
pub fn persons_or_more(least: u8) -> String {
    match language() {
        Language::Italian => format!("{least} persone o più"),
        Language::English => format!("{least} people or more"),
    }
}

/// "Al massimo 4 persone".
pub fn persons_at_most(most: u8) -> String {
    match (language(), most) {
        (Language::Italian, 1) => "Al massimo 1 persona".to_owned(),
        (Language::Italian, _) => format!("Al massimo {most} persone"),
        (Language::English, 1) => "At most 1 person".to_owned(),
        (Language::English, _) => format!("At most {most} people"),
    }
}
