// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a case.
use super::{Case, CasePart, CaseStage, CaseStageKind, Conclusion, Refusal, Step, Verb};
use crate::{
    context::Known,
    finding::Requirement,
    samples::{AT, BY_NAME, CASE, HOUSEHOLD, PERSON, TODAY, broken},
};
use soglia_kernel::{
    author::Role,
    calendar::Day,
    edit::Edit,
    every,
    key::Identity,
    samples::{Pieces, choosings},
};

/// A last day.
const DUE: Day = Day::constant(2026, 4, 20);

/// Why a household is refused.
const REASON: &str = "Ionescu può sostenere un affitto di mercato.";

/// A step that led to a stage.
fn step(number: u16, stage: CaseStage) -> Step {
    Step {
        number,
        stage,
        reason: REASON.to_owned(),
        due: Some(DUE),
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        role: Role::SocialWorker,
        at: AT,
    }
}

/// A case that was refused, taken on after an appeal, and came to its end.
pub fn record() -> Case {
    let stages = [
        CaseStage::Access,
        CaseStage::Assessment,
        refused(),
        CaseStage::Appealed { received: TODAY },
        CaseStage::Assessment,
        CaseStage::Project,
        CaseStage::Delivery,
        concluded(),
    ];
    Case {
        id: CASE,
        household: HOUSEHOLD,
        steps: (1..)
            .zip(stages)
            .map(|(number, stage)| step(number, stage))
            .collect(),
    }
}

fn refused() -> CaseStage {
    CaseStage::Refused {
        grounds: vec![Requirement::MarketNotAffordable],
    }
}

fn concluded() -> CaseStage {
    CaseStage::Concluded {
        conclusion: Conclusion::OtherService,
        destination: "comunità che segue Ionescu".to_owned(),
    }
}

/// One of every stage.
pub fn stages() -> Vec<CaseStage> {
    every!(CaseStage {
        Access => CaseStage::Access,
        Assessment => CaseStage::Assessment,
        Project => CaseStage::Project,
        Delivery => CaseStage::Delivery,
        Refused => refused(),
        Appealed => CaseStage::Appealed { received: TODAY },
        Withdrawn => CaseStage::Withdrawn,
        Concluded => concluded(),
    })
}

/// A step to every stage, under the numbers of the record.
fn parts() -> Vec<CasePart> {
    let steps = (1..).zip(stages()).map(|(number, stage)| step(number, stage));
    steps.map(|step| CasePart::Step(Box::new(step))).collect()
}

/// Every verb.
pub fn verbs() -> Vec<Verb> {
    let mut choices = choosings("created").into_iter().map(Verb::Resolve);
    let choice = choices.next();
    let mut verbs = every!(Verb {
        Resolve => choice.expect("there are choices"),
        Open => Verb::Open { household: HOUSEHOLD },
        Advance => Verb::Advance {
            to: CaseStageKind::Project,
            reason: "Ionescu è d’accordo".to_owned(),
            due: Some(DUE),
        },
        Refuse => Verb::Refuse {
            reason: REASON.to_owned(),
            grounds: vec![Requirement::MarketNotAffordable],
        },
        Withdraw => Verb::Withdraw { reason: "Ionescu ha trovato casa".to_owned() },
        Appeal => Verb::Appeal {
            household: HOUSEHOLD,
            received: TODAY,
            reason: "Ionescu ha perso il lavoro".to_owned(),
        },
        AnswerAppeal => Verb::AnswerAppeal {
            accepted: true,
            reason: "il reddito di Ionescu è cambiato".to_owned(),
        },
        Reassess => Verb::Reassess {
            reason: "in casa Ionescu è nato un figlio".to_owned(),
            due: DUE,
        },
        Conclude => Verb::Conclude {
            conclusion: Conclusion::OtherService,
            destination: "comunità che segue Ionescu".to_owned(),
            reason: "Ionescu ha un posto dal primo maggio".to_owned(),
        },
    });
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<Case>> {
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: Vec::new(),
        part_facts: Vec::new(),
        parts: parts(),
        states: Vec::new(),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        OpenAlready => Refusal::OpenAlready,
        StageNotReachable => Refusal::StageNotReachable { from: CaseStageKind::Project },
        AppealOpen => Refusal::AppealOpen,
        AppealTooLate => Refusal::AppealTooLate { last: DUE },
        AppealAnswered => Refusal::AppealAnswered,
        OfAnotherHousehold => Refusal::OfAnotherHousehold,
        GroundNotFound => Refusal::GroundNotFound { requirement: Requirement::MarketNotAffordable },
    })
}

/// All of them are seen alike.
pub fn shown() -> Vec<(&'static str, Case)> {
    vec![("any", record())]
}

/// What does not hold about a case.
pub fn invariants(case: &Case, known: &Known) -> Vec<&'static str> {
    let numbered = (1..).zip(&case.steps).all(|(number, step)| step.number == number);
    let follow = case.steps.windows(2).all(|pair| {
        let [from, to] = [&pair[0], &pair[1]].map(|step| step.stage.kind());
        from.leads_to().contains(&to)
    });
    let begins = case.steps.first().map(|step| step.stage.kind());
    let others = known.of_root::<Case>(case.household.key());
    let n_open = others.filter(|other| other.stage().is_open()).count();
    let appealed = case.steps.windows(2).all(|pair| match &pair[1].stage {
        CaseStage::Appealed { received } => pair[0].due.is_some_and(|last| *received <= last),
        CaseStage::Access
        | CaseStage::Assessment
        | CaseStage::Project
        | CaseStage::Delivery
        | CaseStage::Refused { .. }
        | CaseStage::Withdrawn
        | CaseStage::Concluded { .. } => true,
    });
    broken(&[
        (numbered, "the steps of a case count from one"),
        (
            begins == Some(CaseStageKind::Access) && follow,
            "every step of a case follows from the one before",
        ),
        (n_open <= 1, "a household has one open case"),
        (appealed, "an appeal comes before its last day"),
    ])
}
