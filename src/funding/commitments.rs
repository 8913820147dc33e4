// SPDX-License-Identifier: AGPL-3.0-or-later
//! The commitments of a source: the list, a new one, and setting the money of one free again.
use super::keeps_money;
use crate::prelude::*;
use crate::{
    routes::Address,
    state::State,
    text::{funding as text, language, shell},
    ui::{Button, ButtonKind, MoneyField, Notice, StateTag, Tone, keep_form},
};
use leptos::{html, task::spawn_local};
use soglia_domain::{
    action::Action,
    answer::Answer,
    commitment::{Commitment, Row, Verb},
    id::{CommitmentId, DwellingId, FundingSourceId},
    money::Money,
    record::Identity as _,
};
use soglia_wording as wording;

/// The commitments, newest first.
pub(super) fn list(state: State, id: FundingSourceId) -> AnyView {
    let rows = Memo::new(move |_| {
        let rows: Vec<Row> = state
            .rows
            .with(|rows| rows.under::<Commitment>(id.key()).cloned().collect());
        soglia_search::sorted(rows, &mut |a, b| (b.at, b.id).cmp(&(a.at, a.id)))
    });
    let lines = move || rows.with(|rows| rows.iter().map(|row| line(state, row)).collect_view());
    view! {
        <Show when=move || rows.with(Vec::is_empty)>
            <p class="muted">{text::no_commitments()}</p>
        </Show>
        <ul class="funding-commitments">{lines}</ul>
    }
}

fn line(state: State, row: &Row) -> AnyView {
    let dwelling = row.dwelling.and_then(|id| {
        let code = state
            .rows
            .with_untracked(|rows| rows.dwelling(id).map(|row| row.code.clone()))?;
        Some(view! { " " <a href=Address::dwelling(id).path()>{code}</a> })
    });
    let who = format!(
        "{}, {}",
        row.by_name,
        wording::day_short(row.at.day(), language())
    );
    let released = (!row.counts).then(|| view! { " " <StateTag label=text::released()/> });
    let id = row.id;
    let tools = (row.counts && keeps_money()).then(|| release(state, id));
    view! {
        <li class="funding-commitment" data-test="commitment" data-counts=row.counts.to_string()>
            <p>
                <strong>{wording::money(row.amount, language())}</strong> " " {row.purpose.clone()} {dwelling} {released}
            </p>
            <p class="timeline-who">{who} {tools}</p>
        </li>
    }
}

fn ask(state: State, action: Action, error: RwSignal<Option<String>>, after: impl FnOnce() + 'static) {
    spawn_local(async move {
        match state.act(action).await {
            Ok(_) => after(),
            Err(refused) => {
                error.try_set(Some(shell::act_error(&refused)));
            }
        }
    });
}

/// Sets the money of a commitment free again, with a reason.
fn release(state: State, id: CommitmentId) -> AnyView {
    let is_open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let field = format!("release-{id}");
    live(move || {
        if !is_open.get() {
            return view! { <Button kind=ButtonKind::Plain on_click=move |()| is_open.set(true)>{text::release()}</Button> };
        }
        let send = move |()| {
            let verb = Verb::Release {
                reason: reason.get_untracked(),
            };
            ask(state, Action::on(id, verb), error, move || {
                is_open.try_set(false);
            });
        };
        view! {
            <div class="form-group">
                <label class="form-label" for=field.clone()>{text::release_reason()}</label>
                {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
                <input
                    id=field.clone()
                    class="form-control"
                    type="text"
                    autocomplete="off"
                    prop:value=move || reason.get()
                    on:input:target=move |event| reason.set(event.target().value())
                />
            </div>
            <div class="button-row">
                <Button on_click=send>{text::ask_release()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| is_open.set(false)>{text::cancel()}</Button>
            </div>
        }
    })
}

/// A new commitment. The server decides whether the source still has as much.
pub(super) fn commit(state: State, id: FundingSourceId) -> AnyView {
    let is_open = RwSignal::new(false);
    live(move || {
        if is_open.get() {
            return form(state, id, is_open);
        }
        view! {
            <div class="funding-tools">
                <Button kind=ButtonKind::Primary icon="it-plus" on_click=move |()| is_open.set(true)>{text::commit()}</Button>
            </div>
        }
    })
}

/// The dwelling with a code; nothing where no code was typed.
fn dwelling_of(state: State, code: &str) -> Result<Option<DwellingId>, String> {
    let code = code.trim();
    if code.is_empty() {
        return Ok(None);
    }
    let found = state.rows.with_untracked(|rows| {
        let row = rows
            .dwellings
            .iter()
            .find(|row| row.code.eq_ignore_ascii_case(code));
        row.map(|row| row.id)
    });
    found.map(Some).ok_or_else(|| text::dwelling_unknown().to_owned())
}

fn form(state: State, id: FundingSourceId, is_open: RwSignal<bool>) -> AnyView {
    let element = NodeRef::<html::Form>::new();
    let amount = RwSignal::new(Answer::<Money>::NotAsked);
    let purpose = RwSignal::new(String::new());
    let code = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let dwelling = match dwelling_of(state, &code.get_untracked()) {
            Ok(dwelling) => dwelling,
            Err(sentence) => return error.set(Some(sentence)),
        };
        let verb = Verb::Commit {
            source: id,
            amount: amount
                .with_untracked(|amount| amount.known().copied())
                .unwrap_or_default(),
            purpose: purpose.get_untracked(),
            dwelling,
        };
        ask(
            state,
            Action::on(state.new_id::<CommitmentId>(), verb),
            error,
            move || {
                is_open.try_set(false);
            },
        );
    };
    let text_field = |id: &'static str, label: &'static str, help: &'static str, value: RwSignal<String>| {
        view! {
            <div class="form-group">
                <label class="form-label" for=id>{label}</label>
                <p class="form-text">{help}</p>
                <input
                    id=id
                    class="form-control"
                    type="text"
                    autocomplete="off"
                    prop:value=move || value.get()
                    on:input:target=move |event| value.set(event.target().value())
                />
            </div>
        }
    };
    view! {
        <form class="form-narrow" node_ref=element on:submit=send data-test="commit-form">
            <h2>{text::commit()}</h2>
            {keep_form(element, format!("commit-{id}"))}
            <MoneyField id="commit-amount" label=text::amount() value=amount on_answer=move |given| amount.set(given)/>
            {text_field("commit-purpose", text::purpose(), text::purpose_help(), purpose)}
            {text_field("commit-dwelling", text::dwelling(), "", code)}
            {move || error.get().map(|error| view! { <Notice tone=Tone::Bad>{error}</Notice> })}
            <p class="form-text">{text::server_decides()}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>{text::ask_commit()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| is_open.set(false)>{text::cancel()}</Button>
            </div>
        </form>
    }
}
