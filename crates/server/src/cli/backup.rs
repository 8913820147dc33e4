// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia backup`: everything into one file, while the server serves.
use super::common::{CommandError, DataArgs, Done, open, open_blobs, say};
use crate::{
    backup::{Keys, Manifest, Packer, Sealer},
    blobs::Blobs,
    clock::now_ms,
    store::{Backend, Table},
};
use clap::Args;
use serde_json::{Value, json};
use soglia_domain::{digest::sha256_hex, photo::PhotoId};
use soglia_ledger::store::StoreError;
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

#[derive(Args)]
pub(super) struct BackupArgs {
    /// File to write; it must not exist.
    file: PathBuf,
    /// File for the keys of households, written over the one before; soglia.keys beside the backup where nothing is said. Keep
    /// it apart from the backups, and only the last: what was erased since is then in no backup any more.
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    #[command(flatten)]
    data: DataArgs,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: BackupArgs) -> Done {
    let path = &args.file;
    if path.exists() {
        return Err(CommandError::Usage(format!("{} exists already", path.display())));
    }
    let store = open(&args.data).await?;
    let blobs = open_blobs(&args.data)?;
    let key_file = key_file(args.keys.as_ref(), path);
    check_same(&key_file, &keys(&store).await?)?;
    // Under another name until it is whole: whoever finds the file under its own can rely on it.
    let begun = path.with_added_extension("part");
    let written = write(&begun, &store, &blobs).await;
    let (manifest, spoilt, keys) = match written {
        Ok(written) => written,
        Err(error) => {
            // What is left of it is of no use; the error is what matters.
            let _ = std::fs::remove_file(&begun);
            return Err(error);
        }
    };
    std::fs::rename(&begun, path).map_err(|error| unwritable(path, &error))?;
    keys.write(&key_file, manifest.made_ms)
        .map_err(|error| unwritable(&key_file, &error))?;
    tell(&args, &manifest)?;
    for id in &spoilt {
        eprintln!("soglia: the photo {id} is missing or not what its name says");
    }
    match spoilt.len() {
        0 => Ok(()),
        n => Err(CommandError::Input(format!(
            "the backup is written, and {n} photo(s) in it are not as they were"
        ))),
    }
}

/// Where the keys of a backup are, if nothing else is said: beside it.
pub(super) fn key_file(said: Option<&PathBuf>, backup: &Path) -> PathBuf {
    said.cloned()
        .unwrap_or_else(|| backup.with_file_name("soglia.keys"))
}

/// The keys of another store are not written over: its backups would never open again.
fn check_same(path: &Path, ours: &Keys) -> Done {
    if !path.exists() {
        return Ok(());
    }
    let there = Keys::read(path).map_err(CommandError::Usage)?;
    if ours.take_the_place_of(&there) {
        return Ok(());
    }
    Err(CommandError::Usage(format!(
        "{} holds keys that this store does not know: it belongs to the backups of another one; --keys names another file",
        path.display()
    )))
}

async fn keys(store: &Backend) -> Done<Keys> {
    let keys = Keys::of(store.record_keys().await?, store.erased_households().await?);
    keys.ok_or_else(|| CommandError::Input("a stored key does not read".to_owned()))
}

async fn write(path: &Path, store: &Backend, blobs: &Blobs) -> Done<(Manifest, Vec<PhotoId>, Keys)> {
    let failed = |error: io::Error| unwritable(path, &error);
    let out = BufWriter::with_capacity(1 << 20, create(path).map_err(failed)?);
    let mut packer = Packer::new(out, now_ms()).map_err(failed)?;
    let mut named: Vec<PhotoId> = Vec::new();
    let mut sealer = Sealer::new(keys(store).await?);
    let into_file = |table: &'static Table, row: Value| {
        if table.name == "blobs"
            && let Some(Ok(id)) = row["sha256"].as_str().map(str::parse)
        {
            named.push(id);
        }
        let row = sealer
            .row(table.name, row)
            .map_err(|_| StoreError("the machine gives no chance".to_owned()))?;
        let written = packer.row(table.name, &row);
        written.map_err(|error| StoreError(format!("{} cannot be written: {error}", path.display())))
    };
    store.dump(into_file).await?;
    let mut spoilt = Vec::new();
    for id in named {
        let bytes = blobs.get(id).await?;
        if bytes.as_ref().map(|bytes| sha256_hex(bytes)) != Some(id.to_string()) {
            spoilt.push(id);
        }
        if let Some(bytes) = bytes {
            let sealed = sealer
                .image(id, &bytes)
                .map_err(|_| CommandError::Input("a photo cannot be sealed".to_owned()))?;
            match sealed {
                Some(sealed) => packer.sealed_blob(&id.to_string(), &sealed),
                None => packer.blob(&id.to_string(), &bytes),
            }
            .map_err(failed)?;
        }
    }
    let kept = sealer.keys().kept();
    store.keep_record_keys(&kept).await?;
    let mut others = store.record_keys().await?;
    others.retain(|(root, secret)| kept.iter().any(|(known, mine)| known == root && mine != secret));
    if !others.is_empty() {
        return Err(CommandError::Input(
            "another backup was made at the same time, with other keys: make this one again".to_owned(),
        ));
    }
    let (mut out, manifest) = packer.finish().map_err(failed)?;
    out.flush().map_err(failed)?;
    out.get_ref().sync_all().map_err(failed)?;
    Ok((manifest, spoilt, sealer.into_keys()))
}

/// For the eyes of its owner alone.
fn create(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn unwritable(path: &Path, error: &io::Error) -> CommandError {
    CommandError::Input(format!("{} cannot be written: {error}", path.display()))
}

fn tell(args: &BackupArgs, manifest: &Manifest) -> Done {
    let path = args.file.display();
    let n_bytes = std::fs::metadata(&args.file)
        .map_err(|error| unwritable(&args.file, &error))?
        .len();
    let rows = |table: &str| manifest.rows.get(table).copied().unwrap_or_default();
    if args.json {
        say(json!({
            "file": args.file,
            "bytes": n_bytes,
            "made_ms": manifest.made_ms,
            "rows": manifest.rows,
        }));
    } else {
        say(format_args!(
            "{path}: {n_bytes} bytes, {} changes, {} records, {} photos",
            rows("changes"),
            rows("records"),
            rows("blobs")
        ));
    }
    Ok(())
}
