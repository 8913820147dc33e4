// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia restore`: a backup becomes a store again, in whichever engine.
use super::{
    backup::key_file,
    common::{CommandError, DataArgs, Done, open, open_blobs},
    verify,
};
use crate::{
    backup::{Closed, Keys, Manifest, Opener, Piece, Trouble, unpack},
    blobs::Blobs,
    clock::now_ms,
    store::{Backend, BackendWrite, Table},
};
use clap::Args;
use soglia_domain::{
    author::{Author, Role},
    digest::sha256_hex,
    id::{ChangeId, DeviceId, OrganisationId, PersonId},
};
use soglia_ledger::{
    chain::take_baseline,
    erasure::{Asked, carry_out},
    office::By,
    store::{People, Store, Write},
};
use std::{fs::File, io::BufReader, path::PathBuf};
use tokio::sync::mpsc;
use uuid::Uuid;

/// Pieces that wait to be stored: each is a megabyte of lines, or a photo.
const WAITING: usize = 2;

#[derive(Args)]
pub(super) struct RestoreArgs {
    /// File that `soglia backup` wrote.
    file: PathBuf,
    /// File with the keys of households, the last one that was written; soglia.keys beside the backup where nothing is said. Of households that
    /// it calls erased nothing comes back.
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
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
    let mut opener = Opener::new(keys(&args)?);
    let (pieces, mut arriving) = mpsc::channel(WAITING);
    let reading = tokio::task::spawn_blocking(move || {
        let file = BufReader::with_capacity(1 << 20, file);
        unpack(file, |piece| pieces.blocking_send(piece).is_ok())
    });
    let stored = take(&store, &blobs, &mut arriving, &mut opener).await;
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
    for id in &opener.images {
        store.image_is_gone(*id).await?;
    }
    store.sweep().await?;
    verify::report(&verify::look(&store, &blobs).await?, args.json)
}

/// The keys; none where no file is there, which matters once something is sealed.
fn keys(args: &RestoreArgs) -> Done<Keys> {
    let path = key_file(args.keys.as_ref(), &args.file);
    if args.keys.is_none() && !path.exists() {
        return Ok(Keys::default());
    }
    Keys::read(&path).map_err(CommandError::Usage)
}

fn closed(why: &Closed) -> CommandError {
    let sentence = match why {
        Closed::NoKey => {
            "there is no key for a household of the backup: --keys says where the last file of keys is"
        }
        Closed::Altered => "what is sealed in the backup does not open with its key",
    };
    CommandError::Input(sentence.to_owned())
}

/// Stores what arrives. The tables are one transaction, which ends when the manifest agreed with everything.
async fn take(
    store: &Backend,
    blobs: &Blobs,
    arriving: &mut mpsc::Receiver<Piece>,
    opener: &mut Opener,
) -> Done {
    let mut write = store.begin().await?;
    write.empty().await?;
    while let Some(piece) = arriving.recv().await {
        match piece {
            Piece::Rows { table, rows } => {
                let unknown = || CommandError::Input(format!("this version knows no table {table}"));
                let table = Table::named(&table).ok_or_else(unknown)?;
                let opened: Result<Vec<_>, Closed> =
                    rows.into_iter().map(|row| opener.row(table.name, row)).collect();
                let rows = opened.map_err(|why| closed(&why))?;
                write.fill(table, rows.into_iter().flatten().collect()).await?;
            }
            // Named by its content, it harms nothing where the rest does not follow.
            Piece::Blob { id, bytes } if sha256_hex(&bytes) == id.to_string() => blobs.put(id, bytes).await?,
            // It was spoilt when the backup was made; verifying names it.
            Piece::Blob { .. } => {}
            Piece::SealedBlob { id, bytes } => {
                if let Some(bytes) = opener.image(id, &bytes).map_err(|why| closed(&why))?
                    && sha256_hex(&bytes) == id.to_string()
                {
                    blobs.put(id, bytes).await?;
                }
            }
            Piece::End(manifest) => return finish(write, &manifest, opener).await,
        }
    }
    Err(CommandError::Input(
        "the file did not end as it should".to_owned(),
    ))
}

async fn finish(mut write: BackendWrite, manifest: &Manifest, opener: &Opener) -> Done {
    if manifest.rows.get("chain") != Some(&1) {
        return Err(CommandError::Input("the file holds no log".to_owned()));
    }
    write.replace_record_keys(&opener.keys().kept()).await?;
    erase_again(&mut write, opener).await?;
    write.commit().await?;
    Ok(())
}

/// What was erased after the backup was made is erased in what comes back too, by the same act.
async fn erase_again(write: &mut BackendWrite, opener: &Opener) -> Done {
    let author = Author {
        person: PersonId(Uuid::nil()),
        name: "soglia restore".to_owned(),
        role: Role::Auditor,
        organisation: OrganisationId(Uuid::nil()),
        organisation_name: String::new(),
    };
    let mut head = None;
    for (root, gone) in &opener.gone {
        let mut keys = vec![*root];
        keys.extend(gone.records.iter().filter(|key| *key != root));
        let asked = Asked {
            root: *root,
            act: opener.act(root),
            by: By {
                author: &author,
                id: ChangeId(Uuid::now_v7()),
                device: DeviceId(Uuid::nil()),
                now_ms: now_ms(),
            },
        };
        head = Some(carry_out(write, &asked, &keys, gone.lines.clone()).await?);
        write.note_erased(*root, asked.act).await?;
    }
    if let Some(head) = head {
        take_baseline(write, head).await?;
    }
    Ok(())
}
