// SPDX-License-Identifier: AGPL-3.0-or-later
//! The stock in figures: they belong here, and compete with nobody's day.
use crate::prelude::*;
use crate::{
    state::State,
    text::{dwellings as text, language},
};
use soglia_domain::dwelling::DwellingStateKind;
use soglia_wording as wording;

/// How many dwellings stand in each state.
pub(super) fn tally() -> AnyView {
    let state = expect_context::<State>();
    let counts = Memo::new(move |_| {
        let mut counts = [0_usize; DwellingStateKind::ALL.len()];
        state.rows.with(|rows| {
            for row in &rows.dwellings {
                counts[row.state as usize] += 1;
            }
        });
        counts
    });
    let bars = move || {
        let counts = counts.get();
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        DwellingStateKind::ALL
            .into_iter()
            .zip(counts)
            .filter(|(_, n)| *n > 0)
            .map(|(kind, n)| {
                view! {
                    <tr>
                        <th scope="row">{wording::dwelling_state(kind, language())}</th>
                        <td class="tally-bar" aria-hidden="true">
                            <div data-state=kind.key() style:width=format!("{}%", (n * 100).div_ceil(most))></div>
                        </td>
                        <td class="tally-number">{wording::whole(n as u64, language())}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || counts.with(|counts| counts.iter().any(|n| *n > 0))>
            <details class="stock-tally" data-test="stock-tally">
                <summary>{text::stock_title()}</summary>
                <table class="tally">
                    <caption class="visually-hidden">{text::stock_caption()}</caption>
                    <tbody>{bars}</tbody>
                </table>
            </details>
        </Show>
    }
    .into_any()
}
