// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the diary of a case.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    diary: "Diario", "Diary";
    write: "Scrivi nel diario", "Write in the diary";
    write_title: "Nuova voce", "New entry";
    correct_title: "Correggi la voce", "Correct the entry";
    correct_help: "La voce di prima resta leggibile, con il rimando a questa.", "The entry before stays readable and points to this one.";
    day: "Giorno", "Day";
    topic: "Di che cosa si tratta", "What it is about";
    circle: "Chi la legge", "Who reads it";
    words: "Che cosa è successo", "What happened";
    words_help: "Fatti e accordi, con parole che la famiglia può leggere.", "Facts and agreements, in words that the family may read.";
    words_missing: "La voce di diario è vuota: basta una frase su ciò che è successo.", "The entry is empty: one sentence on what happened is enough.";
    save: "Salva nel diario", "Save in the diary";
    cancel: "Annulla", "Cancel";
    none: "Il diario è ancora vuoto", "The diary is still empty";
    none_text: "Incontri, telefonate e accordi con il nucleo si scrivono qui, anche senza rete.", "Meetings, calls and agreements with the household are written here, also without a network.";
    read_all: "Leggi tutto", "Read all";
    correct: "Correggi", "Correct";
    corrects: "Corregge la voce del", "Corrects the entry of";
    corrected: "Corretta: vale la voce più recente", "Corrected: the newer entry counts";
    to_correction: "Vai alla correzione", "Go to the correction";
    more: "Mostra le voci precedenti", "Show earlier entries";
    opening: "Si apre la voce", "Opening the entry";
    gone: "La voce non è più su questo dispositivo.", "The entry is no longer on this device.";
    on_this_device: "salvata su questo tablet", "saved on this tablet";
}

/// "Voci 1–50 di 2.000".
pub fn shown_of(shown: usize, all: usize) -> String {
    let shown = soglia_wording::whole(shown as u64, language());
    let all = soglia_wording::whole(all as u64, language());
    match language() {
        Language::Italian => format!("{shown} voci su {all}"),
        Language::English => format!("{shown} of {all} entries"),
    }
}
