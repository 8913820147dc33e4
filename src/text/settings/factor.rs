// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the second factor.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    title: "Secondo fattore", "Second factor";
    help: "Oltre alla password, un codice di sei cifre che il telefono calcola da solo, anche senza rete. Chi ruba o indovina la password da sola non entra.", "Besides the password, a code of six digits that the telephone works out by itself, also without a network. Whoever steals or guesses the password alone does not get in.";
    needed: "Il tuo compito lo chiede: finché manca, il server non dà e non prende niente.", "Your role asks for it: until there is one the server gives and takes nothing.";
    asking: "Il server dice se c’è…", "The server says whether there is one…";
    offline: "Il secondo fattore si imposta solo con la rete.", "The second factor can be set up only with a network.";
    failed: "Il server non ha risposto come doveva.", "The server did not answer as it should.";
    again: "Riprova", "Try again";
    begin: "Imposta il secondo fattore", "Set up the second factor";
    password: "La tua password, di nuovo", "Your password, once more";
    go_on: "Continua", "Continue";
    wrong_password: "Questa non è la tua password.", "This is not your password.";
    too_many: "Troppi tentativi di seguito. Fra qualche minuto si può riprovare.", "Too many attempts in a row. Try again in a few minutes.";
    scan: "Aprire sul telefono un’applicazione per codici (per esempio FreeOTP, Aegis o quella del telefono), toccare «Aggiungi» e inquadrare.", "Open an application for codes on the telephone (FreeOTP, Aegis or that of the telephone), touch “Add”, and point at this.";
    qr: "Codice QR della chiave", "QR code of the key";
    open_here: "Apri nell’applicazione di questo dispositivo", "Open in the application of this device";
    key: "Oppure scrivere questa chiave", "Or type this key";
    key_help: "Si vede solo adesso. Nessun altro deve averla.", "It is shown only now. Nobody else must have it.";
    first_code: "Il codice che il telefono mostra adesso", "The code that the telephone shows now";
    confirm: "Conferma", "Confirm";
    wrong_code: "Questo codice non va bene, o è già stato usato. Aspettare il prossimo.", "This code does not fit, or was used already. Wait for the next one.";
    done: "Il secondo fattore c’è. Dal prossimo accesso serve anche il codice.", "The second factor is set up. From the next sign-in on the code is needed too.";
    spare: "Codici di riserva", "Spare codes";
    spare_help: "Per il giorno in cui il telefono non c’è: ognuno vale una volta. Scriverli o copiarli adesso, e tenerli lontano dal tablet: non si vedranno più.", "For the day on which the telephone is gone: each counts once. Write them down or copy them now, and keep them away from the tablet: they are not shown again.";
    copy: "Tutti i codici", "All codes";
    kept: "Li ho messi al sicuro", "I put them in a safe place";
    active: "Attivo: a ogni accesso serve il codice del telefono.", "Active: each sign-in needs the code of the telephone.";
    end: "Togli il secondo fattore", "Take the second factor away";
    end_code: "Un codice del telefono, o uno di riserva", "A code of the telephone, or a spare one";
    end_do: "Togli", "Take away";
}

/// How many spare codes are left.
pub fn left(n: u32) -> String {
    match (n, language()) {
        (0, Language::Italian) => {
            "Non ci sono più codici di riserva: togliere il secondo fattore e impostarlo di nuovo.".to_owned()
        }
        (0, Language::English) => {
            "No spare codes are left: take the second factor away and set it up again.".to_owned()
        }
        (1, Language::Italian) => "Resta un codice di riserva.".to_owned(),
        (1, Language::English) => "One spare code is left.".to_owned(),
        (n, Language::Italian) => format!("Restano {n} codici di riserva."),
        (n, Language::English) => format!("{n} spare codes are left."),
    }
}
