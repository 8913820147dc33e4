// SPDX-License-Identifier: AGPL-3.0-or-later
//! All sources, each with what is left of it.
use super::{
    amounts::{Amounts, bar},
    ask::{Asked, asked_lines},
    keeps_money, sees_funding,
};
use crate::prelude::*;
use crate::{
    routes::Address,
    state::State,
    text::{funding as text, language, shell},
    ui::{
        Button, ButtonKind, DateField, EmptyState, MoneyField, Notice, PageHead, StateTag, Tone, keep_form,
    },
};
use leptos::{html, task::spawn_local};
use soglia_domain::{
    action::Action,
    answer::Answer,
    calendar::Day,
    funding_source::{FundingSource, Row, SourceKind, Verb},
    id::FundingSourceId,
    money::Money,
    record::Identity as _,
};
use soglia_wording as wording;

/// The page of all sources.
pub fn page() -> AnyView {
    let state = expect_context::<State>();
    let head = view! { <PageHead title=text::funding()/> };
    if !sees_funding() {
        return view! { <div class="page">{head} <p>{text::none_text()}</p></div> };
    }
    let sources = Memo::new(move |_| {
        state.rows.with(|rows| {
            let rows: Vec<Row> = rows
                .of_kind::<FundingSource>(FundingSourceId::KIND)
                .cloned()
                .collect();
            soglia_search::sorted(rows, &mut |a, b| a.name.cmp(&b.name))
        })
    });
    let is_open = RwSignal::new(false);
    let form = keeps_money().then(|| {
        let form = move || {
            if is_open.get() {
                return open_form(state, is_open);
            }
            view! { <Button kind=ButtonKind::Primary icon="it-plus" on_click=move |()| is_open.set(true)>{text::open_source()}</Button> }
        };
        view! { <div class="funding-tools">{form}</div> }
    });
    let cards = move || sources.with(|sources| sources.iter().map(|row| card(state, row)).collect_view());
    let nothing = move || sources.with(Vec::is_empty);
    let is_demonstration = move || sources.with(|sources| sources.iter().any(|row| row.demonstration));
    view! {
        <div class="page funding">
            {head}
            <p class="page-intro">
                {text::intro()}
                <Show when=is_demonstration>" "<StateTag label=text::demonstration()/></Show>
            </p>
            {form}
            {asked_lines(state, Asked::Sources)}
            <Show when=nothing>
                <EmptyState title=text::none() text=text::none_text()/>
            </Show>
            <ul class="funding-list">{cards}</ul>
        </div>
    }
}

fn card(state: State, row: &Row) -> AnyView {
    let (id, total) = (row.id, row.amount);
    let amounts = state.rows.with(|rows| Amounts::of(rows, id, total));
    let until = row.committed_by.map_or_else(
        || text::no_deadline().to_owned(),
        |day| format!("{} {}", text::until(), wording::day_short(day, language())),
    );
    let (tone, word) = if row.is_open {
        (Tone::Good, text::open())
    } else {
        (Tone::Neutral, text::closed())
    };
    view! {
        <li class="case-card" data-test="funding-source">
            <div class="case-card-head">
                <h2><a href=Address::FundingSource(id).path()>{row.name.clone()}</a></h2>
                <StateTag tone label=word/>
                <StateTag label=wording::source_kind(row.kind, language())/>
            </div>
            {bar(amounts)}
            <p class="funding-line">
                <strong>{text::left()} " " {wording::money(amounts.left, language())}</strong>
                <span class="muted">{text::bar(&wording::money(amounts.committed, language()), &wording::money(total, language()))}</span>
            </p>
            <p class="muted">{until}</p>
        </li>
    }
}

/// The form of a new source. What is typed stays until it is asked or given up.
fn open_form(state: State, is_open: RwSignal<bool>) -> AnyView {
    let element = NodeRef::<html::Form>::new();
    let name = RwSignal::new(String::new());
    let kind = RwSignal::new(SourceKind::Grant);
    let amount = RwSignal::new(Answer::<Money>::NotAsked);
    let committed_by = RwSignal::new(Answer::<Day>::NotAsked);
    let error = RwSignal::new(None::<String>);
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let verb = Verb::Open {
            name: name.get_untracked(),
            kind: kind.get_untracked(),
            amount: amount
                .with_untracked(|amount| amount.known().copied())
                .unwrap_or_default(),
            committed_by: committed_by.with_untracked(|day| day.known().copied()),
        };
        let action = Action::on(state.new_id::<FundingSourceId>(), verb);
        spawn_local(async move {
            match state.act(action).await {
                Ok(_) => {
                    is_open.try_set(false);
                }
                Err(refused) => {
                    error.try_set(Some(shell::act_error(&refused)));
                }
            }
        });
    };
    let option = move |one: SourceKind| {
        let id = format!("source-kind-{}", one.key());
        view! {
            <div class="form-check">
                <input type="radio" id=id.clone() name="source-kind" prop:checked=move || kind.get() == one on:change=move |_| kind.set(one)/>
                <label for=id>{wording::source_kind(one, language())}</label>
            </div>
        }
    };
    view! {
        <form class="form-narrow" node_ref=element on:submit=ask data-test="source-form">
            {keep_form(element, "funding-source".to_owned())}
            <div class="form-group">
                <label class="form-label" for="source-name">{text::name()}</label>
                <p class="form-text" id="source-name-help">{text::name_help()}</p>
                <input
                    id="source-name"
                    class="form-control"
                    type="text"
                    autocomplete="off"
                    aria-describedby="source-name-help"
                    prop:value=move || name.get()
                    on:input:target=move |event| name.set(event.target().value())
                />
            </div>
            <fieldset class="form-group">
                <legend class="form-label">{text::kind()}</legend>
                {SourceKind::ALL.map(option).into_iter().collect_view()}
            </fieldset>
            <MoneyField id="source-amount" label=text::amount() help=text::amount_help() value=amount on_answer=move |given| amount.set(given)/>
            <DateField id="source-until" label=text::committed_by() help=text::committed_by_help() value=committed_by on_answer=move |given| committed_by.set(given)/>
            {move || error.get().map(|error| view! { <Notice tone=Tone::Bad>{error}</Notice> })}
            <p class="form-text">{text::server_decides()}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>{text::ask_open()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| is_open.set(false)>{text::cancel()}</Button>
            </div>
        </form>
    }
}
