// SPDX-License-Identifier: AGPL-3.0-or-later
//! An offer that came back: the reason, and the draft as it was written.
use crate::prelude::*;
use crate::{
    households::{case::Case, words},
    record::{choices, reason},
    routes::{Address, HouseholdTab, go},
    text::{households::offers as text, language},
    ui::{Button, ButtonKind, Notice, StateTag, Summary, SummaryLine, Tone},
};
use soglia_domain::{placement::Verb as PlacementVerb, rooms::Verb};
use soglia_sync::change::OutboxEntry;
use std::sync::Arc;

/// The draft with what may be done about it. Only its author gives it up.
#[component]
pub(super) fn Returned(case: Case, entry: Arc<OutboxEntry>) -> impl IntoView {
    let Verb::Placement(PlacementVerb::Offer {
        dwelling,
        tier,
        monthly_rent,
        service_charges,
        until,
        note,
        ..
    }) = entry.change.action.verb.clone()
    else {
        return ().into_any();
    };
    let change = entry.change.id;
    let name = case.state.rows.with_untracked(|rows| {
        rows.dwelling(dwelling)
            .map(|row| format!("{} – {}, {}", row.code, row.street, row.municipality))
    });
    let why = reason(&entry.state);
    let rent = monthly_rent.map_or_else(|| text::rent_later().to_owned(), words::money);
    let charges = service_charges.map(words::money);
    let last_day = until.map(|until| soglia_wording::day(until, language()));
    let written = note.clone();
    let choose_another = move |()| {
        case.drafts.update(|drafts| {
            let offer = &mut drafts.offer;
            offer.dwelling = None;
            offer.tier = Some(tier);
            offer.rent = None;
            offer.charges = service_charges;
            offer.until = until;
            // What was typed in the meantime is not written over.
            if offer.note.trim().is_empty() {
                offer.note.clone_from(&note);
            }
            offer.instead_of = Some(change);
        });
        go(Address::Household(case.id, HouseholdTab::Dwellings));
    };
    let choose_another = Callback::new(choose_another);
    let first = move || {
        view! {
            <Button kind=ButtonKind::Primary on_click=choose_another>{text::choose_another()}</Button>
        }
    };
    let choices = choices(&entry, ViewFn::from(first));
    view! {
        <article class="case-card" data-test="offer" data-state="refused">
            <div class="case-card-head">
                <h2>{name.unwrap_or_else(|| text::dwelling().to_owned())}</h2>
                <StateTag tone=Tone::Bad label=text::refused()/>
            </div>
            <Notice tone=Tone::Warn>
                <p>{why}</p>
            </Notice>
            <p class="form-text">{text::refused_text()}</p>
            <Summary>
                <SummaryLine term=text::tier()>{soglia_wording::rent_tier(tier, language())}</SummaryLine>
                <SummaryLine term=text::rent()>{rent}</SummaryLine>
                {charges.map(|charges| view! { <SummaryLine term=text::service_charges()>{charges}</SummaryLine> })}
                {last_day.map(|last_day| view! { <SummaryLine term=text::until()>{last_day}</SummaryLine> })}
                <SummaryLine term=text::note()>{written}</SummaryLine>
            </Summary>
            {choices}
        </article>
    }
    .into_any()
}
