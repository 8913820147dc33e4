// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values that are read and set.
use super::{Any, typed};
use leptos::prelude::{
    self as graph, IsDisposed, Notify, Read, ReadUntracked, Track, UntrackableGuard, Write,
};
use std::marker::PhantomData;

/// A value of any type.
pub(super) struct Slot(pub(super) Box<Any>);

pub(super) type Held = graph::ArcRwSignal<Slot>;
type Place = graph::RwSignal<Slot>;
type Reading = <Place as ReadUntracked>::Value;

fn place(value: Box<Any>) -> Place {
    Place::new(Slot(value))
}

fn read(place: Place) -> Reading {
    place.read()
}

fn read_untracked(place: Place) -> Option<Reading> {
    place.try_read_untracked()
}

fn write(place: &Place) -> Option<impl UntrackableGuard<Target = Slot>> {
    place.try_write()
}

/// As [`leptos::prelude::RwSignal`]: gone when the view is gone in which it was made.
pub struct RwSignal<T> {
    place: Place,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> RwSignal<T> {
    const fn of(place: Place) -> Self {
        Self {
            place,
            of: PhantomData,
        }
    }

    pub(super) fn held(self) -> Held {
        self.place.into()
    }

    /// Whether the view is gone in which it was made.
    pub fn is_disposed(&self) -> bool {
        self.place.is_disposed()
    }

    /// Follows the value without looking at it.
    pub fn track(&self) {
        self.place.track();
    }
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self::of(place(Box::new(value)))
    }

    /// Looks at the value and follows it.
    pub fn with<U>(&self, see: impl FnOnce(&T) -> U) -> U {
        see(typed(&*read(self.place).0))
    }

    /// Looks at the value without following it; none when the view is gone.
    pub fn try_with_untracked<U>(&self, see: impl FnOnce(&T) -> U) -> Option<U> {
        Some(see(typed(&*read_untracked(self.place)?.0)))
    }

    /// Looks at the value without following it.
    pub fn with_untracked<U>(&self, see: impl FnOnce(&T) -> U) -> U {
        see(typed(&*self.place.read_untracked().0))
    }

    /// Changes the value and tells who follows it; none when the view is gone.
    pub fn try_update<U>(&self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let mut writing = write(&self.place)?;
        writing.0.downcast_mut().map(change)
    }

    /// Changes the value and tells who follows it.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Sets the value and tells who follows it.
    pub fn set(&self, value: T) {
        self.update(|old| *old = value);
    }

    /// Sets the value unless the view is gone, and gives it back then.
    pub fn try_set(&self, value: T) -> Option<T> {
        if self.is_disposed() {
            return Some(value);
        }
        self.set(value);
        None
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// The value; follows it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value, without following it.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value, without following it; none when the view is gone.
    pub fn try_get_untracked(&self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

/// As [`leptos::prelude::ArcRwSignal`]: lives as long as anybody holds it.
pub struct ArcRwSignal<T> {
    held: Held,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for ArcRwSignal<T> {
    fn clone(&self) -> Self {
        Self {
            held: self.held.clone(),
            of: PhantomData,
        }
    }
}

impl<T> ArcRwSignal<T> {
    /// Follows the value without looking at it.
    pub fn track(&self) {
        self.held.track();
    }

    /// Tells who follows it, as if it had been set.
    pub fn notify(&self) {
        self.held.notify();
    }
}

impl<T: Send + Sync + 'static> ArcRwSignal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self {
            held: Held::new(Slot(Box::new(value))),
            of: PhantomData,
        }
    }
}

impl<T> From<ArcRwSignal<T>> for RwSignal<T> {
    fn from(signal: ArcRwSignal<T>) -> Self {
        Self::of(signal.held.into())
    }
}
