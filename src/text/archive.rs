// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the archive, and of what is asked to be erased.
use super::{language, pick, texts};
use soglia_sync::wire::{ErasureReason, ErasureState, ReopenReason};
use soglia_wording::Language;

texts! {
    title: "Archivio", "Archive";
    erasures: "Cancellazioni", "Erasures";
    lead: "Un nucleo che nessuno segue più va in archivio: sparisce da tutti i dispositivi, nessuno può scriverci, e al posto del nome resta un numero. Chi ha un motivo lo riapre.", "A household that nobody follows any more goes into the archive: it disappears from all devices, nobody can write to it, and a number takes the place of its name. Whoever has a reason takes it out again.";
    lead_auditor: "Chi segue i nuclei chiede di cancellarne uno, con l’atto che lo permette. Qui si decide: chi chiede e chi decide sono due persone.", "Those who follow households ask to erase one, with the act that allows it. It is decided here: who asks and who decides are two people.";
    asking: "Il server dice che cosa c’è in archivio…", "The server says what is in the archive…";
    offline: "L’archivio sta sul server: si apre solo con la rete.", "The archive is at the server: it opens only with a network.";
    failed: "Il server non ha risposto come doveva.", "The server did not answer as it should.";
    again: "Riprova", "Try again";
    to_file: "Da archiviare", "To be archived";
    to_file_lead: "Nuclei con il caso chiuso, senza proposte in attesa.", "Households whose case is over, with no open offer.";
    to_file_none: "Nessun nucleo con il caso chiuso su questo dispositivo.", "No household with its case over on this device.";
    file: "Archivia", "Archive";
    file_sure: "Archiviare questo nucleo? Sparisce da tutti i dispositivi al prossimo contatto.", "Archive this household? It disappears from all devices at their next contact.";
    still_followed: "Il nucleo è ancora seguito: c’è una proposta in attesa, un invio a un ente o un caso aperto.", "The household is still followed: an offer, a referral or a case is open.";
    in_archive: "In archivio", "In the archive";
    in_archive_none: "L’archivio è vuoto.", "The archive is empty.";
    reopen: "Riapri", "Take out";
    reopen_why: "Perché si riapre", "Why it is taken out";
    reopen_help: "Il motivo resta nel registro.", "The reason stays in the register.";
    erase: "Chiedi la cancellazione", "Ask for its erasure";
    erase_why: "Perché si cancella", "Why it is erased";
    act: "Atto che lo permette: numero e data, senza nomi", "Act that allows it: number and day, without names";
    act_help: "Cancellare documenti di un ente pubblico richiede l’autorizzazione della Soprintendenza (D.Lgs. 42/2004). L’atto resta scritto quando tutto il resto non c’è più.", "Deleting documents of a public body needs the authorisation of the Soprintendenza (D.Lgs. 42/2004). The act stays written when all else is gone.";
    act_missing: "Scrivi numero e data dell’atto, al massimo 120 lettere.", "Write number and day of the act, at most 120 letters.";
    asked_before: "La cancellazione è già stata chiesta.", "The erasure is asked for already.";
    asked_by_you: "Chi ha chiesto la cancellazione non la decide.", "Who asked for the erasure does not decide on it.";
    ask_send: "Manda la richiesta", "Send the request";
    requests: "Cancellazioni chieste", "Erasures asked for";
    requests_none: "Nessuna cancellazione chiesta.", "No erasure was asked for.";
    erase_now: "Cancella per sempre", "Erase for good";
    erase_sure: "Cancellare per sempre? Tutto ciò che è conservato del nucleo sparisce, anche dalla storia e dalle copie di sicurezza. Non si può tornare indietro.", "Erase for good? All that is kept of the household disappears, also from the history and from the backups. It cannot be undone.";
    decline: "Lascia in archivio", "Leave it in the archive";
    erasing: "Cancellazione in corso…", "Erasing…";
    go: "Archivio dei nuclei", "Archive of households";
    go_lead: "Nuclei che nessuno segue più: archiviare, riaprire, chiedere la cancellazione.", "Households that nobody follows any more: archive, take out, ask for erasure.";
}

/// What an archived household is called.
pub fn called(name: &str) -> String {
    match language() {
        Language::Italian => format!("Nucleo {name}"),
        Language::English => format!("Household {name}"),
    }
}

/// Since when it rests there, by whom, how many people.
pub fn rests(day: &str, by: &str, n_members: u32, opened: i16) -> String {
    match language() {
        Language::Italian => {
            let people = if n_members == 1 { "persona" } else { "persone" };
            format!("Preso in carico nel {opened}, {n_members} {people}. In archivio dal {day}, da {by}.")
        }
        Language::English => {
            let people = if n_members == 1 { "person" } else { "people" };
            format!("Taken in in {opened}, {n_members} {people}. In the archive since {day}, by {by}.")
        }
    }
}

/// How the last case of a household ended, and when.
pub fn over(stage: &str, day: &str) -> String {
    match language() {
        Language::Italian => format!("Ultimo passo del caso: {}, {day}", stage.to_lowercase()),
        Language::English => format!("Last step of the case: {}, {day}", stage.to_lowercase()),
    }
}

/// Who asked for an erasure, and when.
pub fn asked_by(name: &str, day: &str) -> String {
    match language() {
        Language::Italian => format!("Chiesta da {name} il {day}"),
        Language::English => format!("Asked for by {name} on {day}"),
    }
}

/// Who decided on it, and when.
pub fn decided_by(name: &str, day: &str) -> String {
    match language() {
        Language::Italian => format!("decisa da {name} il {day}"),
        Language::English => format!("decided by {name} on {day}"),
    }
}

/// What became of a request.
pub fn state_word(state: ErasureState) -> &'static str {
    match state {
        ErasureState::Asked => pick("In attesa", "Waiting"),
        ErasureState::Declined => pick("Non concessa", "Declined"),
        ErasureState::Erased => pick("Cancellato", "Erased"),
    }
}

/// Why something is erased.
pub fn reason_word(reason: ErasureReason) -> &'static str {
    match reason {
        ErasureReason::Term => pick(
            "Il tempo di conservazione è finito",
            "The time for keeping it is over",
        ),
        ErasureReason::Request => pick("Lo chiede la persona", "The person asks for it"),
        ErasureReason::Mistake => pick("Inserito per errore", "Taken in by mistake"),
        ErasureReason::Order => pick("Lo ordina un’autorità", "An authority orders it"),
    }
}

/// Why something is taken out of the archive.
pub fn reopen_word(reason: ReopenReason) -> &'static str {
    match reason {
        ReopenReason::Returned => pick("Il nucleo è tornato", "The household came again"),
        ReopenReason::Access => pick("Una persona chiede i suoi dati", "A person asks for their data"),
        ReopenReason::Mistake => pick("Archiviato per errore", "Archived by mistake"),
        ReopenReason::Authority => pick("Lo chiede un’autorità", "An authority asks for it"),
    }
}
