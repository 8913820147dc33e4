// SPDX-License-Identifier: AGPL-3.0-or-later
//! The equivalence scale of a household, D.P.C.M. 159/2013, annex 1.
use super::composition::{Composition, Increment};
use crate::rulebook::{ParameterName, Rules};

/// The lowest and the highest equivalence scale that the known facts about the members allow, in hundredths. They are
/// the same when everything that matters is known. An attested scale is better than this one, and is not looked at here.
///
/// Whether the parents worked six months of the year is not asked: whether they work now stands for it.
pub fn equivalence_scale(composition: &Composition, rules: &Rules) -> (u32, u32) {
    let members = of_members(composition.n_members, rules);
    let (fewest, most) = composition.n_children;
    (
        members + of_children(fewest, rules) + of_minors(composition.increments.0, rules),
        members + of_children(most, rules) + of_minors(composition.increments.1, rules),
    )
}

/// The scale of so many members without any increment.
pub(super) fn of_members(n_members: u8, rules: &Rules) -> u32 {
    let table = rules.table(ParameterName::EquivalenceScaleMembers);
    let listed = usize::from(n_members).clamp(1, table.len().max(1));
    let further = usize::from(n_members).saturating_sub(listed) as u32;
    let base = table.get(listed - 1).copied().unwrap_or_default();
    base + further * rules.number(ParameterName::EquivalenceScaleFurther)
}

fn of_children(n_children: u8, rules: &Rules) -> u32 {
    let table = rules.table(ParameterName::EquivalenceScaleChildren);
    match usize::from(n_children) {
        0 => 0,
        n => table
            .get(n.min(table.len()).saturating_sub(1))
            .copied()
            .unwrap_or_default(),
    }
}

fn of_minors(increment: Increment, rules: &Rules) -> u32 {
    match increment {
        Increment::None => 0,
        Increment::Minors => rules.number(ParameterName::EquivalenceScaleMinors),
        Increment::Infant => rules.number(ParameterName::EquivalenceScaleInfant),
    }
}
