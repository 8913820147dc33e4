// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the questions about a household and its members.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    section_members: "Componenti", "Members";
    section_contact: "Invio e contatti", "Referral and contacts";
    section_home: "Casa di oggi e urgenza", "Present home and urgency";
    section_wishes: "Desideri e vincoli", "Wishes and limits";
    section_isee: "ISEE e patrimonio", "ISEE and patrimony";
    section_income: "Reddito", "Income";
    section_public_housing: "Condizioni per la casa popolare", "Conditions for public housing";
    section_social_services: "Servizi sociali", "Social services";
    intro: "Ogni risposta si salva da sé su questo tablet. Nessuna è obbligatoria.", "Every answer saves itself on this device. None is compulsory.";
    intro_brief: "Percorso breve: solo le domande che decidono. Ogni risposta si salva da sé.", "Short path: only the questions that decide. Every answer saves itself.";
    to_full: "Tutte le domande", "All questions";
    to_brief: "Percorso breve", "Short path";
    to_assessment: "Valutazione del bisogno", "Needs assessment";
    all_sections: "Tutte le sezioni", "All sections";
    back: "Indietro", "Back";
    next: "Avanti", "Next";
    strange: "Da controllare", "To check";

    still_open: "La risposta c’è, l’attività è ancora aperta.", "The answer is there; the task is still open.";
    close_task: "Chiudi l’attività", "Close the task";
    other_day: "Altro giorno", "Another day";
    nobody_finds_out: "Nessuno lo sta scoprendo.", "Nobody is finding it out.";

    check: "Controlla le risposte", "Check the answers";
    check_text: "Tutto quello che è scritto, da rileggere insieme o stampare.", "All that is written down, to read together or to print.";
    print: "Stampa", "Print";
    change: "Modifica", "Change";

    add_member: "Aggiungi un componente", "Add a member";
    no_members: "Nessun componente, per ora. Il primo è il referente del nucleo.", "No member so far. The first one answers for the household.";
    remove_member: "Togli dal nucleo", "Take out of the household";
    undo: "Annulla", "Undo";
    unnamed_member: "Componente senza nome", "Member without a name";
    head: "referente", "head of household";
    open_member: "Apri", "Open";
    close_member: "Chiudi", "Close";

    isee_value: "Valore ISEE", "ISEE value";
    isee_kind: "Tipo di ISEE", "Kind of ISEE";
    isee_date: "Data della DSU", "Day of the declaration (DSU)";
    isee_date_help: "Serve a sapere se è ancora valido", "Tells whether it is still valid";
    isee_protocol: "Protocollo", "Protocol";
    isee_protocol_help: "Per esempio INPS-ISEE-2026-0A1B2C3D4-00", "For example INPS-ISEE-2026-0A1B2C3D4-00";
    isee_first_value: "Scrivere prima il valore: il tipo si salva insieme.", "Write the value first: the kind is saved with it.";
    isee_kind_help: "Sta scritto in alto sull’attestazione. Per la casa conta quello ordinario o corrente.", "It stands at the top of the attestation. For housing the ordinary or the current one counts.";
    scale_not_a_number: "Scrivere la scala come numero, per esempio 2,46.", "Write the scale as a number, for example 2.46.";
}

/// "Foto dell’attestazione (2)".
pub fn attestation(n: usize) -> String {
    match language() {
        Language::Italian => format!("Foto dell’attestazione ({n})"),
        Language::English => format!("Photos of the attestation ({n})"),
    }
}

/// "Maria Rossi non fa più parte del nucleo."
pub fn removed(name: &str) -> String {
    match language() {
        Language::Italian => format!("{name}: tolto dal nucleo."),
        Language::English => format!("{name}: taken out of the household."),
    }
}

/// "41 anni".
pub fn age(years: u8) -> String {
    match (language(), years) {
        (Language::Italian, 1) => "1 anno".to_owned(),
        (Language::Italian, years) => format!("{years} anni"),
        (Language::English, 1) => "1 year old".to_owned(),
        (Language::English, years) => format!("{years} years old"),
    }
}

/// "Sezione 2 di 8".
pub fn place(at: usize, all: usize) -> String {
    match language() {
        Language::Italian => format!("Sezione {at} di {all}"),
        Language::English => format!("Section {at} of {all}"),
    }
}

/// "Chi lo scopre, entro il 04/12/2026?"
pub fn who_finds_out(day: &str) -> String {
    match language() {
        Language::Italian => format!("Chi lo scopre, entro il {day}?"),
        Language::English => format!("Who finds it out, by {day}?"),
    }
}

/// "Da scoprire entro il 04/12/2026: Ufficio casa."
pub fn found_out_by(who: &str, day: &str) -> String {
    match language() {
        Language::Italian => format!("Da scoprire entro il {day}: {who}."),
        Language::English => format!("To be found out by {day}: {who}."),
    }
}

/// What a task about a question says.
pub fn find_out(question: &str) -> String {
    match language() {
        Language::Italian => format!("Scoprire: {question}"),
        Language::English => format!("Find out: {question}"),
    }
}

/// "Da scoprire (3)".
pub fn to_find_out(n: usize) -> String {
    match language() {
        Language::Italian => format!("Da scoprire ({n})"),
        Language::English => format!("To find out ({n})"),
    }
}

/// "Da controllare (2)".
pub fn to_look_at(n: usize) -> String {
    format!("{} ({n})", strange())
}
