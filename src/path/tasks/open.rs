// SPDX-License-Identifier: AGPL-3.0-or-later
//! A task that is to be done: by when and for whom, the one touch that finishes it, and what else may become of it.
use super::{
    Asking, folded,
    hand_on::{HAND_ON, hand_on_form, handed},
};
use crate::prelude::*;
use crate::{
    session::may::{author, may},
    text::{language, path::tasks as text, shell},
    ui::{Button, ButtonKind, SavedHint, StateTag, Tone},
};
use soglia_domain::{
    action::Action,
    assignee::Assignee,
    author::Role,
    calendar::Day,
    id::TaskId,
    record::{Identity as _, LogPosition},
    rooms::Room as _,
    shape::{Days, Shape},
    task::{Row, Task, TaskKind, Verb},
};
use soglia_wording as wording;

const ANSWER: &str = "task-answer";
const POSTPONE: &str = "task-postpone";
const DROP: &str = "task-drop";

/// One line of the list.
pub(super) fn line(id: TaskId) -> AnyView {
    let asking = Asking::about(id.key());
    let row = Memo::new(move |_| asking.state.rows.with(|rows| rows.row::<Task>(id.key()).cloned()));
    let me = author();
    // A partner finishes what is for it, and nothing else.
    let may_finish = Memo::new(move |_| {
        let Some(me) = &me else { return false };
        me.role != Role::ManagingPartner
            || row.with(|row| row.as_ref().is_some_and(|row| row.assignee.is_for(me)))
    });
    let what = row.with_untracked(|row| row.as_ref().map(|row| row.what));
    let finish = live(move || {
        if may_finish.get() && may(Verb::Finish { answer: None }) {
            finish(asking, id, what.unwrap_or_default())
        } else {
            ().into_any()
        }
    });
    let head =
        live(move || row.with(|row| row.as_ref().map(|row| head(row, asking.state.today())).into_any()));
    view! {
        <li class="path-line" data-test="task" data-state="open">
            {head}
            {finish}
            {asking.why()}
            {folded("task-more", || text::more().to_owned(), move || more(asking, id))}
        </li>
    }
}

fn head(row: &Row, today: Day) -> AnyView {
    let words = if row.goes_on {
        format!("{}…", row.beginning.trim_end())
    } else {
        row.beginning.clone()
    };
    let due = format!(
        "{}, {}",
        text::by_day(&wording::day_short(row.due, language())),
        wording::assignee(&row.assignee, language()),
    );
    let kind = (row.what != TaskKind::Other)
        .then(|| view! { <StateTag label=wording::task_kind(row.what, language())/> });
    let late = if row.due < today {
        Some((Tone::Bad, text::late()))
    } else {
        (row.due == today).then(|| (Tone::Warn, shell::today()))
    };
    let late = late.map(|(tone, label)| view! { <StateTag tone label/> });
    let pending = (row.position == LogPosition(0)).then(|| view! { <SavedHint pending=true/> });
    view! {
        <p><strong>{words}</strong></p>
        <div class="path-tags">
            <span class="muted" data-test="task-due">{due}</span>
            {late}
            {kind}
            {pending}
        </div>
    }
}

/// The one button of the line: an opinion is an answer, the rest is finished by one touch.
fn finish(asking: Asking, id: TaskId, what: TaskKind) -> AnyView {
    if what.needs_answer() {
        return view! {
            {asking.buttons(ButtonKind::Outline, vec![(ANSWER, text::answer())])}
            {asking.place(ANSWER, move || answer_form(asking, id))}
        };
    }
    let done = move |()| asking.act(Action::on(id, Verb::Finish { answer: None }));
    view! {
        <div class="button-row">
            <Button test="task-finish" on_click=done>{text::done()}</Button>
        </div>
    }
}

fn answer_form(asking: Asking, id: TaskId) -> AnyView {
    let answer = asking
        .first(ANSWER, text::answer_words(), Shape::TEXT)
        .with_help(text::answer_help())
        .required(text::answer_missing());
    let typed = answer.clone();
    let on_send = Callback::new(move |()| {
        let answer = Some(typed.get_text());
        asking.act(Action::on(id, Verb::Finish { answer }));
    });
    asking.form(ANSWER, vec![answer], text::save_answer(), on_send)
}

/// What is folded: who asked, all of the words, and the ways that are taken seldom.
fn more(asking: Asking, id: TaskId) -> AnyView {
    let open = asking.state.record(move || id.key());
    let task = Memo::new(move |_| {
        open.with(|open| {
            open.here()
                .and_then(|shown| Task::of(&shown.stored.record).cloned())
        })
    });
    let whole = live(move || task.with(|task| task.as_ref().map(|task| whole(asking, id, task)).into_any()));
    let mut ways = Vec::new();
    let reason = String::new;
    if may(Verb::Postpone {
        due: asking.state.today(),
        reason: reason(),
    }) {
        ways.push((POSTPONE, text::postpone()));
    }
    if may(handed(Assignee::default())) {
        ways.push((HAND_ON, text::hand_on()));
    }
    if may(Verb::Drop { reason: reason() }) {
        ways.push((DROP, text::drop()));
    }
    view! {
        {whole}
        {asking.buttons(ButtonKind::Plain, ways)}
        {asking.place(POSTPONE, move || postpone_form(asking, id))}
        {asking.place(HAND_ON, move || hand_on_form(asking, id, task))}
        {asking.place(DROP, move || drop_form(asking, id))}
    }
}

fn whole(asking: Asking, id: TaskId, task: &Task) -> AnyView {
    let rows = asking.state.rows;
    // What the line above says whole is not said twice.
    let goes_on = rows.with(|rows| rows.row::<Task>(id.key()).is_none_or(|row| row.goes_on));
    let words =
        goes_on.then(|| view! { <p class="diary-words" data-test="task-text">{task.text.clone()}</p> });
    let by = text::asked_by(
        &task.by_name,
        wording::role(task.role, language()),
        &wording::moment(asking.state.local_ms(task.at), language()),
    );
    view! {
        {words}
        <p class="timeline-who">{by}</p>
    }
}

fn postpone_form(asking: Asking, id: TaskId) -> AnyView {
    let due = asking
        .first(POSTPONE, text::new_day(), Shape::Day(Days::Any))
        .required(text::due_missing());
    let reason = asking.field(POSTPONE, "reason", text::reason(), Shape::TEXT);
    let fields = vec![due.clone(), reason.clone()];
    let on_send = Callback::new(move |()| {
        let Some(due) = due.get() else { return };
        let reason = reason.get_text();
        asking.act(Action::on(id, Verb::Postpone { due, reason }));
    });
    asking.form(POSTPONE, fields, text::save_day(), on_send)
}

fn drop_form(asking: Asking, id: TaskId) -> AnyView {
    let reason = asking
        .first(DROP, text::reason(), Shape::TEXT)
        .required(text::reason_missing());
    let typed = reason.clone();
    let on_send = Callback::new(move |()| {
        let reason = typed.get_text();
        asking.act(Action::on(id, Verb::Drop { reason }));
    });
    asking.form(DROP, vec![reason], text::save_drop(), on_send)
}
