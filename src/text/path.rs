// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the way of a household.
pub mod assessments;
pub mod plan;
pub mod referrals;
pub mod standing;
pub mod tasks;
pub mod visits;

use crate::text::texts;

texts! {
    path: "Percorso", "Path";
}
