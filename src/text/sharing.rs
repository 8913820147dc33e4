// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of shared links.
use crate::text::{family, language, texts};
use soglia_domain::{shared_link::SharedView, tongue::Tongue};
use soglia_wording::Language;

texts! {
    tab: "Condivisione", "Sharing";
    title: "Link condivisi", "Shared links";
    none: "Nessun link, per ora.", "No links so far.";
    to: "Per chi è", "For whom it is";
    to_help: "Per esempio il nome della ditta o della persona. Chi apre il link non lo legge.", "For example the name of the company or person. Whoever opens the link does not read it.";
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
    tongue: "Lingua della famiglia", "Language of the family";
    tongue_help: "Il link e il foglietto si aprono in questa lingua; chi legge può cambiarla.", "The link and the slip open in this language; whoever reads can change it.";
    pin: "Chiedere un PIN", "Ask for a PIN";
    pin_help: "Sei cifre da dire a voce: il link da solo non basta.", "Six digits to be told by word of mouth: the link alone is not enough.";
    once: "Si apre una volta sola", "Opens one time only";
    once_help: "Chi lo apre legge per un’ora; dopo, nessuno.", "Whoever opens it reads for an hour; then nobody does.";
    frozen: "Mostra una copia di adesso", "Show a copy of now";
    frozen_help: "Se no, chi apre il link legge sempre quello che risulta quel giorno.", "If not, whoever opens the link reads what is known on that day.";
    consent_by: "Chi ha dato il consenso", "Who gave consent";
    consent_help: "La persona a cui il caso si riferisce, o chi la rappresenta.", "The person whose case it is, or who acts for them.";
    consent_missing: "Senza il consenso della persona il caso non si mostra a nessuno.", "Without the consent of the person the case is shown to nobody.";
    consent_day: "Quando lo ha dato", "When they gave it";
    no_words: "Le parole in questa lingua non sono su questo dispositivo: serve la rete una volta.", "The words of this language are not on this device: the network is needed once.";
    opening: "Si apre…", "Opening…";
    has_pin: "con PIN", "with a PIN";
    opens_once: "una volta sola", "one time only";
    pin_is: "PIN:", "PIN:";
    pin_apart: "Il PIN si dice a voce, mai nello stesso messaggio del link.", "Tell the PIN by word of mouth, never in the message with the link.";
    slip: "Foglietto da stampare", "Slip to print";
    print: "Stampa", "Print";
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

/// What the section is for.
pub fn help(view: SharedView) -> &'static str {
    match (view, language()) {
        (SharedView::Contractor { .. }, Language::Italian) => {
            "Chi riceve un link legge questo alloggio senza accesso: dov’è, le misure, le foto. Mai le persone."
        }
        (SharedView::Contractor { .. }, Language::English) => {
            "Whoever gets a link reads this dwelling without signing in: where it is, measures, photos. Never people."
        }
        (SharedView::FamilyPlan { .. }, Language::Italian) => {
            "La famiglia legge il suo piano sul telefono, in parole semplici e nella sua lingua, senza accesso."
        }
        (SharedView::FamilyPlan { .. }, Language::English) => {
            "The family reads its plan on the telephone, in plain words of its language, without signing in."
        }
        (SharedView::CaseSummary { .. }, Language::Italian) => {
            "Chi assiste la famiglia, per esempio in un ricorso, legge i passi del caso e la decisione. Serve il consenso della persona."
        }
        (SharedView::CaseSummary { .. }, Language::English) => {
            "Who assists the family, in an appeal for example, reads the steps of the case and the decision. The person has to agree."
        }
    }
}

/// The button of a new link.
pub fn new(view: SharedView) -> &'static str {
    match (view, language()) {
        (SharedView::Contractor { .. }, Language::Italian) => "Nuovo link per una ditta",
        (SharedView::Contractor { .. }, Language::English) => "New link for a contractor",
        (SharedView::FamilyPlan { .. }, Language::Italian) => "Nuovo link per la famiglia",
        (SharedView::FamilyPlan { .. }, Language::English) => "New link for the family",
        (SharedView::CaseSummary { .. }, Language::Italian) => "Nuovo link per chi assiste",
        (SharedView::CaseSummary { .. }, Language::English) => "New link for who assists",
    }
}

/// A language by its code.
pub fn tongue_name(code: &'static str) -> String {
    Tongue::of_code(code).map_or(code, family::tongue_name).to_owned()
}

/// It shows a copy.
pub fn copy_of(moment: &str) -> String {
    match language() {
        Language::Italian => format!("copia del {moment}"),
        Language::English => format!("copy of {moment}"),
    }
}

/// Who agreed, and when.
pub fn consent_of(by: &str, day: &str) -> String {
    match language() {
        Language::Italian => format!("Consenso di {by}, {day}"),
        Language::English => format!("Consent of {by}, {day}"),
    }
}
