// SPDX-License-Identifier: AGPL-3.0-or-later
//! From bytes to text. Encodings are recognised by their mark, else by what the bytes can be.
use crate::file_error::{FileError, FileKind};
use serde::{Deserialize, Serialize};

/// How the text of a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Encoding {
    /// UTF-8, with or without mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, low byte first.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, high byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Windows-1252, which contains Latin-1.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

impl Encoding {
    /// The name by which the encoding is known.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// Characters of Windows-1252 from 0x80 to 0x9F; the five holes stay control characters.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// First bytes of files that are no lists.
const SIGNATURES: [(&[u8], FileKind); 8] = [
    (b"PK\x03\x04", FileKind::Workbook),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::Workbook),
    (b"%PDF-", FileKind::Pdf),
    (b"\x89PNG", FileKind::Picture),
    (b"\xFF\xD8\xFF", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"MM\0*", FileKind::Picture),
];

/// The text of the bytes, and how it was written.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Encoding), FileError> {
    if let Some((_, kind)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(FileError::NotAList { kind: *kind });
    }
    let (text, encoding) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (utf8_as_announced(rest)?, Encoding::Utf8),
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, Encoding::Utf16Le)?, Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, Encoding::Utf16Be)?, Encoding::Utf16Be),
        // Two letters of plain text, each with an empty byte beside it.
        [1..=u8::MAX, 0, 1..=u8::MAX, 0, ..] => (utf16(bytes, Encoding::Utf16Le)?, Encoding::Utf16Le),
        [0, 1..=u8::MAX, 0, 1..=u8::MAX, ..] => (utf16(bytes, Encoding::Utf16Be)?, Encoding::Utf16Be),
        _ => unannounced(bytes),
    };
    check_is_text(&text)?;
    Ok((text, encoding))
}

fn utf8_as_announced(bytes: &[u8]) -> Result<String, FileError> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        FileError::BrokenEncoding {
            encoding: Encoding::Utf8.name().to_owned(),
            line: line_at(&String::from_utf8_lossy(before)),
        }
    })
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Result<String, FileError> {
    let broken = |text: &str| FileError::BrokenEncoding {
        encoding: encoding.name().to_owned(),
        line: line_at(text),
    };
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| {
        let pair = [pair[0], pair[1]];
        if encoding == Encoding::Utf16Le {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        }
    });
    let mut text = String::with_capacity(bytes.len() / 2);
    for unit in char::decode_utf16(units) {
        match unit {
            Ok(c) => text.push(c),
            Err(_) => return Err(broken(&text)),
        }
    }
    if odd { Err(broken(&text)) } else { Ok(text) }
}

/// Text without a mark: UTF-8 where the bytes are, and Windows-1252 for each byte that cannot be. A file put together
/// from two sources is read as its parts were written; nothing is lost either way.
fn unannounced(bytes: &[u8]) -> (String, Encoding) {
    let mut text = String::with_capacity(bytes.len());
    let mut encoding = Encoding::Utf8;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            encoding = Encoding::Windows1252;
            text.push(match byte {
                0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
                other => char::from(*other),
            });
        }
    }
    (text, encoding)
}

/// A list holds no control characters but tabs and line ends; a stray one per thousand is a blemish, more is another
/// kind of file.
fn check_is_text(text: &str) -> Result<(), FileError> {
    let is_odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{1a}' | '\u{b}' | '\u{c}');
    if let Some((at, _)) = text.char_indices().find(|(_, c)| *c == '\0') {
        return Err(FileError::Binary {
            line: line_at(&text[..at]),
        });
    }
    let n_odd = text.chars().filter(|c| is_odd(*c)).count();
    if n_odd * 1_000 > text.len().max(1_000) {
        let at = text
            .char_indices()
            .find(|(_, c)| is_odd(*c))
            .map_or(0, |(at, _)| at);
        return Err(FileError::Binary {
            line: line_at(&text[..at]),
        });
    }
    let start = text.trim_start();
    let tagged = ["<!doctype", "<html", "<?xml", "<svg", "{\\rtf"]
        .iter()
        .any(|tag| {
            start
                .get(..tag.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(tag))
        });
    if tagged {
        return Err(FileError::NotAList {
            kind: FileKind::Markup,
        });
    }
    let end = text.trim_end();
    if (start.starts_with('{') && end.ends_with('}')) || (start.starts_with("[{") && end.ends_with(']')) {
        return Err(FileError::NotAList { kind: FileKind::Json });
    }
    Ok(())
}

/// The line, from 1, on which the text after `before` begins.
fn line_at(before: &str) -> u32 {
    let unix = before.matches('\n').count();
    let old_mac = if unix == 0 {
        before.matches('\r').count()
    } else {
        0
    };
    u32::try_from(unix + old_mac + 1).unwrap_or(u32::MAX)
}
