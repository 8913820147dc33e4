// SPDX-License-Identifier: AGPL-3.0-or-later
//! The people: who is followed, and what happens with them.
pub mod assessment;
pub mod assignee;
pub mod case;
pub mod diary_entry;
pub mod followed;
pub mod household;
pub mod plan;
pub mod referral;
pub mod task;
pub mod visit;
