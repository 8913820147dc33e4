// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pages that stand beside their list.
use super::parts::{PAGE, Part, part};
use crate::prelude::*;
use crate::{
    dwellings, households, record,
    routes::{Address, DwellingTab, HouseholdTab, address},
    text::shell as text,
};
use soglia_domain::id::{DwellingId, HouseholdId};

/// What stands beside the list of households.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside<Id> {
    Nothing,
    New,
    Record(Id),
}

/// Households: the list, and one of them beside it.
#[component]
pub fn Households() -> AnyView {
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
        Beside::New => new_household().show(PAGE, |page| page()),
        Beside::Record(id) => view! { <households::RecordPage id=id tab=Signal::from(tab) /> }.into_any(),
    };
    let is_open = Signal::derive(move || beside.get() != Beside::Nothing);
    let list = view! { <households::ListPage /> }.into_any();
    record::beside(is_open, list, detail.into_any())
}

/// Taking in is not what a visit begins with.
fn new_household() -> Part<fn() -> AnyView> {
    part!(new_household in intake: || view! { <households::NewPage /> }, fn() -> AnyView)
}

/// Dwellings: the list, and one of them beside it.
#[component]
pub fn Dwellings() -> AnyView {
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
    record::beside(is_open, list, detail.into_any())
}

/// What stands in the place of a record until one is chosen.
fn hint(sentence: &'static str) -> AnyView {
    view! { <p class="split-hint">{sentence}</p> }.into_any()
}
