// SPDX-License-Identifier: AGPL-3.0-or-later
//! Surfaces from measured rooms: usable, conventional (L. 392/1978, article 13) and cadastral (DPR 138/1998, annex C).
//!
//! All sums are whole numbers; rounding happens once, at the end, half up: to the hundredth of a square metre for the
//! conventional surface, to the whole square metre for the cadastral one, as its rule says.
use super::refusal::Refusal;
use crate::rulebook::{ParameterName as P, Rules};
use serde::{Deserialize, Serialize};
use soglia_kernel::area::FloorArea;

/// What a measured space is: each surface counts it in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpaceKind {
    /// A room to live or sleep in.
    Room,
    /// Kitchen, bath, corridor, storeroom inside the dwelling.
    Service,
    /// Balcony or terrace reached from the rooms.
    Balcony,
    /// Balcony or terrace that is not reached from the rooms.
    SeparateBalcony,
    /// Cellar, attic or the like reached from the rooms.
    Accessory,
    /// Cellar, attic or the like that is not reached from the rooms.
    SeparateAccessory,
    /// Garage for this dwelling alone.
    Garage,
    /// Parking space in a shared garage.
    SharedParking,
    /// Open ground for this dwelling alone.
    OpenArea,
    /// This dwelling's share of the green of the building.
    SharedGreen,
    /// Ground taken by walls, as the cadastre counts it: own ones up to 50 cm, half of shared ones up to 25 cm.
    Walls,
}

impl SpaceKind {
    /// All of them, in the order of a visit.
    pub const ALL: [Self; 11] = [
        Self::Room,
        Self::Service,
        Self::Balcony,
        Self::SeparateBalcony,
        Self::Accessory,
        Self::SeparateAccessory,
        Self::Garage,
        Self::SharedParking,
        Self::OpenArea,
        Self::SharedGreen,
        Self::Walls,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::Service => "service",
            Self::Balcony => "balcony",
            Self::SeparateBalcony => "separate_balcony",
            Self::Accessory => "accessory",
            Self::SeparateAccessory => "separate_accessory",
            Self::Garage => "garage",
            Self::SharedParking => "shared_parking",
            Self::OpenArea => "open_area",
            Self::SharedGreen => "shared_green",
            Self::Walls => "walls",
        }
    }
}

soglia_kernel::choices!(SpaceKind);

/// One space as measured, net of walls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasuredSpace {
    /// What it is.
    pub kind: SpaceKind,
    /// How large.
    pub area: FloorArea,
    /// Clear height in centimetres, where it was measured; without it the space counts as high enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_cm: Option<u16>,
}

/// The largest number of spaces of one dwelling.
pub const MOST_SPACES: usize = 60;

/// Heights that a space can have, in centimetres.
pub const HEIGHTS_CM: std::ops::RangeInclusive<u16> = 50..=1_000;

/// Whether the spaces can be those of one dwelling.
///
/// # Errors
/// [`Refusal::TooManySpaces`] above [`MOST_SPACES`], [`Refusal::HeightOutOfRange`] for a height outside [`HEIGHTS_CM`].
pub fn check(spaces: &[MeasuredSpace]) -> Result<(), Refusal> {
    if spaces.len() > MOST_SPACES {
        return Err(Refusal::TooManySpaces {
            most: MOST_SPACES as u32,
        });
    }
    let possible = |space: &MeasuredSpace| space.height_cm.is_none_or(|height| HEIGHTS_CM.contains(&height));
    if spaces.iter().all(possible) {
        Ok(())
    } else {
        Err(Refusal::HeightOutOfRange)
    }
}

/// A whole, in hundredths of a per cent.
const WHOLE: u64 = 10_000;

/// Hundredths of a square metre of the spaces of some kinds, added up with each space's own share.
fn total(spaces: &[MeasuredSpace], kinds: &[SpaceKind], counted: impl Fn(&MeasuredSpace) -> u64) -> u64 {
    let of_kind = spaces.iter().filter(|space| kinds.contains(&space.kind));
    of_kind
        .map(|space| u64::from(space.area.hundredths()) * counted(space))
        .sum()
}

fn area(hundredths: u64) -> Option<FloorArea> {
    u32::try_from(hundredths)
        .ok()
        .and_then(FloorArea::from_hundredths)
}

fn share(rules: &Rules, name: P) -> u64 {
    u64::from(rules.number(name))
}

/// The number at a place of a table; zero beyond its end.
fn of_table(rules: &Rules, name: P, at: usize) -> u64 {
    rules.table(name).get(at).copied().map_or(0, u64::from)
}

/// Superficie utile: rooms and what serves them directly, net of walls; none when nothing of it was measured. Balconies,
/// cellars, garages and open ground are no part of it.
pub fn usable_area(spaces: &[MeasuredSpace]) -> Option<FloorArea> {
    area(total(spaces, &[SpaceKind::Room, SpaceKind::Service], |_| 1))
}

/// Superficie convenzionale, L. 392/1978 article 13: rooms by a coefficient that depends on their sum, the rest by shares,
/// spaces lower than the rule's height with less. None when no room was measured.
///
/// The coefficient falls where the rooms pass 46 and 70 m², so a dwelling of 71 m² has a smaller conventional surface than
/// one of 70 m²: that is how the law counts.
pub fn conventional_area(spaces: &[MeasuredSpace], poor_state: bool, rules: &Rules) -> Option<FloorArea> {
    use SpaceKind as K;
    let low_height = rules.number(P::ConventionalLowHeight);
    let low_share = share(rules, P::ConventionalLowShare);
    // Every sum is in hundredths of a square metre times a whole, so that a low room is counted exactly.
    let by_height = |space: &MeasuredSpace| match space.height_cm {
        Some(height) if u32::from(height) < low_height => low_share,
        _ => WHOLE,
    };
    let sum = |kinds: &[K]| total(spaces, kinds, by_height);
    let rooms = sum(&[K::Room, K::Service]);
    if rooms == 0 {
        return None;
    }
    let size = |at| of_table(rules, P::ConventionalSizes, at) * 100 * WHOLE;
    let coefficient = if rooms < size(0) {
        if poor_state {
            share(rules, P::ConventionalPoorStateCoefficient)
        } else {
            of_table(rules, P::ConventionalSizeCoefficients, 0)
        }
    } else if rooms <= size(1) {
        of_table(rules, P::ConventionalSizeCoefficients, 1)
    } else {
        of_table(rules, P::ConventionalSizeCoefficients, 2)
    };
    let accessories = [K::Balcony, K::SeparateBalcony, K::Accessory, K::SeparateAccessory];
    // A coefficient is in hundredths, a share in hundredths of a per cent.
    let parts = rooms * coefficient * 100
        + sum(&[K::Garage]) * share(rules, P::ConventionalGarageShare)
        + sum(&[K::SharedParking]) * share(rules, P::ConventionalParkingShare)
        + sum(&accessories) * share(rules, P::ConventionalAccessoryShare)
        + sum(&[K::OpenArea]).min(rooms) * share(rules, P::ConventionalOpenAreaShare)
        + sum(&[K::SharedGreen]) * share(rules, P::ConventionalGreenShare);
    area((parts + WHOLE * WHOLE / 2) / (WHOLE * WHOLE))
}

/// Superficie catastale, DPR 138/1998 annex C, in whole square metres; none when no room was measured. Rooms lower than
/// the rule's height do not count, and garages are units of their own. Without [`SpaceKind::Walls`] the walls are missing
/// from it.
pub fn cadastral_area(spaces: &[MeasuredSpace], rules: &Rules) -> Option<FloorArea> {
    use SpaceKind as K;
    let least_height = rules.number(P::CadastralLeastHeight);
    let sum = |kinds: &[K]| {
        total(spaces, kinds, |space| {
            u64::from(
                space
                    .height_cm
                    .is_none_or(|height| u32::from(height) >= least_height),
            )
        })
    };
    if sum(&[K::Room, K::Service]) == 0 {
        return None;
    }
    let rooms = sum(&[K::Room, K::Service, K::Walls]);
    // Up to a size with the first share of a table, beyond it with the second.
    let stepped = |hundredths: u64, first: u64, name: P| {
        let beyond = hundredths.saturating_sub(first);
        (hundredths - beyond) * of_table(rules, name, 0) + beyond * of_table(rules, name, 1)
    };
    let balcony_first = share(rules, P::CadastralBalconyFirst) * 100;
    let parts = rooms * WHOLE
        + sum(&[K::Accessory]) * share(rules, P::CadastralAccessoryShare)
        + sum(&[K::SeparateAccessory]) * share(rules, P::CadastralSeparateAccessoryShare)
        + stepped(sum(&[K::Balcony]), balcony_first, P::CadastralBalconyShares)
        + stepped(
            sum(&[K::SeparateBalcony]),
            balcony_first,
            P::CadastralSeparateBalconyShares,
        )
        + stepped(sum(&[K::OpenArea]), rooms, P::CadastralOpenAreaShares);
    let whole_metre = WHOLE * 100;
    area((parts + whole_metre / 2) / whole_metre * 100)
}

#[cfg(test)]
mod tests;
