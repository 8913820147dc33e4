// SPDX-License-Identifier: AGPL-3.0-or-later
//! The ground of the map as it is written: a mark with the number of the format, then three lists with their lengths in
//! front.
//!
//! - borders: level, number of points, and for each point the step from the point before, also from one border to the next;
//! - areas: number of pieces, and for each twice the place of its border, one more where it is gone backward;
//! - names: level, step from the point before, metres of room, length of the text, text.
//!
//! Points lie on a grid of a hundred thousandth of a degree, 1.1 metres to the north and 0.8 to the east. A step is
//! longitude and latitude, each a number with its sign as the lowest bit, in as many bytes as it needs. Two neighbours
//! share each piece of border, so it is there once and cannot come apart.
use crate::{
    bytes::{put, put_signed},
    form::{Edge, Level, MARK},
};

/// A point of the grid: longitude and latitude in hundred thousandths of a degree.
pub type Grid = (i32, i32);

/// A border with its level, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// What it is a boundary of.
    pub level: Level,
    /// Its points, in order.
    pub points: Vec<Grid>,
}

/// A name, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Of what.
    pub level: Level,
    /// Where it stands.
    pub place: Grid,
    /// Metres of room around that.
    pub room: u32,
    /// The name.
    pub text: String,
}

/// What is written into the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// All boundaries.
    pub borders: Vec<Drawn>,
    /// The way around each municipality, the largest one first.
    pub areas: Vec<Vec<Edge>>,
    /// Names, those with the most room first.
    pub names: Vec<Written>,
}

impl Sketch {
    /// The bytes of the file.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = MARK.to_vec();
        let mut pen = (0, 0);
        put(&mut bytes, self.borders.len() as u32);
        for border in &self.borders {
            put(&mut bytes, border.level as u32);
            put(&mut bytes, border.points.len() as u32);
            for point in &border.points {
                step(&mut bytes, &mut pen, *point);
            }
        }
        put(&mut bytes, self.areas.len() as u32);
        for area in &self.areas {
            put(&mut bytes, area.len() as u32);
            for edge in area {
                put(&mut bytes, (edge.border as u32) << 1 | u32::from(edge.backward));
            }
        }
        put(&mut bytes, self.names.len() as u32);
        for name in &self.names {
            put(&mut bytes, name.level as u32);
            step(&mut bytes, &mut pen, name.place);
            put(&mut bytes, name.room);
            put(&mut bytes, name.text.len() as u32);
            bytes.extend(name.text.as_bytes());
        }
        bytes
    }
}

fn step(bytes: &mut Vec<u8>, pen: &mut Grid, to: Grid) {
    put_signed(bytes, to.0 - pen.0);
    put_signed(bytes, to.1 - pen.1);
    *pen = to;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Ground, Spot};

    /// Two squares beside each other, with the side between them gone both ways.
    fn two_squares() -> Sketch {
        let drawn = |level, points: &[Grid]| Drawn {
            level,
            points: points.to_vec(),
        };
        let edge = |border, backward| Edge { border, backward };
        Sketch {
            borders: vec![
                drawn(Level::Municipality, &[(919_000, 4_546_000), (919_000, 4_547_000)]),
                drawn(
                    Level::Municipality,
                    &[
                        (919_000, 4_547_000),
                        (918_000, 4_547_000),
                        (918_000, 4_546_000),
                        (919_000, 4_546_000),
                    ],
                ),
                drawn(
                    Level::Municipality,
                    &[
                        (919_000, 4_547_000),
                        (920_000, 4_547_000),
                        (920_000, 4_546_000),
                        (919_000, 4_546_000),
                    ],
                ),
                drawn(Level::Nil, &[(918_500, 4_546_000), (918_500, 4_547_000)]),
            ],
            areas: vec![
                vec![edge(0, false), edge(1, false)],
                vec![edge(2, false), edge(0, false)],
            ],
            names: vec![Written {
                level: Level::Nil,
                place: (918_250, 4_546_500),
                room: 190,
                text: "Città Studi".to_owned(),
            }],
        }
    }

    #[test]
    fn what_was_written_is_read() {
        let ground = Ground::read(&two_squares().write()).expect("it is such a file");
        assert_eq!(ground.borders.len(), 4);
        assert_eq!(ground.borders[3].level, Level::Nil);
        assert_eq!(ground.borders[1].points[2], Spot::of(45_460_000, 9_180_000));
        assert_eq!(ground.names[0].text, "Città Studi");
        assert_eq!(ground.names[0].spot, Spot::of(45_465_000, 9_182_500));
        assert_eq!(ground.around(0).count(), 4, "each corner once");
        assert_eq!(ground.extent.low, Spot::of(45_460_000, 9_180_000));
    }

    #[test]
    fn an_area_is_gone_around_in_one_line_also_backward() {
        let mut sketch = two_squares();
        sketch.areas[0] = vec![
            Edge {
                border: 1,
                backward: true,
            },
            Edge {
                border: 0,
                backward: true,
            },
        ];
        let ground = Ground::read(&sketch.write()).expect("it is such a file");
        let around: Vec<Spot> = ground.around(0).collect();
        let expected = [
            (919_000, 4_546_000),
            (918_000, 4_546_000),
            (918_000, 4_547_000),
            (919_000, 4_547_000),
        ];
        let expected = expected.map(|(longitude, latitude)| Spot::of(latitude * 10, longitude * 10));
        assert_eq!(around, expected);
    }

    #[test]
    fn whatever_is_no_such_file_is_refused_and_harms_nobody() {
        let bytes = two_squares().write();
        assert_eq!(Ground::read(b""), None);
        assert_eq!(Ground::read(b"<!doctype html>"), None);
        for end in 0..bytes.len() {
            assert_eq!(Ground::read(&bytes[..end]), None, "{end}");
        }
        for at in MARK.len()..bytes.len() {
            let mut broken = bytes.clone();
            broken[at] ^= 0xff;
            // Some of these are maps of somewhere else; none may stop the page.
            let _ = Ground::read(&broken);
        }
    }
}
