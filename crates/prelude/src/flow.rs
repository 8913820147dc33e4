// SPDX-License-Identifier: AGPL-3.0-or-later
//! Views that come and go.
use super::Memo;
use leptos::prelude::{AnyView, ChildrenFn, IntoAny, IntoView, ViewFn, component};
use soglia_domain::{
    id::{ChangeId, DwellingId, HouseholdId, MemberId, PersonId, PlacementId},
    photo::PhotoId,
    record::Key as RecordKey,
};
use std::sync::{Arc, Mutex};

/// A view that is made again whenever something changes that it follows.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    // The type that `view!` gives to the closures in it: its machinery is there anyhow.
    let shared: Arc<Mutex<dyn FnMut() -> AnyView + Send>> = Arc::new(Mutex::new(view));
    shared.into_any()
}

/// As [`leptos::prelude::CollectView`], with views of one type.
pub trait CollectView {
    /// The views of all items, in their order.
    fn collect_view(self) -> Vec<AnyView>;
}

impl<V: IntoView, I: IntoIterator<Item = V>> CollectView for I {
    fn collect_view(self) -> Vec<AnyView> {
        self.into_iter().map(IntoAny::into_any).collect()
    }
}

/// A question that is asked again and again.
pub struct When(Box<dyn Fn() -> bool + Send + Sync>);

impl<F: Fn() -> bool + Send + Sync + 'static> From<F> for When {
    fn from(ask: F) -> Self {
        Self(Box::new(ask))
    }
}

/// As [`leptos::prelude::Show`]: the children while something holds, else the fallback.
#[component]
pub fn Show(
    /// What has to hold.
    #[prop(into)]
    when: When,
    /// Shown while it does not.
    #[prop(optional, into)]
    fallback: ViewFn,
    children: ChildrenFn,
) -> AnyView {
    let holds = Memo::new(move |_| when.0());
    live(move || if holds.get() { children() } else { fallback.run() })
}

/// One item of a list: what tells it from the others, and how it is drawn.
struct Item {
    key: u128,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

/// What tells an item of a list from the others of its kind.
pub trait Key {
    /// As a number: identities are numbers inside.
    fn number(self) -> u128;
}

macro_rules! identities {
    ($($id:ty)*) => {$(
        impl Key for $id {
            fn number(self) -> u128 {
                self.0.as_u128()
            }
        }
    )*};
}

identities! { DwellingId HouseholdId PlacementId PersonId ChangeId }

impl Key for PhotoId {
    /// Half of a checksum tells photos of one dwelling apart.
    fn number(self) -> u128 {
        let (half, _) = self.0.split_at(16);
        half.iter()
            .fold(0, |number, byte| number << 8 | u128::from(*byte))
    }
}

impl Key for MemberId {
    fn number(self) -> u128 {
        self.0.into()
    }
}

impl Key for RecordKey {
    /// Identities are random: those of two kinds are never the same, but for the rules, of which there is one record.
    fn number(self) -> u128 {
        self.id.as_u128()
    }
}

impl Key for usize {
    fn number(self) -> u128 {
        self as u128
    }
}

/// As [`leptos::prelude::For`]: items that stay keep their view.
#[component]
pub fn For<T, I, E, K, C, V>(
    /// The items.
    each: E,
    /// What tells an item from the others.
    key: fn(&T) -> K,
    /// Draws one.
    children: C,
) -> AnyView
where
    T: Send + 'static,
    I: IntoIterator<Item = T>,
    E: Fn() -> I + Send + Sync + 'static,
    K: Key + 'static,
    C: Fn(T) -> V + Clone + Send + Sync + 'static,
    V: IntoView,
{
    items(Box::new(move || {
        let item = |item: T| {
            let children = children.clone();
            Item {
                key: key(&item).number(),
                draw: Box::new(move || children(item).into_view().into_any()),
            }
        };
        each().into_iter().map(item).collect()
    }))
}

fn items(each: Box<dyn Fn() -> Vec<Item> + Send + Sync>) -> AnyView {
    leptos::prelude::For(
        leptos::prelude::ForProps::builder()
            .each(each)
            .key(|item: &Item| item.key)
            .children(|item: Item| (item.draw)())
            .build(),
    )
    .into_any()
}
