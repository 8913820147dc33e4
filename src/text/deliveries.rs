// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the page about what is to be delivered.
use super::{language, pick, texts};
use soglia_wording::{Language, whole};

texts! {
    title: "Da inviare", "To send";
    send_now: "Invia adesso", "Send now";
    running: "Invio in corso…", "Sending…";
    no_network: "Adesso il server non si raggiunge. Tutto è salvato su questo tablet e parte da solo appena c’è rete.", "The server is out of reach now. Everything is saved on this tablet and leaves by itself once there is a network.";
    server_trouble: "Il server ha avuto un problema. Tutto resta salvato qui e riparte da solo fra poco.", "The server had a problem. Everything stays saved here and leaves again soon, by itself.";
    not_understood: "La risposta del server non si legge con questa versione. Nelle Impostazioni può esserci un aggiornamento.", "This version cannot read the server’s answer. An update may be waiting in Settings.";
    clock_wrong: "L’orologio di questo tablet segna un’altra ora rispetto al server. Tutto si consegna lo stesso; conviene regolare data e ora nelle impostazioni del tablet.", "The clock of this tablet shows another time than the server. Everything is delivered all the same; set date and time in the settings of the tablet.";
    nothing_title: "Niente da inviare", "Nothing to send";
    nothing_text: "Ogni modifica passa di qui: prima salvata su questo tablet, poi consegnata al server.", "Every change comes through here: first saved on this tablet, then delivered to the server.";
    refused_title: "Tornate indietro", "Came back";
    refused_help: "Il server non ha potuto accettarle. Niente è perso: si correggono nella bozza, si inviano di nuovo, oppure si rinuncia.", "The server could not accept them. Nothing is lost: mend them in the draft, send them again, or give them up.";
    resend: "Invia di nuovo", "Send again";
    mend: "Correggi", "Mend";
    to_record: "Vai alla scheda", "Go to the record";
    give_up: "Rinuncia", "Give up";
    give_up_now: "Rinuncia per sempre", "Give up for good";
    keep_it: "Tieni", "Keep";
    review_title: "Due valori, uno da scegliere", "Two values, one to choose";
    review_help: "Due persone hanno scritto senza vedersi. Tutti e due i valori sono conservati finché qualcuno sceglie.", "Two people wrote without seeing each other. Both values are kept until somebody chooses.";
    to_choice: "Vai alla scelta", "Go to the choice";
    unread_title: "Di una versione più nuova", "Of a newer version";
    unread_help: "Scritte su questo tablet con una versione più nuova: questa non le legge e non le invia. Restano qui, e partono appena la pagina si aggiorna.", "Written on this tablet with a newer version: this one neither reads nor sends them. They stay here, and leave once the page is up to date.";
    state_unread: "Non leggibile", "Not readable";
    unread_lost: "La modifica si perde: nessuno potrà più leggerla.", "The change is lost: nobody will be able to read it.";
    pending_title: "In attesa", "Waiting";
    pending_help: "Salvate su questo tablet. Partono da sole appena c’è rete.", "Saved on this tablet. They leave by themselves once there is a network.";
    photos_title: "Foto in partenza", "Photos to send";
    photos_help: "Partono dopo i testi, a pezzi: se la rete cade riprendono da dove erano.", "They leave after the texts, in parts: when the network fails they go on from where they were.";
    delivered_title: "Consegnate", "Delivered";
    delivered_help: "Da questo tablet al server: da quel momento le vede chi può vedere la scheda. Il numero è il posto nell’ordine di tutte le modifiche.", "From this tablet to the server: from that moment whoever may see the record sees them. The number is the place in the order of all changes.";
    show_all: "Mostra tutte", "Show all";
    state_pending: "Su questo tablet", "On this tablet";
    state_asked: "Chiesto: decide il server", "Asked: the server decides";
    state_answered: "Arrivata, in conferma", "Arrived, being confirmed";
    state_refused: "Non accettata", "Not accepted";
    state_delivered: "Consegnata", "Delivered";
    state_merged: "Consegnata, unita ad altre", "Delivered, merged with others";
    state_to_review: "Consegnata, da scegliere", "Delivered, to be chosen";
}

/// When everything was last exchanged.
pub fn last_exchange(moment: &str) -> String {
    match language() {
        Language::Italian => format!("Ultimo scambio con il server: {moment}."),
        Language::English => format!("Last exchange with the server: {moment}."),
    }
}

/// How many photos were delivered.
pub fn photos_delivered(done: usize, all: usize) -> String {
    match language() {
        Language::Italian => format!("{done} di {all} foto consegnate."),
        Language::English => format!("{done} of {all} photos delivered."),
    }
}

/// How much of the present photo is delivered.
pub fn photo_percent(percent: u8) -> String {
    match language() {
        Language::Italian => format!("Quella in corso è al {percent} %."),
        Language::English => format!("The present one is at {percent} %."),
    }
}

/// Photos that the server did not take at the last attempt.
pub fn photos_failed(n: usize) -> String {
    match language() {
        Language::Italian => {
            format!("{n} non è ancora riuscita: si riprova fra poco. Le altre e i testi vanno avanti.")
        }
        Language::English => {
            format!("{n} did not go through yet: it is tried again soon. The others and the texts go on.")
        }
    }
}

/// Why a change was set aside, from the reason that travelled with it.
pub fn quarantined(reason: &str) -> &'static str {
    if reason == "device_revoked" {
        return pick(
            "Questo dispositivo è stato bloccato: la modifica è messa da parte sul server e una persona la guarderà.",
            "This device was shut out: the change is set aside at the server, and a person will look at it.",
        );
    }
    if reason.contains("newer version") || reason.contains("does not know") {
        return pick(
            "Il server e questo dispositivo hanno versioni diverse di Soglia e non si capiscono su questa modifica. È conservata. Dopo l’aggiornamento si può inviare di nuovo.",
            "The server and this device have different versions of Soglia and do not agree on this change. It is kept. After an update it can be sent again.",
        );
    }
    pick(
        "Il server non è riuscito a leggere questa modifica. È conservata e una persona la guarderà; le altre sono andate avanti.",
        "The server could not read this change. It is kept, and a person will look at it; the others went on.",
    )
}

/// What is lost when a change is given up.
pub fn what_is_lost(what: &str, n_more: usize) -> String {
    let more = whole(n_more as u64, language());
    match (language(), n_more) {
        (Language::Italian, 0) => format!("Si perde: {what}. Non si può annullare."),
        (Language::Italian, _) => {
            format!("Si perde: {what}, e con essa {more} modifiche che ne dipendono. Non si può annullare.")
        }
        (Language::English, 0) => format!("Lost will be: {what}. It cannot be undone."),
        (Language::English, _) => {
            format!("Lost will be: {what}, and with it {more} changes that build on it. It cannot be undone.")
        }
    }
}

/// The receipt of a change: when the server took it, and its number in the order of all.
pub fn receipt(moment: &str, position: u64) -> String {
    let number = whole(position, language());
    match language() {
        Language::Italian => format!("Ricevuta dal server: {moment}, n. {number}"),
        Language::English => format!("Received by the server: {moment}, no. {number}"),
    }
}
