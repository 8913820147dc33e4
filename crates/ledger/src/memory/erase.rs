// SPDX-License-Identifier: AGPL-3.0-or-later
//! Taking records out, and what lines say of them.
use super::Content;
use crate::store::{Erasing, LogEntry};
use soglia_domain::record::{Key, LogPosition};
use std::sync::Arc;

impl Content {
    pub(super) fn rooted_in(&self, roots: &[Key]) -> Vec<Key> {
        let records = self.records.iter();
        let rooted = records.filter(|(_, record)| record.roots.iter().any(|root| roots.contains(root)));
        rooted.map(|(key, _)| *key).collect()
    }

    pub(super) fn lines_about(&self, keys: &[Key]) -> Vec<LogPosition> {
        let lines = self.log.iter();
        let about = lines.filter(|line| line.touched.iter().any(|key| keys.contains(key)));
        about.map(|line| line.entry.position).collect()
    }

    /// What is kept of a text that did not come to stand: nothing where it names what was erased.
    pub(super) fn kept(&self, text: String) -> String {
        let names_erased = self.erased.keys().any(|key| text.contains(&key.id.to_string()));
        if names_erased { String::new() } else { text }
    }

    pub(super) fn erase(&mut self, erasing: &Erasing<'_>) {
        for key in erasing.keys {
            self.records.remove(key);
            self.erased.insert(*key, erasing.at);
            self.archive.remove(key);
            self.withdrawn.remove(key);
            self.reshown.remove(key);
        }
        let seen = self
            .partners
            .extract_if(.., |(_, key), _| erasing.keys.contains(key));
        let gone: Vec<_> = seen
            .map(|(whose, _)| (whose, (erasing.at, erasing.now_ms)))
            .collect();
        self.removals.extend(gone);
        self.views
            .retain(|(link, _)| !erasing.keys.iter().any(|key| key.id == link.0));
        for line in &mut self.log {
            if erasing.lines.contains(&line.entry.position) {
                line.entry = Arc::new(LogEntry {
                    action: String::new(),
                    edits: String::new(),
                    salt: String::new(),
                    ..line.entry.as_ref().clone()
                });
            }
        }
        for (_, rights) in self.people.values_mut() {
            *rights += 1;
        }
        let speaks = |text: &str| erasing.keys.iter().any(|key| text.contains(&key.id.to_string()));
        self.aside.retain(|_, aside| !speaks(&aside.text));
        for refused in self.refused.values_mut() {
            if speaks(&refused.text) {
                refused.text.clear();
            }
        }
    }
}
