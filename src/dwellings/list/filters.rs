// SPDX-License-Identifier: AGPL-3.0-or-later
//! The filters of the list and the chips that say which are active.
use crate::prelude::*;
use crate::{
    dwellings::filter::{Filter, Order, Place, places},
    state::State,
    text::{dwellings as text, language},
    ui::FilterChips,
};
use soglia_domain::dwelling::{DwellingStateKind, Origin};
use soglia_wording as wording;

/// The filters, folded away behind one word so that the list keeps its height.
pub(super) fn filters(filter: RwSignal<Filter>) -> AnyView {
    let state = expect_context::<State>();
    let places = Memo::new(move |_| state.rows.with(|rows| places(rows)));
    let choose_place = move |at: Option<usize>| {
        let chosen = at.and_then(|at| places.with(|p| p.get(at).cloned()));
        filter.update(|filter| filter.place = chosen.map(|(place, _)| place));
    };
    view! {
        <details class="list-tools">
            <summary>{text::filters()}</summary>
            <div class="list-tools-row">
                <Select
                    id="filter-state"
                    label=text::filter_state()
                    any=text::any_state()
                    options=Signal::derive(|| {
                        DwellingStateKind::ALL.map(|s| wording::dwelling_state(s, language()).to_owned()).to_vec()
                    })
                    chosen=Signal::derive(move || {
                        filter.with(|f| DwellingStateKind::ALL.iter().position(|s| Some(*s) == f.state))
                    })
                    choose=Callback::new(move |at: Option<usize>| {
                        filter.update(|f| f.state = at.and_then(|at| DwellingStateKind::ALL.get(at).copied()));
                    })
                />
                <Select
                    id="filter-origin"
                    label=text::filter_origin()
                    any=text::any_origin()
                    options=Signal::derive(|| {
                        Origin::ALL.map(|o| wording::origin(o, language()).to_owned()).to_vec()
                    })
                    chosen=Signal::derive(move || {
                        filter.with(|f| Origin::ALL.iter().position(|o| Some(*o) == f.origin))
                    })
                    choose=Callback::new(move |at: Option<usize>| {
                        filter.update(|f| f.origin = at.and_then(|at| Origin::ALL.get(at).copied()));
                    })
                />
                <Select
                    id="filter-place"
                    label=text::filter_place()
                    any=text::any_place()
                    options=Signal::derive(move || {
                        places.with(|p| {
                            p.iter().map(|(place, n)| format!("{} ({n})", place.label())).collect()
                        })
                    })
                    chosen=Signal::derive(move || {
                        filter.with(|f| {
                            let place: Option<&Place> = f.place.as_ref();
                            places.with(|p| p.iter().position(|(other, _)| Some(other) == place))
                        })
                    })
                    choose=Callback::new(choose_place)
                />
                <Select
                    id="filter-order"
                    label=text::sort_label()
                    any=""
                    options=Signal::derive(|| Order::ALL.map(|o| o.label().to_owned()).to_vec())
                    chosen=Signal::derive(move || {
                        filter.with(|f| Order::ALL.iter().position(|o| *o == f.order))
                    })
                    choose=Callback::new(move |at: Option<usize>| {
                        filter.update(|f| {
                            f.order = at.and_then(|at| Order::ALL.get(at).copied()).unwrap_or_default();
                        });
                    })
                />
                <Tick
                    id="filter-measured"
                    label=text::filter_measured()
                    checked=Signal::derive(move || filter.with(|f| f.measured))
                    set=Callback::new(move |on| filter.update(|f| f.measured = on))
                />
                <Tick
                    id="filter-step-free"
                    label=text::filter_step_free()
                    checked=Signal::derive(move || filter.with(|f| f.step_free))
                    set=Callback::new(move |on| filter.update(|f| f.step_free = on))
                />
            </div>
        </details>
    }
    .into_any()
}

/// One of a list, or any. `chosen` and `choose` speak of places in `options`; without `any` one is always chosen.
#[component]
fn Select(
    id: &'static str,
    label: &'static str,
    any: &'static str,
    options: Signal<Vec<String>>,
    chosen: Signal<Option<usize>>,
    choose: Callback<Option<usize>>,
) -> impl IntoView {
    let option = move |(at, words): (usize, String)| {
        view! {
            <option value=at.to_string() prop:selected=move || chosen.get() == Some(at)>
                {words}
            </option>
        }
    };
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <select
                id=id
                class="form-control"
                on:change:target=move |event| choose.run(event.target().value().parse().ok())
            >
                {(!any.is_empty())
                    .then(|| view! { <option value="" prop:selected=move || chosen.get().is_none()>{any}</option> })}
                {move || options.get().into_iter().enumerate().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// A filter that is on or off.
#[component]
fn Tick(id: &'static str, label: &'static str, checked: Signal<bool>, set: Callback<bool>) -> impl IntoView {
    view! {
        <div class="form-check">
            <input
                type="checkbox"
                id=id
                prop:checked=move || checked.get()
                on:change:target=move |event| set.run(event.target().checked())
            />
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}

/// What is filtered for, each with a way to take it off.
pub(super) fn chips(filter: RwSignal<Filter>) -> AnyView {
    let active = Signal::derive(move || {
        filter.with(|filter| {
            let chip = |key: &str, label: String| (key.to_owned(), label);
            [
                filter
                    .state
                    .map(|s| chip("state", wording::dwelling_state(s, language()).to_owned())),
                filter
                    .origin
                    .map(|o| chip("origin", wording::origin(o, language()).to_owned())),
                filter.place.as_ref().map(|place| chip("place", place.label())),
                filter
                    .measured
                    .then(|| chip("measured", text::chip_measured().to_owned())),
                filter
                    .step_free
                    .then(|| chip("step_free", text::chip_step_free().to_owned())),
            ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
        })
    });
    let on_remove = Callback::new(move |key: String| {
        filter.update(|filter| match key.as_str() {
            "state" => filter.state = None,
            "origin" => filter.origin = None,
            "place" => filter.place = None,
            "measured" => filter.measured = false,
            _ => filter.step_free = false,
        });
    });
    view! { <FilterChips chips=active on_remove/> }.into_any()
}
