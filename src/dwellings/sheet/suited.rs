// SPDX-License-Identifier: AGPL-3.0-or-later
//! For how many people the surface is right: the table of public housing and the hygienic minimum, kept apart.
use crate::prelude::*;
use crate::{
    dwellings::subject::Subject,
    state::State,
    text::dwellings as text,
    ui::{Summary, SummaryLine},
};
use soglia_domain::{
    adequacy::{Adequacy, adequacy, hygienic_most_persons},
    area::FloorArea,
    rulebook::Rules,
};

/// Larger households than this are not in any table.
const MOST_PERSONS: u8 = 20;

/// The least and the most people for whom a surface is adequate; none when it suits nobody.
fn adequate_for(area: FloorArea, rules: &Rules) -> Option<(u8, u8)> {
    let fits = |n: &u8| adequacy(area, *n, rules) == Adequacy::Adequate;
    Some((
        (1..=MOST_PERSONS).find(fits)?,
        (1..=MOST_PERSONS).rev().find(fits)?,
    ))
}

/// For how many people the dwelling is right.
pub(super) fn suited(subject: Subject) -> AnyView {
    let state = expect_context::<State>();
    let area = Memo::new(move |_| {
        subject
            .read(|dwelling| dwelling.facts.usable_area.known().copied())
            .flatten()
    });
    let lines = move || match area.get() {
        None => view! { <p class="muted">{text::suited_unknown()}</p> }.into_any(),
        Some(area) => {
            let rules = state.rules();
            let (table, hygienic) = (adequate_for(area, &rules), hygienic_most_persons(area, &rules));
            let table = table.map_or_else(
                || text::suited_nobody().to_owned(),
                |(least, most)| {
                    if most == MOST_PERSONS {
                        text::persons_or_more(least)
                    } else {
                        text::persons_between(least, most)
                    }
                },
            );
            let hygienic = match hygienic {
                0 => text::hygienic_nobody().to_owned(),
                most => text::persons_at_most(most),
            };
            view! {
                <Summary>
                    <SummaryLine term=text::suited_table()>
                        <span data-test="suited-table">{table}</span>
                    </SummaryLine>
                    <SummaryLine term=text::suited_hygienic()>
                        <span data-test="suited-hygienic">{hygienic}</span>
                    </SummaryLine>
                </Summary>
                <p class="muted">{text::suited_apart()}</p>
            }
            .into_any()
        }
    };
    view! {
        <section class="record-section">
            <h2>{text::suited_heading()}</h2>
            {lines}
        </section>
    }
    .into_any()
}
