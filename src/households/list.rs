// SPDX-License-Identifier: AGPL-3.0-or-later
//! The list of households: search, what to show, in which order.
mod filter;
mod row;

use self::{
    filter::{Asking, Order, Show, asked_for, on_device},
    row::HouseholdLine,
};
use super::case::may_write_cases;
use crate::prelude::{Show as When, *};
use crate::session::may::is_told_whole;
use crate::{
    record::ListLine,
    routes::{Address, navigation},
    state::State,
    text::households as text,
    ui::{Button, EmptyState, FilterChips, VirtualList},
};
use soglia_domain::{id::HouseholdId, record::Identity as _};
use std::sync::Arc;

/// Height of a line of the list, in CSS pixels.
const LINE_HEIGHT: f64 = 108.0;

thread_local! {
    /// What was last asked for: going back finds the list as it was left.
    static ASKING: ArcRwSignal<Asking> = ArcRwSignal::new(Asking::default());
}

/// The list, with the household that is open beside it marked.
#[component]
pub(super) fn HouseholdList() -> impl IntoView {
    let current = Memo::new(|_| {
        navigation().place.with(|place| match place.address {
            Some(Address::Household(id, _)) => Some(id),
            _ => None,
        })
    });
    let state = expect_context::<State>();
    let asking = RwSignal::from(ASKING.with(Clone::clone));
    // What was written into the search of the header.
    let place = navigation().place;
    Effect::new(move |_| {
        let words = place.with(|place| match place.address {
            Some(Address::Households) => place.query.clone(),
            // A record beside the list keeps something else in its entry of the history.
            _ => String::new(),
        });
        if !words.is_empty() {
            asking.update(|asking| asking.words = words);
        }
    });
    let waiting = Memo::new(move |_| state.outbox.with(|outbox| on_device(outbox)));
    let found = Memo::new(move |_| {
        let rows = state.rows.get();
        Arc::new(waiting.with(|waiting| asking.with(|asking| asked_for(&rows, asking, waiting))))
    });
    // The mark stands once on the page: here, or in the head of the record that is open.
    let invented = Memo::new(move |_| {
        state.rows.with(|rows| {
            let open = current.get().and_then(|id| rows.household(id));
            !open.is_some_and(|row| row.demonstration) && rows.households.iter().any(|row| row.demonstration)
        })
    });
    let count = Signal::derive(move || found.with(|found| found.len()));
    let render = move |index: usize| {
        view! { <HouseholdLine at=Signal::derive(move || found.with(|found| found.get(index).copied())) waiting current/> }
            .into_any()
    };
    view! {
        <Asked asking/>
        <ListLine count=Signal::derive(move || text::count(count.get())) invented/>
        <When when=move || { count.get() > 0 } fallback=move || view! { <NoneFound asking/> }>
            <VirtualList id="household-list" label=text::households() count row_height=LINE_HEIGHT render/>
        </When>
    }
}

/// Search, what to show, and the order.
#[component]
fn Asked(asking: RwSignal<Asking>) -> impl IntoView {
    let narrowed = Signal::derive(move || {
        asking.with(|asking| match asking.show {
            Show::All => Vec::new(),
            show => vec![("show".to_owned(), show_name(show).to_owned())],
        })
    });
    view! {
        <search class="list-tools">
            <div class="form-group">
                <label class="form-label" for="household-search">{text::search_label()}</label>
                <input
                    id="household-search"
                    class="form-control"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=text::search_help()
                    prop:value=move || asking.with(|asking| asking.words.clone())
                    on:input:target=move |event| asking.update(|asking| asking.words = event.target().value())
                />
            </div>
            <div class="list-tools-row">
                <div class="form-group">
                    <label class="form-label" for="household-show">{text::filter_label()}</label>
                    <select
                        id="household-show"
                        class="form-control"
                        prop:value=move || asking.with(|asking| asking.show.key())
                        on:change:target=move |event| {
                            let show = Show::of(&event.target().value());
                            asking.update(|asking| asking.show = show);
                        }
                    >
                        {Show::ALL.map(|show| view! { <option value=show.key()>{show_name(show)}</option> }).collect_view()}
                    </select>
                </div>
                <div class="form-group">
                    <label class="form-label" for="household-order">{text::sort_label()}</label>
                    <select
                        id="household-order"
                        class="form-control"
                        prop:value=move || asking.with(|asking| asking.order.key())
                        on:change:target=move |event| {
                            let order = Order::of(&event.target().value());
                            asking.update(|asking| asking.order = order);
                        }
                    >
                        <option value=Order::LastChange.key()>{text::sort_last_change()}</option>
                        <option value=Order::Name.key()>{text::sort_name()}</option>
                    </select>
                </div>
            </div>
            <FilterChips chips=narrowed on_remove=move |_: String| asking.update(|asking| asking.show = Show::All)/>
        </search>
    }
}

fn show_name(show: Show) -> &'static str {
    match show {
        Show::All => text::filter_all(),
        Show::WithOffer => text::filter_with_offer(),
        Show::WithoutOffer => text::filter_without_offer(),
        Show::ToReview => text::filter_to_review(),
        Show::OnDevice => text::filter_on_device(),
    }
}

/// Why the list is empty, and what to do.
#[component]
fn NoneFound(asking: RwSignal<Asking>) -> impl IntoView {
    let state = expect_context::<State>();
    let nothing_here = move || state.rows.with(|rows| rows.households.is_empty());
    move || {
        if nothing_here() {
            let may_write = may_write_cases();
            let is_partner = !is_told_whole(HouseholdId::KIND);
            let explained = if is_partner {
                text::none_yet_partner()
            } else {
                text::none_yet_text()
            };
            view! {
                <EmptyState title=text::none_yet() text=explained>
                    {may_write
                        .then(|| {
                            view! {
                                <a class="btn btn-primary" href=Address::NewHousehold.path()>
                                    {text::new_household()}
                                </a>
                            }
                        })}
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <EmptyState title=text::none_found() text=text::none_found_text()>
                    <Button on_click=move |()| {
                        asking
                            .update(|asking| {
                                asking.words.clear();
                                asking.show = Show::All;
                            })
                    }>{text::clear_search()}</Button>
                </EmptyState>
            }
            .into_any()
        }
    }
}
