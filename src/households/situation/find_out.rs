// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is not known yet is found out by somebody, by a day: one touch makes a task of it. An answer closes no task in
//! silence; it offers to.
use super::sheet::{Sheet, Stands};
use crate::prelude::*;
use crate::{
    session::may::author,
    text::{households::situation as text, language, path::tasks},
    ui::{Button, ButtonKind, DateField, StateTag, Tone},
};
use soglia_domain::{
    action::Action,
    answer::Answer,
    assignee::{Assignee, Colleague},
    author::Role,
    calendar::Day,
    id::TaskId,
    task::{Row, TaskKind, Verb},
};
use soglia_wording as wording;

/// Days to find something out, unless somebody says otherwise.
const DAYS_AHEAD: i64 = 7;

/// Who finds out what stands at a field, as long as it is not known or a task about it is open.
pub(super) fn finds_out(
    sheet: Sheet,
    field: String,
    label: impl Fn() -> String + Clone + Send + Sync + 'static,
    stands: Memo<Stands>,
) -> AnyView {
    let about = field.clone();
    let task = Memo::new(move |_| {
        sheet.tasks.with(|tasks| {
            let here = |row: &&Row| row.about.as_deref() == Some(about.as_str());
            tasks.iter().find(here).cloned()
        })
    });
    live(move || match (task.get(), stands.get()) {
        (Some(row), Stands::Known) => answered(sheet, &row),
        (Some(row), Stands::NotAsked | Stands::Unknown) => standing(sheet, &row),
        (None, Stands::Unknown) => ask(sheet, field.clone(), label.clone()),
        (None, Stands::NotAsked | Stands::Known) => ().into_any(),
    })
}

/// Who finds it out, and by when.
pub(super) fn standing(sheet: Sheet, row: &Row) -> AnyView {
    let late = (row.due < sheet.case.state.today())
        .then(|| view! { <StateTag tone=Tone::Bad label=tasks::late()/> });
    view! { <p class="form-text" data-test="find-out-by">{sentence(row)} " " {late}</p> }
}

fn sentence(row: &Row) -> String {
    text::found_out_by(
        &wording::assignee(&row.assignee, language()),
        &wording::day_short(row.due, language()),
    )
}

/// The answer is there, and the task is still open.
fn answered(sheet: Sheet, row: &Row) -> AnyView {
    let (case, id) = (sheet.case, row.id);
    let error = RwSignal::new(None::<String>);
    let done = move |()| {
        case.act(Action::on(id, Verb::Finish { answer: None }), move |result| {
            error.try_set(result.err());
        });
    };
    view! {
        <div class="fit-missing" data-test="find-out-answered">
            <p>{text::still_open()} " " {sentence(row)}</p>
            <Button test="find-out-done" on_click=done>{text::close_task()}</Button>
            {refused(error)}
        </div>
    }
}

fn refused(error: RwSignal<Option<String>>) -> AnyView {
    live(move || {
        let why = error.get();
        why.map(|why| view! { <p class="form-feedback" role="alert">{why}</p> })
            .into_any()
    })
}

/// For whom it may be. What a household tells stays inside the City.
fn people() -> Vec<(Assignee, String)> {
    let me = author().map(|me| (Assignee::Person(Colleague::of(&me)), tasks::me(&me.name)));
    let roles = [
        (Role::SocialWorker, tasks::social_workers()),
        (Role::HousingOfficer, tasks::housing_officers()),
        (Role::Coordinator, tasks::coordination()),
    ];
    let roles = roles.map(|(role, words)| (Assignee::Role(role), words.to_owned()));
    me.into_iter().chain(roles).collect()
}

/// Who finds it out: one touch.
fn ask(sheet: Sheet, field: String, label: impl Fn() -> String + Clone + Send + Sync + 'static) -> AnyView {
    let case = sheet.case;
    // One identity for one question: a second touch asks for nothing new.
    let id = case.state.new_id::<TaskId>();
    let due = RwSignal::new(case.state.today().plus_days(DAYS_AHEAD));
    let picks_day = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let date_id = format!("due-{}", field.replace('/', "-"));
    let title_id = format!("{date_id}-title");
    let whom = move |(assignee, words): (Assignee, String)| {
        let (field, label) = (field.clone(), label.clone());
        let ask = move |()| {
            let verb = Verb::Ask {
                household: case.id,
                what: TaskKind::FindOut,
                about: Some(field.clone()),
                text: text::find_out(&label()),
                due: due.get_untracked(),
                assignee: assignee.clone(),
            };
            case.act(Action::on(id, verb), move |result| {
                error.try_set(result.err());
            });
        };
        view! { <Button on_click=ask>{words}</Button> }
    };
    let day = move || {
        let on_answer = Callback::new(move |given: Answer<Day>| {
            if let Answer::Known(day) = given {
                due.set(day);
                error.set(None);
            }
        });
        let value = Signal::derive(move || Answer::Known(due.get()));
        view! { <DateField id=date_id.clone() label=tasks::due() value on_answer required=true/> }
    };
    view! {
        <div class="fit-missing" role="group" aria-labelledby=title_id.clone() data-test="find-out">
            <p id=title_id.clone()>{move || text::who_finds_out(&wording::day_short(due.get(), language()))}</p>
            {live(move || if picks_day.get() { day() } else { ().into_any() })}
            <div class="button-row">
                {people().into_iter().map(whom).collect_view()}
                <Show when=move || !picks_day.get()>
                    <Button kind=ButtonKind::Plain on_click=move |()| picks_day.set(true)>{text::other_day()}</Button>
                </Show>
            </div>
            {refused(error)}
        </div>
    }
}
