// SPDX-License-Identifier: AGPL-3.0-or-later
//! How each domain goes over time: a chart of its levels with the goals in it, and the same data in a table. The levels are
//! those of the assessments; a partner, who is not told these, reads what became of the goals.
mod chart;
mod course;

use self::course::{Course, courses};
use super::place::Place;
use crate::prelude::*;
use crate::text::{language, path::plan as text};
use soglia_domain::{assessment::Assessment, calendar::Day, record::Identity as _};
use soglia_wording as wording;

/// The section.
pub(super) fn section(place: Place) -> AnyView {
    let levels = Memo::new(move |_| {
        place.subject.state.rows.with(|rows| {
            let closed = rows
                .under::<Assessment>(place.household.key())
                .filter(|row| row.is_closed);
            let levels = closed
                .map(|row| (row.day, row.id, row.levels))
                .collect::<Vec<_>>();
            soglia_search::sorted(levels, &mut |a, b| (a.0, a.1).cmp(&(b.0, b.1)))
        })
    });
    let drawn = Memo::new(move |_| {
        place.subject.read(|plan| {
            levels.with(|levels| {
                let levels = levels.iter().map(|(day, _, levels)| (*day, *levels));
                Some(courses(plan, levels.collect(), place.subject.state.today()))
            })
        })
    });
    let body =
        live(move || drawn.with(|course| course.as_ref().map(|course| whole(place, course)).into_any()));
    place.section("outcomes", text::over_time(), body)
}

fn whole(place: Place, course: &Course) -> AnyView {
    let has_levels = !course.days.is_empty();
    let help = match (place.is_told_whole, has_levels) {
        (false, _) => None,
        (true, true) => Some(text::over_time_help()),
        (true, false) => Some(text::no_levels()),
    };
    let charts = has_levels.then(|| {
        let charts = course.domains.iter().map(|domain| chart::chart(course, domain));
        view! { <ul class="photo-grid" data-test="plan-charts">{charts.collect_view()}</ul> }
    });
    let numbers = if has_levels {
        view! {
            <details data-test="plan-numbers">
                <summary>{text::same_numbers()}</summary>
                {table(course)}
            </details>
        }
    } else {
        table(course)
    };
    view! {
        {help.map(|help| view! { <p class="muted">{help}</p> })}
        {charts}
        {numbers}
    }
}

/// One line for each domain, one column for each assessment, and what became of the goals.
fn table(course: &Course) -> AnyView {
    let short = |day: &Day| wording::day_short(*day, language());
    let days = course
        .days
        .iter()
        .map(|day| view! { <th scope="col">{short(day)}</th> });
    let lines = course.domains.iter().map(|domain| {
        let levels = domain.levels.iter().map(|level| {
            let level = level.map_or_else(|| text::unknown().to_owned(), |level| level.to_string());
            view! { <td>{level}</td> }
        });
        let goals = (domain.n_goals > 0).then(|| text::reached(domain.n_reached, domain.n_goals));
        view! {
            <tr data-test=format!("outcome-{}", domain.domain.key())>
                <th scope="row">{wording::need_domain(domain.domain, language())}</th>
                {levels.collect_view()}
                <td>{goals.unwrap_or_else(|| "–".to_owned())}</td>
            </tr>
        }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=text::same_numbers()>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{text::domain()}</th>
                        {days.collect_view()}
                        <th scope="col">{text::reached_short()}</th>
                    </tr>
                </thead>
                <tbody>{lines.collect_view()}</tbody>
            </table>
        </div>
    }
}
