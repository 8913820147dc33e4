// SPDX-License-Identifier: AGPL-3.0-or-later
//! A proposal that came back: the reason, and the draft as it was written.
use crate::prelude::*;
use crate::{
    households::{
        case::{Case, sentence},
        record::reason,
        words,
    },
    routes::{Address, HouseholdTab, go},
    text::{households::offers as text, language},
    ui::{Button, ButtonKind, Notice, StateTag, Summary, SummaryLine, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::action::Action;
use soglia_sync::change::OutboxEntry;

/// The draft with what may be done about it. Only its author gives it up.
#[component]
pub(super) fn Returned(case: Case, entry: OutboxEntry) -> impl IntoView {
    let error = RwSignal::new(None::<String>);
    let Action::ProposeDwelling {
        dwelling,
        tier,
        monthly_rent,
        service_charges,
        until,
        note,
        ..
    } = entry.change.action.clone()
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
            let proposal = &mut drafts.proposal;
            proposal.dwelling = None;
            proposal.tier = Some(tier);
            proposal.rent = None;
            proposal.charges = service_charges;
            proposal.until = until;
            // What was typed in the meantime is not written over.
            if proposal.note.trim().is_empty() {
                proposal.note.clone_from(&note);
            }
            proposal.instead_of = Some(change);
        });
        go(Address::Household(case.id, HouseholdTab::Dwellings));
    };
    let resend = move |()| {
        spawn_local(async move {
            let result = case.state.resend(change).await;
            error.try_set(result.err().map(|refused| sentence(&refused)));
        });
    };
    let give_up = move |()| {
        spawn_local(async move {
            let result = case.state.discard(change).await;
            error.try_set(result.err().map(|refused| sentence(&refused)));
        });
    };
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
            {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
            <div class="page-actions">
                <Button kind=ButtonKind::Primary on_click=choose_another>{text::choose_another()}</Button>
                <Button on_click=resend>{text::try_again()}</Button>
                <Button kind=ButtonKind::Plain on_click=give_up>{text::give_up()}</Button>
            </div>
        </article>
    }
    .into_any()
}
