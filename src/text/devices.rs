// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the list of one's own devices.
use super::{language, texts};
use soglia_wording::{Language, whole};

texts! {
    title: "I dispositivi con questo accesso", "The devices with this sign-in";
    help: "Un dispositivo perso o rubato si blocca da qui. Che cosa resta da inviare su un altro dispositivo non si può sapere.", "A device that was lost or stolen is shut out from here. What still waits to be sent on another device cannot be known.";
    asking: "L’elenco arriva dal server…", "The list comes from the server…";
    offline: "L’elenco dei dispositivi si legge e si cambia solo con la rete.", "The list of devices can be read and changed only with a network.";
    failed: "L’elenco non è arrivato.", "The list did not come.";
    again: "Riprova", "Try again";
    this: "Questo", "This one";
    in_use: "In uso", "In use";
    revoked: "Bloccato", "Shut out";
    wiped: "Bloccato, dati cancellati", "Shut out, records wiped";
    revoke: "Blocca", "Shut out";
    what_happens: "Il dispositivo non potrà più leggere né ricevere niente. Al prossimo contatto con il server i dati scaricati vengono cancellati da lì.", "The device will no longer be able to read or receive anything. At its next contact with the server the records on it are wiped.";
    nothing_lost: "Quello che vi è scritto e non ancora consegnato viene prima messo da parte sul server: una persona lo guarderà. Per usare di nuovo il dispositivo serve un nuovo accesso.", "What was written on it and not delivered yet is first set aside at the server: a person will look at it. To use the device again, a new sign-in is needed.";
    is_this: "È il dispositivo che si sta usando: dopo il blocco questa pagina si chiude.", "This is the device in use: after that, this page closes.";
    revoke_now: "Blocca il dispositivo", "Shut the device out";
    leave: "Lascia com’è", "Leave it as it is";
    revoke_offline: "Adesso il server non si raggiunge: per bloccare un dispositivo serve la rete.", "The server is out of reach now: shutting a device out needs the network.";
    revoke_failed: "Il server non ha potuto bloccarlo. Si può riprovare fra poco.", "The server could not shut it out. It can be tried again soon.";
}

/// A device that said its name.
pub fn named(name: &str, mark: &str) -> String {
    format!("{name} (…{mark})")
}

/// A device that did not.
pub fn unnamed(mark: &str) -> String {
    match language() {
        Language::Italian => format!("Dispositivo …{mark}"),
        Language::English => format!("Device …{mark}"),
    }
}

/// The button that shuts a device out, for who cannot see beside which name it stands.
pub fn revoke_this(name: &str) -> String {
    match language() {
        Language::Italian => format!("Blocca: {name}"),
        Language::English => format!("Shut out: {name}"),
    }
}

/// When it was last in touch.
pub fn last_contact(moment: &str) -> String {
    match language() {
        Language::Italian => format!("Ultimo contatto: {moment}"),
        Language::English => format!("Last contact: {moment}"),
    }
}

/// How many changes came from it.
pub fn n_changes(n: u64) -> String {
    let n = whole(n, language());
    match language() {
        Language::Italian => format!("Modifiche consegnate: {n}"),
        Language::English => format!("Changes delivered: {n}"),
    }
}

/// Since when it is shut out.
pub fn revoked_at(moment: &str) -> String {
    match language() {
        Language::Italian => format!("Bloccato: {moment}"),
        Language::English => format!("Shut out: {moment}"),
    }
}

/// When it wiped what it held.
pub fn wiped_at(moment: &str) -> String {
    match language() {
        Language::Italian => format!("Dati cancellati: {moment}"),
        Language::English => format!("Records wiped: {moment}"),
    }
}
