// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page of one section: its questions one by one, what they say so far beside them, and the ways on within the
//! thumb's reach. Every answer saves itself.
use super::{
    check::check,
    go::{self, TITLE},
    members::Members,
    question::question,
    sheet::Sheet,
};
use crate::households::{case::Case, requirements::beside, sections::Section};
use crate::prelude::*;
use crate::{
    app::parts::{PIECE, part},
    record::{Worded, field_id, progress},
    routes::{Address, HouseholdTab},
    text::{households as words, households::situation as text, language},
    ui::{Button, ButtonKind, ErrorSummary, LinkButton},
};
use soglia_domain::household::{HouseholdQuestion, MemberQuestion};

/// The page of a section.
pub(super) fn page(case: Case, section: Section) -> AnyView {
    let sheet = Sheet::of(case);
    go::arrive();
    let (key, title) = section.words().unwrap_or_default();
    let is_brief = Memo::new(move |_| case.drafts.with(|drafts| drafts.is_brief));
    let tally = Memo::new(move |_| case.read(|household| section.tally(household, is_brief.get())));
    let body = live(move || match section {
        Section::Check => check(sheet),
        Section::Members => view! { <Members sheet is_brief=is_brief.get()/> },
        Section::Of(_) => questions(sheet, section, is_brief.get()),
    });
    let outcomes = match section {
        Section::Check => ().into_any(),
        Section::Members | Section::Of(_) => {
            let part = part!(situation_beside in case: beside, fn(Case) -> AnyView);
            part.show(PIECE, move |draw| draw(case))
        }
    };
    view! {
        <div class="intake" data-test="section" data-section=key>
            <div class="intake-body">
                {outcomes}
                <div>
                    {top(case, section, is_brief)}
                    <h2 id=TITLE tabindex="-1">{title}</h2>
                    <p>{progress(tally.into())}</p>
                    <ErrorSummary errors=errors(case)/>
                    {body}
                </div>
            </div>
            {live(move || on(case, section, is_brief.get()))}
        </div>
    }
}

/// The way back to all sections, which one this is, and the length of the path.
fn top(case: Case, section: Section, is_brief: Memo<bool>) -> AnyView {
    let place = move || {
        let all = Section::all(is_brief.get());
        let at = all.iter().position(|one| *one == section);
        at.map(|at| text::place(at + 1, all.len()))
    };
    let turn = move |()| case.drafts.update(|drafts| drafts.is_brief = !drafts.is_brief);
    let other = move || {
        if is_brief.get() {
            text::to_full()
        } else {
            text::to_brief()
        }
    };
    view! {
        <div class="path-head">
            <Button kind=ButtonKind::Plain icon="it-arrow-left" test="all-sections" on_click=move |()| go::to(case, None)>
                {text::all_sections()}
            </Button>
            <span class="muted">{place}</span>
            <Button kind=ButtonKind::Plain test="path-length" on_click=turn>{other}</Button>
        </div>
    }
}

/// The questions of a section. One that the short path leaves out is asked whole by whoever opens it all the same.
fn questions(sheet: Sheet, section: Section, is_brief: bool) -> AnyView {
    let mut asked = section.questions(is_brief);
    if asked.is_empty() {
        asked = section.questions(false);
    }
    let asked = asked.into_iter().map(|one| question(sheet, one));
    asked.collect_view().into_any()
}

/// Back and on, and after the last section to all answers.
fn on(case: Case, section: Section, is_brief: bool) -> AnyView {
    let mut all = Section::all(is_brief);
    all.push(Section::Check);
    let before = all.iter().rev().copied().find(|one| *one < section);
    let after = all.into_iter().find(|one| *one > section);
    let back = before.map(|to| {
        view! { <Button test="section-back" on_click=move |()| go::to(case, Some(to))>{text::back()}</Button> }
    });
    let on = after.map(|to| {
        let title = to.words().map(|(_, title)| title);
        view! {
            <Button test="section-next" on_click=move |()| go::to(case, Some(to))>
                {text::next()} ": " {title}
            </Button>
        }
    });
    let on = on.unwrap_or_else(|| {
        let href = Address::Household(case.id, HouseholdTab::Requirements).path();
        view! { <LinkButton href>{words::go_requirements()}</LinkButton> }
    });
    view! { <div class="path-head intake-on">{back} {on}</div> }
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
