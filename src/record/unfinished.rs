// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is unfinished about a record: it survives leaving the field, the topic and the page, a reload, a lock, an update
//! and an empty battery. It rests in the sealed drafts of whoever typed it, by the key of the record.
use crate::prelude::*;
use crate::state::{draft, keep_draft};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use soglia_domain::record::Key;

/// A text that was not accepted, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// As it was typed.
    pub text: String,
    /// What is wrong with it.
    pub error: String,
}

/// Something that can be unfinished.
pub trait Keep: Default + Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {}

impl<T: Default + Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static> Keep for T {}

/// What is unfinished of one sort about one record, followed by the page that shows it.
pub struct Unfinished<D> {
    place: Place,
    value: RwSignal<D>,
}

/// Where it rests: its sort, and the record.
#[derive(Clone, Copy)]
struct Place(&'static str, Key);

impl Place {
    fn name(self) -> String {
        format!("{}/{}", self.0, self.1)
    }

    fn read<D: Keep>(self) -> D {
        draft(&self.name())
            // What an older version wrote in another form is given up: it was never an answer.
            .and_then(|text| soglia_json::from_slice(text.as_bytes()).ok())
            .unwrap_or_default()
    }

    fn write<D: Keep>(self, value: &D) {
        let text = (*value != D::default()).then(|| soglia_json::to_string(value).unwrap_or_default());
        keep_draft(&self.name(), text);
    }
}

impl<D> Clone for Unfinished<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for Unfinished<D> {}

impl<D: Keep> Unfinished<D> {
    /// As it was left.
    pub fn of(sort: &'static str, key: Key) -> Self {
        let place = Place(sort, key);
        Self {
            place,
            value: RwSignal::new(place.read()),
        }
    }

    /// Looks at it and follows it.
    pub fn with<T>(self, see: impl FnOnce(&D) -> T) -> T {
        self.value.with(see)
    }

    /// Looks at it without following it.
    pub fn with_untracked<T>(self, see: impl FnOnce(&D) -> T) -> T {
        self.value.with_untracked(see)
    }

    /// Changes it and keeps it at once. The page may be gone when an answer comes: what is unfinished stays all the same.
    pub fn update(self, change: impl FnOnce(&mut D)) {
        let here = self.value.try_with_untracked(D::clone);
        let before = here.unwrap_or_else(|| self.place.read());
        let mut value = before.clone();
        change(&mut value);
        if value != before {
            self.place.write(&value);
            self.value.try_set(value);
        }
    }
}

/// Changes what is unfinished about a record from outside of its page.
pub fn amend<D: Keep>(sort: &'static str, key: Key, change: impl FnOnce(&mut D)) {
    let place = Place(sort, key);
    let mut value: D = place.read();
    change(&mut value);
    place.write(&value);
}
