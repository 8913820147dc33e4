// SPDX-License-Identifier: AGPL-3.0-or-later
//! Cases: a household has one that is open, and two people lead it to different ends at once.
use super::{
    chosen::{content, due, one_of, words},
    pool::Pool,
};
use crate::{chance::Chance, device::Device};
use soglia_domain::{
    action::Action,
    case::{Case, CaseStageKind, Conclusion, Verb},
    id::{CaseId, HouseholdId},
};

/// With a household that the device shows.
pub(super) fn deed(household: HouseholdId, chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    let Some(id) = one_of(chance, device, &pool.cases, pool.is_of_care) else {
        let id = CaseId(chance.id());
        pool.cases.push(id);
        return Action::on(id, Verb::Open { household });
    };
    let case: Option<Case> = content(device, id);
    let stage = case.as_ref().map_or(CaseStageKind::Access, Case::stage);
    let household = case.map_or(household, |case| case.household);
    let verb = match chance.below(10) {
        2 if pool.is_of_care => onward(stage, household, chance, device),
        0 => Verb::Advance {
            to: chance.one_of(&CaseStageKind::ALL),
            reason: words(chance),
            due: Some(due(chance)),
        },
        1 | 2 => Verb::Refuse {
            reason: words(chance),
            grounds: Vec::new(),
        },
        3 => Verb::Withdraw {
            reason: words(chance),
        },
        4 => Verb::Reassess {
            reason: words(chance),
            due: due(chance),
        },
        5 => conclude(chance),
        _ => onward(stage, household, chance, device),
    };
    Action::on(id, verb)
}

/// What comes next from where the case stands for the device.
fn onward(stage: CaseStageKind, household: HouseholdId, chance: &mut Chance, device: &Device) -> Verb {
    match stage {
        CaseStageKind::Access | CaseStageKind::Assessment | CaseStageKind::Project => Verb::Advance {
            to: stage.next().map_or(stage, |next| next.kind()),
            reason: String::new(),
            due: None,
        },
        CaseStageKind::Delivery => conclude(chance),
        CaseStageKind::Refused => Verb::Appeal {
            household,
            received: device.today(),
            reason: words(chance),
        },
        CaseStageKind::Appealed => Verb::AnswerAppeal {
            accepted: chance.happens(500),
            reason: words(chance),
        },
        // Over: whoever comes again gets a case of its own, and this one is left as it is.
        CaseStageKind::Withdrawn | CaseStageKind::Concluded => Verb::Reassess {
            reason: words(chance),
            due: due(chance),
        },
    }
}

fn conclude(chance: &mut Chance) -> Verb {
    Verb::Conclude {
        conclusion: chance.one_of(&Conclusion::ALL),
        destination: words(chance),
        reason: words(chance),
    }
}
