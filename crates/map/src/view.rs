// SPDX-License-Identifier: AGPL-3.0-or-later
//! The window onto the plane: what of it stands where on the screen.
use crate::{Extent, Spot};

/// Metres of a pixel, from the nearest view to the farthest.
const NEAREST: f64 = 0.5;
const FARTHEST: f64 = 400.0;

/// Lengths that are easy to read, in metres.
const ROUND: [u32; 11] = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000];

/// What is on the screen: the point in its middle, and how many metres a pixel is. Pixels count from the top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The point in the middle.
    pub middle: Spot,
    /// Metres of a pixel.
    pub scale: f64,
    /// Pixels from left to right.
    pub width: f64,
    /// Pixels from top to bottom.
    pub height: f64,
}

impl View {
    /// A window of this size onto the middle of the plane.
    pub const fn of_size(width: f64, height: f64) -> Self {
        Self {
            middle: Spot {
                east: 0.0,
                north: 0.0,
            },
            scale: FARTHEST,
            width,
            height,
        }
    }

    /// Where a point stands on the screen.
    pub fn on_screen(&self, spot: Spot) -> (f64, f64) {
        (
            (spot.east - self.middle.east) / self.scale + self.width / 2.0,
            (self.middle.north - spot.north) / self.scale + self.height / 2.0,
        )
    }

    /// The point that stands there on the screen.
    pub fn below(&self, (x, y): (f64, f64)) -> Spot {
        Spot {
            east: self.middle.east + (x - self.width / 2.0) * self.scale,
            north: self.middle.north - (y - self.height / 2.0) * self.scale,
        }
    }

    /// What of the plane is on the screen, with so many pixels around it.
    pub fn seen(&self, margin: f64) -> Extent {
        Extent {
            low: self.below((-margin, self.height + margin)),
            high: self.below((self.width + margin, -margin)),
        }
    }

    /// The plane moved by so many pixels.
    pub fn moved(mut self, (x, y): (f64, f64)) -> Self {
        self.middle.east -= x * self.scale;
        self.middle.north += y * self.scale;
        self
    }

    /// Nearer by a factor above one, farther below one; what stands at this point of the screen stays there.
    pub fn zoomed(mut self, factor: f64, at: (f64, f64)) -> Self {
        let kept = self.below(at);
        self.scale = (self.scale / factor).clamp(NEAREST, FARTHEST);
        let (x, y) = self.on_screen(kept);
        self.moved((at.0 - x, at.1 - y))
    }

    /// All of an extent, with so many pixels around it. Never nearer than `least` metres a pixel: one point alone says
    /// nothing about where it lies.
    pub fn fitted(mut self, extent: &Extent, margin: f64, least: f64) -> Self {
        let (east, north) = extent.size();
        let room = |pixels: f64| (pixels - 2.0 * margin).max(1.0);
        let scale = (east / room(self.width)).max(north / room(self.height));
        self.scale = scale.max(least).clamp(NEAREST, FARTHEST);
        self.middle = extent.middle();
        self
    }

    /// Moved as little as it takes for its middle to lie within an extent: nobody loses the map.
    pub fn kept_within(mut self, extent: &Extent) -> Self {
        self.middle = extent.nearest(self.middle);
        self
    }

    /// Moved so that a point is in its middle, unless it stands well inside already.
    pub fn showing(mut self, spot: Spot) -> Self {
        let (x, y) = self.on_screen(spot);
        let is_inside = |at: f64, length: f64| (length * 0.15..length * 0.85).contains(&at);
        if !(is_inside(x, self.width) && is_inside(y, self.height)) {
            self.middle = spot;
        }
        self
    }

    /// Whether it can come nearer, and go farther away.
    pub fn can_zoom(&self) -> (bool, bool) {
        (self.scale > NEAREST, self.scale < FARTHEST)
    }

    /// A round length in metres with its pixels, at most so many.
    pub fn bar(&self, most: f64) -> (u32, f64) {
        let pixels = |metres: &u32| f64::from(*metres) / self.scale;
        let metres = ROUND.iter().rev().find(|metres| pixels(metres) <= most);
        let metres = metres.copied().unwrap_or(ROUND[0]);
        (metres, pixels(&metres))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> View {
        View {
            middle: Spot {
                east: 100.0,
                north: 50.0,
            },
            scale: 10.0,
            width: 400.0,
            height: 300.0,
        }
    }

    fn are_near(a: (f64, f64), b: (f64, f64)) -> bool {
        (a.0 - b.0).abs() < 1e-6 && (a.1 - b.1).abs() < 1e-6
    }

    #[test]
    fn a_point_comes_back_from_the_screen() {
        let view = view();
        for at in [(0.0, 0.0), (400.0, 300.0), (123.0, 45.0)] {
            assert!(are_near(view.on_screen(view.below(at)), at));
        }
        let north = Spot {
            east: 100.0,
            north: 1_000.0,
        };
        assert!(view.on_screen(north).1 < 150.0, "north is up");
    }

    #[test]
    fn what_a_person_points_at_stays_when_they_zoom() {
        let view = view();
        let at = (310.0, 40.0);
        for factor in [1.5, 0.5, 1_000.0, 0.000_1] {
            let zoomed = view.zoomed(factor, at);
            assert!(are_near(zoomed.on_screen(view.below(at)), at));
            assert!((NEAREST..=FARTHEST).contains(&zoomed.scale));
        }
    }

    #[test]
    fn moving_takes_the_plane_along_with_the_finger() {
        let view = view();
        let spot = view.below((200.0, 150.0));
        assert!(are_near(
            view.moved((30.0, -20.0)).on_screen(spot),
            (230.0, 130.0)
        ));
    }

    #[test]
    fn fitting_shows_every_point_with_room_around_it() {
        let spots = [
            Spot {
                east: -9_000.0,
                north: 2_000.0,
            },
            Spot {
                east: 4_000.0,
                north: 2_500.0,
            },
        ];
        let extent = Extent::around(spots).expect("there are points");
        let fitted = view().fitted(&extent, 40.0, 4.0);
        for spot in spots {
            let (x, y) = fitted.on_screen(spot);
            assert!(
                (39.9..=360.1).contains(&x) && (39.9..=260.1).contains(&y),
                "{x}, {y}"
            );
        }
        let one = Extent::around([spots[0]]).expect("there is a point");
        assert_eq!(view().fitted(&one, 40.0, 4.0).scale, 4.0);
    }

    #[test]
    fn a_chosen_point_is_brought_in_only_when_it_is_not_in_sight() {
        let view = view();
        let near = view.below((210.0, 140.0));
        assert_eq!(view.showing(near), view);
        let far = view.below((2_000.0, 140.0));
        assert!(are_near(view.showing(far).on_screen(far), (200.0, 150.0)));
    }

    #[test]
    fn the_bar_is_a_round_length_that_has_room() {
        for (scale, metres) in [
            (1.0, 100),
            (10.0, 1_000),
            (3.0, 200),
            (150.0, 10_000),
            (400.0, 20_000),
        ] {
            let (length, pixels) = View { scale, ..view() }.bar(120.0);
            assert_eq!(length, metres, "{scale}");
            assert!(pixels <= 120.0 && pixels > 40.0, "{pixels}");
        }
    }

    #[test]
    fn nobody_loses_the_map() {
        let extent = Extent {
            low: Spot {
                east: -10.0,
                north: -10.0,
            },
            high: Spot {
                east: 10.0,
                north: 10.0,
            },
        };
        let away = view().moved((-90_000.0, 0.0)).kept_within(&extent);
        assert!(extent.holds(away.middle));
        assert_eq!(view().can_zoom(), (true, true));
    }
}
