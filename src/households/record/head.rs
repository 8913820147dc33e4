// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who the household is: its name, its state, its key facts.
use super::{next, verdicts};
use crate::app::parts::{Meanwhile, QUIET, part};
use crate::prelude::*;
use crate::{
    households::{case::Case, words},
    record::{Fact, RecordHead},
    routes::{Address, HouseholdTab},
    text::households as text,
    ui::{Button, ButtonKind, Tone, focus_soon},
};
use soglia_domain::{answer::Answer, household::HouseholdQuestion, money::Money};

const LABEL: &str = "f-label";

/// Name, state, key facts, what to do next, and the parts of the page.
#[component]
pub(super) fn Head(case: Case, tab: Signal<HouseholdTab>) -> impl IntoView {
    let title = Memo::new(move |_| case.read(|household| household.label().to_owned()));
    let n_open = Memo::new(move |_| case.read(|household| household.open.len()));
    let state = Signal::derive(move || match n_open.get() {
        0 => (Tone::Neutral, text::state_followed().to_owned()),
        _ => (Tone::Info, text::state_open_offer().to_owned()),
    });
    let invented = Memo::new(move |_| case.read(|household| household.demonstration));
    let pending = Memo::new(move |_| case.has_pending());
    let parts = parts(case.sees_all)
        .into_iter()
        .map(|(part, label)| (Address::Household(case.id, part).path(), label.to_owned()))
        .collect::<Vec<_>>();
    let next = case.may_write.then(|| next_step(case, tab)).into_any();
    let renaming = RwSignal::new(false);
    let rename = move |()| {
        renaming.update(|open| *open = !*open);
        if renaming.get_untracked() {
            focus_soon(LABEL);
        }
    };
    let tools = move || {
        let button = || {
            view! { <Button kind=ButtonKind::Plain icon="it-pencil" on_click=rename>{text::rename()}</Button> }
        };
        case.may_write.then(button).into_any()
    };
    let rename_field = move || case.ask(HouseholdQuestion::Label).required().control();
    let more = move || renaming.get().then(rename_field).into_any();
    view! {
        <RecordHead
            title state invented pending list=Address::Households facts=facts(case) tools more next parts
            label=text::households()
        />
    }
}

/// What to do next. What judges a household comes after it is on the screen; its place is kept.
fn next_step(case: Case, tab: Signal<HouseholdTab>) -> AnyView {
    let meanwhile = Meanwhile {
        waiting: || view! { <div class="next-step"></div> }.into_any(),
        ..QUIET
    };
    let part = part!(next_step in next: next::step, fn(Case, Signal<HouseholdTab>) -> AnyView);
    part.show(meanwhile, move |step| step(case, tab))
}

/// What the conditions say so far, in the same way.
fn verdict_tags(case: Case) -> AnyView {
    let part = part!(verdicts in next: verdicts::tags, fn(Case) -> AnyView);
    part.show(QUIET, move |tags| tags(case))
}

/// The parts of the page. A partner sees who the household is, what was offered, and what happened.
fn parts(sees_all: bool) -> Vec<(HouseholdTab, &'static str)> {
    let mut parts = vec![(HouseholdTab::Situation, text::tab_situation())];
    if sees_all {
        parts.push((HouseholdTab::Requirements, text::tab_requirements()));
        parts.push((HouseholdTab::Dwellings, text::tab_fitting()));
    }
    parts.push((HouseholdTab::Offers, text::tab_offers()));
    parts.push((HouseholdTab::Path, crate::text::path::path()));
    parts.push((HouseholdTab::Plan, crate::text::path::plan::plan()));
    parts.push((HouseholdTab::Diary, crate::text::diary::diary()));
    parts.push((HouseholdTab::History, text::tab_story()));
    parts
}

/// Members, ISEE, income, and what the conditions say so far. A partner reads members and telephone.
fn facts(case: Case) -> Vec<Fact> {
    let members = move || text::members(case.read(|household| household.members.len()));
    let members = Fact::of_itself(text::term_members(), members);
    if !case.sees_all {
        let phone = move || {
            case.read(|household| household.facts.phone.known().cloned())
                .unwrap_or_else(|| text::not_written().to_owned())
        };
        return vec![members, Fact::new(text::term_phone(), text::term_phone(), phone)];
    }
    let isee = move || {
        amount(case.read(|household| match &household.facts.isee {
            Answer::Known(isee) => Answer::Known(isee.value),
            Answer::NotKnownYet => Answer::NotKnownYet,
            Answer::NotAsked => Answer::NotAsked,
        }))
    };
    let income = move || amount(case.read(|household| household.facts.net_monthly_income));
    let verdicts = view! { <span class="record-fact-tags">{verdict_tags(case)}</span> };
    vec![
        members,
        Fact::new(text::term_isee(), text::term_isee(), isee),
        Fact::new(text::term_income(), text::term_income_brief(), income),
        Fact::of_itself(text::term_verdict(), verdicts),
    ]
}

fn amount(answer: Answer<Money>) -> String {
    match answer {
        Answer::Known(amount) => words::money(amount),
        Answer::NotKnownYet => text::not_known_yet().to_owned(),
        Answer::NotAsked => text::not_written().to_owned(),
    }
}
