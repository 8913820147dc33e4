// SPDX-License-Identifier: AGPL-3.0-or-later
//! What waits for a choice and what came back, above the parts of a record. Both are rare and know every kind, so their cards
//! travel in a part of their own, fetched where there is one to show.
use super::{desk::Desk, returned, reviews::cards as of_reviews};
use crate::app::parts::{QUIET, part};
use crate::prelude::*;
use soglia_domain::action::Action;

/// One card for each field of a record with more than one value, and a line for each choice made here.
pub fn reviews(desk: Desk) -> AnyView {
    // Once there was a question, the line about its answer stays.
    let asks = RwSignal::new(false);
    Effect::new(move |_| {
        let has_any = desk.shown().is_some_and(|shown| !shown.stored.reviews.is_empty());
        if has_any && !asks.get_untracked() {
            asks.set(true);
        }
    });
    live(move || {
        if !asks.get() {
            return ().into_any();
        }
        let part = part!(review_cards in cards: of_reviews, fn(Desk) -> AnyView);
        part.show(QUIET, move |cards| cards(desk))
    })
}

/// Which changes have a place of their own on a page.
type HasOwnPlace = fn(&Action) -> bool;

/// One card for each change that came back, apart from those that have a place of their own on the page.
pub fn came_back(desk: Desk, has_own_place: HasOwnPlace) -> AnyView {
    let any = Memo::new(move |_| desk.shown().is_some_and(|shown| !shown.refused.is_empty()));
    live(move || {
        if !any.get() {
            return ().into_any();
        }
        let part = part!(returned_cards in cards: returned::cards, fn(Desk, HasOwnPlace) -> AnyView);
        part.show(QUIET, move |cards| cards(desk, has_own_place))
    })
}
