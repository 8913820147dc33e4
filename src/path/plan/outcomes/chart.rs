// SPDX-License-Identifier: AGPL-3.0-or-later
//! The chart of one domain: a point for each level, a line between them, and a mark where the plan was signed. Shape and
//! words say it; no colour does.
use super::course::{Course, OfDomain};
use crate::prelude::*;
use crate::text::{language, path::plan as text};
use soglia_domain::{assessment::SCALE, calendar::Day};
use soglia_wording as wording;

// Whole numbers: writing out fractions would travel to every tablet.
const WIDTH: i64 = 2_400;
const HEIGHT: i64 = 960;

/// Room for the numbers of the scale, and for points at the border.
const LEFT: i64 = 180;
const EDGE: i64 = 80;

/// One domain, with its goals.
pub(super) fn chart(course: &Course, domain: &OfDomain) -> AnyView {
    let name = wording::need_domain(domain.domain, language());
    let known = domain.known(&course.days);
    let body = if known.is_empty() {
        view! { <p class="muted">{text::unknown()}</p> }
    } else {
        drawn(course, name, &known)
    };
    let goals = (domain.n_goals > 0).then(|| text::reached(domain.n_reached, domain.n_goals));
    view! {
        <li data-test=format!("chart-{}", domain.domain.key())>
            <h4>{name}</h4>
            {body}
            {goals.map(|goals| view! { <p class="form-text">{goals}</p> })}
        </li>
    }
}

fn drawn(course: &Course, name: &str, known: &[(Day, u8)]) -> AnyView {
    let grid = SCALE.map(|level| {
        let y = y(level);
        // The ends of the scale are named; between them the lines tell.
        let label = (level == 1 || level == 5).then(|| {
            view! { <text x="0" y=(y + 45).to_string() font-size="130" fill="currentColor">{level}</text> }
        });
        view! {
            <line
                x1=LEFT.to_string()
                x2=WIDTH.to_string()
                y1=y.to_string()
                y2=y.to_string()
                stroke="currentColor"
                stroke-width="10"
                stroke-opacity="0.3"
            ></line>
            {label}
        }
    });
    let points: Vec<(i64, i64)> = known
        .iter()
        .map(|(day, level)| (x(course, *day), y(*level)))
        .collect();
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let dots = points.iter().map(|(x, y)| {
        view! { <circle cx=x.to_string() cy=y.to_string() r="45" fill="currentColor"></circle> }
    });
    let signed = course.signed.map(|day| {
        let x = x(course, day).to_string();
        view! {
            <line
                x1=x.clone()
                x2=x
                y1="0"
                y2=HEIGHT.to_string()
                stroke="currentColor"
                stroke-width="12"
                stroke-dasharray="40 40"
            ></line>
        }
    });
    let short = |day| wording::day_short(day, language());
    view! {
        <svg width="100%" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=text::spoken(name, known)>
            {grid.into_iter().collect_view()}
            {signed}
            <polyline points=path.join(" ") fill="none" stroke="currentColor" stroke-width="25"></polyline>
            {dots.collect_view()}
        </svg>
        <p class="form-text">{short(course.from)} " – " {short(course.to)}</p>
    }
}

/// From left to right by the days between the first and the last.
fn x(course: &Course, day: Day) -> i64 {
    let all = course.to.epoch_days() - course.from.epoch_days();
    let passed = (day.epoch_days() - course.from.epoch_days()).clamp(0, all.max(0));
    let room = WIDTH - LEFT - 2 * EDGE;
    LEFT + EDGE + (room * passed).checked_div(all).unwrap_or(room / 2)
}

/// The best level stands on top.
fn y(level: u8) -> i64 {
    EDGE + (HEIGHT - 2 * EDGE) * (5 - i64::from(level)) / 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(from: Day, to: Day) -> Course {
        Course {
            days: vec![from, to],
            from,
            to,
            signed: None,
            domains: Vec::new(),
        }
    }

    #[test]
    fn the_first_day_stands_left_the_last_right_and_a_single_one_in_the_middle() {
        let (first, last) = (Day::constant(2026, 1, 1), Day::constant(2026, 12, 31));
        let year = course(first, last);
        assert!(x(&year, first) < x(&year, Day::constant(2026, 6, 1)));
        assert!(x(&year, last) <= WIDTH - EDGE);
        let one = course(first, first);
        assert!(x(&one, first) > LEFT && x(&one, first) < WIDTH);
    }

    #[test]
    fn the_best_level_stands_on_top() {
        assert!(y(5) < y(1));
        assert!(y(1) <= HEIGHT && y(5) >= 0);
    }
}
