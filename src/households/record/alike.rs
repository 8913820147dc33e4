// SPDX-License-Identifier: AGPL-3.0-or-later
//! The same family taken in twice: noticed, joined, separated again.
use crate::prelude::*;
use crate::{
    households::case::Case,
    routes::{Address, HouseholdTab},
    text::households::alike as text,
    ui::{Button, ButtonKind, Notice, Tone},
};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    household::{Household, alike::alike},
    id::HouseholdId,
    rooms::Room as _,
};

/// Cases that look like this one, and the case that counts in the place of this one.
#[component]
pub(super) fn Alike(case: Case) -> AnyView {
    let joined = Memo::new(move |_| case.read(|household| household.joined()));
    let others = Memo::new(move |_| {
        let Some(shown) = case.shown() else {
            return Vec::new();
        };
        let Some(household) = Household::of(&shown.stored.record) else {
            return Vec::new();
        };
        case.state.rows.with(|rows| {
            alike(household, rows.households.iter().map(AsRef::as_ref))
                .into_iter()
                .map(|(id, label)| (id, label.to_owned()))
                .collect::<Vec<_>>()
        })
    });
    view! {
        {move || joined.get().map(|into| standing(case, into))}
        {move || others.get().into_iter().map(|(id, label)| question(case, id, label)).collect_view()}
    }
    .into_any()
}

fn link(id: HouseholdId, label: String) -> AnyView {
    let href = Address::Household(id, HouseholdTab::Situation).path();
    view! { <a href=href>{label}</a> }.into_any()
}

/// This case counts no more.
fn standing(case: Case, into: HouseholdId) -> AnyView {
    let label = case
        .state
        .rows
        .with(|rows| rows.household(into).map(|row| row.label.clone()));
    let separate = Action::on(case.id, HouseholdVerb::Separate {});
    view! {
        <Notice tone=Tone::Info>
            <h2>{text::joined_title()}</h2>
            <p>{text::joined_text()} " " {link(into, label.unwrap_or_else(|| text::joined_open().to_owned()))}</p>
            {case.may_write.then(|| act(case, text::separate(), separate))}
        </Notice>
    }
    .into_any()
}

/// Perhaps one household, perhaps two: a person says.
fn question(case: Case, other: HouseholdId, label: String) -> AnyView {
    let join = Action::on(case.id, HouseholdVerb::Join { into: other });
    let apart = Action::on(case.id, HouseholdVerb::TellApart { other });
    view! {
        <Notice tone=Tone::Warn>
            <h2>{text::alike_title()}</h2>
            <p>{text::alike_text()} " " {link(other, label)}</p>
            {case.may_write.then(|| view! {
                <div class="button-row">
                    {act(case, text::join(), join)}
                    {act(case, text::tell_apart(), apart)}
                </div>
                <p class="form-text">{text::join_help()}</p>
            })}
        </Notice>
    }
    .into_any()
}

fn act(case: Case, label: &'static str, action: Action) -> AnyView {
    let error = RwSignal::new(None::<String>);
    let click = move |()| {
        case.act(action.clone(), move |result| {
            error.try_set(result.err());
        });
    };
    view! {
        <Button kind=ButtonKind::Outline on_click=click>{label}</Button>
        {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
    }
    .into_any()
}
