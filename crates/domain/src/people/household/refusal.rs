// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a household.
use crate::tax_code::TaxCodeError;

soglia_kernel::refusals! {
    /// Why something about a household is refused.
    pub enum Refusal {
        /// The household is not known here, or not to be seen by the author.
        unknown_household Unknown,
        /// The household has no such member.
        unknown_member UnknownMember,
        /// A household has at most this many members.
        too_many_members TooManyMembers {
            /// The largest number.
            most: u32,
        },
        /// An attestation has at most this many pages.
        too_many_pages TooManyPages {
            /// The largest number.
            most: u32,
        },
        /// The tax code is not one.
        tax_code TaxCode {
            /// What is wrong with it.
            error: TaxCodeError,
        },
        /// The tax code says another day of birth than the one written.
        tax_code_birth_date TaxCodeBirthDate,
        /// The case was joined to another one, which counts in its place.
        case_joined CaseJoined,
        /// A case with open offers cannot be joined to another one.
        offers_open OffersOpen,
        /// A case with open referrals cannot be joined to another one.
        referrals_open ReferralsOpen,
    }
}
