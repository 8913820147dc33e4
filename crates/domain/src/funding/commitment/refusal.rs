// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a commitment.
use soglia_kernel::{calendar::Day, money::Money};

soglia_kernel::refusals! {
    /// Why something about a commitment is refused.
    pub enum Refusal {
        /// The commitment is not known here, or not to be seen by the author.
        unknown_commitment Unknown,
        /// It would pass what is left of the source.
        beyond_source BeyondSource {
            /// What is left.
            left: Money,
        },
        /// Nothing, or less, is set aside.
        nothing_committed Nothing,
        /// The last day for commitments of this source is over.
        past_deadline PastDeadline {
            /// That day.
            last: Day,
        },
        /// It was released before.
        commitment_released Released,
    }
}
