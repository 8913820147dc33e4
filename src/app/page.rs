// SPDX-License-Identifier: AGPL-3.0-or-later
//! What fills the page.
use super::areas::{self, Area};
use crate::prelude::*;
use crate::{
    routes::{Address, address},
    session::{may, sign_in::SignInPage},
    text::shell as text,
    ui::{EmptyState, LinkButton, PageHead},
};
use soglia_domain::author::Role;

/// The page at the present address.
#[component]
pub fn Page() -> AnyView {
    // What of the address does not change the area does not draw its page anew.
    let is_sign_in = Memo::new(|_| address() == Some(Address::SignIn));
    let role = may::author().map(|author| author.role);
    let area = Memo::new(move |_| address().map(|address| at_home(address, role)).and_then(Area::of));
    live(move || match area.get() {
        Some(area) => areas::page(area),
        None if is_sign_in.get() => view! { <SignInPage /> }.into_any(),
        None => nowhere(),
    })
}

/// Who sees no records begins with what they came for.
const fn at_home(address: Address, role: Option<Role>) -> Address {
    match (address, role) {
        (Address::Today, Some(Role::Administrator)) => Address::Accounts,
        (Address::Today, Some(Role::Auditor)) => Address::Audit,
        (address, _) => address,
    }
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
