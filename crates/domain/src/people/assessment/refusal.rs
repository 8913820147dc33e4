// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about an assessment.

soglia_kernel::refusals! {
    /// Why something about an assessment is refused.
    pub enum Refusal {
        /// The assessment is not known here, or not to be seen by the author.
        unknown_assessment Unknown,
        /// The assessment is closed: what is new belongs into a new one.
        assessment_closed Closed,
        /// No domain has a level.
        nothing_assessed NothingAssessed,
        /// It presses, and nobody said why.
        urgency_without_reason UrgencyWithoutReason,
    }
}
