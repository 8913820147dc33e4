// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a referral.
use super::state::ReferralStateKind;

soglia_kernel::refusals! {
    /// Why something about a referral is refused.
    pub enum Refusal {
        /// The referral is not known here, or not to be seen by the author.
        unknown_referral Unknown,
        /// The household is with that partner already, or waits for its answer.
        referred_already SentAlready,
        /// It goes somewhere else from where it stands now.
        referral_state_not_reachable NotReachable {
            /// Where it stands.
            from: ReferralStateKind,
        },
    }
}
