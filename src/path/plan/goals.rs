// SPDX-License-Identifier: AGPL-3.0-or-later
//! The goals of a plan: named one at a time, completed in their place, taken out and put back.
use super::{goal, place::Place};
use crate::prelude::*;
use crate::{
    record::{field_id, keys_of},
    text::{language, path::plan as text, shell},
    ui::{Button, ButtonKind, Notice, Tone, focus_soon},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    assessment::NeedDomain,
    plan::{Goal, GoalId, GoalQuestion, PlanPartId, Verb},
    question::Question as _,
    said::{Said, Sayable as _},
    shape::Shape,
};
use soglia_wording as wording;

/// The form of a new goal, by its name.
const FORM: &str = "goal-new";

/// The section.
pub(super) fn section(place: Place) -> AnyView {
    let ids = Memo::new(move |_| {
        place
            .subject
            .read(|plan| plan.goals.iter().map(|goal| goal.id).collect::<Vec<_>>())
    });
    let is_open = Memo::new(move |_| place.is_open());
    let dropped = RwSignal::new(None::<Goal>);
    let add = live(move || {
        if is_open.get() {
            let forms = vec![(FORM, text::add_goal())];
            view! { {place.asking.buttons(ButtonKind::Outline, forms)} {place.asking.place(FORM, move || form(place))} }
        } else {
            ().into_any()
        }
    });
    let undo = live(move || dropped.get().map(|goal| undo(place, goal, dropped)).into_any());
    let body = view! {
        {undo}
        <Show when=move || ids.with(Vec::is_empty)>
            <p class="muted">{text::no_goals()}</p>
        </Show>
        <ol class="path-list">
            <For
                each=move || ids.get()
                key=|id| id.0 as usize
                children=move |id| goal::line(place, id, dropped)
            />
        </ol>
        {add}
    };
    place.section("goals", text::goals(), body)
}

fn form(place: Place) -> AnyView {
    let asking = place.asking;
    // One number for one form: a second touch on its button adds nothing new.
    let id = GoalId(asking.state.new_number());
    let domain = asking
        .first(FORM, text::domain(), Shape::Choice(keys_of!(NeedDomain)))
        .with_words(|key| {
            let domain = NeedDomain::of(&Said::Choice(key));
            domain.map_or_else(String::new, |domain| {
                wording::need_domain(domain, language()).to_owned()
            })
        })
        .required(text::domain_missing());
    let words = asking
        .field(FORM, "text", text::goal(), Shape::TEXT)
        .with_help(text::goal_help())
        .required(text::words_missing());
    let fields = vec![domain.clone(), words.clone()];
    let on_send = Callback::new(move |()| {
        let Some(domain) = domain.get() else { return };
        let text = words.get_text();
        let verb = Verb::AddGoal {
            goal: id,
            domain,
            text,
        };
        place
            .subject
            .act(Action::on(place.id, verb), move |result| match result {
                Ok(()) => {
                    asking.close();
                    place.writing.try_set(Some(id));
                    let next = field_id(&format!("goals/{id}/{}", GoalQuestion::Measure.key()));
                    focus_soon(next);
                }
                Err(why) => asking.refuse(why),
            });
    });
    asking.form(FORM, fields, text::add_goal(), on_send)
}

/// The goal that was taken out last can be put back, with all that was said about it.
fn undo(place: Place, goal: Goal, dropped: RwSignal<Option<Goal>>) -> AnyView {
    let words = goal.facts.text.known().cloned().unwrap_or_default();
    let error = RwSignal::new(None::<String>);
    let put_back = move |()| {
        let (state, goal) = (place.subject.state, goal.clone());
        spawn_local(async move {
            let mut verbs = again(&goal, GoalId(state.new_number())).into_iter();
            let refused = loop {
                let Some(verb) = verbs.next() else { break None };
                if let Err(refused) = state.act(Action::on(place.id, verb)).await {
                    break Some(shell::act_error(&refused));
                }
            };
            match refused {
                None => drop(dropped.try_set(None)),
                refused => drop(error.try_set(refused)),
            }
        });
    };
    view! {
        <Notice tone=Tone::Info>
            <p>{text::dropped()} " " <span dir="auto">{words}</span></p>
            {move || error.get().map(|error| view! { <p class="form-feedback">{error}</p> })}
            <Button test="goal-put-back" on_click=put_back>{text::put_back()}</Button>
        </Notice>
    }
}

/// What writes a goal down once more, under a number of its own: what was taken out stays out.
fn again(goal: &Goal, id: GoalId) -> Vec<Verb> {
    let (Some(domain), Some(words)) = (goal.facts.domain.known(), goal.facts.text.known()) else {
        return Vec::new();
    };
    let part = PlanPartId::Goal(id);
    let said = GoalQuestion::ALL
        .iter()
        .filter(|question| !question.is_not_asked(&goal.facts))
        .filter(|question| !matches!(question, GoalQuestion::Domain | GoalQuestion::Text))
        .map(|question| Verb::SayOf {
            part,
            fact: goal.facts.get(*question),
        });
    let added = Verb::AddGoal {
        goal: id,
        domain: *domain,
        text: words.clone(),
    };
    std::iter::once(added).chain(said).collect()
}
