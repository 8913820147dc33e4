// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page of one household: who it is, what to do next, and its parts.
mod alike;
mod head;
mod next;
mod verdicts;

use self::{alike::Alike, head::Head};
use super::{
    case::Case, fitting::Fitting, offers::Offers, offers::is_offer, requirements::Requirements,
    situation::Situation,
};
use crate::prelude::*;
use crate::{
    app::parts::{PIECE, part},
    record::{Standing, by_people, came_back, history, readers, reviews},
    routes::{Address, HouseholdTab},
    text::households as text,
    ui::{EmptyState, LinkButton},
};
use soglia_domain::id::HouseholdId;

/// The page of one household.
#[component]
pub fn RecordPage(
    /// Which household.
    id: HouseholdId,
    /// Which part of its page.
    tab: Signal<HouseholdTab>,
) -> AnyView {
    let case = Case::open(id);
    let standing = case.standing();
    let page = move || match standing.get() {
        // Opening takes a few milliseconds: an empty page that is announced, and no spinner.
        Standing::Opening => {
            view! { <p class="visually-hidden" role="status">{text::loading()}</p> }.into_any()
        }
        Standing::Missing => view! {
            <EmptyState title=text::missing() text=text::missing_text()>
                <LinkButton href=Address::Households.path()>{text::back_to_list()}</LinkButton>
            </EmptyState>
        }
        .into_any(),
        Standing::Here => view! { <Here case tab/> }.into_any(),
    };
    page.into_any()
}

#[component]
fn Here(case: Case, tab: Signal<HouseholdTab>) -> impl IntoView {
    case.desk().state.note_read(case.desk().key);
    view! {
        <Head case tab/>
        {case.sees_all.then(|| view! { <Alike case/> })}
        {reviews(case.desk())}
        {came_back(case.desk(), is_offer)}
        <div class="record-part">
            {move || on_demand(case, tab.get())}
        </div>
    }
}

/// What the page does not open with travels in parts of the client of its own.
fn on_demand(case: Case, tab: HouseholdTab) -> AnyView {
    type Draw = fn(Case) -> AnyView;
    let part = match tab {
        HouseholdTab::Situation => return view! { <Situation case/> },
        HouseholdTab::Requirements => {
            part!(requirements in case: |case| view! { <Requirements case/> }, Draw)
        }
        HouseholdTab::Dwellings => part!(fitting in fitting: |case| view! { <Fitting case/> }, Draw),
        HouseholdTab::Offers => part!(offers in case: |case| view! { <Offers case/> }, Draw),
        HouseholdTab::Path => part!(path in path: |case| crate::path::page(case.id), Draw),
        HouseholdTab::Plan => part!(plan in plan: |case| crate::path::plan_page(case.id), Draw),
        HouseholdTab::Diary => part!(diary in diary: |case| crate::diary::page(case.id), Draw),
        HouseholdTab::History => part!(story in case: |case| history(case.desk(), by_people), Draw),
    };
    let page = part.show(PIECE, move |draw| draw(case));
    if tab != HouseholdTab::History {
        return page;
    }
    view! {
        {page}
        {looked(case)}
    }
    .into_any()
}

/// Who looked at the household, below what happened to it.
fn looked(case: Case) -> Option<AnyView> {
    case.sees_all.then(|| {
        let part = part!(looked_part in readers: |case: Case| readers(case.desk()), fn(Case) -> AnyView);
        part.show(PIECE, move |draw| draw(case))
    })
}
