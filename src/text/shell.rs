// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the frame around the pages, and of the parts that all pages use.
use super::{language, pick, texts};
use crate::{
    routes::{Address, DwellingTab, HouseholdTab},
    state::{ActError, StorageTrouble},
};
use soglia_wording::Language;

texts! {
    yes: "Sì", "Yes";
    no: "No", "No";
    not_known_yet: "Non lo so ancora", "Not known yet";
    choose: "Scegliere…", "Choose…";
    day: "Giorno", "Day";
    month: "Mese", "Month";
    year: "Anno", "Year";
    date_in_part: "Servono giorno, mese e anno con quattro cifre.", "Day, month and a year of four digits are needed.";
    no_such_day: "Questo giorno non esiste: controllare giorno e mese.", "There is no such day: check day and month.";
    not_a_whole_number: "Qui serve un numero intero, per esempio 3.", "A whole number is needed here, such as 3.";
    copy: "Copia", "Copy";
    copied: "Copiato.", "Copied.";
    copy_by_hand: "Qui il browser non copia da solo: il testo è già scelto, si copia con la tastiera o tenendo premuto.", "The browser does not copy by itself here: the words are chosen already, copy them with the keyboard or by pressing on them.";
    saved_here: "Salvato su questo tablet", "Saved on this tablet";
    delivered: "Consegnato", "Delivered";
    errors_title: "C’è qualcosa da sistemare", "Something needs mending";
    remove_filter: "Togli il filtro", "Remove the filter";
    observed: "Valore", "Value";
    threshold: "Soglia", "Threshold";
    source_and_change: "Fonte e che cosa cambierebbe", "Source, and what would change";
    in_the_rules: "Vedi fra le regole", "See among the rules";
    taken_up: "Ripreso da dove era rimasto.", "Taken up where it was left.";
    cancel: "Indietro", "Back";
    discard_draft: "Ricomincia da capo", "Begin anew";
    active_filters: "Filtri attivi", "Active filters";
}

/// A number outside its range.
pub fn number_between(min: i64, max: i64) -> String {
    match language() {
        Language::Italian => format!("Qui serve un numero da {min} a {max}."),
        Language::English => format!("A number from {min} to {max} is needed here."),
    }
}

texts! {
    opening: "Soglia si sta aprendo…", "Soglia is opening…";
    skip_to_content: "Vai al contenuto", "Go to the content";
    main_navigation: "Navigazione principale", "Main navigation";
    today: "Oggi", "Today";
    people: "Persone", "People";
    register: "Registro", "Register";
    archive: "Archivio", "Archive";
    erasures: "Cancellazioni", "Erasures";
    households: "Nuclei", "Households";
    household: "Nucleo", "Household";
    dwellings: "Alloggi", "Dwellings";
    deliveries: "Da inviare", "To send";
    settings: "Impostazioni", "Settings";
    about: "Informazioni su Soglia", "About Soglia";
    sign_in: "Accedi", "Sign in";
    factor_missing: "Il tuo compito chiede un secondo fattore per accedere. Finché manca, niente si consegna: quello che è salvato resta qui.", "Your role asks for a second factor at the sign-in. Until there is one nothing is delivered: what is saved stays here.";
    set_up_factor: "Imposta il secondo fattore", "Set up the second factor";
    lock_now: "Blocca adesso", "Lock now";
    sign_out: "Esci", "Sign out";
    person_menu: "Persona e impostazioni", "Person and settings";
    other_language: "English", "Italiano";
    other_language_code: "en", "it";
    nowhere_title: "Pagina non trovata", "Page not found";
    nowhere_what: "A questo indirizzo non c’è nessuna pagina", "There is no page at this address";
    nowhere_text: "L’indirizzo è incompleto, oppure la pagina non c’è più. Dalla pagina Oggi si arriva ovunque.", "The address is incomplete, or the page is gone. Today leads everywhere.";
    part_not_fetched: "Questa pagina non si è caricata: forse manca la rete. Quello che è salvato su questo tablet è ancora qui. Se riprovare non basta, ricaricare Soglia.", "This page could not be loaded: the network may be missing. What is saved on this tablet is still here. If trying again is not enough, reload Soglia.";
    fetch_again: "Riprova", "Try again";
    choose_household: "Scegliere un nucleo dall’elenco: si apre qui.", "Choose a household from the list: it opens here.";
    choose_dwelling: "Scegliere un alloggio dall’elenco: si apre qui.", "Choose a dwelling from the list: it opens here.";
    to_today: "Vai a Oggi", "Go to Today";
    storage_lost: "Il browser ha cancellato i dati che erano su questo tablet. Quello che era già consegnato torna da solo appena c’è rete.", "The browser deleted what was stored on this tablet. What was delivered comes back by itself once there is a network.";
    sign_in_again: "Il server chiede un nuovo accesso per consegnare. Intanto il lavoro continua: tutto resta salvato qui.", "The server asks for a new sign-in before it takes anything. Work goes on meanwhile: everything stays saved here.";
    offline: "Senza rete", "No network";
    offline_saved: "Senza rete: salvato qui", "No network: saved here";
    connecting: "Collegamento…", "Connecting…";
    all_delivered: "Tutto consegnato", "All delivered";
    search_hint: "Cerca nuclei e alloggi", "Search households and dwellings";
    search_label: "Cerca nuclei e alloggi. Il tasto barra porta qui.", "Search households and dwellings. The slash key leads here.";
    search_results: "Risultati", "Results";
    nothing_found: "Nessun nucleo e nessun alloggio con queste parole.", "No household and no dwelling with these words.";
    matched_member: "Nome di un componente", "Name of a member";
    matched_tax_code: "Codice fiscale di un componente", "Tax code of a member";
}

/// "3 da rivedere".
pub fn n_to_review(n: usize) -> String {
    match language() {
        Language::Italian => format!("{n} da rivedere"),
        Language::English => format!("{n} to review"),
    }
}

/// "3 da inviare".
pub fn n_pending(n: usize) -> String {
    match language() {
        Language::Italian => format!("{n} da inviare"),
        Language::English => format!("{n} to send"),
    }
}

/// Records that arrived so far, for the first time.
pub fn first_sync(n: usize) -> String {
    if n == 0 {
        return pick("Primo arrivo…", "First arrival…").to_owned();
    }
    let n = soglia_wording::whole(n as u64, language());
    match language() {
        Language::Italian => format!("In arrivo: {n}"),
        Language::English => format!("Arriving: {n}"),
    }
}

/// The way to all households that were found.
pub fn all_households(n: usize) -> String {
    let n = soglia_wording::whole(n as u64, language());
    match language() {
        Language::Italian => format!("Tutti i {n} nuclei trovati"),
        Language::English => format!("All {n} households found"),
    }
}

/// The way to all dwellings that were found.
pub fn all_dwellings(n: usize) -> String {
    let n = soglia_wording::whole(n as u64, language());
    match language() {
        Language::Italian => format!("Tutti i {n} alloggi trovati"),
        Language::English => format!("All {n} dwellings found"),
    }
}

/// What the browser calls a page: never a person's name.
pub fn page_title(page: Option<Address>) -> &'static str {
    match page {
        Some(Address::Today) => today(),
        Some(Address::SignIn) => sign_in(),
        Some(Address::Invitation) => pick("Invito", "Invitation"),
        Some(Address::Accounts) => people(),
        Some(Address::Audit) => register(),
        Some(Address::Archive) => archive(),
        Some(Address::Households) => households(),
        Some(Address::NewHousehold) => pick("Nuovo nucleo", "New household"),
        Some(Address::Household(_, tab)) => match tab {
            HouseholdTab::Situation => household(),
            HouseholdTab::Requirements => pick("Nucleo: requisiti", "Household: conditions"),
            HouseholdTab::Dwellings => pick("Nucleo: alloggi adatti", "Household: dwellings that fit"),
            HouseholdTab::Offers => pick("Nucleo: proposte", "Household: offers"),
            HouseholdTab::Path => pick("Nucleo: percorso", "Household: path"),
            HouseholdTab::Plan => pick("Nucleo: piano", "Household: plan"),
            HouseholdTab::Diary => pick("Nucleo: diario", "Household: diary"),
            HouseholdTab::History => pick("Nucleo: storia", "Household: history"),
        },
        Some(Address::Dwellings) => dwellings(),
        Some(Address::ImportDwellings) => pick("Importa un elenco di alloggi", "Import a list of dwellings"),
        Some(Address::Dwelling(_, tab)) => match tab {
            DwellingTab::Sheet => pick("Alloggio", "Dwelling"),
            DwellingTab::Rent => pick("Alloggio: canone", "Dwelling: rent"),
            DwellingTab::Photos => pick("Alloggio: foto", "Dwelling: photos"),
            DwellingTab::Sharing => pick("Alloggio: link condivisi", "Dwelling: shared links"),
            DwellingTab::History => pick("Alloggio: storia", "Dwelling: history"),
        },
        Some(Address::Certificate(..) | Address::OfferCertificate(..)) => super::certificate::title(),
        Some(Address::Map | Address::Round) => super::map::title(),
        Some(Address::FamilyPlan(..)) => super::path::plan::title(),
        Some(Address::Deliveries) => deliveries(),
        Some(Address::Funding) => super::funding::funding(),
        Some(Address::FundingSource(_)) => pick("Fonte di finanziamento", "Funding source"),
        Some(Address::Rules) => super::rules::title(),
        Some(Address::WhatIf) => super::rules::what_if_title(),
        Some(Address::Settings) => settings(),
        Some(Address::About) => about(),
        None => nowhere_title(),
    }
}

texts! {
    not_saved_full: "Lo spazio che il browser concede è finito: liberare spazio sul tablet e riprovare. Quello che è scritto qui resta.", "The space that the browser grants is used up: free some space on the tablet and try again. What is written here stays.";
    not_saved_closed: "Un’altra finestra ha aggiornato Soglia. Ricaricare questa pagina per continuare a salvare.", "Another window has updated Soglia. Reload this page to go on saving.";
    not_saved_failed: "Il salvataggio su questo tablet non è riuscito. Riprovare: quello che è scritto qui resta.", "Saving on this tablet did not work. Try again: what is written here stays.";
}

/// Why this device could not store something, and what to do.
pub fn not_saved(trouble: StorageTrouble) -> &'static str {
    match trouble {
        StorageTrouble::Full => not_saved_full(),
        StorageTrouble::Closed => not_saved_closed(),
        StorageTrouble::Failed => not_saved_failed(),
    }
}

/// Why an action did not become a change.
pub fn act_error(error: &ActError) -> String {
    match error {
        ActError::Refused(refusal) => super::said::refusal(refusal),
        ActError::NotSaved(trouble) => not_saved(*trouble).to_owned(),
    }
}
