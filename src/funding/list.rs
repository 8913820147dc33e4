// SPDX-License-Identifier: AGPL-3.0-or-later
//! All sources, each with what is left of it.
use super::{
    amounts::{Amounts, bar},
    ask::{Asked, asked_lines},
    asking::{Asking, asking},
    keeps_money, sees_funding,
};
use crate::prelude::*;
use crate::{
    record::{FormField, keys_of},
    routes::Address,
    state::State,
    text::{funding as text, language},
    ui::{ButtonKind, EmptyState, PageHead, StateTag, Tone},
};
use soglia_domain::{
    action::Action,
    funding_source::{FundingSource, Row, SourceKind, Verb},
    id::FundingSourceId,
    rooms::Common,
    said::{Said, Sayable as _},
    shape::{Days, Shape},
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
            let rows: Vec<Row> = rows.of_kind::<FundingSource>().cloned().collect();
            soglia_search::sorted(rows, &mut |a, b| a.name.cmp(&b.name))
        })
    });
    let form = keeps_money().then(|| {
        let form = asking(
            state,
            ButtonKind::Primary,
            "it-plus",
            text::open_source(),
            open_form,
        );
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

/// The form of a new source.
fn open_form(asking: Asking) -> AnyView {
    // One identity for one form: a second touch on its button asks for nothing new.
    let id = asking.state.new_id::<FundingSourceId>();
    let name = FormField::new("source-name", text::name(), Shape::NAME)
        .with_help(text::name_help())
        .required(wording::common_refusal(&Common::LabelNotUsable, language()));
    let kind = FormField::new("source-kind", text::kind(), Shape::Choice(keys_of!(SourceKind)))
        .with_words(|key| wording::source_kind(kind_of(&Said::Choice(key)), language()).to_owned())
        .with(&SourceKind::Grant);
    let amount =
        FormField::new("source-amount", text::amount(), Shape::Amount).with_help(text::amount_help());
    let until = FormField::new("source-until", text::committed_by(), Shape::Day(Days::Any))
        .with_help(text::committed_by_help());
    let fields = vec![name.clone(), kind.clone(), amount.clone(), until.clone()];
    let action = move || {
        let verb = Verb::Open {
            name: name.get_text(),
            kind: kind.get().unwrap_or(SourceKind::Grant),
            amount: amount.get().unwrap_or_default(),
            committed_by: until.get(),
        };
        Ok(Action::on(id, verb))
    };
    view! {
        <div class="form-narrow" data-test="source-form">
            <p class="form-text">{text::server_decides()}</p>
            {asking.form("funding-source".to_owned(), fields, ButtonKind::Primary, text::ask_open(), action)}
        </div>
    }
}

fn kind_of(said: &Said) -> SourceKind {
    SourceKind::of(said).unwrap_or(SourceKind::Other)
}
