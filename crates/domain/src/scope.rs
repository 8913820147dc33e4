// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who may see what. The scope decides what is synced to a device, not only what is shown.
use crate::{
    record::Stored,
    rooms::{Record, told_whole},
};
use soglia_kernel::{
    author::{Author, Role},
    content::Reader,
    key::{Key, Kind},
};

/// Whether somebody may see a record. `root` gives the records whose audience it shares; one that is not known opens
/// nothing.
pub fn sees<'a>(author: &Author, record: &Record, root: impl Fn(Key) -> Option<&'a Record>) -> bool {
    let mut audiences = Vec::new();
    for key in record.roots() {
        match root(key) {
            Some(root) => audiences.push(root.audience()),
            None if author.role == Role::ManagingPartner => {}
            None => return false,
        }
    }
    record.audience().admits(author, &audiences)
}

/// Whether records of a kind are told whole to somebody, so that their text need not be read first.
pub fn is_told_whole(author: &Author, kind: Kind) -> bool {
    told_whole(kind).has(author.role)
}

/// A record as somebody who may see it is told it.
#[must_use]
pub fn told(author: &Author, stored: &Stored) -> Stored {
    let mut seen = stored.clone();
    if is_told_whole(author, stored.key.kind) {
        return seen;
    }
    let reader = Reader {
        role: author.role,
        organisation: author.organisation,
    };
    seen.record.redact(&reader);
    // Revisions and open reviews tell which fields exist and what was written into them: of a part that is not told, such
    // as the offer of another partner, not even its name.
    seen.revisions
        .retain(|field, _| seen.record.told(field).has(author.role));
    seen.reviews
        .retain(|review| seen.record.told(&review.field).has(author.role));
    seen
}

#[cfg(test)]
mod tests;
