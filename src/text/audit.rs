// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the page for auditors.
use super::{language, pick, texts};
use soglia_wording::Language;

texts! {
    title: "Registro degli accessi", "Register of access";
    lead: "Chi è entrato, chi ha aperto quale scheda, che cosa è stato esportato o rifiutato. Le righe si aggiungono e non si cambiano; anche guardare questo registro lascia una riga.", "Who signed in, who opened which record, what was exported or refused. Lines are added and never changed; looking at this register leaves a line too.";
    asking: "Il server cerca…", "The server is searching…";
    offline: "Il registro si consulta solo con la rete.", "The register can be consulted only with a network.";
    failed: "Il server non ha risposto come doveva.", "The server did not answer as it should.";
    again: "Riprova", "Try again";
    person: "Persona (nome per accedere)", "Person (name to sign in with)";
    deed: "Che cosa", "What";
    every_deed: "Tutto", "Everything";
    about: "Scheda o persona (identità)", "Record or person (identity)";
    from: "Dal giorno", "From the day";
    until: "Fino al giorno", "Until the day";
    search: "Cerca", "Search";
    file: "Scarica come CSV", "Download as CSV";
    none: "Nessuna riga corrisponde.", "No line matches.";
    more: "Mostra le righe precedenti", "Show earlier lines";
    when: "Quando", "When";
    who: "Chi", "Who";
    what: "Che cosa", "What";
    with_what: "Su che cosa", "With what";
    nobody: "Nessuno ha fatto l’accesso", "Nobody signed in";
    told_later: "consegnato dopo", "told later";
    filters: "Filtri", "Filters";
}

/// The deeds, in the order of the filter.
pub const DEEDS: [&str; 18] = [
    "read",
    "history_read",
    "exported",
    "link_opened",
    "refused",
    "signed_in",
    "sign_in_failed",
    "signed_out",
    "fetched",
    "password_set",
    "factor_changed",
    "account_changed",
    "device_revoked",
    "archived",
    "reopened",
    "erasure_asked",
    "erasure_decided",
    "audit_read",
];

/// What was done, by its name.
pub fn deed_word(deed: &str) -> &'static str {
    match deed {
        "read" => pick("Scheda aperta", "Record opened"),
        "history_read" => pick("Storia letta", "History read"),
        "exported" => pick("Esportazione", "Export"),
        "link_opened" => pick("Link condiviso aperto", "Shared link opened"),
        "refused" => pick("Rifiutato", "Refused"),
        "signed_in" => pick("Accesso", "Sign-in"),
        "sign_in_failed" => pick("Accesso non riuscito", "Failed sign-in"),
        "signed_out" => pick("Uscita", "Sign-out"),
        "fetched" => pick("Dispositivo riempito da capo", "Device filled anew"),
        "password_set" => pick("Password impostata", "Password set"),
        "factor_changed" => pick("Secondo fattore cambiato", "Second factor changed"),
        "account_changed" => pick("Persona aggiunta o cambiata", "Person added or changed"),
        "device_revoked" => pick("Dispositivo revocato", "Device revoked"),
        "archived" => pick("Messo in archivio", "Archived"),
        "reopened" => pick("Riaperto dall’archivio", "Taken out of the archive"),
        "erasure_asked" => pick("Cancellazione chiesta", "Erasure asked for"),
        "erasure_decided" => pick("Cancellazione decisa", "Erasure decided"),
        "audit_read" => pick("Registro letto", "Register read"),
        _ => pick("Altro", "Something else"),
    }
}

/// What comes besides, for those that people meet.
pub fn note_word(note: &str) -> String {
    let said = match note {
        "password" => pick("password sbagliata", "wrong password"),
        "code" => pick("codice sbagliato", "wrong code"),
        "another session" => pick("un’altra sessione", "another session"),
        "by invitation" => pick("con l’invito", "by invitation"),
        "added" => pick("aggiunta", "added"),
        "changed" => pick("nome, ruolo o ente", "name, role or organisation"),
        "end" => pick("fine dell’accesso", "end of access"),
        "delegation" => pick("delega", "delegation"),
        "invited" => pick("invito", "invitation"),
        "set up" => pick("impostato", "set up"),
        "ended" => pick("tolto", "taken away"),
        "ended by an administrator" => pick("tolto da chi amministra", "taken away by an administrator"),
        "history" => pick("storia", "history"),
        "readers" => pick("chi ha guardato", "who looked"),
        "returned" => pick("il nucleo è tornato", "the household came again"),
        "access" => pick("chiede i suoi dati", "asks for their data"),
        "mistake" => pick("per errore", "by mistake"),
        "authority" => pick("lo chiede un’autorità", "an authority asks for it"),
        "term" => pick("fine della conservazione", "end of the term"),
        "request" => pick("a richiesta della persona", "asked for by the person"),
        "order" => pick("ordine di un’autorità", "order of an authority"),
        "erased" => pick("cancellato", "erased"),
        "declined" => pick("non concessa", "declined"),
        "phone" => pick("telefono", "phone"),
        "tablet" => "tablet",
        "computer" => "computer",
        other => other,
    };
    said.to_owned()
}

/// A record or person by the beginning of its identity.
pub fn about_word(about: &str) -> String {
    let (kind, id) = about.split_once(':').unwrap_or(("", about));
    let kind = match kind {
        "household" => pick("Nucleo", "Household"),
        "dwelling" => pick("Alloggio", "Dwelling"),
        "shared_link" => pick("Link condiviso", "Shared link"),
        "" => pick("Identità", "Identity"),
        other => other,
    };
    // The last letters tell those apart that were made on the same day.
    let end: String = id
        .chars()
        .rev()
        .take(6)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    format!("{kind} …{end}")
}

/// How many lines are shown.
pub fn n_lines(n: usize, more: bool) -> String {
    match (language(), more) {
        (Language::Italian, false) => format!("{n} righe"),
        (Language::Italian, true) => format!("Le ultime {n} righe"),
        (Language::English, false) => format!("{n} lines"),
        (Language::English, true) => format!("The last {n} lines"),
    }
}
