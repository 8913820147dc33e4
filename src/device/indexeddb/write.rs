// SPDX-License-Identifier: AGPL-3.0-or-later
//! Writing: one transaction, begun only when everything is encoded and sealed, and given up when another tab was quicker.
use super::{
    BODIES, DELIVERIES, HEAD, IndexedDb, KnownHead, META, OUTBOX, RECORDS, ROWS, begin, bytes::Bytes, commit,
    sealed, sealed::place, trouble,
};
use crate::device::crypto::DataKey;
use indexed_db_futures::{
    KeyRange, object_store::ObjectStore, prelude::*, primitive::TryToJs, transaction::Transaction,
};
use soglia_domain::id::ChangeId;
use soglia_sync::storage::{Batch, Head, StorageTrouble};
use std::fmt::Display;

/// One value to put, already in the browser's own memory.
pub(super) struct Put<K>(pub(super) K, pub(super) Bytes);

struct Encoded {
    head: Vec<Put<&'static str>>,
    rows: Vec<Put<u32>>,
    bodies: Vec<Put<u32>>,
    records: Vec<Put<String>>,
    outbox: Vec<Put<String>>,
    deliveries: Vec<Put<String>>,
}

/// The place of a change in its store: by number, and by identity where two numbers are the same.
fn change_key(counter: u64, id: ChangeId) -> String {
    format!("{counter:012}-{id}")
}

fn changes(entries: &[(u64, ChangeId, Vec<u8>)]) -> Vec<Put<String>> {
    entries
        .iter()
        .map(|(counter, id, bytes)| Put(change_key(*counter, *id), Bytes::of(bytes.as_slice())))
        .collect()
}

fn encode(batch: &Batch) -> Result<Encoded, StorageTrouble> {
    let head = soglia_json::to_vec(&batch.head).map_err(|_| StorageTrouble::Failed)?;
    Ok(Encoded {
        head: vec![Put(HEAD, Bytes::of(head.as_slice()))],
        rows: batch
            .put_segments
            .iter()
            .map(|(number, rows, _)| Put(*number, Bytes::of(rows.as_slice())))
            .collect(),
        bodies: batch
            .put_segments
            .iter()
            .filter_map(|(number, _, bodies)| {
                let bodies = bodies.as_ref()?;
                Some(Put(*number, Bytes::of(bodies.as_slice())))
            })
            .collect(),
        records: batch
            .put_records
            .iter()
            .map(|(key, bytes)| Put(key.to_string(), Bytes::of(bytes.as_slice())))
            .collect(),
        outbox: changes(&batch.put_outbox),
        deliveries: changes(&batch.put_deliveries),
    })
}

/// Seals everything side by side.
async fn seal(encoded: &mut Encoded, key: Option<&DataKey>) -> Result<(), StorageTrouble> {
    let mut values = Vec::new();
    take(META, &encoded.head, &mut values);
    take(ROWS, &encoded.rows, &mut values);
    take(BODIES, &encoded.bodies, &mut values);
    take(RECORDS, &encoded.records, &mut values);
    take(OUTBOX, &encoded.outbox, &mut values);
    take(DELIVERIES, &encoded.deliveries, &mut values);
    let mut sealed = sealed::seal_all(key, values).await?.into_iter();
    give(&mut encoded.head, &mut sealed);
    give(&mut encoded.rows, &mut sealed);
    give(&mut encoded.bodies, &mut sealed);
    give(&mut encoded.records, &mut sealed);
    give(&mut encoded.outbox, &mut sealed);
    give(&mut encoded.deliveries, &mut sealed);
    Ok(())
}

pub(super) fn take<K: Display>(store: &str, puts: &[Put<K>], values: &mut Vec<(String, Bytes)>) {
    values.extend(
        puts.iter()
            .map(|Put(key, value)| (place(store, key), value.clone())),
    );
}

pub(super) fn give<K>(puts: &mut [Put<K>], sealed: &mut impl Iterator<Item = Bytes>) {
    for (put, value) in puts.iter_mut().zip(sealed) {
        put.1 = value;
    }
}

pub(super) async fn write(store: &IndexedDb, generation: u64, batch: Batch) -> Result<(), StorageTrouble> {
    let mut encoded = encode(&batch)?;
    seal(&mut encoded, store.key()).await?;
    let database = store.database()?;
    let known = known_head(store, generation).await?;
    if known.generation != generation {
        return Err(StorageTrouble::Overtaken);
    }
    let head = encoded.head.first().map(|Put(_, head)| head.to_vec());
    let transaction = begin(
        &database,
        &[META, ROWS, BODIES, RECORDS, OUTBOX, DELIVERIES],
        batch.strict,
    )?;
    let meta = open(&transaction, META)?;
    let found = sealed_head(&meta).await?;
    if found.map(|bytes| bytes.to_vec()) != known.sealed {
        // Dropping the transaction takes everything back; nothing was written so far.
        return Err(StorageTrouble::Overtaken);
    }
    if batch.clear {
        for name in [ROWS, BODIES, RECORDS, DELIVERIES] {
            let request = open(&transaction, name)?
                .clear()
                .map_err(|error| trouble(&error))?;
            drop(request);
        }
    }
    put_all(&open(&transaction, ROWS)?, encoded.rows)?;
    put_all(&open(&transaction, BODIES)?, encoded.bodies)?;
    for number in batch.delete_segments {
        delete(&open(&transaction, ROWS)?, number)?;
        delete(&open(&transaction, BODIES)?, number)?;
    }
    let records = open(&transaction, RECORDS)?;
    for key in batch.delete_records {
        delete(&records, key.to_string().as_str())?;
    }
    put_all(&records, encoded.records)?;
    let outbox = open(&transaction, OUTBOX)?;
    for (counter, id) in batch.delete_outbox {
        delete(&outbox, change_key(counter, id).as_str())?;
    }
    put_all(&outbox, encoded.outbox)?;
    let deliveries = open(&transaction, DELIVERIES)?;
    for (counter, id) in batch.delete_deliveries {
        delete(&deliveries, change_key(counter, id).as_str())?;
    }
    put_all(&deliveries, encoded.deliveries)?;
    put_all(&meta, encoded.head)?;
    drop((meta, records, outbox, deliveries));
    commit(transaction).await?;
    store.known_head.replace(Some(KnownHead {
        generation: batch.head.generation,
        sealed: head,
    }));
    Ok(())
}

/// The head that stands at this generation, as far as this tab knows, or else as it rests now.
async fn known_head(store: &IndexedDb, generation: u64) -> Result<KnownHead, StorageTrouble> {
    let known = store.known_head.borrow().clone();
    if let Some(known) = known.filter(|known| known.generation == generation) {
        return Ok(known);
    }
    let database = store.database()?;
    let transaction = database
        .transaction(META)
        .build()
        .map_err(|error| trouble(&error))?;
    let found = sealed_head(&open(&transaction, META)?).await?;
    drop(transaction);
    let sealed = found.as_ref().map(Bytes::to_vec);
    let head = sealed::open(store.key(), place(META, HEAD), found).await?;
    let head: Option<Head> = head.and_then(|bytes| soglia_json::from_slice(&bytes.to_vec()).ok());
    let generation = head.unwrap_or_default().generation;
    Ok(KnownHead { generation, sealed })
}

async fn sealed_head(meta: &ObjectStore<'_>) -> Result<Option<Bytes>, StorageTrouble> {
    meta.get::<Bytes, _, _>(HEAD)
        .primitive()
        .map_err(|error| trouble(&error))?
        .await
        .map_err(|error| trouble(&error))
}

pub(super) fn open<'a>(
    transaction: &'a Transaction<'_>,
    name: &str,
) -> Result<ObjectStore<'a>, StorageTrouble> {
    transaction.object_store(name).map_err(|error| trouble(&error))
}

/// The requests are not awaited one by one: one that fails takes the whole transaction back, and its completion is what
/// counts.
pub(super) fn put_all<K: TryToJs>(store: &ObjectStore<'_>, puts: Vec<Put<K>>) -> Result<(), StorageTrouble> {
    for Put(key, value) in puts {
        let request = store
            .put(value)
            .with_key(key)
            .without_key_type()
            .primitive()
            .map_err(|error| trouble(&error))?;
        drop(request);
    }
    Ok(())
}

fn delete<K>(store: &ObjectStore<'_>, key: K) -> Result<(), StorageTrouble>
where
    KeyRange<K>: TryToJs,
{
    let request = store
        .delete::<K, _>(KeyRange::Only(key))
        .primitive()
        .map_err(|error| trouble(&error))?;
    drop(request);
    Ok(())
}
