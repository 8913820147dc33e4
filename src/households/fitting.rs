// SPDX-License-Identifier: AGPL-3.0-or-later
//! The dwellings that fit the household, each with its reasons, and the way to propose one.
mod compare;
mod filters;
mod panel;
mod propose;
mod row;

use self::{
    compare::{Wanted, compare},
    filters::Filters,
    panel::Panel,
    row::FitLine,
};
use super::{case::Case, situation::household_field};
use crate::prelude::*;
use crate::{
    routes::{Address, HouseholdTab},
    text::{households as words, households::fitting as text},
    ui::{Button, EmptyState, LinkButton, Notice, Tone, VirtualList},
};
use leptos::html;
use soglia_domain::{fit::HouseholdNeed, household::HouseholdQuestion};
use std::sync::Arc;

/// Height of one dwelling in CSS pixels, and on a narrow screen, where its parts stand below each other.
const LINE_HEIGHT: f64 = 188.0;
const NARROW_LINE_HEIGHT: f64 = 284.0;

/// The list, or the one dwelling whose reasons are open.
#[component]
pub(super) fn Fitting(case: Case) -> impl IntoView {
    let wanted = RwSignal::new(Wanted::default());
    let saved = RwSignal::new(false);
    let chosen = Memo::new(move |_| case.drafts.with(|drafts| drafts.offer.dwelling));
    let told = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        // Seen and heard at once, wherever the person had scrolled to.
        if let Some(told) = told.get() {
            let _ = told.focus();
        }
    });
    view! {
        <Show when=move || saved.get()>
            <div class="fit-saved" tabindex="-1" node_ref=told>
                <Notice tone=Tone::Good>
                    <p>
                        <strong>{text::saved()}</strong>
                        {". "}
                        {text::saved_text()}
                    </p>
                    <LinkButton href=Address::Household(case.id, HouseholdTab::Offers).path()>{text::see_offers()}</LinkButton>
                </Notice>
            </div>
        </Show>
        {move || match chosen.get() {
            Some(dwelling) => view! { <Panel case dwelling saved/> }.into_any(),
            None => view! { <Stock case wanted saved/> }.into_any(),
        }}
    }
}

/// The whole stock held against the household.
#[component]
fn Stock(case: Case, wanted: RwSignal<Wanted>, saved: RwSignal<bool>) -> impl IntoView {
    let rows = case.state.rows;
    let need = Memo::new(move |_| case.read(|household| HouseholdNeed::from(household)));
    let found = Memo::new(move |_| {
        let rows = rows.get();
        Arc::new(
            wanted.with(|wanted| compare(&rows.dwellings, case.id, &need.get(), wanted, &case.state.rules())),
        )
    });
    let count = Signal::derive(move || found.with(|found| found.len()));
    let narrow = window()
        .inner_width()
        .ok()
        .and_then(|width| width.as_f64())
        .is_some_and(|width| width < 600.0);
    let row_height = if narrow { NARROW_LINE_HEIGHT } else { LINE_HEIGHT };
    let render = move |index: usize| {
        let at = Signal::derive(move || found.with(|found| found.get(index).copied()));
        view! { <FitLine case at saved/> }.into_any()
    };
    view! {
        <Missing case need/>
        <Filters case wanted/>
        <p class="list-count" role="status">{move || text::count(count.get())}</p>
        <Show when=move || { count.get() > 0 } fallback=move || view! { <NoneFits case wanted/> }>
            <VirtualList id="fit-list" label=words::tab_fitting() count row_height render/>
        </Show>
    }
}

/// What must be known before the comparison says everything, with its field right there.
#[component]
fn Missing(case: Case, need: Memo<HouseholdNeed>) -> impl IntoView {
    let nobody = Memo::new(move |_| need.get().n_persons == 0);
    // Asked for once, the field stays until the person leaves.
    let no_income = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || need.get().net_monthly_income.is_none()
    });
    let open_members = move |_| {
        case.drafts
            .update(|drafts| drafts.section = Some(super::sections::Section::Members));
    };
    view! {
        <Show when=move || case.may_write && nobody.get()>
            <Notice tone=Tone::Warn>
                <p>{text::no_members()}</p>
                <span on:click=open_members>
                    <LinkButton href=Address::Household(case.id, HouseholdTab::Situation).path()>
                        {words::go_members()}
                    </LinkButton>
                </span>
            </Notice>
        </Show>
        <Show when=move || case.may_write && no_income.get()>
            <details class="fit-missing">
                <summary>{text::no_income()} " " {text::write_it()}</summary>
                {household_field(case, HouseholdQuestion::NetMonthlyIncome)}
            </details>
        </Show>
    }
}

/// Why nothing is shown, and what to do.
#[component]
fn NoneFits(case: Case, wanted: RwSignal<Wanted>) -> impl IntoView {
    move || {
        if case.state.rows.with(|rows| rows.dwellings.is_empty()) {
            view! { <EmptyState title=text::no_stock() text=text::no_stock_text()/> }.into_any()
        } else {
            view! {
                <EmptyState title=text::none() text=text::none_text()>
                    <Button on_click=move |()| wanted.set(Wanted::everything())>{text::show_all()}</Button>
                </EmptyState>
            }
            .into_any()
        }
    }
}
