// SPDX-License-Identifier: AGPL-3.0-or-later
//! The certificate of a highest rent as a page to print: of a dwelling under the rules of today, or as a proposal carries
//! it. Everything is on the device, so it works without a network.
mod sheet;

use crate::prelude::*;
use crate::{
    device::files,
    routes::{Address, DwellingTab, HouseholdTab},
    state::{Open, State},
    text::certificate as text,
    ui::{Button, ButtonKind, EmptyState, LinkButton, Notice, PageHead, Tone},
};
use soglia_domain::{
    certificate::RentCertificate,
    dwelling::Dwelling,
    id::{DwellingId, PlacementId},
    placement::Placement,
    record::Identity as _,
    rent::RentTier,
    rooms::{Record, Room as _},
};

/// What the page has to show.
#[derive(Clone, PartialEq)]
enum Found {
    Opening,
    Missing,
    Unmeasured,
    Here(Box<Shown>),
}

/// A certificate with what stands around it.
#[derive(Clone, PartialEq)]
struct Shown {
    certificate: RentCertificate,
    /// Where the dwelling is; none when the device does not have it.
    place: Option<String>,
    demonstration: bool,
}

/// The page of a certificate.
pub fn page(address: Option<Address>) -> AnyView {
    let state = expect_context::<State>();
    let (found, back) = match address {
        Some(Address::Certificate(id, tier)) => (
            of_dwelling(state, id, tier),
            Address::Dwelling(id, DwellingTab::Rent),
        ),
        Some(Address::OfferCertificate(id, offer)) => (
            of_offer(state, offer),
            Address::Household(id, HouseholdTab::Offers),
        ),
        _ => return ().into_any(),
    };
    live(move || match found.get() {
        Found::Opening => view! { <p class="muted" role="status">{text::opening()}</p> },
        Found::Missing => nothing(text::no_record(), text::no_record_text(), back),
        Found::Unmeasured => nothing(text::no_surface(), text::no_surface_text(), back),
        Found::Here(shown) => whole(&shown, back),
    })
}

fn of_dwelling(state: State, id: DwellingId, tier: RentTier) -> Memo<Found> {
    let open = state.record(move || id.key());
    Memo::new(move |_| {
        follow(open, |record| {
            Dwelling::of(record).map_or(Found::Missing, |dwelling| issue(dwelling, tier, state))
        })
    })
}

/// Issues it under the rules of today.
fn issue(dwelling: &Dwelling, tier: RentTier, state: State) -> Found {
    let rules = state.rules();
    let Some(area) = dwelling.facts.surface(rules.cap_surface_kind(), &rules) else {
        return Found::Unmeasured;
    };
    Found::Here(Box::new(Shown {
        certificate: RentCertificate::issue(&dwelling.code, area, tier, &rules),
        place: place(state, dwelling.id),
        demonstration: dwelling.demonstration,
    }))
}

fn of_offer(state: State, offer: PlacementId) -> Memo<Found> {
    let open = state.record(move || offer.key());
    Memo::new(move |_| {
        follow(open, |record| {
            Placement::of(record).map_or(Found::Missing, |offer| kept(offer, state))
        })
    })
}

/// Shows it as it was written, with the versions of that day.
fn kept(offer: &Placement, state: State) -> Found {
    let Some(certificate) = offer.certificate.clone() else {
        return Found::Unmeasured;
    };
    let household = state
        .rows
        .with(|rows| rows.household(offer.household).map(|row| row.demonstration));
    Found::Here(Box::new(Shown {
        certificate,
        place: place(state, offer.dwelling),
        demonstration: household.unwrap_or_default(),
    }))
}

fn follow(open: Signal<Open>, read: impl FnOnce(&Record) -> Found) -> Found {
    open.with(|open| match open {
        Open::Loading => Found::Opening,
        Open::Missing => Found::Missing,
        Open::Here(shown) => read(&shown.stored.record),
    })
}

fn place(state: State, id: DwellingId) -> Option<String> {
    state.rows.with(|rows| {
        rows.dwelling(id)
            .map(|row| format!("{}, {}", row.street, row.municipality))
    })
}

fn back_link(back: Address) -> AnyView {
    let label = match back {
        Address::Dwelling(..) => text::back_to_rent(),
        _ => text::back_to_offers(),
    };
    view! { <p class="certificate-back"><a href=back.path()>{label}</a></p> }
}

fn nothing(title: &'static str, sentence: &'static str, back: Address) -> AnyView {
    view! {
        <div class="page">
            <PageHead title=text::title()/>
            <EmptyState title text=sentence>
                <LinkButton href=back.path()>
                    {match back {
                        Address::Dwelling(..) => text::back_to_rent(),
                        _ => text::back_to_offers(),
                    }}
                </LinkButton>
            </EmptyState>
        </div>
    }
}

fn whole(shown: &Shown, back: Address) -> AnyView {
    let certificate = shown.certificate.clone();
    let failed = RwSignal::new(false);
    let save = move |()| {
        let name = format!(
            "certificato-{}-{}.json",
            certificate.dwelling,
            certificate.tier.key()
        );
        let line = soglia_json::to_string(&certificate).map(|line| line + "\n");
        let kept = line.is_ok_and(|line| files::download(&name, "application/json", line.as_bytes()));
        failed.set(!kept);
    };
    let print = |()| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    view! {
        <div class="page certificate-page">
            {back_link(back)}
            <div class="certificate-actions">
                <Button kind=ButtonKind::Primary icon="it-print" on_click=print>{text::print()}</Button>
                <Button icon="it-download" on_click=save>{text::download()}</Button>
            </div>
            {move || failed.get().then(|| view! { <Notice tone=Tone::Bad>{text::not_downloaded()}</Notice> })}
            {sheet::sheet(&shown.certificate, shown.place.clone(), shown.demonstration)}
        </div>
    }
}
