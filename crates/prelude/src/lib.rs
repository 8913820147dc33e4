// SPDX-License-Identifier: AGPL-3.0-or-later
//! What views are written with: that of Leptos, with signals, memos and control flow of our own in the place of its own.
//!
//! Leptos makes a copy of its machinery for every type of value and for every closure, and the copies travel to every
//! tablet. Ours keep the value behind one type and the closures in boxes, so that the machinery is there once; they have
//! the same names and are used in the same way. Pages always use this prelude, never that of Leptos.
pub use self::{
    flow::{CollectView, For, Show, live},
    memo::Memo,
    read::Signal,
    signal::{ArcRwSignal, RwSignal},
};
pub use crate::erased_view as view;
pub use leptos::prelude::*;

pub mod flow;
pub mod memo;
pub mod read;
pub mod signal;

/// As [`leptos::prelude::view`], always of the one type [`AnyView`]: lists, options and closures of views are then of
/// one type too.
#[macro_export]
macro_rules! erased_view {
    ($($markup:tt)*) => {
        ::leptos::prelude::IntoAny::into_any(::leptos::prelude::view! { $($markup)* })
    };
}

/// A value without its type.
type Any = dyn std::any::Any + Send + Sync;

/// The value with its type again. Whatever stores a value here carries its type in a marker, so the type asked for is
/// always the one that was stored.
#[expect(
    clippy::expect_used,
    reason = "the marker of the holder fixes the type; any other is a mistake in this module"
)]
fn typed<T: 'static>(any: &Any) -> &T {
    any.downcast_ref().expect("the type of the holder")
}
