// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the pages for signing in and for opening a store.
use super::{language as now, texts};
use crate::session::{SignInError, UnlockError};
use soglia_wording::{Language, whole};

texts! {
    what_it_is: "Alloggi e nuclei dell’esperimento abitativo, anche senza rete.", "Dwellings and households of the housing experiment, also without a network.";
    stays_here: "Serve la rete solo la prima volta. Dopo, tutto funziona anche senza, e quello che è salvato su questo tablet resta qui.", "A network is needed the first time only. After that everything works without one, and what is saved on this tablet stays here.";
    again: "Il server chiede di nuovo nome e password per consegnare. Quello che è salvato su questo tablet resta qui.", "The server asks for name and password again before it takes anything. What is saved on this tablet stays here.";
    name: "Nome", "Name";
    password: "Password", "Password";
    running: "Accesso in corso…", "Signing in…";
    wrong: "Nome e password non vanno insieme. Controllare maiuscole e minuscole e riprovare.", "Name and password do not go together. Check capital letters and try again.";
    code_needed: "Nome e password vanno bene. Serve anche il codice del secondo fattore.", "Name and password are right. The code of the second factor is needed too.";
    code_wrong: "Questo codice non va bene, o è già stato usato. Aspettare il prossimo e scriverlo.", "This code does not fit, or was used already. Wait for the next one and type it.";
    code: "Codice", "Code";
    code_help: "Sei cifre dall’applicazione dei codici. Se il telefono non c’è più: uno dei codici di riserva.", "Six digits from the application for codes. If the telephone is gone: one of the spare codes.";
    too_many: "Troppi tentativi di seguito. Fra qualche minuto si può riprovare.", "Too many attempts in a row. Try again in a few minutes.";
    no_network: "Il server non risponde. Serve la rete solo la prima volta: quando c’è, riprovare qui.", "The server does not answer. A network is needed the first time only: once there is one, try again here.";
    server: "Il server ha avuto un problema. Riprovare fra poco: niente è andato perso.", "The server had a problem. Try again soon: nothing is lost.";
    no_crypto: "A questo indirizzo il browser non offre la cifratura. Aprire Soglia con un indirizzo che comincia con https.", "At this address the browser offers no encryption. Open Soglia at an address that begins with https.";
    back_to_unlock: "Torna alle persone di questo tablet", "Back to the people of this tablet";
    unlock_title: "Sblocca", "Unlock";
    closing: "Salvo e chiudo…", "Saving and closing…";
    unlock: "Sblocca", "Unlock";
    opening: "Apertura in corso…", "Opening…";
    who_is_it: "Chi lavora adesso", "Who is working now";
    phrase: "Frase di sblocco", "Unlock phrase";
    somebody_else: "Un’altra persona", "Somebody else";
    forgotten: "Frase dimenticata", "Forgotten phrase";
    forgotten_help: "Con la rete si può accedere con nome e password e cominciare un archivio nuovo. Quello che c’è qui resta cifrato e si aprirà con la frase di prima.", "With a network one can sign in with name and password and begin a new store. What is here stays encrypted and will open with the phrase of before.";
    earlier_store: "C’è anche un archivio precedente con modifiche da inviare: si apre con la sua frase.", "There is an earlier store too, with changes to send: it opens with its own phrase.";
    store_is_here: "Su questo tablet c’è già un archivio cifrato: si apre con la frase scelta allora.", "There is an encrypted store on this tablet already: it opens with the phrase chosen then.";
    begin_anew: "Comincia un archivio nuovo", "Begin a new store";
    choose_title: "Frase di sblocco per questo tablet", "Unlock phrase for this tablet";
    choose_why: "La frase cifra quello che resta su questo tablet e lo apre anche senza rete: chi trova o prende in prestito il tablet non legge niente.", "The phrase encrypts what stays on this tablet, and opens it also without a network: whoever finds or borrows the tablet reads nothing.";
    anew_why: "L’archivio nuovo comincia vuoto: quello che è consegnato torna dal server. L’archivio di prima resta su questo tablet e si apre con la sua frase.", "The new store begins empty: what is delivered comes back from the server. The store of before stays on this tablet and opens with its own phrase.";
    choose_forgotten: "Se la frase si dimentica, quello che è già consegnato torna dal server. Quello che non è ancora consegnato resta chiuso, salvo se prima è stato esportato. Servono almeno 8 caratteri, per esempio tre parole.", "If the phrase is forgotten, what is delivered comes back from the server. What is not delivered yet stays closed, unless it was exported before. At least 8 characters are needed, such as three words.";
    new_phrase: "Nuova frase", "New phrase";
    phrase_again: "La stessa frase, di nuovo", "The same phrase, again";
    too_short: "La frase è corta: servono almeno 8 caratteri.", "The phrase is short: at least 8 characters are needed.";
    not_the_same: "Le due frasi non sono uguali.", "The two phrases are not the same.";
    go_on: "Continua", "Continue";
    revoked_title: "Questo tablet è stato revocato", "This tablet was revoked";
    revoked_what: "Dall’elenco dei dispositivi qualcuno ha tolto questo tablet, oppure il tuo accesso è finito. Quello che aveva ricevuto è stato cancellato.", "Somebody took this tablet off the list of devices, or your access ended. What it had received is deleted.";
    revoked_then: "Con nome e password si può ricominciare: il tablet torna nell’elenco come nuovo.", "With name and password one can begin again: the tablet comes back to the list as a new one.";
    unreadable_title: "I dati di questo tablet non si aprono", "The data on this tablet do not open";
    unreadable_what: "Il browser non lascia leggere quello che Soglia tiene qui. Non vuol dire che sia andato perso.", "The browser does not let Soglia read what it keeps here. That does not mean that it is lost.";
    unreadable_then: "Chiudere le altre finestre di Soglia e riprovare. Se non basta: riavviare il tablet, e controllare che non sia una finestra anonima. Non cancellare i dati del browser.", "Close the other windows of Soglia and try again. If that does not help: restart the tablet, and check that this is not a private window. Do not clear the data of the browser.";
    try_again: "Riprova", "Try again";
    not_saved: "Questo browser non riesce a salvare dati. Controllare lo spazio libero e che non sia una finestra anonima.", "This browser cannot store anything. Check the free space, and that this is not a private window.";
}

/// Why a sign-in failed, and what to do.
pub fn trouble(error: &SignInError) -> &'static str {
    match error {
        SignInError::WrongNameOrPassword => wrong(),
        SignInError::CodeNeeded => code_needed(),
        SignInError::WrongCode => code_wrong(),
        SignInError::TooManyAttempts => too_many(),
        SignInError::NoNetwork => no_network(),
        SignInError::Server { .. } => server(),
        SignInError::NotSaved(_) => not_saved(),
        SignInError::NoCrypto => no_crypto(),
    }
}

/// Why a store did not open; after some wrong tries with the seconds until the next one.
pub fn unlock_trouble(error: UnlockError, left_s: i64) -> String {
    let wait = match (left_s, now()) {
        (..=0, Language::Italian) => "Si può riprovare adesso.".to_owned(),
        (..=0, Language::English) => "Try again now.".to_owned(),
        (left, language) => wait_for(left, language),
    };
    match (error, now()) {
        (UnlockError::Wrong { .. }, Language::Italian) => format!("Questa frase non apre l’archivio. {wait}"),
        (UnlockError::Wrong { .. }, Language::English) => {
            format!("This phrase does not open the store. {wait}")
        }
        (UnlockError::Wait { .. }, _) => wait,
        (UnlockError::NotOpened(_), _) => not_saved().to_owned(),
        (UnlockError::NoCrypto, _) => no_crypto().to_owned(),
    }
}

fn wait_for(left_s: i64, language: Language) -> String {
    let (minutes, seconds) = (left_s / 60, left_s % 60);
    match language {
        Language::Italian if minutes > 0 => {
            format!("Prossima prova fra {minutes} min {seconds} s: niente va perso.")
        }
        Language::Italian => format!("Prossima prova fra {seconds} s: niente va perso."),
        Language::English if minutes > 0 => {
            format!("Next try in {minutes} min {seconds} s: nothing is lost.")
        }
        Language::English => format!("Next try in {seconds} s: nothing is lost."),
    }
}

/// What a forgotten phrase leaves locked, with the number of changes that nobody else has.
pub fn what_stays_locked(n_waiting: usize) -> String {
    let n = whole(n_waiting as u64, now());
    match (n_waiting, now()) {
        (0, Language::Italian) => "In questo archivio non c’è niente da inviare: cominciando da capo torna tutto dal server.".to_owned(),
        (0, Language::English) => "Nothing waits to be sent in this store: beginning anew, everything comes back from the server.".to_owned(),
        (1, Language::Italian) => "In questo archivio c’è 1 modifica non ancora inviata. Cominciando da capo non si perde, ma resta chiusa qui finché non torna la frase di prima.".to_owned(),
        (1, Language::English) => "There is 1 change in this store that was not sent yet. Beginning anew does not lose it, but it stays closed here until the old phrase comes back.".to_owned(),
        (_, Language::Italian) => format!("In questo archivio ci sono {n} modifiche non ancora inviate. Cominciando da capo non si perdono, ma restano chiuse qui finché non torna la frase di prima."),
        (_, Language::English) => format!("There are {n} changes in this store that were not sent yet. Beginning anew does not lose them, but they stay closed here until the old phrase comes back."),
    }
}

/// What became of the work that was not delivered when the tablet was revoked.
pub fn revoked_work(n_left: usize) -> String {
    let n = whole(n_left as u64, now());
    match (n_left, now()) {
        (0, Language::Italian) => {
            "Il lavoro non ancora consegnato è in custodia al server: niente è andato perso.".to_owned()
        }
        (0, Language::English) => {
            "Work that was not delivered is in the keeping of the server: nothing is lost.".to_owned()
        }
        (1, Language::Italian) => {
            "1 modifica è ancora qui, cifrata: dopo lo sblocco parte verso il server.".to_owned()
        }
        (1, Language::English) => {
            "1 change is still here, encrypted: once unlocked it goes to the server.".to_owned()
        }
        (_, Language::Italian) => {
            format!("{n} modifiche sono ancora qui, cifrate: dopo lo sblocco partono verso il server.")
        }
        (_, Language::English) => {
            format!("{n} changes are still here, encrypted: once unlocked they go to the server.")
        }
    }
}
