// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules over many households inside a browser, compiled as the client is: `tests/bench/rules.mjs` holds the clock.
#![cfg(target_arch = "wasm32")]

use soglia_domain::{
    area::FloorArea,
    eligibility::{Composition, Eligibility, PersonFacts, Situation, ask_next, eligibility, outcomes},
    finding::Outcome,
    money::Money,
    rent::{RentTier, rent_ceiling},
    rulebook::{NewValue, ParameterName, Rules},
    what_if::{Case, DwellingSurfaces, what_if},
};
use soglia_samples as samples;
use std::hint::black_box;
use wasm_bindgen::prelude::wasm_bindgen;

/// Invented households and dwellings, parsed.
#[wasm_bindgen]
pub struct Samples {
    rules: Rules,
    situations: Vec<Situation>,
    people: Vec<Vec<PersonFacts>>,
    told: Vec<Eligibility>,
    dwellings: Vec<(FloorArea, RentTier)>,
}

#[wasm_bindgen]
impl Samples {
    /// So many households, and as many dwellings.
    #[wasm_bindgen(constructor)]
    pub fn new(n: u32) -> Self {
        let rules = samples::rules();
        Self {
            situations: (0..n)
                .map(|number| samples::situation(number.into(), &rules))
                .collect(),
            people: Vec::new(),
            told: Vec::new(),
            dwellings: (0..n)
                .map(|number| (samples::area(number.into()), samples::tier(number.into())))
                .collect(),
            rules,
        }
    }

    /// Reads the members of the first households, for [`Self::outcomes_from_members`].
    pub fn read_members(&mut self, n: u32) {
        let people = |number: u32| samples::people(&samples::household(number.into())).collect();
        self.people = (0..n).map(people).collect();
    }

    /// Evaluates the first households, for [`Self::ask_next`].
    pub fn tell(&mut self, n: usize) {
        let told = |situation| eligibility(situation, &self.rules);
        self.told = self.situations.iter().take(n).map(told).collect();
    }

    /// How many verdicts are met.
    pub fn outcomes(&self) -> usize {
        n_met(self.situations.iter().copied(), &self.rules)
    }

    /// The same, with the composition read from the members each time.
    pub fn outcomes_from_members(&self) -> usize {
        let read = self
            .situations
            .iter()
            .zip(&self.people)
            .map(|(situation, people)| Situation {
                composition: Composition::of(people.iter().copied(), self.rules.day()),
                ..*situation
            });
        n_met(read, &self.rules)
    }

    /// Every finding of every household.
    pub fn findings(&self) {
        for situation in &self.situations {
            black_box(eligibility(situation, &self.rules));
        }
    }

    /// What to ask next; how many questions there are.
    pub fn ask_next(&self) -> usize {
        let asked = self.situations.iter().zip(&self.told);
        asked
            .map(|(situation, told)| ask_next(situation, told, &self.rules).len())
            .sum()
    }

    /// The ceiling of every dwelling; the sum of the monthly ones in cents.
    pub fn rent_ceilings(&self) -> f64 {
        let monthly =
            |(area, tier): &(FloorArea, RentTier)| rent_ceiling(*area, *tier, &self.rules).monthly.cents();
        self.dwellings.iter().map(monthly).sum::<i64>() as f64
    }

    /// Two parameters supposed otherwise over the first cases and dwellings; how much changes.
    pub fn what_if(&self, n: usize) -> usize {
        let cases: Vec<Case> = self
            .situations
            .iter()
            .take(n)
            .map(|situation| Case {
                situation: *situation,
                rent: None,
            })
            .collect();
        let surfaces = |(area, _): &(FloorArea, RentTier)| DwellingSurfaces {
            usable: Some(*area),
            ..DwellingSurfaces::default()
        };
        let dwellings: Vec<DwellingSurfaces> = self.dwellings.iter().take(n).map(surfaces).collect();
        let supposed = self
            .rules
            .supposing(ParameterName::CapCapped, &NewValue::Money(Money::from_euro(70)))
            .supposing(ParameterName::SustainableShare, &NewValue::Number(2_500));
        let found = what_if(&cases, &dwellings, &self.rules, &supposed);
        found.verdicts.len() + found.responses.len() + found.burdens.len() + found.ceilings.len()
    }
}

/// The checksums over everything the rules say, as the native test computes them.
#[wasm_bindgen]
pub fn agreement(n_samples: u32) -> String {
    samples::agreement(n_samples.into())
}

fn n_met(situations: impl Iterator<Item = Situation>, rules: &Rules) -> usize {
    let met = |situation: Situation| {
        let outcomes = outcomes(&situation, rules);
        outcomes
            .iter()
            .filter(|outcome| **outcome == Outcome::Met)
            .count()
    };
    situations.map(met).sum()
}
