// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about an entry of the diary.

soglia_kernel::refusals! {
    /// Why something about an entry is refused.
    pub enum Refusal {
        /// The entry is not known here, or not to be seen by the author.
        unknown_entry Unknown,
        /// An entry without words says nothing.
        entry_empty Empty,
        /// An entry of another case cannot be corrected here.
        entry_of_another_case OfAnotherCase,
        /// A correction is read by who read what it corrects.
        correction_narrower CorrectionNarrower,
        /// The circle is one in which the author does not stand.
        circle_not_yours CircleNotYours,
    }
}
