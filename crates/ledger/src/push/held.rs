// SPDX-License-Identifier: AGPL-3.0-or-later
//! A record inside the transaction.
use soglia_domain::{access::Audience, id::DeviceId, record::Stored};

/// A record inside the transaction.
#[derive(Default)]
pub(crate) struct Held {
    pub(crate) stored: Option<Stored>,
    /// The device that created it.
    pub(crate) creator: Option<DeviceId>,
    /// Who saw it before the transaction, by itself.
    pub(crate) before: Option<Audience>,
    pub(crate) dirty: bool,
}
