// SPDX-License-Identifier: AGPL-3.0-or-later
//! Going from one section to another: where somebody is rests in the drafts, so that they are there again after a lock,
//! a reload or another page.
use crate::households::{case::Case, sections::Section};
use crate::{record::task_id, ui::focus_soon};
use std::cell::Cell;

/// The title of a section: the focus goes there when somebody came.
pub(super) const TITLE: &str = "section-title";

thread_local! {
    /// Whether the page of a section that comes up is to take the focus: it may have to be fetched first.
    static WISH: Cell<bool> = const { Cell::new(false) };
}

/// Goes to a section, or to the list of all.
pub(super) fn to(case: Case, section: Option<Section>) {
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
