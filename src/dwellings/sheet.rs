// SPDX-License-Identifier: AGPL-3.0-or-later
//! The facts of a dwelling: what is recorded on site, its state, who holds it, whom it suits, what the list says.
mod fact;
mod measures;
mod move_state;
mod suited;
mod title;

use super::subject::Subject;
use crate::prelude::*;
use crate::{
    routes::Address,
    state::State,
    text::{dwellings as text, language},
    ui::{Summary, SummaryLine},
};
use fact::on_site;
pub(super) use fact::{editor, field_id};
use measures::measures;
use move_state::move_state;
use soglia_domain::dwelling::{DwellingQuestion, DwellingState};
use soglia_wording as wording;
use suited::suited;
use title::title;

/// What the list says and nobody writes here, in the order of the page.
const FROM_LIST: [DwellingQuestion; 8] = [
    DwellingQuestion::ListedKind,
    DwellingQuestion::ListedSize,
    DwellingQuestion::CadastralArea,
    DwellingQuestion::CadastralKey,
    DwellingQuestion::Nil,
    DwellingQuestion::ListedUse,
    DwellingQuestion::ListedContract,
    DwellingQuestion::Source,
];

/// All facts of the dwelling.
pub(super) fn sheet(subject: Subject) -> AnyView {
    let from_list = move || {
        let known: Vec<_> = FROM_LIST
            .iter()
            .filter_map(|question| subject.in_words(*question).map(|value| (*question, value)))
            .collect();
        (!known.is_empty()).then(|| {
            view! {
                <section class="record-section">
                    <h2>{text::from_list()}</h2>
                    <Summary>
                        {known
                            .into_iter()
                            .map(|(question, value)| {
                                let term = wording::dwelling_question(question, language());
                                view! { <SummaryLine term>{value}</SummaryLine> }
                            })
                            .collect_view()}
                    </Summary>
                </section>
            }
        })
    };
    view! {
        {on_site(subject)}
        {measures(subject)}
        {suited(subject)}
        {title(subject)}
        {move_state(subject)}
        <Holder subject/>
        {from_list}
    }
    .into_any()
}

/// The household that holds the dwelling, as far as this device knows it.
#[component]
fn Holder(subject: Subject) -> impl IntoView {
    let rows = expect_context::<State>().rows;
    let holder = move || {
        let (named, unnamed) = subject.read(|dwelling| {
            let unnamed = matches!(dwelling.state, DwellingState::Occupied { household: None });
            (dwelling.state.household(), unnamed)
        })?;
        let view = match named {
            Some(id) => {
                let label = rows.with(|rows| rows.household(id).map(|row| row.label.clone()));
                match label {
                    Some(label) => {
                        view! { <p><a href=Address::household(id).path()>{label}</a></p> }.into_any()
                    }
                    None => view! { <p>{text::holder_not_here()}</p> }.into_any(),
                }
            }
            None if unnamed => view! { <p>{text::holder_unnamed()}</p> }.into_any(),
            None => view! { <p>{text::holder_nobody()}</p> }.into_any(),
        };
        Some(view)
    };
    view! {
        <section class="record-section">
            <h2>{text::holder_heading()}</h2>
            {holder}
        </section>
    }
    .into_any()
}
