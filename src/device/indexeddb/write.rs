// SPDX-License-Identifier: AGPL-3.0-or-later
//! Writing: one transaction, begun only when everything is encoded, and given up when another tab was quicker.
use super::{BODIES, DELIVERIES, HEAD, META, OUTBOX, RECORDS, ROWS, begin, bytes::Bytes, commit, trouble};
use indexed_db_futures::{
    KeyRange, database::Database, object_store::ObjectStore, prelude::*, primitive::TryToJs,
    transaction::Transaction,
};
use soglia_domain::id::ChangeId;
use soglia_sync::storage::{Batch, Head, StorageTrouble};

/// One value to put, already in the browser's own memory.
struct Put<K>(K, Bytes);

struct Encoded {
    head: Bytes,
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
    let head = soglia_sync::json::to_vec(&batch.head).map_err(|_| StorageTrouble::Failed)?;
    Ok(Encoded {
        head: Bytes::of(head.as_slice()),
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

pub(super) async fn write(database: &Database, generation: u64, batch: Batch) -> Result<(), StorageTrouble> {
    let encoded = encode(&batch)?;
    let transaction = begin(
        database,
        &[META, ROWS, BODIES, RECORDS, OUTBOX, DELIVERIES],
        batch.strict,
    )?;
    let meta = open(&transaction, META)?;
    let head = meta
        .get::<Bytes, _, _>(HEAD)
        .primitive()
        .map_err(|error| trouble(&error))?
        .await
        .map_err(|error| trouble(&error))?;
    let found: Option<Head> = head.and_then(|bytes| soglia_sync::json::from_slice(&bytes.to_vec()).ok());
    if found.unwrap_or_default().generation != generation {
        // Dropping the transaction takes everything back; nothing was written so far.
        return Err(StorageTrouble::Overtaken);
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
    put_all(&meta, vec![Put(HEAD, encoded.head)])?;
    drop((meta, records, outbox, deliveries));
    commit(transaction).await
}

fn open<'a>(transaction: &'a Transaction<'_>, name: &str) -> Result<ObjectStore<'a>, StorageTrouble> {
    transaction.object_store(name).map_err(|error| trouble(&error))
}

/// The requests are not awaited one by one: one that fails takes the whole transaction back, and its completion is what
/// counts.
fn put_all<K: TryToJs>(store: &ObjectStore<'_>, puts: Vec<Put<K>>) -> Result<(), StorageTrouble> {
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
