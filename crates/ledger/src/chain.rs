// SPDX-License-Identifier: AGPL-3.0-or-later
//! The hash chain of the log: every line seals all lines before it, so that none can be altered, taken out or put in
//! later without showing.
pub use crate::hash::Hash;

use crate::store::{Baseline, LogEntry, LogHead, Outcome, Write};

/// The hash after a line.
pub fn after(before: Hash, entry: &LogEntry) -> Hash {
    let (action, edits) = if entry.digest.is_empty() {
        // As versions before 0.2 sealed it.
        (entry.action.as_str(), entry.edits.as_str())
    } else {
        ("digest", entry.digest.as_str())
    };
    Hash::of_parts(&[
        before.as_str(),
        &entry.position.0.to_string(),
        &entry.change,
        &entry.device,
        &entry.counter.to_string(),
        &entry.author,
        &entry.by_name,
        &entry.role,
        &entry.at,
        &entry.received_ms.to_string(),
        action,
        &entry.seen,
        edits,
        &entry.answer,
    ])
}

/// The hash after a baseline.
pub fn after_baseline(before: Hash, digest: Hash) -> Hash {
    Hash::of_parts(&[before.as_str(), "baseline", digest.as_str()])
}

/// The digest of records: key and body, ordered by key.
pub fn digest(records: &[(String, String)]) -> Hash {
    let parts: Vec<&str> = records
        .iter()
        .flat_map(|(key, body)| [key.as_str(), body.as_str()])
        .collect();
    Hash::of_parts(&parts)
}

/// Takes a baseline of everything as it stands in a transaction.
///
/// # Errors
/// [`crate::store::StoreError`].
pub async fn take_baseline<W: Write>(write: &mut W, head: LogHead) -> Outcome<()> {
    let records = write.everything().await?;
    let digest = digest(&records);
    let baseline = Baseline {
        position: head.position,
        digest,
        hash: after_baseline(head.hash, digest),
        records,
    };
    write.put_baseline(&baseline).await
}
