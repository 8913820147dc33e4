// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a family comes from.
/// Names of one origin.
pub(in crate::demo) struct Names {
    /// How often households of this origin are drawn.
    pub(in crate::demo) weight: i64,
    /// Where a household of this origin stands under public housing law.
    pub(in crate::demo) standing: Standing,
    pub(in crate::demo) family: &'static [&'static str],
    pub(in crate::demo) female: &'static [&'static str],
    pub(in crate::demo) male: &'static [&'static str],
}

/// Italian, of the European Union, or of another state.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::demo) enum Standing {
    Italian,
    Eu,
    Other,
}
