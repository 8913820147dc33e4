// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia restore`: a backup becomes a store again, in whichever engine.
use super::{
    common::{CommandError, DataArgs, Done, open, open_blobs},
    verify,
};
use crate::{
    backup::{Manifest, Piece, Trouble, unpack},
    blobs::Blobs,
    store::{Backend, BackendWrite, Table},
};
use clap::Args;
use soglia_domain::digest::sha256_hex;
use soglia_ledger::store::{People, Store, Write};
use std::{fs::File, io::BufReader, path::PathBuf};
use tokio::sync::mpsc;

/// Pieces that wait to be stored: each is a megabyte of lines, or a photo.
const WAITING: usize = 2;

#[derive(Args)]
pub(super) struct RestoreArgs {
    /// File that `soglia backup` wrote.
    file: PathBuf,
    #[command(flatten)]
    data: DataArgs,
    /// Take out what is stored now, for what the file holds.
    #[arg(long)]
    replace: bool,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: RestoreArgs) -> Done {
    let path = args.file.display().to_string();
    let file = File::open(&args.file)
        .map_err(|error| CommandError::Usage(format!("{path} cannot be opened: {error}")))?;
    let store = open(&args.data).await?;
    let blobs = open_blobs(&args.data)?;
    let is_new = store.is_empty().await? && store.knows_nobody().await?;
    if !args.replace && !is_new {
        return Err(CommandError::Usage(
            "something is stored here already; --replace takes it out".to_owned(),
        ));
    }
    let (pieces, mut arriving) = mpsc::channel(WAITING);
    let reading = tokio::task::spawn_blocking(move || {
        let file = BufReader::with_capacity(1 << 20, file);
        unpack(file, |piece| pieces.blocking_send(piece).is_ok())
    });
    let stored = take(&store, &blobs, &mut arriving).await;
    // What could not be stored may be the fault of the file: it is read to its end all the same, so that its own checks
    // are asked.
    while arriving.recv().await.is_some() {}
    let read = reading
        .await
        .map_err(|_| CommandError::Input(format!("{path} cannot be read")))?;
    // The file is asked first: what failed behind it may be its fault.
    match read {
        Err(Trouble::Stopped) | Ok(()) => stored?,
        Err(trouble) => {
            return Err(CommandError::Input(format!(
                "{path}: {trouble}; nothing was changed"
            )));
        }
    };
    verify::report(&verify::look(&store, &blobs).await?, args.json)
}

/// Stores what arrives. The tables are one transaction, which ends when the manifest agreed with everything.
async fn take(store: &Backend, blobs: &Blobs, arriving: &mut mpsc::Receiver<Piece>) -> Done {
    let mut write = store.begin().await?;
    write.empty().await?;
    while let Some(piece) = arriving.recv().await {
        match piece {
            Piece::Rows { table, rows } => {
                let unknown = || CommandError::Input(format!("this version knows no table {table}"));
                let table = Table::named(&table).ok_or_else(unknown)?;
                write.fill(table, rows).await?;
            }
            // Named by its content, it harms nothing where the rest does not follow.
            Piece::Blob { id, bytes } if sha256_hex(&bytes) == id.to_string() => blobs.put(id, bytes).await?,
            // It was spoilt when the backup was made; verifying names it.
            Piece::Blob { .. } => {}
            Piece::End(manifest) => return finish(write, &manifest).await,
        }
    }
    Err(CommandError::Input(
        "the file did not end as it should".to_owned(),
    ))
}

async fn finish(write: BackendWrite, manifest: &Manifest) -> Done {
    if manifest.rows.get("chain") != Some(&1) {
        return Err(CommandError::Input("the file holds no log".to_owned()));
    }
    write.commit().await?;
    Ok(())
}
