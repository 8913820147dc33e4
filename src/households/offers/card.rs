// SPDX-License-Identifier: AGPL-3.0-or-later
//! One offer, with the way to take it back.
use crate::prelude::*;
use crate::{
    households::{case::Case, words},
    record::{FormField, VerbForm},
    routes::{Address, DwellingTab},
    text::{households::offers as text, language},
    ui::{Button, ButtonKind, SavedHint, StateTag, Summary, SummaryLine, Tone},
};
use soglia_domain::placement::Verb as PlacementVerb;
use soglia_domain::{
    action::Action,
    id::PlacementId,
    placement::{Placement, PlacementState},
    record::Identity as _,
    rooms::Room as _,
    shape::Shape,
};

/// What was offered, by whom, and what became of it.
#[component]
pub(super) fn OfferCard(case: Case, id: PlacementId) -> impl IntoView {
    let open = case.state.record(move || id.key());
    let offer = Memo::new(move |_| {
        open.with(|open| {
            open.here()
                .and_then(|shown| Placement::of(&shown.stored.record).cloned())
        })
    });
    let pending =
        Memo::new(move |_| open.with(|open| open.here().is_some_and(|shown| !shown.pending.is_empty())));
    move || offer.get().map(|offer| view! { <Card case offer pending/> })
}

#[component]
fn Card(case: Case, offer: Placement, pending: Memo<bool>) -> impl IntoView {
    let is_open = offer.state.is_open();
    let (tone, state) = if is_open {
        (Tone::Info, text::open())
    } else {
        (Tone::Neutral, text::withdrawn())
    };
    let reason = match &offer.state {
        PlacementState::Offered => None,
        PlacementState::Withdrawn { reason } if reason.trim().is_empty() => {
            Some(text::no_reason().to_owned())
        }
        PlacementState::Withdrawn { reason } => Some(reason.clone()),
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
            {(is_open && case.may_write).then(|| view! { <Withdraw case id=offer.id/> })}
        </article>
    }
}

/// Takes an offer back, with a reason.
#[component]
fn Withdraw(case: Case, id: PlacementId) -> AnyView {
    let asking = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let form = move || {
        let name = format!("withdraw-{id}");
        let reason = FormField::new(name.clone(), text::withdraw_reason(), Shape::TEXT);
        let reason = reason.with_help(text::withdraw_help());
        let typed = reason.clone();
        let on_send = Callback::new(move |()| {
            let reason = typed.get_text();
            case.act(
                Action::on(id, PlacementVerb::Withdraw { reason }),
                move |result| {
                    error.try_set(result.err());
                },
            );
        });
        let form = VerbForm {
            name,
            fields: vec![reason],
            send: text::confirm_withdraw().to_owned(),
            kind: ButtonKind::Outline,
            on_send,
            refused: error.into(),
            cancel: Some((text::keep(), Callback::new(move |()| asking.set(false)))),
        };
        form.draw()
    };
    let button = move || view! { <Button on_click=move |()| asking.set(true)>{text::withdraw()}</Button> };
    view! {
        <Show when=move || asking.get() fallback=button>{form()}</Show>
    }
}
