// SPDX-License-Identifier: AGPL-3.0-or-later
//! One source: what there is, what is left, and its commitments.
use super::{
    amounts::{amounts, bar},
    ask::{Asked, asked_lines},
    commitments::{commit, list},
    keeps_money,
};
use crate::prelude::*;
use crate::{
    routes::Address,
    state::{Open, State},
    text::{funding as text, language},
    ui::{EmptyState, LinkButton, PageHead, StateTag, Summary, SummaryLine, Tone},
};
use soglia_domain::{
    funding_source::{FundingSource, SourceState},
    id::FundingSourceId,
    money::Money,
    record::Identity as _,
    rooms::Room as _,
};
use soglia_wording as wording;

/// The page of the source at an address.
pub fn page(address: Option<Address>) -> AnyView {
    match address {
        Some(Address::FundingSource(id)) => page_of(id),
        // While the page goes away the address already names another one.
        _ => ().into_any(),
    }
}

fn page_of(id: FundingSourceId) -> AnyView {
    let state = expect_context::<State>();
    let open = state.record(move || id.key());
    let source = Memo::new(move |_| {
        open.with(|open| {
            open.here()
                .and_then(|shown| FundingSource::of(&shown.stored.record).cloned())
        })
    });
    let is_missing = Memo::new(move |_| open.with(|open| matches!(open, Open::Missing)));
    let body = live(move || match source.get() {
        Some(source) => here(state, &source),
        None if is_missing.get() => view! {
            <EmptyState title=text::missing() text=text::missing_text()>
                <LinkButton href=Address::Funding.path()>{text::back()}</LinkButton>
            </EmptyState>
        },
        None => view! { <p class="visually-hidden" role="status">{text::loading()}</p> },
    });
    view! {
        <div class="page funding">
            <p><a href=Address::Funding.path()>{text::back()}</a></p>
            {body}
        </div>
    }
}

fn here(state: State, source: &FundingSource) -> AnyView {
    let (id, total): (_, Money) = (source.id, source.amount());
    let amounts = amounts(state, id, move || total);
    let is_open = source.state == SourceState::Open;
    let (tone, word) = if is_open {
        (Tone::Good, text::open())
    } else {
        (Tone::Neutral, text::closed())
    };
    let until = source.facts.committed_by.known().map_or_else(
        || text::no_deadline().to_owned(),
        |day| wording::day_short(*day, language()),
    );
    let tag = view! {
        <StateTag tone label=word/>
        <StateTag label=wording::source_kind(source.kind, language())/>
        {source.demonstration.then(|| view! { <StateTag label=text::demonstration()/> })}
    };
    let money = move |pick: fn(super::amounts::Amounts) -> Money| {
        move || wording::money(pick(amounts.get()), language())
    };
    view! {
        <PageHead title=source.name().to_owned() tag/>
        {move || bar(amounts.get())}
        <Summary>
            <SummaryLine term=text::total()>{money(|amounts| amounts.total)}</SummaryLine>
            <SummaryLine term=text::committed()>{money(|amounts| amounts.committed)}</SummaryLine>
            <SummaryLine term=text::left()><strong data-test="funding-left">{money(|amounts| amounts.left)}</strong></SummaryLine>
            <SummaryLine term=text::committed_by()>{until}</SummaryLine>
        </Summary>
        {(is_open && keeps_money()).then(|| commit(state, id))}
        {asked_lines(state, Asked::Source(id))}
        <section class="record-section">
            <h2>{text::commitments()}</h2>
            {list(state, id)}
        </section>
    }
}
