// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of what the pages of all records share.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    readers_title: "Chi l’ha guardata", "Who looked at it";
    readers_help: "Chi ha aperto questa scheda, anche senza rete, appena il suo tablet lo dice.", "Who opened this record, also without a network, once their tablet tells.";
    readers_asking: "Il server dice chi…", "The server says who…";
    readers_offline: "Senza rete: chi ha guardato lo sa solo il server.", "No network: only the server knows who looked.";
    readers_failed: "Il server non ha detto chi ha guardato.", "The server did not say who looked.";
    readers_none: "Finora nessuno.", "Nobody so far.";
    readers_more: "Queste sono le ultime; le altre le ha chi controlla gli accessi.", "These are the last ones; an auditor has the rest.";
    everything_title: "Tutto ciò che è conservato (copia per l’interessato)", "Everything that is held (copy for the data subject)";
    everything_help: "Un file con tutto quello che il server ha sul nucleo. Prima di consegnarlo va riletto: il file dice che cosa guardare.", "A file with all that the server has about the household. It is read again before it is handed over: the file says what to look at.";
    everything_page: "Pagina da stampare", "Page to print";
    everything_data: "Dati (JSON)", "Data (JSON)";
    everything_asking: "Il server prepara la copia…", "The server prepares the copy…";
    everything_done: "Copia scaricata.", "Copy downloaded.";
    everything_offline: "Senza rete la copia non si può fare: ce l’ha solo il server.", "Without a network there is no copy: only the server has it.";
    everything_failed: "Il server non ha dato la copia.", "The server gave no copy.";
    facts: "Dati", "Facts";
    list: "Elenco", "List";
    back_to_list: "Torna all’elenco", "Back to the list";
    hide: "Nascondi", "Hide";
    hide_list: "Nascondi l’elenco", "Hide the list";
    show_list: "Mostra l’elenco", "Show the list";
    next_step: "Prossimo passo", "Next step";
    demonstration: "dimostrazione", "demonstration";
    saved_here: "salvato qui", "saved here";

    came_back: "Tornato indietro", "Came back";

    history_pending: "Su questo dispositivo, non ancora consegnato", "On this device, not delivered yet";
    history_server: "Consegnato", "Delivered";
    history_offline: "La storia completa sta sul server. Senza rete si vede solo ciò che è su questo dispositivo.", "The full history is on the server. Without a network only what is on this device shows.";
    history_reading: "La storia completa sta arrivando.", "The full history is on its way.";
    history_empty: "Ancora nessun cambiamento.", "No change yet.";
    history_failed: "La storia completa non è arrivata. Il resto della pagina è intero.", "The full history did not arrive. The rest of the page is whole.";
    history_again: "Prova ancora", "Try again";
    this_device: "questo dispositivo", "this device";
    another_device: "altro dispositivo", "another device";

    not_begun: "non iniziata", "not begun";
    in_part: "in parte", "in part";
    done: "fatta", "done";
    not_known_yet: "non si sa ancora", "not known yet";
}

/// "2 da scoprire".
pub fn to_find_out(n: usize) -> String {
    match language() {
        Language::Italian => format!("{n} da scoprire"),
        Language::English => format!("{n} to find out"),
    }
}

/// "3 su 5".
pub fn answered(known: usize, all: usize) -> String {
    match language() {
        Language::Italian => format!("{known} su {all}"),
        Language::English => format!("{known} of {all}"),
    }
}
