// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a plan.
use soglia_kernel::calendar::Day;

soglia_kernel::refusals! {
    /// Why something about a plan is refused.
    pub enum Refusal {
        /// The plan is not known here, or not to be seen by the author.
        unknown_plan Unknown,
        /// The plan has no such goal.
        unknown_goal UnknownGoal,
        /// The plan is signed: its words are those that were signed.
        plan_signed Signed,
        /// The plan is over.
        plan_ended Ended,
        /// The plan is not over.
        plan_not_ended NotEnded,
        /// A plan has at most this many goals.
        too_many_goals TooManyGoals {
            /// The largest number.
            most: u32,
        },
        /// A plan has at most this many reviews.
        too_many_plan_reviews TooManyReviews {
            /// The largest number.
            most: u32,
        },
        /// A goal, a review or a follow-up without words says nothing.
        plan_words_missing WordsMissing,
        /// The day lies before what it follows from.
        plan_day_too_early TooEarly {
            /// The first day that is possible.
            first: Day,
        },
        /// The next review does not lie after this one.
        next_review_not_after NextNotAfter,
        /// A plan without goals is not signed.
        plan_without_goals NoGoals,
        /// A goal is not signed before the person said whether they agree.
        goal_consent_missing ConsentMissing,
        /// The words are not those that lay before who signed.
        plan_text_changed TextChanged,
        /// The follow-up is written already.
        follow_up_written FollowUpWritten,
    }
}
