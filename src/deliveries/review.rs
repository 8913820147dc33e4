// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two values in one field: both are shown with who wrote them, and a person chooses.
use super::row::{label_of, page_of};
use crate::prelude::*;
use crate::{
    households::may_write_cases,
    state::State,
    text::{deliveries as text, language, shell},
    ui::Button,
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    author::Author,
    edit::EditOp,
    household::Household,
    record::{Record, RecordKey, Review, Stored},
};
use soglia_wording as wording;

/// Every record with values to choose between.
#[component]
pub fn Reviews() -> AnyView {
    let state = expect_context::<State>();
    let keys = Memo::new(move |_| {
        state.rows.with(|rows| {
            let households = rows.households.iter().filter(|row| row.n_reviews > 0);
            let dwellings = rows.dwellings.iter().filter(|row| row.n_reviews > 0);
            households
                .map(|row| RecordKey::Household(row.id))
                .chain(dwellings.map(|row| RecordKey::Dwelling(row.id)))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || !keys.with(Vec::is_empty)>
            <section aria-labelledby="review-title">
                <h2 id="review-title">{text::review_title()}</h2>
                <p class="muted">{text::review_help()}</p>
                <ul class="stack outbox">
                    <For each=move || keys.get() key=|key| *key children=move |key| view! { <OfRecord key=key /> } />
                </ul>
            </section>
        </Show>
    }
    .into_any()
}

#[component]
fn OfRecord(key: RecordKey) -> AnyView {
    let state = expect_context::<State>();
    let open = state.record(move || key);
    let cards = move || {
        let shown = open.get();
        let shown = shown.here()?;
        let label = state.rows.with(|rows| label_of(rows, key)).unwrap_or_default();
        let card = |review: &Review| {
            let choice = Choice::of(&shown.stored, review)?;
            Some(view! { <Card key=key label=label.clone() choice=choice /> })
        };
        Some(shown.stored.reviews.iter().filter_map(card).collect_view())
    };
    cards.into_any()
}

/// One question with its two values, in words, and the actions that choose one.
#[derive(Clone)]
struct Choice {
    question: &'static str,
    standing: String,
    standing_by: String,
    keep: Action,
    other: String,
    other_by: String,
    take: Action,
}

impl Choice {
    /// None for a field that is not a question with one value.
    fn of(stored: &Stored, review: &Review) -> Option<Self> {
        let standing = standing(&stored.record, &review.op)?;
        let by = |name: &str, ms| text::written_by(name, &super::wording_moment(ms));
        Some(Self {
            question: question(&review.op)?,
            standing: value(&standing)?,
            // Who wrote the standing value is known for the record as a whole only.
            standing_by: text::at_the_server().to_owned(),
            keep: action(&stored.record, &standing)?,
            other: value(&review.op)?,
            other_by: by(&review.by_name, review.at.ms),
            take: action(&stored.record, &review.op)?,
        })
    }
}

/// The edit that would write the value as it stands.
fn standing(record: &Record, op: &EditOp) -> Option<EditOp> {
    Some(match (record, op) {
        (Record::Household(household), EditOp::SetHousehold(answer)) => {
            EditOp::SetHousehold(household.facts.get(answer.question()))
        }
        (Record::Household(household), EditOp::SetLabel(_)) => EditOp::SetLabel(household.label.clone()),
        (Record::Household(Household { members, .. }), EditOp::SetMember { member: id, answer }) => {
            let member = members.iter().find(|member| member.id == *id)?;
            EditOp::SetMember {
                member: *id,
                answer: member.facts.get(answer.question()),
            }
        }
        (Record::Dwelling(dwelling), EditOp::SetDwelling(answer)) => {
            EditOp::SetDwelling(dwelling.facts.get(answer.question()))
        }
        _ => return None,
    })
}

fn question(op: &EditOp) -> Option<&'static str> {
    Some(match op {
        EditOp::SetHousehold(answer) => wording::household_question(answer.question(), language()),
        EditOp::SetMember { answer, .. } => wording::member_question(answer.question(), language()),
        EditOp::SetDwelling(answer) => wording::dwelling_question(answer.question(), language()),
        EditOp::SetLabel(_) => text::label_question(),
        _ => return None,
    })
}

fn value(op: &EditOp) -> Option<String> {
    Some(match op {
        EditOp::SetHousehold(answer) => wording::household_answer(answer, language()),
        EditOp::SetMember { answer, .. } => wording::member_answer(answer, language()),
        EditOp::SetDwelling(answer) => wording::dwelling_answer(answer, language()),
        EditOp::SetLabel(label) => label.clone(),
        _ => return None,
    })
}

/// The action that states a value as the one chosen.
fn action(record: &Record, op: &EditOp) -> Option<Action> {
    Some(match (record, op.clone()) {
        (Record::Household(household), EditOp::SetHousehold(answer)) => Action::RecordAnswer {
            household: household.id,
            answer,
        },
        (Record::Household(household), EditOp::SetMember { member, answer }) => Action::RecordMemberAnswer {
            household: household.id,
            member,
            answer,
        },
        (Record::Household(household), EditOp::SetLabel(label)) => Action::RenameHousehold {
            household: household.id,
            label,
        },
        (Record::Dwelling(dwelling), EditOp::SetDwelling(answer)) => Action::RecordDwellingFact {
            dwelling: dwelling.id,
            answer,
        },
        _ => return None,
    })
}

#[component]
fn Card(key: RecordKey, label: String, choice: Choice) -> AnyView {
    let state = expect_context::<State>();
    let trouble = RwSignal::new(None::<String>);
    let choose = move |action: Action| {
        trouble.set(None);
        spawn_local(async move {
            if let Err(error) = state.act(action).await {
                trouble.try_set(Some(shell::act_error(&error)));
            }
        });
    };
    let (keep, take) = (choice.keep, choice.take);
    // Whoever only reads cases sees that two values wait, and leaves the choice to the departments.
    let is_case = matches!(key, RecordKey::Household(_));
    let may_choose = !is_case || may_write_cases(expect_context::<Author>().role);
    view! {
        <li class="outbox-row" data-test="outbox-row" data-state="review">
            <p class="outbox-what">
                <a href=page_of(key).path()>{label}</a>
                ": "
                {choice.question}
            </p>
            <div class="review-values">
                <div class="review-value">
                    <p class="review-written">{choice.standing}</p>
                    <p class="muted">{choice.standing_by}</p>
                    {may_choose.then(|| view! {
                        <Button on_click=move |()| choose(keep.clone())>{text::keep_this()}</Button>
                    })}
                </div>
                <div class="review-value">
                    <p class="review-written">{choice.other}</p>
                    <p class="muted">{choice.other_by}</p>
                    {may_choose.then(|| view! {
                        <Button on_click=move |()| choose(take.clone())>{text::take_this()}</Button>
                    })}
                </div>
            </div>
            {move || trouble.get().map(|trouble| view! { <p class="form-feedback" role="alert">{trouble}</p> })}
        </li>
    }
    .into_any()
}
