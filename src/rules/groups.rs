// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parameters in the groups in which people look for them.
use crate::text::rules as text;
use soglia_domain::rulebook::ParameterName;

/// A group: how it is called, and how the names in it begin.
pub(super) struct Group {
    pub(super) title: fn() -> &'static str,
    begins: &'static [&'static str],
}

/// All groups, in the order in which they are read. The last one takes what belongs to no other.
pub(super) const GROUPS: [Group; 9] = [
    group(text::rents, &["cap_"]),
    group(text::public_housing, &["public_housing_", "indigence_"]),
    group(text::isee, &["isee_", "equivalence_scale_"]),
    group(
        text::sustainability,
        &["sustainable_", "overburden_", "indexation_"],
    ),
    group(text::standards, &["adequacy_", "hygiene_", "salva_casa_"]),
    group(text::market, &["market_"]),
    group(
        text::durations,
        &["stay_", "plan_", "case_", "free_loan_", "energy_"],
    ),
    group(text::stock, &["stock_"]),
    group(text::others, &[]),
];

const fn group(title: fn() -> &'static str, begins: &'static [&'static str]) -> Group {
    Group { title, begins }
}

fn place_of(name: ParameterName) -> usize {
    let key = name.key();
    let belongs = |group: &Group| group.begins.iter().any(|start| key.starts_with(start));
    GROUPS.iter().position(belongs).unwrap_or(GROUPS.len() - 1)
}

/// The parameters of a group, in the order of their names.
pub(super) fn names_in(place: usize) -> Vec<ParameterName> {
    let names = ParameterName::ALL.iter().copied();
    names.filter(|name| place_of(*name) == place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parameter_stands_in_one_group() {
        let n_names: usize = (0..GROUPS.len()).map(|place| names_in(place).len()).sum();
        assert_eq!(n_names, ParameterName::ALL.len());
        let caps = names_in(0);
        assert!(caps.contains(&ParameterName::CapCapped));
        assert!(!caps.contains(&ParameterName::SustainableShare));
    }
}
