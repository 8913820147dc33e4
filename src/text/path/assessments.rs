// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the needs assessments of a household.
use crate::text::{language, texts};
use soglia_domain::assessment::NeedDomain;
use soglia_wording::Language;

texts! {
    title: "Valutazione del bisogno", "Needs assessment";
    begin: "Nuova valutazione", "New assessment";
    none: "Nessuna valutazione, per ora. La prima comincia con «Nuova valutazione», e ogni risposta si salva da sé.", "No assessment so far. The first one begins with “New assessment”, and every answer saves itself.";
    none_to_read: "Nessuna valutazione, per ora.", "No assessment so far.";
    opening: "Si apre la valutazione", "Opening the assessment";
    missing: "La valutazione non è più su questo dispositivo.", "The assessment is no longer on this device.";
    help: "Un livello per ambito, da 1 (così non si va avanti) a 5 (il nucleo fa da sé). Ogni risposta si salva subito.", "One level for each domain, from 1 (life cannot go on like this) to 5 (the household manages by itself). Every answer is saved at once.";
    close: "Chiudi la valutazione", "Close the assessment";
    close_help: "Chiusa, resta com’è. Per ciò che cambia se ne comincia un’altra.", "Once closed, it stays as it is. For what changes, another one is begun.";
    urgency: "Urgenza", "Urgency";
    unknown: "non ancora noto", "not known yet";
    evidence: "Da che cosa si vede", "How it shows";
    no_evidence: "Niente di scritto.", "Nothing written.";
    what_changed: "Che cosa è cambiato", "What changed";
    domain: "Ambito", "Domain";
    before: "Prima", "Before";
    after: "Dopo", "After";
    change: "Cambiamento", "Change";
    same: "uguale", "the same";
}

/// "Valutazione del 3 marzo 2026".
pub fn of_day(day: &str) -> String {
    match language() {
        Language::Italian => format!("Valutazione del {day}"),
        Language::English => format!("Assessment of {day}"),
    }
}

/// "3 – La vita di ogni giorno regge con l’aiuto di servizi o di altre persone."
pub fn level(domain: NeedDomain, level: u8) -> String {
    let sentence = soglia_wording::descriptor(domain, level, language()).unwrap_or_default();
    format!("{level} – {sentence}")
}

/// "+1, meglio".
pub fn changed(by: i8) -> String {
    let n = by.unsigned_abs();
    match (by.signum(), language()) {
        (0, _) => same().to_owned(),
        (1, Language::Italian) => format!("+{n}, meglio"),
        (1, Language::English) => format!("+{n}, better"),
        (_, Language::Italian) => format!("−{n}, peggio"),
        (_, Language::English) => format!("−{n}, worse"),
    }
}
