// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is drawn: the ground, the marks on it, and the window through which they are seen. Knows no browser.
use soglia_domain::{dwelling::DwellingStateKind, record::Key};
use soglia_map::{Extent, Ground, Groups, Spot, View};
use std::rc::Rc;

/// Pixels around what is fitted into the window.
const MARGIN: f64 = 40.0;

/// Pixels that buttons take at the foot of the window.
const FOOT: f64 = 72.0;

/// Metres of a pixel below which nothing is brought nearer by itself: around one mark something has to be seen.
const NEAR: f64 = 6.0;

/// How far from a mark a finger may be, in pixels.
const REACH: f64 = 24.0;

/// Marks within so many metres stand in one place: no view is near enough to part them.
const ONE_PLACE: f64 = 20.0;

/// Where the map begins while there is neither a mark nor a boundary: Milan.
const MILAN: Extent = Extent {
    low: Spot {
        east: -12_000.0,
        north: -9_000.0,
    },
    high: Spot {
        east: 8_000.0,
        north: 9_000.0,
    },
};

/// Something on the map.
#[derive(Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) key: Key,
    pub(super) spot: Spot,
    pub(super) look: Look,
}

/// How a mark looks.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Look {
    /// A dwelling, by its state.
    Dwelling(DwellingStateKind),
    /// A stop of the round with its number, and whether it is over.
    Stop(usize, bool),
}

/// What a finger touched.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Touched {
    /// Nothing.
    Nothing,
    /// One mark.
    One(Key),
    /// Several marks that a nearer view parts.
    Several(Extent),
    /// Several marks in one place.
    OnePlace(Vec<Key>),
}

#[derive(Default)]
pub(super) struct Scene {
    pub(super) ground: Option<Rc<Ground>>,
    pub(super) view: Option<View>,
    pub(super) marks: Vec<Mark>,
    pub(super) is_round: bool,
    pub(super) chosen: Option<Key>,
    /// Where this device is, while the page is open.
    pub(super) here: Option<Spot>,
    /// Whether the next frame of the screen was asked for.
    pub(super) is_asked: bool,
    groups: Groups,
    /// The side of the squares for which the groups were made.
    side: f64,
    /// For what the window was fitted, so that it stays where a person moved it.
    fitted: Option<bool>,
}

impl Scene {
    /// Shows other marks. The window is fitted when something else begins to be shown, and stays where it is when marks
    /// come and go.
    pub(super) fn show(&mut self, marks: Vec<Mark>, is_round: bool) {
        self.marks = marks;
        self.is_round = is_round;
        self.side = 0.0;
        self.settle();
    }

    /// The window has a size now, or another one.
    pub(super) fn resize(&mut self, width: f64, height: f64) {
        let before = self.view.unwrap_or(View::of_size(width, height));
        self.view = Some(View {
            width,
            height,
            ..before
        });
        self.settle();
    }

    fn settle(&mut self) {
        if self.fitted == Some(self.is_round) {
            return;
        }
        self.fit();
        if self.view.is_some() && !self.marks.is_empty() {
            self.fitted = Some(self.is_round);
        }
    }

    /// Everything that is shown comes into the window.
    pub(super) fn fit(&mut self) {
        let land = self.land();
        let spots = self.marks.iter().map(|mark| mark.spot).chain(self.here);
        // What the City owns by the sea does not make the rest unreadable.
        let extent = Extent::around(spots.filter(|spot| land.holds(*spot)));
        let extent = extent.unwrap_or(MILAN);
        // The buttons at the foot of the map hide nothing that is fitted.
        self.view = self.view.map(|view| {
            let above = View {
                height: view.height - FOOT,
                ..view
            };
            let fitted = above.fitted(&extent, MARGIN, NEAR).moved((0.0, -FOOT / 2.0));
            View {
                height: view.height,
                ..fitted
            }
        });
    }

    /// Where there is something to see.
    fn land(&self) -> Extent {
        // About as far as the boundaries reach: without them the map must not get lost either.
        const AROUND: Extent = Extent {
            low: Spot {
                east: -42_000.0,
                north: -36_000.0,
            },
            high: Spot {
                east: 30_000.0,
                north: 33_000.0,
            },
        };
        self.ground.as_ref().map_or(AROUND, |ground| ground.extent)
    }

    /// Moves the window.
    pub(super) fn look(&mut self, change: impl FnOnce(View) -> View) {
        let land = self.land();
        self.view = self.view.map(|view| change(view).kept_within(&land));
    }

    /// Chooses a mark, and brings it into sight.
    pub(super) fn choose(&mut self, chosen: Option<Key>) {
        self.chosen = chosen;
        if let Some(spot) = self.chosen_mark().map(|mark| mark.spot) {
            self.view = self.view.map(|view| view.showing(spot));
        }
    }

    pub(super) fn chosen_mark(&self) -> Option<&Mark> {
        let chosen = self.chosen?;
        self.marks.iter().find(|mark| mark.key == chosen)
    }

    /// The groups in which marks show at this scale.
    pub(super) fn groups(&mut self) -> &Groups {
        let scale = self.view.map_or(1.0, |view| view.scale);
        let gap = if self.is_round { 20.0 } else { 42.0 };
        let side = Groups::side(scale, gap);
        if side != self.side {
            let spots: Vec<Spot> = self.marks.iter().map(|mark| mark.spot).collect();
            self.groups = Groups::of(&spots, side);
            self.side = side;
        }
        &self.groups
    }

    /// What stands at a point of the screen.
    pub(super) fn touched(&mut self, at: (f64, f64)) -> Touched {
        let Some(view) = self.view else {
            return Touched::Nothing;
        };
        let spot = view.below(at);
        let groups = self.groups();
        let Some(group) = groups.nearest(spot, REACH * view.scale) else {
            return Touched::Nothing;
        };
        let members: Vec<usize> = groups.members(group).collect();
        let marks = members.iter().filter_map(|member| self.marks.get(*member));
        let Some(extent) = Extent::around(marks.clone().map(|mark| mark.spot)) else {
            return Touched::Nothing;
        };
        let mut keys: Vec<Key> = marks.map(|mark| mark.key).collect();
        let (east, north) = extent.size();
        match keys.len() {
            1 => keys.pop().map_or(Touched::Nothing, Touched::One),
            _ if east.max(north) < ONE_PLACE || !view.can_zoom().0 || self.is_round => {
                Touched::OnePlace(keys)
            }
            _ => Touched::Several(extent),
        }
    }

    /// Comes so near that several marks part.
    pub(super) fn part(&mut self, extent: &Extent) {
        let nearer = |view: View| {
            let fitted = view.fitted(extent, 2.0 * MARGIN, 0.0);
            // A group across the window is parted by coming nearer in any case.
            match fitted.scale < view.scale / 2.0 {
                true => fitted,
                false => View {
                    scale: view.scale / 2.0,
                    ..fitted
                },
            }
        };
        self.look(nearer);
    }
}

#[cfg(test)]
mod tests;
