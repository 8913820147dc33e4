// SPDX-License-Identifier: AGPL-3.0-or-later
//! What does not hold, for programs and in sentences for who runs the server.
use serde_json::{Value, json};
use soglia_ledger::fold::Flaw;

/// A photo that is not what its name says.
pub(super) enum BlobFlaw {
    /// Its bytes are others.
    Altered(String),
    /// It was kept, and is gone.
    Missing(String),
    /// It lies where no photo lies, or its name is none.
    Stray(String),
}

pub(super) fn flaw(flaw: &Flaw) -> Value {
    let text = sentence(flaw);
    let placed = |kind: &str, position| json!({ "kind": kind, "position": position, "text": text });
    let keyed = |kind: &str, key: &str| json!({ "kind": kind, "record": key, "text": text });
    match flaw {
        Flaw::Gap { position } => placed("gap", position),
        Flaw::Altered { position } => placed("altered", position),
        Flaw::Unreadable { position } => placed("unreadable", position),
        Flaw::Baseline => json!({ "kind": "baseline", "text": text }),
        Flaw::CutOff => json!({ "kind": "cut_off", "text": text }),
        Flaw::Differs { key } => keyed("differs", key),
        Flaw::Missing { key } => keyed("missing", key),
        Flaw::Extra { key } => keyed("extra", key),
    }
}

pub(super) fn sentence(flaw: &Flaw) -> String {
    match flaw {
        Flaw::Gap { position } => format!("line {} of the log does not follow the one before", position.0),
        Flaw::Altered { position } => {
            format!("line {} of the log is not the one that was sealed", position.0)
        }
        Flaw::Unreadable { position } => format!("line {} of the log cannot be read", position.0),
        Flaw::Baseline => "the baseline is not the one that was sealed".to_owned(),
        Flaw::CutOff => "the log ends before the end of its chain: lines were cut off".to_owned(),
        Flaw::Differs { key } => format!("the record {key} is not what the log leads to"),
        Flaw::Missing { key } => format!("the record {key} is missing, and the log leads to it"),
        Flaw::Extra { key } => format!("the record {key} stands, and the log does not lead to it"),
    }
}

pub(super) fn blob_flaw(flaw: &BlobFlaw) -> Value {
    let text = blob_sentence(flaw);
    let named = |kind: &str, name: &str| json!({ "kind": kind, "blob": name, "text": text });
    match flaw {
        BlobFlaw::Altered(name) => named("blob_altered", name),
        BlobFlaw::Missing(name) => named("blob_missing", name),
        BlobFlaw::Stray(name) => named("blob_stray", name),
    }
}

pub(super) fn audit_flaw(n: u64) -> Value {
    json!({ "kind": "audit", "n": n, "text": audit_sentence(n) })
}

pub(super) fn audit_sentence(n: u64) -> String {
    format!(
        "line {n} of the audit does not follow from those before it: one was altered, taken out or put in"
    )
}

pub(super) fn blob_sentence(flaw: &BlobFlaw) -> String {
    match flaw {
        BlobFlaw::Altered(name) => format!("the photo {name} is not what its name says"),
        BlobFlaw::Missing(name) => format!("the photo {name} was kept, and is gone"),
        BlobFlaw::Stray(name) => format!("{name} lies among the photos and is none"),
    }
}
