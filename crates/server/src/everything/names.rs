// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people, organisations and records are called.
use crate::store::Backend;
use serde_json::Value;
use soglia_domain::{
    calendar::Timestamp,
    record::{Key, Stored},
};
use soglia_ledger::store::{Accounts as _, Outcome, Store as _};
use soglia_wording::{self as wording, Language};
use std::collections::BTreeMap;

/// What people, organisations and records are called, by identity.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<String, String>);

impl Names {
    pub(super) fn of(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }

    fn add(&mut self, id: impl ToString, name: &str) {
        if !name.is_empty() {
            self.0.insert(id.to_string(), name.to_owned());
        }
    }
}

/// What everybody and everything is called that the records name.
pub(super) async fn names(store: &Backend, records: &[Stored], language: Language) -> Outcome<Names> {
    let mut names = Names::default();
    for account in store.accounts().await? {
        names.add(account.author.organisation, &account.author.organisation_name);
        names.add(account.author.person, &account.author.name);
        if let Some(acting) = account.acting {
            names.add(acting.organisation, &acting.organisation_name);
        }
    }
    for stored in records {
        let content = serde_json::to_value(&stored.record)?;
        let content = content
            .as_object()
            .and_then(|kinds| kinds.values().next())
            .cloned();
        let content = content.unwrap_or_default();
        if let (Some(to), Some(name)) = (content["to"].as_str(), content["to_name"].as_str()) {
            names.add(to, name);
        }
        if let (Some(dwelling), Some(code)) =
            (content["dwelling"].as_str(), content["dwelling_code"].as_str())
        {
            names.add(dwelling, code);
        }
        names.add(stored.key.id, &title(stored.key, &content, language));
        for link in stored.record.links() {
            if names.of(&link.id.to_string()).is_none()
                && let Some(other) = store.record(link).await?
                && let Some(code) = serde_json::to_value(&other.record)?["dwelling"]["code"].as_str()
            {
                names.add(link.id, code);
            }
        }
    }
    Ok(names)
}

/// What a record is called: its name, or its kind and the day it is about.
fn title(key: Key, content: &Value, language: Language) -> String {
    let kind = wording::kind_name(key.kind, language);
    if let Some(label) = content["facts"]["label"].as_str() {
        return label.to_owned();
    }
    let day = [&content["day"], &content["begun"]]
        .into_iter()
        .find_map(|day| serde_json::from_value(day.clone()).ok());
    let at = serde_json::from_value(content["at"].clone()).map(Timestamp::day);
    match day.or(at.ok()) {
        Some(day) => format!("{kind}, {}", wording::day(day, language)),
        None => kind.to_owned(),
    }
}
