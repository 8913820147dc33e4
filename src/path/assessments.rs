// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::prelude::*;
use soglia_domain::id::HouseholdId;

/// The section.
pub(super) fn section(_household: HouseholdId) -> AnyView {
    ().into_any()
}
