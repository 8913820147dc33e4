// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the rent certificate.
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    title: "Certificato di canone massimo", "Certificate of the highest rent";
    issuer: "Comune di Milano · Soglia", "City of Milan · Soglia";
    back_to_rent: "Torna al canone", "Back to the rent";
    back_to_offers: "Torna alle proposte", "Back to the offers";
    print: "Stampa", "Print";
    download: "Scarica il file (JSON)", "Download the file (JSON)";
    not_downloaded: "Il browser non ha concesso lo spazio per il file. Chiudere altre pagine e riprovare.", "The browser gave no room for the file. Close other pages and try again.";
    opening: "Il certificato si sta aprendo dalla memoria di questo dispositivo.", "The certificate is opening from the memory of this device.";
    no_record: "Questo certificato non è su questo dispositivo", "This certificate is not on this device";
    no_record_text: "L’alloggio o il nucleo può non essere ancora arrivato: arriva con la prossima consegna.", "The dwelling or the household may not have arrived yet: it comes with the next exchange.";
    no_surface: "Manca la superficie misurata", "The measured surface is missing";
    no_surface_text: "Il canone massimo si certifica dopo aver misurato la superficie dell’alloggio.", "The highest rent is certified once the dwelling’s surface is measured.";
    does_not_hold: "Questo certificato non è valido", "This certificate does not hold";
    amended: "Il Comune ha modificato uno o più valori. Chi verifica li confronta con le decisioni del Comune.", "The City has amended one or more values. Whoever verifies compares them with the City’s decisions.";
    of_demonstration: "Alloggio inventato per la dimostrazione: questo certificato non ha valore.", "Invented for demonstration: this certificate is worth nothing.";
    dwelling: "Alloggio", "Dwelling";
    address: "Indirizzo", "Address";
    day: "Regole in vigore il", "Rules in force on";
    tier: "Tipo di canone", "Kind of rent";
    cap: "Massimale", "Cap";
    a_month: "al mese, al massimo", "a month, at most";
    a_year: "all’anno, al massimo", "a year, at most";
    calculation: "Il calcolo", "The calculation";
    step_year: "La superficie per il massimale dà il canone di un anno. Una frazione di centesimo si toglie.", "The surface times the cap gives the rent of a year. A fraction of a cent is dropped.";
    step_month: "Un dodicesimo dà la rata mensile, per difetto al centesimo.", "A twelfth gives the monthly instalment, rounded down to the cent.";
    exact: "La divisione è esatta: dodici rate fanno l’importo dell’anno.", "The division is exact: twelve instalments make the amount of the year.";
    charges_apart: "Le spese per i servizi sono a parte: questo massimo riguarda solo il canone.", "Service charges are apart: this ceiling is for the rent alone.";
    basis: "I valori usati", "The values used";
    value_of: "Valore", "Value";
    version: "Versione", "Version";
    source: "Fonte", "Source";
    status: "Quanto è sicuro", "How sure it is";
    verify: "Come si verifica", "How to verify it";
    checksum: "Codice di controllo (SHA-256)", "Checksum (SHA-256)";
    verify_before: "Il file che si scarica contiene tutto il certificato. Questo comando rifà il calcolo e il codice di controllo, senza rete e anche fra anni:", "The file to download holds the whole certificate. This command computes everything again, without a network and years from now too:";
}

/// Why the instalment is rounded down: what twelve rounded ones would come to.
pub fn why_down(rounded_up: &str, twelve: &str, yearly: &str) -> String {
    match language() {
        Language::Italian => {
            format!(
                "Per difetto, perché dodici rate da {rounded_up} farebbero {twelve}: più di {yearly} in un anno."
            )
        }
        Language::English => {
            format!(
                "Down, because twelve instalments of {rounded_up} would come to {twelve}: more than {yearly} a year."
            )
        }
    }
}
