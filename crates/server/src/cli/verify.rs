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
    fold::{Verified, verify},
    store::Outcome,
};
use std::collections::BTreeSet;
use wording::BlobFlaw;

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
        n_blobs: 0,
        blob_flaws: Vec::new(),
    };
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

/// Says what was found, and fails when something does not hold.
pub(super) fn report(found: &Found, as_json: bool) -> Done {
    let verified = &found.verified;
    if as_json {
        say(shape(found));
    } else {
        say(format_args!(
            "{} changes in the log, {} records, {} photos, end of the chain {}",
            verified.n_changes, verified.n_records, found.n_blobs, verified.head.hash
        ));
        verified.flaws.iter().map(wording::sentence).for_each(say);
        found.blob_flaws.iter().map(wording::blob_sentence).for_each(say);
    }
    match verified.flaws.len() + found.blob_flaws.len() {
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
        .collect();
    json!({
        "ok": flaws.is_empty(),
        "n_changes": verified.n_changes,
        "n_records": verified.n_records,
        "n_blobs": found.n_blobs,
        "head": { "position": verified.head.position, "hash": verified.head.hash.as_str() },
        "flaws": flaws,
    })
}
