// SPDX-License-Identifier: AGPL-3.0-or-later
//! One line of what awaits: what, about whom, by when, and its one button.
use super::about::{About, Line};
use crate::app::parts::{PIECE, part};
use crate::prelude::*;
use crate::{
    routes::Address,
    state::State,
    text::{map, shell, today as text},
    ui::{Button, Icon, StateTag, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    calendar::Day,
    id::{ReferralId, TaskId},
    task::Verb as TaskVerb,
};

pub(super) fn line(line: Line, today: Day) -> AnyView {
    let Line {
        about,
        due,
        words,
        household,
        address,
    } = line;
    let n_days = due.epoch_days() - today.epoch_days();
    let tone = match n_days {
        ..0 => Tone::Bad,
        0 => Tone::Warn,
        _ => Tone::Neutral,
    };
    let title = match address {
        Some(address) => view! { <a class="awaits-what" href=address.path()>{words}</a> }.into_any(),
        None => view! { <span class="awaits-what">{words}</span> }.into_any(),
    };
    let button = match about {
        About::Task(id, true) => done(id),
        About::Referral(id) => answer(id),
        About::Visit(_) if n_days == 0 => {
            view! { <a class="btn btn-outline-primary" href=Address::Round.path()>{map::round()}</a> }
        }
        About::Task(_, false)
        | About::Visit(_)
        | About::Case(_)
        | About::Plan(_)
        | About::Offer(_)
        | About::Isee
        | About::Isees(_) => ().into_any(),
    };
    view! {
        <li class="awaits" data-test="awaits" data-kind=about.kind()>
            <Icon name=about.icon() />
            <div class="awaits-words">
                {title}
                <span class="muted">{household}</span>
            </div>
            <StateTag tone label=text::when(n_days, due) />
            {button}
        </li>
    }
}

/// Finishes a task with one touch. It can be opened again on the page of the household.
fn done(id: TaskId) -> AnyView {
    let state = expect_context::<State>();
    let refused = RwSignal::new(None::<String>);
    let finish = move |()| {
        let action = Action::on(id, TaskVerb::Finish { answer: None });
        spawn_local(async move {
            if let Err(error) = state.act(action).await {
                refused.try_set(Some(shell::act_error(&error)));
            }
        });
    };
    view! {
        <Button on_click=finish>{text::done()}</Button>
        {move || refused.get().map(|why| view! { <p class="form-feedback" role="alert">{why}</p> })}
    }
    .into_any()
}

/// A partner answers here: it does not see the household before it accepted.
fn answer(id: ReferralId) -> AnyView {
    let is_open = RwSignal::new(false);
    let card = move || {
        let part = part!(answer_referral in path: crate::path::answer_card, fn(ReferralId) -> AnyView);
        part.show(PIECE, move |card| card(id))
    };
    let button = move || view! { <Button on_click=move |()| is_open.set(true)>{text::answer()}</Button> };
    view! {
        <Show when=move || is_open.get() fallback=button>
            <div class="awaits-answer">{card()}</div>
        </Show>
    }
    .into_any()
}
