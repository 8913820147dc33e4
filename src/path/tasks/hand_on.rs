// SPDX-License-Identifier: AGPL-3.0-or-later
//! Handing a task on to somebody else.
use super::{Asking, for_whom};
use crate::prelude::*;
use crate::{session::may::author, text::path::tasks as text};
use soglia_domain::{
    action::Action,
    assignee::Assignee,
    id::TaskId,
    task::{Task, TaskFact, Verb},
};

pub(super) const HAND_ON: &str = "task-hand-on";

/// Saying for whom it is.
pub(super) const fn handed(to: Assignee) -> Verb {
    Verb::Say(TaskFact::Assignee(to))
}

/// The form. Partners are among those to choose from where they see the task already.
pub(super) fn hand_on_form(asking: Asking, id: TaskId, task: Memo<Option<Task>>) -> AnyView {
    let is_shared = task.with_untracked(|task| task.as_ref().is_some_and(Task::is_shared));
    let whom = for_whom::field(asking, HAND_ON, true, is_shared).required(text::whom_missing());
    let (chosen, me) = (whom.clone(), author());
    let on_send = Callback::new(move |()| {
        let to = for_whom::chosen(&chosen, me.as_ref());
        asking.act(Action::on(id, handed(to)));
    });
    asking.form(HAND_ON, vec![whom], text::save_hand_on(), on_send)
}
