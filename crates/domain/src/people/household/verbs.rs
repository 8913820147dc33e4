// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with a household and its case. The two departments share it; a partner reads.
use super::Household;
use crate::{
    id::{HouseholdId, MemberId},
    photo::{Photo, PhotoId},
};
use soglia_kernel::{access::Roles, key::Identity};

soglia_kernel::verbs! {
    /// What people do with a household.
    pub enum Verb about Household, said Anywhere {
        /// Take in a household.
        open Open {
            /// Name by which colleagues call it.
            label: String,
        } by Roles::TEAM, Anywhere;
        /// Name one more member.
        add_member AddMember {
            /// Drawn by the device.
            member: MemberId,
        } by Roles::TEAM, Anywhere;
        /// Take out a member entered by mistake.
        remove_member RemoveMember {
            /// Who.
            member: MemberId,
        } by Roles::TEAM, Anywhere;
        /// Add a page of the ISEE attestation. The image itself is delivered apart.
        add_page AddPage {
            /// The photo of the page.
            page: Photo,
        } by Roles::TEAM, Anywhere;
        /// Take a page out.
        remove_page RemovePage {
            /// Which one.
            page: PhotoId,
        } by Roles::TEAM, Anywhere;
        /// Say that a case opened a second time is the same household: from now on the other case counts. Nothing is
        /// copied and nothing is deleted, so it can be undone.
        join Join {
            /// The case that counts.
            into: HouseholdId,
        } by Roles::TEAM, Anywhere, names [into.key()];
        /// Undo a joining.
        separate Separate {} by Roles::TEAM, Anywhere;
        /// Say that two households that look alike are two.
        tell_apart TellApart {
            /// The other.
            other: HouseholdId,
        } by Roles::TEAM, Anywhere, names [other.key()];
    }
}
