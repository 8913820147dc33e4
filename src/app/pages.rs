// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which page stands at which address.
use crate::prelude::*;
use crate::{
    certificate, deliveries, dwellings, households,
    routes::{self, Address, DwellingTab, HouseholdTab},
    rules,
    session::sign_in::SignInPage,
    settings,
    text::shell as text,
    today,
    ui::{EmptyState, LinkButton, PageHead},
};
use soglia_domain::id::{DwellingId, HouseholdId};

/// What fills the page: one for each area, so that a list stays where it is while its records come and go beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Area {
    Today,
    SignIn,
    Households,
    Dwellings,
    Import,
    Certificate,
    Deliveries,
    Rules,
    WhatIf,
    Settings,
    About,
    Nowhere,
}

const fn area_of(address: Option<Address>) -> Area {
    match address {
        Some(Address::Today) => Area::Today,
        Some(Address::SignIn) => Area::SignIn,
        Some(Address::Households | Address::NewHousehold | Address::Household(..)) => Area::Households,
        Some(Address::Dwellings | Address::Dwelling(..)) => Area::Dwellings,
        Some(Address::ImportDwellings) => Area::Import,
        Some(Address::Certificate(..) | Address::OfferCertificate(..)) => Area::Certificate,
        Some(Address::Deliveries) => Area::Deliveries,
        Some(Address::Rules) => Area::Rules,
        Some(Address::WhatIf) => Area::WhatIf,
        Some(Address::Settings) => Area::Settings,
        Some(Address::About) => Area::About,
        None => Area::Nowhere,
    }
}

fn address() -> Option<Address> {
    routes::navigation().place.with(|place| place.address)
}

/// The page at the present address.
#[component]
pub fn Page() -> AnyView {
    let area = Memo::new(|_| area_of(address()));
    let page = move || match area.get() {
        Area::Today => view! { <today::Page /> }.into_any(),
        Area::SignIn => view! { <SignInPage /> }.into_any(),
        Area::Households => view! { <Households /> }.into_any(),
        Area::Dwellings => view! { <Dwellings /> }.into_any(),
        Area::Import => view! { <dwellings::ImportPage /> }.into_any(),
        Area::Certificate => live(|| certificate::page(address())),
        Area::Deliveries => view! { <deliveries::Page /> }.into_any(),
        Area::Rules => rules::rules_page(),
        Area::WhatIf => rules::what_if_page(),
        Area::Settings => view! { <settings::Page /> }.into_any(),
        Area::About => view! { <settings::AboutPage /> }.into_any(),
        Area::Nowhere => nowhere(),
    };
    page.into_any()
}

/// What stands beside the list of households.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside<Id> {
    Nothing,
    New,
    Record(Id),
}

#[component]
fn Households() -> AnyView {
    let beside = Memo::new(|_| match address() {
        Some(Address::Household(id, _)) => Beside::Record(id),
        Some(Address::NewHousehold) => Beside::New,
        _ => Beside::<HouseholdId>::Nothing,
    });
    // While the page goes away the address already names another one; the last part then stays.
    let tab = Memo::new(|before: Option<&HouseholdTab>| match address() {
        Some(Address::Household(_, tab)) => tab,
        _ => before.copied().unwrap_or_default(),
    });
    let detail = move || match beside.get() {
        Beside::Nothing => hint(text::choose_household()),
        Beside::New => view! { <households::NewPage /> }.into_any(),
        Beside::Record(id) => view! { <households::RecordPage id=id tab=Signal::from(tab) /> }.into_any(),
    };
    let is_open = Signal::derive(move || beside.get() != Beside::Nothing);
    let list = view! { <households::ListPage /> }.into_any();
    split(is_open, list, detail.into_any())
}

#[component]
fn Dwellings() -> AnyView {
    let beside = Memo::new(|_| match address() {
        Some(Address::Dwelling(id, _)) => Beside::Record(id),
        _ => Beside::<DwellingId>::Nothing,
    });
    let tab = Memo::new(|before: Option<&DwellingTab>| match address() {
        Some(Address::Dwelling(_, tab)) => tab,
        _ => before.copied().unwrap_or_default(),
    });
    let detail = move || match beside.get() {
        Beside::Record(id) => view! { <dwellings::RecordPage id=id tab=Signal::from(tab) /> }.into_any(),
        Beside::Nothing | Beside::New => hint(text::choose_dwelling()),
    };
    let is_open = Signal::derive(move || beside.get() != Beside::Nothing);
    let list = view! { <dwellings::ListPage /> }.into_any();
    split(is_open, list, detail.into_any())
}

/// List and record: side by side where there is room, one after the other where there is not.
fn split(is_open: Signal<bool>, list: AnyView, detail: AnyView) -> AnyView {
    view! {
        <div class="split" data-open=move || is_open.get().to_string()>
            <div class="split-list">{list}</div>
            <div class="split-detail">{detail}</div>
        </div>
    }
    .into_any()
}

/// What stands in the place of a record until one is chosen.
fn hint(sentence: &'static str) -> AnyView {
    view! { <p class="split-hint">{sentence}</p> }.into_any()
}

fn nowhere() -> AnyView {
    view! {
        <div class="page">
            <PageHead title=text::nowhere_title() />
            <EmptyState title=text::nowhere_what() text=text::nowhere_text()>
                <LinkButton href=Address::Today.path() icon="it-home">{text::to_today()}</LinkButton>
            </EmptyState>
        </div>
    }
    .into_any()
}
