// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a funding source.
use soglia_kernel::money::Money;

soglia_kernel::refusals! {
    /// Why something about a source is refused.
    pub enum Refusal {
        /// The source is not known here, or not to be seen by the author.
        unknown_source Unknown,
        /// The amount would fall below what is committed.
        below_commitments BelowCommitments {
            /// What is committed.
            committed: Money,
        },
        /// The source was closed before.
        source_closed Closed,
    }
}
