// SPDX-License-Identifier: AGPL-3.0-or-later
//! The highest rent of a dwelling at both tiers, with its calculation; or what must be measured first.
mod burden;
mod card;
mod index;

use super::{
    id_of,
    sheet::{editor, field_id},
};
use crate::prelude::*;
use crate::{
    record::Subject,
    routes::Address,
    state::State,
    text::{dwellings as text, language},
    ui::{MoneyField, Notice, StateTag, Tone},
};
use card::card;
use index::index;
use soglia_domain::{
    answer::Answer,
    area::{FloorArea, ListedSize},
    dwelling::{Dwelling, DwellingQuestion},
    money::Money,
    rent::RentTier,
    rent::rent_ceiling,
};
use soglia_wording as wording;

/// What the list says of the size, where nothing was measured.
#[derive(Clone, Copy, Default, PartialEq)]
enum Listed {
    Area(FloorArea),
    Rooms,
    #[default]
    Nothing,
}

/// The two ceilings, or the way to them.
pub(super) fn rent(subject: Subject<Dwelling>) -> AnyView {
    let state = expect_context::<State>();
    let income = RwSignal::new(Answer::<Money>::NotAsked);
    let measured = Memo::new(move |_| {
        subject.read(|dwelling| {
            let rules = state.rules();
            dwelling.facts.surface(rules.cap_surface_kind(), &rules)
        })
    });
    let listed = Memo::new(move |_| {
        subject.read(|dwelling| match dwelling.facts.listed_size.known() {
            Some(ListedSize::Area(area)) => Listed::Area(*area),
            Some(ListedSize::Rooms(_)) => Listed::Rooms,
            _ => Listed::Nothing,
        })
    });
    let cards = move |area: FloorArea, indicative: bool| {
        let id = id_of(subject);
        view! {
            <div class="card-row">
                {RentTier::ALL
                    .map(|tier| {
                        let rules = state.rules();
                        let certificate = (!indicative).then(|| Address::Certificate(id, tier).path());
                        card(rent_ceiling(area, tier, &rules), &rules, certificate, income)
                    })
                    .into_iter()
                    .collect_view()}
            </div>
        }
    };
    let content = move || match (measured.get(), listed.get()) {
        (Some(area), _) => view! {
            <p>
                {format!(
                    "{}: {}",
                    wording::surface_kind(state.rules().cap_surface_kind(), language()),
                    wording::area(area, language()),
                )}
            </p>
            <p class="muted" data-test="cap-surface">{cap_refers_to(state)}</p>
            {cards(area, false)}
            <Income income/>
            {index(area)}
        }
        .into_any(),
        (None, listed) => {
            let indicative = match listed {
                Listed::Area(area) => view! {
                    <h3>{wording::area(area, language())} " " <StateTag tone=Tone::Warn label=text::indicative()/></h3>
                    <p>{text::indicative_help()}</p>
                    {cards(area, true)}
                }
                .into_any(),
                Listed::Rooms => view! { <p>{text::rooms_are_no_surface()}</p> }.into_any(),
                Listed::Nothing => ().into_any(),
            };
            view! { {indicative} }.into_any()
        }
    };
    // The field stays where it is while its first answer is written: the cards come up below it.
    let was_missing = measured.get_untracked().is_none();
    let measure = was_missing.then(|| {
        view! {
            <Show when=move || measured.get().is_none()>
                <Notice tone=Tone::Warn>
                    <h2>{text::rent_unknown_heading()}</h2>
                    <p>{text::rent_unknown()}</p>
                </Notice>
            </Show>
            <div data-test=field_id(DwellingQuestion::UsableArea)>
                {subject
                    .may_answer(DwellingQuestion::UsableArea)
                    .then(|| editor(subject, DwellingQuestion::UsableArea))}
            </div>
        }
    });
    view! {
        <section class="record-section">
            {measure}
            {content}
        </section>
    }
    .into_any()
}

/// The surface for which the ceilings hold, because the parameter that says so is an assumption.
fn cap_refers_to(state: State) -> String {
    let kind = state.rules().cap_surface_kind();
    text::measures::cap_refers_to(wording::surface_kind(kind, language()))
}

/// A household's income, to hold the rents against; it is not saved anywhere.
#[component]
fn Income(income: RwSignal<Answer<Money>>) -> impl IntoView {
    let negative = RwSignal::new(false);
    let on_answer = Callback::new(move |answer: Answer<Money>| {
        let below = answer.known().is_some_and(|money| money.is_negative());
        negative.set(below);
        income.set(if below { Answer::NotKnownYet } else { answer });
    });
    let error = Signal::derive(move || negative.get().then(|| text::income_negative().to_owned()));
    view! {
        <MoneyField
            id="rent-income"
            label=text::income_label()
            help=text::income_help()
            value=income
            on_answer
            error
        />
    }
    .into_any()
}
