// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two values in one field, in the record itself: both with who wrote them, where and when, until a person chooses.
mod board;
mod made;
mod written;

use self::{
    board::{Board, Chosen},
    made::made_line,
    written::{Me, value},
};
use super::desk::Desk;
use crate::prelude::*;
use crate::{
    session::{Session, Who, may::may},
    text::{reviews as text, said, shell},
    ui::Button,
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    household::Household,
    id::ChangeId,
    record::{FieldKey, Key, Kind, Review, Stored},
    review::{Choosing, ReviewChoice},
    rooms::{EditOp, Record, Room as _, Verb},
};
pub use written::in_history;

/// The place of a field's card in the page.
pub fn card_id(field: &FieldKey) -> String {
    format!("review-{}", field.0.replace('/', "-"))
}

/// One card for each field of a record with more than one value, and a line for each choice made here.
pub(super) fn cards(desk: Desk) -> AnyView {
    let me = match expect_context::<Session>().who.get_untracked() {
        Who::In(signed_in) => Me::of(&signed_in),
        _ => return ().into_any(),
    };
    let board = Board {
        state: desk.state,
        me: StoredValue::new(me),
        may_choose: may_choose(desk.key.kind),
        chosen: RwSignal::new(Vec::new()),
        trouble: RwSignal::new(None),
    };
    let cards = move || {
        let shown = desk.shown()?;
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

/// Whether the person chooses between values of records of a kind; what is chosen does not matter here.
fn may_choose(kind: Kind) -> bool {
    let any = Choosing {
        field: FieldKey(String::new()),
        choice: ReviewChoice::Present,
        seen: Vec::new(),
    };
    Verb::choose(kind, any).is_some_and(may)
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
    let present = first.op.standing(&stored.record)?;
    let key = stored.key;
    let question = question(&stored.record, key.kind, field);
    let seen: Vec<ChangeId> = open.iter().map(|review| review.change).collect();
    let values = every_value(key, &present, &open);
    let choose = move |choice: ReviewChoice, chosen: Option<usize>, field: FieldKey, question: String| {
        let (values, seen) = (values.clone(), seen.clone());
        Callback::new(move |()| {
            let choosing = Choosing {
                field: field.clone(),
                choice,
                seen: seen.clone(),
            };
            // The record is shown here, so its kind is known.
            let Some(verb) = Verb::choose(key.kind, choosing) else {
                return;
            };
            let action = Action::on_key(key, verb);
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
    let both = (board.may_choose && first.op.allows_both()).then(|| {
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
fn every_value(key: Key, present: &EditOp, open: &[&Review]) -> Vec<(String, Action)> {
    let mut values = Vec::with_capacity(open.len() + 1);
    for op in std::iter::once(present).chain(open.iter().map(|review| &review.op)) {
        if let Some(verb) = op.stating() {
            values.push((value(op), Action::on_key(key, verb)));
        }
    }
    values
}

/// The question, with the person it is about.
fn question(record: &Record, kind: Kind, field: &FieldKey) -> String {
    let question = said::field_name(kind, field);
    let member = |household: &Household| {
        let id = field.0.strip_prefix("members/")?.split('/').next()?;
        let member = household
            .members
            .iter()
            .find(|member| member.id.to_string() == id)?;
        member.facts.given_name.known().cloned()
    };
    match Household::of(record).and_then(member) {
        Some(name) => format!("{question} – {name}"),
        None => question.to_owned(),
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
