// SPDX-License-Identifier: AGPL-3.0-or-later
//! The round of the day as a list: each visit with its number on the map, or why it is not there.
use super::{
    board::Board,
    place::Unknown,
    scene::{Look, Mark},
    stops::{Stop, stops},
};
use crate::prelude::*;
use crate::{
    routes::{Address, HouseholdTab},
    session::may::author,
    state::State,
    text::{language, map as text, today},
    ui::{EmptyState, LinkButton, StateTag, Tone},
};
use soglia_domain::{record::Identity as _, visit::VisitStateKind};
use soglia_wording as wording;

pub(super) fn list(board: Board) -> AnyView {
    let state = expect_context::<State>();
    board.choose(None, Vec::new());
    let author = author();
    let round = Memo::new(move |_| {
        let stops = author
            .as_ref()
            .map(|author| state.rows.with(|rows| stops(rows, author, state.today())));
        stops.unwrap_or_default()
    });
    Effect::new(move |_| board.show(round.with(|round| round.iter().filter_map(mark).collect()), true));
    let lines = move || {
        round
            .get()
            .into_iter()
            .map(|stop| line(board, state, &stop))
            .collect_view()
    };
    let said = move || {
        let chosen = board.chosen.get()?;
        round.with(|round| {
            let stop = round.iter().find(|stop| stop.visit.id.key() == chosen)?;
            Some(text::chosen(&format!("{}, {}", stop.number, what(stop))))
        })
    };
    let is_empty = Memo::new(move |_| round.with(Vec::is_empty));
    view! {
        <p class="list-count" data-test="round-in-all">{move || round.with(|round| in_all(round))}</p>
        <p class="visually-hidden" role="status" data-test="map-chosen">{said}</p>
        <Show when=move || is_empty.get()>
            <EmptyState title=text::no_visits() text=text::no_visits_help()>
                <LinkButton href=Address::Today.path() icon="it-calendar">{today::title()}</LinkButton>
            </EmptyState>
        </Show>
        <ol class="map-round" aria-label=text::visits()>{lines}</ol>
    }
}

fn mark(stop: &Stop) -> Option<Mark> {
    Some(Mark {
        key: stop.visit.id.key(),
        spot: stop.place.as_ref().ok()?.spot,
        look: Look::Stop(stop.number, stop.is_over()),
    })
}

/// How many, how many of them on the map, and how far it is from the first to the last.
fn in_all(round: &[Stop]) -> String {
    if round.is_empty() {
        return String::new();
    }
    let n_placed = round.iter().filter(|stop| stop.place.is_ok()).count();
    let metres: u32 = round
        .iter()
        .filter_map(|stop| stop.from.map(|(_, metres)| metres))
        .sum();
    let far = (n_placed > 1).then(|| wording::distance(metres, language()));
    text::in_all(round.len(), n_placed, far.as_deref())
}

/// "dalle 09:00 alle 10:00, Visita a casa".
fn what(stop: &Stop) -> String {
    let visit = &stop.visit;
    let hours = wording::visit_hours(visit.from, visit.to, language());
    let hours = hours.unwrap_or_else(|| text::no_hour().to_owned());
    format!("{hours}, {}", wording::visit_purpose(visit.purpose, language()))
}

/// One visit. What has no place on the map is no button: there is nothing to show.
fn line(board: Board, state: State, stop: &Stop) -> AnyView {
    let visit = &stop.visit;
    let key = visit.id.key();
    let is_chosen = Memo::new(move |_| board.chosen.get() == Some(key));
    let label = state
        .rows
        .with_untracked(|rows| rows.household(visit.household).map(|row| row.label.clone()));
    let path = Address::Household(visit.household, HouseholdTab::Path).path();
    let household = label.map(|label| view! { <a class="map-household" href=path>{label}</a> });
    let over = stop.is_over().then(|| {
        let words = wording::visit_state(VisitStateKind::Done, language());
        view! { <StateTag tone=Tone::Good label=words/> }
    });
    let place =
        (!visit.place.is_empty()).then(|| view! { <span class="list-row-line">{visit.place.clone()}</span> });
    let head = view! {
        <span class="list-row-head">
            <span class="map-number" data-over=stop.is_over().to_string()>{stop.number}</span>
            <strong>{what(stop)}</strong>
            {over}
        </span>
        {place}
        <span class="list-row-line">{whereabouts(stop)}</span>
    };
    let shown = match stop.place {
        Ok(_) => view! {
            <button
                type="button"
                class="list-row"
                aria-pressed=move || is_chosen.get().to_string()
                aria-current=move || is_chosen.get().then_some("true")
                on:click=move |_| board.chosen.set(Some(key))
            >
                {head}
            </button>
        },
        Err(_) => view! { <div class="list-row">{head}</div> },
    };
    view! {
        <li data-test="stop" data-placed=stop.place.is_ok().to_string()>{shown} {household}</li>
    }
}

/// How the position is known and how far it is from the visit before, or why it is not known.
fn whereabouts(stop: &Stop) -> String {
    match &stop.place {
        Ok(found) => {
            let mut words = match &found.dwelling {
                Some(code) => text::by_dwelling(code),
                None => text::by_address().to_owned(),
            };
            if let Some((number, metres)) = stop.from {
                words += " · ";
                words += &text::from_stop(&wording::distance(metres, language()), number);
            }
            words
        }
        Err(why) => format!("{}. {}", text::no_position(), reason(why)),
    }
}

fn reason(why: &Unknown) -> String {
    match why {
        Unknown::NoPlace => text::no_place(),
        Unknown::NoSuchAddress => text::not_known(),
        Unknown::SeveralPlaces => text::several_places(),
        Unknown::SeveralOffers => text::several_offers(),
        Unknown::DwellingNotHere => text::dwelling_not_here(),
        Unknown::DwellingWithout(code) => return text::dwelling_without(code),
    }
    .to_owned()
}
