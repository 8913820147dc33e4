// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the file with unsent work.
use super::{language, pick, texts};
use crate::state::{CarryTrouble, StorageTrouble};
use soglia_wording::{Language, whole};

texts! {
    title: "Portare il lavoro su un altro dispositivo", "Take the work to another device";
    help: "Serve quando questo tablet va in riparazione, si cambia, o resta a lungo senza rete.", "For when this tablet goes to be mended, is replaced, or stays without a network for long.";
    out_title: "Salvare in un file ciò che non è consegnato", "Save what is not delivered in a file";
    out_help: "Il file contiene le modifiche e le foto non ancora consegnate, chiuse con una frase. Senza la frase nessuno lo apre. Qui non si cancella niente: consegnata da due posti, ogni modifica vale una volta sola.", "The file holds the changes and photos that are not delivered yet, closed with a phrase. Without the phrase nobody opens it. Nothing is deleted here: delivered from two places, each change counts once.";
    nothing: "Tutto è consegnato: non c’è niente da portare.", "Everything is delivered: there is nothing to take along.";
    phrase: "Frase del file", "Phrase of the file";
    phrase_again: "La stessa frase, ancora una volta", "The same phrase once more";
    write: "Scarica il file", "Download the file";
    too_short: "La frase è corta: servono almeno 10 caratteri.", "The phrase is short: it takes at least 10 characters.";
    not_the_same: "Le due frasi sono diverse: vanno scritte uguali, perché senza la frase il file non si apre più.", "The two phrases differ: they have to be alike, as without the phrase the file never opens again.";
    in_title: "Aggiungere il lavoro da un file", "Add the work from a file";
    in_help: "Il file va scelto con lo stesso accesso con cui è stato salvato. Prima si vede che cosa contiene.", "Choose the file with the same sign-in with which it was saved. What it holds is shown first.";
    file: "File «soglia-da-inviare»", "File “soglia-da-inviare”";
    choose: "Scegli il file", "Choose the file";
    open: "Leggi il file", "Read the file";
    no_file: "Manca il file: va scelto prima.", "The file is missing: choose it first.";
    take_in: "Aggiungi a questo dispositivo", "Add to this device";
}

/// The file was handed to the browser.
pub fn written(name: &str) -> String {
    match language() {
        Language::Italian => format!("Salvato: {name}. La frase va tenuta lontano dal file."),
        Language::English => format!("Saved: {name}. Keep the phrase away from the file."),
    }
}

/// What a file holds.
pub fn found(n_changes: usize, n_photos: usize, since: Option<&str>) -> String {
    let (changes, photos) = (
        whole(n_changes as u64, language()),
        whole(n_photos as u64, language()),
    );
    let since = since.unwrap_or("–");
    match language() {
        Language::Italian => {
            format!("Il file contiene {changes} modifiche e {photos} foto; la più vecchia è del {since}.")
        }
        Language::English => {
            format!("The file holds {changes} changes and {photos} photos; the oldest is of {since}.")
        }
    }
}

/// What a file brought.
pub fn taken_in(n_added: usize, n_changes: usize) -> String {
    let (added, all) = (
        whole(n_added as u64, language()),
        whole(n_changes as u64, language()),
    );
    match language() {
        Language::Italian => format!("Aggiunte {added} modifiche su {all}. Le altre erano già qui."),
        Language::English => format!("{added} changes of {all} were added. The others were here already."),
    }
}

/// Why a file was not written or taken in.
pub fn trouble(trouble: CarryTrouble) -> &'static str {
    match trouble {
        CarryTrouble::WrongPhrase => pick(
            "La frase non apre questo file, oppure il file è rovinato. Non è cambiato niente: si può riprovare.",
            "The phrase does not open this file, or the file is damaged. Nothing has changed: try again.",
        ),
        CarryTrouble::Damaged => pick(
            "Questo non è un file di lavoro di Soglia, oppure è rovinato. Non è cambiato niente.",
            "This is no work file of Soglia, or it is damaged. Nothing has changed.",
        ),
        CarryTrouble::OtherPerson => pick(
            "Il file contiene il lavoro di un’altra persona: si aggiunge con il suo accesso. Non è cambiato niente.",
            "The file holds the work of somebody else: it is added with their sign-in. Nothing has changed.",
        ),
        CarryTrouble::Newer => pick(
            "Il file è di una versione più nuova di Soglia: prima serve l’aggiornamento. Non è cambiato niente.",
            "A newer version of Soglia wrote the file: update first. Nothing has changed.",
        ),
        CarryTrouble::NotSaved(StorageTrouble::Full) => pick(
            "Lo spazio su questo dispositivo è finito: va liberato, poi si può riprovare.",
            "There is no space left on this device: make room, then try again.",
        ),
        CarryTrouble::NotSaved(_) => pick(
            "Questo dispositivo non è riuscito a salvare. Si può riprovare.",
            "This device could not save. Try again.",
        ),
        CarryTrouble::Unavailable => pick(
            "Questo browser non offre la cifratura a questo indirizzo: serve un indirizzo https.",
            "This browser offers no encryption at this address: an https address is needed.",
        ),
    }
}
