// SPDX-License-Identifier: AGPL-3.0-or-later
//! One record, as somebody who asks for it may see it.
use soglia_domain::{
    author::Author,
    record::{Key, Stored},
    scope,
};
use soglia_ledger::store::{Outcome, Store};
use std::collections::BTreeMap;

/// The record as it is told to somebody; none where it is not there, or not theirs to see.
pub(super) async fn record<S: Store>(store: &S, author: &Author, key: Key) -> Outcome<Option<Stored>> {
    let Some(stored) = store.record(key).await? else {
        return Ok(None);
    };
    let mut roots = BTreeMap::new();
    for root in &stored.roots {
        if let Some(root) = store.record(*root).await? {
            roots.insert(root.key, root.record);
        }
    }
    let sees = scope::sees(author, &stored.record, |root| roots.get(&root));
    Ok(sees.then(|| scope::told(author, &stored)))
}
