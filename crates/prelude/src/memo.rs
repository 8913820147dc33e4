// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values that follow from others, and change only when they differ.
use super::{Any, typed};
use leptos::prelude::{self as graph, Read, ReadUntracked, Track};
use std::marker::PhantomData;

/// A value of any type that can be compared with another of its type.
trait Same: std::any::Any + Send + Sync {
    fn is_same(&self, other: &Any) -> bool;

    fn any(&self) -> &Any;
}

impl<T: PartialEq + Send + Sync + 'static> Same for T {
    fn is_same(&self, other: &Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn any(&self) -> &Any {
        self
    }
}

/// What a memo holds.
pub(super) struct Outcome(Box<dyn Same>);

impl Outcome {
    pub(super) fn any(&self) -> &Any {
        self.0.any()
    }
}

impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(other.0.any())
    }
}

pub(super) type Held = graph::ArcMemo<Outcome>;
type Place = graph::Memo<Outcome>;
type Reading = <Place as ReadUntracked>::Value;
type Working = dyn Fn(Option<&Outcome>) -> Box<dyn Same> + Send + Sync;

fn place(work: Box<Working>) -> Place {
    Place::new(move |before| Outcome(work(before)))
}

fn read(place: Place) -> Reading {
    place.read()
}

fn read_untracked(place: Place) -> Reading {
    place.read_untracked()
}

/// As [`leptos::prelude::Memo`].
pub struct Memo<T> {
    place: Place,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T> Memo<T> {
    /// Follows the value without looking at it.
    pub fn track(&self) {
        self.place.track();
    }

    pub(super) fn held(self) -> Held {
        self.place.into()
    }
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// Works the value out, from the one before where there was one, whenever something changes that it follows.
    pub fn new(work: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        Self {
            place: place(Box::new(move |before: Option<&Outcome>| {
                Box::new(work(before.map(|before| typed(before.any()))))
            })),
            of: PhantomData,
        }
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

impl<T: Clone + Send + Sync + 'static> Memo<T> {
    /// The value; follows it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value, without following it.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}
