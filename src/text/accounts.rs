// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the page for administrators, and of invitations.
use super::{language, pick, texts};
use soglia_wording::Language;

texts! {
    title: "Persone", "People";
    lead: "Chi può entrare in Soglia, e con quale ruolo. Da qui non si vedono né alloggi né nuclei.", "Who may enter Soglia, and in which role. Neither dwellings nor households are seen from here.";
    asking: "Il server dice chi può entrare…", "The server says who may enter…";
    offline: "Le persone si gestiscono solo con la rete.", "People can be managed only with a network.";
    failed: "Il server non ha risposto come doveva.", "The server did not answer as it should.";
    again: "Riprova", "Try again";
    find: "Cerca per nome, ruolo o ente", "Search by name, role or organisation";
    found_none: "Nessuna persona corrisponde.", "Nobody matches.";
    add: "Fai entrare una persona", "Let somebody in";
    name: "Nome e cognome", "Full name";
    sign_in: "Nome per accedere", "Name to sign in with";
    sign_in_help: "Lettere e cifre, per esempio marta.riva. Non si cambia più.", "Letters and digits, such as marta.riva. It does not change any more.";
    role: "Ruolo", "Role";
    organisation: "Ente o assessorato", "Department or partner";
    organisation_help: "Scritto sempre uguale: chi ha lo stesso ente vede le stesse cose.", "Always written the same way: those of one organisation see the same things.";
    invite: "Crea l’invito", "Make the invitation";
    save: "Salva", "Save";
    change: "Modifica", "Change";
    ends: "Ultimo giorno di accesso", "Last day of access";
    ends_help: "Dal giorno dopo i suoi dispositivi consegnano quello che hanno e cancellano il resto. Vuoto: nessuna scadenza.", "From the day after, their devices deliver what they hold and delete the rest. Empty: no end.";
    end_now: "Togli l’accesso adesso", "End access now";
    end_now_sure: "Togliere l’accesso adesso? I suoi dispositivi consegnano quello che hanno e cancellano il resto.", "End access now? Their devices deliver what they hold and delete the rest.";
    give_back: "Ridai l’accesso", "Give access back";
    delegate: "Delega: un altro ruolo fino a un giorno", "Delegation: another role until a day";
    delegate_help: "Per sostituire una persona assente. Dal giorno dopo torna il ruolo di prima, da solo.", "To stand in for somebody. From the day after, the role of before comes back by itself.";
    delegate_until: "Ultimo giorno della delega", "Last day of the delegation";
    invite_again: "Nuovo invito", "New invitation";
    invite_again_help: "Per chi non ha trovato l’invito o ha dimenticato la password. Quando lo usa, tutti i suoi accessi aperti finiscono.", "For whoever did not find the invitation or forgot the password. When it is used all their open sessions end.";
    take_factor: "Togli il secondo fattore", "Take the second factor away";
    take_factor_sure: "Solo se la persona ha perso telefono e codici, e si è fatta riconoscere di persona.", "Only where the person lost telephone and codes, and was recognised in person.";
    sure: "Sì, procedi", "Yes, go on";
    link: "Invito", "Invitation";
    link_help: "Si vede solo adesso. Vale sette giorni, una volta sola: consegnarlo alla persona e a nessun altro.", "It is shown only now. It opens for seven days, once: hand it to the person and to nobody else.";
    link_done: "L’ho consegnato", "I handed it over";
    this: "Tu", "You";
    never: "Mai entrata", "Never entered";
    ended: "Accesso finito", "Access ended";
    factor: "Secondo fattore attivo", "Second factor active";
    no_factor: "Senza secondo fattore", "No second factor";
    taken: "Con questo nome accede già un’altra persona.", "Somebody signs in by this name already.";
    unfit: "Il nome per accedere ha lettere, cifre e i segni . - _ @ ’, senza spazi.", "A name to sign in with has letters, digits and the signs . - _ @ ’, without spaces.";
    incomplete: "Servono nome, ente e, per una delega, un giorno entro un anno.", "A name, an organisation and, for a delegation, a day within a year are needed.";
    own: "Il proprio accesso lo toglie un’altra persona che amministra: qualcuno deve restare.", "Another administrator takes one’s own access away: somebody has to be left.";
    saved: "Salvato.", "Saved.";
    invitation_title: "Il tuo invito", "Your invitation";
    invitation_opening: "Apro l’invito…", "Opening the invitation…";
    invitation_over: "Questo invito non vale più: è stato usato, è scaduto, o ne è stato fatto un altro. Chiederne uno nuovo a chi amministra gli accessi.", "This invitation opens no more: it was used, it is too old, or another one was made. Ask whoever manages the accounts for a new one.";
    invitation_offline: "Per usare l’invito serve la rete.", "A network is needed to use the invitation.";
    choose_password: "Scegliere una password", "Choose a password";
    password: "Password", "Password";
    password_help: "Almeno 12 caratteri. Tre o quattro parole insolite sono facili da ricordare e difficili da indovinare.", "At least 12 characters. Three or four unusual words are easy to remember and hard to guess.";
    password_again: "La stessa password, di nuovo", "The same password, again";
    not_the_same: "Le due password non sono uguali.", "The two passwords are not the same.";
    short: "La password è corta: servono almeno 12 caratteri.", "The password is short: at least 12 characters are needed.";
    long: "La password è troppo lunga: al massimo 128 caratteri.", "The password is too long: at most 128 characters.";
    guessable: "Questa password si indovina facilmente. Più parole insolite insieme vanno meglio.", "This password is easy to guess. Several unusual words together do better.";
    set: "Imposta la password", "Set the password";
    is_set: "Fatto: si può accedere.", "Done: you may sign in.";
    to_sign_in: "Vai all’accesso", "Go to the sign-in";
}

/// For whom the invitation is, and how they sign in.
pub fn invitation_for(name: &str, sign_in: &str) -> String {
    match language() {
        Language::Italian => {
            format!("{name}, per accedere userai il nome {sign_in} e la password che scegli qui.")
        }
        Language::English => {
            format!("{name}, you will sign in as {sign_in} with the password that you choose here.")
        }
    }
}

/// Until when an invitation opens.
pub fn invited_until(day: &str) -> String {
    match language() {
        Language::Italian => format!("Invito aperto fino al {day}"),
        Language::English => format!("Invitation open until {day}"),
    }
}

/// When access ends.
pub fn ends_on(day: &str) -> String {
    match language() {
        Language::Italian => format!("Accesso fino al {day}"),
        Language::English => format!("Access until {day}"),
    }
}

/// A delegation that lasts.
pub fn delegated(role: &str, day: &str) -> String {
    match language() {
        Language::Italian => format!("Delega: {role} fino al {day}"),
        Language::English => format!("Delegation: {role} until {day}"),
    }
}

/// The last contact.
pub fn last_seen(moment: &str) -> String {
    match language() {
        Language::Italian => format!("Ultimo contatto {moment}"),
        Language::English => format!("Last contact {moment}"),
    }
}

/// How many people there are.
pub fn n_people(n: usize) -> String {
    match (n, language()) {
        (1, _) => pick("Una persona", "One person").to_owned(),
        (_, Language::Italian) => format!("{n} persone"),
        (_, Language::English) => format!("{n} people"),
    }
}

/// Why a password does not do, by the code of the server.
pub fn unfit_password(code: &str) -> Option<&'static str> {
    match code {
        "password_short" => Some(short()),
        "password_long" => Some(long()),
        "password_guessable" => Some(guessable()),
        _ => None,
    }
}
