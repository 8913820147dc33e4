// SPDX-License-Identifier: AGPL-3.0-or-later
//! Surfaces and tiers as a stock of small flats has them.
use crate::draw::Draw;
use soglia_domain::{area::FloorArea, rent::RentTier};

const AREAS: u64 = 1;
const TIERS: u64 = 2;

/// A surface between 18 and 130 square metres, one in four with decimals.
pub fn area(number: u64) -> FloorArea {
    let mut draw = Draw::of(AREAS, number);
    let whole = 18 + draw.below(60) + draw.below(54);
    let hundredths = if draw.chance(25) { draw.below(100) } else { 0 };
    // Always in range; the smallest surface stands in for what cannot happen.
    let smallest = const { FloorArea::from_hundredths(1).expect("one hundredth is a surface") };
    FloorArea::from_hundredths((whole * 100 + hundredths) as u32).unwrap_or(smallest)
}

/// One of the tiers.
pub fn tier(number: u64) -> RentTier {
    Draw::of(TIERS, number).one_of(&RentTier::ALL)
}
