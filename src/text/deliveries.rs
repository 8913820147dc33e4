// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the page about what is to be delivered.
use super::{language, texts};
use soglia_wording::Language;

texts! {
    city_rules: "Regole", "Rules";
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
    quarantined: "Il server non è riuscito a leggere questa modifica. È conservata e una persona la guarderà.", "The server could not read this change. It is kept, and a person will look at it.";
    to_draft: "Torna alla bozza", "Back to the draft";
    resend: "Invia di nuovo", "Send again";
    give_up: "Rinuncia", "Give up";
    given_up: "Rinuncia scelta: vale quando si lascia questa pagina.", "To be given up when this page is left.";
    undo: "Annulla", "Undo";
    review_title: "Due valori, uno da scegliere", "Two values, one to choose";
    review_help: "Due persone hanno scritto senza vedersi. Tutti e due i valori sono conservati finché qualcuno sceglie.", "Two people wrote without seeing each other. Both values are kept until somebody chooses.";
    to_choice: "Vai alla scelta", "Go to the choice";
    pending_title: "In attesa", "Waiting";
    pending_help: "Salvate su questo tablet. Partono da sole appena c’è rete.", "Saved on this tablet. They leave by themselves once there is a network.";
    delivered_title: "Consegnate", "Delivered";
    show_all: "Mostra tutte", "Show all";
    state_pending: "Su questo tablet", "On this tablet";
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
