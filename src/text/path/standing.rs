// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of where a case stands.
use crate::text::{language, texts};
use soglia_domain::calendar::Day;
use soglia_wording::{Language, day_short};

texts! {
    standing: "Presa in carico", "Case";
    none: "Il nucleo non è ancora preso in carico. La presa in carico si apre al primo ascolto.", "No case yet. It is opened when the household is first listened to.";
    open: "Apri la presa in carico", "Open the case";
    open_anew: "Apri una nuova presa in carico", "Open a new case";
    earlier: "Prese in carico precedenti", "Earlier cases";
    stages: "Le fasi, in ordine", "The stages, in order";
    late: "In ritardo", "Late";
    go_on_send: "Passa alla fase", "Go on";
    due_day: "Da fare entro il", "To be done by";
    due_help: "Se non c’è un termine si lascia vuoto.", "Leave it empty where there is no term.";
    due_missing: "Serve un giorno.", "A day is needed.";
    reason: "Motivo", "Reason";
    reason_help: "Solo se c’è qualcosa da dire.", "Only where there is something to say.";
    reason_missing: "Serve un motivo.", "A reason is needed.";
    cancel: "Annulla", "Cancel";
    others: "Altre decisioni", "Other decisions";
    refuse: "Non accogliere la domanda", "Refuse";
    refuse_send: "Registra il diniego", "Record the refusal";
    refuse_help: "Sta nella lettera alla famiglia: parole semplici, solo fatti.", "It stands in the letter to the family: plain words, facts alone.";
    grounds: "Requisiti che mancano", "Conditions that are not met";
    grounds_help: "Restano segnati quelli su cui si basa il diniego.", "Those on which the refusal rests stay marked.";
    no_grounds: "Dai dati di adesso non risulta che manchi un requisito: il diniego si basa solo sul motivo.", "What is known now shows no condition as unmet: the refusal rests on the reason alone.";
    withdraw: "Chiudi, la domanda è ritirata", "Close, the request is taken back";
    withdraw_send: "Registra il ritiro", "Record it";
    reassess: "Valuta di nuovo", "Assess again";
    reassess_send: "Avvia la nuova valutazione", "Begin the new assessment";
    conclude: "Concludi la presa in carico", "Conclude the case";
    conclude_send: "Registra la conclusione", "Record the conclusion";
    conclusion: "Come si conclude", "How it ends";
    conclusion_missing: "Va scelto come si conclude.", "How it ends has to be chosen.";
    destination: "Dove va il nucleo", "Where the household goes";
    destination_help: "Per esempio una casa in affitto, un altro servizio.", "A rented home or another service, for example.";
    conclude_reason_help: "Serve solo per «altro motivo».", "Needed for “another reason” only.";
    appeal: "Registra il riesame", "Record an appeal";
    appeal_send: "Salva la richiesta di riesame", "Save the appeal";
    appeal_answered: "A un riesame è già stata data risposta: la decisione resta.", "An appeal was answered before: the decision stands.";
    appeal_reason_help: "Come lo spiega la famiglia.", "As the family says it.";
    received: "Ricevuta il", "Received on";
    received_missing: "Serve il giorno in cui la richiesta è arrivata.", "The day on which it was received is needed.";
    grant: "Accogli il riesame", "Accept the appeal";
    grant_send: "Accogli", "Accept";
    grant_help: "Il bisogno si valuta di nuovo.", "The need is assessed again.";
    confirm: "Conferma il diniego", "Confirm the refusal";
    confirm_send: "Conferma", "Confirm";
    confirm_help: "Sta nella lettera alla famiglia.", "It stands in the letter to the family.";
    letter: "Lettera", "Letter";
    print: "Stampa", "Print";
    city: "Comune di Milano", "City of Milan";
    steps: "Tutti i passi", "All steps";
}

/// "Passa a: valutazione".
pub fn go_on(stage: &str) -> String {
    match language() {
        Language::Italian => format!("Passa a: {stage}"),
        Language::English => format!("Go on to: {stage}"),
    }
}

/// "Dal 03/04/2026".
pub fn since(day: Day) -> String {
    on("Dal", "Since", day)
}

/// "Entro il 03/04/2026".
pub fn due(day: Day) -> String {
    on("Entro il", "By", day)
}

/// "Riesame possibile fino al 03/04/2026".
pub fn appeal_until(day: Day) -> String {
    on("Riesame possibile fino al", "Appeal possible until", day)
}

/// "Riesame chiesto il 03/04/2026".
pub fn asked_on(day: Day) -> String {
    on("Riesame chiesto il", "Appeal received on", day)
}

/// "Destinatario: Anna Rossi".
pub fn letter_to(name: &str) -> String {
    match language() {
        Language::Italian => format!("Destinatario: {name}"),
        Language::English => format!("To: {name}"),
    }
}

fn on(italian: &'static str, english: &'static str, day: Day) -> String {
    let words = crate::text::pick(italian, english);
    format!("{words} {}", day_short(day, language()))
}

/// Words that stand by themselves begin with a capital.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
