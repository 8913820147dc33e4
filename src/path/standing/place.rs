// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which case is shown, and what its decisions have in common.
use super::act::Act;
use crate::prelude::*;
use crate::{state::State, ui::ButtonKind};
use soglia_domain::{
    case::CaseStageKind,
    household::Household,
    id::{CaseId, HouseholdId},
};

/// The case that is shown, with its household.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) state: State,
    pub(super) id: CaseId,
    pub(super) of: HouseholdId,
    /// The household, for what a refusal rests on; none until it is read.
    pub(super) household: Memo<Option<Household>>,
}

/// One of the other decisions.
pub(super) fn other(place: Place, test: &'static str, label: &str, send: &'static str) -> Act {
    Act {
        name: format!("{test}-{}", place.id),
        test,
        label: label.to_owned(),
        send,
        kind: ButtonKind::Outline,
    }
}

/// What tests call a stage.
pub(super) const fn stage_key(stage: CaseStageKind) -> &'static str {
    match stage {
        CaseStageKind::Access => "access",
        CaseStageKind::Assessment => "assessment",
        CaseStageKind::Project => "project",
        CaseStageKind::Delivery => "delivery",
        CaseStageKind::Refused => "refused",
        CaseStageKind::Appealed => "appealed",
        CaseStageKind::Withdrawn => "withdrawn",
        CaseStageKind::Concluded => "concluded",
    }
}
