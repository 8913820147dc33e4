// SPDX-License-Identifier: AGPL-3.0-or-later
//! Fingers on the drawing, or the one pointer of a mouse: one moves the map, two bring it nearer or farther as well, and one
//! that stays where it came down is a touch.

/// Pixels by which a finger may tremble and still touch.
const STEADY: f64 = 8.0;

/// What fingers did to the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moved {
    /// By how many pixels it moved.
    pub(super) by: (f64, f64),
    /// How much nearer it came.
    pub(super) factor: f64,
    /// Around which point.
    pub(super) around: (f64, f64),
}

struct Finger {
    id: i32,
    at: (f64, f64),
    /// The longest way it went, at first from where it came down.
    way: f64,
}

#[derive(Default)]
pub(super) struct Fingers {
    down: Vec<Finger>,
    /// Whether there were two at a time since the first came down.
    was_pinch: bool,
}

impl Fingers {
    pub(super) fn down(&mut self, id: i32, at: (f64, f64)) {
        self.down.retain(|finger| finger.id != id);
        // A third one has nothing to say.
        if self.down.len() < 2 {
            self.down.push(Finger { id, at, way: 0.0 });
        }
        self.was_pinch |= self.down.len() > 1;
    }

    pub(super) fn moved(&mut self, id: i32, to: (f64, f64)) -> Option<Moved> {
        let place = self.down.iter().position(|finger| finger.id == id)?;
        let other = self
            .down
            .iter()
            .find(|finger| finger.id != id)
            .map(|finger| finger.at);
        let finger = &mut self.down[place];
        let from = finger.at;
        finger.way = finger.way.max(distance(from, to));
        // A touch that trembles does not make the map tremble.
        if other.is_none() && finger.way < STEADY {
            return None;
        }
        finger.at = to;
        let by = (to.0 - from.0, to.1 - from.1);
        Some(match other {
            None => Moved {
                by,
                factor: 1.0,
                around: to,
            },
            Some(other) => Moved {
                by: (by.0 / 2.0, by.1 / 2.0),
                factor: distance(to, other).max(1.0) / distance(from, other).max(1.0),
                around: ((to.0 + other.0) / 2.0, (to.1 + other.1) / 2.0),
            },
        })
    }

    /// Whether it was a touch.
    pub(super) fn up(&mut self, id: i32) -> bool {
        let Some(place) = self.down.iter().position(|finger| finger.id == id) else {
            return false;
        };
        let finger = self.down.remove(place);
        let is_touch = finger.way < STEADY && !self.was_pinch;
        if self.down.is_empty() {
            self.was_pinch = false;
        }
        is_touch
    }
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finger_that_trembles_touches_and_moves_nothing() {
        let mut fingers = Fingers::default();
        fingers.down(1, (100.0, 100.0));
        assert_eq!(fingers.moved(1, (103.0, 98.0)), None);
        assert_eq!(fingers.moved(1, (101.0, 101.0)), None);
        assert!(fingers.up(1));
    }

    #[test]
    fn a_finger_takes_the_map_along_and_touches_nothing() {
        let mut fingers = Fingers::default();
        fingers.down(1, (100.0, 100.0));
        let moved = fingers.moved(1, (120.0, 100.0)).expect("it moved");
        assert_eq!((moved.by, moved.factor), ((20.0, 0.0), 1.0));
        let moved = fingers.moved(1, (121.0, 103.0)).expect("it moves on");
        assert_eq!(moved.by, (1.0, 3.0));
        assert!(!fingers.up(1));
        assert_eq!(fingers.moved(1, (0.0, 0.0)), None, "it is up");
    }

    #[test]
    fn two_fingers_that_part_bring_the_map_nearer_around_their_middle() {
        let mut fingers = Fingers::default();
        fingers.down(1, (100.0, 100.0));
        fingers.down(2, (200.0, 100.0));
        let moved = fingers.moved(2, (300.0, 100.0)).expect("they parted");
        assert_eq!(moved.factor, 2.0);
        assert_eq!(moved.around, (200.0, 100.0));
        assert_eq!(moved.by, (50.0, 0.0));
        assert!(!fingers.up(2), "a pinch is no touch");
        assert!(!fingers.up(1), "nor is what is left of it");
        fingers.down(3, (10.0, 10.0));
        assert!(fingers.up(3));
    }
}
