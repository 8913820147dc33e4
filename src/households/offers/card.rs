// SPDX-License-Identifier: AGPL-3.0-or-later
//! One proposal, with the way to take it back.
use crate::prelude::*;
use crate::{
    households::{case::Case, words},
    routes::{Address, DwellingTab},
    text::{households::offers as text, language},
    ui::{Button, ButtonKind, SavedHint, StateTag, Summary, SummaryLine, Tone},
};
use soglia_domain::{
    action::Action,
    household::{Offer, OfferState},
    id::OfferId,
};

/// What was proposed, by whom, and what became of it.
#[component]
pub(super) fn OfferCard(case: Case, id: OfferId) -> impl IntoView {
    let offer = Memo::new(move |_| case.read(|household| household.offer(id).cloned()));
    let pending = Memo::new(move |_| case.is_pending(&format!("offers/{id}")));
    move || offer.get().map(|offer| view! { <Card case offer pending/> })
}

#[component]
fn Card(case: Case, offer: Offer, pending: Memo<bool>) -> impl IntoView {
    let is_open = matches!(offer.state, OfferState::Proposed);
    let (tone, state) = if is_open {
        (Tone::Info, text::open())
    } else {
        (Tone::Neutral, text::withdrawn())
    };
    let reason = match &offer.state {
        OfferState::Proposed => None,
        OfferState::Withdrawn { reason } if reason.trim().is_empty() => Some(text::no_reason().to_owned()),
        OfferState::Withdrawn { reason } => Some(reason.clone()),
    };
    let rent = offer
        .monthly_rent
        .map_or_else(|| text::rent_later().to_owned(), words::money);
    let charges = offer.service_charges.map(words::money);
    let until = offer.until.map(|until| soglia_wording::day(until, language()));
    let address = case.state.rows.with_untracked(|rows| {
        rows.dwelling(offer.dwelling)
            .map(|row| format!("{}, {}", row.street, row.municipality))
    });
    let by = format!("{}, {}", offer.by_name, words::moment(offer.at));
    let href = Address::Dwelling(offer.dwelling, DwellingTab::Sheet).path();
    let note = (!offer.note.trim().is_empty()).then(|| offer.note.clone());
    let code = offer.dwelling_code.clone();
    let certificate = offer
        .certificate
        .is_some()
        .then(|| Address::OfferCertificate(case.id, offer.id).path());
    view! {
        <article class="case-card" data-test="offer" data-state=if is_open { "proposed" } else { "withdrawn" }>
            <div class="case-card-head">
                <h2>
                    <a href=href>{code}</a>
                </h2>
                <StateTag tone label=state/>
                <SavedHint pending/>
            </div>
            {address.map(|address| view! { <p>{address}</p> })}
            <Summary>
                <SummaryLine term=text::tier()>{soglia_wording::rent_tier(offer.tier, language())}</SummaryLine>
                <SummaryLine term=text::rent()>{rent}</SummaryLine>
                {charges.map(|charges| view! { <SummaryLine term=text::service_charges()>{charges}</SummaryLine> })}
                {until.map(|until| view! { <SummaryLine term=text::until()>{until}</SummaryLine> })}
                <SummaryLine term=text::by()>{by}</SummaryLine>
                {note.map(|note| view! { <SummaryLine term=text::note()>{note}</SummaryLine> })}
                {reason.map(|reason| view! { <SummaryLine term=text::reason()>{reason}</SummaryLine> })}
            </Summary>
            {certificate.map(|href| view! {
                <p class="rent-certificate"><a href=href>{crate::text::certificate::title()}</a></p>
            })}
            {(is_open && case.may_write).then(|| view! { <Withdraw case offer/> })}
        </article>
    }
}

/// Takes a proposal back, with a reason.
#[component]
fn Withdraw(case: Case, offer: Offer) -> impl IntoView {
    let asking = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let (id, dwelling) = (offer.id, offer.dwelling);
    let field = format!("withdraw-{id}");
    let withdraw = move |()| {
        let action = Action::WithdrawOffer {
            household: case.id,
            offer: id,
            dwelling,
            reason: reason.get_untracked().trim().to_owned(),
        };
        case.act(action, move |result| {
            error.try_set(result.err());
        });
    };
    view! {
        <Show
            when=move || asking.get()
            fallback=move || view! { <Button on_click=move |()| asking.set(true)>{text::withdraw()}</Button> }
        >
            <div class="form-group">
                <label class="form-label" for=field.clone()>{text::withdraw_reason()}</label>
                <p class="form-text">{text::withdraw_help()}</p>
                <textarea
                    id=field.clone()
                    class="form-control"
                    rows="3"
                    maxlength="2000"
                    prop:value=move || reason.get()
                    on:input:target=move |event| reason.set(event.target().value())
                ></textarea>
            </div>
            {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
            <div class="page-actions">
                <Button on_click=withdraw>{text::confirm_withdraw()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| asking.set(false)>{text::keep()}</Button>
            </div>
        </Show>
    }
}
