// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is known about the household, topic by topic; every answer saves itself.
mod household_question;
mod isee;
mod member;
mod members;
mod read_only;

pub(super) use household_question::HouseholdField;

use self::{members::Members, read_only::ReadOnly};
use super::{
    case::Case,
    sections::{Progress, Section},
};
use crate::prelude::*;
use crate::{
    routes::{Address, HouseholdTab},
    text::{households::situation as text, language},
    ui::{Button, ButtonKind, ErrorSummary, LinkButton, StateTag, Tone},
};
use soglia_domain::household::{HouseholdQuestion, MemberQuestion};

/// The topics of the household as a list of tasks; a partner reads what there is.
#[component]
pub(super) fn Situation(case: Case) -> AnyView {
    if !case.may_write {
        return view! { <ReadOnly case/> }.into_any();
    }
    let ids = Memo::new(move |_| {
        case.read(|household| {
            let members = household.members.iter();
            members
                .map(|member| format!("members/{}/", member.id))
                .collect::<Vec<_>>()
        })
    });
    // Who was taken out keeps what was typed, for undoing, but has no field to mend it in.
    let has_field = move |field: &str| {
        !field.starts_with("members/") || ids.with(|ids| ids.iter().any(|id| field.starts_with(id)))
    };
    let errors = Signal::derive(move || {
        case.drafts.with(|drafts| {
            drafts
                .fields
                .iter()
                .filter(|(field, _)| in_section(field, drafts.section) && has_field(field))
                .map(|(field, draft)| {
                    let id = format!("f-{}", field.replace('/', "-"));
                    (id, format!("{}: {}", label(field), draft.error))
                })
                .collect::<Vec<_>>()
        })
    });
    view! {
        <p class="form-text">{text::intro()}</p>
        <ErrorSummary errors/>
        <ol class="task-list">
            {Section::ALL.map(|section| view! { <Task case section/> }).collect_view()}
        </ol>
    }
    .into_any()
}

/// Whether a field with an error stands in the open topic.
fn in_section(field: &str, open: Option<Section>) -> bool {
    let first = field.split('/').next().unwrap_or_default();
    let section = if first == "members" {
        Some(Section::Members)
    } else {
        HouseholdQuestion::ALL
            .iter()
            .find(|question| question.key() == first)
            .map(|question| Section::of(*question))
    };
    open.is_some() && section == open
}

/// The question of a field in words.
fn label(field: &str) -> &'static str {
    let last = field.rsplit('/').next().unwrap_or_default();
    let first = field.split('/').next().unwrap_or_default();
    let of_member = MemberQuestion::ALL
        .iter()
        .find(|question| question.key() == last)
        .map(|question| soglia_wording::member_question(*question, language()));
    let of_household = HouseholdQuestion::ALL
        .iter()
        .find(|question| question.key() == first)
        .map(|question| soglia_wording::household_question(*question, language()));
    of_household.or(of_member).unwrap_or_default()
}

/// One topic: its title with how far it came, and its questions while it is open.
#[component]
fn Task(case: Case, section: Section) -> impl IntoView {
    let is_open = Memo::new(move |_| case.drafts.with(|drafts| drafts.section == Some(section)));
    let tally = Memo::new(move |_| case.read(|household| section.tally(household)));
    let body = format!("topic-{}", section.key());
    let controls = body.clone();
    let toggle = move |_| {
        case.drafts.update(|drafts| {
            drafts.section = (drafts.section != Some(section)).then_some(section);
        });
    };
    view! {
        <li class="task" class:task-open=move || is_open.get()>
            <h2 class="task-heading">
                <button
                    type="button"
                    class="task-button"
                    id=format!("task-{}", section.key())
                    aria-expanded=move || is_open.get().to_string()
                    aria-controls=controls
                    on:click=toggle
                >
                    <span class="task-title">{section.title()}</span>
                    <span class="task-tally">
                        {move || tally.with(|tally| (tally.all > 0).then(|| text::answered(tally.known, tally.all)))}
                    </span>
                    {move || {
                        let (tone, label) = said(tally.with(|tally| tally.progress()));
                        view! { <StateTag tone label/> }
                    }}
                </button>
            </h2>
            <div class="task-body" id=body>
                <Show when=move || is_open.get()>
                    <Questions case section/>
                </Show>
            </div>
        </li>
    }
}

fn said(progress: Progress) -> (Tone, &'static str) {
    match progress {
        Progress::NotBegun => (Tone::Neutral, text::not_begun()),
        Progress::InPart => (Tone::Info, text::in_part()),
        Progress::Done => (Tone::Good, text::done()),
        Progress::NotKnownYet => (Tone::Warn, text::not_known_yet_state()),
    }
}

#[component]
fn Questions(case: Case, section: Section) -> impl IntoView {
    let go_on = match section.next() {
        Some(next) => view! {
            <Button on_click=move |()| {
                case.drafts.update(|drafts| drafts.section = Some(next));
                focus_task(next);
            }>{text::next_section()} ": " {next.title()}</Button>
        }
        .into_any(),
        None => {
            let href = Address::Household(case.id, HouseholdTab::Requirements).path();
            view! { <LinkButton href>{text::to_requirements()}</LinkButton> }.into_any()
        }
    };
    view! {
        {(section == Section::Members).then(|| view! { <Members case/> })}
        {section.questions().iter().map(|question| view! { <HouseholdField case question=*question/> }).collect_view()}
        <div class="page-actions">
            {go_on}
            <Button
                kind=ButtonKind::Plain
                on_click=move |()| case.drafts.update(|drafts| drafts.section = None)
            >
                {text::close_section()}
            </Button>
        </div>
    }
}

/// Puts the focus on the title of a topic once it is drawn.
fn focus_task(section: Section) {
    use wasm_bindgen::JsCast;
    let id = format!("task-{}", section.key());
    request_animation_frame(move || {
        let task = document()
            .get_element_by_id(&id)
            .and_then(|task| task.dyn_into::<leptos::web_sys::HtmlElement>().ok());
        if let Some(task) = task {
            let _ = task.focus();
            task.scroll_into_view();
        }
    });
}
