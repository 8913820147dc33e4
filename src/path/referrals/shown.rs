// SPDX-License-Identifier: AGPL-3.0-or-later
//! What of a referral is shown, and to whom.
use super::partners::Partners;
use soglia_domain::id::ReferralId;

/// What is shown, and how.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) id: ReferralId,
    /// The partners to whom it can go on; none for whoever does not send.
    pub(super) known: Option<Partners>,
    /// Whether it is for the partner: it reads the name of the household, and the City that of the partner.
    pub(super) is_partner: bool,
}
