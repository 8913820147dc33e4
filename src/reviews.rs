// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two values in one field, in the record itself: both with who wrote them, where and when, until a person chooses.
mod written;

use crate::prelude::*;
use crate::{
    session::{Session, Who},
    state::{Shown, State},
    text::{language, reviews as text, shell},
    ui::{Button, ButtonKind, Notice, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    edit::EditOp,
    id::ChangeId,
    record::{FieldKey, Record, RecordKey, Review, Stored},
    review::{ReviewChoice, allows_both, standing},
};
use std::sync::Arc;
pub use written::in_history;
use written::{Me, action, value};

/// A choice that was made here a moment ago, so that it can be taken back.
#[derive(Clone, PartialEq)]
struct Chosen {
    question: String,
    /// None where both were kept.
    chosen: Option<String>,
    /// The other values, each with the action that writes it.
    others: Vec<(String, Action)>,
}

/// What the cards of one record share.
#[derive(Clone, Copy)]
struct Board {
    state: State,
    me: StoredValue<Me>,
    may_choose: bool,
    chosen: RwSignal<Vec<Chosen>>,
    trouble: RwSignal<Option<(FieldKey, String)>>,
}

/// The place of a field's card in the page.
pub fn card_id(field: &FieldKey) -> String {
    format!("review-{}", field.0.replace('/', "-"))
}

/// One card for each field of a record with more than one value, and a line for each choice made here.
pub fn reviews(shown: Signal<Option<Arc<Shown>>>, may_choose: bool) -> AnyView {
    let me = match expect_context::<Session>().who.get_untracked() {
        Who::In(signed_in) => Me::of(&signed_in),
        _ => return ().into_any(),
    };
    let board = Board {
        state: expect_context(),
        me: StoredValue::new(me),
        may_choose,
        chosen: RwSignal::new(Vec::new()),
        trouble: RwSignal::new(None),
    };
    let cards = move || {
        let shown = shown.get()?;
        let stored = &shown.stored;
        let fields = fields_of(stored);
        Some(
            fields
                .iter()
                .filter_map(|field| card(board, stored, field))
                .collect_view(),
        )
    };
    let made = move || {
        let chosen = board.chosen.get();
        chosen
            .iter()
            .map(|chosen| made_line(board, chosen))
            .collect_view()
    };
    view! { {cards} {made} }.into_any()
}

/// The fields with a question open, each once.
fn fields_of(stored: &Stored) -> Vec<FieldKey> {
    let mut fields: Vec<FieldKey> = Vec::new();
    for review in &stored.reviews {
        if !fields.contains(&review.field) {
            fields.push(review.field.clone());
        }
    }
    fields
}

/// Where a field waits for a choice: a way from the field to its card. Nothing for any other field.
pub fn at_field(stored: &Stored, field: &str) -> Option<AnyView> {
    let review = stored.reviews.iter().find(|review| review.field.0 == field)?;
    let id = card_id(&review.field);
    let target = id.clone();
    Some(view! {
        <a
            class="review-here"
            href=format!("#{id}")
            on:click=move |event| {
                event.prevent_default();
                crate::ui::focus_by_id(&target);
            }
        >
            {text::here()}
        </a>
    })
}

fn card(board: Board, stored: &Stored, field: &FieldKey) -> Option<AnyView> {
    let open: Vec<&Review> = stored
        .reviews
        .iter()
        .filter(|review| review.field == *field)
        .collect();
    let first = *open.first()?;
    let present = standing(&stored.record, &first.op)?;
    let key = stored.record.key();
    let question = question(&stored.record, key, field, &first.op);
    let seen: Vec<ChangeId> = open.iter().map(|review| review.change).collect();
    let values = every_value(&stored.record, &present, &open);
    let choose = move |choice: ReviewChoice, chosen: Option<usize>, field: FieldKey, question: String| {
        let (values, seen) = (values.clone(), seen.clone());
        Callback::new(move |()| {
            let action = Action::ResolveReview {
                record: key,
                field: field.clone(),
                choice,
                seen: seen.clone(),
            };
            let note = Chosen {
                question: question.clone(),
                chosen: chosen.and_then(|at| values.get(at).map(|(value, _)| value.clone())),
                others: values
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| Some(*at) != chosen)
                    .map(|(_, value)| value.clone())
                    .collect(),
            };
            decide(board, action, field.clone(), note);
        })
    };
    let present_by = board.me.with_value(|me| me.present(first));
    let mut columns = vec![column(
        board,
        &present,
        text::now(),
        present_by.0,
        present_by.1,
        choose(ReviewChoice::Present, Some(0), field.clone(), question.clone()),
    )];
    for (at, review) in open.iter().enumerate() {
        let by = board.me.with_value(|me| me.review(review));
        columns.push(column(
            board,
            &review.op,
            text::other(),
            by.0,
            by.1,
            choose(
                ReviewChoice::Other(review.change),
                Some(at + 1),
                field.clone(),
                question.clone(),
            ),
        ));
    }
    let both = (board.may_choose && allows_both(&first.op)).then(|| {
        let on_click = choose(ReviewChoice::Both, None, field.clone(), question.clone());
        view! { <Button on_click=on_click>{text::keep_both()}</Button> }
    });
    let wrong = field.clone();
    let trouble = move || {
        let (at, sentence) = board.trouble.get()?;
        (at == wrong).then(|| view! { <p class="form-feedback" role="alert">{sentence}</p> })
    };
    Some(view! {
        <section class="review-card" id=card_id(field) tabindex="-1" data-test="review-card" data-field=field.0.clone()>
            <h2>{question.clone()}</h2>
            <p>{if open.len() > 1 { text::more_values() } else { text::two_values() }}</p>
            <div class="review-values" role="group" aria-label=question>{columns.collect_view()}</div>
            {both}
            {(!board.may_choose).then(|| view! { <p class="form-text">{text::not_yours()}</p> })}
            {trouble}
        </section>
    })
}

/// One value: what it says, who wrote it, and the way to keep it.
fn column(
    board: Board,
    op: &EditOp,
    term: &'static str,
    by: String,
    keep: String,
    on_click: Callback<()>,
) -> AnyView {
    let written = value(op);
    let spoken = format!("{keep}: {written}");
    view! {
        <div class="review-value">
            <p class="review-term">{term}</p>
            <p class="review-written">{written}</p>
            <p class="form-text">{by}</p>
            {board.may_choose.then(|| view! {
                <button
                    type="button"
                    class="btn btn-outline-primary"
                    aria-label=spoken
                    on:click=move |_| on_click.run(())
                >
                    {keep}
                </button>
            })}
        </div>
    }
}

/// Every value with the action that writes it, the present one first.
fn every_value(record: &Record, present: &EditOp, open: &[&Review]) -> Vec<(String, Action)> {
    let mut values = Vec::with_capacity(open.len() + 1);
    for op in std::iter::once(present).chain(open.iter().map(|review| &review.op)) {
        if let Some(action) = action(record, op) {
            values.push((value(op), action));
        }
    }
    values
}

/// The question, with the person it is about.
fn question(record: &Record, key: RecordKey, field: &FieldKey, op: &EditOp) -> String {
    let question = soglia_wording::field_name(key, field, language());
    match (record, op) {
        (Record::Household(household), EditOp::SetMember { member, .. }) => {
            let known = household.members.iter().find(|known| known.id == *member);
            let name = known.and_then(|known| known.facts.given_name.known().cloned());
            name.map_or_else(|| question.to_owned(), |name| format!("{question} – {name}"))
        }
        _ => question.to_owned(),
    }
}

fn decide(board: Board, action: Action, field: FieldKey, note: Chosen) {
    board.trouble.set(None);
    spawn_local(async move {
        match board.state.act(action).await {
            Ok(_) => {
                board.chosen.try_update(|chosen| {
                    chosen.retain(|known| known.question != note.question);
                    chosen.push(note);
                });
            }
            Err(error) => {
                board.trouble.try_set(Some((field, shell::act_error(&error))));
            }
        }
    });
}

/// What was chosen, and the way back: the history keeps every value.
fn made_line(board: Board, chosen: &Chosen) -> AnyView {
    let question = chosen.question.clone();
    let others = chosen.others.clone().into_iter().map(|(value, action)| {
        let question = question.clone();
        let on_click = Callback::new(move |()| {
            let (action, question) = (action.clone(), question.clone());
            spawn_local(async move {
                let taken_back = board.state.act(action).await.is_ok();
                if taken_back {
                    board
                        .chosen
                        .try_update(|chosen| chosen.retain(|known| known.question != question));
                }
            });
        });
        view! {
            <Button kind=ButtonKind::Plain on_click=on_click>{text::take_instead(&value)}</Button>
        }
    });
    let others = others.collect::<Vec<_>>();
    let sentence = match &chosen.chosen {
        Some(value) => text::chosen(&chosen.question, value),
        None => text::chosen_both(&chosen.question),
    };
    let others = others.collect_view();
    view! {
        <Notice tone=Tone::Good>
            <p data-test="review-chosen">{sentence}</p>
            <div class="button-row">{others}</div>
        </Notice>
    }
}
