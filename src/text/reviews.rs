// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the card about two values in one field.
use super::{language, texts};
use soglia_wording::Language;

texts! {
    two_values: "Due persone hanno scritto senza vedersi. Nessun valore è perso: si sceglie qui.", "Two people wrote without seeing each other. Neither value is lost: choose here.";
    more_values: "Più persone hanno scritto senza vedersi. Nessun valore è perso: si sceglie qui.", "Several people wrote without seeing each other. No value is lost: choose here.";
    now: "Vale adesso", "Stands now";
    other: "Scritto anche", "Also written";
    at_the_server: "Chi lo ha scritto si legge nella storia.", "The history says who wrote it.";
    keep_present: "Tieni questo", "Keep this one";
    keep_mine: "Tieni il mio", "Keep mine";
    keep_both: "Tieni tutti e due", "Keep both";
    on_this_device: "su questo tablet", "on this tablet";
    not_yours: "La scelta spetta agli uffici del Comune.", "The choice is for the City’s offices.";
    here: "Due valori: scelta da fare", "Two values: one to choose";
}

/// The button that keeps somebody else's value.
pub fn keep_theirs(name: &str) -> String {
    match language() {
        Language::Italian => format!("Tieni quello di {name}"),
        Language::English => format!("Keep that of {name}"),
    }
}

/// Another tablet, by the end of its identity.
pub fn on_device(mark: &str) -> String {
    match language() {
        Language::Italian => format!("sul tablet «{mark}»"),
        Language::English => format!("on the tablet “{mark}”"),
    }
}

/// A choice in the history, with the values that came second.
pub fn line_with_values(line: &str, values: &str) -> String {
    match language() {
        Language::Italian => format!("{line} (scritto anche: {values})"),
        Language::English => format!("{line} (also written: {values})"),
    }
}

/// What was chosen a moment ago.
pub fn chosen(question: &str, value: &str) -> String {
    match language() {
        Language::Italian => format!("{question}: scelto {value}. Gli altri valori restano nella storia."),
        Language::English => format!("{question}: {value} was chosen. The other values stay in the history."),
    }
}

/// Both values were kept a moment ago.
pub fn chosen_both(question: &str) -> String {
    match language() {
        Language::Italian => {
            format!("{question}: tenuti tutti e due i valori. Nella storia si leggono uno per uno.")
        }
        Language::English => format!("{question}: both values were kept. The history has them one by one."),
    }
}

/// The way back from a choice.
pub fn take_instead(value: &str) -> String {
    match language() {
        Language::Italian => format!("Metti invece: {value}"),
        Language::English => format!("Put instead: {value}"),
    }
}
