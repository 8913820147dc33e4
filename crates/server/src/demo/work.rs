// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is going on in the cases that have a diary: where they stand, who goes where this week, and what is to be done. The
//! days lie around the day on which the demonstration begins, so that it always opens in the middle of a week's work.
use super::{
    chance::Chance,
    days::Days,
    entries::{Followed, Written},
    people,
    rounds::{Rounds, working_day},
};
use soglia_domain::{
    action::Action,
    assignee::{Assignee, Colleague},
    author::{Author, Role},
    calendar::{Day, Timestamp},
    case::{CaseStageKind, Verb as CaseVerb},
    id::{CaseId, TaskId, VisitId},
    task::{TaskKind, Verb as TaskVerb},
};

/// What the people who follow a case have to do.
const TO_DO: [(TaskKind, &str); 4] = [
    (TaskKind::Call, "Richiamare per l’appuntamento al patronato."),
    (TaskKind::FindOut, "Farsi dare l’attestazione ISEE di quest’anno."),
    (TaskKind::Other, "Portare la planimetria alla prossima visita."),
    (TaskKind::Call, "Sentire la scuola per il posto a settembre."),
];

/// What the social services ask of the housing department.
const ASKED: (TaskKind, &str) = (
    TaskKind::CheckTitle,
    "Verificare il titolo per la casa popolare: manca la data della domanda di prima.",
);

/// The stages a case went through, in order.
const STAGES: [CaseStageKind; 3] = [
    CaseStageKind::Assessment,
    CaseStageKind::Project,
    CaseStageKind::Delivery,
];

/// What is going on in one case, the oldest first. Everything was written down on the last morning before the beginning.
pub(super) fn draw(
    chance: &mut Chance,
    (days, begins): (Days, Day),
    n: usize,
    followed: &Followed,
    rounds: &mut Rounds,
) -> Vec<Written> {
    let mut at = Timestamp {
        ms: days.working_morning_ms(1).max(followed.after.ms) + chance.between(60, 7_200) * 1_000,
        counter: 0,
    };
    let worker = &followed.author;
    let mut written = Vec::new();
    let mut does = |action: Action, author: &Author| {
        at.ms += 30_000;
        written.push(Written {
            action,
            author: author.clone(),
            at,
        });
    };
    let household = followed.household;
    let case = CaseId(chance.uuid());
    does(Action::on(case, CaseVerb::Open { household }), worker);
    for to in STAGES.into_iter().take(n % 4) {
        let due = working_day(begins.plus_days(chance.between(2, 40)));
        let reason = String::new();
        does(
            Action::on(
                case,
                CaseVerb::Advance {
                    to,
                    reason,
                    due: Some(due),
                },
            ),
            worker,
        );
    }
    if let Some(verb) = rounds.next(begins, followed) {
        does(Action::on(VisitId(chance.uuid()), verb), worker);
    }
    let due = |chance: &mut Chance| working_day(begins.plus_days(chance.between(0, 9)));
    if n.is_multiple_of(2) {
        let (what, text) = *chance.pick(&TO_DO);
        let verb = ask(
            followed,
            what,
            text,
            due(chance),
            Assignee::Person(Colleague::of(worker)),
        );
        does(Action::on(TaskId(chance.uuid()), verb), worker);
    }
    if n % 5 == 1 {
        let (what, text) = ASKED;
        let verb = ask(
            followed,
            what,
            text,
            due(chance),
            Assignee::Role(Role::HousingOfficer),
        );
        does(Action::on(TaskId(chance.uuid()), verb), worker);
    }
    if followed.is_with_partner {
        let text = "Mostrare l’alloggio e scrivere che cosa ne pensa il nucleo.";
        let verb = ask(
            followed,
            TaskKind::Other,
            text,
            due(chance),
            Assignee::Role(Role::ManagingPartner),
        );
        does(Action::on(TaskId(chance.uuid()), verb), &people::officer());
    }
    written
}

fn ask(followed: &Followed, what: TaskKind, text: &str, due: Day, assignee: Assignee) -> TaskVerb {
    TaskVerb::Ask {
        household: followed.household,
        what,
        about: None,
        text: text.to_owned(),
        due,
        assignee,
    }
}
