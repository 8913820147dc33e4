// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dwellings and stops of the round, what is chosen, and where this device is.
use super::{names::Rect, pen::Pen};
use crate::map::{
    looks::{RADIUS, Shape, colour, shape},
    scene::{Look, Mark, Scene},
};
use soglia_domain::dwelling::DwellingStateKind;
use soglia_map::Group;

/// Half the height of the sign of a stop or of several dwellings.
const BADGE: f64 = 14.0;

pub(super) fn paint(pen: &Pen, scene: &mut Scene) {
    let seen = pen.view.seen(30.0);
    let chosen = scene.chosen;
    let groups = scene.groups().clone();
    if scene.is_round {
        route(pen, &scene.marks);
    }
    for (number, group) in groups.groups.iter().enumerate() {
        if !seen.holds(group.spot) {
            continue;
        }
        let at = pen.view.on_screen(group.spot);
        match &scene.marks[group.one as usize] {
            Mark {
                look: Look::Stop(..), ..
            } => {
                let members: Vec<&Mark> = groups.members(number).map(|at| &scene.marks[at]).collect();
                stops(
                    pen,
                    at,
                    &members,
                    members.iter().any(|mark| Some(mark.key) == chosen),
                );
            }
            Mark {
                look: Look::Dwelling(state),
                ..
            } if group.n == 1 => dwelling(pen, at, *state, 1.0),
            Mark {
                look: Look::Dwelling(_),
                ..
            } => several(pen, at, group),
        }
    }
    if let Some(Mark {
        spot,
        look: Look::Dwelling(state),
        ..
    }) = scene.chosen_mark()
    {
        let at = pen.view.on_screen(*spot);
        pen.area("--surface", |pen| pen.disc(at, 17.0));
        pen.line("--primary", 3.0, |pen| pen.disc(at, 17.0));
        dwelling(pen, at, *state, 1.25);
    }
    if let Some(here) = scene.here {
        let at = pen.view.on_screen(here);
        pen.area("--surface", |pen| pen.disc(at, 10.0));
        pen.area("--primary", |pen| pen.disc(at, 7.0));
        pen.line("--primary", 1.5, |pen| pen.disc(at, 12.0));
    }
}

/// Where marks stand that are larger than a dwelling.
pub(super) fn taken(pen: &Pen, scene: &mut Scene) -> Vec<Rect> {
    let seen = pen.view.seen(30.0);
    let is_round = scene.is_round;
    let groups = scene.groups().groups.iter();
    let those = groups.filter(|group| (group.n > 1 || is_round) && seen.holds(group.spot));
    those
        .map(|group| {
            let (x, y) = pen.view.on_screen(group.spot);
            (x - BADGE, y - BADGE, x + BADGE, y + BADGE)
        })
        .collect()
}

/// One dwelling, with a rim so that it stands out from what is below it.
fn dwelling(pen: &Pen, at: (f64, f64), state: DwellingStateKind, size: f64) {
    let shape = shape(state);
    pen.line("--surface", 4.0, |pen| outline(pen, at, shape, size));
    pen.area(colour(state), |pen| outline(pen, at, shape, size));
}

fn outline(pen: &Pen, at: (f64, f64), shape: Shape, size: f64) {
    if shape.is_empty() {
        return pen.disc(at, RADIUS * size);
    }
    for (number, (x, y)) in shape.iter().enumerate() {
        let corner = (at.0 + f64::from(*x) * size, at.1 + f64::from(*y) * size);
        pen.go(corner, number == 0);
    }
    pen.call("closePath");
}

/// How many dwellings stand here.
fn several(pen: &Pen, at: (f64, f64), group: &Group) {
    let words = group.n.to_string();
    let radius = BADGE + 2.5 * (words.len() - 1) as f64;
    pen.area("--surface", |pen| pen.disc(at, radius + 2.0));
    pen.area("--primary", |pen| pen.disc(at, radius));
    pen.font("600 14px");
    pen.plain_words(&words, (at.0, at.1 + 5.0), "--on-primary");
}

/// The numbers of the visits at one place.
fn stops(pen: &Pen, at: (f64, f64), members: &[&Mark], is_chosen: bool) {
    let number = |mark: &&Mark| match mark.look {
        Look::Stop(number, is_over) => (number, is_over),
        Look::Dwelling(_) => (0, false),
    };
    let numbers: Vec<String> = members.iter().map(|mark| number(mark).0.to_string()).collect();
    let words = numbers.join(", ");
    let is_over = members.iter().all(|mark| number(mark).1);
    // A line of no length is not drawn, round ends or not.
    let half = (words.len() as f64 * 3.8 - 6.0).max(0.1);
    let pill = |pen: &Pen, colour: &str, height: f64| {
        pen.line(colour, height, |pen| {
            pen.go((at.0 - half, at.1), true);
            pen.go((at.0 + half, at.1), false);
        });
    };
    pen.set("lineCap", "round");
    if is_chosen {
        pill(pen, "--primary", 2.0 * BADGE + 10.0);
        pill(pen, "--surface", 2.0 * BADGE + 5.0);
    } else {
        pill(pen, "--surface", 2.0 * BADGE + 4.0);
    }
    pill(pen, if is_over { "--muted" } else { "--primary" }, 2.0 * BADGE);
    pen.set("lineCap", "butt");
    pen.font("600 15px");
    pen.plain_words(
        &words,
        (at.0, at.1 + 5.0),
        if is_over { "--surface" } else { "--on-primary" },
    );
}

/// From stop to stop, as the crow flies: dashed, because it is no road.
fn route(pen: &Pen, marks: &[Mark]) {
    let way = |pen: &Pen| {
        for (number, mark) in marks.iter().enumerate() {
            pen.go(pen.view.on_screen(mark.spot), number == 0);
        }
    };
    pen.line("--surface", 5.0, way);
    pen.dash(&[9.0, 6.0]);
    pen.line("--primary", 2.5, way);
    pen.dash(&[]);
}
