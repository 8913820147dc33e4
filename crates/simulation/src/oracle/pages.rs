// SPDX-License-Identifier: AGPL-3.0-or-later
//! What must hold of everything that leaves the server, at any moment.
use soglia_domain::{author::Author, record::Stored, scope};
use soglia_ledger::store::{Outcome, Page, Store};
use std::collections::BTreeMap;

/// No page holds a record that its reader may not see at that moment, nor more of one than the reader is told. The store
/// finds the records of a page by marks of its own; here the records themselves are asked.
///
/// # Errors
/// Of the store.
pub(crate) async fn beyond_the_reader<S: Store>(
    store: &S,
    author: &Author,
    page: &Page,
) -> Outcome<Option<String>> {
    for body in &page.bodies {
        let Some(stored) = store.record(body.key).await? else {
            return Ok(Some(format!("{} is given and does not exist", body.key)));
        };
        let mut roots = BTreeMap::new();
        for root in stored.record.roots() {
            roots.extend(store.record(root).await?.map(|stored| (root, stored.record)));
        }
        if !scope::sees(author, &stored.record, |key| roots.get(&key)) {
            return Ok(Some(format!("{} is given to who may not see it", body.key)));
        }
        if serde_json::from_str::<Stored>(&body.text)? != scope::told(author, &stored) {
            return Ok(Some(format!("{} is given with what is not told", body.key)));
        }
    }
    Ok(None)
}
