// SPDX-License-Identifier: AGPL-3.0-or-later
//! Going from one section to another: where somebody is rests in the drafts, so that they are there again after a lock,
//! a reload or another page. Each step is an entry in the history of the browser too: back leads to the section before.
use crate::households::{case::Case, sections::Section};
use crate::prelude::*;
use crate::{
    record::task_id,
    routes::{Address, HouseholdTab, go_to_query, navigation, replace_query},
    ui::focus_soon,
};
use std::cell::Cell;

/// The title of a section: the focus goes there when somebody came.
pub(super) const TITLE: &str = "section-title";

thread_local! {
    /// Whether the page of a section that comes up is to take the focus: it may have to be fetched first.
    static WISH: Cell<bool> = const { Cell::new(false) };
}

/// Goes to a section, or to the list of all.
pub(super) fn to(case: Case, section: Option<Section>) {
    show(case, section);
    go_to_query(here(case), key(section));
}

/// Follows back and forward of the browser from section to section.
pub(super) fn follow(case: Case) {
    Effect::new(move |before: Option<String>| {
        let asked = navigation()
            .place
            .with(|place| (place.address == Some(here(case))).then(|| place.query.clone()));
        // While the page goes away the address already names another one.
        let Some(asked) = asked else {
            return before.unwrap_or_default();
        };
        let open = key(case.drafts.with_untracked(|drafts| drafts.section));
        if before.is_none() && asked.is_empty() {
            // The entry of the record leads to where somebody was before, and is named after it.
            if !open.is_empty() {
                replace_query(open);
            }
        } else if before.as_ref() != Some(&asked) && asked != open {
            show(case, Section::of_key(&asked));
        }
        asked
    });
}

fn here(case: Case) -> Address {
    Address::Household(case.id, HouseholdTab::Situation)
}

/// What an entry in the history keeps of a section. The list of all keeps nothing.
fn key(section: Option<Section>) -> &'static str {
    section.and_then(Section::words).map_or("", |(key, _)| key)
}

fn show(case: Case, section: Option<Section>) {
    let before = case.drafts.with_untracked(|drafts| drafts.section);
    WISH.set(section.is_some());
    case.drafts.update(|drafts| drafts.section = section);
    if let (None, Some((key, _))) = (section, before.and_then(Section::words)) {
        // Back in the list, at the section from which one came.
        focus_soon(task_id(key));
    }
}

/// Takes the focus where somebody asked for this page; not where it was open from the start.
pub(super) fn arrive() {
    if WISH.take() {
        focus_soon(TITLE);
    }
}
