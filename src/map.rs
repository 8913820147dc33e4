// SPDX-License-Identifier: AGPL-3.0-or-later
//! The map of Milan and the municipalities around it, drawn here from open boundaries: dwellings, or the visits of today. The
//! list beside it has the same entries, and is the way for who does not see the map or uses no pointer.
mod board;
mod canvas;
mod dwellings;
mod looks;
mod paint;
mod place;
mod round;
mod scene;
mod stops;
mod tools;

use crate::prelude::*;
use crate::{
    routes::{Address, MapTab, address},
    text::map as text,
    ui::{PageHead, SubNav},
};
use board::Board;

/// The page.
pub fn page() -> AnyView {
    let tab = Memo::new(|before: Option<&MapTab>| match address() {
        Some(Address::Map(tab)) => tab,
        // While the page goes away the address already names another one.
        _ => before.copied().unwrap_or(MapTab::Dwellings),
    });
    let board = Board::new();
    let parts = [
        (MapTab::Dwellings, crate::text::dwellings::title()),
        (MapTab::Round, text::round()),
    ];
    let parts = parts.map(|(tab, words)| (Address::Map(tab).path(), words.to_owned()));
    view! {
        <div class="split map">
            <div class="split-list map-head">
                <PageHead title=text::title()/>
                <SubNav items=parts.to_vec() label=text::what_is_shown()/>
            </div>
            <div class="map-field">{canvas::canvas(board, tab)} {tools::tools(board)}</div>
            <div class="split-list map-list">
                {live(move || {
                    match tab.get() {
                        MapTab::Dwellings => dwellings::list(board),
                        MapTab::Round => round::list(board),
                    }
                })}
            </div>
        </div>
    }
}
