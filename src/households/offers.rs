// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was offered to the household, what became of it, and what came back.
mod card;
mod returned;

use self::{card::OfferCard, returned::Returned};
use super::case::Case;
use crate::prelude::*;
use crate::{
    routes::{Address, HouseholdTab},
    text::{households as words, households::offers as text},
    ui::{EmptyState, LinkButton},
};
use soglia_domain::{
    action::Action,
    placement::{Placement, Verb as PlacementVerb},
    record::Identity as _,
    rooms::Verb,
};

/// Whether an action offers a dwelling.
pub(super) fn is_offer(action: &Action) -> bool {
    matches!(&action.verb, Verb::Placement(PlacementVerb::Offer { .. }))
}

/// Offers that came back first, then all others, newest first.
#[component]
pub(super) fn Offers(case: Case) -> impl IntoView {
    let ids = Memo::new(move |_| {
        case.state.rows.with(|rows| {
            let offers: Vec<_> = rows.under::<Placement>(case.id.key()).collect();
            let newest_first =
                soglia_search::sorted(offers, &mut |a, b| b.at.cmp(&a.at).then(b.id.cmp(&a.id)));
            newest_first.iter().map(|offer| offer.id).collect::<Vec<_>>()
        })
    });
    let returned = Memo::new(move |_| {
        let shown = case.shown()?;
        let offers = shown
            .refused
            .iter()
            .filter(|entry| is_offer(&entry.change.action));
        Some(offers.cloned().collect::<Vec<_>>())
    });
    let nothing =
        move || ids.with(Vec::is_empty) && returned.get().is_none_or(|returned| returned.is_empty());
    view! {
        {move || {
            returned
                .get()
                .unwrap_or_default()
                .into_iter()
                .map(|entry| view! { <Returned case entry/> })
                .collect_view()
        }}
        <For each=move || ids.get() key=|id| *id children=move |id| view! { <OfferCard case id/> }/>
        <Show when=nothing>
            <EmptyState title=text::none() text=text::none_text()>
                {case.may_write.then(|| {
                    let href = Address::Household(case.id, HouseholdTab::Dwellings).path();
                    view! { <LinkButton href>{words::go_fitting()}</LinkButton> }
                })}
            </EmptyState>
        </Show>
    }
}
