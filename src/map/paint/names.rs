// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names of places, as many as have room: none lies over another.
use super::{
    ground::{MUNICIPI, NIL},
    pen::Pen,
};
use soglia_map::{Ground, Level, Name};

/// How wide a letter is, in parts of the height of the font: about so much in this one.
const LETTER: f64 = 0.52;

/// A box on the screen: left, top, right, bottom.
pub(super) type Rect = (f64, f64, f64, f64);

/// `taken` is where marks stand: what lies under one cannot be read.
pub(super) fn paint(pen: &Pen, ground: &Ground, mut taken: Vec<Rect>) {
    let seen = pen.view.seen(40.0);
    for name in &ground.names {
        let Some((height, font, colour)) = look(name, pen.view.scale) else {
            continue;
        };
        if !seen.holds(name.spot) {
            continue;
        }
        let lines: Vec<&str> = name.text.split(" - ").collect();
        let (x, y) = pen.view.on_screen(name.spot);
        let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        let (width, tall) = (
            longest as f64 * height * LETTER,
            lines.len() as f64 * height * 1.15,
        );
        // A name may stand out of its place, but not so far that it seems to be that of another.
        if name.room / pen.view.scale < width * 0.22 {
            continue;
        }
        // The name of the city gives way to the marks in it, where the others are left out.
        let ways: &[f64] = if is_milan(name) {
            &[0.0, -26.0, 26.0, -44.0, 44.0]
        } else {
            &[0.0]
        };
        let place = |way: f64| {
            let (half, high) = (width / 2.0 + 4.0, tall / 2.0 + 2.0);
            (x - half, y + way - high, x + half, y + way + high)
        };
        let is_free = |way: &&f64| !taken.iter().any(|other| meet(other, &place(**way)));
        let Some(way) = ways.iter().find(is_free).copied() else {
            continue;
        };
        taken.push(place(way));
        let at = (x, y + way);
        for (number, line) in lines.iter().enumerate() {
            let low = at.1 - tall / 2.0 + (number as f64 + 0.85) * height * 1.15;
            pen.words(line, (at.0, low), colour, font);
        }
    }
}

fn is_milan(name: &Name) -> bool {
    name.level == Level::Municipality && name.text == "Milano"
}

/// Height, font and colour of a name at a scale; none where it does not show.
fn look(name: &Name, scale: f64) -> Option<(f64, &'static str, &'static str)> {
    match name.level {
        Level::Municipality if is_milan(name) => (scale >= MUNICIPI).then_some((20.0, "600 20px", "--text")),
        Level::Municipality if scale < MUNICIPI => Some((15.0, "600 15px", "--text")),
        Level::Municipality => Some((13.0, "13px", "--muted")),
        Level::Municipio => (NIL..MUNICIPI)
            .contains(&scale)
            .then_some((15.0, "600 15px", "--text")),
        Level::Nil => (scale < NIL).then_some((13.0, "13px", "--muted")),
    }
}

const fn meet(one: &Rect, other: &Rect) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}
