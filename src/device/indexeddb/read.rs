// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading: a start asks for everything it needs in one transaction, all requests at once.
use super::{BODIES, DELIVERIES, HEAD, META, OUTBOX, RECORDS, ROWS, bytes::Bytes, trouble};
use indexed_db_futures::{
    KeyRange, database::Database, object_store::ObjectStore, prelude::*, primitive::TryToJs,
};
use soglia_sync::{
    segment::{body_range, table_range},
    storage::{Loaded, StorageTrouble},
};

macro_rules! tried {
    ($result:expr) => {
        $result.map_err(|error| trouble(&error))?
    };
}

pub(super) async fn load(database: &Database) -> Result<Loaded, StorageTrouble> {
    let transaction = tried!(
        database
            .transaction([META, ROWS, RECORDS, OUTBOX, DELIVERIES])
            .build()
    );
    let store = |name| transaction.object_store(name).map_err(|error| trouble(&error));
    let (meta, rows, records) = (store(META)?, store(ROWS)?, store(RECORDS)?);
    let (outbox, deliveries) = (store(OUTBOX)?, store(DELIVERIES)?);

    // Requests go out when they are made; awaiting them one after another costs nothing more.
    let head = tried!(meta.get::<Bytes, _, _>(HEAD).primitive());
    let row_keys = tried!(rows.get_all_keys::<u32>().primitive());
    let row_values = tried!(rows.get_all::<Bytes>().primitive());
    let record_keys = tried!(records.get_all_keys::<String>().primitive());
    let record_values = tried!(records.get_all::<Bytes>().primitive());
    let outbox_values = tried!(outbox.get_all::<Bytes>().primitive());
    let delivery_values = tried!(deliveries.get_all::<Bytes>().primitive());

    let head = tried!(head.await).and_then(|bytes| soglia_sync::json::from_slice(&bytes.to_vec()).ok());
    let row_keys = tried!(row_keys.await);
    let row_values = tried!(row_values.await);
    let mut segments = Vec::with_capacity(row_keys.len());
    for (key, value) in row_keys.zip(row_values) {
        segments.push((tried!(key), tried!(value).to_vec()));
    }
    let record_keys = tried!(record_keys.await);
    let record_values = tried!(record_values.await);
    let mut singles = Vec::with_capacity(record_keys.len());
    for (key, value) in record_keys.zip(record_values) {
        if let Ok(key) = tried!(key).parse() {
            singles.push((key, tried!(value).to_vec()));
        }
    }
    let mut changes = Vec::new();
    for value in tried!(outbox_values.await) {
        changes.push(tried!(value).to_vec());
    }
    let mut arrived = Vec::new();
    for value in tried!(delivery_values.await) {
        arrived.push(tried!(value).to_vec());
    }
    Ok(Loaded {
        head,
        segments,
        records: singles,
        outbox: changes,
        deliveries: arrived,
    })
}

pub(super) async fn one<K>(
    database: &Database,
    store: &str,
    key: K,
) -> Result<Option<Vec<u8>>, StorageTrouble>
where
    KeyRange<K>: TryToJs,
{
    let value = value(database, store, key).await?;
    Ok(value.map(|bytes| bytes.to_vec()))
}

/// One body out of a segment: the other bodies are never copied.
pub(super) async fn body(
    database: &Database,
    segment: u32,
    at: usize,
) -> Result<Option<Vec<u8>>, StorageTrouble> {
    let Some(bodies) = value(database, BODIES, segment).await? else {
        return Ok(None);
    };
    let part = |range: std::ops::Range<usize>| bodies.part(range);
    Ok(body_range(&part(table_range(at))).map(part))
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
