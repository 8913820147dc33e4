// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is known about the household, topic by topic; every answer saves itself.
mod household_question;
mod isee;
mod member;
mod members;
mod read_only;

pub(super) use household_question::household_field;

use self::{members::Members, read_only::ReadOnly};
use super::{case::Case, sections::Section};
use crate::prelude::*;
use crate::{
    record::{Opening, Task, Worded, field_id, task_list},
    routes::{Address, HouseholdTab},
    text::{households::situation as text, language},
    ui::{ErrorSummary, LinkButton},
};
use soglia_domain::household::{HouseholdQuestion, MemberQuestion};

/// The topics of the household as a list of tasks; a partner reads what there is.
#[component]
pub(super) fn Situation(case: Case) -> AnyView {
    if !case.may_write {
        return view! { <ReadOnly case/> }.into_any();
    }
    let sections = Section::all();
    let tasks = sections
        .iter()
        .filter_map(|section| task(case, *section))
        .collect();
    let by_place = sections.clone();
    let open = Signal::derive(move || {
        let open = case.drafts.with(|drafts| drafts.section)?;
        by_place.iter().position(|section| *section == open)
    });
    let turn = Callback::new(move |at: Option<usize>| {
        let section = at.and_then(|at| sections.get(at).copied());
        case.drafts.update(|drafts| drafts.section = section);
    });
    let end = move || {
        let href = Address::Household(case.id, HouseholdTab::Requirements).path();
        view! { <LinkButton href>{text::to_requirements()}</LinkButton> }
    };
    view! {
        <p class="form-text">{text::intro()}</p>
        <ErrorSummary errors=errors(case)/>
        {task_list(tasks, Opening { open, turn }, ViewFn::from(end))}
    }
    .into_any()
}

fn task(case: Case, section: Section) -> Option<Task> {
    let (key, title) = section.words()?;
    Some(Task {
        key,
        title,
        tally: Memo::new(move |_| case.read(|household| section.tally(household))).into(),
        questions: ViewFn::from(move || match section {
            Section::Members => view! { <Members case/> },
            Section::Of(topic) => {
                let questions = topic.questions().iter();
                questions
                    .map(|question| household_field(case, *question))
                    .collect_view()
                    .into_any()
            }
        }),
    })
}

/// What is wrong in the open section, each with the way to its field.
fn errors(case: Case) -> Signal<Vec<(String, String)>> {
    let members = Memo::new(move |_| {
        case.read(|household| {
            let members = household.members.iter();
            members
                .map(|member| format!("members/{}/", member.id))
                .collect::<Vec<_>>()
        })
    });
    // Who was taken out keeps what was typed, for undoing, but has no field to mend it in.
    let has_field = move |place: &str| {
        !place.starts_with("members/") || members.with(|ids| ids.iter().any(|id| place.starts_with(id)))
    };
    Signal::derive(move || {
        let open = case.drafts.with(|drafts| drafts.section);
        let here = case.errors().into_iter().filter_map(|(place, error)| {
            let (section, label) = asked_at(&place)?;
            let is_here = Some(section) == open && has_field(&place);
            is_here.then(|| (field_id(&place), format!("{label}: {error}")))
        });
        here.collect()
    })
}

/// The section in which something is typed, and the question.
fn asked_at(place: &str) -> Option<(Section, &'static str)> {
    if place.starts_with("members/") {
        let question = MemberQuestion::of_key(place.rsplit('/').next()?)?;
        return Some((Section::Members, question.label(language())));
    }
    let question = HouseholdQuestion::of_key(place.split('/').next()?)?;
    Some((Section::Of(question.topic()), question.label(language())))
}
