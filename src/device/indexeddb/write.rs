// SPDX-License-Identifier: AGPL-3.0-or-later
//! Writing: one transaction, begun only when everything is encoded and sealed, and given up when another tab was quicker.
use super::{
    BODIES, DELIVERIES, GENERATION, HEAD, IndexedDb, META, OUTBOX, RECORDS, ROWS, begin, bytes::Bytes,
    commit, read::number, sealed, sealed::place, trouble,
};
use crate::device::crypto::DataKey;
use indexed_db_futures::{
    KeyRange, object_store::ObjectStore, prelude::*, primitive::TryToJs, transaction::Transaction,
};
use soglia_domain::id::ChangeId;
use soglia_sync::storage::{Batch, StorageTrouble};
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
    let mut head = Vec::new();
    if !batch.head_follows {
        let bytes = soglia_json::to_vec(&batch.head).map_err(|_| StorageTrouble::Failed)?;
        head.push(Put(HEAD, Bytes::of(bytes.as_slice())));
    }
    Ok(Encoded {
        head,
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
    let transaction = begin(&database, &stores_of(&batch), batch.strict)?;
    let meta = open(&transaction, META)?;
    if standing(&meta).await? != generation {
        // Dropping the transaction takes everything back; nothing was written so far.
        return Err(StorageTrouble::Overtaken);
    }
    put_all(&meta, encoded.head)?;
    put_all(&meta, vec![Put(GENERATION, mark(batch.head.generation))])?;
    drop(meta);
    if batch.clear {
        for name in [ROWS, BODIES, RECORDS, DELIVERIES] {
            let request = open(&transaction, name)?
                .clear()
                .map_err(|error| trouble(&error))?;
            drop(request);
        }
    }
    for number in batch.delete_segments {
        delete(&open(&transaction, ROWS)?, number)?;
        delete(&open(&transaction, BODIES)?, number)?;
    }
    for key in batch.delete_records {
        delete(&open(&transaction, RECORDS)?, key.to_string().as_str())?;
    }
    for (store, gone) in [
        (OUTBOX, batch.delete_outbox),
        (DELIVERIES, batch.delete_deliveries),
    ] {
        for (counter, id) in gone {
            delete(&open(&transaction, store)?, change_key(counter, id).as_str())?;
        }
    }
    put_into(&transaction, ROWS, encoded.rows)?;
    put_into(&transaction, BODIES, encoded.bodies)?;
    put_into(&transaction, RECORDS, encoded.records)?;
    put_into(&transaction, OUTBOX, encoded.outbox)?;
    put_into(&transaction, DELIVERIES, encoded.deliveries)?;
    commit(transaction).await
}

/// The stores that a batch is about: a save waits for no other, and holds up no other.
fn stores_of(batch: &Batch) -> Vec<&'static str> {
    let touched = [
        (META, true),
        (
            ROWS,
            !batch.put_segments.is_empty() || !batch.delete_segments.is_empty(),
        ),
        (
            BODIES,
            !batch.put_segments.is_empty() || !batch.delete_segments.is_empty(),
        ),
        (
            RECORDS,
            !batch.put_records.is_empty() || !batch.delete_records.is_empty(),
        ),
        (
            OUTBOX,
            !batch.put_outbox.is_empty() || !batch.delete_outbox.is_empty(),
        ),
        (
            DELIVERIES,
            !batch.put_deliveries.is_empty() || !batch.delete_deliveries.is_empty(),
        ),
    ];
    touched
        .into_iter()
        .filter(|(store, is_touched)| *is_touched || (batch.clear && *store != OUTBOX))
        .map(|(store, _)| store)
        .collect()
}

/// The generation that stands, inside a transaction.
async fn standing(meta: &ObjectStore<'_>) -> Result<u64, StorageTrouble> {
    let mark = meta
        .get::<Bytes, _, _>(GENERATION)
        .primitive()
        .map_err(|error| trouble(&error))?
        .await
        .map_err(|error| trouble(&error))?;
    Ok(number(mark))
}

fn mark(generation: u64) -> Bytes {
    Bytes::of(generation.to_le_bytes().as_slice())
}

fn put_into<K: TryToJs>(
    transaction: &Transaction<'_>,
    name: &str,
    puts: Vec<Put<K>>,
) -> Result<(), StorageTrouble> {
    if puts.is_empty() {
        return Ok(());
    }
    put_all(&open(transaction, name)?, puts)
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
