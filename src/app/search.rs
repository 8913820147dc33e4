// SPDX-License-Identifier: AGPL-3.0-or-later
//! The search on top of every page: the best of households and dwellings while one types, and the way to all of them.
use crate::prelude::*;
use crate::{
    routes::{self, Address},
    state::{Hit, Matched, Rows, State},
    text::shell as text,
    ui::Icon,
};
use leptos::{html, web_sys};
use wasm_bindgen::JsCast;

/// Hits shown of each kind: with both lists of everything they fit above the keyboard of a tablet.
const MOST: usize = 4;

/// One line under the search box.
#[derive(Clone, PartialEq, Eq)]
struct Choice {
    address: Address,
    /// What is searched for there, for the lines that lead to a list.
    query: String,
    icon: &'static str,
    title: String,
    note: String,
}

fn choices(rows: &Rows, typed: &str) -> Vec<Choice> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let (households, dwellings) = (rows.search_households(typed), rows.search_dwellings(typed));
    let mut choices: Vec<Choice> = Vec::with_capacity(2 * MOST + 2);
    choices.extend(
        households
            .iter()
            .take(MOST)
            .filter_map(|hit| household(rows, *hit)),
    );
    choices.extend(dwellings.iter().take(MOST).filter_map(|hit| dwelling(rows, *hit)));
    let all = |address, n: usize, title: String| {
        (n > MOST).then(|| Choice {
            address,
            query: typed.to_owned(),
            icon: "it-list",
            title,
            note: String::new(),
        })
    };
    choices.extend(all(
        Address::Households,
        households.len(),
        text::all_households(households.len()),
    ));
    choices.extend(all(
        Address::Dwellings,
        dwellings.len(),
        text::all_dwellings(dwellings.len()),
    ));
    choices
}

fn household(rows: &Rows, hit: Hit) -> Option<Choice> {
    let row = rows.households.get(hit.row)?;
    let note = match hit.matched {
        Matched::MemberName => text::matched_member(),
        Matched::TaxCode => text::matched_tax_code(),
        _ => text::household(),
    };
    Some(Choice {
        address: Address::household(row.id),
        query: String::new(),
        icon: "it-user",
        title: row.label.clone(),
        note: note.to_owned(),
    })
}

fn dwelling(rows: &Rows, hit: Hit) -> Option<Choice> {
    let row = rows.dwellings.get(hit.row)?;
    let address = [row.street.as_str(), row.municipality.as_str()];
    let address: Vec<&str> = address.into_iter().filter(|part| !part.is_empty()).collect();
    Some(Choice {
        address: Address::dwelling(row.id),
        query: String::new(),
        icon: "it-home",
        title: row.code.clone(),
        note: address.join(", "),
    })
}

/// Whether the focus goes out of the element that listens.
pub(super) fn leaves(event: &web_sys::FocusEvent) -> bool {
    let node = |target: Option<web_sys::EventTarget>| {
        target.and_then(|target| target.dyn_into::<web_sys::Node>().ok())
    };
    let next = node(event.related_target());
    node(event.current_target()).is_some_and(|group| !group.contains(next.as_ref()))
}

/// The search box with its hits.
#[component]
pub fn Search() -> AnyView {
    let state = expect_context::<State>();
    let typed = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let input = NodeRef::<html::Input>::new();
    let found = Memo::new(move |_| {
        if !is_open.get() {
            return Vec::new();
        }
        state.rows.with(|rows| typed.with(|typed| choices(rows, typed)))
    });
    focus_by_slash(input);

    let leave = move || {
        is_open.set(false);
        active.set(None);
    };
    let choose = move |choice: Choice| {
        leave();
        typed.set(String::new());
        routes::go_to_query(choice.address, &choice.query);
    };
    // Without a chosen line, enter opens the list that the person is in, or the one with more to show.
    let submit = move || {
        let text = typed.get_untracked();
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let here = routes::navigation().place.with_untracked(|place| place.address);
        let address = match here {
            Some(Address::Dwellings | Address::Dwelling(..)) => Address::Dwellings,
            Some(Address::Households | Address::Household(..)) => Address::Households,
            _ => state.rows.with_untracked(|rows| {
                let n_households = rows.search_households(text).len();
                if n_households >= rows.search_dwellings(text).len() {
                    Address::Households
                } else {
                    Address::Dwellings
                }
            }),
        };
        leave();
        routes::go_to_query(address, text);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let n = found.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if n > 0 => {
                event.prevent_default();
                active.update(|active| *active = Some(active.map_or(0, |at| (at + 1) % n)));
            }
            "ArrowUp" if n > 0 => {
                event.prevent_default();
                active.update(|active| *active = Some(active.map_or(n - 1, |at| (at + n - 1) % n)));
            }
            "Escape" => leave(),
            "Enter" => {
                event.prevent_default();
                let chosen = active
                    .get_untracked()
                    .and_then(|at| found.with_untracked(|found| found.get(at).cloned()));
                match chosen {
                    Some(choice) => choose(choice),
                    None => submit(),
                }
            }
            _ => {}
        }
    };
    let line = move |(at, choice): (usize, Choice)| {
        let given = choice.clone();
        view! {
            <li
                id=format!("search-{at}")
                role="option"
                class="search-option"
                aria-selected=move || (active.get() == Some(at)).to_string()
                // The field keeps the focus: only then the list stays open until the click arrives.
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| choose(given.clone())
            >
                <Icon name=choice.icon />
                <span class="search-title">{choice.title}</span>
                <span class="search-note">{choice.note}</span>
            </li>
        }
    };
    let shows_list = move || is_open.get() && typed.with(|typed| !typed.trim().is_empty());
    view! {
        <div class="search" role="search" on:focusout=move |event| {
            if leaves(&event) {
                leave();
            }
        }>
            <Icon name="it-search" />
            <input
                type="text"
                id="search"
                class="search-input"
                node_ref=input
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder=text::search_hint()
                aria-label=text::search_label()
                aria-autocomplete="list"
                aria-controls="search-list"
                aria-expanded=move || shows_list().to_string()
                aria-activedescendant=move || active.get().map(|at| format!("search-{at}"))
                prop:value=move || typed.get()
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    active.set(None);
                    is_open.set(true);
                }
                on:focus=move |_| is_open.set(true)
                on:keydown=on_key
            />
            <kbd aria-hidden="true">"/"</kbd>
            <div class="search-panel" hidden=move || !shows_list()>
                <ul id="search-list" role="listbox" aria-label=text::search_results()>
                    {move || found.get().into_iter().enumerate().map(line).collect_view()}
                </ul>
                <p class="search-none" role="status" hidden=move || !found.with(Vec::is_empty)>
                    {text::nothing_found()}
                </p>
            </div>
        </div>
    }
    .into_any()
}

/// The key "/" goes to the search from anywhere, except out of a field.
fn focus_by_slash(input: NodeRef<html::Input>) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let in_field = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| {
                element
                    .closest("input, textarea, select, [contenteditable]")
                    .ok()
                    .flatten()
                    .is_some()
            });
        if event.key() == "/" && !in_field && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
            event.prevent_default();
            if let Some(input) = input.get_untracked() {
                let _ = input.focus();
            }
        }
    });
    on_cleanup(move || handle.remove());
}
