// SPDX-License-Identifier: AGPL-3.0-or-later
//! What changed between the last two assessments that were closed. A level that was not known is no change.
use super::standing::level_words;
use crate::prelude::*;
use crate::text::{language, path::assessments as text};
use soglia_domain::assessment::{Row, changes};
use soglia_wording as wording;

/// The comparison, folded; nothing while fewer than two are closed.
pub(super) fn compared(rows: Memo<Vec<Row>>) -> AnyView {
    let last_two = Memo::new(move |_| {
        rows.with(|rows| {
            let mut closed = rows.iter().filter(|row| row.is_closed);
            let after = closed.next()?.clone();
            Some((closed.next()?.clone(), after))
        })
    });
    live(move || match last_two.get() {
        Some((before, after)) => table(&before, &after),
        None => ().into_any(),
    })
}

fn table(before: &Row, after: &Row) -> AnyView {
    let levels = before.levels.into_iter().zip(after.levels);
    let pairs = changes(&before.levels, &after.levels).into_iter().zip(levels);
    let lines = pairs.map(|((domain, change), (from, to))| {
        let change = change.map_or_else(|| text::unknown().to_owned(), text::changed);
        view! {
            <tr data-test=format!("change-{}", domain.key())>
                <th scope="row">{wording::need_domain(domain, language())}</th>
                <td>{level_words(domain, from)}</td>
                <td>{level_words(domain, to)}</td>
                <td>{change}</td>
            </tr>
        }
    });
    let lines = lines.collect_view();
    let on = |row: &Row| wording::day_short(row.day, language());
    view! {
        <details data-test="assessment-changes">
            <summary>{text::what_changed()}</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label=text::what_changed()>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{text::domain()}</th>
                            <th scope="col">{text::before()} ", " {on(before)}</th>
                            <th scope="col">{text::after()} ", " {on(after)}</th>
                            <th scope="col">{text::change()}</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
