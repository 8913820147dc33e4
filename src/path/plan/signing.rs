// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing a plan: what is missing before it, the words that are signed, the signature, and the way back to changing it.
use super::{pad, place::Place, signatures, words};
use crate::prelude::*;
use crate::ui::folded;
use crate::{
    record::field_id,
    text::{path::plan as text, shell},
    ui::{Button, ButtonKind, focus_soon},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    plan::{Plan, PlanStateKind, Verb, text_hash},
    shape::{Days, Shape},
};

/// The form, by its name.
const FORM: &str = "plan-sign";

/// What keeps a plan from being signed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Goals,
    Consents(usize),
}

/// The section. Signatures are told to the City alone.
pub(super) fn section(place: Place) -> Option<AnyView> {
    if !place.is_told_whole {
        return None;
    }
    let before = Memo::new(move |_| place.subject.read(|plan| Some(before(plan))));
    let is_open = Memo::new(move |_| place.is_open());
    let sign = live(move || match before.get().filter(|_| is_open.get()) {
        None => ().into_any(),
        Some(Before::Goals) => view! { <p class="muted">{text::sign_goals_first()}</p> },
        Some(Before::Consents(n)) => view! { <p class="muted">{text::consents_missing(n)}</p> },
        Some(Before::Nothing) => {
            let forms = vec![(FORM, text::sign())];
            view! { {place.asking.buttons(ButtonKind::Primary, forms)} {place.asking.place(FORM, move || form(place))} }
        }
    });
    let revise = live(move || match place.kind.get() {
        Some(PlanStateKind::Signed) if place.may_write => revise(place),
        _ => ().into_any(),
    });
    let body = view! { {sign} {signatures::signatures(place)} {revise} };
    Some(place.section("signature", text::signature(), body))
}

fn before(plan: &Plan) -> Before {
    if plan.goals.is_empty() {
        return Before::Goals;
    }
    let open = plan.goals.iter().filter(|goal| !goal.facts.consent.is_known());
    match open.count() {
        0 => Before::Nothing,
        n => Before::Consents(n),
    }
}

/// The words as they are now, and who signs them.
fn form(place: Place) -> AnyView {
    let asking = place.asking;
    // What lies before who signs does not change while they read: what somebody else writes meanwhile is told when it is saved.
    let Some(plan) = untrack(|| place.subject.read(|plan| Some(plan.clone()))) else {
        return ().into_any();
    };
    let hash = text_hash(&plan);
    let whose = asking.state.rows.with_untracked(|rows| {
        let row = rows.household(place.household);
        row.map(|row| row.label.clone()).unwrap_or_default()
    });
    let (drawn, on_paper) = (RwSignal::new(String::new()), RwSignal::new(false));
    let today = asking.state.today();
    let name = asking
        .first(FORM, text::who_signs(), Shape::NAME)
        .required(text::who_signs_missing());
    let day = asking
        .field(FORM, "day", shell::day(), Shape::Day(Days::Past))
        .required(text::day_missing())
        .with(&today);
    let fields = vec![name.clone(), day.clone()];
    let on_send = Callback::new(move |()| {
        if let Some(wrong) = untrack(|| place.subject.errors().into_iter().next()) {
            // A text that was not accepted is in no plan: it is mended first, or given up.
            asking.close();
            return mend(place, wrong.0);
        }
        let path = drawn.get_untracked();
        if path.is_empty() && !on_paper.get_untracked() {
            return asking.refuse(text::not_drawn().to_owned());
        }
        let path = (!on_paper.get_untracked()).then_some(path);
        let (name, day, text_hash) = (name.get_text(), day.get().unwrap_or(today), hash.clone());
        spawn_local(async move {
            let sign = move |image| {
                let verb = Verb::Sign {
                    day,
                    name,
                    image,
                    text_hash,
                };
                Action::on(place.id, verb)
            };
            let signed = match path {
                Some(path) => asking.state.act_with_drawing(&path, sign).await,
                None => asking.state.act(sign(None)).await.map(drop),
            };
            match signed {
                Ok(()) => {
                    asking.close();
                    let title = place.address("signature");
                    focus_soon(title);
                }
                Err(error) => asking.refuse(shell::act_error(&error)),
            }
        });
    });
    let paper = place.address("on-paper");
    view! {
        <p>{text::sign_words()}</p>
        {words::words(&plan, whose)}
        <div class="form-group">
            <Show when=move || !on_paper.get()>{pad::pad(drawn)}</Show>
            <div class="form-check">
                <input
                    type="checkbox"
                    id=paper.clone()
                    prop:checked=move || on_paper.get()
                    on:change=move |event| on_paper.set(event_target_checked(&event))
                />
                <label for=paper>{text::on_paper()}</label>
            </div>
        </div>
        {asking.form(FORM, fields, text::save_signature(), on_send)}
    }
}

/// Leads to a text that was not accepted.
fn mend(place: Place, wrong: String) {
    let goal = wrong.strip_prefix("goals/").and_then(|rest| rest.split_once('/'));
    if let Some(id) = goal.and_then(|(id, _)| id.parse().ok()) {
        place.writing.set(Some(soglia_domain::plan::GoalId(id)));
    }
    focus_soon(field_id(&wrong));
}

/// Opens a signed plan again, folded: it is done seldom, and asks for a new signature.
fn revise(place: Place) -> AnyView {
    let open = move |()| place.asking.act(Action::on(place.id, Verb::Revise {}));
    folded(
        "plan-revise-fold",
        || text::revise_fold().to_owned(),
        move || {
            view! {
                <p>{text::revise_help()}</p>
                {place.asking.why()}
                <Button test="plan-revise" on_click=open>{text::revise()}</Button>
            }
        },
    )
}
