// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of one's own sessions and password.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    title: "Accessi aperti", "Open sessions";
    help: "Dove hai fatto l’accesso. Un accesso finisce da solo dopo 30 giorni senza uso e dopo 90 giorni comunque. Chiuderne uno non cancella niente: quel dispositivo chiede di nuovo la password.", "Where you signed in. A session ends by itself after 30 days without use, and after 90 days in any case. Ending one deletes nothing: that device asks for the password again.";
    asking: "Il server dice quali sono…", "The server says which there are…";
    offline: "Gli accessi si vedono solo con la rete.", "Sessions can be seen only with a network.";
    failed: "Il server non ha risposto come doveva.", "The server did not answer as it should.";
    again: "Riprova", "Try again";
    this: "Questo", "This one";
    unnamed: "Dispositivo senza nome", "Device without a name";
    end: "Chiudi", "End";
    password_title: "Password", "Password";
    change_password: "Cambia la password", "Change the password";
    old_password: "La password di adesso", "The present password";
    new_password: "La password nuova", "The new password";
    wrong_old: "La password di adesso non è questa.", "This is not the present password.";
    too_many: "Troppi tentativi di seguito. Fra qualche minuto si può riprovare.", "Too many attempts in a row. Try again in a few minutes.";
    password_offline: "La password si cambia solo con la rete.", "The password can be changed only with a network.";
    password_done: "Password cambiata. Gli altri accessi sono chiusi; la frase di sblocco di questo tablet resta la stessa.", "Password changed. The other sessions are ended; the unlock phrase of this tablet stays the same.";
}

/// Since when, and until when without use.
pub fn since(opened: &str, expires: &str) -> String {
    match language() {
        Language::Italian => format!("Dal {opened}; senza uso finisce il {expires}"),
        Language::English => format!("Since {opened}; without use it ends on {expires}"),
    }
}
