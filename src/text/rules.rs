// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the rulebook and of what would follow from other figures.
use super::{language, pick, texts};
use soglia_wording::{Language, whole};

texts! {
    title: "Regole", "Rules";
    lead: "Ogni cifra su cui Soglia calcola, con la sua fonte.", "Every figure that Soglia calculates with, and its source.";
    as_of: "Regole in vigore il", "Rules in force on";
    as_of_help: "Si può guardare qualsiasi giorno, anche passato o futuro.", "Any day can be looked at, past and future too.";
    as_of_today: "Torna a oggi", "Back to today";
    rents: "Canoni", "Rents";
    public_housing: "Casa popolare", "Public housing";
    isee: "ISEE e scala di equivalenza", "ISEE and equivalence scale";
    sustainability: "Quanto un nucleo può sostenere", "What a household can bear";
    standards: "Misure degli alloggi", "Standards of dwellings";
    market: "Affitti di mercato", "Market rents";
    durations: "Durate e termini", "Stays and deadlines";
    stock: "Patrimonio dell’avviso", "Dwellings of the notice";
    others: "Calcolo delle superfici e altro", "Calculation of surfaces, and more";
    source_and_history: "Fonte e valori nel tempo", "Source and values in time";
    values_in_time: "Valori nel tempo", "Values in time";
    about_it: "Nota", "Note";
    by_zone: "Zona per zona", "Zone by zone";
    zone: "Zona", "Zone";
    zone_name: "Nome", "Name";
    zone_rent: "Euro al m² l’anno", "Euro per m² a year";
    amend: "Modifica", "Amend";
    new_value: "Nuovo valore", "New value";
    choose_zone: "Scegliere una zona…", "Choose a zone…";
    zone_missing: "Serve la zona.", "The zone is needed.";
    first_day: "Primo giorno in cui vale", "First day on which it holds";
    day_missing: "Serve il primo giorno in cui vale.", "The first day on which it holds is needed.";
    day_out_of_range: "Il giorno va dall’inizio della regola fino a dieci anni da oggi.", "The day lies between the beginning of the rule and ten years from today.";
    reason: "Motivo", "Reason";
    reason_help: "Resta scritto accanto al valore, con nome e giorno.", "It stays beside the value, with name and day.";
    save: "Salva la modifica", "Save the amendment";
    cancel: "Annulla", "Cancel";
    same_value: "È già il valore in vigore in quel giorno.", "That is already the value in force on that day.";
    share_format: "Qui serve una percentuale da 0 a 100, per esempio 35 oppure 32,5.", "A percentage from 0 to 100 is needed here, such as 35 or 32.5.";
    decimal_format: "Qui serve un numero con al massimo due decimali, per esempio 0,35.", "A number with two decimals at most is needed here, such as 0.35.";
    whole_format: "Qui serve un numero intero, per esempio 20.", "A whole number is needed here, such as 20.";
    to_what_if: "Prova un’ipotesi", "Try a supposition";

    what_if_title: "Ipotesi", "What if";
    what_if_lead: "Che cosa cambierebbe con altre cifre. Nessuna regola cambia, e niente resta se non si salva.", "What would change with other figures. No rule changes, and nothing is kept unless it is saved.";
    not_for_partners: "Questa pagina è per gli assessorati e per il coordinamento.", "This page is for the departments and the coordination.";
    supposed: "Cifre supposte", "Supposed figures";
    none_supposed: "Nessuna cifra supposta per ora: sceglierne una qui sotto.", "No figure is supposed yet: choose one below.";
    remove: "Togli", "Take out";
    suppose: "Supponi questo valore", "Suppose this value";
    parameter: "Quale cifra", "Which figure";
    choose_parameter: "Scegliere…", "Choose…";
    consequences: "Conseguenze", "Consequences";
    verdicts: "Nuclei con un altro esito", "Households with another verdict";
    responses: "Nuclei con un’altra risposta suggerita", "Households with another suggested response";
    burdens: "Nuclei per cui l’affitto pesa diversamente", "Households on which the rent weighs otherwise";
    ceilings: "Alloggi con un altro importo massimo", "Dwellings with another ceiling";
    no_response: "nessuna risposta", "no response";
    sustainable: "sostenibile", "sustainable";
    above: "oltre la soglia", "above the threshold";
    overburden: "sovraccarico", "overburden";
    reading_failed: "Non è stato possibile leggere i nuclei su questo tablet. Riaprire la pagina per riprovare.", "The households on this tablet could not be read. Open the page again to retry.";
    save_title: "Salva come ipotesi", "Save as a scenario";
    scenario_name: "Nome dell’ipotesi", "Name of the scenario";
    scenario_name_help: "La vedono gli assessorati e il coordinamento.", "The departments and the coordination see it.";
    name_missing: "Serve un nome.", "A name is needed.";
    save_scenario: "Salva", "Save";
    saved_title: "Ipotesi salvate", "Saved scenarios";
    none_saved: "Nessuna ipotesi salvata.", "No scenario saved.";
    open_scenario: "Apri", "Open";
}

/// "dal 10 marzo 2026".
pub fn since(day: &str) -> String {
    match language() {
        Language::Italian => format!("dal {day}"),
        Language::English => format!("since {day}"),
    }
}

/// The present value, beside the field for another one.
pub fn in_force(value: &str) -> String {
    match language() {
        Language::Italian => format!("In vigore: {value}"),
        Language::English => format!("In force: {value}"),
    }
}

/// The name of one of several fields of a table.
pub fn for_number(n: usize) -> String {
    let n = n.to_string();
    match language() {
        Language::Italian => format!("Per {n}"),
        Language::English => format!("For {n}"),
    }
}

/// "12 su 37".
pub fn of_all(n: usize, all: usize) -> String {
    let (n, all) = (whole(n as u64, language()), whole(all as u64, language()));
    match language() {
        Language::Italian => format!("{n} su {all}"),
        Language::English => format!("{n} of {all}"),
    }
}

/// "…e altri 312".
pub fn and_others(n: usize) -> String {
    let n = whole(n as u64, language());
    match language() {
        Language::Italian => format!("…e altri {n}"),
        Language::English => format!("…and {n} more"),
    }
}

/// How far the reading of the households came.
pub fn reading(n: usize, all: usize) -> String {
    let of_all = of_all(n, all);
    match language() {
        Language::Italian => format!("Lettura dei nuclei: {of_all}"),
        Language::English => format!("Reading the households: {of_all}"),
    }
}

/// Who saved a scenario and when.
pub fn saved_by(name: &str, moment: &str) -> String {
    format!("{name}, {moment}")
}

/// A state in words where there may be none.
pub fn or_not_known(words: Option<String>) -> String {
    words.unwrap_or_else(|| pick("non noto", "not known").to_owned())
}
