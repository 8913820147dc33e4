// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of Today.
use super::{language, texts};
use soglia_domain::calendar::Day;
use soglia_wording::{Language, whole};

texts! {
    title: "Oggi", "Today";
    new_household: "Nuovo nucleo", "New household";
    arriving_title: "Primo arrivo dei dati", "First arrival of the records";
    arriving_help: "Intanto si può già lavorare con quello che è arrivato. Se la rete manca, riprende da solo.", "What has arrived can already be used. If the network goes, it continues by itself.";
    todo_title: "Che cosa aspetta", "What is waiting";
    nothing_waits: "Non c’è niente che aspetta: tutto è al sicuro sul server.", "Nothing awaits you: everything is safe at the server.";
    nothing_waits_here: "Niente in sospeso su questo tablet.", "Nothing is waiting on this tablet.";
    open_it: "Apri", "Open";
    not_persisted: "Il browser non promette di conservare i dati di questo tablet. Con Soglia installata sulla schermata iniziale la promessa di solito arriva.", "The browser does not promise to keep what is on this tablet. With Soglia installed on the home screen it usually does.";
    done: "Fatto", "Done";
    answer: "Rispondi", "Answer";
    to_sign: "Progetto da firmare", "Plan to be signed";
    plan_review: "Verifica del progetto", "Review of the plan";
    follow_up: "Dopo il progetto: come sta il nucleo?", "After the plan: how is the household?";
    isee: "L’ISEE scade: chiedere la nuova attestazione", "The ISEE ends: ask for a new attestation";
    agenda: "Scarica agenda", "Download agenda";
    agenda_not_saved: "Il browser non ha salvato il file. Si può riprovare.", "The browser did not save the file. It can be tried again.";
    referral: "Un partner deve dire se prende in carico il nucleo", "A partner is to say whether it takes the household on";
}

/// What the agenda of a day is called as a file.
pub fn agenda_file(day: &str) -> String {
    match language() {
        Language::Italian => format!("agenda-{day}.ics"),
        Language::English => format!("diary-{day}.ics"),
    }
}

/// The agenda was saved, with so many entries.
pub fn agenda_saved(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 0) => "Il file è salvato: non c’è niente in programma.".to_owned(),
        (Language::Italian, 1) => {
            "Il file è salvato, con un impegno. Contiene il nome del nucleo.".to_owned()
        }
        (Language::Italian, n) => format!("Il file è salvato, con {n} impegni. Contiene nomi di nuclei."),
        (Language::English, 0) => "The file is saved: nothing is planned.".to_owned(),
        (Language::English, 1) => "The file is saved, with one entry. It names the household.".to_owned(),
        (Language::English, n) => format!("The file is saved, with {n} entries. It names households."),
    }
}

/// Records that arrived so far.
pub fn arriving(n: usize) -> String {
    if n == 0 {
        return super::pick(
            "Stiamo portando qui alloggi e nuclei…",
            "Dwellings and households are on their way…",
        )
        .to_owned();
    }
    let n = whole(n as u64, language());
    match language() {
        Language::Italian => format!("Stiamo portando qui alloggi e nuclei: {n} arrivati."),
        Language::English => format!("Dwellings and households are on their way: {n} have arrived."),
    }
}

/// Changes that came back.
pub fn refused(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 1) => "Una modifica è tornata indietro: c’è il motivo e la bozza".to_owned(),
        (Language::Italian, n) => format!("{n} modifiche sono tornate indietro: ci sono i motivi e le bozze"),
        (Language::English, 1) => "One change came back, with the reason and the draft".to_owned(),
        (Language::English, n) => format!("{n} changes came back, with reasons and drafts"),
    }
}

/// Values to choose between.
pub fn to_review(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 1) => "Due persone hanno scritto valori diversi: uno è da scegliere".to_owned(),
        (Language::Italian, n) => format!("{n} risposte hanno due valori diversi: uno è da scegliere"),
        (Language::English, 1) => "Two people wrote different values: one is to be chosen".to_owned(),
        (Language::English, n) => format!("{n} answers have two different values: one is to be chosen"),
    }
}

/// Changes that wait for the server.
pub fn pending(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 1) => "Una modifica è salvata qui e parte appena c’è rete".to_owned(),
        (Language::Italian, n) => format!("{n} modifiche sono salvate qui e partono appena c’è rete"),
        (Language::English, 1) => "One change is saved here and leaves once there is a network".to_owned(),
        (Language::English, n) => format!("{n} changes are saved here and leave once there is a network"),
    }
}

/// "Visita a casa, dalle 15:00 alle 16:00, via Padova 80".
pub fn visit(purpose: &str, hours: &str, place: &str) -> String {
    let mut words = match language() {
        Language::Italian => format!("Visita: {purpose}"),
        Language::English => format!("Visit: {purpose}"),
    };
    for more in [hours, place].into_iter().filter(|more| !more.is_empty()) {
        words.push_str(", ");
        words.push_str(more);
    }
    words
}

/// An offer that waits for its answer.
pub fn offer(dwelling: &str) -> String {
    match language() {
        Language::Italian => format!("Proposta {dwelling}: si attende la risposta"),
        Language::English => format!("Offer {dwelling}: the answer is awaited"),
    }
}

/// Lines that do not show yet.
pub fn more(n: usize) -> String {
    match language() {
        Language::Italian => format!("Mostra altre voci ({n})"),
        Language::English => format!("Show more ({n})"),
    }
}

/// Several attestations that end.
pub fn isees(n: usize) -> String {
    match language() {
        Language::Italian => format!("ISEE in scadenza o scaduto: {n} nuclei"),
        Language::English => format!("ISEE ending or ended: {n} households"),
    }
}

/// A step of a case that is due.
pub fn case_step(stage: &str) -> String {
    match language() {
        Language::Italian => format!("Presa in carico, {}: scade il termine", stage.to_lowercase()),
        Language::English => format!("Case, {}: its term ends", stage.to_lowercase()),
    }
}

/// When something is due, seen from today.
pub fn when(n_days: i64, due: Day) -> String {
    match (language(), n_days) {
        (Language::Italian, 0) => "Oggi".to_owned(),
        (Language::Italian, 1) => "Domani".to_owned(),
        (Language::Italian, -1) => "In ritardo di un giorno".to_owned(),
        (Language::Italian, ..0) => format!("In ritardo di {} giorni", -n_days),
        (Language::English, 0) => "Today".to_owned(),
        (Language::English, 1) => "Tomorrow".to_owned(),
        (Language::English, -1) => "One day late".to_owned(),
        (Language::English, ..0) => format!("{} days late", -n_days),
        (language, _) => soglia_wording::day_short(due, language),
    }
}
