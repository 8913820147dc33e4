// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{answer::Answer, edit::EditOp};
use uuid::Uuid;

#[test]
fn what_is_said_about_people_never_reaches_a_log() {
    let household = HouseholdId(Uuid::nil());
    let income = HouseholdAnswer::NetMonthlyIncome(Answer::Known(Money::from_euro(1_234)));
    let said = [
        format!(
            "{:?}",
            Action::OpenHousehold {
                household,
                label: "Ionescu".to_owned()
            }
        ),
        format!(
            "{:?}",
            Action::RecordAnswer {
                household,
                answer: income.clone()
            }
        ),
        format!("{:?}", EditOp::SetHousehold(income)),
        format!("{:?}", EditOp::SetLabel("Ionescu".to_owned())),
    ];
    for said in said {
        assert!(!said.contains("Ionescu") && !said.contains("1234"), "{said}");
    }
}

#[test]
fn an_action_is_named_as_on_the_wire() {
    let household = HouseholdId(Uuid::nil());
    let action = Action::AddMember {
        household,
        member: MemberId(1),
    };
    let wire = serde_json::to_value(&action).expect("an action can be written");
    assert!(wire[action.key()].is_object());
}
