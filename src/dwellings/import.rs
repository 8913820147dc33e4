// SPDX-License-Identifier: AGPL-3.0-or-later
//! Import of a list: choose a file, see what was understood, import, read the report.
mod answer;
mod attempt;
mod choose;
mod columns;
mod file;
mod preview;
mod report;
mod stage;

use super::keeps_stock;
use crate::prelude::*;
use crate::{
    state::{State, SyncTrouble},
    text::dwellings::import as text,
    ui::{Button, ButtonKind, EmptyState, Notice, PageHead, Tone},
};
use answer::Answer;
use attempt::Attempt;
use stage::Stage;
use std::sync::Arc;

/// Import of a list of dwellings, by the housing officer.
#[component]
pub fn ImportPage() -> AnyView {
    let page = move || if keeps_stock() { steps() } else { not_yours() };
    view! { <div class="page">{page}</div> }.into_any()
}

fn not_yours() -> AnyView {
    view! {
        <PageHead title=text::title()/>
        <EmptyState title=text::title() text=text::not_yours()/>
    }
    .into_any()
}

fn steps() -> AnyView {
    let state = expect_context::<State>();
    let attempt = Attempt::kept();
    let offline = move || {
        let away = state
            .sync
            .with(|sync| sync.trouble == Some(SyncTrouble::NoNetwork));
        away.then(|| view! { <Notice tone=Tone::Warn>{text::offline()}</Notice> })
    };
    let stage = move || match attempt.stage.get() {
        Stage::Choose => ().into_any(),
        Stage::Reading => busy(text::reading()),
        Stage::Writing => busy(text::writing()),
        Stage::Understood(answer) => understood(attempt, &answer),
        Stage::Failed { writing, why } => failed(attempt, writing, why),
        Stage::Done(answer) => report::report(&answer),
    };
    let is_done = Memo::new(move |_| matches!(attempt.stage.get(), Stage::Done(_)));
    let has_read = Memo::new(move |_| attempt.read.with(Option::is_some));
    let details = move || {
        (has_read.get() && !is_done.get()).then(|| {
            view! {
                {columns::columns(attempt)}
                {move || attempt.read.get().map(|answer| preview::preview(&answer))}
            }
        })
    };
    view! {
        <PageHead title=text::title()/>
        {move || {
            if is_done.get() {
                let again = Callback::new(move |()| attempt.forget());
                view! { <Button on_click=again icon="it-plus">{text::again()}</Button> }.into_any()
            } else {
                view! {
                    <p>{text::lead()}</p>
                    {offline}
                    {choose::choose(attempt)}
                }
                    .into_any()
            }
        }}
        {stage}
        {details}
    }
    .into_any()
}

fn busy(words: &'static str) -> AnyView {
    view! {
        <div class="import-busy">
            <p role="status">{words}</p>
            <progress aria-label=words></progress>
        </div>
    }
    .into_any()
}

fn understood(attempt: Attempt, answer: &Arc<Answer>) -> AnyView {
    let import = Callback::new(move |()| attempt.run(false));
    view! {
        <section class="record-section" data-test="import-preview">
            <h2>{text::understood()}</h2>
            {report::counts(answer)}
            <Button kind=ButtonKind::Primary on_click=import icon="it-upload">{text::now()}</Button>
        </section>
    }
    .into_any()
}

fn failed(attempt: Attempt, writing: bool, why: String) -> AnyView {
    let title = if writing {
        text::failed_write()
    } else {
        text::failed()
    };
    let again = Callback::new(move |()| attempt.run(!writing));
    view! {
        <div data-test="import-failed">
            <Notice tone=Tone::Bad>
                <h2>{title}</h2>
                <p>{why}</p>
                <p>{text::nothing_written()}</p>
                <Button on_click=again>{text::retry()}</Button>
            </Notice>
        </div>
    }
    .into_any()
}
