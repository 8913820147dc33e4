// SPDX-License-Identifier: AGPL-3.0-or-later
//! The values published with this version, as they stand in `rulebook/*.toml`.
use super::{
    names::ParameterName,
    parameter::{MarketRent, Parameter, ParameterValue, Status, Unit},
};
use soglia_kernel::{area::SurfaceKind, calendar::Day, money::Money};
use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/rulebook_values.rs"));

/// The published values of a parameter, oldest first.
pub(super) fn values(name: ParameterName) -> &'static [Parameter] {
    PARAMETERS[name as usize]
}

/// A published parameter on a day.
pub(super) fn published(name: ParameterName, day: Day) -> &'static Parameter {
    let values = values(name);
    values
        .iter()
        .rev()
        .find(|parameter| parameter.from <= day)
        .unwrap_or(&values[0])
}
