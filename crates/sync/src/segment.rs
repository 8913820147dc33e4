// SPDX-License-Identifier: AGPL-3.0-or-later
//! Records as they rest on a device: in segments of some hundred, rows and bodies apart.
//!
//! Putting records one by one costs ten times as much as in bulk, and a start needs the rows of all records but the
//! body of none. So what arrives in bulk rests in bulk: the rows of a segment in one value, the bodies in another, with
//! a table of where each begins. A body is the text exactly as the server gave it, so that what a newer version added
//! survives an older one.
use serde::{Deserialize, Serialize};
use soglia_domain::{
    record::{Key, Stored},
    rooms::Row,
};
use std::sync::Arc;

/// Layout of segments; another number means that another version of the application wrote them.
const SEGMENT_VERSION: u16 = 1;

/// Layout of rows at rest; a device that finds another number builds its rows again from the bodies.
pub const ROW_VERSION: u16 = 7;

/// Most records in one segment.
pub const MOST_RECORDS: usize = 500;

/// The row of a record at rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowAtRest {
    /// For lists.
    Row(Row),
    /// A newer version wrote something that this one cannot read; the body waits for an update. Its key tells which it
    /// is, so that it can be taken away again; none where not even that can be read.
    Unread(Option<Key>),
}

impl RowAtRest {
    /// The row of a body.
    pub fn of(body: &[u8]) -> Self {
        read_body(body).map_or_else(|| Self::unread(body), |read| read.row().into())
    }

    /// The row of a body that this version cannot read.
    pub fn unread(body: &[u8]) -> Self {
        Self::Unread(key_of(body))
    }

    /// The record it stands for.
    pub fn key(&self) -> Option<Key> {
        match self {
            Self::Row(row) => Some(row.key()),
            Self::Unread(key) => *key,
        }
    }

    /// Whether the body can be read.
    pub const fn is_read(&self) -> bool {
        match self {
            Self::Row(_) => true,
            Self::Unread(_) => false,
        }
    }

    /// The row for lists.
    pub fn into_row(self) -> Option<Row> {
        match self {
            Self::Row(row) => Some(row),
            Self::Unread(_) => None,
        }
    }
}

impl From<Row> for RowAtRest {
    fn from(row: Row) -> Self {
        Self::Row(row)
    }
}

/// What a body is about, whatever its kind and version; none where the bytes are no record.
pub fn key_of(body: &[u8]) -> Option<Key> {
    #[derive(Deserialize)]
    struct Label {
        key: Key,
    }
    soglia_json::from_slice::<Label>(body).ok().map(|label| label.key)
}

/// A body as a record, as far as this version can read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The record. Shared: whoever shows it does not write in it.
    pub stored: Arc<Stored>,
    /// Whether a newer version wrote something into it that is left out here. The body keeps it.
    pub partly_unread: bool,
}

impl Read {
    /// The row for lists.
    pub fn row(&self) -> Row {
        Row::of(&self.stored, self.partly_unread)
    }
}

/// A body as a record; none where not even what it is about can be read.
pub fn read_body(body: &[u8]) -> Option<Read> {
    let (stored, left_out): (Stored, bool) = soglia_json::from_slice_in_part(body)?;
    let is_newer = stored.version > stored.record.version();
    Some(Read {
        stored: Arc::new(stored),
        partly_unread: left_out || is_newer,
    })
}

/// What is wrong with bytes at rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentTrouble {
    /// The rows have the layout of another version: build them again from the bodies.
    OtherVersion,
    /// The bytes are not what was written.
    Damaged,
}

/// Some hundred records at rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Their rows.
    pub rows: Vec<u8>,
    /// Their bodies, with a table of where each begins.
    pub bodies: Vec<u8>,
}

impl Segment {
    /// Writes rows and bodies, in the same order.
    pub fn write<'a>(rows: &[RowAtRest], bodies: impl ExactSizeIterator<Item = &'a [u8]> + Clone) -> Self {
        Self {
            rows: write_rows(rows),
            bodies: write_bodies(bodies),
        }
    }
}

/// Writes rows with their layout in front.
pub fn write_rows(rows: &[RowAtRest]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(8 + rows.len() * 160);
    bytes.extend(SEGMENT_VERSION.to_le_bytes());
    bytes.extend(ROW_VERSION.to_le_bytes());
    // Writing to memory cannot fail for these types; an empty part reads as damaged and is built again.
    postcard::to_extend(rows, bytes).unwrap_or_default()
}

/// Reads rows.
///
/// # Errors
/// [`SegmentTrouble`]: in both cases the bodies still tell everything.
pub fn read_rows(bytes: &[u8]) -> Result<Vec<RowAtRest>, SegmentTrouble> {
    let (versions, rows) = bytes.split_at_checked(4).ok_or(SegmentTrouble::Damaged)?;
    if versions[..2] != SEGMENT_VERSION.to_le_bytes() || versions[2..] != ROW_VERSION.to_le_bytes() {
        return Err(SegmentTrouble::OtherVersion);
    }
    postcard::from_bytes(rows).map_err(|_| SegmentTrouble::Damaged)
}

/// Layout: number of bodies, where each begins, where the last one ends, all counted from the start; then the bodies.
fn write_bodies<'a>(bodies: impl ExactSizeIterator<Item = &'a [u8]> + Clone) -> Vec<u8> {
    let table = 4 + 4 * (bodies.len() + 1);
    let total: usize = bodies.clone().map(<[u8]>::len).sum();
    let mut bytes = Vec::with_capacity(table + total);
    bytes.extend((bodies.len() as u32).to_le_bytes());
    let mut start = table as u32;
    for body in bodies.clone() {
        bytes.extend(start.to_le_bytes());
        start += body.len() as u32;
    }
    bytes.extend(start.to_le_bytes());
    for body in bodies {
        bytes.extend(body);
    }
    bytes
}

/// Where the table says where a body begins and ends: eight bytes, to be read by [`body_range`]. So a device copies
/// one body out of a segment, not all of them.
pub const fn table_range(at: usize) -> std::ops::Range<usize> {
    let start = 4 + 4 * at;
    start..start + 8
}

/// Where a body begins and ends, from the eight bytes of [`table_range`].
pub fn body_range(table: &[u8]) -> Option<std::ops::Range<usize>> {
    let (start, end) = table.split_at_checked(4)?;
    let start = u32::from_le_bytes(start.try_into().ok()?) as usize;
    let end = u32::from_le_bytes(end.try_into().ok()?) as usize;
    (start <= end).then_some(start..end)
}

/// One body of a bodies part.
pub fn body(bodies: &[u8], at: usize) -> Option<&[u8]> {
    bodies.get(body_range(bodies.get(table_range(at))?)?)
}

/// Number of bodies in a bodies part.
pub fn n_bodies(bodies: &[u8]) -> usize {
    bodies
        .get(..4)
        .and_then(|count| count.try_into().ok())
        .map_or(0, |count| u32::from_le_bytes(count) as usize)
}

/// A single record at rest: its row and its body in one value.
pub fn write_single(row: &RowAtRest, body: &[u8]) -> Vec<u8> {
    let rows = write_rows(std::slice::from_ref(row));
    let mut bytes = Vec::with_capacity(4 + rows.len() + body.len());
    bytes.extend((rows.len() as u32).to_le_bytes());
    bytes.extend(rows);
    bytes.extend(body);
    bytes
}

/// The row and the body of a single record. A row of another layout is built again, and so is one that could not be read
/// when it came.
pub fn read_single(bytes: &[u8]) -> Option<(RowAtRest, &[u8])> {
    let (length, rest) = bytes.split_at_checked(4)?;
    let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
    let (rows, body) = rest.split_at_checked(length)?;
    let row = read_rows(rows)
        .ok()
        .and_then(|mut rows| rows.pop())
        .filter(RowAtRest::is_read)
        .unwrap_or_else(|| RowAtRest::of(body));
    Some((row, body))
}
