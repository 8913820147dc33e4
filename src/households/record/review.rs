// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two values for one question: both stand side by side until a person chooses.
use crate::prelude::*;
use crate::{
    households::{case::Case, words},
    text::households as text,
    ui::{Button, ButtonKind, Notice, Tone},
};
use soglia_domain::{
    action::Action,
    edit::EditOp,
    household::Household,
    id::HouseholdId,
    record::{Record, Review},
};

/// One card for each value that waits for a choice.
#[component]
pub(super) fn Reviews(case: Case) -> impl IntoView {
    move || {
        case.shown().map(|shown| {
            let Record::Household(household) = &shown.stored.record else {
                return ().into_any();
            };
            shown
                .stored
                .reviews
                .iter()
                // A choice that was made waits for the server to close the question.
                .filter(|review| !shown.pending.contains(&review.field))
                .map(|review| card(case, household, review, &shown.stored.last_by))
                .collect_view()
                .into_any()
        })
    }
}

fn card(case: Case, household: &Household, review: &Review, last_by: &str) -> impl IntoView + use<> {
    let question = words::field_label(household, &review.field);
    let (now, other) = (words::standing(household, &review.op), words::written(&review.op));
    let by = text::written_by(&review.by_name, &words::moment(review.at));
    let keep = chosen(household.id, &standing_op(household, &review.op));
    let take = chosen(household.id, &review.op);
    let error = RwSignal::new(None::<String>);
    let choose = move |action: Option<Action>| {
        if let Some(action) = action {
            case.act(action, move |result| error.set(result.err()));
        }
    };
    let last_by = last_by.to_owned();
    view! {
        <Notice tone=Tone::Warn>
            <h2>{text::review_title()}</h2>
            <p>{question.clone()}</p>
            <div class="review-values" role="group" aria-label=question>
                <div class="review-value">
                    <p class="review-term">{text::review_now()}</p>
                    <p class="review-written">{now}</p>
                    <p class="form-text">{last_by}</p>
                    {case.may_write.then(|| view! {
                        <Button on_click=move |()| choose(keep.clone())>{text::review_keep_now()}</Button>
                    })}
                </div>
                <div class="review-value">
                    <p class="review-term">{text::review_other()}</p>
                    <p class="review-written">{other}</p>
                    <p class="form-text">{by}</p>
                    {case.may_write.then(|| view! {
                        <Button kind=ButtonKind::Outline on_click=move |()| choose(take.clone())>{text::review_take_other()}</Button>
                    })}
                </div>
            </div>
            <p class="form-text">{text::review_text()}</p>
            {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
        </Notice>
    }
}

/// The edit that would write the value standing now.
fn standing_op(household: &Household, op: &EditOp) -> EditOp {
    match op {
        EditOp::SetHousehold(answer) => EditOp::SetHousehold(household.facts.get(answer.question())),
        EditOp::SetMember { member, answer } => EditOp::SetMember {
            member: *member,
            answer: household
                .members
                .iter()
                .find(|known| known.id == *member)
                .map_or_else(|| answer.clone(), |known| known.facts.get(answer.question())),
        },
        EditOp::SetLabel(_) => EditOp::SetLabel(household.label.clone()),
        op => op.clone(),
    }
}

/// The action that writes a value as the person's own choice.
fn chosen(household: HouseholdId, op: &EditOp) -> Option<Action> {
    Some(match op {
        EditOp::SetHousehold(answer) => Action::RecordAnswer {
            household,
            answer: answer.clone(),
        },
        EditOp::SetMember { member, answer } => Action::RecordMemberAnswer {
            household,
            member: *member,
            answer: answer.clone(),
        },
        EditOp::SetLabel(label) => Action::RenameHousehold {
            household,
            label: label.clone(),
        },
        _ => return None,
    })
}
