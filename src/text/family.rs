// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands around the version of a plan for the family, for who works: the words of the sheet itself are fetched in the
//! language that is asked for.
use crate::text::texts;
use soglia_domain::tongue::Tongue;

texts! {
    back: "Torna al piano", "Back to the plan";
    print: "Stampa", "Print";
    tongue: "Lingua della famiglia", "Language of the family";
    italian: "italiano", "Italian";
    english: "inglese", "English";
    french: "francese", "French";
    spanish: "spagnolo", "Spanish";
    arabic: "arabo", "Arabic";
    ukrainian: "ucraino", "Ukrainian";
    bengali: "bengalese", "Bengali";
    chinese: "cinese", "Chinese";
    to_check: "Questa traduzione va ancora riletta da una persona di madrelingua.", "A native speaker has still to read this translation.";
    opening: "Si apre il piano", "Opening the plan";
    none_title: "Questo piano non è su questo tablet", "This plan is not on this device";
    none_text: "Forse non è ancora arrivato, oppure non rientra nei compiti di chi ha fatto l’accesso.", "It may not have arrived yet, or it lies outside the tasks of whoever signed in.";
}

/// The name by which who works knows a language.
pub fn tongue_name(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Italian => italian(),
        Tongue::English => english(),
        Tongue::French => french(),
        Tongue::Spanish => spanish(),
        Tongue::Arabic => arabic(),
        Tongue::Ukrainian => ukrainian(),
        Tongue::Bengali => bengali(),
        Tongue::Chinese => chinese(),
    }
}
