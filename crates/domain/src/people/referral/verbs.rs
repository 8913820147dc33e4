// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with a referral. The departments send, the partner answers, and either ends what was accepted.
use super::Referral;
use crate::id::{HouseholdId, OrganisationId, ReferralId};
use soglia_kernel::{access::Roles, author::Role, calendar::Day, key::Identity};

/// Who answers: those of the partner to which it is sent, because nobody else sees it.
const PARTNER: Roles = Roles::of(&[Role::ManagingPartner]);

soglia_kernel::verbs! {
    /// What people do with a referral.
    pub enum Verb about Referral, said Anywhere {
        /// Send a household to a partner.
        send Send {
            /// Who is sent.
            household: HouseholdId,
            /// To which partner.
            to: OrganisationId,
            /// The partner's name.
            to_name: String,
            /// Why, and what the partner is to do.
            reason: String,
            /// The last day for its answer.
            answer_by: Day,
        } by Roles::TEAM, Anywhere, names [household.key()];
        /// Take the household on.
        accept Accept {} by PARTNER, Anywhere;
        /// Not take it on.
        refuse Refuse {
            /// Why.
            reason: String,
        } by PARTNER, Anywhere;
        /// Take the referral back before it is answered.
        withdraw Withdraw {
            /// Why.
            reason: String,
        } by Roles::TEAM, Anywhere;
        /// End what was accepted.
        end End {
            /// Why.
            reason: String,
        } by Roles::TEAM_AND_PARTNER, Anywhere;
        /// Send the household on to another partner: the referral before ends with it, or is taken back.
        transfer Transfer {
            /// The referral before.
            from: ReferralId,
            /// To which partner.
            to: OrganisationId,
            /// The partner's name.
            to_name: String,
            /// Why, and what the partner is to do.
            reason: String,
            /// The last day for its answer.
            answer_by: Day,
        } by Roles::TEAM, Anywhere, names [from.key()];
    }
}
