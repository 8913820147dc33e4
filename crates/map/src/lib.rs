// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a map is made of, without a screen: boundaries in a compact file, a plane in metres, a window onto it, and points
//! that come together where they would hide each other.
#![warn(missing_docs)]

mod bytes;
mod form;
mod ground;
mod group;
mod plane;
mod sketch;
mod view;

pub use form::{Edge, Level};
pub use ground::{Border, Ground, Name};
pub use group::{Group, Groups};
pub use plane::{Extent, Spot};
pub use sketch::{Drawn, Grid, Sketch, Written};
pub use view::View;
