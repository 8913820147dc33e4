// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who the household is: its name, its state, its key facts.
use crate::prelude::*;
use crate::{
    households::{case::Case, requirements::tone, words},
    text::{households as text, households::requirements as asked},
    ui::{Button, ButtonKind, PageHead, SavedHint, StateTag, Summary, SummaryLine, TextField, Tone},
};
use soglia_domain::{
    action::Action,
    answer::Answer,
    eligibility::{Situation, VerdictKind, outcomes},
    finding::Outcome,
    money::Money,
};

/// Name, state and key facts.
#[component]
pub(super) fn Head(case: Case) -> impl IntoView {
    let label = Memo::new(move |_| case.read(|household| household.label.clone()));
    let n_open = Memo::new(move |_| case.read(|household| household.open_offers().count()));
    let demonstration = Memo::new(move |_| case.read(|household| household.demonstration));
    let renaming = RwSignal::new(false);
    let pending = Signal::derive(move || case.shown().is_some_and(|shown| !shown.pending.is_empty()));
    let tag = view! {
        {move || match n_open.get() {
            0 => view! { <StateTag tone=Tone::Neutral label=text::state_followed()/> },
            _ => view! { <StateTag tone=Tone::Info label=text::state_open_offer()/> },
        }}
        <SavedHint pending/>
        {move || demonstration.get().then(|| view! { <StateTag tone=Tone::Neutral label=text::demonstration()/> })}
    }
    .into_any();
    let head = if case.may_write {
        let actions = view! {
            <Button kind=ButtonKind::Plain icon="it-pencil" on_click=move |()| renaming.update(|open| *open = !*open)>
                {text::rename()}
            </Button>
        }
        .into_any();
        view! { <PageHead title=label tag actions/> }.into_any()
    } else {
        view! { <PageHead title=label tag/> }.into_any()
    };
    view! {
        {head}
        <Show when=move || renaming.get()>
            <Rename case/>
        </Show>
        <Facts case/>
    }
}

#[component]
fn Rename(case: Case) -> impl IntoView {
    let value = Signal::derive(move || {
        case.draft("label").map_or_else(
            || case.read(|household| household.label.clone()),
            |draft| draft.text,
        )
    });
    let error = Signal::derive(move || case.draft("label").map(|draft| draft.error));
    let save = move |label: String| {
        let action = Action::RenameHousehold {
            household: case.id,
            label: label.clone(),
        };
        case.save("label".to_owned(), label, action);
    };
    view! { <TextField id="f-label" label=text::field_label() value on_save=save error/> }
}

/// Members, ISEE, income, and what the conditions say so far. A partner reads members and telephone.
#[component]
fn Facts(case: Case) -> impl IntoView {
    let members = move || text::members(case.read(|household| household.members.len()));
    if !case.sees_all {
        let phone = move || {
            case.read(|household| household.facts.phone.known().cloned())
                .unwrap_or_else(|| text::not_written().to_owned())
        };
        return view! {
            <Summary>
                <SummaryLine term=text::term_members()>{members}</SummaryLine>
                <SummaryLine term=text::term_phone()>{phone}</SummaryLine>
            </Summary>
        }
        .into_any();
    }
    let isee = move || {
        amount(case.read(|household| match &household.facts.isee {
            Answer::Known(isee) => Answer::Known(isee.value),
            Answer::NotKnownYet => Answer::NotKnownYet,
            Answer::NotAsked => Answer::NotAsked,
        }))
    };
    let income = move || amount(case.read(|household| household.facts.net_monthly_income));
    let told = Memo::new(move |_| {
        case.read(|household| {
            let rules = case.state.rules();
            let found = outcomes(&Situation::of(household, &rules), &rules);
            VerdictKind::ALL.into_iter().zip(found).collect::<Vec<_>>()
        })
    });
    let verdict = |(kind, outcome): (VerdictKind, Outcome)| {
        let label = format!("{}: {}", asked::short(kind), asked::so_far(outcome));
        view! { <StateTag tone=tone(outcome) label/> }
    };
    view! {
        <div class="case-facts">
            <Summary>
                <SummaryLine term=text::term_members()>{members}</SummaryLine>
                <SummaryLine term=text::term_isee()>{isee}</SummaryLine>
                <SummaryLine term=text::term_income()>{income}</SummaryLine>
            </Summary>
            <p class="case-verdicts">
                <span class="visually-hidden">{text::term_verdict()} ": "</span>
                {move || told.get().into_iter().map(verdict).collect_view()}
            </p>
        </div>
    }
    .into_any()
}

fn amount(answer: Answer<Money>) -> String {
    match answer {
        Answer::Known(amount) => words::money(amount),
        Answer::NotKnownYet => text::not_known_yet().to_owned(),
        Answer::NotAsked => text::not_written().to_owned(),
    }
}
