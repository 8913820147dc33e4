// SPDX-License-Identifier: AGPL-3.0-or-later
//! The address bar: where the person is, links that stay inside the application, back and forward.
use super::Address;
use crate::prelude::*;
use leptos::web_sys;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};

/// Where the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page; none when the path is not one of ours.
    pub address: Option<Address>,
    /// What is searched for. Rests in the history entry and not in the address, where names of people would reach logs.
    pub query: String,
}

/// Where the person is, as a signal.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The place now.
    pub place: RwSignal<Place>,
}

thread_local! {
    static NAVIGATION: Cell<Option<Navigation>> = const { Cell::new(None) };
    /// Set by a navigation, taken by the heading that comes up after it.
    static FOCUS_WISH: Cell<bool> = const { Cell::new(false) };
}

/// Begins to follow the address bar, links, back and forward. Called once, before the first page is drawn.
pub fn start() -> Navigation {
    let navigation = Navigation {
        place: RwSignal::new(read()),
    };
    NAVIGATION.set(Some(navigation));
    window_event_listener_untyped("popstate", move |_| arrive(navigation));
    let on_click = move |event: web_sys::MouseEvent| {
        if let Some((address, query)) = own_link(&event) {
            event.prevent_default();
            show(address, &query);
        }
    };
    window_event_listener(leptos::ev::click, on_click);
    navigation
}

/// Where the person is.
///
/// # Panics
/// Before [`start`]: nothing is drawn before it.
pub fn navigation() -> Navigation {
    NAVIGATION
        .get()
        .expect("the application starts with its navigation")
}

/// Goes to a page, with a new entry in the history.
pub fn go(address: Address) {
    show(address, "");
}

/// Goes to a page that searches for something.
pub fn go_to_query(address: Address, query: &str) {
    show(address, query);
}

/// Keeps what is searched for on this page, without a new entry in the history.
pub fn replace_query(query: &str) {
    let navigation = navigation();
    let Some(address) = navigation.place.with_untracked(|place| place.address) else {
        return;
    };
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::from_str(query), "", Some(&address.path()));
    }
    navigation
        .place
        .update(|place| query.clone_into(&mut place.query));
}

/// Where this application is served: what stands before every path in a link that leaves the page.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Whether a path is where the person is. Tracks the place.
pub fn is_here(path: &str) -> bool {
    navigation()
        .place
        .with(|place| place.address.is_some() && place.address == Address::parse(path))
}

/// Whether a record is open beside its list. Tracks the place.
pub fn is_record_open() -> bool {
    navigation().place.with(|place| {
        matches!(
            place.address,
            Some(Address::Household(..) | Address::Dwelling(..) | Address::NewHousehold)
        )
    })
}

/// The page now.
pub fn address() -> Option<Address> {
    navigation().place.with(|place| place.address)
}

/// Lets the heading that comes up next take the focus, where what had it goes away.
pub fn wish_focus() {
    FOCUS_WISH.set(true);
}

/// Whether a heading that comes up now should take the focus; asks only once for each navigation.
pub fn take_focus_wish() -> bool {
    FOCUS_WISH.replace(false)
}

fn show(address: Address, query: &str) {
    let navigation = navigation();
    let target = Place {
        address: Some(address),
        query: query.to_owned(),
    };
    if navigation.place.with_untracked(|place| *place == target) {
        return;
    }
    // Without the address bar the page still changes: back and forward are then missing, nothing else.
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::from_str(query), "", Some(&address.path()));
    }
    arrive_at(navigation, target);
}

fn arrive(navigation: Navigation) {
    arrive_at(navigation, read());
}

fn arrive_at(navigation: Navigation, place: Place) {
    let is_same = navigation
        .place
        .with_untracked(|before| is_same_page(before.address, place.address));
    // From one part of a record to another the focus stays on the navigation that was used.
    FOCUS_WISH.set(!is_same);
    navigation.place.set(place);
    if !is_same && let Some(main) = document().get_element_by_id("main") {
        main.set_scroll_top(0);
    }
}

fn is_same_page(before: Option<Address>, now: Option<Address>) -> bool {
    match (before, now) {
        (Some(Address::Household(before, _)), Some(Address::Household(now, _))) => before == now,
        (Some(Address::Dwelling(before, _)), Some(Address::Dwelling(now, _))) => before == now,
        (before, now) => before == now,
    }
}

fn read() -> Place {
    let location = window().location();
    let address = Address::parse(&location.pathname().unwrap_or_default());
    let kept = window()
        .history()
        .ok()
        .and_then(|history| history.state().ok())
        .and_then(|state| state.as_string());
    let query = kept.unwrap_or_else(|| query_of(&location.search().unwrap_or_default()));
    Place { address, query }
}

fn query_of(search: &str) -> String {
    let raw = search
        .trim_start_matches('?')
        .split('&')
        .find_map(|pair| pair.strip_prefix("q="))
        .unwrap_or_default();
    js_sys::decode_uri_component(&raw.replace('+', " "))
        .map(String::from)
        .unwrap_or_default()
}

/// The page behind a plain click on a link of ours; clicks for a new tab or a download are the browser's.
fn own_link(event: &web_sys::MouseEvent) -> Option<(Address, String)> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = target
        .closest("a[href]")
        .ok()??
        .dyn_into::<web_sys::HtmlAnchorElement>()
        .ok()?;
    let is_plain = link.target().is_empty() && !link.has_attribute("download");
    // A link inside the page ("#main") is for the browser too.
    let href = link.get_attribute("href")?;
    if !is_plain || !href.starts_with('/') {
        return None;
    }
    let (path, search) = href.split_once('?').unwrap_or((&href, ""));
    Some((Address::parse(path)?, query_of(search)))
}
