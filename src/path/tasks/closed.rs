// SPDX-License-Identifier: AGPL-3.0-or-later
//! A task that is over: what came of it, who said so, and the way to take it up again.
use super::Asking;
use crate::prelude::*;
use crate::{
    session::may::may,
    text::{language, path::tasks as text},
    ui::{Button, ButtonKind, StateTag, Tone},
};
use soglia_domain::{
    action::Action,
    id::TaskId,
    record::Identity as _,
    rooms::Room as _,
    task::{Task, TaskState, TaskStateKind, Verb},
};
use soglia_wording as wording;

/// One line of those that are over.
pub(super) fn line(id: TaskId) -> AnyView {
    let asking = Asking::about(id.key());
    let open = asking.state.record(move || id.key());
    let state = move || {
        let is_done = asking.state.rows.with(|rows| {
            rows.row::<Task>(id.key())
                .is_some_and(|row| row.state == TaskStateKind::Done)
        });
        if is_done { "done" } else { "dropped" }
    };
    let told = live(move || {
        open.with(|open| {
            let task = open.here().and_then(|shown| Task::of(&shown.stored.record));
            task.map(|task| told(asking, task)).into_any()
        })
    });
    let reopen = may(Verb::Reopen {}).then(|| {
        let reopen = move |()| asking.act(Action::on(id, Verb::Reopen {}));
        view! { <Button kind=ButtonKind::Plain test="task-reopen" on_click=reopen>{text::reopen()}</Button> }
    });
    view! {
        <li class="path-line" data-test="task" data-state=state>
            {told}
            {reopen}
            {asking.why()}
        </li>
    }
}

fn told(asking: Asking, task: &Task) -> AnyView {
    let moment = |at| wording::moment(asking.state.local_ms(at), language());
    let (tone, words, who) = match &task.state {
        TaskState::Open => return ().into_any(),
        TaskState::Done {
            at,
            by_name,
            role,
            answer,
        } => {
            let role = wording::role(*role, language());
            let who = format!("{by_name}, {role}, {}", moment(*at));
            (Tone::Good, answer.clone(), who)
        }
        TaskState::Dropped { at, by_name, reason } => {
            let who = format!("{by_name}, {}", moment(*at));
            (Tone::Neutral, Some(reason.clone()), who)
        }
    };
    let label = wording::task_state(task.state.kind(), language());
    let words = words.map(|words| view! { <p class="diary-words" data-test="task-outcome">{words}</p> });
    view! {
        <p class="diary-words"><strong>{task.text.clone()}</strong></p>
        <div class="path-tags"><StateTag tone label/></div>
        {words}
        <p class="timeline-who">{who}</p>
    }
}
