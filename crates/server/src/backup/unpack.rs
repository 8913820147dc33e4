// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading the file. Nothing of it counts before the manifest agreed with all of it.
use super::{FORMAT, LABEL, MANIFEST, MOST_OF_PART, Manifest, Part};
use serde_json::{Map, Value};
use soglia_domain::{digest::sha256_hex, photo::PhotoId};
use std::{
    fmt,
    io::{self, Read},
};

/// What the file holds, in the order of the file.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece {
    /// Rows of a table.
    Rows {
        /// The table.
        table: String,
        /// The rows.
        rows: Vec<Map<String, Value>>,
    },
    /// A photo.
    Blob {
        /// Its name.
        id: PhotoId,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// A photo of a household, sealed.
    SealedBlob {
        /// Its name.
        id: PhotoId,
        /// As it was sealed.
        bytes: Vec<u8>,
    },
    /// The end: everything before is as it was written.
    End(Manifest),
}

/// Why a file is not read to its end.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// It is something else, or of a form that this version does not read.
    NoBackup,
    /// It cannot be read, or ends before its end.
    Damaged(io::Error),
    /// A part is not what the manifest says.
    Altered(String),
    /// Whoever asked wants no more.
    Stopped,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBackup => f.write_str("it is no backup that this version of Soglia reads"),
            Self::Damaged(error) => write!(f, "it is damaged or ends too early: {error}"),
            Self::Altered(part) => write!(f, "{part} is not what was written"),
            Self::Stopped => f.write_str("it was not read to the end"),
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Damaged(error)
    }
}

/// Reads a file and gives its pieces one by one; `take` says whether it wants more.
///
/// # Errors
/// [`Trouble`]; what was given before must then not be kept.
pub(crate) fn unpack(file: impl Read, mut take: impl FnMut(Piece) -> bool) -> Result<(), Trouble> {
    let unpacked = zstd::Decoder::new(file).map_err(|_| Trouble::NoBackup)?;
    let mut archive = tar::Archive::new(unpacked);
    let mut parts: Vec<Part> = Vec::new();
    let mut manifest: Option<Manifest> = None;
    for entry in archive.entries()? {
        let (name, bytes) = match read(entry) {
            Err(_) if parts.is_empty() => return Err(Trouble::NoBackup),
            read => read?,
        };
        if manifest.is_some() {
            return Err(Trouble::Altered(name));
        }
        if parts.is_empty() && (name != LABEL || bytes != FORMAT.as_bytes()) {
            return Err(Trouble::NoBackup);
        }
        if name == MANIFEST {
            manifest = Some(serde_json::from_slice(&bytes).map_err(|_| Trouble::Altered(name))?);
            continue;
        }
        parts.push(Part {
            sha256: sha256_hex(&bytes),
            name,
        });
        let name = parts.last().map(|part| part.name.as_str()).unwrap_or_default();
        if let Some(piece) = piece(name, bytes)?
            && !take(piece)
        {
            return Err(Trouble::Stopped);
        }
    }
    // Reads the checksum that ends the packed stream.
    io::copy(&mut archive.into_inner(), &mut io::sink())?;
    let manifest = manifest.ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))?;
    agree(&manifest, &parts)?;
    if take(Piece::End(manifest)) {
        Ok(())
    } else {
        Err(Trouble::Stopped)
    }
}

fn read<R: Read>(entry: io::Result<tar::Entry<'_, R>>) -> io::Result<(String, Vec<u8>)> {
    let mut entry = entry?;
    let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
    let size = entry.size();
    if size > MOST_OF_PART {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    entry.read_to_end(&mut bytes)?;
    if bytes.len() as u64 != size {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok((name, bytes))
}

fn agree(manifest: &Manifest, parts: &[Part]) -> Result<(), Trouble> {
    let differ = |(said, found): &(&Part, &Part)| said != found;
    if let Some((said, _)) = manifest.parts.iter().zip(parts).find(differ) {
        return Err(Trouble::Altered(said.name.clone()));
    }
    if manifest.parts.len() != parts.len() {
        return Err(Trouble::Altered(MANIFEST.to_owned()));
    }
    Ok(())
}

fn piece(name: &str, bytes: Vec<u8>) -> Result<Option<Piece>, Trouble> {
    let altered = || Trouble::Altered(name.to_owned());
    if name == LABEL {
        return Ok(None);
    }
    if let Some(id) = name.strip_prefix("blobs/") {
        let id = id.parse().map_err(|_| altered())?;
        return Ok(Some(Piece::Blob { id, bytes }));
    }
    if let Some(id) = name.strip_prefix("sealed/") {
        let id = id.parse().map_err(|_| altered())?;
        return Ok(Some(Piece::SealedBlob { id, bytes }));
    }
    let table = name
        .strip_prefix("tables/")
        .and_then(|rest| rest.split_once('/'))
        .map(|(table, _)| table.to_owned())
        .ok_or_else(altered)?;
    let text = String::from_utf8(bytes).map_err(|_| altered())?;
    let rows: Result<Vec<Map<String, Value>>, _> = text.lines().map(serde_json::from_str).collect();
    let rows = rows.map_err(|_| altered())?;
    Ok(Some(Piece::Rows { table, rows }))
}
