// SPDX-License-Identifier: AGPL-3.0-or-later
//! The dwellings on the map as a list: searched, filtered by state, and chosen.
use super::{
    board::Board,
    looks::sign,
    place::spot,
    scene::{Look, Mark},
};
use crate::prelude::*;
use crate::{
    dwellings::row::{place, street, tone},
    routes::{Address, navigation},
    state::{Rows, State},
    text::{dwellings as words, language, map as text},
    ui::{EmptyState, FilterChips, Icon, StateTag, VirtualList},
};
use soglia_domain::{
    dwelling::{DwellingStateKind, Row as DwellingRow},
    id::DwellingId,
    record::{Identity as _, Key},
};
use soglia_wording as wording;
use std::sync::Arc;

const LIST: &str = "map-dwellings";

/// Height of a row in pixels: three lines.
const HEIGHT: f64 = 104.0;

/// The dwellings that have a position and pass the search and the filter, and how many have none.
#[derive(Clone, Default)]
struct OnMap {
    rows: Vec<Arc<DwellingRow>>,
    n_without: usize,
}

impl PartialEq for OnMap {
    fn eq(&self, other: &Self) -> bool {
        let same = |(one, other): (&Arc<DwellingRow>, &Arc<DwellingRow>)| Arc::ptr_eq(one, other);
        self.n_without == other.n_without
            && self.rows.len() == other.rows.len()
            && self.rows.iter().zip(&other.rows).all(same)
    }
}

impl OnMap {
    fn of(rows: &Rows, query: &str, state: Option<DwellingStateKind>) -> Self {
        let mut on_map = Self::default();
        for hit in rows.search_dwellings(query) {
            let Some(row) = rows.dwellings.get(hit.row) else {
                continue;
            };
            if state.is_some_and(|state| row.state != state) {
                continue;
            }
            match row.place() {
                Some(_) => on_map.rows.push(row.clone()),
                None => on_map.n_without += 1,
            }
        }
        on_map
    }

    /// The one dwelling, if it is one.
    fn single(&self) -> Option<Key> {
        match self.rows.as_slice() {
            [row] => Some(row.id.key()),
            _ => None,
        }
    }

    fn marks(&self) -> Vec<Mark> {
        let mark = |row: &Arc<DwellingRow>| {
            Some(Mark {
                key: row.id.key(),
                spot: spot(row.place()?),
                look: Look::Dwelling(row.state),
            })
        };
        self.rows.iter().filter_map(mark).collect()
    }
}

pub(super) fn list(board: Board) -> AnyView {
    let state = expect_context::<State>();
    // What was chosen of the round means nothing here.
    board.choose(None, Vec::new());
    // A record leads here with its code, as if somebody had written it.
    let query = RwSignal::new(navigation().place.with_untracked(|place| place.query.clone()));
    let of_state = RwSignal::new(None::<DwellingStateKind>);
    let on_map = Memo::new(move |_| {
        let rows = state.rows.get();
        query.with(|query| OnMap::of(&rows, query, of_state.get()))
    });
    Effect::new(move |_| board.show(on_map.with(OnMap::marks), false));
    if let Some(row) = on_map.with_untracked(OnMap::single) {
        board.chosen.set(Some(row));
    }
    // What stands in one place is shown alone until somebody takes that off.
    let listed = Memo::new(move |_| {
        let keys = board.in_one_place.get();
        on_map.with(|on_map| {
            let is_listed = |row: &&Arc<DwellingRow>| keys.is_empty() || keys.contains(&row.id.key());
            let rows: Vec<_> = on_map.rows.iter().filter(is_listed).cloned().collect();
            OnMap { rows, n_without: 0 }
        })
    });
    follow_chosen(board, listed);
    let chips = Signal::derive(move || {
        let n = board.in_one_place.with(Vec::len);
        let chip = (n > 0).then(|| (String::new(), text::in_one_place(n)));
        chip.into_iter().collect::<Vec<_>>()
    });
    let take_off = Callback::new(move |_: String| board.in_one_place.set(Vec::new()));
    let count = Signal::derive(move || listed.with(|listed| listed.rows.len()));
    let how_many = move || on_map.with(|on_map| text::on_map(on_map.rows.len(), on_map.n_without));
    let said = move || {
        let chosen = board.chosen.get()?;
        listed.with(|listed| {
            let row = listed.rows.iter().find(|row| row.id.key() == chosen)?;
            Some(text::chosen(
                &[row.code.clone(), street(row), place(row)].join(", "),
            ))
        })
    };
    let is_empty = Memo::new(move |_| count.get() == 0);
    view! {
        <div class="map-search">
            <div class="list-search">
                <label class="visually-hidden" for="map-search">{words::search_label()}</label>
                <Icon name="it-search"/>
                <input
                    id="map-search"
                    class="form-control"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words::search_help()
                    prop:value=move || query.get()
                    on:input:target=move |event| query.set(event.target().value())
                />
            </div>
            {by_state(of_state)}
        </div>
        <FilterChips chips on_remove=take_off/>
        <p class="list-count" role="status" data-test="map-count">{how_many}</p>
        <p class="visually-hidden" role="status" data-test="map-chosen">{said}</p>
        <Show when=move || is_empty.get()>{nothing(state)}</Show>
        <VirtualList
            id=LIST
            label=words::list_label()
            count
            row_height=HEIGHT
            render=move |at: usize| listed.with(|listed| listed.rows.get(at).map(|row| line(board, row)).into_any())
        />
    }
}

/// One dwelling: touching it shows it on the map, and the link beside it opens its record.
fn line(board: Board, row: &Arc<DwellingRow>) -> AnyView {
    let key = row.id.key();
    let is_chosen = Memo::new(move |_| board.chosen.get() == Some(key));
    view! {
        <div class="map-row">
            <button
                type="button"
                class="list-row"
                data-test="map-row"
                aria-pressed=move || is_chosen.get().to_string()
                aria-current=move || is_chosen.get().then_some("true")
                on:click=move |_| board.chosen.set(Some(key))
            >
                <span class="list-row-head">
                    {sign(row.state)} <strong>{row.code.clone()}</strong>
                    <StateTag tone=tone(row.state) label=wording::dwelling_state(row.state, language())/>
                </span>
                <span class="list-row-title">{street(row)}</span>
                <span class="list-row-line">{place(row)}</span>
            </button>
            <a class="btn btn-plain" href=Address::dwelling(row.id).path() aria-label=text::open_what(&row.code)>
                {text::open()}
            </a>
        </div>
    }
}

/// The list goes to what was chosen on the map, without taking the focus along.
fn follow_chosen(board: Board, listed: Memo<OnMap>) {
    Effect::new(move |_| {
        let Some(chosen) = board.chosen.get() else { return };
        let at = listed.with(|listed| place_of(listed, chosen));
        let (Some(at), Some(list)) = (at, document().get_element_by_id(LIST)) else {
            return;
        };
        let (top, height) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
        let row = at as f64 * HEIGHT;
        if row < top || row + HEIGHT > top + height {
            list.set_scroll_top((row - (height - HEIGHT) / 2.0).max(0.0) as i32);
        }
    });
}

fn place_of(listed: &OnMap, chosen: Key) -> Option<usize> {
    let id = DwellingId::of_key(chosen)?;
    listed.rows.iter().position(|row| row.id == id)
}

/// All states, or one of them.
fn by_state(of_state: RwSignal<Option<DwellingStateKind>>) -> AnyView {
    let option = |(at, state): (usize, DwellingStateKind)| {
        view! { <option value=at.to_string()>{wording::dwelling_state(state, language())}</option> }
    };
    let choose = move |at: String| {
        let at: Option<usize> = at.parse().ok();
        of_state.set(at.and_then(|at| DwellingStateKind::ALL.get(at).copied()));
    };
    view! {
        <div>
            <label class="visually-hidden" for="map-state">{words::filter_state()}</label>
            <select id="map-state" class="form-control" on:change:target=move |event| choose(event.target().value())>
                <option value="">{words::any_state()}</option>
                {DwellingStateKind::ALL.into_iter().enumerate().map(option).collect_view()}
            </select>
        </div>
    }
}

/// Why no dwelling is on the map.
fn nothing(state: State) -> AnyView {
    live(move || {
        let is_placed = state
            .rows
            .with(|rows| rows.dwellings.iter().any(|row| row.place().is_some()));
        let (title, why) = if is_placed {
            (words::none_match(), words::none_match_help())
        } else {
            (text::none_placed(), text::none_placed_help())
        };
        view! { <EmptyState title text=why/> }
    })
}
