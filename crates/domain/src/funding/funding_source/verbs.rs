// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with a funding source. The server decides: what is said of the amount must agree with what is committed.
use super::{FundingSource, SourceKind};
use soglia_kernel::{access::Roles, author::Role, calendar::Day, money::Money};

/// Who keeps the money.
const COORDINATION: Roles = Roles::of(&[Role::Coordinator]);

soglia_kernel::verbs! {
    /// What people do with a funding source.
    pub enum Verb about FundingSource, said Server {
        /// Open a source.
        open Open {
            /// Name by which people call it.
            name: String,
            /// Of which kind.
            kind: SourceKind,
            /// How much there is.
            amount: Money,
            /// The last day on which it can be committed; none while it is open.
            committed_by: Option<Day>,
        } by COORDINATION, Server;
        /// Commit nothing more of it.
        close Close {
            /// Why.
            reason: String,
        } by COORDINATION, Server;
    }
}
