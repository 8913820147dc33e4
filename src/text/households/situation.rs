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
    intro: "Ogni risposta si salva da sé su questo tablet. Nessuna è obbligatoria.", "Every answer saves itself on this device. None is compulsory.";
    to_requirements: "Vai ai requisiti", "Go to the requirements";

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
    isee_first_value: "Scrivere prima il valore: il tipo si salva insieme.", "Write the value first: the kind is saved with it.";
    isee_kind_help: "Sta scritto in alto sull’attestazione. Per la casa conta quello ordinario o corrente.", "It stands at the top of the attestation. For housing the ordinary or the current one counts.";
    scale_not_a_number: "Scrivere la scala come numero, per esempio 2,46.", "Write the scale as a number, for example 2.46.";
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
