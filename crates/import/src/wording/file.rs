// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sentences for files that are no lists.
use super::sentence::{Sentence, both};
use crate::file_error::{FileError, FileKind};

/// Why a file cannot be read, and what to do.
pub fn file_error(error: &FileError) -> Sentence {
    match error {
        FileError::Empty => both("Il file è vuoto.", "The file is empty."),
        FileError::Binary { line } => both(
            format!(
                "Il file non è un testo: alla riga {line} ci sono caratteri che un elenco non contiene. Serve un file CSV."
            ),
            format!(
                "The file is not text: line {line} holds characters that no list contains. A CSV file is needed."
            ),
        ),
        FileError::NotAList { kind } => not_a_list(*kind),
        FileError::TooLarge { bytes, most } => {
            let mb = |bytes: u64| bytes.div_ceil(1024 * 1024);
            both(
                format!(
                    "Il file è di {} MB. Il massimo è {} MB: l'elenco può essere diviso in più file.",
                    mb(*bytes),
                    mb(*most)
                ),
                format!(
                    "The file has {} MB. The most is {} MB: the list can be split into several files.",
                    mb(*bytes),
                    mb(*most)
                ),
            )
        }
        FileError::BrokenEncoding { encoding, line } => both(
            format!(
                "Il file si dichiara {encoding}, ma alla riga {line} c'è un carattere che non lo è. Conviene salvarlo di nuovo come CSV UTF-8."
            ),
            format!(
                "The file says it is {encoding}, but line {line} holds a character that is not. Save it again as CSV UTF-8."
            ),
        ),
        FileError::OnlyHeader => both(
            "Il file contiene solo l'intestazione: sotto non c'è nessuna riga.",
            "The file contains only the heading: there is no row below it.",
        ),
        FileError::QuoteLeftOpen { line } => both(
            format!(
                "Alla riga {line} si aprono delle virgolette che non vengono chiuse. Non è stato importato nulla."
            ),
            format!("A quotation mark opened on line {line} is never closed. Nothing was imported."),
        ),
        FileError::TooManyColumns { n, most } => both(
            format!("L'intestazione ha {n} colonne. Il massimo è {most}."),
            format!("The heading has {n} columns. The most is {most}."),
        ),
        FileError::TooManyRows { most } => both(
            format!("L'elenco ha più di {most} righe: può essere diviso in più file."),
            format!("The list has more than {most} rows: it can be split into several files."),
        ),
    }
}

fn not_a_list(kind: FileKind) -> Sentence {
    match kind {
        FileKind::Workbook => both(
            "Il file è una cartella di lavoro (Excel o simile). Serve lo stesso elenco salvato come CSV.",
            "The file is a workbook (Excel or similar). Save the same list as CSV.",
        ),
        FileKind::Pdf => both(
            "Il file è un PDF. Serve l'elenco come CSV.",
            "The file is a PDF. The list is needed as CSV.",
        ),
        FileKind::Picture => both(
            "Il file è un'immagine. Serve l'elenco come CSV.",
            "The file is a picture. The list is needed as CSV.",
        ),
        FileKind::Markup => both(
            "Il file è una pagina web, non un elenco. Serve l'elenco come CSV.",
            "The file is a web page, not a list. The list is needed as CSV.",
        ),
        FileKind::Json => both(
            "Il file è in formato JSON. Serve l'elenco come CSV.",
            "The file is JSON. The list is needed as CSV.",
        ),
    }
}
