// SPDX-License-Identifier: AGPL-3.0-or-later
//! What views are written with. Always `use crate::prelude::*`, never that of Leptos.
pub use soglia_prelude::*;
