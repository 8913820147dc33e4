// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the address from which a calendar fetches.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    title: "Calendario", "Calendar";
    help: "Un altro calendario può leggere da un indirizzo i giorni e le ore di visite e scadenze. Non ci sono nomi né luoghi: chi è atteso si legge qui.", "Another calendar can read the days and hours of visits and of what is due from an address. There are no names or places in it: those are read here.";
    asking: "Il server dice se c’è un indirizzo…", "The server says whether there is an address…";
    offline: "L’indirizzo si crea e si toglie solo con la rete.", "The address can be made and taken away only with a network.";
    failed: "Il server non ha risposto come doveva.", "The server did not answer as it should.";
    again: "Riprova", "Try again";
    open: "Crea un indirizzo", "Make an address";
    renew: "Crea un indirizzo nuovo", "Make a new address";
    close: "Togli l’indirizzo", "Take the address away";
    address: "Indirizzo per il calendario", "Address for the calendar";
    once: "Va copiato adesso: non si potrà più leggere. Chi lo conosce vede i giorni e le ore.", "Copy it now: it cannot be read again. Whoever knows it sees the days and hours.";
}

/// Since when there is an address.
pub fn since(moment: &str) -> String {
    match language() {
        Language::Italian => {
            format!("C’è un indirizzo dal {moment}. Con uno nuovo, quello di prima non vale più.")
        }
        Language::English => {
            format!("There is an address since {moment}. With a new one, the one before is over.")
        }
    }
}
