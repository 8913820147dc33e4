// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of measured rooms, titles and indexed rents.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    heading: "Misure", "Measurements";
    none: "Ancora nessuna misura: le superfici si calcolano da sole, spazio per spazio.", "No measurement yet: the surfaces are computed space by space.";
    kind: "Che cosa", "What";
    area: "Metri quadrati", "Square metres";
    area_help: "Misurati all’interno. Per esempio 14,50", "Measured inside. For example 14,50";
    height: "Altezza in cm (facoltativa)", "Height in cm (optional)";
    height_help: "Serve solo per gli spazi bassi.", "Only needed for low spaces.";
    add: "Aggiungi", "Add";
    take_out: "Togli", "Take out";
    kind_missing: "Manca che cosa è: una stanza, un balcone o altro.", "What it is is missing: a room, a balcony or else.";
    height_wrong: "L’altezza va in centimetri interi, da 50 a 1.000.", "The height goes in whole centimetres, from 50 to 1,000.";
    surfaces: "Superfici calcolate", "Computed surfaces";
    not_computed: "manca una stanza", "a room is missing";
    without_walls: "senza i muri: vanno misurati anche quelli", "without walls: they need measuring too";
    title_heading: "Titolo sull’alloggio", "Title to the dwelling";
    title_kind: "Tipo di titolo", "Kind of title";
    title_from: "Dal", "From";
    title_to: "Fino al", "Until";
    title_to_help: "Vuoto se non c’è una scadenza.", "Empty where no end was agreed.";
    title_section: "Sezione RUNTS di chi lo tiene", "RUNTS section of its holder";
    title_unfinished: "Si salva quando ci sono il tipo e la data di inizio.", "It is saved once the kind and the first day are there.";
    one_room_hygienic: "Una stanza sola, minimo igienico", "One room, hygienic minimum";
    one_room_eased: "Una stanza sola, regole «salva casa»", "One room, eased rules of 2024";
    one_room_condition: "Le regole «salva casa» valgono solo con una ristrutturazione asseverata da un tecnico.", "The eased rules hold only for a renovation that a professional certifies.";
    nobody: "Nessuno", "Nobody";
    index_heading: "Adeguamento ISTAT", "Indexation";
    index_rent: "Canone attuale al mese", "Present rent a month";
    index_change: "Variazione FOI in un anno, in %", "FOI change in a year, in %";
    index_change_help: "Per esempio 0,8. Niente di quanto scritto qui viene salvato.", "For example 0,8. Nothing written here is saved.";
    index_change_wrong: "Va scritta una percentuale, per esempio 0,8.", "A percentage is needed, for example 0,8.";
    index_reached: "arriva all’importo massimo", "held back by the ceiling";
}

/// The surface to which the ceilings refer.
pub fn cap_refers_to(surface: &str) -> String {
    let surface = surface.to_lowercase();
    match language() {
        Language::Italian => format!("Gli importi massimi valgono per la {surface}."),
        Language::English => format!("The ceilings refer to the {surface}."),
    }
}

/// A computed surface beside the stated one, which counts.
pub fn stated_counts(stated: &str) -> String {
    match language() {
        Language::Italian => format!("vale quella scritta, {stated}"),
        Language::English => format!("the stated one counts, {stated}"),
    }
}

/// What of the FOI change goes into a rent.
pub fn index_rule(share: &str) -> String {
    match language() {
        Language::Italian => {
            format!(
                "Si aggiunge il {share} della variazione, solo se il contratto lo prevede. L’importo massimo viene prima."
            )
        }
        Language::English => {
            format!(
                "{share} of the change is added, only where the contract says so. The ceiling comes first."
            )
        }
    }
}
