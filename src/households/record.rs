// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page of one household: who it is, what to do next, and its parts.
mod alike;
mod head;
mod next;
mod refused;

pub(super) use refused::reason;

use self::{alike::Alike, head::Head, next::NextStep, refused::CameBack};
use super::{
    case::Case, fitting::Fitting, offers::Offers, requirements::Requirements, situation::Situation,
    story::Story,
};
use crate::prelude::*;
use crate::{
    reviews::reviews,
    routes::{Address, HouseholdTab},
    state::Open,
    text::households as text,
    ui::{EmptyState, LinkButton, SubNav},
};
use soglia_domain::id::HouseholdId;

/// What the page shows of a record that may not be here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Opening,
    Missing,
    Here,
}

/// The page of one household.
#[component]
pub fn RecordPage(
    /// Which household.
    id: HouseholdId,
    /// Which part of its page.
    tab: Signal<HouseholdTab>,
) -> AnyView {
    let case = Case::open(id);
    let standing = Memo::new(move |_| {
        case.open.with(|open| match open {
            Open::Loading => Standing::Opening,
            Open::Missing => Standing::Missing,
            Open::Here(_) => Standing::Here,
        })
    });
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
    let parts = parts(case.sees_all)
        .into_iter()
        .map(|(part, label)| (Address::Household(case.id, part).path(), label.to_owned()))
        .collect::<Vec<_>>();
    view! {
        <Head case/>
        {case.sees_all.then(|| view! { <Alike case/> })}
        {reviews(case.open_record(), case.may_write)}
        <CameBack case/>
        {case.may_write.then(|| view! { <NextStep case tab/> })}
        <SubNav items=parts label=text::households()/>
        <div class="record-part">
            {move || match tab.get() {
                HouseholdTab::Situation => view! { <Situation case/> }.into_any(),
                HouseholdTab::Requirements => view! { <Requirements case/> }.into_any(),
                HouseholdTab::Dwellings => view! { <Fitting case/> }.into_any(),
                HouseholdTab::Offers => view! { <Offers case/> }.into_any(),
                HouseholdTab::History => view! { <Story case/> }.into_any(),
            }}
        </div>
    }
}

/// The parts of the page. A partner sees who the household is, what was proposed, and what happened.
fn parts(sees_all: bool) -> Vec<(HouseholdTab, &'static str)> {
    let mut parts = vec![(HouseholdTab::Situation, text::tab_situation())];
    if sees_all {
        parts.push((HouseholdTab::Requirements, text::tab_requirements()));
        parts.push((HouseholdTab::Dwellings, text::tab_fitting()));
    }
    parts.push((HouseholdTab::Offers, text::tab_offers()));
    parts.push((HouseholdTab::History, text::tab_story()));
    parts
}
