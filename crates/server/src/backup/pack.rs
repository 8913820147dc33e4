// SPDX-License-Identifier: AGPL-3.0-or-later
//! Writing the file.
use super::{FORMAT, LABEL, MANIFEST, Manifest, Part};
use serde_json::Value;
use soglia_domain::digest::sha256_hex;
use std::io::{self, Write};

/// Lines are packed in parts of about this many bytes.
const PART_OF_TABLE: usize = 1_000_000;

/// zstd level: the file is read by no one in a hurry, and a server goes on beside it.
const LEVEL: i32 = 6;

/// Writes the file part by part.
pub(crate) struct Packer<W: Write> {
    tar: tar::Builder<zstd::Encoder<'static, W>>,
    manifest: Manifest,
    table: &'static str,
    n_parts_of_table: u32,
    lines: Vec<u8>,
}

impl<W: Write> Packer<W> {
    /// Begins.
    pub(crate) fn new(out: W, made_ms: i64) -> io::Result<Self> {
        let mut packed = zstd::Encoder::new(out, LEVEL)?;
        packed.include_checksum(true)?;
        let mut packer = Self {
            tar: tar::Builder::new(packed),
            manifest: Manifest {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                made_ms,
                ..Manifest::default()
            },
            table: "",
            n_parts_of_table: 0,
            lines: Vec::new(),
        };
        packer.append(LABEL, FORMAT.as_bytes())?;
        Ok(packer)
    }

    /// Adds a row. The rows of a table come one after the other.
    pub(crate) fn row(&mut self, table: &'static str, row: &Value) -> io::Result<()> {
        if table != self.table {
            self.close_part()?;
            self.table = table;
            self.n_parts_of_table = 0;
        }
        serde_json::to_writer(&mut self.lines, row)?;
        self.lines.push(b'\n');
        *self.manifest.rows.entry(table.to_owned()).or_default() += 1;
        if self.lines.len() >= PART_OF_TABLE {
            self.close_part()?;
        }
        Ok(())
    }

    /// Adds a photo under its name.
    pub(crate) fn blob(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.close_part()?;
        self.append(&format!("blobs/{name}"), bytes)
    }

    /// Adds a photo of a household, sealed, under its name.
    pub(crate) fn sealed_blob(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.close_part()?;
        self.append(&format!("sealed/{name}"), bytes)
    }

    /// Writes the manifest and ends the file.
    pub(crate) fn finish(mut self) -> io::Result<(W, Manifest)> {
        self.close_part()?;
        let text = serde_json::to_vec(&self.manifest)?;
        write(&mut self.tar, MANIFEST, &text)?;
        let out = self.tar.into_inner()?.finish()?;
        Ok((out, self.manifest))
    }

    fn close_part(&mut self) -> io::Result<()> {
        if self.lines.is_empty() {
            return Ok(());
        }
        let lines = std::mem::take(&mut self.lines);
        let name = format!("tables/{}/{:06}.jsonl", self.table, self.n_parts_of_table);
        self.n_parts_of_table += 1;
        self.append(&name, &lines)
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        write(&mut self.tar, name, bytes)?;
        self.manifest.parts.push(Part {
            name: name.to_owned(),
            sha256: sha256_hex(bytes),
        });
        Ok(())
    }
}

fn write<W: Write>(tar: &mut tar::Builder<W>, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    header.set_cksum();
    tar.append_data(&mut header, name, bytes)
}
