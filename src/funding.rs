// SPDX-License-Identifier: AGPL-3.0-or-later
//! The money: sources and what is committed of them. Everything here is asked on the device and decided by the server.
mod amounts;
mod ask;
mod asking;
mod commitments;
mod list;
mod source;

pub use list::page;
pub use source::page as source_page;

use crate::session::may::{is_told_whole, may};
use soglia_domain::{commitment::Verb as CommitmentVerb, id::FundingSourceId, record::Identity as _};

/// Whether the person at work sees the money.
pub fn sees_funding() -> bool {
    is_told_whole(FundingSourceId::KIND)
}

/// Whether the person at work keeps the money.
fn keeps_money() -> bool {
    may(CommitmentVerb::Release {
        reason: String::new(),
    })
}
