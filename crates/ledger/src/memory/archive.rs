// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is in nobody's sight.
use super::Content;
use crate::store::{Archived, Archiving};
use soglia_domain::{access::Roles, calendar::Day};

impl Content {
    pub(super) fn archive(&mut self, archiving: &Archiving<'_>) -> String {
        let year = Day::from_epoch_days(archiving.now_ms.div_euclid(86_400_000)).year();
        let n = self.archive_names.len() + 1;
        let name = self.archive_names.entry(archiving.root);
        let name = name.or_insert_with(|| format!("{year}-{n:03}")).clone();
        for key in archiving.keys {
            if let Some(record) = self.records.get_mut(key) {
                self.withdrawn.insert(*key, (archiving.at, record.roles));
                record.roles = Roles::NONE;
            }
            self.reshown.remove(key);
        }
        let archived = Archived {
            root: archiving.root,
            name: name.clone(),
            at_ms: archiving.now_ms,
            by: archiving.by,
        };
        self.archive.insert(archiving.root, archived);
        name
    }

    pub(super) fn reopen(&mut self, archiving: &Archiving<'_>) {
        self.archive.remove(&archiving.root);
        for key in archiving.keys {
            if let Some((_, roles)) = self.withdrawn.remove(key)
                && let Some(record) = self.records.get_mut(key)
            {
                record.roles = roles;
                self.reshown.insert(*key, archiving.at);
            }
        }
    }
}
