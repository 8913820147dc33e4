// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a visit.
use soglia_kernel::calendar::Day;

soglia_kernel::refusals! {
    /// Why something about a visit is refused.
    pub enum Refusal {
        /// The visit is not known here, or not to be seen by the author.
        unknown_visit Unknown,
        /// It is a visit of somebody else's organisation.
        visit_of_others OfOthers,
        /// Who goes belongs to the City, and the visit to a partner, or the other way round.
        visit_wrong_side WrongSide,
        /// The day lies too far back.
        visit_too_far_back TooFarBack {
            /// The first day that is near enough.
            first: Day,
        },
        /// The day lies too far ahead.
        visit_too_far_ahead TooFarAhead {
            /// The last day that is near enough.
            last: Day,
        },
        /// A visit that ends before it began.
        visit_ends_before EndsBeforeItBegan,
        /// An hour that no day has.
        visit_no_such_hour NoSuchHour,
        /// It was held, given up or called off before.
        visit_over Over,
        /// Nobody tried yet, so it cannot be given up.
        visit_not_tried NotTried,
        /// A visit has at most this many attempts.
        too_many_attempts TooManyAttempts {
            /// The largest number.
            most: u32,
        },
        /// A visit has at most this many photos.
        visit_too_many_photos TooManyPhotos {
            /// The largest number.
            most: u32,
        },
        /// More people than were ever met at one visit.
        too_many_present TooManyPresent {
            /// The largest number.
            most: u32,
        },
    }
}
