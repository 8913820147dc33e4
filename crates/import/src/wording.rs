// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sentences for files, columns and rows, in Italian and English. Each says what is wrong, where, and what to do.
mod file;
mod meaning;
mod sentence;

use crate::{
    kind::NotDwelling,
    mapping::MappingError,
    prepare::{Remark, Unread},
};
pub use file::file_error;
pub use meaning::meaning;
pub use sentence::Sentence;
use sentence::both;

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
