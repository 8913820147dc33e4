// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of shared links.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    tab: "Condivisione", "Sharing";
    title: "Link condivisi", "Shared links";
    help: "Chi riceve un link legge questo alloggio senza accesso: dov’è, le misure, le foto. Mai le persone.", "Whoever gets a link reads this dwelling without signing in: where it is, measures, photos. Never people.";
    none: "Nessun link, per ora.", "No links so far.";
    new: "Nuovo link per una ditta", "New link for a contractor";
    to: "Per chi è", "For whom it is";
    to_help: "Per esempio il nome della ditta. Chi apre il link non lo legge.", "For example the name of the company. Whoever opens the link does not read it.";
    to_missing: "Manca per chi è il link.", "It is missing for whom the link is.";
    until: "Vale fino al", "Good until";
    until_help: "Dopo questo giorno il link non mostra più niente.", "After this day the link shows nothing any more.";
    until_missing: "Manca il giorno.", "The day is missing.";
    make: "Crea il link", "Make the link";
    no_token: "Il browser non dà numeri casuali: su questo dispositivo non si possono fare link.", "The browser gives no random numbers: no links can be made on this device.";
    preview: "Che cosa leggerà chi apre il link", "What whoever opens the link will read";
    left_out: "Non leggerà:", "They will not read:";
    open: "Attivo", "Open";
    run_out: "Scaduto", "Run out";
    revoked: "Ritirato", "Taken back";
    show: "Mostra il link", "Show the link";
    link: "Link da mandare", "Link to send";
    link_help: "Chi lo ha, legge: va mandato solo a chi serve. Funziona quando è consegnato.", "Whoever has it reads: send it only to whom it is for. It works once it is delivered.";
    elsewhere: "Il link è stato fatto su un altro dispositivo: si rivede solo lì.", "The link was made on another device: it is seen again only there.";
    qr: "Codice QR del link", "QR code of the link";
    revoke: "Ritira il link", "Take the link back";
    views: "Chi lo ha aperto", "Who opened it";
    asking: "Il server dice chi lo ha aperto…", "The server says who opened it…";
    offline: "Chi lo ha aperto si legge solo con la rete.", "Who opened it can be read only with a network.";
    failed: "Il server non ha risposto come doveva.", "The server did not answer as it should.";
    never: "Nessuno lo ha ancora aperto.", "Nobody has opened it yet.";
    again: "Aggiorna", "Look again";
}

/// Until when it shows something.
pub fn until_day(day: &str) -> String {
    match language() {
        Language::Italian => format!("fino al {day}"),
        Language::English => format!("until {day}"),
    }
}

/// Who made it, and when.
pub fn by(name: &str, moment: &str) -> String {
    match language() {
        Language::Italian => format!("Fatto da {name}, {moment}"),
        Language::English => format!("Made by {name}, {moment}"),
    }
}

/// What kind of device opened it.
pub fn device(device: &str) -> &'static str {
    match (language(), device) {
        (Language::Italian, "phone") => "telefono",
        (Language::English, "phone") => "telephone",
        (_, "tablet") => "tablet",
        (_, "computer") => "computer",
        (Language::Italian, _) => "altro",
        (Language::English, _) => "something else",
    }
}
