// SPDX-License-Identifier: AGPL-3.0-or-later
//! Needs assessments and support plans read as people speak.
use super::*;
use crate::{
    assessment_state, end_reason, follow_up_time, goal_outcome, need_domain, plan_state, urgency,
    written_value,
};
use soglia_domain::{
    assessment::{AssessmentState, NeedDomain, Urgency},
    calendar::Timestamp,
    id::PlanId,
    plan::{EndReason, FollowUpTime, GoalOutcome, PlanStateKind, Verb as PlanVerb},
};

#[test]
fn what_is_told_apart_has_a_name_of_its_own() {
    check_names(&NeedDomain::ALL, need_domain);
    check_names(&Urgency::ALL, urgency);
    let closed = AssessmentState::Closed {
        at: Timestamp::default(),
    };
    check_names(&[AssessmentState::Draft, closed], assessment_state);
    check_names(&PlanStateKind::ALL, plan_state);
    check_names(&GoalOutcome::ALL, goal_outcome);
    check_names(&EndReason::ALL, end_reason);
    check_names(&FollowUpTime::ALL, follow_up_time);
}

#[track_caller]
fn check_line(name: &str, italian: &str, english: &str) {
    let action = samples::actions()
        .into_iter()
        .find(|action| action.name() == name)
        .expect("every verb has a sample");
    assert_eq!(crate::action(&action, Language::Italian), italian);
    assert_eq!(crate::action(&action, Language::English), english);
}

#[test]
fn what_people_do_with_assessments_and_plans_is_one_line() {
    check_line(
        "assessment.begin",
        "Valutazione del bisogno: 20 marzo 2026",
        "Needs assessment: 20 March 2026",
    );
    check_line(
        "assessment.say",
        "Condizioni personali e sociali: 3",
        "Personal and social conditions: 3",
    );
    check_line(
        "assessment.close",
        "Valutazione del bisogno chiusa",
        "Needs assessment closed",
    );
    check_line(
        "plan.begin",
        "Piano individuale cominciato: 10 marzo 2025",
        "Support plan begun: 10 March 2025",
    );
    check_line(
        "plan.add_goal",
        "Nuovo obiettivo, Lavoro: Ionescu trova un lavoro stabile",
        "New goal, Work: Ionescu trova un lavoro stabile",
    );
    check_line(
        "plan.review",
        "Verifica del piano, 10 giugno 2025: Ionescu ha trovato un corso",
        "Review of the plan, 10 June 2025: Ionescu ha trovato un corso",
    );
    check_line(
        "plan.sign",
        "Piano firmato, 8 aprile 2025: Maria Ionescu",
        "Plan signed, 8 April 2025: Maria Ionescu",
    );
    check_line(
        "plan.end",
        "Piano concluso, 12 settembre 2025. Autonomia raggiunta: casa in affitto, con la sorella di Ionescu",
        "Plan ended, 12 September 2025. Independence reached: casa in affitto, con la sorella di Ionescu",
    );
    check_line(
        "plan.follow_up",
        "Sei mesi dopo la fine: Ionescu paga l’affitto da sé",
        "Six months after the end: Ionescu paga l’affitto da sé",
    );
}

#[test]
fn a_plan_signed_or_ended_without_words_leaves_no_colon_behind() {
    let verbs = [
        PlanVerb::Sign {
            day: samples::TODAY,
            name: " ".to_owned(),
            image: None,
            text_hash: String::new(),
        },
        PlanVerb::End {
            day: samples::TODAY,
            reason: EndReason::Moved,
            destination: String::new(),
        },
    ];
    for verb in verbs {
        for language in BOTH {
            let action = Action::on(PlanId(Default::default()), verb.clone());
            let line = crate::action(&action, language);
            check_words(&line);
            assert!(!line.ends_with(':'), "{line}");
        }
    }
}

#[test]
fn a_field_of_a_plan_is_called_by_its_question() {
    let name = |key: &str| field_name(PlanId::KIND, &FieldKey(key.to_owned()), Language::Italian);
    assert_eq!(name("aim"), "Obiettivo generale");
    assert_eq!(name("goals/7"), "Un obiettivo");
    assert_eq!(name("goals/7/due"), "Entro quando");
    assert_eq!(name("goals/7/of_a_newer_version"), "Un dato");
    assert_eq!(name("reviews/7"), "Verifica del piano");
}

#[test]
fn what_a_fact_writes_is_shown_beside_the_other_value() {
    for edit in samples::edits() {
        let kind = edit.record.kind.as_str();
        if ["assessment", "plan"].contains(&kind) && edit.op.stating().is_some() {
            for language in BOTH {
                check_words(&written_value(&edit.op, language));
            }
        }
    }
}
