// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values that are only read, wherever they come from.
use super::{Any, Memo, RwSignal, memo, signal, typed};
use leptos::prelude::{GetValue, Read, ReadUntracked, StoredValue};
use std::{marker::PhantomData, sync::Arc};

/// Where the value comes from.
#[derive(Clone)]
enum Source {
    Set(signal::Held),
    Memo(memo::Held),
    Derived(Arc<dyn Fn() -> Box<Any> + Send + Sync>),
}

/// The value, for as long as somebody looks at it.
enum Seen {
    Set(<signal::Held as ReadUntracked>::Value),
    Memo(<memo::Held as ReadUntracked>::Value),
    Derived(Box<Any>),
}

impl Seen {
    fn any(&self) -> &Any {
        match self {
            Self::Set(slot) => &*slot.0,
            Self::Memo(outcome) => outcome.any(),
            Self::Derived(value) => &**value,
        }
    }
}

fn read(place: StoredValue<Source>) -> Seen {
    match place.get_value() {
        Source::Set(held) => Seen::Set(held.read()),
        Source::Memo(held) => Seen::Memo(held.read()),
        Source::Derived(work) => Seen::Derived(work()),
    }
}

fn read_untracked(place: StoredValue<Source>) -> Seen {
    match place.get_value() {
        Source::Set(held) => Seen::Set(held.read_untracked()),
        Source::Memo(held) => Seen::Memo(held.read_untracked()),
        Source::Derived(work) => Seen::Derived(leptos::prelude::untrack(|| work())),
    }
}

/// As [`leptos::prelude::Signal`].
pub struct Signal<T> {
    place: StoredValue<Source>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> Signal<T> {
    fn of(source: Source) -> Self {
        Self {
            place: StoredValue::new(source),
            of: PhantomData,
        }
    }
}

impl<T: Send + Sync + 'static> Signal<T> {
    /// Works the value out each time somebody looks at it.
    pub fn derive(work: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::of(Source::Derived(Arc::new(move || Box::new(work()))))
    }

    /// A value that stays as it is.
    pub fn stored(value: T) -> Self {
        RwSignal::new(value).into()
    }

    /// Looks at the value and follows it.
    pub fn with<U>(&self, see: impl FnOnce(&T) -> U) -> U {
        see(typed(read(self.place).any()))
    }

    /// Looks at the value without following it.
    pub fn with_untracked<U>(&self, see: impl FnOnce(&T) -> U) -> U {
        see(typed(read_untracked(self.place).any()))
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// The value; follows it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value, without following it.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::stored(T::default())
    }
}

impl<T> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::of(Source::Set(signal.held()))
    }
}

impl<T> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::of(Source::Memo(memo.held()))
    }
}

impl<T: Send + Sync + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl From<&str> for Signal<String> {
    fn from(text: &str) -> Self {
        Self::stored(text.to_owned())
    }
}
