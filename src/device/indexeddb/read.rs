// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading: a start asks for everything it needs in one transaction, all requests at once, and opens what came side by
//! side.
use super::{
    BODIES, DELIVERIES, GENERATION, HEAD, IndexedDb, META, OUTBOX, RECORDS, ROWS, bytes::Bytes, sealed,
    sealed::place, trouble,
};
use indexed_db_futures::{
    KeyRange,
    database::Database,
    object_store::ObjectStore,
    prelude::*,
    primitive::{TryFromJs, TryToJs},
};
use soglia_sync::{
    segment::{body_range, table_range},
    storage::{Head, Loaded, StorageTrouble},
};
use std::fmt::Display;

macro_rules! tried {
    ($result:expr) => {
        $result.map_err(|error| trouble(&error))?
    };
}

/// Values of one store with their keys, in the order of the keys.
type Pairs<K> = Vec<(K, Bytes)>;

pub(super) async fn load(store: &IndexedDb) -> Result<Loaded, StorageTrouble> {
    let database = store.database()?;
    let transaction = tried!(
        database
            .transaction([META, ROWS, RECORDS, OUTBOX, DELIVERIES])
            .build()
    );
    let open = |name| transaction.object_store(name).map_err(|error| trouble(&error));
    // Requests go out together; awaiting them one after another costs nothing more.
    let meta = open(META)?;
    let head = tried!(meta.get::<Bytes, _, _>(HEAD).primitive());
    let mark = tried!(meta.get::<Bytes, _, _>(GENERATION).primitive());
    let (rows, records) = (open(ROWS)?, open(RECORDS)?);
    let (outbox, deliveries) = (open(OUTBOX)?, open(DELIVERIES)?);
    let (rows, records, outbox, deliveries) = futures::try_join!(
        pairs::<u32>(&rows),
        pairs::<String>(&records),
        pairs::<String>(&outbox),
        pairs::<String>(&deliveries),
    )?;
    let head = tried!(head.await);
    let generation = number(tried!(mark.await));
    drop(meta);
    drop(transaction);

    let mut sealed = Vec::with_capacity(1 + rows.len() + records.len() + outbox.len() + deliveries.len());
    sealed.extend(head.map(|head| (place(META, HEAD), head)));
    let has_head = !sealed.is_empty();
    let row_keys = keys_apart(ROWS, rows, &mut sealed);
    let record_keys = keys_apart(RECORDS, records, &mut sealed);
    let n_changes = keys_apart(OUTBOX, outbox, &mut sealed).len();
    keys_apart(DELIVERIES, deliveries, &mut sealed);

    let mut opened = sealed::open_all(store.key(), sealed)
        .await?
        .into_iter()
        .map(|bytes| bytes.to_vec());
    let head = if has_head { opened.next() } else { None };
    let head: Option<Head> = head.and_then(|bytes| soglia_json::from_slice(&bytes).ok());
    let is_written = head.is_some() || generation > 0;
    let head = is_written.then(|| Head {
        generation,
        ..head.unwrap_or_default()
    });
    let segments = row_keys.into_iter().zip(opened.by_ref()).collect();
    let records = record_keys
        .into_iter()
        .zip(opened.by_ref())
        .filter_map(|(key, bytes)| Some((key.parse().ok()?, bytes)))
        .collect();
    let outbox = opened.by_ref().take(n_changes).collect();
    Ok(Loaded {
        head,
        segments,
        records,
        outbox,
        deliveries: opened.collect(),
    })
}

/// The generation that stands.
pub(super) async fn generation(store: &IndexedDb) -> Result<u64, StorageTrouble> {
    Ok(number(value(&store.database()?, META, GENERATION).await?))
}

/// A generation as it rests; none in a store that was never written.
pub(super) fn number(mark: Option<Bytes>) -> u64 {
    let bytes = mark.and_then(|mark| mark.to_vec().try_into().ok());
    bytes.map_or(0, u64::from_le_bytes)
}

/// The keys by themselves; the values go to those that wait to be opened.
fn keys_apart<K: Display>(store: &str, pairs: Pairs<K>, values: &mut Vec<(String, Bytes)>) -> Vec<K> {
    pairs
        .into_iter()
        .map(|(key, value)| {
            values.push((place(store, &key), value));
            key
        })
        .collect()
}

/// Keys and values of a store, as they rest.
pub(super) async fn pairs<K: TryFromJs>(store: &ObjectStore<'_>) -> Result<Pairs<K>, StorageTrouble> {
    let keys = tried!(store.get_all_keys::<K>().primitive());
    let values = tried!(store.get_all::<Bytes>().primitive());
    let keys = tried!(keys.await);
    let values = tried!(values.await);
    let mut pairs = Vec::with_capacity(keys.len());
    for (key, value) in keys.zip(values) {
        pairs.push((tried!(key), tried!(value)));
    }
    Ok(pairs)
}

/// One value, opened.
pub(super) async fn one<K>(store: &IndexedDb, name: &str, key: K) -> Result<Option<Bytes>, StorageTrouble>
where
    KeyRange<K>: TryToJs,
    K: Display,
{
    let place = place(name, &key);
    let value = value(&store.database()?, name, key).await?;
    sealed::open(store.key(), place, value).await
}

/// One body out of a segment: the other bodies are never copied, and those of the segment last read stay open, because
/// people go from one record to its neighbour.
pub(super) async fn body(
    store: &IndexedDb,
    segment: u32,
    at: usize,
) -> Result<Option<Vec<u8>>, StorageTrouble> {
    let Some(bodies) = bodies(store, segment).await? else {
        return Ok(None);
    };
    let part = |range: std::ops::Range<usize>| bodies.part(range);
    Ok(body_range(&part(table_range(at))).map(part))
}

async fn bodies(store: &IndexedDb, segment: u32) -> Result<Option<Bytes>, StorageTrouble> {
    if let Some(bodies) = store.open_bodies(segment) {
        return Ok(Some(bodies));
    }
    let bodies = one(store, BODIES, segment).await?;
    if let Some(bodies) = &bodies {
        store.keep_open(segment, bodies.clone());
    }
    Ok(bodies)
}

async fn value<K>(database: &Database, store: &str, key: K) -> Result<Option<Bytes>, StorageTrouble>
where
    KeyRange<K>: TryToJs,
{
    let transaction = tried!(database.transaction(store).build());
    let store: ObjectStore = tried!(transaction.object_store(store));
    let request = tried!(store.get::<Bytes, K, _>(KeyRange::Only(key)).primitive());
    Ok(tried!(request.await))
}
