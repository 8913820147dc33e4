// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the questions about a household and its members.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    section_members: "Componenti", "Members";
    section_home: "Casa e contatti", "Home and contacts";
    section_isee: "ISEE e patrimonio", "ISEE and patrimony";
    section_income: "Reddito", "Income";
    section_public_housing: "Condizioni per la casa popolare", "Conditions for public housing";
    section_social_services: "Servizi sociali", "Social services";
    not_begun: "non iniziata", "not begun";
    in_part: "in parte", "in part";
    done: "fatta", "done";
    not_known_yet_state: "non si sa ancora", "not known yet";
    intro: "Ogni risposta si salva da sé su questo tablet. Nessuna è obbligatoria.", "Every answer saves itself on this device. None is compulsory.";
    not_known_yet: "Non lo so ancora", "Not known yet";
    next_section: "Avanti", "Next";
    close_section: "Chiudi", "Close";
    to_requirements: "Vai ai requisiti", "Go to the requirements";

    add_member: "Aggiungi un componente", "Add a member";
    no_members: "Nessun componente, per ora. Il primo è il referente del nucleo.", "No member so far. The first one answers for the household.";
    remove_member: "Togli dal nucleo", "Take out of the household";
    undo: "Annulla", "Undo";
    unnamed_member: "Componente senza nome", "Member without a name";
    head: "referente", "head of household";
    open_member: "Apri", "Open";
    close_member: "Chiudi", "Close";

    phone_help: "Anche più di un numero", "More than one number is fine";
    present_home_help: "Dove vive oggi il nucleo, in parole", "Where the household lives today, in words";
    isee_value: "Valore ISEE", "ISEE value";
    isee_value_help: "Come sta scritto nell’attestazione, per esempio 8.450,00", "As the attestation says, for example 8.450,00";
    isee_kind: "Tipo di ISEE", "Kind of ISEE";
    isee_date: "Data della DSU", "Day of the declaration (DSU)";
    isee_date_help: "Serve a sapere se è ancora valido", "Tells whether it is still valid";
    isee_first_value: "Scrivere prima il valore: il tipo si salva insieme.", "Write the value first: the kind is saved with it.";
    isee_kind_help: "Sta scritto in alto sull’attestazione. Per la casa conta quello ordinario o corrente.", "It stands at the top of the attestation. For housing the ordinary or the current one counts.";
    sap_patrimony_help: "Patrimonio mobiliare e immobiliare, dall’attestazione", "Movable and immovable patrimony, from the attestation";
    scale_help: "Solo se l’attestazione ne riporta una diversa, per esempio 2,46", "Only where the attestation states another one, for example 2,46";
    scale_not_a_number: "Scrivere la scala come numero, per esempio 2,46.", "Write the scale as a number, for example 2.46.";
    income_help: "Quello che entra in casa ogni mese, al netto", "What comes in every month, net";
    zone_help: "Serve a confrontare il mercato. Senza una zona vale il confronto con tutte.", "For comparing with the market. Without a zone the comparison takes all of them.";
    tax_code_help: "16 caratteri, oppure 11 cifre se provvisorio", "16 characters, or 11 digits when provisional";
    birth_help: "Per esempio 22 11 1984", "For example 22 11 1984";
}

/// "Maria Rossi non fa più parte del nucleo."
pub fn removed(name: &str) -> String {
    match language() {
        Language::Italian => format!("{name}: tolto dal nucleo."),
        Language::English => format!("{name}: taken out of the household."),
    }
}

/// "3 risposte su 5".
pub fn answered(done: usize, all: usize) -> String {
    match language() {
        Language::Italian => format!("{done} su {all}"),
        Language::English => format!("{done} of {all}"),
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
