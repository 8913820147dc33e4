// SPDX-License-Identifier: AGPL-3.0-or-later
//! One review of a plan: what was found when people looked at it again.
use serde::{Deserialize, Serialize};
use soglia_kernel::{author::Role, calendar::Day};
use std::fmt;

/// A review within one plan: a number drawn by the device, unique in that plan only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct PlanReviewId(pub u32);

impl fmt::Display for PlanReviewId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One review of a plan. It is written once, and read by everybody who sees the plan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanReview {
    /// Number inside the plan.
    pub id: PlanReviewId,
    /// The day of the review, in Milan.
    pub day: Day,
    /// Name of who wrote it.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// What was found.
    pub words: String,
    /// The day for which the next review is agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Day>,
}

impl fmt::Debug for PlanReview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PlanReview({}, {})", self.id, self.day)
    }
}
