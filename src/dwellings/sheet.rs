// SPDX-License-Identifier: AGPL-3.0-or-later
//! The facts of a dwelling: what is recorded on site, its state, who holds it, whom it suits, what the list says.
mod fact;
mod measures;
mod move_state;
mod suited;
mod title;

use crate::prelude::*;
use crate::{
    record::{Subject, Tally, progress},
    routes::Address,
    state::State,
    text::{dwellings as text, dwellings::measures as measure_text, language},
    ui::{Summary, SummaryLine},
};
use fact::fact_line;
pub(super) use fact::{editor, field_id};
use measures::measures;
use move_state::move_state;
use soglia_domain::dwelling::{Dwelling, DwellingQuestion as Q, DwellingState, DwellingTopic};
use soglia_wording as wording;
use suited::suited;

/// Where a fact stands on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Among what is recorded on site.
    OnSite,
    /// Among what the list says and nobody writes here.
    FromList,
    /// In a part of its own.
    Elsewhere,
}

/// A new fact appears by its topic.
const fn place_of(question: Q) -> Place {
    match question {
        // Address and municipio stand in the head, the position on the map.
        Q::Address | Q::Municipio | Q::Position => Place::Elsewhere,
        // What is measured, and what follows from that, has a part of its own; so have title and holder.
        Q::ConventionalArea | Q::MeasuredSpaces | Q::Title | Q::EntrustedTo => Place::Elsewhere,
        Q::CadastralArea => Place::FromList,
        question => match question.topic() {
            DwellingTopic::Size | DwellingTopic::OnSite => Place::OnSite,
            DwellingTopic::Place | DwellingTopic::Holder | DwellingTopic::Listed => Place::FromList,
        },
    }
}

fn questions(place: Place) -> Vec<Q> {
    let all = Q::ALL.iter().copied();
    all.filter(|question| place_of(*question) == place).collect()
}

/// What is recorded on site, each edited in its place, with how far it came.
fn on_site(subject: Subject<Dwelling>) -> AnyView {
    let asked = questions(Place::OnSite);
    let lines = asked
        .iter()
        .map(|question| fact_line(subject, *question))
        .collect_view();
    let tally = Memo::new(move |_| subject.read(|dwelling| Tally::of(&asked, &dwelling.facts)));
    view! {
        <section class="record-section">
            <h2>{text::on_site()}</h2>
            <p>{progress(tally.into())}</p>
            <Summary>{lines}</Summary>
        </section>
    }
}

/// The title under which the dwelling is held.
fn held(subject: Subject<Dwelling>) -> AnyView {
    view! {
        <section class="record-section" data-test="title">
            <h2>{measure_text::title_heading()}</h2>
            {title::warning(subject)}
            <Summary>{fact_line(subject, Q::Title)}</Summary>
        </section>
    }
}

/// All facts of the dwelling.
pub(super) fn sheet(subject: Subject<Dwelling>) -> AnyView {
    let listed = questions(Place::FromList);
    let from_list = move || {
        let known: Vec<_> = listed
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
        {held(subject)}
        {move_state(subject)}
        <Holder subject/>
        {from_list}
    }
    .into_any()
}

/// The household that holds the dwelling, as far as this device knows it.
#[component]
fn Holder(subject: Subject<Dwelling>) -> impl IntoView {
    let rows = expect_context::<State>().rows;
    let holder = move || {
        let (named, unnamed) = subject.read(|dwelling| {
            let unnamed = matches!(dwelling.state, DwellingState::Occupied { household: None });
            Some((dwelling.state.household(), unnamed))
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
