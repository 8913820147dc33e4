// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who may go from where to where: what the table of stages does not have is refused, and so is who it is not for.
use super::*;

/// Every verb from every stage: what the table does not have is refused, and says from where.
#[test]
fn a_case_goes_where_the_table_leads_and_nowhere_else() {
    let refusal = refuse(&[]);
    let answer = appeals::answer(true);
    let moves = [
        (on_to(CaseStageKind::Assessment), vec![CaseStageKind::Access]),
        (on_to(CaseStageKind::Project), vec![CaseStageKind::Assessment]),
        (on_to(CaseStageKind::Delivery), vec![CaseStageKind::Project]),
        (refusal, CaseStageKind::ALL[..4].to_vec()),
        (appeals::appeal(TODAY), vec![CaseStageKind::Refused]),
        (answer, vec![CaseStageKind::Appealed]),
        (
            reassess("nuovo figlio", TODAY),
            vec![CaseStageKind::Project, CaseStageKind::Delivery],
        ),
        (conclude(Conclusion::Autonomy, ""), vec![CaseStageKind::Delivery]),
        (
            withdraw("casa trovata"),
            CaseStageKind::ALL
                .into_iter()
                .filter(|stage| stage.is_open())
                .collect(),
        ),
    ];
    for from in CaseStageKind::ALL {
        let known = at(from);
        for (action, allowed) in &moves {
            let decided = decided(&known, WORKER, action);
            if allowed.contains(&from) {
                assert!(decided.is_ok(), "{from:?} {action:?}: {decided:?}");
                continue;
            }
            let expected = [Refusal::StageNotReachable { from }, Refusal::AppealOpen];
            let expected: [Decided; 2] = expected.map(|refusal| Err(refusal.into()));
            assert!(expected.contains(&decided), "{from:?} {action:?}: {decided:?}");
        }
    }
    for verb in [
        CaseStageKind::Access,
        CaseStageKind::Refused,
        CaseStageKind::Concluded,
    ] {
        let from = CaseStageKind::Delivery;
        refused(
            &at(from),
            WORKER,
            &on_to(verb),
            Refusal::StageNotReachable { from },
        );
    }
}

/// Two tablets without a network go on to the assessment; one of them has gone further when the other one arrives.
#[test]
fn who_goes_on_without_having_seen_a_colleague_does_not_undo_what_was_done() {
    let known = at(CaseStageKind::Project);
    let from = CaseStageKind::Project;
    let late = on_to(CaseStageKind::Assessment);
    refused(&known, WORKER, &late, Refusal::StageNotReachable { from });
}

#[test]
fn the_departments_carry_a_case_and_a_partner_neither_reads_nor_writes_it() {
    for verb in samples::verbs() {
        let who = verb.who();
        assert_eq!(who.place, Place::Anywhere, "{verb:?}");
        let expected = match verb {
            Verb::AnswerAppeal { .. } => Roles::CITY,
            Verb::Resolve(_) | Verb::Say(_) | Verb::SayOf { .. } => Roles::NONE,
            Verb::Open { .. }
            | Verb::Advance { .. }
            | Verb::Refuse { .. }
            | Verb::Withdraw { .. }
            | Verb::Appeal { .. }
            | Verb::Reassess { .. }
            | Verb::Conclude { .. } => Roles::TEAM,
        };
        assert_eq!(who.roles, expected, "{verb:?}");
    }
    for role in [Role::ManagingPartner, COORDINATOR] {
        refused(&world(), role, &open(CASE, FAMILY), Common::NotYourTask { role });
    }
}

#[test]
fn what_is_not_known_goes_nowhere() {
    for action in [
        on_to(CaseStageKind::Project),
        refuse(&[]),
        withdraw("errore"),
        appeals::answer(false),
    ] {
        refused(&world(), WORKER, &action, Refusal::Unknown);
    }
}
