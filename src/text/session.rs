// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the sign-in page.
use super::texts;
use crate::session::SignInError;

texts! {
    what_it_is: "Alloggi e nuclei dell’esperimento abitativo, anche senza rete.", "Dwellings and households of the housing experiment, also without a network.";
    stays_here: "Serve la rete solo la prima volta. Dopo, tutto funziona anche senza, e quello che è salvato su questo tablet resta qui.", "A network is needed the first time only. After that everything works without one, and what is saved on this tablet stays here.";
    again: "Il server chiede di nuovo nome e password per consegnare. Quello che è salvato su questo tablet resta qui.", "The server asks for name and password again before it takes anything. What is saved on this tablet stays here.";
    name: "Nome", "Name";
    password: "Password", "Password";
    running: "Accesso in corso…", "Signing in…";
    wrong: "Nome e password non vanno insieme. Controllare maiuscole e minuscole e riprovare.", "Name and password do not go together. Check capital letters and try again.";
    too_many: "Troppi tentativi di seguito. Fra qualche minuto si può riprovare.", "Too many attempts in a row. Try again in a few minutes.";
    no_network: "Il server non risponde. Serve la rete solo la prima volta: quando c’è, riprovare qui.", "The server does not answer. A network is needed the first time only: once there is one, try again here.";
    server: "Il server ha avuto un problema. Riprovare fra poco: niente è andato perso.", "The server had a problem. Try again soon: nothing is lost.";
    not_saved: "Questo browser non riesce a salvare dati. Controllare lo spazio libero e che non sia una finestra anonima.", "This browser cannot store anything. Check the free space, and that this is not a private window.";
}

/// Why a sign-in failed, and what to do.
pub fn trouble(error: &SignInError) -> &'static str {
    match error {
        SignInError::WrongNameOrPassword => wrong(),
        SignInError::TooManyAttempts => too_many(),
        SignInError::NoNetwork => no_network(),
        SignInError::Server { .. } => server(),
        SignInError::NotSaved(_) => not_saved(),
    }
}
