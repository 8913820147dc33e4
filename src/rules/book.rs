// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the entries of the rulebook and their forms share.
use crate::prelude::*;
use crate::state::State;
use soglia_domain::rulebook::{ParameterName, Rules};

/// What every entry of the page reads.
#[derive(Clone, Copy)]
pub(super) struct Book {
    pub(super) state: State,
    /// The rules of the chosen day.
    pub(super) rules: Memo<Rules>,
    /// Whether this person may amend.
    pub(super) may_amend: bool,
    /// The one parameter whose form is open.
    pub(super) open: RwSignal<Option<ParameterName>>,
    /// The parameter to which a link led here.
    pub(super) looked_for: Option<ParameterName>,
}
