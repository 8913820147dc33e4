// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with a plan. The two departments share it; a partner that sees the household reviews it too.
use super::{EndReason, FollowUpTime, GoalId, Plan, PlanReviewId};
use crate::{assessment::NeedDomain, id::HouseholdId, photo::PhotoId};
use soglia_kernel::{access::Roles, calendar::Day, key::Identity};

soglia_kernel::verbs! {
    /// What people do with a plan.
    pub enum Verb about Plan, said Anywhere {
        /// Begin one.
        begin Begin {
            /// Whose case.
            household: HouseholdId,
            /// The day on which it was begun.
            day: Day,
        } by Roles::TEAM, Anywhere, names [household.key()];
        /// Name one more goal.
        add_goal AddGoal {
            /// Drawn by the device.
            goal: GoalId,
            /// In which domain.
            domain: NeedDomain,
            /// The goal, in words that the household would use.
            text: String,
        } by Roles::TEAM, Anywhere;
        /// Take a goal out, while the plan is a draft.
        drop_goal DropGoal {
            /// Which.
            goal: GoalId,
        } by Roles::TEAM, Anywhere;
        /// Write down what was found when people looked at the plan again.
        review Review {
            /// Drawn by the device.
            review: PlanReviewId,
            /// The day of the review.
            day: Day,
            /// What was found.
            words: String,
            /// The day for which the next review is agreed.
            next: Option<Day>,
        } by Roles::TEAM_AND_PARTNER, Anywhere;
        /// Write down that the plan was signed.
        sign Sign {
            /// The day of the signature.
            day: Day,
            /// Who signed.
            name: String,
            /// The image of the signature. The image itself is delivered apart.
            image: Option<PhotoId>,
            /// The checksum of the words that lay before who signed: words that somebody changed meanwhile are not signed.
            text_hash: String,
        } by Roles::TEAM, Anywhere;
        /// Open a signed plan again. What was signed is kept.
        revise Revise {} by Roles::TEAM, Anywhere;
        /// End it.
        end End {
            /// The last day.
            day: Day,
            /// Why.
            reason: EndReason,
            /// Where the household went; empty where nobody knows.
            destination: String,
        } by Roles::TEAM, Anywhere;
        /// Write down how the household was some time after the end.
        follow_up FollowUp {
            /// How long after the end.
            after: FollowUpTime,
            /// The day on which somebody asked.
            day: Day,
            /// What was heard.
            words: String,
        } by Roles::TEAM, Anywhere;
    }
}
