// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is known about the household: a list of sections with how far each came, and a page for each. The list is what a
//! visit begins with; the pages travel in a part of their own.
mod attestation;
mod check;
mod field;
mod find_out;
mod go;
mod isee;
mod member;
mod members;
mod page;
mod question;
mod read_only;
mod sheet;

pub(super) use field::household_field;

use super::{case::Case, sections::Section};
use crate::prelude::*;
use crate::{
    app::parts::{PIECE, part},
    record::{Task, progress, task_list},
    routes::{Address, HouseholdTab},
    text::households::situation as text,
    ui::{Button, ButtonKind, LinkButton},
};
use read_only::ReadOnly;

/// The sections of the household, or the one that is open; a partner reads what there is.
#[component]
pub(super) fn Situation(case: Case) -> AnyView {
    type Draw = fn(Case) -> AnyView;
    type DrawSection = fn(Case, Section) -> AnyView;
    if !case.may_write {
        let part = part!(situation_read in intake: |case| view! { <ReadOnly case/> }, Draw);
        return part.show(PIECE, move |draw| draw(case));
    }
    go::follow(case);
    let open = Memo::new(move |_| case.drafts.with(|drafts| drafts.section));
    live(move || match open.get() {
        None => list(case),
        Some(section) => {
            let part = part!(situation_page in intake: page::page, DrawSection);
            part.show(PIECE, move |draw| draw(case, section))
        }
    })
}

/// The list of sections, with the way to all answers.
fn list(case: Case) -> AnyView {
    let is_brief = Memo::new(move |_| case.drafts.with(|drafts| drafts.is_brief));
    live(move || sections(case, is_brief.get()))
}

fn sections(case: Case, is_brief: bool) -> AnyView {
    let tally =
        move |section: Section| Memo::new(move |_| case.read(|household| section.tally(household, is_brief)));
    let sections = Section::all(is_brief);
    let task = |section: &Section| {
        let (key, title) = section.words()?;
        let tally = tally(*section).into();
        Some(Task { key, title, tally })
    };
    let tasks = sections.iter().filter_map(task).collect();
    let open = Callback::new(move |at: usize| go::to(case, sections.get(at).copied()));
    let turn = move |()| case.drafts.update(|drafts| drafts.is_brief = !is_brief);
    let (intro, other) = if is_brief {
        (text::intro_brief(), text::to_full())
    } else {
        (text::intro(), text::to_brief())
    };
    let needs = Address::Household(case.id, HouseholdTab::Path).path();
    view! {
        <p class="form-text">{intro}</p>
        <div class="page-actions">
            <Button kind=ButtonKind::Plain test="path-length" on_click=turn>{other}</Button>
            <span>{progress(tally(Section::Check).into())}</span>
        </div>
        {task_list(tasks, open)}
        <div class="page-actions">
            <Button on_click=move |()| go::to(case, Some(Section::Check))>{text::check()}</Button>
            <LinkButton kind=ButtonKind::Plain href=needs>{text::to_assessment()}</LinkButton>
        </div>
    }
}
