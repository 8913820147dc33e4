// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sentences for files, columns and rows, in Italian and English. Each says what is wrong, where, and what to do.
mod meaning;

use crate::{
    file_error::{FileError, FileKind},
    kind::NotDwelling,
    mapping::MappingError,
    prepare::{Remark, Unread},
};
pub use meaning::meaning;
use serde::{Deserialize, Serialize};
use soglia_wording::Language;

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Italian.
    pub it: String,
    /// English.
    pub en: String,
}

impl Sentence {
    /// The sentence in one language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }
}

fn both(it: impl Into<String>, en: impl Into<String>) -> Sentence {
    Sentence {
        it: it.into(),
        en: en.into(),
    }
}

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

/// Why the columns cannot be used as they are mapped.
pub fn mapping_error(error: &MappingError) -> Sentence {
    match error {
        MappingError::MissingColumn {
            meaning: wanted,
            headers,
        } => {
            let name = meaning(*wanted);
            let headers = quoted(headers);
            both(
                format!(
                    "Nessuna colonna è indicata come «{}». Le colonne del file sono: {headers}.",
                    name.it
                ),
                format!(
                    "No column is marked as \"{}\". The columns of the file are: {headers}.",
                    name.en
                ),
            )
        }
        MappingError::MappedTwice {
            meaning: wanted,
            headers,
        } => {
            let name = meaning(*wanted);
            let headers = quoted(headers);
            both(
                format!(
                    "Due colonne sono indicate come «{}»: {headers}. Ne serve una sola.",
                    name.it
                ),
                format!(
                    "Two columns are marked as \"{}\": {headers}. Only one is needed.",
                    name.en
                ),
            )
        }
        MappingError::NoSuchColumn { index, n } => both(
            format!(
                "La colonna numero {} non esiste: il file ha {n} colonne.",
                index.saturating_add(1)
            ),
            format!(
                "There is no column number {}: the file has {n} columns.",
                index.saturating_add(1)
            ),
        ),
        MappingError::OtherHeading {
            index,
            expected,
            found,
        } => both(
            format!(
                "La colonna numero {} si chiama «{found}», non «{expected}»: le colonne sono state indicate per un altro file.",
                index.saturating_add(1)
            ),
            format!(
                "Column number {} is called \"{found}\", not \"{expected}\": the columns were marked for another file.",
                index.saturating_add(1)
            ),
        ),
    }
}

/// At most twelve headings, each in quotes.
fn quoted(headers: &[String]) -> String {
    let mut names: Vec<String> = headers
        .iter()
        .take(12)
        .map(|header| format!("«{header}»"))
        .collect();
    if headers.len() > 12 {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// What a row is instead of a dwelling.
pub fn not_dwelling(line: u32, reason: NotDwelling, kind: &str) -> Sentence {
    let (it, en) = match reason {
        NotDwelling::Garage => ("un box o un posto auto", "a garage or parking place"),
        NotDwelling::Storage => (
            "una cantina, un solaio o un magazzino",
            "a cellar, attic or store",
        ),
        NotDwelling::Shop => ("un locale commerciale", "a shop"),
        NotDwelling::Office => ("un ufficio", "an office"),
        NotDwelling::Workshop => ("un laboratorio", "a workshop"),
        NotDwelling::Land => ("un terreno", "land"),
    };
    both(
        format!("Riga {line}: «{kind}» è {it}, non un alloggio."),
        format!("Line {line}: \"{kind}\" is {en}, not a dwelling."),
    )
}

/// Why a row cannot be read.
pub fn unread(line: u32, reason: &Unread) -> Sentence {
    match reason {
        Unread::MissingAddress => both(
            format!("Riga {line}: manca l'indirizzo. La riga è conservata."),
            format!("Line {line}: the address is missing. The row is kept."),
        ),
        Unread::TooManyCells { found, expected } => both(
            format!("Riga {line}: ha {found} celle e l'intestazione ne ha {expected}. La riga è conservata."),
            format!("Line {line}: it has {found} cells and the heading has {expected}. The row is kept."),
        ),
        Unread::CellTooLong { header, most } => both(
            format!("Riga {line}: il testo di «{header}» supera {most} caratteri. La riga è conservata."),
            format!(
                "Line {line}: the text of \"{header}\" is longer than {most} characters. The row is kept."
            ),
        ),
    }
}

/// What is worth a look in a row that is a dwelling.
pub fn remark(line: u32, remark: &Remark) -> Sentence {
    match remark {
        Remark::UnknownKind { kind } => both(
            format!(
                "Riga {line}: «{kind}» non è una tipologia conosciuta. La riga è importata come alloggio, da verificare."
            ),
            format!(
                "Line {line}: \"{kind}\" is not a known kind. The row is imported as a dwelling, to be checked."
            ),
        ),
        Remark::WholeBuilding => both(
            format!("Riga {line}: è un fabbricato intero. Gli alloggi al suo interno sono da contare."),
            format!("Line {line}: it is a whole building. The dwellings inside are still to be counted."),
        ),
        Remark::CellNotUnderstood { header, text } => both(
            format!(
                "Riga {line}: «{text}» in «{header}» non è stato compreso. La riga è importata senza questo dato."
            ),
            format!(
                "Line {line}: \"{text}\" in \"{header}\" was not understood. The row is imported without it."
            ),
        ),
        Remark::UnknownMunicipality { name } => both(
            format!("Riga {line}: «{name}» non è tra i comuni conosciuti. Il nome resta come scritto."),
            format!(
                "Line {line}: \"{name}\" is not among the known municipalities. The name stays as written."
            ),
        ),
        Remark::MissingMunicipality => both(
            format!("Riga {line}: non si sa in quale comune si trova."),
            format!("Line {line}: it is not known in which municipality it lies."),
        ),
        Remark::SharedKey => both(
            format!("Riga {line}: un'altra riga ha gli stessi dati catastali. Restano alloggi distinti."),
            format!("Line {line}: another row has the same cadastral key. They stay separate dwellings."),
        ),
    }
}

/// What a list says about a dwelling that is known already.
pub fn known(line: u32, code: &str, n_changes: usize, n_kept: usize) -> Sentence {
    let mut sentence = match n_changes {
        0 => both(
            format!("Riga {line}: {code} è già presente, senza novità."),
            format!("Line {line}: {code} is there already, with nothing new."),
        ),
        1 => both(
            format!("Riga {line}: {code} è aggiornato, un dato cambia."),
            format!("Line {line}: {code} is updated, one fact changes."),
        ),
        n => both(
            format!("Riga {line}: {code} è aggiornato, {n} dati cambiano."),
            format!("Line {line}: {code} is updated, {n} facts change."),
        ),
    };
    if n_kept > 0 {
        sentence
            .it
            .push_str(" Resta quanto rilevato sul posto dove la lista dice altro.");
        sentence
            .en
            .push_str(" What was found on site stays where the list says otherwise.");
    }
    sentence
}
