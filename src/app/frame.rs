// SPDX-License-Identifier: AGPL-3.0-or-later
//! Header, navigation and page. The navigation is a rail in landscape and a bar at the bottom in portrait: one element,
//! placed by the style sheet.
use super::{header::Header, page::Page};
use crate::prelude::*;
use crate::{
    funding,
    routes::{self, Address},
    session::may,
    state::{State, SyncTrouble},
    text::shell as text,
    ui::{Icon, LinkButton, Notice, Tone},
};
use soglia_domain::author::{Author, Role};

/// The frame around the pages of a person who signed in.
#[component]
pub fn Frame(author: Author) -> AnyView {
    provide_context(author.clone());
    tell_reads();
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        crate::ui::focus_by_id("main");
    };
    view! {
        <div class="frame">
            <a class="skip-link" href="#main" on:click=skip>{text::skip_to_content()}</a>
            <Header author=author />
            <Rail />
            <main id="main" class="main" tabindex="-1">
                <Warnings />
                <Page />
            </main>
        </div>
    }
    .into_any()
}

/// After each exchange the server is told which records were opened meanwhile.
fn tell_reads() {
    let state = expect_context::<State>();
    let last_ms = Memo::new(move |_| state.sync.with(|sync| sync.last_ms));
    Effect::new(move |_| {
        if last_ms.get().is_some() {
            state.deliver_reads();
        }
    });
}

#[component]
fn Rail() -> AnyView {
    let link = |address: Address, icon: &'static str, word: &'static str| {
        let current = move || {
            let here = routes::navigation().place.with(|place| place.address);
            belongs(here, address).then_some("page")
        };
        view! {
            <li>
                <a class="rail-link" href=address.path() aria-current=current>
                    <Icon name=icon />
                    <span>{word}</span>
                </a>
            </li>
        }
        .into_any()
    };
    let entries = match may::author().map(|author| author.role) {
        Some(Role::Administrator) => link(Address::Accounts, "it-user", text::people()),
        Some(Role::Auditor) => view! {
            {link(Address::Audit, "it-list", text::register())}
            {link(Address::Archive, "it-files", text::erasures())}
        }
        .into_any(),
        Some(Role::SocialWorker | Role::HousingOfficer | Role::ManagingPartner | Role::Coordinator)
        | None => of_records(link),
    };
    view! {
        <nav class="rail" aria-label=text::main_navigation()>
            <ul>{entries}</ul>
        </nav>
    }
    .into_any()
}

/// The entries of whoever works with records.
fn of_records(link: impl Fn(Address, &'static str, &'static str) -> AnyView) -> AnyView {
    view! {
                {link(Address::Today, "it-calendar", text::today())}
                {link(Address::Households, "it-user", text::households())}
                {link(Address::Dwellings, "it-home", text::dwellings())}
                {funding::sees_funding().then(|| link(Address::Funding, "it-chart-line", crate::text::funding::funding()))}
                {link(Address::Deliveries, "it-upload", text::deliveries())}
    }
    .into_any()
}

/// Whether a page belongs to an entry of the navigation.
const fn belongs(here: Option<Address>, entry: Address) -> bool {
    matches!(
        (here, entry),
        (Some(Address::Today | Address::Round), Address::Today)
            | (
                Some(
                    Address::Households
                        | Address::NewHousehold
                        | Address::Household(..)
                        | Address::OfferCertificate(..)
                        | Address::FamilyPlan(..)
                ),
                Address::Households
            )
            | (
                Some(
                    Address::Dwellings
                        | Address::ImportDwellings
                        | Address::Dwelling(..)
                        | Address::Certificate(..)
                        | Address::Map
                ),
                Address::Dwellings
            )
            | (
                Some(Address::Funding | Address::FundingSource(_)),
                Address::Funding
            )
            | (Some(Address::Deliveries), Address::Deliveries)
            | (Some(Address::Accounts | Address::Today), Address::Accounts)
            | (Some(Address::Audit | Address::Today), Address::Audit)
            | (Some(Address::Archive), Address::Archive)
    )
}

/// What concerns every page: the store was thrown away, or the server asks who is there.
#[component]
fn Warnings() -> AnyView {
    let state = expect_context::<State>();
    let is_lost = Memo::new(move |_| state.storage.with(|storage| storage.lost));
    let is_signed_out = Memo::new(move |_| state.sync.with(|sync| sync.signed_out));
    let is_factor_missing = Memo::new(move |_| {
        state
            .sync
            .with(|sync| sync.trouble == Some(SyncTrouble::FactorMissing))
    });
    let is_here = Memo::new(|_| {
        routes::navigation()
            .place
            .with(|place| place.address == Some(Address::SignIn))
    });
    // Signing in again happens on a page of its own; asking for it there too would be noise.
    view! {
        <Show when=move || is_lost.get()>
            <div class="warnings">
                <Notice tone=Tone::Bad>{text::storage_lost()}</Notice>
            </div>
        </Show>
        <Show when=move || is_factor_missing.get()>
            <div class="warnings">
                <Notice tone=Tone::Warn>
                    <p>{text::factor_missing()}</p>
                    <LinkButton href=Address::Settings.path()>{text::set_up_factor()}</LinkButton>
                </Notice>
            </div>
        </Show>
        <Show when=move || is_signed_out.get() && !is_here.get()>
            <div class="warnings">
                <Notice tone=Tone::Warn>
                    <p>{text::sign_in_again()}</p>
                    <LinkButton href=Address::SignIn.path()>{text::sign_in()}</LinkButton>
                </Notice>
            </div>
        </Show>
    }
    .into_any()
}
