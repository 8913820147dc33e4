// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the import of a list of dwellings.
pub use super::whole;
use crate::text::{language, texts};
use soglia_wording::Language;

texts! {
    title: "Importa un elenco di alloggi", "Import a list of dwellings";
    lead: "Un elenco pubblicato, in formato CSV. Prima si vede che cosa ne capiamo; niente è salvato fino a «Importa».", "A published list, as CSV. First comes what we make of it; nothing is saved before “Import”.";
    offline: "Per importare serve la rete. Il file scelto resta qui.", "Importing needs a network. The chosen file stays here.";
    not_yours: "Gli elenchi li importa l’ufficio casa.", "Lists are imported by the housing office.";
    file: "File dell’elenco", "File of the list";
    choose: "Scegliere il file, oppure trascinarlo qui", "Choose the file, or drop it here";
    file_help: "CSV fino a 20 MB. Separatore e codifica si riconoscono da soli.", "CSV up to 20 MB. Separator and encoding are recognised.";
    too_large: "Il file supera i 20 MB. Un elenco di alloggi è molto più piccolo: forse è un altro file.", "The file is larger than 20 MB. A list of dwellings is much smaller: it may be another file.";
    unreadable_file: "Il browser non è riuscito a leggere il file.", "The browser could not read the file.";
    origin: "Provenienza degli alloggi", "Origin of the dwellings";
    origin_help: "La scelta vale per tutte le righe dell’elenco.", "The choice holds for every row of the list.";
    reading: "Stiamo leggendo l’elenco.", "The list is being read.";
    writing: "Stiamo importando. La pagina può restare aperta; niente resta a metà.", "Importing. The page may stay open; nothing stays half done.";
    failed: "L’elenco non è stato letto", "The list was not read";
    failed_write: "L’elenco non è stato importato", "The list was not imported";
    no_network: "Il server non risponde. Il file scelto resta qui: si può riprovare.", "The server does not answer. The chosen file stays here: it can be tried again.";
    signed_out: "Serve accedere di nuovo, dal menu con il nome. Il file scelto resta qui.", "A new sign-in is needed, from the menu with the name. The chosen file stays here.";
    server_failed: "Il server non è riuscito a leggere la richiesta. Si può riprovare.", "The server could not read the request. It can be tried again.";
    kept_fields: "L’elenco dice altro, resta ciò che è stato rilevato", "The list says otherwise; what was recorded stays";
    remarks: "Da guardare", "Worth a look";
    more_rows: "Mostra altre righe", "Show more rows";
    nothing_written: "Niente è stato salvato.", "Nothing was saved.";
    understood: "Che cosa abbiamo capito", "What we made of it";
    columns: "Colonne", "Columns";
    columns_help: "Se un significato è sbagliato si può cambiare: l’anteprima si aggiorna.", "A wrong meaning can be changed: the preview follows.";
    column: "Colonna", "Column";
    meaning: "Significato", "Meaning";
    sample: "Esempi", "Examples";
    preview: "Prime righe come le capiamo", "First rows as we read them";
    line: "Riga", "Line";
    code: "Codice", "Code";
    outcome: "Esito", "Outcome";
    size: "Misura", "Size";
    reason: "Motivo", "Reason";
    now: "Importa", "Import";
    again: "Importa un altro elenco", "Import another list";
    retry: "Riprova", "Try again";
    done: "Importazione finita", "Import finished";
    download_report: "Scarica il resoconto (JSON)", "Download the report (JSON)";
    not_created: "Righe che non hanno creato un alloggio", "Rows that created no dwelling";
    all_created: "Ogni riga ha creato un alloggio.", "Every row created a dwelling.";
    every_outcome: "Tutti gli esiti", "Every outcome";
    created: "Creati", "Created";
    updated: "Aggiornati", "Updated";
    unchanged: "Già presenti, uguali", "Already here, unchanged";
    not_dwellings: "Non sono alloggi", "Not dwellings";
    unreadable: "Non letti, conservati", "Not read, kept";
    to_see_list: "Vai agli alloggi", "Go to the dwellings";
    format_separator: "Separatore", "Separator";
    format_encoding: "Codifica", "Encoding";
    separator_tab: "tabulazione", "tab";
    understood_dwelling: "Alloggio", "Dwelling";
    understood_not_dwelling: "Non è un alloggio", "Not a dwelling";
    understood_unreadable: "Non letta", "Not read";
    edition: "Edizione", "Edition";
    changed_fields: "Che cosa è cambiato", "What changed";
    address: "Indirizzo", "Address";
}

/// The chosen file with its size: "elenco.csv, 12 kB".
pub fn file_chosen(name: &str, bytes: u64) -> String {
    let size = if bytes < 1_000 {
        format!("{bytes} byte")
    } else if bytes < 1_000_000 {
        format!("{} kB", bytes.div_ceil(1_000))
    } else {
        format!("{} MB", bytes.div_ceil(1_000_000))
    };
    format!("{name}, {size}")
}

/// The sum below the counts: "120 + 3 + 0 + 5 + 2 = 130 righe".
pub fn sum_line(parts: &[usize], rows: usize) -> String {
    let sum = parts.iter().map(|n| whole(*n)).collect::<Vec<_>>().join(" + ");
    match (language(), rows) {
        (Language::Italian, 1) => format!("{sum} = 1 riga"),
        (Language::Italian, _) => format!("{sum} = {} righe", whole(rows)),
        (Language::English, 1) => format!("{sum} = 1 row"),
        (Language::English, _) => format!("{sum} = {} rows", whole(rows)),
    }
}

/// The heading of the preview: "Prime 10 righe come le capiamo".
pub fn meaning_of(column: &str) -> String {
    match language() {
        Language::Italian => format!("Significato della colonna {column}"),
        Language::English => format!("Meaning of the column {column}"),
    }
}
