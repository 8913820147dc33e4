// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is new, for whoever waits for it: the end of the order, and that devices were revoked.
use soglia_domain::record::LogPosition;
use std::sync::Arc;
use tokio::sync::watch;

/// What was last heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Latest {
    /// The end of the order.
    pub(crate) head: LogPosition,
    /// Grows with every device that is revoked.
    pub(crate) n_revocations: u64,
}

/// Where commits are told and heard, those of other processes too.
#[derive(Clone)]
pub(crate) struct News(Arc<watch::Sender<Latest>>);

impl Default for News {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(Latest::default())))
    }
}

impl News {
    /// Hears from now on.
    pub(crate) fn listen(&self) -> watch::Receiver<Latest> {
        self.0.subscribe()
    }

    /// Whether anybody listens.
    pub(super) fn is_heard(&self) -> bool {
        self.0.receiver_count() > 0
    }

    /// The order goes up to here. What comes late tells nothing new.
    pub(super) fn reached(&self, head: LogPosition) {
        self.0.send_if_modified(|latest| {
            let is_new = latest.head < head;
            latest.head = latest.head.max(head);
            is_new
        });
    }

    /// A device was revoked.
    pub(super) fn revoked(&self) {
        self.0.send_modify(|latest| latest.n_revocations += 1);
    }
}
