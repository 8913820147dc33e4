// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a shared link.

soglia_kernel::refusals! {
    /// Why something about a shared link is refused.
    pub enum Refusal {
        /// The link is not known here, or not to be seen by the author.
        unknown_shared_link Unknown,
        /// What the device sent is no hash of a token.
        shared_link_no_hash NoHash,
        /// The person whose case it shows did not agree, or that stands nowhere.
        shared_link_no_consent NoConsent,
        /// Somebody agreed on a day that is still to come.
        shared_link_consent_to_come ConsentToCome,
        /// It would last longer than a link may.
        shared_link_too_long TooLong {
            /// The last day that is near enough.
            last: soglia_kernel::calendar::Day,
        },
    }
}
