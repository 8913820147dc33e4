// SPDX-License-Identifier: AGPL-3.0-or-later
//! A flat plane around Milan. Within 60 kilometres of the cathedral a degree is nearly as long everywhere: distances are
//! wrong by less than one in a hundred, and neither a projection library nor a sine is needed.

/// The cathedral square, in millionths of a degree.
const LATITUDE: f64 = 45_464_200.0;
const LONGITUDE: f64 = 9_190_000.0;

/// Metres of a millionth of a degree to the north and to the east, at that latitude (ellipsoid WGS84).
const NORTH: f64 = 0.111_141;
const EAST: f64 = 0.078_213;

/// A point of the plane: metres east and north of the cathedral square.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// Metres to the east.
    pub east: f64,
    /// Metres to the north.
    pub north: f64,
}

impl Spot {
    /// The point at this latitude and longitude, in millionths of a degree (WGS84).
    pub fn of(latitude: i32, longitude: i32) -> Self {
        Self {
            east: (f64::from(longitude) - LONGITUDE) * EAST,
            north: (f64::from(latitude) - LATITUDE) * NORTH,
        }
    }

    /// Metres to another point, as the crow flies.
    pub fn metres_to(self, other: Self) -> f64 {
        let (east, north) = (other.east - self.east, other.north - self.north);
        (east * east + north * north).sqrt()
    }
}

/// A rectangle of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Its south-western corner.
    pub low: Spot,
    /// Its north-eastern corner.
    pub high: Spot,
}

impl Extent {
    /// The smallest one around some points; none where there are none.
    pub fn around(spots: impl IntoIterator<Item = Spot>) -> Option<Self> {
        let mut extent: Option<Self> = None;
        for spot in spots {
            let Some(extent) = &mut extent else {
                extent = Some(Self {
                    low: spot,
                    high: spot,
                });
                continue;
            };
            extent.low.east = extent.low.east.min(spot.east);
            extent.low.north = extent.low.north.min(spot.north);
            extent.high.east = extent.high.east.max(spot.east);
            extent.high.north = extent.high.north.max(spot.north);
        }
        extent
    }

    /// Whether two of them have a point in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.low.east <= other.high.east
            && other.low.east <= self.high.east
            && self.low.north <= other.high.north
            && other.low.north <= self.high.north
    }

    /// Whether a point lies in it.
    pub fn holds(&self, spot: Spot) -> bool {
        self.meets(&Self {
            low: spot,
            high: spot,
        })
    }

    /// Metres from west to east and from south to north.
    pub fn size(&self) -> (f64, f64) {
        (self.high.east - self.low.east, self.high.north - self.low.north)
    }

    /// Its middle.
    pub fn middle(&self) -> Spot {
        Spot {
            east: (self.low.east + self.high.east) / 2.0,
            north: (self.low.north + self.high.north) / 2.0,
        }
    }

    /// The point of it that is nearest to a point.
    pub fn nearest(&self, spot: Spot) -> Spot {
        Spot {
            east: spot.east.clamp(self.low.east, self.high.east),
            north: spot.north.clamp(self.low.north, self.high.north),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Metres on a sphere, by the formula of the haversine.
    fn on_a_sphere(a: (i32, i32), b: (i32, i32)) -> f64 {
        let radians = |millionths: i32| (f64::from(millionths) / 1e6).to_radians();
        let half = |a: i32, b: i32| ((radians(b) - radians(a)) / 2.0).sin().powi(2);
        let height = half(a.0, b.0) + radians(a.0).cos() * radians(b.0).cos() * half(a.1, b.1);
        2.0 * 6_371_008.8 * height.sqrt().asin()
    }

    #[test]
    fn distances_are_right_to_one_in_a_hundred_as_far_as_the_map_goes() {
        let places = [
            (45_464_200, 9_190_000),
            (45_742_300, 9_550_300),
            (45_161_500, 8_706_100),
            (45_531_795, 9_075_104),
            (45_486_914, 9_188_780),
            (45_486_659, 9_188_709),
        ];
        for a in places {
            for b in places {
                let flat = Spot::of(a.0, a.1).metres_to(Spot::of(b.0, b.1));
                let round = on_a_sphere(a, b);
                assert!((flat - round).abs() <= round * 0.01, "{flat} and {round}");
            }
        }
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let rho = Spot::of(45_531_795, 9_075_104);
        assert!(rho.north > 7_000.0 && rho.east < -8_000.0);
        assert_eq!(Spot::of(45_464_200, 9_190_000), Spot::default());
    }

    #[test]
    fn an_extent_holds_its_points_and_nothing_beyond() {
        let (a, b) = (
            Spot {
                east: -3.0,
                north: 7.0,
            },
            Spot {
                east: 5.0,
                north: -1.0,
            },
        );
        let extent = Extent::around([a, b]).expect("there are points");
        assert!(extent.holds(a) && extent.holds(b) && extent.holds(Spot::default()));
        assert!(!extent.holds(Spot {
            east: 5.1,
            north: 0.0
        }));
        assert_eq!(extent.size(), (8.0, 8.0));
        assert_eq!(
            extent.middle(),
            Spot {
                east: 1.0,
                north: 3.0
            }
        );
        assert_eq!(Extent::around([]), None);
    }
}
