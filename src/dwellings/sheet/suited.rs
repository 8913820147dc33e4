// SPDX-License-Identifier: AGPL-3.0-or-later
//! For how many people the surface is right: the table of public housing and the hygienic minimum, kept apart.
use crate::prelude::*;
use crate::{
    record::Subject,
    state::State,
    text::dwellings::{self as text, measures},
    ui::{Summary, SummaryLine},
};
use soglia_domain::{
    adequacy::{OneRoom, standards},
    area::SurfaceKind,
    dwelling::Dwelling,
};

/// For how many people the dwelling is right.
pub(super) fn suited(subject: Subject<Dwelling>) -> AnyView {
    let state = expect_context::<State>();
    let found = Memo::new(move |_| {
        let rules = state.rules();
        subject.read(|dwelling| {
            let area = dwelling.facts.surface(SurfaceKind::Usable, &rules)?;
            Some(standards(
                area,
                dwelling.facts.is_one_room() == Some(true),
                &rules,
            ))
        })
    });
    let lines = move || match found.get() {
        None => view! { <p class="muted">{text::suited_unknown()}</p> },
        Some(found) => {
            let table = match (found.sap_min_persons, found.sap_max_persons) {
                (None, _) => text::suited_nobody().to_owned(),
                (Some(least), None) => text::persons_or_more(least),
                (Some(least), Some(most)) => text::persons_between(least, most),
            };
            let hygienic = match found.hygienic_max_persons {
                0 => text::hygienic_nobody().to_owned(),
                most => text::persons_at_most(most),
            };
            view! {
                <Summary>
                    {line(text::suited_table(), "suited-table", table)}
                    {line(text::suited_hygienic(), "suited-hygienic", hygienic)}
                    {found.one_room.map(one_room)}
                </Summary>
                <p class="muted">{text::suited_apart()}</p>
            }
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

fn line(term: &'static str, test: &'static str, value: String) -> AnyView {
    view! { <SummaryLine term><span data-test=test>{value}</span></SummaryLine> }
}

/// The two rules for a dwelling of one room, each under its name.
fn one_room(found: OneRoom) -> AnyView {
    let persons = |most| match most {
        0 => measures::nobody().to_owned(),
        most => text::persons_at_most(most),
    };
    view! {
        {line(measures::one_room_hygienic(), "one-room-hygienic", persons(found.hygienic_max_persons))}
        {line(
            measures::one_room_eased(),
            "one-room-eased",
            format!("{}. {}", persons(found.salva_casa_max_persons), measures::one_room_condition()),
        )}
    }
}
