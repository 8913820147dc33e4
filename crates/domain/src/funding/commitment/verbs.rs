// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with commitments. The server decides, by its clock and its sum.
use super::Commitment;
use crate::id::{CommitmentId, DwellingId, FundingSourceId};
use soglia_kernel::{access::Roles, author::Role, key::Identity, money::Money};

/// Who commits money.
const COORDINATION: Roles = Roles::of(&[Role::Coordinator]);

soglia_kernel::verbs! {
    /// What people do with a commitment.
    pub enum Verb about Commitment, said Server {
        /// Set money of a source aside.
        commit Commit {
            /// Of which source.
            source: FundingSourceId,
            /// How much.
            amount: Money,
            /// For what.
            purpose: String,
            /// For which dwelling, where it is for one.
            dwelling: Option<DwellingId>,
        } by COORDINATION, Server,
            names [source.key()].into_iter().chain(dwelling.map(Identity::key)),
            gathers [(source.key(), CommitmentId::KIND)];
        /// Make the money free again.
        release Release {
            /// Why.
            reason: String,
        } by COORDINATION, Server;
    }
}
