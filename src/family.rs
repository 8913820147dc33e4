// SPDX-License-Identifier: AGPL-3.0-or-later
//! A support plan in plain words for the family, in its own language, to read together and to print. It stands on a page of
//! its own: a tablet that is handed over shows no other household beside it.
mod sheet;

use crate::prelude::*;
use crate::{
    app::parts::not_fetched,
    routes::{Address, HouseholdTab},
    state::{Open, State, family_words},
    text::{family as text, language},
    ui::{Button, ButtonKind, EmptyState, LinkButton, PageHead},
};
use leptos::task::spawn_local;
use soglia_domain::{id::HouseholdId, plan::Plan, record::Identity as _, rooms::Room as _, tongue::Tongue};
use soglia_views::Words;
use soglia_wording::Language;

/// What the page has to show.
#[derive(Clone, PartialEq)]
enum Found {
    Opening,
    Missing,
    Here(Box<Plan>),
}

/// The words of a language, on their way or here.
#[derive(Clone, PartialEq)]
enum Asked {
    OnTheirWay,
    Failed,
    Here(Words),
}

/// The page of a plan for the family.
pub fn page(address: Option<Address>) -> AnyView {
    let Some(Address::FamilyPlan(household, id)) = address else {
        return ().into_any();
    };
    let state = expect_context::<State>();
    let open = state.record(move || id.key());
    let found = Memo::new(move |_| {
        open.with(|open| match open {
            Open::Loading => Found::Opening,
            Open::Missing => Found::Missing,
            Open::Here(shown) => match Plan::of(&shown.stored.record) {
                Some(plan) => Found::Here(Box::new(plan.clone())),
                None => Found::Missing,
            },
        })
    });
    let back = Address::Household(household, HouseholdTab::Plan).path();
    let is_here = Memo::new(move |_| found.with(|found| matches!(found, Found::Here(_))));
    live(move || {
        if is_here.get() {
            return whole(state, household, found, back.clone());
        }
        if found.with(|found| *found == Found::Opening) {
            return view! { <p class="muted" role="status">{text::opening()}</p> };
        }
        let back = back.clone();
        view! {
            <div class="page">
                <PageHead title=text::none_title()/>
                <EmptyState title=text::none_title() text=text::none_text()>
                    <LinkButton href=back>{text::back()}</LinkButton>
                </EmptyState>
            </div>
        }
    })
}

fn whole(state: State, household: HouseholdId, found: Memo<Found>, back: String) -> AnyView {
    // It begins in the language of the page.
    let first = match language() {
        Language::Italian => Tongue::Italian,
        Language::English => Tongue::English,
    };
    let tongue = RwSignal::new(first);
    let asked = RwSignal::new(Asked::OnTheirWay);
    Effect::new(move |_| ask(tongue.get(), tongue, asked));
    let print = |()| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    let again = Callback::new(move |()| ask(tongue.get_untracked(), tongue, asked));
    let whose = Memo::new(move |_| {
        state.rows.with(|rows| {
            let row = rows.household(household);
            row.map(|row| (row.label.clone(), row.demonstration))
        })
    });
    let sheet = live(move || match asked.get() {
        Asked::OnTheirWay => view! { <p class="muted" role="status">{text::opening()}</p> },
        Asked::Failed => not_fetched(again),
        Asked::Here(words) => {
            let (label, is_invented) = whose.get().unwrap_or_default();
            found.with(|found| match found {
                Found::Here(plan) => sheet::sheet(plan, &words, tongue.get_untracked(), label, is_invented),
                Found::Opening | Found::Missing => ().into_any(),
            })
        }
    });
    let to_check = move || {
        let is_to_check = tongue.get().is_to_check();
        is_to_check.then(|| view! { <p class="muted">{text::to_check()}</p> })
    };
    view! {
        <div class="page certificate-page" data-test="family-page">
            <p class="certificate-back"><a href=back>{text::back()}</a></p>
            <div class="certificate-actions" role="group" aria-label=text::tongue()>
                {Tongue::ALL.map(|one| button(tongue, one)).into_iter().collect_view()}
            </div>
            <div class="certificate-actions">
                <Button kind=ButtonKind::Primary icon="it-print" on_click=print>{text::print()}</Button>
            </div>
            {to_check}
            {sheet}
        </div>
    }
}

/// Asks for the words of a language. An answer that comes after another choice is let go.
fn ask(chosen: Tongue, tongue: RwSignal<Tongue>, asked: RwSignal<Asked>) {
    asked.set(Asked::OnTheirWay);
    spawn_local(async move {
        let words = family_words(chosen.key()).await;
        let words = words.and_then(|bytes| Words::read(&bytes));
        if tongue.try_get_untracked() == Some(chosen) {
            asked.try_set(words.map_or(Asked::Failed, Asked::Here));
        }
    });
}

/// A language, by the name it gives itself and by the one that who works knows it by.
fn button(tongue: RwSignal<Tongue>, one: Tongue) -> AnyView {
    let is_chosen = move || tongue.get() == one;
    let class = move || {
        if is_chosen() {
            "btn btn-primary"
        } else {
            "btn btn-outline-primary"
        }
    };
    let known_as = text::tongue_name(one);
    let is_other = known_as.to_lowercase() != one.own_name().to_lowercase();
    let known_as = is_other.then(|| view! { <span class="tongue-known-as">{known_as}</span> });
    view! {
        <button
            type="button"
            class=class
            aria-pressed=move || is_chosen().to_string()
            data-test=format!("tongue-{}", one.key())
            on:click=move |_| tongue.set(one)
        >
            <span class="tongue">
                <span lang=one.key()>{one.own_name()}</span>
                {known_as}
            </span>
        </button>
    }
}
