// SPDX-License-Identifier: AGPL-3.0-or-later
//! The whole stock as a list: search, filters, order and count.
mod filters;
mod tally;

use super::{download::save_as_file, filter::Filter, keeps_stock, row, stock_csv};
use crate::prelude::*;
use crate::{
    record::ListLine,
    routes::{self, Address},
    state::{Hit, Rows, State},
    text::{dwellings as text, map::title as map_title},
    ui::{Button, ButtonKind, EmptyState, Icon, LinkButton, PageHead, VirtualList},
};
use filters::{chips, filters};
use soglia_domain::id::DwellingId;
use std::sync::Arc;

/// The search and filters of the list. They outlive the page: who comes back from a record finds the list as it was.
#[derive(Clone)]
struct Kept {
    query: ArcRwSignal<String>,
    filter: ArcRwSignal<Filter>,
}

thread_local! {
    static KEPT: Kept = Kept { query: ArcRwSignal::new(String::new()), filter: ArcRwSignal::new(Filter::default()) };
}

/// The rows on show, with the rows they point into.
#[derive(Clone)]
struct OnShow {
    rows: Arc<Rows>,
    hits: Arc<Vec<Hit>>,
}

impl PartialEq for OnShow {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows) && self.hits == other.hits
    }
}

/// The dwelling whose record is open now.
fn open_record() -> Option<DwellingId> {
    routes::navigation().place.with(|place| match place.address {
        Some(Address::Dwelling(id, _)) => Some(id),
        _ => None,
    })
}

/// The whole stock, with search and filters.
#[component]
pub fn ListPage() -> impl IntoView {
    let state = expect_context::<State>();
    let kept = KEPT.with(Kept::clone);
    let (query, filter) = (RwSignal::from(kept.query), RwSignal::from(kept.filter));
    // A search begun in the head of the page arrives with the address.
    Effect::new(move |_| {
        let asked = routes::navigation().place.with(|place| place.query.clone());
        if !asked.is_empty() {
            query.set(asked);
        }
    });
    let on_show = Memo::new(move |_| {
        let rows = state.rows.get();
        let found = query.with(|query| rows.search_dwellings(query));
        let hits = filter.with(|filter| filter.apply(&rows, found));
        OnShow {
            rows,
            hits: Arc::new(hits),
        }
    });
    let count = Signal::derive(move || on_show.with(|on_show| on_show.hits.len()));
    let count_text = move || text::count(count.get(), on_show.with(|on_show| on_show.rows.dwellings.len()));
    // The mark stands once on the page: here, or in the head of the record that is open.
    let invented = Memo::new(move |_| {
        let open = open_record();
        state.rows.with(|rows| {
            let is_in_record = open
                .and_then(|id| rows.dwelling(id))
                .is_some_and(|row| row.demonstration);
            !is_in_record && rows.dwellings.iter().any(|row| row.demonstration)
        })
    });
    let rules = Memo::new(move |_| state.rules());
    let chosen = Memo::new(|_| open_record());
    let render = move |at: usize| {
        on_show.with(|on_show| {
            let Some(hit) = on_show.hits.get(at).copied() else {
                return ().into_any();
            };
            let Some(found) = on_show.rows.dwellings.get(hit.row) else {
                return ().into_any();
            };
            let current = chosen.get() == Some(found.id);
            rules.with(|rules| row::view(hit, found, rules, current))
        })
    };
    view! {
        <PageHead title=text::title() actions=actions(on_show) list=true/>
        <div class="list-search">
            <label class="visually-hidden" for="dwelling-search">{text::search_label()}</label>
            <Icon name="it-search"/>
            <input
                id="dwelling-search"
                class="form-control"
                type="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=text::search_help()
                prop:value=move || query.get()
                on:input:target=move |event| query.set(event.target().value())
            />
        </div>
        {filters(filter)}
        {chips(filter)}
        {tally::tally()}
        <ListLine count=Signal::derive(count_text) invented test="dwelling-count"/>
        <Show when=move || count.get() == 0>
            <Nothing query filter/>
        </Show>
        <VirtualList id="dwellings" label=text::list_label() count row_height=row::HEIGHT render/>
    }
    .into_any()
}

/// Why nothing is shown, and what to do about it.
#[component]
fn Nothing(query: RwSignal<String>, filter: RwSignal<Filter>) -> impl IntoView {
    let state = expect_context::<State>();
    let clear = Callback::new(move |()| {
        query.set(String::new());
        filter.set(Filter::default());
    });
    move || {
        if !state.rows.with(|rows| rows.dwellings.is_empty()) {
            view! {
                <EmptyState title=text::none_match() text=text::none_match_help()>
                    <Button on_click=clear>{text::clear_filters()}</Button>
                </EmptyState>
            }
            .into_any()
        } else if keeps_stock() {
            view! { <EmptyState title=text::none_yet() text=text::none_yet_officer()/> }.into_any()
        } else {
            view! { <EmptyState title=text::none_yet() text=text::none_yet_other()/> }.into_any()
        }
    }
}

/// The map, and what only the housing officer does with the whole list.
fn actions(on_show: Memo<OnShow>) -> AnyView {
    let state = expect_context::<State>();
    let download = Callback::new(move |()| {
        let on_show = on_show.get_untracked();
        let rows = on_show
            .hits
            .iter()
            .filter_map(|hit| on_show.rows.dwellings.get(hit.row));
        let csv = stock_csv::write(rows.map(Arc::as_ref), &state.rules());
        // The browser says no only when memory is out; there is nothing to lose and nothing to clean up.
        let _ = save_as_file(
            &format!("alloggi-{}.csv", state.today()),
            "text/csv;charset=utf-8",
            &csv,
        );
    });
    view! {
        <Show when=|| keeps_stock() && open_record().is_none()>
            <LinkButton kind=ButtonKind::Primary href=Address::ImportDwellings.path() icon="it-upload">
                {text::import_a_list()}
            </LinkButton>
            <Button on_click=download icon="it-download">{text::download_csv()}</Button>
        </Show>
        <LinkButton href=Address::Map.path() icon="it-map-marker">{map_title()}</LinkButton>
    }
    .into_any()
}
