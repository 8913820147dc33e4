// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia verify`: whether what is stored is what was done.
mod wording;

use super::common::{CommandError, DataArgs, Done, open, open_blobs, say};
use crate::{blobs::Blobs, store::Backend};
use clap::Args;
use futures_util::TryStreamExt;
use serde_json::{Value, json};
use soglia_domain::{digest::sha256_hex, photo::PhotoId};
use soglia_ledger::{
    chain::Hash,
    fold::{Verified, verify},
    store::{Audit as _, Outcome},
};
use std::collections::BTreeSet;
use wording::BlobFlaw;

/// Lines of the audit that are read at once.
const AUDIT_AT_ONCE: u32 = 5_000;

#[derive(Args)]
pub(super) struct VerifyArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// What was found in the store and beside it.
pub(super) struct Found {
    verified: Verified,
    n_audited: u64,
    audit_head: Hash,
    /// The number of the first line of the audit that does not follow from those before it.
    audit_breaks_at: Option<u64>,
    n_blobs: u64,
    blob_flaws: Vec<BlobFlaw>,
}

pub(super) async fn run(args: VerifyArgs) -> Done {
    let store = open(&args.data).await?;
    let blobs = open_blobs(&args.data)?;
    report(&look(&store, &blobs).await?, args.json)
}

/// Reads everything: the log, the records, and the photos one by one.
pub(super) async fn look(store: &Backend, blobs: &Blobs) -> Outcome<Found> {
    let mut found = Found {
        verified: verify(store).await?,
        n_audited: 0,
        audit_head: Hash::default(),
        audit_breaks_at: None,
        n_blobs: 0,
        blob_flaws: Vec::new(),
    };
    look_at_audit(store, &mut found).await?;
    let mut missing: BTreeSet<PhotoId> = store.kept_blobs().await?.into_iter().collect();
    let mut names = blobs.list();
    while let Some((name, id)) = names.try_next().await? {
        let Some(id) = id else {
            found.blob_flaws.push(BlobFlaw::Stray(name));
            continue;
        };
        missing.remove(&id);
        found.n_blobs += 1;
        let bytes = blobs.get(id).await?.unwrap_or_default();
        if sha256_hex(&bytes) != id.to_string() {
            found.blob_flaws.push(BlobFlaw::Altered(id.to_string()));
        }
    }
    let gone = missing.iter().map(|id| BlobFlaw::Missing(id.to_string()));
    found.blob_flaws.extend(gone);
    Ok(found)
}

/// Follows the chain of who looked at what.
async fn look_at_audit(store: &Backend, found: &mut Found) -> Outcome<()> {
    let mut before = Hash::default();
    loop {
        let lines = store.audit_after(found.n_audited, AUDIT_AT_ONCE).await?;
        if lines.is_empty() {
            return Ok(());
        }
        for line in &lines {
            let follows = line.n == found.n_audited + 1 && line.sealed(before) == line.hash;
            if !follows && found.audit_breaks_at.is_none() {
                found.audit_breaks_at = Some(line.n);
            }
            (found.n_audited, before, found.audit_head) = (line.n, line.hash, line.hash);
        }
    }
}

/// Says what was found, and fails when something does not hold.
pub(super) fn report(found: &Found, as_json: bool) -> Done {
    let verified = &found.verified;
    if as_json {
        say(shape(found));
    } else {
        say(format_args!(
            "{} changes in the log, {} records, {} photos, {} lines of audit, end of the chain {}",
            verified.n_changes, verified.n_records, found.n_blobs, found.n_audited, verified.head.hash
        ));
        verified.flaws.iter().map(wording::sentence).for_each(say);
        found.blob_flaws.iter().map(wording::blob_sentence).for_each(say);
        found
            .audit_breaks_at
            .map(wording::audit_sentence)
            .into_iter()
            .for_each(say);
    }
    let n_audit_flaws = usize::from(found.audit_breaks_at.is_some());
    match verified.flaws.len() + found.blob_flaws.len() + n_audit_flaws {
        0 => Ok(()),
        n => Err(CommandError::Input(format!("{n} thing(s) do not hold"))),
    }
}

fn shape(found: &Found) -> Value {
    let verified = &found.verified;
    let flaws: Vec<Value> = verified
        .flaws
        .iter()
        .map(wording::flaw)
        .chain(found.blob_flaws.iter().map(wording::blob_flaw))
        .chain(found.audit_breaks_at.map(wording::audit_flaw))
        .collect();
    json!({
        "ok": flaws.is_empty(),
        "n_changes": verified.n_changes,
        "n_records": verified.n_records,
        "n_blobs": found.n_blobs,
        "audit": { "n": found.n_audited, "hash": found.audit_head.as_str() },
        "head": { "position": verified.head.position, "hash": verified.head.hash.as_str() },
        "flaws": flaws,
    })
}
