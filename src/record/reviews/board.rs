// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the cards of one record share.
use super::written::Me;
use crate::prelude::*;
use crate::state::State;
use soglia_domain::{action::Action, record::FieldKey};

/// A choice that was made here a moment ago, so that it can be taken back.
#[derive(Clone, PartialEq)]
pub(super) struct Chosen {
    pub(super) question: String,
    /// None where both were kept.
    pub(super) chosen: Option<String>,
    /// The other values, each with the action that writes it.
    pub(super) others: Vec<(String, Action)>,
}

/// What the cards of one record share.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub(super) state: State,
    pub(super) me: StoredValue<Me>,
    pub(super) may_choose: bool,
    pub(super) chosen: RwSignal<Vec<Chosen>>,
    pub(super) trouble: RwSignal<Option<(FieldKey, String)>>,
}
