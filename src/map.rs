// SPDX-License-Identifier: AGPL-3.0-or-later
//! The map of Milan and the municipalities around it, drawn here from open boundaries: dwellings, or the visits of today. The
//! list beside it has the same entries, and is the way for who does not see the map or uses no pointer.
mod board;
mod browser;
mod canvas;
mod dwellings;
mod looks;
mod paint;
mod place;
mod round;
mod scene;
mod sheet;
mod stops;
mod tools;

use crate::prelude::*;
use crate::{
    routes::{Address, address},
    text::map as text,
    ui::{PageHead, SubNav},
};
use board::Board;

/// The page.
pub fn page() -> AnyView {
    sheet::adopt();
    let is_round = Memo::new(|before: Option<&bool>| match address() {
        Some(Address::Map) => false,
        Some(Address::Round) => true,
        // While the page goes away the address already names another one.
        _ => before.copied().unwrap_or(false),
    });
    let board = Board::new();
    let parts = [
        (Address::Map.path(), crate::text::dwellings::title().to_owned()),
        (Address::Round.path(), text::round().to_owned()),
    ];
    view! {
        <div class="split map">
            <div class="split-list map-head">
                <PageHead title=text::title()/>
                <SubNav items=parts.to_vec() label=text::what_is_shown()/>
            </div>
            <div class="map-field">{canvas::canvas(board, is_round)} {tools::tools(board)}</div>
            <div class="split-list map-list">
                {live(move || if is_round.get() { round::list(board) } else { dwellings::list(board) })}
            </div>
        </div>
    }
}
