// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a case stands, and where it goes from there. The stages of an open case are the processes of the Lombard
//! guidelines for the social record: access and orientation, assessment of the need, individual project, delivery, and
//! the conclusion at their end.
use crate::finding::Requirement;
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::Day;

/// Where a case stands, with what belongs to it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CaseStage {
    /// Somebody came and is listened to.
    Access,
    /// The need is being assessed.
    Assessment,
    /// The project is written with the household.
    Project,
    /// The project is under way.
    Delivery,
    /// Not taken on.
    Refused {
        /// The conditions that are not met, as far as the refusal rests on some.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        grounds: Vec<Requirement>,
    },
    /// The household asked to have the refusal looked at again.
    Appealed {
        /// The day on which it asked.
        received: Day,
    },
    /// Taken back before its end.
    Withdrawn,
    /// At its end.
    Concluded {
        /// Why.
        conclusion: Conclusion,
        /// Where the household goes from here, in words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        destination: String,
    },
}

impl CaseStage {
    /// The stage without what it carries.
    pub const fn kind(&self) -> CaseStageKind {
        match self {
            Self::Access => CaseStageKind::Access,
            Self::Assessment => CaseStageKind::Assessment,
            Self::Project => CaseStageKind::Project,
            Self::Delivery => CaseStageKind::Delivery,
            Self::Refused { .. } => CaseStageKind::Refused,
            Self::Appealed { .. } => CaseStageKind::Appealed,
            Self::Withdrawn => CaseStageKind::Withdrawn,
            Self::Concluded { .. } => CaseStageKind::Concluded,
        }
    }
}

impl std::fmt::Debug for CaseStage {
    /// The stage alone: where a household goes, and what it lacks, is about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.kind().fmt(f)
    }
}

/// Where a case stands without what belongs to it: for rows, filters and verbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CaseStageKind {
    /// Somebody came and is listened to.
    Access,
    /// The need is being assessed.
    Assessment,
    /// The project is written.
    Project,
    /// The project is under way.
    Delivery,
    /// Not taken on.
    Refused,
    /// To be looked at again.
    Appealed,
    /// Taken back.
    Withdrawn,
    /// At its end.
    Concluded,
}

impl CaseStageKind {
    /// All of them, in the order in which a case goes through them.
    pub const ALL: [Self; 8] = [
        Self::Access,
        Self::Assessment,
        Self::Project,
        Self::Delivery,
        Self::Refused,
        Self::Appealed,
        Self::Withdrawn,
        Self::Concluded,
    ];

    /// Where a case goes from here, the usual way first.
    pub const fn leads_to(self) -> &'static [Self] {
        match self {
            Self::Access => &[Self::Assessment, Self::Refused, Self::Withdrawn],
            Self::Assessment => &[Self::Project, Self::Refused, Self::Withdrawn],
            Self::Project => &[Self::Delivery, Self::Assessment, Self::Refused, Self::Withdrawn],
            Self::Delivery => &[Self::Concluded, Self::Assessment, Self::Refused, Self::Withdrawn],
            Self::Refused => &[Self::Appealed],
            Self::Appealed => &[Self::Assessment, Self::Refused, Self::Withdrawn],
            // Whoever comes again gets a case of its own, so that this one stays as it was.
            Self::Withdrawn | Self::Concluded => &[],
        }
    }

    /// The stage of the work that comes next when all goes well; none from where only a decision of its own leads on.
    pub const fn next(self) -> Option<CaseStage> {
        match self {
            Self::Access => Some(CaseStage::Assessment),
            Self::Assessment => Some(CaseStage::Project),
            Self::Project => Some(CaseStage::Delivery),
            Self::Delivery | Self::Refused | Self::Appealed | Self::Withdrawn | Self::Concluded => None,
        }
    }

    /// Whether somebody still works on the case.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Access | Self::Assessment | Self::Project | Self::Delivery | Self::Appealed => true,
            Self::Refused | Self::Withdrawn | Self::Concluded => false,
        }
    }
}

/// Why a case came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// The household goes on by itself.
    Autonomy,
    /// Another service follows it.
    OtherService,
    /// It moved away.
    MovedAway,
    /// Something else, in words.
    Other,
}

impl Conclusion {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Autonomy, Self::OtherService, Self::MovedAway, Self::Other];
}
