// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans: goals that two people write, words that somebody changes while they are being signed, an end that comes twice.
use super::{
    chosen::{content, one_of, words},
    pool::Pool,
};
use crate::{chance::Chance, device::Device};
use soglia_domain::{
    action::Action,
    answer::Answer,
    assessment::NeedDomain,
    id::{HouseholdId, PlanId},
    plan::{
        EndReason, FollowUpTime, Goal, GoalAnswer, GoalId, GoalOutcome, Plan, PlanAnswer, PlanPartId,
        PlanReviewId, PlanStateKind, Verb, text_hash,
    },
};

/// With a household that the device shows.
pub(super) fn deed(household: HouseholdId, chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    let Some(id) = one_of(chance, device, &pool.plans, pool.is_of_care) else {
        let id = PlanId(chance.id());
        pool.plans.push(id);
        let day = device.today();
        return Action::on(id, Verb::Begin { household, day });
    };
    let Some(plan) = content::<Plan>(device, id) else {
        return Action::on(id, Verb::Revise {});
    };
    let verb = match (plan.state.kind(), chance.below(10)) {
        (_, 0) => review(chance, device),
        (_, 1) => outcome(&plan, chance),
        (PlanStateKind::Draft, 2) => Verb::Say(PlanAnswer::Aim(Answer::Known(words(chance)))),
        (PlanStateKind::Draft, 3) => Verb::Say(PlanAnswer::Strengths(Answer::Known(words(chance)))),
        (PlanStateKind::Draft, 4) => Verb::DropGoal { goal: a_goal(chance) },
        (PlanStateKind::Draft, _) => towards_signing(&plan, chance, device),
        (PlanStateKind::Signed, 2..5) => Verb::Revise {},
        (PlanStateKind::Signed, _) => end(chance, device),
        (PlanStateKind::Ended, 2..8) => Verb::FollowUp {
            after: chance.one_of(&FollowUpTime::ALL),
            day: device.today(),
            words: words(chance),
        },
        (PlanStateKind::Ended, _) => end(chance, device),
    };
    Action::on(id, verb)
}

/// What a partner that follows the household writes into its plan; none where it sees none.
pub(super) fn of_a_partner(chance: &mut Chance, device: &Device, pool: &Pool) -> Option<Action> {
    let shown = super::chosen::shown(device, &pool.plans);
    if shown.is_empty() {
        return None;
    }
    let id = chance.one_of(&shown);
    let plan: Plan = content(device, id)?;
    let verb = if chance.happens(500) {
        outcome(&plan, chance)
    } else {
        review(chance, device)
    };
    Some(Action::on(id, verb))
}

fn a_goal(chance: &mut Chance) -> GoalId {
    GoalId(chance.below(3) as u32)
}

/// A goal, the consent to it, and the signature under the words as the device shows them.
fn towards_signing(plan: &Plan, chance: &mut Chance, device: &Device) -> Verb {
    let is_open = |goal: &&Goal| !goal.facts.consent.is_known();
    if plan.goals.is_empty() || chance.happens(150) {
        return Verb::AddGoal {
            goal: a_goal(chance),
            domain: NeedDomain::Housing,
            text: words(chance),
        };
    }
    if let Some(goal) = plan.goals.iter().find(is_open) {
        return Verb::SayOf {
            part: PlanPartId::Goal(goal.id),
            fact: GoalAnswer::Consent(Answer::Known(chance.happens(800))),
        };
    }
    Verb::Sign {
        day: device.today(),
        name: "Persona".to_owned(),
        image: None,
        text_hash: text_hash(plan),
    }
}

fn outcome(plan: &Plan, chance: &mut Chance) -> Verb {
    let goal = plan.goals.first().map_or(GoalId(0), |goal| goal.id);
    Verb::SayOf {
        part: PlanPartId::Goal(goal),
        fact: GoalAnswer::Outcome(Answer::Known(chance.one_of(&GoalOutcome::ALL))),
    }
}

fn review(chance: &mut Chance, device: &Device) -> Verb {
    Verb::Review {
        review: PlanReviewId(chance.below(4) as u32),
        day: device.today(),
        words: words(chance),
        next: chance
            .happens(300)
            .then(|| device.today().plus_days(1 + chance.below(30) as i64)),
    }
}

fn end(chance: &mut Chance, device: &Device) -> Verb {
    Verb::End {
        day: device.today(),
        reason: chance.one_of(&EndReason::ALL),
        destination: words(chance),
    }
}
