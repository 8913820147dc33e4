// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with a case. The two departments carry it together; whether an appeal holds may also be said by the
//! coordination, which did not refuse.
//!
//! A household has one open case. Who opens one, or an old one again, gathers all of the household: only the server has
//! them together, so of two that were opened without a network it refuses the second.
use super::{Case, CaseStageKind, Conclusion};
use crate::{
    finding::Requirement,
    id::{CaseId, HouseholdId},
};
use soglia_kernel::{access::Roles, calendar::Day, key::Identity};

soglia_kernel::verbs! {
    /// What people do with a case.
    pub enum Verb about Case, said Anywhere {
        /// Open a case.
        open Open {
            /// Whose.
            household: HouseholdId,
        } by Roles::TEAM, Anywhere, names [household.key()], gathers [(household.key(), CaseId::KIND)];
        /// Go on to the next stage. It is named, so that two who go on without seeing each other go on once.
        advance Advance {
            /// To which.
            to: CaseStageKind,
            /// Why, where there is something to say.
            reason: String,
            /// Until when that stage is to be done; none where nobody said.
            due: Option<Day>,
        } by Roles::TEAM, Anywhere;
        /// Refuse the household.
        refuse Refuse {
            /// Why.
            reason: String,
            /// The conditions that are not met, where the refusal rests on some.
            grounds: Vec<Requirement>,
        } by Roles::TEAM, Anywhere;
        /// Close the case because it was taken back.
        withdraw Withdraw {
            /// Why.
            reason: String,
        } by Roles::TEAM, Anywhere;
        /// Write down that the household asked to have its refusal looked at again.
        appeal Appeal {
            /// Whose case.
            household: HouseholdId,
            /// The day on which it asked.
            received: Day,
            /// Why, as the household says it.
            reason: String,
        } by Roles::TEAM, Anywhere, names [household.key()], gathers [(household.key(), CaseId::KIND)];
        /// Say whether an appeal holds.
        answer_appeal AnswerAppeal {
            /// Whether it does: then the need is assessed again.
            accepted: bool,
            /// Why.
            reason: String,
        } by Roles::CITY, Anywhere;
        /// Assess the need again.
        reassess Reassess {
            /// Why.
            reason: String,
            /// Until when.
            due: Day,
        } by Roles::TEAM, Anywhere;
        /// End the case.
        conclude Conclude {
            /// Why.
            conclusion: Conclusion,
            /// Where the household goes from here.
            destination: String,
            /// In words, where there is more to say.
            reason: String,
        } by Roles::TEAM, Anywhere;
    }
}
