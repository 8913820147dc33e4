// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the map.
use super::{language, texts};
use crate::state::NotHere;
use soglia_wording::{Language, whole};

texts! {
    title: "Mappa", "Map";
    round: "Giro di oggi", "Today’s round";
    what_is_shown: "Che cosa mostra la mappa", "What the map shows";
    keys: "Le frecce spostano la mappa, più e meno avvicinano e allontanano, zero mostra tutto. Le stesse voci sono nell’elenco.", "Arrow keys move the map, plus and minus bring it nearer or farther, zero shows all of it. The list has the same entries.";
    nearer: "Avvicina", "Nearer";
    farther: "Allontana", "Farther";
    all: "Vedi tutto", "See all";
    here: "Dove sono", "Where I am";
    looking: "Si cerca…", "Looking…";
    here_found: "Il punto blu è questo dispositivo. La posizione non viene salvata né inviata.", "The blue dot is this device. Its position is neither saved nor sent.";
    sources: "Confini: Comune di Milano e ISTAT, CC BY 4.0", "Boundaries: City of Milan and ISTAT, CC BY 4.0";
    no_ground: "I confini non si sono caricati: forse manca la rete. Alloggi e visite si vedono lo stesso.", "The boundaries could not be loaded: the network may be missing. Dwellings and visits show all the same.";
    open: "Apri", "Open";
    none_placed: "Nessun alloggio ha una posizione", "No dwelling has a position";
    none_placed_help: "La posizione arriva con un elenco importato che ha le colonne latitudine e longitudine.", "The position comes with an imported list that has columns for latitude and longitude.";
    no_visits: "Oggi non c’è nessuna visita", "No visit today";
    no_visits_help: "Le visite si fissano nel percorso di un nucleo, con giorno e luogo.", "Visits are planned on the path of a household, with day and place.";
    visits: "Visite di oggi, in ordine di ora", "Visits of today, by hour";
    no_hour: "senza ora", "no hour";
    see_on_map: "Sulla mappa", "On the map";
    no_position: "Senza posizione", "No position";
    no_place: "Manca il luogo della visita.", "The visit has no place.";
    not_known: "Il luogo scritto non è fra gli indirizzi degli alloggi.", "The place as written is not among the addresses of dwellings.";
    several_places: "Questo indirizzo c’è in più luoghi: nel luogo della visita serve anche il comune.", "This address exists in several places: the place of the visit needs the municipality too.";
    several_offers: "A questo nucleo sono proposti più alloggi: nel luogo della visita serve l’indirizzo.", "Several dwellings are offered to this household: the place of the visit needs the address.";
    dwelling_not_here: "L’alloggio della visita non è su questo dispositivo.", "The dwelling of the visit is not on this device.";
    by_address: "Posizione dell’indirizzo", "Position of the address";
}

/// What the drawing is, for who does not see it.
pub fn drawing(is_round: bool, n: usize) -> String {
    let n = whole(n as u64, language());
    match (language(), is_round) {
        (Language::Italian, false) => format!("Mappa di Milano e dei comuni intorno, alloggi: {n}"),
        (Language::Italian, true) => format!("Mappa di Milano e dei comuni intorno, visite di oggi: {n}"),
        (Language::English, false) => {
            format!("Map of Milan and the municipalities around it, dwellings: {n}")
        }
        (Language::English, true) => {
            format!("Map of Milan and the municipalities around it, visits of today: {n}")
        }
    }
}

/// How many dwellings stand on the map, and how many have no position.
pub fn on_map(n: usize, n_without: usize) -> String {
    let number = |n: usize| whole(n as u64, language());
    let mut words = match (language(), n) {
        (Language::Italian, 1) => "1 alloggio sulla mappa".to_owned(),
        (Language::Italian, n) => format!("{} alloggi sulla mappa", number(n)),
        (Language::English, 1) => "1 dwelling on the map".to_owned(),
        (Language::English, n) => format!("{} dwellings on the map", number(n)),
    };
    if n_without > 0 {
        words += &match language() {
            Language::Italian => format!(", {} senza posizione", number(n_without)),
            Language::English => format!(", {} without a position", number(n_without)),
        };
    }
    words
}

/// The filter for dwellings that stand in one place.
pub fn in_one_place(n: usize) -> String {
    match language() {
        Language::Italian => format!("{n} alloggi nello stesso punto"),
        Language::English => format!("{n} dwellings in the same place"),
    }
}

/// What was chosen, for who does not see it.
pub fn chosen(what: &str) -> String {
    match language() {
        Language::Italian => format!("Sulla mappa: {what}"),
        Language::English => format!("On the map: {what}"),
    }
}

/// The link to a record, for who hears links alone.
pub fn open_what(what: &str) -> String {
    format!("{} {what}", open())
}

/// From which dwelling the position is.
pub fn by_dwelling(code: &str) -> String {
    match language() {
        Language::Italian => format!("Posizione dell’alloggio {code}"),
        Language::English => format!("Position of dwelling {code}"),
    }
}

/// A dwelling of which nobody knows where it stands.
pub fn dwelling_without(code: &str) -> String {
    match language() {
        Language::Italian => format!("L’alloggio {code} non ha una posizione."),
        Language::English => format!("Dwelling {code} has no position."),
    }
}

/// How far a stop is from the one before it that has a position.
pub fn from_stop(distance: &str, number: usize) -> String {
    match language() {
        Language::Italian => format!("{distance} in linea d’aria dalla visita {number}"),
        Language::English => format!("{distance} as the crow flies from visit {number}"),
    }
}

/// The round in one line.
pub fn in_all(n: usize, n_placed: usize, distance: Option<&str>) -> String {
    let mut words = match (language(), n) {
        (Language::Italian, 1) => "1 visita".to_owned(),
        (Language::Italian, n) => format!("{n} visite"),
        (Language::English, 1) => "1 visit".to_owned(),
        (Language::English, n) => format!("{n} visits"),
    };
    words += &match language() {
        Language::Italian => format!(", {n_placed} sulla mappa"),
        Language::English => format!(", {n_placed} on the map"),
    };
    if let Some(distance) = distance {
        words += &match language() {
            Language::Italian => format!(", {distance} in linea d’aria"),
            Language::English => format!(", {distance} as the crow flies"),
        };
    }
    words
}

/// Why the device did not say where it is.
pub fn not_here(why: NotHere) -> &'static str {
    match why {
        NotHere::Denied => super::pick(
            "Il browser non dà la posizione: il permesso si cambia nelle sue impostazioni.",
            "The browser does not give the position: its settings hold the permission.",
        ),
        NotHere::Unknown => super::pick(
            "La posizione adesso non si trova: all’aperto di solito arriva.",
            "The position cannot be found now: outdoors it usually can.",
        ),
    }
}
