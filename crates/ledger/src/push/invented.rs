// SPDX-License-Identifier: AGPL-3.0-or-later
//! Invented records, filled in beside the log.
use super::batch::Batch;
use crate::store::Write;
use soglia_domain::record::Key;

impl<W: Write> Batch<W> {
    /// Marks records as invented. Where it is asked for, forgets which device wrote which field: no device has seen
    /// these records so far, so nobody's view of them can be older, and it saves a line for every field.
    pub fn mark_as_demonstration(&mut self, forgets: impl Fn(Key) -> bool) {
        for (key, held) in &mut self.held {
            let Some(stored) = &mut held.stored else { continue };
            stored.record.mark_as_demonstration();
            if forgets(*key) {
                stored.created = stored.position;
                stored.revisions.clear();
            }
        }
    }
}
