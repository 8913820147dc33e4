// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of cases: how one goes from its opening to its end. Refusals and appeals stand in `appeals`, letters in `letters`, and
//! who may go from where to where in `table`.
mod appeals;
mod letters;
mod table;

use super::*;
use crate::{
    action::Action,
    answer::Answer,
    author::Role,
    context::{Decided, Known},
    household::{self, HouseholdAnswer},
    moment::Moment,
    money::Money,
    record::{Identity as _, LogPosition, beginning},
    rooms::Record,
    world::{FAMILY, NOW, OTHER_FAMILY, TODAY, act, answer, content, decided, decided_at, refused, world},
};
use soglia_kernel::{
    access::{Place, Roles},
    refusal::Refusal as Common,
    stored::Around,
    verb::Verb as _,
};
use uuid::Uuid;

const WORKER: Role = Role::SocialWorker;
const OFFICER: Role = Role::HousingOfficer;
const COORDINATOR: Role = Role::Coordinator;

const CASE: CaseId = CaseId(Uuid::from_u128(81));
const OTHER_CASE: CaseId = CaseId(Uuid::from_u128(82));

fn open(id: CaseId, household: HouseholdId) -> Action {
    Action::on(id, Verb::Open { household })
}

fn does(verb: Verb) -> Action {
    Action::on(CASE, verb)
}

fn on_to(to: CaseStageKind) -> Action {
    let (reason, due) = (String::new(), None);
    does(Verb::Advance { to, reason, due })
}

fn refuse(grounds: &[Requirement]) -> Action {
    does(Verb::Refuse {
        reason: " reddito sufficiente ".to_owned(),
        grounds: grounds.to_vec(),
    })
}

fn withdraw(reason: &str) -> Action {
    let reason = reason.to_owned();
    does(Verb::Withdraw { reason })
}

fn reassess(reason: &str, due: Day) -> Action {
    let reason = reason.to_owned();
    does(Verb::Reassess { reason, due })
}

fn conclude(conclusion: Conclusion, reason: &str) -> Action {
    does(Verb::Conclude {
        conclusion,
        destination: " casa propria ".to_owned(),
        reason: reason.to_owned(),
    })
}

fn case(known: &Known) -> &Case {
    content(known, CASE)
}

fn last(known: &Known) -> &Step {
    case(known).last().expect("it has a step")
}

/// A world in which a case is open.
fn opened() -> Known {
    let mut known = world();
    act(&mut known, WORKER, &open(CASE, FAMILY));
    known
}

/// A world in which a case stands at a stage, by the shortest way.
fn at(stage: CaseStageKind) -> Known {
    let mut known = opened();
    let forward = [
        CaseStageKind::Assessment,
        CaseStageKind::Project,
        CaseStageKind::Delivery,
    ];
    let way: Vec<Action> = match stage {
        CaseStageKind::Access => Vec::new(),
        CaseStageKind::Assessment => vec![on_to(forward[0])],
        CaseStageKind::Project => forward[..2].iter().copied().map(on_to).collect(),
        CaseStageKind::Delivery => forward.into_iter().map(on_to).collect(),
        CaseStageKind::Refused => vec![refuse(&[])],
        CaseStageKind::Appealed => vec![refuse(&[]), appeals::appeal(TODAY)],
        CaseStageKind::Withdrawn => vec![withdraw("casa trovata")],
        CaseStageKind::Concluded => {
            let end = conclude(Conclusion::Autonomy, "");
            forward.into_iter().map(on_to).chain([end]).collect()
        }
    };
    for action in way {
        act(&mut known, WORKER, &action);
    }
    known
}

#[test]
fn a_case_goes_from_the_first_contact_to_its_end_and_keeps_who_when_and_why() {
    let mut known = world();
    assert_eq!(act(&mut known, WORKER, &open(CASE, FAMILY)), 1);
    assert_eq!(case(&known).household, FAMILY);
    for (role, to) in [
        (WORKER, CaseStageKind::Assessment),
        (OFFICER, CaseStageKind::Project),
        (WORKER, CaseStageKind::Delivery),
    ] {
        assert_eq!(act(&mut known, role, &on_to(to)), 1);
        assert_eq!((case(&known).stage(), last(&known).role), (to, role));
    }
    act(&mut known, OFFICER, &conclude(Conclusion::MovedAway, " a Lodi "));
    let step = last(&known);
    let expected = CaseStage::Concluded {
        conclusion: Conclusion::MovedAway,
        destination: "casa propria".to_owned(),
    };
    assert_eq!((&step.stage, step.reason.as_str()), (&expected, "a Lodi"));
    assert_eq!((step.by_name.as_str(), step.at), ("Prova", NOW));
    let stages: Vec<_> = case(&known).steps.iter().map(|step| step.stage.kind()).collect();
    assert_eq!(stages[..4], CaseStageKind::ALL[..4]);
    refused(&known, WORKER, &open(CASE, FAMILY), Common::AlreadyExists);
}

#[test]
fn a_household_has_one_open_case_and_gets_another_once_that_one_is_over() {
    let second = open(OTHER_CASE, FAMILY);
    for stage in CaseStageKind::ALL {
        let mut known = at(stage);
        if stage.is_open() {
            refused(&known, OFFICER, &second, Refusal::OpenAlready);
        } else {
            act(&mut known, OFFICER, &second);
        }
    }
    let mut known = opened();
    act(&mut known, WORKER, &open(OTHER_CASE, OTHER_FAMILY));
}

#[test]
fn a_case_names_its_household_and_gathers_its_others_where_a_second_one_could_open() {
    let of_household = [(FAMILY.key(), CaseId::KIND)];
    for action in [open(CASE, FAMILY), appeals::appeal(TODAY)] {
        assert_eq!(action.verb.names(), [FAMILY.key()]);
        assert_eq!(action.verb.gathers(CASE.key()), of_household);
    }
    assert_eq!(
        Record::Case(samples::record()).roots(),
        [crate::samples::HOUSEHOLD.key()]
    );
}

#[test]
fn a_case_is_opened_for_a_household_in_view_that_counts() {
    let mut known = world();
    let join = household::Verb::Join { into: OTHER_FAMILY };
    act(&mut known, WORKER, &Action::on(FAMILY, join));
    refused(
        &known,
        WORKER,
        &open(CASE, FAMILY),
        household::Refusal::CaseJoined,
    );
    known.remove(&FAMILY.key());
    refused(&known, WORKER, &open(CASE, FAMILY), household::Refusal::Unknown);
}

#[test]
fn a_project_is_due_when_the_law_says_and_everything_else_when_somebody_says() {
    let mut known = at(CaseStageKind::Assessment);
    assert_eq!(last(&known).due, None);
    act(&mut known, WORKER, &on_to(CaseStageKind::Project));
    // Twenty working days from 20 March, without Easter Monday.
    assert_eq!(last(&known).due, Some(Day::constant(2026, 4, 20)));
    let delivery = |due| {
        let (to, reason) = (CaseStageKind::Delivery, "firmato".to_owned());
        does(Verb::Advance { to, reason, due })
    };
    refused(
        &known,
        WORKER,
        &delivery(Some(TODAY.plus_days(-1))),
        Common::EndsBeforeItBegins,
    );
    act(&mut known, WORKER, &delivery(Some(TODAY)));
    assert_eq!(last(&known).due, Some(TODAY));
}

#[test]
fn a_need_is_assessed_again_with_its_reason_and_its_day() {
    let mut known = at(CaseStageKind::Delivery);
    refused(&known, WORKER, &reassess("  ", TODAY), Common::ReasonMissing);
    let yesterday = TODAY.plus_days(-1);
    refused(
        &known,
        WORKER,
        &reassess("figlio", yesterday),
        Common::EndsBeforeItBegins,
    );
    act(&mut known, OFFICER, &reassess("figlio", TODAY));
    assert_eq!(case(&known).stage(), CaseStageKind::Assessment);
    assert_eq!(
        (last(&known).reason.as_str(), last(&known).due),
        ("figlio", Some(TODAY))
    );
    assert_eq!(case(&known).steps.len(), 5, "what was before stays");
}

#[test]
fn a_case_ends_with_its_reason_where_the_list_has_none() {
    let known = at(CaseStageKind::Delivery);
    refused(
        &known,
        WORKER,
        &conclude(Conclusion::Other, " "),
        Common::ReasonMissing,
    );
    assert!(decided(&known, WORKER, &conclude(Conclusion::Other, "decesso")).is_ok());
    for conclusion in [
        Conclusion::Autonomy,
        Conclusion::OtherService,
        Conclusion::MovedAway,
    ] {
        assert!(decided(&known, WORKER, &conclude(conclusion, "")).is_ok());
    }
    refused(&known, WORKER, &withdraw(" "), Common::ReasonMissing);
    refused(
        &known,
        WORKER,
        &withdraw(&"x".repeat(2_001)),
        Common::TextTooLong { most: 2_000 },
    );
}

#[test]
fn a_row_holds_where_a_case_stands_and_by_when() {
    let known = at(CaseStageKind::Project);
    let made = case(&known).clone();
    let stored = beginning(Record::Case(made.clone()), LogPosition(3));
    let row = Row::of(&made, &Around::of(&stored, false));
    assert_eq!(
        (row.stage, row.due),
        (CaseStageKind::Project, Some(Day::constant(2026, 4, 20)))
    );
    assert_eq!((row.root(), row.since), (Some(FAMILY.key()), NOW));
    // The last step counts in whatever order they came in.
    let mut mixed = made.clone();
    mixed.steps.reverse();
    assert_eq!(mixed.stage(), made.stage());
}
